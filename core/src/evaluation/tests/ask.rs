//! The questions of the tests, short.

use crate::calendar::Period;
use crate::evaluation::figures::{
    Active, CountIn, Flows, Holding, HoldingSpread, Indicator, Mediated, Partners, Per, RedemptionAge,
    RedemptionMatrix, Supply, Transactions, UnitTime, Velocity,
};
use crate::evaluation::{EvaluationError, Figure, Kinds, Movements, Population, TracingRule, Window};

type Told<I> = Result<Figure<I>, EvaluationError>;

pub(crate) fn flows(movements: &Movements, window: Window, by: Period) -> Told<Flows> {
    Flows { window, by }.figure(movements)
}

pub(crate) fn active(
    movements: &Movements,
    window: Window,
    by: Period,
    kinds: &Kinds,
    count_in: &CountIn,
) -> Told<Active> {
    let (kinds, count_in, population) = (kinds.clone(), count_in.clone(), Population::Participants);
    Active { window, by, kinds, count_in, population }.figure(movements)
}

pub(crate) fn transactions(movements: &Movements, window: Window, kinds: &Kinds) -> Told<Transactions> {
    Transactions { window, kinds: kinds.clone(), population: Population::Participants }.figure(movements)
}

pub(crate) fn velocity(
    movements: &Movements,
    window: Window,
    kinds: &Kinds,
    per: Per,
    population: &Population,
    supply: Supply,
) -> Told<Velocity> {
    let (kinds, population) = (kinds.clone(), population.clone());
    Velocity { window, kinds, per, population, supply }.figure(movements)
}

pub(crate) fn holding(
    movements: &Movements,
    window: Window,
    rule: TracingRule,
    ends_in: &Kinds,
    population: &Population,
) -> Told<Holding> {
    let (ends_in, population) = (ends_in.clone(), population.clone());
    Holding { window, rule, ends_in, population }.figure(movements)
}

pub(crate) fn spread(
    movements: &Movements,
    window: Window,
    rule: TracingRule,
    ends_in: &Kinds,
    population: &Population,
) -> Told<HoldingSpread> {
    let (ends_in, population) = (ends_in.clone(), population.clone());
    HoldingSpread { window, rule, ends_in, population }.figure(movements)
}

pub(crate) fn unit_time(movements: &Movements, window: Window, rule: TracingRule) -> Told<UnitTime> {
    UnitTime { window, rule }.figure(movements)
}

pub(crate) fn redemption_age(
    movements: &Movements,
    window: Window,
    rule: TracingRule,
    population: &Population,
) -> Told<RedemptionAge> {
    RedemptionAge { window, rule, population: population.clone() }.figure(movements)
}

pub(crate) fn matrix(
    movements: &Movements,
    window: Window,
    rule: TracingRule,
    by: Period,
    population: &Population,
) -> Told<RedemptionMatrix> {
    RedemptionMatrix { window, rule, by, population: population.clone() }.figure(movements)
}

pub(crate) fn partners(movements: &Movements, window: Window) -> Told<Partners> {
    Partners { window }.figure(movements)
}

pub(crate) fn mediated(movements: &Movements, window: Window, kinds: &Kinds) -> Told<Mediated> {
    Mediated { window, kinds: kinds.clone(), population: Population::Participants }.figure(movements)
}
