//! [`Entry`]: everything one order brings about.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smallvec::SmallVec;

use super::{Change, Count, EuroLeg, Flag, Issue};
use crate::dense::{AccountNo, LotNo};
use crate::id::Id;
use crate::money::{Amount, Balance};
use crate::office::NoteLeg;
use crate::sparse::{Absent, sparse};

/// An account named in an entry: its id, and its row where that is known. Journals carry the id; the
/// row spares a look-up and follows from it.
#[derive(Clone, Copy)]
pub struct AccountRef {
    id: Id,
    row: AccountNo,
}

const NO_ROW: AccountNo = AccountNo(u32::MAX);

impl AccountRef {
    pub(crate) fn new(id: Id, row: AccountNo) -> Self {
        Self { id, row }
    }

    /// An account of which only the id is known.
    pub(crate) fn by_id(id: Id) -> Self {
        Self { id, row: NO_ROW }
    }

    /// The account's id.
    pub fn id(&self) -> Id {
        self.id
    }

    pub(crate) fn row(&self) -> Option<AccountNo> {
        (self.row != NO_ROW).then_some(self.row)
    }
}

impl PartialEq for AccountRef {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for AccountRef {}

impl Hash for AccountRef {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

impl std::fmt::Debug for AccountRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.id)
    }
}

impl Serialize for AccountRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.id.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for AccountRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Id::deserialize(deserializer).map(|id| Self { id, row: NO_ROW })
    }
}

/// So many units of one lot coming to an account, or leaving it when below zero. In JSON a pair.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece(pub LotNo, pub Balance);

/// One side of an entry: what it does to one account.
///
/// `amount = sum of pieces - drawn` on accounts that hold lots; counter-sides have no pieces.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leg {
    /// Which account.
    pub account: AccountRef,
    /// What is added to its balance.
    pub amount: Balance,
    /// The pieces of lots that come or go.
    #[serde(default)]
    pub lots: SmallVec<[Piece; 2]>,
    /// What is added to what the account has drawn.
    #[serde(default)]
    pub drawn: Balance,
    /// What is added to the technical part of it.
    #[serde(default)]
    pub technical: Balance,
}
sparse!(Leg { account, amount | lots, drawn, technical });

impl Absent for Balance {
    fn absent(&self) -> bool {
        self.minor() == 0
    }
}

/// Whom an act concerns that reaches many accounts at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concerns {
    /// How many participants' accounts.
    pub accounts: u32,
    /// How many minor units on them.
    pub units: Amount,
}

/// The consequence of an order: everything that applying it changes, and nothing it has to look up.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The sequence number on which it was decided; applying it on another is `stale`.
    pub number: u64,
    /// The version of the design in force on the booking day.
    pub design: u32,
    /// Debits and credits; they sum to zero.
    #[serde(default)]
    pub legs: SmallVec<[Leg; 2]>,
    /// Units issued.
    #[serde(default)]
    pub lots: Vec<Issue>,
    /// Notes moved: they sum to zero for every series and face.
    #[serde(default)]
    pub notes: Vec<NoteLeg>,
    /// Euro moved: they sum to zero.
    #[serde(default)]
    pub euro: Vec<EuroLeg>,
    /// Counters moved.
    #[serde(default)]
    pub counters: Vec<Count>,
    /// Statuses changed.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// What a reviewer should look at.
    #[serde(default)]
    pub flags: Vec<Flag>,
    /// Whom it concerns, or will once it is completed, where it reaches many accounts at once.
    #[serde(default)]
    pub concerns: Option<Concerns>,
}
sparse!(Entry { number, design | legs, lots, notes, euro, counters, changes, flags, concerns });

impl Entry {
    pub(crate) fn new(number: u64, design: u32) -> Self {
        Self {
            number,
            design,
            legs: SmallVec::new(),
            lots: Vec::new(),
            notes: Vec::new(),
            euro: Vec::new(),
            counters: Vec::new(),
            changes: Vec::new(),
            flags: Vec::new(),
            concerns: None,
        }
    }

    /// The leg on an account, if the entry has one.
    pub fn leg(&self, account: &Id) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.account.id == *account)
    }
}
