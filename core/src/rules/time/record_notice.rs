//! Recording what became of a notice (R18, R62).

use crate::books::{Change, Draft, Notice};
use crate::orders::{RecordNotice, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for RecordNotice {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (account, _) = scene.participant(&self.account)?;
        Ok(About { account: Some(account), ..About::action(Action::RecordNotice) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (row, _) = scene.participant(&self.account)?;
        let refuse =
            |code| Err(Refusal::about(code, self.account).with(|figures| figures.until = Some(self.end)));
        let Some(was) = scene.books.notice(row, self.end).copied() else {
            return refuse(RefusalCode::NoticeUnknown);
        };
        if was.outcome.is_some() {
            return refuse(RefusalCode::NoticeSettled);
        }
        // The term counts from the day the holder was really reached, which is the value day.
        let is = Notice { outcome: Some((self.outcome, scene.order.value_day.max(was.given_on))), ..was };
        draft.entry.changes.push(Change::NoticeRecorded {
            account: draft.refer(row)?,
            end: self.end,
            was,
            is,
        });
        Ok(())
    }
}
