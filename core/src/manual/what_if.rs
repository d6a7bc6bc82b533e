//! What if the design had been another one?
//!
//! Before a steering group changes an expiry or a tariff it wants to know what would have been. A ledger keeps
//! every order that was executed, refused ones too, so all of them can be decided again under another design:
//!
//! ```
//! # use muntwerk::{books::AccountKind, calendar::Day, dense::Secret, id::*, ledger::Ledger, people::PartnerRole};
//! # use muntwerk::orders::{ApprovePartner, Ask, Award, OpenAccount, Order};
//! # use muntwerk::calendar::Instant;
//! use muntwerk::design::Design;
//! use muntwerk::what_if::WhatIf;
//!
//! let text = include_str!("../../designs/rabot-example.toml");
//! # let first = Day::new(2025, 1, 2)?;
//! let mut ledger = Ledger::open(Id::parse("rabot-1")?, Design::parse(text)?, first, Secret::new([7; 16]))?;
//! # let (ann, partner) = (Id::parse("m-0001")?, Id::parse("p-01")?);
//! # let asks: [(&str, &str, Ask); 3] = [
//! #     ("s-001", "steering_group", ApprovePartner::plain(partner, vec![PartnerRole::Issuing]).into()),
//! #     ("s-010", "project_manager", OpenAccount { account: ann, kind: AccountKind::Person, holders: [ann].into() }.into()),
//! #     ("s-050", "issuing_partner", Award { partner, to: ann, activity: Code::parse("buurtwerk")?, measured: 180, earner: None }.into()),
//! # ];
//! # for (number, (actor, role, ask)) in (1..).zip(asks) {
//! #     let (id, actor, role) = (OrderId::new(number), Id::parse(actor)?, Code::parse(role)?);
//! #     let (instant, booking_day, value_day) = (Instant::new(1_735_812_000_000), first, first);
//! #     let (contact_point, on_behalf_of, reason, evidence) = (None, None, None, None);
//! #     ledger.execute(&Order {
//! #         id, actor, role, instant, booking_day, value_day, ask, contact_point, on_behalf_of, reason, evidence,
//! #     })?;
//! # }
//! // ... three hours of work at 25 units. What if an hour had been 20?
//! let what_if = WhatIf::of(&ledger, Design::parse(&text.replacen("units = 25", "units = 20", 1))?)?;
//! let sums = what_if.comparison();
//! assert_eq!((sums.as_it_was.issued, sums.as_it_would_be.issued), (75, 60));
//! // The ledger as it would be is a ledger like any other: every view and every figure works on it.
//! assert_eq!(what_if.ledger().day(), ledger.day());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it can say
//!
//! **Nobody is assumed to behave otherwise**, and every comparison says so
//! ([`ASSUMPTION`](crate::what_if::ASSUMPTION)): the same people ask the same things on the same days. Somebody whose
//! units end sooner might spend them sooner; that is not in it. So it tells what a rule does to what happened, and
//! not what people would do under the rule.
//!
//! # What is done again, and what not
//!
//! Every order is decided on the day on which it was recorded, and days close where they closed. What was refused is
//! tried again. The other design is in force from the first day to the last: amendments of the design are
//! [left out](crate::what_if::Comparison::left_out), and so is what names them.
//!
//! An order that would be refused draws others along: who was not paid cannot pay on, and what was reversed is not
//! there. Those are listed twice, as [changed](crate::what_if::Comparison::changed) and, where they name the refused
//! order, as [orphaned](crate::what_if::Comparison::orphaned).
//!
//! The journal does not say which orders came as a batch that succeeds whole or not at all, so each is tried on its
//! own. Notices count as they were recorded: an end that comes sooner under the other design needs its own notice, and
//! as long as nobody recorded that one arrived, nothing lapses.
//!
//! A design of another unit, with other decimals or under another name is refused
//! ([`WhatIfError`](crate::what_if::WhatIfError)): 100 would mean something else in it.
