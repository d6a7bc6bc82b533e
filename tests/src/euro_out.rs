//! Where euro go, told again from the records: to partners that claimed, and back to whoever had just given
//! them. Never to a participant for units (truth 10, design.md).

use std::collections::BTreeMap;

use muntwerk::books::{Change, Entry, EuroPlace};
use muntwerk::id::{Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::orders::Ask;
use muntwerk::people::PartnerRole;

/// Which entry lets units become euro for somebody they must not, if any does.
pub fn units_became_euro(ledger: &Ledger) -> Result<(), String> {
    let mut claimants: BTreeMap<OrderId, Id> = BTreeMap::new();
    for record in ledger.records_from(0) {
        let (Some(order), Some(entry)) = (record.order(), record.entry()) else { continue };
        let asked = entry.changes.iter().find_map(|change| match change {
            Change::PendingEnded { asked, .. } => asked.as_deref(),
            _ => None,
        });
        for change in &entry.changes {
            if let Change::ClaimFiled(claim) = change {
                claimants.insert(claim.id, claim.partner);
            }
        }
        let ask = &asked.unwrap_or(order).ask;
        look_at(ledger, ask, entry, &claimants).map_err(|what| format!("{what}\n{ask:?}\n{entry:?}"))?;
    }
    Ok(())
}

fn cents(entry: &Entry, of: impl Fn(EuroPlace) -> bool) -> i64 {
    entry.euro.iter().filter(|leg| of(leg.place)).map(|leg| leg.cents).sum()
}

fn look_at(
    ledger: &Ledger,
    ask: &Ask,
    entry: &Entry,
    claimants: &BTreeMap<OrderId, Id>,
) -> Result<(), String> {
    let claimed = entry.changes.iter().filter_map(|change| match change {
        Change::ClaimMoved { claim, .. } | Change::ClaimLineChanged { claim, .. } => claimants.get(claim),
        Change::ClaimFiled(claim) => claimants.get(&claim.id),
        _ => None,
    });
    let claimed: Vec<Id> = claimed.copied().collect();
    for leg in &entry.euro {
        let (EuroPlace::Owed(who) | EuroPlace::Due(who)) = leg.place else { continue };
        let partner = ledger.state().people().partner(&who);
        let redeems = |partner: &muntwerk::people::Partner| {
            partner.contracts.iter().any(|contract| contract.has(PartnerRole::Redeeming))
        };
        // Where euro back the units, the design may let a participant exchange in an emergency.
        let exceptional = ledger.design().exchange_back().is_some_and(|block| block.exceptional.is_some());
        let allowed = match partner {
            Some(partner) => redeems(partner),
            None => exceptional,
        };
        if !claimed.contains(&who) || !allowed {
            return Err(format!("euro move for {who}, who claimed nothing"));
        }
    }
    let leave = |account: Id| {
        ledger.state().books().find(&account).is_some_and(|account| account.kind().is_participant())
    };
    let units_leave = entry.legs.iter().any(|leg| leg.amount.is_negative() && leave(leg.account.id()));
    let notes_leave =
        entry.notes.iter().any(|leg| leg.by < 0 && matches!(leg.place.to_string().as_str(), "circulation"));
    let out = cents(entry, |place| place == EuroPlace::Outside);
    // A partner is paid, or owes back what it was paid, without any unit of a participant leaving.
    if (units_leave || notes_leave) && out > 0 {
        return Err(format!("{out} cents leave against units"));
    }
    let paid = matches!(ask, Ask::ConfirmPaid(_) | Ask::ApproveClaim(_));
    let differs = matches!(ask, Ask::ApproveDifference(_) | Ask::Chargeback(_));
    if out > 0 && !paid && !differs {
        return Err(format!("{out} cents leave, and nobody claimed them"));
    }
    Ok(())
}
