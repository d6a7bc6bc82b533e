//! [`Feeds`]: the server's side of the phone, every account's part of the journal, signed.

use std::sync::{Mutex, MutexGuard};

use muntwerk::feed::{FeedError, FeedKey, Feeds as Core, PublicKey};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::MutexExt;
use pyo3::types::PyBytes;

use crate::errors::{FeedKeyError, MuntwerkError, unknown};
use crate::ledger::Ledger;
use crate::text;
use crate::whole::whole;

/// What every account may see of a ledger's journal, as feeds that a phone can check.
///
/// It keeps books of its own beside the ledger's, and takes in what is new when `follow` is called. The same
/// journal gives the same feeds, so that a server makes it anew when it starts. It can be used from several threads
/// at once.
///
/// Args:
///     ledger: Whose journal it is.
///     key: 32 secret bytes, drawn at random once (`secrets.token_bytes(32)`) and kept by the host. They sign what
///         the phones are told; the public half goes into the app.
///
/// Raises:
///     FeedKeyError: If the key has not 32 bytes.
///     StoreError: If the ledger is closed.
#[pyclass(frozen, module = "muntwerk")]
pub(crate) struct Feeds {
    ledger: Py<Ledger>,
    id: String,
    feeds: Mutex<Core>,
}

/// How many bytes a key has, and its public half.
const KEY: usize = 32;

fn broken() -> PyErr {
    MuntwerkError::new_err("an earlier call broke off in the middle; make the feeds anew")
}

/// So many bytes as a key has.
fn key_bytes(bytes: &[u8], what: &str) -> PyResult<[u8; KEY]> {
    bytes.try_into().map_err(|_| {
        let found = bytes.len();
        FeedKeyError::new_err((format!("{what}: {found} bytes, and a key has {KEY}"), found))
    })
}

/// The public half of a key.
pub(crate) fn public_key(bytes: &[u8], what: &str) -> PyResult<PublicKey> {
    PublicKey::from_bytes(&key_bytes(bytes, what)?)
        .ok_or_else(|| FeedKeyError::new_err((format!("{what}: these bytes are no public key"), bytes.len())))
}

impl Feeds {
    fn lock(&self, py: Python<'_>) -> PyResult<MutexGuard<'_, Core>> {
        self.feeds.lock_py_attached(py).map_err(|_| broken())
    }
}

#[pymethods]
impl Feeds {
    #[new]
    fn new(py: Python<'_>, ledger: Py<Ledger>, key: &[u8]) -> PyResult<Self> {
        let key = FeedKey::from_bytes(&key_bytes(key, "key")?);
        let (id, feeds) = ledger.get().look_long(py, |core| (core.id().to_string(), Core::of(core, key)))?;
        Ok(Self { ledger, id, feeds: Mutex::new(feeds) })
    }

    /// Takes in every record of the ledger that is new; how many those were.
    ///
    /// Raises:
    ///     StoreError: If the ledger is closed.
    fn follow(&self, py: Python<'_>) -> PyResult<u64> {
        self.ledger.get().look_long(py, |core| {
            let mut feeds = self.feeds.lock().map_err(|_| broken())?;
            let before = feeds.records();
            feeds.follow(core);
            Ok(feeds.records().saturating_sub(before))
        })?
    }

    /// What an account has not seen yet, as the bytes to send: everything after its slice `since`, and the head
    /// that the key signs. Whether whoever asks may see the account is for the host to check (`Ledger.may_see`).
    ///
    /// Args:
    ///     account: Whose.
    ///     since: The last slice that the phone has (`Wallet.seen`); 0 for everything.
    ///     most: How many slices at most; the phone goes on asking from there. All, unless it is given.
    ///
    /// Raises:
    ///     UnknownError: If no participant has this account.
    ///     ValueError: If `since` is below zero, or `most` below one.
    #[pyo3(signature = (account, since = None, most = None), text_signature = "($self, account, since=0, most=None)")]
    fn feed_for<'py>(
        &self,
        py: Python<'py>,
        account: &Bound<'py, PyAny>,
        since: Option<&Bound<'py, PyAny>>,
        most: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let id = text::id(account, "account")?;
        let since = since.map_or(Ok(0), |since| whole(since, "since"))?;
        let most = most.map_or(Ok(u64::MAX), |most| whole(most, "most"))?;
        if most == 0 {
            return Err(PyValueError::new_err(
                "most: a feed of no slices says nothing; ask for one at least",
            ));
        }
        let feed = py.detach(|| {
            let mut feeds = self.feeds.lock().map_err(|_| broken())?;
            Ok::<_, PyErr>(feeds.feed_up_to(&id, since, most).map(|feed| feed.text()))
        })?;
        match feed {
            Ok(text) => Ok(PyBytes::new(py, &text)),
            Err(FeedError::AccountUnknown(id)) => Err(unknown("account of a participant", id)),
        }
    }

    /// The public half of the key: 32 bytes, for the app. `public_key.hex()` writes them as text.
    #[getter]
    fn public_key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let key = self.lock(py)?.public_key();
        Ok(PyBytes::new(py, &key.bytes()))
    }

    /// How many records of the journal it has taken in.
    #[getter]
    fn records(&self, py: Python<'_>) -> PyResult<u64> {
        Ok(self.lock(py)?.records())
    }

    /// The head of the journal after the last of them: 64 hexadecimal digits.
    #[getter]
    fn journal_head(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.lock(py)?.journal_head().to_string())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let feeds = self.lock(py)?;
        Ok(format!("Feeds({}, {} records, public_key {})", self.id, feeds.records(), feeds.public_key()))
    }
}
