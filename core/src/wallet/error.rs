//! Why a wallet does not do what it is asked.

use super::file::WALLET_VERSION;
use crate::calendar::Day;
use crate::feed::{ForkProof, SliceError};
use crate::id::{Id, OrderId};

/// Why a wallet cannot answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum WalletError {
    /// No feed has come in yet.
    #[error("no feed has come in yet")]
    NothingSeen,
    /// The feeds so far do not have the opening of the account.
    #[error("the account {0} is not open yet")]
    NotOpen(Id),
    /// The phone's day is further ahead of the ledger's than a closing may reach.
    #[error("{today} is more than {most} days after {ledger}, the day of the ledger")]
    TooFarAhead {
        /// The phone's day.
        today: Day,
        /// The ledger's, as the server told it last.
        ledger: Day,
        /// How many days are closed ahead at most.
        most: i32,
    },
}

/// Why a feed was not taken in. The wallet is as it was, but for a proof of a fork, which it keeps.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum ApplyError {
    /// It is about another account or another ledger.
    #[error("a feed of the account {account} of {ledger}")]
    NotMine {
        /// The ledger it is about.
        ledger: Id,
        /// The account it is about.
        account: Id,
    },
    /// The wallet's key did not sign its head.
    #[error("the head is not signed by the key {0}")]
    Signature(Box<crate::feed::PublicKey>),
    /// The server knows less than the wallet: it was restored from an older backup, or the feed is late.
    /// The wallet keeps what it has.
    #[error(
        "server_behind: the server is at slice {server_slices} and record {server_record}, the wallet at slice {slices} and record {record}"
    )]
    ServerBehind {
        /// How many slices the feed's head counts.
        server_slices: u64,
        /// The record of the feed's head.
        server_record: u64,
        /// How many slices the wallet has.
        slices: u64,
        /// The record of the wallet's head.
        record: u64,
    },
    /// It begins after slices that the wallet does not have: ask for the feed since slice `since`.
    #[error("slices are missing: the feed begins at slice {found}; ask for the feed since slice {since}")]
    Gap {
        /// What to ask for.
        since: u64,
        /// The first slice of the feed.
        found: u64,
    },
    /// Its slices do not lead to its head: something was changed, lost or moved, at slice `slice` or, where
    /// the feed does not overlap what the wallet has, from there on. Ask for the feed since slice `since`.
    #[error("the links fail at slice {slice}; ask for the feed since slice {since}")]
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
        reason: SliceError,
    },
    /// The host signed two histories that contradict each other.
    #[error("the host signed two histories of the account, which differ after slice {}", proof.after)]
    Fork {
        /// The proof, which the wallet keeps too.
        proof: Box<ForkProof>,
    },
}

/// Why an order does not go into the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum OutboxError {
    /// The id was used for another order.
    #[error("the id {0} was used for another order")]
    IdConflict(OrderId),
    /// The order was answered before.
    #[error("the order {0} was answered before")]
    Answered(OrderId),
}

/// Why bytes are no wallet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum FileError {
    /// They do not begin as a wallet does.
    #[error("not a wallet")]
    Form,
    /// A version this library does not know.
    #[error("version {found} of the wallet; this library reads version {WALLET_VERSION}")]
    Version {
        /// The version the file has.
        found: String,
    },
    /// The checksum does not fit: it was cut off or damaged.
    #[error("the file was cut off or damaged")]
    Damaged,
    /// It is whole, and a line of it cannot be.
    #[error("line {line}: {reason}")]
    Line {
        /// The line, from one.
        line: u64,
        /// Why.
        reason: &'static str,
    },
    /// It is whole, and a slice of it cannot be.
    #[error("slice {slice}: {reason}")]
    Slice {
        /// Which slice.
        slice: u64,
        /// Why.
        reason: SliceError,
    },
}
