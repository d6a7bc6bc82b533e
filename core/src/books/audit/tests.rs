use smallvec::smallvec;

use super::*;
use crate::books::{AccountRef, Issue, LAPSED, Leg, Lot, Origin, OriginKind, POT, Piece};
use crate::dense::Secret;
use crate::design::{Grain, LotPolicy};
use crate::id::Id;
use crate::people::{Partner, PeopleChange};

const RING: Ring = Ring { spend: SpendOrder::SoonestToExpire, zero_sum: false };

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn amount(minor: i64) -> Amount {
    Amount::from_minor(minor).unwrap()
}

fn balance(minor: i64) -> Balance {
    Balance::from_minor(minor).unwrap()
}

/// A partner that issued 10 units in lot 0 to `m-1`; `m-2` holds nothing.
struct Bench {
    books: Books,
    people: People,
}

impl Bench {
    fn new() -> Self {
        let secret = Secret::new([7; 16]);
        let (mut books, mut people) =
            (Books::new(secret, LotPolicy { grain: Grain::Issue, spend: RING.spend }), People::new(secret));
        let on = day("2025-01-01");
        books.open_chart(LAPSED, AccountKind::Lapsed, on);
        books.open_chart(POT, AccountKind::Pot, on);
        let issued = books.open(Account::new(id("issued:p-1"), AccountKind::Issued, on)).unwrap();
        let redeemed = books.open(Account::new(id("redeemed:p-1"), AccountKind::Redeemed, on)).unwrap();
        people.add_partner(Partner { id: id("p-1"), contracts: vec![], issued, redeemed });
        for name in ["m-1", "m-2"] {
            people.apply(&PeopleChange::Known(id(name)));
            let row = books.open(Account::new(id(name), AccountKind::Person, on)).unwrap();
            let holder = people.number_of(&id(name)).unwrap();
            people.holds_account(holder, row);
            books.set_holders(row, [holder].into_iter());
        }
        let mut bench = Self { books, people };
        bench.issue(0, 10, None);
        bench.leg("issued:p-1", -10, &[]);
        bench.leg("m-1", 10, &[(0, 10)]);
        bench
    }

    fn issue(&mut self, lot: u32, minor: i64, parent: Option<u32>) {
        let origin =
            Origin { kind: OriginKind::Award, account: AccountRef::new(id("issued:p-1"), AccountNo(2)) };
        let (earned_on, ends_on) = (day("2025-01-01"), Some(day("2026-01-31")));
        let facts = LotFacts { origin, earned_on, ends_on, parent: parent.map(LotNo) };
        self.books.apply_issue(&Issue { lot: LotNo(lot), amount: amount(minor), new: Some(facts) });
    }

    fn leg(&mut self, account: &str, minor: i64, lots: &[(u32, i64)]) {
        self.drawing_leg(account, minor, lots, 0, 0);
    }

    fn drawing_leg(&mut self, account: &str, minor: i64, lots: &[(u32, i64)], drawn: i64, technical: i64) {
        let row = self.books.number_of(&id(account)).unwrap();
        let lots = lots.iter().map(|(lot, minor)| Piece(LotNo(*lot), balance(*minor))).collect();
        let account = AccountRef::new(id(account), row);
        let leg = Leg {
            account,
            amount: balance(minor),
            lots,
            drawn: balance(drawn),
            technical: balance(technical),
        };
        self.books.apply_leg(row, &leg);
    }

    /// An account as nobody could have opened it.
    fn forged(&mut self, name: &str, forge: impl FnOnce(&mut Account)) {
        let mut account = Account::new(id(name), AccountKind::Person, day("2025-01-01"));
        let row = self.books.next_account().unwrap();
        self.people.apply(&PeopleChange::Known(id(name)));
        let holder = self.people.number_of(&id(name)).unwrap();
        self.people.holds_account(holder, row);
        account.holders = smallvec![holder];
        forge(&mut account);
        self.books.open(account).unwrap();
    }

    fn findings(&self) -> Vec<String> {
        audit(&self.books, &self.people, RING).iter().map(ToString::to_string).collect()
    }

    #[track_caller]
    fn assert_finds(&self, finding: &str) {
        let findings = self.findings();
        assert!(findings.iter().any(|found| found == finding), "{findings:#?}");
    }
}

#[test]
fn sound_books_have_no_findings() {
    let mut bench = Bench::new();
    bench.leg("m-1", -4, &[(0, -4)]);
    bench.leg("m-2", 4, &[(0, 4)]);
    bench.leg("m-1", -3, &[(0, -3)]);
    bench.leg("redeemed:p-1", 3, &[]);
    bench.leg("m-1", -2, &[(0, -2)]);
    bench.leg("system:pot", 2, &[(0, 2)]);
    assert_eq!(bench.findings(), Vec::<String>::new());
}

#[test]
fn sums_that_do_not_close_are_found() {
    let mut bench = Bench::new();
    bench.leg("redeemed:p-1", 3, &[]);
    bench.assert_finds("all balances together are 3 instead of 0");
    bench.assert_finds("10 circulates, but 7 was issued and neither redeemed nor lapsed");
}

#[test]
fn a_ring_of_mutual_credit_sums_to_zero() {
    let bench = Bench::new();
    let zero_sum = Ring { zero_sum: true, ..RING };
    assert_eq!(audit(&bench.books, &bench.people, zero_sum), [Finding::NotZeroSum { sum: 10 }]);
}

