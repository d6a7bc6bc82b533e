//! What is agreed with partners, and who holds a shared account.

use muntwerk::books::{AccountKind, AccountState};
use muntwerk::calendar::Day;
use muntwerk::id::{Id, OrderId};
use muntwerk::orders::{AmendContract, Ask, ChangeHolders, Order, RefusalCode};
use muntwerk::people::{Budget, BudgetPeriod, PartnerRole};

use super::Model;
use super::facts::Booked;

type Verdict<T> = Result<T, RefusalCode>;

/// What was agreed with a partner, from a day on.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Agreed {
    pub partner: Id,
    pub roles: Vec<PartnerRole>,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub budget: Option<Budget>,
    pub account: Option<Id>,
}

/// An award that counts against a budget: whose, of which period, by which order.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct Budgeted {
    pub partner: Id,
    pub per: BudgetPeriod,
    pub first: Day,
    pub units: i64,
    pub by: OrderId,
}

impl Model {
    /// What holds with a partner on a day: of all that was agreed and has begun by then the last.
    pub(super) fn agreed(&self, partner: Id, on: Day) -> Verdict<&Agreed> {
        let with: Vec<&Agreed> = self.agreed.iter().filter(|one| one.partner == partner).collect();
        if with.is_empty() {
            return Err(RefusalCode::PartnerUnknown);
        }
        let begun = |one: &&&Agreed| one.from.is_none_or(|from| from <= on);
        let last = with.iter().rfind(begun).ok_or(RefusalCode::ContractNotInForce)?;
        if last.until.is_some_and(|until| until < on) {
            Err(RefusalCode::ContractNotInForce)
        } else {
            Ok(last)
        }
    }

    pub(super) fn agree(&mut self, agreed: Agreed) -> Verdict<()> {
        let Agreed { roles, from, until, budget, account, .. } = &agreed;
        if roles.is_empty() || roles.len() > 2 || (roles.len() == 2 && roles[0] == roles[1]) {
            return Err(RefusalCode::PartnerRolesWrong);
        }
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            return Err(RefusalCode::DatesWrong);
        }
        let no_use = |given: bool, role| given && !roles.contains(&role);
        if no_use(budget.is_some(), PartnerRole::Issuing) || no_use(account.is_some(), PartnerRole::Redeeming)
        {
            return Err(RefusalCode::ContractPointless);
        }
        if budget.is_some_and(|budget| budget.units.minor() == 0) {
            return Err(RefusalCode::AmountZero);
        }
        if let Some(account) = account
            && self.account(*account)?.kind != Some(AccountKind::Organisation)
        {
            return Err(RefusalCode::NotAnOrganisation);
        }
        self.agreed.push(agreed);
        Ok(())
    }

    pub(super) fn amend_contract(&mut self, amend: &AmendContract) -> Verdict<()> {
        if !self.agreed.iter().any(|one| one.partner == amend.partner) {
            return Err(RefusalCode::PartnerUnknown);
        }
        let AmendContract { partner, roles, from, until, budget, account, .. } = amend.clone();
        let from = Some(from.unwrap_or(self.day));
        self.agree(Agreed { partner, roles, from, until, budget, account })?;
        self.records += 1;
        Ok(())
    }

    /// Which period of which budget an award of a day counts in.
    fn period(&self, partner: Id, on: Day) -> Option<(Budget, Day)> {
        let agreed = self.agreed(partner, on).ok()?;
        let budget = agreed.budget?;
        let first = match budget.per {
            BudgetPeriod::Month => on.first_of_month(),
            BudgetPeriod::Year => Day::new(on.year(), 1, 1).unwrap(),
            BudgetPeriod::Contract => agreed.from.unwrap_or(Day::FIRST),
        };
        Some((budget, first))
    }

    pub(super) fn has_budget_for(&self, partner: Id, on: Day, units: i64) -> Verdict<()> {
        let Some((budget, first)) = self.period(partner, on) else { return Ok(()) };
        let same = |one: &&Budgeted| (one.partner, one.per, one.first) == (partner, budget.per, first);
        let back = |by: OrderId| {
            let reversal = self.booked.iter().find(|booked| booked.takes_back == Some(by));
            let to_issuer = |booked: &Booked| {
                booked
                    .legs
                    .iter()
                    .find(|leg| leg.account.to_string().starts_with("issued:"))
                    .map_or(0, |leg| leg.amount)
            };
            reversal.map_or(0, to_issuer)
        };
        let used: i64 = self.budgeted.iter().filter(same).map(|one| one.units - back(one.by)).sum();
        if used + units > budget.units.minor() { Err(RefusalCode::PartnerBudget) } else { Ok(()) }
    }

    pub(super) fn count_award(&mut self, order: &Order, units: i64, by: OrderId) {
        let Ask::Award(award) = &order.ask else { return };
        if let Some((budget, first)) = self.period(award.partner, order.value_day) {
            self.budgeted.push(Budgeted { partner: award.partner, per: budget.per, first, units, by });
        }
    }

    pub(super) fn change_holders(
        &mut self,
        order: &Order,
        completer: Option<&Order>,
        change: &ChangeHolders,
    ) -> Verdict<()> {
        let account = self.participant(change.account)?.clone();
        let decides = completer.unwrap_or(order);
        if decides.role.to_string() == "participant" {
            let leaves_alone = change.remove.iter().all(|one| *one == decides.actor);
            if !change.add.is_empty() || !leaves_alone {
                return Err(RefusalCode::NotOwn);
            }
        }
        if account.state == AccountState::Closed {
            return Err(RefusalCode::AccountClosed);
        }
        if change.remove.iter().any(|one| !account.holders.contains(one)) {
            return Err(RefusalCode::NotAHolder);
        }
        let twice = |list: &[Id]| (1..list.len()).any(|at| list[..at].contains(&list[at]));
        let there = change.add.iter().any(|one| account.holders.contains(one));
        if there || twice(&change.add) || twice(&change.remove) {
            return Err(RefusalCode::HolderTwice);
        }
        let mut holders = account.holders.clone();
        holders.retain(|one| !change.remove.contains(one));
        holders.extend(change.add.iter().copied());
        if holders == account.holders {
            return Err(RefusalCode::HoldersUnchanged);
        }
        if account.kind == Some(AccountKind::Person) || holders.is_empty() || holders.len() > 20 {
            return Err(RefusalCode::HoldersWrong);
        }
        for new in &change.add {
            self.get_to_know(*new);
        }
        for one in self.accounts.iter_mut().filter(|one| one.id == change.account) {
            one.holders.clone_from(&holders);
        }
        self.records += 1;
        Ok(())
    }
}
