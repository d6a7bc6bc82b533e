//! Lists of transactions that others kept, and how far their figures go.
//!
//! A currency that runs on another system still has a list of who paid whom.
//! [`Observed`](crate::evaluation::observed::Observed) reads such a list without a design: it becomes the same
//! [`Movements`](crate::evaluation::Movements) that a ledger gives, and every
//! [figure](crate::evaluation::figures) that needs no lots works on it.
//!
//! # Reading one
//!
//! Nothing is dropped in silence. Each row becomes a movement, or stands in the
//! [`Health`](crate::evaluation::observed::Health) with its line and the reason. Below, the second row pays more than
//! Bob got, the third has a comma, and the fourth is the first once more:
//!
//! ```
//! use muntwerk::evaluation::observed::{Observed, Reading, WhyLeftOutRow};
//! use muntwerk::evaluation::{Kind, PartyKind};
//!
//! let transactions = "\
//! id,timeset,transfer_subtype,source,target,weight,token_name
//! 1,2020-01-25 10:00:00.000001,DISBURSEMENT,0xoffice,0xbob,10,Sarafu
//! 2,2020-01-25 11:00:00.000000,STANDARD,0xbob,0xcas,12.5,Sarafu
//! 3,2020-01-25 12:00:00.000000,STANDARD,0xcas,0xbob,\"1,5\",Sarafu
//! 1,2020-01-25 10:00:00.000001,DISBURSEMENT,0xoffice,0xbob,10,Sarafu
//! ";
//! let list = Observed::of_ukds(transactions.as_bytes(), None, &Reading::default())?;
//!
//! let kinds: Vec<Kind> = list.movements.rows.iter().map(|row| row.kind).collect();
//! assert_eq!(kinds, [Kind::Earn, Kind::Unexplained, Kind::Transfer]);
//! assert_eq!(list.movements.scale.digits(), 1);
//!
//! let health = &list.health;
//! assert!(!health.is_sound());
//! let file = &health.files[0];
//! assert_eq!((file.rows, file.used, file.bad, file.left_out), (4, 2, 1, 1));
//! assert_eq!(health.bad_rows[0].place.to_string(), "transactions, line 4");
//! assert_eq!(
//!     health.bad_rows[0].faults[0].to_string(),
//!     "weight: \"1,5\" is not a figure: digits 0-9 with a '.' between them"
//! );
//! assert_eq!(health.left_out[0].why, WhyLeftOutRow::Duplicate { first: 2, same: true });
//! // Bob had 10.0 and paid 12.5.
//! assert_eq!((health.identity_breaks[0].place.line, health.identity_breaks[0].amount), (3, 25));
//! # Ok::<(), muntwerk::evaluation::observed::ImportError>(())
//! ```
//!
//! A text that is no list of that schema at all, because a column is missing or its configuration does not say how to
//! read it, is an [`ImportError`](crate::evaluation::observed::ImportError).
//!
//! # What each schema says
//!
//! | list | comes in | goes out | ids, balances, accounts |
//! |---|---|---|---|
//! | UK Data Service (Sarafu) | `DISBURSEMENT`: earned | `RECLAMATION`: lapsed. `AGENT_OUT`: exchanged | ids. With users: attributes, known accounts, final balances |
//! | follow-the-money | what its JSON calls a deposit | what it calls a withdrawal, and fees | ids. Balances where there are columns and a `balance_type` |
//! | Cyclos 3 | from an account without a member | to one | ids, attributes, known accounts. Charging back takes back |
//! | MicroVelocityAnalyzer | every allocation | nothing | none |
//! | day book without a design | nothing that it states | what is paid out in notes stays on them | references |
//! | the host's rows | by their kind | by their kind | ids if there are any |
//!
//! What crosses the boundary of follow-the-money, Cyclos or MicroVelocityAnalyzer is earned and redeemed, unless the
//! [`Boundary`](crate::evaluation::observed::Boundary) says that it is bought and exchanged.
//!
//! # Who has less than nothing
//!
//! Nobody. An account that pays more than it holds first gets the rest from an
//! [unexplained](crate::evaluation::PartyKind::Unexplained) source. That keeps every figure defined, and
//! [`Flows`](crate::evaluation::figures::Flows) shows how much of the supply is unexplained. A list that begins
//! halfway, mutual credit and a row that is missing all look like this, and the list does not say which it is. Whoever
//! knows that it is mutual credit reads it with [`Beyond::Credit`](crate::evaluation::observed::Beyond::Credit): the rest
//! is then drawn, and repaid from what the account gets next, as in a ledger.
//!
//! Where a list states balances, what an account held before its first row is an
//! [`OpeningBalance`](crate::evaluation::observed::OpeningBalance) on the first day instead, and a balance that differs later is told
//! on the row where it first does.
//!
//! # Days and order
//!
//! A movement has a civil day: the day as written. No time zone is applied, and the
//! marks of zones that stand behind times are told; with more than one of them the order is doubtful and the list not
//! sound. Rows are ordered by day and time; rows at one moment keep the order of the file, and are counted as
//! [`ties`](crate::evaluation::observed::Health::ties), since the order decides who holds what in between. A
//! block is no day: the caller says which day block 0 was, and how many blocks a day has.
//!
//! # Figures in the file
//!
//! Digits with a point between them, exactly. `1e3`, `12,50`, `NaN`, `-5` and more than six decimals make a bad
//! row. The scale is what the caller says, or the least that every figure of the list fits in. A day book also
//! takes a comma, as in a ledger.
//!
//! # What is not there
//!
//! A list has no lots, so that what needs them says so: age at redemption
//! [as booked](crate::evaluation::TracingRule::AsBooked) is undefined with
//! [`NoLots`](crate::evaluation::Undefined::NoLots). The other rules follow units through any list:
//!
//! ```
//! use muntwerk::calendar::Day;
//! use muntwerk::evaluation::figures::{Indicator, RedemptionAge};
//! use muntwerk::evaluation::observed::{Attributes, Observed, ObservedRow, Reading};
//! use muntwerk::evaluation::{Kind, Population, TracingRule, Undefined};
//!
//! let row = |day, from: &str, to: &str, amount, kind| ObservedRow {
//!     id: None, day, time: 0, from: from.into(), to: to.into(), amount, kind: Some(kind),
//!     role: None, contact_point: None, on_behalf: false, partner: None,
//! };
//! let (first, last) = (Day::new(2025, 1, 1)?, Day::new(2025, 1, 31)?);
//! let rows = [
//!     row(first, "town", "ann", 10, Kind::Earn),
//!     row(last, "ann", "shop", 10, Kind::Redeem),
//! ];
//! let list = Observed::of_rows(rows, Attributes::new(), &Reading::default())?;
//! assert!(list.health.is_sound());
//!
//! let window = list.movements.window()?.expect("two rows");
//! let age = |rule| RedemptionAge { window, rule, population: Population::Participants }.figure(&list.movements);
//! assert_eq!(age(TracingRule::AsBooked)?.undefined, Some(Undefined::NoLots));
//! let age = age(TracingRule::Fifo)?.value.expect("something was redeemed");
//! assert_eq!((age.mean_days.num(), age.mean_days.den()), (30, 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Attributes
//!
//! Which area or group an account belongs to is not in the books. It comes with the list (users of the UK Data
//! Service, fields of Cyclos), or from the host, as account, name, value; values are as written, whatever their
//! spelling. Names of people are not taken over.
