//! The engine and the model side by side.

use muntwerk::id::OrderId;
use muntwerk::ledger::Ledger;
use muntwerk::orders::{Ask, Order, RefusalCode};

use crate::invariants::{broken, held_by_end};
use crate::model::{Expected, Model, Rules};
use crate::script::{Line, first_day};
use crate::stage;

/// The engine and the model, which are asked the same.
#[derive(Clone)]
pub struct Pair {
    /// The engine.
    pub ledger: Ledger,
    /// The model.
    pub model: Model,
    asked: u128,
}

impl Pair {
    /// Both, on the first day.
    pub fn open(rules: &Rules) -> Self {
        let ledger = stage::open(&rules.design(), first_day());
        Self { ledger, model: Model::new(rules.clone(), first_day()), asked: 0 }
    }

    /// The order a line of the script is here and now.
    pub fn order(&mut self, line: &Line) -> Order {
        self.asked += 1;
        line.order(self.asked, &self.model)
    }

    /// Asks both, and says in what they differ.
    pub fn ask(&mut self, order: &Order) -> Result<Expected, String> {
        let forgotten = self.is_forgotten(order);
        let expected = self.model.execute(order);
        let answer = match self.ledger.execute(order) {
            Ok(receipt) => {
                Expected { outcome: Ok(()), number: Some(receipt.number), repeated: receipt.repeated }
            }
            Err(refused) => Expected {
                outcome: Err(refused.refusal.code),
                number: refused.number,
                repeated: refused.repeated,
            },
        };
        let too_old = Err(RefusalCode::TooOld);
        let may_differ = match answer.outcome {
            Err(RefusalCode::OriginalUnknown) => forgotten,
            // An answer is remembered for as long as its days can be named, and maybe longer.
            outcome => outcome == too_old && order.value_day < self.model.closed_before,
        };
        if answer != expected && !may_differ {
            return Err(format!("{order:?}\nexpected {expected:?}\nanswered {answer:?}"));
        }
        self.same_books()?;
        Ok(answer)
    }

    /// Whether the order takes back one whose days can no longer be named, so that the ledger may have
    /// forgotten its id.
    fn is_forgotten(&self, order: &Order) -> bool {
        let of = |asked: &Ask| match asked {
            Ask::Reverse(reverse) => Some(reverse.original),
            _ => None,
        };
        let waiting = |id: OrderId| self.model.waiting.iter().find(|one| one.order.id == id);
        let original = match &order.ask {
            Ask::Complete(complete) => waiting(complete.pending).and_then(|one| of(&one.order.ask)),
            Ask::Reject(reject) => waiting(reject.pending).and_then(|one| of(&one.order.ask)),
            ask => of(ask),
        };
        let told = original.and_then(|id| self.model.answers.iter().find(|told| told.order.id == id));
        told.is_some_and(|told| told.order.value_day < self.model.closed_before)
    }

    /// Whether every figure is the same on both sides, and sound.
    pub fn same_books(&self) -> Result<(), String> {
        let books = self.ledger.state().books();
        if self.ledger.day() != self.model.day || self.ledger.len() != self.model.records {
            return Err(format!("day {} and {} records", self.ledger.day(), self.ledger.len()));
        }
        if books.count() != self.model.accounts.len() {
            return Err(format!("{} accounts", books.count()));
        }
        for one in &self.model.accounts {
            let Some(there) = books.find(&one.id) else { return Err(format!("{} is missing", one.id)) };
            let figures = (there.balance().minor(), there.drawn().minor(), there.technical_debt().minor());
            let expected =
                (self.model.balance(one.id), self.model.drawn(one.id), self.model.technical(one.id));
            if figures != expected {
                return Err(format!(
                    "{}: balance, drawn, technical are {figures:?}, not {expected:?}",
                    one.id
                ));
            }
            let (held, expected) = (held_by_end(books, &one.id), self.model.held_by_end(one.id));
            if held != expected {
                return Err(format!("{}: holds {held:?}, not {expected:?}", one.id));
            }
            if one.kind.is_some() && there.state() != one.state {
                return Err(format!("{}: is {:?}, not {:?}", one.id, there.state(), one.state));
            }
        }
        let pending: Vec<_> = self.ledger.state().pendings().iter().map(|one| one.order.id).collect();
        let mut waiting: Vec<_> = self.model.waiting.iter().map(|one| one.order.id).collect();
        waiting.sort_unstable();
        if pending != waiting {
            return Err(format!("{pending:?} wait, not {waiting:?}"));
        }
        let mut notices: Vec<_> = books
            .notices()
            .map(|(end, row, one)| {
                (end, books.account(row).unwrap().id(), one.given_on, one.outcome.is_some())
            })
            .collect();
        let mut expected: Vec<_> = self
            .model
            .notices
            .iter()
            .map(|one| (one.end, one.account, one.given, one.outcome.is_some()))
            .collect();
        notices.sort_unstable();
        expected.sort_unstable();
        if notices != expected {
            return Err(format!("notices {notices:?}, not {expected:?}"));
        }
        broken(&self.ledger)
    }
}
