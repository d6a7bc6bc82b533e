//! The indicators, one file each.
//!
//! To add one: write its file, with the definition and where it comes from in the doc comment, and add it to the
//! list below.

mod active;
mod counted;
mod holding;
mod holding_spread;
mod indicator;
mod inequality;
mod list;
mod mediated;
mod monthly_flows;
mod outstanding;
mod partners;
mod redemption_age;
mod redemption_matrix;
mod transactions;
mod unit_time;
mod velocity;

pub use active::{Active, ActiveMembers, CountIn};
pub use holding::{Holding, HoldingTime};
pub use holding_spread::{Held, HoldingSpread, HoldingTimes};
pub use indicator::{About, Indicator};
pub use inequality::{Inequality, Unequal};
pub use mediated::{Mediated, MediatedShare, MediatedShares};
pub use monthly_flows::{Flow, Flows};
pub use outstanding::{IssuedIn, Outstanding};
pub use partners::Partners;
pub use redemption_age::{Age, RedemptionAge};
pub use redemption_matrix::{Cell, RedemptionMatrix};
pub use transactions::{Transacted, Transactions};
pub use unit_time::{UnitTime, UnitTimes};
pub use velocity::{Per, Supply, Turns, Velocity};

list::indicators! {
    Flows,
    Active,
    Transactions,
    Velocity,
    Holding,
    HoldingSpread,
    UnitTime,
    Outstanding,
    RedemptionAge,
    RedemptionMatrix,
    Inequality,
    Partners,
    Mediated,
}
