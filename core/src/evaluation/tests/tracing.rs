//! The tracing rules, worked by hand.

use super::ask::{holding, matrix, redemption_age, spread, unit_time, velocity};
use super::lists::{at, from_text, list, movement};
use crate::calendar::Period;
use crate::evaluation::figures::{
    Cell, HoldingTime, Indicator, Inequality, IssuedIn, Outstanding, Per, Supply,
};
use crate::evaluation::{Fraction, Kind, Kinds, Movements, Population, TracingRule, Undefined, Window};
use crate::money::Amount;

const RULES: [TracingRule; 3] = [TracingRule::Fifo, TracingRule::Lifo, TracingRule::WellMixed];
const MEMBERS: Population = Population::Participants;

fn window(days: i32) -> Window {
    Window::new(at(0), at(days - 1)).unwrap()
}

fn over(num: i128, den: i128) -> Fraction {
    Fraction::new(num, den).unwrap().unwrap()
}

fn transfers() -> Kinds {
    Kinds::of([Kind::Transfer]).unwrap()
}

/// Ann earns 10 on day 0 and 10 on day 40, gives 10 to Bob on day 50, and Bob redeems 10 on day 60.
fn two_earnings() -> Movements {
    from_text(
        "0 issuer ann 10
         40 issuer ann 10
         50 ann bob 10
         60 bob shop 10",
    )
}

fn held(movements: &Movements, rule: TracingRule) -> HoldingTime {
    holding(movements, window(70), rule, &transfers(), &MEMBERS).unwrap().value.unwrap()
}

#[test]
fn fifo_pays_with_what_came_first() {
    // Ann pays with the 10 of day 0, held 50 days. They were issued on day 0 and redeemed on day 60, 60 days old.
    // What is open is Ann's 10 of day 40: 30 days at the end of day 69.
    let movements = two_earnings();
    let held = held(&movements, TracingRule::Fifo);
    assert_eq!((held.ended, held.ended_days, held.mean_days), (over(10, 1), over(500, 1), over(50, 1)));
    assert_eq!((held.open, held.open_days), (over(10, 1), over(300, 1)));
    let age = redemption_age(&movements, window(70), TracingRule::Fifo, &MEMBERS).unwrap();
    assert_eq!(age.value.unwrap().mean_days, over(60, 1));
    assert_eq!((age.used, age.dropped, age.not_observed), (1, 3, Some(over(0, 1))));
}

#[test]
fn lifo_pays_with_what_came_last() {
    // Ann pays with the 10 of day 40, held 10 days; redeemed on day 60, 20 days old. The 10 of day 0 lie 70 days.
    let movements = two_earnings();
    let held = held(&movements, TracingRule::Lifo);
    assert_eq!((held.ended, held.mean_days, held.open_days), (over(10, 1), over(10, 1), over(700, 1)));
    let age = redemption_age(&movements, window(70), TracingRule::Lifo, &MEMBERS).unwrap();
    assert_eq!(age.value.unwrap().mean_days, over(20, 1));
}

#[test]
fn well_mixed_pays_with_a_share_of_everything() {
    // Ann pays with 5 of each: (5 x 50 + 5 x 10) / 10 = 30 days; ages (5 x 60 + 5 x 20) / 10 = 40. What is open is
    // 5 of 70 days and 5 of 30.
    let movements = two_earnings();
    let held = held(&movements, TracingRule::WellMixed);
    assert_eq!((held.ended, held.mean_days, held.open_days), (over(10, 1), over(30, 1), over(500, 1)));
    let age = redemption_age(&movements, window(70), TracingRule::WellMixed, &MEMBERS).unwrap();
    assert_eq!(age.value.unwrap().mean_days, over(40, 1));
    // The 10 redeemed in March are 5 of January and 5 of February.
    let cells = matrix(&movements, window(70), TracingRule::WellMixed, Period::Month, &MEMBERS).unwrap();
    let (january, february, march) = (at(0), at(31), at(59));
    let cell = |issued, units| Cell { issued: Some(issued), redeemed: march, units };
    assert_eq!(cells.value.unwrap(), [cell(january, over(5, 1)), cell(february, over(5, 1))]);
    // Mixed units have means and no lengths of their own.
    let apart = spread(&movements, window(70), TracingRule::WellMixed, &transfers(), &MEMBERS).unwrap();
    assert_eq!((apart.value, apart.undefined), (None, Some(Undefined::NotToldApart)));
}

#[test]
fn what_is_outstanding_has_an_age_and_is_spread_unequally() {
    // On day 55 Ann and Bob hold 10 each: of day 0 (January) and of day 40 (February).
    let movements = two_earnings();
    let january_first = |rule, who: &str| {
        let population = Population::Only([who.to_owned()].into());
        let asked = Outstanding { window: window(56), rule, by: Period::Month, population };
        asked.figure(&movements).unwrap().value.unwrap()
    };
    let line = |issued, units| IssuedIn { issued: Some(issued), units };
    assert_eq!(january_first(TracingRule::Fifo, "ann"), [line(at(31), over(10, 1))]);
    assert_eq!(january_first(TracingRule::Lifo, "ann"), [line(at(0), over(10, 1))]);
    let both = [line(at(0), over(5, 1)), line(at(31), over(5, 1))];
    assert_eq!(january_first(TracingRule::WellMixed, "ann"), both);
    let gini = |days| {
        let asked = Inequality { window: window(days), population: MEMBERS };
        asked.figure(&movements).unwrap().value.unwrap()
    };
    assert_eq!((gini(56).balances, gini(56).gini), (vec![10, 10], over(0, 1)));
    // After Bob redeemed he holds nothing, and still counts: 2 x 2 x 10 / (2 x 10) - 3/2.
    assert_eq!((gini(70).balances, gini(70).gini), (vec![0, 10], over(1, 2)));
}

