//! How much an ask is about.

use super::Scene;
use crate::money::Amount;
use crate::orders::{Pay, Refusal, RefusalCode};

/// An amount that can be booked: not zero.
pub(crate) fn positive(amount: Amount) -> Result<Amount, Refusal> {
    if amount.is_zero() { Err(Refusal::new(RefusalCode::AmountZero)) } else { Ok(amount) }
}

/// The units for a service: as said, or by the minutes it took (R2: rounded to the design's step).
pub(crate) fn for_service(scene: &Scene<'_>, pay: Pay) -> Result<Amount, Refusal> {
    match pay {
        Pay::Amount(amount) => positive(amount),
        Pay::Minutes(minutes) => {
            let design = scene.value_design();
            if design.spending().service.is_none() {
                return Err(Refusal::new(RefusalCode::MinutesOff));
            }
            let units = design.units_for_minutes(minutes, scene.order.value_day);
            positive(units.map_err(|_| Refusal::new(RefusalCode::Overflow))?)
        }
    }
}
