//! Who may do what: actions, grants, roles held, mandates, partners, and everyone the ledger knows.

mod account_state;
mod action;
mod action_set;
mod appointment;
mod contract;
mod euro_payee;
mod fact;
mod grant;
mod mandate;
mod partner;
mod registry;
mod settlement_terms;

pub use account_state::{AccountKind, AccountState};
pub use action::{Action, ActionError};
pub use action_set::ActionSet;
pub use appointment::Appointment;
pub use contract::{Budget, BudgetPeriod, Contract};
pub use euro_payee::EuroPayee;
pub use fact::Fact;
pub use grant::{Grant, GrantError, Mode};
pub use mandate::Mandate;
pub use partner::{Partner, PartnerRole};
pub use registry::{People, PeopleChange, Person};
pub use settlement_terms::{EuroBudget, SettlementTerms, Share, ShareError};
