//! Taking an earlier order back by a linked counter-entry (R44, R64).
//!
//! Units come back from whoever received them (see [`take_back`]) and go to whoever paid, with the
//! dates they had. What was taken off other lots, the pot or as debt is re-issued as new lots with the
//! original as parent, so that no lot ever exceeds its issue.

use super::taken_back::{TakenBack, pieces_of, take_back};
use super::window_end;
use crate::books::{
    AccountKind, AccountState, Change, Count, Draft, Entry, LAPSED, Leg, LotFacts, Measure, Origin,
    OriginKind, POT, Taken, first, total,
};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::{Destination, WhenLapsed};
use crate::money::{Amount, Balance};
use crate::orders::{Ask, Order, Refusal, RefusalCode, Reverse};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::word;
use crate::rules::time::{Lapsing, lapsing};
use crate::rules::{About, Scene, amounts};

/// The two sides of an order that moved units.
struct Moved<'s> {
    order: &'s Order,
    /// The order itself, or the one inside that it completed.
    asked: &'s Order,
    entry: &'s Entry,
    payer: &'s Leg,
    payee: &'s Leg,
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
    match entry.legs.as_slice() {
        [one, two] => {
            let (payer, payee) = if one.amount.is_negative() { (one, two) } else { (two, one) };
            let amount = payee.amount.as_amount().ok_or_else(not_reversible)?;
            Ok(Moved { order, asked: original.asked(), entry, payer, payee, amount })
        }
        _ => Err(not_reversible()),
    }
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
        let participant = |leg: &Leg| {
            let row = scene.books.number_of(&leg.account.id())?;
            scene.books.account(row).filter(|account| account.kind().is_participant()).map(|_| row)
        };
        let partner = match &moved.asked.ask {
            Ask::Award(award) => Some(award.partner),
            Ask::Redeem(redeem) => Some(redeem.partner),
            _ => None,
        };
        let (payer, payee) = (participant(moved.payer), participant(moved.payee));
        Ok(About {
            account: payer.or(payee),
            other: payer.and(payee),
            partner,
            amount,
            ..About::action(Action::Reverse)
        })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let moved = moved(scene)?;
        let asked = self.asked(&moved)?;
        let until = window_end(moved.order.booking_day, scene.booking_design().reversal().window_days);
        if until < scene.day {
            return Err(Refusal::new(RefusalCode::ReversalWindow).with(|f| f.until = Some(until)));
        }
        if let Some(before) = scene.reversals.of(self.original) {
            return Err(Refusal::new(RefusalCode::AlreadyReversed).with(|f| f.limit = Some(before.into())));
        }
        let payer = open_row(scene, moved.payer)?;
        let payee = open_row(scene, moved.payee)?;
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
        give_counters_back(scene, &moved, amount, draft);
        let value_day = moved.order.value_day;
        draft.entry.changes.push(Change::Reversed { original: self.original, amount, value_day });
        Ok(())
    }
}

/// The row of a leg's account, unless that account is closed.
fn open_row(scene: &Scene<'_>, leg: &Leg) -> Result<AccountNo, Refusal> {
    let (row, account) = scene.account(&leg.account.id())?;
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
    pieces_of(moved.payer).into_iter().chain(drawn.map(|issue| (issue.lot, issue.amount))).collect()
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
    let returns =
        Returns { scene, payer, origin: Origin { kind: OriginKind::Renewed, account: draft.refer(payee)? } };
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
    let lapsed = merged(lapsed.into_iter())?;
    let gone = total(&lapsed)?;
    if !gone.is_zero() {
        match scene.booking_design().expiry().destination {
            Destination::Pot => draft.receive(scene.chart(POT)?, &lapsed)?,
            Destination::Lapsed => draft.counter_side(scene.chart(LAPSED)?, Balance::from(gone))?,
        }
    }
    Ok(())
}

/// Pieces of one lot as one: under a grain of a day or a month, what is re-issued may be more of a lot
/// that is among the pieces already.
fn merged(pieces: impl Iterator<Item = (LotNo, Amount)>) -> Result<Taken, Refusal> {
    let mut merged = Taken::new();
    for (lot, amount) in pieces {
        match merged.iter_mut().find(|(there, _)| *there == lot) {
            Some((_, sum)) => {
                *sum = sum.checked_add(amount).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
            }
            None => merged.push((lot, amount)),
        }
    }
    Ok(merged)
}

/// What becomes of units that come back.
enum Fate {
    AsItWas,
    Until(Day),
    Lapses,
}

struct Returns<'a, 's> {
    scene: &'a Scene<'s>,
    origin: Origin,
    payer: AccountNo,
}

impl Returns<'_, '_> {
    fn facts(&self, lot: LotNo) -> Result<&LotFacts, Refusal> {
        let lot = self.scene.books.lot(lot).ok_or_else(|| Refusal::new(RefusalCode::OriginalUnknown))?;
        Ok(lot.facts())
    }

    /// A date that has passed meanwhile: lapse at once, or so many days (R64). With the pot and the ring
    /// itself nothing lapses.
    fn fate(&self, lot: LotNo) -> Result<Fate, Refusal> {
        if !self.scene.row(self.payer)?.kind().is_participant() {
            return Ok(Fate::AsItWas);
        }
        let Some(end) = self.facts(lot)?.ends_on else { return Ok(Fate::AsItWas) };
        let expiry = self.scene.booking_design().expiry();
        match lapsing(self.scene.books, expiry, self.payer, end, self.scene.day) {
            Lapsing::At(day) if day < self.scene.day => {}
            Lapsing::At(_) | Lapsing::WaitsForNotice => return Ok(Fate::AsItWas),
        }
        match self.scene.booking_design().reversal().when_lapsed {
            WhenLapsed::Lapse => Ok(Fate::Lapses),
            WhenLapsed::Grant { days } => Ok(Fate::Until(window_end(self.scene.day, days))),
        }
    }

    fn issue(
        &self,
        dates_of: LotNo,
        parent: LotNo,
        ends_on: Option<Day>,
        amount: Amount,
        draft: &mut Draft<'_>,
    ) -> Result<LotNo, Refusal> {
        let earned_on = self.facts(dates_of)?.earned_on;
        let facts = LotFacts { origin: self.origin, earned_on, ends_on, parent: Some(parent) };
        Ok(draft.issue(facts, amount)?)
    }
}

/// Room that the original used under a limit is given back: units in proportion to what is taken back,
/// times and pieces if all of it is.
fn give_counters_back(scene: &Scene<'_>, moved: &Moved<'_>, amount: Amount, draft: &mut Draft<'_>) {
    for count in &moved.entry.counters {
        let used = scene.counters.used(&count.key);
        let back = match count.key.measure() {
            Measure::Units => amount,
            Measure::Pieces if amount == moved.amount => Amount::MAX,
            Measure::Pieces => Amount::ZERO,
        };
        let by = back.min(count.by.magnitude()).min(used);
        if let Some(by) = Balance::from(by).checked_neg().filter(|_| !by.is_zero()) {
            draft.entry.counters.push(Count { key: count.key, by });
        }
    }
}
