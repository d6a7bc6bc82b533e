//! Making change (R34): exact pieces for an amount whenever the drawer has them.
//!
//! Taking the largest note that fits, again and again, is not enough: 60 out of one note of 50 and three
//! of 20 is three of 20. So every amount up to the one asked is worked out, face by face; with sliding
//! minima that takes one step per face and amount, however many pieces there are.

use std::collections::VecDeque;

use super::Notes;
use crate::design::ChangePolicy;
use crate::money::Amount;

/// Amounts are worked out in steps of the largest unit that divides every face. More steps than this is
/// no withdrawal but a sending: the asker names the notes.
const MOST_STEPS: i64 = 100_000;

/// Why no set of pieces makes an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoSet {
    /// The drawer has the value but not the pieces; the nearest amounts that can be made, at most one
    /// largest face away.
    Nearest { below: Option<Amount>, above: Option<Amount> },
    /// The amount is too large to be worked out.
    TooLarge,
}

/// The pieces of one series that lie in a drawer.
#[derive(Clone, Debug)]
pub(crate) struct Drawer {
    notes: Notes,
}

/// The fewest pieces that make each amount, in steps, with the faces from one on.
type Fewest = Vec<Option<u32>>;

impl Drawer {
    pub(crate) fn new(notes: Notes) -> Self {
        Self { notes }
    }

    /// Pieces worth exactly the amount: the fewest there can be, or as few small ones as there can be.
    pub(crate) fn pick(&self, amount: Amount, policy: ChangePolicy) -> Result<Notes, NoSet> {
        let Some(unit) = self.notes.iter().map(|(face, _)| face.minor()).reduce(gcd) else {
            return Err(NoSet::Nearest { below: None, above: None });
        };
        let largest = self.notes.iter().next_back().map_or(unit, |(face, _)| face.minor());
        let reach = amount.minor().saturating_add(largest);
        let steps = usize::try_from(reach.checked_div(unit).unwrap_or(0).min(MOST_STEPS)).unwrap_or(0);
        if reach.checked_div(unit).is_none_or(|steps| steps > MOST_STEPS) {
            return Err(NoSet::TooLarge);
        }
        // The largest face is worked out first, so that the pieces are read off from the smallest.
        let mut with: Vec<Fewest> = vec![nothing(steps)];
        for (face, count) in self.notes.iter().rev() {
            let face = usize::try_from(face.minor().checked_div(unit).unwrap_or(1)).unwrap_or(1);
            let without = with.last().map_or(&[][..], Vec::as_slice);
            let more = add_face(without, face, count);
            with.push(more);
        }
        let asked = amount.minor().checked_div(unit).and_then(|asked| usize::try_from(asked).ok());
        let whole = amount.minor().checked_rem(unit) == Some(0);
        if let Some(asked) = asked.filter(|asked| whole && makes(&with, *asked)) {
            return Ok(self.read_off(&with, asked, unit, policy));
        }
        Err(nearest(&with, amount, unit, largest))
    }

    /// The pieces behind an amount that can be made: of every face, from the smallest, as few as the
    /// larger faces allow.
    fn read_off(&self, with: &[Fewest], asked: usize, unit: i64, policy: ChangePolicy) -> Notes {
        let mut left = asked;
        let mut pieces = Vec::new();
        for (at, (face, count)) in self.notes.iter().enumerate() {
            let deeper = with.len().checked_sub(at.saturating_add(1)).and_then(|at| with.get(at));
            let shallower = with.len().checked_sub(at.saturating_add(2)).and_then(|at| with.get(at));
            let (Some(here), Some(rest)) = (deeper, shallower) else { break };
            let steps = usize::try_from(face.minor().checked_div(unit).unwrap_or(1)).unwrap_or(1);
            let fewest = here.get(left).copied().flatten();
            let taken = (0..=count).find(|taken| {
                let value = usize::try_from(*taken).ok().and_then(|taken| taken.checked_mul(steps));
                let rest = value.and_then(|value| left.checked_sub(value)).and_then(|left| rest.get(left));
                match (policy, rest.copied().flatten()) {
                    (_, None) => false,
                    (ChangePolicy::KeepSmall, Some(_)) => true,
                    (ChangePolicy::FewestPieces, Some(others)) => others.checked_add(*taken) == fewest,
                }
            });
            let taken = taken.unwrap_or(0);
            pieces.push((face, taken));
            let value = usize::try_from(taken).unwrap_or(0).saturating_mul(steps);
            left = left.saturating_sub(value);
        }
        Notes::new(pieces).unwrap_or_default()
    }
}

