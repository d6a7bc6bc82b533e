//! Taking an earlier order back by a linked counter-entry (R44, R64).
//!
//! Units come back from whoever received them (see [`take_back`]) and go to whoever paid, with the
//! dates they had. What was taken off other lots, the pot or as debt is re-issued as new lots with the
//! original as parent, so that no lot ever exceeds its issue.

use super::taken_back::{TakenBack, pieces_of, take_back};
use super::window_end;
use crate::books::{
    AccountKind, AccountState, Change, Count, CounterKey, Draft, Entry, Leg, Measure, OriginKind, POT,
    ReservationEnd, Taken, first,
};
use crate::dense::{AccountNo, LotNo};
use crate::id::Id;
use crate::money::{Amount, Balance};
use crate::orders::{Ask, Order, Refusal, RefusalCode, Reverse};
use crate::people::Action;
use crate::rules::coming_back::{Fate, Returns, lapse_at_once, merged};
use crate::rules::rule::Act;
use crate::rules::standing::word;
use crate::rules::{About, Scene, amounts, settling};

/// The two sides of an order that moved units.
struct Moved<'s> {
    order: &'s Order,
    entry: &'s Entry,
    /// Whose units they were, and the leg by which they went.
    payer: (Id, &'s Leg),
    payee: &'s Leg,
    partner: Option<Id>,
    amount: Amount,
}

fn reversible(kind: &Ask) -> bool {
    matches!(
        kind,
        Ask::Award(_)
            | Ask::Welcome(_)
            | Ask::Transfer(_)
            | Ask::Gift(_)
            | Ask::PayForRelative(_)
            | Ask::Redeem(_)
            | Ask::PickUp(_)
    )
}

fn moved<'s>(scene: &Scene<'s>) -> Result<Moved<'s>, Refusal> {
    let original = scene.original.ok_or_else(|| Refusal::new(RefusalCode::OriginalUnknown))?;
    let (order, entry) = (&original.order, &original.entry);
    let taken_back = entry.changes.iter().any(|change| matches!(change, Change::Reversed { .. }));
    let not_reversible = || Refusal::new(RefusalCode::NotReversible);
    if !reversible(&original.asked().ask) || taken_back {
        return Err(not_reversible());
    }
    let asked = original.asked();
    let (one, two) = match (entry.legs.as_slice(), &asked.ask) {
        ([one, two], _) => (one, two),
        // Before it took the last piece, it released what had run out of time.
        ([.., one, two], Ask::Redeem(_)) => (one, two),
        _ => return Err(not_reversible()),
    };
    let (paying, payee) = if one.amount.is_negative() { (one, two) } else { (two, one) };
    let amount = payee.amount.as_amount().ok_or_else(not_reversible)?;
    let picked_up = entry.changes.iter().find_map(|change| match change {
        Change::ReservationEnded { reservation, end: ReservationEnd::PickedUp } => Some(reservation),
        _ => None,
    });
    let partner = match &asked.ask {
        Ask::Award(award) => Some(award.partner),
        Ask::Redeem(redeem) => Some(redeem.partner),
        _ => picked_up.map(|reservation| reservation.partner),
    };
    // What was picked up was paid when it was reserved.
    let payer = picked_up.map_or(paying.account.id(), |reservation| reservation.account.id());
    Ok(Moved { order, entry, payer: (payer, paying), payee, partner, amount })
}

impl Reverse {
    fn asked(&self, moved: &Moved<'_>) -> Result<Amount, Refusal> {
        let asked = self.amount.unwrap_or(moved.amount);
        if asked > moved.amount {
            return Err(Refusal::new(RefusalCode::MoreThanOriginal).with(|figures| {
                figures.asked = Some(asked.into());
                figures.limit = Some(moved.amount.into());
            }));
        }
        amounts::positive(asked)
    }
}

impl Act for Reverse {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let moved = moved(scene)?;
        let amount = self.asked(&moved)?;
        let participant = |account: Id| {
            let row = scene.books.number_of(&account)?;
            scene.books.account(row).filter(|account| account.kind().is_participant()).map(|_| row)
        };
        let (payer, payee) = (participant(moved.payer.0), participant(moved.payee.account.id()));
        Ok(About {
            account: payer.or(payee),
            other: payer.and(payee),
            partner: moved.partner,
            amount,
            ..About::action(Action::Reverse)
        })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        give_back(self, scene, draft)?;
        settling::taken_back(scene, self.original, about.amount, draft)
    }
}

