//! From the columns of a row to what it asks, one function per kind of line.

use super::cells::{Cells, Measured};
use super::{Column, LineReason, What};
use crate::books::{AccountKind, AccountState};
use crate::calendar::Day;
use crate::design::{Design, Existing, Tariff};
use crate::id::{Code, Id, OrderId};
use crate::orders::{
    AmendContract, AmendDesign, Appoint, ApprovePartner, Ask, Award, ChangeHolders, ChangeState,
    CloseAccount, Complete, EndRole, EndUnits, Gift, GiveMandate, GrantException, NoticeOutcome, OpenAccount,
    Pay, PayForRelative, PickUp, RecordFact, RecordNotice, Redeem, Reject, Release, Reserve, Restock,
    Reverse, RevokeMandate, SetLimits, StopWaiting, Transfer, Wait, Welcome, Withdraw, WriteOff,
};
use crate::people::{Action, ActionSet, Budget, PartnerRole};

const KINDS: &[(&str, AccountKind)] = &[
    ("person", AccountKind::Person),
    ("household", AccountKind::Household),
    ("organisation", AccountKind::Organisation),
];

const STATES: &[(&str, AccountState)] = &[
    ("candidate", AccountState::Candidate),
    ("active", AccountState::Active),
    ("inactive", AccountState::Inactive),
    ("leaver", AccountState::Leaver),
    ("blocked", AccountState::Blocked),
    ("deceased", AccountState::Deceased),
];

const PARTNER_ROLES: &[(&str, PartnerRole)] =
    &[("issuing", PartnerRole::Issuing), ("redeeming", PartnerRole::Redeeming)];

const EXISTING: &[(&str, Existing)] = &[("keep", Existing::Keep), ("extend", Existing::Extend)];

const NOTICE_OUTCOMES: &[(&str, NoticeOutcome)] =
    &[("delivered", NoticeOutcome::Delivered), ("undeliverable", NoticeOutcome::Undeliverable)];

/// What a row says beside its columns.
pub(super) struct Around<'a> {
    /// The day on which it books.
    pub(super) day: Option<Day>,
    /// The design in force on the day of the activity.
    pub(super) design: &'a Design,
    /// The id of the row's own order.
    pub(super) own_id: Option<OrderId>,
    /// The id of the order of another line.
    pub(super) id_of: &'a dyn Fn(&Id) -> OrderId,
}

/// What the row asks; `None` if something is wrong, which the cells have noted.
pub(super) fn ask(what: What, cells: &mut Cells<'_>, around: &Around<'_>) -> Option<Ask> {
    match what {
        What::Open => open(cells).map(Ask::from),
        What::Partner => partner(cells).map(Ask::from),
        What::Contract => contract(cells, around.day).map(Ask::from),
        What::Holders => holders(cells).map(Ask::from),
        What::Limits => limits(cells).map(Ask::from),
        What::Exception => exception(cells).map(Ask::from),
        What::State => state(cells).map(Ask::from),
        What::Close => close(cells).map(Ask::from),
        What::WriteOff => Some(WriteOff { account: cells.id(Column::Account)? }.into()),
        What::Appoint => appoint(cells, around.day).map(Ask::from),
        What::EndRole => end_role(cells).map(Ask::from),
        What::Mandate => mandate(cells, around.day).map(Ask::from),
        What::Revoke => Some(RevokeMandate { mandate: cells.id(Column::Item)? }.into()),
        What::Fact => fact(cells, around.day).map(Ask::from),
        What::Welcome => welcome(cells).map(Ask::from),
        What::Amend => amend(cells).map(Ask::from),
        What::Award | What::Claim => award(cells, around.design).map(Ask::from),
        What::Confirm => Some(Complete { pending: refers(cells, around)? }.into()),
        What::Reject => Some(Reject { pending: refers(cells, around)? }.into()),
        What::Withdraw => Some(Withdraw { pending: refers(cells, around)? }.into()),
        What::Transfer => transfer(cells).map(Ask::from),
        What::Gift => gift(cells).map(Ask::from),
        What::PayFor => pay_for(cells).map(Ask::from),
        What::Redeem => redeem(cells).map(Ask::from),
        What::Restock => restock(cells).map(Ask::from),
        What::Reserve => reserve(cells).map(Ask::from),
        What::PickUp => Some(PickUp { reservation: refers(cells, around)? }.into()),
        What::Wait => wait(cells).map(Ask::from),
        What::StopWaiting => Some(StopWaiting { place: refers(cells, around)? }.into()),
        What::Release => Some(Release { reservation: refers(cells, around)? }.into()),
        What::Reverse => reverse(cells, around).map(Ask::from),
        What::EndUnits => end_units(cells).map(Ask::from),
        What::Notice => notice(cells).map(Ask::from),
        What::Invoice
        | What::TurnDown
        | What::Approve
        | What::Paid
        | What::Bounced
        | What::ClawBack
        | What::TopUp
        | What::FundBacking
        | What::ExchangeBack
        | What::PayGiven => super::settling::ask(what, cells, around),
        what => super::paper::ask(what, cells, around),
    }
}

