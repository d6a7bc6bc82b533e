mod damage;
mod paying;
mod texts;

use crate::calendar::Day;
use crate::design::Design;
use crate::id::{Code, Id};
use crate::money::Amount;

use super::{PaymentRequest, PaymentRequestError, checksum};

fn rabot() -> Design {
    Design::parse(include_str!("../../../designs/rabot-example.toml")).unwrap()
}

/// Two decimals.
fn buurtijd() -> Design {
    Design::parse(include_str!("../../../designs/buurtijd.toml")).unwrap()
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn amount(minor: i64) -> Amount {
    Amount::from_minor(minor).unwrap()
}

fn open() -> PaymentRequest {
    PaymentRequest::new(id("rabot-1"), id("m-0041")).unwrap()
}

/// The text with the checksum that belongs to it.
fn summed(before: &str) -> String {
    format!("{before}&sum={}", checksum(before))
}

fn parse(before: &str) -> Result<PaymentRequest, PaymentRequestError> {
    PaymentRequest::parse(&summed(before))
}

/// A request in which nothing can be longer.
fn longest() -> PaymentRequest {
    let of = |letter: &str| id(&format!("{}1", letter.repeat(31)));
    let design = include_str!("../../../designs/buurtijd.toml").replace("scale = 2", "scale = 6");
    let design = design.replace("id = \"buurtijd\"", "id = \"buurtijd-antwerpen\"");
    let design = Design::parse(&design).unwrap();
    PaymentRequest::new(of("l"), of("p"))
        .unwrap()
        .asking(Amount::MAX, &design)
        .unwrap()
        .with_reference(of("r"))
        .until(Day::LAST)
        .for_offer(of("o"))
        .of_category(Code::parse(&"c".repeat(32)).unwrap())
}

/// Requests of every shape.
fn requests() -> Vec<PaymentRequest> {
    let asking = open().asking(amount(25), &rabot()).unwrap();
    vec![
        open(),
        asking.clone(),
        open().asking(amount(705), &buurtijd()).unwrap(),
        asking.clone().with_reference(id("f-0042")).until(Day::new(2026, 12, 31).unwrap()),
        open().for_offer(id("o-7")).of_category(Code::parse("klus").unwrap()),
        PaymentRequest::new(id("0"), id("1")).unwrap(),
        longest(),
    ]
}
