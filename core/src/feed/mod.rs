//! What an account may see of the journal: slices, chained for that account and signed by the host.
//!
//! A member's phone cannot check the chain of the whole journal, as it may not see all of it. So each
//! account has a chain of its own. A *slice* is the line that the account may see of a record; its
//! [`Link`] hashes it together with all slices before. A [`Feed`] is some slices in a row and a
//! [`SignedHead`]: how far the account's chain goes, at which record, on which day, signed with the
//! host's key (Ed25519). Both are pure functions of the journal, so that a server restarted from its
//! journal goes on with the same chains.
//!
//! ```text
//! journal --Feeds::follow--> slices of each account --feed_for(account, since)--> Feed --> Wallet
//! ```
//!
//! What everybody may see (the design, partners, the closing of days) is in every account's chain. Of
//! what happens on an account its holders see all, of the other side only who it was. See
//! [`crate::manual::wallet`] for the whole road, and `docs/adr/0017-feeds-and-wallets.md` for why.

mod error;
mod feed_text;
mod feeds;
mod fork;
mod head;
mod key;
mod link;
mod named;
mod public;
mod seen;
mod slice;
mod standing;
#[cfg(test)]
mod tests;
mod touched;

pub use error::{FeedError, FeedTextError, FeedTextReason, SliceError};
pub use feed_text::Feed;
pub use feeds::Feeds;
pub use fork::{Branch, ForkProof};
pub use head::{AccountHead, SignedHead};
pub use key::{FeedKey, PublicKey};
pub use link::Link;
pub use slice::SLICE_VERSION;

pub(crate) use slice::read as read_slice;
