//! `[[fact]]`: what can be recorded about a person, in words that the design knows.

use serde::Deserialize;

use crate::id::Code;

use super::Names;
use super::currency::RawNames;
use super::problem::Problems;
use super::resolved::{Writer, list, quoted};
use super::scalars::word_or;
use super::spanned::Spanned;

/// What can be recorded about a person, in the order of the codes.
///
/// The books know a fact by its code and, at most, a word of a short list: that somebody is insured
/// until a day (law of 3 July 2005), declared volunteering to who pays their benefit, lives in one of the
/// municipalities. The papers stay with the host.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FactKinds {
    pub(super) kinds: Vec<FactKind>,
}

/// One thing that can be recorded about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FactKind {
    /// Its code.
    pub code: Code,
    /// Its name in each language.
    pub names: Names,
    /// The words it can have; `None` if it either holds or does not.
    pub values: Option<Vec<Code>>,
    /// Whether a participant may record it about themselves.
    pub self_declared: bool,
}

impl FactKinds {
    /// Every kind of fact, in the order of the codes.
    pub fn kinds(&self) -> &[FactKind] {
        &self.kinds
    }

    /// The kind with this code.
    pub fn get(&self, code: &Code) -> Option<&FactKind> {
        let place = self.kinds.binary_search_by(|kind| kind.code.cmp(code)).ok()?;
        self.kinds.get(place)
    }
}

impl FactKind {
    /// Whether this is what it can say: one of its words, or no word if it has none.
    pub fn takes(&self, value: Option<Code>) -> bool {
        match (&self.values, value) {
            (Some(words), Some(word)) => words.contains(&word),
            (words, word) => words.is_none() && word.is_none(),
        }
    }
}

/// Something that can be recorded about a person for a time: insurance, a declaration, a residence.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawFact {
    /// The code by which orders and requirements name it, unique among the facts.
    ///
    /// Example: `"insured"`.
    code: Spanned<String>,
    /// What it is called, in each language.
    names: RawNames,
    /// The words the fact can have, at least one: codes, such as those of municipalities. Left out: it
    /// either holds on a day or does not. There are no other words, so that nothing personal gets into the
    /// books.
    ///
    /// Example: `["gent", "aalst"]`. Source: R27.
    values: Option<Spanned<Vec<Spanned<String>>>>,
    /// Whether a participant may record it about themselves: a declaration, but not what somebody else
    /// attests, such as insurance.
    ///
    /// Default: `false`. Source: table of roles (benefit declaration: participant, own).
    self_declared: Option<Spanned<bool>>,
}

const SELF_DECLARED: bool = false;

/// Checks the kinds of fact; one with a problem is left out.
pub(super) fn check(raw: &[RawFact], problems: &mut Problems) -> FactKinds {
    let mut kinds: Vec<FactKind> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("fact[{place}]");
        let Some(kind) = raw.check(&key, problems) else { continue };
        if kinds.iter().any(|earlier| earlier.code == kind.code) {
            let reason = format_args!("there is already a fact with the code {}", kind.code);
            problems.add(raw.code.span(), format!("{key}.code"), reason);
        }
        kinds.push(kind);
    }
    kinds.sort_unstable_by_key(|kind| kind.code);
    FactKinds { kinds }
}

impl RawFact {
    fn check(&self, key: &str, problems: &mut Problems) -> Option<FactKind> {
        let code = problems.code(&self.code, &format!("{key}.code"));
        let names = self.names.check(&format!("{key}.names"), problems);
        let values = match &self.values {
            Some(raw) => Some(problems.codes(raw, &format!("{key}.values"), "the fact could never hold")?),
            None => None,
        };
        let self_declared = word_or(self.self_declared.as_ref(), SELF_DECLARED);
        Some(FactKind { code: code?, names: names?, values, self_declared })
    }
}

impl FactKinds {
    pub(super) fn write(&self, out: &mut Writer) {
        for kind in &self.kinds {
            out.element("fact");
            out.text("code", kind.code);
            out.names(&kind.names);
            if let Some(values) = &kind.values {
                out.pair("values", list(values.iter().map(quoted)));
            }
            out.pair("self_declared", kind.self_declared);
        }
    }
}
