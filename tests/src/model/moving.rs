//! Units that are earned, passed on and spent.

use muntwerk::books::AccountState;
use muntwerk::calendar::Day;
use muntwerk::id::{Code, Id};
use muntwerk::orders::{Award, Gift, Order, Pay, PayForRelative, Redeem, RefusalCode, Transfer};
use muntwerk::people::PartnerRole;

use super::facts::{Lot, LotKind, in_range};
use super::sketch::Sketch;
use super::who::{Concern, Deed};
use super::{Activity, Agreed, Model, chart};

type Verdict<T> = Result<T, RefusalCode>;

fn positive(amount: i64) -> Verdict<i64> {
    if amount == 0 { Err(RefusalCode::AmountZero) } else { Ok(amount) }
}

fn amount_of(pay: Pay) -> Verdict<i64> {
    match pay {
        Pay::Amount(amount) => positive(amount.minor()),
        // The model's units are never time.
        Pay::Minutes(_) => Err(RefusalCode::MinutesOff),
    }
}

/// The model's designs know two categories and exclude one.
fn may_be_paid(category: Option<Code>) -> Verdict<()> {
    match category.map(|code| code.to_string()).as_deref() {
        None | Some("care" | "repair") => Ok(()),
        Some("roofing") => Err(RefusalCode::ActivityExcluded),
        Some(_) => Err(RefusalCode::CategoryUnknown),
    }
}

fn states_refuse(state: AccountState, code: RefusalCode) -> Verdict<()> {
    match state {
        AccountState::Active | AccountState::Inactive | AccountState::Leaver => Ok(()),
        _ => Err(code),
    }
}

impl Model {
    fn activity(&self, award: &Award) -> Verdict<&Activity> {
        let code = award.activity.to_string();
        self.rules.activities.iter().find(|one| one.code == code).ok_or(RefusalCode::ActivityUnknown)
    }

    fn partner(&self, partner: Id, role: PartnerRole, on: Day) -> Verdict<&Agreed> {
        let agreed = self.agreed(partner, on)?;
        if agreed.roles.contains(&role) { Ok(agreed) } else { Err(RefusalCode::PartnerRole) }
    }

    fn may_pay(&self, account: Id, amount: i64, on_credit: bool) -> Verdict<()> {
        let state = self.participant(account)?.state;
        states_refuse(state, RefusalCode::MayNotPay)?;
        let balance = self.balance(account);
        if state == AccountState::Leaver && amount > balance.max(0) {
            return Err(RefusalCode::LeaverDirection);
        }
        match self.rules.credit.filter(|_| on_credit) {
            Some(credit) => self.above_the_floor(account, amount, credit),
            None if amount <= balance.max(0) => Ok(()),
            None => Err(RefusalCode::InsufficientBalance),
        }
    }

    pub(super) fn may_receive(&self, account: Id, amount: i64) -> Verdict<()> {
        let state = self.participant(account)?.state;
        states_refuse(state, RefusalCode::MayNotReceive)?;
        let balance = self.balance(account);
        if state == AccountState::Leaver && amount > (-balance).max(0) {
            return Err(RefusalCode::LeaverDirection);
        }
        // Nothing moves where only the effort is recorded.
        if amount == 0 { Ok(()) } else { self.below_the_ceiling(account, amount) }
    }

    /// The dates of units that come into being by a payment.
    pub(super) fn dates(&self, order: &Order) -> (Day, Option<Day>) {
        let end = self.rules.end_of(order.value_day).map(|end| end.max(self.day));
        (order.value_day, end)
    }

    pub(super) fn award_concerns(&self, award: &Award) -> Verdict<Concern> {
        self.participant(award.to)?;
        let activity = self.activity(award)?;
        let measured = i128::from(award.measured);
        let units = i128::from(activity.units);
        let earned = match activity.step {
            None => measured * units,
            Some(step) => {
                let step = i128::from(step);
                (measured + step - 1) / step * step * units / 60
            }
        };
        let amount = in_range(earned)?;
        if amount == 0 {
            return Err(RefusalCode::NothingEarned);
        }
        Ok(Concern {
            accounts: vec![award.to],
            partner: Some(award.partner),
            gains: Some(award.to),
            amount,
            ..Concern::of(Deed::Award)
        })
    }

    pub(super) fn award(&self, award: &Award, amount: i64, sketch: &mut Sketch<'_>) -> Verdict<()> {
        let on = sketch.booked.order.value_day;
        self.partner(award.partner, PartnerRole::Issuing, on)?;
        let only = self.activity(award)?.partner;
        if only.is_some_and(|only| award.partner.to_string() != only) {
            return Err(RefusalCode::ActivityElsewhere);
        }
        let activity = self.activity(award)?;
        self.requirements(activity, award, on)?;
        let (amount, earned) = self.granted(award, activity, on, amount, sketch.booked.order.id)?;
        (sketch.granted, sketch.earned) = (amount, earned);
        self.has_budget_for(award.partner, on, amount)?;
        self.may_receive(award.to, amount)?;
        if amount == 0 {
            return Ok(());
        }
        let issued = chart("issued", award.partner);
        sketch.counter(issued, -amount)?;
        let earned = sketch.booked.order.value_day;
        let end = match (self.rules.end_of(earned), self.rules.late_award) {
            (Some(end), None) if end < self.day => return Err(RefusalCode::AwardLapsed),
            (Some(end), Some(days)) if end < self.day => self.day.plus_days(days.into()),
            (end, _) => end,
        };
        let lot =
            sketch.issue(Lot { earned, end, kind: LotKind::Award, from: issued, parent: None }, amount)?;
        sketch.receive(award.to, &[(lot, amount)])
    }

