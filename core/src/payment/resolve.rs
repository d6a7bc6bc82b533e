//! What a request asks under the design of its ledger, and the order's ask that pays it.

use crate::design::Design;
use crate::id::Id;
use crate::money::Amount;
use crate::orders::{Pay, Transfer};

use super::{Part, PaymentRequest, PaymentRequestError, Reason};

/// A request under the design of the ledger it is for: its amount is minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedRequest {
    request: PaymentRequest,
    amount: Option<Amount>,
}

impl PaymentRequest {
    /// What it asks in the ledger with this id and design.
    ///
    /// # Errors
    /// [`Reason::OtherLedger`] or [`Reason::OtherUnit`] if it is for another currency; [`Reason::Money`] if the
    /// figure has more decimals than the unit, or is more than [`Amount::MAX`] minor units.
    ///
    /// ```
    /// use muntwerk::design::Design;
    /// use muntwerk::id::Id;
    /// use muntwerk::money::Amount;
    /// use muntwerk::payment::{PaymentRequest, checksum};
    ///
    /// let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
    /// let ledger = Id::parse("rabot-1")?;
    /// let resolve = |figure: &str| {
    ///     let text = format!("payto://muntwerk/rabot-1/m-0041?v=1&amount=RABOTEXAMPL:{figure}");
    ///     PaymentRequest::parse(&format!("{text}&sum={}", checksum(&text)))?.resolve(&ledger, &design)
    /// };
    /// assert_eq!(resolve("25.00")?.amount(), Amount::from_minor(25).ok());
    /// assert_eq!(resolve("9007199254740991")?.amount(), Some(Amount::MAX));
    /// assert_eq!(resolve("9007199254740992").unwrap_err().code(), "too_large");
    /// assert_eq!(resolve("0.5").unwrap_err().code(), "too_fine");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn resolve(&self, ledger: &Id, design: &Design) -> Result<ResolvedRequest, PaymentRequestError> {
        let asked = self.ledger();
        if asked != *ledger {
            return Err(Reason::OtherLedger { asked, here: *ledger }.about(Part::Ledger));
        }
        let amount = self.amount().map(|amount| amount.under(design)).transpose();
        let amount = amount.map_err(|reason| reason.about(Part::Amount))?;
        Ok(ResolvedRequest { request: self.clone(), amount })
    }
}

impl ResolvedRequest {
    /// The request.
    pub fn request(&self) -> &PaymentRequest {
        &self.request
    }

    /// How much is asked; `None` if the payer says.
    pub fn amount(&self) -> Option<Amount> {
        self.amount
    }

    /// The ask that pays it from an account. For an open request the payer fills in an amount; for another, the
    /// amount that is asked may be filled in too, and no other.
    ///
    /// Whether the request is [expired](PaymentRequest::is_expired_on) is not looked at here, and whether it can be
    /// paid is for the ledger to decide.
    ///
    /// # Errors
    /// [`Reason::OpenAmount`], [`Reason::OtherAmount`], [`Reason::NotAboveZero`].
    pub fn to_transfer(&self, from: Id, filled_in: Option<Amount>) -> Result<Transfer, PaymentRequestError> {
        let amount = match (self.amount, filled_in) {
            (Some(asked), Some(given)) if asked != given => Err(Reason::OtherAmount { asked, given }),
            (None, Some(Amount::ZERO)) => Err(Reason::NotAboveZero { figure: "0".to_owned() }),
            (None, None) => Err(Reason::OpenAmount),
            (Some(amount), _) | (None, Some(amount)) => Ok(amount),
        };
        let amount = amount.map_err(|reason| reason.about(Part::Amount))?;
        Ok(Transfer {
            from,
            to: self.request.payee(),
            pay: Pay::Amount(amount),
            offer: self.request.offer(),
            category: self.request.category(),
        })
    }
}
