//! `[[redemption]]`: the catalogue of what units can be spent on outside the ring.

use crate::id::{Code, Id};
use crate::money::Amount;

use super::Names;

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
