//! Taking an operation of an office back, whole (R44; domain 3.5: inside the window, by internal management
//! only). The counter-entry is its mirror: the same notes, lots and euro go back where they came from, if
//! all of them are still there.

use super::is_open;
use crate::books::{Change, Count, Draft, Entry, Leg, Piece};
use crate::calendar::Day;
use crate::money::{Amount, Balance};
use crate::orders::{Ask, Chargeback, Refusal, RefusalCode};
use crate::people::{AccountState, Action};
use crate::rules::rule::Act;
use crate::rules::{About, Original, Scene, settling};

/// Operations at a counter.
fn can_be_charged_back(ask: &Ask) -> bool {
    matches!(
        ask,
        Ask::PayOut(_)
            | Ask::TakeIn(_)
            | Ask::SwapNotes(_)
            | Ask::ChangeEuro(_)
            | Ask::Sell(_)
            | Ask::HandIn(_)
            | Ask::RedeemNotes(_)
            | Ask::AwardNotes(_)
            | Ask::TopUp(_)
    )
}

fn original<'s>(scene: &Scene<'s>) -> Result<&'s Original, Refusal> {
    let original = scene.original.ok_or_else(|| Refusal::new(RefusalCode::OriginalUnknown))?;
    // An order that waits moved nothing; one that freed what others had reserved moved more than its own.
    let its_own = |change: &Change| {
        matches!(change, Change::PendingEnded { .. } | Change::PaidInEuro { .. } | Change::Accepted(_))
    };
    if !original.entry.changes.iter().all(its_own) || !can_be_charged_back(&original.asked().ask) {
        return Err(Refusal::new(RefusalCode::NotReversible));
    }
    Ok(original)
}

/// What the operation was worth: the most that came to any one place, all faces together. Notes that are
/// swapped come to two.
fn worth(entry: &Entry) -> Amount {
    let coming = |place| entry.notes.iter().filter(move |leg| leg.place == place).map(|leg| leg.value());
    let sums = entry.notes.iter().map(|leg| coming(leg.place).filter(|value| *value > 0).sum::<i128>());
    let coming = sums.max();
    let minor = coming.and_then(|value| i64::try_from(value).ok()).unwrap_or(0);
    Amount::from_minor(minor).unwrap_or(Amount::MAX)
}

/// Whether an account can give back, or get back, what a leg did to it.
fn can_be_undone(scene: &Scene<'_>, leg: &Leg) -> Result<(), Refusal> {
    let (row, account) = scene.account(&leg.account.id())?;
    if account.state() == AccountState::Closed {
        return Err(Refusal::about(RefusalCode::MayNotReceive, account.id())
            .with(|figures| figures.what = crate::rules::standing::word(AccountState::Closed)));
    }
    if !account.kind().holds_lots() {
        return Ok(());
    }
    let mut left = account.holdings().len();
    for Piece(lot, amount) in &leg.lots {
        let there = scene.books.piece(row, *lot);
        if !amount.is_negative() && there < amount.magnitude() {
            return Err(Refusal::about(RefusalCode::ReceiverSpent, account.id()).with(|figures| {
                figures.asked = Some(*amount);
                figures.available = Some(there.into());
            }));
        }
        left = left.saturating_sub(usize::from(!amount.is_negative() && there == amount.magnitude()));
    }
    // Holding units and owing some do not go together: what the receipt repaid cannot be owed again while
    // other units are held, nor can units come back to an account that has drawn since.
    let redraws = leg.drawn.is_negative() && left > 0;
    let holds = leg.lots.iter().any(|Piece(_, amount)| amount.is_negative()) && !account.drawn().is_zero();
    if redraws || holds {
        return Err(Refusal::about(RefusalCode::ReceiverSpent, account.id()).with(|figures| {
            figures.asked = Some(leg.amount);
            figures.available = Some(Balance::ZERO);
        }));
    }
    Ok(())
}

impl Act for Chargeback {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About { amount: worth(&original(scene)?.entry), ..About::action(Action::Chargeback) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let Original { order, entry } = original(scene)?;
        let window = i32::from(super::paper(scene)?.chargeback_days);
        let until = order.booking_day.plus_days(window).unwrap_or(Day::LAST);
        if until < scene.day {
            return Err(Refusal::new(RefusalCode::ReversalWindow).with(|f| f.until = Some(until)));
        }
        if let Some(before) = scene.reversals.of(self.original) {
            return Err(Refusal::new(RefusalCode::AlreadyReversed).with(|f| f.limit = Some(before.into())));
        }
        for leg in &entry.legs {
            can_be_undone(scene, leg)?;
        }
        for leg in &entry.notes {
            if let Some(office) = leg.place.office() {
                is_open(scene, office)?;
            }
            if leg.by > scene.books.paper().count(leg.note(), leg.place) {
                return Err(Refusal::of(RefusalCode::NotesShort, leg.series).with(|figures| {
                    figures.asked = Some(leg.face.into());
                    figures.count = Some(leg.by);
                    figures.who = leg.place.office();
                }));
            }
        }
        for leg in &entry.euro {
            if let crate::books::EuroPlace::Till(office) = leg.place
                && leg.cents > scene.books.euro().cents(leg.place)
            {
                return Err(
                    Refusal::about(RefusalCode::EuroShort, office).with(|f| f.count = Some(leg.cents))
                );
            }
        }
        draft.mirror(entry)?;
        let accepted = entry.changes.iter().find_map(|change| match change {
            Change::Accepted(acceptance) => Some(acceptance.units),
            _ => None,
        });
        if let Some(units) = accepted {
            settling::taken_back(scene, self.original, units, draft)?;
        }
        for count in &entry.counters {
            // A period that is over is counted no more.
            let back = count.by.checked_neg().map(|by| Count { key: count.key, by });
            draft.entry.counters.extend(back.filter(|back| scene.counters.after(back).is_some()));
        }
        for change in &entry.changes {
            if let Change::PaidInEuro { partner, amount } = change {
                let amount = amount.checked_neg().unwrap_or(Balance::ZERO);
                draft.entry.changes.push(Change::PaidInEuro { partner: *partner, amount });
            }
        }
        let value_day = order.value_day;
        draft.entry.changes.push(Change::Reversed {
            original: self.original,
            amount: about.amount,
            value_day,
        });
        Ok(())
    }
}
