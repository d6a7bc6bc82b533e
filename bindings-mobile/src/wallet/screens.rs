//! One call fills a screen.

use muntwerk::calendar::Day;
use muntwerk::design::Price;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::money::{Amount, Balance};
use muntwerk::wallet as core;

use super::Wallet;
use crate::answer::Refusal;
use crate::design::{Measure, OpenHours, PointFunction};
use crate::error::MuntwerkError;
use crate::mirror::{FromCore, each};
use crate::types::{
    AccountState, AskKind, EndingLine, HeldLot, Mandate, Names, Reserved, StatementLine, WaitsFor, WhyLimit,
};

/// What a member has, on the phone's day. In minor units. `confirmed - ended + pending` is the balance that the
/// server is expected to come to.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Balances {
    /// The day for which it holds.
    pub day: Day,
    /// The record of the journal up to which the wallet knows the account.
    pub record: u64,
    /// What the server told.
    pub confirmed: Balance,
    /// What will have lapsed by then, less what will have come back of reservations.
    pub ended: Balance,
    /// What the orders in the outbox are expected to bring, or to take if below zero.
    pub pending: Balance,
    /// What is set aside for reservations.
    pub reserved: Amount,
    /// What can be spent, given and redeemed of what is held, after the orders in the outbox.
    pub available: Amount,
    /// What can be paid for services, credit included; nothing if there is no limit.
    pub payable: Option<Amount>,
    /// The lots, in the order in which they will be spent, and when they end.
    pub lots: Vec<HeldLot>,
}

/// A line of the redemption catalogue at a partner who hands it out.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct CatalogueLine {
    /// Its code.
    pub reward: Code,
    /// What it is called.
    pub names: Names,
    /// The partner.
    pub partner: Id,
    /// The units of one piece, or of the fewest steps that are handed out. In minor units.
    pub units: Amount,
    /// The euro beside them, in cents.
    pub euro: Amount,
    /// Whether it can be had now.
    pub affordable: Affordable,
}

/// Whether something can be had now.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[allow(clippy::large_enum_variant)]
pub enum Affordable {
    /// As far as the wallet knows.
    Yes,
    /// Not now, and this is what the server would say.
    No {
        /// Why not, with a sentence to show.
        refusal: Refusal,
    },
    /// Only the server knows.
    OnlyServer,
}

/// A line of the earning catalogue.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Activity {
    /// Its code.
    pub activity: Code,
    /// What it is called.
    pub names: Names,
    /// What the reward is counted by.
    pub measure: Measure,
    /// The units per hour, per act or per quantity. In minor units.
    pub units: Amount,
    /// The partners who reward it on the day.
    pub partners: Vec<Id>,
}

/// A contact point.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct OfficeLine {
    /// Its id.
    pub office: Id,
    /// What is done there.
    pub functions: Vec<PointFunction>,
    /// Its hours in a week.
    pub week: Vec<OpenHours>,
    /// Its hours on the day; none if it is closed.
    pub today: Vec<OpenHours>,
    /// The notes it hands out, where it exchanges.
    pub notes: Vec<SeriesAtOffice>,
}

/// A series of notes that is handed out on the day.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SeriesAtOffice {
    /// Its code.
    pub series: Code,
    /// What it is called.
    pub names: Names,
    /// The faces in minor units, the smallest first: what can be paid out is a sum of these.
    pub faces: Vec<Amount>,
    /// The last day on which its notes can be spent.
    pub spend_until: Option<Day>,
}

/// What a member should know.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Notices {
    /// The day for which it holds.
    pub day: Day,
    /// The state of the account.
    pub state: AccountState,
    /// The day since which it has it.
    pub state_since: Day,
    /// The day on which the holder was warned that the account will be called inactive.
    pub quiet_since_warning: Option<Day>,
    /// What ends, the soonest first, and where the notice about it stands.
    pub ending: Vec<EndingLine>,
    /// What is reserved, and until when.
    pub reserved: Vec<Reserved>,
    /// What the member waits for.
    pub waits: Vec<WaitingFor>,
    /// The orders that wait for somebody.
    pub pending: Vec<PendingLine>,
}

/// A place in the line for pieces of an offer. Which place it is, only the server knows.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WaitingFor {
    /// The place: the id of the order that took it.
    pub place: OrderId,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces.
    pub pieces: u32,
    /// If it is the member's turn: the last day to come.
    pub called_until: Option<Day>,
}

/// An order that waits for somebody.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PendingLine {
    /// Which order.
    pub order: OrderId,
    /// What it asks.
    pub kind: AskKind,
    /// Who asked.
    pub asked_by: Id,
    /// In which role.
    pub role: Code,
    /// Whom it waits for.
    pub waits_for: WaitsFor,
    /// The last day on which it can be completed.
    pub until: Day,
}

#[uniffi::export]
impl Wallet {
    /// What the member has on a civil day.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the account is there, or if the day is out of reach.
    pub fn balances(&self, today: Day) -> Result<Balances, MuntwerkError> {
        Ok(Balances::from_core(&self.lock()?.balances(today)?))
    }

