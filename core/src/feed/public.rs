//! What everybody may see of a record: the design, the partners, the days, ends that are moved.

use smallvec::SmallVec;

use crate::books::{AccountChange, Change, Entry};
use crate::id::Id;
use crate::orders::{Ask, Order};
use crate::people::{Contract, PeopleChange};

/// Who stands where an account may not see who it was.
pub(super) const WITHHELD: &str = "system:withheld";

/// See [`WITHHELD`].
pub(super) fn withheld() -> Option<Id> {
    Id::parse(WITHHELD).ok()
}

/// What everybody may know of a contract: what the partner may do, when, and on which account it takes
/// units in; not its budget, nor how it is paid.
fn of_contract(contract: &Contract) -> Contract {
    Contract { budget: None, settlement: None, ..contract.clone() }
}

/// A change as everybody may see it, if they may.
pub(super) fn change(change: &Change) -> Option<Change> {
    Some(match change {
        Change::Account(AccountChange::PartnerApproved { partner, contract, on }) => {
            let contract = Box::new(of_contract(contract));
            Change::Account(AccountChange::PartnerApproved { partner: *partner, contract, on: *on })
        }
        Change::Account(AccountChange::SeriesOpened { .. })
        | Change::EndsMoved(_)
        | Change::TakenOver
        | Change::DesignAdopted { .. }
        | Change::DayClosed { .. } => change.clone(),
        Change::People(PeopleChange::ContractAmended(partner, contract)) => {
            Change::People(PeopleChange::ContractAmended(*partner, Box::new(of_contract(contract))))
        }
        Change::Account(_)
        | Change::People(_)
        | Change::PendingOpened(_)
        | Change::PendingEnded { .. }
        | Change::Reversed { .. }
        | Change::Reserved(_)
        | Change::ReservationEnded { .. }
        | Change::NoShow(_)
        | Change::PlaceOpened(_)
        | Change::PlaceCalled { .. }
        | Change::PlaceEnded { .. }
        | Change::PaidInEuro { .. }
        | Change::TakenIn { .. }
        | Change::Accepted(_)
        | Change::AcceptanceReduced { .. }
        | Change::ClaimFiled(_)
        | Change::ClaimMoved { .. }
        | Change::ClaimLineChanged { .. }
        | Change::NoticeGiven { .. }
        | Change::NoticeRecorded { .. }
        | Change::Lapsed { .. }
        | Change::QuietWarned { .. }
        | Change::Office(_) => return None,
    })
}

/// An ask without what a partner agreed about money.
pub(super) fn ask(ask: &Ask) -> Ask {
    let mut ask = ask.clone();
    match &mut ask {
        Ask::ApprovePartner(partner) => (partner.budget, partner.settlement) = (None, None),
        Ask::AmendContract(contract) => (contract.budget, contract.settlement) = (None, None),
        _ => {}
    }
    ask
}

/// The record as everybody may see it, if there is something in it for everybody.
pub(super) fn of(order: &Order, entry: &Entry) -> Option<(Order, Entry)> {
    let changes: Vec<Change> = entry.changes.iter().filter_map(change).collect();
    if changes.is_empty() {
        return None;
    }
    let order = Order {
        actor: withheld()?,
        contact_point: None,
        on_behalf_of: None,
        evidence: None,
        ask: ask(&order.ask),
        ..order.clone()
    };
    let entry = Entry {
        legs: SmallVec::new(),
        lots: Vec::new(),
        notes: Vec::new(),
        euro: Vec::new(),
        counters: Vec::new(),
        flags: Vec::new(),
        concerns: None,
        changes,
        ..entry.clone()
    };
    Some((order, entry))
}
