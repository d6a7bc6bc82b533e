//! The audit of a ledger: the books by themselves, then the books against the records.

mod caps;
mod settlements;
mod waiting;

use std::collections::{BTreeMap, BTreeSet};

use super::apply::row;
use super::{Ledger, Record, State};
use crate::books::{
    AccountChange, AccountLimits, AccountRef, Change, Count, CounterKey, Entry, EuroPlace, Finding, Flag,
    Leg, LimitsInForce, Piece, RESERVED, ReservationEnd, Ring, audit, wide, wide_balance,
};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::Verdict;
use crate::id::Id;
use crate::money::Amount;
use crate::office::{Note, OfficeDay, Place};
use crate::rules::time::{Lapsing, lapsing};

impl State {
    /// Recomputes every invariant that can be told from the state alone, and names what is broken.
    /// Nothing, if all is well.
    pub fn audit(&self) -> Vec<Finding> {
        let first = self.designs.iter().next().map_or(self.design(), |version| &version.design);
        let zero_sum = self.designs.iter().all(|version| version.design.circulation().is_zero_sum());
        let mut findings = audit(&self.books, &self.people, Ring { spend: first.lots().spend, zero_sum });
        let late = self.pendings.iter().filter(|pending| pending.until < self.day);
        findings.extend(
            late.map(|pending| Finding::PendingPastDay { order: pending.order.id, until: pending.until }),
        );
        self.audit_offices(&mut findings);
        self.audit_reservations(&mut findings);
        self.audit_settlements(&mut findings);
        self.audit_waiting(&mut findings);
        findings
    }

    /// Carriers have what was sent with them, and an office that ended has nothing.
    fn audit_offices(&self, findings: &mut Vec<Finding>) {
        let mut sent: BTreeMap<(Note, Place), i64> = BTreeMap::new();
        for sending in self.offices.sendings() {
            for (face, count) in sending.notes.iter() {
                let note = Note { series: sending.series, face };
                let there = sent.entry((note, Place::Transit(sending.carrier))).or_default();
                *there = there.saturating_add(i64::from(count));
            }
        }
        for (note, place, count) in self.books.paper().iter() {
            if let Some(office) = place.office()
                && matches!(self.offices.day(&office), Some(OfficeDay::Ended { .. }))
            {
                findings.push(Finding::EndedNotEmpty { office, place, note, count });
            }
            if matches!(place, Place::Transit(_)) {
                let sent = sent.remove(&(note, place)).unwrap_or(0);
                if sent != count {
                    findings.push(Finding::NotItsSendings { place, note, count, sent });
                }
            }
        }
        let lost = sent.into_iter().filter(|(_, sent)| *sent != 0);
        findings.extend(lost.map(|((note, place), sent)| Finding::NotItsSendings {
            place,
            note,
            count: 0,
            sent,
        }));
    }

    /// What is set aside is what is reserved, lot by lot, and no reservation outlives its last day.
    fn audit_reservations(&self, findings: &mut Vec<Finding>) {
        let mut lots: BTreeMap<LotNo, (i128, i128)> = BTreeMap::new();
        for (lot, reserved) in self.reservations.iter().flat_map(|reservation| reservation.taken()) {
            add(&mut lots.entry(lot).or_default().0, wide(reserved));
        }
        let set_aside = self.books.chart(RESERVED).and_then(|row| self.books.account(row));
        for (lot, held) in set_aside.into_iter().flat_map(|account| account.holdings().iter()) {
            add(&mut lots.entry(lot).or_default().1, wide(held));
        }
        let differs = lots.into_iter().filter(|(_, (reserved, held))| reserved != held);
        findings.extend(differs.map(|(lot, (reserved, held))| Finding::SetAside { lot, reserved, held }));
        let past = self.reservations.iter().filter_map(|reservation| {
            let until = reservation.kept_until.day.filter(|day| *day < self.day)?;
            Some(Finding::ReservationPastDay { reservation: reservation.id, until })
        });
        findings.extend(past);
    }
}

