//! Giving units of some days of earning an earlier end (R18): E-portemonnee set all points earned since a
//! date to zero, and was criticised because nobody had been told (H4.9). Here nothing ends before the
//! notice that the design demands can be given, by the closing of the current day at the earliest.

use crate::books::{Change, Draft, EarnedSpan, EndsMoved, Towards};
use crate::calendar::Day;
use crate::design::Grain;
use crate::orders::{EndUnits, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for EndUnits {
    fn about(&self, _: &Scene<'_>) -> Result<About, Refusal> {
        Ok(About::action(Action::EndUnits))
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        if !scene.booking_design().expiry().bulk {
            return Err(Refusal::new(RefusalCode::BulkOff));
        }
        let span = self.span(scene)?;
        self.gives_notice(scene)?;
        let moved = EndsMoved { towards: Towards::Sooner, spans: vec![span] };
        let overflow = || Refusal::new(RefusalCode::Overflow);
        let concerns = scene.books.concerned_by(&moved, scene.day).ok_or_else(overflow)?;
        if concerns.accounts == 0 {
            return Err(Refusal::new(RefusalCode::NothingEnds).with(|f| f.until = Some(self.ends_on)));
        }
        draft.entry.concerns = Some(concerns);
        draft.entry.changes.push(Change::EndsMoved(moved));
        Ok(())
    }
}

impl EndUnits {
    /// The days of earning: not to come, in order, and whole months where lots are kept by the month.
    fn span(&self, scene: &Scene<'_>) -> Result<EarnedSpan, Refusal> {
        let (from, through) = (self.earned_from.unwrap_or(Day::FIRST), self.earned_through);
        let refuse = |code, from, until| {
            Err(Refusal::new(code).with(|figures| {
                figures.from = Some(from);
                figures.until = Some(until);
            }))
        };
        if through > scene.day {
            return refuse(RefusalCode::ValueDayAhead, scene.day, through);
        }
        if from > through {
            return refuse(RefusalCode::DatesWrong, from, through);
        }
        if scene.booking_design().lots().grain == Grain::Month {
            let whole = (self.earned_from.map(Day::first_of_month), through.last_of_month());
            if whole != (self.earned_from, through) {
                return refuse(RefusalCode::WholeMonths, from.first_of_month(), whole.1);
            }
        }
        Ok(EarnedSpan { from, through, ends_on: Some(self.ends_on) })
    }

    /// The first closing that can give the notice is that of the current day, and its term begins on the
    /// day after. Without a notice in the design, nothing ends before the current day.
    fn gives_notice(&self, scene: &Scene<'_>) -> Result<(), Refusal> {
        let notice = scene.booking_design().expiry().notice;
        let days = notice.map_or(0, |notice| i32::from(notice.days).saturating_add(1));
        let earliest = scene.day.plus_days(days).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        if self.ends_on >= earliest {
            return Ok(());
        }
        Err(Refusal::new(RefusalCode::NoticeTooShort).with(|figures| {
            figures.from = Some(earliest);
            figures.until = Some(self.ends_on);
            figures.count = notice.map(|notice| i64::from(notice.days));
        }))
    }
}
