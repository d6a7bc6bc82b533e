//! [`PaymentRequestError`]: the one way in which a request is no good, with the place and the figures.

use std::fmt;

use crate::calendar::DayError;
use crate::id::{Id, IdError};
use crate::money::{Amount, MoneyError};

use super::UnitCode;
use super::layout::{LONGEST, PREFIX};

/// Why a request cannot be read, made or paid: the place and the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)]
pub struct PaymentRequestError {
    /// What is wrong.
    pub reason: Reason,
    /// The part of the request that is wrong, if it is one part.
    pub part: Option<Part>,
    /// Where it is wrong in the text that was read: bytes from its beginning.
    pub at: Option<usize>,
}

/// A part of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The ledger, first in the path.
    Ledger,
    /// The account that is paid, second in the path.
    Payee,
    /// The version of the form.
    Version,
    /// How much.
    Amount,
    /// The payee's reference.
    Reference,
    /// The last day.
    Until,
    /// The offer that is paid.
    Offer,
    /// The category of what is paid.
    Category,
    /// The checksum.
    Sum,
}

impl Part {
    /// The name: the key of an option, or the part of the path.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ledger => "ledger",
            Self::Payee => "payee",
            Self::Version => "v",
            Self::Amount => "amount",
            Self::Reference => "instruction",
            Self::Until => "until",
            Self::Offer => "offer",
            Self::Category => "category",
            Self::Sum => "sum",
        }
    }
}

/// What is wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// Another text, perhaps for another app: it does not begin as a request does.
    #[error("it is no payment request: those begin with {PREFIX}")]
    NotARequest,
    /// Longer than any request.
    #[error("it has {bytes} bytes, and the longest request has {LONGEST}")]
    TooLong {
        /// How many bytes it has.
        bytes: usize,
    },
    /// A character that no request has: `%`, `+`, a space, a digit of another script.
    #[error("{found:?} does not occur in a payment request")]
    Character {
        /// The character.
        found: char,
    },
    /// A form that this library does not know.
    #[error("it is written in version {found:?} of the form, and 1 is known")]
    UnknownVersion {
        /// The version as it stands there.
        found: String,
    },
    /// The text does not end in a checksum: it may be cut short.
    #[error("it does not end in a checksum, as if it were cut short")]
    CutShort,
    /// The text and its checksum do not belong together.
    #[error("the checksum {found} does not belong to this text: something in it was changed")]
    Damaged {
        /// The checksum as it stands there.
        found: String,
    },
    /// The path is not a ledger and an account.
    #[error("the path has {segments} segments, and a ledger and an account are 2")]
    Path {
        /// How many segments there are.
        segments: usize,
    },
    /// Something between two `&` that is no key and value.
    #[error("{found:?} is not a key and a value with = between them")]
    NotAnOption {
        /// The text.
        found: String,
    },
    /// A key that no request has.
    #[error("there is no key {key:?}")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A key that came before.
    #[error("the key stands there twice")]
    DoubledKey,
    /// A key that every request has.
    #[error("the key is missing")]
    MissingKey,
    /// Not an id or a code.
    #[error(transparent)]
    Id(IdError),
    /// An account of the chart: only participants ask to be paid.
    #[error("{account} is an account of the chart, which nobody can be asked to pay")]
    ChartAccount {
        /// The account.
        account: Id,
    },
    /// Not a day.
    #[error(transparent)]
    Day(DayError),
    /// Not a unit with a colon behind it.
    #[error(
        "{found:?} is not a unit of 1 to 11 capital letters, never 3, with a colon and a figure behind it"
    )]
    Unit {
        /// The text.
        found: String,
    },
    /// Not a figure, one that is too fine or too large.
    #[error(transparent)]
    Money(MoneyError),
    /// Nothing, or less.
    #[error("{figure} is not above zero")]
    NotAboveZero {
        /// The figure.
        figure: String,
    },
    /// It is for another ledger.
    #[error("it is for the ledger {asked}, and this is {here}")]
    OtherLedger {
        /// The ledger it is for.
        asked: Id,
        /// The ledger that was given.
        here: Id,
    },
    /// It asks for another unit than the ledger keeps.
    #[error("it asks for {asked}, and the unit here is {here}")]
    OtherUnit {
        /// The unit it asks for.
        asked: UnitCode,
        /// The unit of the design that was given.
        here: UnitCode,
    },
    /// An open request, and the payer filled in nothing.
    #[error("the request is open: the payer says how much")]
    OpenAmount,
    /// Another amount than is asked.
    #[error("{asked} minor units are asked, not {given}", asked = asked.minor(), given = given.minor())]
    OtherAmount {
        /// The amount that is asked.
        asked: Amount,
        /// The amount that was filled in.
        given: Amount,
    },
}

impl Reason {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotARequest => "not_a_request",
            Self::TooLong { .. } => "too_long",
            Self::Character { .. } => "character",
            Self::UnknownVersion { .. } => "unknown_version",
            Self::CutShort => "cut_short",
            Self::Damaged { .. } => "damaged",
            Self::Path { .. } => "path",
            Self::NotAnOption { .. } => "not_an_option",
            Self::UnknownKey { .. } => "unknown_key",
            Self::DoubledKey => "doubled_key",
            Self::MissingKey => "missing_key",
            Self::Id(_) => "not_an_id",
            Self::ChartAccount { .. } => "chart_account",
            Self::Day(_) => "not_a_day",
            Self::Unit { .. } => "not_a_unit",
            Self::Money(MoneyError::TooFine { .. }) => "too_fine",
            Self::Money(MoneyError::TooLarge { .. }) => "too_large",
            Self::Money(_) => "not_a_figure",
            Self::NotAboveZero { .. } => "not_above_zero",
            Self::OtherLedger { .. } => "other_ledger",
            Self::OtherUnit { .. } => "other_unit",
            Self::OpenAmount => "open_amount",
            Self::OtherAmount { .. } => "other_amount",
        }
    }

    /// Said of a part, and of no text.
    pub(super) fn about(self, part: Part) -> PaymentRequestError {
        PaymentRequestError { reason: self, part: Some(part), at: None }
    }

    /// Said of a place in a text.
    pub(super) fn at(self, at: usize) -> PaymentRequestError {
        PaymentRequestError { reason: self, part: None, at: Some(at) }
    }
}

impl PaymentRequestError {
    /// The stable code of the reason, for a program.
    pub const fn code(&self) -> &'static str {
        self.reason.code()
    }

    /// The same, said of a part.
    pub(super) fn about(self, part: Part) -> Self {
        Self { part: Some(part), ..self }
    }
}

impl fmt::Display for PaymentRequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.part, self.at) {
            (Some(part), Some(at)) => write!(f, "{} (byte {at}): {}", part.name(), self.reason),
            (Some(part), None) => write!(f, "{}: {}", part.name(), self.reason),
            (None, Some(at)) => write!(f, "byte {at}: {}", self.reason),
            (None, None) => write!(f, "{}", self.reason),
        }
    }
}

impl std::error::Error for PaymentRequestError {}
