//! What comes of an order: entries, their legs, lots and changes, and the figures of a refusal.
//!
//! Written from the source of the engine by `cargo run -p muntwerk-mobile-types`; not by hand.

use super::by_hand::*;
use super::*;
use crate::mirror::FromCore;

/// So many units of one lot coming to an account, or leaving it when below zero. In JSON a pair.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Piece {
    pub lot: u32,
    pub amount: Balance,
}

impl FromCore<muntwerk::books::Piece> for Piece {
    fn from_core(core: &muntwerk::books::Piece) -> Self {
        Self {
            lot: FromCore::from_core(&core.0),
            amount: FromCore::from_core(&core.1),
        }
    }
}

/// One side of an entry: what it does to one account.
///
/// `amount = sum of pieces - drawn` on accounts that hold lots; counter-sides have no pieces.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Leg {
    /// Which account.
    pub account: Id,
    /// What is added to its balance. In minor units.
    pub amount: Balance,
    /// The pieces of lots that come or go.
    #[uniffi(default = [])]
    pub lots: Vec<Piece>,
    /// What is added to what the account has drawn. In minor units.
    #[uniffi(default = 0)]
    pub drawn: Balance,
    /// What is added to the technical part of it. In minor units.
    #[uniffi(default = 0)]
    pub technical: Balance,
}

impl FromCore<muntwerk::books::Leg> for Leg {
    fn from_core(core: &muntwerk::books::Leg) -> Self {
        Self {
            account: FromCore::from_core(&core.account),
            amount: FromCore::from_core(&core.amount),
            lots: FromCore::from_core(&core.lots),
            drawn: FromCore::from_core(&core.drawn),
            technical: FromCore::from_core(&core.technical),
        }
    }
}

/// How the units of a lot came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum OriginKind {
    /// A partner rewarded; the account is the partner's `issued:` account.
    Award,
    /// A participant paid beyond what they held (mutual credit); the account is theirs.
    Credit,
    /// They were there already when the scheme was taken over; the account is `system:opening`.
    Opening,
    /// Units came back to a payer with their original dates, or got a new date when they changed
    /// hands; the account is where the units came from, the parent the lot they were.
    Renewed,
    /// Notes were put on an account; the account is the series' `paper:` account. What the units were
    /// before they went onto paper is not known.
    Paper,
    /// They were bought with euro that back them; the account is `system:bought`.
    Bought,
}

impl FromCore<muntwerk::books::OriginKind> for OriginKind {
    fn from_core(core: &muntwerk::books::OriginKind) -> Self {
        match core {
            muntwerk::books::OriginKind::Award => Self::Award,
            muntwerk::books::OriginKind::Credit => Self::Credit,
            muntwerk::books::OriginKind::Opening => Self::Opening,
            muntwerk::books::OriginKind::Renewed => Self::Renewed,
            muntwerk::books::OriginKind::Paper => Self::Paper,
            muntwerk::books::OriginKind::Bought => Self::Bought,
        }
    }
}

/// How and through whom a lot came to be.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Origin {
    /// How.
    pub kind: OriginKind,
    /// Through which account.
    pub account: Id,
}

impl FromCore<muntwerk::books::Origin> for Origin {
    fn from_core(core: &muntwerk::books::Origin) -> Self {
        Self {
            kind: FromCore::from_core(&core.kind),
            account: FromCore::from_core(&core.account),
        }
    }
}

/// What is fixed about a lot when it is issued. Only its end can move later, for all lots of some days
/// of earning together (`EndsMoved`).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct LotFacts {
    /// How the units came to be.
    pub origin: Origin,
    /// The day on which they were earned.
    pub earned_on: Day,
    /// The last day on which they can be spent, if they end.
    #[uniffi(default = None)]
    pub ends_on: Option<Day>,
    /// The lot they were before.
    #[uniffi(default = None)]
    pub parent: Option<u32>,
}

impl FromCore<muntwerk::books::LotFacts> for LotFacts {
    fn from_core(core: &muntwerk::books::LotFacts) -> Self {
        Self {
            origin: FromCore::from_core(&core.origin),
            earned_on: FromCore::from_core(&core.earned_on),
            ends_on: FromCore::from_core(&core.ends_on),
            parent: FromCore::from_core(&core.parent),
        }
    }
}

/// Units issued by an entry: a new lot, or more of a cohort that is still open.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Issue {
    /// The lot's number.
    pub lot: u32,
    /// How many minor units.
    pub amount: Amount,
    /// The facts of a new lot; absent when a cohort grows.
    #[uniffi(default = None)]
    pub new: Option<LotFacts>,
}

impl FromCore<muntwerk::books::Issue> for Issue {
    fn from_core(core: &muntwerk::books::Issue) -> Self {
        Self {
            lot: FromCore::from_core(&core.lot),
            amount: FromCore::from_core(&core.amount),
            new: FromCore::from_core(&core.new),
        }
    }
}

/// So many notes coming to a place, or leaving it when below zero. The legs of an entry sum to zero for
/// every series and face.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct NoteLeg {
    /// Where.
    pub place: Place,
    /// Of which series.
    pub series: Code,
    /// Of which face, in minor units.
    pub face: Amount,
    /// How many pieces come; below zero they leave.
    pub by: i64,
}

impl FromCore<muntwerk::office::NoteLeg> for NoteLeg {
    fn from_core(core: &muntwerk::office::NoteLeg) -> Self {
        Self {
            place: FromCore::from_core(&core.place),
            series: FromCore::from_core(&core.series),
            face: FromCore::from_core(&core.face),
            by: FromCore::from_core(&core.by),
        }
    }
}

/// So many cents coming to a place, or leaving it when below zero. The legs of an entry sum to zero.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EuroLeg {
    /// Where.
    pub place: EuroPlace,
    /// How many cents come; below zero they leave.
    pub cents: i64,
}

impl FromCore<muntwerk::books::EuroLeg> for EuroLeg {
    fn from_core(core: &muntwerk::books::EuroLeg) -> Self {
        Self {
            place: FromCore::from_core(&core.place),
            cents: FromCore::from_core(&core.cents),
        }
    }
}

/// For whom or what is counted under a cap.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum CapHolder {
    /// A person, over all accounts and partners.
    Person(Id),
    /// Whoever shares a household account.
    Household(Id),
    /// A partner.
    Partner(Id),
    /// The currency as a whole.
    Currency,
}

impl FromCore<muntwerk::books::CapHolder> for CapHolder {
    fn from_core(core: &muntwerk::books::CapHolder) -> Self {
        match core {
            muntwerk::books::CapHolder::Person(value) => Self::Person(FromCore::from_core(value)),
            muntwerk::books::CapHolder::Household(value) => Self::Household(FromCore::from_core(value)),
            muntwerk::books::CapHolder::Partner(value) => Self::Partner(FromCore::from_core(value)),
            muntwerk::books::CapHolder::Currency => Self::Currency,
        }
    }
}

/// What is counted, for a period or for life.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
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

