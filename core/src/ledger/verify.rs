//! Verifying: whether an entry that somebody else wrote fits this state. What was decided here needs
//! none of this; what is read from a journal does, since applying cannot fail.

use std::collections::BTreeMap;

use super::State;
use super::apply::{introduces, row};
use crate::books::{
    Account, AccountChange, AccountKind, AccountRef, AccountState, Books, Change, Entry, Leg, LotFacts,
    Piece, Towards, on_paper,
};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::id::Id;
use crate::money::{Amount, Balance};
use crate::office::{Note, NoteLeg, OfficeChange, OfficeDay, Place};
use crate::orders::{Ask, Order, PendingEnd};
use crate::people::PeopleChange;

/// What does not fit.
pub(super) type Misfit = &'static str;

pub(super) fn require(holds: bool, misfit: Misfit) -> Result<(), Misfit> {
    if holds { Ok(()) } else { Err(misfit) }
}

fn moved(amount: Amount, by: Balance) -> Option<Amount> {
    Balance::from(amount).checked_add(by)?.as_amount()
}

/// What an entry does to one lot.
#[derive(Default)]
struct Moved {
    issued: i128,
    held: i128,
}

/// Whether no account has two legs.
fn all_differ(legs: &[Leg]) -> bool {
    const FEW: usize = 8;
    if legs.len() <= FEW {
        let mut rest = legs;
        while let [leg, others @ ..] = rest {
            if others.iter().any(|other| other.account == leg.account) {
                return false;
            }
            rest = others;
        }
        return true;
    }
    let mut seen: Vec<Id> = legs.iter().map(|leg| leg.account.id()).collect();
    seen.sort_unstable();
    seen.is_sorted_by(|one, two| one < two)
}

impl State {
    pub(super) fn verify(&self, order: &Order, entry: &Entry) -> Result<(), Misfit> {
        require(entry.number == self.number, "its number is not the next one")?;
        require(entry.design == self.designs.on(self.day).0, "it was made under another design")?;
        require(self.people.number_of(&order.actor).is_some(), "its actor is not known")?;
        let closes = matches!(order.ask, Ask::CloseDay(_));
        require(closes || self.closing.is_none(), "the closing of a day is under way")?;
        require(closes || order.booking_day == self.day, "its booking day is not the current day")?;
        self.verify_lots(entry)?;
        self.verify_legs(entry)?;
        self.verify_notes(entry)?;
        self.verify_euro(entry)?;
        self.verify_payees(entry)?;
        for (at, count) in entry.counters.iter().enumerate() {
            let once = entry.counters.iter().skip(at.saturating_add(1)).all(|other| other.key != count.key);
            require(once && self.counters.after(count).is_some(), "a counter leaves its range")?;
        }
        self.verify_set_aside(entry)?;
        self.verify_lines(entry)?;
        for change in &entry.changes {
            self.verify_change(order, entry, change)?;
        }
        Ok(())
    }

    pub(super) fn row(&self, account: &AccountRef) -> Result<AccountNo, Misfit> {
        let known = row(&self.books, account)
            .filter(|row| self.books.account(*row).is_some_and(|there| there.id() == account.id()));
        known.ok_or("an account is not known")
    }

    fn verify_lots(&self, entry: &Entry) -> Result<(), Misfit> {
        let mut next = self.books.next_lot().ok_or("lots ran out")?;
        for issue in &entry.lots {
            require(!issue.amount.is_zero(), "a lot of nothing is issued")?;
            match &issue.new {
                Some(facts) => {
                    require(issue.lot == next, "a lot's number is not the next one")?;
                    next = LotNo(next.0.checked_add(1).ok_or("lots ran out")?);
                    self.row(&facts.origin.account)?;
                    if let Some(parent) = facts.parent {
                        require(parent.0 < issue.lot.0, "a lot's parent is not older")?;
                    }
                }
                None => {
                    let lot = self.books.lot(issue.lot).ok_or("a lot is not known")?;
                    require(lot.issued().checked_add(issue.amount).is_some(), "a lot grows too large")?;
                    let cohort = self.books.cohort(lot.facts());
                    require(cohort == Some(issue.lot), "a lot grows that is closed")?;
                }
            }
        }
        Ok(())
    }

