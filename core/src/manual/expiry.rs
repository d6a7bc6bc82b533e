//! How expiry works.
//!
//! # The end of a lot
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
//! exists, and nobody computes a balance twice. Days of grace put the lapse off; until it is booked the
//! units can be spent.
//!
//! What stands on the pot, on the group account, or is set aside for a reservation keeps its date and
//! does not lapse there.
//!
//! # Notice first
//!
//! If the design demands a notice of N days, nothing lapses before it. The closing of a day tells
//! everybody who holds units that end by N days after the next day and who was not told yet: mostly the
//! units of one date. Each notice is in a record, with the civil day on which it was really given. The
//! lapse waits until N days after that day. If the office was closed for three weeks and closes them all
//! today, the notices count from today and everything stays spendable until their term has run.
//!
//! The host records whether a notice arrived. `suffices` says what must have become of it: `given` (it
//! was handed to the host), `delivered`, or `delivered_or_undeliverable`. As long as that is not known
//! the units do not lapse.
//!
//! **Receiving counts as notice.** Whoever receives units during their notice period has them until
//! their end like everybody else; otherwise passing units round would keep them alive.
//!
//! **Whatever the state of the account.** Notices are given to, and units lapse on, accounts that are
//! blocked, inactive, leaving or of somebody who died, as on any other (R62).
//!
//! # Transfers, late awards, units that come back
//!
//! **On transfer** a lot keeps its date, or starts anew (`on_transfer = "renew"`): then whoever earns
//! units by a service has them as if they were new, each new lot naming the lot it was. Gifts always
//! keep the date, and so does what an heir receives.
//!
//! **Late awards.** The end follows the day of the activity. If it has passed already when the award is
//! booked, the design refuses or grants some days (`late_award`).
//!
//! **Reversals and reservations.** Units come back with the dates they had. If a date has passed
//! meanwhile they lapse at once, or get some days (`reversal.when_lapsed`).
//!
//! # When the rule changes
//!
//! An amendment may change `[expiry]` for units earned from its first day on. Units there are already
//! keep their dates, unless the order that adopts it says `existing = "extend"`: then the closing of the
//! day before moves each end to the later of the one it had and the one the new rule gives. Nothing comes
//! back to life, and nobody's units end sooner.
//!
//! While units are out, what protects their holders gets no weaker: not fewer days of notice or grace,
//! and no less has to have become of a notice. A longer notice, or one that is new, holds for units that
//! are out too: the first closing under it tells everybody it concerns, and the lapse waits for its term.
//! As long as units are out that end, the design must be able to say where they go: `rule = "never"`
//! needs `bulk = true` then, or `existing = "extend"`, which frees them.
//!
//! # Ending units for everybody
//!
//! Where the design says `bulk = true`, two of the steering group can give all units earned in some
//! span of days an earlier end ([`EndUnits`](crate::orders::EndUnits)). No unit ends later by it, and
//! none before the notice can be given: `notice_too_short` names the first day that is possible. The entry
//! says whom it concerns ([`Entry::concerns`](crate::books::Entry::concerns)): how many accounts, and how
//! many units on them; so does a preview, and what waits for the second person. Units of those days that
//! come back by a reversal, or are booked late, end on the same day. Then notices and lapses run as always.
//!
//! With `rule = "never"` and `bulk = true` this is the only way in which units end. Where lots are kept by
//! the month, only whole months can be ended. It cannot be undone, and so is no part of a batch.
//!
//! # Units that were taken over
//!
//! A scheme that ran before brings its lots along ([`TakeOver`](crate::orders::TakeOver)), with their
//! dates or dated by the design. Nobody was told of these dates by this ledger: the first closing gives the
//! notices of all that end soon, and their lapse waits for the term. Lots that had ended already are
//! treated as awards that are booked too late.
//!
//! # What time does to accounts
//!
//! The same closing looks after the standing of accounts. With `[inactivity]`, whoever has neither paid
//! nor earned for so many months is warned, if the design says so, and then called inactive; whoever does
//! something again is active again. A leaver's account is closed when the term of
//! `leaving.spend_out_months` is over, or as soon as it stands at zero with `leaving.close_at_zero`; not
//! while it owes something or has something set aside.
//!
//! # Where to look
//!
//! | what | where |
//! |---|---|
//! | when units lapse | `rules/time/lapse.rs` |
//! | closing a day, step by step | `rules/time/close_day.rs` |
//! | ending units for everybody | `rules/time/end_units.rs`, `books/ends.rs`, `books/move_ends.rs` |
//! | extending them by an amendment | `rules/time/extend.rs` |
//! | who is quiet, who is leaving | `rules/time/standing.rs`, `books/standing.rs` |
//! | taking over | `rules/governing/take_over.rs` |
//! | why it is so | `docs/adr/0003-lots-credit-and-reversal.md`, `0004-notices-and-lapse.md`, `0008-design-file.md` |
