//! [`LimitsInForce`]: how far an account may go on a day, and what says so (R15).

use serde::Deserialize;

use crate::calendar::Day;
use crate::design::{Bound, Limits, Starter};
use crate::id::{Code, Id};
use crate::money::Balance;
use crate::sparse::sparse;

/// What was decided about one account's limits; most accounts have none of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountLimits {
    /// Its own floor.
    #[serde(default)]
    pub floor: Option<Balance>,
    /// Its own ceiling.
    #[serde(default)]
    pub ceiling: Option<Balance>,
    /// The group of the design it belongs to.
    #[serde(default)]
    pub group: Option<Code>,
    /// An exception for some time, in force or past.
    #[serde(default)]
    pub exception: Option<LimitException>,
}
sparse!(AccountLimits { | floor, ceiling, group, exception });

/// An exception for some time (illness, a big deal; R15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitException {
    /// Its last day.
    pub until: Day,
    /// Who asked for it.
    pub asked_by: Id,
    /// Who approved it: the second person, where it takes two.
    pub approved_by: Id,
    /// The floor in that time, if it is another one.
    #[serde(default)]
    pub floor: Option<Balance>,
    /// The ceiling in that time, if it is another one.
    #[serde(default)]
    pub ceiling: Option<Balance>,
}
sparse!(LimitException { until, asked_by, approved_by | floor, ceiling });

impl AccountLimits {
    /// As an account keeps it: nothing, if nothing was decided.
    pub(crate) fn kept(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

/// What says where a limit of an account lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum LimitSource {
    /// The limit for everybody.
    System,
    /// The group of the account.
    Group(Code),
    /// Its first months; the last day of them.
    Starter(Day),
    /// What was set for this account.
    Own,
    /// An exception; its last day and who approved it.
    Exception {
        /// The last day.
        until: Day,
        /// Who approved it.
        approved_by: Id,
    },
}

/// A limit of an account, and what says where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct LimitInForce {
    /// The limit.
    pub bound: Bound,
    /// What says where it lies.
    pub source: LimitSource,
}

/// How far an account may go on a day: an exception in force counts before the account's own limit,
/// that before the first months, these before its group, and the limit for everybody last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct LimitsInForce {
    /// How low it may go by paying for services.
    pub floor: LimitInForce,
    /// How high it may grow, if that is limited.
    pub ceiling: Option<LimitInForce>,
}

/// The last of an account's first months, if the day lies in them.
fn last_starter_day(starter: &Starter, opened_on: Day, day: Day) -> Option<Day> {
    // Most accounts are old: that is told without counting in months.
    let longest = i32::from(starter.months).saturating_mul(31);
    if day.days_since(opened_on) > longest {
        return None;
    }
    let next = opened_on.plus_months(starter.months).unwrap_or(Day::LAST);
    next.minus_days(1).filter(|last| day <= *last)
}

/// The first of these that says where a limit lies.
fn first(stated: [(Option<Balance>, LimitSource); 4]) -> Option<(Balance, LimitSource)> {
    stated.into_iter().find_map(|(at, source)| Some((at?, source)))
}

