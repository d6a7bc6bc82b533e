//! Movements for somebody else: under keyed pseudonyms, and with nothing that is not needed.
//!
//! What leaves is who paid whom how much on which day, in which order, under names that only whoever has the key
//! can make (`evaluation.md` section 5). What stays behind: ids of orders, references to evidence, roles, contact
//! points, who acted for whom (a mandate tells of dependence or illness), lots, free text.
//!
//! **Pseudonymised data are personal data** (GDPR art. 4(5)), and in a small scheme amounts and days alone can tell
//! who is who: the manifest says so. Where that is too much, hand out [figures](super::Figure) with their definitions
//! and no rows at all.

mod manifest;
mod pseudonyms;
mod tables;

pub use manifest::{Manifest, SharedFile};
pub use pseudonyms::{LEAST_KEY, Pseudonyms};

use super::{EvaluationError, Movements};

/// The files of a release, to be written side by side.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Release {
    /// The tables by the name of their file, as CSV.
    pub tables: Vec<(&'static str, String)>,
    /// What they are, with their hashes.
    pub manifest: Manifest,
}

impl Release {
    /// The movements under pseudonyms made with a key. The same key gives the same names, so take another for each
    /// release; keep it apart from what is released, and hand it to nobody.
    ///
    /// # Errors
    /// [`EvaluationError::WeakKey`], [`EvaluationError::WindowEndless`].
    ///
    /// ```
    /// # use muntwerk::{calendar::Day, dense::Secret, design::Design, evaluation::Movements, id::Id, ledger::Ledger};
    /// use muntwerk::evaluation::sharing::Release;
    /// # let design = Design::parse(include_str!("../../../designs/torekes.toml"))?;
    /// # let ledger = Ledger::open(Id::parse("buurt-1")?, design, Day::new(2025, 1, 1)?, Secret::new([7; 16]))?;
    /// let movements = Movements::of_ledger(&ledger)?;
    /// let key = [0x5a; 32]; // A real host takes it from its operating system.
    /// let release = Release::of(&movements, &key)?;
    /// let names: Vec<_> = release.tables.iter().map(|(name, _)| *name).collect();
    /// assert_eq!(names, ["movements.csv", "parties.csv"]);
    /// assert!(Release::of(&movements, b"short").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(movements: &Movements, key: &[u8]) -> Result<Self, EvaluationError> {
        let names = Pseudonyms::new(key)?;
        let tables = vec![
            ("movements.csv", tables::movements(movements, &names)),
            ("parties.csv", tables::parties(movements, &names)),
        ];
        let manifest = Manifest::of(movements, &tables)?;
        Ok(Self { tables, manifest })
    }
}
