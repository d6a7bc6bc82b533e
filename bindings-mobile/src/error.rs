//! [`MuntwerkError`]: everything that can go wrong, in one type.

use muntwerk::design::DesignError;
use muntwerk::ledger::{OpenError, ReplayError};

use crate::answer::{Language, Refusal};
use crate::wallet::{FeedProblem, WalletProblem};

/// Everything that can go wrong.
///
/// One type, since UniFFI turns a value that cannot be read into the error that a function declares, or else
/// into a crash.
#[derive(Clone, Debug, PartialEq, thiserror::Error, uniffi::Error)]
pub enum MuntwerkError {
    /// An order was refused.
    #[error("{}: {}", refusal.code, refusal.sentences.en)]
    Refused {
        /// Why: code, rule, figures and a sentence in three languages.
        refusal: Refusal,
    },
    /// A batch that is all or nothing was refused: the books are as they were.
    #[error("order {index} of the batch: {}: {}", refusal.code, refusal.sentences.en)]
    BatchRefused {
        /// Which order, counted from zero.
        index: u64,
        /// Why.
        refusal: Refusal,
    },
    /// Something given is not what it should be.
    #[error("{place}: {given:?}: {reason}")]
    Invalid {
        /// What it was given as: `id`, `day`, `secret`.
        place: String,
        /// What was given, cut short if it is long.
        given: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A design contradicts itself, or is none.
    #[error("{} problems in the design, the first: {}", problems.len(), problems.first().map_or("", |first| &first.reason))]
    Design {
        /// Every problem, with its place.
        problems: Vec<DesignProblem>,
    },
    /// A journal does not hold.
    #[error("line {line} of the journal: {reason}")]
    Journal {
        /// The first line that cannot be accepted, counted from 1.
        line: u64,
        /// Why.
        reason: String,
    },
    /// Something is asked about that is not there.
    #[error("there is no {what} {name}")]
    Unknown {
        /// What it would be: `account`, `record`.
        what: String,
        /// What it was called.
        name: String,
    },
    /// A feed was not taken in.
    #[error("{problem}")]
    Feed {
        /// Why, and what to do.
        problem: FeedProblem,
    },
    /// A wallet does not do what it is asked.
    #[error("{problem}")]
    Wallet {
        /// Why.
        problem: WalletProblem,
    },
    /// A payment request cannot be read, made or paid.
    #[error("{reason}")]
    PaymentRequest {
        /// The stable code, such as `damaged`.
        code: String,
        /// The part of the request that is wrong, such as `amount`, if it is one part.
        part: Option<String>,
        /// Where it is wrong in the text that was read: bytes from its beginning.
        at: Option<u64>,
        /// Why.
        reason: String,
    },
    /// The library has a fault. The books in memory are not to be trusted any more: replay the journal.
    #[error("the library has a fault: {reason}")]
    Fault {
        /// What is known of it.
        reason: String,
    },
}

/// Something that is wrong with a design.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DesignProblem {
    /// The line, counted from 1.
    pub line: u64,
    /// The character in the line, counted from 1.
    pub column: u64,
    /// The key concerned, such as `limits.floor.at`.
    pub key: String,
    /// What is wrong with it.
    pub reason: String,
}

#[uniffi::export]
impl MuntwerkError {
    /// What to show to the person who asked. A refusal is a whole sentence that a member understands; the rest
    /// says what an app did wrong, with the reason in English behind it.
    ///
    /// # Errors
    /// [`MuntwerkError::Invalid`] if this error was not made by the library and holds something that it never
    /// would.
    pub fn display_text(&self, language: Language) -> Result<String, MuntwerkError> {
        let (what, reason) = match self {
            Self::Refused { refusal } | Self::BatchRefused { refusal, .. } => {
                return Ok(refusal.sentences.get(language).to_owned());
            }
            Self::Invalid { place, reason, .. } => (Fault::Invalid, format!("{place}: {reason}")),
            Self::Design { problems } => {
                let first = problems.first();
                (Fault::Design, first.map_or_else(String::new, |one| format!("{}: {}", one.key, one.reason)))
            }
            Self::Journal { line, reason } => (Fault::Journal, format!("{line}: {reason}")),
            Self::Unknown { what, name } => (Fault::Unknown, format!("{what} {name}")),
            Self::Feed { problem } => (Fault::Feed, problem.to_string()),
            Self::Wallet { problem } => (Fault::Wallet, problem.to_string()),
            Self::PaymentRequest { reason, .. } => (Fault::PaymentRequest, reason.clone()),
            Self::Fault { reason } => (Fault::Library, reason.clone()),
        };
        Ok(format!("{} ({reason})", what.sentence(language)))
    }
}

