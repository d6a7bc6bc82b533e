//! The line of who waits for pieces of an offer (R25). It is strict: whoever came first is served first, and
//! nobody overtakes the first in line, also if that one wants more pieces than are free and another fewer.
//!
//! What is kept for whoever is called stays in the stock; it is only not for others.

use std::collections::BTreeSet;

use crate::books::{AccountChange, AccountState, Change, CounterKey, Entry, PlaceEnd, WaitingPlace};
use crate::calendar::Day;
use crate::design::WaitingList;
use crate::id::{Code, Id, OrderId};
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;

/// A line as it stands for one account that wants pieces, or for somebody without one.
pub(super) struct Line<'s> {
    /// The account's own place.
    pub(super) mine: Option<&'s WaitingPlace>,
    /// How many others are first: those before an own place that is not called, or everybody not called.
    pub(super) before: u64,
    /// The pieces that are kept for others who are called, each until its day.
    kept: Vec<(Day, u64)>,
}

impl<'s> Line<'s> {
    pub(super) fn of(scene: &Scene<'s>, partner: Id, reward: Code, whose: Option<Id>) -> Self {
        let mut line = Self { mine: None, before: 0, kept: Vec::new() };
        let mut first = 0_u64;
        for place in scene.waiting.line(partner, reward) {
            if Some(place.account.id()) == whose {
                line.mine = Some(place);
                // Who is called takes what is kept; for more than that the others are first.
                if place.called_until.is_none() {
                    line.before = first;
                }
            } else if let Some(until) = place.called_until {
                line.kept.push((until, place.pieces.into()));
            } else {
                first = first.saturating_add(1);
            }
        }
        if line.mine.is_none_or(|mine| mine.called_until.is_some()) {
            line.before = first;
        }
        line.kept.sort_unstable();
        line
    }

    /// The pieces that are kept for others.
    pub(super) fn kept(&self) -> u64 {
        self.kept.iter().fold(0, |sum, (_, pieces)| sum.saturating_add(*pieces))
    }

    /// How many of the pieces in stock the account can have.
    pub(super) fn available(&self, stock: u64) -> u64 {
        if self.before == 0 {
            return stock.saturating_sub(self.kept());
        }
        let called = self.mine.filter(|mine| mine.called_until.is_some());
        called.map_or(0, |mine| u64::from(mine.pieces)).min(stock)
    }

    /// Why somebody else comes first, if the pieces that are there are kept for others, or others wait.
    pub(super) fn refusal(&self, reward: Code, there: u64, wanted: u64) -> Option<Refusal> {
        let mut free = there;
        let enough = self.kept.iter().find(|(_, pieces)| {
            free = free.saturating_add(*pieces);
            free >= wanted
        });
        let until = enough.or(self.kept.last()).map(|(until, _)| *until);
        if let Some(until) = until {
            return Some(Refusal::of(RefusalCode::KeptForWaiting, reward).with(|figures| {
                figures.count = i64::try_from(there).ok();
                figures.until = Some(until);
            }));
        }
        (self.before > 0).then(|| {
            Refusal::of(RefusalCode::WaitingFirst, reward)
                .with(|figures| figures.count = i64::try_from(self.before).ok())
        })
    }
}

/// Whoever waited and takes pieces now has no place any more.
pub(super) fn taken(line: &Line<'_>, entry: &mut Entry) {
    entry.changes.extend(line.mine.map(|place| ended(place, PlaceEnd::Taken)));
}

pub(in crate::rules) fn ended(place: &WaitingPlace, end: PlaceEnd) -> Change {
    Change::PlaceEnded { place: Box::new(place.clone()), end }
}

/// Keeps the lines right after whatever an entry does: accounts that may have nothing any more lose their
/// places, and where pieces came free the first in line are called. `told` is the day from which they have
/// their days: no host tells anybody before it.
pub(in crate::rules) fn keep(scene: &Scene<'_>, told: Day, entry: &mut Entry) -> Result<(), Refusal> {
    if scene.waiting.is_empty() {
        return Ok(());
    }
    end_with_accounts(scene, entry);
    let mut touched: BTreeSet<(Id, Code)> = BTreeSet::new();
    for count in &entry.counters {
        if let CounterKey::Stock { partner, reward } = count.key {
            touched.insert((partner, reward));
        }
    }
    touched.extend(entry.changes.iter().filter_map(|change| match change {
        Change::PlaceEnded { place, .. } => Some((place.partner, place.reward)),
        _ => None,
    }));
    for (partner, reward) in touched {
        call(scene, (partner, reward), told, entry)?;
    }
    Ok(())
}

/// A blocked account, a closed one and one whose holder died wait for nothing.
fn end_with_accounts(scene: &Scene<'_>, entry: &mut Entry) {
    let gone = entry.changes.iter().filter_map(|change| match change {
        Change::Account(AccountChange::State { account, is, .. }) => match is {
            AccountState::Active | AccountState::Inactive | AccountState::Leaver => None,
            AccountState::Candidate
            | AccountState::Blocked
            | AccountState::Deceased
            | AccountState::Closed => Some(account.id()),
        },
        _ => None,
    });
    let gone: Vec<Id> = gone.collect();
    let places = gone.into_iter().flat_map(|account| scene.waiting.of_account(account));
    entry.changes.extend(places.map(|place| ended(place, PlaceEnd::AccountEnded)));
}

/// The list that an offer has today, if it can be had at all any more.
pub(in crate::rules) fn list(scene: &Scene<'_>, reward: Code) -> Option<WaitingList> {
    let offer = scene.booking_design().redemption().get(&reward)?;
    offer.available.next_open(scene.day)?;
    offer.waiting
}

/// Calls the first in line whose pieces are there. Nobody is called for days on which it cannot be had.
pub(in crate::rules) fn call(
    scene: &Scene<'_>,
    (partner, reward): (Id, Code),
    told: Day,
    entry: &mut Entry,
) -> Result<(), Refusal> {
    let Some(list) = list(scene, reward) else { return Ok(()) };
    let until = told.plus_days(list.days.into()).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
    let offer = scene.booking_design().redemption().get(&reward);
    let days = [told.next().unwrap_or(Day::LAST), until];
    if offer.is_none_or(|offer| !days.into_iter().all(|day| offer.available.is_open(day))) {
        return Ok(());
    }
    let gone: BTreeSet<OrderId> = entry
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::PlaceEnded { place, .. } => Some(place.id),
            _ => None,
        })
        .collect();
    let key = CounterKey::Stock { partner, reward };
    let moved = entry.counters.iter().filter(|count| count.key == key).map(|count| count.by.minor());
    let stock = moved.fold(scene.counters.used(&key).minor(), i64::saturating_add);
    let line = || scene.waiting.line(partner, reward).filter(|place| !gone.contains(&place.id));
    let called = line().filter(|place| place.called_until.is_some()).map(|place| i64::from(place.pieces));
    let mut free = called.fold(stock, i64::saturating_sub);
    for place in line().filter(|place| place.called_until.is_none()) {
        free = free.saturating_sub(place.pieces.into());
        if free < 0 {
            break;
        }
        let (place, account) = (place.id, place.account);
        entry.changes.push(Change::PlaceCalled { place, account, until });
    }
    Ok(())
}