    /// How far the account may go on a civil day, and why; and what can still be earned under each cap.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the account is there, or if the day is out of reach.
    pub fn limits(&self, today: Day) -> Result<WhyLimit, MuntwerkError> {
        Ok(WhyLimit::from_core(&self.lock()?.limits(today)?))
    }

    /// A page of the statement, the newest line first: at most `most` lines of records before `before`, or from
    /// the last on. The next page is before the record of the last line.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the account is there.
    pub fn statement_page(
        &self,
        before: Option<u64>,
        most: u32,
    ) -> Result<Vec<StatementLine>, MuntwerkError> {
        Ok(each(&self.lock()?.statement_page(before, most)?))
    }

    /// The redemption catalogue on a civil day, with what is affordable, as one holder sees it.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the account is there, or if the day is out of reach.
    pub fn catalogue(&self, holder: Id, today: Day) -> Result<Vec<CatalogueLine>, MuntwerkError> {
        let wallet = self.lock()?;
        let design = wallet.design()?;
        let line = |line: &core::CatalogueLine| {
            let (units, euro) = match line.price {
                Price::Piece { units, euro, .. } => (units, euro),
                Price::Steps { minimum, .. } => (minimum, Amount::ZERO),
            };
            CatalogueLine {
                reward: line.reward,
                names: Names::from_core(&line.names),
                partner: line.partner,
                units,
                euro,
                affordable: match &line.affordable {
                    core::Affordable::Yes => Affordable::Yes,
                    core::Affordable::No(refusal) => {
                        Affordable::No { refusal: Refusal::decided(refusal, design) }
                    }
                    core::Affordable::OnlyServer => Affordable::OnlyServer,
                },
            }
        };
        Ok(wallet.catalogue(holder, today)?.iter().map(line).collect())
    }

    /// The earning catalogue on a civil day.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the account is there, or if the day is out of reach.
    pub fn activities(&self, today: Day) -> Result<Vec<Activity>, MuntwerkError> {
        Ok(each(&self.lock()?.activities(today)?))
    }

    /// The contact points where somebody is helped on a civil day or later.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the first feed.
    pub fn offices(&self, today: Day) -> Result<Vec<OfficeLine>, MuntwerkError> {
        Ok(each(&self.lock()?.offices(today)?))
    }

    /// The mandates that the holders gave or hold and that are in force on a civil day or later.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the first feed.
    pub fn mandates(&self, today: Day) -> Result<Vec<Mandate>, MuntwerkError> {
        Ok(each(&self.lock()?.mandates(today)?))
    }

    /// What the member should know on a civil day: what ends, what is kept, what waits.
    ///
    /// # Errors
    /// [`MuntwerkError::Wallet`] before the account is there, or if the day is out of reach.
    pub fn notices(&self, today: Day) -> Result<Notices, MuntwerkError> {
        Ok(Notices::from_core(&self.lock()?.notices(today)?))
    }
}

impl FromCore<core::Balances> for Balances {
    fn from_core(core: &core::Balances) -> Self {
        Self {
            day: core.day,
            record: core.record,
            confirmed: core.confirmed,
            ended: core.ended,
            pending: core.pending,
            reserved: core.reserved,
            available: core.available,
            payable: core.payable,
            lots: each(&core.lots),
        }
    }
}

impl FromCore<core::Activity> for Activity {
    fn from_core(core: &core::Activity) -> Self {
        Self {
            activity: core.activity,
            names: Names::from_core(&core.names),
            measure: Measure::from_core(&core.tariff),
            units: core.units,
            partners: core.partners.clone(),
        }
    }
}

impl FromCore<core::OfficeLine> for OfficeLine {
    fn from_core(core: &core::OfficeLine) -> Self {
        Self {
            office: core.office,
            functions: each(&core.functions),
            week: crate::design::open_hours(&core.week),
            today: core.today.iter().map(|span| OpenHours::of(core.weekday, span)).collect(),
            notes: each(&core.notes),
        }
    }
}

impl FromCore<core::SeriesAtOffice> for SeriesAtOffice {
    fn from_core(core: &core::SeriesAtOffice) -> Self {
        Self {
            series: core.series,
            names: Names::from_core(&core.names),
            faces: core.faces.clone(),
            spend_until: core.spend_until,
        }
    }
}

impl FromCore<core::Notices> for Notices {
    fn from_core(core: &core::Notices) -> Self {
        Self {
            day: core.day,
            state: AccountState::from_core(&core.state),
            state_since: core.state_since,
            quiet_since_warning: core.quiet_since_warning,
            ending: each(&core.ending),
            reserved: each(&core.reserved),
            waits: each(&core.waits),
            pending: each(&core.pending),
        }
    }
}

impl FromCore<core::WaitingFor> for WaitingFor {
    fn from_core(core: &core::WaitingFor) -> Self {
        Self {
            place: core.place,
            partner: core.partner,
            reward: core.reward,
            pieces: core.pieces,
            called_until: core.called_until,
        }
    }
}

impl FromCore<core::PendingLine> for PendingLine {
    fn from_core(core: &core::PendingLine) -> Self {
        Self {
            order: core.order,
            kind: AskKind::from_core(&core.kind),
            asked_by: core.asked_by,
            role: core.role,
            waits_for: WaitsFor::from_core(&core.waits_for),
            until: core.until,
        }
    }
}
