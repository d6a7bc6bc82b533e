//! `[[cap]]`: how much can be earned in a period (R11).

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Period};
use crate::id::Code;
use crate::money::{Amount, Scale};

use super::load::Facts;
use super::problem::Problems;
use super::resolved::{Writer, list, quoted};
use super::scalars::{Date, Figure, word_or};
use super::spanned::Spanned;
use super::{UnitKind, euro_scale};

/// The caps on what is earned, in the order of their codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caps {
    pub(super) caps: Vec<Cap>,
}

/// A cap on what is earned in a period, by the day of the activity.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cap {
    /// Its code.
    pub code: Code,
    /// Over whom or what is added up.
    pub over: CapOver,
    /// The period in which is added up.
    pub per: Period,
    /// The activities that count and are capped; `None` for all.
    pub activities: Option<Vec<Code>>,
    /// The most.
    pub most: CapMost,
    /// What happens to an award that does not fit.
    pub on_cap: OnCap,
}

/// Over whom or what a cap adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum CapOver {
    /// One person, over all accounts and partners.
    Person,
    /// The persons who share a household account; somebody without one by themselves.
    Household,
    /// One partner, whoever earns.
    Partner,
    /// The currency as a whole: its budget.
    Currency,
}

/// How much a cap allows in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)]
pub enum CapMost {
    /// So many minor units.
    Units(Amount),
    /// So many acts: what is measured in acts by itself, and any other award as one.
    Times(u32),
    /// What the units are worth in euro: the legal maximum in force on the day of the activity.
    Euro(Vec<LegalMaximum>),
}

/// A maximum set by law, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LegalMaximum {
    /// The first day on which it holds.
    pub from: Day,
    /// The maximum, in cents.
    pub at_most: Amount,
}

/// What happens to an award that does not fit under a cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum OnCap {
    /// It is refused.
    Refuse,
    /// What still fits is credited, and flagged; if nothing does it is refused.
    Partial,
    /// What still fits is credited, and flagged; if nothing does the effort is recorded without units.
    RecordOnly,
}

impl Caps {
    /// Every cap, in the order of the codes.
    pub fn all(&self) -> &[Cap] {
        &self.caps
    }

    /// The cap with a code.
    pub fn get(&self, code: &Code) -> Option<&Cap> {
        let place = self.caps.binary_search_by(|cap| cap.code.cmp(code)).ok()?;
        self.caps.get(place)
    }

    /// The caps that an activity counts for.
    pub fn on(&self, activity: &Code) -> impl Iterator<Item = &Cap> {
        self.caps.iter().filter(move |cap| cap.covers(activity))
    }
}

impl Cap {
    /// Whether an activity counts.
    pub fn covers(&self, activity: &Code) -> bool {
        self.activities.as_ref().is_none_or(|only| only.contains(activity))
    }
}