impl Ledger {
    /// Recomputes every invariant from scratch and names what is broken: those of the books
    /// ([`State::audit`]), and that the books are what the records add up to. Nothing, if all is well.
    ///
    /// No payment took a participant below the floor in force on its day, nor a receipt above the
    /// ceiling. That is asked of every record instead of today's balances, because a balance can be
    /// below the floor and sound: a reversal left debt, technical or drawn anew, or the floor was
    /// raised since.
    ///
    /// Units are overdue if they should have lapsed at the closing of a day that is closed. What came
    /// in, or was learnt about a notice, since then waits for the next closing.
    pub fn audit(&self) -> Vec<Finding> {
        let mut findings = self.state.audit();
        let mut records = Recount::of(&self.state);
        let mut next = 0_u64;
        for record in self.records_from(0) {
            if record.number != next {
                findings.push(Finding::RecordMissing { number: next });
            }
            next = record.number.saturating_add(1);
            records.take_in(&record, &mut findings);
        }
        if next != self.state.number {
            findings.push(Finding::RecordMissing { number: next.min(self.state.number) });
        }
        records.compare(&mut findings);
        records.find_overdue(&mut findings);
        findings
    }
}

#[derive(Clone, Copy, Default)]
struct Figures {
    balance: i128,
    drawn: i128,
    technical: i128,
}

#[derive(Clone, Copy, Default)]
struct Units {
    issued: i128,
    outstanding: i128,
}

/// What the records add up to.
struct Recount<'s> {
    state: &'s State,
    accounts: BTreeMap<AccountNo, Figures>,
    lots: BTreeMap<LotNo, Units>,
    counters: BTreeMap<CounterKey, i128>,
    notes: BTreeMap<(Note, Place), i128>,
    euro: BTreeMap<EuroPlace, i128>,
    /// What was decided about accounts' limits so far.
    limits: BTreeMap<AccountNo, AccountLimits>,
    /// The last day that was closed, and the first day still counted.
    closed: Option<(Day, Day)>,
    /// What came in or was learnt since: it could not lapse yet.
    fresh: Vec<(AccountNo, Day)>,
}

fn add(sum: &mut i128, by: i128) {
    *sum = sum.saturating_add(by);
}

impl<'s> Recount<'s> {
    fn of(state: &'s State) -> Self {
        Self {
            state,
            accounts: BTreeMap::new(),
            lots: BTreeMap::new(),
            counters: BTreeMap::new(),
            notes: BTreeMap::new(),
            euro: BTreeMap::new(),
            limits: BTreeMap::new(),
            closed: None,
            fresh: Vec::new(),
        }
    }

    fn take_in(&mut self, record: &Record, findings: &mut Vec<Finding>) {
        let (Some(order), Some(entry)) = (record.order(), record.entry()) else { return };
        let number = record.number;
        let sum = entry.legs.iter().map(|leg| wide_balance(leg.amount)).sum::<i128>();
        if sum != 0 {
            findings.push(Finding::EntryUnbalanced { number, sum });
        }
        for issue in &entry.lots {
            add(&mut self.lots.entry(issue.lot).or_default().issued, wide(issue.amount));
        }
        for leg in &entry.legs {
            self.take_in_leg((number, order.booking_day), entry, leg, findings);
        }
        for leg in &entry.notes {
            add(self.notes.entry((leg.note(), leg.place)).or_default(), i128::from(leg.by));
        }
        for leg in &entry.euro {
            add(self.euro.entry(leg.place).or_default(), i128::from(leg.cents));
        }
        for count in &entry.counters {
            add(self.counters.entry(count.key).or_default(), wide_balance(count.by));
        }
        let value_day = caps::value_day(record, entry).unwrap_or(order.value_day);
        let design = self.state.designs.on(value_day).1;
        let past = |count: &&Count| !caps::is_within(design, value_day, count, &self.counters);
        let past = entry.counters.iter().filter(past);
        findings.extend(past.map(|count| Finding::CapPassed { number, key: count.key }));
        for change in &entry.changes {
            match change {
                Change::NoticeRecorded { account, end, .. } => self.is_fresh(account, *end),
                Change::Account(AccountChange::Limits { account, is, .. }) => {
                    self.limits.extend(row(&self.state.books, account).map(|row| (row, **is)));
                }
                Change::DayClosed { day, forget_before, .. } => {
                    // A design that looks further back brings nothing back that is forgotten.
                    let forgotten =
                        self.closed.map_or(*forget_before, |(_, first)| first.max(*forget_before));
                    self.closed = Some((*day, forgotten));
                    self.fresh.clear();
                }
                _ => {}
            }
        }
    }

