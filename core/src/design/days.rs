//! `[days]`: how late an act may be booked, and how long a pending order waits.

/// How late an act may be booked, and how long a pending order waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Days {
    /// How many days the value day may lie before the booking day, at most 366.
    pub late_window: u16,
    /// How many days a pending order can be completed, at most 366.
    pub pending: u16,
}
