//! Opening a ledger, and what it is.

use std::sync::Arc;

use muntwerk::calendar::Day;
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::Id;
use muntwerk::ledger::Ledger as Core;

use super::Ledger;
use crate::design::DesignSummary;
use crate::error::{MuntwerkError, invalid};
use crate::mirror::FromCore;
use crate::scalars::DesignText;

/// Where a ledger stands.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Standing {
    /// Its id.
    pub id: Id,
    /// Its current day.
    pub day: Day,
    /// How many records there are.
    pub records: u64,
    /// The head after the lines sealed so far: 64 hexadecimal digits.
    pub head: String,
}

#[uniffi::export]
impl Ledger {
    /// Opens an empty ledger.
    ///
    /// `secret` is 16 bytes of the system's randomness: under it ids are looked up, and nothing else depends
    /// on it.
    ///
    /// # Errors
    /// [`MuntwerkError::Design`] if the design contradicts itself; [`MuntwerkError::Invalid`] for a secret of
    /// another length, or the last day there is.
    #[uniffi::constructor]
    pub fn open(id: Id, design: DesignText, day: Day, secret: Vec<u8>) -> Result<Arc<Self>, MuntwerkError> {
        let core = Core::open(id, Design::parse(&design.0)?, day, self::secret(&secret)?)?;
        Ok(Arc::new(Self::new(core)))
    }

    /// Rebuilds a ledger from its journal, checking every line.
    ///
    /// # Errors
    /// [`MuntwerkError::Journal`] for the first line that cannot be accepted.
    #[uniffi::constructor]
    pub fn replay(journal: Vec<u8>, secret: Vec<u8>) -> Result<Arc<Self>, MuntwerkError> {
        let core = Core::replay(super::journal::lines(&journal), self::secret(&secret)?)?;
        Ok(Arc::new(Self::new(core)))
    }

    /// Where it stands: id, day, records, head.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn standing(&self) -> Result<Standing, MuntwerkError> {
        let ledger = self.lock()?;
        Ok(Standing {
            id: ledger.id(),
            day: ledger.day(),
            records: ledger.len(),
            head: ledger.head().to_string(),
        })
    }

    /// The design in force on the current day.
    ///
    /// # Errors
    /// [`MuntwerkError::Fault`] after a fault.
    pub fn design(&self) -> Result<DesignSummary, MuntwerkError> {
        Ok(DesignSummary::from_core(self.lock()?.design()))
    }
}

fn secret(bytes: &[u8]) -> Result<Secret, MuntwerkError> {
    let wrong = |_| invalid("secret", format!("{} bytes", bytes.len()), "it takes 16 bytes of randomness");
    Ok(Secret::new(<[u8; 16]>::try_from(bytes).map_err(wrong)?))
}
