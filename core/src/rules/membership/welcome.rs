//! Giving what whoever joins gets once: a start balance, a joining gift (R13).
//!
//! Once is once for life, whatever account it is given on. On a person's account it is counted for the
//! person. On a household's it is counted for the household and for everybody who holds the account
//! then: none of them gets it again alone, and who had it alone does not get it again through the
//! household. An organisation takes part for itself: there it is counted for the account, and not for
//! whoever acts for it.

use crate::books::{Account, AccountKind, Count, CounterKey, Draft, GROUP, POT};
use crate::design::{PaidBy, WelcomeGift};
use crate::id::Id;
use crate::money::Balance;
use crate::orders::{Refusal, RefusalCode, Welcome};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::{credit, may_receive};
use crate::rules::{About, Scene};

fn gift<'s>(ask: &Welcome, scene: &Scene<'s>) -> Result<&'s WelcomeGift, Refusal> {
    scene.value_design().welcome().get(&ask.gift).ok_or_else(|| {
        Refusal::of(RefusalCode::WelcomeUnknown, ask.gift)
            .with(|figures| figures.until = Some(scene.order.value_day))
    })
}

/// Everybody for whom the gift counts, each with their counter.
fn counted_for(ask: &Welcome, account: &Account, scene: &Scene<'_>) -> Vec<(Id, CounterKey)> {
    let gift = ask.gift;
    let holders = account.holders().iter().filter_map(|holder| scene.people.person(*holder));
    let persons = holders.map(|person| (person.id(), CounterKey::Welcomed { gift, person: person.id() }));
    let itself = (account.id(), CounterKey::AccountWelcomed { gift, account: account.id() });
    match account.kind() {
        AccountKind::Household => persons.chain([itself]).collect(),
        AccountKind::Organisation => vec![itself],
        _ => persons.collect(),
    }
}

impl Act for Welcome {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (row, _) = scene.participant(&self.account)?;
        let amount = gift(self, scene)?.units;
        Ok(About { account: Some(row), gains: Some(row), amount, ..About::action(Action::Welcome) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, account) = scene.participant(&self.account)?;
        for (who, key) in counted_for(self, account, scene) {
            if !scene.counters.used(&key).is_zero() {
                return Err(Refusal::about(RefusalCode::WelcomedAlready, who)
                    .with(|figures| figures.what = Some(self.gift)));
            }
            draft.entry.counters.push(Count::once(key));
        }
        may_receive(scene, account, about.amount, draft)?;
        let payer = match gift(self, scene)?.from {
            PaidBy::Group => scene.chart(GROUP)?,
            PaidBy::Pot => {
                let pot = scene.chart(POT)?;
                let held = scene.row(pot)?.balance();
                if Balance::from(about.amount) > held {
                    return Err(Refusal::new(RefusalCode::PotShort).with(|figures| {
                        figures.asked = Some(about.amount.into());
                        figures.available = Some(held);
                    }));
                }
                pot
            }
        };
        let pieces = draft.pay(payer, about.amount, || credit(scene))?;
        Ok(draft.receive(row, &pieces)?)
    }
}
