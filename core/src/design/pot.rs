//! `[pot]`: the common pot.

use serde::Deserialize;

use super::Names;
use super::currency::RawNames;
use super::problem::Problems;
use super::resolved::Writer;

/// The common pot (gemeenschappelijke pot), which levies, lapses and leavers can feed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pot {
    /// Its name in each language.
    pub names: Names,
}

/// The common pot (gemeenschappelijke pot).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawPot {
    /// What it is called, in each language.
    names: RawNames,
}

impl RawPot {
    pub(super) fn check(&self, problems: &mut Problems) -> Option<Pot> {
        Some(Pot { names: self.names.check("pot.names", problems)? })
    }
}

impl Pot {
    pub(super) fn write(&self, out: &mut Writer) {
        out.table("pot");
        out.names(&self.names);
    }
}