    fn movement_concerns(&self, deed: Deed, from: Id, to: Id, amount: i64) -> Verdict<Concern> {
        self.participant(from)?;
        self.participant(to)?;
        if from == to {
            return Err(RefusalCode::SelfTransfer);
        }
        Ok(Concern { accounts: vec![from], gains: Some(to), amount, ..Concern::of(deed) })
    }

    fn movement(
        &self,
        (from, to): (Id, Id),
        amount: i64,
        on_credit: bool,
        renew: bool,
        sketch: &mut Sketch<'_>,
    ) -> Verdict<()> {
        self.may_pay(from, amount, on_credit)?;
        self.may_receive(to, amount)?;
        let dates = self.dates(&sketch.booked.order);
        let mut pieces = sketch.pay(from, amount, dates)?;
        if renew {
            pieces = sketch.renew(&pieces, from, dates)?;
        }
        sketch.receive(to, &pieces)
    }

    pub(super) fn transfer_concerns(&self, transfer: &Transfer) -> Verdict<Concern> {
        may_be_paid(transfer.category)?;
        self.movement_concerns(Deed::Transfer, transfer.from, transfer.to, amount_of(transfer.pay)?)
    }

    pub(super) fn transfer(&self, parties: (Id, Id), amount: i64, sketch: &mut Sketch<'_>) -> Verdict<()> {
        self.movement(parties, amount, true, self.rules.renew, sketch)
    }

    pub(super) fn relative_concerns(&self, pay: &PayForRelative) -> Verdict<Concern> {
        if !self.rules.relatives {
            return Err(RefusalCode::RelativesOff);
        }
        may_be_paid(pay.category)?;
        let concern = self.movement_concerns(Deed::Transfer, pay.from, pay.to, amount_of(pay.pay)?)?;
        let party = |id: Id| self.participant(id).is_ok_and(|one| one.holders.contains(&pay.relative));
        if party(pay.from) || party(pay.to) { Err(RefusalCode::RelativeIsParty) } else { Ok(concern) }
    }

    pub(super) fn gift_concerns(&self, gift: &Gift) -> Verdict<Concern> {
        if !self.rules.gifts {
            return Err(RefusalCode::GiftsOff);
        }
        self.movement_concerns(Deed::Gift, gift.from, gift.to, positive(gift.amount.minor())?)
    }

    pub(super) fn gift(&self, gift: &Gift, sketch: &mut Sketch<'_>) -> Verdict<()> {
        let amount = gift.amount.minor();
        let on_credit = self.rules.gifts_from_credit && self.rules.credit.is_some();
        if self.rules.credit.is_some() && !on_credit && amount > self.balance(gift.from).max(0) {
            return Err(RefusalCode::GiftFromCredit);
        }
        self.movement((gift.from, gift.to), amount, on_credit, false, sketch)
    }

    pub(super) fn redeem_concerns(&self, redeem: &Redeem) -> Verdict<Concern> {
        self.participant(redeem.account)?;
        let code = redeem.reward.to_string();
        let reward =
            self.rules.rewards.iter().find(|one| one.code == code).ok_or(RefusalCode::RewardUnknown)?;
        if reward.partner.is_some_and(|only| redeem.partner.to_string() != only) {
            return Err(RefusalCode::RewardElsewhere);
        }
        let amount = positive(in_range(i128::from(reward.price) * i128::from(redeem.count))?)?;
        Ok(Concern {
            accounts: vec![redeem.account],
            partner: Some(redeem.partner),
            amount,
            ..Concern::of(Deed::Redeem)
        })
    }

    pub(super) fn redeem(&self, redeem: &Redeem, amount: i64, sketch: &mut Sketch<'_>) -> Verdict<()> {
        let on = sketch.booked.order.value_day;
        let inside = self.partner(redeem.partner, PartnerRole::Redeeming, on)?.account;
        self.may_pay(redeem.account, amount, false)?;
        let dates = self.dates(&sketch.booked.order);
        let mut pieces = sketch.pay(redeem.account, amount, dates)?;
        let Some(inside) = inside else {
            return sketch.counter(chart("redeemed", redeem.partner), amount);
        };
        if inside == redeem.account {
            return Err(RefusalCode::SelfTransfer);
        }
        self.may_receive(inside, amount)?;
        if self.rules.renew {
            pieces = sketch.renew(&pieces, redeem.account, dates)?;
        }
        sketch.receive(inside, &pieces)
    }
}
