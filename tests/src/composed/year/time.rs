//! Days that pass, and what was there before the first.

use serde_json::json;

use super::{ACCOUNTS, Asker, Chance, Year};

/// Days that are closed.
pub(super) fn close_days(year: &mut Year, chance: &mut Chance<'_>) {
    let days = chance.pick(&[1, 2, 5, 12, 30, 45]);
    year.close(days);
}

/// What became of a notice; days pass until there is one, if there ever is.
pub(super) fn record_notice(year: &mut Year, chance: &mut Chance<'_>) {
    for _ in 0..6 {
        if year.ledger.state().books().notices().next().is_some() {
            break;
        }
        year.close(20);
    }
    let books = year.ledger.state().books();
    let notices: Vec<_> =
        books.notices().map(|(end, row, _)| (end, books.account(row).unwrap().id())).collect();
    let Ok(many @ 1..) = u32::try_from(notices.len()) else { return };
    let (end, account) = notices[usize::try_from(chance.below(many)).unwrap()];
    let outcome = chance.pick(&["delivered", "undeliverable"]);
    let ask = json!({"record_notice": {"account": account, "end": end, "outcome": outcome}});
    year.ask(&Asker::office("s-900", "system"), ask);
}

/// Balances of a scheme that was running already; they sum to zero where they must.
pub(super) fn take_over(year: &mut Year, chance: &mut Chance<'_>) {
    let design = year.ledger.design();
    let zero_sum = design.circulation().mutual_credit && !design.circulation().reward;
    let mut sum = 0;
    let mut lines = Vec::new();
    for (account, ..) in &ACCOUNTS[..4] {
        let balance = year.amount(chance);
        sum += balance;
        lines.push(json!({"account": account, "balance": balance}));
    }
    if zero_sum {
        lines.push(json!({"account": "system:group", "balance": -sum}));
    }
    let of = |person| Asker::office(person, "project_manager");
    year.second(&of("s-010"), &of("s-011"), json!({"take_over": {"lines": lines}}));
}
