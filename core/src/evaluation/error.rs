//! [`EvaluationError`]: why a question cannot be put.

use crate::calendar::Day;

/// Why a figure cannot be asked for as it was. A figure that can be asked for and has no value is no error:
/// it says why in [`Figure::undefined`](super::Figure::undefined).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluationError {
    /// A window ends before it begins.
    #[error("the window ends on {through}, before it begins on {from}")]
    WindowBackwards {
        /// Its first day.
        from: Day,
        /// Its last day.
        through: Day,
    },
    /// A window lasts through the last day there is, so nothing can be standing on the day after.
    #[error("a window ends before the last day of the calendar")]
    WindowEndless,
    /// No kinds were named.
    #[error("name the kinds of movements that count, such as earn, transfer and redeem")]
    NoKinds,
    /// An account is named that is in no movement.
    #[error("no movement names the account {name}")]
    UnknownAccount {
        /// As it was named.
        name: String,
    },
    /// A key from which others could guess pseudonyms.
    #[error("a key of {bytes} bytes is too short for pseudonyms: take at least {least} bytes from a source of randomness", least = super::sharing::LEAST_KEY)]
    WeakKey {
        /// How long it is.
        bytes: usize,
    },
    /// An exact figure needs more than 128 bits.
    #[error("the exact figure does not fit in 128 bits")]
    TooLarge,
    /// More accounts than can be numbered.
    #[error("there are more accounts than can be numbered")]
    TooManyAccounts,
}
