//! Read-only answers: statement, trial balance, what ends when, why a figure or a date is what it is,
//! what partners issued and took in and may still issue, what a redemption came to, what was refused,
//! an office's day, where notes are.
//!
//! A view is plain data in minor units, taken from a [`Ledger`](crate::ledger::Ledger) that it does not
//! change. Its `text` prints an aligned table, with figures and days as people write them in one of
//! three languages. Who may see an account is for [`Ledger::may_see`](crate::ledger::Ledger::may_see)
//! to say; the views do not ask.
//!
//! ```
//! use muntwerk::calendar::Day;
//! use muntwerk::dense::Secret;
//! use muntwerk::design::Design;
//! use muntwerk::id::Id;
//! use muntwerk::ledger::Ledger;
//! use muntwerk::orders::{Lang, Order, Words};
//! use muntwerk::views::{Statement, TrialBalance};
//!
//! let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
//! let first = Day::new(2025, 1, 1)?;
//! let mut ledger = Ledger::open(Id::parse("rabot-1")?, design, first, Secret::new([7; 16]))?;
//! let asks = [
//!     ("s-001", "steering_group", r#"{"approve_partner": {"partner": "p-01", "roles": ["issuing"]}}"#),
//!     ("s-010", "project_manager", r#"{"open_account": {"account": "m-1", "kind": "person", "holders": ["m-1"]}}"#),
//!     ("s-050", "issuing_partner", r#"{"award": {"partner": "p-01", "to": "m-1", "activity": "bloembak", "measured": 3}}"#),
//! ];
//! for (at, (actor, role, ask)) in asks.iter().enumerate() {
//!     let order: Order = serde_json::from_str(&format!(
//!         r#"{{"id": "{at:032x}", "actor": "{actor}", "role": "{role}", "instant": 0,
//!             "booking_day": "2025-01-01", "value_day": "2025-01-01", "ask": {ask}}}"#
//!     ))?;
//!     ledger.execute(&order)?;
//! }
//!
//! let words = Words::of(ledger.design().unit(), Lang::En);
//! let statement = Statement::of(&ledger, &Id::parse("m-1")?, first, first).unwrap();
//! assert_eq!(statement.closing.minor(), 30);
//! assert_eq!(statement.held[0].ends_on, Some(Day::new(2026, 1, 31)?));
//! assert!(statement.text(Lang::En, &words).contains("30 to 31 January 2026"));
//! assert_eq!(TrialBalance::of(&ledger).sum, 0);
//! assert!(ledger.may_see(&Id::parse("m-1")?, &Id::parse("m-1")?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod allowances;
mod budgets;
mod consignments;
mod ending;
mod euro;
mod explain;
mod held;
mod labels;
mod may_see;
mod office_sheet;
mod overview;
mod partner_totals;
mod pay_list;
mod plain_text;
mod quiet;
mod ran_out;
mod redemption_slip;
mod refusals;
mod reserve;
mod reserved;
#[cfg(test)]
pub(crate) mod scenario;
mod series_report;
mod settlement_list;
mod statement;
mod table;
mod to_do;
mod trial_balance;
mod waits;
pub(crate) mod walk;
mod walk_back;

pub use allowances::{AllowanceLine, AllowanceTotal, Allowances, Earner};
pub use budgets::{Budgets, PartnerBudget};
pub use consignments::Consignments;
pub use ending::{Ending, EndingLine};
pub use euro::{EuroTotal, EuroUnits};
pub use explain::{BalancePart, DateSetBy, Later, LimitedBy, Room, WhyBalance, WhyCap, WhyDate, WhyLimit};
pub use held::{HeldLot, Lapses, NoticeStanding};
pub use office_sheet::{DrawerLine, OfficeSheet, SheetOperation};
pub use overview::{EndingOn, KindFlow, Overview};
pub use partner_totals::{PartnerBook, PartnerLine, PartnerTotals};
pub use pay_list::{Iban, IbanError, PayLine, PayList, PayListError, Payee, PayeeError, Payees, Payer};
pub use plain_text::{Beancount, Hledger};
pub use quiet::{Quiet, QuietLine};
pub use redemption_slip::{RedemptionSlip, SlipOf};
pub use refusals::{RefusalCount, Refusals};
pub use reserve::{Cover, Reserve, ReserveAgainst};
pub use reserved::Reserved;
pub use series_report::{SeriesLine, SeriesReport};
pub use settlement_list::{EuroLiability, SettlementLine, SettlementList};
pub use statement::{LotMove, Statement, StatementLine};
pub use to_do::{Task, ToDo};
pub use trial_balance::{KindTotal, TrialBalance, TrialRow};
pub use waits::{WaitingLines, Waits};
