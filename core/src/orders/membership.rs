//! Asks about accounts, roles and mandates.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::money::{Amount, Balance};
use crate::people::{AccountKind, AccountState, ActionSet, Budget, PartnerRole, SettlementTerms};
use crate::sparse::sparse;

/// Opens an account of a participant (R6): a person, a household with a shared number, an
/// organisation. Its holders become known to the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenAccount {
    /// The new account's id.
    pub account: Id,
    /// Person, household or organisation.
    pub kind: AccountKind,
    /// The persons who hold it; a person's account has one.
    pub holders: SmallVec<[Id; 1]>,
}

/// Approves a partner (R10, R38): an organisation that may reward, or take units in, or both. It gets
/// the chart accounts `issued:<partner>` and `redeemed:<partner>`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovePartner {
    /// The new partner's id, at most 23 characters.
    pub partner: Id,
    /// What it may do; at least one, each once.
    pub roles: Vec<PartnerRole>,
    /// First day of its contract, by value day. Left out: every day that can still be named.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day of its contract, if one was agreed.
    #[serde(default)]
    pub until: Option<Day>,
    /// How many units it may issue in a month, a year or the contract.
    #[serde(default)]
    pub budget: Option<Budget>,
    /// The account of an organisation on which it takes units in: then it stands inside the ring and may
    /// spend them again. Left out: what it takes in leaves the ring.
    #[serde(default)]
    pub account: Option<Id>,
    /// How it is paid in euro, where that is not what the design says for every partner (R38).
    #[serde(default)]
    pub settlement: Option<Box<SettlementTerms>>,
}
sparse!(ApprovePartner { partner, roles | from, until, budget, account, settlement });

impl ApprovePartner {
    /// A partner without dates, budget or account.
    pub fn plain(partner: Id, roles: Vec<PartnerRole>) -> Self {
        Self { partner, roles, from: None, until: None, budget: None, account: None, settlement: None }
    }
}

/// Agrees something else with a partner (R38), from a day on: a new contract takes the place of the ones
/// before it from its first day. All of it is named anew; what is left out no longer holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmendContract {
    /// Which partner.
    pub partner: Id,
    /// What it may do; at least one, each once.
    pub roles: Vec<PartnerRole>,
    /// First day of the new contract, by value day; the current day if left out.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day of the contract, if one was agreed.
    #[serde(default)]
    pub until: Option<Day>,
    /// How many units it may issue in a month, a year or the contract.
    #[serde(default)]
    pub budget: Option<Budget>,
    /// The account of an organisation on which it takes units in, inside the ring.
    #[serde(default)]
    pub account: Option<Id>,
    /// How it is paid in euro, where that is not what the design says for every partner.
    #[serde(default)]
    pub settlement: Option<Box<SettlementTerms>>,
}
sparse!(AmendContract { partner, roles | from, until, budget, account, settlement });

/// Changes who holds an account that is shared (R6, R60): somebody moves in or out. The books stay with
/// the account, and somebody always holds it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeHolders {
    /// A household's or an organisation's account.
    pub account: Id,
    /// Who comes.
    #[serde(default)]
    pub add: SmallVec<[Id; 1]>,
    /// Who goes.
    #[serde(default)]
    pub remove: SmallVec<[Id; 1]>,
}
sparse!(ChangeHolders { account | add, remove });

/// Changes the state of an account (R7): blocks it, lets a candidate in, marks a leaver, and so on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeState {
    /// Whose state.
    pub account: Id,
    /// The state it gets.
    pub state: AccountState,
}

/// Closes an account for good (R45). What is left on it goes where the design says, never to euro.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseAccount {
    /// Which account.
    pub account: Id,
    /// The account of an heir, where the holder died and the design lets heirs receive what is left
    /// (R46).
    #[serde(default)]
    pub heir: Option<Id>,
}
sparse!(CloseAccount { account | heir });

