//! Opening a participant's account (R6).

use super::{MOST_HOLDERS, get_to_know};
use crate::books::{AccountChange, AccountKind, Change, Draft};
use crate::orders::{OpenAccount, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

fn holders_fit(ask: &OpenAccount) -> bool {
    let count = match ask.kind {
        AccountKind::Person => 1..=1,
        _ => 1..=MOST_HOLDERS,
    };
    let twice = ask
        .holders
        .iter()
        .enumerate()
        .any(|(at, one)| ask.holders.iter().skip(at.saturating_add(1)).any(|two| one == two));
    count.contains(&ask.holders.len()) && !twice && !ask.holders.iter().any(|holder| holder.is_chart())
}

impl Act for OpenAccount {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        // A participant opens another account for themselves; a desk opens one for the first holder.
        let own = self.holders.contains(&scene.order.actor).then_some(scene.order.actor);
        let person = own.or_else(|| self.holders.first().copied());
        Ok(About { person, ..About::action(Action::RegisterParticipant) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        if !self.kind.is_participant() || self.account.is_chart() {
            return Err(Refusal::about(RefusalCode::NotAParticipant, self.account));
        }
        if scene.books.number_of(&self.account).is_some() {
            return Err(Refusal::about(RefusalCode::AccountExists, self.account));
        }
        if !holders_fit(self) {
            let count = i64::try_from(self.holders.len()).unwrap_or(i64::MAX);
            return Err(Refusal::new(RefusalCode::HoldersWrong).with(|figures| figures.count = Some(count)));
        }
        if scene.books.next_account().is_none() {
            return Err(Refusal::new(RefusalCode::Overflow));
        }
        for holder in &self.holders {
            get_to_know(scene, *holder, draft);
        }
        draft.entry.changes.push(Change::Account(AccountChange::Opened {
            account: self.account,
            kind: self.kind,
            on: scene.day,
            holders: self.holders.clone(),
        }));
        Ok(())
    }
}
