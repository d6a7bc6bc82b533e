//! How expiry works.
//!
//! The design's `[expiry]` block gives a lot its end when it is issued: never, so many months after it
//! was earned (to the end of that month if wanted), at the end of the year, or on a fixed date. The end
//! is the *last day on which the units can be spent*.
//!
//! ```
//! use muntwerk::calendar::Day;
//! let earned = Day::new(2023, 8, 31).unwrap();
//! assert_eq!(earned.months_on_to_month_end(6), Day::new(2024, 2, 29).ok());
//! ```
//!
//! Units do not vanish on their own. Closing the day that is their end books a *lapse*: they leave the
//! account and go to the pot, or to `system:lapsed`. So a lot that has lapsed but is not booked never
//! exists, and nobody computes a balance twice.
//!
//! **Notice first.** If the design demands a notice of N days, the closing of the day before gives it:
//! a record of its own for each account, with the civil day on which it was really given. The lapse
//! waits until N days after that day. If the office was closed for three weeks and closes them all
//! today, the notices count from today and everything stays spendable until their term has run. With
//! `suffices = "delivered"` the lapse waits until the host records that the notice arrived.
//!
//! **Receiving counts as notice.** Whoever receives units during their notice period has them until
//! their end like everybody else; otherwise passing units round would keep them alive.
//!
//! **On transfer** a lot keeps its date, or starts anew (`on_transfer = "renew"`): then whoever earns
//! units by a service has them as if they were new, each new lot naming the lot it was. Gifts always
//! keep the date.
//!
//! **Late awards.** The end follows the day of the activity. If it has passed already when the award is
//! booked, the design refuses or grants some days.
//!
//! Where to look: `rules/time/lapse.rs` says when, `rules/time/close_day.rs` does it, the reasons are in
//! `docs/adr/0004-notices-and-lapse.md`.
