//! Read-only answers: statement, trial balance, what ends when, why a figure is what it is.
//!
//! Written from the source of the engine by `cargo run -p muntwerk-mobile-types`; not by hand.

use super::by_hand::*;
use super::*;
use crate::mirror::FromCore;

/// Who earned.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Earner {
    /// A person.
    Person(Id),
    /// One of the holders of an account; which of them, nobody said.
    OneOf(Id),
}

impl FromCore<muntwerk::views::Earner> for Earner {
    fn from_core(core: &muntwerk::views::Earner) -> Self {
        match core {
            muntwerk::views::Earner::Person(value) => Self::Person(FromCore::from_core(value)),
            muntwerk::views::Earner::OneOf(value) => Self::OneOf(FromCore::from_core(value)),
        }
    }
}

/// A sum in cents, and what rounding it left: the exact sum is `cents + num / den`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EuroTotal {
    /// Whole cents, half to even.
    pub cents: Total,
    /// What the exact sum is more than that, in cents: the term above the line, below zero if it was
    /// rounded up.
    pub remainder_num: Total,
    /// The term below the line; 1 if nothing was rounded. In minor units.
    pub remainder_den: Total,
}

impl FromCore<muntwerk::views::EuroTotal> for EuroTotal {
    fn from_core(core: &muntwerk::views::EuroTotal) -> Self {
        Self {
            cents: FromCore::from_core(&core.cents),
            remainder_num: FromCore::from_core(&core.remainder_num),
            remainder_den: FromCore::from_core(&core.remainder_den),
        }
    }
}

/// Units, and what they are worth.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EuroUnits {
    /// Minor units.
    pub units: Total,
    /// Their worth; `None` if the unit had no euro value on one of the days.
    pub euro: Option<EuroTotal>,
}

impl FromCore<muntwerk::views::EuroUnits> for EuroUnits {
    fn from_core(core: &muntwerk::views::EuroUnits) -> Self {
        Self {
            units: FromCore::from_core(&core.units),
            euro: FromCore::from_core(&core.euro),
        }
    }
}

/// What somebody was granted for one day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct AllowanceLine {
    /// Whom.
    pub earner: Earner,
    /// The day of the activity.
    pub day: Day,
    /// How much.
    pub granted: EuroUnits,
}

impl FromCore<muntwerk::views::AllowanceLine> for AllowanceLine {
    fn from_core(core: &muntwerk::views::AllowanceLine) -> Self {
        Self {
            earner: FromCore::from_core(&core.earner),
            day: FromCore::from_core(&core.day),
            granted: FromCore::from_core(&core.granted),
        }
    }
}

/// What somebody was granted in the year.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct AllowanceTotal {
    /// Whom.
    pub earner: Earner,
    /// On how many days.
    pub days: u32,
    /// How much in all.
    pub granted: EuroUnits,
    /// The day with most, the first of them if there are more.
    pub most_on: Day,
    /// How much on that day.
    pub most: EuroUnits,
}

impl FromCore<muntwerk::views::AllowanceTotal> for AllowanceTotal {
    fn from_core(core: &muntwerk::views::AllowanceTotal) -> Self {
        Self {
            earner: FromCore::from_core(&core.earner),
            days: FromCore::from_core(&core.days),
            granted: FromCore::from_core(&core.granted),
            most_on: FromCore::from_core(&core.most_on),
            most: FromCore::from_core(&core.most),
        }
    }
}

/// The nominative list of what volunteers were granted in a calendar year, as an organisation keeps it by
/// the law of 3 July 2005: who, each day on which an allowance was granted, and how much. Only opaque ids
/// stand in it; the host, which has the names, puts them beside.
///
/// The day is the day of the activity, which decides the year (R58). What was taken back later is taken
/// off the day on which it had been granted. On an account of several it is who was named in the award;
/// where nobody was, the account stands in the list. Who holds an account is as it was on the day of
/// booking, whoever came or went since. Euro follow the unit's value on that day; each line and each
/// total is summed exactly and rounded once, half to even, and what rounding left is told.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Allowances {
    /// The year.
    pub year: i16,
    /// Only what was granted by this partner.
    pub partner: Option<Id>,
    /// Only for these activities; all if there are none.
    pub activities: Vec<Code>,
    /// By earner and then by day; none are zero.
    pub lines: Vec<AllowanceLine>,
    /// By earner.
    pub earners: Vec<AllowanceTotal>,
    /// All of it.
    pub total: EuroUnits,
}

impl FromCore<muntwerk::views::Allowances> for Allowances {
    fn from_core(core: &muntwerk::views::Allowances) -> Self {
        Self {
            year: FromCore::from_core(&core.year),
            partner: FromCore::from_core(&core.partner),
            activities: FromCore::from_core(&core.activities),
            lines: FromCore::from_core(&core.lines),
            earners: FromCore::from_core(&core.earners),
            total: FromCore::from_core(&core.total),
        }
    }
}

/// How much of a partner's budget is used in the period of a day, and what is left, in minor units.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct BudgetUse {
    /// First day of the period; `None` for a contract without one.
    pub from: Option<Day>,
    /// Last day of the period; `None` for a contract without one.
    pub through: Option<Day>,
    /// What it may issue in the period. In minor units.
    pub limit: Amount,
    /// What it issued in it, less what was taken back. In minor units.
    pub used: Amount,
    /// What it may still issue. A budget that was lowered since may have been passed already; then it is
    /// zero. In minor units.
    pub left: Amount,
}

impl FromCore<muntwerk::books::BudgetUse> for BudgetUse {
    fn from_core(core: &muntwerk::books::BudgetUse) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            through: FromCore::from_core(&core.through),
            limit: FromCore::from_core(&core.limit),
            used: FromCore::from_core(&core.used),
            left: FromCore::from_core(&core.left),
        }
    }
}

/// What one partner may still issue.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PartnerBudget {
    /// Which partner.
    pub partner: Id,
    /// What of its budget is used and left.
    pub used: BudgetUse,
}

impl FromCore<muntwerk::views::PartnerBudget> for PartnerBudget {
    fn from_core(core: &muntwerk::views::PartnerBudget) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            used: FromCore::from_core(&core.used),
        }
    }
}

/// The figures of a cap.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum CapFigures {
    /// Units. Of a cap in euro they are counted at the value of the unit on that day, rounded down to
    /// whole minor units; what is compared is exact.
    Units {
        /// The most in the period. In minor units.
        limit: Amount,
        /// What was earned in it. In minor units.
        used: Amount,
        /// What can still be earned. In minor units.
        left: Amount,
        /// The cap itself, in cents, if it is in euro.
        euro: Option<Amount>,
    },
    /// Acts.
    Times {
        /// The most in the period.
        limit: u32,
        /// What is left of them.
        left: u32,
    },
}

impl FromCore<muntwerk::books::CapFigures> for CapFigures {
    fn from_core(core: &muntwerk::books::CapFigures) -> Self {
        match core {
            muntwerk::books::CapFigures::Units { limit, used, left, euro } => Self::Units { limit: FromCore::from_core(limit), used: FromCore::from_core(used), left: FromCore::from_core(left), euro: FromCore::from_core(euro) },
            muntwerk::books::CapFigures::Times { limit, left } => Self::Times { limit: FromCore::from_core(limit), left: FromCore::from_core(left) },
        }
    }
}

/// How much of a cap is used in the period of a day, and what is left.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct CapUse {
    /// First day of the period.
    pub from: Day,
    /// Last day of the period; `None` for a cap for life.
    pub through: Option<Day>,
    /// The figures.
    pub figures: CapFigures,
}