impl FromCore<muntwerk::books::CounterKey> for CounterKey {
    fn from_core(core: &muntwerk::books::CounterKey) -> Self {
        match core {
            muntwerk::books::CounterKey::Mandate { month, mandate } => Self::Mandate { month: FromCore::from_core(month), mandate: FromCore::from_core(mandate) },
            muntwerk::books::CounterKey::PartnerBudget { partner, per, first } => Self::PartnerBudget { partner: FromCore::from_core(partner), per: FromCore::from_core(per), first: FromCore::from_core(first) },
            muntwerk::books::CounterKey::Welcomed { gift, person } => Self::Welcomed { gift: FromCore::from_core(gift), person: FromCore::from_core(person) },
            muntwerk::books::CounterKey::AccountWelcomed { gift, account } => Self::AccountWelcomed { gift: FromCore::from_core(gift), account: FromCore::from_core(account) },
            muntwerk::books::CounterKey::TakenByPerson { reward, person, period, from } => Self::TakenByPerson { reward: FromCore::from_core(reward), person: FromCore::from_core(person), period: FromCore::from_core(period), from: FromCore::from_core(from) },
            muntwerk::books::CounterKey::CapUnits { cap, whose, period, from, value } => Self::CapUnits { cap: FromCore::from_core(cap), whose: FromCore::from_core(whose), period: FromCore::from_core(period), from: FromCore::from_core(from), value: FromCore::from_core(value) },
            muntwerk::books::CounterKey::CapTimes { cap, whose, period, from } => Self::CapTimes { cap: FromCore::from_core(cap), whose: FromCore::from_core(whose), period: FromCore::from_core(period), from: FromCore::from_core(from) },
            muntwerk::books::CounterKey::TakenByHousehold { reward, household, period, from } => Self::TakenByHousehold { reward: FromCore::from_core(reward), household: FromCore::from_core(household), period: FromCore::from_core(period), from: FromCore::from_core(from) },
            muntwerk::books::CounterKey::NoShows { reward, person, period, from } => Self::NoShows { reward: FromCore::from_core(reward), person: FromCore::from_core(person), period: FromCore::from_core(period), from: FromCore::from_core(from) },
            muntwerk::books::CounterKey::Settled { per, first } => Self::Settled { per: FromCore::from_core(per), first: FromCore::from_core(first) },
            muntwerk::books::CounterKey::PartnerSettled { partner, per, first } => Self::PartnerSettled { partner: FromCore::from_core(partner), per: FromCore::from_core(per), first: FromCore::from_core(first) },
            muntwerk::books::CounterKey::Stock { partner, reward } => Self::Stock { partner: FromCore::from_core(partner), reward: FromCore::from_core(reward) },
        }
    }
}

/// A counter moved by so much; below zero when a reversal gives room back.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Count {
    /// Which counter.
    pub key: CounterKey,
    /// By how much. In minor units.
    pub by: Balance,
}

impl FromCore<muntwerk::books::Count> for Count {
    fn from_core(core: &muntwerk::books::Count) -> Self {
        Self {
            key: FromCore::from_core(&core.key),
            by: FromCore::from_core(&core.by),
        }
    }
}

/// What was agreed with a partner.
///
/// A later contract takes the place of the earlier ones from its own first day on; the earlier ones
/// still say what held before. It is asked by the day of the activity, not of the booking.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Contract {
    /// What the partner may do; at least one, each once.
    pub roles: Vec<PartnerRole>,
    /// First day; without one it holds for every day that can still be named.
    #[uniffi(default = None)]
    pub from: Option<Day>,
    /// Last day, if one was agreed.
    #[uniffi(default = None)]
    pub until: Option<Day>,
    /// How many units it may issue; without one, as many as it awards.
    #[uniffi(default = None)]
    pub budget: Option<Budget>,
    /// The organisation's account that receives what the partner takes in: it stands inside the ring and
    /// may spend those units again. Without one, units taken in leave the ring.
    #[uniffi(default = None)]
    pub account: Option<Id>,
    /// How it is paid in euro, where that is not what the design says for every partner.
    #[uniffi(default = None)]
    pub settlement: Option<SettlementTerms>,
}

impl FromCore<muntwerk::people::Contract> for Contract {
    fn from_core(core: &muntwerk::people::Contract) -> Self {
        Self {
            roles: FromCore::from_core(&core.roles),
            from: FromCore::from_core(&core.from),
            until: FromCore::from_core(&core.until),
            budget: FromCore::from_core(&core.budget),
            account: FromCore::from_core(&core.account),
            settlement: FromCore::from_core(&core.settlement),
        }
    }
}

/// An exception for some time (illness, a big deal; R15).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct LimitException {
    /// Its last day.
    pub until: Day,
    /// Who asked for it.
    pub asked_by: Id,
    /// Who approved it: the second person, where it takes two.
    pub approved_by: Id,
    /// The floor in that time, if it is another one. In minor units.
    #[uniffi(default = None)]
    pub floor: Option<Balance>,
    /// The ceiling in that time, if it is another one. In minor units.
    #[uniffi(default = None)]
    pub ceiling: Option<Balance>,
}

impl FromCore<muntwerk::books::LimitException> for LimitException {
    fn from_core(core: &muntwerk::books::LimitException) -> Self {
        Self {
            until: FromCore::from_core(&core.until),
            asked_by: FromCore::from_core(&core.asked_by),
            approved_by: FromCore::from_core(&core.approved_by),
            floor: FromCore::from_core(&core.floor),
            ceiling: FromCore::from_core(&core.ceiling),
        }
    }
}

/// What was decided about one account's limits; most accounts have none of it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct AccountLimits {
    /// Its own floor. In minor units.
    #[uniffi(default = None)]
    pub floor: Option<Balance>,
    /// Its own ceiling. In minor units.
    #[uniffi(default = None)]
    pub ceiling: Option<Balance>,
    /// The group of the design it belongs to.
    #[uniffi(default = None)]
    pub group: Option<Code>,
    /// An exception for some time, in force or past.
    #[uniffi(default = None)]
    pub exception: Option<LimitException>,
}

impl FromCore<muntwerk::books::AccountLimits> for AccountLimits {
    fn from_core(core: &muntwerk::books::AccountLimits) -> Self {
        Self {
            floor: FromCore::from_core(&core.floor),
            ceiling: FromCore::from_core(&core.ceiling),
            group: FromCore::from_core(&core.group),
            exception: FromCore::from_core(&core.exception),
        }
    }
}

/// A change to an account that is not its balance.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum AccountChange {
    /// A participant's account was opened.
    Opened {
        /// The new account.
        account: Id,
        /// What it is for.
        kind: AccountKind,
        /// The day it was opened.
        on: Day,
        /// Who holds it.
        holders: Vec<Id>,
    },
    /// A partner was approved and its two accounts of the chart opened.
    PartnerApproved {
        /// The partner.
        partner: Id,
        /// What was agreed with it.
        contract: Contract,
        /// The day it was approved.
        on: Day,
    },
    /// Other persons hold an account.
    Holders {
        /// Which account.
        account: Id,
        /// Who held it.
        was: Vec<Id>,
        /// Who holds it now.
        is: Vec<Id>,
    },
    /// An account went from one state to another.
    State {
        /// Which account.
        account: Id,
        /// The state it had.
        was: AccountState,
        /// The day since which it had it.
        since: Day,
        /// The state it has now.
        is: AccountState,
    },
    /// A series was printed for the first time, and its four accounts of the chart opened.
    SeriesOpened {
        /// The series.
        series: Code,
        /// The day.
        on: Day,
    },
    /// Other limits were decided for an account.
    Limits {
        /// Which account.
        account: Id,
        /// What was decided before.
        was: AccountLimits,
        /// What is decided now.
        is: AccountLimits,
    },
}

