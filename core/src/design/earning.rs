//! `[[earning]]`: the catalogue of what can be earned with.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::id::{Code, Id};
use crate::money::{Amount, MoneyError, Ratio, Rounding, Scale};

use super::currency::RawNames;
use super::load::Facts;
use super::problem::Problems;
use super::requirement::{self, RawRequirement};
use super::resolved::{Writer, list, quoted};
use super::scalars::{Figure, word_or};
use super::spanned::Spanned;
use super::{FactKinds, Names, Requirement, WhenMissing};

/// The catalogue of what can be earned with, in the order of its codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Earning {
    pub(super) actions: Vec<EarningAction>,
}

/// One thing that can be earned with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EarningAction {
    /// Its code.
    pub code: Code,
    /// Its name in each language.
    pub names: Names,
    /// What the reward is counted by.
    pub tariff: Tariff,
    /// The units per hour, per act or per quantity.
    pub units: Amount,
    /// The partners who may issue it; `None` if every issuing partner may.
    pub partners: Option<Vec<Id>>,
    /// What must be recorded about whoever earns it, on the day of the activity.
    pub requires: Vec<Requirement>,
    /// What happens if it is not.
    pub when_missing: WhenMissing,
}

/// What a reward is counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tariff {
    /// By the hour, measured in minutes.
    Hour {
        /// The minutes are rounded to a multiple of this.
        step_minutes: u16,
        /// Which way minutes go that do not fill a step.
        step_rounding: Rounding,
        /// Which way a fraction of a minor unit goes.
        unit_rounding: Rounding,
    },
    /// By the act, measured as how often.
    Action,
    /// By a quantity of something, measured in `measure`.
    Quantity {
        /// How much earns the tariff once.
        quantity: u32,
        /// What is measured: `kg`.
        measure: String,
        /// Which way a part of the quantity goes.
        step_rounding: Rounding,
    },
}

impl Earning {
    /// Everything that can be earned with, in the order of the codes.
    pub fn actions(&self) -> &[EarningAction] {
        &self.actions
    }

    /// The one with this code.
    pub fn get(&self, code: &Code) -> Option<&EarningAction> {
        let place = self.actions.binary_search_by(|action| action.code.cmp(code)).ok()?;
        self.actions.get(place)
    }
}

impl EarningAction {
    /// The units earned with what was measured: minutes, a number of acts, or a quantity.
    ///
    /// # Errors
    /// [`MoneyError`] if the units do not fit.
    pub fn units_for(&self, measured: u32) -> Result<Amount, MoneyError> {
        let measured = i64::from(measured);
        match &self.tariff {
            Tariff::Hour { step_minutes, step_rounding, unit_rounding } => {
                let minutes = step_rounding.to_step(measured, (*step_minutes).into())?;
                self.times(minutes, 60, *unit_rounding)
            }
            Tariff::Action => self.times(measured, 1, Rounding::Down),
            Tariff::Quantity { quantity, step_rounding, .. } => {
                let step = i64::from(*quantity);
                let whole = step_rounding
                    .divide(measured.into(), step.into())
                    .and_then(|whole| i64::try_from(whole).ok())
                    .ok_or(MoneyError::Step { value: measured, step })?;
                self.times(whole, 1, Rounding::Down)
            }
        }
    }

    fn times(&self, num: i64, den: i64, rounding: Rounding) -> Result<Amount, MoneyError> {
        if num == 0 {
            return Ok(Amount::ZERO);
        }
        Ok(Ratio::new(num, den)?.apply(self.units, rounding)?.amount)
    }

    /// Whether a partner may issue it.
    pub fn may_issue(&self, partner: &Id) -> bool {
        self.partners.as_ref().is_none_or(|partners| partners.contains(partner))
    }
}

