//! [`Kind`] and [`Kinds`]: what a movement is, and which ones count.

use std::collections::BTreeSet;

use super::EvaluationError;

/// What a movement of units is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Kind {
    /// New units from an issuer: for an effort (H4.4), or what a list calls a disbursement.
    Earn,
    /// Balances taken over, or the units a list begins with.
    Opening,
    /// New units for euro.
    Buy,
    /// New units by paying beyond what is held (mutual credit).
    Credit,
    /// Units that a list does not say the origin of.
    Unexplained,
    /// A payment between participants. To a partner inside the ring that may spend the units again it is one
    /// too, also for an offer of the catalogue.
    Transfer,
    /// A gift between participants.
    Gift,
    /// To or from the pot or the group, or what is left of an account that closes.
    Common,
    /// Set aside for what is reserved.
    Reserve,
    /// No longer set aside: given up, or about to be picked up.
    Release,
    /// From an account onto notes.
    PayOut,
    /// From notes onto an account.
    TakeIn,
    /// From notes of one series onto those of another.
    Swap,
    /// A count of notes that was short or over.
    Difference,
    /// To a partner outside the ring, for goods or services.
    Redeem,
    /// Lapsed for good.
    Lapse,
    /// Back to euro.
    Exchange,
    /// Drawn credit that is earned back.
    Repay,
}

impl Kind {
    /// Its word in JSON and in tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Earn => "earn",
            Self::Opening => "opening",
            Self::Buy => "buy",
            Self::Credit => "credit",
            Self::Unexplained => "unexplained",
            Self::Transfer => "transfer",
            Self::Gift => "gift",
            Self::Common => "common",
            Self::Reserve => "reserve",
            Self::Release => "release",
            Self::PayOut => "pay_out",
            Self::TakeIn => "take_in",
            Self::Swap => "swap",
            Self::Difference => "difference",
            Self::Redeem => "redeem",
            Self::Lapse => "lapse",
            Self::Exchange => "exchange",
            Self::Repay => "repay",
        }
    }
}

/// The kinds of movements that count for a figure: at least one.
///
/// What is *active*, and what turns over, differs from study to study; there is no default.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "BTreeSet<Kind>", into = "BTreeSet<Kind>")]
pub struct Kinds(BTreeSet<Kind>);

impl TryFrom<BTreeSet<Kind>> for Kinds {
    type Error = EvaluationError;
    fn try_from(kinds: BTreeSet<Kind>) -> Result<Self, EvaluationError> {
        Self::of(kinds)
    }
}

impl From<Kinds> for BTreeSet<Kind> {
    fn from(kinds: Kinds) -> Self {
        kinds.0
    }
}

impl Kinds {
    /// These kinds.
    ///
    /// # Errors
    /// [`EvaluationError::NoKinds`] if there are none.
    pub fn of(kinds: impl IntoIterator<Item = Kind>) -> Result<Self, EvaluationError> {
        let kinds: BTreeSet<Kind> = kinds.into_iter().collect();
        if kinds.is_empty() { Err(EvaluationError::NoKinds) } else { Ok(Self(kinds)) }
    }

    /// Whether a kind counts.
    pub fn has(&self, kind: Kind) -> bool {
        self.0.contains(&kind)
    }

    /// In order.
    pub fn iter(&self) -> impl Iterator<Item = Kind> {
        self.0.iter().copied()
    }
}
