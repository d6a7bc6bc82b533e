//! [`Wallet`]: a member's replica of one account, on the phone.

mod answers;
mod problem;
mod screens;
mod sync;

use std::sync::{Arc, Mutex, MutexGuard};

use muntwerk::feed::PublicKey;
use muntwerk::id::Id;
use muntwerk::wallet::Wallet as Core;

use crate::design::DesignSummary;
use crate::error::{MuntwerkError, invalid};
use crate::mirror::FromCore;
use crate::scalars::KeyDigits;

pub use answers::{Assumed, Effect, Expected, Preview, UnitMove};
pub use problem::{FeedProblem, WalletProblem};
pub use screens::{
    Activity, Affordable, Balances, CatalogueLine, Notices, OfficeLine, PendingLine, SeriesAtOffice,
    WaitingFor,
};
pub use sync::{Answered, Applied, OrderOutcome, WalletStanding};

/// A member's replica of one account: it answers without a connection, by the rules of the server.
///
/// The app carries bytes: feeds from the server to [`Wallet::apply`], the orders of [`Wallet::outbox`] to the server,
/// and [`Wallet::save`] to a file of its own. Every question about now takes the civil day in the currency's zone.
///
/// Kotlin: close it when it is no longer needed (`wallet.use { ... }`).
#[derive(uniffi::Object)]
pub struct Wallet {
    core: Mutex<Core>,
}

#[uniffi::export]
impl Wallet {
    /// An empty wallet of an account, which believes feeds that this key signed: 32 bytes, built into the app or
    /// fetched over a way that it trusts.
    ///
    /// # Errors
    /// [`MuntwerkError::Invalid`] if these are not the bytes of a public key.
    #[uniffi::constructor]
    pub fn new(account: Id, key: Vec<u8>) -> Result<Arc<Self>, MuntwerkError> {
        let bytes = <[u8; 32]>::try_from(key.as_slice()).ok();
        let Some(public) = bytes.and_then(|bytes| PublicKey::from_bytes(&bytes)) else {
            return Err(invalid(
                "key",
                format!("{} bytes", key.len()),
                "not an Ed25519 public key of 32 bytes",
            ));
        };
        Ok(Arc::new(Self::of(Core::new(account, public))))
    }

    /// The wallet that [`Wallet::save`] wrote.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] if the file was cut off or damaged, or is none: begin with an empty wallet then,
    /// and ask for everything.
    #[uniffi::constructor]
    pub fn load(bytes: Vec<u8>) -> Result<Arc<Self>, MuntwerkError> {
        Ok(Arc::new(Self::of(Core::load(&bytes)?)))
    }

    /// The wallet as bytes. Save it before an order is sent, into another file that then takes the place of the
    /// old one.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn save(&self) -> Result<Vec<u8>, MuntwerkError> {
        Ok(self.lock()?.save())
    }

    /// The same account with no slices, but with the outbox and the proofs of forks: for when the server lost what
    /// this wallet knows.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn started_anew(&self) -> Result<Arc<Self>, MuntwerkError> {
        Ok(Arc::new(Self::of(self.lock()?.started_anew())))
    }

    /// The currency, as it is on the ledger's day.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the first feed.
    pub fn design(&self) -> Result<DesignSummary, MuntwerkError> {
        Ok(DesignSummary::from_core(self.lock()?.design()?))
    }
}

impl Wallet {
    fn of(core: Core) -> Self {
        Self { core: Mutex::new(core) }
    }

    /// The wallet, for as long as no other thread has it.
    pub(crate) fn lock(&self) -> Result<MutexGuard<'_, Core>, MuntwerkError> {
        let fault = || MuntwerkError::Fault { reason: "an earlier call broke off".to_owned() };
        self.core.lock().map_err(|_| fault())
    }
}

/// The key of 64 hexadecimal digits, as a server shows it, as bytes for [`Wallet::new`].
///
/// # Errors
/// [`MuntwerkError::Invalid`] if it is none.
#[uniffi::export]
pub fn public_key(digits: KeyDigits) -> Result<Vec<u8>, MuntwerkError> {
    match PublicKey::from_hex(digits.0.as_bytes()) {
        Some(key) => Ok(key.bytes().to_vec()),
        None => Err(invalid("key", digits.0, "not the 64 hexadecimal digits of an Ed25519 public key")),
    }
}
