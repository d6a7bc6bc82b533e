//! Runs the vectors of payment requests, `tests/vectors/payment/`. `README.md` there says what they mean; other
//! languages run the same file.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

use muntwerk::design::Design;
use muntwerk::id::Id;
use muntwerk::payment::{PaymentRequest, PaymentRequestError};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topic: String,
    accepted: Vec<Accepted>,
    refused: Vec<Refused>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accepted {
    name: String,
    text: String,
    fields: Fields,
    canonical: String,
    resolved: Vec<Resolved>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    ledger: String,
    payee: String,
    unit: Option<String>,
    figure: Option<String>,
    reference: Option<String>,
    until: Option<String>,
    offer: Option<String>,
    category: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Resolved {
    ledger: Id,
    design: String,
    minor: Option<i64>,
    code: Option<String>,
    part: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    name: String,
    text: String,
    code: String,
    part: Option<String>,
    at: usize,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn file() -> File {
    serde_json::from_slice(&std::fs::read(root().join("vectors/payment/requests.json")).unwrap()).unwrap()
}

fn design(name: &str) -> Design {
    let file = root().parent().unwrap().join("core/designs").join(format!("{name}.toml"));
    Design::parse(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn fields(request: &PaymentRequest) -> Fields {
    let text = |value: Option<Id>| value.map(|value| value.to_string());
    Fields {
        ledger: request.ledger().to_string(),
        payee: request.payee().to_string(),
        unit: request.amount().map(|amount| amount.unit().to_string()),
        figure: request.amount().map(|amount| amount.figure().to_string()),
        reference: text(request.reference()),
        until: request.last_day().map(|day| day.to_string()),
        offer: text(request.offer()),
        category: request.category().map(|category| category.to_string()),
    }
}

fn code_and_part(error: &PaymentRequestError) -> (Option<String>, Option<String>) {
    (Some(error.code().to_owned()), error.part.map(|part| part.name().to_owned()))
}

#[test]
fn what_is_accepted_says_what_it_says() {
    for vector in file().accepted {
        let name = &vector.name;
        let request = PaymentRequest::parse(&vector.text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(fields(&request), vector.fields, "{name}");
        assert_eq!(request.to_string(), vector.canonical, "{name}");
        assert_eq!(PaymentRequest::parse(&vector.canonical).as_ref(), Ok(&request), "{name}");
        for expected in vector.resolved {
            let resolved = request.resolve(&expected.ledger, &design(&expected.design));
            let (minor, (code, part)) = match &resolved {
                Ok(resolved) => (resolved.amount().map(|amount| amount.minor()), (None, None)),
                Err(error) => (None, code_and_part(error)),
            };
            assert_eq!(
                (minor, &code, &part),
                (expected.minor, &expected.code, &expected.part),
                "{name}: {resolved:?}"
            );
        }
    }
}

#[test]
fn what_is_refused_is_refused_there() {
    for vector in file().refused {
        let name = &vector.name;
        match PaymentRequest::parse(&vector.text) {
            Ok(request) => panic!("{name}: it is read as {request}"),
            Err(error) => {
                let (code, part) = code_and_part(&error);
                let found = (code, part, error.at);
                assert_eq!(found, (Some(vector.code), vector.part, Some(vector.at)), "{name}: {error}");
                assert!(!error.to_string().is_empty());
            }
        }
    }
}

#[test]
fn every_way_of_refusing_a_text_has_a_vector() {
    let file = file();
    assert!(!file.topic.is_empty());
    let names: BTreeSet<_> =
        file.accepted.iter().map(|one| &one.name).chain(file.refused.iter().map(|one| &one.name)).collect();
    assert_eq!(names.len(), file.accepted.len() + file.refused.len(), "a name comes twice");
    let codes: BTreeSet<_> = file.refused.iter().map(|one| one.code.as_str()).collect();
    let all = [
        "character",
        "chart_account",
        "cut_short",
        "damaged",
        "doubled_key",
        "missing_key",
        "not_a_day",
        "not_a_figure",
        "not_a_request",
        "not_a_unit",
        "not_above_zero",
        "not_an_id",
        "not_an_option",
        "path",
        "too_fine",
        "too_large",
        "too_long",
        "unknown_key",
        "unknown_version",
    ];
    assert_eq!(codes, BTreeSet::from(all));
}