    fn facts<'e>(&'e self, entry: &'e Entry, lot: LotNo) -> Result<&'e LotFacts, Misfit> {
        if let Some(lot) = self.books.lot(lot) {
            return Ok(lot.facts());
        }
        // New lots have consecutive numbers, so that one of many is mostly where its number says.
        let first = self.books.next_lot().and_then(|first| lot.0.checked_sub(first.0));
        let at = first.and_then(|at| entry.lots.get(usize::try_from(at).ok()?));
        let there = at.filter(|issue| issue.lot == lot);
        let issued = there.or_else(|| entry.lots.iter().find(|issue| issue.lot == lot));
        issued.and_then(|issue| issue.new.as_ref()).ok_or("a lot is not known")
    }

    fn verify_legs(&self, entry: &Entry) -> Result<(), Misfit> {
        let mut sum = 0_i128;
        let mut lots: BTreeMap<LotNo, Moved> = BTreeMap::new();
        for issue in &entry.lots {
            // An issued lot need not reach anybody, but nobody gets more than was issued.
            let lot = lots.entry(issue.lot).or_default();
            lot.issued = lot.issued.saturating_add(issue.amount.minor().into());
        }
        require(all_differ(&entry.legs), "an account has two legs")?;
        for leg in &entry.legs {
            sum = sum.checked_add(leg.amount.minor().into()).ok_or("the legs overflow")?;
            let account = self.books.account(self.row(&leg.account)?).ok_or("an account is not known")?;
            self.verify_leg(entry, account, leg)?;
            for Piece(lot, amount) in &leg.lots {
                let lot = lots.entry(*lot).or_default();
                lot.held = lot.held.checked_add(amount.minor().into()).ok_or("a lot overflows")?;
            }
        }
        require(sum == 0, "the legs do not sum to zero")?;
        for (lot, by) in lots {
            let (issued, there) = self.books.lot(lot).map_or((0, 0), |lot| {
                (i128::from(lot.issued().minor()), i128::from(lot.outstanding().minor()))
            });
            let after = there.saturating_add(by.held);
            require(
                (0..=issued.saturating_add(by.issued)).contains(&after),
                "more of a lot is held than was issued",
            )?;
        }
        Ok(())
    }

    fn verify_leg(&self, entry: &Entry, account: &Account, leg: &Leg) -> Result<(), Misfit> {
        require(account.balance().checked_add(leg.amount).is_some(), "a balance leaves its range")?;
        if !account.kind().holds_lots() {
            let plain = leg.lots.is_empty() && leg.drawn == Balance::ZERO && leg.technical == Balance::ZERO;
            return require(plain, "a counter-side holds lots");
        }
        let drawn = moved(account.drawn(), leg.drawn).ok_or("what is drawn leaves its range")?;
        let technical =
            moved(account.technical_debt(), leg.technical).ok_or("technical debt leaves its range")?;
        require(technical <= drawn, "technical debt is more than what is drawn")?;
        let mut pieces = 0_i128;
        let mut held = account.holdings().len();
        for (at, Piece(lot, amount)) in leg.lots.iter().enumerate() {
            let once =
                leg.lots.iter().skip(at.saturating_add(1)).take(64).all(|Piece(other, _)| other != lot);
            require(once, "a lot stands twice in a leg")?;
            require(*amount != Balance::ZERO, "a piece is empty")?;
            self.facts(entry, *lot)?;
            let there = self.books.piece(self.row(&leg.account)?, *lot);
            let after = moved(there, *amount).ok_or("more of a lot leaves than is held")?;
            pieces = pieces.saturating_add(amount.minor().into());
            held = match (there.is_zero(), after.is_zero()) {
                (true, false) => held.saturating_add(1),
                (false, true) => held.saturating_sub(1),
                _ => held,
            };
        }
        let amount = pieces.saturating_sub(leg.drawn.minor().into());
        require(amount == i128::from(leg.amount.minor()), "a leg is not the sum of its pieces")?;
        require(held == 0 || drawn.is_zero(), "an account holds units and has drawn")
    }

