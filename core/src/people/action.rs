//! [`Action`]: what an order can ask for, as the permission matrix sees it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// No action has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no action is called {name:?}; there are {}", Action::ALL.map(Action::name).join(", "))]
pub struct ActionError {
    /// What was given, cut short if it is long.
    pub name: String,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident = $name:literal,)+) => {
        /// What an order can ask for, as the permission matrix sees it.
        ///
        /// The names are stable: design files and journals hold them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[repr(u8)]
        pub enum Action {
            $($(#[$doc])* $action,)+
        }

        impl Action {
            /// Every action, in the order of [`Action::index`].
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$action),+];

            /// The name in design files: `see_account`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$action => $name,)+
                }
            }
        }
    };
}

actions! {
    /// Put a design, or an amendment of it, into force.
    AdoptDesign = "adopt_design",
    /// Admit an issuing or redeeming partner with its limits.
    ApprovePartner = "approve_partner",
    /// Give somebody a role, or take it away.
    AppointRole = "appoint_role",
    /// Take over the balances of a scheme that was running already.
    TakeOver = "take_over",
    /// Enrol a participant and open the account.
    RegisterParticipant = "register_participant",
    /// Record a fact about a person: insurance, a declaration, a residence.
    RecordFact = "record_fact",
    /// Let a mediator act for a participant.
    GiveMandate = "give_mandate",
    /// End a mandate.
    RevokeMandate = "revoke_mandate",
    /// Pay another participant for a service.
    Transfer = "transfer",
    /// Give what whoever joins gets once.
    Welcome = "welcome",
    /// Credit units for effort: only this brings reward units into circulation.
    Award = "award",
    /// Hand units to somebody without a service in return.
    Gift = "gift",
    /// Spend units outside the ring, at an offer of the catalogue.
    Redeem = "redeem",
    /// Keep something of the catalogue for a participant, or give that up.
    Reserve = "reserve",
    /// Bring pieces of an offer into a partner's stock, or take them away.
    Restock = "restock",
    /// Take an entry back by a linked counter-entry.
    Reverse = "reverse",
    /// Print notes, or destroy them.
    PrintNotes = "print_notes",
    /// Send notes with a carrier.
    SendNotes = "send_notes",
    /// Receive a sending of notes.
    ReceiveNotes = "receive_notes",
    /// Take units off an account in notes.
    PayOut = "pay_out",
    /// Put notes on an account.
    TakeIn = "take_in",
    /// Swap notes of one series for another's.
    SwapNotes = "swap_notes",
    /// Fill an office's till, take payments at it, hand it over.
    KeepTill = "keep_till",
    /// Take an operation at a counter back.
    Chargeback = "chargeback",
    /// Open an office, and count its drawers.
    CountCash = "count_cash",
    /// Approve what a count differed, and report what was lost.
    ApproveDifference = "approve_difference",
    /// Claim what a partner took in.
    ClaimSettlement = "claim_settlement",
    /// Turn a claim of a partner down, or a part of it.
    RejectClaim = "reject_claim",
    /// Approve a claim of a partner, so that it is paid in euro.
    ApproveSettlement = "approve_settlement",
    /// Record that a claim was paid.
    ConfirmPayment = "confirm_payment",
    /// Undo a settled acceptance.
    ClawBack = "claw_back",
    /// Buy units on an account where euro back them.
    TopUp = "top_up",
    /// Move euro to the accounts that back the units.
    FundBacking = "fund_backing",
    /// Make units euro again.
    ExchangeBack = "exchange_back",
    /// Put what was given to a beneficiary on the pay list.
    PayGiven = "pay_given",
    /// Close the current day and move on.
    CloseDay = "close_day",
    /// Record that a notice was delivered, or could not be.
    RecordNotice = "record_notice",
    /// Give units of some days of earning an earlier end, for everybody at once.
    EndUnits = "end_units",
    /// Block an account, or lift the block.
    ChangeAccountState = "change_account_state",
    /// Set the limits of one account.
    SetLimits = "set_limits",
    /// Let an account go past its limits for some time.
    ExceedLimit = "exceed_limit",
    /// Close an account and settle what it holds.
    CloseAccount = "close_account",
    /// Write off the debt of somebody who is gone.
    WriteOff = "write_off",
    /// See the balance and the entries of an account.
    SeeAccount = "see_account",
}

impl Action {
    /// How many actions there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The place in [`Action::ALL`], from 0; dense, for tables. Not stable between versions.
    #[allow(clippy::as_conversions, reason = "the discriminant of a field-less repr(u8) enum")]
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Action {
    type Err = ActionError;
    fn from_str(name: &str) -> Result<Self, ActionError> {
        Self::ALL
            .into_iter()
            .find(|action| action.name() == name)
            .ok_or_else(|| ActionError { name: name.chars().take(40).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_places_agree() {
        for (place, action) in Action::ALL.into_iter().enumerate() {
            assert_eq!(action.index(), place);
            assert_eq!(action.name().parse(), Ok(action));
            assert_eq!(serde_json::to_string(&action).unwrap(), format!("\"{action}\""));
        }
        assert!("Transfer".parse::<Action>().is_err());
    }
}