impl FromCore<muntwerk::books::CapUse> for CapUse {
    fn from_core(core: &muntwerk::books::CapUse) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            through: FromCore::from_core(&core.through),
            figures: FromCore::from_core(&core.figures),
        }
    }
}

/// Why somebody can still earn so much under a cap: how much it allows in its period, and what was
/// earned of it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WhyCap {
    /// Which cap.
    pub cap: Code,
    /// The activities it covers; `None` for all.
    pub activities: Option<Vec<Code>>,
    /// For whom or what is counted.
    pub whose: CapHolder,
    /// What is used and left in the period of the current day; `None` if no legal maximum is known for
    /// it, so that nothing can be earned.
    pub used: Option<CapUse>,
}

impl FromCore<muntwerk::views::WhyCap> for WhyCap {
    fn from_core(core: &muntwerk::views::WhyCap) -> Self {
        Self {
            cap: FromCore::from_core(&core.cap),
            activities: FromCore::from_core(&core.activities),
            whose: FromCore::from_core(&core.whose),
            used: FromCore::from_core(&core.used),
        }
    }
}

/// The budgets that bound what is issued today: of each partner by its contract, and of the currency by
/// its caps. Empty where nobody agreed on any.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Budgets {
    /// The ledger's day, in whose periods they count.
    pub day: Day,
    /// The partners whose contract of today has a budget, by id.
    pub partners: Vec<PartnerBudget>,
    /// The caps on what all earn together, by code.
    pub currency: Vec<WhyCap>,
}

impl FromCore<muntwerk::views::Budgets> for Budgets {
    fn from_core(core: &muntwerk::views::Budgets) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            partners: FromCore::from_core(&core.partners),
            currency: FromCore::from_core(&core.currency),
        }
    }
}

/// The sendings that have not arrived: to be received.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Consignments {
    /// The ledger's day.
    pub day: Day,
    /// The sendings, by the order that sent them.
    pub sendings: Vec<Sending>,
}

impl FromCore<muntwerk::views::Consignments> for Consignments {
    fn from_core(core: &muntwerk::views::Consignments) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            sendings: FromCore::from_core(&core.sendings),
        }
    }
}

/// Where the notice about units stands that are to end.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
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

impl FromCore<muntwerk::views::NoticeStanding> for NoticeStanding {
    fn from_core(core: &muntwerk::views::NoticeStanding) -> Self {
        match core {
            muntwerk::views::NoticeStanding::NotOwed => Self::NotOwed,
            muntwerk::views::NoticeStanding::DueOn(value) => Self::DueOn(FromCore::from_core(value)),
            muntwerk::views::NoticeStanding::Given(value) => Self::Given(FromCore::from_core(value)),
            muntwerk::views::NoticeStanding::CameWith(value) => Self::CameWith(FromCore::from_core(value)),
        }
    }
}

/// When units lapse, as things stand.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Lapses {
    /// At the closing of this day, grace and notice term included; if a notice is still to be given,
    /// when it is given on time and reaches the holder on that day.
    At(Day),
    /// Not as long as it is unknown whether the notice arrived.
    WaitsForNotice,
    /// Never.
    Never,
}

impl FromCore<muntwerk::views::Lapses> for Lapses {
    fn from_core(core: &muntwerk::views::Lapses) -> Self {
        match core {
            muntwerk::views::Lapses::At(value) => Self::At(FromCore::from_core(value)),
            muntwerk::views::Lapses::WaitsForNotice => Self::WaitsForNotice,
            muntwerk::views::Lapses::Never => Self::Never,
        }
    }
}

/// What ends on one day on one account.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EndingLine {
    /// The end date.
    pub end: Day,
    /// Whose units.
    pub account: Id,
    /// How many minor units, in this date's lots together.
    pub amount: Amount,
    /// Where the notice stands.
    pub notice: NoticeStanding,
    /// When they really lapse.
    pub lapses: Lapses,
}

impl FromCore<muntwerk::views::EndingLine> for EndingLine {
    fn from_core(core: &muntwerk::views::EndingLine) -> Self {
        Self {
            end: FromCore::from_core(&core.end),
            account: FromCore::from_core(&core.account),
            amount: FromCore::from_core(&core.amount),
            notice: FromCore::from_core(&core.notice),
            lapses: FromCore::from_core(&core.lapses),
        }
    }
}

/// What participants hold that ends up to a day, by end date and then in the order of opening.
///
/// Only the end dates up to that day are walked, not the accounts.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Ending {
    /// The last end date listed.
    pub through: Day,
    /// What ends.
    pub lines: Vec<EndingLine>,
}

impl FromCore<muntwerk::views::Ending> for Ending {
    fn from_core(core: &muntwerk::views::Ending) -> Self {
        Self {
            through: FromCore::from_core(&core.through),
            lines: FromCore::from_core(&core.lines),
        }
    }
}

/// Something that was done at an office's drawers.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SheetOperation {
    /// The number of its record.
    pub record: u64,
    /// What was asked.
    pub kind: AskKind,
    /// Face of the notes that came in, in minor units.
    pub came_in: Amount,
    /// Face of the notes that went out. In minor units.
    pub went_out: Amount,
    /// Euro cents that came in; below zero they went out.
    pub cents: i64,
}

impl FromCore<muntwerk::views::SheetOperation> for SheetOperation {
    fn from_core(core: &muntwerk::views::SheetOperation) -> Self {
        Self {
            record: FromCore::from_core(&core.record),
            kind: FromCore::from_core(&core.kind),
            came_in: FromCore::from_core(&core.came_in),
            went_out: FromCore::from_core(&core.went_out),
            cents: FromCore::from_core(&core.cents),
        }
    }
}

/// One kind of note in one drawer.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct DrawerLine {
    /// The drawer: stock, till or what was taken in.
    pub place: Place,
    /// The series.
    pub series: Code,
    /// The face, in minor units.
    pub face: Amount,
    /// Pieces at opening: the float.
    pub opening: i64,
    /// Pieces that should be there.
    pub expected: i64,
    /// Pieces counted.
    pub counted: i64,
}

impl FromCore<muntwerk::views::DrawerLine> for DrawerLine {
    fn from_core(core: &muntwerk::views::DrawerLine) -> Self {
        Self {
            place: FromCore::from_core(&core.place),
            series: FromCore::from_core(&core.series),
            face: FromCore::from_core(&core.face),
            opening: FromCore::from_core(&core.opening),
            expected: FromCore::from_core(&core.expected),
            counted: FromCore::from_core(&core.counted),
        }
    }
}

/// What an office did from its opening to its count, and what was counted of every kind of note.
///
/// There is no sheet before the count is booked, so that whoever counts does not know what should lie in
/// the drawers.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct OfficeSheet {
    /// The office.
    pub office: Id,
    /// The day it opened.
    pub opened_on: Day,
    /// The day it was counted.
    pub counted_on: Day,
    /// Who counted.
    pub counted_by: Id,
    /// Whether what differed was approved and booked.
    pub settled: bool,
    /// What was done at its drawers, in order.
    pub operations: Vec<SheetOperation>,
    /// The drawers by series, drawer and face.
    pub drawers: Vec<DrawerLine>,
    /// The euro till, in cents: at opening, expected, counted.
    pub euro: EuroTill,
}

impl FromCore<muntwerk::views::OfficeSheet> for OfficeSheet {
    fn from_core(core: &muntwerk::views::OfficeSheet) -> Self {
        Self {
            office: FromCore::from_core(&core.office),
            opened_on: FromCore::from_core(&core.opened_on),
            counted_on: FromCore::from_core(&core.counted_on),
            counted_by: FromCore::from_core(&core.counted_by),
            settled: FromCore::from_core(&core.settled),
            operations: FromCore::from_core(&core.operations),
            drawers: FromCore::from_core(&core.drawers),
            euro: FromCore::from_core(&core.euro),
        }
    }
}

