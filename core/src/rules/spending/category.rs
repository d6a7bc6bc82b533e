//! The category of a service that is paid for, and what is excluded (R14).

use crate::id::Code;
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;

/// Whether a service of this category may be paid for under the design of its day.
pub(super) fn check(scene: &Scene<'_>, category: Option<Code>) -> Result<(), Refusal> {
    let Some(category) = category else { return Ok(()) };
    let activities = scene.value_design().activities();
    if activities.excluded.contains(&category) {
        return Err(Refusal::of(RefusalCode::ActivityExcluded, category));
    }
    if activities.categories.as_ref().is_some_and(|known| !known.contains(&category)) {
        return Err(Refusal::of(RefusalCode::CategoryUnknown, category));
    }
    Ok(())
}
