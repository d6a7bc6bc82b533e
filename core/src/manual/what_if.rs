//! What if the design had been another one?
//!
//! Before a steering group adopts another end, tariff or limit it wants to see what that would have done. The
//! journal keeps every order with what it came to, so the orders can be decided again:
//! [`WhatIf::of`](crate::what_if::WhatIf::of) takes a ledger and another design, and gives the ledger as it would
//! be with a [`Comparison`](crate::what_if::Comparison) of both. The given ledger stays as it is.
//!
//! ```
//! use muntwerk::{calendar::Day, dense::Secret, design::Design, id::Id, ledger::Ledger, orders::Order};
//! use muntwerk::views::Statement;
//! use muntwerk::what_if::WhatIf;
//!
//! // Units that end after a year, and the same design with units that end after six months.
//! let year = include_str!("../../designs/rabot-example.toml").replace("delivered_or_undeliverable", "given");
//! let half = year.replace("months = 12 ", "months = 6 ");
//! let first = Day::new(2025, 1, 1)?;
//! let mut ledger = Ledger::open(Id::parse("rabot-1")?, Design::parse(&year)?, first, Secret::new([7; 16]))?;
//! let asks = [
//!     ("s-001", "steering_group", r#"{"approve_partner": {"partner": "p-01", "roles": ["issuing"]}}"#),
//!     ("s-001", "steering_group", r#"{"approve_partner": {"partner": "p-14", "roles": ["redeeming"]}}"#),
//!     ("s-010", "project_manager", r#"{"open_account": {"account": "m-1", "kind": "person", "holders": ["m-1"]}}"#),
//!     ("s-050", "issuing_partner",
//!         r#"{"award": {"partner": "p-01", "to": "m-1", "activity": "bloembak", "measured": 3}}"#),
//!     ("s-900", "system", r#"{"close_day": {"through": "2025-06-30", "today": "2025-07-01"}}"#),
//!     ("s-900", "system", r#"{"close_day": {"through": "2025-07-31", "today": "2025-08-01"}}"#),
//!     ("m-1", "participant", r#"{"redeem": {"account": "m-1", "partner": "p-14", "reward": "soep"}}"#),
//! ];
//! for (at, (actor, role, ask)) in asks.iter().enumerate() {
//!     let today = ledger.day();
//!     let order: Order = serde_json::from_str(&format!(
//!         r#"{{"id": "{at:032x}", "actor": "{actor}", "role": "{role}", "instant": 0,
//!             "booking_day": "{today}", "value_day": "{today}", "ask": {ask}}}"#
//!     ))?;
//!     ledger.execute(&order)?;
//! }
//!
//! let what_if = WhatIf::of(&ledger, Design::parse(&half)?)?;
//! let comparison = what_if.comparison();
//! println!("{}", comparison.assumption);
//!
//! // The thirty units would have gone to the pot on 31 July, and the soup of August would have been refused.
//! let (was, is) = (comparison.as_it_was, comparison.as_it_would_be);
//! assert_eq!((was.redeemed, was.lapsed_to_pot, was.refused), (10, 0, 0));
//! assert_eq!((is.redeemed, is.lapsed_to_pot, is.refused), (0, 30, 1));
//! let soup = comparison.now_refused().next().ok_or("nothing is refused")?;
//! assert_eq!((soup.number, soup.units), (ledger.len() - 1, Some(10)));
//!
//! // Every view works on the ledger that would be.
//! let statement = Statement::of(what_if.ledger(), &Id::parse("m-1")?, first, ledger.day()).ok_or("no account")?;
//! assert_eq!(statement.closing.minor(), 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it says and what it does not
//!
//! **Nobody is assumed to behave otherwise.** The same people ask the same things on the same days. Whoever knows
//! that units end in July spends them in June, and no comparison of this kind can know how many would. Every
//! comparison carries that sentence ([`ASSUMPTION`](crate::what_if::ASSUMPTION)), and whoever prints one prints it
//! too.
//!
//! **Refused orders are tried again.** What was refused may now be booked. Who was refused and then asked for less
//! may then be booked twice: both orders stand in the journal. Whoever was never asked, because it was clear that
//! it would be refused, is not there.
//!
//! **One design throughout.** The other design is in force from the first day to the last. Orders that amend the
//! design are left out, with what completes or rejects them, and listed.
//!
//! **The calendar stays.** Each order is decided on the day on which it was recorded, and days close where they
//! closed. If the design does not let whoever closed a day close it, for instance because an office must be counted
//! first, there is no comparison, and the error names the record. A closing that was refused and would now be booked
//! is left out, since the day went on.
//!
//! **Orders about orders.** A reversal, a completion or a pick-up names an earlier order. Where that would be
//! refused, what names it is listed ([`Orphaned`](crate::what_if::Orphaned)): somebody would have had to do
//! something else.
//!
//! **Notices.** Notices of the other design's end dates are given by the closings, but nobody recorded what became
//! of them. Under a design where a notice must have been delivered, such units do not lapse, and the comparison
//! tells them as past their end. Ask with `suffices = "given"` to see what lapses if every notice arrives.
//!
//! **Paper and counts.** What an office counted in its drawers is what really lay there. Where the other design
//! would have refused to pay out or take in notes, the count differs from the books by as much.
//!
//! **Batches.** The journal does not say which orders were sent together, to succeed whole or not at all. Each is
//! tried on its own.
//!
//! **The unit stays.** A design with another kind of unit, other decimals or another name is turned down: an amount
//! that was asked would mean something else. What the unit is worth in euro may differ.
//!
//! # Where to look
//!
//! | what | where |
//! |---|---|
//! | the records decided again, the closings step by step | `what_if/again.rs` |
//! | what is compared | `what_if/comparison.rs`, `sums.rs`, `accounts.rs` |
//! | which order an order names | `what_if/named.rs` |
