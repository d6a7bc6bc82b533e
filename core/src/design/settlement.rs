//! `[settlement]`: how partners are paid in euro for the units they take in.

use serde::Deserialize;

use crate::calendar::{Day, Period};
use crate::money::{Amount, EuroRate, Rounding, Scale};
use crate::people::{SettlementTerms, Share};

use super::UnitKind;
use super::load::Facts;
use super::problem::Problems;
use super::resolved::{Writer, quoted, word_of};
use super::scalars::{Date, Figure, word_or};
use super::spanned::Spanned;
use super::unit::euro_scale;

/// How partners are paid in euro for the units they take in (R38, R39). A contract may say otherwise for
/// one partner.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settlement {
    /// Which way a fraction of a cent goes, once for every line of a claim. What it adds or leaves out is
    /// the issuer's.
    pub rounding: Rounding,
    /// What partners are paid unless the unit itself stands for euro, in the order of the days.
    pub rates: Vec<RateFrom>,
    /// What holds for a partner whose contract says nothing else; it names no rate and no budget.
    pub terms: SettlementTerms,
    /// How much may be approved for all partners together; without one, as much as is claimed.
    pub budget: Option<SettlementBudget>,
}

/// What units are paid with from a day of activity on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateFrom {
    /// The first day.
    pub from: Day,
    /// How many units.
    pub units: Amount,
    /// How many cents for them.
    pub cents: Amount,
    /// The same in lowest terms.
    pub rate: EuroRate,
}

/// How many euro may be approved in a period, by the day of approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SettlementBudget {
    /// How many cents.
    pub cents: Amount,
    /// Over which period.
    pub per: Period,
}

impl Settlement {
    /// The rate of the design on a day, if it has one then.
    pub fn rate_on(&self, day: Day) -> Option<EuroRate> {
        self.rates.iter().rev().find(|rate| rate.from <= day).map(|rate| rate.rate)
    }
}

/// How partners are paid in euro for the units they take in (uitbetaling).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawSettlement {
    /// Which way a fraction of a cent goes, once for every line of a claim: all units at one rate and one fee.
    /// What rounding adds or leaves out is the issuer's.
    ///
    /// Default: `"half_up"`. Source: R2.
    rounding: Option<Spanned<Rounding>>,
    /// What partners are paid: one `[[settlement.rate]]` per change, in the order of the days. The rate of the day
    /// of the activity counts. A unit pegged to the euro needs none: then it is what the unit stands for. A
    /// contract may have a rate of its own.
    ///
    /// Source: R38 (euro rate), R52 (rate at acceptance).
    #[serde(default)]
    rate: Vec<RawRate>,
    /// The share that is kept back of what is paid, in percent, 0 to 100 with at most two decimals.
    ///
    /// Default: `0`. Example: `"1.5"`. Source: R38 (fee); Eusko and Chiemgauer.
    fee_percent: Option<Spanned<Figure>>,
    /// A claim goes through the last day of such a period. Left out: through any day.
    ///
    /// Example: `"month"`. Source: R38 (settlement period).
    period: Option<Spanned<Period>>,
    /// The least that a claim comes to, in euro. What a partner has left when its contract is over is paid
    /// whatever it is.
    ///
    /// Default: `0`. Example: `25`. Source: R38 (minimum).
    minimum: Option<Spanned<Figure>>,
    /// How many days after the activity it can still be claimed, 0 to 3660. Left out: for ever.
    ///
    /// Example: `90`. Source: R38 (claim window); Londerzeel: 3 months.
    claim_days: Option<Spanned<i64>>,
    /// Within how many days a claim is paid, 0 to 366. It stands on the pay list. Left out: nothing was promised.
    ///
    /// Example: `30`. Source: R38 (pay-within term); Londerzeel: 1 month.
    pay_days: Option<Spanned<i64>>,
    /// How many euro may be approved in a period, by the day of approval, for all partners together. Left out:
    /// as many as are claimed.
    ///
    /// Example: `{ euro = 22000, per = "year" }`. Source: R38, R52 (budget insufficient); table of roles
    /// (steering group: budget).
    budget: Option<RawBudget>,
}

/// What units are paid with from a day on.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawRate {
    /// The first day of activity. Example: `2026-01-01`.
    from: Spanned<Date>,
    /// How many units, above zero. Example: `10`.
    units: Spanned<Figure>,
    /// How many euro for them, above zero. Example: `"0.95"`.
    euro: Spanned<Figure>,
}

/// How many euro may be approved in a period.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawBudget {
    /// How many euro, above zero. Example: `22000`.
    euro: Spanned<Figure>,
    /// Over which period.
    per: Spanned<Period>,
}

const ROUNDING: Rounding = Rounding::HalfUp;

