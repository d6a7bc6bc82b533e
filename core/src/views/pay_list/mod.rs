//! [`PayList`]: the claims that are approved and not paid yet, and how a bank is told to pay them.
//!
//! The books know partners by their ids. Names and bank accounts come from a table of the host, here and
//! nowhere else.

mod iban;
mod pain_001;
mod payees;
mod sepa_text;

pub use iban::{Iban, IbanError};
pub use pain_001::Payer;
pub use payees::{Payee, PayeeError, Payees};

use crate::books::ClaimState;
use crate::calendar::Day;
use crate::design::euro_scale;
use crate::id::{Id, OrderId};
use crate::ledger::Ledger;
use crate::money::Amount;

/// The claims that are approved and not paid yet.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PayList {
    /// The ledger's day.
    pub day: Day,
    /// The claims, those to be paid soonest first, then by partner and invoice.
    pub lines: Vec<PayLine>,
}

/// One claim to pay.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[non_exhaustive]
pub struct PayLine {
    /// The last day to pay it; those without one come last.
    pub pay_by: Option<Day>,
    /// Whom.
    pub partner: Id,
    /// The partner's invoice number.
    pub invoice: Id,
    /// The order that filed the claim.
    pub claim: OrderId,
    /// How much, in cents.
    pub cents: Amount,
}

/// Why a pay list cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum PayListError {
    /// The host's table has nobody for a partner.
    #[error("the table of payees has no line for the partner {0}")]
    PayeeMissing(Id),
    /// The name of whoever pays is empty.
    #[error("the name of whoever pays is empty")]
    PayerName,
    /// There is nothing to pay, and a bank takes no empty file.
    #[error("there is nothing to pay")]
    Empty,
    /// The sum does not fit.
    #[error("the sum of the pay list is larger than the books can carry")]
    Overflow,
}

impl PayList {
    /// What is to be paid now.
    pub fn of(ledger: &Ledger) -> Self {
        let approved = ledger.state().settlements().claims().filter_map(|claim| match claim.state {
            ClaimState::Approved { pay, .. } => Some(PayLine {
                pay_by: claim.pay_by,
                partner: claim.partner,
                invoice: claim.invoice,
                claim: claim.id,
                cents: pay,
            }),
            _ => None,
        });
        let mut lines: Vec<PayLine> = approved.collect();
        lines.sort_by_key(|line| (line.pay_by.is_none(), line.pay_by, line.partner, line.invoice));
        Self { day: ledger.day(), lines }
    }

    /// The sum, in cents.
    ///
    /// # Errors
    /// [`PayListError::Overflow`].
    pub fn total(&self) -> Result<Amount, PayListError> {
        let mut cents = self.lines.iter().map(|line| line.cents);
        cents.try_fold(Amount::ZERO, Amount::checked_add).ok_or(PayListError::Overflow)
    }

    /// As CSV, with `;` between and a header: partner, name, IBAN, euro with a point, invoice, claim, last
    /// day to pay.
    ///
    /// # Errors
    /// [`PayListError::PayeeMissing`].
    pub fn csv(&self, payees: &Payees) -> Result<String, PayListError> {
        let mut csv = String::from("partner;name;iban;euro;invoice;claim;pay_by\n");
        for line in &self.lines {
            let payee = payees.of(line.partner)?;
            let pay_by = line.pay_by.map_or_else(String::new, |day| day.to_string());
            let euro = line.cents.text(euro_scale());
            let (name, iban) = (payees::quoted(&payee.name), &payee.iban);
            csv.push_str(&format!(
                "{};{name};{iban};{euro};{};{};{pay_by}\n",
                line.partner, line.invoice, line.claim
            ));
        }
        Ok(csv)
    }
}
