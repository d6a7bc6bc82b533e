//! What is always true of the books, counted anew from the accounts.

use std::collections::BTreeMap;

use muntwerk::books::{AccountKind, Books};
use muntwerk::calendar::Day;
use muntwerk::dense::LotNo;
use muntwerk::id::Id;
use muntwerk::ledger::Ledger;

/// How much an account holds of each end date.
pub fn held_by_end(books: &Books, account: &Id) -> BTreeMap<Option<Day>, i64> {
    let mut by_end = BTreeMap::new();
    for (lot, amount) in books.find(account).into_iter().flat_map(|account| account.holdings().iter()) {
        *by_end.entry(books.lot(lot).unwrap().facts().ends_on).or_default() += amount.minor();
    }
    by_end
}

/// What is broken, if anything.
pub fn broken(ledger: &Ledger) -> Result<(), String> {
    let books = ledger.state().books();
    let require = |holds: bool, what: String| if holds { Ok(()) } else { Err(what) };
    let mut sums: BTreeMap<&str, i128> = BTreeMap::new();
    let mut outstanding: BTreeMap<LotNo, i64> = BTreeMap::new();
    for (_, account) in books.accounts() {
        let (id, balance) = (account.id(), account.balance().minor());
        let held: i64 = account.holdings().iter().map(|(_, amount)| amount.minor()).sum();
        let drawn = account.drawn().minor();
        for (lot, amount) in account.holdings().iter() {
            *outstanding.entry(lot).or_default() += amount.minor();
        }
        let kind = match account.kind() {
            AccountKind::Issued => "issued",
            AccountKind::Redeemed => "redeemed",
            AccountKind::Lapsed => "lapsed",
            AccountKind::Opening => "opening",
            // Notes that live, and what offices booked about them.
            kind if !kind.holds_lots() => "paper",
            _ => {
                require(
                    balance == held - drawn,
                    format!("{id}: {balance} is not {held} held less {drawn} drawn"),
                )?;
                require(held == 0 || drawn == 0, format!("{id} holds {held} and has drawn {drawn}"))?;
                *sums.entry("held").or_default() += i128::from(held);
                *sums.entry("drawn").or_default() += i128::from(drawn);
                "participants"
            }
        };
        require(kind == "participants" || (held == 0 && drawn == 0), format!("{id} holds lots"))?;
        require(kind != "issued" || balance <= 0, format!("{id} issued less than nothing"))?;
        require(!matches!(kind, "redeemed" | "lapsed") || balance >= 0, format!("{id} is below zero"))?;
        require(account.technical_debt() <= account.drawn(), format!("{id}: more technical debt than debt"))?;
        *sums.entry(kind).or_default() += i128::from(balance);
    }
    let of = |kind: &str| sums.get(kind).copied().unwrap_or(0);
    let all = of("participants") + of("issued") + of("opening") + of("redeemed") + of("lapsed") + of("paper");
    require(all == 0, format!("the balances sum to {all}"))?;
    let (held, drawn) = (of("held"), of("drawn"));
    let rest = -of("issued") - of("opening") - of("redeemed") - of("lapsed") - of("paper");
    require(
        held - drawn == rest,
        format!(
            "held {held} - drawn {drawn} is not issued and taken over - redeemed - lapsed - on paper, {rest}"
        ),
    )?;
    for (number, lot) in books.lots() {
        let there = outstanding.get(&number).copied().unwrap_or(0);
        require(lot.outstanding().minor() == there, format!("lot {}: {there} is held", number.get()))?;
        require(lot.outstanding() <= lot.issued(), format!("lot {} exceeds its issue", number.get()))?;
        if let Some(parent) = lot.facts().parent {
            require(parent < number, format!("lot {} is older than its parent", number.get()))?;
        }
    }
    Ok(())
}
