//! Taking units off an account in notes (R34, R41).
//!
//! Going onto paper must not outlive an expiry date: only units that end no earlier than the notes leave
//! the account, the soonest to end first; the others are passed over.

use super::{accounts_of, are_there, open_office, paper, pieces, valid_series};
use crate::books::{Account, BackedBy, Draft, Taken, first};
use crate::calendar::Day;
use crate::dense::LotNo;
use crate::design::Series;
use crate::money::{Amount, Balance};
use crate::office::{Drawer, NoSet, Notes, Place};
use crate::orders::{PayOut, Refusal, RefusalCode, Want};
use crate::people::Action;
use crate::rules::rule::Act;
use crate::rules::standing::{Means, may_pay};
use crate::rules::{About, Scene, amounts, settling};

/// What stands on an account and may go onto a series, the soonest to end first.
pub(super) fn eligible(scene: &Scene<'_>, account: &Account, series: &Series) -> Vec<(LotNo, Amount)> {
    let mut lots: Vec<(Option<Day>, LotNo, Amount)> = account
        .holdings()
        .iter()
        .filter_map(|(lot, amount)| Some((scene.books.lot(lot)?.facts().ends_on, lot, amount)))
        .filter(|(end, ..)| match (end, series.spend_until) {
            (None, _) => true,
            (Some(end), Some(until)) => *end >= until,
            (Some(_), None) => false,
        })
        .collect();
    lots.sort_unstable_by_key(|(end, lot, _)| (end.is_none(), *end, *lot));
    lots.into_iter().map(|(_, lot, amount)| (lot, amount)).collect()
}

/// The lots that leave.
fn leaving(scene: &Scene<'_>, account: &Account, series: &Series, asked: Amount) -> Result<Taken, Refusal> {
    let (taken, missing) = first(eligible(scene, account, series).into_iter(), asked);
    if missing.is_zero() {
        return Ok(taken);
    }
    let available = asked.checked_sub(missing).unwrap_or(Amount::ZERO);
    Err(Refusal::about(RefusalCode::AvailableForPaper, account.id()).with(|figures| {
        figures.asked = Some(asked.into());
        figures.available = Some(available.into());
        figures.what = Some(series.code);
    }))
}

/// The pieces an office or a partner hands out of a place.
pub(super) fn picked(
    scene: &Scene<'_>,
    series: &Series,
    amount: Amount,
    from: Place,
) -> Result<Notes, Refusal> {
    picked_from(scene, series, amount, scene.books.paper().notes(series.code, from))
}

/// The pieces that make an amount out of some.
pub(super) fn picked_from(
    scene: &Scene<'_>,
    series: &Series,
    amount: Amount,
    there: Notes,
) -> Result<Notes, Refusal> {
    let drawer = Drawer::new(there);
    let refuse = |code| Refusal::of(code, series.code).with(|figures| figures.asked = Some(amount.into()));
    drawer.pick(amount, paper(scene)?.change).map_err(|why| match why {
        NoSet::TooLarge => refuse(RefusalCode::NameTheNotes),
        NoSet::Nearest { below: None, above: None } => refuse(RefusalCode::DrawerShort),
        NoSet::Nearest { below: Some(below), above: None } => {
            refuse(RefusalCode::NoExactSetBelow).with(|f| f.available = Some(below.into()))
        }
        NoSet::Nearest { below: None, above: Some(above) } => {
            refuse(RefusalCode::NoExactSetAbove).with(|f| f.limit = Some(above.into()))
        }
        NoSet::Nearest { below: Some(below), above: Some(above) } => {
            refuse(RefusalCode::NoExactSet).with(|figures| {
                figures.available = Some(below.into());
                figures.limit = Some(above.into());
            })
        }
    })
}

impl Act for PayOut {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (row, _) = scene.participant(&self.account)?;
        let series = valid_series(scene, &self.series)?;
        let amount = match &self.want {
            Want::Amount(amount) => amounts::positive(*amount)?,
            Want::Notes(notes) => pieces(series, notes)?,
        };
        Ok(About { account: Some(row), debits: true, amount, ..About::action(Action::PayOut) })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let office = open_office(scene)?;
        let series = valid_series(scene, &self.series)?;
        if !paper(scene)?.pay_out {
            return Err(Refusal::new(RefusalCode::PayOutOff));
        }
        let accounts = accounts_of(scene, &self.series)?;
        let (row, account) = scene.participant(&self.account)?;
        may_pay(scene, account, about.amount, Means::Held, draft)?;
        let taken = leaving(scene, account, series, about.amount)?;
        let stock = Place::Stock(office);
        let notes = match &self.want {
            Want::Amount(amount) => picked(scene, series, *amount, stock)?,
            Want::Notes(notes) => {
                are_there(scene, self.series, notes, stock)?;
                notes.clone()
            }
        };
        draft.remove(row, &taken)?;
        draft.counter_side(accounts.paper, Balance::from(about.amount))?;
        draft.move_notes(self.series, &notes, stock, Place::Circulation)?;
        settling::shift(scene, about.amount, BackedBy::Account, draft)
    }
}