impl FromCore<muntwerk::books::AccountChange> for AccountChange {
    fn from_core(core: &muntwerk::books::AccountChange) -> Self {
        match core {
            muntwerk::books::AccountChange::Opened { account, kind, on, holders } => Self::Opened { account: FromCore::from_core(account), kind: FromCore::from_core(kind), on: FromCore::from_core(on), holders: FromCore::from_core(holders) },
            muntwerk::books::AccountChange::PartnerApproved { partner, contract, on } => Self::PartnerApproved { partner: FromCore::from_core(partner), contract: FromCore::from_core(contract), on: FromCore::from_core(on) },
            muntwerk::books::AccountChange::Holders { account, was, is } => Self::Holders { account: FromCore::from_core(account), was: FromCore::from_core(was), is: FromCore::from_core(is) },
            muntwerk::books::AccountChange::State { account, was, since, is } => Self::State { account: FromCore::from_core(account), was: FromCore::from_core(was), since: FromCore::from_core(since), is: FromCore::from_core(is) },
            muntwerk::books::AccountChange::SeriesOpened { series, on } => Self::SeriesOpened { series: FromCore::from_core(series), on: FromCore::from_core(on) },
            muntwerk::books::AccountChange::Limits { account, was, is } => Self::Limits { account: FromCore::from_core(account), was: FromCore::from_core(was), is: FromCore::from_core(is) },
        }
    }
}

/// A role held by a person; the rights end with its last day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Appointment {
    /// Which role of the design.
    pub role: Code,
    /// First day.
    pub from: Day,
    /// The partner or contact point for which it holds.
    #[uniffi(default = None)]
    pub scope: Option<Id>,
    /// Last day, if one is known.
    #[uniffi(default = None)]
    pub until: Option<Day>,
}

impl FromCore<muntwerk::people::Appointment> for Appointment {
    fn from_core(core: &muntwerk::people::Appointment) -> Self {
        Self {
            role: FromCore::from_core(&core.role),
            from: FromCore::from_core(&core.from),
            scope: FromCore::from_core(&core.scope),
            until: FromCore::from_core(&core.until),
        }
    }
}

/// Who may act for whom, in what, up to how much and until when.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Mandate {
    /// The mandate's id.
    pub id: Id,
    /// The participant acted for.
    pub client: Id,
    /// The person who may act.
    pub holder: Id,
    /// What they may do.
    pub actions: Vec<Action>,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Most units in one order. In minor units.
    #[uniffi(default = None)]
    pub per_order: Option<Amount>,
    /// Most units in one calendar month. In minor units.
    #[uniffi(default = None)]
    pub per_month: Option<Amount>,
    /// Where the host keeps the signed paper, if it was recorded at a contact point.
    #[uniffi(default = None)]
    pub evidence: Option<Id>,
    /// The day it was taken back; it holds no longer from that day on.
    #[uniffi(default = None)]
    pub revoked: Option<Day>,
}

impl FromCore<muntwerk::people::Mandate> for Mandate {
    fn from_core(core: &muntwerk::people::Mandate) -> Self {
        Self {
            id: FromCore::from_core(&core.id),
            client: FromCore::from_core(&core.client),
            holder: FromCore::from_core(&core.holder),
            actions: FromCore::from_core(&core.actions),
            from: FromCore::from_core(&core.from),
            until: FromCore::from_core(&core.until),
            per_order: FromCore::from_core(&core.per_order),
            per_month: FromCore::from_core(&core.per_month),
            evidence: FromCore::from_core(&core.evidence),
            revoked: FromCore::from_core(&core.revoked),
        }
    }
}

/// Something that was recorded about a person.
///
/// A later record of the same fact takes the place of the earlier ones from its own first day on; the
/// earlier ones still say what held before. One whose last day is the day before its first ends the
/// fact: from its first day on it does not hold.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Fact {
    /// Which fact of the design.
    pub fact: Code,
    /// First day.
    pub from: Day,
    /// What it says, if the fact has words.
    #[uniffi(default = None)]
    pub value: Option<Code>,
    /// Last day, if one is known.
    #[uniffi(default = None)]
    pub until: Option<Day>,
}

impl FromCore<muntwerk::people::Fact> for Fact {
    fn from_core(core: &muntwerk::people::Fact) -> Self {
        Self {
            fact: FromCore::from_core(&core.fact),
            from: FromCore::from_core(&core.from),
            value: FromCore::from_core(&core.value),
            until: FromCore::from_core(&core.until),
        }
    }
}

/// What a booked order changed among the people. Each change says enough to be taken back.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum PeopleChange {
    /// The ledger came to know a person.
    Known(Id),
    /// A role was given.
    Appointed {
        person: Id,
        appointment: Appointment,
    },
    /// A role ends: whose, which, for what, the last day before and now.
    RoleEnded {
        /// Whose role.
        person: Id,
        /// Which role.
        role: Code,
        /// For which partner or contact point.
        scope: Option<Id>,
        /// The last day it had.
        was: Option<Day>,
        /// The last day it has now.
        until: Day,
    },
    /// A mandate was given.
    MandateGiven(Mandate),
    /// A mandate was taken back on a day.
    MandateRevoked {
        mandate: Id,
        on: Day,
    },
    /// A fact about a person was recorded.
    FactRecorded {
        person: Id,
        fact: Fact,
    },
    /// Something else was agreed with a partner.
    ContractAmended {
        partner: Id,
        contract: Contract,
    },
}

impl FromCore<muntwerk::people::PeopleChange> for PeopleChange {
    fn from_core(core: &muntwerk::people::PeopleChange) -> Self {
        match core {
            muntwerk::people::PeopleChange::Known(value) => Self::Known(FromCore::from_core(value)),
            muntwerk::people::PeopleChange::Appointed(person, appointment) => Self::Appointed { person: FromCore::from_core(person), appointment: FromCore::from_core(appointment) },
            muntwerk::people::PeopleChange::RoleEnded { person, role, scope, was, until } => Self::RoleEnded { person: FromCore::from_core(person), role: FromCore::from_core(role), scope: FromCore::from_core(scope), was: FromCore::from_core(was), until: FromCore::from_core(until) },
            muntwerk::people::PeopleChange::MandateGiven(value) => Self::MandateGiven(FromCore::from_core(value)),
            muntwerk::people::PeopleChange::MandateRevoked(mandate, on) => Self::MandateRevoked { mandate: FromCore::from_core(mandate), on: FromCore::from_core(on) },
            muntwerk::people::PeopleChange::FactRecorded(person, fact) => Self::FactRecorded { person: FromCore::from_core(person), fact: FromCore::from_core(fact) },
            muntwerk::people::PeopleChange::ContractAmended(partner, contract) => Self::ContractAmended { partner: FromCore::from_core(partner), contract: FromCore::from_core(contract) },
        }
    }
}

/// Why an order waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum WaitsFor {
    /// The role may only propose: somebody who may do it must complete it.
    Approval,
    /// The act takes two different persons.
    SecondPerson,
}

impl FromCore<muntwerk::orders::WaitsFor> for WaitsFor {
    fn from_core(core: &muntwerk::orders::WaitsFor) -> Self {
        match core {
            muntwerk::orders::WaitsFor::Approval => Self::Approval,
            muntwerk::orders::WaitsFor::SecondPerson => Self::SecondPerson,
        }
    }
}

