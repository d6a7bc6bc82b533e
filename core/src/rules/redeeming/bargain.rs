//! What somebody gets of an offer and what it costs them, in units and in euro (R25, R26).

use crate::design::{Mixed, Offer, Price, UnitValue};
use crate::id::{Code, Id};
use crate::money::{Amount, Balance};
use crate::orders::{Redeem, Refusal, RefusalCode, Reserve, Wait};
use crate::rules::{Scene, amounts};

/// What is wanted, whether at once or reserved.
pub(in crate::rules) struct Wanted {
    pub(in crate::rules) partner: Id,
    pub(in crate::rules) reward: Code,
    pub(in crate::rules) count: u32,
    pub(in crate::rules) units: Option<Amount>,
}

impl From<&Redeem> for Wanted {
    fn from(ask: &Redeem) -> Self {
        Self { partner: ask.partner, reward: ask.reward, count: ask.count, units: ask.units }
    }
}

impl From<&Reserve> for Wanted {
    fn from(ask: &Reserve) -> Self {
        Self { partner: ask.partner, reward: ask.reward, count: ask.count, units: ask.units }
    }
}

impl From<&Wait> for Wanted {
    fn from(ask: &Wait) -> Self {
        Self { partner: ask.partner, reward: ask.reward, count: ask.count, units: None }
    }
}

/// What is agreed, by the catalogue of the value day.
pub(in crate::rules) struct Bargain<'s> {
    pub(in crate::rules) offer: &'s Offer,
    pub(in crate::rules) partner: Id,
    pub(in crate::rules) pieces: u32,
    /// What is paid in units.
    pub(in crate::rules) units: Amount,
    /// What is paid in euro beside them, in cents.
    pub(in crate::rules) euro: Amount,
}

impl<'s> Bargain<'s> {
    /// What is wanted, at its price.
    pub(in crate::rules) fn of(scene: &Scene<'s>, wanted: &Wanted) -> Result<Self, Refusal> {
        let offer = scene
            .value_design()
            .redemption()
            .get(&wanted.reward)
            .ok_or_else(|| Refusal::of(RefusalCode::RewardUnknown, wanted.reward))?;
        if !offer.may_redeem(&wanted.partner) {
            return Err(Refusal::about(RefusalCode::RewardElsewhere, wanted.partner)
                .with(|figures| figures.what = Some(wanted.reward)));
        }
        let partner = wanted.partner;
        match offer.price {
            Price::Steps { minimum, step } => {
                let (pieces, units) = steps(wanted, minimum, step)?;
                Ok(Self { offer, partner, pieces, units, euro: Amount::ZERO })
            }
            Price::Piece { units, euro, mixed } => {
                let price = amounts::positive(times(units, wanted.count)?)?;
                let euro = times(euro, wanted.count)?;
                let units = wanted.units.unwrap_or(price);
                let instead = instead(scene, wanted.reward, (price, units), mixed)?;
                let euro = euro.checked_add(instead).ok_or_else(overflow)?;
                Ok(Self { offer, partner, pieces: wanted.count, units, euro })
            }
        }
    }

    /// The offer can be had on the value day.
    pub(in crate::rules) fn in_season(&self, scene: &Scene<'_>) -> Result<(), Refusal> {
        let (available, day) = (&self.offer.available, scene.order.value_day);
        if available.is_open(day) {
            return Ok(());
        }
        let refuse = |code| Refusal::of(code, self.offer.code);
        Err(match (available.next_open(day), available.until) {
            (None, Some(last)) => refuse(RefusalCode::OfferOver).with(|figures| figures.until = Some(last)),
            (next, _) => refuse(RefusalCode::OutOfSeason).with(|figures| figures.from = next),
        })
    }
}

fn overflow() -> Refusal {
    Refusal::new(RefusalCode::Overflow)
}

fn times(amount: Amount, count: u32) -> Result<Amount, Refusal> {
    let product = amount.minor().checked_mul(i64::from(count));
    product.and_then(|minor| Amount::from_minor(minor).ok()).ok_or_else(overflow)
}

/// As many steps as fit what is offered, or as many as are asked for; not fewer than the minimum.
fn steps(wanted: &Wanted, minimum: Amount, step: Amount) -> Result<(u32, Amount), Refusal> {
    let offered = match (wanted.units, wanted.count) {
        (Some(units), 1) => units,
        (Some(_), _) => return Err(Refusal::of(RefusalCode::CountOrUnits, wanted.reward)),
        (None, count) => times(step, count)?,
    };
    if amounts::positive(offered)? < minimum {
        return Err(Refusal::of(RefusalCode::BelowMinimum, wanted.reward).with(|figures| {
            figures.asked = Some(offered.into());
            figures.limit = Some(minimum.into());
        }));
    }
    let pieces = offered.minor().checked_div(step.minor()).and_then(|pieces| u32::try_from(pieces).ok());
    let pieces = pieces.ok_or_else(overflow)?;
    Ok((pieces, times(step, pieces)?))
}

/// The cents that are paid instead of the units that are not, at the unit's value of the value day (R26).
fn instead(
    scene: &Scene<'_>,
    reward: Code,
    (price, units): (Amount, Amount),
    mixed: Option<Mixed>,
) -> Result<Amount, Refusal> {
    let refuse = |code, limit: Amount| {
        Err(Refusal::of(code, reward).with(|figures| {
            figures.asked = Some(units.into());
            figures.limit = Some(limit.into());
        }))
    };
    let Some(rest) = price.checked_sub(units) else { return refuse(RefusalCode::MoreThanPrice, price) };
    if rest.is_zero() {
        return Ok(Amount::ZERO);
    }
    let Some(mixed) = mixed else { return refuse(RefusalCode::MixedOff, price) };
    let least = least_units(price, mixed).ok_or_else(overflow)?;
    if units < least {
        return refuse(RefusalCode::TooFewUnits, least);
    }
    let value_day = scene.order.value_day;
    match scene.value_design().unit().value_on(value_day) {
        Some(UnitValue::Euro(cents_per_minor)) => {
            cents_per_minor.apply(rest, mixed.rounding).map(|cents| cents.amount).map_err(|_| overflow())
        }
        _ => Err(Refusal::new(RefusalCode::ValueUnknown).with(|figures| figures.until = Some(value_day))),
    }
}

/// The fewest units that are not less than the share of the price: whole minor units, so up.
fn least_units(price: Amount, mixed: Mixed) -> Option<Amount> {
    let share = i128::from(price.minor()).checked_mul(mixed.least_units_percent.into())?;
    let least = crate::money::Rounding::Up.divide(share, 100)?;
    Amount::from_minor(i64::try_from(least).ok()?).ok()
}

/// A number of pieces, as counters move by it.
pub(super) fn pieces(count: u32) -> Balance {
    Amount::from_minor(i64::from(count)).map_or(Balance::MAX, Balance::from)
}
