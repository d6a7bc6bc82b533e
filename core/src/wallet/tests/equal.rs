//! A wallet that was told everything answers as the server does.

use super::{key, told};
use crate::calendar::Day;
use crate::evaluation::tests::ledgers::every_ledger;
use crate::feed::Feeds;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::views::{HeldLot, Reserved, Statement, StatementLine, WhyLimit};
use crate::wallet::Wallet;

fn participants(ledger: &Ledger) -> Vec<Id> {
    let accounts = ledger.state().books().accounts().map(|(_, account)| account);
    accounts.filter(|account| account.kind().is_participant()).map(|account| account.id()).collect()
}

/// The lines of the whole statement, asked for in pages.
fn page_by_page(wallet: &Wallet, most: u32) -> Vec<StatementLine> {
    let mut lines: Vec<StatementLine> = Vec::new();
    loop {
        let before = lines.last().map(|line| line.record);
        let page = wallet.statement_page(before, most).unwrap();
        if page.is_empty() {
            lines.reverse();
            return lines;
        }
        lines.extend(page);
    }
}

fn same_answers(name: &str, ledger: &Ledger, wallet: &Wallet) {
    let account = wallet.account();
    let at = format!("{name}: {account}");
    let own = ledger.state().books().find(&account).unwrap();
    let balances = wallet.balances(ledger.day()).unwrap();
    assert_eq!((balances.day, balances.confirmed), (ledger.day(), own.balance()), "{at}");
    assert_eq!((balances.ended.minor(), balances.pending.minor()), (0, 0), "{at}");
    assert_eq!(balances.record, ledger.len() - 1, "{at}");
    assert_eq!(balances.lots, HeldLot::on(ledger, &account).unwrap(), "{at}");
    let limits = WhyLimit::of(ledger, &account).unwrap();
    assert_eq!(wallet.limits(ledger.day()).unwrap(), limits, "{at}");
    let mut statement = Statement::of(ledger, &account, Day::FIRST, Day::LAST).unwrap();
    statement.waits.clear();
    assert_eq!(wallet.statement(Day::FIRST, Day::LAST).unwrap(), statement, "{at}");
    assert_eq!(page_by_page(wallet, 3), statement.lines, "{at}");
    assert_eq!(wallet.statement_page(None, u32::MAX).unwrap().len(), statement.lines.len(), "{at}");
    let notices = wallet.notices(ledger.day()).unwrap();
    assert_eq!(notices.reserved, Reserved::of_account(ledger.state(), &account), "{at}");
    let mut ending = crate::views::Ending::of(ledger, Day::LAST).lines;
    ending.retain(|line| line.account == account);
    assert_eq!(notices.ending, ending, "{at}");
}

#[test]
fn a_wallet_answers_as_the_server_whatever_happened() {
    for (name, ledger) in every_ledger() {
        for account in participants(&ledger) {
            same_answers(name, &ledger, &told(&ledger, account));
        }
    }
}

#[test]
fn slices_come_one_by_one_twice_or_all_at_once() {
    for (name, ledger) in every_ledger() {
        let mut feeds = Feeds::of(&ledger, key());
        for account in participants(&ledger) {
            let whole = told(&ledger, account);
            let mut wallet = Wallet::new(account, key().public());
            while wallet.seen() < whole.seen() {
                let feed = feeds.feed_up_to(&account, wallet.seen(), 1).unwrap();
                assert_eq!(wallet.apply(&feed).unwrap().new, 1);
                assert_eq!(wallet.apply(&feed).unwrap().new, 0);
            }
            assert!(feeds.feed_for(&account, 0).is_ok_and(|all| wallet.apply(&all).unwrap().new == 0));
            assert_eq!(wallet.save(), whole.save(), "{name}: {account}");
        }
    }
}

#[test]
fn a_days_closing_is_foreseen() {
    use crate::views::scenario::{Scenario, day};
    for mut it in [Scenario::rabot(), Scenario::wijk(), Scenario::uurbank()] {
        let before = it.ledger.clone();
        let wallets: Vec<Wallet> =
            participants(&before).into_iter().map(|account| told(&before, account)).collect();
        for ahead in ["2025-12-30", "2026-01-31", "2026-02-01", "2026-06-30"] {
            it.close_daily_through(ahead);
            let today = day(ahead).next().unwrap();
            for wallet in &wallets {
                let then = it.ledger.state().books().find(&wallet.account()).unwrap().balance();
                let balances = wallet.balances(today).unwrap();
                assert_eq!(balances.confirmed.checked_sub(balances.ended), Some(then), "{ahead}");
                assert_eq!(balances.lots, HeldLot::on(&it.ledger, &wallet.account()).unwrap(), "{ahead}");
            }
        }
    }
}
