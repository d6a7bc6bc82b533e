//! How much memory a ledger's past takes.

use super::Ledger;

/// Bytes in memory, by what they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryUse {
    /// The records.
    pub records: usize,
    /// The register of order ids.
    pub order_ids: usize,
}

impl Ledger {
    /// Bytes the past takes, reserved room included.
    pub fn memory_use(&self) -> MemoryUse {
        MemoryUse { records: self.history.bytes_reserved(), order_ids: self.register.bytes_reserved() }
    }
}
