//! [`EuroPayee`]: whom euro can be owed to.

use super::{Partner, PartnerRole};
use crate::id::Id;

/// Somebody whom euro can be owed to. There is no other way to make one than from a partner whose
/// contract lets it take units in, so no participant can ever be one: that is what keeps units from
/// becoming euro (truth 10 of the design; domain, section 5: "participant -> euro: never").
///
/// ```compile_fail
/// use muntwerk::{id::Id, people::EuroPayee};
/// let payee = EuroPayee(Id::parse("m-1").unwrap());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EuroPayee(Id);

impl EuroPayee {
    /// A partner with a contract, past or present, to take units in; `None` for any other partner.
    pub fn of_contract(partner: &Partner) -> Option<Self> {
        let redeems = |contract: &super::Contract| contract.has(PartnerRole::Redeeming);
        partner.contracts.iter().any(redeems).then_some(Self(partner.id))
    }

    /// Which partner.
    pub fn partner(self) -> Id {
        self.0
    }
}