/// One thing that can be earned with (verdienactie).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawEarning {
    /// Its code, once in the catalogue. Orders and journals name it.
    code: Spanned<String>,
    /// What it is called, in each language.
    names: RawNames,
    /// What the reward is counted by.
    per: Spanned<Per>,
    /// The units for one hour, one act, or one `quantity`; above zero.
    units: Spanned<Figure>,
    /// The minutes worked are rounded to a multiple of this, 1 to 1440. Belongs to `per = "hour"`, which
    /// needs it.
    step_minutes: Option<Spanned<i64>>,
    /// How much earns `units` once, 1 to 1000000000. Belongs to `per = "quantity"`, which needs it.
    quantity: Option<Spanned<i64>>,
    /// What is measured, in a word for people. Belongs to `per = "quantity"`, which needs it.
    measure: Option<Spanned<String>>,
    /// Which way minutes go that do not fill a step, or what does not fill a quantity. Belongs to `per` hour
    /// and quantity.
    ///
    /// Default: `"down"`. Source: R2.
    step_rounding: Option<Spanned<Rounding>>,
    /// Which way a fraction of the smallest part of a unit goes. Belongs to `per = "hour"`.
    ///
    /// Default: `"down"`. Example: `"half_even"`. Source: R2.
    unit_rounding: Option<Spanned<Rounding>>,
    /// The partners who may issue it, by their ids, at least one. Left out: every issuing partner may.
    partners: Option<Spanned<Vec<Spanned<String>>>>,
    /// Facts that must hold about whoever earns it on the day of the activity, all of them: insurance, a
    /// declaration to who pays a benefit. Left out: none.
    #[serde(default)]
    requires: Vec<RawRequirement>,
    /// What happens if one of them does not hold. Belongs to `requires`.
    ///
    /// Default: `"refuse"`. Source: law of 3 July 2005 (insurance); handbook 9.2 (benefits).
    when_missing: Option<Spanned<WhenMissing>>,
}

/// What the check of the catalogue must know of other blocks.
pub(super) struct Around<'a> {
    /// Where the block is that says whether anything is earned.
    pub(super) circulation: Range<usize>,
    /// The facts that can be required.
    pub(super) facts: &'a FactKinds,
    /// The activities that are kept out.
    pub(super) excluded: &'a [Code],
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum Per {
    /// By the hour, measured in minutes.
    Hour,
    /// By the act, measured as how often.
    Action,
    /// By a quantity of something, measured in `measure`.
    Quantity,
}

const ROUNDING: Rounding = Rounding::Down;
const WHEN_MISSING: WhenMissing = WhenMissing::Refuse;

/// Checks the catalogue; an action with a problem is left out.
pub(super) fn check(
    raw: &[Spanned<RawEarning>],
    around: Around<'_>,
    facts: Facts,
    problems: &mut Problems,
) -> Earning {
    match raw.first() {
        Some(first) if !facts.reward => {
            problems.add(first.span(), "earning", "nothing is earned while circulation.reward is not true");
        }
        None if facts.reward => {
            let reason = "nobody could ever earn: add an [[earning]], or leave reward out";
            problems.add(around.circulation.clone(), "circulation.reward", reason);
        }
        _ => {}
    }
    let mut actions: Vec<EarningAction> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let raw = raw.get_ref();
        let key = format!("earning[{place}]");
        let Some(action) = raw.check(&key, &around, facts, problems) else { continue };
        if actions.iter().any(|earlier| earlier.code == action.code) {
            let reason = format_args!("there is already something to earn with the code {}", action.code);
            problems.add(raw.code.span(), format!("{key}.code"), reason);
        }
        if around.excluded.contains(&action.code) {
            let reason = "this stands under activities.excluded, so nobody can earn with it";
            problems.add(raw.code.span(), format!("{key}.code"), reason);
        }
        actions.push(action);
    }
    actions.sort_unstable_by_key(|action| action.code);
    Earning { actions }
}

impl RawEarning {
    /// The code as it is written.
    pub(super) fn code(&self) -> &str {
        self.code.get_ref()
    }

    fn check(
        &self,
        key: &str,
        around: &Around<'_>,
        facts: Facts,
        problems: &mut Problems,
    ) -> Option<EarningAction> {
        let code = problems.code(&self.code, &format!("{key}.code"));
        let names = self.names.check(&format!("{key}.names"), problems);
        let units = problems.amount_above_zero(&self.units, &format!("{key}.units"), facts.scale);
        let partners = match &self.partners {
            Some(raw) => Some(check_partners(raw, &format!("{key}.partners"), problems)?),
            None => None,
        };
        let tariff = self.tariff(key, problems);
        let requires =
            requirement::check_all(&self.requires, &format!("{key}.requires"), around.facts, problems);
        if self.requires.is_empty() {
            let reason = "nothing is required, so nothing can be missing";
            problems.refuse(self.when_missing.as_ref(), &format!("{key}.when_missing"), reason);
        }
        let when_missing = word_or(self.when_missing.as_ref(), WHEN_MISSING);
        let (tariff, units, requires) = (tariff?, units?, requires?);
        Some(EarningAction { code: code?, names: names?, tariff, units, partners, requires, when_missing })
    }

