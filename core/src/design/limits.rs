//! `[limits]`: how far an account may go below zero and above it (R15, R16).
//!
//! A limit is written once for everybody; a first period, a group of accounts, one account or an
//! exception moves it to another figure, and how it is tested stays the same for all of them.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::id::Code;
use crate::money::{Balance, Scale};

use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::{Figure, word_or};
use super::spanned::Spanned;

/// How far an account may go, whoever holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How low a balance may go by paying for services. Zero unless there is mutual credit; giving and
    /// redeeming never go below zero.
    pub floor: Bound,
    /// How high a balance may grow, if that is limited. A ceiling of a group, of an account or of an
    /// exception is tested as [`Bound::CEILING`] says where this is absent.
    pub ceiling: Option<Bound>,
    /// Other limits for the first months of an account.
    pub starter: Option<Starter>,
    /// Other limits for groups of accounts, in the order of their codes.
    pub groups: Vec<LimitGroup>,
}

/// A limit: the figure, and what happens there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Bound {
    /// The figure.
    pub at: Balance,
    /// Whether an account may stand exactly there.
    pub inclusive: bool,
    /// What happens to an act that goes past it.
    pub over: Over,
    /// Which balance is compared with it.
    pub tested: Tested,
}

/// What happens to an act that goes past a limit. What brings an account closer to it again is always
/// possible (R16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Over {
    /// It is refused: a hard limit.
    Refuse,
    /// It is booked, and flagged: a soft limit.
    Flag,
    /// The act that passes it is booked and flagged; from there the account only goes the other way.
    OneWay,
}

/// Which balance a limit is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tested {
    /// The balance before the act. At a floor a debt stop: whoever is at it or past it must earn first;
    /// the act itself may pass it.
    Before,
    /// The balance after the act.
    After,
}

/// Limits for the first months of an account (R7, R15): LETS Brussel, first year -750.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Starter {
    /// How many months from the day it was opened, 1 to 120.
    pub months: u16,
    /// The floor in that time, if it is another one.
    pub floor: Option<Balance>,
    /// The ceiling in that time, if it is another one.
    pub ceiling: Option<Balance>,
}

/// Limits of a group of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitGroup {
    /// Its code.
    pub code: Code,
    /// The floor of the group, if it is another one.
    pub floor: Option<Balance>,
    /// The ceiling of the group, if it is another one.
    pub ceiling: Option<Balance>,
}

/// What an act comes to at a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It stays within.
    Within,
    /// It passes the limit, or is past it, and is flagged.
    Flagged,
    /// It is refused by the balance after it.
    Refused,
    /// It is refused whatever its size, by the balance before it.
    Stopped,
}

impl Bound {
    /// The floor where nothing else is said: nobody goes below zero.
    pub const FLOOR: Self =
        Self { at: Balance::ZERO, inclusive: true, over: Over::Refuse, tested: Tested::After };

    /// How a ceiling is tested where nothing else is said; its figure comes from elsewhere.
    pub const CEILING: Self =
        Self { at: Balance::MAX, inclusive: true, over: Over::Refuse, tested: Tested::After };

    /// The same limit at another figure.
    #[must_use]
    pub fn moved_to(self, at: Balance) -> Self {
        Self { at, ..self }
    }

    fn edge(&self, inwards: i64) -> Balance {
        let step = if self.inclusive { 0 } else { inwards };
        self.at.minor().checked_add(step).and_then(|minor| Balance::from_minor(minor).ok()).unwrap_or(self.at)
    }

    /// The lowest balance that is within, for a floor.
    pub fn lowest(&self) -> Balance {
        self.edge(1)
    }

    /// The highest balance that is within, for a ceiling.
    pub fn highest(&self) -> Balance {
        self.edge(-1)
    }

    /// An act that lowers a balance, at a floor. In 128 bits, since sums over records come here too.
    pub(crate) fn at_floor(&self, before: i128, after: i128) -> Verdict {
        let lowest = i128::from(self.lowest().minor());
        self.judge(lowest.saturating_sub(before), lowest.saturating_sub(after))
    }

