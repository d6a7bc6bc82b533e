//! The unit's name in another program.

use crate::id::Code;

/// Beancount takes at most 24 characters: capitals, digits and a few signs, a letter first, a letter or a
/// digit last.
const LONGEST: usize = 24;

/// The code of the currency in capitals, as far as both programs take it. There is one unit in a ledger, so
/// nothing else can have this name; euro keeps its own.
pub(super) fn commodity(currency: Code) -> String {
    let code = currency.to_string().to_ascii_uppercase();
    let plain = code.starts_with(|first: char| first.is_ascii_uppercase()) && code.len() > 1 && code != "EUR";
    let mut name = if plain { code } else { format!("UNIT-{code}") };
    name.truncate(LONGEST);
    while name.ends_with(|last: char| !last.is_ascii_alphanumeric()) {
        name.pop();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_programs_take_it() {
        let name = |code: &str| commodity(Code::parse(code).unwrap());
        assert_eq!(name("rabot-example"), "RABOT-EXAMPLE");
        assert_eq!(name("eur"), "UNIT-EUR");
        assert_eq!(name("4"), "UNIT-4");
        assert_eq!(name("-"), "UNIT");
        assert_eq!(name("a-currency-with-a-very-long-cod"), "A-CURRENCY-WITH-A-VERY-L");
        assert_eq!(name("a-currency-with-a-very-------"), "A-CURRENCY-WITH-A-VERY");
    }
}
