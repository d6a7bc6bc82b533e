//! Taking over the balances of a scheme that was running already (R74).
//!
//! What comes in is a fact of the past: limits do not refuse it, a balance past one is flagged. A debt
//! is drawn, as if its account had paid beyond what it held; it issues no lot, since the units it stands
//! for are taken over with whoever has them. Units whose end has passed already are treated as an award
//! that is booked too late: refused, or granted some days, as the design says.

use std::collections::{BTreeMap, BTreeSet};

use smallvec::SmallVec;

use crate::books::{
    Account, AccountKind, AccountState, Change, Draft, Flag, LotFacts, OPENING, Origin, OriginKind, Piece,
};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::{Grain, LateAward};
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, RefusalCode, TakeOver, TakeOverLine, TakeOverLot};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::{limits_of, word};
use crate::rules::{About, Scene};

impl Act for TakeOver {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About::action(Action::TakeOver))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        in_time(scene)?;
        let opening = scene.chart(OPENING)?;
        let origin = Origin { kind: OriginKind::Opening, account: draft.refer(opening)? };
        let mut arrival = Arrival { scene, origin, lots: BTreeMap::new() };
        let mut seen = BTreeSet::new();
        let mut sum = Balance::ZERO;
        for line in self.lines.iter().filter(|line| !line.balance.is_zero()) {
            let (row, account) = receiver(scene, line)?;
            if !seen.insert(row) {
                return Err(Refusal::about(RefusalCode::TakeOverTwice, line.account));
            }
            sum = sum.checked_add(line.balance).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
            let pieces = arrival.pieces(line, draft)?;
            draft.open_with(row, pieces, line.balance)?;
            flag_past_limits(scene, account, line.balance, draft);
        }
        if seen.is_empty() {
            return Err(Refusal::new(RefusalCode::AmountZero));
        }
        if scene.booking_design().circulation().is_zero_sum() && !sum.is_zero() {
            return Err(Refusal::new(RefusalCode::TakeOverSum).with(|figures| figures.available = Some(sum)));
        }
        if !sum.is_zero() {
            let contra = sum.checked_neg().ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
            draft.counter_side(opening, contra)?;
        }
        draft.entry.changes.push(Change::TakenOver);
        Ok(())
    }
}

/// Once, and before anything else moved units.
fn in_time(scene: &Scene<'_>) -> Result<(), Refusal> {
    let refuse = |code, number: u64| {
        Err(Refusal::new(code).with(|figures| figures.count = i64::try_from(number).ok()))
    };
    if let Some(number) = scene.taken_over {
        return refuse(RefusalCode::TakeOverDone, number);
    }
    match scene.first_movement {
        Some(number) => refuse(RefusalCode::TakeOverLate, number),
        None => Ok(()),
    }
}

/// The account of a line: a participant's, the group's, or the pot's where there is one.
fn receiver<'s>(scene: &Scene<'s>, line: &TakeOverLine) -> Result<(AccountNo, &'s Account), Refusal> {
    let (row, account) = scene.account(&line.account)?;
    let common = match account.kind() {
        AccountKind::Pot => scene.booking_design().has_pot(),
        kind => kind.is_participant() || kind == AccountKind::Group,
    };
    if !common {
        return Err(Refusal::about(RefusalCode::NotAParticipant, line.account));
    }
    if account.state() == AccountState::Closed {
        return Err(Refusal::about(RefusalCode::MayNotReceive, line.account)
            .with(|figures| figures.what = word(AccountState::Closed)));
    }
    let may_owe = match account.kind() {
        AccountKind::Group => true,
        AccountKind::Pot => false,
        _ => scene.booking_design().circulation().mutual_credit,
    };
    if line.balance.is_negative() && !may_owe {
        return Err(Refusal::about(RefusalCode::TakeOverDebt, line.account)
            .with(|figures| figures.available = Some(line.balance.magnitude().into())));
    }
    Ok((row, account))
}

fn flag_past_limits(scene: &Scene<'_>, account: &Account, balance: Balance, draft: &mut Draft<'_>) {
    if !account.kind().is_participant() {
        return;
    }
    let limits = limits_of(scene, account);
    if balance < limits.floor.bound.lowest() {
        draft.flag(Flag::OverFloor);
    }
    if limits.ceiling.is_some_and(|ceiling| balance > ceiling.bound.highest()) {
        draft.flag(Flag::OverCeiling);
    }
}

