//! [`Parties`]: the parties met so far, numbered in the order of appearance.

use std::collections::BTreeMap;

use super::{EvaluationError, Party, PartyKind, PartyNo};

/// What units are called that come about by credit: both of a ledger and of a list.
pub(super) const CREDIT: &str = "credit";

/// The parties met so far. A name can be that of a holder and, in a list that others kept, that of a source too: they
/// are two parties.
#[derive(Default)]
pub(super) struct Parties {
    numbers: BTreeMap<(PartyKind, String), PartyNo>,
    list: Vec<Party>,
}

impl Parties {
    /// The number of a party.
    pub(super) fn number(&mut self, name: &str, kind: PartyKind) -> Result<PartyNo, EvaluationError> {
        let key = (kind, name.to_owned());
        if let Some(number) = self.numbers.get(&key) {
            return Ok(*number);
        }
        let number = u32::try_from(self.list.len()).map_err(|_| EvaluationError::TooManyAccounts)?;
        self.list.push(Party { name: name.to_owned(), kind });
        self.numbers.insert(key, PartyNo(number));
        Ok(PartyNo(number))
    }

    pub(super) fn kind(&self, number: PartyNo) -> PartyKind {
        self.list.get(number.index()).map_or(PartyKind::Unexplained, |party| party.kind)
    }

    pub(super) fn into_list(self) -> Vec<Party> {
        self.list
    }
}
