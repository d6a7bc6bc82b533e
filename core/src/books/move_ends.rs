//! Moving the ends of lots there are already, and whom that concerns.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger_books::rank;
use super::{Books, Concerns, EndsMoved, Lot, Towards};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::UnitsOut;
use crate::money::Amount;

impl Books {
    /// The end of units that the design dates so, after every move of ends that is about them.
    pub(crate) fn end_of(&self, earned_on: Day, by_design: Option<Day>) -> Option<Day> {
        self.moved.iter().fold(by_design, |end, moved| moved.end(earned_on, end))
    }

    /// The new end of a lot under a move, if it gets one. Of a lot that is past its end and held by
    /// nobody, nothing comes back to life.
    fn moved_end(lot: &Lot, moved: &EndsMoved, today: Day) -> Option<Option<Day>> {
        let over = lot.outstanding.is_zero() && lot.facts.ends_on.is_some_and(|end| end < today);
        let end = moved.end(lot.facts.earned_on, lot.facts.ends_on);
        (end != lot.facts.ends_on && !over).then_some(end)
    }

    /// Whom a move of ends concerns: participants' accounts, and the units on them that get another end.
    pub(crate) fn concerned_by(&self, moved: &EndsMoved, today: Day) -> Option<Concerns> {
        let mut concerns = Concerns { accounts: 0, units: Amount::ZERO };
        for account in self.accounts.iter().filter(|account| account.kind.is_participant()) {
            let lot = |number: LotNo| self.lot(number);
            let moves = |number| lot(number).is_some_and(|lot| Self::moved_end(lot, moved, today).is_some());
            let units = account.holdings.iter().filter(|(number, _)| moves(*number));
            let units = units.map(|(_, amount)| amount).try_fold(Amount::ZERO, Amount::checked_add)?;
            if !units.is_zero() {
                concerns.accounts = concerns.accounts.saturating_add(1);
                concerns.units = concerns.units.checked_add(units)?;
            }
        }
        Some(concerns)
    }

    /// The days on which units were earned that are held, or can come back by a reversal.
    pub(crate) fn earned_days(&self, today: Day) -> BTreeSet<Day> {
        let alive =
            |lot: &&Lot| !lot.outstanding.is_zero() || lot.facts.ends_on.is_none_or(|end| end >= today);
        self.lots.iter().filter(alive).map(|lot| lot.facts.earned_on).collect()
    }

    /// Whether somebody holds units, and whether some of them end.
    pub(crate) fn units_out(&self) -> UnitsOut {
        let mut out = UnitsOut { any: false, ending: false };
        for lot in self.lots.iter().filter(|lot| !lot.outstanding.is_zero()) {
            out.any = true;
            if lot.facts.ends_on.is_some() {
                out.ending = true;
                break;
            }
        }
        out
    }

    /// Moves the ends of lots: lots, holdings, cohorts and the list of what is due follow.
    pub(crate) fn move_ends(&mut self, moved: &EndsMoved, today: Day) {
        let mut had: BTreeMap<LotNo, Option<Day>> = BTreeMap::new();
        let numbers: Vec<u32> = self.lots.numbered().map(|(number, _)| number).collect();
        for number in numbers {
            let Some(lot) = self.lots.get_mut(number) else { continue };
            let Some(end) = Self::moved_end(lot, moved, today) else { continue };
            // What is issued from now on is a lot of its own, with what the new end says.
            self.cohorts.drop_lot(&lot.facts, LotNo(number));
            had.insert(LotNo(number), lot.facts.ends_on);
            lot.facts.ends_on = end;
            lot.moved = Some(moved.towards);
        }
        let sooner = moved.spans.iter().filter_map(|span| span.ends_on).min();
        if let Some(end) = sooner.filter(|_| moved.towards == Towards::Sooner)
            && end <= self.due.noticed_through()
        {
            // Nobody was told of these ends, however many others have been.
            self.due.set_noticed_through(end.minus_days(1).unwrap_or(Day::FIRST));
        }
        for row in 0..u32::try_from(self.accounts.len()).unwrap_or(u32::MAX) {
            self.hold_anew(AccountNo(row), &had);
        }
        self.moved.push(moved.clone());
    }

    /// The holdings of an account, after lots got other ends.
    fn hold_anew(&mut self, row: AccountNo, had: &BTreeMap<LotNo, Option<Day>>) {
        let Some(account) = self.accounts.get_mut(row.0) else { return };
        if !account.holdings.iter().any(|(lot, _)| had.contains_key(&lot)) {
            return;
        }
        let (lots, policy) = (&self.lots, &self.policy);
        let rank = |lot: LotNo| lots.get(lot.0).map(|lot| rank(policy.spend, &lot.facts));
        account.holdings.rank_anew(rank);
        if !account.kind.is_participant() {
            return;
        }
        for (lot, _) in account.holdings.iter() {
            let end = self.lots.get(lot.0).and_then(|lot| lot.facts.ends_on);
            if let (Some(had), Some(end)) = (had.get(&lot), end) {
                self.due.move_end(row, *had, end);
            }
        }
    }
}
