//! Entries decided apart and applied later: on the very state they were decided on, or not at all.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test stops by panicking"
)]

use muntwerk::books::AccountKind;
use muntwerk::ledger::{Answer, Ledger};
use muntwerk::orders::{ApprovePartner, Ask, Award, CloseDay, Gift, OpenAccount, Order, RefusalCode};
use muntwerk::people::PartnerRole;
use muntwerk_tests::stage::{amount, code, day, id, open, order};

const RABOT: &str = include_str!("../../core/designs/rabot-example.toml");

/// A ledger of which each order has the next id.
struct Desk {
    ledger: Ledger,
    asked: u128,
}

impl Desk {
    fn order(&mut self, actor: &str, role: &str, ask: impl Into<Ask>) -> Order {
        self.asked += 1;
        order(self.asked, actor, role, self.ledger.day(), ask)
    }

    fn ask(&mut self, actor: &str, role: &str, ask: impl Into<Ask>) -> Answer {
        let order = self.order(actor, role, ask);
        self.ledger.execute(&order)
    }

    fn gift(&mut self) -> Order {
        let gift = Gift { from: id("m-1"), to: id("m-2"), amount: amount(1) };
        self.order("m-1", "participant", gift)
    }
}

/// Two members who earned 25 on 2 January.
fn desk() -> Desk {
    let mut desk = Desk { ledger: open(RABOT, day("2025-01-02")), asked: 0 };
    let approve = ApprovePartner::plain(id("p-01"), vec![PartnerRole::Issuing]);
    desk.ask("s-001", "steering_group", approve).unwrap();
    for member in ["m-1", "m-2"] {
        let holders = [id(member)].into_iter().collect();
        let open = OpenAccount { account: id(member), kind: AccountKind::Person, holders };
        desk.ask("s-010", "project_manager", open).unwrap();
        let award = Award {
            partner: id("p-01"),
            to: id(member),
            activity: code("buurtwerk"),
            measured: 60,
            earner: None,
        };
        desk.ask("s-050", "issuing_partner", award).unwrap();
    }
    desk
}

fn refused(answer: Answer) -> RefusalCode {
    let refused = answer.unwrap_err();
    assert_eq!(refused.number, None, "it is recorded");
    refused.refusal.code
}

#[test]
fn what_was_decided_on_an_earlier_state_is_stale() {
    let mut desk = desk();
    let (first, second) = (desk.gift(), desk.gift());
    let [one, two] = [&first, &second].map(|order| desk.ledger.decide(order).unwrap());
    let receipt = desk.ledger.apply(&first, &one).unwrap();
    let before = desk.ledger.clone();
    assert_eq!(refused(desk.ledger.apply(&second, &two)), RefusalCode::Stale);
    // The entry of another order is no entry of this one.
    let other = desk.ledger.decide(&second).unwrap();
    let third = desk.gift();
    let mut swapped = third.clone();
    swapped.ask = Gift { from: id("m-1"), to: id("m-2"), amount: amount(2) }.into();
    assert_eq!(refused(desk.ledger.apply(&swapped, &other)), RefusalCode::Stale);
    assert_eq!(desk.ledger.len(), before.len());
    assert_eq!(desk.ledger.audit(), []);
    // Sent again, the first is answered as it was.
    let again = desk.ledger.apply(&first, &one).unwrap();
    assert!(again.repeated);
    assert_eq!(again.number, receipt.number);
    // Decided anew, the second is booked.
    desk.ledger.apply(&second, &other).unwrap();
}

/// The notices are owed thirty days before 31 January 2026; between them and the end of the closing nothing else
/// is booked.
#[test]
fn nothing_comes_between_the_entries_of_a_closing() {
    let mut desk = desk();
    let until = |through: &str| CloseDay { through: day(through), today: day(through).next().unwrap() };
    desk.ask("s-900", "system", until("2025-12-15")).unwrap();
    let notices = |desk: &Desk| desk.ledger.state().books().notices().count();
    while notices(&desk) == 0 {
        let today = desk.ledger.day().to_string();
        let close = desk.order("s-900", "system", until(&today));
        let step = desk.ledger.decide(&close).unwrap();
        desk.ledger.apply(&close, &step).unwrap();
    }
    // The notices stand in the books, and the day is still open.
    let gift = desk.gift();
    assert_eq!(desk.ledger.decide(&gift).unwrap_err().code, RefusalCode::ClosingUnderWay);
    let refused = desk.ledger.execute(&gift).unwrap_err();
    assert_eq!(refused.refusal.code, RefusalCode::ClosingUnderWay);
    assert_eq!(refused.refusal.figures.from, Some(desk.ledger.day()));
    let today = desk.ledger.day().to_string();
    desk.ask("s-900", "system", until(&today)).unwrap();
    assert_eq!(desk.ledger.day(), day(&today).next().unwrap());
    let gift = desk.gift();
    desk.ledger.execute(&gift).unwrap();
}
