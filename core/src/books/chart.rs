//! The chart of accounts: the accounts no order opens.

use crate::id::{Code, Id, IdError};

/// Where units go that lapse for good.
pub const LAPSED: &str = "system:lapsed";

/// The ring's own account: it pays what is given on joining and bears what is never paid back (R56).
pub const GROUP: &str = "system:group";

/// The common pot.
pub const POT: &str = "system:pot";

/// Contra of the balances taken over from a scheme that was running already (R74).
pub const OPENING: &str = "system:opening";

/// The units set aside for what is reserved (D6). They are not spent and do not lapse there.
pub const RESERVED: &str = "system:reserved";

/// Contra of the units that were bought on accounts where euro back them.
pub const BOUGHT: &str = "system:bought";

/// Where units go that become euro again where euro back them.
pub const EXCHANGED: &str = "system:exchanged";

/// The chart account that carries what a partner issued.
///
/// # Errors
/// [`IdError::TooLong`] if the partner's id has more than 25 characters.
pub fn issued_by(partner: &Id) -> Result<Id, IdError> {
    partner.with_str(|text| Id::chart("issued", text))
}

/// The chart account that carries what a partner took in.
///
/// # Errors
/// [`IdError::TooLong`] if the partner's id has more than 23 characters.
pub fn redeemed_by(partner: &Id) -> Result<Id, IdError> {
    partner.with_str(|text| Id::chart("redeemed", text))
}

/// The chart account that carries the units on the live notes of a series.
///
/// # Errors
/// [`IdError::TooLong`] if the series' code has more than 26 characters.
pub fn on_paper(series: &Code) -> Result<Id, IdError> {
    series.with_str(|text| Id::chart("paper", text))
}

/// The chart account that carries what the issuer lost with notes of a series that were short.
///
/// # Errors
/// [`IdError::TooLong`] if the series' code has more than 23 characters.
pub fn shortage_of(series: &Code) -> Result<Id, IdError> {
    series.with_str(|text| Id::chart("shortage", text))
}

/// The chart account that carries what the issuer gained with notes of a series that were over.
///
/// # Errors
/// [`IdError::TooLong`] if the series' code has more than 24 characters.
pub fn surplus_of(series: &Code) -> Result<Id, IdError> {
    series.with_str(|text| Id::chart("surplus", text))
}

/// The chart account that carries the units that came into being as notes of a series for euro.
///
/// # Errors
/// [`IdError::TooLong`] if the series' code has more than 25 characters.
pub fn bought_in(series: &Code) -> Result<Id, IdError> {
    series.with_str(|text| Id::chart("bought", text))
}
