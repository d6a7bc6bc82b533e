//! `[expiry]`: when units lapse, after which notice, and where they go.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;

use super::load::Facts;
use super::problem::Problems;
use super::resolved::{Writer, word_of};
use super::scalars::{Date, word_or};
use super::spanned::Spanned;

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
    /// Whether units of some days of earning may be given an earlier end for everybody at once.
    pub bulk: bool,
}

/// What sets the end of a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Destination {
    /// Out of circulation.
    Lapsed,
    /// Into the common pot.
    Pot,
}

/// What a transfer between participants does to the end of a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// When units lapse, after which notice, and where they go (H4.9, R18).
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawExpiry {
    /// What sets the last day on which a unit can be spent.
    ///
    /// Default: `"never"`. Source: R18.
    rule: Option<Spanned<RawRule>>,
    /// How many months after they were earned units end, 1 to 600. Belongs to `rule = "months"`, which needs
    /// it.
    months: Option<Spanned<i64>>,
    /// Whether the end moves on to the last day of its month. Belongs to `rule = "months"`.
    ///
    /// Default: `false`.
    to_month_end: Option<Spanned<bool>>,
    /// The one day on which all units end. Belongs to `rule = "fixed_date"`, which needs it.
    ///
    /// Example: `2026-12-31`.
    on: Option<Spanned<Date>>,
    /// The notice (aanmaning) without which nothing lapses (H4.9). Left out: none is owed.
    notice: Option<Spanned<RawNotice>>,
    /// How many days the lapse waits after the end, 0 to 3660. Until it is booked, the units can be spent.
    ///
    /// Default: `0`. Source: R18.
    grace_days: Option<Spanned<i64>>,
    /// Where lapsed units go. Where balances sum to zero it must be the pot.
    ///
    /// Default: `"lapsed"`. Source: R18.
    destination: Option<Spanned<Destination>>,
    /// What a transfer between participants does to the end of the units.
    ///
    /// Default: `"keep"`.
    on_transfer: Option<Spanned<OnTransfer>>,
    /// What happens to an award that is booked so late that its end has passed.
    ///
    /// Default: `"refuse"`.
    late_award: Option<Spanned<RefuseOrGrant>>,
    /// How many days after the booking day such units can be spent, 1 to 366. Belongs to
    /// `late_award = "grant"`, which needs it.
    late_award_days: Option<Spanned<i64>>,
    /// Whether all units earned in some span of days may be given an earlier end at once, by an order of
    /// its own (`end_units`) and after the notice of this block. With `rule = "never"` it is the only way
    /// in which units end.
    ///
    /// Default: `false`, because whoever earned units was told when they end. Example: `true`. Source: R18.
    bulk: Option<Spanned<bool>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum RawRule {
    /// Nothing: units do not lapse.
    Never,
    /// A number of months after they were earned.
    Months,
    /// 31 December of the year they were earned in.
    YearEnd,
    /// One day for all units.
    FixedDate,
}

/// The notice that must precede a lapse.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawNotice {
    /// How many days before the end it is owed, 1 to 366, and never earlier than units live.
    days: Spanned<i64>,
    /// What must have become of it before the units may lapse.
    ///
    /// Default: `"given"`.
    suffices: Option<Spanned<Suffices>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum RefuseOrGrant {
    /// It is refused.
    Refuse,
    /// It is granted, with an end some days after the booking day.
    Grant,
}

const RULE: RawRule = RawRule::Never;
const TO_MONTH_END: bool = false;
const SUFFICES: Suffices = Suffices::Given;
const GRACE_DAYS: u16 = 0;
const DESTINATION: Destination = Destination::Lapsed;
const ON_TRANSFER: OnTransfer = OnTransfer::Keep;
const LATE_AWARD: RefuseOrGrant = RefuseOrGrant::Refuse;
const BULK: bool = false;

impl RawExpiry {
    fn raw_rule(&self) -> RawRule {
        word_or(self.rule.as_ref(), RULE)
    }

    pub(super) fn expires(&self) -> bool {
        self.raw_rule() != RawRule::Never || word_or(self.bulk.as_ref(), BULK)
    }

    pub(super) fn check(&self, facts: Facts, problems: &mut Problems) -> Option<Expiry> {
        let rule = self.check_rule(problems);
        if !facts.expires {
            self.refuse_ends(problems);
        }
        let notice = self.check_notice(rule, problems);
        let grace_days =
            problems.whole_or(self.grace_days.as_ref(), "expiry.grace_days", 0..=3_660, GRACE_DAYS);
        let destination = word_or(self.destination.as_ref(), DESTINATION);
        if facts.expires {
            self.check_destination(destination, facts, problems);
        }
        let late_award = self.check_late_award(problems);
        Some(Expiry {
            rule: rule?,
            notice: notice?,
            grace_days: grace_days?,
            destination,
            on_transfer: word_or(self.on_transfer.as_ref(), ON_TRANSFER),
            late_award: late_award?,
            bulk: word_or(self.bulk.as_ref(), BULK),
        })
    }

    fn check_rule(&self, problems: &mut Problems) -> Option<ExpiryRule> {
        let raw = self.raw_rule();
        if raw != RawRule::Months {
            let reason = "this belongs to rule = \"months\"";
            problems.refuse(self.months.as_ref(), "expiry.months", reason);
            problems.refuse(self.to_month_end.as_ref(), "expiry.to_month_end", reason);
        }
        if raw != RawRule::FixedDate {
            problems.refuse(self.on.as_ref(), "expiry.on", "this belongs to rule = \"fixed_date\"");
        }
        let place = || self.rule.as_ref().map(Spanned::span).unwrap_or_default();
        match raw {
            RawRule::Never => Some(ExpiryRule::Never),
            RawRule::YearEnd => Some(ExpiryRule::YearEnd),
            RawRule::Months => {
                let Some(months) = &self.months else {
                    problems.add(place(), "expiry.months", "it is missing: rule = \"months\" needs it");
                    return None;
                };
                let months = problems.whole(months, "expiry.months", 1..=600)?;
                let to_month_end = word_or(self.to_month_end.as_ref(), TO_MONTH_END);
                Some(ExpiryRule::Months { months, to_month_end })
            }
            RawRule::FixedDate => {
                let Some(on) = &self.on else {
                    problems.add(place(), "expiry.on", "it is missing: rule = \"fixed_date\" needs it");
                    return None;
                };
                problems.day(on, "expiry.on").map(ExpiryRule::FixedDate)
            }
        }
    }

    /// Refuses what only makes sense for units that lapse.
    fn refuse_ends(&self, problems: &mut Problems) {
        let reason = "units never lapse by rule = \"never\" without bulk = true";
        problems.refuse(self.notice.as_ref(), "expiry.notice", reason);
        problems.refuse(self.grace_days.as_ref(), "expiry.grace_days", reason);
        problems.refuse(self.destination.as_ref(), "expiry.destination", reason);
        problems.refuse(self.on_transfer.as_ref(), "expiry.on_transfer", reason);
        problems.refuse(self.late_award.as_ref(), "expiry.late_award", reason);
    }

    fn check_notice(
        &self,
        rule: Option<ExpiryRule>,
        problems: &mut Problems,
    ) -> Option<Option<NoticePolicy>> {
        let Some(notice) = self.notice.as_ref().map(Spanned::get_ref) else { return Some(None) };
        let key = "expiry.notice.days";
        let days: u16 = problems.whole(&notice.days, key, 1..=366)?;
        if let Some(life) = rule.and_then(life_for_notice)
            && i32::from(days) > life
        {
            let reason =
                format_args!("a notice {days} days before the end is too early: units live {life} days");
            problems.add(notice.days.span(), key, reason);
        }
        Some(Some(NoticePolicy { days, suffices: word_or(notice.suffices.as_ref(), SUFFICES) }))
    }

    fn check_destination(&self, destination: Destination, facts: Facts, problems: &mut Problems) {
        let place = self.destination.as_ref().map(Spanned::span);
        let place = place.or(self.rule.as_ref().map(Spanned::span)).unwrap_or_default();
        let reason = match destination {
            Destination::Pot if !facts.pot => "there is no [pot]",
            Destination::Lapsed if facts.zero_sum() => {
                "balances sum to zero here, so units can only lapse into a [pot]"
            }
            _ => return,
        };
        problems.add(place, "expiry.destination", reason);
    }

    fn check_late_award(&self, problems: &mut Problems) -> Option<LateAward> {
        let key = "expiry.late_award_days";
        match word_or(self.late_award.as_ref(), LATE_AWARD) {
            RefuseOrGrant::Refuse => {
                let reason = "this belongs to late_award = \"grant\"";
                problems.refuse(self.late_award_days.as_ref(), key, reason);
                Some(LateAward::Refuse)
            }
            RefuseOrGrant::Grant => {
                let Some(days) = &self.late_award_days else {
                    let place = self.late_award.as_ref().map(Spanned::span).unwrap_or_default();
                    problems.add(place, key, "it is missing: late_award = \"grant\" needs it");
                    return None;
                };
                problems.whole(days, key, 1..=366).map(|days| LateAward::Grant { days })
            }
        }
    }
}

/// The longest notice that makes sense, in days.
///
/// Months give every unit about the same life, and a notice must fit in the shortest. By the year's
/// end some units live a day, and whoever receives those counts as told; a notice must fit in the
/// longest life. A fixed date says nothing.
fn life_for_notice(rule: ExpiryRule) -> Option<i32> {
    match rule {
        ExpiryRule::Never | ExpiryRule::FixedDate(_) => None,
        ExpiryRule::YearEnd => Some(364),
        ExpiryRule::Months { months, to_month_end } => {
            let first = Day::new(2023, 1, 1).ok()?;
            // Four years with a leap day hold every way a month can fall, but for 1900 and 2100.
            let lives = (0..=1_461).filter_map(|days| {
                let earned = first.plus_days(days)?;
                let end = earned.plus_months(months)?;
                Some(if to_month_end { end.last_of_month() } else { end }.days_since(earned))
            });
            lives.min()
        }
    }
}

impl Expiry {
    /// Whether units can lapse at all: by the rule, or because they may be given an end.
    pub fn expires(&self) -> bool {
        self.rule != ExpiryRule::Never || self.bulk
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.table("expiry");
        match self.rule {
            ExpiryRule::Never => out.word("rule", RawRule::Never),
            ExpiryRule::YearEnd => out.word("rule", RawRule::YearEnd),
            ExpiryRule::Months { months, to_month_end } => {
                out.word("rule", RawRule::Months);
                out.pair("months", months);
                out.pair("to_month_end", to_month_end);
            }
            ExpiryRule::FixedDate(day) => {
                out.word("rule", RawRule::FixedDate);
                out.pair("on", day);
            }
        }
        out.pair("bulk", self.bulk);
        if !self.expires() {
            return;
        }
        if let Some(NoticePolicy { days, suffices }) = self.notice {
            out.pair("notice", format_args!("{{ days = {days}, suffices = {} }}", word_of(suffices)));
        }
        out.pair("grace_days", self.grace_days);
        out.word("destination", self.destination);
        out.word("on_transfer", self.on_transfer);
        match self.late_award {
            LateAward::Refuse => out.word("late_award", RefuseOrGrant::Refuse),
            LateAward::Grant { days } => {
                out.word("late_award", RefuseOrGrant::Grant);
                out.pair("late_award_days", days);
            }
        }
    }
}
