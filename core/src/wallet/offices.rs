//! Where people are helped, when, and with which notes.

use super::{Wallet, WalletError};
use crate::calendar::Day;
use crate::design::{Function, Names, OpenSpan, OpeningHours, Weekday};
use crate::id::{Code, Id};
use crate::money::Amount;

/// A contact point.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OfficeLine {
    /// Its id.
    pub office: Id,
    /// What is done there.
    pub functions: Vec<Function>,
    /// Its hours in a week.
    pub week: OpeningHours,
    /// The day of the week.
    pub weekday: Weekday,
    /// Its hours on the day; none if it is closed.
    pub today: Vec<OpenSpan>,
    /// The notes it hands out, where it exchanges: whether it has the pieces today, only the office knows.
    pub notes: Vec<SeriesAtOffice>,
}

/// A series of notes that is handed out on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SeriesAtOffice {
    /// Its code.
    pub series: Code,
    /// Its name in each language.
    pub names: Names,
    /// The faces in minor units, the smallest first: what can be paid out is a sum of these.
    pub faces: Vec<Amount>,
    /// The last day on which its notes can be spent.
    pub spend_until: Option<Day>,
}

impl Wallet {
    /// The contact points where somebody is helped on the phone's civil day or later, by id.
    ///
    /// # Errors
    /// [`WalletError::NothingSeen`] before the first feed.
    pub fn offices(&self, today: Day) -> Result<Vec<OfficeLine>, WalletError> {
        let (_, design) = self.replica()?.ledger().state().designs().on(today);
        let there = |point: &&crate::design::ContactPoint| point.until.is_none_or(|until| today <= until);
        let notes: Vec<SeriesAtOffice> = design
            .paper()
            .map_or(&[][..], |paper| &paper.series)
            .iter()
            .filter(|series| series.is_valid(today))
            .map(|series| SeriesAtOffice {
                series: series.code,
                names: series.names.clone(),
                faces: series.denominations.clone(),
                spend_until: series.spend_until,
            })
            .collect();
        let line = |point: &crate::design::ContactPoint| OfficeLine {
            office: point.id,
            functions: point.functions.clone(),
            week: point.hours.clone(),
            weekday: Weekday::of(today),
            today: if point.is_open_on(today) {
                point.hours.on(Weekday::of(today)).to_vec()
            } else {
                Vec::new()
            },
            notes: if point.has(Function::Exchange) { notes.clone() } else { Vec::new() },
        };
        Ok(design.contact_points().all().iter().filter(there).map(line).collect())
    }
}
