//! [`Wallet`]: a member's replica of one account, as the phone has it; for servers and for tests.

mod errors;
mod told;

use std::sync::{Mutex, MutexGuard};

use muntwerk::feed::{Feed, ForkProof};
use muntwerk::orders::Refusal;
use muntwerk::wallet::Wallet as Core;
use pyo3::prelude::*;
use pyo3::sync::MutexExt;
use pyo3::types::{PyBytes, PyDate, PyType};

use crate::day::{day, to_date};
use crate::errors::{MuntwerkError, OrderError};
use crate::feeds::public_key;
use crate::order::Order;
use crate::text;
use crate::typed::typed;

/// A member's wallet: what the phone has of one account, with the orders that were not answered yet.
///
/// It is the wallet of the app, here to try a server with, and to see what a member sees. There is no network in
/// it: `apply` takes what `Feeds.feed_for` gives, `outbox` gives what is to be sent. It can be used from several
/// threads at once.
///
/// Args:
///     account: Whose.
///     public_key: The 32 bytes of the public key that signs its feeds.
///
/// Raises:
///     FeedKeyError: If these bytes are no public key.
#[pyclass(frozen, module = "muntwerk")]
pub(crate) struct Wallet {
    wallet: Mutex<Core>,
}

fn broken() -> PyErr {
    MuntwerkError::new_err("an earlier call broke off in the middle; load the wallet anew")
}

impl From<Core> for Wallet {
    fn from(wallet: Core) -> Self {
        Self { wallet: Mutex::new(wallet) }
    }
}

impl Wallet {
    fn lock(&self, py: Python<'_>) -> PyResult<MutexGuard<'_, Core>> {
        self.wallet.lock_py_attached(py).map_err(|_| broken())
    }

    /// Does something long with the wallet, the interpreter let go.
    fn detached<R: Send>(&self, py: Python<'_>, work: impl FnOnce(&mut Core) -> R + Send) -> PyResult<R> {
        py.detach(|| Ok(work(&mut *self.wallet.lock().map_err(|_| broken())?)))
    }
}

#[pymethods]
impl Wallet {
    #[new]
    fn new(account: &Bound<'_, PyAny>, public_key: &[u8]) -> PyResult<Self> {
        let key = self::public_key(public_key, "public_key")?;
        Ok(Core::new(text::id(account, "account")?, key).into())
    }

    /// The wallet that `save` wrote.
    ///
    /// Raises:
    ///     WalletFileError: If it is none, another version wrote it, or it was cut off or damaged.
    #[classmethod]
    fn load(_class: &Bound<'_, PyType>, py: Python<'_>, file: &[u8]) -> PyResult<Self> {
        let loaded = py.detach(|| Core::load(file));
        Ok(loaded.map_err(|error| errors::file(&error))?.into())
    }

    /// The wallet as bytes, to keep it. Equal wallets give equal bytes.
    fn save<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let file = self.detached(py, |wallet| wallet.save())?;
        Ok(PyBytes::new(py, &file))
    }

    /// The same account with nothing seen: it keeps its outbox and its proofs of forks. For a wallet whose server
    /// lost its newest records for good.
    fn started_anew(&self, py: Python<'_>) -> PyResult<Self> {
        Ok(self.lock(py)?.started_anew().into())
    }

    /// Takes in a feed: in any grouping, twice, or late, the wallet ends in the same state.
    ///
    /// Raises:
    ///     FeedTextError: If these bytes are no feed; it names the line.
    ///     FeedNotMineError: If it is about another account or ledger.
    ///     FeedSignatureError: If the key did not sign it.
    ///     ServerBehindError: If the server knows less than the wallet, which keeps what it has.
    ///     FeedGapError: If slices are missing; it says since which to ask.
    ///     FeedLinkError: If something was changed, lost or moved; it says where, and since which slice to ask.
    ///     FeedSliceError: If a slice cannot be read, or says what cannot be.
    ///     ForkError: If the host told two histories; with the proof, which the wallet keeps.
    fn apply(&self, py: Python<'_>, feed: &[u8]) -> PyResult<Py<PyAny>> {
        let feed = py.detach(|| Feed::parse(feed)).map_err(errors::text)?;
        let applied = self.detached(py, |wallet| {
            let applied = wallet.apply(&feed)?;
            Ok(wallet.design().map_err(errors::wallet).and_then(|design| told::applied(&applied, design)))
        })?;
        typed(py, "wallet.Applied", &applied.map_err(|error| errors::apply(py, &error))??)
    }

    /// What the member has on the civil day `today`: what lapses by then is gone, what is in the outbox counts as
    /// it is expected to come out.
    ///
    /// Raises:
    ///     WalletError: Before the account is there, or if the day is out of reach.
    fn balances(&self, py: Python<'_>, today: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let today = day(today, "today")?;
        let balances = self.detached(py, |wallet| wallet.balances(today))?;
        typed(py, "wallet.Balances", &balances.map_err(errors::wallet)?)
    }

