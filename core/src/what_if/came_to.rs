//! [`CameTo`]: what became of an order.

use crate::books::{Change, Entry};
use crate::orders::{Order, RefusalCode};

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum CameTo {
    /// It was booked.
    Booked,
    /// It waited for somebody else to complete it, and has moved nothing by itself.
    Waiting,
    /// It was refused, with this code.
    Refused(RefusalCode),
}

impl CameTo {
    /// What an order came to that has this entry.
    pub(super) fn of(order: &Order, entry: &Entry) -> Self {
        let waits =
            |change: &Change| matches!(change, Change::PendingOpened(one) if one.order.id == order.id);
        if entry.changes.iter().any(waits) { Self::Waiting } else { Self::Booked }
    }

    /// Whether it was refused.
    pub const fn is_refused(self) -> bool {
        matches!(self, Self::Refused(_))
    }
}
