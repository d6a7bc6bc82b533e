//! What the generator leaves: values that stand in a row in the core, and types whose fields are their own.

pub(super) use muntwerk::books::EuroPlace;
pub(super) use muntwerk::calendar::Day;
pub(super) use muntwerk::id::{Code, Id, OrderId};
pub(super) use muntwerk::money::{Amount, Balance};
pub(super) use muntwerk::office::Place;
pub(super) use muntwerk::people::Share;

use muntwerk::design::Design;
use muntwerk::office::Notes;
use muntwerk::orders::RefusalCode;
use muntwerk::people::ActionSet;

use super::{AccountState, Action, EuroRate, NoticeOutcome};
use crate::error::{MuntwerkError, invalid};
use crate::mirror::{FromCore, IntoCore};
pub(super) use crate::scalars::{DesignText, Total};

/// Pieces of one face.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Pieces {
    /// The face. In minor units.
    pub face: Amount,
    /// How many.
    pub pieces: u32,
}

impl FromCore<Notes> for Vec<Pieces> {
    fn from_core(core: &Notes) -> Self {
        core.iter().map(|(face, pieces)| Pieces { face, pieces }).collect()
    }
}

impl IntoCore<Notes> for Vec<Pieces> {
    fn into_core(self) -> Result<Notes, MuntwerkError> {
        let told = self.len();
        Notes::new(self.into_iter().map(|one| (one.face, one.pieces)))
            .map_err(|error| invalid("notes", format!("{told} faces"), error))
    }
}

macro_rules! row {
    ($(#[$about:meta])* $name:ident($($core:ty),+) { $($(#[$doc:meta])* $field:ident: $kind:ty),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, uniffi::Record)]
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)+
        }

        impl FromCore<($($core),+)> for $name {
            fn from_core(($($field),+): &($($core),+)) -> Self {
                Self { $($field: FromCore::from_core($field)),+ }
            }
        }
    };
}

row! {
    /// What rounding left: a fraction of a cent.
    Remainder(i64, i64) {
        /// Above the line.
        num: i64,
        /// Below it.
        den: i64,
    }
}

row! {
    /// What became of a notice.
    NoticeRecord(muntwerk::orders::NoticeOutcome, Day) {
        /// Whether it reached the holder.
        outcome: NoticeOutcome,
        /// The day on which that was recorded.
        on: Day,
    }
}

row! {
    /// Up to where notices were given.
    NoticesThrough(Day, Day) {
        /// The last end date they are about.
        through: Day,
        /// The civil day on which.
        on: Day,
    }
}

row! {
    /// A euro till over a day, in cents.
    EuroTill(i64, i64, i64) {
        /// What lay in it when the office opened.
        at_opening: i64,
        /// What should lie in it.
        expected: i64,
        /// What was counted.
        counted: i64,
    }
}

row! {
    /// How many accounts are in a state.
    StateCount(muntwerk::people::AccountState, u64) {
        /// Which state.
        state: AccountState,
        /// How many.
        accounts: u64,
    }
}

row! {
    /// Who completed an order that waited.
    CompletedBy(Id, Code) {
        /// Who.
        person: Id,
        /// In which role.
        role: Code,
    }
}

impl FromCore<muntwerk::money::EuroRate> for EuroRate {
    fn from_core(core: &muntwerk::money::EuroRate) -> Self {
        Self { cents: core.cents(), units: core.units() }
    }
}

impl IntoCore<muntwerk::money::EuroRate> for EuroRate {
    fn into_core(self) -> Result<muntwerk::money::EuroRate, MuntwerkError> {
        let Self { cents, units } = self;
        muntwerk::money::EuroRate::new(cents, units)
            .map_err(|error| invalid("rate", format!("{cents} cents for {units}"), error))
    }
}

impl FromCore<ActionSet> for Vec<Action> {
    fn from_core(core: &ActionSet) -> Self {
        core.iter().map(|action| Action::from_core(&action)).collect()
    }
}

impl IntoCore<ActionSet> for Vec<Action> {
    fn into_core(self) -> Result<ActionSet, MuntwerkError> {
        let actions: Vec<muntwerk::people::Action> =
            self.into_iter().map(IntoCore::into_core).collect::<Result<_, _>>()?;
        Ok(ActionSet::of(&actions))
    }
}

impl FromCore<RefusalCode> for String {
    fn from_core(core: &RefusalCode) -> Self {
        core.text().to_owned()
    }
}

/// A design is its text, every default written out.
impl FromCore<Design> for DesignText {
    fn from_core(core: &Design) -> Self {
        Self(core.resolved())
    }
}

impl IntoCore<Design> for DesignText {
    fn into_core(self) -> Result<Design, MuntwerkError> {
        Ok(Design::parse(&self.0)?)
    }
}