    fn tariff(&self, key: &str, problems: &mut Problems) -> Option<Tariff> {
        let per = *self.per.get_ref();
        let (hour, quantity) = (matches!(per, Per::Hour), matches!(per, Per::Quantity));
        let of = |field: &str| format!("{key}.{field}");
        let hour_only = "this belongs to per = \"hour\"";
        let quantity_only = "this belongs to per = \"quantity\"";
        if !hour {
            problems.refuse(self.step_minutes.as_ref(), &of("step_minutes"), hour_only);
            problems.refuse(self.unit_rounding.as_ref(), &of("unit_rounding"), hour_only);
        }
        if !quantity {
            problems.refuse(self.quantity.as_ref(), &of("quantity"), quantity_only);
            problems.refuse(self.measure.as_ref(), &of("measure"), quantity_only);
        }
        if !hour && !quantity {
            let reason = "acts are whole: this belongs to per = \"hour\" or \"quantity\"";
            problems.refuse(self.step_rounding.as_ref(), &of("step_rounding"), reason);
        }
        let mut missing = |field: &str, per: &str| {
            problems.add(self.per.span(), of(field), format_args!("it is missing: per = \"{per}\" needs it"));
        };
        let step_rounding = word_or(self.step_rounding.as_ref(), ROUNDING);
        match per {
            Per::Hour => {
                let Some(step) = &self.step_minutes else {
                    missing("step_minutes", "hour");
                    return None;
                };
                let step_minutes = problems.whole(step, &of("step_minutes"), 1..=1_440)?;
                let unit_rounding = word_or(self.unit_rounding.as_ref(), ROUNDING);
                Some(Tariff::Hour { step_minutes, step_rounding, unit_rounding })
            }
            Per::Action => Some(Tariff::Action),
            Per::Quantity => {
                if self.quantity.is_none() {
                    missing("quantity", "quantity");
                }
                if self.measure.is_none() {
                    missing("measure", "quantity");
                }
                let (quantity, measure) = (self.quantity.as_ref()?, self.measure.as_ref()?);
                let quantity = problems.whole(quantity, &of("quantity"), 1..=1_000_000_000);
                let measure = problems.text(measure, &of("measure"));
                Some(Tariff::Quantity { quantity: quantity?, measure: measure?, step_rounding })
            }
        }
    }
}

fn check_partners(
    raw: &Spanned<Vec<Spanned<String>>>,
    key: &str,
    problems: &mut Problems,
) -> Option<Vec<Id>> {
    if raw.get_ref().is_empty() {
        problems.add(raw.span(), key, "nobody could issue it: name a partner, or leave partners out");
    }
    let mut partners: Vec<Id> = Vec::new();
    for (place, raw) in raw.get_ref().iter().enumerate() {
        let key = format!("{key}[{place}]");
        let partner = problems.id(raw, &key)?;
        if partners.contains(&partner) {
            problems.add(raw.span(), key, "this partner stands there already");
        }
        partners.push(partner);
    }
    partners.sort_unstable();
    Some(partners)
}

impl Earning {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        for action in &self.actions {
            out.element("earning");
            out.text("code", action.code);
            out.names(&action.names);
            match &action.tariff {
                Tariff::Hour { step_minutes, step_rounding, unit_rounding } => {
                    out.word("per", Per::Hour);
                    out.pair("step_minutes", step_minutes);
                    out.word("step_rounding", step_rounding);
                    out.word("unit_rounding", unit_rounding);
                }
                Tariff::Action => out.word("per", Per::Action),
                Tariff::Quantity { quantity, measure, step_rounding } => {
                    out.word("per", Per::Quantity);
                    out.pair("quantity", quantity);
                    out.text("measure", measure);
                    out.word("step_rounding", step_rounding);
                }
            }
            out.amount("units", action.units, scale);
            if let Some(partners) = &action.partners {
                out.pair("partners", list(partners.iter().map(quoted)));
            }
            if !action.requires.is_empty() {
                out.pair("requires", list(action.requires.iter().map(requirement::text_of)));
                out.word("when_missing", action.when_missing);
            }
        }
    }
}
