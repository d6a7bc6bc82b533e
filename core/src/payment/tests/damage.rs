//! No damage makes of a text another payment: every single one is tried, on every text.

use proptest::prelude::*;

use super::*;

/// Every ASCII character, and some that are not: digits of other scripts, look-alikes, a mark, four bytes.
fn characters() -> Vec<char> {
    (0..=127_u8).map(char::from).chain("é٢２аｍ\u{301}\u{feff}💶".chars()).collect()
}

/// Texts in the form that is written, and in another that is read.
fn texts() -> Vec<String> {
    let loose = "payto://muntwerk/rabot-1/m-0041?until=2026-12-31&amount=RABOTEXAMPL:25.00&v=1";
    let mut texts: Vec<String> = requests().iter().map(ToString::to_string).collect();
    texts.push(summed(loose));
    texts
}

#[track_caller]
fn stays_no_payment(damaged: &str, text: &str) {
    assert!(damaged == text || PaymentRequest::parse(damaged).is_err(), "{text}\nis read as\n{damaged}");
}

fn before(text: &str, at: usize) -> &str {
    text.split_at(at).0
}

fn behind(text: &str, at: usize) -> &str {
    text.split_at(at).1
}

fn joined(characters: &[char]) -> String {
    characters.iter().collect()
}

#[test]
fn texts_are_read() {
    for text in texts() {
        assert!(PaymentRequest::parse(&text).is_ok(), "{text}");
    }
}

#[test]
fn no_character_can_be_replaced() {
    for text in texts() {
        let whole: Vec<char> = text.chars().collect();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            for character in characters() {
                damaged[at] = character;
                stays_no_payment(&joined(&damaged), &text);
            }
        }
    }
}

#[test]
fn no_character_can_be_put_in() {
    for text in texts() {
        let whole: Vec<char> = text.chars().collect();
        for at in 0..=whole.len() {
            let mut damaged = whole.clone();
            damaged.insert(at, '0');
            for character in characters() {
                damaged[at] = character;
                stays_no_payment(&joined(&damaged), &text);
            }
        }
    }
}

#[test]
fn nothing_can_be_left_out() {
    for text in texts() {
        for from in 0..text.len() {
            for length in 1..=31.min(text.len() - from) {
                let damaged = format!("{}{}", before(&text, from), behind(&text, from + length));
                stays_no_payment(&damaged, &text);
            }
        }
    }
}

#[test]
fn it_cannot_be_cut_at_either_end() {
    for text in texts() {
        for at in 0..text.len() {
            assert!(PaymentRequest::parse(before(&text, at)).is_err(), "{}", before(&text, at));
            assert!(at == 0 || PaymentRequest::parse(behind(&text, at)).is_err(), "{}", behind(&text, at));
        }
    }
}

#[test]
fn no_two_characters_can_be_exchanged() {
    for text in texts() {
        let whole: Vec<char> = text.chars().collect();
        for one in 0..whole.len() {
            for other in (one + 1..whole.len()).filter(|other| whole[*other] != whole[one]) {
                let mut damaged = whole.clone();
                damaged.swap(one, other);
                stays_no_payment(&joined(&damaged), &text);
            }
        }
    }
}

/// Two requests of one length differ in four characters or more, those of the checksum among them.
#[test]
fn neighbouring_requests_are_far_apart() {
    let texts: Vec<String> =
        (1..=99).map(|minor| open().asking(amount(minor), &rabot()).unwrap().to_string()).collect();
    for (at, one) in texts.iter().enumerate() {
        for other in &texts[at + 1..] {
            let differences = one.bytes().zip(other.bytes()).filter(|(left, right)| left != right).count();
            assert!(one.len() != other.len() || differences >= 4, "{one}\n{other}");
        }
    }
}

proptest! {
    #[test]
    fn no_three_characters_can_be_replaced(
        which in any::<prop::sample::Index>(),
        places in prop::collection::vec((any::<prop::sample::Index>(), 32_u8..127), 1..=3),
    ) {
        let texts = texts();
        let text = which.get(&texts);
        let mut damaged = text.clone().into_bytes();
        for (at, byte) in places {
            *at.get_mut(&mut damaged) = byte;
        }
        stays_no_payment(&String::from_utf8(damaged).unwrap(), text);
    }

    #[test]
    fn no_thirty_characters_can_be_put_in(
        which in any::<prop::sample::Index>(),
        places in prop::collection::vec((any::<prop::sample::Index>(), "[a-z0-9&=:?/.-]{1,6}"), 1..=5),
    ) {
        let texts = texts();
        let text = which.get(&texts);
        let mut damaged = text.clone();
        for (at, put_in) in places {
            damaged.insert_str(at.index(damaged.len()), &put_in);
        }
        stays_no_payment(&damaged, text);
    }
}
