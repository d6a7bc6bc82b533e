//! The share of acts through mediators and contact points.
//!
//! Indicator 28 of `evaluation.md` section 3, mediator dependence: the share of entries, amount and persons acting
//! through somebody else or at a counter. Who mediates whom is sensitive (section 5): only sums are given.

use std::collections::BTreeSet;

use super::{About, Indicator};
use crate::evaluation::figure::Rows;
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Kinds, Movements, PartyNo, Population, Undefined, Window,
};

/// How much went through others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct MediatedShares {
    /// Acts that were asked by somebody for the member.
    pub on_behalf: MediatedShare,
    /// Acts that were asked at a contact point, by the member or for them.
    pub at_contact_points: MediatedShare,
    /// Acts of which at least one of both is true.
    pub either: MediatedShare,
}

/// A part of all that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct MediatedShare {
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

    fn share_of(&self, all: &Self) -> Result<Option<MediatedShare>, EvaluationError> {
        let count = |accounts: &BTreeSet<PartyNo>| i128::try_from(accounts.len()).unwrap_or(i128::MAX);
        let acts = Fraction::new(self.acts, all.acts)?;
        let amount = Fraction::new(self.amount, all.amount)?;
        let accounts = Fraction::new(count(&self.accounts), count(&all.accounts))?;
        let parts = acts.zip(amount).zip(accounts);
        Ok(parts.map(|((acts, amount), accounts)| MediatedShare { acts, amount, accounts }))
    }
}

/// The share of the acts of `kinds` by members of the population that went through others in the window.
///
/// An act is whose [`Movement::actor`](crate::evaluation::Movement::actor) says; of one that was asked and completed
/// by two, what was asked counts. Undefined if there were none, and of a list that does not say how acts were asked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Mediated {
    /// The days.
    pub window: Window,
    /// The movements that count as acts.
    pub kinds: Kinds,
    /// Whose acts.
    pub population: Population,
}

impl Indicator for Mediated {
    const ABOUT: About = About {
        name: "mediated",
        definition: "The share of the acts that count, of their amount and of the accounts, where somebody asked for \
                     the member, or where it was asked at a contact point.",
        source: "evaluation.md section 3, indicator 28",
    };
    type Value = MediatedShares;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let members = self.population.members(movements)?;
        let [mut all, mut on_behalf, mut at_contact_points, mut either] = [(); 4].map(|()| Tally::default());
        let (mut rows, mut said) = (Rows::of(movements), false);
        for row in movements.within(self.window) {
            let actor = row.actor().filter(|actor| self.kinds.has(row.kind) && members.has(*actor));
            rows.note(actor.is_some());
            let Some(actor) = actor else { continue };
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
        let shares =
            on_behalf.share_of(&all)?.zip(at_contact_points.share_of(&all)?).zip(either.share_of(&all)?);
        let value = match shares {
            Some(((on_behalf, at_contact_points), either)) if said => {
                Ok(MediatedShares { on_behalf, at_contact_points, either })
            }
            Some(_) => Err(Undefined::NotSaid),
            None => Err(Undefined::NothingCounted),
        };
        Ok(Figure::new(self, movements, String::from("share"), rows, value))
    }
}
