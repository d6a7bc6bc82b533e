//! How a wrong order is taken back.
//!
//! Nothing is deleted. A [`Reverse`](crate::orders::Reverse) names the order that was wrong and books a
//! counter-entry linked to it: once, whole or in part, inside the window the design gives. Awards,
//! transfers, gifts, payments for a relative and redemptions can be taken back; a claim that was
//! confirmed is taken back by naming the confirmation.
//!
//! Units come back from whoever received them:
//! 1. the very lots they received, as far as they still hold them;
//! 2. what the receipt had repaid of a debt, out of what else they hold and then as debt again, down to
//!    the floor: it was never spent;
//! 3. for the rest the design's `[reversal] when_spent` decides: refuse; take back only that part; take
//!    other lots; take it from the pot; or leave a technical debt that the next receipts repay.
//!
//! Whoever paid gets them with the dates they had. If the date has passed meanwhile, the units lapse at
//! once or get some days (`when_lapsed`). Room that the order used under a mandate's monthly limit is
//! given back.
//!
//! Where to look: `rules/governing/reverse.rs` and `taken_back.rs`; the reasons are in
//! `docs/adr/0003-lots-credit-and-reversal.md`.