impl CapMost {
    /// The legal maximum in force on a day, in cents; `None` before the first, and where the cap is not in
    /// euro.
    pub fn euro_on(&self, day: Day) -> Option<Amount> {
        let Self::Euro(values) = self else { return None };
        values.iter().rev().find(|value| value.from <= day).map(|value| value.at_most)
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawCap {
    /// The code by which refusals and answers name it, once among the caps.
    ///
    /// Example: `"vrijwilliger-dag"`. Source: R11.
    code: Spanned<String>,
    /// Over whom or what is added up.
    ///
    /// Example: `"person"`. Source: R11, R60.
    over: Spanned<CapOver>,
    /// The period in which is added up, by the day of the activity. A cap begins to count on the day it is
    /// adopted.
    ///
    /// Example: `"day"`. Source: R11, R58.
    per: Spanned<Period>,
    /// The codes of the activities that count and are capped, at least one; with one of them it is a cap for
    /// that action.
    ///
    /// Default: all of them. Example: `["buurtwerk"]`. Source: R11.
    activities: Option<Spanned<Vec<Spanned<String>>>>,
    /// The most units in a period, above zero. A cap has this, `times` or `euro`.
    ///
    /// Example: `750`. Source: R11; St. Gallen.
    units: Option<Spanned<Figure>>,
    /// The most acts in a period, 1 to 1000000: what is rewarded by the act counts each of them, any other
    /// award counts as one.
    ///
    /// Example: `1`. Source: R11; LimbU.
    times: Option<Spanned<i64>>,
    /// What happens to an award that does not fit.
    ///
    /// Default: `"refuse"`. Example: `"partial"`. Source: R11, R61.
    on_cap: Option<Spanned<OnCap>>,
    /// What the units may be worth in euro in a period: the maximum of the law, one `[[cap.euro]]` for each
    /// day from which it was another. Only for a unit pegged to the euro. An activity on a day before the
    /// first is refused, since nobody can tell what the law allowed.
    ///
    /// Source: R11; the flat allowance of volunteers, law of 3 July 2005.
    euro: Option<Spanned<Vec<RawLegalMaximum>>>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawLegalMaximum {
    /// The first day on which it holds.
    ///
    /// Example: `2025-01-01`.
    from: Spanned<Date>,
    /// The maximum, in euro, above zero.
    ///
    /// Example: `"42.31"`. Source: the flat allowance of volunteers in 2025.
    at_most: Spanned<Figure>,
}

const ON_CAP: OnCap = OnCap::Refuse;
const MOST_TIMES: i64 = 1_000_000;

/// Checks the caps; `activities` are the codes of the earning catalogue as they are written.
pub(super) fn check(
    raw: &[Spanned<RawCap>],
    activities: &[&str],
    facts: Facts,
    problems: &mut Problems,
) -> Caps {
    if let Some(first) = raw.first().filter(|_| !facts.reward) {
        problems.add(first.span(), "cap", "nothing is earned while circulation.reward is not true");
    }
    let mut caps: Vec<Cap> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("cap[{place}]");
        let Some(cap) = raw.get_ref().check(&key, activities, facts, problems) else { continue };
        if caps.iter().any(|earlier| earlier.code == cap.code) {
            let reason = format_args!("there is already a cap with the code {}", cap.code);
            problems.add(raw.get_ref().code.span(), format!("{key}.code"), reason);
        }
        caps.push(cap);
    }
    caps.sort_unstable_by_key(|cap| cap.code);
    Caps { caps }
}

impl RawCap {
    fn check(&self, key: &str, activities: &[&str], facts: Facts, problems: &mut Problems) -> Option<Cap> {
        let code = problems.code(&self.code, &format!("{key}.code"));
        let covered = match &self.activities {
            Some(raw) => check_activities(raw, &format!("{key}.activities"), activities, problems).map(Some),
            None => Some(None),
        };
        let most = self.most(key, facts, problems);
        Some(Cap {
            code: code?,
            over: *self.over.get_ref(),
            per: *self.per.get_ref(),
            activities: covered?,
            most: most?,
            on_cap: word_or(self.on_cap.as_ref(), ON_CAP),
        })
    }

    fn most(&self, key: &str, facts: Facts, problems: &mut Problems) -> Option<CapMost> {
        match (&self.units, &self.times, &self.euro) {
            (Some(units), None, None) => {
                let key = format!("{key}.units");
                problems.amount_above_zero(units, &key, facts.scale).map(CapMost::Units)
            }
            (None, Some(times), None) => {
                problems.whole(times, &format!("{key}.times"), 1..=MOST_TIMES).map(CapMost::Times)
            }
            (None, None, Some(euro)) => check_euro(euro, &format!("{key}.euro"), facts, problems),
            _ => {
                let reason = "a cap is in units, in times or in euro: one of the three";
                problems.add(self.code.span(), key, reason);
                None
            }
        }
    }
}

fn check_activities(
    raw: &Spanned<Vec<Spanned<String>>>,
    key: &str,
    known: &[&str],
    problems: &mut Problems,
) -> Option<Vec<Code>> {
    if raw.get_ref().is_empty() {
        problems.add(raw.span(), key, "nothing would be capped: name an activity, or leave activities out");
    }
    let mut activities: Vec<Code> = Vec::new();
    for (place, raw) in raw.get_ref().iter().enumerate() {
        let key = format!("{key}[{place}]");
        let activity = problems.code(raw, &key)?;
        if !known.contains(&raw.get_ref().as_str()) {
            problems.add(raw.span(), key, "there is no [[earning]] with this code");
        } else if activities.contains(&activity) {
            problems.add(raw.span(), key, "this activity stands there already");
        }
        activities.push(activity);
    }
    activities.sort_unstable();
    Some(activities)
}

fn check_euro(
    raw: &Spanned<Vec<RawLegalMaximum>>,
    key: &str,
    facts: Facts,
    problems: &mut Problems,
) -> Option<CapMost> {
    if facts.kind != UnitKind::EuroPegged {
        let reason = "only a unit pegged to the euro is worth euro: say units or times";
        problems.add(raw.span(), key, reason);
        return None;
    }
    if raw.get_ref().is_empty() {
        problems.add(raw.span(), key, "a maximum is missing");
        return None;
    }
    let mut values: Vec<LegalMaximum> = Vec::new();
    for (place, raw) in raw.get_ref().iter().enumerate() {
        let key = format!("{key}[{place}]");
        let from = problems.day(&raw.from, &format!("{key}.from"));
        let at_most = problems.amount_above_zero(&raw.at_most, &format!("{key}.at_most"), Some(euro_scale()));
        let value = LegalMaximum { from: from?, at_most: at_most? };
        if values.last().is_some_and(|earlier| earlier.from >= value.from) {
            let reason = "maxima stand in the order of their first days, one for each";
            problems.add(raw.from.span(), format!("{key}.from"), reason);
        }
        values.push(value);
    }
    Some(CapMost::Euro(values))
}

impl Caps {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        for cap in &self.caps {
            out.element("cap");
            out.text("code", cap.code);
            out.word("over", cap.over);
            out.word("per", cap.per);
            if let Some(activities) = &cap.activities {
                out.pair("activities", list(activities.iter().map(quoted)));
            }
            out.word("on_cap", cap.on_cap);
            match &cap.most {
                CapMost::Units(units) => out.amount("units", *units, scale),
                CapMost::Times(times) => out.pair("times", times),
                CapMost::Euro(values) => {
                    for value in values {
                        out.element("cap.euro");
                        out.pair("from", value.from);
                        out.amount("at_most", value.at_most, euro_scale());
                    }
                }
            }
        }
    }
}
