//! [`Lapses`]: what lapsed, account by account, for good or to the pot.

use std::collections::BTreeMap;

use crate::books::{Change, POT};
use crate::evaluation::{Kind, Movements};
use crate::id::Id;
use crate::ledger::Ledger;
use crate::views::walk::{Booked, booked};

/// What lapsed in a ledger, in minor units.
#[derive(Default)]
pub(super) struct Lapses {
    pub(super) by_account: BTreeMap<Id, i128>,
    /// The part of it that went to the pot and did not end.
    pub(super) to_pot: i128,
}

impl Lapses {
    pub(super) fn of(ledger: &Ledger, movements: &Movements) -> Self {
        let mut lapses = Self::default();
        for row in movements.rows.iter().filter(|row| row.kind == Kind::Lapse) {
            let amount = i128::from(row.amount.minor());
            let (party, amount) =
                if row.back { (row.to, amount.saturating_neg()) } else { (row.from, amount) };
            let account = movements.party(party).and_then(|party| Id::parse(&party.name).ok());
            if let Some(account) = account {
                lapses.add(account, amount);
            }
        }
        for booked in booked(ledger) {
            lapses.take_pot(&booked);
        }
        lapses
    }

    fn add(&mut self, account: Id, amount: i128) {
        let sum = self.by_account.entry(account).or_default();
        *sum = sum.saturating_add(amount);
    }

    /// Units that lapse to the pot are no lapse among the movements, since they go on to be held.
    fn take_pot(&mut self, booked: &Booked) {
        let lapsed = booked.entry.changes.iter().find_map(|change| match change {
            Change::Lapsed { account, .. } => Some(account.id()),
            _ => None,
        });
        let pot = booked.entry.legs.iter().find(|leg| leg.account.id() == *POT);
        if let Some((account, pot)) = lapsed.zip(pot) {
            let amount = i128::from(pot.amount.minor());
            self.to_pot = self.to_pot.saturating_add(amount);
            self.add(account, amount);
        }
    }
}
