//! [`PaymentRequest`]: who asks for what.

use crate::calendar::Day;
use crate::design::Design;
use crate::id::{Code, Id};
use crate::money::Amount;

use super::{AskedAmount, Part, PaymentRequestError, Reason};

/// Somebody asks to be paid.
///
/// ```
/// use muntwerk::calendar::Day;
/// use muntwerk::design::Design;
/// use muntwerk::id::Id;
/// use muntwerk::money::Amount;
/// use muntwerk::payment::PaymentRequest;
///
/// let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
/// let request = PaymentRequest::new(Id::parse("rabot-1")?, Id::parse("m-0041")?)?
///     .asking(Amount::from_minor(25)?, &design)?
///     .with_reference(Id::parse("f-0042")?)
///     .until(Day::new(2026, 12, 31)?);
/// let text = request.to_string();
/// assert_eq!(PaymentRequest::parse(&text), Ok(request));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PaymentRequest {
    ledger: Id,
    payee: Id,
    amount: Option<AskedAmount>,
    reference: Option<Id>,
    until: Option<Day>,
    offer: Option<Id>,
    category: Option<Code>,
}

impl PaymentRequest {
    /// An open request: the payer says how much.
    ///
    /// # Errors
    /// [`Reason::ChartAccount`] if the payee is an account of the chart.
    pub fn new(ledger: Id, payee: Id) -> Result<Self, PaymentRequestError> {
        if payee.is_chart() {
            return Err(Reason::ChartAccount { account: payee }.about(Part::Payee));
        }
        Ok(Self { ledger, payee, amount: None, reference: None, until: None, offer: None, category: None })
    }

    /// Asks for an amount, in minor units under the design.
    ///
    /// # Errors
    /// [`Reason::NotAboveZero`] for nothing.
    pub fn asking(self, amount: Amount, design: &Design) -> Result<Self, PaymentRequestError> {
        AskedAmount::new(amount, design).map(|amount| self.with_amount(amount))
    }

    /// Asks for an amount.
    #[must_use]
    pub fn with_amount(self, amount: AskedAmount) -> Self {
        Self { amount: Some(amount), ..self }
    }

    /// Carries the payee's reference, by which they know what was paid.
    #[must_use]
    pub fn with_reference(self, reference: Id) -> Self {
        Self { reference: Some(reference), ..self }
    }

    /// Is over after this day.
    #[must_use]
    pub fn until(self, last: Day) -> Self {
        Self { until: Some(last), ..self }
    }

    /// Names the offer or need that is paid.
    #[must_use]
    pub fn for_offer(self, offer: Id) -> Self {
        Self { offer: Some(offer), ..self }
    }

    /// Names the category of the service that is paid.
    #[must_use]
    pub fn of_category(self, category: Code) -> Self {
        Self { category: Some(category), ..self }
    }

    /// The ledger it is for: which of the payer's currencies.
    pub fn ledger(&self) -> Id {
        self.ledger
    }

    /// The account that is paid.
    pub fn payee(&self) -> Id {
        self.payee
    }

    /// How much is asked; `None` if the payer says.
    pub fn amount(&self) -> Option<AskedAmount> {
        self.amount
    }

    /// The payee's reference. An order that pays carries it as its
    /// [`evidence`](crate::orders::Order::evidence).
    pub fn reference(&self) -> Option<Id> {
        self.reference
    }

    /// The last day on which the payee wants to be paid so.
    pub fn last_day(&self) -> Option<Day> {
        self.until
    }

    /// The offer or need that is paid.
    pub fn offer(&self) -> Option<Id> {
        self.offer
    }

    /// The category of the service that is paid.
    pub fn category(&self) -> Option<Code> {
        self.category
    }

    /// Whether the last day is over on this day.
    ///
    /// The books know nothing of requests: a payer's app asks this before it pays, and an order that pays an
    /// expired one is booked as any other.
    pub fn is_expired_on(&self, day: Day) -> bool {
        self.until.is_some_and(|last| last < day)
    }
}
