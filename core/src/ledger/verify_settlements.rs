//! Verifying what an entry says of settlements: what is accepted came in, a claim is made of what is open,
//! and what is owed is what was approved.

use std::collections::BTreeSet;

use super::State;
use super::verify::{Misfit, require};
use crate::books::{
    Acceptance, BackedBy, Change, Claim, ClaimLine, ClaimState, EXCHANGED, Entry, EuroPlace, Stands,
    redeemed_by,
};
use crate::id::{Id, OrderId};
use crate::money::Amount;
use crate::orders::Order;

impl State {
    pub(super) fn verify_settlement_change(
        &self,
        order: &Order,
        entry: &Entry,
        change: &Change,
    ) -> Result<(), Misfit> {
        match change {
            Change::Accepted(acceptance) => self.verify_accepted(order, entry, acceptance),
            Change::AcceptanceReduced { was, left } => {
                require(*left < was.units, "an acceptance does not get smaller")?;
                let open = self.settlements.stands(was.order);
                require(open == Some(Stands::Open(was)), "an acceptance is not open, or is another")
            }
            Change::ClaimFiled(claim) if claim.state != ClaimState::Filed => {
                self.verify_exchanged(order, entry, claim)
            }
            Change::ClaimFiled(claim) => self.verify_filed(order, claim),
            Change::ClaimMoved { claim, was, is } => self.verify_moved(entry, *claim, *was, *is),
            Change::ClaimLineChanged { claim, acceptance, had, has, was, is } => {
                let claim = self.settlements.claim(*claim).ok_or("a claim is not known")?;
                let claimed = claim.acceptance(*acceptance).ok_or("an acceptance is not in the claim")?;
                require(claimed.units == *had && has < had, "an acceptance has other units")?;
                require(claim.line(claimed.line) == Some(was), "a claim's line stands otherwise")?;
                let less = had.checked_sub(*has).unwrap_or(Amount::ZERO);
                Self::verify_line(entry, claim, less, was, is)
            }
            _ => Ok(()),
        }
    }

    fn verify_accepted(&self, order: &Order, entry: &Entry, acceptance: &Acceptance) -> Result<(), Misfit> {
        require(self.people.partner(&acceptance.partner).is_some(), "a partner is not known")?;
        // What nobody picked up is known by the order that reserved it.
        let missed = |change: &Change| matches!(change, Change::NoShow(no_show) if no_show.reservation == acceptance.order);
        let own = acceptance.order == order.id || entry.changes.iter().any(missed);
        require(own, "an acceptance is another order's")?;
        let known = self.settlements.stands(acceptance.order).is_some();
        let made = |change: &&Change| matches!(change, Change::Accepted(_));
        let only = entry.changes.iter().filter(made).count() == 1;
        require(!known && only, "an acceptance is there already")?;
        let account = redeemed_by(&acceptance.partner).map_err(|_| "a partner's id is too long")?;
        let came = entry.leg(&account).map(|leg| leg.amount);
        require(came == Some(acceptance.units.into()), "other units are accepted than come")
    }

    fn verify_filed(&self, order: &Order, claim: &Claim) -> Result<(), Misfit> {
        require(claim.id == order.id && claim.state == ClaimState::Filed, "a claim is another order's")?;
        require(self.settlements.claim(claim.id).is_none(), "a claim is there already")?;
        let used = self.settlements.has_invoice(claim.partner, claim.invoice);
        require(!used, "an invoice number is used twice")?;
        let mut seen = BTreeSet::new();
        let mut sums = vec![Amount::ZERO; claim.lines.len()];
        for claimed in &claim.acceptances {
            let Some(Stands::Open(open)) = self.settlements.stands(claimed.order) else {
                return Err("what is claimed is not open");
            };
            let line = claim.line(claimed.line).ok_or("a claim lacks a line")?;
            let same = open.partner == claim.partner
                && (open.units, open.value_day, open.series)
                    == (claimed.units, claimed.value_day, claimed.series)
                && (open.rate, open.fee, open.given) == (line.rate, line.fee, line.given);
            require(same && seen.insert(claimed.order), "something else is claimed than is open")?;
            let sum = usize::try_from(claimed.line).ok().and_then(|line| sums.get_mut(line));
            let sum = sum.ok_or("a claim lacks a line")?;
            *sum = sum.checked_add(claimed.units).ok_or("a claim overflows")?;
        }
        for (line, units) in claim.lines.iter().zip(sums) {
            let right = ClaimLine::of(line.rate, line.fees(), units, claim.rounding);
            require(right.as_ref() == Some(line), "a claim's line is not its acceptances")?;
        }
        require(!claim.lines.is_empty() && claim.is_in_range(), "a claim is empty or overflows")
    }

