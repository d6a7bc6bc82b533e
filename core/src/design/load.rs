//! [`Design::parse`]: from text to a checked design.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::money::Scale;

use super::document::RawDesign;
use super::problem::{DesignError, Problems};
use super::{Design, ExpiryRule, UnitKind};

/// What the check of one block must know of the others.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    pub(super) kind: UnitKind,
    /// `None` if it is refused itself.
    pub(super) scale: Option<Scale>,
    pub(super) reward: bool,
    pub(super) credit: bool,
    /// Whether euro back the units.
    pub(super) backed: bool,
    pub(super) expires: bool,
    /// Whether an account can be in debt.
    pub(super) debts: bool,
    pub(super) pot: bool,
}

impl Facts {
    /// Whether all balances sum to zero.
    pub(super) fn zero_sum(&self) -> bool {
        self.credit && !self.reward
    }
}

impl Design {
    /// Reads a design file.
    ///
    /// # Errors
    /// [`DesignError`] with every problem, its place and the reason.
    pub fn parse(text: &str) -> Result<Self, DesignError> {
        let mut problems = Problems::default();
        let design = RawDesign::read(text, &mut problems).and_then(|raw| check(&raw, &mut problems));
        match design {
            Some(design) if problems.is_empty() => Ok(design),
            _ => Err(problems.into_error(text)),
        }
    }
}

/// Checks every block, so that all problems are found; `None` only if there are some.
fn check(raw: &RawDesign, problems: &mut Problems) -> Option<Design> {
    let facts = Facts {
        kind: *raw.unit.kind.get_ref(),
        scale: raw.unit.scale(problems),
        reward: raw.circulation.get_ref().has_reward(),
        credit: raw.circulation.get_ref().has_credit(),
        backed: raw.circulation.get_ref().is_backed(),
        expires: raw.expiry.expires(),
        debts: raw.circulation.get_ref().has_credit() || raw.reversal.leaves_debt(),
        pot: raw.pot.is_some(),
    };
    let currency = raw.currency.check(problems);
    let issuers = super::issuers::check(&raw.issuer, problems);
    let unit = raw.unit.check(facts, problems);
    let circulation = raw.circulation.get_ref().check(raw.circulation.span(), facts, problems);
    let limits = raw.limits.check(raw.circulation.span(), facts, problems);
    let fact_kinds = super::facts::check(&raw.fact, problems);
    let activities = raw.activities.check(problems);
    let excluded = activities.as_ref().map_or(&[][..], |activities| &activities.excluded);
    let around = super::earning::Around { circulation: raw.circulation.span(), facts: &fact_kinds, excluded };
    let earning = super::earning::check(&raw.earning, around, facts, problems);
    let codes: Vec<&str> = raw.earning.iter().map(|raw| raw.get_ref().code()).collect();
    let caps = super::caps::check(&raw.cap, &codes, facts, problems);
    let redemption = super::redemption::check(&raw.redemption, &fact_kinds, facts, problems);
    let expiry = raw.expiry.check(facts, problems);
    let lots = raw.lots.check(expiry.as_ref().map_or(ExpiryRule::Never, |expiry| expiry.rule), problems);
    let days = raw.days.check(problems);
    let spending = raw.spending.check(facts, problems);
    let reversal = raw.reversal.check(facts, problems);
    let leaving = raw.leaving.check(facts, problems);
    let inactivity = raw.inactivity.as_ref().map(|inactivity| inactivity.check(problems));
    let pot = raw.pot.as_ref().map(|pot| pot.check(problems));
    let welcome = super::welcome::check(&raw.welcome, facts, problems);
    let paper = raw.paper.as_ref().map(|paper| paper.check(facts, expiry.as_ref(), problems));
    let settlement = raw.settlement.as_ref();
    let settlement = settlement.map(|raw| super::settlement::RawSettlement::check(raw, facts, problems));
    let settles = settlement.is_some();
    let exchange_back = raw.exchange_back.as_ref();
    let exchange_back =
        exchange_back.map(|raw| super::exchange_back::RawExchangeBack::check(raw, settles, facts, problems));
    let contact_points = super::contact_points::check(&raw.contact_point, problems);
    let permissions = super::permissions::check(&raw.roles, &raw.permissions, problems);
    let office_holders =
        super::office_holders::check(&raw.office_holder, &permissions, &contact_points, problems);
    Some(Design {
        currency: currency?,
        issuers,
        unit: unit?,
        circulation,
        limits: limits?,
        activities: activities?,
        earning,
        caps,
        redemption,
        expiry: expiry?,
        lots,
        days: days?,
        spending: spending?,
        reversal: reversal?,
        leaving: leaving?,
        inactivity: match inactivity {
            Some(inactivity) => Some(inactivity?),
            None => None,
        },
        pot: match pot {
            Some(pot) => Some(pot?),
            None => None,
        },
        welcome,
        facts: fact_kinds,
        paper: match paper {
            Some(paper) => Some(paper?),
            None => None,
        },
        settlement: match settlement {
            Some(settlement) => Some(settlement?),
            None => None,
        },
        exchange_back: match exchange_back {
            Some(exchange_back) => Some(exchange_back?),
            None => None,
        },
        contact_points,
        permissions,
        office_holders,
    })
}

impl Serialize for Design {
    /// As the text of [`Design::resolved`].
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.resolved())
    }
}

impl<'de> Deserialize<'de> for Design {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}
