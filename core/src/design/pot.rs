//! `[pot]`: the common pot.

use super::Names;

/// The common pot (gemeenschappelijke pot), which levies, lapses and leavers can feed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pot {
    /// Its name in each language.
    pub names: Names,
}
