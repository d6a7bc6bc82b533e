//! `price`, `euro`, `mixed` and `steps`: what an offer costs.

use serde::Deserialize;

use crate::design::UnitKind;
use crate::design::load::Facts;
use crate::design::problem::Problems;
use crate::design::resolved::{Writer, word_of};
use crate::design::scalars::{Figure, word_or};
use crate::design::spanned::Spanned;
use crate::design::unit::euro_scale;
use crate::money::{Amount, Rounding, Scale};

/// What an offer costs (R25, R26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums)]
pub enum Price {
    /// So much for a piece.
    Piece {
        /// In units.
        units: Amount,
        /// In euro beside them, in cents; zero if it is paid in units alone.
        euro: Amount,
        /// Whether some of the units may be paid in euro instead.
        mixed: Option<Mixed>,
    },
    /// As many steps as fit what the member offers, such as vouchers of 5 euro. One step is one piece.
    Steps {
        /// The fewest units that are taken: a multiple of the step.
        minimum: Amount,
        /// The units of one step.
        step: Amount,
    },
}

/// How a part of the units of a price may be paid in euro, at the unit's value of the day of the
/// activity (R26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Mixed {
    /// At least this share of the price is paid in units, in percent.
    pub least_units_percent: u8,
    /// Which way a fraction of a cent goes. The euro are the partner's, and so is what rounding adds or
    /// leaves out.
    pub rounding: Rounding,
}

impl Price {
    /// The units of one piece.
    pub fn units_per_piece(&self) -> Amount {
        match self {
            Self::Piece { units, .. } => *units,
            Self::Steps { step, .. } => *step,
        }
    }
}

/// The steps in which an offer is taken, such as vouchers of 5 euro.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawSteps {
    /// The fewest units that are taken, above zero and a multiple of `step`. Example: `500`. Source: R25.
    minimum: Spanned<Figure>,
    /// What is taken is a multiple of this many units, above zero; the rest stays with the member. Example: `500`.
    /// Source: R25.
    step: Spanned<Figure>,
}

/// How a part of a price may be paid in euro.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawMixed {
    /// At least so many percent of the price are paid in units, 1 to 99. Example: `50`. Source: R26.
    least_units_percent: Spanned<i64>,
    /// Which way a fraction of a cent goes. The euro are the partner's, and so is what rounding adds or leaves out.
    ///
    /// Default: `"half_up"`. Source: R2, R26.
    rounding: Option<Spanned<Rounding>>,
}

const ROUNDING: Rounding = Rounding::HalfUp;

/// The keys of a price, as they stand in an offer.
pub(super) struct RawPrice<'r> {
    pub(super) price: Option<&'r Spanned<Figure>>,
    pub(super) euro: Option<&'r Spanned<Figure>>,
    pub(super) mixed: Option<&'r Spanned<RawMixed>>,
    pub(super) steps: Option<&'r Spanned<RawSteps>>,
}

impl RawPrice<'_> {
    /// Checks them; `code` is the offer's, which stands for the offer where a key is missing.
    pub(super) fn check(
        &self,
        code: &Spanned<String>,
        key: &str,
        facts: Facts,
        problems: &mut Problems,
    ) -> Option<Price> {
        let of = |field: &str| format!("{key}.{field}");
        let Some(steps) = self.steps else {
            let Some(price) = self.price else {
                problems.add(code.span(), of("price"), "it is missing: an offer has a price or steps");
                return None;
            };
            let units = problems.amount_above_zero(price, &of("price"), facts.scale);
            let euro = match self.euro {
                Some(raw) => problems.amount_above_zero(raw, &of("euro"), Some(euro_scale())),
                None => Some(Amount::ZERO),
            };
            let mixed = match self.mixed {
                Some(raw) => Some(RawMixed::check(raw, &of("mixed"), facts, problems)?),
                None => None,
            };
            return Some(Price::Piece { units: units?, euro: euro?, mixed });
        };
        let reason = "this belongs to a price for a piece, and this offer is taken in steps";
        problems.refuse(self.price, &of("price"), reason);
        problems.refuse(self.euro, &of("euro"), reason);
        problems.refuse(self.mixed, &of("mixed"), reason);
        steps.get_ref().check(&of("steps"), facts, problems)
    }
}

impl RawSteps {
    fn check(&self, key: &str, facts: Facts, problems: &mut Problems) -> Option<Price> {
        let key_of_minimum = format!("{key}.minimum");
        let minimum = problems.amount_above_zero(&self.minimum, &key_of_minimum, facts.scale);
        let step = problems.amount_above_zero(&self.step, &format!("{key}.step"), facts.scale);
        let (minimum, step) = (minimum?, step?);
        if minimum.minor().checked_rem(step.minor()) != Some(0) {
            let reason = "what is taken is a multiple of the step, so the fewest units are one too";
            problems.add(self.minimum.span(), key_of_minimum, reason);
        }
        Some(Price::Steps { minimum, step })
    }
}

impl RawMixed {
    fn check(raw: &Spanned<Self>, key: &str, facts: Facts, problems: &mut Problems) -> Option<Mixed> {
        let Self { least_units_percent, rounding } = raw.get_ref();
        if facts.kind != UnitKind::EuroPegged {
            let reason = "units are worth no euro here: unit.kind = \"euro_pegged\" if they are";
            problems.add(raw.span(), key, reason);
        }
        let key = format!("{key}.least_units_percent");
        let least_units_percent = problems.whole(least_units_percent, &key, 1..=99)?;
        Some(Mixed { least_units_percent, rounding: word_or(rounding.as_ref(), ROUNDING) })
    }
}

impl Price {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        match self {
            Self::Piece { units, euro, mixed } => {
                out.amount("price", *units, scale);
                if !euro.is_zero() {
                    out.amount("euro", *euro, euro_scale());
                }
                if let Some(Mixed { least_units_percent: least, rounding }) = mixed {
                    let rounding = word_of(rounding);
                    let words = format_args!("{{ least_units_percent = {least}, rounding = {rounding} }}");
                    out.pair("mixed", words);
                }
            }
            Self::Steps { minimum, step } => {
                let [minimum, step] =
                    [minimum, step].map(|units| crate::design::resolved::quoted(units.text(scale)));
                out.pair("steps", format_args!("{{ minimum = {minimum}, step = {step} }}"));
            }
        }
    }
}
