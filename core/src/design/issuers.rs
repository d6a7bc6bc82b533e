//! `[[issuer]]`: the legal person behind the currency, from a day on (H3.5).

use serde::Deserialize;

use crate::calendar::Day;
use crate::id::Id;

use super::Names;
use super::currency::RawNames;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::Date;
use super::spanned::Spanned;

/// The legal persons behind the currency, each from a day on, in the order of those days. A separate
/// association or cooperative may carry contracts and money instead of the initiator, and may change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Issuers {
    pub(super) issuers: Vec<Issuer>,
}

/// The legal person behind the currency from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Issuer {
    /// Its id; a register number stays with the host.
    pub id: Id,
    /// Its name in each language.
    pub names: Names,
    /// First day.
    pub from: Day,
}

impl Issuers {
    /// Every issuer, in the order of the first days.
    pub fn all(&self) -> &[Issuer] {
        &self.issuers
    }

    /// The issuer on a day, if one is named for it.
    pub fn on(&self, day: Day) -> Option<&Issuer> {
        self.issuers.iter().rev().find(|issuer| issuer.from <= day)
    }

    /// Whether everything these say of the past stands in the others too; names may be put right.
    pub(super) fn go_on_in(&self, later: &Self) -> bool {
        let same = |(one, two): (&Issuer, &Issuer)| one.id == two.id && one.from == two.from;
        self.issuers.len() <= later.issuers.len() && self.issuers.iter().zip(&later.issuers).all(same)
    }
}

/// The legal person behind the currency from a day on.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawIssuer {
    /// Its id. A register number stays with the host.
    ///
    /// Example: `"o-1"`. Source: H3.5.
    id: Spanned<String>,
    /// What it is called, in each language.
    names: RawNames,
    /// First day on which it is the issuer; each later than the one before.
    from: Spanned<Date>,
}

/// Checks the issuers; one with a problem is left out.
pub(super) fn check(raw: &[RawIssuer], problems: &mut Problems) -> Issuers {
    let mut issuers: Vec<Issuer> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("issuer[{place}]");
        let Some(issuer) = raw.check(&key, problems) else { continue };
        if issuers.last().is_some_and(|earlier| issuer.from <= earlier.from) {
            let reason = "issuers stand in the order of their first days, one for each";
            problems.add(raw.from.span(), format!("{key}.from"), reason);
        }
        issuers.push(issuer);
    }
    Issuers { issuers }
}

impl RawIssuer {
    fn check(&self, key: &str, problems: &mut Problems) -> Option<Issuer> {
        let id = problems.id(&self.id, &format!("{key}.id"));
        let names = self.names.check(&format!("{key}.names"), problems);
        let from = problems.day(&self.from, &format!("{key}.from"));
        Some(Issuer { id: id?, names: names?, from: from? })
    }
}

impl Issuers {
    pub(super) fn write(&self, out: &mut Writer) {
        for issuer in &self.issuers {
            out.element("issuer");
            out.text("id", issuer.id);
            out.names(&issuer.names);
            out.pair("from", issuer.from);
        }
    }
}