/// An order that waits.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Pending {
    /// The order as it was asked.
    pub order: Order,
    /// Whom it waits for.
    pub waits_for: WaitsFor,
    /// Last day on which it can be completed.
    pub until: Day,
}

impl FromCore<muntwerk::orders::Pending> for Pending {
    fn from_core(core: &muntwerk::orders::Pending) -> Self {
        Self {
            order: FromCore::from_core(&core.order),
            waits_for: FromCore::from_core(&core.waits_for),
            until: FromCore::from_core(&core.until),
        }
    }
}

/// How a pending order ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PendingEnd {
    /// Somebody completed it, and it was booked.
    Completed,
    /// Somebody who could have completed it turned it down.
    Rejected,
    /// Whoever asked took it back.
    Withdrawn,
    /// Nobody did anything in time.
    Expired,
}

impl FromCore<muntwerk::orders::PendingEnd> for PendingEnd {
    fn from_core(core: &muntwerk::orders::PendingEnd) -> Self {
        match core {
            muntwerk::orders::PendingEnd::Completed => Self::Completed,
            muntwerk::orders::PendingEnd::Rejected => Self::Rejected,
            muntwerk::orders::PendingEnd::Withdrawn => Self::Withdrawn,
            muntwerk::orders::PendingEnd::Expired => Self::Expired,
        }
    }
}

/// How long a reservation is kept: at least one of the two is there, and whichever comes first ends it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct KeptUntil {
    /// The last day on which it can be picked up. Closing that day releases it.
    #[uniffi(default = None)]
    pub day: Option<Day>,
    /// The last instant at which it can be picked up, by the latest instant that the ledger has seen. In milliseconds since 1970.
    #[uniffi(default = None)]
    pub instant: Option<i64>,
}

impl FromCore<muntwerk::books::KeptUntil> for KeptUntil {
    fn from_core(core: &muntwerk::books::KeptUntil) -> Self {
        Self {
            day: FromCore::from_core(&core.day),
            instant: FromCore::from_core(&core.instant),
        }
    }
}

/// What was agreed on reserving for the case that nobody comes, by the design of that day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct NoShowTerms {
    /// Who was to come.
    pub person: Id,
    /// How many percent of the units the partner takes in all the same.
    pub keeps_percent: u8,
    /// In which period it counts, if it does.
    pub per: Option<Period>,
}

impl FromCore<muntwerk::books::NoShowTerms> for NoShowTerms {
    fn from_core(core: &muntwerk::books::NoShowTerms) -> Self {
        Self {
            person: FromCore::from_core(&core.person),
            keeps_percent: FromCore::from_core(&core.keeps_percent),
            per: FromCore::from_core(&core.per),
        }
    }
}

/// Something reserved: what, for which account, at the price of the day of reserving, and the very units
/// that were set aside for it on `system:reserved`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Reservation {
    /// The id of the order that reserved it.
    pub id: OrderId,
    /// The account that pays.
    pub account: Id,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces.
    pub pieces: u32,
    /// The units set aside, as pieces of lots above zero.
    pub lots: Vec<Piece>,
    /// How long it is kept.
    pub kept_until: KeptUntil,
    /// What is paid in euro when it is picked up, in cents.
    #[uniffi(default = 0)]
    pub euro: Amount,
    /// The counters that reserving moved; a release moves them back.
    #[uniffi(default = [])]
    pub counters: Vec<Count>,
    /// What was agreed for the case that nobody picks it up, if anything was.
    #[uniffi(default = None)]
    pub no_show: Option<NoShowTerms>,
}

impl FromCore<muntwerk::books::Reservation> for Reservation {
    fn from_core(core: &muntwerk::books::Reservation) -> Self {
        Self {
            id: FromCore::from_core(&core.id),
            account: FromCore::from_core(&core.account),
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            pieces: FromCore::from_core(&core.pieces),
            lots: FromCore::from_core(&core.lots),
            kept_until: FromCore::from_core(&core.kept_until),
            euro: FromCore::from_core(&core.euro),
            counters: FromCore::from_core(&core.counters),
            no_show: FromCore::from_core(&core.no_show),
        }
    }
}

/// How a reservation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ReservationEnd {
    /// It was handed over, and its units were taken in.
    PickedUp,
    /// It was given up, and its units came back.
    Released,
    /// Nobody picked it up in time, and its units came back, but for what was agreed for that case.
    TimedOut,
}

impl FromCore<muntwerk::books::ReservationEnd> for ReservationEnd {
    fn from_core(core: &muntwerk::books::ReservationEnd) -> Self {
        match core {
            muntwerk::books::ReservationEnd::PickedUp => Self::PickedUp,
            muntwerk::books::ReservationEnd::Released => Self::Released,
            muntwerk::books::ReservationEnd::TimedOut => Self::TimedOut,
        }
    }
}

/// A reservation that could have been picked up and was not.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Missed {
    /// Which reservation.
    pub reservation: OrderId,
    /// The account that had it.
    pub account: Id,
    /// Who did not come.
    pub person: Id,
    /// The partner that waited.
    pub partner: Id,
    /// The units that the partner took in all the same. In minor units.
    pub kept: Amount,
}

impl FromCore<muntwerk::books::Missed> for Missed {
    fn from_core(core: &muntwerk::books::Missed) -> Self {
        Self {
            reservation: FromCore::from_core(&core.reservation),
            account: FromCore::from_core(&core.account),
            person: FromCore::from_core(&core.person),
            partner: FromCore::from_core(&core.partner),
            kept: FromCore::from_core(&core.kept),
        }
    }
}

/// A place in the line for pieces of an offer at a partner. No units are set aside for it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WaitingPlace {
    /// The id of the order that took it.
    pub id: OrderId,
    /// The number of the record that took it: lower numbers are before it.
    pub number: u64,
    /// The account that waits.
    pub account: Id,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces are waited for.
    pub pieces: u32,
    /// If it is called: the last day on which its pieces are kept.
    #[uniffi(default = None)]
    pub called_until: Option<Day>,
}

impl FromCore<muntwerk::books::WaitingPlace> for WaitingPlace {
    fn from_core(core: &muntwerk::books::WaitingPlace) -> Self {
        Self {
            id: FromCore::from_core(&core.id),
            number: FromCore::from_core(&core.number),
            account: FromCore::from_core(&core.account),
            partner: FromCore::from_core(&core.partner),
            reward: FromCore::from_core(&core.reward),
            pieces: FromCore::from_core(&core.pieces),
            called_until: FromCore::from_core(&core.called_until),
        }
    }
}

/// How a place in the line ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PlaceEnd {
    /// Whoever waited reserved or redeemed it.
    Taken,
    /// It was given up.
    Stopped,
    /// Whoever was called did not come by the last day.
    NotTaken,
    /// The account may no longer have it: it was blocked or closed, or its holder died.
    AccountEnded,
    /// There is no such list any more, or the offer is over for good.
    ListEnded,
}

impl FromCore<muntwerk::books::PlaceEnd> for PlaceEnd {
    fn from_core(core: &muntwerk::books::PlaceEnd) -> Self {
        match core {
            muntwerk::books::PlaceEnd::Taken => Self::Taken,
            muntwerk::books::PlaceEnd::Stopped => Self::Stopped,
            muntwerk::books::PlaceEnd::NotTaken => Self::NotTaken,
            muntwerk::books::PlaceEnd::AccountEnded => Self::AccountEnded,
            muntwerk::books::PlaceEnd::ListEnded => Self::ListEnded,
        }
    }
}