/// A name in Dutch, French and English.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Names {
    /// Dutch.
    pub nl: String,
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl FromCore<muntwerk::design::Names> for Names {
    fn from_core(core: &muntwerk::design::Names) -> Self {
        Self {
            nl: FromCore::from_core(&core.nl),
            fr: FromCore::from_core(&core.fr),
            en: FromCore::from_core(&core.en),
        }
    }
}

/// What happened on all accounts of one kind together, in minor units.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct KindFlow {
    /// The kind.
    pub kind: AccountKind,
    /// The balance before the period. In minor units.
    pub before: Total,
    /// What the period added. In minor units.
    pub during: Total,
}

impl FromCore<muntwerk::views::KindFlow> for KindFlow {
    fn from_core(core: &muntwerk::views::KindFlow) -> Self {
        Self {
            kind: FromCore::from_core(&core.kind),
            before: FromCore::from_core(&core.before),
            during: FromCore::from_core(&core.during),
        }
    }
}

/// What one partner issued and took in.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PartnerLine {
    /// Which partner.
    pub partner: Id,
    /// What it issued, less what was taken back.
    pub issued: EuroUnits,
    /// What it took in, less what was given back.
    pub redeemed: EuroUnits,
    /// What was paid to it in euro beside the units (R26), in cents, less what was given back.
    pub paid_in_euro: Total,
}

impl FromCore<muntwerk::views::PartnerLine> for PartnerLine {
    fn from_core(core: &muntwerk::views::PartnerLine) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            issued: FromCore::from_core(&core.issued),
            redeemed: FromCore::from_core(&core.redeemed),
            paid_in_euro: FromCore::from_core(&core.paid_in_euro),
        }
    }
}

/// What each partner issued and took in over a period of booking days.
///
/// Euro follow the unit's value on the value day of each entry; a reversal is valued as the entry it
/// takes back. Everything is summed exactly and rounded once per line, half to even; what rounding
/// left is told.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PartnerTotals {
    /// First booking day.
    pub from: Day,
    /// Last booking day.
    pub through: Day,
    /// Every partner, by id, also those without entries.
    pub lines: Vec<PartnerLine>,
    /// All partners together, summed exactly and then rounded.
    pub issued: EuroUnits,
    /// All partners together, summed exactly and then rounded.
    pub redeemed: EuroUnits,
    /// What was paid to all of them in euro, in cents.
    pub paid_in_euro: Total,
}

impl FromCore<muntwerk::views::PartnerTotals> for PartnerTotals {
    fn from_core(core: &muntwerk::views::PartnerTotals) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            through: FromCore::from_core(&core.through),
            lines: FromCore::from_core(&core.lines),
            issued: FromCore::from_core(&core.issued),
            redeemed: FromCore::from_core(&core.redeemed),
            paid_in_euro: FromCore::from_core(&core.paid_in_euro),
        }
    }
}

/// What ends on a day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EndingOn {
    /// The day.
    pub end: Day,
    /// On how many accounts.
    pub accounts: u64,
    /// How many minor units.
    pub units: Total,
}

impl FromCore<muntwerk::views::EndingOn> for EndingOn {
    fn from_core(core: &muntwerk::views::EndingOn) -> Self {
        Self {
            end: FromCore::from_core(&core.end),
            accounts: FromCore::from_core(&core.accounts),
            units: FromCore::from_core(&core.units),
        }
    }
}

/// A currency on one page, for a steering group: how many units were issued, redeemed and lapsed, who holds
/// what is left, what that may come to cost, what partners did and may still do, and what asks for attention.
///
/// The figures of the period are those of its booking days, the last of which is the ledger's current day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Overview {
    /// What the currency is called.
    pub names: Names,
    /// First booking day of the period.
    pub from: Day,
    /// The ledger's day, the last of the period.
    pub day: Day,
    /// How many records there are.
    pub records: u64,
    /// What came about and where it went, by kind of account, in the order of `AccountKind`. Balances
    /// sum to zero before the period, in it and after it.
    pub kinds: Vec<KindFlow>,
    /// What participants hold, before what others owe is taken off. In minor units.
    pub held: Total,
    /// What participants paid beyond what they held, and have yet to earn. In minor units.
    pub owed: Total,
    /// The units that may still be redeemed, and what the issuer would pay partners for them at the unit's
    /// value of today: what participants hold, what is reserved, what is in the pot, and what is on notes.
    /// Participants never get euro. `None` where nothing can be redeemed.
    pub liability: Option<EuroUnits>,
    /// What each partner issued and took in during the period.
    pub partners: PartnerTotals,
    /// What each partner, and everybody together, may still issue.
    pub budgets: Budgets,
    /// What ends up to the last day of next month, by day.
    pub ending: Vec<EndingOn>,
    /// The accounts of participants by their state; none are zero.
    pub accounts: Vec<StateCount>,
    /// The accounts of participants that did something in the period: paid or were paid for something,
    /// earned, gave, redeemed, reserved, went for notes or brought them. Being given something is none.
    pub active: u64,
    /// The entries of the period that moved units.
    pub entries: u64,
    /// The orders that were refused in the period, of those refusals that are recorded.
    pub refused: u64,
    /// The orders that wait for somebody.
    pub waiting: u64,
}

impl FromCore<muntwerk::views::Overview> for Overview {
    fn from_core(core: &muntwerk::views::Overview) -> Self {
        Self {
            names: FromCore::from_core(&core.names),
            from: FromCore::from_core(&core.from),
            day: FromCore::from_core(&core.day),
            records: FromCore::from_core(&core.records),
            kinds: FromCore::from_core(&core.kinds),
            held: FromCore::from_core(&core.held),
            owed: FromCore::from_core(&core.owed),
            liability: FromCore::from_core(&core.liability),
            partners: FromCore::from_core(&core.partners),
            budgets: FromCore::from_core(&core.budgets),
            ending: FromCore::from_core(&core.ending),
            accounts: FromCore::from_core(&core.accounts),
            active: FromCore::from_core(&core.active),
            entries: FromCore::from_core(&core.entries),
            refused: FromCore::from_core(&core.refused),
            waiting: FromCore::from_core(&core.waiting),
        }
    }
}

/// An account whose holders do nothing.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct QuietLine {
    /// Which account.
    pub account: Id,
    /// What it is for.
    pub kind: AccountKind,
    /// The booking day of the last act; of the opening, if there was none.
    pub acted_on: Day,
    /// How many days ago that was.
    pub quiet_days: i32,
    /// What is on it. In minor units.
    pub balance: Balance,
}

impl FromCore<muntwerk::views::QuietLine> for QuietLine {
    fn from_core(core: &muntwerk::views::QuietLine) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            kind: FromCore::from_core(&core.kind),
            acted_on: FromCore::from_core(&core.acted_on),
            quiet_days: FromCore::from_core(&core.quiet_days),
            balance: FromCore::from_core(&core.balance),
        }
    }
}

/// The accounts whose holders have done nothing with units for a number of days, the longest quiet first;
/// so that somebody calls. What others bring about is no sign of life: lapses, corrections, a gift received.
/// Accounts that may not move are left out: candidates, blocked and closed accounts, and the dead.
///
/// Reads what is kept for each account, and no records.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Quiet {
    /// The ledger's day.
    pub day: Day,
    /// For how many days nothing was done.
    pub days: u16,
    /// The accounts.
    pub lines: Vec<QuietLine>,
}

impl FromCore<muntwerk::views::Quiet> for Quiet {
    fn from_core(core: &muntwerk::views::Quiet) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            days: FromCore::from_core(&core.days),
            lines: FromCore::from_core(&core.lines),
        }
    }
}

