//! [`Frame`]: what the blocks of a design must agree on.

use super::blocks::ACTIVITIES;
use super::chance::Chance;

/// When units end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Ends {
    Never,
    /// By an order for everybody at once, and otherwise never.
    InBulk,
    Months {
        to_month_end: bool,
    },
    YearEnd,
    Fixed,
}

/// What the blocks of a design must agree on.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// What the unit is a measure of.
    pub kind: &'static str,
    /// How many decimals are kept.
    pub scale: u32,
    /// Whether there are rewards.
    pub reward: bool,
    /// Whether there is mutual credit.
    pub credit: bool,
    /// When units end.
    pub ends: Ends,
    /// Whether there is a pot.
    pub pot: bool,
    /// Which of the activities can be earned with, one bit each.
    catalogue: u32,
    /// Whether there are facts about people.
    pub facts: bool,
    /// Whether there are contact points.
    pub points: bool,
    /// Whether euro back the units.
    pub backed: bool,
    /// Whether partners are paid in euro.
    pub settles: bool,
}

impl Frame {
    /// Any frame.
    pub fn draw(chance: &mut Chance<'_>) -> Self {
        let (reward, credit) = chance.pick(&[(true, false), (false, true), (true, true), (true, false)]);
        let ends = match chance.below(10) {
            0..3 => Ends::Never,
            3..6 => Ends::Months { to_month_end: chance.of(60) },
            6 => Ends::InBulk,
            7 | 8 => Ends::YearEnd,
            _ => Ends::Fixed,
        };
        let zero_sum = credit && !reward;
        let kind = chance.pick(&["free_point", "euro_pegged", "time", "euro_pegged"]);
        let backed = kind == "euro_pegged" && !credit && chance.of(40);
        Self {
            kind,
            // Euro back whole cents.
            scale: chance.pick(if backed { &[0, 2, 1] } else { &[0, 2, 1, 0, 2, 4] }),
            reward,
            credit,
            ends,
            // Where balances sum to zero, units that lapse need somewhere to go.
            pot: chance.of(60) || (zero_sum && ends != Ends::Never),
            catalogue: chance.below(15) + 1,
            facts: chance.of(50),
            points: chance.of(60),
            backed,
            settles: backed || chance.of(50),
        }
    }

    /// The activities that can be earned with.
    pub fn activities(&self) -> Vec<&'static str> {
        let listed = ACTIVITIES.iter().enumerate().filter(|(at, _)| self.catalogue & (1 << at) != 0);
        listed.filter(|_| self.reward).map(|(_, code)| *code).collect()
    }

    /// Whether all balances sum to zero.
    pub fn zero_sum(&self) -> bool {
        self.credit && !self.reward
    }

    /// Whether units can end.
    pub fn expires(&self) -> bool {
        self.ends != Ends::Never
    }

    /// The smallest part of a unit goes so often into one.
    pub fn one(&self) -> i64 {
        10_i64.pow(self.scale)
    }
}