/// Units a partner took in outside the ring, with the rate and the fee of that day (R52). It is known by
/// the order that booked it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Acceptance {
    /// The order that booked it.
    pub order: OrderId,
    /// Who took them in.
    pub partner: Id,
    /// The day of the activity.
    pub value_day: Day,
    /// How many minor units, less what was taken back.
    pub units: Amount,
    /// What they are paid with.
    pub rate: EuroRate,
    /// The share that is kept back.
    #[uniffi(default = 0)]
    pub fee: Share,
    /// The part of that for the partner's beneficiary, as a share of the whole (R29).
    #[uniffi(default = 0)]
    pub given: Share,
    /// The series, if they came in as notes.
    #[uniffi(default = None)]
    pub series: Option<Code>,
}

impl FromCore<muntwerk::books::Acceptance> for Acceptance {
    fn from_core(core: &muntwerk::books::Acceptance) -> Self {
        Self {
            order: FromCore::from_core(&core.order),
            partner: FromCore::from_core(&core.partner),
            value_day: FromCore::from_core(&core.value_day),
            units: FromCore::from_core(&core.units),
            rate: FromCore::from_core(&core.rate),
            fee: FromCore::from_core(&core.fee),
            given: FromCore::from_core(&core.given),
            series: FromCore::from_core(&core.series),
        }
    }
}

/// Which way a fraction goes. Everything rounded here is zero or more, so up is away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Rounding {
    /// Any fraction counts as a whole.
    Up,
    /// A fraction does not count.
    Down,
    /// To the nearest; a half goes up.
    HalfUp,
    /// To the nearest; a half goes to the even neighbour.
    HalfEven,
}

impl FromCore<muntwerk::money::Rounding> for Rounding {
    fn from_core(core: &muntwerk::money::Rounding) -> Self {
        match core {
            muntwerk::money::Rounding::Up => Self::Up,
            muntwerk::money::Rounding::Down => Self::Down,
            muntwerk::money::Rounding::HalfUp => Self::HalfUp,
            muntwerk::money::Rounding::HalfEven => Self::HalfEven,
        }
    }
}

/// All units of a claim at one rate and one fee, and what they come to.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ClaimLine {
    /// What they are paid with.
    pub rate: EuroRate,
    /// How many minor units.
    pub units: Amount,
    /// What they are worth, in cents, rounded as the claim says.
    pub gross: Amount,
    /// What is paid of it; the rest is the fee. In minor units.
    pub net: Amount,
    /// What rounding left, as a fraction of a cent: the exact worth less `gross`. It is the issuer's.
    pub remainder: Remainder,
    /// The share that is kept back.
    #[uniffi(default = 0)]
    pub fee: Share,
    /// The part of it for a beneficiary, as a share of the whole.
    #[uniffi(default = 0)]
    pub given: Share,
    /// Tax on the fee, as a share of the fee.
    #[uniffi(default = 0)]
    pub vat: Share,
    /// What a beneficiary gets, in cents.
    #[uniffi(default = 0)]
    pub given_cents: Amount,
    /// The tax, in cents.
    #[uniffi(default = 0)]
    pub vat_cents: Amount,
    /// How many minor units were turned down; they are in `units` no more.
    #[uniffi(default = 0)]
    pub rejected: Amount,
    /// How many minor units were clawed back after they were approved; they stay in `units`.
    #[uniffi(default = 0)]
    pub clawed_units: Amount,
    /// How many cents the partner owes for them.
    #[uniffi(default = 0)]
    pub clawed_cents: Amount,
}

impl FromCore<muntwerk::books::ClaimLine> for ClaimLine {
    fn from_core(core: &muntwerk::books::ClaimLine) -> Self {
        Self {
            rate: FromCore::from_core(&core.rate),
            units: FromCore::from_core(&core.units),
            gross: FromCore::from_core(&core.gross),
            net: FromCore::from_core(&core.net),
            remainder: FromCore::from_core(&core.remainder),
            fee: FromCore::from_core(&core.fee),
            given: FromCore::from_core(&core.given),
            vat: FromCore::from_core(&core.vat),
            given_cents: FromCore::from_core(&core.given_cents),
            vat_cents: FromCore::from_core(&core.vat_cents),
            rejected: FromCore::from_core(&core.rejected),
            clawed_units: FromCore::from_core(&core.clawed_units),
            clawed_cents: FromCore::from_core(&core.clawed_cents),
        }
    }
}

/// One acceptance in a claim.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Claimed {
    /// The order that booked the acceptance.
    pub order: OrderId,
    /// The day of the activity.
    pub value_day: Day,
    /// How many minor units, less what was turned down or clawed back.
    pub units: Amount,
    /// The line it is in, from zero.
    pub line: u32,
    /// The series, if they came in as notes.
    #[uniffi(default = None)]
    pub series: Option<Code>,
}

impl FromCore<muntwerk::books::Claimed> for Claimed {
    fn from_core(core: &muntwerk::books::Claimed) -> Self {
        Self {
            order: FromCore::from_core(&core.order),
            value_day: FromCore::from_core(&core.value_day),
            units: FromCore::from_core(&core.units),
            line: FromCore::from_core(&core.line),
            series: FromCore::from_core(&core.series),
        }
    }
}

/// How a claim stands.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum ClaimState {
    /// It waits to be approved.
    Filed,
    /// It was turned down as a whole; its acceptances are open again.
    Rejected {
        /// The day.
        on: Day,
    },
    /// It stands on the pay list.
    Approved {
        /// The day.
        on: Day,
        /// The cents that are paid.
        pay: Amount,
        /// The cents that were set off against what the partner owed back.
        set_off: Amount,
    },
    /// It was paid.
    Paid {
        /// The day of approval.
        approved_on: Day,
        /// The day of payment.
        on: Day,
        /// The cents that were paid.
        pay: Amount,
        /// The cents that were set off.
        set_off: Amount,
    },
}

impl FromCore<muntwerk::books::ClaimState> for ClaimState {
    fn from_core(core: &muntwerk::books::ClaimState) -> Self {
        match core {
            muntwerk::books::ClaimState::Filed => Self::Filed,
            muntwerk::books::ClaimState::Rejected { on } => Self::Rejected { on: FromCore::from_core(on) },
            muntwerk::books::ClaimState::Approved { on, pay, set_off } => Self::Approved { on: FromCore::from_core(on), pay: FromCore::from_core(pay), set_off: FromCore::from_core(set_off) },
            muntwerk::books::ClaimState::Paid { approved_on, on, pay, set_off } => Self::Paid { approved_on: FromCore::from_core(approved_on), on: FromCore::from_core(on), pay: FromCore::from_core(pay), set_off: FromCore::from_core(set_off) },
        }
    }
}

/// What a partner asks to be paid for. It is known by the id of the order that filed it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Claim {
    /// The order that filed it.
    pub id: OrderId,
    /// Who is to be paid.
    pub partner: Id,
    /// The partner's invoice number: once per partner.
    pub invoice: Id,
    /// Who filed it; they cannot approve it.
    pub filed_by: Id,
    /// The day it was filed.
    pub filed_on: Day,
    /// The last day of activity that it covers.
    pub through: Day,
    /// Which way fractions of a cent went.
    pub rounding: Rounding,
    /// What it comes to, by rate and fee.
    pub lines: Vec<ClaimLine>,
    /// What it is for. Once it is paid, those whose orders can no longer be taken back are forgotten.
    pub acceptances: Vec<Claimed>,
    /// How it stands.
    pub state: ClaimState,
    /// The last day on which it is to be paid, if that was promised.
    #[uniffi(default = None)]
    pub pay_by: Option<Day>,
}