/// The lots that come in, so that those of equal dates become one where the design keeps lots by day
/// or month.
struct Arrival<'a, 's> {
    scene: &'a Scene<'s>,
    origin: Origin,
    lots: BTreeMap<(Day, Option<Day>), LotNo>,
}

impl Arrival<'_, '_> {
    /// The units of a line, issued; none where it is a debt.
    fn pieces(
        &mut self,
        line: &TakeOverLine,
        draft: &mut Draft<'_>,
    ) -> Result<SmallVec<[Piece; 2]>, Refusal> {
        let mut pieces: BTreeMap<LotNo, Amount> = BTreeMap::new();
        for lot in self.lots_of(line)?.iter() {
            let piece = pieces.entry(self.issue(line, lot, draft)?).or_default();
            *piece = piece.checked_add(lot.amount).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        }
        Ok(pieces.into_iter().map(|(lot, amount)| Piece(lot, Balance::from(amount))).collect())
    }

    /// The lots of a line: as it says, or all of it earned on the value day.
    fn lots_of<'l>(&self, line: &'l TakeOverLine) -> Result<std::borrow::Cow<'l, [TakeOverLot]>, Refusal> {
        if line.lots.is_empty() {
            let earned_on = self.scene.order.value_day;
            let lot = line.balance.as_amount().map(|amount| TakeOverLot { amount, earned_on, ends_on: None });
            return Ok(lot.into_iter().collect::<Vec<_>>().into());
        }
        let amounts = line.lots.iter().map(|lot| lot.amount);
        let sum = amounts.clone().try_fold(Amount::ZERO, Amount::checked_add);
        let sum = Balance::from(sum.ok_or_else(|| Refusal::new(RefusalCode::Overflow))?);
        if sum != line.balance {
            return Err(Refusal::about(RefusalCode::TakeOverLots, line.account).with(|figures| {
                figures.asked = Some(line.balance);
                figures.available = Some(sum);
            }));
        }
        if amounts.clone().any(Amount::is_zero) {
            return Err(Refusal::new(RefusalCode::AmountZero));
        }
        Ok((&line.lots[..]).into())
    }

    fn issue(
        &mut self,
        line: &TakeOverLine,
        lot: &TakeOverLot,
        draft: &mut Draft<'_>,
    ) -> Result<LotNo, Refusal> {
        let ends_on = self.ends_on(line, lot)?;
        let mut earned_on = lot.earned_on;
        let grain = self.scene.booking_design().lots().grain;
        if grain == Grain::Month {
            earned_on = earned_on.first_of_month();
        }
        if grain != Grain::Issue
            && let Some(there) = self.lots.get(&(earned_on, ends_on))
        {
            draft.issue_more(*there, lot.amount)?;
            return Ok(*there);
        }
        let facts = LotFacts { origin: self.origin, earned_on, ends_on, parent: None };
        let number = draft.new_lot(facts, lot.amount)?;
        self.lots.insert((earned_on, ends_on), number);
        Ok(number)
    }

    /// The end that a lot brings along, or gets by the design; a past one as for an award booked late.
    fn ends_on(&self, line: &TakeOverLine, lot: &TakeOverLot) -> Result<Option<Day>, Refusal> {
        let refuse = |code, until: Day| {
            Err(Refusal::about(code, line.account).with(|figures| figures.until = Some(until)))
        };
        let dates = |until: Day| {
            Err(Refusal::about(RefusalCode::TakeOverDates, line.account).with(|figures| {
                figures.from = Some(lot.earned_on);
                figures.until = Some(until);
            }))
        };
        let (scene, value_day) = (self.scene, self.scene.order.value_day);
        if lot.earned_on > value_day {
            return dates(value_day);
        }
        let expiry = scene.value_design().expiry();
        if let Some(end) = lot.ends_on {
            if !expiry.expires() {
                return refuse(RefusalCode::TakeOverNeverEnds, end);
            }
            if end < lot.earned_on {
                return dates(end);
            }
        }
        let Some(end) = lot.ends_on.or_else(|| expiry.ends_on(lot.earned_on)) else { return Ok(None) };
        if end >= scene.day {
            return Ok(Some(end));
        }
        match expiry.late_award {
            LateAward::Refuse => refuse(RefusalCode::TakeOverLapsed, end),
            LateAward::Grant { days } => {
                let granted = scene.day.plus_days(i32::from(days));
                granted.map(Some).ok_or_else(|| Refusal::new(RefusalCode::Overflow))
            }
        }
    }
}
