//! Orders, entries, lots: the few words everything is said in.
//!
//! A currency is a [`Design`](crate::design::Design): a TOML file that says what the unit is, how units
//! come into being, what they can be spent on, when they lapse, who may do what. A
//! [`Ledger`](crate::ledger::Ledger) runs one design from one day on.
//!
//! Everything that happens is an [`Order`](crate::orders::Order). The ledger *decides* it and gives an
//! [`Entry`](crate::books::Entry) or a [`Refusal`](crate::orders::Refusal); nothing has changed yet.
//! *Applying* the entry changes the state. [`Ledger::execute`](crate::ledger::Ledger::execute) does
//! both and keeps the record.
//!
//! ```
//! use muntwerk::calendar::{Day, Instant};
//! use muntwerk::dense::Secret;
//! use muntwerk::design::Design;
//! use muntwerk::id::{Code, Id, OrderId};
//! use muntwerk::ledger::Ledger;
//! use muntwerk::orders::{Ask, Order};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let design = Design::parse(include_str!("../../designs/torekes.toml"))?;
//! let today = Day::new(2025, 1, 2)?;
//! let mut ledger = Ledger::open(Id::parse("rabot-1")?, design, today, Secret::new([7; 16]))?;
//!
//! // An order as a host would send it.
//! let mut next = 0_u128;
//! let mut order = |actor: &str, role: &str, ask: &str| -> Result<Order, Box<dyn std::error::Error>> {
//!     next += 1;
//!     Ok(Order {
//!         id: OrderId::new(next),
//!         actor: Id::parse(actor)?,
//!         role: Code::parse(role)?,
//!         instant: Instant::new(1_735_812_000_000),
//!         booking_day: today,
//!         value_day: today,
//!         ask: serde_json::from_str::<Ask>(ask)?,
//!         contact_point: None,
//!         on_behalf_of: None,
//!         reason: None,
//!         evidence: None,
//!     })
//! };
//!
//! // The office-holders of the design are the first people the ledger knows.
//! let holder = |role: &str| {
//!     let held = ledger.design().office_holders().iter().find(|held| held.role == *role);
//!     held.map(|held| held.person.to_string()).unwrap_or_default()
//! };
//! let (council, manager) = (holder("steering_group"), holder("project_manager"));
//!
//! for (actor, role, ask) in [
//!     (&council, "steering_group", r#"{"approve_partner": {"partner": "p-01", "roles": ["issuing"]}}"#),
//!     (&manager, "project_manager", r#"{"appoint": {"person": "o-001", "role": "issuing_partner",
//!         "scope": "p-01", "from": "2025-01-02"}}"#),
//!     (&manager, "project_manager", r#"{"open_account": {"account": "m-0012", "kind": "person",
//!         "holders": ["m-0012"]}}"#),
//! ] {
//!     ledger.execute(&order(actor, role, ask)?)?;
//! }
//!
//! // Three hours of work for the neighbourhood at 25 units an hour (V10).
//! let award = order("o-001", "issuing_partner",
//!     r#"{"award": {"partner": "p-01", "to": "m-0012", "activity": "buurtwerk", "measured": 180}}"#)?;
//! let preview = ledger.decide(&award)?;
//! assert_eq!(preview.leg(&Id::parse("m-0012")?).unwrap().amount.minor(), 75);
//! let receipt = ledger.execute(&award)?;
//!
//! // Sent again, perhaps because the answer was lost: the same receipt, booked once.
//! assert_eq!(ledger.execute(&award)?.number, receipt.number);
//! let account = ledger.state().books().find(&Id::parse("m-0012")?).unwrap();
//! assert_eq!(account.balance().minor(), 75);
//! # Ok(())
//! # }
//! ```
//!
//! **Lots.** A credit is a lot: where it comes from, when it was earned, when it ends. An account holds
//! pieces of lots and spends the ones first that end first (or the oldest, as the design says). A unit
//! can be followed from its issue to its redemption.
//!
//! **Credit.** Under mutual credit an account may pay beyond what it holds. That *draws*: it issues a
//! lot whose origin is that account's credit. Whatever the account receives repays first.
//! `balance = pieces held − drawn`.
//!
//! **The chart.** Units come out of `issued:<partner>` and go into `redeemed:<partner>`,
//! `system:lapsed` or `system:pot`. What the ring itself gives, a start balance or a joining gift, comes
//! from `system:group`, which goes below zero by as much. All balances together are zero, always.
//!
//! **Accounts and holders.** An account is a person's, a household's or an organisation's. Persons hold it:
//! of a person's account one, of the others one or more, each of whom may act for it as `participant`.
//! [`ChangeHolders`](crate::orders::ChangeHolders) lets somebody in or out, and somebody always holds it; what
//! is booked stays with the account. In an award to an account of several, `earner` says who did it.
//!
//! **Households.** A person's household is the household account they hold, of several the one opened first.
//! The units on it are shared; a cap or an offer can count by the household, and nobody rewards their own.
//!
//! **Partners and contracts.** A partner rewards with new units, takes units in, or both. What was agreed is a
//! [`Contract`](crate::people::Contract): its roles, first and last day, a budget of what it may issue, and, for
//! a partner inside the ring, the organisation's account on which it takes units in and from which it spends
//! them again. [`AmendContract`](crate::orders::AmendContract) agrees something else from a day on; the day of
//! the activity decides which contract holds.
//!
//! **Issuers.** `[[issuer]]` names the legal person behind the currency from a day on. It may change; who it
//! was stays written.
//!
//! **Facts.** The books know no names, papers or birthdays. What a rule needs to know about a person is a fact of
//! the design, `[[fact]]`: insured, declared to who pays a benefit, a residence out of a short list of words.
//! [`RecordFact`](crate::orders::RecordFact) says that it holds from one day until another, and the latest
//! record about a day counts. An activity can require facts, and then refuses or flags whoever has them not; an
//! offer can be for those about whom they hold. What counts is the day of the activity.
//!
//! ```
//! use muntwerk::design::{Design, WhenMissing};
//! use muntwerk::{calendar::Day, id::Code};
//! let design = Design::parse(include_str!("../../designs/wijk-example.toml"))?;
//! // Clearing up needs an insurance; without one it is rewarded all the same, and flagged.
//! let clearing_up = design.earning().get(&Code::parse("opruimen")?).ok_or("no such activity")?;
//! assert_eq!(clearing_up.requires[0].fact, Code::parse("verzekerd")?);
//! assert_eq!(clearing_up.when_missing, WhenMissing::Flag);
//! // Everybody may say where they live, in one of two words; whether they are insured others say.
//! let kinds = design.facts();
//! assert!(kinds.get(&Code::parse("woonplaats")?).is_some_and(|kind| kind.self_declared));
//! assert!(kinds.get(&Code::parse("verzekerd")?).is_some_and(|kind| !kind.self_declared));
//! // A cooperative took the currency over from the association.
//! let issuer = |day| design.issuers().on(day).map(|issuer| issuer.names.en.as_str());
//! assert_eq!(issuer(Day::new(2024, 6, 30)?), Some("Ward association"));
//! assert_eq!(issuer(Day::new(2024, 7, 1)?), Some("Ward cooperative"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **One current day.** The ledger has one current day; orders book on it. The activity they are about
//! may lie back a little: that is the value day, and tariffs and end dates follow it. Only closing a day
//! moves the day.
