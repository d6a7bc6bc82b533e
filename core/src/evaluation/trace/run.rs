//! Following units through a list of movements by a rule.

use super::booked::Booked;
use super::mixed::Mixed;
use super::purse::{Came, Fresh, Purse};
use super::queue::Queue;
use super::{Part, TracingRule};
use crate::calendar::{Day, Period};
use crate::evaluation::{EvaluationError, Movement, Movements, PartyKind, PartyNo};

/// Who is told what becomes of units.
pub(in crate::evaluation) trait Watch {
    /// Units leave a holder by a movement.
    fn left(&mut self, row: &Movement, part: &Part) -> Result<(), EvaluationError>;

    /// Units stand with a holder at the end.
    fn open(&mut self, _party: PartyNo, _part: &Part) -> Result<(), EvaluationError> {
        Ok(())
    }
}

/// Follows all units from the first movement through those of a day, and gives how many parts there are to a
/// minor unit; `None` if the rule asks for lots and the source has none. Units of one `cohort` period may be told
/// as one.
///
/// Units that come back from a sink, because a redemption is taken back, count as issued on that day; by the
/// books they keep the day they had.
pub(in crate::evaluation) fn trace(
    movements: &Movements,
    through: Day,
    rule: TracingRule,
    cohort: Period,
    watch: &mut impl Watch,
) -> Result<Option<i128>, EvaluationError> {
    match rule {
        TracingRule::AsBooked if movements.lots.is_none() => Ok(None),
        TracingRule::AsBooked => run::<Booked>(movements, through, cohort, watch).map(Some),
        TracingRule::Fifo => run::<Queue<false>>(movements, through, cohort, watch).map(Some),
        TracingRule::Lifo => run::<Queue<true>>(movements, through, cohort, watch).map(Some),
        TracingRule::WellMixed => run::<Mixed>(movements, through, cohort, watch).map(Some),
    }
}

fn run<P: Purse>(
    movements: &Movements,
    through: Day,
    cohort: Period,
    watch: &mut impl Watch,
) -> Result<i128, EvaluationError> {
    let mut purses: Vec<P> = movements.parties.iter().map(|_| P::default()).collect();
    let lots = movements.lots.as_deref().unwrap_or_default();
    for row in movements.rows.iter().take_while(|row| row.day <= through) {
        let from = movements.kind_of(row.from);
        let pieces = match purses.get_mut(row.from.index()).filter(|_| from.holds()) {
            None => vec![P::fresh(Fresh {
                minor: row.amount.minor(),
                day: row.day,
                cohort: cohort.first_day(row.day),
                unseen: matches!(from, PartyKind::Opening | PartyKind::Unexplained),
            })?],
            Some(payer) => {
                let pieces = payer.take(row)?;
                for piece in &pieces {
                    watch.left(row, &P::part(piece)?)?;
                }
                pieces
            }
        };
        let to = movements.kind_of(row.to);
        if let Some(payee) = purses.get_mut(row.to.index()).filter(|_| to.holds()) {
            payee.put(pieces, &Came { row, onto_paper: to == PartyKind::Paper, lots })?;
        }
    }
    for (number, purse) in purses.iter().enumerate() {
        let party = PartyNo(u32::try_from(number).map_err(|_| EvaluationError::TooManyAccounts)?);
        for part in purse.rest()? {
            watch.open(party, &part)?;
        }
    }
    Ok(P::PARTS)
}