impl LimitsInForce {
    /// The limits on a day of an account opened on another, for which `own` was decided.
    pub fn on(day: Day, limits: &Limits, opened_on: Day, own: Option<&AccountLimits>) -> Self {
        let floor = LimitInForce { bound: limits.floor, source: LimitSource::System };
        let ceiling = limits.ceiling.map(|bound| LimitInForce { bound, source: LimitSource::System });
        let starter =
            limits.starter.as_ref().and_then(|it| Some((it, last_starter_day(it, opened_on, day)?)));
        if own.is_none() && starter.is_none() {
            return Self { floor, ceiling };
        }
        let own = own.copied().unwrap_or_default();
        let exception = own.exception.filter(|exception| day <= exception.until);
        let group = own.group.and_then(|code| limits.group(&code));
        let stated = |own: Option<Balance>, figures: [Option<Balance>; 3]| {
            let [by_exception, by_starter, by_group] = figures;
            let until = exception.map_or(LimitSource::System, |exception| LimitSource::Exception {
                until: exception.until,
                approved_by: exception.approved_by,
            });
            let starter = starter.map_or(LimitSource::System, |(_, last)| LimitSource::Starter(last));
            let group = group.map_or(LimitSource::System, |group| LimitSource::Group(group.code));
            first([(by_exception, until), (own, LimitSource::Own), (by_starter, starter), (by_group, group)])
        };
        let floors = [
            exception.and_then(|one| one.floor),
            starter.and_then(|(one, _)| one.floor),
            group.and_then(|one| one.floor),
        ];
        let ceilings = [
            exception.and_then(|one| one.ceiling),
            starter.and_then(|(one, _)| one.ceiling),
            group.and_then(|one| one.ceiling),
        ];
        let moved = |bound: Bound, (at, source)| LimitInForce { bound: bound.moved_to(at), source };
        Self {
            floor: stated(own.floor, floors).map_or(floor, |stated| moved(limits.floor, stated)),
            ceiling: stated(own.ceiling, ceilings)
                .map(|stated| moved(limits.ceiling.unwrap_or(Bound::CEILING), stated))
                .or(ceiling),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn balance(minor: i64) -> Balance {
        Balance::from_minor(minor).unwrap()
    }

    /// LETS Brussel's limits, with a group and a group-only ceiling beside them.
    fn limits() -> Limits {
        let text = include_str!("../../designs/uurbank-example.toml").replace(
            "at = -10 # [1]\ntested = \"before\" # whoever is there must earn first [1]",
            "at = -15\n[limits.starter]\nmonths = 12\nfloor = \"-7.5\"\n\
             [[limits.group]]\ncode = \"zorg\"\nfloor = -30\nceiling = 40",
        );
        Design::parse(&text).unwrap().limits().clone()
    }

    #[test]
    fn the_nearest_says_where_a_limit_lies_r15() {
        let (limits, opened) = (limits(), day("2024-02-29"));
        let on = |text: &str, own: Option<&AccountLimits>| LimitsInForce::on(day(text), &limits, opened, own);
        // The first twelve months end the day before 28 February 2025, the same day a year later.
        let first = on("2025-02-27", None).floor;
        assert_eq!((first.bound.at, first.source), (balance(-750), LimitSource::Starter(day("2025-02-27"))));
        let after = on("2025-02-28", None);
        assert_eq!((after.floor.bound.at, after.floor.source), (balance(-1_500), LimitSource::System));
        assert_eq!(after.ceiling, None);

        let zorg = Code::parse("zorg").unwrap();
        let mut own = AccountLimits { group: Some(zorg), ..AccountLimits::default() };
        assert_eq!(on("2025-02-27", Some(&own)).floor.source, first.source);
        let grouped = on("2025-02-28", Some(&own));
        assert_eq!(
            (grouped.floor.bound.at, grouped.floor.source),
            (balance(-3_000), LimitSource::Group(zorg))
        );
        assert_eq!(
            grouped.ceiling.map(|one| (one.bound.at, one.source)),
            Some((balance(4_000), LimitSource::Group(zorg)))
        );

        own.floor = Some(balance(-100));
        assert_eq!(on("2025-02-27", Some(&own)).floor.source, LimitSource::Own);
        let (asked_by, approved_by) = (Id::parse("s-020").unwrap(), Id::parse("s-010").unwrap());
        own.exception = Some(LimitException {
            floor: None,
            ceiling: Some(balance(9_000)),
            until: day("2025-06-30"),
            asked_by,
            approved_by,
        });
        let excepted = on("2025-06-30", Some(&own));
        assert_eq!(excepted.floor.source, LimitSource::Own);
        let source = LimitSource::Exception { until: day("2025-06-30"), approved_by };
        assert_eq!(excepted.ceiling.map(|one| one.source), Some(source));
        assert_eq!(on("2025-07-01", Some(&own)).ceiling, grouped.ceiling);
    }
}
