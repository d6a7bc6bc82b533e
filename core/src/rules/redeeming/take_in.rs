//! Where units go that a partner takes in (R4, R20): out of the ring, or to the partner's own account
//! inside it, where they can be spent again.

use crate::books::{Change, Draft, Taken, total};
use crate::dense::AccountNo;
use crate::design::OnTransfer;
use crate::money::Balance;
use crate::orders::{Refusal, RefusalCode};
use crate::people::{Contract, Partner};
use crate::rules::Scene;
use crate::rules::settling::accept;
use crate::rules::standing::{credit, may_receive};

/// Puts what an account paid where the partner takes units in. Inside the ring they keep their dates, or
/// get new ones, as the design says of a payment for a service.
pub(crate) fn take_in(
    scene: &Scene<'_>,
    (partner, contract): (&Partner, &Contract),
    payer: AccountNo,
    pieces: &Taken,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let amount = total(pieces)?;
    let Some(inside) = contract.account else {
        return accept(scene, (partner, contract), amount, None, draft);
    };
    let (row, account) = scene.participant(&inside)?;
    if row == payer {
        return Err(Refusal::about(RefusalCode::SelfTransfer, inside));
    }
    may_receive(scene, account, amount, draft)?;
    let dates = credit(scene);
    let renewed = match scene.booking_design().expiry().on_transfer {
        OnTransfer::Keep => None,
        OnTransfer::Renew => Some(draft.renew(pieces, payer, |_| (dates.earned_on, dates.ends_on))?),
    };
    draft.receive(row, renewed.as_ref().unwrap_or(pieces))?;
    let amount = Balance::from(amount);
    draft.entry.changes.push(Change::TakenIn { partner: partner.id, account: draft.refer(row)?, amount });
    Ok(())
}
