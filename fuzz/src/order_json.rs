//! Orders as JSON, one on a line, on a ledger with something of everything in it.

use muntwerk::ledger::{Answer, Ledger};
use muntwerk::orders::{Ask, Lang, Order, RefusalCode, Words};

use super::story::{Place, story};
use super::{Depth, Outcome, check};

/// A year closed day by day is a year of records: enough to find what there is, and not slow.
const MOST_DAYS: i32 = 370;

/// Executes the orders, and then all of them once more as a batch.
pub fn order_json(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let (place, text) = Place::of(data);
    let story = story(place);
    let mut ledger = story.ledger.clone();
    let mut orders: Vec<Order> = Vec::new();
    for line in text.split(|byte| *byte == b'\n') {
        let Ok(order) = serde_json::from_slice::<Order>(line) else { continue };
        if let Ask::CloseDay(close) = &order.ask
            && close.through.days_since(ledger.day()) > MOST_DAYS
        {
            continue;
        }
        written_and_read(&order);
        outcome.count(&execute(&mut ledger, &order));
        orders.push(order);
    }
    if ledger.len() > story.ledger.len() {
        check::all_is_well(&mut ledger, &story.journal, depth);
        as_a_batch(&story.ledger, &orders);
    }
    outcome
}

fn written_and_read(order: &Order) {
    let json = serde_json::to_vec(order).unwrap();
    let again: Order =
        serde_json::from_slice(&json).unwrap_or_else(|error| panic!("{error} in its own JSON"));
    assert!(again == *order, "{order:?} came back as {again:?}");
}

/// Deciding says beforehand what executing will do, and the same order again gets the same answer.
fn execute(ledger: &mut Ledger, order: &Order) -> Answer {
    let decided = ledger.decide(order);
    let records = ledger.len();
    let answer = ledger.execute(order);
    match &answer {
        Ok(receipt) if !receipt.repeated => assert!(decided.is_ok(), "booked, but {decided:?}"),
        Err(refused) => {
            let words = Words { one: "unit", many: "units", scale: ledger.design().unit().scale, shown: 0 };
            for lang in [Lang::Nl, Lang::Fr, Lang::En] {
                let sentence = refused.refusal.sentence(lang, &words);
                assert!(!sentence.is_empty() && !sentence.contains(['{', '?']), "{sentence:?}");
            }
            if refused.number.is_some() && !refused.repeated {
                assert_eq!(decided.err().as_ref(), Some(&refused.refusal));
            }
        }
        Ok(_) => {}
    }
    if ledger.len() > records {
        answered_again(ledger, order, &answer);
    }
    answer
}

/// A resend gets the first answer, or none at all once the ledger has let go of ids that old.
fn answered_again(ledger: &mut Ledger, order: &Order, first: &Answer) {
    let records = ledger.len();
    let again = ledger.execute(order);
    let (number, repeated) = match &again {
        Err(refused) if refused.refusal.code == RefusalCode::TooOld => {
            assert_eq!(refused.number, None, "too old, and recorded");
            return;
        }
        Ok(receipt) => (Some(receipt.number), receipt.repeated),
        Err(refused) => (refused.number, refused.repeated),
    };
    assert!(repeated, "the second answer is {again:?}");
    assert_eq!(number, first.as_ref().map_or_else(|refused| refused.number, |receipt| Some(receipt.number)));
    assert_eq!(ledger.len(), records, "a resend left a record");
}

/// All or nothing.
fn as_a_batch(base: &Ledger, orders: &[Order]) {
    let mut ledger = base.clone();
    if ledger.execute_all(orders).is_err() {
        check::same(&ledger, base);
    }
    assert_eq!(ledger.state().audit(), []);
}