#[test]
fn a_share_that_is_no_whole_unit_is_kept_to_the_part() {
    // Ann has 1 of day 0 and 2 of day 3, and pays 1: a third of a unit of day 0, two thirds of day 3. On day 6 the
    // holding is (1/3) 6 + (2/3) 3 = 4 days; a third is kept to a milliardth, so it is 4 to a few of those.
    let movements = from_text("0 issuer ann 1\n3 issuer ann 2\n6 ann bob 1");
    let mean = held(&movements, TracingRule::WellMixed).mean_days;
    let off = (mean.num() - 4 * mean.den()).abs() * 1_000_000_000 / mean.den();
    assert!(off <= 6, "{mean}");
    assert!(unit_time(&movements, window(9), TracingRule::WellMixed).unwrap().value.unwrap().holds());
}

#[test]
fn holding_times_are_spread_by_length() {
    // By FIFO Ann's 4 leave as 3 held for 5 days and 1 held for 3.
    let movements = from_text("0 issuer ann 3\n2 issuer ann 3\n5 ann bob 4");
    let figure = spread(&movements, window(6), TracingRule::Fifo, &transfers(), &MEMBERS).unwrap();
    let value = figure.value.unwrap();
    let pairs: Vec<_> = value.ended.iter().map(|held| (held.days, held.units)).collect();
    assert_eq!(pairs, [(3, 1), (5, 3)]);
    // 2 of Ann's since day 2 and 4 of Bob's since day 5, at the end of day 5.
    let open: Vec<_> = value.open.iter().map(|held| (held.days, held.units)).collect();
    assert_eq!(open, [(1, 4), (4, 2)]);
    let quantiles = [0, 25, 26, 100, 101].map(|share| value.quantile(share));
    assert_eq!(quantiles, [Some(3), Some(3), Some(5), Some(5), None]);
}

#[test]
fn velocity_is_volume_by_area() {
    // Standing at the ends of days 0 to 39: 10; 40 to 59: 20; 60 to 69: 10. Area 400 + 400 + 100 = 900, volume 10:
    // 10 x 7 / 900 a week. The mean supply is 900 / 70.
    let movements = two_earnings();
    let kinds = transfers();
    let ask = |per, supply| velocity(&movements, window(70), &kinds, per, &MEMBERS, supply).unwrap();
    let value = ask(Per::Week, Supply::Everything).value.unwrap();
    assert_eq!((value.volume, value.area, value.supply, value.velocity), (10, 900, over(90, 7), over(7, 90)));
    assert_eq!(ask(Per::Window, Supply::OnAccounts).value.unwrap().velocity, over(7, 9));
    let nobody = list(Vec::new());
    let none = velocity(&nobody, window(70), &kinds, Per::Day, &MEMBERS, Supply::Everything).unwrap();
    assert_eq!((none.value, none.undefined), (None, Some(Undefined::NoSupply)));
}

#[test]
fn what_is_on_notes_is_told() {
    // Ann puts 6 of her 10 on notes on day 10; a bearer redeems 2 on day 20, Ann 2 on day 25. Over 30 days: all
    // 10 x 20 + 8 x 5 + 6 x 5 = 270, on notes 6 x 10 + 4 x 10 = 100.
    let movements = from_text("0 issuer ann 10\n10 ann notes 6\n20 notes shop 2\n25 ann shop 2");
    let kinds = Kinds::of([Kind::Redeem]).unwrap();
    let everybody = Population::Everybody;
    let turns = velocity(&movements, window(30), &kinds, Per::Day, &everybody, Supply::Everything).unwrap();
    assert_eq!((turns.value.unwrap().area, turns.not_observed), (270, Some(over(10, 27))));
    for rule in RULES {
        let age = redemption_age(&movements, window(30), rule, &everybody).unwrap();
        assert_eq!((age.value.unwrap().units, age.not_observed), (over(4, 1), Some(over(1, 2))));
    }
    let booked = redemption_age(&movements, window(30), TracingRule::AsBooked, &everybody).unwrap();
    assert_eq!((booked.value, booked.undefined), (None, Some(Undefined::NoLots)));
}

#[test]
fn a_unit_that_changes_hands_a_million_times_is_followed() {
    let hops = 1_000_000_u64;
    let mut rows = vec![movement(0, 0, 0, 1, 3), movement(1, 1, 0, 2, 3)];
    rows.extend((0..hops).map(|hop| {
        let (from, to) = if hop % 2 == 0 { (1, 2) } else { (2, 1) };
        let amount = if hop % 7 < 2 { 2 } else { 1 };
        movement(i32::try_from(hop / 1_000).unwrap() + 1, hop + 2, from, to, amount)
    }));
    // Whoever has too little pays less.
    let mut held = [0_i64; 7];
    rows.retain_mut(|row| {
        let (from, to) = (row.from.index(), row.to.index());
        let amount = if from == 0 { row.amount.minor() } else { row.amount.minor().min(held[from]) };
        row.amount = Amount::from_minor(amount).unwrap();
        held[from] -= amount;
        held[to] += amount;
        amount > 0
    });
    assert!(rows.len() > 500_000);
    let movements = list(rows);
    for rule in RULES {
        let time = unit_time(&movements, window(1_002), rule).unwrap().value.unwrap();
        assert!(time.holds(), "{rule:?}");
    }
}
