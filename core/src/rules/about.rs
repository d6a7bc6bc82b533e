//! [`About`]: whom and what an ask concerns, for permissions and guards.

use crate::dense::AccountNo;
use crate::id::Id;
use crate::money::Amount;
use crate::people::Action;

/// What permissions and guards need to know of an ask.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    /// The action of the permission matrix.
    pub(crate) action: Action,
    /// The participant's account that is acted on; its holder acts for themselves.
    pub(crate) account: Option<AccountNo>,
    /// The other participant's account, where both may say it is theirs.
    pub(crate) other: Option<AccountNo>,
    /// The participant acted for, where there is no account yet.
    pub(crate) person: Option<Id>,
    /// The partner whose operators may do it as their own.
    pub(crate) partner: Option<Id>,
    /// Whether units leave `account`: then whoever is not its holder names the holder they act for.
    pub(crate) debits: bool,
    /// The account that gains, for the guards.
    pub(crate) gains: Option<AccountNo>,
    /// Units moved, for the limits of mandates.
    pub(crate) amount: Amount,
}

impl About {
    pub(crate) fn action(action: Action) -> Self {
        Self {
            action,
            account: None,
            other: None,
            person: None,
            partner: None,
            debits: false,
            gains: None,
            amount: Amount::ZERO,
        }
    }
}
