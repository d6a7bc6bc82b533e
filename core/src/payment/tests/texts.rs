//! What is written, what is read, and what is refused with which place.

use proptest::prelude::*;

use super::*;
use crate::payment::layout::{LONGEST, PREFIX};
use crate::payment::{Reason, UnitCode};

const HEAD: &str = "payto://muntwerk/rabot-1/m-0041?v=1";

#[test]
fn what_is_written_reads_back() {
    for request in requests() {
        let text = request.to_string();
        assert_eq!(PaymentRequest::parse(&text).as_ref(), Ok(&request), "{text}");
        assert_eq!(PaymentRequest::parse(&text).unwrap().to_string(), text);
    }
    assert_eq!(longest().to_string().len(), LONGEST);
}

#[test]
fn a_request_is_written_in_one_way() {
    let request = open()
        .of_category(Code::parse("klus").unwrap())
        .until(Day::new(2026, 12, 31).unwrap())
        .with_reference(id("f-0042"))
        .for_offer(id("o-7"))
        .asking(amount(750), &buurtijd())
        .unwrap();
    let before =
        format!("{HEAD}&amount=BUURTIJD:7.5&instruction=f-0042&until=2026-12-31&offer=o-7&category=klus");
    assert_eq!(request.to_string(), summed(&before));
}

#[test]
fn options_in_another_order_and_zeros_are_the_same_request() {
    let asking = open().asking(amount(25), &rabot()).unwrap().with_reference(id("f-1"));
    for before in [
        "payto://muntwerk/rabot-1/m-0041?instruction=f-1&amount=RABOTEXAMPL:25&v=1",
        "payto://muntwerk/rabot-1/m-0041?v=1&instruction=f-1&amount=RABOTEXAMPL:25.00",
        "payto://muntwerk/rabot-1/m-0041?v=1&instruction=f-1&amount=RABOTEXAMPL:0025.0",
    ] {
        assert_eq!(parse(before).as_ref(), Ok(&asking), "{before}");
    }
}

#[test]
fn units_are_letters_and_never_three() {
    let of = |currency: &str| {
        let text = include_str!("../../../designs/buurtijd.toml");
        let text = text.replace("id = \"buurtijd\"", &format!("id = \"{currency}\""));
        UnitCode::of(Design::parse(&text).unwrap().currency()).to_string()
    };
    for (currency, unit) in [
        ("buurtijd", "BUURTIJD"),
        ("e-portemonnee", "EPORTEMONNE"),
        ("bel-1", "BELUNIT"),
        ("2025", "UNIT"),
        ("x.y_", "XY"),
    ] {
        assert_eq!(of(currency), unit);
        assert_eq!(UnitCode::read(unit).map(|code| code.to_string()), Ok(unit.to_owned()));
    }
}

/// What is wrong with the text, as code, part and byte; the byte counted from the end of [`HEAD`].
#[track_caller]
fn refused(behind: &str, code: &str, part: Option<&str>, at: usize) {
    let error = parse(&format!("{HEAD}{behind}")).unwrap_err();
    let place = error.at.and_then(|byte| byte.checked_sub(HEAD.len()));
    let found = (error.code(), error.part.map(|part| part.name()), place);
    assert_eq!(found, (code, part, Some(at)), "{behind}: {error}");
}

#[test]
fn figures_that_are_none_are_refused() {
    let amount = |figure: &str, code: &str| {
        refused(&format!("&amount=RABOTEXAMPL:{figure}"), code, Some("amount"), 8);
    };
    for figure in
        ["", ".", "5.", ".5", "1.2.3", "5..0", "1e3", "0x1", "--1", "-0", "NaN", "1_000", "1-", "5:5"]
    {
        amount(figure, "not_a_figure");
    }
    for figure in ["0", "0.00", "000", "-5", "-0.5"] {
        amount(figure, "not_above_zero");
    }
    amount(&format!("1{}", "0".repeat(30)), "too_large");
    amount("9007199254740992", "too_large");
    amount("9007199254740991.000001", "too_large");
    amount("0.1234567", "too_fine");
    amount(&format!("0.{}1", "0".repeat(150)), "too_fine");
    for value in ["25", "RABOTEXAMPL", ":25", "rabot:25", "R4BOT:25", "EUR:25", "ABCDEFGHIJKL:25", ""] {
        refused(&format!("&amount={value}"), "not_a_unit", Some("amount"), 8);
    }
}

#[test]
fn characters_that_no_request_has_are_refused_where_they_are() {
    for figure in ["٢٥", "２５", "+25", " 25", "25 ", "2,5", "25\0", "%32", "25\n", "½", "−5"] {
        let first = figure.char_indices().find(|(_, found)| !found.is_ascii_digit()).unwrap();
        let text = format!("{HEAD}&amount=RABOTEXAMPL:{figure}");
        let at = HEAD.len() + "&amount=RABOTEXAMPL:".len() + first.0;
        let error = parse(&text).unwrap_err();
        assert_eq!(error, Reason::Character { found: first.1 }.at(at), "{figure}");
    }
}

