//! [`DesignSummary`]: what an app shows of a currency before there is a ledger.

use muntwerk::design::{self as core, Design, Price, Tariff};
use muntwerk::id::{Code, Id};
use muntwerk::money::Amount;

use crate::error::MuntwerkError;
use crate::mirror::{FromCore, each};
use crate::scalars::DesignText;
use crate::types::Names;

/// What an app shows of a currency.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct DesignSummary {
    /// The code of the currency.
    pub id: Code,
    /// Its name.
    pub names: Names,
    /// The time zone in which the host reads the civil day, such as `Europe/Brussels`.
    pub zone: String,
    /// Its unit.
    pub unit: UnitSummary,
    /// What can be earned with, in the order of the codes.
    pub earning: Vec<ActionSummary>,
    /// What units can be spent on outside the ring, in the order of the codes.
    pub redemption: Vec<OfferSummary>,
    /// Where people can go, in the order of the ids.
    pub contact_points: Vec<ContactPointSummary>,
    /// The design as text, every default written out: what the journal keeps.
    pub text: DesignText,
}

/// A unit: what it is called, and how it is written.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct UnitSummary {
    /// What one is called.
    pub one: Names,
    /// What any other number is called.
    pub many: Names,
    /// How many decimals the books keep: an amount of 250 minor units at scale 2 is 2.50.
    pub scale: u8,
    /// How many decimals are shown.
    pub display_decimals: u8,
}

/// One thing that can be earned with.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ActionSummary {
    /// Its code, as an award names it.
    pub code: Code,
    /// What it is called.
    pub names: Names,
    /// What `measured` of an award counts.
    pub measure: Measure,
    /// The units per hour, per act or per quantity. In minor units.
    pub units: Amount,
}

/// What a reward is counted by.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Measure {
    /// Minutes; the units are per hour.
    Minutes,
    /// How often.
    Times,
    /// A quantity of something.
    Quantity {
        /// How much earns the units once.
        quantity: u32,
        /// What is measured: `kg`.
        of: String,
    },
}

/// One thing that units can be spent on outside the ring.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct OfferSummary {
    /// Its code, as a redemption names it.
    pub code: Code,
    /// What it is called.
    pub names: Names,
    /// The units of one piece, or of one step. In minor units.
    pub units: Amount,
    /// The euro beside them, in cents.
    pub euro: Amount,
    /// The partner who gives it; nothing if every redeeming partner may.
    pub partner: Option<Id>,
}

/// Where people can go.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ContactPointSummary {
    /// Its id.
    pub id: Id,
    /// What it is for.
    pub functions: Vec<PointFunction>,
    /// When it is open in a week.
    pub hours: Vec<OpenHours>,
}

/// What a contact point is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PointFunction {
    /// Enrolling people, supply and demand.
    Administration,
    /// Registering payments, notes to account and back.
    Exchange,
    /// Handing units in for goods and services.
    Redemption,
}

/// One stretch of time in which a contact point is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct OpenHours {
    /// The day of the week: 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    /// When it opens, in minutes after midnight.
    pub from: u16,
    /// When it closes, in minutes after midnight.
    pub until: u16,
}

/// Reads the text of a design file.
///
/// # Errors
/// [`MuntwerkError::Design`] with every problem, its place and the reason.
#[uniffi::export]
pub fn read_design(text: DesignText) -> Result<DesignSummary, MuntwerkError> {
    Ok(DesignSummary::from_core(&Design::parse(&text.0)?))
}

impl FromCore<Design> for DesignSummary {
    fn from_core(core: &Design) -> Self {
        let (currency, unit) = (core.currency(), core.unit());
        let (nl, fr, en) = (&unit.names.nl, &unit.names.fr, &unit.names.en);
        let names =
            |nl: &String, fr: &String, en: &String| Names { nl: nl.clone(), fr: fr.clone(), en: en.clone() };
        Self {
            id: currency.id,
            names: Names::from_core(&currency.names),
            zone: currency.zone.clone(),
            unit: UnitSummary {
                one: names(&nl.one, &fr.one, &en.one),
                many: names(&nl.many, &fr.many, &en.many),
                scale: unit.scale.digits(),
                display_decimals: unit.display_decimals,
            },
            earning: each(core.earning().actions()),
            redemption: each(core.redemption().offers()),
            contact_points: each(core.contact_points().all()),
            text: DesignText(core.resolved()),
        }
    }
}

impl FromCore<core::EarningAction> for ActionSummary {
    fn from_core(core: &core::EarningAction) -> Self {
        let measure = Measure::from_core(&core.tariff);
        Self { code: core.code, names: Names::from_core(&core.names), measure, units: core.units }
    }
}

impl FromCore<Tariff> for Measure {
    fn from_core(core: &Tariff) -> Self {
        match core {
            Tariff::Hour { .. } => Self::Minutes,
            Tariff::Action => Self::Times,
            Tariff::Quantity { quantity, measure, .. } => {
                Self::Quantity { quantity: *quantity, of: measure.clone() }
            }
        }
    }
}

impl FromCore<core::Offer> for OfferSummary {
    fn from_core(core: &core::Offer) -> Self {
        let (units, euro) = match &core.price {
            Price::Piece { units, euro, .. } => (*units, *euro),
            Price::Steps { step, .. } => (*step, Amount::ZERO),
        };
        Self { code: core.code, names: Names::from_core(&core.names), units, euro, partner: core.partner }
    }
}

impl FromCore<core::ContactPoint> for ContactPointSummary {
    fn from_core(core: &core::ContactPoint) -> Self {
        Self { id: core.id, functions: each(&core.functions), hours: open_hours(&core.hours) }
    }
}

impl FromCore<core::Function> for PointFunction {
    fn from_core(core: &core::Function) -> Self {
        match core {
            core::Function::Administration => Self::Administration,
            core::Function::Exchange => Self::Exchange,
            core::Function::Redemption => Self::Redemption,
        }
    }
}

/// The stretches of a week in which a contact point is open.
pub(crate) fn open_hours(week: &core::OpeningHours) -> Vec<OpenHours> {
    let spans = week.days().flat_map(|(day, spans)| spans.iter().map(move |span| OpenHours::of(day, span)));
    spans.collect()
}

impl OpenHours {
    pub(crate) fn of(day: core::Weekday, span: &core::OpenSpan) -> Self {
        Self { weekday: day.number(), from: span.from, until: span.until }
    }
}
