//! Whether an award went past a cap, told again from the records with arithmetic of its own.

use std::collections::BTreeMap;

use crate::books::{CapHolder, Change, Count, CounterKey, Entry};
use crate::calendar::{Day, Period};
use crate::design::{Cap, CapMost, Design, StandsFor, Unit};
use crate::id::Code;
use crate::ledger::Record;

/// The day of the activity: that of the order inside, if one was completed.
pub(super) fn value_day(record: &Record, entry: &Entry) -> Option<Day> {
    let inside = entry.changes.iter().find_map(|change| match change {
        Change::PendingEnded { asked, .. } => asked.as_deref(),
        _ => None,
    });
    inside.or(record.order()).map(|order| order.value_day)
}

/// Whether what was counted is within the cap that the design has on that day. What a reversal gives
/// back is.
pub(super) fn is_within(
    design: &Design,
    day: Day,
    count: &Count,
    counted: &BTreeMap<CounterKey, i128>,
) -> bool {
    let (code, units) = match count.key {
        CounterKey::CapUnits { cap, whose, period, from, .. } => (cap, Some((whose, period, from))),
        CounterKey::CapTimes { cap, .. } => (cap, None),
        _ => return true,
    };
    if count.by.is_negative() {
        return true;
    }
    let Some(cap) = design.caps().get(&code) else { return false };
    match (&cap.most, units) {
        (CapMost::Times(most), None) => {
            counted.get(&count.key).is_none_or(|times| *times <= i128::from(*most))
        }
        (CapMost::Units(most), Some(of)) => {
            let all: i128 = earned(design.unit(), code, of, counted).map(|(_, units)| units).sum();
            all <= i128::from(most.minor())
        }
        (CapMost::Euro(_), Some(of)) => {
            let earned = earned(design.unit(), code, of, counted);
            euro_within(cap, day, earned.collect()).unwrap_or(false)
        }
        _ => false,
    }
}

type Of = (CapHolder, Period, Day);

/// What was earned at each value of the unit: cents and units of the value, and how many.
fn earned<'c>(
    unit: &'c Unit,
    cap: Code,
    (whose, period, from): Of,
    counted: &'c BTreeMap<CounterKey, i128>,
) -> impl Iterator<Item = ((i128, i128), i128)> {
    let values = unit.values.iter().map(|value| match value.stands_for {
        StandsFor::Euro(cents) => (i128::from(cents.minor()), i128::from(value.units.minor())),
        StandsFor::Minutes(minutes) => (i128::from(minutes), i128::from(value.units.minor())),
    });
    let nothing = unit.values.is_empty().then_some((0, 1));
    values.chain(nothing).zip(0..).map(move |(at, value)| {
        let key = CounterKey::CapUnits { cap, whose, period, from, value };
        (at, counted.get(&key).copied().unwrap_or(0))
    })
}

/// The sum of units x cents / units of the value, against the maximum, all of it times every divisor.
fn euro_within(cap: &Cap, day: Day, earned: Vec<((i128, i128), i128)>) -> Option<bool> {
    let most = i128::from(cap.most.euro_on(day)?.minor());
    let (mut sum, mut times) = (0_i128, 1_i128);
    for ((cents, per), units) in earned {
        sum = sum.checked_mul(per)?.checked_add(units.checked_mul(cents)?.checked_mul(times)?)?;
        times = times.checked_mul(per)?;
    }
    Some(sum <= most.checked_mul(times)?)
}