/// What happened to what is redeemed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum SlipOf {
    /// It was taken at once.
    Redeemed,
    /// It was reserved.
    Reserved,
    /// What was reserved was picked up.
    PickedUp,
}

impl FromCore<muntwerk::views::SlipOf> for SlipOf {
    fn from_core(core: &muntwerk::views::SlipOf) -> Self {
        match core {
            muntwerk::views::SlipOf::Redeemed => Self::Redeemed,
            muntwerk::views::SlipOf::Reserved => Self::Reserved,
            muntwerk::views::SlipOf::PickedUp => Self::PickedUp,
        }
    }
}

/// What a redemption came to: the pieces, the units they cost, what those are worth, what was paid in euro
/// beside them, and what is left of the units that were offered (R25, R26; E-portemonnee, V11).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RedemptionSlip {
    /// The account that paid.
    pub account: Id,
    /// The partner that hands it out.
    pub partner: Id,
    /// The day of the activity.
    pub day: Day,
    /// What happened to it.
    pub taken: SlipOf,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// What that was called on the day of the activity; `None` if it was not in the catalogue any more.
    pub names: Option<Names>,
    /// How many pieces, or steps.
    pub pieces: u32,
    /// The units paid, and what they were worth on the day of the activity. That is what the issuer pays the
    /// partner for them; the member gets what is handed over, never euro.
    pub paid: EuroUnits,
    /// What was paid in euro beside the units, or will be when it is picked up, in cents.
    pub paid_in_euro: Amount,
    /// What is left of the units offered, of an offer that is taken in steps; `None` if none were offered. In minor units.
    pub left_of_offered: Option<Amount>,
}

impl FromCore<muntwerk::views::RedemptionSlip> for RedemptionSlip {
    fn from_core(core: &muntwerk::views::RedemptionSlip) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            partner: FromCore::from_core(&core.partner),
            day: FromCore::from_core(&core.day),
            taken: FromCore::from_core(&core.taken),
            reward: FromCore::from_core(&core.reward),
            names: FromCore::from_core(&core.names),
            pieces: FromCore::from_core(&core.pieces),
            paid: FromCore::from_core(&core.paid),
            paid_in_euro: FromCore::from_core(&core.paid_in_euro),
            left_of_offered: FromCore::from_core(&core.left_of_offered),
        }
    }
}

/// How often a code was answered in a month.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RefusalCount {
    /// The code.
    pub code: String,
    /// The first day of the month.
    pub month: Day,
    /// How often.
    pub count: u64,
}

impl FromCore<muntwerk::views::RefusalCount> for RefusalCount {
    fn from_core(core: &muntwerk::views::RefusalCount) -> Self {
        Self {
            code: FromCore::from_core(&core.code),
            month: FromCore::from_core(&core.month),
            count: FromCore::from_core(&core.count),
        }
    }
}

/// The orders that were refused, by code and by month of the ledger's day. Only codes that are
/// recorded leave a trace to count (`RefusalCode.is_recorded`).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Refusals {
    /// By code in the order of the catalogue, then by month; none are zero.
    pub counts: Vec<RefusalCount>,
}

impl FromCore<muntwerk::views::Refusals> for Refusals {
    fn from_core(core: &muntwerk::views::Refusals) -> Self {
        Self {
            counts: FromCore::from_core(&core.counts),
        }
    }
}

/// The notes of one series and face.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SeriesLine {
    /// The series.
    pub series: Code,
    /// The face, in minor units.
    pub face: Amount,
    /// Pieces printed.
    pub printed: i64,
    /// Pieces in the vault and in partners' stocks.
    pub vault: i64,
    /// Pieces on their way.
    pub transit: i64,
    /// Pieces in the drawers of offices and in circulation.
    pub out: i64,
    /// Of these, pieces in circulation; `None` while an office is open.
    pub circulation: Option<i64>,
    /// Pieces missing.
    pub missing: i64,
    /// Pieces destroyed.
    pub destroyed: i64,
    /// Days since the series became valid; below zero it is not yet.
    pub age: i32,
}

impl FromCore<muntwerk::views::SeriesLine> for SeriesLine {
    fn from_core(core: &muntwerk::views::SeriesLine) -> Self {
        Self {
            series: FromCore::from_core(&core.series),
            face: FromCore::from_core(&core.face),
            printed: FromCore::from_core(&core.printed),
            vault: FromCore::from_core(&core.vault),
            transit: FromCore::from_core(&core.transit),
            out: FromCore::from_core(&core.out),
            circulation: FromCore::from_core(&core.circulation),
            missing: FromCore::from_core(&core.missing),
            destroyed: FromCore::from_core(&core.destroyed),
            age: FromCore::from_core(&core.age),
        }
    }
}

/// Where the notes of every series are, and what part of the units is on paper.
///
/// While an office is open, what lies in its drawers and what circulates are shown together: whoever
/// counts must not be able to look up what should be there (R35).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SeriesReport {
    /// The ledger's day.
    pub day: Day,
    /// By series in the order of the codes, then by face.
    pub lines: Vec<SeriesLine>,
    /// Units on the accounts of participants, the pot and the group, less what was drawn. In minor units.
    pub on_accounts: Total,
    /// Units on live notes. In minor units.
    pub on_paper: Total,
}

impl FromCore<muntwerk::views::SeriesReport> for SeriesReport {
    fn from_core(core: &muntwerk::views::SeriesReport) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            lines: FromCore::from_core(&core.lines),
            on_accounts: FromCore::from_core(&core.on_accounts),
            on_paper: FromCore::from_core(&core.on_paper),
        }
    }
}

/// One partner.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SettlementLine {
    /// Which partner.
    pub partner: Id,
    /// Units it took in and has not claimed. In minor units.
    pub open: Total,
    /// Of these, units that can no longer be claimed. In minor units.
    pub late: Total,
    /// What the open ones that can still be claimed would come to today, in cents, without the fee.
    pub open_cents: Total,
    /// What waits to be approved, in cents.
    pub claimed: Total,
    /// What is approved and not paid, in cents.
    pub owed: Total,
    /// What was paid, in cents.
    pub paid: Total,
    /// What it owes back, in cents.
    pub due: Total,
}

impl FromCore<muntwerk::views::SettlementLine> for SettlementLine {
    fn from_core(core: &muntwerk::views::SettlementLine) -> Self {
        Self {
            partner: FromCore::from_core(&core.partner),
            open: FromCore::from_core(&core.open),
            late: FromCore::from_core(&core.late),
            open_cents: FromCore::from_core(&core.open_cents),
            claimed: FromCore::from_core(&core.claimed),
            owed: FromCore::from_core(&core.owed),
            paid: FromCore::from_core(&core.paid),
            due: FromCore::from_core(&core.due),
        }
    }
}

/// What is still to be paid in euro, in cents.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EuroLiability {
    /// Units that participants hold, on accounts and as notes. In minor units.
    pub units_out: Total,
    /// What they would come to if all were spent today at the design's rate, before any fee; `None` without a
    /// rate. In minor units.
    pub units_out_cents: Option<Total>,
    /// What was accepted and not claimed, and can still be. In minor units.
    pub accepted: Total,
    /// What was claimed and not approved. In minor units.
    pub claimed: Total,
    /// What was approved and not paid. In minor units.
    pub owed: Total,
    /// What partners owe back. In minor units.
    pub due: Total,
}

impl FromCore<muntwerk::views::EuroLiability> for EuroLiability {
    fn from_core(core: &muntwerk::views::EuroLiability) -> Self {
        Self {
            units_out: FromCore::from_core(&core.units_out),
            units_out_cents: FromCore::from_core(&core.units_out_cents),
            accepted: FromCore::from_core(&core.accepted),
            claimed: FromCore::from_core(&core.claimed),
            owed: FromCore::from_core(&core.owed),
            due: FromCore::from_core(&core.due),
        }
    }
}

