//! Rewarding an effort by the earning catalogue (R10, R12, H4.4).

use super::budget::count_budget;
use super::effort::Effort;
use crate::books::{Draft, LotFacts, Origin, OriginKind, Taken};
use crate::calendar::Day;
use crate::design::{EarningAction, LateAward};
use crate::money::{Amount, Balance};
use crate::orders::{Award, Refusal, RefusalCode};
use crate::people::{Action, Contract, Partner, PartnerRole};
use crate::rules::rule::Act;
use crate::rules::standing::may_receive;
use crate::rules::{About, Scene, redeeming};

fn activity<'s>(award: &Award, scene: &Scene<'s>) -> Result<&'s EarningAction, Refusal> {
    let found = scene.value_design().earning().get(&award.activity);
    found.ok_or_else(|| {
        Refusal::of(RefusalCode::ActivityUnknown, award.activity)
            .with(|figures| figures.until = Some(scene.order.value_day))
    })
}

/// The partner that rewards, and the contract under which it may reward this.
pub(crate) fn issuing_partner<'s>(
    award: &Award,
    scene: &Scene<'s>,
) -> Result<(&'s Partner, &'s Contract), Refusal> {
    let partner = redeeming::partner(scene, &award.partner, PartnerRole::Issuing)?;
    let activity = activity(award, scene)?;
    if activity.may_issue(&award.partner) {
        return Ok(partner);
    }
    Err(Refusal::about(RefusalCode::ActivityElsewhere, award.partner)
        .with(|figures| figures.what = Some(award.activity)))
}

/// The last day of units earned on the value day. If it is past already, the design either refuses or
/// grants some days from today (late entries: the award came after its units would have lapsed).
fn ends_on(award: &Award, scene: &Scene<'_>) -> Result<Option<Day>, Refusal> {
    let expiry = &scene.value_design().expiry();
    let ends_on = scene.dated(scene.order.value_day);
    let Some(end) = ends_on.filter(|end| *end < scene.day) else { return Ok(ends_on) };
    match expiry.late_award {
        LateAward::Refuse => {
            Err(Refusal::of(RefusalCode::AwardLapsed, award.activity)
                .with(|figures| figures.until = Some(end)))
        }
        LateAward::Grant { days } => {
            let granted = scene.day.plus_days(i32::from(days));
            granted.map(Some).ok_or_else(|| Refusal::new(RefusalCode::Overflow))
        }
    }
}

/// The units for what was measured, by the catalogue.
pub(crate) fn units_for(award: &Award, scene: &Scene<'_>) -> Result<Amount, Refusal> {
    let amount = activity(award, scene)?.units_for(award.measured);
    let amount = amount.map_err(|_| Refusal::new(RefusalCode::Overflow))?;
    if amount.is_zero() {
        return Err(Refusal::of(RefusalCode::NothingEarned, award.activity));
    }
    Ok(amount)
}

/// How many of the units earned are credited to somebody who is rewarded in notes, by the same rules.
pub(crate) fn credited_in_notes(
    award: &Award,
    scene: &Scene<'_>,
    earned: Amount,
    draft: &mut Draft<'_>,
) -> Result<Amount, Refusal> {
    Effort::in_notes(award, activity(award, scene)?).credited(scene, earned, draft)
}

impl Act for Award {
    fn about(&self, scene: &Scene<'_>) -> Result<About, Refusal> {
        let (to, _) = scene.participant(&self.to)?;
        let amount = units_for(self, scene)?;
        Ok(About {
            account: Some(to),
            partner: Some(self.partner),
            gains: Some(to),
            amount,
            ..About::action(Action::Award)
        })
    }

    fn draft(&self, scene: &Scene<'_>, about: &About, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (partner, contract) = issuing_partner(self, scene)?;
        let (to, account) = scene.participant(&self.to)?;
        let effort = Effort::on_account(scene, self, activity(self, scene)?, account)?;
        let amount = effort.credited(scene, about.amount, draft)?;
        count_budget(scene, (partner, contract), amount, draft)?;
        may_receive(scene, account, amount, draft)?;
        if amount.is_zero() {
            // The effort is on record, with who asked and what was measured, and nothing moves.
            return Ok(());
        }
        let minus = Balance::from(amount).checked_neg().unwrap_or(Balance::ZERO);
        draft.counter_side(partner.issued, minus)?;
        let facts = LotFacts {
            origin: Origin { kind: OriginKind::Award, account: draft.refer(partner.issued)? },
            earned_on: scene.order.value_day,
            ends_on: ends_on(self, scene)?,
            parent: None,
        };
        let lot = draft.issue(facts, amount)?;
        Ok(draft.receive(to, &Taken::from_slice(&[(lot, amount)]))?)
    }
}
