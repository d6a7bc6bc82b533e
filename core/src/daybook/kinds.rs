//! [`What`]: the kinds of line, and which columns each of them needs or may fill.

use std::fmt;

use super::Column;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal needs [$($need:ident)*] may [$($may:ident)*];)+) => {
        /// A kind of line: what stands in the column `what`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum What {
            $($(#[$doc])* $kind,)+
        }

        impl What {
            /// Every kind, in the order in which they are documented.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$kind),+];

            /// The word in the column: `pay_for`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }

            /// The columns it needs, besides those that every line fills.
            pub const fn needs(self) -> &'static [Column] {
                match self {
                    $(Self::$kind => &[$(Column::$need),*],)+
                }
            }

            /// The columns it may fill, besides those that every line may.
            pub const fn allows(self) -> &'static [Column] {
                match self {
                    $(Self::$kind => &[$(Column::$may),*],)+
                }
            }
        }
    };
}

kinds! {
    /// Opens an account.
    Open = "open" needs [Account Item Person] may [];
    /// Approves a partner.
    Partner = "partner" needs [Partner Item] may [Account Amount Per Terms Start Until];
    /// Agrees something else with a partner.
    Contract = "contract" needs [Partner Item] may [Account Amount Per Terms Start Until];
    /// Changes who holds an account that is shared.
    Holders = "holders" needs [Account] may [Person Leaves];
    /// Sets an account's own limits.
    Limits = "limits" needs [Account] may [Item Floor Ceiling];
    /// Lets an account go past its limits for some time.
    Exception = "exception" needs [Account Until] may [Floor Ceiling];
    /// Changes the state of an account.
    State = "state" needs [Account Item] may [];
    /// Closes an account for good.
    Close = "close" needs [Account] may [To];
    /// Writes off the debt of somebody who is gone.
    WriteOff = "write_off" needs [Account] may [];
    /// Gives a person a role.
    Appoint = "appoint" needs [Person Item] may [Partner At Start Until];
    /// Ends a role.
    EndRole = "end_role" needs [Person Item] may [Partner At];
    /// Lets a person act for a participant.
    Mandate = "mandate" needs [Item Client Person Actions Until] may [Start PerOrder PerMonth];
    /// Takes a mandate back.
    Revoke = "revoke" needs [Item] may [];
    /// Records a fact about a person.
    Fact = "fact" needs [Person Item] may [Value Start Until];
    /// Gives what whoever joins gets once.
    Welcome = "welcome" needs [Account Item] may [];
    /// Adopts a new version of the design.
    Amend = "amend" needs [Item Start] may [Value];
    /// Rewards an effort.
    Award = "award" needs [Partner Account Item Measured] may [Person];
    /// Asks for the reward of one's own effort, which the partner confirms.
    Claim = "claim" needs [Partner Account Item Measured] may [Person];
    /// Completes an order that waits.
    Confirm = "confirm" needs [Refers] may [];
    /// Turns an order that waits down.
    Reject = "reject" needs [Refers] may [];
    /// Takes one's own order that waits back.
    Withdraw = "withdraw" needs [Refers] may [];
    /// Pays another participant for a service.
    Transfer = "transfer" needs [From To] may [Amount Measured Offer Category];
    /// Gives units without a service.
    Gift = "gift" needs [From To Amount] may [];
    /// Pays for a service that a relative received.
    PayFor = "pay_for" needs [From To Relative] may [Amount Measured Offer Category];
    /// Spends units at a partner.
    Redeem = "redeem" needs [Account Partner Item] may [Amount Measured];
    /// Brings pieces of an offer into a partner's stock, or takes them away.
    Restock = "restock" needs [Partner Item Measured] may [];
    /// Keeps something at a partner for a member.
    Reserve = "reserve" needs [Account Partner Item] may [Amount Measured];
    /// Hands over what was reserved.
    PickUp = "pick_up" needs [Refers] may [];
    /// Gives up what was reserved.
    Release = "release" needs [Refers] may [];
    /// Waits for something that is not there.
    Wait = "wait" needs [Account Partner Item] may [Measured];
    /// Gives up a place in the line.
    StopWaiting = "stop_waiting" needs [Refers] may [];
    /// Prints notes of a series, into the vault.
    Print = "print" needs [Series Notes] may [];
    /// Destroys notes in the vault.
    Destroy = "destroy" needs [Series Notes] may [];
    /// Sends notes from the vault to an office, or to a partner.
    Send = "send" needs [Series Notes Carrier] may [At Partner];
    /// Gives up a sending of notes that does not arrive.
    Lost = "lost" needs [Refers] may [];
    /// Takes units off an account in notes.
    PayOut = "pay_out" needs [Account Series] may [Amount Notes];
    /// Puts notes on an account.
    TakeIn = "take_in" needs [Account Series Notes] may [];
    /// Opens an office.
    OpenOffice = "open_office" needs [] may [];
    /// Closes an office's day with a count of its drawers.
    Count = "count" needs [] may [Series Notes Till Returned Euro];
    /// Receives a sending of notes.
    Receive = "receive" needs [Refers] may [Notes];
    /// Sends notes back to the vault.
    SendBack = "send_back" needs [Item Series Notes Carrier] may [];
    /// Swaps notes of one series for another's.
    Swap = "swap" needs [Series Notes Item] may [Measured];
    /// Changes euro into notes.
    Change = "change" needs [Series Euro] may [Notes];
    /// Puts notes and euro in the till.
    FillTill = "fill_till" needs [Series] may [Notes Euro];
    /// Hands the till over.
    HandOver = "hand_over" needs [Series] may [Notes Euro];
    /// Sells something at the till.
    Sale = "sale" needs [Item Series] may [Amount EuroPrice Notes Euro];
    /// Takes in notes that a partner was paid with.
    HandIn = "hand_in" needs [Partner Series Notes] may [];
    /// Spends notes at a partner.
    RedeemNotes = "redeem_notes" needs [Partner Item Series Notes] may [Measured];
    /// Rewards an effort in notes.
    AwardNotes = "award_notes" needs [Partner Person Item Measured Series] may [Notes];
    /// Claims what a partner took in.
    Invoice = "invoice" needs [Partner Item] may [Until];
    /// Turns a claim down, or one acceptance of it.
    TurnDown = "turn_down" needs [Refers] may [Acceptance Amount];
    /// Approves a claim.
    Approve = "approve" needs [Refers] may [];
    /// Records that a claim was paid.
    Paid = "paid" needs [Refers] may [];
    /// Records that a payment came back.
    Bounced = "bounced" needs [Refers] may [];
    /// Undoes a settled acceptance.
    ClawBack = "claw_back" needs [Refers] may [Amount];
    /// Buys units on an account with euro that back them.
    TopUp = "top_up" needs [Account Euro] may [];
    /// Moves euro from the bank of the offices to those that back the units.
    FundBacking = "fund_backing" needs [] may [Euro EuroPaper];
    /// Makes units of a partner, or of an account, euro again.
    ExchangeBack = "exchange_back" needs [Amount Item] may [Partner Account];
    /// Puts what was given to a beneficiary on the pay list.
    PayGiven = "pay_given" needs [Partner Item] may [];
    /// Approves what an office's count differed.
    Difference = "difference" needs [At] may [];
    /// Sends an office's count back.
    Recount = "recount" needs [At] may [];
    /// Closes an office for good.
    EndOffice = "end_office" needs [At] may [];
    /// Takes an operation at a counter back.
    ChargeBack = "charge_back" needs [Refers] may [];
    /// Takes an earlier line back by a counter-entry.
    Reverse = "reverse" needs [Refers] may [Amount];
    /// Gives units of some days of earning an earlier end.
    EndUnits = "end_units" needs [Until Ends] may [Start];
    /// Records what became of a notice.
    Notice = "notice" needs [Account Until Item] may [];
}