/// What every partner took in, claimed and was paid, and what units that are still out would cost.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SettlementList {
    /// The ledger's day.
    pub day: Day,
    /// Every partner with something to settle, by id.
    pub lines: Vec<SettlementLine>,
    /// What is still to be paid.
    pub liability: EuroLiability,
}

impl FromCore<muntwerk::views::SettlementList> for SettlementList {
    fn from_core(core: &muntwerk::views::SettlementList) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            lines: FromCore::from_core(&core.lines),
            liability: FromCore::from_core(&core.liability),
        }
    }
}

/// A piece of a lot that came or went.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct LotMove {
    /// Which lot.
    pub lot: u32,
    /// What came, or went if below zero. In minor units.
    pub amount: Balance,
    /// The lot's last day, if it has one.
    pub ends_on: Option<Day>,
}

impl FromCore<muntwerk::views::LotMove> for LotMove {
    fn from_core(core: &muntwerk::views::LotMove) -> Self {
        Self {
            lot: FromCore::from_core(&core.lot),
            amount: FromCore::from_core(&core.amount),
            ends_on: FromCore::from_core(&core.ends_on),
        }
    }
}

/// One entry on an account.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct StatementLine {
    /// The number of the record.
    pub record: u64,
    /// The ledger's day on which it was booked.
    pub booking_day: Day,
    /// The day of the activity.
    pub value_day: Day,
    /// What was asked; of a pending order that was completed, what that one asked.
    pub kind: AskKind,
    /// The accounts on the other side.
    pub counterparts: Vec<Id>,
    /// Who asked.
    pub actor: Id,
    /// In which role.
    pub role: Code,
    /// At which contact point.
    pub contact_point: Option<Id>,
    /// For whom.
    pub on_behalf_of: Option<Id>,
    /// Who completed it and in which role, if it waited for somebody.
    pub completed_by: Option<CompletedBy>,
    /// Why, as a code of the host's list.
    pub reason: Option<Code>,
    /// Of a reversal, the record it takes back, if that moved this account too.
    pub reverses: Option<u64>,
    /// If it is of a reservation that nobody picked up in time: what the partner took in of it all the same. In minor units.
    pub ran_out: Option<Amount>,
    /// Whether one mediator acted for both sides.
    pub both_sides: bool,
    /// What came, or went if below zero. In minor units.
    pub amount: Balance,
    /// The balance after it. In minor units.
    pub balance: Balance,
    /// What was added to the debt, repaid if below zero. In minor units.
    pub drawn: Balance,
    /// The part of it that a reversal caused. In minor units.
    pub technical: Balance,
    /// The pieces that came or went.
    pub lots: Vec<LotMove>,
}

impl FromCore<muntwerk::views::StatementLine> for StatementLine {
    fn from_core(core: &muntwerk::views::StatementLine) -> Self {
        Self {
            record: FromCore::from_core(&core.record),
            booking_day: FromCore::from_core(&core.booking_day),
            value_day: FromCore::from_core(&core.value_day),
            kind: FromCore::from_core(&core.kind),
            counterparts: FromCore::from_core(&core.counterparts),
            actor: FromCore::from_core(&core.actor),
            role: FromCore::from_core(&core.role),
            contact_point: FromCore::from_core(&core.contact_point),
            on_behalf_of: FromCore::from_core(&core.on_behalf_of),
            completed_by: FromCore::from_core(&core.completed_by),
            reason: FromCore::from_core(&core.reason),
            reverses: FromCore::from_core(&core.reverses),
            ran_out: FromCore::from_core(&core.ran_out),
            both_sides: FromCore::from_core(&core.both_sides),
            amount: FromCore::from_core(&core.amount),
            balance: FromCore::from_core(&core.balance),
            drawn: FromCore::from_core(&core.drawn),
            technical: FromCore::from_core(&core.technical),
            lots: FromCore::from_core(&core.lots),
        }
    }
}

/// A piece of a lot on an account.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct HeldLot {
    /// Which lot.
    pub lot: u32,
    /// How much of it. In minor units.
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

impl FromCore<muntwerk::views::HeldLot> for HeldLot {
    fn from_core(core: &muntwerk::views::HeldLot) -> Self {
        Self {
            lot: FromCore::from_core(&core.lot),
            amount: FromCore::from_core(&core.amount),
            earned_on: FromCore::from_core(&core.earned_on),
            earned_through: FromCore::from_core(&core.earned_through),
            ends_on: FromCore::from_core(&core.ends_on),
            lapses: FromCore::from_core(&core.lapses),
        }
    }
}

/// Something reserved for an account. Its units are not in the balance: they were set aside, do not lapse
/// meanwhile, and come back if nobody picks it up (R51).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Reserved {
    /// The reservation: the id of the order that made it.
    pub reservation: OrderId,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// What that is called today; `None` if it is no longer in the catalogue.
    pub names: Option<Names>,
    /// How many pieces.
    pub pieces: u32,
    /// The minor units set aside.
    pub units: Amount,
    /// What is paid in euro when it is picked up, in cents.
    pub euro: Amount,
    /// The minor units that the partner takes in all the same if nobody picks it up.
    pub kept_if_missed: Amount,
    /// The last day on which it can be picked up, if days count.
    pub until: Option<Day>,
    /// The minutes that are left to pick it up, if minutes count: by the latest instant that the ledger has
    /// seen, rounded down, never below zero.
    pub minutes_left: Option<u64>,
}

impl FromCore<muntwerk::views::Reserved> for Reserved {
    fn from_core(core: &muntwerk::views::Reserved) -> Self {
        Self {
            reservation: FromCore::from_core(&core.reservation),
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            names: FromCore::from_core(&core.names),
            pieces: FromCore::from_core(&core.pieces),
            units: FromCore::from_core(&core.units),
            euro: FromCore::from_core(&core.euro),
            kept_if_missed: FromCore::from_core(&core.kept_if_missed),
            until: FromCore::from_core(&core.until),
            minutes_left: FromCore::from_core(&core.minutes_left),
        }
    }
}

/// A place in the line for pieces of an offer (R25). No units are set aside for it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Waits {
    /// The place: the id of the order that took it.
    pub place: OrderId,
    /// The account that waits.
    pub account: Id,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// What that is called today; `None` if it is no longer in the catalogue.
    pub names: Option<Names>,
    /// How many pieces.
    pub pieces: u32,
    /// Where in line it is, from 1, those who are called included.
    pub position: u64,
    /// If it is called: the last day on which it can be reserved or redeemed.
    pub called_until: Option<Day>,
}

impl FromCore<muntwerk::views::Waits> for Waits {
    fn from_core(core: &muntwerk::views::Waits) -> Self {
        Self {
            place: FromCore::from_core(&core.place),
            account: FromCore::from_core(&core.account),
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            names: FromCore::from_core(&core.names),
            pieces: FromCore::from_core(&core.pieces),
            position: FromCore::from_core(&core.position),
            called_until: FromCore::from_core(&core.called_until),
        }
    }
}

