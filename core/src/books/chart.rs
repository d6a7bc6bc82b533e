//! The chart of accounts: the accounts no order opens.

use crate::id::{Id, IdError};

/// Where units go that lapse for good.
pub const LAPSED: &str = "system:lapsed";

/// The ring's own account: it pays what is given on joining and bears what is never paid back (R56).
pub const GROUP: &str = "system:group";

/// The common pot.
pub const POT: &str = "system:pot";

/// Contra of the balances taken over from a scheme that was running already (R74).
pub const OPENING: &str = "system:opening";

/// The chart account that carries what a partner issued.
///
/// # Errors
/// [`IdError::TooLong`] if the partner's id has more than 22 characters.
pub fn issued_by(partner: &Id) -> Result<Id, IdError> {
    partner.with_str(|text| Id::chart("issued", text))
}

/// The chart account that carries what a partner took in.
///
/// # Errors
/// [`IdError::TooLong`] if the partner's id has more than 22 characters.
pub fn redeemed_by(partner: &Id) -> Result<Id, IdError> {
    partner.with_str(|text| Id::chart("redeemed", text))
}
