//!
//! An [`Entry`] is the whole consequence of one order: legs that sum to zero, the lots issued, the
//! counters moved, the statuses changed. [`Books`] is what applying entries adds up to.

mod account;
mod audit;
mod budget_use;
mod cap_use;
mod change;
mod chart;
mod cohort;
mod counter;
mod draft;
mod due;
mod ends;
mod entry;
mod euro_books;
mod holdings;
mod ledger_books;
mod limits;
mod lot;
mod lot_table;
mod move_ends;
mod notice;
mod paper_books;
mod reservation;
mod reservations;
mod settlement;
mod standing;
mod waiting;
mod waiting_place;

pub use crate::people::{AccountKind, AccountState};
pub use account::Account;
pub use audit::Finding;
pub(crate) use audit::{Ring, audit, wide, wide_balance};
pub use budget_use::BudgetUse;
pub use cap_use::{CapFigures, CapHolder, CapUnknown, CapUse};
pub(crate) use cap_use::{CapKeys, value_version};
pub use change::{AccountChange, Change, Flag};
pub use chart::{
    BOUGHT, EXCHANGED, GROUP, LAPSED, OPENING, POT, RESERVED, bought_in, issued_by, on_paper, redeemed_by,
    shortage_of, surplus_of,
};
pub use counter::{Count, CounterKey, Counters, Measure};
pub(crate) use draft::{Credit, Draft, Overflow, Taken, first, total};
pub use ends::{EarnedSpan, EndsMoved, Towards};
pub use entry::{AccountRef, Concerns, Entry, Leg, Piece};
pub use euro_books::{BackedBy, Cash, EuroBooks, EuroLeg, EuroPlace};
pub use holdings::Holdings;
pub use ledger_books::Books;
pub use limits::{AccountLimits, LimitException, LimitInForce, LimitSource, LimitsInForce};
pub use lot::{Issue, Lot, LotFacts, Origin, OriginKind};
pub use notice::Notice;
pub use paper_books::PaperBooks;
pub use reservation::{KeptUntil, Missed, NoShowTerms, Reservation, ReservationEnd};
pub use reservations::Reservations;
pub use settlement::{Acceptance, Claim, ClaimLine, ClaimState, Claimed, Fees, Settlements, Stands};
pub use waiting::Waiting;
pub use waiting_place::{PlaceEnd, WaitingPlace};
