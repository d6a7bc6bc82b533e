//! [`Effort`]: what somebody did, whoever they are told to be, and what is credited for it.

use super::{caps, requirements};
use crate::books::{Account, AccountKind, CapHolder, Draft, Flag};
use crate::design::{Cap, CapOver, EarningAction};
use crate::id::Id;
use crate::money::Amount;
use crate::orders::{Award, Refusal, RefusalCode};
use crate::people::Person;
use crate::rules::Scene;

/// An effort that a partner rewards, on an account or in notes.
pub(crate) struct Effort<'a> {
    pub(super) partner: Id,
    pub(super) activity: &'a EarningAction,
    pub(super) measured: u32,
    /// The account rewarded; none if it is paid in notes.
    pub(super) account: Option<&'a Account>,
    /// Who did it, if that can be told: among several holders who are not named nobody can.
    pub(super) earner: Option<Id>,
}

impl<'a> Effort<'a> {
    /// One that is rewarded on an account. Whoever is named has to hold it; of an account of one it is
    /// that one.
    pub(super) fn on_account(
        scene: &Scene<'_>,
        award: &Award,
        activity: &'a EarningAction,
        account: &'a Account,
    ) -> Result<Self, Refusal> {
        let earner = match (award.earner, account.holders()) {
            (Some(named), _) => {
                let person = scene.people.number_of(&named);
                if !person.is_some_and(|person| account.is_held_by(person)) {
                    return Err(Refusal::about(RefusalCode::EarnerNotHolder, named));
                }
                Some(named)
            }
            (None, [only]) => scene.people.person(*only).map(Person::id),
            (None, _) => None,
        };
        let (partner, measured) = (award.partner, award.measured);
        Ok(Self { partner, activity, measured, account: Some(account), earner })
    }

    /// One that is rewarded in notes: the person needs no account, and the ledger need not know them.
    pub(super) fn in_notes(award: &Award, activity: &'a EarningAction) -> Self {
        let (partner, measured) = (award.partner, award.measured);
        Self { partner, activity, measured, account: None, earner: Some(award.to) }
    }

    /// How many of the units earned are credited: whoever earned them has what the activity requires, and
    /// what no longer fits under a cap is left out. Drafted are the counts and flags; of zero units nothing
    /// is left to draft, and the effort is on record all the same.
    pub(super) fn credited(
        &self,
        scene: &Scene<'_>,
        earned: Amount,
        draft: &mut Draft<'_>,
    ) -> Result<Amount, Refusal> {
        requirements::check(self, scene, draft)?;
        let granted = caps::granted(scene, self, earned)?;
        for count in granted.counts {
            draft.count(count.key, count.by)?;
        }
        if granted.amount < earned {
            draft.flag(Flag::Capped);
        }
        Ok(granted.amount)
    }

    /// For whom a cap counts it (R11, R60).
    pub(super) fn counts_for(&self, scene: &Scene<'_>, cap: &Cap) -> Result<CapHolder, Refusal> {
        let earner = || match (self.earner, self.account) {
            (Some(earner), _) => Ok(earner),
            (None, account) => {
                let who = account.map_or(self.partner, Account::id);
                Err(Refusal::about(RefusalCode::EarnerNeeded, who))
            }
        };
        match (cap.over, self.account) {
            (CapOver::Currency, _) => Ok(CapHolder::Currency),
            (CapOver::Partner, _) => Ok(CapHolder::Partner(self.partner)),
            (CapOver::Person, _) => Ok(CapHolder::Person(earner()?)),
            // What a household's account earns is the household's, whoever of them did it.
            (CapOver::Household, Some(account)) if account.kind() == AccountKind::Household => {
                Ok(CapHolder::Household(account.id()))
            }
            (CapOver::Household, _) => {
                let person = earner()?;
                let home = scene.people.find(&person).and_then(|person| scene.books.household_of(person));
                Ok(home.map_or(CapHolder::Person(person), |home| CapHolder::Household(home.id())))
            }
        }
    }
}
