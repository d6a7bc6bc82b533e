//! [`MoneyError`]: why a figure is not accepted, with the figure in it.

use super::{Amount, Scale};

/// Why a figure, a ratio or a division is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Below zero, or more than [`Amount::MAX`].
    #[error("an amount lies between 0 and {} minor units, and {minor} does not", Amount::MAX.minor())]
    AmountRange {
        /// What was given, in minor units.
        minor: i64,
    },
    /// Further from zero than [`Amount::MAX`].
    #[error("a balance lies within {} minor units of zero, and {minor} does not", Amount::MAX.minor())]
    BalanceRange {
        /// What was given, in minor units.
        minor: i64,
    },
    /// More decimals than any currency keeps here.
    #[error("a currency keeps at most {} decimals, not {digits}", Scale::MAX.digits())]
    Scale {
        /// How many decimals were asked for.
        digits: u8,
    },
    /// Not digits with an optional point between them.
    #[error("{text:?} is not a figure: digits 0-9, a '.' between them, a '-' in front if it is below zero")]
    NotAFigure {
        /// The text, cut short if it is long.
        text: String,
    },
    /// A digit other than zero beyond the decimals the currency keeps.
    #[error("{figure} has a digit beyond the {} decimals that are kept", scale.digits())]
    TooFine {
        /// The figure as it was given, cut short if it is long.
        figure: String,
        /// The decimals the currency keeps.
        scale: Scale,
    },
    /// Further from zero than [`Amount::MAX`] at this scale.
    #[error("{figure} does not fit: the most is {}", Amount::MAX.text(*scale))]
    TooLarge {
        /// The figure as it was given, cut short if it is long.
        figure: String,
        /// The decimals the currency keeps.
        scale: Scale,
    },
    /// A ratio whose terms, once reduced, are not from 1 to 2^53 - 1.
    #[error("{num}/{den} is not a ratio of two whole numbers from 1 to {}", Amount::MAX.minor())]
    Ratio {
        /// The term above the line.
        num: i128,
        /// The term below the line.
        den: i128,
    },
    /// An amount times a ratio is more than [`Amount::MAX`].
    #[error("{minor} minor units times {num}/{den} is more than the {} that fit", Amount::MAX.minor())]
    Product {
        /// The amount, in minor units.
        minor: i64,
        /// The term of the ratio above the line.
        num: i64,
        /// The term of the ratio below the line.
        den: i64,
    },
    /// A step that is not positive, something below zero, or a result beyond 64 bits.
    #[error("{value} cannot be rounded to steps of {step}")]
    Step {
        /// What was to be rounded.
        value: i64,
        /// The step, in the same unit.
        step: i64,
    },
    /// No weight is above zero.
    #[error("{minor} minor units cannot be divided: none of the {weights} weights is above zero")]
    NoWeight {
        /// What was to be divided, in minor units.
        minor: i64,
        /// How many weights were given.
        weights: usize,
    },
}
