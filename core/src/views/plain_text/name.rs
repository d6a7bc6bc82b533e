//! [`Name`]: an account's name in another program.

use std::fmt;

use crate::books::{Account, AccountKind};
use crate::id::Id;

/// The name of an account. Two accounts never have one name: an id stands in it whole, and the kinds that
/// have one account in every ledger need no id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    root: &'static str,
    kind: &'static str,
    id: Option<Id>,
}

impl Name {
    pub(super) fn of(account: &Account) -> Self {
        let id = account.id();
        let (root, kind, id) = match account.kind() {
            AccountKind::Person => ("assets", "person", Some(id)),
            AccountKind::Household => ("assets", "household", Some(id)),
            AccountKind::Organisation => ("assets", "organisation", Some(id)),
            AccountKind::Pot => ("assets", "pot", None),
            AccountKind::Reserved => ("assets", "reserved", None),
            AccountKind::Group => ("equity", "group", None),
            AccountKind::Opening => ("equity", "opening", None),
            AccountKind::Issued => ("income", "issued", Some(id)),
            AccountKind::Redeemed => ("expenses", "redeemed", Some(id)),
            AccountKind::Lapsed => ("expenses", "lapsed", None),
            AccountKind::Paper => ("assets", "paper", Some(id)),
            AccountKind::Shortage => ("income", "shortage", Some(id)),
            AccountKind::Surplus => ("expenses", "surplus", Some(id)),
        };
        Self { root, kind, id }
    }

    /// `assets:person:m-1`. hledger takes every character of an id as it is.
    pub(super) fn hledger(self) -> impl fmt::Display {
        InHledger(self)
    }

    /// `Assets:Person:M-1`. Beancount wants a capital or a digit first and then letters, digits and `-`.
    pub(super) fn beancount(self) -> impl fmt::Display {
        InBeancount(self)
    }
}

struct InHledger(Name);

impl fmt::Display for InHledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Name { root, kind, id } = self.0;
        write!(f, "{root}:{kind}")?;
        id.map_or(Ok(()), |id| own(id, |text| write!(f, ":{text}")))
    }
}

struct InBeancount(Name);

impl fmt::Display for InBeancount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Name { root, kind, id } = self.0;
        write!(f, "{}:{}", component(root), component(kind))?;
        id.map_or(Ok(()), |id| own(id, |text| write!(f, ":{}", component(text))))
    }
}

/// The id without what the kind says already: the partner of `issued:p-01`.
fn own<T>(id: Id, read: impl FnOnce(&str) -> T) -> T {
    id.with_str(|text| read(text.split_once(':').map_or(text, |(_, partner)| partner)))
}

/// An id or a word as a part of a name. Ids have no capitals, so capitals can stand for what Beancount
/// does not take: `D` for a point, `U` for a low line, `XX` before an id that begins with neither letter
/// nor digit.
fn component(id: &str) -> String {
    let mut letters = id.chars();
    let mut written = String::new();
    match letters.next() {
        Some(first) if first.is_ascii_alphanumeric() => written.push(first.to_ascii_uppercase()),
        _ => {
            written.push_str("XX");
            letters = id.chars();
        }
    }
    for letter in letters {
        match letter {
            '.' => written.push('D'),
            '_' => written.push('U'),
            other => written.push(other),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn beancount_takes_it() {
        assert_eq!(component("m-0012"), "M-0012");
        assert_eq!(component("7x"), "7x");
        assert_eq!(component("a.b_c-1"), "ADbUc-1");
        assert_eq!(component("-.1"), "XX-D1");
    }

    #[test]
    fn no_two_ids_have_one_name() {
        let letters = ['x', 'd', 'u', '1', '-', '.', '_'];
        let mut ids: Vec<String> = vec![String::new()];
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for _ in 0..4 {
            ids = ids
                .iter()
                .flat_map(|id| letters.map(|letter| format!("{id}{letter}")))
                .inspect(|id| {
                    let name = component(id);
                    let takes = |c: char| c.is_ascii_alphanumeric() || c == '-';
                    assert!(
                        name.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()),
                        "{name}"
                    );
                    assert!(name.chars().all(takes), "{name}");
                    if let Some(other) = names.insert(name.clone(), id.clone()) {
                        panic!("{id} and {other} are both {name}");
                    }
                })
                .collect();
        }
        assert_eq!(names.len(), 7 + 49 + 343 + 2_401);
    }
}
