//! What an order came to: [`Receipt`] or [`Refusal`].

use muntwerk::design::Design;
use muntwerk::ledger::{Receipt as CoreReceipt, Refused};
use muntwerk::orders::{Lang, Refusal as CoreRefusal, Words};

use crate::error::MuntwerkError;
use crate::mirror::FromCore;
use crate::types::Figures;

/// A language that sentences are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Language {
    /// Dutch.
    Nl,
    /// French.
    Fr,
    /// English.
    En,
}

impl Language {
    pub(crate) fn core(self) -> Lang {
        match self {
            Self::Nl => Lang::Nl,
            Self::Fr => Lang::Fr,
            Self::En => Lang::En,
        }
    }
}

/// The order was booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Receipt {
    /// The number of its record; of a closing the last one.
    pub number: u64,
    /// Whether this answer was given before: the same order came again.
    pub repeated: bool,
}

/// The order was not booked, and why.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Refusal {
    /// The stable code, such as `insufficient_balance`.
    pub code: String,
    /// The rule that refused: a key of the design, or the guard of the permission matrix.
    pub rule: String,
    /// What was asked, what there was, the limit.
    pub figures: Figures,
    /// A sentence that a member understands, with the name of the unit as it was then.
    pub sentences: Sentences,
    /// The number of its record; nothing if it was turned away without a trace, or only decided.
    pub number: Option<u64>,
    /// Whether this answer was given before.
    pub repeated: bool,
}

/// A sentence in each language.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Sentences {
    /// Dutch.
    pub nl: String,
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// What came of one order among several.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Answer {
    /// It was booked.
    Booked(Receipt),
    /// It was not.
    Refused(Refusal),
}

impl Sentences {
    pub(crate) fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }
}

impl From<CoreReceipt> for Receipt {
    fn from(receipt: CoreReceipt) -> Self {
        Self { number: receipt.number, repeated: receipt.repeated }
    }
}

impl Refusal {
    /// A refusal that was answered, in the words of a design.
    pub(crate) fn of(refused: &Refused, design: &Design) -> Self {
        Self { number: refused.number, repeated: refused.repeated, ..Self::decided(&refused.refusal, design) }
    }

    /// The refusal of an order that was decided and not executed.
    pub(crate) fn decided(core: &CoreRefusal, design: &Design) -> Self {
        let say = |lang| core.sentence(lang, &Words::of(design.unit(), lang));
        Self {
            code: core.code.text().to_owned(),
            rule: core.rule().to_owned(),
            figures: Figures::from_core(&core.figures),
            sentences: Sentences { nl: say(Lang::Nl), fr: say(Lang::Fr), en: say(Lang::En) },
            number: None,
            repeated: false,
        }
    }
}

impl From<Refusal> for MuntwerkError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { refusal }
    }
}
