//! Leaving, dying, and falling quiet.

use muntwerk::books::AccountState;
use muntwerk::calendar::Day;
use muntwerk::id::Id;
use muntwerk::orders::{Ask, CloseAccount, Order, RefusalCode, WriteOff};

use super::sketch::{Sketch, total};
use super::who::{Concern, Deed};
use super::{BalanceTo, DebtTo, GROUP, LAPSED, Model, POT, id};

type Verdict<T> = Result<T, RefusalCode>;

impl Model {
    pub(super) fn close_concerns(&self, close: &CloseAccount) -> Verdict<Concern> {
        let concern = self.about_account(Deed::CloseAccount, close.account)?;
        if let Some(heir) = close.heir {
            self.participant(heir)?;
        }
        Ok(Concern { gains: close.heir, ..concern })
    }

    pub(super) fn write_off_concerns(&self, off: &WriteOff) -> Verdict<Concern> {
        let concern = self.about_account(Deed::WriteOff, off.account)?;
        Ok(Concern { gains: Some(off.account), ..concern })
    }

    pub(super) fn close_account(&self, close: &CloseAccount, sketch: &mut Sketch<'_>) -> Verdict<()> {
        let state = self.participant(close.account)?.state;
        if state == AccountState::Closed {
            return Err(RefusalCode::StateChange);
        }
        if let Some(heir) = close.heir {
            if state != AccountState::Deceased {
                return Err(RefusalCode::HeirNotPossible);
            }
            if heir == close.account {
                return Err(RefusalCode::SelfTransfer);
            }
        }
        let left = self.balance(close.account);
        if left < 0 {
            return Err(RefusalCode::InDebt);
        }
        if left == 0 {
            return Ok(());
        }
        let Some(heir) = close.heir else { return self.pay_out(close.account, left, sketch) };
        self.may_receive(heir, left)?;
        let dates = self.dates(&sketch.booked.order);
        let pieces = sketch.pay(close.account, left, dates)?;
        sketch.receive(heir, &pieces)
    }

    /// What is left goes where the rules say.
    fn pay_out(&self, from: Id, left: i64, sketch: &mut Sketch<'_>) -> Verdict<()> {
        if self.rules.balance_to == BalanceTo::Refuse {
            return Err(RefusalCode::BalanceLeft);
        }
        let dates = self.dates(&sketch.booked.order);
        let pieces = sketch.pay(from, left, dates)?;
        match self.rules.balance_to {
            BalanceTo::Pot => sketch.receive(id(POT), &pieces),
            BalanceTo::Group => sketch.receive(id(GROUP), &pieces),
            _ => sketch.counter(id(LAPSED), total(&pieces)),
        }
    }

    pub(super) fn write_off(&self, off: &WriteOff, sketch: &mut Sketch<'_>) -> Verdict<()> {
        if self.rules.debt == DebtTo::Refuse {
            return Err(RefusalCode::WriteOffOff);
        }
        use AccountState::{Active, Candidate, Closed};
        if [Active, Candidate, Closed].contains(&self.participant(off.account)?.state) {
            return Err(RefusalCode::NotGone);
        }
        let debt = -self.balance(off.account);
        if debt <= 0 {
            return Err(RefusalCode::NotInDebt);
        }
        let bearer = id(if self.rules.debt == DebtTo::Pot { POT } else { GROUP });
        if self.rules.debt == DebtTo::Pot && self.balance(bearer) < debt {
            return Err(RefusalCode::PotShort);
        }
        let dates = self.dates(&sketch.booked.order);
        let pieces = sketch.pay(bearer, debt, dates)?;
        sketch.receive(off.account, &pieces)
    }

    /// Whoever did something in the entry that was booked last did it today, and is active again.
    pub(super) fn acted(&mut self, ask: &Ask) {
        let Some(booked) = self.booked.last() else { return };
        let legs: Vec<(Id, bool)> = booked.legs.iter().map(|leg| (leg.account, leg.amount < 0)).collect();
        for (account, pays) in legs {
            let acts = match ask {
                Ask::Transfer(_) | Ask::PayForRelative(_) | Ask::Award(_) => true,
                Ask::Gift(_) | Ask::Redeem(_) | Ask::Reserve(_) => pays,
                _ => false,
            };
            let today = self.day;
            let mine = |one: &&mut super::Account| acts && one.id == account && one.kind.is_some();
            for one in self.accounts.iter_mut().filter(mine) {
                one.acted = today;
                if one.state == AccountState::Inactive {
                    (one.state, one.since) = (AccountState::Active, today);
                }
            }
        }
    }

    /// What time does to whoever is quiet, and to leavers.
    pub(super) fn standing(&mut self, order: &Order, today: Day) {
        for at in 0..self.accounts.len() {
            let one = self.accounts[at].clone();
            if one.kind.is_none() {
                continue;
            }
            match one.state {
                AccountState::Active => self.quiet(at, today),
                AccountState::Leaver => self.spent_out(order, one.id, one.since),
                _ => {}
            }
        }
    }

    fn quiet(&mut self, at: usize, today: Day) {
        let Some((months, notice)) = self.rules.inactivity else { return };
        let since = self.accounts[at].quiet_since();
        let inactive = since.plus_months(months).unwrap();
        let warned = self.accounts[at].warned.filter(|on| since < *on);
        match (notice, warned) {
            (None, _) if inactive <= self.day => {}
            (Some(days), Some(on)) => {
                if on.plus_days(days.into()).unwrap().max(inactive) > self.day {
                    return;
                }
            }
            (Some(days), None) => {
                if inactive.minus_days(days.into()).unwrap() <= self.day {
                    self.accounts[at].warned = Some(today);
                    self.records += 1;
                }
                return;
            }
            (None, _) => return,
        }
        let account = self.accounts[at].id;
        self.set_state(account, AccountState::Inactive);
        self.records += 1;
    }

    fn spent_out(&mut self, order: &Order, account: Id, since: Day) {
        let left = self.balance(account);
        let over = self.rules.spend_out.is_some_and(|months| since.plus_months(months).unwrap() <= self.day);
        if left < 0 || !(over || (left == 0 && self.rules.close_at_zero)) {
            return;
        }
        let mut sketch = Sketch::new(self, order);
        if left > 0 {
            self.pay_out(account, left, &mut sketch).unwrap();
        }
        let Sketch { new_lots, booked, .. } = sketch;
        self.book(new_lots, booked);
        self.set_state(account, AccountState::Closed);
    }
}
