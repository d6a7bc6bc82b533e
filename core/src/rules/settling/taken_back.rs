//! What becomes of an acceptance when the order behind it is taken back: while it is open it gets smaller;
//! once it is claimed, only the claim can let it go, and once it is settled only a clawback.

use crate::books::{Change, ClaimState, Draft, Stands};
use crate::id::OrderId;
use crate::money::Amount;
use crate::orders::{Refusal, RefusalCode};
use crate::rules::Scene;

/// So many minor units of what an order brought a partner are taken back.
pub(in crate::rules) fn taken_back(
    scene: &Scene<'_>,
    order: OrderId,
    units: Amount,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    match scene.settlements.stands(order) {
        None => Ok(()),
        Some(Stands::Open(open)) => {
            let left = open.units.checked_sub(units).unwrap_or(Amount::ZERO);
            let was = Box::new(open.clone());
            draft.entry.changes.push(Change::AcceptanceReduced { was, left });
            Ok(())
        }
        Some(Stands::In(claim)) => {
            let code = match claim.state {
                ClaimState::Filed | ClaimState::Rejected { .. } => RefusalCode::InClaim,
                ClaimState::Approved { .. } | ClaimState::Paid { .. } => RefusalCode::Settled,
            };
            Err(Refusal::about(code, claim.invoice))
        }
    }
}
