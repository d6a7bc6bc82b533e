//! The member's wallet: a replica of what an account may see, on the phone.
//!
//! A [`Wallet`] is a ledger that was shown only the slices of one account ([`crate::feed`]). It answers
//! without a connection: balances, lots and what ends, limits and why, the statement, the catalogues with
//! what is affordable, offices, mandates, notices; and [`Wallet::preview`] decides an order by the very
//! rules of the server, on a copy whose day is closed forward to the phone's day. What only the server
//! can know is said with the answer ([`Assumed`]).
//!
//! ```text
//! app --ask--> Wallet::put_in_outbox --> outbox() --host's network--> server: Ledger::execute
//!                                                                        |
//! screens <-- Wallet <--apply(feed)-- host's network <-- Feeds::feed_for +
//! ```
//!
//! There is no network in it. Ids of orders are made by the app, once, before anything is sent; the same
//! order sent twice is booked once. Two phones of one account can both preview the same units; the server
//! books the order that comes first and refuses the other, and both phones are told by their feeds.

mod activities;
mod answers;
mod apply;
mod assumed;
mod balances;
mod catalogue;
mod chain;
mod error;
mod expected;
mod file;
mod judge;
mod mandates;
mod notices;
mod offices;
mod open;
mod outbox;
mod preview;
mod replica;
mod scratch;
mod statement;
#[cfg(test)]
mod tests;

pub use activities::Activity;
pub use answers::{Answered, OrderOutcome};
pub use apply::Applied;
pub use assumed::Assumed;
pub use balances::Balances;
pub use catalogue::{Affordable, CatalogueLine};
pub use error::{ApplyError, FileError, OutboxError, WalletError};
pub use expected::{Effect, Expected, Preview, UnitMove};
pub use file::WALLET_VERSION;
pub use notices::{Notices, PendingLine, WaitingFor};
pub use offices::{OfficeLine, SeriesAtOffice};

use crate::feed::{ForkProof, PublicKey};
use crate::id::Id;

use chain::Chain;
use outbox::Outbox;
use replica::Replica;

/// A member's replica of one account: its slices, its outbox, and the proofs of forks it has met.
///
/// ```
/// use muntwerk::feed::{FeedKey, Feeds};
/// use muntwerk::wallet::Wallet;
/// # use muntwerk::{ledger::Ledger, design::Design, calendar::Day, dense::Secret, id::Id, orders::Order};
/// # let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
/// # let today = Day::new(2025, 1, 1)?;
/// # let mut ledger = Ledger::open(Id::parse("rabot-1")?, design, today, Secret::new([7; 16]))?;
/// # for (at, (actor, role, ask)) in [
/// #     ("s-001", "steering_group", r#"{"approve_partner": {"partner": "p-01", "roles": ["issuing"]}}"#),
/// #     ("s-010", "project_manager", r#"{"open_account": {"account": "m-1", "kind": "person", "holders": ["m-1"]}}"#),
/// #     ("s-050", "issuing_partner", r#"{"award": {"partner": "p-01", "to": "m-1", "activity": "bloembak", "measured": 3}}"#),
/// # ].iter().enumerate() {
/// #     let order: Order = serde_json::from_str(&format!(
/// #         r#"{{"id": "{at:032x}", "actor": "{actor}", "role": "{role}", "instant": 0,
/// #             "booking_day": "2025-01-01", "value_day": "2025-01-01", "ask": {ask}}}"#))?;
/// #     ledger.execute(&order)?;
/// # }
/// let key = FeedKey::from_bytes(&[9; 32]);
/// let mut feeds = Feeds::of(&ledger, key.clone()); // on the server
///
/// let me = Id::parse("m-1")?; // on the phone
/// let mut wallet = Wallet::new(me, key.public());
/// wallet.apply(&feeds.feed_for(&me, wallet.seen())?)?;
/// assert_eq!(wallet.balances(today)?.confirmed.minor(), 30);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Wallet {
    account: Id,
    key: PublicKey,
    chain: Chain,
    /// None before the first slice.
    replica: Option<Replica>,
    outbox: Outbox,
    forks: Vec<ForkProof>,
}
