//! Booking day and value day (R58).

use crate::calendar::Day;
use crate::orders::{Order, Refusal, RefusalCode};
use crate::rules::Scene;

/// An order books on the current day; its value day may lie back by at most the design's late window.
pub(crate) fn check_days(scene: &Scene<'_>, order: &Order) -> Result<(), Refusal> {
    let day = scene.day;
    // First of all: whether an id of such a day was answered before can no longer be told, so whatever
    // else is wrong with the order, nothing may be recorded.
    if order.value_day < scene.ids_known_from {
        return Err(too_old(order, scene.ids_known_from));
    }
    if order.booking_day != day {
        let late = order.booking_day < day;
        let code = if late { RefusalCode::DayClosed } else { RefusalCode::CloseDayFirst };
        return Err(Refusal::new(code).with(|figures| {
            figures.from = Some(day);
            figures.until = Some(order.booking_day);
        }));
    }
    if order.value_day > day {
        return Err(Refusal::new(RefusalCode::ValueDayAhead).with(|figures| {
            figures.from = Some(day);
            figures.until = Some(order.value_day);
        }));
    }
    let window = i32::from(scene.booking_design().days().late_window);
    let earliest = day.minus_days(window).unwrap_or(Day::FIRST).max(scene.ids_known_from);
    if order.value_day < earliest {
        return Err(too_old(order, earliest));
    }
    Ok(())
}

fn too_old(order: &Order, earliest: Day) -> Refusal {
    Refusal::new(RefusalCode::TooOld).with(|figures| {
        figures.from = Some(earliest);
        figures.until = Some(order.value_day);
    })
}
