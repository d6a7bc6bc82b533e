//! [`Step`]: a row of a list that moves units, before the list is settled.

use super::RowPlace;
use super::moment::Moment;
use super::written::Written;
use crate::evaluation::{Kind, PartyKind};
use crate::id::{Code, Id};

/// What one row moves. A row that moves units twice has two steps at one place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) place: RowPlace,
    pub(super) moment: Moment,
    /// What it is, if the list says so; otherwise what lies between parties of these kinds.
    pub(super) kind: Option<Kind>,
    /// Whether it takes back an earlier one of its kind.
    pub(super) back: bool,
    pub(super) from: End,
    pub(super) to: End,
    /// Above zero.
    pub(super) amount: Written,
    pub(super) told: Told,
}

/// One end of a step.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct End {
    /// As the list calls it.
    pub(super) name: String,
    /// What it is: any holder for an account, whatever the reading says it is.
    pub(super) kind: PartyKind,
    /// What it holds before the row by the list itself.
    pub(super) stated: Option<Written>,
}

impl End {
    pub(super) fn new(name: &str, kind: PartyKind) -> Self {
        Self { name: name.to_owned(), kind, stated: None }
    }

    pub(super) fn account(name: &str) -> Self {
        Self::new(name, PartyKind::Participant)
    }
}

/// Who asked it and where, as far as the list says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Told {
    pub(super) role: Option<Code>,
    pub(super) contact_point: Option<Id>,
    pub(super) on_behalf: bool,
    pub(super) partner: Option<Id>,
}

impl Step {
    /// Between two parties, with nothing more told.
    pub(super) fn new(place: RowPlace, moment: Moment, (from, to): (End, End), amount: Written) -> Self {
        Self { place, moment, kind: None, back: false, from, to, amount, told: Told::default() }
    }

    /// Whether it goes from an account to that account.
    pub(super) fn is_to_itself(&self) -> bool {
        self.from.name == self.to.name
            && (self.from.kind == self.to.kind || self.from.kind.holds() && self.to.kind.holds())
    }

    /// Whether it says the same as another, wherever that stands.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let place = self.place;
        Self { place, ..other.clone() } == *self
    }
}
