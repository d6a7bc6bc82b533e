//! [`Ends`]: the ends of a list's steps as parties.

use super::step::End;
use super::{ImportError, Reading};
use crate::evaluation::parties::Parties;
use crate::evaluation::{Party, PartyKind, PartyNo};

/// The parties met so far. An account is one holder under its name; a source or a sink is another party, even if it
/// bears the name of an account, as where an office both issues units and holds some.
pub(super) struct Ends<'r> {
    reading: &'r Reading,
    parties: Parties,
}

impl<'r> Ends<'r> {
    pub(super) fn new(reading: &'r Reading) -> Result<Self, ImportError> {
        match reading.holders.iter().find(|(_, kind)| !kind.holds()) {
            Some((account, _)) => Err(ImportError::NotAHolder { account: account.clone() }),
            None => Ok(Self { reading, parties: Parties::default() }),
        }
    }

    pub(super) fn number(&mut self, end: &End) -> Result<PartyNo, ImportError> {
        let said = self.reading.holders.get(&end.name).copied();
        // Notes are of a series: that a list says so itself counts.
        let told = end.kind == PartyKind::Participant;
        self.party(&end.name, if told { said.unwrap_or(end.kind) } else { end.kind })
    }

    pub(super) fn party(&mut self, name: &str, kind: PartyKind) -> Result<PartyNo, ImportError> {
        self.parties.number(name, kind).map_err(|_| ImportError::TooManyAccounts)
    }

    pub(super) fn kind(&self, number: PartyNo) -> PartyKind {
        self.parties.kind(number)
    }

    pub(super) fn into_list(self) -> Vec<Party> {
        self.parties.into_list()
    }
}
