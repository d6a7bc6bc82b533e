//! Opening a ledger: its first record.

use serde::{Deserialize, Serialize};

use super::history::History;
use super::journal::Chain;
use super::record::BodyRef;
use super::register::Register;
use super::{Ledger, State};
use crate::books::{AccountKind, BOUGHT, EXCHANGED, GROUP, LAPSED, OPENING, POT, RESERVED};
use crate::calendar::Day;
use crate::dense::Secret;
use crate::design::Design;
use crate::id::Id;
use crate::people::{Appointment, PeopleChange};

/// The first record of a journal: which ledger, from which day, under which design. The design stands
/// there resolved, every default written out, so that a newer library cannot change old books.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The ledger's id.
    pub ledger: Id,
    /// Its first day.
    pub day: Day,
    /// The design, resolved.
    pub design: Box<Design>,
}

/// Why a ledger cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum OpenError {
    /// The last day that can be written cannot be closed.
    #[error("a ledger cannot start on {0}, the last day that can be written")]
    LastDay(Day),
}

impl Ledger {
    /// Opens an empty ledger. The design's office-holders are the first people it knows.
    ///
    /// # Errors
    /// [`OpenError`] if the first day is the last that can be written.
    pub fn open(ledger: Id, design: Design, day: Day, secret: Secret) -> Result<Self, OpenError> {
        let opening = Opening { ledger, day, design: Box::new(design) };
        let mut opened = Self::from_opening(opening.clone(), secret)?;
        opened.history.push(&BodyRef::Opening(&opening));
        Ok(opened)
    }

    /// Opens an empty ledger on the day on which this one was opened, under another id and design.
    ///
    /// # Errors
    /// [`OpenError`], as [`Ledger::open`].
    pub(crate) fn open_beside(&self, ledger: Id, design: Design) -> Result<Self, OpenError> {
        Self::open(ledger, design, self.state.designs.first_day(), self.register.secret())
    }

    pub(super) fn from_opening(opening: Opening, secret: Secret) -> Result<Self, OpenError> {
        let Opening { ledger, day, design } = opening;
        if day == Day::LAST {
            return Err(OpenError::LastDay(day));
        }
        let mut state = State::new(day, *design, secret);
        state.books.open_chart(LAPSED, AccountKind::Lapsed, day);
        // The pot has its account from the start, so that an amendment may bring one in.
        state.books.open_chart(POT, AccountKind::Pot, day);
        state.books.open_chart(GROUP, AccountKind::Group, day);
        state.books.open_chart(OPENING, AccountKind::Opening, day);
        state.books.open_chart(RESERVED, AccountKind::Reserved, day);
        if state.design().circulation().euro_backed {
            state.books.open_chart(BOUGHT, AccountKind::Issued, day);
            state.books.open_chart(EXCHANGED, AccountKind::Redeemed, day);
        }
        for holder in state.design().office_holders().to_vec() {
            if state.people.number_of(&holder.person).is_none() {
                state.people.apply(&PeopleChange::Known(holder.person));
            }
            let appointment = Appointment { role: holder.role, from: day, scope: holder.scope, until: None };
            state.people.apply(&PeopleChange::Appointed(holder.person, appointment));
        }
        let noticed = state.first_noticed();
        state.books.set_noticed_through(noticed);
        state.number = 1;
        Ok(Self {
            state,
            history: History::default(),
            register: Register::new(secret),
            chain: Chain::default(),
            ledger,
        })
    }

    /// The ledger's id.
    pub fn id(&self) -> Id {
        self.ledger
    }

    /// The state: books, people, what waits.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The current day.
    pub fn day(&self) -> Day {
        self.state.day
    }

    /// The design in force on the current day.
    pub fn design(&self) -> &Design {
        self.state.design()
    }
}