/// Gives back what an order moved. What the partner was to be paid for it is for the caller.
pub(in crate::rules) fn give_back(
    reverse: &Reverse,
    scene: &Scene<'_>,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let moved = moved(scene)?;
    let asked = reverse.asked(&moved)?;
    let until = window_end(moved.order.booking_day, scene.booking_design().reversal().window_days);
    if until < scene.day {
        return Err(Refusal::new(RefusalCode::ReversalWindow).with(|f| f.until = Some(until)));
    }
    if let Some(before) = scene.reversals.of(reverse.original) {
        return Err(Refusal::new(RefusalCode::AlreadyReversed).with(|f| f.limit = Some(before.into())));
    }
    let payer = open_row(scene, moved.payer.0)?;
    let payee = open_row(scene, moved.payee.account.id())?;
    let back = if scene.row(payee)?.kind() == AccountKind::Redeemed {
        // What a partner took in has no lots any more: all of it is re-issued.
        let minus = Balance::from(asked).checked_neg().unwrap_or(Balance::ZERO);
        draft.counter_side(payee, minus)?;
        TakenBack { same: Taken::new(), other: asked }
    } else {
        let pot = scene.books.chart(POT);
        take_back(scene, payee, moved.payee, asked, pot, draft)?
    };
    let amount = back.amount()?;
    if scene.row(payer)?.kind() == AccountKind::Issued {
        draft.counter_side(payer, Balance::from(amount))?;
    } else {
        give_to_payer(scene, &moved, payer, payee, &back, draft)?;
    }
    give_counters_back(scene, &moved, amount, draft)?;
    give_euro_back(&moved, amount, draft);
    give_back_what_was_taken_in(&moved, amount, draft);
    let value_day = moved.order.value_day;
    draft.entry.changes.push(Change::Reversed { original: reverse.original, amount, value_day });
    Ok(())
}

/// The row of an account, unless that account is closed.
fn open_row(scene: &Scene<'_>, account: Id) -> Result<AccountNo, Refusal> {
    let (row, account) = scene.account(&account)?;
    match account.state() {
        AccountState::Closed => Err(Refusal::about(RefusalCode::MayNotReceive, account.id())
            .with(|figures| figures.what = word(AccountState::Closed))),
        _ => Ok(row),
    }
}

/// The lot whose dates come back for a lot the receiver got: the lot it was before it changed hands.
fn lot_before(scene: &Scene<'_>, moved: &Moved<'_>, lot: LotNo) -> LotNo {
    let issued_here = moved.entry.lots.iter().any(|issue| issue.lot == lot);
    let parent = scene.books.lot(lot).and_then(|lot| lot.facts().parent);
    parent.filter(|_| issued_here).unwrap_or(lot)
}

/// Whether the payer drew these units for this payment.
fn drawn_by(scene: &Scene<'_>, moved: &Moved<'_>, lot: LotNo) -> bool {
    let issued_here = moved.entry.lots.iter().any(|issue| issue.lot == lot);
    let kind = scene.books.lot(lot).map(|lot| lot.facts().origin.kind);
    issued_here && kind == Some(OriginKind::Credit)
}

/// What the payer paid, by lot: what it held, and the credit it drew.
fn paid(scene: &Scene<'_>, moved: &Moved<'_>) -> Taken {
    let drawn = moved.entry.lots.iter().filter(|issue| drawn_by(scene, moved, issue.lot));
    pieces_of(moved.payer.1).into_iter().chain(drawn.map(|issue| (issue.lot, issue.amount))).collect()
}

