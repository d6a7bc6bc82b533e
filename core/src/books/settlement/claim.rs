//! [`Claim`]: what a partner asks to be paid for, under an invoice number.

use serde::{Deserialize, Serialize};

use super::{Acceptance, ClaimLine};
use crate::calendar::Day;
use crate::id::{Code, Id, OrderId};
use crate::money::{Amount, Rounding};
use crate::sparse::sparse;

/// One acceptance in a claim.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claimed {
    /// The order that booked the acceptance.
    pub order: OrderId,
    /// The day of the activity.
    pub value_day: Day,
    /// How many minor units, less what was turned down or clawed back.
    pub units: Amount,
    /// The line it is in, from zero.
    pub line: u32,
    /// The series, if they came in as notes.
    #[serde(default)]
    pub series: Option<Code>,
}
sparse!(Claimed { order, value_day, units, line | series });

/// How a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum ClaimState {
    /// It waits to be approved.
    Filed,
    /// It was turned down as a whole; its acceptances are open again.
    Rejected {
        /// The day.
        on: Day,
    },
    /// It stands on the pay list.
    Approved {
        /// The day.
        on: Day,
        /// The cents that are paid.
        pay: Amount,
        /// The cents that were set off against what the partner owed back.
        #[serde(default)]
        set_off: Amount,
    },
    /// It was paid.
    Paid {
        /// The day of approval.
        approved_on: Day,
        /// The day of payment.
        on: Day,
        /// The cents that were paid.
        pay: Amount,
        /// The cents that were set off.
        #[serde(default)]
        set_off: Amount,
    },
}

impl ClaimState {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Filed => "filed",
            Self::Rejected { .. } => "rejected",
            Self::Approved { .. } => "approved",
            Self::Paid { .. } => "paid",
        }
    }

    /// The cents that are owed now.
    pub fn owed(self) -> Amount {
        match self {
            Self::Approved { pay, .. } => pay,
            Self::Filed | Self::Rejected { .. } | Self::Paid { .. } => Amount::ZERO,
        }
    }
}

/// What a partner asks to be paid for. It is known by the id of the order that filed it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The order that filed it.
    pub id: OrderId,
    /// Who is to be paid.
    pub partner: Id,
    /// The partner's invoice number: once per partner.
    pub invoice: Id,
    /// Who filed it; they cannot approve it.
    pub filed_by: Id,
    /// The day it was filed.
    pub filed_on: Day,
    /// The last day of activity that it covers.
    pub through: Day,
    /// Which way fractions of a cent went.
    pub rounding: Rounding,
    /// What it comes to, by rate and fee.
    pub lines: Vec<ClaimLine>,
    /// What it is for. Once it is paid, those whose orders can no longer be taken back are forgotten.
    pub acceptances: Vec<Claimed>,
    /// How it stands.
    pub state: ClaimState,
    /// The last day on which it is to be paid, if that was promised.
    #[serde(default)]
    pub pay_by: Option<Day>,
}
sparse!(Claim {
    id, partner, invoice, filed_by, filed_on, through, rounding, lines, acceptances, state | pay_by
});

impl Claim {
    /// The minor units that are not turned down.
    pub fn units(&self) -> Amount {
        self.sum(|line| line.units)
    }

    /// What they are worth, in cents.
    pub fn gross(&self) -> Amount {
        self.sum(|line| line.gross)
    }

    /// What is paid of it before anything is set off, in cents.
    pub fn net(&self) -> Amount {
        self.sum(|line| line.net)
    }

    /// What a beneficiary gets of it, in cents.
    pub fn given(&self) -> Amount {
        self.sum(|line| line.given_cents)
    }

    /// The minor units that were turned down.
    pub fn rejected(&self) -> Amount {
        self.sum(|line| line.rejected)
    }

    /// The cents the partner owes back for what was clawed back.
    pub fn clawed_cents(&self) -> Amount {
        self.sum(|line| line.clawed_cents)
    }

    /// Filing checked the sums, and so did whoever read it from a journal.
    fn sum(&self, figure: impl Fn(&ClaimLine) -> Amount) -> Amount {
        let figures = self.lines.iter().map(figure);
        figures.fold(Amount::ZERO, |sum, figure| sum.checked_add(figure).unwrap_or(Amount::MAX))
    }

    /// Whether every sum fits.
    pub(crate) fn is_in_range(&self) -> bool {
        let fits = |figure: fn(&ClaimLine) -> Amount| {
            let mut figures = self.lines.iter().map(figure);
            figures.try_fold(Amount::ZERO, Amount::checked_add).is_some()
        };
        fits(|line| line.units) && fits(|line| line.gross)
    }

    /// The acceptance of an order.
    pub fn acceptance(&self, order: OrderId) -> Option<&Claimed> {
        self.acceptances.iter().find(|claimed| claimed.order == order)
    }

    /// A line by number.
    pub fn line(&self, number: u32) -> Option<&ClaimLine> {
        self.lines.get(usize::try_from(number).ok()?)
    }

    /// What it was made of, less what was turned down.
    pub(super) fn opened_again(&self) -> impl Iterator<Item = Acceptance> {
        self.acceptances.iter().filter(|claimed| !claimed.units.is_zero()).filter_map(|claimed| {
            let line = self.line(claimed.line)?;
            Some(Acceptance {
                order: claimed.order,
                partner: self.partner,
                value_day: claimed.value_day,
                units: claimed.units,
                rate: line.rate,
                fee: line.fee,
                given: line.given,
                series: claimed.series,
            })
        })
    }
}
