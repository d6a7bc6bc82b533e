//! [`Settlements`]: every open acceptance and every claim.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Acceptance, Claim, ClaimLine, ClaimState};
use crate::calendar::Day;
use crate::id::{Id, OrderId};
use crate::money::Amount;

/// Open acceptances and claims, found by order, by partner and by invoice number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Settlements {
    open: BTreeMap<OrderId, Acceptance>,
    by_partner: BTreeSet<(Id, Day, OrderId)>,
    claims: BTreeMap<OrderId, Claim>,
    // The claim that an order's acceptance is in.
    claimed: BTreeMap<OrderId, OrderId>,
    invoices: BTreeSet<(Id, Id)>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    open: Vec<Acceptance>,
    claims: Vec<Claim>,
}

impl From<Written> for Settlements {
    fn from(written: Written) -> Self {
        let mut settlements = Self::default();
        written.open.iter().for_each(|acceptance| settlements.accept(acceptance));
        written.claims.into_iter().for_each(|claim| settlements.put(claim));
        settlements
    }
}

impl From<Settlements> for Written {
    fn from(settlements: Settlements) -> Self {
        Self {
            open: settlements.open.into_values().collect(),
            claims: settlements.claims.into_values().collect(),
        }
    }
}

/// Where what an order brought a partner stands.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(clippy::exhaustive_enums)]
pub enum Stands<'s> {
    /// It is open.
    Open(&'s Acceptance),
    /// It is in a claim.
    In(&'s Claim),
}

const FIRST: OrderId = OrderId::new(0);

impl Settlements {
    /// Where what an order brought a partner stands; `None` if it is not settled through these books, was
    /// turned down as a whole, or is forgotten.
    pub fn stands(&self, order: OrderId) -> Option<Stands<'_>> {
        if let Some(open) = self.open.get(&order) {
            return Some(Stands::Open(open));
        }
        let claim = self.claims.get(self.claimed.get(&order)?)?;
        let left = claim.acceptance(order).is_some_and(|claimed| !claimed.units.is_zero());
        left.then_some(Stands::In(claim))
    }

    /// A claim by the order that filed it.
    pub fn claim(&self, id: OrderId) -> Option<&Claim> {
        self.claims.get(&id)
    }

    /// Every claim, by id.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.claims.values()
    }

    /// Every open acceptance, by order.
    pub fn open(&self) -> impl Iterator<Item = &Acceptance> {
        self.open.values()
    }

    /// A partner's open acceptances, by the day of the activity.
    pub fn open_of(&self, partner: Id) -> impl Iterator<Item = &Acceptance> {
        let from = self.by_partner.range((partner, Day::FIRST, FIRST)..);
        let own = from.take_while(move |(other, _, _)| *other == partner);
        own.filter_map(|(_, _, order)| self.open.get(order))
    }

    /// Whether a partner used an invoice number.
    pub fn has_invoice(&self, partner: Id, invoice: Id) -> bool {
        self.invoices.contains(&(partner, invoice))
    }

    pub(crate) fn accept(&mut self, acceptance: &Acceptance) {
        self.by_partner.insert((acceptance.partner, acceptance.value_day, acceptance.order));
        self.open.insert(acceptance.order, acceptance.clone());
    }

    pub(crate) fn unaccept(&mut self, order: OrderId) {
        if let Some(gone) = self.open.remove(&order) {
            self.by_partner.remove(&(gone.partner, gone.value_day, order));
        }
    }

    /// Makes an open acceptance smaller; at nothing it is gone.
    pub(crate) fn reduce(&mut self, order: OrderId, units: Amount) {
        if units.is_zero() {
            self.unaccept(order);
        } else if let Some(open) = self.open.get_mut(&order) {
            open.units = units;
        }
    }

    fn put(&mut self, claim: Claim) {
        self.invoices.insert((claim.partner, claim.invoice));
        if !matches!(claim.state, ClaimState::Rejected { .. }) {
            self.claimed.extend(claim.acceptances.iter().map(|claimed| (claimed.order, claim.id)));
        }
        self.claims.insert(claim.id, claim);
    }

    /// A claim takes its acceptances out of what is open.
    pub(crate) fn file(&mut self, claim: &Claim) {
        for claimed in &claim.acceptances {
            self.unaccept(claimed.order);
        }
        self.put(claim.clone());
    }

    pub(crate) fn unfile(&mut self, id: OrderId) {
        let Some(claim) = self.claims.remove(&id) else { return };
        self.invoices.remove(&(claim.partner, claim.invoice));
        self.open_again(&claim);
    }

    fn open_again(&mut self, claim: &Claim) {
        for claimed in &claim.acceptances {
            self.claimed.remove(&claimed.order);
        }
        for acceptance in claim.opened_again() {
            self.accept(&acceptance);
        }
    }

    /// A claim stands otherwise. Turned down, its acceptances are open again; and the other way round.
    pub(crate) fn set_state(&mut self, id: OrderId, state: ClaimState) {
        let Some(mut claim) = self.claims.remove(&id) else { return };
        let was_rejected = matches!(claim.state, ClaimState::Rejected { .. });
        claim.state = state;
        match (was_rejected, matches!(state, ClaimState::Rejected { .. })) {
            (false, true) => self.open_again(&claim),
            (true, false) => return self.file(&claim),
            _ => {}
        }
        self.claims.insert(id, claim);
    }

    /// Gives an acceptance of a claim so many units, and its line other figures.
    pub(crate) fn change_line(&mut self, id: OrderId, order: OrderId, units: Amount, line: &ClaimLine) {
        let Some(claim) = self.claims.get_mut(&id) else { return };
        let Some(claimed) = claim.acceptances.iter_mut().find(|claimed| claimed.order == order) else {
            return;
        };
        claimed.units = units;
        let number = usize::try_from(claimed.line).unwrap_or(usize::MAX);
        if let Some(there) = claim.lines.get_mut(number) {
            there.clone_from(line);
        }
    }

    /// Forgets what paid claims were made of, where the orders can no longer be taken back.
    pub(crate) fn forget_before(&mut self, day: Day) {
        for claim in self.claims.values_mut() {
            if matches!(claim.state, ClaimState::Paid { .. } | ClaimState::Rejected { .. }) {
                let claimed = &mut self.claimed;
                let (id, old) = (claim.id, |value_day: Day| value_day < day);
                claim.acceptances.retain(|one| {
                    if old(one.value_day) && claimed.get(&one.order) == Some(&id) {
                        claimed.remove(&one.order);
                    }
                    !old(one.value_day)
                });
            }
        }
    }
}
