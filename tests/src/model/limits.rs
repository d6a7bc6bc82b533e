//! How far an account may go, and what was decided about one account.

use muntwerk::books::AccountState;
use muntwerk::calendar::Day;
use muntwerk::id::Id;
use muntwerk::orders::{GrantException, RefusalCode, SetLimits};

use super::who::{Concern, Deed};
use super::{Credit, Model, Soft};

type Verdict<T> = Result<T, RefusalCode>;

/// What was decided about one account.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Own {
    pub floor: Option<i64>,
    pub ceiling: Option<i64>,
    pub group: bool,
    /// Its last day, floor and ceiling.
    pub exception: Option<(Day, Option<i64>, Option<i64>)>,
}

/// How an act is tested at a limit.
struct Test {
    soft: Soft,
    exclusive: bool,
    before: bool,
    refused: RefusalCode,
    stopped: RefusalCode,
}

impl Test {
    /// How far past the figure the balance was and is; zero exactly there.
    fn passes(&self, was: i64, is: i64) -> Verdict<()> {
        let past = |by: i64| by > 0 || (by == 0 && self.exclusive);
        match self.soft {
            Soft::Flag => Ok(()),
            // Once past, only back.
            Soft::OneWay if past(was) => Err(self.stopped),
            Soft::OneWay => Ok(()),
            Soft::Hard if self.before => {
                if was >= 0 {
                    Err(self.stopped)
                } else {
                    Ok(())
                }
            }
            Soft::Hard => {
                if past(is) {
                    Err(self.refused)
                } else {
                    Ok(())
                }
            }
        }
    }
}

impl Model {
    /// What is said of one limit, the nearest first.
    fn stated(&self, account: Id, which: impl Fn(Option<i64>, Option<i64>) -> Option<i64>) -> Option<i64> {
        let account = self.account(account).ok()?;
        let own = &account.own;
        let exception = own.exception.filter(|(until, ..)| self.day <= *until);
        let manner = &self.rules.manner;
        let starts = |months: u16| self.day < account.opened.plus_months(months).unwrap();
        let starter = manner.starter.filter(|(months, ..)| starts(*months));
        let group = manner.group.filter(|_| own.group);
        let by_exception = exception.and_then(|(_, floor, ceiling)| which(floor, ceiling));
        by_exception
            .or(which(own.floor, own.ceiling))
            .or(starter.and_then(|(_, floor, ceiling)| which(floor, ceiling)))
            .or(group.and_then(|(floor, ceiling)| which(floor, ceiling)))
    }

    /// How low an account may go by paying for services.
    pub fn floor_of(&self, account: Id) -> i64 {
        let Some(credit) = self.rules.credit else { return 0 };
        self.stated(account, |floor, _| floor).unwrap_or(credit.floor)
    }

    /// How high it may grow, if that is limited.
    pub fn ceiling_of(&self, account: Id) -> Option<i64> {
        let ceiling = self.rules.credit.and_then(|credit| credit.ceiling);
        self.stated(account, |_, ceiling| ceiling).or(ceiling)
    }

    pub(super) fn above_the_floor(&self, account: Id, amount: i64, credit: Credit) -> Verdict<()> {
        let manner = &self.rules.manner;
        let test = Test {
            soft: manner.floor,
            exclusive: manner.floor_exclusive,
            before: credit.debt_stop,
            refused: RefusalCode::InsufficientBalance,
            stopped: RefusalCode::DebtStop,
        };
        let was = self.floor_of(account) - self.balance(account);
        test.passes(was, was.saturating_add(amount))
    }

    pub(super) fn below_the_ceiling(&self, account: Id, amount: i64) -> Verdict<()> {
        let Some(ceiling) = self.ceiling_of(account) else { return Ok(()) };
        // How a ceiling is tested is said with the one for everybody.
        let said = self.rules.credit.is_some_and(|credit| credit.ceiling.is_some());
        let manner = &self.rules.manner;
        let test = Test {
            soft: if said { manner.ceiling } else { Soft::Hard },
            exclusive: said && manner.ceiling_exclusive,
            before: said && manner.ceiling_before,
            refused: RefusalCode::Ceiling,
            stopped: RefusalCode::SpendFirst,
        };
        let was = self.balance(account) - ceiling;
        test.passes(was, was.saturating_add(amount))
    }

    /// How far back into the red a reversal may take an account; any distance where it may have been
    /// past its floor before.
    pub(super) fn room_for_credit(&self, account: Id, leaving: i64) -> i64 {
        let manner = &self.rules.manner;
        let stopped = self.rules.credit.is_some_and(|credit| credit.debt_stop);
        if stopped || (self.rules.credit.is_some() && manner.floor != Soft::Hard) {
            return i64::MAX;
        }
        let lowest =
            self.floor_of(account) + i64::from(self.rules.credit.is_some() && manner.floor_exclusive);
        (self.balance(account) + self.technical(account) - leaving - lowest).max(0)
    }

    pub(super) fn limits_concern(&self, deed: Deed, account: Id) -> Verdict<Concern> {
        if self.participant(account)?.state == AccountState::Closed {
            return Err(RefusalCode::AccountClosed);
        }
        Ok(Concern { accounts: vec![account], gains: Some(account), ..Concern::of(deed) })
    }

    fn may_be_limits(&self, floor: Option<i64>, ceiling: Option<i64>) -> Verdict<()> {
        let least = if self.rules.credit.is_some() { i64::MIN } else { 0 };
        let floor_fits = floor.is_none_or(|at| (least..=0).contains(&at));
        if floor_fits && ceiling.is_none_or(|at| at > 0) { Ok(()) } else { Err(RefusalCode::LimitWrong) }
    }

    fn own(&mut self, account: Id) -> &mut Own {
        &mut self.accounts.iter_mut().find(|one| one.id == account).unwrap().own
    }

    pub(super) fn set_limits(&mut self, set: &SetLimits) -> Verdict<()> {
        let figure = |at: Option<muntwerk::money::Balance>| at.map(muntwerk::money::Balance::minor);
        let (floor, ceiling) = (figure(set.floor), figure(set.ceiling));
        self.may_be_limits(floor, ceiling)?;
        let known = self.rules.manner.group.is_some();
        if set.group.is_some_and(|group| group.to_string() != "care" || !known) {
            return Err(RefusalCode::GroupUnknown);
        }
        let exception = self.own(set.account).exception;
        *self.own(set.account) = Own { floor, ceiling, group: set.group.is_some(), exception };
        self.records += 1;
        Ok(())
    }

    pub(super) fn grant_exception(&mut self, grant: &GrantException) -> Verdict<()> {
        let figure = |at: Option<muntwerk::money::Balance>| at.map(muntwerk::money::Balance::minor);
        let (floor, ceiling) = (figure(grant.floor), figure(grant.ceiling));
        if floor.is_none() && ceiling.is_none() {
            return Err(RefusalCode::ExceptionEmpty);
        }
        self.may_be_limits(floor, ceiling)?;
        if grant.until < self.day {
            return Err(RefusalCode::DatesWrong);
        }
        self.own(grant.account).exception = Some((grant.until, floor, ceiling));
        self.records += 1;
        Ok(())
    }
}
