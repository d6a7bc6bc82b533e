//! The euro behind units (R3, domain 3.5): at par, in two accounts, for what is on accounts and
//! for what is on paper.

use crate::books::{BackedBy, Draft, EuroPlace};
use crate::design::UnitValue;
use crate::id::Id;
use crate::money::{Amount, Rounding};
use crate::orders::{Refusal, RefusalCode};
use crate::people::{EuroPayee, Partner};
use crate::rules::Scene;

/// What so many minor units are backed with, in cents: whole, as the loader saw to it.
pub(in crate::rules) fn par(scene: &Scene<'_>, units: Amount) -> Result<Amount, Refusal> {
    let day = scene.day;
    let Some(UnitValue::Euro(cents)) = scene.booking_design().unit().value_on(day) else {
        return Err(Refusal::new(RefusalCode::ValueUnknown).with(|figures| figures.until = Some(day)));
    };
    let worth = cents.apply(units, Rounding::Down).map_err(|_| Refusal::new(RefusalCode::Overflow))?;
    Ok(worth.amount)
}

/// The minor units that so many cents buy, if they are whole.
pub(super) fn bought(scene: &Scene<'_>, euro: Amount) -> Result<Amount, Refusal> {
    let day = scene.day;
    let Some(UnitValue::Euro(cents)) = scene.booking_design().unit().value_on(day) else {
        return Err(Refusal::new(RefusalCode::ValueUnknown).with(|figures| figures.until = Some(day)));
    };
    let units =
        cents.inverse().apply(euro, Rounding::Down).map_err(|_| Refusal::new(RefusalCode::Overflow))?;
    if par(scene, units.amount)? == euro {
        return Ok(units.amount);
    }
    Err(Refusal::new(RefusalCode::EuroNotWhole).with(|figures| figures.euro = Some(euro.into())))
}

/// Value went from one form to the other, and as much of its backing as is there goes along. A member is
/// never refused because cash is still on its way to the bank; the report of the reserve says what is.
pub(in crate::rules) fn shift(
    scene: &Scene<'_>,
    units: Amount,
    from: BackedBy,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    if !scene.booking_design().circulation().euro_backed {
        return Ok(());
    }
    let there = scene.books.euro().cents(EuroPlace::Backing(from));
    let there = Amount::from_minor(there).unwrap_or(Amount::ZERO);
    Ok(draft.shift_backing(par(scene, units)?.min(there), from)?)
}

/// Units on paper were charged at a counter and are no more: as much of their backing as is there is the
/// issuer's, so that what backs notes stays what notes are worth.
pub(in crate::rules) fn keep(scene: &Scene<'_>, units: Amount, draft: &mut Draft<'_>) -> Result<(), Refusal> {
    if !scene.booking_design().circulation().euro_backed {
        return Ok(());
    }
    let there = scene.books.euro().cents(EuroPlace::Backing(BackedBy::Paper));
    let there = Amount::from_minor(there).unwrap_or(Amount::ZERO);
    Ok(draft.release_backing(par(scene, units)?.min(there), BackedBy::Paper)?)
}

/// How what leaves the backing is divided, in cents.
#[derive(Clone, Copy)]
pub(super) struct Divided {
    pub(super) net: Amount,
    pub(super) given: Amount,
    pub(super) vat: Amount,
}

/// Takes units' backing out, at par: so much is owed, so much is given to a beneficiary, so much is tax; the
/// rest is the issuer's.
pub(super) fn take_out(
    scene: &Scene<'_>,
    units: [(Amount, BackedBy); 2],
    divided: Divided,
    (payee, beneficiary): (EuroPayee, Option<EuroPayee>),
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let mut all = Amount::ZERO;
    for (units, from) in units {
        let cents = par(scene, units)?;
        let there = scene.books.euro().cents(EuroPlace::Backing(from));
        if cents.minor() > there {
            return Err(short(cents, Amount::from_minor(there).unwrap_or(Amount::ZERO)));
        }
        all = all.checked_add(cents).ok_or_else(|| Refusal::new(RefusalCode::Overflow))?;
        draft.release_backing(cents, from)?;
    }
    let Divided { net, given, vat } = divided;
    let out = net.checked_add(given).and_then(|sum| sum.checked_add(vat));
    if out.is_none_or(|out| out > all) {
        return Err(short(net, all));
    }
    draft.owe_released(net, payee)?;
    if let Some(beneficiary) = beneficiary {
        draft.give_released(given, beneficiary)?;
    }
    Ok(draft.tax_released(vat)?)
}

pub(super) fn short(euro: Amount, there: Amount) -> Refusal {
    Refusal::new(RefusalCode::BackingShort).with(|figures| {
        figures.euro = Some(euro.into());
        figures.euro_limit = Some(there.into());
    })
}

/// Who gets the given part of a partner's fee: its first choice if it still qualifies, else its second, else
/// nobody, and it is the issuer's (R68).
pub(super) fn beneficiary(scene: &Scene<'_>, partner: &Partner) -> Option<EuroPayee> {
    let least = scene.booking_design().exchange_back()?.least_sponsors;
    let terms = partner.contract_on(scene.day)?.settlement.as_deref()?;
    let choices = [terms.beneficiary, terms.second_beneficiary];
    choices.into_iter().flatten().find_map(|choice| {
        let chosen = scene.people.partner(&choice)?;
        chosen.contract_on(scene.day)?;
        (sponsors(scene, choice) >= usize::from(least)).then(|| EuroPayee::of_contract(chosen)).flatten()
    })
}

fn sponsors(scene: &Scene<'_>, choice: Id) -> usize {
    let chose = |partner: &&Partner| {
        let terms = partner.contract_on(scene.day).and_then(|contract| contract.settlement.as_deref());
        terms.is_some_and(|terms| terms.beneficiary == Some(choice))
    };
    scene.people.partners().filter(chose).count()
}
