//! What came of a reservation that nobody picked up in time, seen from an account.

use crate::books::{Change, Entry, RESERVED, ReservationEnd, redeemed_by};
use crate::id::Id;
use crate::money::Amount;

use super::labels::Said;

/// How that is called in a statement: it is neither a lapse nor something given up.
pub(super) const RAN_OUT: Said = ["reservatie verlopen", "réservation échue", "reservation run out"];

/// Whether an account has a leg because reservations ran out, and what partners took in of them all the same.
pub(super) fn ran_out(entry: &Entry, account: &Id) -> Option<Amount> {
    let over = entry.changes.iter().filter_map(|change| match change {
        Change::ReservationEnded { reservation, end: ReservationEnd::TimedOut } => Some(reservation),
        _ => None,
    });
    let concerns = |change: &Change| match change {
        Change::NoShow(no_show) => redeemed_by(&no_show.partner).is_ok_and(|its| its == *account),
        Change::TakenIn { account: inside, .. } => inside.id() == *account,
        _ => false,
    };
    let mut over = over.peekable();
    over.peek()?;
    let own = over.any(|reservation| reservation.account.id() == *account) || *account == *RESERVED;
    (own || entry.changes.iter().any(concerns)).then(|| {
        let kept = entry.changes.iter().filter_map(|change| match change {
            Change::NoShow(no_show) => Some(no_show.kept),
            _ => None,
        });
        kept.fold(Amount::ZERO, |sum, kept| sum.checked_add(kept).unwrap_or(sum))
    })
}
