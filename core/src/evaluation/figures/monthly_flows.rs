//! Units issued, earned, spent, redeemed, lapsed, on paper and outstanding, by period.
//!
//! Indicators 12 and 19 of `evaluation.md` section 3: I, R, E and S with the identity I = R + E + S, here with
//! every way in which units come about and end: `before + issued = ended + outstanding`.

use super::{About, Indicator};
use crate::calendar::Period;
use crate::evaluation::figure::Rows;
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Kind, Movement, Movements, PartyKind, Undefined, Window,
};

/// What happened in a part of the window, in minor units. Whatever was taken back is taken off on the day on
/// which that was booked, so a part can be below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Flow {
    /// The days.
    pub window: Window,
    /// Outstanding before the first day.
    pub before: i128,
    /// New for an effort.
    pub earned: i128,
    /// Taken over from before, or what a list begins with.
    pub taken_over: i128,
    /// New for euro.
    pub bought: i128,
    /// New by credit that was drawn.
    pub drawn: i128,
    /// New because notes were short, which the issuer bears.
    pub short: i128,
    /// Units that a list does not say the origin of.
    pub unexplained: i128,
    /// Payments between participants, also to partners inside the ring. They neither make nor end units.
    pub spent: i128,
    /// Taken in by partners outside the ring.
    pub redeemed: i128,
    /// Lapsed.
    pub lapsed: i128,
    /// Back to euro.
    pub exchanged: i128,
    /// Gone because notes were over.
    pub over: i128,
    /// Gone because drawn credit was earned back.
    pub repaid: i128,
    /// Outstanding after the last day: on accounts, set aside and on notes.
    pub outstanding: i128,
    /// The part of that on notes.
    pub on_paper: i128,
}

impl Flow {
    /// All that came about.
    pub fn issued(&self) -> i128 {
        let parts = [self.earned, self.taken_over, self.bought, self.drawn, self.short, self.unexplained];
        parts.into_iter().fold(0, i128::saturating_add)
    }

    /// All that ended.
    pub fn ended(&self) -> i128 {
        let parts = [self.redeemed, self.lapsed, self.exchanged, self.over, self.repaid];
        parts.into_iter().fold(0, i128::saturating_add)
    }

    /// Whether the identity holds: what was there and what came about is what ended and what is there.
    pub fn holds(&self) -> bool {
        self.before.saturating_add(self.issued()) == self.ended().saturating_add(self.outstanding)
    }

    fn at(window: Window, before: i128, on_paper: i128) -> Self {
        Self {
            window,
            before,
            earned: 0,
            taken_over: 0,
            bought: 0,
            drawn: 0,
            short: 0,
            unexplained: 0,
            spent: 0,
            redeemed: 0,
            lapsed: 0,
            exchanged: 0,
            over: 0,
            repaid: 0,
            outstanding: before,
            on_paper,
        }
    }

    /// One end of a movement: `by` minor units come to a party of a kind, or leave it when below zero. Sums of
    /// at most 2^32 amounts of 53 bits fit.
    fn end(&mut self, kind: PartyKind, by: i128) {
        let out = by.saturating_neg();
        let (side, by) = match kind {
            PartyKind::Issued => (&mut self.earned, out),
            PartyKind::Opening => (&mut self.taken_over, out),
            PartyKind::Bought => (&mut self.bought, out),
            PartyKind::Shortage => (&mut self.short, out),
            PartyKind::Unexplained => (&mut self.unexplained, out),
            PartyKind::Credit if by < 0 => (&mut self.drawn, out),
            PartyKind::Credit => (&mut self.repaid, by),
            PartyKind::Redeemed => (&mut self.redeemed, by),
            PartyKind::Lapsed => (&mut self.lapsed, by),
            PartyKind::Exchanged => (&mut self.exchanged, by),
            PartyKind::Surplus => (&mut self.over, by),
            PartyKind::Paper => {
                self.on_paper = self.on_paper.saturating_add(by);
                (&mut self.outstanding, by)
            }
            PartyKind::Participant | PartyKind::Common | PartyKind::Reserved => (&mut self.outstanding, by),
        };
        *side = side.saturating_add(by);
    }

    fn take(&mut self, movements: &Movements, row: &Movement) {
        let amount = i128::from(row.amount.minor());
        self.end(movements.kind_of(row.from), amount.saturating_neg());
        self.end(movements.kind_of(row.to), amount);
        if row.kind == Kind::Transfer {
            let spent = if row.back { amount.saturating_neg() } else { amount };
            self.spent = self.spent.saturating_add(spent);
        }
    }
}

/// The flows of a window by period, in minor units; by [`Period::Month`] they are the monthly figures of a
/// report. They are about everybody: units do not vanish by being held by somebody else.
///
/// Earned are units for an effort, issued is everything that came about, spent are payments between
/// participants. What a partner took in is redeemed if its contract stands outside the ring and spent if it may
/// spend the units again. Where there are notes, `not_observed` is the part of what is outstanding at the end
/// that is on them. Undefined if the source has no movement by the end of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Flows {
    /// The days.
    pub window: Window,
    /// By which periods it is told.
    pub by: Period,
}

impl Indicator for Flows {
    const ABOUT: About = About {
        name: "flows",
        definition: "Units issued, earned, spent, redeemed, lapsed, on paper and outstanding, by period; \
                     before + issued = ended + outstanding.",
        source: "evaluation.md section 3, indicators 12 and 19",
    };
    type Value = Vec<Flow>;

    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let mut moved = movements.rows.iter().peekable();
        let mut before = Flow::at(self.window, 0, 0);
        while let Some(row) = moved.next_if(|row| row.day < self.window.from()) {
            before.take(movements, row);
        }
        let (mut outstanding, mut on_paper) = (before.outstanding, before.on_paper);
        let mut lines = Vec::new();
        let mut rows = Rows::of(movements);
        for part in self.window.by(self.by) {
            let mut line = Flow::at(part, outstanding, on_paper);
            while let Some(row) = moved.next_if(|row| row.day <= part.through()) {
                line.take(movements, row);
                rows.note(true);
            }
            (outstanding, on_paper) = (line.outstanding, line.on_paper);
            lines.push(line);
        }
        let value =
            if movements.has_begun_by(self.window) { Ok(lines) } else { Err(Undefined::NothingCounted) };
        let unit = movements.minor_units();
        let on_paper = Fraction::new(on_paper, outstanding)?;
        Ok(Figure::new(self, movements, unit, rows, value).not_observed(on_paper))
    }
}
