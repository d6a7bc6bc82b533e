//! [`Ends`]: the ends of a list's steps as parties.

use std::collections::BTreeMap;

use super::step::End;
use super::{ImportError, Reading};
use crate::evaluation::{Party, PartyKind, PartyNo};

/// The parties met so far. An account is one holder under its name; a source or a sink is another party, even if it
/// bears the name of an account, as where an office both issues units and holds some.
pub(super) struct Ends<'r> {
    reading: &'r Reading,
    numbers: BTreeMap<(PartyKind, String), PartyNo>,
    list: Vec<Party>,
}

impl<'r> Ends<'r> {
    pub(super) fn new(reading: &'r Reading) -> Result<Self, ImportError> {
        match reading.holders.iter().find(|(_, kind)| !kind.holds()) {
            Some((account, _)) => Err(ImportError::NotAHolder { account: account.clone() }),
            None => Ok(Self { reading, numbers: BTreeMap::new(), list: Vec::new() }),
        }
    }

    pub(super) fn number(&mut self, end: &End) -> Result<PartyNo, ImportError> {
        let said = self.reading.holders.get(&end.name).copied();
        // Notes are of a series: that a list says so itself counts.
        let told = end.kind == PartyKind::Participant;
        self.party(&end.name, if told { said.unwrap_or(end.kind) } else { end.kind })
    }

    pub(super) fn party(&mut self, name: &str, kind: PartyKind) -> Result<PartyNo, ImportError> {
        let key = (kind, name.to_owned());
        if let Some(number) = self.numbers.get(&key) {
            return Ok(*number);
        }
        let number = u32::try_from(self.list.len()).map_err(|_| ImportError::TooManyAccounts)?;
        self.list.push(Party { name: name.to_owned(), kind });
        self.numbers.insert(key, PartyNo(number));
        Ok(PartyNo(number))
    }

    pub(super) fn get(&self, number: PartyNo) -> Option<&Party> {
        self.list.get(number.index())
    }

    pub(super) fn into_list(self) -> Vec<Party> {
        self.list
    }
}
