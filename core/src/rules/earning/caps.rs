//! Caps on what is earned (R11, R58, R61): what of an award still fits, and what is counted for it.
//!
//! The period is that of the day of the activity, under the design in force then (D2). Several caps can
//! hold for one award; the one that leaves least decides what happens.

use super::effort::Effort;
use crate::books::{CapFigures, CapHolder, CapKeys, CapUnknown, CapUse, Count, value_version};
use crate::design::{Cap, OnCap, Tariff};
use crate::money::{Amount, Balance};
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;

/// What is credited of an award.
pub(super) struct Granted {
    /// The units; zero if only the effort is recorded.
    pub(super) amount: Amount,
    /// What counts for the caps.
    pub(super) counts: Vec<Count>,
}

/// One cap and what it leaves of an award.
struct Room<'d> {
    cap: &'d Cap,
    whose: CapHolder,
    used: CapUse,
    /// How many of the acts still fit.
    acts: u32,
    /// How many units still fit.
    units: Amount,
}

/// What the caps leave of an effort that earned `asked`.
pub(super) fn granted(scene: &Scene<'_>, effort: &Effort<'_>, asked: Amount) -> Result<Granted, Refusal> {
    let caps = scene.value_design().caps().on(&effort.activity.code);
    let rooms: Vec<Room<'_>> = caps.map(|cap| room(scene, cap, effort, asked)).collect::<Result<_, _>>()?;
    let Some(tightest) = rooms.iter().min_by_key(|room| (room.units, room.cap.on_cap)) else {
        return Ok(Granted { amount: asked, counts: Vec::new() });
    };
    let amount = tightest.units;
    match tightest.cap.on_cap {
        _ if amount == asked => {}
        OnCap::Refuse => return Err(tightest.refusal(asked)),
        OnCap::Partial if amount.is_zero() => return Err(tightest.refusal(asked)),
        OnCap::Partial | OnCap::RecordOnly => {}
    }
    let acts = rooms.iter().map(|room| room.acts).min().unwrap_or(0);
    let value = value_version(scene.value_design().unit(), scene.order.value_day);
    let counts = rooms.iter().map(|room| room.count(scene, acts, amount, value));
    let counts = if amount.is_zero() { Vec::new() } else { counts.collect() };
    Ok(Granted { amount, counts })
}

fn room<'d>(
    scene: &Scene<'_>,
    cap: &'d Cap,
    effort: &Effort<'_>,
    asked: Amount,
) -> Result<Room<'d>, Refusal> {
    let whose = effort.counts_for(scene, cap)?;
    let day = scene.order.value_day;
    let used = CapUse::on(day, cap, scene.value_design().unit(), whose, scene.counters);
    let used = used.map_err(|unknown| match unknown {
        CapUnknown::NoValue => {
            Refusal::of(RefusalCode::CapUnset, cap.code).with(|figures| figures.until = Some(day))
        }
        CapUnknown::Overflow => Refusal::new(RefusalCode::Overflow),
    })?;
    let by_the_act = matches!(effort.activity.tariff, Tariff::Action);
    // Acts that are counted one by one, or the effort as one.
    let done = if by_the_act { effort.measured } else { 1 };
    let (acts, units) = match used.figures {
        CapFigures::Units { left, .. } => (done, asked.min(left)),
        CapFigures::Times { left, .. } if left >= done => (done, asked),
        // Of acts that are counted one by one some may fit; an hour's work is not cut.
        CapFigures::Times { left, .. } if by_the_act => {
            let units = effort.activity.units_for(left);
            (left, units.map_err(|_| Refusal::new(RefusalCode::Overflow))?)
        }
        CapFigures::Times { .. } => (0, Amount::ZERO),
    };
    Ok(Room { cap, whose, used, acts, units })
}

impl Room<'_> {
    /// What the award counts for this cap.
    fn count(&self, scene: &Scene<'_>, acts: u32, amount: Amount, value: u32) -> Count {
        let keys = CapKeys { cap: self.cap, whose: self.whose, day: scene.order.value_day };
        match self.used.figures {
            CapFigures::Units { .. } => Count { key: keys.units(value), by: Balance::from(amount) },
            CapFigures::Times { .. } => {
                let by = Balance::from_minor(acts.into()).unwrap_or(Balance::ZERO);
                Count { key: keys.times(), by }
            }
        }
    }

    fn refusal(&self, asked: Amount) -> Refusal {
        let code = match self.used.figures {
            CapFigures::Units { .. } => RefusalCode::CapReached,
            CapFigures::Times { .. } => RefusalCode::CapTimes,
        };
        Refusal::of(code, self.cap.code).with(|figures| {
            figures.who = self.whose.id();
            figures.until = self.used.through;
            match self.used.figures {
                CapFigures::Units { limit, left, .. } => {
                    figures.asked = Some(asked.into());
                    figures.available = Some(left.into());
                    figures.limit = Some(limit.into());
                }
                CapFigures::Times { limit, .. } => figures.count = Some(limit.into()),
            }
        })
    }
}
