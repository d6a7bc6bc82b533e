//! The design file: what the steering group decides, one file per building block.
//!
//! A currency is data. [`Design::parse`] reads a TOML text, refuses one that contradicts itself with
//! every place and reason, and gives the checked blocks that the rules read.

mod activities;
mod amend;
mod caps;
mod circulation;
mod contact_points;
mod currency;
mod days;
mod document;
mod earning;
mod exchange_back;
mod expiry;
mod facts;
mod file;
mod hours;
mod inactivity;
mod issuers;
mod leaving;
mod limits;
mod load;
mod lots;
mod office_holders;
mod paper;
mod permissions;
mod pot;
mod problem;
mod reader;
mod redemption;
mod requirement;
mod resolved;
mod reversal;
mod scalars;
#[cfg(feature = "schema")]
mod schema;
mod settlement;
mod spanned;
mod spending;
mod unit;
mod versions;
mod welcome;

pub use activities::Activities;
pub use amend::{Existing, NeedsConversion, UnitsOut};
pub use caps::{Cap, CapMost, CapOver, Caps, LegalMaximum, OnCap};
pub use circulation::Circulation;
pub use contact_points::{ContactPoint, ContactPoints, Function};
pub use currency::{Currency, Names};
pub use days::Days;
pub use earning::{Earning, EarningAction, Tariff};
pub use exchange_back::{Exceptional, ExchangeBack};
pub use expiry::{Destination, Expiry, ExpiryRule, LateAward, NoticePolicy, OnTransfer, Suffices};
pub use facts::{FactKind, FactKinds};
pub use file::Design;
pub use hours::{OpenSpan, OpeningHours, Weekday};
pub use inactivity::Inactivity;
pub use issuers::{Issuer, Issuers};
pub use leaving::{BalanceTo, DeathTo, DebtTo, Leaving};
pub(crate) use limits::Verdict;
pub use limits::{Bound, LimitGroup, Limits, Over, Starter, Tested};
pub use lots::{Grain, LotPolicy, SpendOrder};
pub use office_holders::OfficeHolder;
pub use paper::{ChangePolicy, OpenOffices, Paper, Series, Stamps};
pub use permissions::{Permissions, Role, RoleIx, RoleScope};
pub use pot::Pot;
pub use problem::{DesignError, Problem};
pub use redemption::{
    Availability, Hold, Mixed, NoShow, NoShowLimit, Offer, PerPerson, Price, Redemption, Season, Stock,
    WaitingList,
};
pub use requirement::{Requirement, WhenMissing};
pub use reversal::{ReversalPolicy, WhenLapsed, WhenSpent};
pub use settlement::{RateFrom, Settlement, SettlementBudget};
pub use spending::{ServiceError, ServiceStep, Spending};
pub use unit::{StandsFor, Unit, UnitKind, UnitName, UnitNames, UnitValue, ValueFrom, euro_scale};

pub use versions::{Designs, Version};
pub use welcome::{PaidBy, WelcomeGift, WelcomeGifts};

#[cfg(test)]
mod tests;
