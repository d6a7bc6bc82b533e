//! What is wrong with a feed or a wallet, with the figures that an app branches on.

use muntwerk::calendar::Day;
use muntwerk::feed::ForkProof;
use muntwerk::id::{Id, OrderId};
use muntwerk::wallet::{ApplyError, FileError, OutboxError, WalletError};

use crate::error::MuntwerkError;

/// Why a feed was not taken in. The wallet is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Enum)]
pub enum FeedProblem {
    /// It cannot be read: it was cut off, or is none.
    #[error("line {line}: {reason}")]
    Unreadable {
        /// The line, counted from 1.
        line: u64,
        /// Why.
        reason: String,
    },
    /// It is about another account or another ledger.
    #[error("a feed of the account {account} of {ledger}")]
    NotMine {
        /// The ledger it is about.
        ledger: Id,
        /// The account it is about.
        account: Id,
    },
    /// The wallet's key did not sign it.
    #[error("it is not signed by the wallet's key")]
    Signature,
    /// The server knows less than the wallet: it was set back, or the feed is late. Nothing is wrong with the
    /// wallet.
    #[error("server_behind: the server is at slice {server_slices}, the wallet at {slices}")]
    ServerBehind {
        /// How many slices the server has.
        server_slices: u64,
        /// The record up to which it looked.
        server_record: u64,
        /// How many slices the wallet has.
        slices: u64,
        /// The record up to which it knows the account.
        record: u64,
    },
    /// Slices are missing: ask for the feed since `since`.
    #[error("slices are missing: ask for the feed since slice {since}")]
    Gap {
        /// What to ask for.
        since: u64,
        /// The first slice of the feed.
        found: u64,
    },
    /// Something was changed, lost or moved: ask for the feed since `since`.
    #[error("the links fail at slice {slice}: ask for the feed since slice {since}")]
    Link {
        /// The first slice that can be wrong.
        slice: u64,
        /// What to ask for.
        since: u64,
    },
    /// A slice under a good signature cannot be read, or says what cannot be.
    #[error("slice {slice}: {reason}")]
    Slice {
        /// Which slice.
        slice: u64,
        /// Why.
        reason: String,
    },
    /// The host signed two histories that contradict each other. The wallet keeps the proof.
    #[error("the host signed two histories, which differ after slice {after}")]
    Fork {
        /// The last slice that both have.
        after: u64,
        /// The proof, one line of JSON, for whoever is to look into it.
        proof: String,
    },
}

/// Why a wallet does not do what it is asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Enum)]
pub enum WalletProblem {
    /// No feed has come in yet.
    #[error("no feed has come in yet")]
    NothingSeen,
    /// The feeds so far do not have the opening of the account.
    #[error("the account {account} is not open yet")]
    NotOpen {
        /// Which account.
        account: Id,
    },
    /// The phone's day is further ahead of the ledger's than the wallet looks.
    #[error("{today} is more than {most} days after {ledger}, the day of the ledger")]
    TooFarAhead {
        /// The phone's day.
        today: Day,
        /// The ledger's day.
        ledger: Day,
        /// How many days the wallet looks ahead.
        most: i32,
    },
    /// The id of an order was used for another one.
    #[error("the id {order} was used for another order")]
    IdConflict {
        /// Which id.
        order: OrderId,
    },
    /// An order was answered before.
    #[error("the order {order} was answered before")]
    AlreadyAnswered {
        /// Which order.
        order: OrderId,
    },
    /// The bytes are no wallet, were cut off or damaged.
    #[error("{reason}")]
    File {
        /// Why.
        reason: String,
    },
}

/// The proof of a fork as its line of JSON.
pub(super) fn proof_text(proof: &ForkProof) -> String {
    // A feed that is no text was not taken in, so nothing is lost here.
    String::from_utf8_lossy(&proof.line()).into_owned()
}

impl From<ApplyError> for MuntwerkError {
    fn from(error: ApplyError) -> Self {
        let problem = match error {
            ApplyError::NotMine { ledger, account } => FeedProblem::NotMine { ledger, account },
            ApplyError::Signature(_) => FeedProblem::Signature,
            ApplyError::ServerBehind { server_slices, server_record, slices, record } => {
                FeedProblem::ServerBehind { server_slices, server_record, slices, record }
            }
            ApplyError::Gap { since, found } => FeedProblem::Gap { since, found },
            ApplyError::Link { slice, since } => FeedProblem::Link { slice, since },
            ApplyError::Slice { slice, reason } => FeedProblem::Slice { slice, reason: reason.to_string() },
            ApplyError::Fork { proof } => FeedProblem::Fork { after: proof.after, proof: proof_text(&proof) },
        };
        Self::Feed { problem }
    }
}

impl From<WalletError> for MuntwerkError {
    fn from(error: WalletError) -> Self {
        let problem = match error {
            WalletError::NothingSeen => WalletProblem::NothingSeen,
            WalletError::NotOpen(account) => WalletProblem::NotOpen { account },
            WalletError::TooFarAhead { today, ledger, most } => {
                WalletProblem::TooFarAhead { today, ledger, most }
            }
        };
        Self::Wallet { problem }
    }
}

impl From<OutboxError> for MuntwerkError {
    fn from(error: OutboxError) -> Self {
        let problem = match error {
            OutboxError::IdConflict(order) => WalletProblem::IdConflict { order },
            OutboxError::Answered(order) => WalletProblem::AlreadyAnswered { order },
        };
        Self::Wallet { problem }
    }
}

impl From<FileError> for MuntwerkError {
    fn from(error: FileError) -> Self {
        Self::Wallet { problem: WalletProblem::File { reason: error.to_string() } }
    }
}
