//! [`Movement`]: so many units from one party to another, and [`Movements`]: all of them in order.

use super::{EvaluationError, Kind, Party, PartyKind, PartyNo, Window};
use crate::calendar::Day;
use crate::dense::LotNo;
use crate::id::{Code, Id};
use crate::money::{Amount, Scale};
use crate::views::PartnerBook;

/// So many units from one party to another on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Movement {
    /// The booking day. Days never go back from one movement to the next.
    pub day: Day,
    /// The number of the record, or the line of the file. One record may move units more than once; the order
    /// in the list is then the order in which they move.
    pub seq: u64,
    /// What it is.
    pub kind: Kind,
    /// Whether it takes back an earlier movement of this kind: the units then go the other way.
    pub back: bool,
    /// Whose units they were.
    pub from: PartyNo,
    /// Who has them now.
    pub to: PartyNo,
    /// How many minor units.
    pub amount: Amount,
    /// The role in which it was asked, where the source says so.
    pub role: Option<Code>,
    /// The contact point where it was asked.
    pub contact_point: Option<Id>,
    /// Whether somebody asked it for a participant who did not ask themselves.
    pub on_behalf: bool,
    /// The partner that rewarded or took the units in.
    pub partner: Option<Id>,
    /// The pieces of lots that left; none where the source keeps no lots.
    pub left: Vec<LotPiece>,
    /// The pieces of lots that came, which are others where units got new dates.
    pub came: Vec<LotPiece>,
}

impl Movement {
    /// Whose act it is: of whoever is rewarded, buys or brings notes where units come about or come off notes,
    /// and of whoever pays everywhere else. What takes back an earlier movement is nobody's act.
    pub fn actor(&self) -> Option<PartyNo> {
        (!self.back).then(|| self.acting(self.from, self.to))
    }

    /// Whose act is taken back, if one is.
    pub(super) fn undone_actor(&self) -> Option<PartyNo> {
        self.back.then(|| self.acting(self.to, self.from))
    }

    fn acting(&self, from: PartyNo, to: PartyNo) -> PartyNo {
        match self.kind {
            Kind::Earn
            | Kind::Opening
            | Kind::Buy
            | Kind::Credit
            | Kind::Unexplained
            | Kind::TakeIn
            | Kind::Release => to,
            _ => from,
        }
    }

    /// Whether it was asked for somebody else or at a contact point.
    pub fn is_mediated(&self) -> bool {
        self.on_behalf || self.contact_point.is_some()
    }
}

/// Minor units of one lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct LotPiece {
    /// Which lot.
    pub lot: LotNo,
    /// How many minor units.
    pub amount: Amount,
}

/// When the units of a lot were issued, by the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct Birth {
    /// The day on which they were earned: that of the first lot they were in.
    pub day: Day,
    /// Whether they came off notes, so that it is not known when they were issued.
    pub off_paper: bool,
}

/// Every movement of units of a currency, in the order in which they happened: what all figures are taken
/// from. Made from a ledger by [`Movements::of_ledger`].
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Movements {
    /// What a unit is called.
    pub unit: String,
    /// How many decimals a minor unit stands for.
    #[serde(serialize_with = "decimals")]
    pub scale: Scale,
    /// The parties, by [`PartyNo`].
    pub parties: Vec<Party>,
    /// The movements in order.
    pub rows: Vec<Movement>,
    /// When the units of each lot were issued, by number; `None` where the source keeps no lots.
    pub lots: Option<Vec<Birth>>,
    /// What partners issued and took in, as the books tell it; `None` where there are no books.
    #[serde(skip)]
    pub partners: Option<PartnerBook>,
    /// Rows of the source that are no movement and were left out.
    pub dropped: u64,
}

fn decimals<S: serde::Serializer>(scale: &Scale, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u8(scale.digits())
}

impl Movements {
    /// A party by its number.
    pub fn party(&self, number: PartyNo) -> Option<&Party> {
        self.parties.get(number.index())
    }

    /// What a party is. A number of another list is a source nobody knows.
    pub fn kind_of(&self, number: PartyNo) -> PartyKind {
        self.party(number).map_or(PartyKind::Unexplained, |party| party.kind)
    }

    /// The movements of a window's days.
    pub fn within(&self, window: Window) -> impl Iterator<Item = &Movement> {
        let first = self.rows.partition_point(|row| row.day < window.from());
        let rows = self.rows.get(first..).unwrap_or_default();
        rows.iter().take_while(move |row| row.day <= window.through())
    }

    /// What amounts are counted in.
    pub(super) fn minor_units(&self) -> String {
        format!("minor units of {}", self.unit)
    }

    /// Whether anything happened by the end of a window.
    pub(super) fn has_begun_by(&self, window: Window) -> bool {
        self.rows.first().is_some_and(|row| row.day <= window.through())
    }

    /// What the first window is that holds every movement; `None` of an empty list.
    ///
    /// # Errors
    /// [`EvaluationError::WindowEndless`] if something happened on the last day there is.
    pub fn window(&self) -> Result<Option<Window>, EvaluationError> {
        let ends = self.rows.first().zip(self.rows.last());
        ends.map(|(first, last)| Window::new(first.day, last.day)).transpose()
    }
}