/// What went wrong, without the figures.
#[derive(Clone, Copy)]
enum Fault {
    Invalid,
    Design,
    Journal,
    Unknown,
    Feed,
    Wallet,
    PaymentRequest,
    Library,
}

impl Fault {
    fn sentence(self, language: Language) -> &'static str {
        use Language::{En, Fr, Nl};
        match (self, language) {
            (Self::Invalid, Nl) => "Dit kan niet gelezen worden.",
            (Self::Invalid, Fr) => "Ceci ne peut pas être lu.",
            (Self::Invalid, En) => "This cannot be read.",
            (Self::Design, Nl) => "De regels van de munt kloppen niet.",
            (Self::Design, Fr) => "Les règles de la monnaie se contredisent.",
            (Self::Design, En) => "The rules of the currency contradict themselves.",
            (Self::Journal, Nl) => "Het journaal klopt niet.",
            (Self::Journal, Fr) => "Le journal n'est pas intact.",
            (Self::Journal, En) => "The journal does not hold.",
            (Self::Unknown, Nl) => "Dit is onbekend.",
            (Self::Unknown, Fr) => "Ceci est inconnu.",
            (Self::Unknown, En) => "This is not known.",
            (Self::Feed, Nl) => "De gegevens van de server konden niet worden overgenomen.",
            (Self::Feed, Fr) => "Les données du serveur n'ont pas pu être reprises.",
            (Self::Feed, En) => "What the server sent could not be taken in.",
            (Self::Wallet, Nl) => "De portemonnee kan dit niet.",
            (Self::Wallet, Fr) => "Le portefeuille ne peut pas faire cela.",
            (Self::Wallet, En) => "The wallet cannot do this.",
            (Self::PaymentRequest, Nl) => "Dit betaalverzoek kan niet gebruikt worden.",
            (Self::PaymentRequest, Fr) => "Cette demande de paiement est inutilisable.",
            (Self::PaymentRequest, En) => "This payment request cannot be used.",
            (Self::Library, Nl) => "Er ging iets mis in de app.",
            (Self::Library, Fr) => "Une erreur s'est produite dans l'application.",
            (Self::Library, En) => "Something went wrong in the app.",
        }
    }
}

/// Something given that is not what it should be.
pub(crate) fn invalid(
    place: &str,
    given: impl std::fmt::Display,
    reason: impl std::fmt::Display,
) -> MuntwerkError {
    // Long enough to recognise what was given, short enough to show.
    let given = given.to_string().chars().take(60).collect();
    MuntwerkError::Invalid { place: place.to_owned(), given, reason: reason.to_string() }
}

/// Something asked about that is not there.
pub(crate) fn unknown(what: &str, name: impl std::fmt::Display) -> MuntwerkError {
    MuntwerkError::Unknown { what: what.to_owned(), name: name.to_string() }
}

impl From<DesignError> for MuntwerkError {
    fn from(error: DesignError) -> Self {
        let place = |place: usize| u64::try_from(place).unwrap_or(u64::MAX);
        let problem = |one: muntwerk::design::Problem| DesignProblem {
            line: place(one.line),
            column: place(one.column),
            key: one.key,
            reason: one.reason,
        };
        Self::Design { problems: error.problems.into_iter().map(problem).collect() }
    }
}

impl From<ReplayError> for MuntwerkError {
    fn from(error: ReplayError) -> Self {
        Self::Journal { line: error.line, reason: error.reason.to_string() }
    }
}

impl From<OpenError> for MuntwerkError {
    fn from(error: OpenError) -> Self {
        let OpenError::LastDay(day) = error;
        invalid("day", day, error)
    }
}
