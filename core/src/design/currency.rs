//! `[currency]`: what it is called, and where it is.

use crate::id::Code;

/// What the currency is called, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Currency {
    /// The code of the currency; an amendment cannot change it.
    pub id: Code,
    /// Its name in each language.
    pub names: Names,
    /// The time zone, an IANA name such as `Europe/Brussels`. For the host, which tells the ledger the
    /// civil day: nothing here interprets it.
    pub zone: String,
}

/// A name in Dutch, French and English.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Names {
    /// Dutch.
    pub nl: String,
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}
