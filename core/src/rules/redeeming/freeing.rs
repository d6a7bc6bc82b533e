//! Giving up what was reserved: the pieces are free again, and the units go back to the account they came
//! from, whatever its state, floor or ceiling: they were its own all the time.
//!
//! They have the dates they had. If a date has passed while they were set aside, where lapse waits, the
//! design says what holds for all that comes back: they lapse at once, or have some days (R64).
//! Of what nobody picked up in time the partner may keep a part.

use std::collections::BTreeMap;

use super::no_show;
use crate::books::{Change, Draft, Measure, RESERVED, Reservation, ReservationEnd, Taken, total};
use crate::dense::{AccountNo, LotNo};
use crate::money::{Amount, Balance};
use crate::orders::Refusal;
use crate::rules::Scene;
use crate::rules::coming_back::{Fate, Returns, lapse_at_once, merged};

/// Ends reservations that were not picked up, all in one entry.
pub(in crate::rules) fn free(
    scene: &Scene<'_>,
    reservations: &[&Reservation],
    end: ReservationEnd,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let reserved = scene.chart(RESERVED)?;
    let mut given: BTreeMap<AccountNo, Vec<(LotNo, Amount)>> = BTreeMap::new();
    let mut lapsed: Vec<(LotNo, Amount)> = Vec::new();
    for reservation in reservations {
        let (account, _) = scene.account(&reservation.account.id())?;
        let set_aside: Taken = reservation.taken().collect();
        draft.remove(reserved, &set_aside)?;
        let kept = match end {
            ReservationEnd::TimedOut => no_show::kept(scene, reservation, draft)?,
            ReservationEnd::Released | ReservationEnd::PickedUp => Taken::new(),
        };
        let returns = Returns::new(scene, account, reserved, draft)?;
        for (lot, units) in without(&set_aside, &kept) {
            let back = given.entry(account).or_default();
            match returns.fate(lot)? {
                Fate::AsItWas => back.push((lot, units)),
                Fate::Until(end) => back.push((returns.issue(lot, lot, Some(end), units, draft)?, units)),
                Fate::Lapses => lapsed.push((lot, units)),
            }
        }
        give_counters_back(scene, reservation, total(&kept)?, draft)?;
        let reservation = Box::new((*reservation).clone());
        draft.entry.changes.push(Change::ReservationEnded { reservation, end });
    }
    // Each account once, since what comes back repays what was drawn meanwhile.
    for (account, pieces) in given.into_iter().filter(|(_, pieces)| !pieces.is_empty()) {
        draft.receive(account, &merged(pieces.into_iter())?)?;
    }
    lapse_at_once(scene, &merged(lapsed.into_iter())?, draft)
}

/// Pieces, less some of them.
fn without(pieces: &Taken, less: &Taken) -> Taken {
    let gone =
        |lot: LotNo| less.iter().find(|(other, _)| *other == lot).map_or(Amount::ZERO, |(_, gone)| *gone);
    let left =
        pieces.iter().map(|(lot, units)| (*lot, units.checked_sub(gone(*lot)).unwrap_or(Amount::ZERO)));
    left.filter(|(_, units)| !units.is_zero()).collect()
}

/// What reserving counted it counts no more, but for units that were taken in all the same; of a period that can no longer change nothing is kept.
fn give_counters_back(
    scene: &Scene<'_>,
    reservation: &Reservation,
    kept: Amount,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    for count in &reservation.counters {
        let by = match count.key.measure() {
            Measure::Units => count.by.checked_sub(Balance::from(kept)).unwrap_or(Balance::ZERO),
            Measure::Pieces => count.by,
        };
        let by = by.checked_neg().unwrap_or(Balance::ZERO);
        let used = Balance::from(scene.counters.used(&count.key));
        let most = used.checked_neg().unwrap_or(Balance::ZERO);
        draft.count(count.key, by.max(most))?;
    }
    Ok(())
}
