//! Payment requests, as they are and with the checksum mended: what is read prints to itself, and with one byte
//! changed it is no other request.

use muntwerk::money::Amount;
use muntwerk::payment::{PaymentRequest, checksum};

use super::{Depth, Outcome, Place, story};

pub fn payment_request(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let Ok(text) = std::str::from_utf8(data) else { return outcome };
    let mended = format!("{text}&sum={}", checksum(text));
    for text in [text, &mended] {
        let read = PaymentRequest::parse(text);
        outcome.count(&read);
        match read {
            Ok(request) => {
                reads_back(&request);
                resolves_or_says_why(&request);
                cannot_be_damaged(text, depth);
            }
            Err(error) => {
                assert!(error.at.is_some_and(|at| at <= text.len()), "{error}");
                assert!(!error.to_string().is_empty(), "{}", error.code());
            }
        }
    }
    outcome
}

fn reads_back(request: &PaymentRequest) {
    let text = request.to_string();
    assert_eq!(PaymentRequest::parse(&text).as_ref(), Ok(request), "{text}");
}

/// Under designs of several scales, of which most are not the one that is asked for.
fn resolves_or_says_why(request: &PaymentRequest) {
    for (_, place) in Place::ALL {
        let design = story(place).ledger.design();
        match request.resolve(&request.ledger(), design) {
            Ok(resolved) => {
                let amount = resolved.amount().unwrap_or(Amount::MAX);
                let transfer = resolved.to_transfer(request.payee(), Some(amount));
                assert_eq!(transfer.map(|transfer| transfer.to), Ok(request.payee()));
            }
            Err(error) => assert!(!error.to_string().is_empty(), "{}", error.code()),
        }
    }
}

/// Every byte is changed, in one way or in every way.
fn cannot_be_damaged(text: &str, depth: Depth) {
    let mut damaged = text.as_bytes().to_vec();
    let ways = match depth {
        Depth::Full => 1..=127_u8,
        Depth::Quick => 1..=1,
    };
    for at in 0..damaged.len() {
        for way in ways.clone() {
            damaged[at] ^= way;
            let read = std::str::from_utf8(&damaged).ok().and_then(|text| PaymentRequest::parse(text).ok());
            assert!(read.is_none(), "{text} with byte {at} changed by {way:#x}");
            damaged[at] ^= way;
        }
    }
}
