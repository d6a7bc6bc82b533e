//! [`ForkProof`]: the host signed two histories that contradict each other.

use serde::{Deserialize, Serialize};

use super::{Link, PublicKey, SignedHead};
use crate::id::Id;
use crate::json;

/// One of the two histories: slices in a row after a link that both have, and the signed head after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The bytes of the slices.
    pub slices: Vec<Box<[u8]>>,
    /// The head after the last.
    pub head: SignedHead,
}

/// Proof that whoever holds the key told two histories of one account: from slice `after` on, where both
/// have the same link, the slices differ, and both heads are signed. Or they say of one record of the
/// journal two different things. Anybody with the public key can check it ([`ForkProof::holds`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForkProof {
    /// The number of the last slice that both have; where one of the two is a head alone, the slice about which they
    /// differ.
    pub after: u64,
    /// Its link, as this wallet has it.
    pub link: Link,
    /// What this wallet had.
    pub ours: Branch,
    /// What it was shown later.
    pub theirs: Branch,
}

impl Branch {
    /// Whether its slices lead from this link to its head.
    fn leads(&self, after: u64, link: Link) -> bool {
        let head = self.head.head();
        let mut at = (after, link);
        for slice in &self.slices {
            let number = at.0.saturating_add(1);
            at = (number, at.1.after(&head.ledger, &head.account, number, slice));
        }
        at == (head.slices, head.link)
    }

    /// Whether its head gives the slice `after` itself another link.
    fn denies(&self, after: u64, link: Link) -> bool {
        let head = self.head.head();
        head.slices == after && head.link != link
    }
}

impl ForkProof {
    /// Whether it proves what it says, by this key.
    pub fn holds(&self, key: &PublicKey) -> bool {
        let (ours, theirs) = (self.ours.head.head(), self.theirs.head.head());
        let both_signed = self.ours.head.is_signed_by(key) && self.theirs.head.is_signed_by(key);
        if !both_signed || ours.ledger != theirs.ledger || ours.account != theirs.account {
            return false;
        }
        let leads = |branch: &Branch| branch.leads(self.after, self.link);
        let denies = |branch: &Branch| branch.denies(self.after, self.link);
        if (leads(&self.ours) && denies(&self.theirs)) || (leads(&self.theirs) && denies(&self.ours)) {
            return true;
        }
        let parted = matches!(
            (self.ours.slices.first(), self.theirs.slices.first()),
            (Some(one), Some(two)) if one != two
        );
        let of_one_record = ours.record == theirs.record
            && (ours.journal, ours.slices, ours.day) != (theirs.journal, theirs.slices, theirs.day);
        leads(&self.ours) && leads(&self.theirs) && (parted || of_one_record)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBranch {
    slices: Vec<String>,
    head: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    after: u64,
    link: Link,
    ours: WrittenBranch,
    theirs: WrittenBranch,
}

impl Branch {
    fn written(&self) -> WrittenBranch {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        WrittenBranch {
            slices: self.slices.iter().map(|slice| text(slice)).collect(),
            head: text(&self.head.line()),
        }
    }

    fn read(written: WrittenBranch) -> Option<Self> {
        let slices = written.slices.into_iter().map(|slice| slice.into_bytes().into_boxed_slice());
        Some(Self { slices: slices.collect(), head: SignedHead::parse(written.head.as_bytes())? })
    }
}

impl ForkProof {
    /// Which account's chain it is about.
    pub fn account(&self) -> Id {
        self.ours.head.head().account
    }

    /// The proof as one line of JSON, for whoever is to look into it.
    pub fn line(&self) -> Vec<u8> {
        let written = Written {
            after: self.after,
            link: self.link,
            ours: self.ours.written(),
            theirs: self.theirs.written(),
        };
        // Writing to memory cannot fail, and every key is a string.
        serde_json::to_vec(&written).unwrap_or_default()
    }

    /// The proof of a line; whether it holds is for [`ForkProof::holds`] to say.
    pub fn parse(line: &[u8]) -> Option<Self> {
        let written: Written = json::from_slice(line).ok()?;
        let (ours, theirs) = (Branch::read(written.ours)?, Branch::read(written.theirs)?);
        Some(Self { after: written.after, link: written.link, ours, theirs })
    }
}
