//! `[[welcome]]`: what is given once to whoever joins.

use serde::{Deserialize, Serialize};

use crate::id::Code;
use crate::money::{Amount, Scale};

use super::Names;
use super::currency::RawNames;
use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::{Figure, word_or};
use super::spanned::Spanned;

/// What is given once to whoever joins (R13): a start balance, a joining or verification gift, a reward
/// for an orientation. In the order of the codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WelcomeGifts {
    pub(super) gifts: Vec<WelcomeGift>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WelcomeGift {
    /// Its code.
    pub code: Code,
    /// Its name in each language.
    pub names: Names,
    /// How many units.
    pub units: Amount,
    /// Who pays them.
    pub from: PaidBy,
}

/// Who pays what is given on joining.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaidBy {
    /// The ring itself: its account goes below zero by as much, so that a zero-sum ring still sums to
    /// zero (R56).
    Group,
    /// The common pot, as far as it goes.
    Pot,
}

impl WelcomeGifts {
    /// Every gift, in the order of the codes.
    pub fn gifts(&self) -> &[WelcomeGift] {
        &self.gifts
    }

    /// The gift with this code.
    pub fn get(&self, code: &Code) -> Option<&WelcomeGift> {
        let place = self.gifts.binary_search_by(|gift| gift.code.cmp(code)).ok()?;
        self.gifts.get(place)
    }
}

/// Something that is given once for life to whoever joins (R13).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawWelcome {
    /// The code by which orders name the gift, unique among the gifts. Whoever had a gift of this code does
    /// not get it again, also when an amendment changes its units.
    code: Spanned<String>,
    /// What it is called, in each language.
    names: RawNames,
    /// How many units are given; above zero.
    ///
    /// Example: `150`. Source: R13, V7 (LETS Brussel).
    units: Spanned<Figure>,
    /// Who pays.
    ///
    /// Default: `"group"`. Source: R13, R56.
    from: Option<Spanned<PaidBy>>,
}

const FROM: PaidBy = PaidBy::Group;

/// Checks the gifts; one with a problem is left out.
pub(super) fn check(raw: &[RawWelcome], facts: Facts, problems: &mut Problems) -> WelcomeGifts {
    let mut gifts: Vec<WelcomeGift> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("welcome[{place}]");
        let Some(gift) = raw.check(&key, facts, problems) else { continue };
        if gifts.iter().any(|earlier| earlier.code == gift.code) {
            let reason = format_args!("there is already a gift with the code {}", gift.code);
            problems.add(raw.code.span(), format!("{key}.code"), reason);
        }
        gifts.push(gift);
    }
    gifts.sort_unstable_by_key(|gift| gift.code);
    WelcomeGifts { gifts }
}

impl RawWelcome {
    fn check(&self, key: &str, facts: Facts, problems: &mut Problems) -> Option<WelcomeGift> {
        let code = problems.code(&self.code, &format!("{key}.code"));
        let names = self.names.check(&format!("{key}.names"), problems);
        let units = problems.amount_above_zero(&self.units, &format!("{key}.units"), facts.scale);
        let from = word_or(self.from.as_ref(), FROM);
        if from == PaidBy::Pot && !facts.pot {
            problems.refuse(self.from.as_ref(), &format!("{key}.from"), "there is no [pot]");
        }
        Some(WelcomeGift { code: code?, names: names?, units: units?, from })
    }
}

impl WelcomeGifts {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        for gift in &self.gifts {
            out.element("welcome");
            out.text("code", gift.code);
            out.names(&gift.names);
            out.amount("units", gift.units, scale);
            out.word("from", gift.from);
        }
    }
}
