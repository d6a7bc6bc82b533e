//! A request as text: always the same text for the same request.

use std::fmt;

use super::checksum::checksum;
use super::layout::{BEFORE_SUM, OPTIONS, PREFIX, VERSION};
use super::{Part, PaymentRequest};

impl fmt::Display for PaymentRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = format!("{PREFIX}{}/{}", self.ledger(), self.payee());
        let values = OPTIONS.into_iter().filter_map(|part| self.value(part).map(|value| (part, value)));
        for (separator, (part, value)) in std::iter::once('?').chain(std::iter::repeat('&')).zip(values) {
            text.push(separator);
            text.push_str(part.name());
            text.push('=');
            text.push_str(&value);
        }
        let sum = checksum(&text);
        f.pad(&format!("{text}{BEFORE_SUM}{sum}"))
    }
}

impl PaymentRequest {
    /// The value of an option, if the request has it.
    fn value(&self, part: Part) -> Option<String> {
        match part {
            Part::Version => Some(VERSION.to_owned()),
            Part::Amount => self.amount().map(|amount| amount.to_string()),
            Part::Reference => self.reference().map(|reference| reference.to_string()),
            Part::Until => self.last_day().map(|day| day.to_string()),
            Part::Offer => self.offer().map(|offer| offer.to_string()),
            Part::Category => self.category().map(|category| category.to_string()),
            Part::Ledger | Part::Payee | Part::Sum => None,
        }
    }
}
