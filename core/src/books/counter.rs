//! [`Counters`]: how much of a limit per period is used up.
//!
//! A limit that is used up over time, a monthly mandate, a cap on what is earned, a stock, is a counter:
//! the entry says by how much it moves it, so that replay and audit count the same. The key says which
//! period it belongs to, and is forgotten when nothing can move it any more.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::CapHolder;
use crate::calendar::{Day, Period};
use crate::id::{Code, Id};
use crate::money::{Amount, Balance};
use crate::people::BudgetPeriod;

/// What is counted, for a period or for life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::exhaustive_enums)]
pub enum CounterKey {
    /// Units spent under a mandate in a calendar month, by value day.
    Mandate {
        /// First day of the month.
        month: Day,
        /// Which mandate.
        mandate: Id,
    },
    /// Units a partner issued in a period of its budget, by value day.
    PartnerBudget {
        /// Which partner.
        partner: Id,
        /// What the budget is for.
        per: BudgetPeriod,
        /// First day of the period.
        first: Day,
    },
    /// How often a person had a gift of `[[welcome]]`, alone or with a household: once, for life (R13).
    Welcomed {
        /// Which gift.
        gift: Code,
        /// Who had it.
        person: Id,
    },
    /// How often a household or an organisation had a gift of `[[welcome]]`: once, for life.
    AccountWelcomed {
        /// Which gift.
        gift: Code,
        /// Its account.
        account: Id,
    },
    /// Pieces of an offer that a person took in one period, by value day.
    TakenByPerson {
        /// Which line of the redemption catalogue.
        reward: Code,
        /// Who.
        person: Id,
        /// The kind of period.
        period: Period,
        /// Its first day.
        from: Day,
    },
    /// Units earned under a cap on earning in one period, by value day, at one value of the unit.
    CapUnits {
        /// Which cap.
        cap: Code,
        /// For whom or what.
        whose: CapHolder,
        /// The kind of period.
        period: Period,
        /// Its first day.
        from: Day,
        /// The place of the unit's value in force, from zero; zero too where the unit has none.
        value: u32,
    },
    /// Acts that earned something under a cap on earning in one period, by value day.
    CapTimes {
        /// Which cap.
        cap: Code,
        /// For whom or what.
        whose: CapHolder,
        /// The kind of period.
        period: Period,
        /// Its first day.
        from: Day,
    },
    /// Pieces of an offer that a household took in one period, by value day.
    TakenByHousehold {
        /// Which line of the redemption catalogue.
        reward: Code,
        /// The household's account.
        household: Id,
        /// The kind of period.
        period: Period,
        /// Its first day.
        from: Day,
    },
    /// Reservations of an offer that a person did not pick up in one period, by the day they ran out.
    NoShows {
        /// Which line of the redemption catalogue.
        reward: Code,
        /// Who.
        person: Id,
        /// The kind of period.
        period: Period,
        /// Its first day.
        from: Day,
    },
    /// Euro cents approved for all partners in a period of the settlement's budget, by the day of approval.
    Settled {
        /// What the budget is for.
        per: Period,
        /// First day of the period.
        first: Day,
    },
    /// Euro cents approved for one partner in a period of its contract's budget, by the day of approval.
    PartnerSettled {
        /// Which partner.
        partner: Id,
        /// What the budget is for.
        per: BudgetPeriod,
        /// First day of the period.
        first: Day,
    },
    /// Pieces of an offer that a partner has and nobody has reserved. It is kept for ever.
    Stock {
        /// Whose.
        partner: Id,
        /// Which line of the redemption catalogue.
        reward: Code,
    },
}

/// What a counter is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)]
pub enum Measure {
    /// Minor units, or cents. What is taken back in part gives so much room back.
    Units,
    /// Times or pieces, which are whole: room comes back only when all of an order is taken back.
    Pieces,
}

