//! [`Ledger`]: the books of one currency, in memory.

mod asking;
mod journal;
mod now;
mod opening;
mod texts;
mod views;

use std::sync::{Mutex, MutexGuard};

use muntwerk::calendar::Day;
use muntwerk::ledger::Ledger as Core;

use crate::error::MuntwerkError;
use crate::mirror::FromCore;

pub use journal::{Record, Sealed, Verified, verify_journal};
pub use now::{AccountNow, BooksNow, EuroAt, HeldNow, LotNow, NotesAt, OfficeNow, StockNow};
pub use opening::Standing;
pub use texts::TextView;

/// The books of one currency, in memory. Many threads may use one: calls wait for each other.
///
/// Kotlin: close it when it is no longer needed (`ledger.use { ... }`).
#[derive(uniffi::Object)]
pub struct Ledger {
    core: Mutex<Core>,
}

impl Ledger {
    fn new(core: Core) -> Self {
        Self { core: Mutex::new(core) }
    }

    /// The books, for as long as nobody else has them. After a panic half an entry may stand in them.
    fn lock(&self) -> Result<MutexGuard<'_, Core>, MuntwerkError> {
        let fault = || MuntwerkError::Fault { reason: "an earlier call broke off".to_owned() };
        self.core.lock().map_err(|_| fault())
    }

    /// What the core makes of the books, as it crosses the border. The books are free again before it is
    /// carried over.
    fn view<C, V: FromCore<C>>(&self, of: impl FnOnce(&Core) -> C) -> Result<V, MuntwerkError> {
        let view = of(&*self.lock()?);
        Ok(V::from_core(&view))
    }
}

/// The first and the last day of a question: all of the ledger's, unless they are given.
fn span(ledger: &Core, start: Option<Day>, through: Option<Day>) -> (Day, Day) {
    let first = ledger.state().designs().first_day();
    (start.unwrap_or(first), through.unwrap_or(ledger.day()))
}
