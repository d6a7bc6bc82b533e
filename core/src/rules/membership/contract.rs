//! What a contract with a partner must be (R38), whether the partner is new or not.

use crate::id::Id;
use crate::orders::{Refusal, RefusalCode};
use crate::people::{AccountKind, Contract, PartnerRole};
use crate::rules::Scene;

/// Whether a partner can get this contract.
pub(super) fn check(scene: &Scene<'_>, partner: Id, contract: &Contract) -> Result<(), Refusal> {
    let roles = contract.roles.as_slice();
    if !matches!(roles, [_] | [_, _]) || roles.first() == roles.get(1) {
        return Err(Refusal::about(RefusalCode::PartnerRolesWrong, partner));
    }
    if matches!((contract.from, contract.until), (Some(from), Some(until)) if until < from) {
        return Err(Refusal::new(RefusalCode::DatesWrong).with(|figures| {
            figures.from = contract.from;
            figures.until = contract.until;
        }));
    }
    let pointless = (contract.budget.is_some() && !contract.has(PartnerRole::Issuing))
        || (contract.account.is_some() && !contract.has(PartnerRole::Redeeming));
    if pointless {
        return Err(Refusal::about(RefusalCode::ContractPointless, partner));
    }
    if contract.budget.is_some_and(|budget| budget.units.is_zero()) {
        return Err(Refusal::new(RefusalCode::AmountZero));
    }
    if let Some(id) = contract.account {
        let (_, account) = scene.account(&id)?;
        if account.kind() != AccountKind::Organisation {
            return Err(Refusal::about(RefusalCode::NotAnOrganisation, id));
        }
    }
    Ok(())
}
