//! `[[redemption]]`: the catalogue of what units can be spent on outside the ring.

use serde::Deserialize;

use crate::id::{Code, Id};
use crate::money::{Amount, Scale};

use super::Names;
use super::currency::RawNames;
use super::load::Facts;
use super::problem::Problems;
use super::resolved::Writer;
use super::scalars::Figure;
use super::spanned::Spanned;

/// The catalogue of what units can be spent on outside the ring, in the order of its codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Redemption {
    pub(super) offers: Vec<Offer>,
}

/// One thing that units can be spent on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Offer {
    /// Its code.
    pub code: Code,
    /// Its name in each language.
    pub names: Names,
    /// What it costs, in units.
    pub price: Amount,
    /// The partner who gives it; `None` if every redeeming partner may.
    pub partner: Option<Id>,
}

impl Redemption {
    /// Every offer, in the order of the codes.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// The offer with this code.
    pub fn get(&self, code: &Code) -> Option<&Offer> {
        let place = self.offers.binary_search_by(|offer| offer.code.cmp(code)).ok()?;
        self.offers.get(place)
    }
}

impl Offer {
    /// Whether a partner may take units in for it.
    pub fn may_redeem(&self, partner: &Id) -> bool {
        self.partner.as_ref().is_none_or(|only| only == partner)
    }
}

/// One thing that units can be spent on outside the ring (verzilveroptie).
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RawOffer {
    /// Its code, once in the catalogue. Orders and journals name it.
    code: Spanned<String>,
    /// What it is called, in each language.
    names: RawNames,
    /// What one costs, in units, above zero.
    price: Spanned<Figure>,
    /// The partner who gives it, by its id. Left out: every redeeming partner may.
    partner: Option<Spanned<String>>,
}

/// Checks the catalogue; an offer with a problem is left out.
pub(super) fn check(raw: &[RawOffer], facts: Facts, problems: &mut Problems) -> Redemption {
    let mut offers: Vec<Offer> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("redemption[{place}]");
        let Some(offer) = raw.check(&key, facts, problems) else { continue };
        if offers.iter().any(|earlier| earlier.code == offer.code) {
            let reason = format_args!("there is already an offer with the code {}", offer.code);
            problems.add(raw.code.span(), format!("{key}.code"), reason);
        }
        offers.push(offer);
    }
    offers.sort_by_key(|offer| offer.code);
    Redemption { offers }
}

impl RawOffer {
    fn check(&self, key: &str, facts: Facts, problems: &mut Problems) -> Option<Offer> {
        let code = problems.code(&self.code, &format!("{key}.code"));
        let names = self.names.check(&format!("{key}.names"), problems);
        let price = problems.amount_above_zero(&self.price, &format!("{key}.price"), facts.scale);
        let partner = match &self.partner {
            Some(raw) => Some(problems.id(raw, &format!("{key}.partner"))?),
            None => None,
        };
        Some(Offer { code: code?, names: names?, price: price?, partner })
    }
}

impl Redemption {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        for offer in &self.offers {
            out.element("redemption");
            out.text("code", offer.code);
            out.names(&offer.names);
            out.amount("price", offer.price, scale);
            if let Some(partner) = &offer.partner {
                out.text("partner", partner);
            }
        }
    }
}
