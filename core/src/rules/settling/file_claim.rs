//! A partner claims what it took in (R39): everything open through a day, in lines by rate and fee, each
//! rounded once. An invoice number is used once.

use std::collections::BTreeMap;

use super::{partner, payee, settlement, terms};
use crate::books::{Acceptance, Change, Claim, ClaimLine, ClaimState, Claimed, Draft, Fees};
use crate::calendar::Day;
use crate::money::{Amount, EuroRate, Rounding};
use crate::orders::{FileClaim, Refusal, RefusalCode};
use crate::people::{Action, SettlementTerms};
use crate::rules::rule::Act;
use crate::rules::{About, Scene};

impl Act for FileClaim {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        partner(scene, &self.partner)?;
        Ok(About { partner: Some(self.partner), ..About::action(Action::ClaimSettlement) })
    }

    fn draft(&self, scene: &Scene<'_>, _: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let rounding = settlement(scene)?.rounding;
        let partner = partner(scene, &self.partner)?;
        payee(scene, &self.partner)?;
        let terms = terms(scene, partner)?;
        if scene.settlements.has_invoice(self.partner, self.invoice) {
            return Err(Refusal::about(RefusalCode::InvoiceUsed, self.invoice));
        }
        let through = self.through(scene, &terms)?;
        let taken = self.taken(scene, &terms, through)?;
        let (lines, acceptances) = in_lines(&taken, rounding)?;
        let claim = Claim {
            id: scene.booked_as(),
            partner: self.partner,
            invoice: self.invoice,
            filed_by: scene.order.actor,
            filed_on: scene.day,
            through,
            rounding,
            lines,
            acceptances,
            state: ClaimState::Filed,
            pay_by: terms.pay_days.and_then(|days| scene.day.plus_days(i32::from(days))),
        };
        if !claim.is_in_range() {
            return Err(Refusal::new(RefusalCode::Overflow));
        }
        // What is left of a contract that is over can grow no more.
        let minimum = terms.minimum.filter(|_| partner.contract_on(scene.day).is_some());
        if let Some(minimum) = minimum.filter(|minimum| claim.net() < *minimum) {
            return Err(Refusal::about(RefusalCode::BelowClaimMinimum, self.partner).with(|figures| {
                figures.euro = Some(claim.net().into());
                figures.euro_limit = Some(minimum.into());
            }));
        }
        draft.entry.changes.push(Change::ClaimFiled(Box::new(claim)));
        Ok(())
    }
}

impl FileClaim {
    /// The last day of activity: the end of a period, if claims go by periods, and not one to come.
    fn through(&self, scene: &Scene<'_>, terms: &SettlementTerms) -> Result<Day, Refusal> {
        let latest = terms.period.map_or(scene.day, |period| {
            let end = period.last_day(scene.day);
            let before = period.first_day(scene.day).minus_days(1).unwrap_or(Day::FIRST);
            if end == scene.day { end } else { before }
        });
        let through = self.through.unwrap_or(latest);
        let whole = terms.period.is_none_or(|period| period.last_day(through) == through);
        if through <= latest && whole {
            return Ok(through);
        }
        Err(Refusal::about(RefusalCode::NotWholePeriod, self.partner)
            .with(|figures| figures.until = Some(latest)))
    }

    /// What is open through that day and not too late.
    fn taken<'s>(
        &self,
        scene: &Scene<'s>,
        terms: &SettlementTerms,
        through: Day,
    ) -> Result<Vec<&'s Acceptance>, Refusal> {
        let window = terms.claim_days.and_then(|days| scene.day.minus_days(i32::from(days)));
        let first = window.unwrap_or(Day::FIRST);
        let open = scene.settlements.open_of(self.partner).filter(|one| one.value_day <= through);
        let (taken, late): (Vec<_>, Vec<_>) = open.partition(|one| one.value_day >= first);
        if !taken.is_empty() {
            return Ok(taken);
        }
        Err(match late.last() {
            Some(_) => Refusal::about(RefusalCode::ClaimWindowOver, self.partner)
                .with(|figures| figures.from = Some(first)),
            None => Refusal::about(RefusalCode::NothingToClaim, self.partner)
                .with(|figures| figures.until = Some(through)),
        })
    }
}

/// The lines, in the order of their first acceptance, and which acceptance is in which.
fn in_lines(taken: &[&Acceptance], rounding: Rounding) -> Result<(Vec<ClaimLine>, Vec<Claimed>), Refusal> {
    let overflow = || Refusal::new(RefusalCode::Overflow);
    let mut numbers: BTreeMap<(EuroRate, Fees), u32> = BTreeMap::new();
    let mut sums: Vec<(EuroRate, Fees, Amount)> = Vec::new();
    let mut acceptances = Vec::with_capacity(taken.len());
    for one in taken {
        let next = u32::try_from(sums.len()).map_err(|_| overflow())?;
        let fees = Fees { fee: one.fee, given: one.given, ..Fees::default() };
        let line = *numbers.entry((one.rate, fees)).or_insert(next);
        if line == next {
            sums.push((one.rate, fees, Amount::ZERO));
        }
        let sum = usize::try_from(line).ok().and_then(|line| sums.get_mut(line)).ok_or_else(overflow)?;
        sum.2 = sum.2.checked_add(one.units).ok_or_else(overflow)?;
        let Acceptance { order, value_day, units, series, .. } = **one;
        acceptances.push(Claimed { order, value_day, units, line, series });
    }
    let lines = sums.into_iter().map(|(rate, fees, units)| ClaimLine::of(rate, fees, units, rounding));
    Ok((lines.collect::<Option<_>>().ok_or_else(overflow)?, acceptances))
}