/// An account over a period of booking days: the balance before, every entry with the balance after
/// it, the balance at the end, and the lots that are on it now; and what is reserved for it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Statement {
    /// Which account.
    pub account: Id,
    /// What it is for.
    pub kind: AccountKind,
    /// Its state now.
    pub state: AccountState,
    /// First booking day.
    pub from: Day,
    /// Last booking day.
    pub through: Day,
    /// The balance before the first entry. In minor units.
    pub opening: Balance,
    /// The entries that moved it.
    pub lines: Vec<StatementLine>,
    /// The balance after the last entry. In minor units.
    pub closing: Balance,
    /// The ledger's day, on which `Statement.held` was on the account.
    pub today: Day,
    /// The lots on it today, in spending order.
    pub held: Vec<HeldLot>,
    /// What is reserved for it today, beside the balance.
    pub reserved: Vec<Reserved>,
    /// What it waits for today.
    pub waits: Vec<Waits>,
}

impl FromCore<muntwerk::views::Statement> for Statement {
    fn from_core(core: &muntwerk::views::Statement) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            kind: FromCore::from_core(&core.kind),
            state: FromCore::from_core(&core.state),
            from: FromCore::from_core(&core.from),
            through: FromCore::from_core(&core.through),
            opening: FromCore::from_core(&core.opening),
            lines: FromCore::from_core(&core.lines),
            closing: FromCore::from_core(&core.closing),
            today: FromCore::from_core(&core.today),
            held: FromCore::from_core(&core.held),
            reserved: FromCore::from_core(&core.reserved),
            waits: FromCore::from_core(&core.waits),
        }
    }
}

/// One thing to do. What lies in the drawers of an office is said only once they are counted: whoever counts
/// does so blind (R35).
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Task {
    /// To receive: a sending that has not arrived.
    Receive(Sending),
    /// To count: an office is open since a day.
    Count {
        /// Which office.
        office: Id,
        /// Since when.
        since: Day,
    },
    /// To reconcile: a count differs from the books, and waits for somebody else.
    Reconcile {
        /// Which office.
        office: Id,
        /// The day of the count.
        on: Day,
    },
    /// To hand over: notes that an office took in, or has in its till.
    HandOver {
        /// Where they lie.
        place: Place,
        /// What they are worth, in minor units.
        units: Amount,
    },
    /// To bring to the bank: euro in a till.
    BankIn {
        /// Which office.
        office: Id,
        /// How many cents.
        cents: i64,
    },
    /// To transfer: euro at the bank of the offices, to what backs the units.
    Fund {
        /// How many cents.
        cents: i64,
    },
    /// To approve: a claim.
    Approve {
        /// Whose.
        partner: Id,
        /// Its invoice number.
        invoice: Id,
        /// What it comes to, in cents.
        cents: Amount,
    },
    /// To pay: an approved claim.
    Pay {
        /// Whom.
        partner: Id,
        /// Its invoice number.
        invoice: Id,
        /// How many cents.
        cents: Amount,
        /// The last day, if that was promised.
        by: Option<Day>,
    },
}

impl FromCore<muntwerk::views::Task> for Task {
    fn from_core(core: &muntwerk::views::Task) -> Self {
        match core {
            muntwerk::views::Task::Receive(value) => Self::Receive(FromCore::from_core(value)),
            muntwerk::views::Task::Count { office, since } => Self::Count { office: FromCore::from_core(office), since: FromCore::from_core(since) },
            muntwerk::views::Task::Reconcile { office, on } => Self::Reconcile { office: FromCore::from_core(office), on: FromCore::from_core(on) },
            muntwerk::views::Task::HandOver { place, units } => Self::HandOver { place: FromCore::from_core(place), units: FromCore::from_core(units) },
            muntwerk::views::Task::BankIn { office, cents } => Self::BankIn { office: FromCore::from_core(office), cents: FromCore::from_core(cents) },
            muntwerk::views::Task::Fund { cents } => Self::Fund { cents: FromCore::from_core(cents) },
            muntwerk::views::Task::Approve { partner, invoice, cents } => Self::Approve { partner: FromCore::from_core(partner), invoice: FromCore::from_core(invoice), cents: FromCore::from_core(cents) },
            muntwerk::views::Task::Pay { partner, invoice, cents, by } => Self::Pay { partner: FromCore::from_core(partner), invoice: FromCore::from_core(invoice), cents: FromCore::from_core(cents), by: FromCore::from_core(by) },
        }
    }
}

/// What waits for somebody at the offices and at the bank.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ToDo {
    /// The ledger's day.
    pub day: Day,
    /// What is to be done, in the order of `Task`.
    pub tasks: Vec<Task>,
}

impl FromCore<muntwerk::views::ToDo> for ToDo {
    fn from_core(core: &muntwerk::views::ToDo) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            tasks: FromCore::from_core(&core.tasks),
        }
    }
}

/// One account.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TrialRow {
    /// Its id.
    pub account: Id,
    /// What it is for.
    pub kind: AccountKind,
    /// Its balance, below zero in the red. In minor units.
    pub balance: Balance,
    /// The part of a debt that reversals caused. In minor units.
    pub technical_debt: Amount,
}

impl FromCore<muntwerk::views::TrialRow> for TrialRow {
    fn from_core(core: &muntwerk::views::TrialRow) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            kind: FromCore::from_core(&core.kind),
            balance: FromCore::from_core(&core.balance),
            technical_debt: FromCore::from_core(&core.technical_debt),
        }
    }
}

/// The accounts of one kind together.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct KindTotal {
    /// The kind.
    pub kind: AccountKind,
    /// How many accounts.
    pub accounts: u64,
    /// Their balances together, in minor units.
    pub balance: Total,
}

impl FromCore<muntwerk::views::KindTotal> for KindTotal {
    fn from_core(core: &muntwerk::views::KindTotal) -> Self {
        Self {
            kind: FromCore::from_core(&core.kind),
            accounts: FromCore::from_core(&core.accounts),
            balance: FromCore::from_core(&core.balance),
        }
    }
}

/// Every account with its balance, and totals per kind. Reads balances that are kept, so it takes time
/// in proportion to the accounts and none to the records.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TrialBalance {
    /// The ledger's day.
    pub day: Day,
    /// How many records there are; the balances stand after the last.
    pub records: u64,
    /// The accounts, in the order of opening.
    pub rows: Vec<TrialRow>,
    /// The kinds there are accounts of, in the order of `AccountKind`.
    pub totals: Vec<KindTotal>,
    /// All balances together: zero. In minor units.
    pub sum: Total,
}

impl FromCore<muntwerk::views::TrialBalance> for TrialBalance {
    fn from_core(core: &muntwerk::views::TrialBalance) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            records: FromCore::from_core(&core.records),
            rows: FromCore::from_core(&core.rows),
            totals: FromCore::from_core(&core.totals),
            sum: FromCore::from_core(&core.sum),
        }
    }
}

/// Everybody who waits, line by line, the first in line first: whoever is called is to be told.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WaitingLines {
    /// The places.
    pub places: Vec<Waits>,
}

impl FromCore<muntwerk::views::WaitingLines> for WaitingLines {
    fn from_core(core: &muntwerk::views::WaitingLines) -> Self {
        Self {
            places: FromCore::from_core(&core.places),
        }
    }
}

/// What came, or went, in one way.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct BalancePart {
    /// By what kind of order.
    pub kind: AskKind,
    /// Whether it came.
    pub incoming: bool,
    /// Whether it is of reservations that nobody picked up in time.
    pub ran_out: bool,
    /// Through which partner, where one is on the other side.
    pub partner: Option<Id>,
    /// How many times.
    pub times: u64,
    /// All of it together; below zero if it went. In minor units.
    pub amount: Total,
}

impl FromCore<muntwerk::views::BalancePart> for BalancePart {
    fn from_core(core: &muntwerk::views::BalancePart) -> Self {
        Self {
            kind: FromCore::from_core(&core.kind),
            incoming: FromCore::from_core(&core.incoming),
            ran_out: FromCore::from_core(&core.ran_out),
            partner: FromCore::from_core(&core.partner),
            times: FromCore::from_core(&core.times),
            amount: FromCore::from_core(&core.amount),
        }
    }
}

