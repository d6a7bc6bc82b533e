//! What a request asks under a design, and the transfer that pays it.

use super::*;
use crate::money::MoneyError;
use crate::orders::Pay;
use crate::payment::{Part, Reason};

fn resolve(figure: &str, design: &Design) -> Result<Option<Amount>, PaymentRequestError> {
    let unit = crate::payment::UnitCode::of(design.currency());
    let request = parse(&format!("payto://muntwerk/rabot-1/m-0041?v=1&amount={unit}:{figure}"))?;
    request.resolve(&id("rabot-1"), design).map(|resolved| resolved.amount())
}

#[test]
fn a_figure_is_exact_under_the_design_or_refused() {
    assert_eq!(resolve("25.00", &rabot()), Ok(Some(amount(25))));
    assert_eq!(resolve("9007199254740991", &rabot()), Ok(Some(Amount::MAX)));
    assert_eq!(resolve("9007199254740991.00", &rabot()), Ok(Some(Amount::MAX)));
    assert_eq!(resolve("90071992547409.91", &buurtijd()), Ok(Some(Amount::MAX)));
    assert_eq!(resolve("0.01", &buurtijd()), Ok(Some(amount(1))));
    let code = |figure: &str, design: &Design| resolve(figure, design).unwrap_err().code();
    assert_eq!(code("9007199254740992", &rabot()), "too_large");
    assert_eq!(code("90071992547409.92", &buurtijd()), "too_large");
    assert_eq!(code("90071992547410", &buurtijd()), "too_large");
    assert_eq!(code("0.001", &buurtijd()), "too_fine");
    let error = resolve("0.5", &rabot()).unwrap_err();
    let scale = rabot().unit().scale;
    let too_fine = Reason::Money(MoneyError::TooFine { figure: "0.5".to_owned(), scale });
    assert_eq!(error, too_fine.about(Part::Amount));
    assert_eq!(error.to_string(), "amount: 0.5 has a digit beyond the 0 decimals that are kept");
}

#[test]
fn a_request_for_another_currency_is_refused() {
    let request = open().asking(amount(25), &rabot()).unwrap();
    let error = request.resolve(&id("rabot-2"), &rabot()).unwrap_err();
    assert_eq!((error.code(), error.part), ("other_ledger", Some(Part::Ledger)));
    let error = request.resolve(&id("rabot-1"), &buurtijd()).unwrap_err();
    assert_eq!(error.to_string(), "amount: it asks for RABOTEXAMPL, and the unit here is BUURTIJD");
}

#[test]
fn nothing_can_be_asked_of_nobody() {
    assert_eq!(open().asking(Amount::ZERO, &rabot()).unwrap_err().code(), "not_above_zero");
    let chart = PaymentRequest::new(id("rabot-1"), id("system:pot")).unwrap_err();
    assert_eq!(
        chart.to_string(),
        "payee: system:pot is an account of the chart, which nobody can be asked to pay"
    );
}

#[test]
fn the_transfer_is_what_was_asked() {
    let asking = open().asking(amount(25), &rabot()).unwrap().for_offer(id("o-7"));
    let asking = asking.of_category(Code::parse("klus").unwrap());
    let resolved = asking.resolve(&id("rabot-1"), &rabot()).unwrap();
    let transfer = resolved.to_transfer(id("m-1"), None).unwrap();
    assert_eq!(
        (transfer.from, transfer.to, transfer.pay),
        (id("m-1"), id("m-0041"), Pay::Amount(amount(25)))
    );
    assert_eq!((transfer.offer, transfer.category), (asking.offer(), asking.category()));
    assert_eq!(resolved.to_transfer(id("m-1"), Some(amount(25))), Ok(transfer));
    let other = resolved.to_transfer(id("m-1"), Some(amount(26))).unwrap_err();
    assert_eq!(other.to_string(), "amount: 25 minor units are asked, not 26");
}

#[test]
fn an_open_request_is_filled_in() {
    let resolved = open().resolve(&id("rabot-1"), &rabot()).unwrap();
    assert_eq!(resolved.amount(), None);
    let pay = |filled_in| resolved.to_transfer(id("m-1"), filled_in).map(|transfer| transfer.pay);
    assert_eq!(pay(Some(amount(3))), Ok(Pay::Amount(amount(3))));
    assert_eq!(pay(None).unwrap_err().code(), "open_amount");
    assert_eq!(pay(Some(Amount::ZERO)).unwrap_err().code(), "not_above_zero");
}

#[test]
fn a_request_expires_after_its_last_day() {
    let last = Day::new(2026, 2, 28).unwrap();
    let request = open().until(last);
    assert!(!request.is_expired_on(last));
    assert!(request.is_expired_on(last.next().unwrap()));
    assert!(!open().is_expired_on(Day::LAST));
}
