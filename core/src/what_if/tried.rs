//! [`Tried`]: an order, what it came to, and what it would have come to.

use super::CameTo;
use super::{asked, named::named};
use crate::books::Entry;
use crate::calendar::Day;
use crate::id::{Id, OrderId};
use crate::money::Balance;
use crate::orders::{Order, Refusal};

/// What an order came to in a ledger.
pub(super) enum Answered<'a> {
    Booked(&'a Entry),
    Refused(&'a Refusal),
}

/// An order in both ledgers.
pub(super) struct Tried<'a> {
    /// Its record in the ledger that is.
    pub(super) number: u64,
    /// The day on which it was booked or refused, in both.
    pub(super) day: Day,
    pub(super) order: &'a Order,
    pub(super) was: Answered<'a>,
    pub(super) is: Answered<'a>,
}

impl Answered<'_> {
    pub(super) fn came_to(&self, order: &Order) -> CameTo {
        match self {
            Self::Booked(entry) => CameTo::of(order, entry),
            Self::Refused(refusal) => CameTo::Refused(refusal.code),
        }
    }

    /// Minor units that it moved from one account to another, if it moved any.
    fn moved(&self) -> Option<i128> {
        let Self::Booked(entry) = self else { return None };
        let came = entry.legs.iter().filter(|leg| !leg.amount.is_negative());
        let moved = came.map(|leg| i128::from(leg.amount.minor())).fold(0, i128::saturating_add);
        (moved > 0).then_some(moved)
    }

    /// What was asked, by the figures of a refusal.
    fn asked(&self) -> Option<i128> {
        match self {
            Self::Booked(_) => None,
            Self::Refused(refusal) => refusal.figures.asked.map(|asked| asked.minor().into()),
        }
    }

    fn legs(&self) -> impl Iterator<Item = (Id, Balance)> {
        let legs = match self {
            Self::Booked(entry) => entry.legs.as_slice(),
            Self::Refused(_) => &[],
        };
        legs.iter().map(|leg| (leg.account.id(), leg.amount))
    }
}

impl Tried<'_> {
    /// How many minor units the order is about: what it moved where it was booked, or else what it asked,
    /// where that is said.
    pub(super) fn units(&self) -> Option<i128> {
        let moved = self.was.moved().or_else(|| self.is.moved());
        let said = || asked::units(&self.order.ask).map(|units| units.minor().into());
        moved.or_else(said).or_else(|| self.was.asked()).or_else(|| self.is.asked())
    }

    /// Whether both moved the same units between the same accounts.
    pub(super) fn moves_alike(&self) -> bool {
        self.was.legs().eq(self.is.legs())
    }

    /// The earlier order that it is about.
    pub(super) fn named(&self) -> Option<OrderId> {
        named(&self.order.ask)
    }
}