impl What {
    /// Whether a line of this kind has a place for a column.
    pub fn uses(self, column: Column) -> bool {
        [Column::NEEDED, Column::ALLOWED, self.needs(), self.allows()].iter().any(|set| set.contains(&column))
    }

    /// Whether a line of this kind enrols people, partners or roles, so that it can come before a running
    /// scheme is taken over.
    pub fn enrols(self) -> bool {
        use What::{Appoint, EndRole, Fact, Mandate, Open, Partner, Revoke, State};
        matches!(self, Open | Partner | State | Appoint | EndRole | Mandate | Revoke | Fact)
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    pub(super) fn names() -> String {
        Self::ALL.map(Self::name).join(", ")
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(columns: &[Column]) -> String {
        columns.iter().map(|column| format!("`{column}`")).collect::<Vec<_>>().join(" ")
    }

    /// The handbook's table says what the code does, line for line.
    #[test]
    fn the_documented_table_is_this_one() {
        let handbook = include_str!("mod.rs");
        for kind in What::ALL {
            let row = format!("//! | `{kind}` | {} | {} |", names(kind.needs()), names(kind.allows()));
            let row = row.replace("|  |", "| |").replace("|  |", "| |");
            assert!(handbook.contains(&row), "the table in mod.rs lacks\n{row}");
        }
        for column in Column::ALL {
            assert!(
                handbook.contains(&format!("//! | `{column}` | ")),
                "{column} is not documented in mod.rs"
            );
        }
    }

    #[test]
    fn no_kind_lists_a_column_twice() {
        for kind in What::ALL {
            let sets = [Column::NEEDED, Column::ALLOWED, kind.needs(), kind.allows()].concat();
            assert!(sets.iter().all(|one| sets.iter().filter(|other| *other == one).count() == 1), "{kind}");
        }
        let used = |column: &Column| What::ALL.iter().any(|kind| kind.uses(*column));
        assert!(Column::ALL.iter().all(used));
    }
}
