//! The area under the supply curve: how many units stood for how many days.

use super::{EvaluationError, Movement, Movements, PartyNo, Window};

/// Minor units times days: what the parties that count held at the end of each day of the window, summed.
pub(super) fn area(
    movements: &Movements,
    window: Window,
    counts: impl Fn(PartyNo) -> bool,
) -> Result<i128, EvaluationError> {
    let side =
        |row: &Movement, party: PartyNo| if counts(party) { i128::from(row.amount.minor()) } else { 0 };
    let mut rows = movements.rows.iter().take_while(|row| row.day <= window.through());
    rows.try_fold(0_i128, |area, row| {
        let days = i128::from(window.end().days_since(row.day.max(window.from())));
        let change = side(row, row.to).checked_sub(side(row, row.from))?;
        area.checked_add(change.checked_mul(days)?)
    })
    .ok_or(EvaluationError::TooLarge)
}