fn open(cells: &mut Cells<'_>) -> Option<OpenAccount> {
    let account = cells.id(Column::Account);
    let kind = cells.word(Column::Item, KINDS);
    let holders = cells.list::<Id, _>(Column::Person);
    Some(OpenAccount { account: account?, kind: kind?, holders: holders? })
}

fn partner(cells: &mut Cells<'_>) -> Option<ApprovePartner> {
    let partner = cells.id(Column::Partner);
    let roles = cells.words(Column::Item, PARTNER_ROLES);
    let (from, until) = (cells.day(Column::Start), cells.day(Column::Until));
    let (budget, account) = (budget(cells), cells.id(Column::Account));
    let settlement = cells.terms().map(Box::new);
    Some(ApprovePartner { partner: partner?, roles: roles?, from, until, budget, account, settlement })
}

fn contract(cells: &mut Cells<'_>, day: Option<Day>) -> Option<AmendContract> {
    let partner = cells.id(Column::Partner);
    let roles = cells.words(Column::Item, PARTNER_ROLES);
    let (from, until) = (cells.day(Column::Start).or(day), cells.day(Column::Until));
    let (budget, account) = (budget(cells), cells.id(Column::Account));
    let settlement = cells.terms().map(Box::new);
    Some(AmendContract { partner: partner?, roles: roles?, from, until, budget, account, settlement })
}

/// Units and the period they are for, or neither.
fn budget(cells: &mut Cells<'_>) -> Option<Budget> {
    if cells.filled(Column::Amount) != cells.filled(Column::Per) {
        let reason = LineReason::Together { one: Column::Amount, other: Column::Per };
        cells.wrong(Column::Per, reason);
    }
    let units = cells.amount(Column::Amount);
    let per = cells.word(Column::Per, super::terms::BUDGET_PERIODS);
    Some(Budget { units: units?, per: per? })
}

fn holders(cells: &mut Cells<'_>) -> Option<ChangeHolders> {
    if !cells.filled(Column::Person) && !cells.filled(Column::Leaves) {
        cells.wrong(Column::Person, LineReason::Needed { what: What::Holders });
    }
    let account = cells.id(Column::Account);
    let add = cells.list::<Id, _>(Column::Person).unwrap_or_default();
    let remove = cells.list::<Id, _>(Column::Leaves).unwrap_or_default();
    Some(ChangeHolders { account: account?, add, remove })
}

fn limits(cells: &mut Cells<'_>) -> Option<SetLimits> {
    let account = cells.id(Column::Account);
    let group = cells.code(Column::Item);
    let (floor, ceiling) = (cells.balance(Column::Floor), cells.balance(Column::Ceiling));
    Some(SetLimits { account: account?, floor, ceiling, group })
}

fn exception(cells: &mut Cells<'_>) -> Option<GrantException> {
    let account = cells.id(Column::Account);
    let until = cells.day(Column::Until);
    let (floor, ceiling) = (cells.balance(Column::Floor), cells.balance(Column::Ceiling));
    Some(GrantException { account: account?, until: until?, floor, ceiling })
}

fn state(cells: &mut Cells<'_>) -> Option<ChangeState> {
    let account = cells.id(Column::Account);
    let state = cells.word(Column::Item, STATES);
    Some(ChangeState { account: account?, state: state? })
}

fn close(cells: &mut Cells<'_>) -> Option<CloseAccount> {
    let account = cells.id(Column::Account);
    let heir = cells.id(Column::To);
    Some(CloseAccount { account: account?, heir })
}

