//! The form of `tests/vectors/feeds/feeds.json`; `README.md` there says what every key means.

use std::collections::BTreeMap;

use muntwerk::calendar::Day;
use muntwerk::id::Id;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) topic: String,
    pub(crate) pieces: BTreeMap<String, String>,
    pub(crate) feeds: BTreeMap<String, Vec<String>>,
    pub(crate) vectors: Vec<Vector>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vector {
    pub(crate) name: String,
    pub(crate) account: Id,
    pub(crate) key: String,
    pub(crate) steps: Vec<Step>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub(crate) feed: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) anew: bool,
    pub(crate) outcome: Outcome,
    pub(crate) proofs: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    Applied(Applied),
    Problem(Problem),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Applied {
    pub(crate) new: u64,
    pub(crate) record: u64,
    pub(crate) day: Day,
    pub(crate) balance: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Problem {
    Unreadable { line: u64 },
    NotMine { ledger: Id, account: Id },
    Signature,
    ServerBehind { server_slices: u64, server_record: u64, slices: u64, record: u64 },
    Gap { since: u64, found: u64 },
    Link { slice: u64, since: u64 },
    Slice { slice: u64 },
    Fork { after: u64 },
}

impl Problem {
    pub(crate) const KINDS: [&str; 8] =
        ["fork", "gap", "link", "not_mine", "server_behind", "signature", "slice", "unreadable"];
}

impl File {
    /// The text of a feed: its pieces one after the other.
    pub(crate) fn text(&self, feed: &str) -> String {
        let piece = |piece: &String| match piece.strip_prefix('@') {
            Some(name) => self.pieces[name].clone(),
            None => piece.clone(),
        };
        self.feeds[feed].iter().map(piece).collect()
    }
}