    /// Pieces sum to zero by series and face and are where they leave; units follow the live notes (D8).
    fn verify_notes(&self, entry: &Entry) -> Result<(), Misfit> {
        let mut sums: BTreeMap<Note, i128> = BTreeMap::new();
        let mut live: BTreeMap<Id, i128> = BTreeMap::new();
        for (at, leg) in entry.notes.iter().enumerate() {
            let same = |other: &&NoteLeg| other.place == leg.place && other.note() == leg.note();
            let once = entry.notes.iter().skip(at.saturating_add(1)).find(same).is_none();
            require(once && leg.by != 0, "notes have two legs in one place, or an empty one")?;
            require(!leg.face.is_zero(), "a note of zero")?;
            require(self.books.paper().after(leg).is_some(), "more notes leave a place than are there")?;
            let sum = sums.entry(leg.note()).or_default();
            *sum = sum.checked_add(i128::from(leg.by)).ok_or("the notes overflow")?;
            if leg.place.is_live() {
                let account = on_paper(&leg.series).map_err(|_| "a series' code is too long")?;
                let value = live.entry(account).or_default();
                *value = value.checked_add(leg.value()).ok_or("the notes overflow")?;
            }
        }
        require(sums.values().all(|sum| *sum == 0), "the notes do not sum to zero")?;
        let on_paper = |leg: &&Leg| {
            let account = self.books.find(&leg.account.id());
            account.is_some_and(|account| account.kind() == AccountKind::Paper)
        };
        for leg in entry.legs.iter().filter(on_paper) {
            let value = live.remove(&leg.account.id()).unwrap_or(0);
            require(value == i128::from(leg.amount.minor()), "units on paper do not follow the live notes")?;
        }
        require(live.values().all(|value| *value == 0), "live notes move without their units")
    }

    fn verify_euro(&self, entry: &Entry) -> Result<(), Misfit> {
        let mut sum = 0_i128;
        for (at, leg) in entry.euro.iter().enumerate() {
            let once = entry.euro.iter().skip(at.saturating_add(1)).all(|other| other.place != leg.place);
            require(once, "euro have two legs in one place")?;
            require(self.books.euro().after(leg).is_some(), "more euro leave a place than are there")?;
            sum = sum.saturating_add(i128::from(leg.cents));
        }
        require(sum == 0, "the euro do not sum to zero")
    }

