//! The nouns of paper: notes of a series and a face, the places where they are, sendings, the day of
//! an office, and how to pay an amount with the pieces that are there.
//!
//! Paper is counted, not estimated (R33). A note is *blank* in the vault, in transit, in the stock of an
//! office or among what it took in: nobody owns it. It is *live* in circulation, in a till and while it is
//! missing: units stand behind it, on the account `paper:<series>`.

mod change_making;
mod day;
mod note;
mod notes;
mod offices;
mod place;
mod sending;

pub(crate) use change_making::{Drawer, NoSet};
pub use day::{CashCount, OfficeDay, SeriesCount};
pub use note::{Note, NoteLeg};
pub use notes::{Notes, NotesError};
pub use offices::{OfficeChange, Offices};
pub use place::{Place, PlaceError};
pub use sending::{Depot, Sending};
