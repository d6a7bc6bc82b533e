//! What a member should know: what ends, what waits, what is kept.

use super::{Wallet, WalletError};
use crate::books::{AccountState, WaitingPlace};
use crate::calendar::Day;
use crate::id::{Code, Id, OrderId};
use crate::ledger::State;
use crate::orders::{AskKind, Pending, WaitsFor};
use crate::views::{Ending, EndingLine, Reserved};

/// What a member should know on the phone's civil day.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Notices {
    /// The day for which it holds.
    pub day: Day,
    /// The state of the account.
    pub state: AccountState,
    /// The day since which it has it.
    pub state_since: Day,
    /// The day on which the holder was warned that the account will be called inactive.
    pub quiet_since_warning: Option<Day>,
    /// What ends of the units on the account, the soonest first, and where the notice about it stands. Units that are
    /// set aside are not among them.
    pub ending: Vec<EndingLine>,
    /// What is reserved, and until when. If it comes back after its units have ended, they lapse then.
    pub reserved: Vec<Reserved>,
    /// What the member waits for. The place in the line, only the server knows.
    pub waits: Vec<WaitingFor>,
    /// The orders that wait for somebody.
    pub pending: Vec<PendingLine>,
}

/// A place in the line for pieces of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WaitingFor {
    /// The place: the id of the order that took it.
    pub place: OrderId,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// How many pieces.
    pub pieces: u32,
    /// If it is the member's turn: the last day to come.
    pub called_until: Option<Day>,
}

/// An order that waits for somebody.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PendingLine {
    /// Which order.
    pub order: OrderId,
    /// What it asks.
    pub kind: AskKind,
    /// Who asked.
    pub asked_by: Id,
    /// In which role.
    pub role: Code,
    /// Whom it waits for.
    pub waits_for: WaitsFor,
    /// The last day on which it can be completed.
    pub until: Day,
}

impl Wallet {
    /// What the member should know on the phone's civil day.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there, or if the phone's day is out of reach.
    pub fn notices(&self, today: Day) -> Result<Notices, WalletError> {
        let ledger = self.after_outbox(today, None)?.ledger();
        let state = ledger.state();
        let not_open = WalletError::NotOpen(self.account);
        let account = state.books().find(&self.account).ok_or(not_open)?;
        let row = state.books().number_of(&self.account).ok_or(not_open)?;
        let mut ending = Ending::of(&ledger, Day::LAST).lines;
        ending.retain(|line| line.account == self.account);
        Ok(Notices {
            day: state.day(),
            state: account.state(),
            state_since: account.state_since(),
            quiet_since_warning: state.books().warned_quiet(row),
            ending,
            reserved: Reserved::of_account(state, &self.account),
            waits: state.waiting().of_account(self.account).map(waiting_for).collect(),
            pending: pending(state),
        })
    }
}

fn waiting_for(place: &WaitingPlace) -> WaitingFor {
    WaitingFor {
        place: place.id,
        partner: place.partner,
        reward: place.reward,
        pieces: place.pieces,
        called_until: place.called_until,
    }
}

fn pending(state: &State) -> Vec<PendingLine> {
    let line = |pending: &Pending| PendingLine {
        order: pending.order.id,
        kind: pending.order.ask.kind(),
        asked_by: pending.order.actor,
        role: pending.order.role,
        waits_for: pending.waits_for,
        until: pending.until,
    };
    state.pendings().iter().map(line).collect()
}