impl RawSettlement {
    pub(super) fn check(raw: &Spanned<Self>, facts: Facts, problems: &mut Problems) -> Option<Settlement> {
        let this = raw.get_ref();
        let rates = this.check_rates(facts, problems);
        if this.rate.is_empty() && facts.kind != UnitKind::EuroPegged {
            let reason = "the unit stands for no euro, so a [[settlement.rate]] says what partners are paid";
            problems.add(raw.span(), "settlement.rate", reason);
        }
        let fee = match &this.fee_percent {
            Some(raw) => share(raw, "settlement.fee_percent", problems),
            None => Some(Share::default()),
        };
        let minimum = match &this.minimum {
            Some(raw) => problems.amount(raw, "settlement.minimum", Some(euro_scale())),
            None => Some(Amount::ZERO),
        };
        let days = |raw: &Option<Spanned<i64>>, key: &str, most: i64, problems: &mut Problems| match raw {
            Some(raw) => problems.whole(raw, key, 0..=most).map(Some),
            None => Some(None),
        };
        let claim_days = days(&this.claim_days, "settlement.claim_days", 3660, problems);
        let pay_days = days(&this.pay_days, "settlement.pay_days", 366, problems);
        let budget = match &this.budget {
            Some(raw) => {
                let cents =
                    problems.amount_above_zero(&raw.euro, "settlement.budget.euro", Some(euro_scale()));
                cents.map(|cents| Some(SettlementBudget { cents, per: *raw.per.get_ref() }))
            }
            None => Some(None),
        };
        let terms = SettlementTerms {
            rate: None,
            fee: Some(fee?),
            period: this.period.as_ref().map(|period| *period.get_ref()),
            minimum: Some(minimum?),
            claim_days: claim_days?,
            pay_days: pay_days?,
            budget: None,
            beneficiary: None,
            second_beneficiary: None,
        };
        let rounding = word_or(this.rounding.as_ref(), ROUNDING);
        Some(Settlement { rounding, rates: rates?, terms, budget: budget? })
    }

    fn check_rates(&self, facts: Facts, problems: &mut Problems) -> Option<Vec<RateFrom>> {
        let mut rates: Vec<RateFrom> = Vec::new();
        for (place, raw) in self.rate.iter().enumerate() {
            let key = format!("settlement.rate[{place}]");
            let Some(rate) = raw.check(&key, facts, problems) else { continue };
            if rates.last().is_some_and(|earlier| earlier.from >= rate.from) {
                let reason = "rates stand in the order of their first days, one for each";
                problems.add(raw.from.span(), format!("{key}.from"), reason);
            }
            rates.push(rate);
        }
        (rates.len() == self.rate.len()).then_some(rates)
    }
}

/// A share in percent, with at most two decimals.
pub(super) fn share(raw: &Spanned<Figure>, key: &str, problems: &mut Problems) -> Option<Share> {
    let hundredths = problems.amount(raw, key, Some(euro_scale()))?;
    let share = u16::try_from(hundredths.minor()).ok().and_then(|hundredths| Share::new(hundredths).ok());
    if share.is_none() {
        problems.add(raw.span(), key, "this lies between 0 and 100 percent");
    }
    share
}

impl RawRate {
    fn check(&self, key: &str, facts: Facts, problems: &mut Problems) -> Option<RateFrom> {
        let from = problems.day(&self.from, &format!("{key}.from"));
        let units = problems.amount_above_zero(&self.units, &format!("{key}.units"), facts.scale);
        let cents = problems.amount_above_zero(&self.euro, &format!("{key}.euro"), Some(euro_scale()));
        let (units, cents) = (units?, cents?);
        let rate = EuroRate::new(cents.minor(), units.minor());
        let rate = rate.map_err(|error| problems.add(self.units.span(), key, error)).ok()?;
        Some(RateFrom { from: from?, units, cents, rate })
    }
}

impl Settlement {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        out.table("settlement");
        out.word("rounding", self.rounding);
        if let Some(fee) = self.terms.fee {
            let percent = Amount::from_minor(fee.hundredths().into()).unwrap_or(Amount::ZERO);
            out.amount("fee_percent", percent, euro_scale());
        }
        if let Some(period) = self.terms.period {
            out.word("period", period);
        }
        if let Some(minimum) = self.terms.minimum {
            out.amount("minimum", minimum, euro_scale());
        }
        if let Some(days) = self.terms.claim_days {
            out.pair("claim_days", days);
        }
        if let Some(days) = self.terms.pay_days {
            out.pair("pay_days", days);
        }
        if let Some(budget) = self.budget {
            let (euro, per) = (quoted(budget.cents.text(euro_scale())), word_of(budget.per));
            out.pair("budget", format_args!("{{ euro = {euro}, per = {per} }}"));
        }
        for rate in &self.rates {
            out.element("settlement.rate");
            out.pair("from", rate.from);
            out.amount("units", rate.units, scale);
            out.amount("euro", rate.cents, euro_scale());
        }
    }
}