    fn is_fresh(&mut self, account: &AccountRef, end: Day) {
        self.fresh.extend(row(&self.state.books, account).map(|row| (row, end)));
    }

    fn take_in_leg(
        &mut self,
        (number, day): (u64, Day),
        entry: &Entry,
        leg: &Leg,
        findings: &mut Vec<Finding>,
    ) {
        let books = &self.state.books;
        let Some(row) = row(books, &leg.account) else {
            return findings.push(Finding::NotFound { account: leg.account.id() });
        };
        for Piece(lot, by) in &leg.lots {
            add(&mut self.lots.entry(*lot).or_default().outstanding, wide_balance(*by));
            let end = books.lot(*lot).and_then(|lot| lot.facts().ends_on);
            if let Some(end) = end.filter(|_| !by.is_negative()) {
                self.fresh.push((row, end));
            }
        }
        let figures = self.accounts.entry(row).or_default();
        let before = figures.balance;
        add(&mut figures.balance, wide_balance(leg.amount));
        add(&mut figures.drawn, wide_balance(leg.drawn));
        add(&mut figures.technical, wide_balance(leg.technical));
        let after = figures.balance;
        let participant = books.account(row).filter(|account| account.kind().is_participant());
        let exempt = entry.changes.iter().any(|change| is_exempt(change, leg));
        let version = usize::try_from(entry.design).ok();
        let design = version.and_then(|version| self.state.designs.iter().nth(version));
        if let (Some(version), Some(account)) = (design.filter(|_| !exempt), participant) {
            let act = Act { number, account: account.id(), before, after };
            let own = self.limits.get(&row);
            let limits = LimitsInForce::on(day, version.design.limits(), account.opened_on(), own);
            findings.extend(act.limits(&limits, &entry.flags));
        }
    }

    fn compare(&self, findings: &mut Vec<Finding>) {
        for (row, account) in self.state.books.accounts() {
            let recorded = self.accounts.get(&row).copied().unwrap_or_default();
            let figures = [
                ("balance", recorded.balance, wide_balance(account.balance())),
                ("drawn", recorded.drawn, wide(account.drawn())),
                ("technical debt", recorded.technical, wide(account.technical_debt())),
            ];
            let wrong = figures.into_iter().filter(|(_, recorded, booked)| recorded != booked);
            let account = account.id();
            findings.extend(wrong.map(|(figure, recorded, booked)| Finding::NotItsEntries {
                account,
                figure,
                recorded,
                booked,
            }));
        }
        for (number, lot) in self.state.books.lots() {
            let recorded = self.lots.get(&number).copied().unwrap_or_default();
            let figures = [
                ("issued", recorded.issued, wide(lot.issued())),
                ("outstanding", recorded.outstanding, wide(lot.outstanding())),
            ];
            let wrong = figures.into_iter().filter(|(_, recorded, booked)| recorded != booked);
            findings.extend(wrong.map(|(figure, recorded, booked)| Finding::LotNotItsEntries {
                lot: number,
                figure,
                recorded,
                booked,
            }));
        }
        for (row, account) in self.state.books.accounts() {
            let recorded = self.limits.get(&row).copied().unwrap_or_default();
            if recorded != account.own_limits().copied().unwrap_or_default() {
                findings.push(Finding::NotItsLimits { account: account.id() });
            }
        }
        self.compare_counters(findings);
        self.compare_notes(findings);
    }