#[test]
fn a_balance_is_its_pieces_less_what_is_drawn() {
    let mut bench = Bench::new();
    bench.drawing_leg("m-1", 5, &[], 2, 3);
    bench.assert_finds("m-1: the balance is 15, but 10 is held and 2 drawn");
    bench.assert_finds("m-1: 10 is held while 2 is drawn");
    bench.assert_finds("m-1: technical debt of 3 is more than the 2 drawn");
}

#[test]
fn counter_sides_hold_nothing_and_stay_on_their_side() {
    let mut bench = Bench::new();
    bench.drawing_leg("redeemed:p-1", -1, &[(0, 1)], 1, 0);
    bench.assert_finds("redeemed:p-1: a counter-side holds 1 in pieces and has drawn 1");
    bench.assert_finds("redeemed:p-1: -1 is on the wrong side of zero");
    bench.leg("issued:p-1", 11, &[]);
    bench.assert_finds("issued:p-1: 1 is on the wrong side of zero");
}

#[test]
fn closed_accounts_are_empty() {
    let mut bench = Bench::new();
    let row = bench.books.number_of(&id("m-1")).unwrap();
    bench.books.set_state(row, AccountState::Closed, day("2025-01-01"));
    bench.assert_finds("m-1: is closed with a balance of 10");
}

#[test]
fn pieces_are_of_known_lots_above_zero_and_in_order() {
    let mut bench = Bench::new();
    let end = day("2026-01-31").since_epoch();
    bench.forged("m-3", |account| {
        account.holdings.add(end, LotNo(0), amount(0));
        account.holdings.add(end, LotNo(9), amount(1));
    });
    bench.forged("m-4", |account| {
        account.holdings.add(3, LotNo(0), amount(1));
    });
    bench.assert_finds("m-3: holds nothing of lot 0, as a piece");
    bench.assert_finds("m-3: holds a piece of lot 9, which does not exist");
    bench.assert_finds("m-4: lot 0 is out of spending order");
}

#[test]
fn a_lot_held_twice_is_out_of_order() {
    let mut bench = Bench::new();
    let end = day("2026-01-31").since_epoch();
    bench.forged("m-3", |account| {
        account.holdings.add(end, LotNo(0), amount(1));
        account.holdings.add(end.saturating_add(1), LotNo(0), amount(1));
    });
    bench.assert_finds("m-3: lot 0 is out of spending order");
}

#[test]
fn a_piece_that_nobody_expects_to_end_is_found() {
    let mut bench = Bench::new();
    let end = day("2026-01-31");
    bench.forged("m-3", |account| {
        account.holdings.add(end.since_epoch(), LotNo(0), amount(1));
    });
    bench.assert_finds("m-3: lot 0 ends on 2026-01-31, but nobody would notice");
    let row = bench.books.number_of(&id("m-1")).unwrap();
    bench.books.settle_end(row, end);
    bench.assert_finds("m-1: lot 0 ends on 2026-01-31, but nobody would notice");
}

#[test]
fn lots_are_the_sum_of_their_pieces_and_within_their_issue() {
    let mut bench = Bench::new();
    bench.leg("m-2", 3, &[(0, 3)]);
    bench.assert_finds("lot 0: 13 is held of the 10 issued");
    bench.forged("m-3", |account| {
        account.holdings.add(day("2026-01-31").since_epoch(), LotNo(0), amount(1));
    });
    bench.assert_finds("lot 0: 13 is outstanding, but 14 is held");
}

#[test]
fn parents_are_older_and_origins_known() {
    let mut bench = Bench::new();
    bench.issue(1, 5, Some(1));
    bench.assert_finds("lot 1: its parent 1 is not older");
    let origin = Origin { kind: OriginKind::Credit, account: AccountRef::new(id("m-9"), AccountNo(99)) };
    let facts = LotFacts { origin, earned_on: day("2025-01-01"), ends_on: None, parent: None };
    bench.books.apply_issue(&Issue { lot: LotNo(2), amount: amount(1), new: Some(facts) });
    bench.assert_finds("lot 2: came through m-9, which does not exist");
    assert_eq!(bench.books.lot(LotNo(2)).map(Lot::issued), Some(amount(1)));
}

#[test]
fn accounts_and_holders_know_each_other() {
    let mut bench = Bench::new();
    bench.forged("m-3", |account| account.holders.clear());
    bench.assert_finds("m-3: the account and its holders do not know each other");
    bench.assert_finds("m-3: lists the account in row 6, which they do not hold");
    let (person, row) =
        (bench.people.number_of(&id("m-1")).unwrap(), bench.books.number_of(&id("m-1")).unwrap());
    bench.people.lets_go_of_account(person, row);
    bench.assert_finds("m-1: the account and its holders do not know each other");
}

#[test]
fn ids_and_partners_lead_to_their_accounts() {
    let mut bench = Bench::new();
    bench.books.open(Account::new(id("m-1"), AccountKind::Pot, day("2025-01-01"))).unwrap();
    bench.assert_finds("m-1: is not found by its id");
    let wrong = Partner { id: id("p-2"), contracts: vec![], issued: AccountNo(0), redeemed: AccountNo(77) };
    bench.people.add_partner(wrong);
    bench.assert_finds("p-2: the partner's accounts of the chart are not what they should be");
}
