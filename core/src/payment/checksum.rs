//! The checksum: the length modulo 32, then five check symbols of a Reed-Solomon code, in base 32.
//!
//! What it promises stands in the [module](super). The field is GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1, as in QR
//! codes, with a = 2; the symbols are the bytes of the text behind its constant beginning, then the character that
//! says the length.

use super::layout::{BEFORE_SUM, PREFIX};

/// How many characters a checksum has.
pub(super) const CHARACTERS: usize = 9;

/// The coefficients of (x - 1)(x - a)(x - a^2)(x - a^3)(x - a^4) from x^4 down, a byte each: 1f c6 3f 93 74 (x^5 has
/// the coefficient 1); then a, a^2, up to a^7 times that.
const GENERATOR: [u64; 8] = [
    0x1f_c63f_9374,
    0x3e_917e_3be8,
    0x7c_3ffc_76cd,
    0xf8_7ee5_ec87,
    0xed_fcd7_c513,
    0xc7_e5b3_9726,
    0x93_d77b_334c,
    0x3b_b3f6_6698,
];

/// Digits and small letters without those that look like others: i, l, o, u.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The checksum of a request's text up to `&sum=`: what has to stand behind that.
///
/// For whoever tests what reads requests; [`PaymentRequest`](super::PaymentRequest) writes its own. Text that does
/// not begin as a request does has a checksum too, and is refused all the same.
pub fn checksum(before: &str) -> String {
    let whole = before.len().saturating_add(BEFORE_SUM.len()).saturating_add(CHARACTERS);
    let length = character(u64::try_from(whole).unwrap_or(0));
    let symbols = before.bytes().skip(PREFIX.len()).chain([length]);
    let bits = check_symbols(symbols);
    let characters = (0..40_u32).step_by(5).rev().map(|shift| character(bits >> shift));
    std::iter::once(length).chain(characters).map(char::from).collect()
}

/// The last five bits as a character.
fn character(bits: u64) -> u8 {
    let at = usize::try_from(bits & 31).unwrap_or(0);
    ALPHABET.get(at).copied().unwrap_or(b'0')
}

/// The remainder of the symbols, shifted by five, divided by the generator: a byte for each coefficient.
fn check_symbols(symbols: impl Iterator<Item = u8>) -> u64 {
    const FOUR: u64 = 0xffff_ffff;
    symbols.fold(0, |rest, symbol| {
        let factor = (rest >> 32) ^ u64::from(symbol);
        let multiples = GENERATOR.into_iter().zip(0_u32..).filter(|(_, bit)| (factor >> bit) & 1 == 1);
        multiples.fold((rest & FOUR) << 8, |rest, (multiple, _)| rest ^ multiple)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::layout::LONGEST;

    /// The product of two elements of the field.
    fn times(one: u8, other: u8) -> u8 {
        let doubled = |element: u8| (element << 1) ^ if element & 0x80 == 0 { 0 } else { 0x1d };
        let powers = std::iter::successors(Some(one), |element| Some(doubled(*element)));
        let parts = powers.take(8).enumerate().filter(|(bit, _)| other >> bit & 1 == 1);
        parts.fold(0, |sum, (_, power)| sum ^ power)
    }

    /// The value at `x` of the polynomial with these coefficients, the highest first.
    fn at(x: u8, coefficients: &[u8]) -> u8 {
        coefficients.iter().fold(0, |value, coefficient| times(value, x) ^ coefficient)
    }

    fn five(bits: u64) -> [u8; 5] {
        bits.to_be_bytes()[3..].try_into().unwrap()
    }

    const ROOTS: [u8; 5] = [1, 2, 4, 8, 16];

    #[test]
    fn the_field_has_255_powers_of_two_and_the_generator_its_roots() {
        let mut powers: Vec<u8> =
            std::iter::successors(Some(1), |one| Some(times(*one, 2))).take(255).collect();
        powers.sort_unstable();
        assert_eq!(powers, (1..=255).collect::<Vec<u8>>());
        let whole = [&[1], &five(GENERATOR[0])[..]].concat();
        for root in ROOTS {
            assert_eq!(at(root, &whole), 0, "{root}");
        }
        for pair in GENERATOR.windows(2) {
            assert_eq!(five(pair[0]).map(|coefficient| times(coefficient, 2)), five(pair[1]));
        }
    }

    /// Zero at five powers of a in a row: by the BCH bound six symbols apart, up to a length of 255.
    #[test]
    fn every_word_is_zero_at_the_roots() {
        for text in ["", "a", "payto", "rabot-1/m-0041?v=1"] {
            let word = [text.as_bytes(), &five(check_symbols(text.bytes()))].concat();
            for root in ROOTS {
                assert_eq!(at(root, &word), 0, "{text}");
            }
        }
        let symbols = LONGEST - PREFIX.len() - BEFORE_SUM.len() - CHARACTERS + 1;
        assert_eq!(symbols + ROOTS.len(), 255);
    }

    #[test]
    fn the_first_character_tells_lengths_apart_that_differ_by_less_than_32() {
        for length in 0..LONGEST {
            let first = |more: usize| checksum(&"a".repeat(length + more)).as_bytes()[0];
            assert!((1..32).all(|more| first(more) != first(0)), "{length}");
            assert_eq!(first(32), first(0));
        }
    }

    #[test]
    fn the_alphabet_has_no_character_twice() {
        let mut characters = ALPHABET.to_vec();
        characters.sort_unstable();
        characters.dedup();
        assert_eq!(characters.len(), 32);
    }
}