/// Why a balance is what it is: what came and went, by kind and partner. The parts sum to the balance.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WhyBalance {
    /// Which account.
    pub account: Id,
    /// The ledger's day.
    pub day: Day,
    /// The balance: held less drawn. In minor units.
    pub balance: Balance,
    /// The units on the account. In minor units.
    pub held: Total,
    /// What was paid beyond what it held and is not earned back. In minor units.
    pub drawn: Amount,
    /// The part of it that reversals caused. In minor units.
    pub technical_debt: Amount,
    /// What came and went.
    pub parts: Vec<BalancePart>,
    /// What is reserved, beside the balance.
    pub reserved: Vec<Reserved>,
    /// What is waited for; no units are set aside for it.
    pub waits: Vec<Waits>,
}

impl FromCore<muntwerk::views::WhyBalance> for WhyBalance {
    fn from_core(core: &muntwerk::views::WhyBalance) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            day: FromCore::from_core(&core.day),
            balance: FromCore::from_core(&core.balance),
            held: FromCore::from_core(&core.held),
            drawn: FromCore::from_core(&core.drawn),
            technical_debt: FromCore::from_core(&core.technical_debt),
            parts: FromCore::from_core(&core.parts),
            reserved: FromCore::from_core(&core.reserved),
            waits: FromCore::from_core(&core.waits),
        }
    }
}

/// What sets the end of a lot.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
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

impl FromCore<muntwerk::design::ExpiryRule> for ExpiryRule {
    fn from_core(core: &muntwerk::design::ExpiryRule) -> Self {
        match core {
            muntwerk::design::ExpiryRule::Never => Self::Never,
            muntwerk::design::ExpiryRule::Months { months, to_month_end } => Self::Months { months: FromCore::from_core(months), to_month_end: FromCore::from_core(to_month_end) },
            muntwerk::design::ExpiryRule::YearEnd => Self::YearEnd,
            muntwerk::design::ExpiryRule::FixedDate(value) => Self::FixedDate(FromCore::from_core(value)),
        }
    }
}

/// What set the end of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum DateSetBy {
    /// The rule, counted from the day of earning.
    Rule,
    /// The units changed hands or came back, and the date was set anew or kept from before.
    Handed,
    /// All units of those days were given an earlier end.
    BroughtForward,
    /// A later version of the design extended them.
    Extended,
    /// The units brought it along when a running scheme was taken over.
    Brought,
    /// By the rule it had passed already when it was booked; the design granted some days.
    Granted,
    /// Notes were put on the account; the units end no later than the notes could be spent.
    OffPaper,
}

impl FromCore<muntwerk::views::DateSetBy> for DateSetBy {
    fn from_core(core: &muntwerk::views::DateSetBy) -> Self {
        match core {
            muntwerk::views::DateSetBy::Rule => Self::Rule,
            muntwerk::views::DateSetBy::Handed => Self::Handed,
            muntwerk::views::DateSetBy::BroughtForward => Self::BroughtForward,
            muntwerk::views::DateSetBy::Extended => Self::Extended,
            muntwerk::views::DateSetBy::Brought => Self::Brought,
            muntwerk::views::DateSetBy::Granted => Self::Granted,
            muntwerk::views::DateSetBy::OffPaper => Self::OffPaper,
        }
    }
}

/// Why units lapse later than their date.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Later {
    /// The design grants so many days after the end.
    Grace {
        /// How many.
        days: u16,
    },
    /// The notice came late, and its term has to run.
    NoticeTerm {
        /// From this day.
        from: Day,
        /// So many days.
        days: u16,
    },
    /// It is not known whether the notice arrived.
    NoticeUnknown,
    /// What put it off was learnt after the fact; it lapses at the next closing.
    NextClosing,
}

impl FromCore<muntwerk::views::Later> for Later {
    fn from_core(core: &muntwerk::views::Later) -> Self {
        match core {
            muntwerk::views::Later::Grace { days } => Self::Grace { days: FromCore::from_core(days) },
            muntwerk::views::Later::NoticeTerm { from, days } => Self::NoticeTerm { from: FromCore::from_core(from), days: FromCore::from_core(days) },
            muntwerk::views::Later::NoticeUnknown => Self::NoticeUnknown,
            muntwerk::views::Later::NextClosing => Self::NextClosing,
        }
    }
}

/// Why a piece of a lot on an account ends when it does, and on which day it will really lapse.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WhyDate {
    /// Which account.
    pub account: Id,
    /// Which lot.
    pub lot: u32,
    /// How much of it is on the account. In minor units.
    pub amount: Amount,
    /// How the units came to be.
    pub origin: OriginKind,
    /// Through whom: a partner, or the account whose credit they were or from which they came back.
    pub through: Id,
    /// When they were earned; the first day of the month where the design keeps lots by month.
    pub earned_on: Day,
    /// The last day on which units of this lot can have been earned: the same, or that month's last.
    pub earned_through: Day,
    /// The lot they were before.
    pub parent: Option<u32>,
    /// The last day by their date, if they have one.
    pub ends_on: Option<Day>,
    /// The rule of the design in force when they were earned.
    pub rule: ExpiryRule,
    /// The version of that design, counted from zero.
    pub version: u32,
    /// Whether the date follows from the rule.
    pub set_by: DateSetBy,
    /// Where the notice stands.
    pub notice: NoticeStanding,
    /// When they really lapse.
    pub lapses: Lapses,
    /// What puts that off beyond the date, in days where they are known.
    pub later: Vec<Later>,
}

impl FromCore<muntwerk::views::WhyDate> for WhyDate {
    fn from_core(core: &muntwerk::views::WhyDate) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            lot: FromCore::from_core(&core.lot),
            amount: FromCore::from_core(&core.amount),
            origin: FromCore::from_core(&core.origin),
            through: FromCore::from_core(&core.through),
            earned_on: FromCore::from_core(&core.earned_on),
            earned_through: FromCore::from_core(&core.earned_through),
            parent: FromCore::from_core(&core.parent),
            ends_on: FromCore::from_core(&core.ends_on),
            rule: FromCore::from_core(&core.rule),
            version: FromCore::from_core(&core.version),
            set_by: FromCore::from_core(&core.set_by),
            notice: FromCore::from_core(&core.notice),
            lapses: FromCore::from_core(&core.lapses),
            later: FromCore::from_core(&core.later),
        }
    }
}

/// What happens to an act that goes past a limit. What brings an account closer to it again is always
/// possible (R16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Over {
    /// It is refused: a hard limit.
    Refuse,
    /// It is booked, and flagged: a soft limit.
    Flag,
    /// The act that passes it is booked and flagged; from there the account only goes the other way.
    OneWay,
}

impl FromCore<muntwerk::design::Over> for Over {
    fn from_core(core: &muntwerk::design::Over) -> Self {
        match core {
            muntwerk::design::Over::Refuse => Self::Refuse,
            muntwerk::design::Over::Flag => Self::Flag,
            muntwerk::design::Over::OneWay => Self::OneWay,
        }
    }
}

/// Which balance a limit is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Tested {
    /// The balance before the act. At a floor a debt stop: whoever is at it or past it must earn first;
    /// the act itself may pass it.
    Before,
    /// The balance after the act.
    After,
}

impl FromCore<muntwerk::design::Tested> for Tested {
    fn from_core(core: &muntwerk::design::Tested) -> Self {
        match core {
            muntwerk::design::Tested::Before => Self::Before,
            muntwerk::design::Tested::After => Self::After,
        }
    }
}

