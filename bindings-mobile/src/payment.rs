//! Asking to be paid: the text of a QR code or a link.

use muntwerk::calendar::Day;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id};
use muntwerk::money::Amount;
use muntwerk::payment as core;
use muntwerk::wallet::WalletError;

use crate::error::MuntwerkError;
use crate::mirror::FromCore;
use crate::scalars::{DesignText, RequestText};
use crate::types::Transfer;
use crate::wallet::Wallet;

/// A request to be paid, as it stands in its text. Which currency it is for says `ledger`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PaymentRequest {
    /// The ledger it is for: which of the payer's currencies.
    pub ledger: Id,
    /// The account that is paid.
    pub payee: Id,
    /// The unit and the figure that are asked, such as `RABOTEXAMPL` and `7.5`; nothing if the payer says.
    #[uniffi(default = None)]
    pub amount: Option<AskedFigure>,
    /// The payee's reference.
    #[uniffi(default = None)]
    pub reference: Option<Id>,
    /// The last day on which the payee wants to be paid so.
    #[uniffi(default = None)]
    pub until: Option<Day>,
    /// The offer or need that is paid.
    #[uniffi(default = None)]
    pub offer: Option<Id>,
    /// The category of the service that is paid.
    #[uniffi(default = None)]
    pub category: Option<Code>,
}

/// How much is asked, as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct AskedFigure {
    /// The unit.
    pub unit: RequestText,
    /// The figure, without needless zeros.
    pub figure: RequestText,
}

/// Reads the text of a payment request: what a QR code holds.
///
/// # Errors
/// [`MuntwerkError::PaymentRequest`] with what is wrong and where.
#[uniffi::export]
pub fn read_payment_request(text: RequestText) -> Result<PaymentRequest, MuntwerkError> {
    Ok(PaymentRequest::from_core(&core::PaymentRequest::parse(&text.0)?))
}

/// Writes a request to be paid so many minor units of a currency: the text of a QR code. Without an amount the payer
/// says how much. The figure in `request` is not looked at.
///
/// # Errors
/// [`MuntwerkError::PaymentRequest`] for an amount of nothing, or a payee that nobody can be asked to pay;
/// [`MuntwerkError::Design`] if the design contradicts itself.
#[uniffi::export]
pub fn write_payment_request(
    request: PaymentRequest,
    amount: Option<Amount>,
    design: DesignText,
) -> Result<String, MuntwerkError> {
    written(request, amount, &Design::parse(&design.0)?)
}

/// How many minor units a request's text asks under the design of the payer's ledger; nothing if the payer says.
///
/// # Errors
/// [`MuntwerkError::PaymentRequest`] if it is for another ledger or unit, or has more decimals than the unit.
#[uniffi::export]
pub fn amount_asked(
    text: RequestText,
    ledger: Id,
    design: DesignText,
) -> Result<Option<Amount>, MuntwerkError> {
    let request = core::PaymentRequest::parse(&text.0)?;
    Ok(request.resolve(&ledger, &Design::parse(&design.0)?)?.amount())
}

#[uniffi::export]
impl Wallet {
    /// The text with which the member asks to be paid: what their QR code shows. Without an amount the payer says
    /// how much.
    ///
    /// # Errors
    /// [`MuntwerkError::PaymentRequest`] for an amount of nothing; [`MuntwerkError::Wallet`] before the first feed.
    #[uniffi::method(default(amount = None, reference = None, until = None))]
    pub fn ask_to_be_paid(
        &self,
        amount: Option<Amount>,
        reference: Option<Id>,
        until: Option<Day>,
    ) -> Result<String, MuntwerkError> {
        let wallet = self.lock()?;
        let design = wallet.design()?;
        let ledger = wallet.head().ok_or(WalletError::NothingSeen)?.head().ledger;
        let request = core::PaymentRequest::new(ledger, wallet.account())?;
        let asked = PaymentRequest { reference, until, ..PaymentRequest::from_core(&request) };
        written(asked, amount, design)
    }

    /// How many minor units a request's text asks in this wallet's currency; nothing if the payer says.
    ///
    /// # Errors
    /// [`MuntwerkError::PaymentRequest`] if it cannot be read, or is for another ledger or unit;
    /// [`MuntwerkError::Wallet`] before the first feed.
    pub fn amount_to_pay(&self, text: RequestText) -> Result<Option<Amount>, MuntwerkError> {
        Ok(resolved(&text.0, &*self.lock()?)?.amount())
    }

    /// The transfer that pays a request from this account; `filled_in` is what the payer says where the request does
    /// not.
    ///
    /// # Errors
    /// As [`Wallet::amount_to_pay`]; and [`MuntwerkError::PaymentRequest`] if no amount is asked and none filled in,
    /// or another one than is asked.
    #[uniffi::method(default(filled_in = None))]
    pub fn transfer_for(
        &self,
        text: RequestText,
        filled_in: Option<Amount>,
    ) -> Result<Transfer, MuntwerkError> {
        let wallet = self.lock()?;
        let resolved = resolved(&text.0, &wallet)?;
        Ok(Transfer::from_core(&resolved.to_transfer(wallet.account(), filled_in)?))
    }
}

/// What a request asks in the currency of a wallet.
fn resolved(text: &str, wallet: &muntwerk::wallet::Wallet) -> Result<core::ResolvedRequest, MuntwerkError> {
    let ledger = wallet.head().ok_or(WalletError::NothingSeen)?.head().ledger;
    Ok(core::PaymentRequest::parse(text)?.resolve(&ledger, wallet.design()?)?)
}

fn written(
    request: PaymentRequest,
    amount: Option<Amount>,
    design: &Design,
) -> Result<String, MuntwerkError> {
    let mut made = core::PaymentRequest::new(request.ledger, request.payee)?;
    if let Some(amount) = amount {
        made = made.asking(amount, design)?;
    }
    if let Some(reference) = request.reference {
        made = made.with_reference(reference);
    }
    if let Some(last) = request.until {
        made = made.until(last);
    }
    if let Some(offer) = request.offer {
        made = made.for_offer(offer);
    }
    if let Some(category) = request.category {
        made = made.of_category(category);
    }
    Ok(made.to_string())
}

impl FromCore<core::PaymentRequest> for PaymentRequest {
    fn from_core(core: &core::PaymentRequest) -> Self {
        let asked = |amount: core::AskedAmount| AskedFigure {
            unit: RequestText(amount.unit().to_string()),
            figure: RequestText(amount.figure().to_string()),
        };
        Self {
            ledger: core.ledger(),
            payee: core.payee(),
            amount: core.amount().map(asked),
            reference: core.reference(),
            until: core.last_day(),
            offer: core.offer(),
            category: core.category(),
        }
    }
}

impl From<core::PaymentRequestError> for MuntwerkError {
    fn from(error: core::PaymentRequestError) -> Self {
        Self::PaymentRequest {
            code: error.reason.code().to_owned(),
            part: error.part.map(|part| part.name().to_owned()),
            at: error.at.and_then(|at| u64::try_from(at).ok()),
            reason: error.to_string(),
        }
    }
}