fn give_to_payer(
    scene: &Scene<'_>,
    moved: &Moved<'_>,
    payer: AccountNo,
    payee: AccountNo,
    back: &TakenBack,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    // Each lot the payer paid with, less what came back of it, is owed from other sources.
    let mut owed = paid(scene, moved);
    let mut pieces = Taken::new();
    let mut reissued: Vec<(LotNo, LotNo, Amount)> = Vec::new();
    for (lot, amount) in &back.same {
        let before = lot_before(scene, moved, *lot);
        if let Some((_, left)) = owed.iter_mut().find(|(paid, _)| *paid == before) {
            *left = left.checked_sub(*amount).unwrap_or(Amount::ZERO);
        }
        if before == *lot { pieces.push((*lot, *amount)) } else { reissued.push((before, *lot, *amount)) }
    }
    let (other, _) = first(owed.into_iter(), back.other);
    reissued.extend(
        other.into_iter().filter(|(_, amount)| !amount.is_zero()).map(|(lot, amount)| (lot, lot, amount)),
    );
    let mut lapsed = Taken::new();
    let returns = Returns::new(scene, payer, payee, draft)?;
    let mut given: Vec<(LotNo, (LotNo, Amount))> = Vec::new();
    for (lot, amount) in pieces {
        match returns.fate(lot)? {
            Fate::AsItWas => given.push((lot, (lot, amount))),
            Fate::Until(end) => {
                given.push((lot, (returns.issue(lot, lot, Some(end), amount, draft)?, amount)));
            }
            Fate::Lapses => lapsed.push((lot, amount)),
        }
    }
    for (dates_of, parent, amount) in reissued {
        match returns.fate(dates_of)? {
            Fate::AsItWas => {
                let end = returns.facts(dates_of)?.ends_on;
                given.push((dates_of, (returns.issue(dates_of, parent, end, amount, draft)?, amount)));
            }
            Fate::Until(end) => {
                given.push((dates_of, (returns.issue(dates_of, parent, Some(end), amount, draft)?, amount)));
            }
            Fate::Lapses => {
                let end = returns.facts(dates_of)?.ends_on;
                lapsed.push((returns.issue(dates_of, parent, end, amount, draft)?, amount));
            }
        }
    }
    // The whole amount comes back in the books also when all of it lapses at once.
    if !given.is_empty() {
        // What the payer drew to pay is repaid with what it drew, so that what it held stays as it was.
        given.sort_by_key(|(was, _)| !drawn_by(scene, moved, *was));
        draft.receive(payer, &merged(given.into_iter().map(|(_, piece)| piece))?)?;
    }
    lapse_at_once(scene, &merged(lapsed.into_iter())?, draft)
}

/// Room that the original used is given back: of units, in proportion to what is taken back; of pieces
/// and times, when all of it is taken back.
fn give_counters_back(
    scene: &Scene<'_>,
    moved: &Moved<'_>,
    amount: Amount,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    for count in moved.counted() {
        let by = match count.key.measure() {
            Measure::Units => count.by.magnitude().min(amount),
            Measure::Pieces if amount == moved.amount => count.by.magnitude(),
            Measure::Pieces => Amount::ZERO,
        };
        let back = if count.by.is_negative() {
            Balance::from(by)
        } else {
            let by = by.min(scene.counters.used(&count.key));
            Balance::from(by).checked_neg().unwrap_or(Balance::ZERO)
        };
        draft.count(count.key, back)?;
    }
    Ok(())
}

/// The euro of a price come back when all of it does: a part of a piece is none.
fn give_euro_back(moved: &Moved<'_>, amount: Amount, draft: &mut Draft<'_>) {
    let paid = moved.entry.changes.iter().filter_map(|change| match change {
        Change::PaidInEuro { partner, amount } => Some((*partner, amount.checked_neg()?)),
        _ => None,
    });
    if amount == moved.amount {
        draft.entry.changes.extend(paid.map(|(partner, amount)| Change::PaidInEuro { partner, amount }));
    }
}

impl Moved<'_> {
    /// The counters that the order itself moved. Those of what it picked up were moved by reserving; those
    /// of what it released, for want of stock, it only moved back, and that nobody came stays true.
    fn counted(&self) -> Vec<Count> {
        let mut counted = self.entry.counters.clone();
        counted.retain(|count| !matches!(count.key, CounterKey::NoShows { .. }));
        let ended = self.entry.changes.iter().filter_map(|change| match change {
            Change::ReservationEnded { reservation, .. } => Some(&reservation.counters),
            _ => None,
        });
        for count in ended.flatten() {
            match counted.iter_mut().find(|there| there.key == count.key) {
                Some(there) => there.by = there.by.checked_add(count.by).unwrap_or(there.by),
                None => counted.push(*count),
            }
        }
        counted
    }
}

/// What a partner inside the ring took in and gives back is no longer taken in.
fn give_back_what_was_taken_in(moved: &Moved<'_>, amount: Amount, draft: &mut Draft<'_>) {
    let taken_in = moved.entry.changes.iter().find_map(|change| match change {
        Change::TakenIn { partner, account, .. } => Some((*partner, *account)),
        _ => None,
    });
    if let (Some((partner, account)), Some(amount)) = (taken_in, Balance::from(amount).checked_neg()) {
        draft.entry.changes.push(Change::TakenIn { partner, account, amount });
    }
}