/// The partner or the contact point at which a role is held.
fn scope(cells: &mut Cells<'_>) -> Option<Id> {
    let (partner, place) = (cells.id(Column::Partner), cells.id(Column::At));
    if cells.filled(Column::Partner) && cells.filled(Column::At) {
        cells.wrong(Column::At, LineReason::Either { one: Column::Partner, other: Column::At });
    }
    partner.or(place)
}

fn appoint(cells: &mut Cells<'_>, day: Option<Day>) -> Option<Appoint> {
    let person = cells.id(Column::Person);
    let role = cells.code(Column::Item);
    let scope = scope(cells);
    let from = cells.day(Column::Start).or(day);
    let until = cells.day(Column::Until);
    Some(Appoint { person: person?, role: role?, from: from?, scope, until })
}

fn end_role(cells: &mut Cells<'_>) -> Option<EndRole> {
    let person = cells.id(Column::Person);
    let role = cells.code(Column::Item);
    let scope = scope(cells);
    Some(EndRole { person: person?, role: role?, scope })
}

fn mandate(cells: &mut Cells<'_>, day: Option<Day>) -> Option<GiveMandate> {
    let mandate = cells.id(Column::Item);
    let client = cells.id(Column::Client);
    let holder = cells.id(Column::Person);
    let actions = cells.list::<Action, Vec<_>>(Column::Actions);
    let from = cells.day(Column::Start).or(day);
    let until = cells.day(Column::Until);
    let per_order = cells.amount(Column::PerOrder);
    let per_month = cells.amount(Column::PerMonth);
    Some(GiveMandate {
        mandate: mandate?,
        client: client?,
        holder: holder?,
        actions: ActionSet::of(&actions?),
        from: from?,
        until: until?,
        per_order,
        per_month,
    })
}

fn fact(cells: &mut Cells<'_>, day: Option<Day>) -> Option<RecordFact> {
    let person = cells.id(Column::Person);
    let fact = cells.code(Column::Item);
    let value = cells.code(Column::Value);
    let from = cells.day(Column::Start).or(day);
    let until = cells.day(Column::Until);
    Some(RecordFact { person: person?, fact: fact?, from: from?, value, until })
}

fn welcome(cells: &mut Cells<'_>) -> Option<Welcome> {
    let account = cells.id(Column::Account);
    let gift = cells.code(Column::Item);
    Some(Welcome { account: account?, gift: gift? })
}

/// Units that were earned before keep their end, unless the line says `extend`.
fn amend(cells: &mut Cells<'_>) -> Option<AmendDesign> {
    let design = cells.design(Column::Item);
    let effective = cells.day(Column::Start);
    let existing = cells.word(Column::Value, EXISTING).unwrap_or_default();
    Some(AmendDesign { effective: effective?, design: Box::new(design?), existing })
}

fn award(cells: &mut Cells<'_>, design: &Design) -> Option<Award> {
    let partner = cells.id(Column::Partner);
    let to = cells.id(Column::Account);
    let activity = cells.code(Column::Item);
    let measured = cells.measured();
    let earner = cells.id(Column::Person);
    let measured = measured_for(cells, design, activity?, measured?);
    Some(Award { partner: partner?, to: to?, activity: activity?, measured: measured?, earner })
}

/// `3` for an activity by the hour would be three minutes to the books and three hours to whoever
/// wrote it, so each has its own form. What an unknown activity is counted in does not matter.
pub(super) fn measured_for(
    cells: &mut Cells<'_>,
    design: &Design,
    item: Code,
    measured: Measured,
) -> Option<u32> {
    let by_the_hour = design.earning().get(&item).map(|action| matches!(action.tariff, Tariff::Hour { .. }));
    match (measured, by_the_hour) {
        (Measured::Number(found), Some(true)) => {
            cells.wrong(Column::Measured, LineReason::ByTheHour { item, found });
            None
        }
        (Measured::Minutes(_), Some(false)) => {
            cells.wrong(Column::Measured, LineReason::ByTheNumber { item });
            None
        }
        (Measured::Minutes(count) | Measured::Number(count), _) => Some(count),
    }
}