    fn compare_notes(&self, findings: &mut Vec<Finding>) {
        let books = &self.state.books;
        let mut tell = |what: String, place: String, recorded: i128, booked: i128| {
            if recorded != booked {
                findings.push(Finding::CountNotItsEntries { what, place, recorded, booked });
            }
        };
        let there = books.paper().iter().map(|(note, place, _)| (note, place));
        let kinds: BTreeSet<(Note, Place)> = self.notes.keys().copied().chain(there).collect();
        for (note, place) in kinds {
            let recorded = self.notes.get(&(note, place)).copied().unwrap_or(0);
            let what = format!("notes of {} of {}", note.face.minor(), note.series);
            tell(what, place.to_string(), recorded, i128::from(books.paper().count(note, place)));
        }
        let there = books.euro().iter().map(|(place, _)| place);
        let places: BTreeSet<EuroPlace> = self.euro.keys().copied().chain(there).collect();
        for place in places {
            let recorded = self.euro.get(&place).copied().unwrap_or(0);
            tell(String::from("euro"), place.to_string(), recorded, i128::from(books.euro().cents(place)));
        }
    }

    fn compare_counters(&self, findings: &mut Vec<Finding>) {
        let kept = self.state.counters.iter().map(|(key, _)| *key);
        let keys: BTreeSet<CounterKey> = self.counters.keys().copied().chain(kept).collect();
        for key in &keys {
            let recorded = self.counters.get(key).copied().unwrap_or(0);
            let forgotten = self.closed.is_some_and(|(_, first)| key.last_day() < first);
            let used = self.state.counters.used(key);
            let recorded = if forgotten { 0 } else { recorded };
            if wide(used) != recorded {
                findings.push(Finding::Counter { key: *key, recorded, used });
            }
            findings.extend(self.past_its_limit(key, used));
        }
    }

    /// What the counter says that no order could have brought about.
    fn past_its_limit(&self, key: &CounterKey, used: Amount) -> Option<Finding> {
        match *key {
            CounterKey::Mandate { month, mandate } => {
                let limit = self.state.people.mandate(&mandate).and_then(|mandate| mandate.per_month);
                let limit = limit.filter(|limit| used > *limit)?;
                Some(Finding::MandateOverspent { mandate, month, used, limit })
            }
            // What a contract allows may have been lowered since.
            CounterKey::PartnerBudget { .. }
            | CounterKey::Settled { .. }
            | CounterKey::PartnerSettled { .. } => None,
            CounterKey::Welcomed { .. } | CounterKey::AccountWelcomed { .. } => {
                (used.minor() > 1).then_some(Finding::GivenTwice { key: *key, used })
            }
            // Of what was reserved before the last one, more can run out than the limit allows.
            CounterKey::TakenByPerson { .. }
            | CounterKey::TakenByHousehold { .. }
            | CounterKey::NoShows { .. }
            | CounterKey::Stock { .. } => None,
            // Asked of every record, under the design of its day.
            CounterKey::CapUnits { .. } | CounterKey::CapTimes { .. } => None,
        }
    }

    fn find_overdue(&self, findings: &mut Vec<Finding>) {
        let Some((closed, _)) = self.closed else { return };
        let books = &self.state.books;
        let expiry = self.state.designs.on(closed).1.expiry();
        let fresh: BTreeSet<_> = self.fresh.iter().copied().collect();
        for (row, account) in books.accounts().filter(|(_, account)| account.kind().is_participant()) {
            let lots = account.holdings().iter().filter_map(|(lot, _)| books.lot(lot));
            let mut ends: Vec<Day> = lots.filter_map(|lot| lot.facts().ends_on).collect();
            ends.sort_unstable();
            ends.dedup();
            for end in ends.into_iter().filter(|end| *end <= closed && !fresh.contains(&(row, *end))) {
                if let Lapsing::At(due) = lapsing(books, expiry, row, end, self.state.day)
                    && due <= closed
                {
                    findings.push(Finding::Overdue { account: account.id(), end, due });
                }
            }
        }
    }
}