    /// What an order will come to on the civil day `today`, after the orders in the outbox. Nothing is kept.
    ///
    /// Raises:
    ///     WalletError: Before the account is there, or if the day is out of reach.
    fn preview(&self, py: Python<'_>, order: &Order, today: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let today = day(today, "today")?;
        let preview = self.detached(py, |wallet| {
            let preview = wallet.preview(&order.core, today).map_err(errors::wallet)?;
            told::preview(&preview, wallet.design().map_err(errors::wallet)?)
        })?;
        typed(py, "wallet.Preview", &preview?)
    }

    /// Keeps an order until it is answered; save the wallet before the order is sent. The same order twice is
    /// kept once.
    ///
    /// Raises:
    ///     OutboxError: If its id was used for another order, or it was answered before.
    fn put_in_outbox(&self, py: Python<'_>, order: &Order) -> PyResult<()> {
        self.lock(py)?.put_in_outbox(order.core.clone()).map_err(errors::outbox)
    }

    /// The orders to send, the oldest first. Sending one again does no harm.
    fn outbox(&self, py: Python<'_>) -> PyResult<Vec<Order>> {
        let wallet = self.lock(py)?;
        Ok(wallet.outbox().iter().map(|order| Order { core: order.clone() }).collect())
    }

    /// Takes note that the server turned an order away without a trace, which no feed can tell: `refusal` is the JSON
    /// of its answer, of which `code` and `figures` are read. The order is out of the outbox then. `None` if the
    /// refusal was recorded (a feed tells it), or the order is not in the outbox.
    ///
    /// Raises:
    ///     OrderError: If it is no refusal.
    ///     WalletError: Before the first feed.
    fn turned_away(
        &self,
        py: Python<'_>,
        order: &Bound<'_, PyAny>,
        refusal: &str,
    ) -> PyResult<Option<Py<PyAny>>> {
        let order = text::order_id(order, "order")?;
        let refusal = Refusal::told(refusal).map_err(|error| OrderError::new_err(error.to_string()))?;
        let answered = self.detached(py, |wallet| {
            // Only a wallet that was told the design can say the sentence.
            wallet.design().map_err(errors::wallet)?;
            match wallet.turned_away(order, refusal) {
                Some(answered) => {
                    told::answered(&answered, wallet.design().map_err(errors::wallet)?).map(Some)
                }
                None => Ok(None),
            }
        })?;
        answered?.map(|answered| typed(py, "wallet.Answered", &answered)).transpose()
    }

    /// What became of an order by what the feeds told so far; `None` if they told nothing.
    fn answer_to(&self, py: Python<'_>, order: &Bound<'_, PyAny>) -> PyResult<Option<Py<PyAny>>> {
        let order = text::order_id(order, "order")?;
        let outcome = self.detached(py, |wallet| match wallet.answer_to(order) {
            Some(outcome) => told::outcome(&outcome, wallet.design().map_err(errors::wallet)?).map(Some),
            None => Ok(None),
        })?;
        outcome?.map(|outcome| typed(py, "wallet.OrderOutcome", &outcome)).transpose()
    }

    /// Whose wallet it is.
    #[getter]
    fn account(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.lock(py)?.account().to_string())
    }

    /// The key that signs its feeds.
    #[getter]
    fn public_key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let key = self.lock(py)?.key();
        Ok(PyBytes::new(py, &key.bytes()))
    }

    /// How many slices it has seen: the `since` of the next feed to ask for.
    #[getter]
    fn seen(&self, py: Python<'_>) -> PyResult<u64> {
        Ok(self.lock(py)?.seen())
    }

    /// The current day of the ledger, as the server told it last.
    ///
    /// Raises:
    ///     WalletError: Before the first feed.
    #[getter]
    fn ledger_day<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        let found = self.lock(py)?.ledger_day().map_err(errors::wallet)?;
        to_date(py, found)
    }

    /// The proofs of forks that it has met, each a line of JSON.
    fn forks<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyBytes>>> {
        let lines: Vec<Vec<u8>> = self.lock(py)?.forks().iter().map(ForkProof::line).collect();
        Ok(lines.iter().map(|line| PyBytes::new(py, line)).collect())
    }

    /// Whether a proof of a fork proves that whoever holds this key told two histories. Anybody can check it so.
    ///
    /// Raises:
    ///     FeedKeyError: If these bytes are no public key.
    #[staticmethod]
    fn fork_holds(proof: &[u8], public_key: &[u8]) -> PyResult<bool> {
        let key = self::public_key(public_key, "public_key")?;
        Ok(ForkProof::parse(proof).is_some_and(|proof| proof.holds(&key)))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let wallet = self.lock(py)?;
        let told = (wallet.account(), wallet.seen(), wallet.outbox().len());
        Ok(format!("Wallet({}, {} slices, {} to send)", told.0, told.1, told.2))
    }
}
