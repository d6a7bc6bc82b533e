//! Units that come back to whoever had them: after a reversal, or when a reservation is given up (R44,
//! R64). They have the dates they had; if a date has passed meanwhile, the design says whether they
//! lapse at once or can be spent for some days.

use super::Scene;
use crate::books::{Draft, LAPSED, LotFacts, Origin, OriginKind, POT, Taken, total};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::{Destination, WhenLapsed};
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, RefusalCode};
use crate::rules::time::{Lapsing, lapsing};

/// What becomes of units that come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nothing has changed.
    AsItWas,
    /// They can be spent until this day.
    Until(Day),
    /// They lapse at once.
    Lapses,
}

/// Units on their way back to an account.
pub(super) struct Returns<'a, 's> {
    scene: &'a Scene<'s>,
    to: AccountNo,
    origin: Origin,
}

impl<'a, 's> Returns<'a, 's> {
    /// Back to one account from another.
    pub(super) fn new(
        scene: &'a Scene<'s>,
        to: AccountNo,
        from: AccountNo,
        draft: &Draft<'_>,
    ) -> Result<Self, Refusal> {
        let origin = Origin { kind: OriginKind::Renewed, account: draft.refer(from)? };
        Ok(Self { scene, to, origin })
    }

    pub(super) fn facts(&self, lot: LotNo) -> Result<&LotFacts, Refusal> {
        let lot = self.scene.books.lot(lot).ok_or_else(|| Refusal::new(RefusalCode::OriginalUnknown))?;
        Ok(lot.facts())
    }

    /// A date that has passed meanwhile: lapse at once, or so many days (R64). With the pot and the ring
    /// itself nothing lapses.
    pub(super) fn fate(&self, lot: LotNo) -> Result<Fate, Refusal> {
        if !self.scene.row(self.to)?.kind().is_participant() {
            return Ok(Fate::AsItWas);
        }
        let Some(end) = self.facts(lot)?.ends_on else { return Ok(Fate::AsItWas) };
        let design = self.scene.booking_design();
        match lapsing(self.scene.books, design.expiry(), self.to, end, self.scene.day) {
            Lapsing::At(day) if day < self.scene.day => {}
            Lapsing::At(_) | Lapsing::WaitsForNotice => return Ok(Fate::AsItWas),
        }
        match design.reversal().when_lapsed {
            WhenLapsed::Lapse => Ok(Fate::Lapses),
            WhenLapsed::Grant { days } => {
                let granted = self.scene.day.plus_days(i32::from(days)).unwrap_or(Day::LAST);
                Ok(Fate::Until(granted))
            }
        }
    }

    /// Issues units anew, earned when another lot was, with a lot as their parent.
    pub(super) fn issue(
        &self,
        dates_of: LotNo,
        parent: LotNo,
        ends_on: Option<Day>,
        amount: Amount,
        draft: &mut Draft<'_>,
    ) -> Result<LotNo, Refusal> {
        let earned_on = self.facts(dates_of)?.earned_on;
        let facts = LotFacts { origin: self.origin, earned_on, ends_on, parent: Some(parent) };
        Ok(draft.issue(facts, amount)?)
    }
}

/// Pieces of one lot as one: under a grain of a day or a month, what is re-issued may be more of a lot
/// that is among the pieces already.
pub(super) fn merged(pieces: impl Iterator<Item = (LotNo, Amount)>) -> Result<Taken, Refusal> {
    let mut merged = Taken::new();
    for (lot, amount) in pieces {
        match merged.iter_mut().find(|(there, _)| *there == lot) {
            Some((_, sum)) => {
                *sum = sum.checked_add(amount).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
            }
            None => merged.push((lot, amount)),
        }
    }
    Ok(merged)
}

/// What lapses on its way back goes where what lapses goes.
pub(super) fn lapse_at_once(scene: &Scene<'_>, lapsed: &Taken, draft: &mut Draft<'_>) -> Result<(), Refusal> {
    let gone = total(lapsed)?;
    if gone.is_zero() {
        return Ok(());
    }
    match scene.booking_design().expiry().destination {
        Destination::Pot => draft.receive(scene.chart(POT)?, lapsed)?,
        Destination::Lapsed => draft.counter_side(scene.chart(LAPSED)?, Balance::from(gone))?,
    }
    Ok(())
}
