//! Velocity of circulation.
//!
//! Indicators 6 and 7 of `evaluation.md` section 3: V = F / (S̄ T), F the volume of what counts, S̄ the mean supply
//! and T the length of the window. S̄ T is the area under the supply curve, taken exactly over days; so V is an
//! exact ratio.

use super::{About, Indicator};
use crate::evaluation::figure::Rows;
use crate::evaluation::supply::area;
use crate::evaluation::{
    EvaluationError, Figure, Fraction, Kinds, Movements, PartyKind, PartyNo, Population, Undefined, Window,
};

/// The time in which turns are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Per {
    /// Turns a day.
    Day,
    /// Turns in seven days.
    Week,
    /// Turns in 365 days.
    Year,
    /// Turns in the window.
    Window,
    /// Turns in the window, times twelve: of a month, what REC Barcelona gives for a year.
    TwelveWindows,
}

/// The supply that turns over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::exhaustive_enums)]
pub enum Supply {
    /// Everything outstanding: on accounts, in the pot, set aside, and on notes.
    Everything,
    /// All of that but what is on notes.
    OnAccounts,
    /// What the population holds.
    OfPopulation,
}

/// Velocity and the terms it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Turns {
    /// Minor units that were moved, less what was taken back.
    pub volume: i128,
    /// Minor units times days: the supply at the end of each day, summed.
    pub area: i128,
    /// The mean supply: area by days.
    pub supply: Fraction,
    /// Turns in the time that was asked for.
    pub velocity: Fraction,
}

impl Per {
    fn days(self, window: Window) -> i128 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Year => 365,
            Self::Window => window.days(),
            Self::TwelveWindows => window.days().saturating_mul(12),
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Day => "turns a day",
            Self::Week => "turns a week",
            Self::Year => "turns in 365 days",
            Self::Window => "turns in the window",
            Self::TwelveWindows => "turns in the window, times twelve",
        }
    }
}

/// Velocity over the window of the movements of `kinds` by members of the population, of a supply, in a unit.
///
/// Where notes are part of the supply, `not_observed` is the part of its unit-time that stood on them: what
/// changes hands in notes is in no volume, so velocity is too low by an unknown part of that. Undefined if nothing
/// stood for a day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::exhaustive_structs)]
pub struct Velocity {
    /// The days.
    pub window: Window,
    /// The movements that count.
    pub kinds: Kinds,
    /// In which time turns are counted.
    pub per: Per,
    /// By whom.
    pub population: Population,
    /// The supply that turns over.
    pub supply: Supply,
}

impl Velocity {
    /// What was moved, less what was taken back.
    fn volume(&self, movements: &Movements) -> Result<(i128, Rows), EvaluationError> {
        let members = self.population.members(movements)?;
        let (mut volume, mut rows) = (0_i128, Rows::of(movements));
        for row in movements.within(self.window) {
            // What takes back went the other way.
            let actor = if row.back { row.undone_actor() } else { row.actor() };
            let counts = self.kinds.has(row.kind) && actor.is_some_and(|actor| members.has(actor));
            rows.note(counts);
            if counts {
                let amount = i128::from(row.amount.minor());
                volume = volume.saturating_add(if row.back { amount.saturating_neg() } else { amount });
            }
        }
        Ok((volume, rows))
    }

    /// The area under the supply, and that part of it which stood on notes if they are a part of it.
    fn area(&self, movements: &Movements) -> Result<(i128, Option<i128>), EvaluationError> {
        let on_paper = |party: PartyNo| movements.kind_of(party) == PartyKind::Paper;
        let holds = |party: PartyNo| movements.kind_of(party).holds();
        let window = self.window;
        Ok(match self.supply {
            Supply::Everything => (area(movements, window, holds)?, Some(area(movements, window, on_paper)?)),
            Supply::OnAccounts => (area(movements, window, |party| holds(party) && !on_paper(party))?, None),
            Supply::OfPopulation => {
                let members = self.population.members(movements)?;
                (area(movements, window, |party| members.has(party))?, None)
            }
        })
    }
}

impl Indicator for Velocity {
    const ABOUT: About = About {
        name: "velocity",
        definition: "Volume of the movements that count, by the area under the supply curve: how often a unit \
                     turns over in the time that is named.",
        source: "evaluation.md section 3, indicators 6 and 7 (Mattsson, Luedtke and Takes 2022; REC Barcelona 2021)",
    };
    type Value = Turns;

    /// # Errors
    /// [`EvaluationError::UnknownAccount`] if the population names one that is not there,
    /// [`EvaluationError::TooLarge`].
    fn figure(&self, movements: &Movements) -> Result<Figure<Self>, EvaluationError> {
        let (volume, rows) = self.volume(movements)?;
        let (area, paper) = self.area(movements)?;
        let turns = volume.checked_mul(self.per.days(self.window)).ok_or(EvaluationError::TooLarge)?;
        let supply = Fraction::new(area, self.window.days())?;
        let value = Fraction::new(turns, area)?
            .filter(|_| area > 0)
            .zip(supply)
            .map(|(velocity, supply)| Turns { volume, area, supply, velocity })
            .ok_or(Undefined::NoSupply);
        let on_paper = paper.map(|paper| Fraction::new(paper, area)).transpose()?.flatten();
        let unit = self.per.text().to_owned();
        Ok(Figure::new(self, movements, unit, rows, value).not_observed(on_paper))
    }
}