/// Writes off the debt of somebody who is gone (R45): the pot or the group account bears it, as the
/// design says. The account stands at zero after that and can be closed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteOff {
    /// Whose debt.
    pub account: Id,
}

/// Sets an account's own limits, and the group whose limits it has (R15). Whatever is left out does not
/// hold for this account any more: its first months, its group and the design then say where the limit
/// lies.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetLimits {
    /// Whose limits.
    pub account: Id,
    /// Its own floor, in minor units; zero or below.
    #[serde(default)]
    pub floor: Option<Balance>,
    /// Its own ceiling, in minor units; above zero.
    #[serde(default)]
    pub ceiling: Option<Balance>,
    /// A group of the design.
    #[serde(default)]
    pub group: Option<Code>,
}
sparse!(SetLimits { account | floor, ceiling, group });

/// Lets an account go past its limits for some time (illness, a big deal; R15). It takes the place of
/// an exception granted earlier, so that one can be ended before its day.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantException {
    /// For which account.
    pub account: Id,
    /// Last day of the exception; there is always one.
    pub until: Day,
    /// The floor in that time, in minor units.
    #[serde(default)]
    pub floor: Option<Balance>,
    /// The ceiling in that time, in minor units.
    #[serde(default)]
    pub ceiling: Option<Balance>,
}
sparse!(GrantException { account, until | floor, ceiling });

/// Gives a person a role, from a day on, until a day if one is set.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appoint {
    /// Who gets the role.
    pub person: Id,
    /// Which role of the design.
    pub role: Code,
    /// First day of the appointment.
    pub from: Day,
    /// The partner or contact point for which it holds, where the role needs one.
    #[serde(default)]
    pub scope: Option<Id>,
    /// Last day of the appointment.
    #[serde(default)]
    pub until: Option<Day>,
}
sparse!(Appoint { person, role, from | scope, until });

/// Ends a role after the booking day.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndRole {
    /// Whose role ends.
    pub person: Id,
    /// Which role.
    pub role: Code,
    /// The partner or contact point for which it held.
    #[serde(default)]
    pub scope: Option<Id>,
}
sparse!(EndRole { person, role | scope });

/// Lets a mediator act for a participant (R47): for some actions, up to some amounts, for some time.
///
/// Given by the participant, or recorded for them at a contact point with evidence; never by the
/// person who will hold it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiveMandate {
    /// The mandate's own id.
    pub mandate: Id,
    /// The participant who is acted for.
    pub client: Id,
    /// The person who may act.
    pub holder: Id,
    /// What they may do.
    pub actions: ActionSet,
    /// First day.
    pub from: Day,
    /// Last day; a mandate always ends.
    pub until: Day,
    /// Most units in one order.
    #[serde(default)]
    pub per_order: Option<Amount>,
    /// Most units in one calendar month, by value day.
    #[serde(default)]
    pub per_month: Option<Amount>,
}
sparse!(GiveMandate { mandate, client, holder, actions, from, until | per_order, per_month });

/// Takes a mandate back at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevokeMandate {
    /// Which mandate.
    pub mandate: Id,
}

/// Gives what whoever joins gets once (R13): a start balance, a joining or verification gift, a reward for
/// an orientation, as the design lists it under `[[welcome]]`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Welcome {
    /// The account that gets it.
    pub account: Id,
    /// Which gift of the design's list.
    pub gift: Code,
}

/// Records a fact about a person (domain.md section 4): insured until a day, volunteering declared to who
/// pays a benefit, a residence. Later records of the same fact take its place from their first day on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordFact {
    /// About whom.
    pub person: Id,
    /// Which fact of the design.
    pub fact: Code,
    /// First day.
    pub from: Day,
    /// What it says, where the fact has words.
    #[serde(default)]
    pub value: Option<Code>,
    /// Last day, if one is known. The day before `from` ends the fact: from then on it does not hold.
    #[serde(default)]
    pub until: Option<Day>,
}
sparse!(RecordFact { person, fact, from | value, until });
