//! What goes to the server and what comes from it.

use muntwerk::calendar::Day;
use muntwerk::feed::Feed;
use muntwerk::id::{Id, OrderId};
use muntwerk::orders::Refusal as CoreRefusal;
use muntwerk::wallet as core;

use super::problem::proof_text;
use super::{FeedProblem, Wallet};
use crate::answer::Refusal;
use crate::error::{MuntwerkError, invalid};
use crate::mirror::{IntoCore, each};
use crate::scalars::JsonText;
use crate::types::Order;

/// How far a wallet is.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct WalletStanding {
    /// Whose wallet it is.
    pub account: Id,
    /// How many slices it has seen: the `since` of the next feed to ask for.
    pub seen: u64,
    /// The ledger's id; nothing before the first feed.
    pub ledger: Option<Id>,
    /// The ledger's day, as the server told it last.
    pub day: Option<Day>,
    /// The record of the journal up to which the server had looked.
    pub record: Option<u64>,
    /// The proofs of forks it has met, each one line of JSON.
    pub forks: Vec<String>,
}

/// What a feed brought.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Applied {
    /// How many slices were new.
    pub new_slices: u64,
    /// The ledger's current day.
    pub day: Day,
    /// The record of the journal up to which the server had looked.
    pub record: u64,
    /// The orders of the outbox that were answered.
    pub answered: Vec<Answered>,
}

/// An order of the outbox that was answered.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Answered {
    /// Which order.
    pub order: OrderId,
    /// What it came to.
    pub outcome: OrderOutcome,
}

/// What an order came to.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum OrderOutcome {
    /// It was booked; one that waits for somebody else is booked as waiting.
    Booked {
        /// The number of the record.
        record: u64,
    },
    /// It was refused, which is final for its id.
    Refused {
        /// Why, with a sentence to show.
        refusal: Refusal,
    },
}

#[uniffi::export]
impl Wallet {
    /// How far it is.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn standing(&self) -> Result<WalletStanding, MuntwerkError> {
        let wallet = self.lock()?;
        let head = wallet.head().map(|head| *head.head());
        Ok(WalletStanding {
            account: wallet.account(),
            seen: wallet.seen(),
            ledger: head.map(|head| head.ledger),
            day: head.map(|head| head.day),
            record: head.map(|head| head.record),
            forks: wallet.forks().iter().map(proof_text).collect(),
        })
    }

    /// Takes in a feed: in any grouping, twice, or late, the wallet ends in the same state.
    ///
    /// # Errors
    /// [`MuntwerkError::Feed`]; the wallet is then as it was, but that it keeps the proof of a fork.
    pub fn apply(&self, feed: Vec<u8>) -> Result<Applied, MuntwerkError> {
        let feed = Feed::parse(&feed).map_err(|error| MuntwerkError::Feed {
            problem: FeedProblem::Unreadable { line: error.line, reason: error.reason.to_string() },
        })?;
        let mut wallet = self.lock()?;
        let applied = wallet.apply(&feed)?;
        let answered: Result<Vec<Answered>, _> =
            applied.answered.iter().map(|answered| Answered::of(answered, &wallet)).collect();
        Ok(Applied { new_slices: applied.new, day: applied.day, record: applied.record, answered: answered? })
    }

    /// Keeps an order until it is answered. The app makes its id, once; save the wallet before it is sent.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] if the id was used for another order, or the order was answered before.
    pub fn put_in_outbox(&self, order: Order) -> Result<(), MuntwerkError> {
        let order = order.into_core()?;
        Ok(self.lock()?.put_in_outbox(order)?)
    }

    /// The orders to send, oldest first: all that were not answered yet.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn outbox(&self) -> Result<Vec<Order>, MuntwerkError> {
        Ok(each(self.lock()?.outbox()))
    }

    /// The orders to send as the JSON that a server reads, oldest first.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn outbox_json(&self) -> Result<Vec<String>, MuntwerkError> {
        let wallet = self.lock()?;
        let text = |order| serde_json::to_string(order);
        let fault = |error: serde_json::Error| MuntwerkError::Fault { reason: error.to_string() };
        wallet.outbox().iter().map(text).collect::<Result<_, _>>().map_err(fault)
    }

    /// Takes note that the server turned an order away without a trace, which no feed can tell: `refusal` is the
    /// JSON of its answer, of which `code` and `figures` are read. The order is out of the outbox then. Nothing, if
    /// the refusal was recorded (a feed tells it) or the order is not in the outbox.
    ///
    /// # Errors
    /// [`MuntwerkError::Invalid`] if it is no refusal.
    pub fn turned_away(&self, order: OrderId, refusal: JsonText) -> Result<Option<Answered>, MuntwerkError> {
        let refusal = CoreRefusal::told(&refusal.0).map_err(|error| invalid("refusal", &refusal.0, error))?;
        let mut wallet = self.lock()?;
        // Only a wallet that was told the design can say the sentence.
        wallet.design()?;
        let answered = wallet.turned_away(order, refusal);
        answered.map(|answered| Answered::of(&answered, &wallet)).transpose()
    }

    /// What became of an order, by what the feeds told so far; nothing if they told nothing.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn answer_to(&self, order: OrderId) -> Result<Option<OrderOutcome>, MuntwerkError> {
        let wallet = self.lock()?;
        wallet.answer_to(order).map(|outcome| OrderOutcome::of(&outcome, &wallet)).transpose()
    }
}

impl Answered {
    fn of(core: &core::Answered, wallet: &core::Wallet) -> Result<Self, MuntwerkError> {
        Ok(Self { order: core.order, outcome: OrderOutcome::of(&core.outcome, wallet)? })
    }
}

impl OrderOutcome {
    fn of(core: &core::OrderOutcome, wallet: &core::Wallet) -> Result<Self, MuntwerkError> {
        Ok(match core {
            core::OrderOutcome::Booked { record } => Self::Booked { record: *record },
            core::OrderOutcome::Refused { record, refusal } => {
                let refusal = Refusal { number: *record, ..Refusal::decided(refusal, wallet.design()?) };
                Self::Refused { refusal }
            }
        })
    }
}
