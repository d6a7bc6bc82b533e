//! Figures for whoever evaluates a currency.
//!
//! # Asking
//!
//! A ledger becomes [`Movements`](crate::evaluation::Movements), and an indicator is a question that leaves nothing
//! open:
//!
//! ```
//! # use muntwerk::{books::AccountKind, calendar::*, dense::Secret, id::*, ledger::Ledger, money::Amount, people::PartnerRole};
//! # use muntwerk::design::Design;
//! # use muntwerk::orders::{ApprovePartner, Ask, Award, OpenAccount, Order, Pay, Transfer};
//! use muntwerk::evaluation::figures::{Indicator, Per, Supply, Velocity};
//! use muntwerk::evaluation::{Fraction, Kind, Kinds, Movements, Population, Window};
//! # let first = Day::new(2025, 1, 2)?;
//! # let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
//! # let mut ledger = Ledger::open(Id::parse("rabot-1")?, design, first, Secret::new([7; 16]))?;
//! # let (ann, bob, partner) = (Id::parse("m-0001")?, Id::parse("m-0002")?, Id::parse("p-01")?);
//! # let open = |person| OpenAccount { account: person, kind: AccountKind::Person, holders: [person].into() };
//! # let pay = Pay::Amount(Amount::from_minor(25)?);
//! # let asks: [(&str, &str, Ask); 5] = [
//! #     ("s-001", "steering_group", ApprovePartner::plain(partner, vec![PartnerRole::Issuing]).into()),
//! #     ("s-010", "project_manager", open(ann).into()),
//! #     ("s-010", "project_manager", open(bob).into()),
//! #     ("s-050", "issuing_partner", Award { partner, to: ann, activity: Code::parse("buurtwerk")?, measured: 120, earner: None }.into()),
//! #     ("m-0001", "participant", Transfer { from: ann, to: bob, pay, offer: None, category: None }.into()),
//! # ];
//! # for (number, (actor, role, ask)) in (1..).zip(asks) {
//! #     let (id, actor, role) = (OrderId::new(number), Id::parse(actor)?, Code::parse(role)?);
//! #     let (instant, booking_day, value_day) = (Instant::new(1_735_812_000_000), first, first);
//! #     let (contact_point, on_behalf_of, reason, evidence) = (None, None, None, None);
//! #     ledger.execute(&Order {
//! #         id, actor, role, instant, booking_day, value_day, ask, contact_point, on_behalf_of, reason, evidence,
//! #     })?;
//! # }
//!
//! // Ann earned 50 on 2 January and paid Bob 25 of it.
//! let movements = Movements::of_ledger(&ledger)?;
//! let asked = Velocity {
//!     window: Window::new(Day::new(2025, 1, 2)?, Day::new(2025, 1, 11)?)?,
//!     kinds: Kinds::of([Kind::Transfer])?,
//!     per: Per::Week,
//!     population: Population::Participants,
//!     supply: Supply::Everything,
//! };
//! let figure = asked.figure(&movements)?;
//! // 25 units in ten days in which 50 stood: 25 x 7 / 500.
//! assert_eq!(figure.value.map(|turns| turns.velocity), Fraction::new(7, 20)?);
//! assert_eq!((figure.unit.as_str(), figure.used, figure.dropped), ("turns a week", 1, 1));
//! // What was asked travels with the answer.
//! assert_eq!(figure.asked.per, Per::Week);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A question is data too: [`Question`](crate::evaluation::figures::Question) reads it from JSON, so a study is a file
//! of questions.
//!
//! # What a figure says and does not say
//!
//! The [value](crate::evaluation::Figure::value) is exact, or missing with a
//! [reason](crate::evaluation::Undefined); it is never 0 for want of data. `used` and `dropped` count movements.
//! `not_observed` is the share of the units, or of their time, on notes: nobody sees from hand to hand they go.
//!
//! Units that a partner took in are *redeemed* if its contract stands outside the ring, and *transferred* if it may
//! spend them again. What was taken back is taken off on the day on which that was booked.
//!
//! # Following units
//!
//! Holding times, ages and the issue by redemption matrix need to know *which* units moved, and units are not told
//! apart by who pays. So these figures name a [`TracingRule`](crate::evaluation::TracingRule). Ann earns 10 on day 0
//! and 10 on day 40, gives 10 to Bob on day 50, and Bob redeems them on day 60:
//!
//! | rule | held by Ann | age at redemption |
//! |---|---|---|
//! | first in, first out | 50 days | 60 days |
//! | last in, first out | 10 days | 20 days |
//! | well mixed | 5 of 50 and 5 of 10: 30 days | 40 days |
//!
//! Under each of them all holdings together, open ones included, are the area under the supply curve;
//! [`UnitTime`](crate::evaluation::figures::UnitTime) shows both. How well mixed units are followed exactly, and what
//! that costs, is told in `docs/adr/0015-evaluation.md`.
//!
//! # Parts of a population
//!
//! An area, a group or an age is nothing the books know. Whoever has a list of them takes a population apart with
//! [`Population::by_attribute`](crate::evaluation::Population::by_attribute); accounts of which nothing is said are a
//! part of their own, so that the parts are the whole.
//!
//! # Handing them out
//!
//! Figures with their definitions can leave the house where rows cannot. Rows leave under keyed pseudonyms
//! ([`sharing`](crate::evaluation::sharing)), with a manifest that says what was left out and that they are still
//! personal data. Both carry the [fingerprint](crate::evaluation::Movements::fingerprint) of what they were taken from.
