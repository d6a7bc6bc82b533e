//! [`Manifest`]: what a release is, what was done to it, and its hashes.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::calendar::Day;
use crate::evaluation::{EvaluationError, Movements, PartyKind};
use crate::hex::hex;

/// What is left out of every release, in sentences.
const LEFT_OUT: [&str; 6] = [
    "ids of orders and references to evidence",
    "times within a day; the order of movements is kept",
    "who acted for whom, roles and contact points",
    "which partner an effort or an offer was of, beyond its own account",
    "lots: figures as booked travel as figures",
    "free text",
];

/// What a release is. It is written beside the tables, as `manifest.json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Manifest {
    /// The version of this form: 0 until it is frozen.
    pub format: u32,
    /// The version of the library that wrote it.
    pub muntwerk: &'static str,
    /// What a unit is called.
    pub unit: String,
    /// How many decimals a minor unit stands for; amounts are in minor units.
    pub decimals: u8,
    /// The first day on which something moved.
    pub from: Option<Day>,
    /// The last one.
    pub through: Option<Day>,
    /// How many accounts of participants there are.
    pub participants: u64,
    /// The fingerprint of the movements as they were before: that of every figure taken from them.
    pub of: String,
    /// How names were made.
    pub pseudonyms: &'static str,
    /// What was left out.
    pub left_out: Vec<&'static str>,
    /// What whoever receives it has to know.
    pub warning: String,
    /// The files.
    pub files: Vec<SharedFile>,
}

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SharedFile {
    /// Its name.
    pub name: &'static str,
    /// How many rows it has below its header.
    pub rows: u64,
    /// The SHA-256 of its bytes, as 64 hexadecimal digits.
    pub sha256: String,
}

impl SharedFile {
    fn of(name: &'static str, text: &str) -> Self {
        let rows = text.lines().skip(1).count();
        let sha256 = hex(&Sha256::digest(text.as_bytes()));
        Self { name, rows: u64::try_from(rows).unwrap_or(u64::MAX), sha256 }
    }
}

impl Manifest {
    pub(super) fn of(
        movements: &Movements,
        tables: &[(&'static str, String)],
    ) -> Result<Self, EvaluationError> {
        let window = movements.window()?;
        let participants =
            movements.parties.iter().filter(|party| party.kind == PartyKind::Participant).count();
        Ok(Self {
            format: 0,
            muntwerk: env!("CARGO_PKG_VERSION"),
            unit: movements.unit.clone(),
            decimals: movements.scale.digits(),
            from: window.map(|window| window.from()),
            through: window.map(|window| window.through()),
            participants: u64::try_from(participants).unwrap_or(u64::MAX),
            of: movements.fingerprint(),
            pseudonyms: "HMAC-SHA256 with a key of the issuer, 128 bits",
            left_out: LEFT_OUT.to_vec(),
            warning: format!(
                "Pseudonymised data are personal data (GDPR art. 4(5)). With {participants} participants, days and \
                 amounts alone can tell who is who: do not publish these rows, do not link them with others, \
                 delete them when the study is done."
            ),
            files: tables.iter().map(|(name, text)| SharedFile::of(name, text)).collect(),
        })
    }

    /// As JSON, indented.
    pub fn json(&self) -> String {
        // Nothing in it can fail to be written: no map with keys that are not text, no float.
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        format!("{text}\n")
    }
}
