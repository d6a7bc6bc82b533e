//! [`Requirement`]: a fact that must hold about a person on a day.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::people::People;

use super::FactKinds;
use super::problem::Problems;
use super::resolved::quoted;
use super::spanned::Spanned;

/// A fact that must hold about a person on a day, if need be with one of some words:
/// `{ fact = "insured" }`, `{ fact = "residence", is = ["gent"] }`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Requirement {
    /// Which fact.
    pub fact: Code,
    /// One of these words; `None` if any will do.
    pub is: Option<Vec<Code>>,
}

/// What happens when a fact that is required does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WhenMissing {
    /// Nothing is booked.
    Refuse,
    /// It is booked, and flagged for a reviewer.
    Flag,
}

impl Requirement {
    /// Whether it holds about a person on a day.
    pub fn met_by(&self, people: &People, person: &Id, on: Day) -> bool {
        people.fact_on(person, &self.fact, on).is_some_and(|fact| {
            self.is.as_ref().is_none_or(|words| fact.value.is_some_and(|value| words.contains(&value)))
        })
    }
}

/// A fact that must hold about a person, if need be with one of some words.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawRequirement {
    /// The code of a `[[fact]]`.
    ///
    /// Example: `"insured"`.
    fact: Spanned<String>,
    /// The words of which the fact must have one, at least one. Left out: any will do. Only for a fact with
    /// `values`.
    ///
    /// Example: `["gent"]`.
    is: Option<Spanned<Vec<Spanned<String>>>>,
}

/// Checks a list of requirements against the facts there are; `None` if one has a problem.
pub(super) fn check_all(
    raw: &[RawRequirement],
    key: &str,
    kinds: &FactKinds,
    problems: &mut Problems,
) -> Option<Vec<Requirement>> {
    let mut requirements: Vec<Requirement> = Vec::new();
    let mut sound = true;
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("{key}[{place}]");
        let Some(requirement) = raw.check(&key, kinds, problems) else {
            sound = false;
            continue;
        };
        if requirements.iter().any(|earlier| earlier.fact == requirement.fact) {
            let reason = "this fact is required already";
            problems.add(raw.fact.span(), format!("{key}.fact"), reason);
        }
        requirements.push(requirement);
    }
    requirements.sort_by_key(|requirement| requirement.fact);
    sound.then_some(requirements)
}

impl RawRequirement {
    fn check(&self, key: &str, kinds: &FactKinds, problems: &mut Problems) -> Option<Requirement> {
        let fact = problems.code(&self.fact, &format!("{key}.fact"))?;
        let Some(kind) = kinds.get(&fact) else {
            let reason = format_args!("there is no [[fact]] with the code {fact}");
            problems.add(self.fact.span(), format!("{key}.fact"), reason);
            return None;
        };
        let Some(raw) = &self.is else { return Some(Requirement { fact, is: None }) };
        let key = format!("{key}.is");
        let words = problems.codes(raw, &key, "nobody could ever meet this")?;
        for (word, raw) in words.iter().zip(raw.get_ref()) {
            if !kind.takes(Some(*word)) {
                let reason = format_args!("the fact {fact} never says {word}");
                problems.add(raw.span(), &key, reason);
            }
        }
        let mut words = words;
        words.sort_unstable();
        Some(Requirement { fact, is: Some(words) })
    }
}

/// The requirement as it is written.
pub(super) fn text_of(requirement: &Requirement) -> String {
    let fact = quoted(requirement.fact);
    match &requirement.is {
        Some(words) => {
            format!("{{ fact = {fact}, is = {} }}", super::resolved::list(words.iter().map(quoted)))
        }
        None => format!("{{ fact = {fact} }}"),
    }
}
