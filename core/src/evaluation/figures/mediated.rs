//! The share of acts through mediators and contact points.
//!
//! Indicator 28 of `evaluation.md` section 3, mediator dependence: the share of entries, amount and persons acting
//! through somebody else or at a counter. Who mediates whom is sensitive (section 5): only sums are given.

use std::collections::BTreeSet;

use super::Indicator;
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Kinds, Movements, PartyNo, Population, Undefined, Window,
};

pub(super) const ABOUT: Indicator = Indicator {
    name: "mediated",
    definition: "The share of the acts that count, of their amount and of the accounts, where somebody asked for \
                 the member, or where it was asked at a contact point.",
    source: "evaluation.md section 3, indicator 28",
};

/// How much went through others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Mediated {
    /// Acts that were asked by somebody for the member.
    pub on_behalf: Share,
    /// Acts that were asked at a contact point, by the member or for them.
    pub at_contact_points: Share,
    /// Acts of which at least one of both is true.
    pub either: Share,
}

/// A part of all that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Share {
    /// Of the acts.
    pub acts: Fraction,
    /// Of the minor units they moved.
    pub amount: Fraction,
    /// Of the accounts that did something: those that at least once did it so.
    pub accounts: Fraction,
}

#[derive(Default)]
struct Tally {
    acts: i128,
    amount: i128,
    accounts: BTreeSet<PartyNo>,
}

impl Tally {
    fn add(&mut self, who: PartyNo, amount: i128) {
        self.acts = self.acts.saturating_add(1);
        self.amount = self.amount.saturating_add(amount);
        self.accounts.insert(who);
    }

    fn share_of(&self, all: &Self) -> Result<Option<Share>, EvaluationError> {
        let count = |accounts: &BTreeSet<PartyNo>| i128::try_from(accounts.len()).unwrap_or(i128::MAX);
        let acts = Fraction::new(self.acts, all.acts)?;
        let amount = Fraction::new(self.amount, all.amount)?;
        let accounts = Fraction::new(count(&self.accounts), count(&all.accounts))?;
        let parts = acts.zip(amount).zip(accounts);
        Ok(parts.map(|((acts, amount), accounts)| Share { acts, amount, accounts }))
    }
}

/// The share of the acts of `kinds` by members of the population that went through others in the window.
///
/// An act is whose [`Movement::actor`](crate::evaluation::Movement::actor) says; of one that was asked and completed
/// by two, what was asked counts. Undefined if there were none, and of a list that does not say how acts were asked.
///
/// # Errors
/// [`EvaluationError::UnknownAccount`] if the population names one, [`EvaluationError::TooLarge`].
pub fn mediated(
    movements: &Movements,
    window: Window,
    kinds: &Kinds,
    population: &Population,
) -> Result<Figure<Mediated>, EvaluationError> {
    let members = population.members(movements)?;
    let [mut all, mut on_behalf, mut at_contact_points, mut either] = [(); 4].map(|()| Tally::default());
    let (mut used, mut dropped, mut said) = (0_u64, movements.dropped, false);
    for row in movements.within(window) {
        let actor = row.actor().filter(|actor| kinds.has(row.kind) && members.has(*actor));
        let Some(actor) = actor else {
            dropped = dropped.saturating_add(1);
            continue;
        };
        used = used.saturating_add(1);
        said |= row.role.is_some();
        let ways = [
            (true, &mut all),
            (row.on_behalf, &mut on_behalf),
            (row.contact_point.is_some(), &mut at_contact_points),
            (row.is_mediated(), &mut either),
        ];
        for (_, tally) in ways.into_iter().filter(|(so, _)| *so) {
            tally.add(actor, row.amount.minor().into());
        }
    }
    let shares = on_behalf.share_of(&all)?.zip(at_contact_points.share_of(&all)?);
    let value = shares
        .filter(|_| said)
        .zip(either.share_of(&all)?)
        .map(|((on_behalf, at_contact_points), either)| Mediated { on_behalf, at_contact_points, either });
    Ok(Figure {
        name: ABOUT.name,
        undefined: value.is_none().then_some(if used > 0 {
            Undefined::NotSaid
        } else {
            Undefined::NothingCounted
        }),
        value,
        unit: String::from("share"),
        window,
        population: population.clone(),
        rule: None,
        used,
        dropped,
        not_observed: None,
    })
}