fn gcd(one: i64, two: i64) -> i64 {
    match one.checked_rem(two) {
        None | Some(0) if two != 0 => two,
        Some(rest) => gcd(two, rest),
        None => one,
    }
}

fn nothing(steps: usize) -> Fewest {
    let mut fewest = vec![None; steps.saturating_add(1)];
    if let Some(first) = fewest.first_mut() {
        *first = Some(0);
    }
    fewest
}

fn makes(with: &[Fewest], amount: usize) -> bool {
    with.last().and_then(|fewest| fewest.get(amount)).is_some_and(Option::is_some)
}

/// The fewest pieces with at most `count` of one more face: of the amounts that differ by whole faces,
/// the minimum over a window of `count` faces back.
fn add_face(without: &[Option<u32>], face: usize, count: u32) -> Fewest {
    let mut with = vec![None; without.len()];
    for rest in 0..face.min(without.len()) {
        // Where the minimum can be: place in the row and pieces less place, the pieces growing.
        let mut window: VecDeque<(i64, i64)> = VecDeque::new();
        let row = (rest..without.len()).step_by(face.max(1));
        for (place, amount) in row.enumerate() {
            let place = i64::try_from(place).unwrap_or(i64::MAX);
            if let Some(pieces) = without.get(amount).copied().flatten() {
                let level = i64::from(pieces).saturating_sub(place);
                while window.back().is_some_and(|(_, other)| *other >= level) {
                    window.pop_back();
                }
                window.push_back((place, level));
            }
            while window.front().is_some_and(|(first, _)| place.saturating_sub(*first) > i64::from(count)) {
                window.pop_front();
            }
            if let (Some((_, level)), Some(slot)) = (window.front(), with.get_mut(amount)) {
                *slot = u32::try_from(level.saturating_add(place)).ok();
            }
        }
    }
    with
}

