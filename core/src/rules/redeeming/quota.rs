//! How many pieces of an offer one person gets in a period (R25, R51), over all their accounts and all
//! partners; or one household, where the design counts it as one (R60).

use super::bargain::{Bargain, pieces};
use super::taker::taker;
use crate::books::{Account, AccountKind, Count, CounterKey, Draft};
use crate::calendar::Period;
use crate::orders::{Refusal, RefusalCode};
use crate::people::Person;
use crate::rules::Scene;

/// Counts the pieces of a bargain for whoever takes them; what the order itself takes is given back as a
/// count.
pub(super) fn take(
    scene: &Scene<'_>,
    bargain: &Bargain<'_>,
    account: &Account,
    draft: &mut Draft<'_>,
) -> Result<Option<Count>, Refusal> {
    let Some(limit) = bargain.offer.per_person else { return Ok(None) };
    let (reward, period) = (bargain.offer.code, limit.per);
    let from = period.first_day(scene.order.value_day);
    let taker = taker(scene, account)?;
    let household = if limit.household { household(scene, account, taker) } else { None };
    let key = match household {
        Some(household) => CounterKey::TakenByHousehold { reward, household: household.id(), period, from },
        None => CounterKey::TakenByPerson { reward, person: taker.id(), period, from },
    };
    let left = i64::from(limit.times).saturating_sub(scene.counters.used(&key).minor());
    if i64::from(bargain.pieces) > left {
        let until = (period != Period::Lifetime).then(|| period.last_day(from));
        let code = match until {
            Some(_) => RefusalCode::PersonLimit,
            None => RefusalCode::PersonLimitForLife,
        };
        return Err(Refusal::of(code, reward).with(|figures| {
            figures.count = Some(left.max(0));
            figures.until = until;
            figures.who = Some(household.map_or(taker.id(), Account::id));
        }));
    }
    let count = Count { key, by: pieces(bargain.pieces) };
    draft.count(count.key, count.by)?;
    Ok(Some(count))
}

/// The household that takes it: the one whose account pays, or the one the person shares.
fn household<'s>(scene: &Scene<'s>, account: &Account, taker: &Person) -> Option<&'s Account> {
    let own = scene.books.find(&account.id()).filter(|account| account.kind() == AccountKind::Household);
    own.or_else(|| scene.books.household_of(taker))
}
