//! `[expiry]`: when units lapse, after which notice, and where they go.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;

/// When units lapse, after which notice, and where they go.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Expiry {
    /// What sets the end of a lot.
    pub rule: ExpiryRule,
    /// The notice without which nothing lapses; `None` if none is owed.
    pub notice: Option<NoticePolicy>,
    /// How many days the lapse waits after the end. Until it is booked, the lot can be spent.
    pub grace_days: u16,
    /// Where lapsed units go.
    pub destination: Destination,
    /// What a transfer between participants does to the end.
    pub on_transfer: OnTransfer,
    /// What happens to an award that is booked so late that its end has passed.
    pub late_award: LateAward,
}

/// What sets the end of a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExpiryRule {
    /// Nothing: units do not lapse.
    Never,
    /// A number of months after they were earned.
    Months {
        /// How many, 1 to 600.
        months: u16,
        /// Whether the end moves on to the last day of its month.
        to_month_end: bool,
    },
    /// 31 December of the year they were earned in.
    YearEnd,
    /// One day for all units.
    FixedDate(Day),
}

/// The notice that must precede a lapse (aanmaning).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NoticePolicy {
    /// How many days before the end it is owed.
    pub days: u16,
    /// What must have become of it before the units may lapse.
    pub suffices: Suffices,
}

/// What must have become of a notice before the units may lapse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suffices {
    /// It was recorded that the notice is owed and handed to the host.
    Given,
    /// The host recorded that it arrived.
    Delivered,
    /// The host recorded that it arrived, or that it could not.
    DeliveredOrUndeliverable,
}

/// Where lapsed units go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Destination {
    /// Out of circulation.
    Lapsed,
    /// Into the common pot.
    Pot,
}

/// What a transfer between participants does to the end of a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnTransfer {
    /// Nothing: the receiver gets units with the end they had.
    Keep,
    /// It is counted anew from the day of the transfer.
    Renew,
}

/// What happens to an award that is booked so late that its end has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LateAward {
    /// It is refused.
    Refuse,
    /// It is granted, with an end so many days after the booking day.
    Grant {
        /// How many days.
        days: u16,
    },
}

impl Expiry {
    /// The last day of units earned on a day, by the rule and without grace; `None` if they do not
    /// lapse. With a fixed date it may lie before the day they were earned on.
    ///
    /// ```
    /// # let text = include_str!("../../designs/rabot-example.toml");
    /// use muntwerk::{calendar::Day, design::Design};
    /// // Twelve months, to the end of the month.
    /// let design = Design::parse(text)?;
    /// let earned = Day::new(2026, 1, 31)?;
    /// assert_eq!(design.expiry().ends_on(earned), Some(Day::new(2027, 1, 31)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ends_on(&self, earned_on: Day) -> Option<Day> {
        match self.rule {
            ExpiryRule::Never => None,
            ExpiryRule::Months { months, to_month_end: false } => earned_on.plus_months(months),
            ExpiryRule::Months { months, to_month_end: true } => earned_on.months_on_to_month_end(months),
            ExpiryRule::YearEnd => Some(earned_on.last_of_year()),
            ExpiryRule::FixedDate(day) => Some(day),
        }
    }

    /// The day at whose close a lot with this end lapses, grace included.
    pub fn lapses_on(&self, ends_on: Day) -> Option<Day> {
        ends_on.plus_days(self.grace_days.into())
    }

    /// The day on which the notice for a lot with this end is owed; `None` if none is.
    pub fn notice_on(&self, ends_on: Day) -> Option<Day> {
        ends_on.minus_days(self.notice?.days.into())
    }
}