    /// What is exchanged back is approved at once: its units went, and their backing is divided as it says. A
    /// claim without a line pays what was given.
    fn verify_exchanged(&self, order: &Order, entry: &Entry, claim: &Claim) -> Result<(), Misfit> {
        require(
            claim.id == order.id && self.settlements.claim(claim.id).is_none(),
            "a claim is there already",
        )?;
        let used = self.settlements.has_invoice(claim.partner, claim.invoice);
        require(!used && claim.acceptances.is_empty(), "an invoice number is used twice")?;
        let ClaimState::Approved { pay, set_off, .. } = claim.state else {
            return Err("a claim is filed as none is");
        };
        let moved =
            |place| entry.euro.iter().filter(|leg| leg.place == place).map(|leg| leg.cents).sum::<i64>();
        require(moved(EuroPlace::Owed(claim.partner)) == pay.minor(), "other euro are owed than approved")?;
        require(set_off.is_zero(), "something is set off that was not due")?;
        let [line] = claim.lines.as_slice() else {
            let given = moved(EuroPlace::Given(claim.partner));
            let sound = claim.lines.is_empty() && given == pay.minor().saturating_neg();
            return require(sound, "other euro are paid than were given");
        };
        let right = ClaimLine::of(line.rate, line.fees(), line.units, claim.rounding);
        require(right.as_ref() == Some(line) && line.net == pay, "an exchange comes to something else")?;
        let exchanged = entry.legs.iter().find(|leg| leg.account.id() == *EXCHANGED);
        let went = exchanged.map(|leg| leg.amount);
        require(went == Some(line.units.into()), "other units are exchanged than go")?;
        let backing = moved(EuroPlace::Backing(BackedBy::Account));
        require(backing == line.gross.minor().saturating_neg(), "other euro leave the backing than units go")
    }

    fn verify_moved(
        &self,
        entry: &Entry,
        claim: OrderId,
        was: ClaimState,
        is: ClaimState,
    ) -> Result<(), Misfit> {
        let claim = self.settlements.claim(claim).ok_or("a claim is not known")?;
        require(claim.state == was, "a claim stands otherwise")?;
        let moved =
            |place| entry.euro.iter().filter(|leg| leg.place == place).map(|leg| leg.cents).sum::<i64>();
        let owed = moved(EuroPlace::Owed(claim.partner));
        let due = moved(EuroPlace::Due(claim.partner));
        let settles = |pay: Amount, set_off: Amount| pay.checked_add(set_off) == Some(claim.net());
        let sound = match (was, is) {
            (ClaimState::Filed, ClaimState::Rejected { .. }) => owed == 0 && due == 0,
            (ClaimState::Filed, ClaimState::Approved { pay, set_off, .. }) => {
                settles(pay, set_off)
                    && owed == pay.minor()
                    && due == set_off.minor().saturating_neg()
                    && !pay.is_zero()
            }
            (ClaimState::Filed, ClaimState::Paid { pay, set_off, .. }) => {
                settles(pay, set_off) && owed == 0 && due == set_off.minor().saturating_neg() && pay.is_zero()
            }
            (
                ClaimState::Approved { on, pay, set_off },
                ClaimState::Paid { approved_on, pay: paid, set_off: off, .. },
            ) => {
                (on, pay, set_off) == (approved_on, paid, off)
                    && owed == pay.minor().saturating_neg()
                    && due == 0
            }
            (
                ClaimState::Paid { approved_on, pay: paid, set_off: off, .. },
                ClaimState::Approved { on, pay, set_off },
            ) => {
                let same = (on, pay, set_off) == (approved_on, paid, off);
                same && !pay.is_zero() && owed == pay.minor() && due == 0
            }
            _ => false,
        };
        require(sound, "a claim moves as none does, or other euro move")
    }

    fn verify_line(
        entry: &Entry,
        claim: &Claim,
        less: Amount,
        was: &ClaimLine,
        is: &ClaimLine,
    ) -> Result<(), Misfit> {
        let right = match claim.state {
            ClaimState::Filed => was.without(less, claim.rounding),
            ClaimState::Rejected { .. } => None,
            ClaimState::Approved { .. } | ClaimState::Paid { .. } => {
                let cents = was.to_claw_back(less).ok_or("more is clawed back than was paid")?;
                let due = entry.euro.iter().filter(|leg| leg.place == EuroPlace::Due(claim.partner));
                require(
                    due.map(|leg| leg.cents).sum::<i64>() == cents.minor(),
                    "other euro are owed back than were paid",
                )?;
                clawed(was, less, cents)
            }
        };
        require(right.as_ref() == Some(is), "a claim's line changes otherwise")
    }

    /// Euro are owed to and by partners alone, and only where a claim or a clawback says so.
    pub(super) fn verify_payees(&self, entry: &Entry) -> Result<(), Misfit> {
        let mut partners: BTreeSet<Id> = BTreeSet::new();
        for change in &entry.changes {
            if let Change::ClaimFiled(claim) = change {
                partners.insert(claim.partner);
            }
            if let Change::ClaimMoved { claim, .. } | Change::ClaimLineChanged { claim, .. } = change {
                partners.extend(self.settlements.claim(*claim).map(|claim| claim.partner));
            }
        }
        let sound = entry.euro.iter().all(|leg| match leg.place {
            EuroPlace::Owed(partner) | EuroPlace::Due(partner) => partners.contains(&partner),
            // What is given goes to whom the claimant chose.
            EuroPlace::Given(partner) => !partners.is_empty() && self.people.partner(&partner).is_some(),
            EuroPlace::Outside
            | EuroPlace::Bank
            | EuroPlace::Till(_)
            | EuroPlace::Backing(_)
            | EuroPlace::Fees
            | EuroPlace::Vat => true,
        });
        require(sound, "euro are owed to somebody without a claim")
    }
}

fn clawed(was: &ClaimLine, units: Amount, cents: Amount) -> Option<ClaimLine> {
    let mut is = was.clone();
    is.clawed_units = is.clawed_units.checked_add(units)?;
    is.clawed_cents = is.clawed_cents.checked_add(cents)?;
    Some(is)
}
