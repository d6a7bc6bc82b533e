//! [`Design`]: the design file as a whole.

use crate::calendar::Day;
use crate::money::{Amount, Ratio};

use super::{
    Activities, Caps, Circulation, ContactPoints, Currency, Days, Earning, ExchangeBack, Expiry, FactKinds,
    Inactivity, Issuer, Issuers, Leaving, Limits, LotPolicy, OfficeHolder, Paper, Permissions, Pot,
    Redemption, ReversalPolicy, ServiceError, Settlement, Spending, Unit, UnitValue, WelcomeGifts,
};

/// A currency as its steering group designed it: read from a file, complete with every default, and
/// free of contradictions. It cannot be changed, only replaced by an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Design {
    pub(super) currency: Currency,
    pub(super) issuers: Issuers,
    pub(super) unit: Unit,
    pub(super) circulation: Circulation,
    pub(super) limits: Limits,
    pub(super) facts: FactKinds,
    pub(super) activities: Activities,
    pub(super) earning: Earning,
    pub(super) caps: Caps,
    pub(super) redemption: Redemption,
    pub(super) expiry: Expiry,
    pub(super) lots: LotPolicy,
    pub(super) days: Days,
    pub(super) spending: Spending,
    pub(super) reversal: ReversalPolicy,
    pub(super) leaving: Leaving,
    pub(super) inactivity: Option<Inactivity>,
    pub(super) pot: Option<Pot>,
    pub(super) welcome: WelcomeGifts,
    pub(super) paper: Option<Paper>,
    pub(super) settlement: Option<Settlement>,
    pub(super) exchange_back: Option<ExchangeBack>,
    pub(super) contact_points: ContactPoints,
    pub(super) permissions: Permissions,
    pub(super) office_holders: Vec<OfficeHolder>,
}

impl Design {
    /// What the currency is called, and where it is.
    pub fn currency(&self) -> &Currency {
        &self.currency
    }

    /// The legal persons behind the currency, each from a day on.
    pub fn issuers(&self) -> &Issuers {
        &self.issuers
    }

    /// The legal person behind the currency on a day, if one is named for it (H3.5).
    pub fn issuer_on(&self, day: Day) -> Option<&Issuer> {
        self.issuers.on(day)
    }

    /// The unit, its scale and what it stands for.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// How units come into circulation.
    pub fn circulation(&self) -> &Circulation {
        &self.circulation
    }

    /// How far an account may go.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What can be recorded about a person.
    pub fn facts(&self) -> &FactKinds {
        &self.facts
    }

    /// What is never rewarded or paid for, and the categories of services.
    pub fn activities(&self) -> &Activities {
        &self.activities
    }

    /// What can be earned with.
    pub fn earning(&self) -> &Earning {
        &self.earning
    }

    /// How much can be earned in a period.
    pub fn caps(&self) -> &Caps {
        &self.caps
    }

    /// What units can be spent on outside the ring.
    pub fn redemption(&self) -> &Redemption {
        &self.redemption
    }

    /// When units lapse, after which notice, and where they go.
    pub fn expiry(&self) -> &Expiry {
        &self.expiry
    }

    /// How finely units are told apart, and which are spent first.
    pub fn lots(&self) -> &LotPolicy {
        &self.lots
    }

    /// How late an act may be booked, and how long a pending order waits.
    pub fn days(&self) -> &Days {
        &self.days
    }

    /// What participants may do with units among themselves.
    pub fn spending(&self) -> &Spending {
        &self.spending
    }

    /// How entries are taken back.
    pub fn reversal(&self) -> &ReversalPolicy {
        &self.reversal
    }

    /// What happens to the balance of somebody who leaves.
    pub fn leaving(&self) -> &Leaving {
        &self.leaving
    }

    /// When somebody who does nothing is called inactive, if ever.
    pub fn inactivity(&self) -> Option<&Inactivity> {
        self.inactivity.as_ref()
    }

    /// The common pot, if there is one.
    pub fn pot(&self) -> Option<&Pot> {
        self.pot.as_ref()
    }

    /// Whether there is a common pot.
    pub fn has_pot(&self) -> bool {
        self.pot.is_some()
    }

    /// What is given once to whoever joins.
    pub fn welcome(&self) -> &WelcomeGifts {
        &self.welcome
    }

    /// Notes and tokens, if there are any.
    pub fn paper(&self) -> Option<&Paper> {
        self.paper.as_ref()
    }

    /// How partners are paid in euro, if they are.
    pub fn settlement(&self) -> Option<&Settlement> {
        self.settlement.as_ref()
    }

    /// How units become euro again, if they do.
    pub fn exchange_back(&self) -> Option<&ExchangeBack> {
        self.exchange_back.as_ref()
    }

    /// The contact points.
    pub fn contact_points(&self) -> &ContactPoints {
        &self.contact_points
    }

    /// The roles and what each may do.
    pub fn permissions(&self) -> &Permissions {
        &self.permissions
    }

    /// Who holds a role from the first day. Later appointments are orders.
    pub fn office_holders(&self) -> &[OfficeHolder] {
        &self.office_holders
    }

    /// The units a service of so many minutes costs on a day: the minutes rounded to the step, then
    /// converted at the unit's value.
    ///
    /// # Errors
    /// [`ServiceError`] if services are not counted in minutes, the unit has no value on that day, or
    /// the units do not fit.
    pub fn units_for_minutes(&self, minutes: u32, on: Day) -> Result<Amount, ServiceError> {
        let step = self.spending.service.ok_or(ServiceError::NotTimed)?;
        let Some(UnitValue::Minutes(per_minor)) = self.unit.value_on(on) else {
            return Err(ServiceError::NoValue { on });
        };
        let rounded = step.rounding.to_step(minutes.into(), step.step_minutes.into())?;
        let minor_per_minute: Ratio = per_minor.inverse();
        Ok(minor_per_minute.apply(Amount::from_minor(rounded)?, step.rounding)?.amount)
    }
}
