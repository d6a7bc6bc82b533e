//! `[activities]`: what is never rewarded or paid for, and the categories of services.

use serde::Deserialize;

use crate::id::Code;

use super::problem::Problems;
use super::resolved::{Writer, list, quoted};
use super::spanned::Spanned;

/// What is never rewarded or paid for, and the categories of services.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Activities {
    /// Activities and categories that are kept out, such as work that no insurer covers.
    pub excluded: Vec<Code>,
    /// The categories a payment for a service can name; `None` if any will do.
    pub categories: Option<Vec<Code>>,
}

/// What is never rewarded or paid for, and the categories of services.
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawActivities {
    /// Codes of activities and categories that are kept out, at least one: risky work, which the insurance
    /// does not cover. Left out: none.
    ///
    /// Example: `["dakwerk"]`. Source: LETS Aalter; law of 3 July 2005.
    excluded: Option<Spanned<Vec<Spanned<String>>>>,
    /// The categories that a payment for a service can name, for the figures per category. Left out: any
    /// code will do.
    ///
    /// Example: `["zorg", "klus"]`. Source: H8.5 (Buurtijd: 19 categories).
    categories: Option<Spanned<Vec<Spanned<String>>>>,
}

impl RawActivities {
    pub(super) fn check(&self, problems: &mut Problems) -> Option<Activities> {
        let excluded = match &self.excluded {
            Some(raw) => problems.codes(raw, "activities.excluded", "nothing is excluded: leave it out"),
            None => Some(Vec::new()),
        };
        let categories = match &self.categories {
            Some(raw) => {
                let reason = "nothing could be named: leave it out, and any category will do";
                Some(problems.codes(raw, "activities.categories", reason)?)
            }
            None => None,
        };
        let mut excluded = excluded?;
        for raw in self.categories.iter().flat_map(Spanned::get_ref) {
            if Code::parse(raw.get_ref()).is_ok_and(|code| excluded.contains(&code)) {
                problems.add(raw.span(), "activities.categories", "this category is excluded");
            }
        }
        excluded.sort_unstable();
        let categories = categories.map(|mut categories: Vec<Code>| {
            categories.sort_unstable();
            categories
        });
        Some(Activities { excluded, categories })
    }
}

impl Activities {
    pub(super) fn write(&self, out: &mut Writer) {
        if self.excluded.is_empty() && self.categories.is_none() {
            return;
        }
        out.table("activities");
        if !self.excluded.is_empty() {
            out.pair("excluded", list(self.excluded.iter().map(quoted)));
        }
        if let Some(categories) = &self.categories {
            out.pair("categories", list(categories.iter().map(quoted)));
        }
    }
}