fn pay(cells: &mut Cells<'_>) -> Option<Pay> {
    let amount = cells.amount(Column::Amount).map(Pay::Amount);
    let minutes = cells.minutes(Column::Measured).map(Pay::Minutes);
    if cells.filled(Column::Amount) == cells.filled(Column::Measured) {
        cells.wrong(Column::Amount, LineReason::Either { one: Column::Amount, other: Column::Measured });
    }
    amount.or(minutes)
}

fn transfer(cells: &mut Cells<'_>) -> Option<Transfer> {
    let (from, to) = (cells.id(Column::From), cells.id(Column::To));
    let pay = pay(cells);
    let offer = cells.id(Column::Offer);
    let category = cells.code(Column::Category);
    Some(Transfer { from: from?, to: to?, pay: pay?, offer, category })
}

fn gift(cells: &mut Cells<'_>) -> Option<Gift> {
    let (from, to) = (cells.id(Column::From), cells.id(Column::To));
    let amount = cells.amount(Column::Amount);
    Some(Gift { from: from?, to: to?, amount: amount? })
}

fn pay_for(cells: &mut Cells<'_>) -> Option<PayForRelative> {
    let (from, to) = (cells.id(Column::From), cells.id(Column::To));
    let relative = cells.id(Column::Relative);
    let pay = pay(cells);
    let offer = cells.id(Column::Offer);
    let category = cells.code(Column::Category);
    Some(PayForRelative { from: from?, to: to?, relative: relative?, pay: pay?, offer, category })
}

fn redeem(cells: &mut Cells<'_>) -> Option<Redeem> {
    let account = cells.id(Column::Account);
    let partner = cells.id(Column::Partner);
    let reward = cells.code(Column::Item);
    let (count, units) = (pieces(cells), cells.amount(Column::Amount));
    Some(Redeem { account: account?, partner: partner?, reward: reward?, count: count?, units })
}

fn reserve(cells: &mut Cells<'_>) -> Option<Reserve> {
    let account = cells.id(Column::Account);
    let partner = cells.id(Column::Partner);
    let reward = cells.code(Column::Item);
    let (count, units) = (pieces(cells), cells.amount(Column::Amount));
    Some(Reserve { account: account?, partner: partner?, reward: reward?, count: count?, units })
}

fn wait(cells: &mut Cells<'_>) -> Option<Wait> {
    let account = cells.id(Column::Account);
    let partner = cells.id(Column::Partner);
    let reward = cells.code(Column::Item);
    let count = pieces(cells);
    Some(Wait { account: account?, partner: partner?, reward: reward?, count: count? })
}

/// One, unless the line says how many.
fn pieces(cells: &mut Cells<'_>) -> Option<u32> {
    if cells.filled(Column::Measured) { cells.number(Column::Measured) } else { Some(1) }
}

fn restock(cells: &mut Cells<'_>) -> Option<Restock> {
    let partner = cells.id(Column::Partner);
    let reward = cells.code(Column::Item);
    let by = cells.more_or_fewer(Column::Measured);
    Some(Restock { partner: partner?, reward: reward?, by: by? })
}

pub(super) fn refers(cells: &mut Cells<'_>, around: &Around<'_>) -> Option<OrderId> {
    let refers = cells.id(Column::Refers).map(|line| (around.id_of)(&line));
    if refers.is_some() && refers == around.own_id {
        cells.wrong(Column::Refers, LineReason::Itself);
    }
    refers
}

fn reverse(cells: &mut Cells<'_>, around: &Around<'_>) -> Option<Reverse> {
    let original = refers(cells, around);
    let amount = cells.amount(Column::Amount);
    Some(Reverse { original: original?, amount })
}

fn end_units(cells: &mut Cells<'_>) -> Option<EndUnits> {
    let earned_from = cells.day(Column::Start);
    let earned_through = cells.day(Column::Until);
    let ends_on = cells.day(Column::Ends);
    Some(EndUnits { earned_through: earned_through?, ends_on: ends_on?, earned_from })
}

fn notice(cells: &mut Cells<'_>) -> Option<RecordNotice> {
    let account = cells.id(Column::Account);
    let end = cells.day(Column::Until);
    let outcome = cells.word(Column::Item, NOTICE_OUTCOMES);
    Some(RecordNotice { account: account?, end: end?, outcome: outcome? })
}
