//! The column `terms`: how a partner is paid in euro, where it is not as the design says.

use std::str::FromStr;

use super::LineReason;
use super::cells::{amount, word_of};
use super::error::shortened;
use crate::calendar::Period;
use crate::design::euro_scale;
use crate::id::Id;
use crate::money::{EuroRate, Scale};
use crate::people::{BudgetPeriod, EuroBudget, SettlementTerms, Share};

const PERIODS: &[(&str, Period)] = &[
    ("day", Period::Day),
    ("week", Period::Week),
    ("month", Period::Month),
    ("year", Period::Year),
    ("lifetime", Period::Lifetime),
];

pub(super) const BUDGET_PERIODS: &[(&str, BudgetPeriod)] =
    &[("month", BudgetPeriod::Month), ("year", BudgetPeriod::Year), ("contract", BudgetPeriod::Contract)];

type Put = fn(&mut SettlementTerms, &str, Scale) -> Result<(), LineReason>;

/// What can be agreed, and how it is read.
const TERMS: &[(&str, Put)] = &[
    ("rate", |terms, text, scale| put(&mut terms.rate, rate(text, scale))),
    ("fee", |terms, text, _| put(&mut terms.fee, share(text))),
    ("period", |terms, text, _| put(&mut terms.period, word_of(text, PERIODS))),
    ("minimum", |terms, text, _| put(&mut terms.minimum, amount(text, euro_scale()))),
    ("claim_days", |terms, text, _| put(&mut terms.claim_days, days(text))),
    ("pay_days", |terms, text, _| put(&mut terms.pay_days, days(text))),
    ("budget", |terms, text, _| put(&mut terms.budget, budget(text))),
    ("beneficiary", |terms, text, _| put(&mut terms.beneficiary, id(text))),
    ("second_beneficiary", |terms, text, _| put(&mut terms.second_beneficiary, id(text))),
];

/// Reads `fee=1,5 claim_days=90`: several words with spaces between, each of them once.
pub(super) fn terms(text: &str, scale: Scale) -> Result<SettlementTerms, LineReason> {
    let mut terms = SettlementTerms::default();
    for word in text.split_whitespace() {
        let (name, value) = word.split_once('=').ok_or_else(|| none(word))?;
        let (_, put) = TERMS.iter().find(|(known, _)| *known == name).ok_or_else(|| none(word))?;
        put(&mut terms, value, scale)?;
    }
    Ok(terms)
}

fn put<T>(place: &mut Option<T>, value: Result<T, LineReason>) -> Result<(), LineReason> {
    match place.replace(value?) {
        None => Ok(()),
        Some(_) => Err(LineReason::TermTwice),
    }
}

fn none(word: &str) -> LineReason {
    let known: Vec<&str> = TERMS.iter().map(|(name, _)| *name).collect();
    LineReason::Term { found: shortened(word), known: known.join(", ") }
}

/// `10/1,00`: ten units are one euro.
fn rate(text: &str, scale: Scale) -> Result<EuroRate, LineReason> {
    let (units, euro) = text.split_once('/').ok_or_else(|| pair(text, "10/1,00"))?;
    let (units, cents) = (amount(units, scale)?, amount(euro, euro_scale())?);
    Ok(EuroRate::new(cents.minor(), units.minor())?)
}

/// `500/month`: so many euro in a month.
fn budget(text: &str) -> Result<EuroBudget, LineReason> {
    let (euro, per) = text.split_once('/').ok_or_else(|| pair(text, "500/month"))?;
    Ok(EuroBudget { cents: amount(euro, euro_scale())?, per: word_of(per, BUDGET_PERIODS)? })
}

fn pair(found: &str, example: &'static str) -> LineReason {
    LineReason::Pair { found: shortened(found), example }
}

/// In percent, with two decimals at most.
fn share(text: &str) -> Result<Share, LineReason> {
    let hundredths = amount(text, euro_scale())?;
    let share = u16::try_from(hundredths.minor()).ok().and_then(|hundredths| Share::new(hundredths).ok());
    share.ok_or_else(|| LineReason::Percent { found: shortened(text) })
}

fn days(text: &str) -> Result<u16, LineReason> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let days = if plain { u16::from_str(text).ok() } else { None };
    days.ok_or_else(|| LineReason::Days { found: shortened(text) })
}

fn id(text: &str) -> Result<Id, LineReason> {
    Ok(Id::parse(text)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Amount;

    fn read(text: &str) -> Result<SettlementTerms, LineReason> {
        terms(text, Scale::new(0).unwrap())
    }

    #[test]
    fn terms_are_read_word_by_word() {
        let all = "rate=10/0,95 fee=1,5 period=month minimum=25 claim_days=90 pay_days=30 budget=500/year \
                   beneficiary=p-2 second_beneficiary=p-3";
        let terms = read(all).unwrap();
        assert_eq!(terms.rate, EuroRate::new(95, 10).ok());
        assert_eq!(terms.fee, Share::new(150).ok());
        assert_eq!(terms.period, Some(Period::Month));
        assert_eq!(terms.minimum, Amount::from_minor(2_500).ok());
        assert_eq!((terms.claim_days, terms.pay_days), (Some(90), Some(30)));
        let budget = EuroBudget { cents: Amount::from_minor(50_000).unwrap(), per: BudgetPeriod::Year };
        assert_eq!(terms.budget, Some(budget));
        assert_eq!(
            (terms.beneficiary, terms.second_beneficiary),
            (Id::parse("p-2").ok(), Id::parse("p-3").ok())
        );
        assert_eq!(read("").unwrap(), SettlementTerms::default());
        // Every term that a contract can have stands in the list.
        assert_eq!(serde_json::to_value(terms).unwrap().as_object().unwrap().len(), TERMS.len());
    }

    #[test]
    fn whatever_is_wrong_in_one_is_said() {
        let told = |text| read(text).unwrap_err().to_string();
        assert!(told("discount=3").contains("\"discount=3\" is no term: there are rate, fee, period"));
        assert!(told("fee").contains("\"fee\" is no term"));
        assert_eq!(told("fee=1 fee=2"), "a term stands there twice");
        assert_eq!(told("rate=10"), "\"10\" is not two figures such as 10/1,00");
        assert_eq!(told("budget=500"), "\"500\" is not two figures such as 500/month");
        assert_eq!(told("fee=100,01"), "\"100,01\" is not a percentage from 0 to 100");
        assert_eq!(told("claim_days=+3"), "\"+3\" is not a number of days from 0 to 65535");
        assert!(told("period=quarter").contains("\"quarter\" is none of day, week, month, year, lifetime"));
        assert!(told("rate=0/1").contains("0"));
    }
}
