//! What partners are to be paid: no more than they took in, and what is set aside is what was approved.

use std::collections::{BTreeMap, BTreeSet};

use crate::books::{ClaimLine, EuroPlace, Finding, wide, wide_balance};
use crate::id::Id;
use crate::ledger::State;

impl State {
    pub(super) fn audit_settlements(&self, findings: &mut Vec<Finding>) {
        let mut settled: BTreeMap<Id, i128> = BTreeMap::new();
        let mut owed: BTreeMap<Id, i128> = BTreeMap::new();
        for open in self.settlements.open() {
            let sum = settled.entry(open.partner).or_default();
            *sum = sum.saturating_add(wide(open.units));
        }
        for claim in self.settlements.claims() {
            let sum = owed.entry(claim.partner).or_default();
            *sum = sum.saturating_add(wide(claim.state.owed()));
            for line in &claim.lines {
                let fresh = ClaimLine::of(line.rate, line.fees(), line.units, claim.rounding);
                let same = fresh.is_some_and(|fresh| {
                    (fresh.gross, fresh.net, fresh.remainder) == (line.gross, line.net, line.remainder)
                });
                if !same {
                    findings.push(Finding::ClaimLineWrong { claim: claim.id });
                }
            }
        }
        for (partner, accepted) in settled {
            let row = self.people.partner(&partner).map(|partner| partner.redeemed);
            let taken_in = row
                .and_then(|row| self.books.account(row))
                .map_or(0, |account| wide_balance(account.balance()));
            if accepted > taken_in {
                findings.push(Finding::MoreToSettle { partner, accepted, taken_in });
            }
        }
        let places = self.books.euro().iter().filter_map(|(place, _)| match place {
            EuroPlace::Owed(partner) => Some(partner),
            _ => None,
        });
        let partners: BTreeSet<Id> = owed.keys().copied().chain(places).collect();
        for partner in partners {
            let set_aside = i128::from(self.books.euro().cents(EuroPlace::Owed(partner)));
            let approved = owed.get(&partner).copied().unwrap_or(0);
            if set_aside != approved {
                findings.push(Finding::OwedDiffers { partner, set_aside, approved });
            }
        }
    }
}
