//! The order of a list: by day, time and place in the file; and what that tells about the list.

use std::collections::BTreeMap;

use super::gather::Gather;
use super::moment::Moment;
use super::step::Step;
use super::{DayGap, ListFile, NumberGap, RowPlace, TiedRows};

/// A quiet day or two is no gap.
const GAP: i32 = 7;

/// Sorts the steps, and tells rows out of order, ties and gaps.
pub(super) fn put_in_order(list: &mut Gather<'_>) {
    list.health.out_of_order = out_of_order(&list.steps);
    list.steps.sort_by_key(|step| step.moment);
    list.health.ties = ties(&list.steps);
    let tied = list.health.ties.iter().map(|tie| tie.places.len()).fold(0, usize::saturating_add);
    list.health.tied_rows = u64::try_from(tied).unwrap_or(u64::MAX);
    list.health.gaps = gaps(&list.steps);
    list.health.number_gaps = number_gaps(list.ids.keys());
}

fn out_of_order(steps: &[Step]) -> Vec<RowPlace> {
    let mut latest: BTreeMap<ListFile, Moment> = BTreeMap::new();
    let mut found: Vec<RowPlace> = Vec::new();
    for step in steps {
        let latest = latest.entry(step.place.file).or_insert(step.moment);
        if step.moment < *latest && found.last() != Some(&step.place) {
            found.push(step.place);
        }
        *latest = step.moment.max(*latest);
    }
    found
}

fn ties(steps: &[Step]) -> Vec<TiedRows> {
    let mut ties = Vec::new();
    for group in steps.chunk_by(|one, next| one.moment == next.moment) {
        let mut places: Vec<RowPlace> = group.iter().map(|step| step.place).collect();
        places.dedup();
        if let (Some(step), true) = (group.first(), places.len() > 1) {
            ties.push(TiedRows { day: step.moment.day, places });
        }
    }
    ties
}

fn gaps(steps: &[Step]) -> Vec<DayGap> {
    let mut gaps = Vec::new();
    let mut days = steps.iter().map(|step| step.moment.day);
    let Some(mut last) = days.next() else { return gaps };
    for day in days {
        if day.days_since(last) > GAP {
            let ends = last.next().zip(day.minus_days(1));
            gaps.extend(ends.map(|(from, through)| DayGap { from, through }));
        }
        last = day;
    }
    gaps
}

fn number_gaps<'i>(ids: impl Iterator<Item = &'i (ListFile, String)>) -> Vec<NumberGap> {
    let mut by_file: BTreeMap<ListFile, Option<Vec<u64>>> = BTreeMap::new();
    for (file, id) in ids {
        let numbers = by_file.entry(*file).or_insert_with(|| Some(Vec::new()));
        match (numbers.as_mut(), id.parse()) {
            (Some(numbers), Ok(number)) => numbers.push(number),
            // One id that is no number, and a number that lacks says nothing.
            _ => *numbers = None,
        }
    }
    let mut gaps = Vec::new();
    for (file, numbers) in by_file {
        let mut numbers = numbers.unwrap_or_default();
        numbers.sort_unstable();
        for pair in numbers.windows(2) {
            let [one, next] = pair else { continue };
            let (from, through) = (one.saturating_add(1), next.saturating_sub(1));
            if from <= through {
                gaps.push(NumberGap { file, from, through });
            }
        }
    }
    gaps
}
