//! Swapping notes of one series for another's (R41, R42, R50), or torn notes for whole ones (R49). The
//! renewal stamps that are missing are charged; where euro back the units, those behind a stamp follow it.

use super::pay_out::picked;
use super::take_in::{ends_on, in_swap_window};
use super::{accounts_of, are_there, minus, open_office, paper, pieces, series, take_live, valid_series};
use crate::books::{BackedBy, Draft, LAPSED, LotFacts, Origin, OriginKind, POT, Taken};
use crate::calendar::Day;
use crate::design::{Destination, Series};
use crate::money::{Amount, Balance};
use crate::office::Place;
use crate::orders::{Refusal, RefusalCode, SwapNotes};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene, settling};

/// How many half years of a series have begun on a day; none before it is valid.
fn half_years_begun(from: Day, on: Day) -> i64 {
    if on < from {
        return 0;
    }
    let months = |day: Day| i64::from(day.year()).saturating_mul(12).saturating_add(i64::from(day.month()));
    // A month is over when its last day is, if the day of the month comes no sooner.
    let over = i64::from(on.day_of_month() < from.day_of_month() && on != on.last_of_month());
    let passed = months(on).saturating_sub(months(from)).saturating_sub(over);
    passed.checked_div(6).unwrap_or(0).saturating_add(1)
}

/// What the stamps cost that these notes should have had: a percentage of the face for every half year
/// after the first that has begun, less the stamps on them. A fraction of a minor unit is not charged.
fn charge(series: &Series, value: Amount, stamped: u16, on: Day) -> Amount {
    let Some(stamps) = series.stamps else { return Amount::ZERO };
    let owed =
        half_years_begun(series.valid_from, on).saturating_sub(1).saturating_sub(i64::from(stamped)).max(0);
    let share = i128::from(owed).saturating_mul(i128::from(stamps.basis_points));
    let minor = i128::from(value.minor()).saturating_mul(share).checked_div(10_000).unwrap_or(0);
    i64::try_from(minor).ok().and_then(|minor| Amount::from_minor(minor).ok()).unwrap_or(Amount::MAX)
}

impl Act for SwapNotes {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let amount = pieces(series(scene, &self.from)?, &self.notes)?;
        if let Some(want) = &self.want {
            pieces(series(scene, &self.to)?, want)?;
        }
        Ok(About { amount, ..About::action(Action::SwapNotes) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        let old = series(scene, &self.from)?;
        in_swap_window(scene, old)?;
        let new = valid_series(scene, &self.to)?;
        let (old_accounts, new_accounts) = (accounts_of(scene, &self.from)?, accounts_of(scene, &self.to)?);
        let charge = charge(old, about.amount, self.stamped, scene.order.value_day);
        let due = about.amount.checked_sub(charge).filter(|due| !due.is_zero());
        let due = due.ok_or_else(|| {
            Refusal::of(RefusalCode::StampsEatAll, self.from).with(|figures| {
                figures.asked = Some(about.amount.into());
                figures.limit = Some(charge.into());
            })
        })?;
        let stock = Place::Stock(office);
        let out = match &self.want {
            None => picked(scene, new, due, stock)?,
            Some(want) if want.value() == due => {
                are_there(scene, self.to, want, stock)?;
                want.clone()
            }
            Some(want) => {
                return Err(Refusal::of(RefusalCode::SwapDiffers, self.to).with(|figures| {
                    figures.asked = Some(want.value().into());
                    figures.limit = Some(due.into());
                }));
            }
        };
        take_live(scene, self.from, &self.notes, Place::Returned(office), draft)?;
        draft.move_notes(self.to, &out, stock, Place::Circulation)?;
        if self.from != self.to || !charge.is_zero() {
            draft.counter_side(old_accounts.paper, minus(about.amount))?;
            draft.counter_side(new_accounts.paper, Balance::from(due))?;
        }
        if charge.is_zero() {
            return Ok(());
        }
        match paper(scene)?.stamps_to {
            Destination::Lapsed => {
                draft.counter_side(scene.chart(LAPSED)?, Balance::from(charge))?;
                settling::keep(scene, charge, draft)
            }
            Destination::Pot => {
                let facts = LotFacts {
                    origin: Origin { kind: OriginKind::Paper, account: draft.refer(old_accounts.paper)? },
                    earned_on: scene.order.value_day,
                    ends_on: ends_on(scene, old)?,
                    parent: None,
                };
                let lot = draft.issue(facts, charge)?;
                draft.receive(scene.chart(POT)?, &Taken::from_slice(&[(lot, charge)]))?;
                settling::shift(scene, charge, BackedBy::Paper, draft)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_years_begin_on_the_day_of_the_month() {
        let day = |text| Day::parse(text).unwrap();
        let begun = |from, on| half_years_begun(day(from), day(on));
        assert_eq!(begun("2025-01-15", "2025-01-14"), 0);
        assert_eq!(begun("2025-01-15", "2025-01-15"), 1);
        assert_eq!(begun("2025-01-15", "2025-07-14"), 1);
        assert_eq!(begun("2025-01-15", "2025-07-15"), 2);
        assert_eq!(begun("2025-01-01", "2026-01-01"), 3);
        // The last day of a short month counts for the 31st.
        assert_eq!(begun("2024-08-31", "2025-02-27"), 1);
        assert_eq!(begun("2024-08-31", "2025-02-28"), 2);
    }
}
