//! Sealing: records become journal lines with heads, in batches, never while deciding or applying.

use super::{Head, line};
use crate::ledger::Ledger;

impl Ledger {
    /// Appends the stored lines of all records not sealed yet to `out`, a newline after each, and gives
    /// the head after them. The host writes them down; a ledger that crashes before has only answered.
    pub fn seal(&mut self, out: &mut Vec<u8>) -> Head {
        let mut bytes = Vec::with_capacity(1_024);
        for number in self.chain.sealed..self.len() {
            let Some(record) = self.history.get(number) else { break };
            bytes.clear();
            line::write(number, record.outcome.body(), &mut bytes);
            self.chain.head = self.chain.head.after(&bytes);
            self.chain.sealed = number.saturating_add(1);
            line::store(self.chain.head, &bytes, out);
        }
        self.chain.head
    }

    /// The journal from its first line, one stored line at a time, without its newline.
    pub fn journal(&self) -> impl Iterator<Item = Vec<u8>> {
        let mut head = Head::default();
        self.records_from(0).map(move |record| {
            let mut bytes = Vec::with_capacity(512);
            line::write(record.number, record.outcome.body(), &mut bytes);
            head = head.after(&bytes);
            let mut stored = Vec::with_capacity(bytes.len().saturating_add(96));
            line::store(head, &bytes, &mut stored);
            stored.pop();
            stored
        })
    }

    /// The head after the lines sealed so far.
    pub fn head(&self) -> Head {
        self.chain.head
    }
}
