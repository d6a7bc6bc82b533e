//! Figures and days as people write them, in the words of the design: the same as in the engine's sentences.

use muntwerk::calendar::Day;
use muntwerk::money::{Balance, Scale};

use crate::answer::Language;
use crate::design::UnitSummary;
use crate::error::{MuntwerkError, invalid};

/// Amounts with the name of the unit, such as `2,50 torekes`; many at a time, for a list on a screen.
///
/// # Errors
/// [`MuntwerkError::Invalid`] if the unit has more decimals than any can have.
#[uniffi::export]
pub fn amount_texts(
    unit: UnitSummary,
    amounts: Vec<Balance>,
    language: Language,
) -> Result<Vec<String>, MuntwerkError> {
    let scale = Scale::new(unit.scale).map_err(|error| invalid("scale", unit.scale, error))?;
    let lang = language.core();
    let text = |amount: Balance| {
        let names = if amount.magnitude().minor() == scale.one() { &unit.one } else { &unit.many };
        let name = match language {
            Language::Nl => &names.nl,
            Language::Fr => &names.fr,
            Language::En => &names.en,
        };
        format!("{} {name}", lang.figure(amount, scale, unit.display_decimals))
    };
    Ok(amounts.into_iter().map(text).collect())
}

/// A day in words, such as `31 januari 2026`.
///
/// # Errors
/// [`MuntwerkError::Invalid`] if it is no day of the calendar, or beyond what the engine counts.
#[uniffi::export]
pub fn day_text(day: Day, language: Language) -> Result<String, MuntwerkError> {
    Ok(language.core().day(day))
}
