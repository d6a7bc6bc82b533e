//! The tracing rules against models that are too simple to be wrong: one unit at a time, and exact fractions.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::ask::{flows, matrix, unit_time};
use super::ledgers::every_ledger;
use super::lists::{any_list, at};
use crate::calendar::{Day, Period};
use crate::evaluation::figures::Flow;
use crate::evaluation::trace::{Part, Watch, trace};
use crate::evaluation::{
    EvaluationError, Fraction, Movement, Movements, PartyKind, PartyNo, Population, TracingRule, Window,
};

const RULES: [TracingRule; 3] = [TracingRule::Fifo, TracingRule::Lifo, TracingRule::WellMixed];

/// Units by what became of them: the line by which they left or the account on which they are, the day of issue,
/// the day on which they came, and whether they have been on notes.
type Fates = BTreeMap<(Result<u64, PartyNo>, Day, Day, bool), i128>;

#[derive(Default)]
struct Fate(Fates);

impl Fate {
    fn note(&mut self, place: Result<u64, PartyNo>, part: &Part) {
        let day =
            |moments: i128| Day::from_since_epoch(i32::try_from(moments / part.units).unwrap()).unwrap();
        assert_eq!(part.cohort, day(part.born));
        *self.0.entry((place, day(part.born), day(part.since), part.unseen)).or_default() += part.units;
    }
}

impl Watch for Fate {
    fn left(&mut self, row: &Movement, part: &Part) -> Result<(), EvaluationError> {
        self.note(Ok(row.seq), part);
        Ok(())
    }

    fn open(&mut self, party: PartyNo, part: &Part) -> Result<(), EvaluationError> {
        self.note(Err(party), part);
        Ok(())
    }
}

#[derive(Clone, Copy)]
struct Unit {
    born: Day,
    since: Day,
    unseen: bool,
}

/// Every unit is a thing of its own on a pile, and is carried by hand.
fn unit_by_unit(movements: &Movements, last: bool) -> Fates {
    let mut piles: Vec<Vec<Unit>> = movements.parties.iter().map(|_| Vec::new()).collect();
    let mut fates = Fates::new();
    for row in &movements.rows {
        let mut carried = Vec::new();
        for _ in 0..row.amount.minor() {
            if movements.kind_of(row.from) == PartyKind::Issued {
                carried.push(Unit { born: row.day, since: row.day, unseen: false });
                continue;
            }
            let pile = &mut piles[row.from.index()];
            let unit = if last { pile.pop().unwrap() } else { pile.remove(0) };
            *fates.entry((Ok(row.seq), unit.born, unit.since, unit.unseen)).or_default() += 1;
            carried.push(unit);
        }
        for unit in &mut carried {
            unit.since = row.day;
            unit.unseen |= movements.kind_of(row.to) == PartyKind::Paper;
        }
        carried.sort_by_key(|unit| (unit.born, unit.unseen));
        piles[row.to.index()].extend(carried);
    }
    for (number, pile) in piles.iter().enumerate() {
        let party = PartyNo(u32::try_from(number).unwrap());
        for unit in pile.iter().filter(|_| movements.kind_of(party).holds()) {
            *fates.entry((Err(party), unit.born, unit.since, unit.unseen)).or_default() += 1;
        }
    }
    fates
}

/// An exact fraction that may grow.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Exact(i128, i128);

impl Exact {
    fn new(num: i128, den: i128) -> Self {
        let it = Fraction::new(num, den).unwrap().unwrap();
        Self(it.num(), it.den())
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }

    fn times(self, num: i128, den: i128) -> Self {
        Self::new(self.0 * num, self.1 * den)
    }
}

/// How many units of each day of issue each account has, exactly, when units are mixed.
fn mixed_exactly(movements: &Movements) -> Vec<BTreeMap<Day, Exact>> {
    let mut purses: Vec<BTreeMap<Day, Exact>> = movements.parties.iter().map(|_| BTreeMap::new()).collect();
    let mut held = vec![0_i128; movements.parties.len()];
    for row in &movements.rows {
        let amount = i128::from(row.amount.minor());
        let all = held[row.from.index()];
        let moved: BTreeMap<Day, Exact> = if movements.kind_of(row.from) == PartyKind::Issued {
            [(row.day, Exact(amount, 1))].into()
        } else {
            let purse = &mut purses[row.from.index()];
            let moved = purse.iter().map(|(day, units)| (*day, units.times(amount, all))).collect();
            purse.values_mut().for_each(|units| *units = units.times(all - amount, all));
            moved
        };
        held[row.from.index()] -= amount;
        held[row.to.index()] += amount;
        for (day, units) in moved {
            let there = purses[row.to.index()].entry(day).or_insert(Exact(0, 1));
            *there = there.plus(units);
        }
    }
    purses
}