    fn verify_change(&self, order: &Order, entry: &Entry, change: &Change) -> Result<(), Misfit> {
        let closes = matches!(order.ask, Ask::CloseDay(_));
        match change {
            Change::Account(change) => self.verify_account_change(entry, change),
            Change::People(change) => self.verify_people_change(change),
            Change::PendingOpened(pending) => {
                require(self.pendings.find(pending.order.id).is_none(), "an order waits already")
            }
            Change::PendingEnded { order, end, .. } => {
                require(self.pendings.find(*order).is_some(), "no such order waits")?;
                require(*end != PendingEnd::Expired || closes, "an order expires outside a closing")
            }
            Change::Reversed { original, .. } => {
                require(self.reversals.of(*original).is_none(), "an order is taken back twice")
            }
            Change::Reserved(reservation) => self.verify_reserved(order, entry, reservation),
            Change::ReservationEnded { reservation, .. } => self.verify_reservation_ended(entry, reservation),
            Change::NoShow(no_show) => self.verify_no_show(entry, no_show),
            Change::PlaceOpened(place) => self.verify_place_opened(entry, place),
            Change::PlaceEnded { place, .. } => self.verify_place_ended(entry, place),
            // Looked at line by line.
            Change::PlaceCalled { .. } => Ok(()),
            Change::PaidInEuro { partner, .. } => {
                require(self.people.partner(partner).is_some(), "euro are paid to nobody that is known")
            }
            Change::TakenIn { partner, account, amount } => {
                require(self.people.partner(partner).is_some(), "a partner is not known")?;
                let leg = entry.leg(&account.id()).ok_or("units are taken in without a leg")?;
                require(leg.amount == *amount, "other units are taken in than come")
            }
            Change::Accepted(_)
            | Change::AcceptanceReduced { .. }
            | Change::ClaimFiled(_)
            | Change::ClaimMoved { .. }
            | Change::ClaimLineChanged { .. } => self.verify_settlement_change(order, entry, change),
            Change::NoticeGiven { account, end, .. } => {
                let row = self.row(account)?;
                require(closes && self.books.notice(row, *end).is_none(), "a notice is given out of turn")
            }
            Change::NoticeRecorded { account, end, was, .. } => {
                require(self.books.notice(self.row(account)?, *end) == Some(was), "a notice is not known")
            }
            Change::Lapsed { account, end } => {
                let row = self.row(account)?;
                let leg = entry.leg(&account.id()).ok_or("units lapse without a leg")?;
                let mut ending = self.books.ending(row, *end);
                let all = ending.all(|(lot, amount)| {
                    leg.lots.iter().any(|Piece(other, by)| *other == lot && by.magnitude() == amount)
                });
                require(closes && all, "not all of an end date lapses")
            }
            Change::TakenOver => require(
                self.taken_over.is_none() && self.first_movement.is_none(),
                "balances are taken over late",
            ),
            Change::Office(change) => {
                let only = entry.changes.iter().filter(|other| matches!(other, Change::Office(_))).count();
                require(only == 1 && self.offices.fits(change), "an office or a sending stands otherwise")?;
                self.verify_office_change(entry, change)
            }
            Change::QuietWarned { account, .. } => {
                let row = self.row(account)?;
                require(closes && self.books.warned_quiet(row).is_none(), "a warning is given out of turn")
            }
            Change::EndsMoved(moved) => {
                let mut ends = moved.spans.iter().map(|span| span.ends_on);
                let ahead = match moved.towards {
                    Towards::Sooner => !closes && ends.all(|end| end >= Some(self.day)),
                    Towards::Later => closes,
                };
                require(moved.is_sound() && ahead, "ends move that must not")?;
                let concerns = self.books.concerned_by(moved, self.day);
                require(entry.concerns == concerns, "ends move for others than it says")
            }
            Change::DesignAdopted { effective, design, existing } => {
                let (latest, out) = (self.designs.latest(), self.books.units_out());
                require(
                    *effective > latest.effective && *effective > self.day,
                    "a design is adopted too early",
                )?;
                require(
                    design.amendable_from(&latest.design, out, *existing).is_ok(),
                    "a design would need conversion",
                )
            }
            Change::DayClosed { day, .. } => require(
                closes && *day == self.day && *day < Day::LAST,
                "another day is closed than the current",
            ),
        }
    }

    /// What left with a carrier, or arrived, is what the sending says.
    fn verify_office_change(&self, entry: &Entry, change: &OfficeChange) -> Result<(), Misfit> {
        let (sending, sign) = match change {
            OfficeChange::Sent(sending) => (sending, 1),
            OfficeChange::Arrived(sending) => (sending, -1),
            OfficeChange::Day { office, is, .. } => {
                let left = self.books.paper().iter().any(|(_, place, _)| place.office() == Some(*office));
                let ends = matches!(**is, OfficeDay::Ended { .. });
                return require(!(ends && left), "an office ends with notes in its drawers");
            }
        };
        let carried = |leg: &&NoteLeg| leg.place == Place::Transit(sending.carrier);
        for leg in entry.notes.iter().filter(carried) {
            let sent = i64::from(sending.notes.count_of(leg.face)).saturating_mul(sign);
            require(leg.series == sending.series && leg.by == sent, "a carrier has other notes")?;
        }
        let all = entry.notes.iter().filter(carried).count() == sending.notes.iter().count();
        require(all, "a carrier has other notes")
    }

