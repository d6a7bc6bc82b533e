//! How far an account may go, and how much can be earned.
//!
//! Two things bound what happens. `[limits]` bounds a *balance*: how low it may go by paying, how high it may
//! grow. `[[cap]]` bounds what is *earned* in a period. A partner's contract may bound what it issues, too.
//!
//! # Floor and ceiling
//!
//! Without `[limits]` nobody goes below zero, and a balance grows as high as it goes. With mutual credit the
//! floor says how far somebody may pay beyond what they hold. Giving and redeeming are from what is held,
//! wherever the floor lies; what a reversal leaves as debt is not stopped by it. A floor and a ceiling are
//! written in the same way:
//!
//! | key | what |
//! |---|---|
//! | `at` | the figure: zero or below for a floor, above zero for a ceiling |
//! | `inclusive` | whether an account may stand exactly there (it may, unless `false`) |
//! | `over = "refuse"` | hard: an act that goes past it is refused |
//! | `over = "flag"` | soft: it is booked, with the flag `over_floor` or `over_ceiling` for whoever reviews |
//! | `over = "one_way"` | one act may pass it, and is flagged; from there the account only goes the other way |
//! | `tested = "after"` | what is compared is the balance the act would leave |
//! | `tested = "before"` | what is compared is the balance the act finds: whoever is there already must first earn (at a floor, a *debt stop*) or spend (at a ceiling); the act itself may pass it |
//!
//! What brings an account back towards its limit is always possible (R16): a debtor can be paid, and whoever
//! has too much can spend.
//!
//! # Whose figure counts
//!
//! How a limit is tested is the same for everybody. The *figure* can be another one; of these the first that
//! is there counts:
//!
//! 1. an exception for some time ([`GrantException`](crate::orders::GrantException)): illness, a big deal. It
//!    always has a last day, and the books keep who asked for it and who approved it;
//! 2. the account's own limit ([`SetLimits`](crate::orders::SetLimits));
//! 3. the first months of the account (`[limits.starter]`);
//! 4. the group that the account was put in (`[[limits.group]]`);
//! 5. the limit for everybody.
//!
//! Nobody sets limits of an account they gain by. Below, LETS Brussel, which starts at -750 and goes down to
//! -1500 after the first year:
//!
//! ```
//! use muntwerk::books::{LimitSource, LimitsInForce};
//! use muntwerk::calendar::Day;
//! use muntwerk::design::Design;
//!
//! let design = Design::parse(include_str!("../../designs/lets-brussel.toml"))?;
//! let opened = Day::new(2025, 1, 15)?;
//! let on = |day| LimitsInForce::on(day, design.limits(), opened, None);
//!
//! let last = Day::new(2026, 1, 14)?;
//! let floor = on(last).floor;
//! assert_eq!((floor.bound.at.minor(), floor.source), (-750, LimitSource::Starter(last)));
//!
//! let after = on(Day::new(2026, 1, 15)?);
//! assert_eq!((after.floor.bound.at.minor(), after.floor.source), (-1500, LimitSource::System));
//! assert_eq!(after.ceiling.map(|ceiling| ceiling.bound.highest().minor()), Some(3000));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Caps on what is earned
//!
//! A [`Cap`](crate::design::Cap) adds up over one of four (`over`) in a day, week, month, year or a
//! lifetime (`per`):
//!
//! | `over` | who is added up |
//! |---|---|
//! | `person` | whoever earned, over all their accounts and all partners. On an account of several the award names the `earner`; without one it is refused |
//! | `household` | whoever shares a household's account; somebody without one by themselves |
//! | `partner` | what one partner rewards, whoever earns |
//! | `currency` | everybody together: the currency's budget |
//!
//! It allows so many `units`, so many `times` (acts), or so many euro: `[[cap.euro]]` lists the maxima that
//! the law sets, each from a day on, as for volunteers. What was earned is then compared at the value that
//! units had when they were earned, exactly. On a day for which the list knows no maximum nothing can be
//! earned. The period, the cap and the maximum are those of the day of the *activity*, so an award booked in
//! January for December counts in December.
//!
//! What does not fit is decided by `on_cap`: `refuse` it; credit the part that fits (`partial`); or credit the
//! part and, if nothing fits, record the effort without units (`record_only`). Less than was earned is
//! flagged `capped`. Of several caps the one that leaves least decides. A reversal gives the room back.
//!
//! # What a partner may issue
//!
//! A contract can name a budget: so many units in a month, a year or over the contract. It goes to the last unit
//! and no further, and a reversal gives back. What is left of it, beside the currency's own budget, stands
//! on the one page ([`Overview`](crate::views::Overview), [`Budgets`](crate::views::Budgets)).
//!
//! # Why not more
//!
//! A refusal names the limit, what is left and what was asked. Whoever wants to know before asking has
//! [`WhyLimit`](crate::views::WhyLimit), with the room for paying, giving and receiving and what says so, and
//! [`WhyCap`](crate::views::WhyCap). Both answer with what the rules themselves ask.
//!
//! ```
//! use muntwerk::books::Flag;
//! use muntwerk::calendar::Day;
//! use muntwerk::dense::Secret;
//! use muntwerk::design::Design;
//! use muntwerk::id::Id;
//! use muntwerk::ledger::Ledger;
//! use muntwerk::orders::{Lang, Order, Words};
//! use muntwerk::views::WhyLimit;
//!
//! let caps = r#"
//! [[cap]]
//! code = "vrijwilliger"
//! over = "person"
//! per = "day"
//! on_cap = "partial"
//! [[cap.euro]]
//! from = 2025-01-01
//! at_most = "42.31"
//! "#;
//! let design = Design::parse(&format!("{}{caps}", include_str!("../../designs/rabot-example.toml")))?;
//! let mut ledger = Ledger::open(Id::parse("rabot-1")?, design, Day::new(2025, 1, 2)?, Secret::new([7; 16]))?;
//! let asks = [
//!     ("s-001", "steering_group", r#"{"approve_partner": {"partner": "p-01", "roles": ["issuing"]}}"#),
//!     ("s-010", "project_manager", r#"{"open_account": {"account": "m-1", "kind": "person", "holders": ["m-1"]}}"#),
//!     // Twenty hours at 25 an hour would be 500. 42.31 euro are 423 of them, at ten to the euro.
//!     ("s-050", "issuing_partner", r#"{"award": {"partner": "p-01", "to": "m-1", "activity": "buurtwerk", "measured": 1200}}"#),
//! ];
//! for (at, (actor, role, ask)) in asks.iter().enumerate() {
//!     let order: Order = serde_json::from_str(&format!(
//!         r#"{{"id": "{at:032x}", "actor": "{actor}", "role": "{role}", "instant": 0,
//!             "booking_day": "2025-01-02", "value_day": "2025-01-02", "ask": {ask}}}"#
//!     ))?;
//!     let preview = ledger.decide(&order)?;
//!     assert_eq!(preview.flags.contains(&Flag::Capped), *role == "issuing_partner");
//!     ledger.execute(&order)?;
//! }
//!
//! let why = WhyLimit::of(&ledger, &Id::parse("m-1")?).ok_or("no such account")?;
//! let words = Words::of(ledger.design().unit(), Lang::En);
//! assert_eq!(
//!     why.caps[0].sentence(Lang::En, &words),
//!     "Cap vrijwilliger: of 423 rabotters (42.31 euro), m-1 has earned 423; 0 more is possible until 2 January 2025."
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where to look
//!
//! | what | where |
//! |---|---|
//! | what a design can say | `design/limits.rs`, `design/caps.rs`, `people/contract.rs` |
//! | whose figure counts on a day | `books/limits.rs` |
//! | paying and receiving | `rules/standing.rs` |
//! | caps and budgets | `rules/earning/caps.rs`, `rules/earning/budget.rs`, `books/cap_use.rs`, `books/budget_use.rs` |
//! | setting limits | `rules/membership/set_limits.rs`, `rules/membership/grant_exception.rs` |
//! | why-questions | `views/explain/limit.rs`, `views/explain/cap.rs`, `views/budgets.rs` |