fn nearest(with: &[Fewest], amount: Amount, unit: i64, largest: i64) -> NoSet {
    let to_amount = |steps: i64| steps.checked_mul(unit).and_then(|minor| Amount::from_minor(minor).ok());
    let possible = |steps: &i64| usize::try_from(*steps).is_ok_and(|steps| makes(with, steps));
    let asked = amount.minor().checked_div(unit).unwrap_or(0);
    let reach = largest.checked_div(unit).unwrap_or(0);
    let lowest = amount.minor().saturating_sub(largest).saturating_add(unit.saturating_sub(1));
    let lowest = lowest.checked_div(unit).unwrap_or(1).max(1);
    NoSet::Nearest {
        below: (lowest..=asked).rev().find(possible).and_then(to_amount),
        above: (asked.saturating_add(1)..=asked.saturating_add(reach)).find(possible).and_then(to_amount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount(minor: i64) -> Amount {
        Amount::from_minor(minor).unwrap()
    }

    fn drawer(pieces: &[(i64, u32)]) -> Drawer {
        Drawer::new(Notes::new(pieces.iter().map(|(face, count)| (amount(*face), *count))).unwrap())
    }

    fn picked(pieces: &[(i64, u32)], asked: i64, policy: ChangePolicy) -> Result<Vec<(i64, u32)>, NoSet> {
        let notes = drawer(pieces).pick(amount(asked), policy)?;
        Ok(notes.iter().map(|(face, count)| (face.minor(), count)).collect())
    }

    #[test]
    fn the_largest_note_that_fits_is_not_enough() {
        let drawer = [(20, 3), (50, 1)];
        for policy in [ChangePolicy::FewestPieces, ChangePolicy::KeepSmall] {
            assert_eq!(picked(&drawer, 60, policy), Ok(vec![(20, 3)]));
        }
    }

    #[test]
    fn the_policy_chooses_among_exact_sets() {
        // 60 is 50 and 10, two pieces, or three of 20, which keeps the smaller note.
        let drawer = [(10, 1), (20, 3), (50, 1)];
        assert_eq!(picked(&drawer, 60, ChangePolicy::FewestPieces), Ok(vec![(10, 1), (50, 1)]));
        assert_eq!(picked(&drawer, 60, ChangePolicy::KeepSmall), Ok(vec![(20, 3)]));
    }

    #[test]
    fn what_cannot_be_made_has_neighbours() {
        let near = |below, above| Err(NoSet::Nearest { below, above });
        let drawer = [(5, 1), (20, 2)];
        let policy = ChangePolicy::FewestPieces;
        assert_eq!(picked(&drawer, 30, policy), near(Some(amount(25)), Some(amount(40))));
        assert_eq!(picked(&drawer, 3, policy), near(None, Some(amount(5))));
        assert_eq!(picked(&drawer, 46, policy), near(Some(amount(45)), None));
        // A drawer that is far too small says nothing of what it holds.
        assert_eq!(picked(&drawer, 900, policy), near(None, None));
        assert_eq!(picked(&[], 5, policy), near(None, None));
        assert_eq!(picked(&drawer, 9_000_000, policy), Err(NoSet::TooLarge));
    }

    /// Every set there is, by brute force.
    fn every_set(pieces: &[(i64, u32)]) -> Vec<Vec<u32>> {
        pieces.iter().fold(vec![vec![]], |sets, (_, count)| {
            let longer = |set: Vec<u32>| (0..=*count).map(move |taken| [set.clone(), vec![taken]].concat());
            sets.into_iter().flat_map(longer).collect()
        })
    }

    fn worth(set: &[u32], pieces: &[(i64, u32)]) -> i64 {
        let value = |(taken, (face, _)): (&u32, &(i64, u32))| i64::from(*taken).saturating_mul(*face);
        set.iter().zip(pieces).map(value).sum()
    }

    proptest! {
        #[test]
        fn an_exact_set_is_found_whenever_one_exists(
            counts in prop::collection::vec(0_u32..5, 4),
            faces in prop::sample::select(
                vec![[1, 5, 10, 20], [2, 3, 7, 11], [5, 20, 50, 200], [50, 100, 250, 600]]
            ),
            asked in 1_i64..900,
            keep in any::<bool>(),
        ) {
            let pieces: Vec<(i64, u32)> = faces.into_iter().zip(counts).collect();
            let sets = every_set(&pieces);
            let exact = sets.iter().filter(|set| worth(set, &pieces) == asked).cloned();
            let policy = if keep { ChangePolicy::KeepSmall } else { ChangePolicy::FewestPieces };
            match drawer(&pieces).pick(amount(asked), policy) {
                Ok(notes) => {
                    let set: Vec<u32> = pieces.iter().map(|(face, _)| notes.count_of(amount(*face))).collect();
                    prop_assert_eq!(worth(&set, &pieces), asked);
                    let best = match policy {
                        // Ties go to the larger faces.
                        ChangePolicy::FewestPieces => exact.min_by_key(|set| (set.iter().sum::<u32>(), set.clone())),
                        ChangePolicy::KeepSmall => exact.min_by_key(|set| set.clone()),
                    };
                    prop_assert_eq!(Some(set), best);
                }
                Err(NoSet::Nearest { below, above }) => {
                    prop_assert_eq!(exact.count(), 0);
                    let there = pieces.iter().filter(|(_, count)| *count > 0).map(|(face, _)| *face);
                    let reach = there.max().unwrap_or(0);
                    let values: std::collections::BTreeSet<i64> =
                        sets.iter().map(|set| worth(set, &pieces)).collect();
                    let near = |value: &&i64| value.abs_diff(asked) <= reach.unsigned_abs();
                    let lower = values.range(1..asked).next_back().filter(near);
                    let higher = values.range(asked.saturating_add(1)..).next().filter(near);
                    prop_assert_eq!(below, lower.map(|value| amount(*value)));
                    prop_assert_eq!(above, higher.map(|value| amount(*value)));
                }
                Err(NoSet::TooLarge) => prop_assert!(false),
            }
        }
    }
}