impl CounterKey {
    /// The last day on which something can count in this counter's period, by value day. One that counts
    /// for life never ends.
    pub fn last_day(&self) -> Day {
        match self {
            Self::Mandate { month, .. } => month.last_of_month(),
            Self::TakenByPerson { period, from, .. }
            | Self::TakenByHousehold { period, from, .. }
            | Self::NoShows { period, from, .. } => period.last_day(*from),
            Self::Stock { .. } => Day::LAST,
            Self::Settled { per, first } => per.last_day(*first),
            Self::PartnerBudget { per, first, .. } | Self::PartnerSettled { per, first, .. } => match per {
                BudgetPeriod::Month => first.last_of_month(),
                BudgetPeriod::Year => first.last_of_year(),
                BudgetPeriod::Contract => Day::LAST,
            },
            Self::Welcomed { .. } | Self::AccountWelcomed { .. } => Day::LAST,
            Self::CapUnits { period, from, .. } | Self::CapTimes { period, from, .. } => {
                period.last_day(*from)
            }
        }
    }

    /// What it is counted in.
    pub fn measure(&self) -> Measure {
        match self {
            Self::Mandate { .. }
            | Self::PartnerBudget { .. }
            | Self::CapUnits { .. }
            | Self::Settled { .. }
            | Self::PartnerSettled { .. } => Measure::Units,
            Self::Welcomed { .. } | Self::AccountWelcomed { .. } | Self::CapTimes { .. } => Measure::Pieces,
            Self::TakenByPerson { .. }
            | Self::TakenByHousehold { .. }
            | Self::NoShows { .. }
            | Self::Stock { .. } => Measure::Pieces,
        }
    }
}

impl fmt::Display for CounterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mandate { month, mandate } => write!(f, "mandate {mandate} in the month of {month}"),
            Self::PartnerBudget { partner, first, .. } => {
                write!(f, "budget of partner {partner} from {first}")
            }
            Self::Settled { first, .. } => write!(f, "settlements from {first}"),
            Self::PartnerSettled { partner, first, .. } => {
                write!(f, "settlements of partner {partner} from {first}")
            }
            Self::Welcomed { gift, person } => write!(f, "gift {gift} to person {person}"),
            Self::AccountWelcomed { gift, account } => write!(f, "gift {gift} to account {account}"),
            Self::TakenByPerson { reward, person, from, .. } => {
                write!(f, "{reward} taken by the person {person} from {from}")
            }
            Self::TakenByHousehold { reward, household, from, .. } => {
                write!(f, "{reward} taken by the household {household} from {from}")
            }
            Self::NoShows { reward, person, from, .. } => {
                write!(f, "{reward} not picked up by the person {person} from {from}")
            }
            Self::Stock { partner, reward } => write!(f, "stock of {reward} at {partner}"),
            Self::CapUnits { cap, whose, from, value, .. } => {
                write!(f, "cap {cap} of {whose} from {from}, value {value}")
            }
            Self::CapTimes { cap, whose, from, .. } => write!(f, "cap {cap} of {whose} from {from}, acts"),
        }
    }
}

/// A counter moved by so much; below zero when a reversal gives room back.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Which counter.
    pub key: CounterKey,
    /// By how much.
    pub by: Balance,
}

impl Count {
    /// One time more.
    pub(crate) fn once(key: CounterKey) -> Self {
        Self { key, by: Balance::from_minor(1).unwrap_or(Balance::ZERO) }
    }
}

/// Every counter that an order could still move.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Counters(BTreeMap<CounterKey, Amount>);

impl Counters {
    /// How much is used.
    pub fn used(&self, key: &CounterKey) -> Amount {
        self.0.get(key).copied().unwrap_or(Amount::ZERO)
    }

    /// Every counter above zero, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&CounterKey, Amount)> {
        self.0.iter().map(|(key, used)| (key, *used))
    }

    /// What the counter would be after the move, if it stays in range.
    pub(crate) fn after(&self, count: &Count) -> Option<Amount> {
        Balance::from(self.used(&count.key)).checked_add(count.by)?.as_amount()
    }

    pub(crate) fn apply(&mut self, count: &Count) {
        match self.after(count) {
            Some(Amount::ZERO) | None => self.0.remove(&count.key),
            Some(used) => self.0.insert(count.key, used),
        };
    }

    /// Drops the counters of periods that ended before a day.
    pub(crate) fn forget_before(&mut self, day: Day) {
        self.0.retain(|key, _| key.last_day() >= day);
    }
}