impl FromCore<muntwerk::books::Claim> for Claim {
    fn from_core(core: &muntwerk::books::Claim) -> Self {
        Self {
            id: FromCore::from_core(&core.id),
            partner: FromCore::from_core(&core.partner),
            invoice: FromCore::from_core(&core.invoice),
            filed_by: FromCore::from_core(&core.filed_by),
            filed_on: FromCore::from_core(&core.filed_on),
            through: FromCore::from_core(&core.through),
            rounding: FromCore::from_core(&core.rounding),
            lines: FromCore::from_core(&core.lines),
            acceptances: FromCore::from_core(&core.acceptances),
            state: FromCore::from_core(&core.state),
            pay_by: FromCore::from_core(&core.pay_by),
        }
    }
}

/// A notice given, and what became of it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Notice {
    /// The civil day on which it was really given.
    pub given_on: Day,
    /// What was to end, at that moment. In minor units.
    pub amount: Amount,
    /// What became of it, and on which day that was recorded.
    pub outcome: Option<NoticeRecord>,
}

impl FromCore<muntwerk::books::Notice> for Notice {
    fn from_core(core: &muntwerk::books::Notice) -> Self {
        Self {
            given_on: FromCore::from_core(&core.given_on),
            amount: FromCore::from_core(&core.amount),
            outcome: FromCore::from_core(&core.outcome),
        }
    }
}

/// Which of two ends a lot gets: the one it had, or the one it is moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Towards {
    /// The earlier one: units of some days end sooner for everybody (R18, bulk expiry).
    Sooner,
    /// The later one: a new rule is applied to units that were earned before it.
    Later,
}

impl FromCore<muntwerk::books::Towards> for Towards {
    fn from_core(core: &muntwerk::books::Towards) -> Self {
        match core {
            muntwerk::books::Towards::Sooner => Self::Sooner,
            muntwerk::books::Towards::Later => Self::Later,
        }
    }
}

/// Days of earning whose units are moved to one end.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EarnedSpan {
    /// The first day of earning.
    pub from: Day,
    /// The last.
    pub through: Day,
    /// The end; none if units of these days end no more.
    pub ends_on: Option<Day>,
}

impl FromCore<muntwerk::books::EarnedSpan> for EarnedSpan {
    fn from_core(core: &muntwerk::books::EarnedSpan) -> Self {
        Self {
            from: FromCore::from_core(&core.from),
            through: FromCore::from_core(&core.through),
            ends_on: FromCore::from_core(&core.ends_on),
        }
    }
}

/// Lots there are already get another end, by the day on which they were earned. It holds for lots of
/// which nobody holds anything too, so that what comes back by a reversal has the new end, and for
/// units that are booked late. Of what has ended, nothing comes back to life.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct EndsMoved {
    /// Which end a lot gets.
    pub towards: Towards,
    /// The days of earning, in order and apart.
    pub spans: Vec<EarnedSpan>,
}

impl FromCore<muntwerk::books::EndsMoved> for EndsMoved {
    fn from_core(core: &muntwerk::books::EndsMoved) -> Self {
        Self {
            towards: FromCore::from_core(&core.towards),
            spans: FromCore::from_core(&core.spans),
        }
    }
}

/// Notes that left one place and have not been received at the other: they wait with the carrier.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Sending {
    /// The order that sent them; whoever receives them names it.
    pub order: OrderId,
    /// Where they left.
    pub from: Depot,
    /// Where they go.
    pub to: Depot,
    /// Who carries them; the person needs no account.
    pub carrier: Id,
    /// The series.
    pub series: Code,
    /// The pieces, as the sender counted them.
    pub notes: Vec<Pieces>,
    /// The day they left.
    pub on: Day,
}

impl FromCore<muntwerk::office::Sending> for Sending {
    fn from_core(core: &muntwerk::office::Sending) -> Self {
        Self {
            order: FromCore::from_core(&core.order),
            from: FromCore::from_core(&core.from),
            to: FromCore::from_core(&core.to),
            carrier: FromCore::from_core(&core.carrier),
            series: FromCore::from_core(&core.series),
            notes: FromCore::from_core(&core.notes),
            on: FromCore::from_core(&core.on),
        }
    }
}

/// How an office stands.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum OfficeDay {
    /// Open since a day.
    Open {
        /// The day it opened.
        on: Day,
    },
    /// Counted at the end of a day; nothing moves until it opens again, and a difference waits for
    /// somebody else.
    Counted {
        /// The day of the count.
        on: Day,
        /// Who counted.
        by: Id,
        /// What was counted.
        count: CashCount,
    },
    /// The count was compared with the books, and what differed was booked.
    Settled {
        /// The day of the count.
        on: Day,
    },
    /// Closed for good, with empty drawers.
    Ended {
        /// The day it ended.
        on: Day,
    },
}

impl FromCore<muntwerk::office::OfficeDay> for OfficeDay {
    fn from_core(core: &muntwerk::office::OfficeDay) -> Self {
        match core {
            muntwerk::office::OfficeDay::Open { on } => Self::Open { on: FromCore::from_core(on) },
            muntwerk::office::OfficeDay::Counted { on, by, count } => Self::Counted { on: FromCore::from_core(on), by: FromCore::from_core(by), count: FromCore::from_core(count) },
            muntwerk::office::OfficeDay::Settled { on } => Self::Settled { on: FromCore::from_core(on) },
            muntwerk::office::OfficeDay::Ended { on } => Self::Ended { on: FromCore::from_core(on) },
        }
    }
}

/// A status of an office or of a sending that an entry changes.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum OfficeChange {
    /// Notes left with a carrier.
    Sent(Sending),
    /// They were received, or given up.
    Arrived(Sending),
    /// An office opened, was counted, settled, or ended.
    Day {
        /// Which office.
        office: Id,
        /// How it stood; an office that never opened did not.
        was: Option<OfficeDay>,
        /// How it stands now.
        is: OfficeDay,
    },
}

impl FromCore<muntwerk::office::OfficeChange> for OfficeChange {
    fn from_core(core: &muntwerk::office::OfficeChange) -> Self {
        match core {
            muntwerk::office::OfficeChange::Sent(value) => Self::Sent(FromCore::from_core(value)),
            muntwerk::office::OfficeChange::Arrived(value) => Self::Arrived(FromCore::from_core(value)),
            muntwerk::office::OfficeChange::Day { office, was, is } => Self::Day { office: FromCore::from_core(office), was: FromCore::from_core(was), is: FromCore::from_core(is) },
        }
    }
}

