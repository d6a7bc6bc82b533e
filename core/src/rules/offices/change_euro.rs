//! Changing euro into notes at a counter (domain 3.5), where the design allows it: units come into being
//! against the euro in the till. There is no way back: units become euro for no participant.

use super::pay_out::picked;
use super::{accounts_of, are_there, minus, open_office, paper, pieces, valid_series};
use crate::books::{Cash, Draft};
use crate::design::UnitValue;
use crate::money::{Amount, Balance, Rounding};
use crate::office::Place;
use crate::orders::{ChangeEuro, Refusal, RefusalCode};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::{About, Scene, amounts};

/// The units that these euro are worth on the value day, if they are whole minor units.
fn units(change: &ChangeEuro, scene: &Scene<'_>) -> Result<Amount, Refusal> {
    let day = scene.order.value_day;
    let Some(UnitValue::Euro(cents_per_minor)) = scene.value_design().unit().value_on(day) else {
        return Err(Refusal::new(RefusalCode::ValueUnknown).with(|figures| figures.until = Some(day)));
    };
    let units = cents_per_minor.inverse().apply(amounts::positive(change.euro)?, Rounding::Down);
    let units = units.map_err(|_| Refusal::new(RefusalCode::Overflow))?;
    // Nobody pays cents for which there are no units.
    if !units.remainder.is_zero() {
        return Err(Refusal::of(RefusalCode::EuroUneven, change.series)
            .with(|figures| figures.count = Some(change.euro.minor())));
    }
    Ok(units.amount)
}

impl Act for ChangeEuro {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let series = valid_series(scene, &self.series)?;
        if let Some(want) = &self.want {
            pieces(series, want)?;
        }
        Ok(About { amount: units(self, scene)?, ..About::action(Action::SwapNotes) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        if !paper(scene)?.change_euro {
            return Err(Refusal::new(RefusalCode::ChangeEuroOff));
        }
        let series = valid_series(scene, &self.series)?;
        let accounts = accounts_of(scene, &self.series)?;
        let stock = Place::Stock(office);
        let notes = match &self.want {
            None => picked(scene, series, about.amount, stock)?,
            Some(want) if want.value() == about.amount => {
                are_there(scene, self.series, want, stock)?;
                want.clone()
            }
            Some(want) => {
                return Err(Refusal::of(RefusalCode::SwapDiffers, self.series).with(|figures| {
                    figures.asked = Some(want.value().into());
                    figures.limit = Some(about.amount.into());
                }));
            }
        };
        draft.counter_side(accounts.bought, minus(about.amount))?;
        draft.counter_side(accounts.paper, Balance::from(about.amount))?;
        draft.move_notes(self.series, &notes, stock, Place::Circulation)?;
        Ok(draft.move_cash(self.euro, Cash::Outside, Cash::Till(office))?)
    }
}