/// Whether a change frees a leg from the limits. A reversal may leave debt, what is taken over is a fact
/// of the past, and what a reservation of the account gives back was its own.
fn is_exempt(change: &Change, leg: &Leg) -> bool {
    match change {
        Change::Reversed { .. } | Change::TakenOver => true,
        Change::ReservationEnded {
            reservation,
            end: ReservationEnd::Released | ReservationEnd::TimedOut,
        } => reservation.account == leg.account,
        _ => false,
    }
}

/// What an entry that is no reversal did to a participant's balance.
struct Act {
    number: u64,
    account: Id,
    before: i128,
    after: i128,
}

impl Act {
    /// The limit it passed, if it was not flagged for it.
    fn limits(&self, limits: &LimitsInForce, flags: &[Flag]) -> Option<Finding> {
        let Self { number, account, before, after } = *self;
        let sound = |verdict, flag| match verdict {
            Verdict::Within => true,
            Verdict::Flagged => flags.contains(&flag),
            Verdict::Refused | Verdict::Stopped => false,
        };
        if after > before {
            let ceiling = limits.ceiling?.bound;
            let above = !sound(ceiling.at_ceiling(before, after), Flag::OverCeiling);
            return above.then_some(Finding::AboveCeiling { number, account, after, ceiling: ceiling.at });
        }
        // What is paid from a balance that covers it needs no floor.
        let drew = after < before && after < 0;
        let floor = limits.floor.bound;
        let below = drew && !sound(floor.at_floor(before, after), Flag::OverFloor);
        below.then_some(Finding::BelowFloor { number, account, before, after, floor: floor.at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::Notice;
    use crate::design::Over;
    use crate::money::Balance;
    use crate::orders::{NoticeOutcome, Order, Pending, WaitsFor};
    use crate::views::scenario::{Scenario, day, id};

    #[track_caller]
    fn assert_finds(ledger: &Ledger, finding: &str) {
        let findings: Vec<String> = ledger.audit().iter().map(ToString::to_string).collect();
        assert!(findings.iter().any(|found| found == finding), "{findings:#?}");
    }

    fn leg(ledger: &Ledger, account: &str, minor: i64, lots: &[(u32, i64)]) -> (AccountNo, Leg) {
        let row = ledger.state.books.number_of(&id(account)).unwrap();
        let balance = |minor| Balance::from_minor(minor).unwrap();
        let lots = lots.iter().map(|(lot, minor)| Piece(LotNo(*lot), balance(*minor))).collect();
        let account = AccountRef::new(id(account), row);
        (row, Leg { account, amount: balance(minor), lots, drawn: Balance::ZERO, technical: Balance::ZERO })
    }

    #[test]
    fn sound_ledgers_have_no_findings() {
        for mut it in [Scenario::rabot(), Scenario::wijk(), Scenario::uurbank()] {
            assert_eq!(it.ledger.audit(), []);
            it.close_through("2026-03-10");
            assert_eq!(it.ledger.audit(), []);
        }
    }

    #[test]
    fn books_that_the_records_do_not_add_up_to() {
        let mut ledger = Scenario::rabot().ledger;
        for (account, minor) in [("m-1", -5), ("m-4", 5)] {
            let (row, leg) = leg(&ledger, account, minor, &[(0, minor)]);
            ledger.state.books.apply_leg(row, &leg);
        }
        assert_finds(&ledger, "m-1: the entries add up to 62, the books say 57 (balance)");
        assert_finds(&ledger, "m-4: the entries add up to 0, the books say 5 (balance)");
        let (row, leg) = leg(&ledger, "m-1", -2, &[(0, -2)]);
        ledger.state.books.apply_leg(row, &leg);
        assert_finds(&ledger, "lot 0: the entries add up to 80, the books say 78 (outstanding)");
    }

    #[test]
    fn a_lost_record() {
        let mut ledger = Scenario::rabot().ledger;
        ledger.history.pop();
        let last = ledger.len();
        assert_finds(&ledger, &format!("record {last} is missing, or counted wrongly"));
    }

    #[test]
    fn an_entry_that_does_not_sum_to_zero() {
        let ledger = Scenario::rabot().ledger;
        let mut record = ledger.records_from(0).filter(|record| record.number == 9).last().unwrap();
        if let crate::ledger::Outcome::Booked(_, entry) = &mut record.outcome {
            entry.legs[0].amount = Balance::ZERO;
        }
        let mut findings = Vec::new();
        Recount::of(&ledger.state).take_in(&record, &mut findings);
        assert_eq!(findings, [Finding::EntryUnbalanced { number: 9, sum: 30 }]);
    }

    #[test]
    fn payments_past_a_limit() {
        let act = |before, after| Act { number: 7, account: id("m-1"), before, after };
        let limits_of = |ledger: &Ledger| {
            let account = ledger.state.books.find(&id("m-1")).unwrap();
            account.limits_on(ledger.day(), ledger.design().limits())
        };
        let mut wijk = limits_of(&Scenario::wijk().ledger);
        assert_eq!(act(-400, -500).limits(&wijk, &[]), None);
        assert_eq!(
            act(-400, -501).limits(&wijk, &[]).unwrap().to_string(),
            "record 7: a payment took m-1 from -400 to -501, the floor is -500"
        );
        assert_eq!(act(4_999, 5_000).limits(&wijk, &[]), None);
        assert_eq!(
            act(4_999, 5_001).limits(&wijk, &[]).unwrap().to_string(),
            "record 7: a receipt took m-1 to 5001, the ceiling is 5000"
        );
        // A soft limit is passed with a flag, and not without.
        wijk.floor.bound.over = Over::Flag;
        assert_eq!(act(-400, -501).limits(&wijk, &[Flag::OverFloor]), None);
        assert!(matches!(act(-400, -501).limits(&wijk, &[]), Some(Finding::BelowFloor { .. })));
        wijk.floor.bound.over = Over::OneWay;
        assert!(act(-501, -502).limits(&wijk, &[Flag::OverFloor]).is_some());
        // A debt stop looks at the balance before.
        let uurbank = limits_of(&Scenario::uurbank().ledger);
        assert_eq!(act(-999, -1_500).limits(&uurbank, &[]), None);
        assert!(matches!(act(-1_000, -1_001).limits(&uurbank, &[]), Some(Finding::BelowFloor { .. })));
        let rabot = limits_of(&Scenario::rabot().ledger);
        assert!(matches!(act(5, -1).limits(&rabot, &[]), Some(Finding::BelowFloor { .. })));
    }

    #[test]
    fn limits_that_nobody_set() {
        let mut ledger = Scenario::wijk().ledger;
        let row = ledger.state.books.number_of(&id("m-1")).unwrap();
        let limits = AccountLimits { floor: Balance::from_minor(-9_000).ok(), ..AccountLimits::default() };
        ledger.state.books.set_limits(row, limits);
        assert_finds(&ledger, "m-1: its limits are not those that were recorded");
    }

    #[test]
    fn units_that_should_have_lapsed() {
        let mut it = Scenario::rabot();
        it.close_through("2026-01-10");
        it.close_through("2026-03-20");
        let ledger = &mut it.ledger;
        assert_eq!(ledger.audit(), []);
        let (row, end) = (ledger.state.books.number_of(&id("m-1")).unwrap(), day("2026-01-31"));
        let notice = *ledger.state.books.notice(row, end).unwrap();
        let outcome = Some((NoticeOutcome::Delivered, day("2026-01-12")));
        ledger.state.books.set_notice(row, end, Some(Notice { outcome, ..notice }));
        assert_finds(ledger, "m-1: units that end on 2026-01-31 should have lapsed on 2026-02-11");
    }

    #[test]
    fn an_order_that_waits_too_long() {
        let mut ledger = Scenario::rabot().ledger;
        let order: Order = ledger.records_from(0).find_map(|record| record.order().cloned()).unwrap();
        let until = day("2025-02-01");
        let text = format!("order {} waits since before 2025-02-01, its last day", order.id);
        ledger.state.pendings.open(&Pending { order: Box::new(order), waits_for: WaitsFor::Approval, until });
        assert_finds(&ledger, &text);
    }

    /// The Rabot, where `m-1` has a meal of 30 reserved, kept through 6 February.
    fn reserved() -> Scenario {
        let mut it = Scenario::rabot();
        it.reserve_a_meal();
        assert_eq!(it.ledger.audit(), []);
        it
    }

    /// R51: what is set aside is what is reserved, lot by lot.
    #[test]
    fn units_set_aside_for_nobody_and_reservations_without_units() {
        let mut ledger = reserved().ledger;
        let reservation = ledger.state.reservations.iter().next().unwrap().clone();
        ledger.state.reservations.end(&reservation);
        assert_finds(&ledger, "lot 0: 0 is reserved, 30 is set aside");
        ledger.state.reservations.open(&reservation);
        assert_eq!(ledger.audit(), []);
        for (account, minor) in [("system:reserved", -4), ("m-1", 4)] {
            let (row, leg) = leg(&ledger, account, minor, &[(0, minor)]);
            ledger.state.books.apply_leg(row, &leg);
        }
        assert_finds(&ledger, "lot 0: 30 is reserved, 26 is set aside");
        // The sum is right and the lots are not: whose units come back has to be known.
        let mut other = reservation.clone();
        other.lots[0].0 = LotNo(1);
        ledger.state.reservations.end(&reservation);
        ledger.state.reservations.open(&other);
        assert_finds(&ledger, "lot 0: 0 is reserved, 26 is set aside");
        assert_finds(&ledger, "lot 1: 30 is reserved, 0 is set aside");
    }

    #[test]
    fn a_reservation_that_outlives_its_last_day() {
        let mut it = reserved();
        let kept = it.ledger.state.reservations.iter().next().unwrap().clone();
        it.close_through("2025-02-05");
        // On its last day it may stand.
        assert_eq!(it.ledger.audit(), []);
        it.close_through("2025-02-06");
        assert_eq!(it.ledger.audit(), []);
        it.ledger.state.reservations.open(&kept);
        let text = format!("reservation {} is kept since before 2025-02-06, its last day", kept.id);
        assert_finds(&it.ledger, &text);
    }

    #[test]
    fn counters_that_were_not_counted() {
        let ledger = Scenario::rabot().ledger;
        let key = CounterKey::Mandate { month: day("2025-02-01"), mandate: id("md-1") };
        let mut recount = Recount::of(&ledger.state);
        recount.counters.insert(key, 7);
        let mut findings = Vec::new();
        recount.compare_counters(&mut findings);
        let finding = findings.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(finding, ["mandate md-1 in the month of 2025-02-01: 7 was counted, the books say 0"]);
        // Counted in both, all is well; in the books alone it is not.
        let mut state = ledger.state.clone();
        state.counters.apply(&Count { key, by: Balance::from_minor(7).unwrap() });
        let mut recount = Recount::of(&state);
        recount.counters.insert(key, 7);
        recount.compare_counters(&mut findings);
        assert_eq!(findings.len(), 1);
        recount.counters.clear();
        recount.compare_counters(&mut findings);
        assert_eq!(findings.len(), 2);
    }
}
