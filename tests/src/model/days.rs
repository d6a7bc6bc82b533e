//! The ledger's day: when an order may be booked, and what closing a day brings.

use muntwerk::calendar::Day;
use muntwerk::id::Id;
use muntwerk::orders::{CloseDay, NoticeOutcome, Order, RecordNotice, RefusalCode};

use super::facts::{Leg, Notice};
use super::sketch::{Pieces, Sketch, total};
use super::who::{Concern, Deed};
use super::{LAPSED, Model, POT, Suffices, id};

type Verdict<T> = Result<T, RefusalCode>;

impl Model {
    pub(super) fn check_days(&self, order: &Order) -> Verdict<()> {
        // Whether an order of those days was answered before, nobody may know any more.
        if order.value_day < self.closed_before {
            return Err(RefusalCode::TooOld);
        }
        if order.booking_day < self.day {
            return Err(RefusalCode::DayClosed);
        }
        if order.booking_day > self.day {
            return Err(RefusalCode::CloseDayFirst);
        }
        if order.value_day > self.day {
            return Err(RefusalCode::ValueDayAhead);
        }
        let late = self.day.days_since(order.value_day);
        if late > i32::from(self.rules.late_window) {
            return Err(RefusalCode::TooOld);
        }
        Ok(())
    }

    /// Units that lapse, on their way to where the rules say.
    pub(super) fn lapse_to(&self, pieces: &Pieces, sketch: &mut Sketch<'_>) -> Verdict<()> {
        if self.rules.lapse_to_pot {
            sketch.receive(id(POT), pieces)
        } else {
            sketch.counter(id(LAPSED), total(pieces))
        }
    }

    /// The closing at which an account's units of an end lapse, if that is known.
    pub(super) fn lapses_on(&self, account: Id, end: Day) -> Option<Day> {
        let spendable = end.plus_days(self.rules.grace.into()).unwrap();
        let Some((days, suffices)) = self.rules.notice else { return Some(spendable) };
        let told = match self.notices.iter().find(|one| one.account == account && one.end == end) {
            // Whoever got them later counts as told when the others were.
            None => {
                let run = self.runs.iter().find(|(about, _)| *about == end);
                Some(run.map_or_else(|| end.minus_days(days.into()).unwrap(), |(_, given)| *given))
            }
            Some(notice) => match (suffices, notice.outcome) {
                (Suffices::Given, _) => Some(notice.given),
                (_, Some((true, on))) | (Suffices::DeliveredOrUndeliverable, Some((false, on))) => Some(on),
                _ => None,
            },
        };
        told.map(|told| spendable.max(told.plus_days(days.into()).unwrap()))
    }

    pub(super) fn close_through(&mut self, order: &Order, close: &CloseDay) -> Verdict<()> {
        self.may(order, &Concern::of(Deed::CloseDay))?;
        if close.through < self.day {
            return Err(RefusalCode::DayAlreadyClosed);
        }
        if close.through > close.today {
            return Err(RefusalCode::DayNotOver);
        }
        if close.through.days_since(self.day) >= 3660 {
            return Err(RefusalCode::TooManyDays);
        }
        while self.day <= close.through {
            self.close_one(order, close.today);
        }
        Ok(())
    }

    fn close_one(&mut self, order: &Order, today: Day) {
        let participants: Vec<Id> =
            self.accounts.iter().filter(|one| one.kind.is_some()).map(|one| one.id).collect();
        for account in &participants {
            let due = |end: &Day| {
                *end <= self.day && self.lapses_on(*account, *end).is_some_and(|on| on <= self.day)
            };
            let ends: Vec<Day> = self.held_by_end(*account).into_keys().flatten().filter(due).collect();
            let held = self.held(*account).into_iter();
            let mut pieces: Pieces =
                held.filter(|(lot, _)| self.lots[*lot].end.is_some_and(|end| ends.contains(&end))).collect();
            if pieces.is_empty() {
                continue;
            }
            // What ends first goes first.
            pieces.sort_by_key(|(lot, _)| self.lots[*lot].end);
            let mut sketch = Sketch::new(self, order);
            let out = pieces.iter().map(|(lot, amount)| (*lot, -amount)).collect();
            let leg = Leg { account: *account, amount: -total(&pieces), pieces: out, drawn: 0, technical: 0 };
            sketch.leg(leg).unwrap();
            self.lapse_to(&pieces, &mut sketch).unwrap();
            self.book(sketch.new_lots.clone(), sketch.booked.clone());
            self.notices.retain(|one| one.account != *account || !ends.contains(&one.end));
        }
        if let Some((days, _)) = self.rules.notice {
            let end = self.day.plus_days(i32::from(days) + 1).unwrap();
            for account in &participants {
                if self.held_by_end(*account).contains_key(&Some(end)) {
                    self.notices.push(Notice { account: *account, end, given: today, outcome: None });
                    self.records += 1;
                }
            }
            self.runs.push((end, today));
        }
        self.standing(order, today);
        self.waiting.retain(|waiting| waiting.until > self.day);
        // A notice about units that are all gone is of no more use.
        let gone: Vec<(Id, Day)> = self.notices.iter().map(|one| (one.account, one.end)).collect();
        for (account, end) in gone {
            if end <= self.day && !self.held_by_end(account).contains_key(&Some(end)) {
                self.notices.retain(|one| one.account != account || one.end != end);
            }
        }
        // Nor is the day on which they were given, once nobody holds units of that end.
        let held: Vec<Day> =
            participants.iter().flat_map(|one| self.held_by_end(*one).into_keys().flatten()).collect();
        self.runs.retain(|(end, _)| *end > self.day || held.contains(end));
        let back = i32::from(self.rules.late_window) + i32::from(self.rules.pending.max(self.rules.window));
        self.closed_before = self.closed_before.max(self.day.minus_days(back).unwrap());
        self.records += 1;
        self.day = self.day.next().unwrap();
    }

    pub(super) fn record_notice(&mut self, order: &Order, record: &RecordNotice) -> Verdict<()> {
        let found =
            self.notices.iter_mut().find(|one| one.account == record.account && one.end == record.end);
        let notice = found.ok_or(RefusalCode::NoticeUnknown)?;
        if notice.outcome.is_some() {
            return Err(RefusalCode::NoticeSettled);
        }
        notice.outcome =
            Some((record.outcome == NoticeOutcome::Delivered, order.value_day.max(notice.given)));
        Ok(())
    }
}
