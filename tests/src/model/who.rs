//! Who may do what, as far as the model's people need it: six roles, and the guards.

use muntwerk::books::AccountKind;
use muntwerk::id::Id;
use muntwerk::orders::{Order, RefusalCode};

use super::Model;

/// What somebody does, for the permission matrix.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub(super) enum Deed {
    ApprovePartner,
    Register,
    RecordFact,
    Welcome,
    Transfer,
    Award,
    Gift,
    Redeem,
    Reverse,
    CloseDay,
    RecordNotice,
    ChangeState,
    CloseAccount,
    WriteOff,
    SetLimits,
    ExceedLimit,
}

/// Whom an order concerns.
#[derive(Clone, Debug)]
pub(super) struct Concern {
    /// What is done.
    pub(super) deed: Deed,
    /// Accounts of which the holder may do it as their own.
    pub(super) accounts: Vec<Id>,
    /// The person enrolled.
    pub(super) person: Option<Id>,
    /// The partner whose operators may do it.
    pub(super) partner: Option<Id>,
    /// The account that gains.
    pub(super) gains: Option<Id>,
    /// How much.
    pub(super) amount: i64,
}

/// A cell of the matrix.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Allow,
    Own,
    Second,
    Propose,
    ProposeOwn,
    None,
}

const ROLES: [&str; 11] = [
    "steering_group",
    "project_manager",
    "mediator",
    "auditor",
    "system",
    "participant",
    "issuing_partner",
    "redeeming_partner",
    "administration_point",
    "exchange_office",
    "redemption_desk",
];

fn cell(role: &str, deed: Deed) -> Cell {
    use Deed::{
        ApprovePartner, Award, ChangeState, CloseAccount, CloseDay, ExceedLimit, Gift, RecordFact,
        RecordNotice, Redeem, Register, Reverse, SetLimits, Transfer, Welcome, WriteOff,
    };
    match (role, deed) {
        ("participant", Register | RecordFact | Transfer | Gift | Redeem) => Cell::Own,
        ("participant", Award | Reverse | CloseAccount) => Cell::ProposeOwn,
        ("project_manager", Award | WriteOff) => Cell::Second,
        ("project_manager", ApprovePartner) => Cell::Propose,
        (
            "project_manager",
            Register | RecordFact | Welcome | Reverse | RecordNotice | ChangeState | CloseAccount,
        ) => Cell::Allow,
        ("steering_group", ApprovePartner | SetLimits) => Cell::Allow,
        ("project_manager", SetLimits) => Cell::Allow,
        ("project_manager", ExceedLimit) => Cell::Second,
        ("issuing_partner", Award) => Cell::Own,
        ("issuing_partner", Reverse) => Cell::ProposeOwn,
        ("system", Welcome | Award | CloseDay | RecordNotice | CloseAccount) => Cell::Allow,
        _ => Cell::None,
    }
}

impl Model {
    /// Whether the person holds the account.
    fn holds(&self, person: Id, account: Id) -> bool {
        self.accounts.iter().any(|one| one.id == account && one.holders.contains(&person))
    }

    /// Whether the person holds the account, or shares a household with somebody who does.
    fn in_circle(&self, person: Id, account: Id) -> bool {
        self.holds(person, account)
            || self
                .accounts
                .iter()
                .filter(|one| one.kind == Some(AccountKind::Household) && one.holders.contains(&person))
                .any(|home| home.holders.iter().any(|mate| self.holds(*mate, account)))
    }

    /// Whether the order's actor holds the role they act in; the partners for which they do.
    pub(super) fn holds_role(&self, order: &Order) -> Result<Vec<Option<Id>>, RefusalCode> {
        let role = order.role.to_string();
        if !ROLES.contains(&role.as_str()) {
            return Err(RefusalCode::RoleUnknown);
        }
        if !self.people.contains(&order.actor) {
            return Err(RefusalCode::ActorUnknown);
        }
        let posts = self.posts.iter().filter(|(person, post, _)| *person == order.actor && *post == role);
        let partners: Vec<_> = posts.map(|(_, _, partner)| *partner).collect();
        let participates = self.accounts.iter().any(|account| account.holders.contains(&order.actor));
        let held = if role == "participant" { participates } else { !partners.is_empty() };
        if held { Ok(partners) } else { Err(RefusalCode::RoleNotHeld) }
    }

    /// Whether the order's actor may do it; true if somebody else must complete it.
    pub(super) fn may(&self, order: &Order, concern: &Concern) -> Result<bool, RefusalCode> {
        let role = order.role.to_string();
        let cell = cell(&role, concern.deed);
        if ROLES.contains(&role.as_str()) && cell == Cell::None {
            return Err(RefusalCode::ActionNotAllowed);
        }
        let partners = self.holds_role(order)?;
        if matches!(cell, Cell::Own | Cell::ProposeOwn) {
            let own = if role == "participant" {
                concern.accounts.iter().any(|account| self.holds(order.actor, *account))
                    || concern.person == Some(order.actor)
            } else {
                concern.partner.is_some() && partners.contains(&concern.partner)
            };
            if !own {
                return Err(RefusalCode::NotOwn);
            }
        }
        Ok(matches!(cell, Cell::Second | Cell::Propose | Cell::ProposeOwn))
    }

    /// Whether whoever completes an order could do it themselves.
    pub(super) fn may_complete(&self, completer: &Order, concern: &Concern) -> Result<(), RefusalCode> {
        match cell(&completer.role.to_string(), concern.deed) {
            Cell::None | Cell::Propose | Cell::ProposeOwn => Err(RefusalCode::ActionNotAllowed),
            _ => self.may(completer, concern).map(|_| ()),
        }
    }

    /// Nobody rewards themselves or their household, or acts for somebody and gains by it.
    pub(super) fn interests(
        &self,
        order: &Order,
        completer: Option<&Order>,
        concern: &Concern,
    ) -> Result<(), RefusalCode> {
        let Some(gains) = concern.gains else { return Ok(()) };
        let rewards = concern.deed == Deed::Award;
        for one in [Some(order), completer].into_iter().flatten() {
            let for_themselves = one.role.to_string() == "participant" && (one.id == order.id || !rewards);
            if !for_themselves && self.in_circle(one.actor, gains) {
                return Err(if rewards { RefusalCode::SelfReward } else { RefusalCode::ConflictOfInterest });
            }
        }
        Ok(())
    }
}
