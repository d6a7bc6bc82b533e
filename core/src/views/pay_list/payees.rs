//! [`Payees`]: the host's table of who partners are and where their money goes.

use std::collections::BTreeMap;
use std::fmt;

use super::{Iban, IbanError, PayListError};
use crate::id::{Id, IdError};

/// Who a partner is to a bank.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Payee {
    /// The name on the account, at most 70 characters.
    pub name: String,
    /// The account.
    pub iban: Iban,
}

impl fmt::Debug for Payee {
    /// Without the name, so that no log carries it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Payee(..)")
    }
}

/// The table, by partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payees(BTreeMap<Id, Payee>);

/// Why a table cannot be read, and in which line. Nothing of the line is told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum PayeeError {
    /// The first line is not the header.
    #[error("the first line is not partner;name;iban")]
    Header,
    /// Not three cells, or a quote that does not end.
    #[error("line {line}: a line has three cells: partner;name;iban")]
    Cells {
        /// Which, from 1.
        line: usize,
    },
    /// The partner is no id.
    #[error("line {line}: {error}")]
    Partner {
        /// Which, from 1.
        line: usize,
        /// Why not.
        error: IdError,
    },
    /// The name is empty, longer than 70 characters, or has control characters.
    #[error("line {line}: a name has 1 to 70 characters on one line")]
    Name {
        /// Which, from 1.
        line: usize,
    },
    /// The IBAN is none.
    #[error("line {line}: {error}")]
    Iban {
        /// Which, from 1.
        line: usize,
        /// Why not.
        error: IbanError,
    },
    /// A partner stands there twice.
    #[error("line {line}: the partner {partner} stands there already")]
    Twice {
        /// Which, from 1.
        line: usize,
        /// The partner.
        partner: Id,
    },
}

/// A name for SEPA has at most so many characters (EPC implementation guidelines, attribute AT-E001).
pub(super) const LONGEST_NAME: usize = 70;

impl Payees {
    /// Reads a table: the header `partner;name;iban`, then a line for each. A name with `;` or `"` stands in
    /// quotes, in which `""` is a quote.
    ///
    /// # Errors
    /// [`PayeeError`] with the line.
    pub fn parse(text: &str) -> Result<Self, PayeeError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().zip(1_usize..);
        if lines.next().is_none_or(|(header, _)| header.trim_end() != "partner;name;iban") {
            return Err(PayeeError::Header);
        }
        let mut payees = BTreeMap::new();
        for (text, line) in lines.filter(|(text, _)| !text.trim().is_empty()) {
            let cells = cells(text.trim_end()).ok_or(PayeeError::Cells { line })?;
            let [partner, name, iban]: [String; 3] =
                cells.try_into().map_err(|_| PayeeError::Cells { line })?;
            let partner = Id::parse(&partner).map_err(|error| PayeeError::Partner { line, error })?;
            let name = name.trim().to_owned();
            let fits = (1..=LONGEST_NAME).contains(&name.chars().count());
            if !fits || name.chars().any(char::is_control) {
                return Err(PayeeError::Name { line });
            }
            let iban = iban.parse().map_err(|error| PayeeError::Iban { line, error })?;
            if payees.insert(partner, Payee { name, iban }).is_some() {
                return Err(PayeeError::Twice { line, partner });
            }
        }
        Ok(Self(payees))
    }

    /// Who a partner is.
    ///
    /// # Errors
    /// [`PayListError::PayeeMissing`].
    pub fn of(&self, partner: Id) -> Result<&Payee, PayListError> {
        self.0.get(&partner).ok_or(PayListError::PayeeMissing(partner))
    }
}

/// The cells of a line; `None` if a quote does not end or something stands behind one.
fn cells(line: &str) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        if let Some(mut quoted) = text.strip_prefix('"') {
            let mut cell = String::new();
            rest = loop {
                let (part, after) = quoted.split_once('"')?;
                cell.push_str(part);
                match after.strip_prefix('"') {
                    Some(after) => {
                        cell.push('"');
                        quoted = after;
                    }
                    None if after.is_empty() => break None,
                    None => break Some(after.strip_prefix(';')?),
                }
            };
            cells.push(cell);
        } else {
            let (cell, after) =
                text.split_once(';').map_or((text, None), |(cell, after)| (cell, Some(after)));
            cells.push(cell.to_owned());
            rest = after;
        }
    }
    Some(cells)
}

/// A cell as [`Payees::parse`] reads it.
pub(super) fn quoted(cell: &str) -> String {
    if cell.contains([';', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "partner;name;iban\n";

    #[test]
    fn a_table_is_read_or_its_line_is_named() {
        let read = |rest: &str| Payees::parse(&format!("{HEADER}{rest}"));
        let payees = read(
            "p-1;\"Bakker \"\"De Zon\"\"; Gent\";BE68 5390 0754 7034\n\np-2;Café;NL91ABNA0417164300\r\n",
        );
        let payees = payees.unwrap();
        let baker = payees.of(Id::parse("p-1").unwrap()).unwrap();
        assert_eq!(baker.name, "Bakker \"De Zon\"; Gent");
        assert_eq!(cells(&quoted(&baker.name)), Some(vec![baker.name.clone()]));
        assert_eq!(Payees::parse("p-1;a;b"), Err(PayeeError::Header));
        assert_eq!(read("p-1;a"), Err(PayeeError::Cells { line: 2 }));
        assert_eq!(read("p-1;\"a;BE68539007547034"), Err(PayeeError::Cells { line: 2 }));
        assert_eq!(read("p-1;;BE68539007547034"), Err(PayeeError::Name { line: 2 }));
        let wrong = read("p-1;a;BE68539007547035").unwrap_err();
        assert_eq!(wrong, PayeeError::Iban { line: 2, error: IbanError::Check });
        let twice = read("p-1;a;BE68539007547034\np-1;a;BE68539007547034").unwrap_err();
        assert!(matches!(twice, PayeeError::Twice { line: 3, .. }));
        assert!(matches!(read("baker;a;BE68539007547034"), Err(PayeeError::Partner { line: 2, .. })));
    }
}