    fn verify_account_change(&self, entry: &Entry, change: &AccountChange) -> Result<(), Misfit> {
        let free = |id: &Id| self.books.number_of(id).is_none();
        let only = entry.changes.iter().filter(|other| {
            matches!(
                other,
                Change::Account(
                    AccountChange::Opened { .. }
                        | AccountChange::PartnerApproved { .. }
                        | AccountChange::SeriesOpened { .. }
                )
            )
        });
        match change {
            AccountChange::Opened { account, kind, holders, .. } => {
                require(only.count() == 1, "two accounts are opened at once")?;
                require(
                    kind.is_participant() && !account.is_chart() && free(account),
                    "an account cannot be opened",
                )?;
                let known = |id: &Id| self.people.number_of(id).is_some() || introduces(entry, id);
                require(holders.iter().all(known), "a holder is not known")
            }
            AccountChange::Holders { account, was, is } => {
                let there = self.books.account(self.row(account)?).ok_or("an account is not known")?;
                let holders = there.holders().iter().filter_map(|holder| self.people.person(*holder));
                require(
                    holders.map(|person| person.id()).eq(was.iter().copied()),
                    "an account has other holders",
                )?;
                let known = |id: &Id| self.people.number_of(id).is_some() || introduces(entry, id);
                let twice = |at: usize, one: &Id| is.iter().skip(at.saturating_add(1)).any(|two| two == one);
                let sound = !is.is_empty() && !is.iter().enumerate().any(|(at, one)| twice(at, one));
                require(sound && is.iter().all(known), "a holder is not known")?;
                require(there.kind().is_participant(), "a counter-side gets a holder")
            }
            AccountChange::PartnerApproved { partner, .. } => {
                require(only.count() == 1, "two accounts are opened at once")?;
                let chart = Books::chart_accounts_of(change).ok_or("a partner's id is too long")?;
                let free = chart.iter().all(|(id, _)| free(id));
                require(free && self.people.partner(partner).is_none(), "a partner is known already")
            }
            AccountChange::SeriesOpened { series, .. } => {
                require(only.count() == 1, "two accounts are opened at once")?;
                let chart = Books::chart_accounts_of_series(series).ok_or("a series' code is too long")?;
                require(chart.iter().all(|(id, _)| free(id)), "a series is known already")
            }
            AccountChange::State { account, was, since, is } => {
                let there = self.books.account(self.row(account)?).ok_or("an account is not known")?;
                let before = (there.state(), there.state_since());
                require(before == (*was, *since), "an account was in another state")?;
                let empties = entry
                    .leg(&account.id())
                    .is_some_and(|leg| leg.amount.checked_add(there.balance()) == Some(Balance::ZERO));
                let closable = empties || there.balance() == Balance::ZERO;
                require(*is != AccountState::Closed || closable, "an account is closed with a balance")
            }
            AccountChange::Limits { account, was, is } => {
                let there = self.books.account(self.row(account)?).ok_or("an account is not known")?;
                require(there.kind().is_participant(), "limits are set for an account of the chart")?;
                let known = there.own_limits().copied().unwrap_or_default();
                require(known == **was, "an account had other limits")?;
                let exception = is.exception.map(|one| (one.floor, one.ceiling)).unwrap_or_default();
                let floors = [is.floor, exception.0].into_iter().flatten();
                let ceilings = [is.ceiling, exception.1].into_iter().flatten();
                let sound = floors.into_iter().all(|at| at <= Balance::ZERO)
                    && ceilings.into_iter().all(|at| at > Balance::ZERO);
                require(sound, "a limit lies on the wrong side of zero")
            }
        }
    }

    fn verify_people_change(&self, change: &PeopleChange) -> Result<(), Misfit> {
        match change {
            PeopleChange::Known(id) => {
                require(self.people.number_of(id).is_none(), "a person is known already")
            }
            PeopleChange::Appointed(..) => Ok(()),
            PeopleChange::RoleEnded { person, role, scope, was, .. } => {
                let held = self.people.appointments(person);
                let there =
                    held.iter().any(|one| one.role == *role && one.scope == *scope && one.until == *was);
                require(there, "a role ends that is not held")
            }
            PeopleChange::MandateGiven(mandate) => {
                require(self.people.mandate(&mandate.id).is_none(), "a mandate is known already")
            }
            PeopleChange::MandateRevoked(id, _) => {
                let there = self.people.mandate(id).is_some_and(|mandate| mandate.revoked.is_none());
                require(there, "a mandate is not known")
            }
            PeopleChange::ContractAmended(partner, _) => {
                require(self.people.partner(partner).is_some(), "a partner is not known")
            }
            PeopleChange::FactRecorded(person, _) => {
                require(self.people.number_of(person).is_some(), "a person is not known")
            }
        }
    }
}