#[test]
fn keys_are_known_once_and_complete() {
    refused("&v=1", "doubled_key", Some("v"), 1);
    refused("&offer=o-1&offer=o-1", "doubled_key", Some("offer"), 11);
    refused("&amount=RABOTEXAMPL:1&until=2026-01-01&amount=RABOTEXAMPL:1", "doubled_key", Some("amount"), 39);
    refused("&sum=123456789", "doubled_key", Some("sum"), 1);
    refused("&receiver-name=m-1", "unknown_key", None, 1);
    refused("&Amount=RABOTEXAMPL:1", "unknown_key", None, 1);
    refused("&=1", "unknown_key", None, 1);
    refused("&", "not_an_option", None, 1);
    refused("&offer", "not_an_option", None, 1);
    refused("&&offer=o-1", "not_an_option", None, 1);
    let missing = parse("payto://muntwerk/rabot-1/m-0041?offer=o-1").unwrap_err();
    assert_eq!((missing.code(), missing.at), ("missing_key", Some(41)));
    assert_eq!(missing.to_string(), "v (byte 41): the key is missing");
}

#[test]
fn values_are_ids_codes_and_days() {
    refused("&instruction=jan", "not_an_id", Some("instruction"), 13);
    refused("&instruction=", "not_an_id", Some("instruction"), 13);
    refused("&instruction=F-1", "not_an_id", Some("instruction"), 13);
    refused("&offer=a=1", "not_an_id", Some("offer"), 7);
    refused("&category=a:b", "not_an_id", Some("category"), 10);
    refused("&until=2026-02-29", "not_a_day", Some("until"), 7);
    refused("&until=20260228", "not_a_day", Some("until"), 7);
}

#[test]
fn the_path_is_a_ledger_and_an_account() {
    for (path, code, at) in [
        ("rabot-1", "path", 17),
        ("rabot-1/m-1/", "path", 17),
        ("rabot-1//m-1", "path", 17),
        ("/m-1", "not_an_id", 17),
        ("rabot-1/", "not_an_id", 25),
        ("rabot-1/jan", "not_an_id", 25),
        ("rabot-1/system:pot", "chart_account", 25),
        ("..1/../m-1", "path", 17),
    ] {
        let error = parse(&format!("{PREFIX}{path}?v=1")).unwrap_err();
        assert_eq!((error.code(), error.at), (code, Some(at)), "{path}: {error}");
    }
}

#[test]
fn other_texts_and_other_versions_are_told_apart_from_damage() {
    let code = |text: &str| PaymentRequest::parse(text).unwrap_err();
    for (text, at) in [
        ("", 0),
        ("https://example.org/?q=%20", 0),
        ("payto://iban/DE75512108001245126199?amount=EUR:200.0", 8),
        ("PAYTO://muntwerk/rabot-1/m-1?v=1", 0),
        (" payto://muntwerk/rabot-1/m-1?v=1", 0),
        ("payto://muntwerk", 16),
    ] {
        assert_eq!(code(text), Reason::NotARequest.at(at), "{text}");
    }
    let second = code("payto://muntwerk/rabot-1/m-0041?amount=A:1&v=2&another=thing");
    assert_eq!((second.code(), second.at), ("unknown_version", Some(45)));
    assert_eq!(code(PREFIX).code(), "cut_short");
    assert_eq!(code(HEAD).code(), "cut_short");
    let long = code(&format!("{PREFIX}{}", "a".repeat(1_000_000)));
    assert_eq!(long, Reason::TooLong { bytes: 1_000_017 }.at(LONGEST));
}

#[test]
fn no_message_is_long() {
    for behind in [
        format!("&instruction={}", "x".repeat(200)),
        format!("&amount=RABOTEXAMPL:{}", "9".repeat(200)),
        format!("&{}=1", "x".repeat(200)),
    ] {
        let error = parse(&format!("{HEAD}{behind}")).unwrap_err();
        assert!(error.to_string().len() < 300, "{error}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,40}", figure in "[-0-9.:A-Z]{0,20}", options in "[a-z0-9=&?/:.-]{0,60}") {
        prop_assert!(PaymentRequest::parse(&text).is_err());
        for before in [
            format!("{HEAD}&amount={figure}"),
            format!("{HEAD}&amount=RABOTEXAMPL:{figure}"),
            format!("{HEAD}&{options}"),
            format!("{PREFIX}{options}"),
        ] {
            if let Ok(request) = parse(&before) {
                prop_assert_eq!(PaymentRequest::parse(&request.to_string()), Ok(request));
            }
        }
    }

    #[test]
    fn every_amount_is_written_and_resolved(minor in 1..=Amount::MAX.minor(), small in 1_i64..=2_000) {
        for minor in [minor, small] {
            for design in [rabot(), buurtijd()] {
                let request = open().asking(amount(minor), &design).unwrap();
                let read = PaymentRequest::parse(&request.to_string()).unwrap();
                prop_assert_eq!(&read, &request);
                let resolved = read.resolve(&id("rabot-1"), &design).unwrap();
                prop_assert_eq!(resolved.amount(), Some(amount(minor)));
            }
        }
    }
}
