//! Previews: what an order will come to.

use muntwerk::calendar::Day;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id};
use muntwerk::money::{Amount, Balance};
use muntwerk::wallet as core;

use super::Wallet;
use crate::answer::Refusal;
use crate::error::MuntwerkError;
use crate::mirror::{FromCore, IntoCore, each};
use crate::types::{Flag, Order, WaitsFor};

/// What an order will come to, if it is decided on this day and nothing happened on the account since.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Preview {
    /// The day for which it holds.
    pub day: Day,
    /// The record of the journal up to which the wallet knows the account.
    pub record: u64,
    /// What it will come to.
    pub expected: Expected,
    /// What was taken for granted, since only the server knows it.
    pub assumed: Vec<Assumed>,
}

/// What an order will come to.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Expected {
    /// It is booked, with this effect on the account.
    Booked {
        /// What it does to the account.
        effect: Effect,
    },
    /// It waits for somebody else.
    Waits {
        /// Whom it waits for.
        waits_for: WaitsFor,
        /// The last day on which it can be completed.
        until: Day,
    },
    /// It is refused.
    Refused {
        /// Why, with a sentence to show.
        refusal: Refusal,
    },
    /// Only the server can decide it.
    OnlyServer,
}

/// What a booked order does to the account. In minor units.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Effect {
    /// What comes to the account, or goes if below zero.
    pub amount: Balance,
    /// Its balance after it.
    pub balance: Balance,
    /// What is added to its debt, repaid if below zero.
    pub drawn: Balance,
    /// What is set aside by it for a reservation.
    pub set_aside: Amount,
    /// What is paid in euro beside it, in cents.
    pub euro: Amount,
    /// The pieces that come or go.
    pub lots: Vec<UnitMove>,
    /// What a reviewer will look at.
    pub flags: Vec<Flag>,
}

/// Units of one lot that come or go.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct UnitMove {
    /// The lot's number in the journal; nothing for a lot that is made by the order.
    pub lot: Option<u32>,
    /// What comes, or goes if below zero. In minor units.
    pub amount: Balance,
    /// The lot's last day, if it has one.
    pub ends_on: Option<Day>,
}

/// What a preview took for granted.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum Assumed {
    /// The other account is there and may receive this.
    OtherAccount {
        /// Which account.
        account: Id,
    },
    /// The partner has a piece of the offer.
    InStock {
        /// The partner.
        partner: Id,
        /// The line of the redemption catalogue.
        reward: Code,
    },
    /// The person took no more of the offer by other accounts that they hold.
    NotTakenElsewhere {
        /// The line of the redemption catalogue.
        reward: Code,
    },
}

#[uniffi::export]
impl Wallet {
    /// What an order will come to on a civil day, after the orders in the outbox. Nothing is kept. Of the order's
    /// booking day nothing is taken: it is that day.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the account is there, or if the day is out of reach.
    pub fn preview(&self, order: Order, today: Day) -> Result<Preview, MuntwerkError> {
        let order = order.into_core()?;
        let wallet = self.lock()?;
        let preview = wallet.preview(&order, today)?;
        let expected = Expected::of(&preview.expected, wallet.design()?);
        Ok(Preview { day: preview.day, record: preview.record, expected, assumed: each(&preview.assumed) })
    }
}

impl Expected {
    fn of(expected: &core::Expected, design: &Design) -> Self {
        match expected {
            core::Expected::Booked(effect) => Self::Booked { effect: Effect::from_core(effect) },
            core::Expected::Waits { waits_for, until } => {
                Self::Waits { waits_for: WaitsFor::from_core(waits_for), until: *until }
            }
            core::Expected::Refused(refusal) => Self::Refused { refusal: Refusal::decided(refusal, design) },
            core::Expected::OnlyServer => Self::OnlyServer,
        }
    }
}

impl FromCore<core::Effect> for Effect {
    fn from_core(core: &core::Effect) -> Self {
        Self {
            amount: core.amount,
            balance: core.balance,
            drawn: core.drawn,
            set_aside: core.set_aside,
            euro: core.euro,
            lots: each(&core.lots),
            flags: each(&core.flags),
        }
    }
}

impl FromCore<core::UnitMove> for UnitMove {
    fn from_core(core: &core::UnitMove) -> Self {
        Self { lot: Option::from_core(&core.lot), amount: core.amount, ends_on: core.ends_on }
    }
}

impl FromCore<core::Assumed> for Assumed {
    fn from_core(core: &core::Assumed) -> Self {
        match *core {
            core::Assumed::OtherAccount(account) => Self::OtherAccount { account },
            core::Assumed::InStock { partner, reward } => Self::InStock { partner, reward },
            core::Assumed::NotTakenElsewhere { reward } => Self::NotTakenElsewhere { reward },
        }
    }
}
