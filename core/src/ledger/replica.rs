//! Following what others decided: for feeds, and for the wallet that was shown a part.

use super::history::History;
use super::journal::Chain;
use super::register::Register;
use super::{Ledger, OpenError, Opening, Outcome, Receipt, State};
use crate::books::{Account, AccountKind, Count, CounterKey, Entry, RESERVED};
use crate::calendar::{Day, Instant};
use crate::dense::{PersonNo, Secret};
use crate::id::{Code, Id, OrderId};
use crate::money::Balance;
use crate::orders::{Ask, CloseDay, Order, Refusal};
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
        let mut ledger = Self::open(opening.ledger, *opening.design, opening.day, secret)?;
        ledger.state.books.keep_only_what_is_told();
        Ok(ledger)
    }

    /// Takes in an entry that was shown, whole or in part: what was booked elsewhere is not decided anew.
    pub(crate) fn show(&mut self, order: &Order, entry: &Entry) -> Receipt {
        self.record(order, entry)
    }

    /// Takes in a refusal that was shown.
    pub(crate) fn show_refusal(&mut self, order: &Order, refusal: &Refusal) -> u64 {
        self.record_refusal(order, refusal)
    }

    /// A ledger without history in which things stand so.
    pub(crate) fn standing_so(&self, state: State) -> Self {
        Self {
            state,
            history: History::default(),
            register: Register::new(self.register.secret()),
            chain: Chain::default(),
            ledger: self.ledger,
        }
    }

    /// The order with an id that was answered, as it was asked then.
    pub(crate) fn answered(&self, id: OrderId) -> Option<Order> {
        let number = self.register.find(self.register.hashed(id))?;
        self.get(number)?.order().cloned()
    }
}

impl State {
    /// Closes every day before this one by the rules of the design, each just after midnight. Nothing
    /// happens if the day is here already, but that a closing under way is ended.
    pub(crate) fn close_forward(&mut self, today: Day) {
        while self.day < today || self.closing.is_some() {
            let Some(tomorrow) = self.day.next() else { return };
            let close = CloseDay { through: self.day, today: tomorrow };
            let Some(order) = closing(close.clone(), self.day) else { return };
            let closed = self.day;
            while self.day == closed {
                let scene = self.scene(&order, PersonNo(0), None);
                let Ok(entry) = rules::time::step(&close, &scene) else { return };
                self.apply(&order, &entry);
            }
        }
    }

    /// Takes for granted that an account is there.
    pub(crate) fn presume_account(&mut self, account: Id) {
        if self.books.find(&account).is_none() {
            self.books.open(Account::new(account, AccountKind::Person, self.day));
        }
    }

    /// Takes for granted that there are pieces.
    pub(crate) fn presume_pieces(&mut self, key: CounterKey) {
        let most = Balance::from_minor(u32::MAX.into()).unwrap_or(Balance::ZERO);
        self.counters.apply(&Count { key, by: most });
    }
}

/// The order to close a day, for books that nobody else has.
fn closing(close: CloseDay, day: Day) -> Option<Order> {
    Some(Order {
        id: OrderId::new(0),
        actor: Id::parse(RESERVED).ok()?,
        role: Code::parse("system").ok()?,
        instant: Instant::new(i64::MIN),
        booking_day: day,
        value_day: day,
        ask: Ask::CloseDay(close),
        contact_point: None,
        on_behalf_of: None,
        reason: None,
        evidence: None,
    })
}
