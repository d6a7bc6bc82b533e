//! [`HeldLot`]: a piece on an account, and when it really lapses.

use crate::books::{Account, LotFacts, Notice};
use crate::calendar::Day;
use crate::dense::{AccountNo, LotNo};
use crate::design::Grain;
use crate::id::Id;
use crate::ledger::{Ledger, State};
use crate::money::Amount;
use crate::orders::{Lang, Words};
use crate::rules::time::{Lapsing, lapsing};

use super::labels::{figure, fill, outcome, say};

/// When units lapse, as things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum Lapses {
    /// At the closing of this day, grace and notice term included; if a notice is still to be given,
    /// when it is given on time and reaches the holder on that day.
    At(Day),
    /// Not as long as it is unknown whether the notice arrived.
    WaitsForNotice,
    /// Never.
    Never,
}

/// Where the notice about units stands that are to end.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum NoticeStanding {
    /// The design owes none, or the units do not lapse.
    NotOwed,
    /// It will be given on this day.
    DueOn(Day),
    /// It was given.
    Given(Notice),
    /// The units came in during the notice period, which began on this day: receiving them counted as
    /// notice.
    CameWith(Day),
}

/// A piece of a lot on an account.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct HeldLot {
    /// Which lot.
    pub lot: LotNo,
    /// How much of it.
    pub amount: Amount,
    /// When it was earned; the first day of the month where the design keeps lots by month.
    pub earned_on: Day,
    /// The last day on which units of this lot can have been earned: the same, or that month's last.
    pub earned_through: Day,
    /// The last day by its date, if it has one.
    pub ends_on: Option<Day>,
    /// When it really lapses.
    pub lapses: Lapses,
}

impl HeldLot {
    /// The pieces on an account, in spending order; `None` if the ledger does not know it.
    pub fn on(ledger: &Ledger, account: &Id) -> Option<Vec<Self>> {
        let state = ledger.state();
        let row = state.books().number_of(account)?;
        Some(held(state, row, state.books().account(row)?))
    }
}

/// The pieces on an account, in spending order.
pub(super) fn held(state: &State, row: AccountNo, account: &Account) -> Vec<HeldLot> {
    let piece = |(number, amount)| {
        let facts = state.books().lot(number)?.facts();
        Some(HeldLot {
            lot: number,
            amount,
            earned_on: facts.earned_on,
            earned_through: earned_through(state, facts),
            ends_on: facts.ends_on,
            lapses: lapses(state, row, facts.ends_on),
        })
    };
    account.holdings().iter().filter_map(piece).collect()
}

/// The last day on which units of a lot can have been earned.
pub(super) fn earned_through(state: &State, facts: &LotFacts) -> Day {
    match state.design().lots().grain {
        Grain::Issue | Grain::Day => facts.earned_on,
        Grain::Month => facts.earned_on.last_of_month(),
    }
}

pub(super) fn lapses(state: &State, row: AccountNo, ends_on: Option<Day>) -> Lapses {
    let participant = state.books().account(row).is_some_and(|account| account.kind().is_participant());
    // What is in the pot stays there.
    let Some(end) = ends_on.filter(|_| participant) else { return Lapses::Never };
    match lapsing(state.books(), state.design().expiry(), row, end, state.day()) {
        // What is learnt after the fact lapses at the next closing.
        Lapsing::At(day) => Lapses::At(day.max(state.day())),
        Lapsing::WaitsForNotice => Lapses::WaitsForNotice,
    }
}

pub(super) fn notice_standing(state: &State, row: AccountNo, ends_on: Option<Day>) -> NoticeStanding {
    let Some(policy) = state.design().expiry().notice else { return NoticeStanding::NotOwed };
    let participant = state.books().account(row).is_some_and(|account| account.kind().is_participant());
    let Some(end) = ends_on.filter(|_| participant) else { return NoticeStanding::NotOwed };
    if let Some(notice) = state.books().notice(row, end) {
        return NoticeStanding::Given(*notice);
    }
    let owed_on = end.minus_days(i32::from(policy.days)).unwrap_or(Day::FIRST);
    match state.books().notice_run(end) {
        Some(given_on) => NoticeStanding::CameWith(given_on),
        None if end > state.books().noticed_through() => {
            NoticeStanding::DueOn(owed_on.max(state.day().next().unwrap_or(Day::LAST)))
        }
        None => NoticeStanding::CameWith(owed_on),
    }
}

impl Lapses {
    pub(super) fn text(self, lang: Lang) -> String {
        match self {
            Self::At(day) => lang.day(day),
            Self::WaitsForNotice => {
                let waits = ["wacht op aanmaning", "attend l’avis", "waits for the notice"];
                String::from(say(lang, waits))
            }
            Self::Never => String::from(say(lang, ["nooit", "jamais", "never"])),
        }
    }
}

impl NoticeStanding {
    pub(super) fn text(self, lang: Lang) -> String {
        match self {
            Self::NotOwed => String::from("-"),
            Self::DueOn(day) => fill(lang, ["op {}", "le {}", "on {}"], &[&lang.day(day)]),
            Self::CameWith(day) => fill(lang, ["sinds {}", "depuis le {}", "since {}"], &[&lang.day(day)]),
            Self::Given(notice) => {
                let given = lang.day(notice.given_on);
                match notice.outcome {
                    None => fill(lang, ["gegeven {}", "donné le {}", "given {}"], &[&given]),
                    Some((what, on)) => format!("{} {}", say(lang, outcome(what)), lang.day(on)),
                }
            }
        }
    }
}

/// `on 3 January 2026`, or `in January 2026` for a lot of a month.
pub(super) fn earned(lang: Lang, on: Day, through: Day) -> String {
    let day = lang.day(on);
    if on == through {
        return fill(lang, ["op {}", "le {}", "on {}"], &[&day]);
    }
    let month = day.split_once(' ').map_or(day.as_str(), |(_, month)| month);
    fill(lang, ["in {}", "en {}", "in {}"], &[month])
}

/// `30 to 31 January 2026`.
pub(super) fn until(
    lang: Lang,
    words: &Words<'_>,
    minor: crate::money::Balance,
    ends_on: Option<Day>,
) -> String {
    let amount = figure(lang, words, minor);
    match ends_on {
        Some(end) => fill(lang, ["{} tot {}", "{} jusqu’au {}", "{} to {}"], &[&amount, &lang.day(end)]),
        None => fill(lang, ["{} zonder einde", "{} sans fin", "{} without end"], &[&amount]),
    }
}
