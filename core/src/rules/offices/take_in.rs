//! Putting notes on an account (R34, R41). What the units were before they went onto paper is gone: they
//! are a new lot, which ends no later than the notes would have.

use super::{accounts_of, minus, open_office, paper, pieces, series, take_live};
use crate::books::{BackedBy, Draft, LotFacts, Origin, OriginKind, Taken};
use crate::calendar::Day;
use crate::design::Series;
use crate::office::Place;
use crate::orders::{Refusal, RefusalCode, TakeIn};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::may_receive;
use crate::rules::{About, Scene, settling};

/// Whether notes of a series can still be put on an account or handed in for a claim.
pub(super) fn in_deposit_window(scene: &Scene<'_>, series: &Series) -> Result<(), Refusal> {
    window(scene, series, series.deposit_until)
}

/// Whether notes of a series can still be swapped.
pub(super) fn in_swap_window(scene: &Scene<'_>, series: &Series) -> Result<(), Refusal> {
    window(scene, series, series.swap_until)
}

fn window(scene: &Scene<'_>, series: &Series, until: Option<Day>) -> Result<(), Refusal> {
    let day = scene.order.value_day;
    if day < series.valid_from {
        return Err(Refusal::of(RefusalCode::SeriesNotValid, series.code).with(|figures| {
            figures.from = Some(series.valid_from);
            figures.until = Some(series.spend_until.unwrap_or(day));
        }));
    }
    match until.filter(|until| day > *until) {
        None => Ok(()),
        Some(until) => {
            Err(Refusal::of(RefusalCode::WindowOver, series.code).with(|figures| figures.until = Some(until)))
        }
    }
}

/// The last day of units that come from notes: no later than the notes could be spent, nor than units
/// earned today; from notes that could not be spent any more, so many days from today.
pub(super) fn ends_on(scene: &Scene<'_>, series: &Series) -> Result<Option<Day>, Refusal> {
    let late = i32::from(paper(scene)?.late_deposit_days);
    let fresh = scene.value_design().expiry().ends_on(scene.order.value_day);
    let Some(until) = series.spend_until.filter(|_| fresh.is_some()) else { return Ok(fresh) };
    let until = if until < scene.day { scene.day.plus_days(late).unwrap_or(Day::LAST) } else { until };
    Ok(fresh.map(|fresh| fresh.min(until)))
}

impl Act for TakeIn {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (row, _) = scene.participant(&self.account)?;
        let amount = pieces(series(scene, &self.series)?, &self.notes)?;
        Ok(About { account: Some(row), gains: Some(row), amount, ..About::action(Action::TakeIn) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        let series = series(scene, &self.series)?;
        in_deposit_window(scene, series)?;
        let accounts = accounts_of(scene, &self.series)?;
        let (row, account) = scene.participant(&self.account)?;
        may_receive(scene, account, about.amount, draft)?;
        take_live(scene, self.series, &self.notes, Place::Returned(office), draft)?;
        draft.counter_side(accounts.paper, minus(about.amount))?;
        let facts = LotFacts {
            origin: Origin { kind: OriginKind::Paper, account: draft.refer(accounts.paper)? },
            earned_on: scene.order.value_day,
            ends_on: ends_on(scene, series)?,
            parent: None,
        };
        let lot = draft.issue(facts, about.amount)?;
        draft.receive(row, &Taken::from_slice(&[(lot, about.amount)]))?;
        settling::shift(scene, about.amount, BackedBy::Paper, draft)
    }
}
