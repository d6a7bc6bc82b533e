//! Following what others decided: for feeds, and for the wallet that was shown a part.

use super::{Ledger, OpenError, Opening, Outcome, Receipt, State};
use crate::books::Entry;
use crate::dense::Secret;
use crate::orders::{CloseDay, Order, Refusal};
use crate::rules;

impl State {
    /// Applies what was decided on this very state, or a part of it.
    pub(crate) fn take_in(&mut self, order: &Order, entry: &Entry) {
        self.apply(order, entry);
    }

    /// A refusal takes a number and tells an instant; nothing else.
    pub(crate) fn take_in_refusal(&mut self, order: &Order) {
        self.number = self.number.saturating_add(1);
        self.latest = self.latest.max(order.instant);
    }
}

impl Ledger {
    /// How things stood before the first order.
    pub(crate) fn state_when_opened(&self) -> State {
        let opening = self.get(0).map(|record| record.outcome);
        let opened = match opening {
            Some(Outcome::Opened(opening)) => Self::from_opening(opening, self.register.secret()).ok(),
            _ => None,
        };
        // A ledger has its opening.
        opened.map_or_else(|| self.state.clone(), |opened| opened.state)
    }

    /// A ledger that was opened so and is shown what came after.
    pub(crate) fn shown(opening: Opening, secret: Secret) -> Result<Self, OpenError> {
        Self::open(opening.ledger, *opening.design, opening.day, secret)
    }

    /// Takes in an entry that was shown, whole or in part: what was booked elsewhere is not decided anew.
    pub(crate) fn show(&mut self, order: &Order, entry: &Entry) -> Receipt {
        self.record(order, entry)
    }

    /// Takes in a refusal that was shown.
    pub(crate) fn show_refusal(&mut self, order: &Order, refusal: &Refusal) -> u64 {
        self.record_refusal(order, refusal)
    }

    /// The next step of closing the current day, whoever may close it.
    pub(crate) fn closing_step(&self, order: &Order, close: &CloseDay) -> Result<Entry, Refusal> {
        let scene = self.state.scene(order, crate::dense::PersonNo(0), None);
        rules::time::step(close, &scene)
    }
}
