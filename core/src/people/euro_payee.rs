//! [`EuroPayee`]: whom euro can be owed to.

use super::{Partner, PartnerRole};
use crate::design::Design;
use crate::id::Id;

/// Somebody whom euro can be owed to. There are two ways to make one: from a partner whose contract lets it
/// take units in, and from a design that lets participants exchange in an emergency. Under any other
/// design no participant can ever be one: that is what keeps units from becoming euro (truth 10 of the
/// design; domain, section 5: "participant -> euro: never").
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

    /// A participant's account, where the design lets participants exchange back at the exceptional rate; `None`
    /// under any other design.
    pub fn of_permission(design: &Design, account: Id) -> Option<Self> {
        let exceptional = design.exchange_back().and_then(|block| block.exceptional);
        (design.circulation().euro_backed && exceptional.is_some()).then_some(Self(account))
    }

    /// Which partner, or which account.
    pub fn id(self) -> Id {
        self.0
    }
}
