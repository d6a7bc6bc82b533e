//! `[currency]`: what it is called, and where it is.

use serde::Deserialize;

use crate::id::Code;

use super::problem::Problems;
use super::resolved::Writer;
use super::spanned::Spanned;

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
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Names {
    /// Dutch.
    pub nl: String,
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// What the currency is called, and where it is.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawCurrency {
    /// The code of the currency: at most 32 characters, a to z, digits, `-`, `.` and `_`. No amendment can
    /// change it.
    id: Spanned<String>,
    /// What it is called, in each language.
    names: RawNames,
    /// The time zone, an IANA name. For the host, which tells the ledger what civil day it is: the library
    /// itself reads no clock.
    ///
    /// Example: `"Europe/Brussels"`.
    zone: Spanned<String>,
}

/// A name in three languages, each at most 80 characters on one line.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawNames {
    /// In Dutch.
    nl: Spanned<String>,
    /// In French.
    fr: Spanned<String>,
    /// In English.
    en: Spanned<String>,
}

impl RawCurrency {
    pub(super) fn check(&self, problems: &mut Problems) -> Option<Currency> {
        let id = problems.code(&self.id, "currency.id");
        let names = self.names.check("currency.names", problems);
        let zone = self.zone.get_ref();
        if !looks_like_a_zone(zone) {
            problems.add(self.zone.span(), "currency.zone", "a time zone is written as in Europe/Brussels");
        }
        Some(Currency { id: id?, names: names?, zone: zone.clone() })
    }
}

fn looks_like_a_zone(zone: &str) -> bool {
    let part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))
    };
    zone.len() <= 64 && zone.contains('/') && zone.split('/').all(part)
}

impl RawNames {
    pub(super) fn check(&self, key: &str, problems: &mut Problems) -> Option<Names> {
        let nl = problems.text(&self.nl, &format!("{key}.nl"));
        let fr = problems.text(&self.fr, &format!("{key}.fr"));
        let en = problems.text(&self.en, &format!("{key}.en"));
        Some(Names { nl: nl?, fr: fr?, en: en? })
    }
}

impl Currency {
    pub(super) fn write(&self, out: &mut Writer) {
        out.table("currency");
        out.text("id", self.id);
        out.names(&self.names);
        out.text("zone", &self.zone);
    }
}
