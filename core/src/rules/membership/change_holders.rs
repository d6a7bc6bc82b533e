//! Who holds an account that is shared (R6, R60): a household, an organisation. The books stay with the
//! account, whoever comes or goes.

use super::{MOST_HOLDERS, get_to_know};
use crate::books::{AccountChange, AccountKind, AccountState, Change, Draft};
use crate::design::RoleScope;
use crate::id::Id;
use crate::orders::{ChangeHolders, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::permissions::scope_of;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl ChangeHolders {
    /// Whoever holds it together can leave it, but not turn the others out or bring somebody in: that is
    /// done where people are enrolled.
    fn is_for_the_actor(&self, scene: &Scene<'_>) -> Result<(), Refusal> {
        let design = scene.booking_design();
        let decides = scene.completer.unwrap_or(scene.order);
        let role = design.permissions().role(&decides.role);
        if role.map(|role| scope_of(design, role)) != Some(RoleScope::Account) {
            return Ok(());
        }
        let others = self.add.iter().chain(&self.remove).find(|person| **person != decides.actor);
        match others.or(self.add.first()) {
            Some(who) => Err(Refusal::of(RefusalCode::NotOwn, decides.role).with(|f| f.who = Some(*who))),
            None => Ok(()),
        }
    }
}

fn twice(persons: &[Id]) -> Option<Id> {
    let mut rest = persons;
    while let [one, others @ ..] = rest {
        if others.contains(one) {
            return Some(*one);
        }
        rest = others;
    }
    None
}

impl Act for ChangeHolders {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (account, _) = scene.participant(&self.account)?;
        Ok(About { account: Some(account), ..About::action(Action::RegisterParticipant) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        self.is_for_the_actor(scene)?;
        if account.state() == AccountState::Closed {
            return Err(Refusal::about(RefusalCode::AccountClosed, self.account));
        }
        let holders = account.holders().iter().filter_map(|holder| scene.people.person(*holder));
        let was: Vec<Id> = holders.map(|person| person.id()).collect();
        if let Some(stranger) = self.remove.iter().find(|person| !was.contains(person)) {
            return Err(Refusal::about(RefusalCode::NotAHolder, *stranger));
        }
        let known = self.add.iter().find(|person| was.contains(person) || person.is_chart()).copied();
        if let Some(who) = known.or(twice(&self.add)).or(twice(&self.remove)) {
            return Err(Refusal::about(RefusalCode::HolderTwice, who));
        }
        let stay = was.iter().filter(|person| !self.remove.contains(person));
        let is: Vec<Id> = stay.chain(&self.add).copied().collect();
        if is == was {
            return Err(Refusal::about(RefusalCode::HoldersUnchanged, self.account));
        }
        if account.kind() == AccountKind::Person || !(1..=MOST_HOLDERS).contains(&is.len()) {
            let count = i64::try_from(is.len()).unwrap_or(i64::MAX);
            return Err(Refusal::new(RefusalCode::HoldersWrong).with(|figures| figures.count = Some(count)));
        }
        for person in &self.add {
            get_to_know(scene, *person, draft);
        }
        let account = draft.refer(row)?;
        let change = AccountChange::Holders { account, was: was.into(), is: is.into() };
        draft.entry.changes.push(Change::Account(change));
        Ok(())
    }
}