/// A limit: the figure, and what happens there.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Bound {
    /// The figure. In minor units.
    pub at: Balance,
    /// Whether an account may stand exactly there.
    pub inclusive: bool,
    /// What happens to an act that goes past it.
    pub over: Over,
    /// Which balance is compared with it.
    pub tested: Tested,
}

impl FromCore<muntwerk::design::Bound> for Bound {
    fn from_core(core: &muntwerk::design::Bound) -> Self {
        Self {
            at: FromCore::from_core(&core.at),
            inclusive: FromCore::from_core(&core.inclusive),
            over: FromCore::from_core(&core.over),
            tested: FromCore::from_core(&core.tested),
        }
    }
}

/// What says where a limit of an account lies.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum LimitSource {
    /// The limit for everybody.
    System,
    /// The group of the account.
    Group(Code),
    /// Its first months; the last day of them.
    Starter(Day),
    /// What was set for this account.
    Own,
    /// An exception; its last day and who approved it.
    Exception {
        /// The last day.
        until: Day,
        /// Who approved it.
        approved_by: Id,
    },
}

impl FromCore<muntwerk::books::LimitSource> for LimitSource {
    fn from_core(core: &muntwerk::books::LimitSource) -> Self {
        match core {
            muntwerk::books::LimitSource::System => Self::System,
            muntwerk::books::LimitSource::Group(value) => Self::Group(FromCore::from_core(value)),
            muntwerk::books::LimitSource::Starter(value) => Self::Starter(FromCore::from_core(value)),
            muntwerk::books::LimitSource::Own => Self::Own,
            muntwerk::books::LimitSource::Exception { until, approved_by } => Self::Exception { until: FromCore::from_core(until), approved_by: FromCore::from_core(approved_by) },
        }
    }
}

/// A limit of an account, and what says where it lies.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct LimitInForce {
    /// The limit.
    pub bound: Bound,
    /// What says where it lies.
    pub source: LimitSource,
}

impl FromCore<muntwerk::books::LimitInForce> for LimitInForce {
    fn from_core(core: &muntwerk::books::LimitInForce) -> Self {
        Self {
            bound: FromCore::from_core(&core.bound),
            source: FromCore::from_core(&core.source),
        }
    }
}

/// What limits a payment or a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum LimitedBy {
    /// Nothing.
    Nothing,
    /// The state of the account: it neither pays nor receives.
    State,
    /// A leaver only moves towards zero.
    Leaver,
    /// The floor.
    Floor,
    /// The debt stop: whoever is at the floor earns first. The act itself may pass it.
    DebtStop,
    /// The ceiling.
    Ceiling,
    /// Whoever is at the ceiling spends first. The act itself may pass it.
    SpendFirst,
    /// What is held: this is not done on credit.
    Held,
}

impl FromCore<muntwerk::views::LimitedBy> for LimitedBy {
    fn from_core(core: &muntwerk::views::LimitedBy) -> Self {
        match core {
            muntwerk::views::LimitedBy::Nothing => Self::Nothing,
            muntwerk::views::LimitedBy::State => Self::State,
            muntwerk::views::LimitedBy::Leaver => Self::Leaver,
            muntwerk::views::LimitedBy::Floor => Self::Floor,
            muntwerk::views::LimitedBy::DebtStop => Self::DebtStop,
            muntwerk::views::LimitedBy::Ceiling => Self::Ceiling,
            muntwerk::views::LimitedBy::SpendFirst => Self::SpendFirst,
            muntwerk::views::LimitedBy::Held => Self::Held,
        }
    }
}

/// How much, and what stands in the way of more.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Room {
    /// The most in one order; `None` if any amount will do. In minor units.
    pub available: Option<Amount>,
    /// What stands in the way of more.
    pub limited_by: LimitedBy,
}

impl FromCore<muntwerk::views::Room> for Room {
    fn from_core(core: &muntwerk::views::Room) -> Self {
        Self {
            available: FromCore::from_core(&core.available),
            limited_by: FromCore::from_core(&core.limited_by),
        }
    }
}

/// Why an account may pay and receive what it may: its state, the floor and the ceiling, what says where
/// they lie, and what is left of them now; and what can still be earned on it under each cap.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WhyLimit {
    /// Which account.
    pub account: Id,
    /// The ledger's day.
    pub day: Day,
    /// Its state.
    pub state: AccountState,
    /// Its balance. In minor units.
    pub balance: Balance,
    /// The version of the design in force, counted from zero.
    pub version: u32,
    /// The first day of that version.
    pub since: Day,
    /// How low it may go by paying for services, and what says so; `None` where there is no mutual
    /// credit and nobody goes below zero.
    pub floor: Option<LimitInForce>,
    /// How high it may grow, if that is limited, and what says so.
    pub ceiling: Option<LimitInForce>,
    /// What it may pay for services.
    pub pay: Room,
    /// What it may give; redeeming is from what is held too.
    pub give: Room,
    /// What it may receive.
    pub receive: Room,
    /// What can still be earned on it under each cap.
    pub caps: Vec<WhyCap>,
}

impl FromCore<muntwerk::views::WhyLimit> for WhyLimit {
    fn from_core(core: &muntwerk::views::WhyLimit) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            day: FromCore::from_core(&core.day),
            state: FromCore::from_core(&core.state),
            balance: FromCore::from_core(&core.balance),
            version: FromCore::from_core(&core.version),
            since: FromCore::from_core(&core.since),
            floor: FromCore::from_core(&core.floor),
            ceiling: FromCore::from_core(&core.ceiling),
            pay: FromCore::from_core(&core.pay),
            give: FromCore::from_core(&core.give),
            receive: FromCore::from_core(&core.receive),
            caps: FromCore::from_core(&core.caps),
        }
    }
}

/// What is needed, and what is there.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Cover {
    /// What the units take at par. In minor units.
    pub needed: Total,
    /// What is on the account. In minor units.
    pub there: Total,
}

impl FromCore<muntwerk::views::Cover> for Cover {
    fn from_core(core: &muntwerk::views::Cover) -> Self {
        Self {
            needed: FromCore::from_core(&core.needed),
            there: FromCore::from_core(&core.there),
        }
    }
}

/// Against what the units that are out are held.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum ReserveAgainst {
    /// Euro back them, in two accounts.
    Backing {
        /// Units on accounts, with those that partners took in there and that are not settled yet.
        account: Cover,
        /// Units on live notes, with those that were handed in and are not settled yet.
        paper: Cover,
        /// Cash in tills and at the bank of the offices, and what partners owe back, on its way to the accounts. In minor units.
        under_way: Total,
    },
    /// A budget pays for them.
    Budget {
        /// What of the budget is not used up in the period; `None` if there is no budget. In minor units.
        left: Option<Total>,
        /// What is still to be paid.
        liability: EuroLiability,
    },
}

impl FromCore<muntwerk::views::ReserveAgainst> for ReserveAgainst {
    fn from_core(core: &muntwerk::views::ReserveAgainst) -> Self {
        match core {
            muntwerk::views::ReserveAgainst::Backing { account, paper, under_way } => Self::Backing { account: FromCore::from_core(account), paper: FromCore::from_core(paper), under_way: FromCore::from_core(under_way) },
            muntwerk::views::ReserveAgainst::Budget { left, liability } => Self::Budget { left: FromCore::from_core(left), liability: FromCore::from_core(liability) },
        }
    }
}

/// What the units that are out take in euro, and what is there. All in cents.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EuroReserve {
    /// The ledger's day.
    pub day: Day,
    /// Against what.
    pub against: ReserveAgainst,
}

impl FromCore<muntwerk::views::Reserve> for EuroReserve {
    fn from_core(core: &muntwerk::views::Reserve) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            against: FromCore::from_core(&core.against),
        }
    }
}
