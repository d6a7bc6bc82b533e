//! Wallets beside their server: whatever a currency makes possible, a wallet that was told everything answers as
//! the ledger does, and what it foresees of an order is what the ledger decides.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use muntwerk::books::{Change, Entry};
use muntwerk::calendar::Day;
use muntwerk::design::Design;
use muntwerk::feed::{FeedKey, Feeds};
use muntwerk::id::Id;
use muntwerk::ledger::{Ledger, Outcome};
use muntwerk::orders::{AskKind, Order, Refusal};
use muntwerk::views::{HeldLot, Statement, WhyLimit};
use muntwerk::wallet::{Expected, Preview, Wallet};
use muntwerk_tests::composed::chance::Chance;
use muntwerk_tests::composed::compose::Composed;
use muntwerk_tests::composed::year::Year;
use muntwerk_tests::life::Life;
use muntwerk_tests::stage::SECRET;
use muntwerk_tests::strategies::config;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

fn key() -> FeedKey {
    FeedKey::from_bytes(&[9; 32])
}

fn participants(ledger: &Ledger) -> Vec<Id> {
    let accounts = ledger.state().books().accounts().map(|(_, account)| account);
    accounts.filter(|account| account.kind().is_participant()).map(|account| account.id()).collect()
}

/// The wallet knows of caps what was earned on its account; what a person earned on another one, it cannot.
fn without_caps(mut limits: WhyLimit) -> WhyLimit {
    limits.caps.clear();
    limits
}

fn answers_alike(ledger: &Ledger, wallet: &Wallet) {
    let account = wallet.account();
    let own = ledger.state().books().find(&account).unwrap();
    let balances = wallet.balances(ledger.day()).unwrap();
    assert_eq!(balances.confirmed, own.balance(), "{account}");
    assert_eq!(balances.lots, HeldLot::on(ledger, &account).unwrap(), "{account}");
    let limits = without_caps(WhyLimit::of(ledger, &account).unwrap());
    assert_eq!(without_caps(wallet.limits(ledger.day()).unwrap()), limits, "{account}");
    let mut statement = Statement::of(ledger, &account, Day::FIRST, Day::LAST).unwrap();
    statement.waits.clear();
    let told = wallet.statement(Day::FIRST, Day::LAST).unwrap();
    for (told, line) in told.lines.iter().zip(&statement.lines) {
        assert_eq!(told, line, "{account}");
    }
    assert_eq!(told, statement, "{account}");
    let mut page = wallet.statement_page(None, u32::MAX).unwrap();
    page.reverse();
    assert_eq!(page, told.lines, "{account}");
}

fn every_wallet_answers_alike(ledger: &Ledger) {
    let mut feeds = Feeds::of(ledger, key());
    for account in participants(ledger) {
        let mut wallet = Wallet::new(account, key().public());
        wallet
            .apply(&feeds.feed_for(&account, 0).unwrap())
            .unwrap_or_else(|error| panic!("{account}: {error}"));
        answers_alike(ledger, &wallet);
        let again = Wallet::load(&wallet.save()).unwrap();
        assert_eq!(again.save(), wallet.save());
    }
}

/// Whether what was foreseen is what was decided. What was taken for granted may be otherwise; then nothing is
/// claimed but what the order does if it is booked.
fn is_as_foreseen(preview: &Preview, decided: &Result<Entry, Refusal>, account: Id) -> bool {
    match (&preview.expected, decided) {
        (Expected::OnlyServer, _) => true,
        (Expected::Booked(effect), Ok(entry)) => {
            let leg = entry.leg(&account);
            let amount = leg.map_or(0, |leg| leg.amount.minor());
            let drawn = leg.map_or(0, |leg| leg.drawn.minor());
            let pieces: Vec<_> = leg.iter().flat_map(|leg| &leg.lots).map(|piece| piece.1).collect();
            let foreseen: Vec<_> = effect.lots.iter().map(|one| one.amount).collect();
            (effect.amount.minor(), effect.drawn.minor(), foreseen) == (amount, drawn, pieces)
        }
        (Expected::Waits { waits_for, until }, Ok(entry)) => entry.changes.iter().any(|change| {
            matches!(change, Change::PendingOpened(pending) if (pending.waits_for, pending.until) == (*waits_for, *until))
        }),
        (Expected::Refused(refusal), Err(decided)) => refusal == decided,
        (Expected::Booked(_) | Expected::Waits { .. }, Err(_)) => !preview.assumed.is_empty(),
        (Expected::Refused(_), Ok(_)) => false,
    }
}

/// What previews were compared with decisions, by what was asked.
type Tally = BTreeMap<AskKind, [usize; 3]>;

