//! Taking a list of balances into a ledger, by the people it takes.

use super::line::take_over_id;
use crate::calendar::{Day, Instant};
use crate::design::RoleScope;
use crate::id::{Code, Id, OrderId};
use crate::ledger::{Ledger, Receipt, Refused};
use crate::orders::{Ask, Complete, Order, TakeOver};
use crate::people::Action;

/// What came of taking over.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::exhaustive_enums)]
pub enum TakingOver {
    /// The balances are there.
    Done(Receipt),
    /// The first person asked, and it waits for a second one.
    Waits(Receipt),
    /// The ledger took balances over before, by this record.
    Before(u64),
    /// This person holds no role today.
    NoRole(Id),
    /// One of the two was refused.
    Refused(Refused),
}

/// Takes balances over on the ledger's current day: asked by one person and, if that is needed, completed
/// by another. The ids of the two orders follow from the ledger, the day, the person and the balances, so that doing
/// it again is a resend, and a list that was mended is another order.
pub fn take_over(ledger: &mut Ledger, balances: TakeOver, by: Id, and: Option<Id>) -> TakingOver {
    if let Some(number) = ledger.state().taken_over() {
        return TakingOver::Before(number);
    }
    // Writing to memory cannot fail, and every key is a string.
    let text = serde_json::to_string(&balances).unwrap_or_default();
    let id = |actor: &Id, step: &str| take_over_id(&ledger.id(), ledger.day(), actor, step, &text);
    let asked = id(&by, "asked");
    let completed = and.map(|second| (second, id(&second, "completed")));
    let first = match execute(ledger, asked, by, balances.into()) {
        Ok(receipt) => receipt,
        Err(not) => return not,
    };
    if ledger.state().taken_over().is_some() {
        return TakingOver::Done(first);
    }
    let Some((second, completed)) = completed else { return TakingOver::Waits(first) };
    match execute(ledger, completed, second, Complete { pending: asked }.into()) {
        Ok(receipt) => TakingOver::Done(receipt),
        Err(not) => not,
    }
}

fn execute(ledger: &mut Ledger, id: OrderId, actor: Id, ask: Ask) -> Result<Receipt, TakingOver> {
    let (role, contact_point) = role_of(ledger, &actor).ok_or(TakingOver::NoRole(actor))?;
    let day = ledger.day();
    let order = Order {
        id,
        actor,
        role,
        instant: midnight(day),
        booking_day: day,
        value_day: day,
        ask,
        contact_point,
        on_behalf_of: None,
        reason: None,
        evidence: None,
    };
    ledger.execute(&order).map_err(TakingOver::Refused)
}

fn midnight(day: Day) -> Instant {
    Instant::new(i64::from(day.since_epoch()).saturating_mul(24 * 60 * 60_000))
}

/// The role in which somebody may take balances over, with the contact point where they hold it; any
/// other of their roles if none may, which the ledger then refuses.
fn role_of(ledger: &Ledger, person: &Id) -> Option<(Code, Option<Id>)> {
    let permissions = ledger.design().permissions();
    let may = |code: &Code| {
        let role = permissions.role(code);
        role.is_some_and(|role| permissions.grant(role, Action::TakeOver).is_some())
    };
    let held = ledger.state().people().appointments(person);
    let today = || held.iter().filter(|one| one.holds_on(ledger.day()));
    let one = today().find(|one| may(&one.role)).or(today().next())?;
    let scope = permissions.role(&one.role).and_then(|role| permissions.get(role)).map(|role| role.scope);
    Some((one.role, one.scope.filter(|_| scope == Some(RoleScope::ContactPoint))))
}