/// A status an entry changes. Each says enough to be applied without looking anything up, and to be
/// taken back when a batch that must succeed whole does not.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Change {
    /// Something about an account.
    Account(AccountChange),
    /// Something about a person, a role or a mandate.
    People(PeopleChange),
    /// An order waits for somebody.
    PendingOpened(Pending),
    /// A pending order ended.
    PendingEnded {
        /// The order that waited.
        order: OrderId,
        /// How it ended.
        end: PendingEnd,
        /// The order that was completed: who asked it is named in the same record as who completed it.
        asked: Option<Order>,
    },
    /// An earlier order was taken back.
    Reversed {
        /// The order taken back.
        original: OrderId,
        /// How much of it. In minor units.
        amount: Amount,
        /// The original's value day: as long as its id is known, it is known to have been taken back.
        value_day: Day,
    },
    /// Something was reserved, and its units set aside.
    Reserved(Reservation),
    /// A reservation ended.
    ReservationEnded {
        /// The reservation.
        reservation: Reservation,
        /// How it ended.
        end: ReservationEnd,
    },
    /// A reservation that ended could have been picked up, and nobody came (R25). It moves nothing: the legs
    /// and the counters do.
    NoShow(Missed),
    /// Somebody waits for pieces of an offer (R25).
    PlaceOpened(WaitingPlace),
    /// Whoever waits is called: the pieces are kept for them until a day. The host tells them.
    PlaceCalled {
        /// The place: the order that took it.
        place: OrderId,
        /// The account that waits.
        account: Id,
        /// The last day to come.
        until: Day,
    },
    /// A place in the line ended.
    PlaceEnded {
        /// The place.
        place: WaitingPlace,
        /// How it ended.
        end: PlaceEnd,
    },
    /// A part of a price was paid in euro to a partner (R26). It is told and touches no unit.
    PaidInEuro {
        /// Whom.
        partner: Id,
        /// How much, in cents; below zero if it was given back.
        amount: Balance,
    },
    /// A partner inside the ring took units in on its own account, or gave them back when below zero. It
    /// moves nothing: the leg does. It tells that the leg was a redemption.
    TakenIn {
        /// Which partner.
        partner: Id,
        /// Its account.
        account: Id,
        /// How much. In minor units.
        amount: Balance,
    },
    /// A partner took units in that it will be paid for in euro.
    Accepted(Acceptance),
    /// Some of what a partner took in and had not claimed yet was taken back.
    AcceptanceReduced {
        /// The acceptance as it was.
        was: Acceptance,
        /// The minor units that are left.
        left: Amount,
    },
    /// A partner claimed what it took in.
    ClaimFiled(Claim),
    /// A claim stands otherwise.
    ClaimMoved {
        /// Which claim.
        claim: OrderId,
        /// How it stood.
        was: ClaimState,
        /// How it stands now.
        is: ClaimState,
    },
    /// An acceptance of a claim was turned down or clawed back, whole or in part.
    ClaimLineChanged {
        /// Which claim.
        claim: OrderId,
        /// Which acceptance.
        acceptance: OrderId,
        /// The minor units it had.
        had: Amount,
        /// The minor units it has now.
        has: Amount,
        /// Its line as it was.
        was: ClaimLine,
        /// Its line as it is now.
        is: ClaimLine,
    },
    /// A notice was given to the holder of units that end.
    NoticeGiven {
        /// Whom it was given.
        account: Id,
        /// The end date it is about.
        end: Day,
        /// The notice.
        notice: Notice,
    },
    /// It became known what became of a notice.
    NoticeRecorded {
        /// Whose notice.
        account: Id,
        /// The end date it is about.
        end: Day,
        /// The notice as it was.
        was: Notice,
        /// The notice as it is now.
        is: Notice,
    },
    /// Units of one end date lapsed on an account; its notice is used up.
    Lapsed {
        /// Whose units.
        account: Id,
        /// Their end date.
        end: Day,
    },
    /// A holder was warned that the account will be called inactive.
    QuietWarned {
        /// Whose account.
        account: Id,
        /// The civil day on which the warning was really given.
        given_on: Day,
    },
    /// Lots there are already get another end.
    EndsMoved(EndsMoved),
    /// The balances of a scheme that was running already were taken over; that happens once.
    TakenOver,
    /// Something about an office or a sending of notes.
    Office(OfficeChange),
    /// A new version of the design is in force from a day on.
    DesignAdopted {
        /// First day of the new version.
        effective: Day,
        /// The design, resolved.
        design: DesignText,
        /// What its expiry does to units that were earned before.
        existing: Existing,
    },
    /// A day was closed.
    DayClosed {
        /// Which day.
        day: Day,
        /// Notices about every end date up to this one have been given, and the civil day on which.
        notices: Option<NoticesThrough>,
        /// Whoever may have been quiet since a day up to this one was looked at.
        quiet_through: Option<Day>,
        /// What concerned value days before this one can no longer change.
        forget_before: Day,
    },
}

impl FromCore<muntwerk::books::Change> for Change {
    fn from_core(core: &muntwerk::books::Change) -> Self {
        match core {
            muntwerk::books::Change::Account(value) => Self::Account(FromCore::from_core(value)),
            muntwerk::books::Change::People(value) => Self::People(FromCore::from_core(value)),
            muntwerk::books::Change::PendingOpened(value) => Self::PendingOpened(FromCore::from_core(value)),
            muntwerk::books::Change::PendingEnded { order, end, asked } => Self::PendingEnded { order: FromCore::from_core(order), end: FromCore::from_core(end), asked: FromCore::from_core(asked) },
            muntwerk::books::Change::Reversed { original, amount, value_day } => Self::Reversed { original: FromCore::from_core(original), amount: FromCore::from_core(amount), value_day: FromCore::from_core(value_day) },
            muntwerk::books::Change::Reserved(value) => Self::Reserved(FromCore::from_core(value)),
            muntwerk::books::Change::ReservationEnded { reservation, end } => Self::ReservationEnded { reservation: FromCore::from_core(reservation), end: FromCore::from_core(end) },
            muntwerk::books::Change::NoShow(value) => Self::NoShow(FromCore::from_core(value)),
            muntwerk::books::Change::PlaceOpened(value) => Self::PlaceOpened(FromCore::from_core(value)),
            muntwerk::books::Change::PlaceCalled { place, account, until } => Self::PlaceCalled { place: FromCore::from_core(place), account: FromCore::from_core(account), until: FromCore::from_core(until) },
            muntwerk::books::Change::PlaceEnded { place, end } => Self::PlaceEnded { place: FromCore::from_core(place), end: FromCore::from_core(end) },
            muntwerk::books::Change::PaidInEuro { partner, amount } => Self::PaidInEuro { partner: FromCore::from_core(partner), amount: FromCore::from_core(amount) },
            muntwerk::books::Change::TakenIn { partner, account, amount } => Self::TakenIn { partner: FromCore::from_core(partner), account: FromCore::from_core(account), amount: FromCore::from_core(amount) },
            muntwerk::books::Change::Accepted(value) => Self::Accepted(FromCore::from_core(value)),
            muntwerk::books::Change::AcceptanceReduced { was, left } => Self::AcceptanceReduced { was: FromCore::from_core(was), left: FromCore::from_core(left) },
            muntwerk::books::Change::ClaimFiled(value) => Self::ClaimFiled(FromCore::from_core(value)),
            muntwerk::books::Change::ClaimMoved { claim, was, is } => Self::ClaimMoved { claim: FromCore::from_core(claim), was: FromCore::from_core(was), is: FromCore::from_core(is) },
            muntwerk::books::Change::ClaimLineChanged { claim, acceptance, had, has, was, is } => Self::ClaimLineChanged { claim: FromCore::from_core(claim), acceptance: FromCore::from_core(acceptance), had: FromCore::from_core(had), has: FromCore::from_core(has), was: FromCore::from_core(was), is: FromCore::from_core(is) },
            muntwerk::books::Change::NoticeGiven { account, end, notice } => Self::NoticeGiven { account: FromCore::from_core(account), end: FromCore::from_core(end), notice: FromCore::from_core(notice) },
            muntwerk::books::Change::NoticeRecorded { account, end, was, is } => Self::NoticeRecorded { account: FromCore::from_core(account), end: FromCore::from_core(end), was: FromCore::from_core(was), is: FromCore::from_core(is) },
            muntwerk::books::Change::Lapsed { account, end } => Self::Lapsed { account: FromCore::from_core(account), end: FromCore::from_core(end) },
            muntwerk::books::Change::QuietWarned { account, given_on } => Self::QuietWarned { account: FromCore::from_core(account), given_on: FromCore::from_core(given_on) },
            muntwerk::books::Change::EndsMoved(value) => Self::EndsMoved(FromCore::from_core(value)),
            muntwerk::books::Change::TakenOver => Self::TakenOver,
            muntwerk::books::Change::Office(value) => Self::Office(FromCore::from_core(value)),
            muntwerk::books::Change::DesignAdopted { effective, design, existing } => Self::DesignAdopted { effective: FromCore::from_core(effective), design: FromCore::from_core(design), existing: FromCore::from_core(existing) },
            muntwerk::books::Change::DayClosed { day, notices, quiet_through, forget_before } => Self::DayClosed { day: FromCore::from_core(day), notices: FromCore::from_core(notices), quiet_through: FromCore::from_core(quiet_through), forget_before: FromCore::from_core(forget_before) },
        }
    }
}