    /// An act that raises a balance, at a ceiling.
    pub(crate) fn at_ceiling(&self, before: i128, after: i128) -> Verdict {
        let highest = i128::from(self.highest().minor());
        self.judge(before.saturating_sub(highest), after.saturating_sub(highest))
    }

    /// How far past the limit a balance was, and is; zero exactly at it, below zero if there is room.
    fn judge(&self, before: i128, after: i128) -> Verdict {
        let (passed, refusal) = match self.tested {
            Tested::After => (after > 0, Verdict::Refused),
            Tested::Before => (before >= 0, Verdict::Stopped),
        };
        match self.over {
            Over::OneWay if before > 0 => Verdict::Stopped,
            Over::OneWay if after > 0 => Verdict::Flagged,
            Over::OneWay => Verdict::Within,
            Over::Refuse if passed => refusal,
            Over::Flag if passed => Verdict::Flagged,
            Over::Refuse | Over::Flag => Verdict::Within,
        }
    }
}

impl Limits {
    /// The group with a code.
    pub fn group(&self, code: &Code) -> Option<&LimitGroup> {
        let place = self.groups.binary_search_by(|group| group.code.cmp(code)).ok()?;
        self.groups.get(place)
    }
}

#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawLimits {
    /// How low a balance may go by paying for services.
    ///
    /// Default: zero, hard.
    floor: Option<RawBound>,
    /// How high a balance may grow.
    ///
    /// Default: as high as it goes.
    ceiling: Option<RawBound>,
    /// Other limits for the first months of an account.
    ///
    /// Default: none.
    starter: Option<Spanned<RawStarter>>,
    /// Other limits for groups of accounts, one each.
    ///
    /// Default: none.
    #[serde(default)]
    group: Vec<Spanned<RawGroup>>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawBound {
    /// The figure, in units: zero or below for a floor, above zero for a ceiling.
    ///
    /// Source: R15.
    at: Spanned<Figure>,
    /// Whether an account may stand exactly there.
    ///
    /// Default: `true`. Source: R15; in TimeOverflow it may not.
    inclusive: Option<Spanned<bool>>,
    /// What happens to an act that goes past it: `refuse` (hard), `flag` (soft: booked, and flagged) or
    /// `one_way` (passing it is flagged, and from there only the other way).
    ///
    /// Default: `"refuse"`. Source: R15, R16.
    over: Option<Spanned<Over>>,
    /// Which balance is compared with it: `after` the act or `before` it (a debt stop).
    ///
    /// Default: `"after"`. Source: R16; the debt stop of time banks.
    tested: Option<Spanned<Tested>>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawStarter {
    /// How many months from the day an account was opened, 1 to 120.
    ///
    /// Example: `12`. Source: R7; LETS Brussel.
    months: Spanned<i64>,
    /// The floor in that time, in units; not below the floor for everybody.
    ///
    /// Default: that one. Example: `-750`.
    floor: Option<Spanned<Figure>>,
    /// The ceiling in that time, in units; not above the ceiling for everybody.
    ///
    /// Default: that one. Example: `1000`.
    ceiling: Option<Spanned<Figure>>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawGroup {
    /// The code by which an account is put in the group.
    ///
    /// Example: `"groepen"`. Source: R15.
    code: Spanned<String>,
    /// The floor of the group, in units.
    ///
    /// Default: the floor for everybody. Example: `-3000`.
    floor: Option<Spanned<Figure>>,
    /// The ceiling of the group, in units.
    ///
    /// Default: the ceiling for everybody. Example: `6000`.
    ceiling: Option<Spanned<Figure>>,
}

const MONTHS: std::ops::RangeInclusive<i64> = 1..=120;
const FLOOR_ABOVE: &str = "a floor is zero or less";
const NO_CREDIT: &str =
    "without mutual credit nobody goes below zero: say circulation.mutual_credit = true, or leave it out";
const NOBODY_HOLDS: &str = "nobody could hold anything: the ceiling is above zero";

impl RawLimits {
    pub(super) fn check(
        &self,
        circulation: Range<usize>,
        facts: Facts,
        problems: &mut Problems,
    ) -> Option<Limits> {
        let floor = match &self.floor {
            Some(raw) => raw.check_floor(facts, problems),
            None => {
                if facts.zero_sum() {
                    let reason =
                        "it is missing: nothing would ever circulate, as somebody must go below zero";
                    problems.add(circulation, "limits.floor", reason);
                }
                Some(Bound::FLOOR)
            }
        };
        let ceiling = match &self.ceiling {
            Some(raw) => raw.check_ceiling(facts, problems).map(Some),
            None => Some(None),
        };
        let starter = match &self.starter {
            Some(raw) => raw.get_ref().check(raw.span(), floor, ceiling.flatten(), facts, problems).map(Some),
            None => Some(None),
        };
        let groups = self.check_groups(facts, problems);
        Some(Limits { floor: floor?, ceiling: ceiling?, starter: starter?, groups: groups? })
    }

    fn check_groups(&self, facts: Facts, problems: &mut Problems) -> Option<Vec<LimitGroup>> {
        let mut groups: Vec<LimitGroup> = Vec::new();
        for (place, raw) in self.group.iter().enumerate() {
            let key = format!("limits.group[{place}]");
            let group = raw.get_ref().check(raw.span(), &key, facts, problems)?;
            if groups.iter().any(|earlier| earlier.code == group.code) {
                let reason = format_args!("there is already a group {}", group.code);
                problems.add(raw.get_ref().code.span(), format!("{key}.code"), reason);
            }
            groups.push(group);
        }
        groups.sort_unstable_by_key(|group| group.code);
        Some(groups)
    }
}

/// The figure of a floor.
fn floor_at(raw: &Spanned<Figure>, key: &str, facts: Facts, problems: &mut Problems) -> Option<Balance> {
    let at = problems.balance(raw, key, facts.scale)?;
    if at > Balance::ZERO {
        problems.add(raw.span(), key, FLOOR_ABOVE);
        return None;
    }
    if at.is_negative() && !facts.credit {
        problems.add(raw.span(), key, NO_CREDIT);
        return None;
    }
    Some(at)
}

/// The figure of a ceiling.
fn ceiling_at(raw: &Spanned<Figure>, key: &str, facts: Facts, problems: &mut Problems) -> Option<Balance> {
    let at = problems.balance(raw, key, facts.scale)?;
    if at <= Balance::ZERO {
        problems.add(raw.span(), key, NOBODY_HOLDS);
        return None;
    }
    Some(at)
}

/// What a key that may be absent says; inside, `None` if it is absent.
fn optional<T>(
    raw: Option<&Spanned<Figure>>,
    read: impl FnOnce(&Spanned<Figure>) -> Option<T>,
) -> Option<Option<T>> {
    raw.map_or(Some(None), |raw| read(raw).map(Some))
}

impl RawBound {
    fn bound(&self, key: &str, at: Balance, problems: &mut Problems) -> Bound {
        let over = word_or(self.over.as_ref(), Over::Refuse);
        let tested = word_or(self.tested.as_ref(), Tested::After);
        if over == Over::OneWay {
            let reason = "over = \"one_way\" looks at both: an act may pass the limit, and none may follow";
            problems.refuse(self.tested.as_ref(), &format!("{key}.tested"), reason);
        } else if tested == Tested::Before {
            let reason = "with tested = \"before\" whoever stands exactly there is stopped already";
            problems.refuse(self.inclusive.as_ref(), &format!("{key}.inclusive"), reason);
        }
        Bound { at, inclusive: word_or(self.inclusive.as_ref(), true), over, tested }
    }

    fn check_floor(&self, facts: Facts, problems: &mut Problems) -> Option<Bound> {
        let at = floor_at(&self.at, "limits.floor.at", facts, problems)?;
        if !facts.credit {
            problems.add(self.at.span(), "limits.floor", NO_CREDIT);
            return None;
        }
        let bound = self.bound("limits.floor", at, problems);
        let lowest = bound.lowest();
        if lowest > Balance::ZERO {
            let reason = "every account begins at zero, past a floor it may not stand on";
            problems.add(self.at.span(), "limits.floor.at", reason);
        } else if lowest.is_zero() && facts.zero_sum() && bound.over == Over::Refuse {
            let reason = "nothing would ever circulate: without reward, somebody must go below zero";
            problems.add(self.at.span(), "limits.floor.at", reason);
        }
        Some(bound)
    }

    fn check_ceiling(&self, facts: Facts, problems: &mut Problems) -> Option<Bound> {
        let at = ceiling_at(&self.at, "limits.ceiling.at", facts, problems)?;
        let bound = self.bound("limits.ceiling", at, problems);
        if bound.highest() <= Balance::ZERO && bound.over == Over::Refuse {
            problems.add(self.at.span(), "limits.ceiling.at", NOBODY_HOLDS);
        }
        Some(bound)
    }
}

impl RawStarter {
    fn check(
        &self,
        place: Range<usize>,
        floor: Option<Bound>,
        ceiling: Option<Bound>,
        facts: Facts,
        problems: &mut Problems,
    ) -> Option<Starter> {
        let months = problems.whole(&self.months, "limits.starter.months", MONTHS);
        let key = "limits.starter.floor";
        let own_floor = optional(self.floor.as_ref(), |raw| {
            let at = floor_at(raw, key, facts, problems)?;
            if floor.is_some_and(|floor| at < floor.at) {
                let reason = "the first months are tighter than what follows: not below limits.floor.at";
                problems.add(raw.span(), key, reason);
            }
            Some(at)
        });
        let key = "limits.starter.ceiling";
        let own_ceiling = optional(self.ceiling.as_ref(), |raw| {
            let at = ceiling_at(raw, key, facts, problems)?;
            if ceiling.is_some_and(|ceiling| at > ceiling.at) {
                let reason = "the first months are tighter than what follows: not above limits.ceiling.at";
                problems.add(raw.span(), key, reason);
            }
            Some(at)
        });
        if self.floor.is_none() && self.ceiling.is_none() {
            problems.add(place, "limits.starter", "it says nothing: give a floor, a ceiling or both");
        }
        Some(Starter { months: months?, floor: own_floor?, ceiling: own_ceiling? })
    }
}

impl RawGroup {
    fn check(
        &self,
        place: Range<usize>,
        key: &str,
        facts: Facts,
        problems: &mut Problems,
    ) -> Option<LimitGroup> {
        let code = problems.code(&self.code, &format!("{key}.code"));
        let of = |field: &str| format!("{key}.{field}");
        let floor = optional(self.floor.as_ref(), |raw| floor_at(raw, &of("floor"), facts, problems));
        let ceiling = optional(self.ceiling.as_ref(), |raw| ceiling_at(raw, &of("ceiling"), facts, problems));
        if self.floor.is_none() && self.ceiling.is_none() {
            problems.add(place, key, "it says nothing: give a floor, a ceiling or both");
        }
        Some(LimitGroup { code: code?, floor: floor?, ceiling: ceiling? })
    }
}

impl Bound {
    fn write(&self, name: &str, scale: Scale, out: &mut Writer) {
        out.table(name);
        out.balance("at", self.at, scale);
        // Where a key would say nothing it may not stand either.
        if self.over == Over::OneWay || self.tested == Tested::After {
            out.pair("inclusive", self.inclusive);
        }
        out.word("over", self.over);
        if self.over != Over::OneWay {
            out.word("tested", self.tested);
        }
    }
}

fn write_figures(floor: Option<Balance>, ceiling: Option<Balance>, scale: Scale, out: &mut Writer) {
    if let Some(floor) = floor {
        out.balance("floor", floor, scale);
    }
    if let Some(ceiling) = ceiling {
        out.balance("ceiling", ceiling, scale);
    }
}

impl Limits {
    /// Without mutual credit there is no floor to write: it is zero.
    pub(super) fn write(&self, credit: bool, scale: Scale, out: &mut Writer) {
        if credit {
            self.floor.write("limits.floor", scale, out);
        }
        if let Some(ceiling) = &self.ceiling {
            ceiling.write("limits.ceiling", scale, out);
        }
        if let Some(starter) = &self.starter {
            out.table("limits.starter");
            out.pair("months", starter.months);
            write_figures(starter.floor, starter.ceiling, scale, out);
        }
        for group in &self.groups {
            out.element("limits.group");
            out.text("code", group.code);
            write_figures(group.floor, group.ceiling, scale, out);
        }
    }
}