struct Phones {
    feeds: Feeds,
    wallets: BTreeMap<Id, Wallet>,
}

impl Phones {
    fn of(ledger: &Ledger) -> Self {
        Self { feeds: Feeds::of(ledger, key()), wallets: BTreeMap::new() }
    }

    /// Before an order is executed, every phone of whoever asks foresees it.
    fn foresee(&mut self, ledger: &Ledger, order: &Order, tally: &mut Tally) {
        self.feeds.follow(ledger);
        if order.booking_day != ledger.day() {
            return;
        }
        let state = ledger.state();
        let rows = state.people().find(&order.actor).map_or(&[][..], |person| person.accounts());
        let accounts: Vec<Id> =
            rows.iter().filter_map(|row| state.books().account(*row)).map(|account| account.id()).collect();
        for account in accounts {
            let wallet = self.wallets.entry(account).or_insert_with(|| Wallet::new(account, key().public()));
            let feed = self.feeds.feed_for(&account, wallet.seen()).unwrap();
            wallet.apply(&feed).unwrap_or_else(|error| panic!("{account}: {error}"));
            let preview = wallet.preview(order, ledger.day()).unwrap();
            let decided = ledger.decide(order);
            assert!(
                is_as_foreseen(&preview, &decided, account),
                "{account}: {order:?}\nforeseen {preview:?}\ndecided {decided:?}"
            );
            let place = match preview.expected {
                Expected::Booked(_) | Expected::Waits { .. } => 0,
                Expected::Refused(_) => 1,
                Expected::OnlyServer => 2,
            };
            tally.entry(order.ask.kind()).or_default()[place] += 1;
        }
    }
}

const DESIGNS: &[&str] = &[
    include_str!("../../core/designs/rabot-example.toml"),
    include_str!("../../core/designs/e-portemonnee.toml"),
    include_str!("../../core/designs/lets-brussel.toml"),
];

#[test]
fn in_the_life_of_a_currency_phones_foresee_what_the_server_decides() {
    let mut tally = Tally::new();
    for text in DESIGNS {
        let design = Design::parse(text).unwrap();
        let life = Life::of(&design);
        let (mut ledger, orders) = life.begin(&design);
        let mut phones = Phones::of(&ledger);
        for order in orders {
            phones.foresee(&ledger, order, &mut tally);
            let _ = ledger.execute(order);
        }
        every_wallet_answers_alike(&ledger);
    }
    // It has looked at something: members' acts were foreseen as booked and as refused.
    for kind in [AskKind::Transfer, AskKind::Gift, AskKind::Redeem] {
        let [booked, refused, _] = tally[&kind];
        assert!(booked > 0 && refused > 0, "{kind:?}: {tally:?}");
    }
}

/// Asks everything again that was asked, with phones that foresee it.
fn lived_again(ledger: &Ledger, tally: &mut Tally) {
    let Some(Outcome::Opened(opening)) = ledger.get(0).map(|record| record.outcome) else { panic!() };
    let mut again = Ledger::open(opening.ledger, *opening.design, opening.day, SECRET).unwrap();
    let mut phones = Phones::of(&again);
    let mut asked = BTreeSet::new();
    for record in ledger.records_from(1) {
        let order = record.order().unwrap();
        if asked.insert(order.id) {
            phones.foresee(&again, order, tally);
            let _ = again.execute(order);
        }
    }
}

#[test]
fn in_random_years_of_random_designs_wallets_answer_as_the_server() {
    let numbers = || vec(any::<u32>(), 500);
    let acts = vec(vec(any::<u32>(), 12), 0..60);
    let tally = RefCell::new(Tally::new());
    let mut runner = TestRunner::new(ProptestConfig { max_shrink_iters: 200, ..config(40) });
    let outcome = runner.run(&(numbers(), numbers(), acts), |(numbers, others, acts)| {
        let Ok(design) = Design::parse(&Composed::of(&numbers).text) else { return Ok(()) };
        let amended = Design::parse(&Composed::of(&numbers).amended(&numbers, &others).text).ok();
        let mut year = Year::new(&design, amended, &mut Chance::new(&others));
        let lived = year.live(&acts);
        prop_assert_eq!(lived, Ok(()));
        every_wallet_answers_alike(&year.ledger);
        lived_again(&year.ledger, &mut tally.borrow_mut());
        Ok(())
    });
    match outcome {
        Ok(()) => {}
        // The numbers say nothing to a reader.
        Err(TestError::Fail(reason, (_, _, acts))) => panic!("after {} acts: {reason}", acts.len()),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
    assert!(tally.borrow().len() > 5, "{tally:?}");
}