/// What a reviewer should look at; it never stops an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Flag {
    /// One mediator acted for both sides of a match.
    BothSides,
    /// The payer passes a soft floor, or is past it (R15).
    OverFloor,
    /// The receiver passes a soft ceiling, or is past it (R15).
    OverCeiling,
    /// A fact that the activity requires does not hold about whoever earned.
    FactMissing,
    /// An office was still open when its day closed.
    OfficeOpen,
    /// Less was credited than was earned, because a cap was reached (R61).
    Capped,
}

impl FromCore<muntwerk::books::Flag> for Flag {
    fn from_core(core: &muntwerk::books::Flag) -> Self {
        match core {
            muntwerk::books::Flag::BothSides => Self::BothSides,
            muntwerk::books::Flag::OverFloor => Self::OverFloor,
            muntwerk::books::Flag::OverCeiling => Self::OverCeiling,
            muntwerk::books::Flag::FactMissing => Self::FactMissing,
            muntwerk::books::Flag::OfficeOpen => Self::OfficeOpen,
            muntwerk::books::Flag::Capped => Self::Capped,
        }
    }
}

/// Whom an act concerns that reaches many accounts at once.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Concerns {
    /// How many participants' accounts.
    pub accounts: u32,
    /// How many minor units on them.
    pub units: Amount,
}

impl FromCore<muntwerk::books::Concerns> for Concerns {
    fn from_core(core: &muntwerk::books::Concerns) -> Self {
        Self {
            accounts: FromCore::from_core(&core.accounts),
            units: FromCore::from_core(&core.units),
        }
    }
}

/// The consequence of an order: everything that applying it changes, and nothing it has to look up.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Entry {
    /// The sequence number on which it was decided; applying it on another is `stale`.
    pub number: u64,
    /// The version of the design in force on the booking day.
    pub design: u32,
    /// Debits and credits; they sum to zero.
    #[uniffi(default = [])]
    pub legs: Vec<Leg>,
    /// Units issued.
    #[uniffi(default = [])]
    pub lots: Vec<Issue>,
    /// Notes moved: they sum to zero for every series and face.
    #[uniffi(default = [])]
    pub notes: Vec<NoteLeg>,
    /// Euro moved: they sum to zero.
    #[uniffi(default = [])]
    pub euro: Vec<EuroLeg>,
    /// Counters moved.
    #[uniffi(default = [])]
    pub counters: Vec<Count>,
    /// Statuses changed.
    #[uniffi(default = [])]
    pub changes: Vec<Change>,
    /// What a reviewer should look at.
    #[uniffi(default = [])]
    pub flags: Vec<Flag>,
    /// Whom it concerns, or will once it is completed, where it reaches many accounts at once.
    #[uniffi(default = None)]
    pub concerns: Option<Concerns>,
}

impl FromCore<muntwerk::books::Entry> for Entry {
    fn from_core(core: &muntwerk::books::Entry) -> Self {
        Self {
            number: FromCore::from_core(&core.number),
            design: FromCore::from_core(&core.design),
            legs: FromCore::from_core(&core.legs),
            lots: FromCore::from_core(&core.lots),
            notes: FromCore::from_core(&core.notes),
            euro: FromCore::from_core(&core.euro),
            counters: FromCore::from_core(&core.counters),
            changes: FromCore::from_core(&core.changes),
            flags: FromCore::from_core(&core.flags),
            concerns: FromCore::from_core(&core.concerns),
        }
    }
}

/// The first record of a journal: which ledger, from which day, under which design. The design stands
/// there resolved, every default written out, so that a newer library cannot change old books.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Opening {
    /// The ledger's id.
    pub ledger: Id,
    /// Its first day.
    pub day: Day,
    /// The design, resolved.
    pub design: DesignText,
}

impl FromCore<muntwerk::ledger::Opening> for Opening {
    fn from_core(core: &muntwerk::ledger::Opening) -> Self {
        Self {
            ledger: FromCore::from_core(&core.ledger),
            day: FromCore::from_core(&core.day),
            design: FromCore::from_core(&core.design),
        }
    }
}

/// What was asked, what there was, what the limit is, until when. Amounts in minor units; all absent
/// where they have no meaning.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Figures {
    /// What was asked. In minor units.
    #[uniffi(default = None)]
    pub asked: Option<Balance>,
    /// What would have been possible. In minor units.
    #[uniffi(default = None)]
    pub available: Option<Balance>,
    /// The limit that was met. In minor units.
    #[uniffi(default = None)]
    pub limit: Option<Balance>,
    /// The last day on which it would have been, or will be, possible.
    #[uniffi(default = None)]
    pub until: Option<Day>,
    /// The first day on which it will be possible.
    #[uniffi(default = None)]
    pub from: Option<Day>,
    /// The account, person, partner, mandate or place it is about.
    #[uniffi(default = None)]
    pub who: Option<Id>,
    /// The role, activity, reward, action or state it is about.
    #[uniffi(default = None)]
    pub what: Option<Code>,
    /// Euro, in cents.
    #[uniffi(default = None)]
    pub euro: Option<Balance>,
    /// The most, or the least, in euro, in cents.
    #[uniffi(default = None)]
    pub euro_limit: Option<Balance>,
    /// A count, where units would not do: days, pieces, persons.
    #[uniffi(default = None)]
    pub count: Option<i64>,
}

impl FromCore<muntwerk::orders::Figures> for Figures {
    fn from_core(core: &muntwerk::orders::Figures) -> Self {
        Self {
            asked: FromCore::from_core(&core.asked),
            available: FromCore::from_core(&core.available),
            limit: FromCore::from_core(&core.limit),
            until: FromCore::from_core(&core.until),
            from: FromCore::from_core(&core.from),
            who: FromCore::from_core(&core.who),
            what: FromCore::from_core(&core.what),
            euro: FromCore::from_core(&core.euro),
            euro_limit: FromCore::from_core(&core.euro_limit),
            count: FromCore::from_core(&core.count),
        }
    }
}