/// What stands where at the end, by cohort.
#[derive(Default)]
struct Standing(BTreeMap<(PartyNo, Day), i128>);

impl Watch for Standing {
    fn left(&mut self, _: &Movement, _: &Part) -> Result<(), EvaluationError> {
        Ok(())
    }

    fn open(&mut self, party: PartyNo, part: &Part) -> Result<(), EvaluationError> {
        *self.0.entry((party, part.cohort)).or_default() += part.units;
        Ok(())
    }
}

fn all_days() -> Window {
    Window::new(at(0), at(200)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn queues_are_piles_of_units(movements in any_list(40)) {
        for (rule, last) in [(TracingRule::Fifo, false), (TracingRule::Lifo, true)] {
            let mut fate = Fate::default();
            trace(&movements, Day::LAST, rule, Period::Day, &mut fate).unwrap();
            prop_assert_eq!(&fate.0, &unit_by_unit(&movements, last));
        }
    }

    #[test]
    fn mixing_is_exact_to_a_part_for_each_movement(movements in any_list(8)) {
        let mut standing = Standing::default();
        let parts = trace(&movements, Day::LAST, TracingRule::WellMixed, Period::Day, &mut standing);
        let parts = parts.unwrap().unwrap();
        for (number, purse) in mixed_exactly(&movements).into_iter().enumerate() {
            let party = PartyNo(u32::try_from(number).unwrap());
            for (day, exact) in purse.into_iter().filter(|_| movements.kind_of(party).holds()) {
                let ours = standing.0.get(&(party, day)).copied().unwrap_or(0);
                let off = (ours * exact.1 - exact.0 * parts).abs();
                prop_assert!(off <= 16 * exact.1, "{} {}/{}", ours, exact.0, exact.1);
            }
        }
    }

    #[test]
    fn all_holdings_are_the_area_under_the_curve(movements in any_list(60)) {
        for rule in RULES {
            let time = unit_time(&movements, all_days(), rule).unwrap();
            prop_assert!(time.value.is_none_or(|time| time.holds()), "{:?}", rule);
        }
    }

    #[test]
    fn the_matrix_adds_up_to_what_was_redeemed(movements in any_list(60)) {
        let lines = flows(&movements, all_days(), Period::Month).unwrap().value.unwrap_or_default();
        prop_assert!(lines.iter().all(Flow::holds));
        for rule in RULES {
            let figure = matrix(&movements, all_days(), rule, Period::Month, &Population::Everybody).unwrap();
            let mut by_month: BTreeMap<Day, Exact> = BTreeMap::new();
            for cell in figure.value.unwrap_or_default() {
                let sum = by_month.entry(cell.redeemed).or_insert(Exact(0, 1));
                *sum = sum.plus(Exact(cell.units.num(), cell.units.den()));
            }
            for line in &lines {
                let sum = by_month.get(&line.window.from()).copied().unwrap_or(Exact(0, 1));
                prop_assert_eq!(sum, Exact(line.redeemed, 1));
            }
        }
    }
}

#[test]
fn the_books_and_the_tracing_by_the_books_hold_the_same_lots() {
    for (name, ledger) in every_ledger() {
        let movements = Movements::of_ledger(&ledger).unwrap();
        let mut standing = Standing::default();
        trace(&movements, Day::LAST, TracingRule::AsBooked, Period::Day, &mut standing).unwrap();
        let births = movements.lots.as_ref().unwrap();
        let mut books: BTreeMap<(PartyNo, Day), i128> = BTreeMap::new();
        for (_, account) in ledger.state().books().accounts() {
            let id = account.id().to_string();
            let Some(at) = movements.parties.iter().position(|party| party.name == id) else { continue };
            let party = PartyNo(u32::try_from(at).unwrap());
            for (lot, amount) in account.holdings().iter() {
                let born = births[usize::try_from(lot.get()).unwrap()].day;
                *books.entry((party, born)).or_default() += i128::from(amount.minor());
            }
        }
        standing.0.retain(|(party, _), _| movements.kind_of(*party) != PartyKind::Paper);
        assert_eq!(standing.0, books, "{name}");
    }
}

#[test]
fn all_holdings_of_every_ledger_are_the_area_under_the_curve() {
    for (name, ledger) in every_ledger() {
        let movements = Movements::of_ledger(&ledger).unwrap();
        let first = movements.rows.first().unwrap().day;
        let window = Window::new(first, ledger.day()).unwrap();
        for rule in RULES.into_iter().chain([TracingRule::AsBooked]) {
            assert!(unit_time(&movements, window, rule).unwrap().value.unwrap().holds(), "{name} {rule:?}");
        }
    }
}
