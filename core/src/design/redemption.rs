//! `[[redemption]]`: the catalogue of what units can be spent on outside the ring.

mod hold;
mod no_show;
mod per_person;
mod price;
mod season;
mod stock;
mod waiting;

use serde::Deserialize;

use crate::id::{Code, Id};
use crate::money::Scale;

use super::currency::RawNames;
use super::load::Facts;
use super::problem::Problems;
use super::requirement::{self, RawRequirement};
use super::resolved::{Writer, list};
use super::scalars::{Date, Figure, word_or};
use super::spanned::Spanned;
use super::{FactKinds, Names, Requirement};

pub use hold::Hold;
pub use no_show::{NoShow, NoShowLimit};
pub use per_person::PerPerson;
pub use price::{Mixed, Price};
pub use season::{Availability, Season};
pub use stock::Stock;
pub use waiting::WaitingList;

/// The catalogue of what units can be spent on outside the ring, in the order of its codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Redemption {
    pub(super) offers: Vec<Offer>,
}

/// One thing that units can be spent on (R25, H4.6).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Offer {
    /// Its code.
    pub code: Code,
    /// Its name in each language.
    pub names: Names,
    /// What it costs.
    pub price: Price,
    /// The partner who gives it; `None` if every redeeming partner may.
    pub partner: Option<Id>,
    /// Whether its pieces are counted.
    pub stock: Stock,
    /// The days on which it can be had.
    pub available: Availability,
    /// What must hold about whoever takes it, on the day of the activity; all of them, if any.
    pub audience: Vec<Requirement>,
    /// How many pieces one person gets; `None` if as many as they can pay.
    pub per_person: Option<PerPerson>,
    /// How long a reservation is kept; `None` if it cannot be reserved.
    pub hold: Option<Hold>,
    /// What it costs to reserve it and not come; `None` if nothing.
    pub no_show: Option<NoShow>,
    /// That one can wait for a piece when there is none; `None` if not.
    pub waiting: Option<WaitingList>,
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
    /// What a piece costs, in units, above zero. An offer has either this or `steps`. Source: R25.
    price: Option<Spanned<Figure>>,
    /// What a piece costs in euro beside its units, above zero. It is told and counted for each partner, and moves
    /// no unit. Left out: nothing. Source: R25.
    euro: Option<Spanned<Figure>>,
    /// How a part of the units may be paid in euro instead, at the unit's value of the day of the activity.
    /// Belongs to a unit pegged to the euro. Left out: not at all. Source: R26.
    mixed: Option<Spanned<price::RawMixed>>,
    /// The offer is taken in steps instead of at a price: the member offers units, and gets as many steps as
    /// fit. Source: R25; E-portemonnee (V11).
    steps: Option<Spanned<price::RawSteps>>,
    /// The partner who gives it, by its id. Left out: every redeeming partner may.
    partner: Option<Spanned<String>>,
    /// Whether its pieces are counted.
    ///
    /// Default: `"endless"`. Source: R25, R51.
    stock: Option<Spanned<Stock>>,
    /// The first day on which it can be had, by the day of the activity. Left out: there is none.
    /// Example: `2026-11-15`. Source: R25 (window).
    from: Option<Spanned<Date>>,
    /// The last day on which it can be had. Left out: there is none. Example: `2026-12-24`. Source: R25 (window).
    until: Option<Spanned<Date>>,
    /// The part of every year in which it can be had. Left out: the whole year. Source: R25 (season).
    season: Option<Spanned<season::RawSeason>>,
    /// The facts that must hold about whoever takes it, on the day of the activity. Left out: it is for everybody.
    /// Source: R25 (audience: residence, age, tariff), R27.
    #[serde(default)]
    audience: Vec<RawRequirement>,
    /// How many pieces one person gets in a period. Left out: as many as they can pay. Source: R25, R51.
    per_person: Option<per_person::RawPerPerson>,
    /// How long a reservation is kept, by days, by minutes or by both; whichever ends first ends it. Left out:
    /// the offer cannot be reserved. Source: R25 (reservation with time-out), R51.
    hold: Option<Spanned<hold::RawHold>>,
    /// What becomes of a reservation that nobody picks up in time: how much of it the partner takes in all the
    /// same, and after how many times one can no longer reserve. Left out: its units come back, and nothing is
    /// counted. Source: R25 (no-show).
    no_show: Option<Spanned<no_show::RawNoShow>>,
    /// That members can wait for a piece when there is none, in the order in which they came, and how many days
    /// they have once they are called. Belongs to an offer whose stock is counted and that can be reserved. Left
    /// out: nobody waits. Source: R25 (waiting list).
    waiting: Option<Spanned<waiting::RawWaitingList>>,
}

/// Checks the catalogue; an offer with a problem is left out.
pub(super) fn check(
    raw: &[RawOffer],
    kinds: &FactKinds,
    facts: Facts,
    problems: &mut Problems,
) -> Redemption {
    let mut offers: Vec<Offer> = Vec::new();
    for (place, raw) in raw.iter().enumerate() {
        let key = format!("redemption[{place}]");
        let Some(offer) = raw.check(&key, kinds, facts, problems) else { continue };
        if offers.iter().any(|earlier| earlier.code == offer.code) {
            let reason = format_args!("there is already an offer with the code {}", offer.code);
            problems.add(raw.code.span(), format!("{key}.code"), reason);
        }
        offers.push(offer);
    }
    offers.sort_unstable_by_key(|offer| offer.code);
    Redemption { offers }
}

impl RawOffer {
    fn check(&self, key: &str, kinds: &FactKinds, facts: Facts, problems: &mut Problems) -> Option<Offer> {
        let code = problems.code(&self.code, &format!("{key}.code"));
        let names = self.names.check(&format!("{key}.names"), problems);
        let price = price::RawPrice {
            price: self.price.as_ref(),
            euro: self.euro.as_ref(),
            mixed: self.mixed.as_ref(),
            steps: self.steps.as_ref(),
        };
        let price = price.check(&self.code, key, facts, problems);
        let (from, until) = (self.from.as_ref(), self.until.as_ref());
        let available = season::check(from, until, self.season.as_ref(), key, problems);
        let partner = match &self.partner {
            Some(raw) => problems.id(raw, &format!("{key}.partner")).map(Some),
            None => Some(None),
        };
        let audience = requirement::check_all(&self.audience, &format!("{key}.audience"), kinds, problems);
        let per_person = match &self.per_person {
            Some(raw) => raw.check(&format!("{key}.per_person"), problems).map(Some),
            None => Some(None),
        };
        let hold = match &self.hold {
            Some(raw) => hold::RawHold::check(raw, &format!("{key}.hold"), problems).map(Some),
            None => Some(None),
        };
        let no_show = match &self.no_show {
            Some(raw) => {
                let (reserved, key) = (self.hold.is_some(), format!("{key}.no_show"));
                no_show::RawNoShow::check(raw, reserved, &key, problems).map(Some)
            }
            None => Some(None),
        };
        let waiting = match &self.waiting {
            Some(raw) => {
                let counted = word_or(self.stock.as_ref(), stock::STOCK) == Stock::Counted;
                let (can_wait, key) = ((counted, self.hold.is_some()), format!("{key}.waiting"));
                waiting::RawWaitingList::check(raw, can_wait, &key, problems).map(Some)
            }
            None => Some(None),
        };
        Some(Offer {
            code: code?,
            names: names?,
            price: price?,
            partner: partner?,
            stock: word_or(self.stock.as_ref(), stock::STOCK),
            available: available?,
            audience: audience?,
            per_person: per_person?,
            hold: hold?,
            no_show: no_show?,
            waiting: waiting?,
        })
    }
}

impl Redemption {
    pub(super) fn write(&self, scale: Scale, out: &mut Writer) {
        for offer in &self.offers {
            out.element("redemption");
            out.text("code", offer.code);
            out.names(&offer.names);
            offer.price.write(scale, out);
            if let Some(partner) = &offer.partner {
                out.text("partner", partner);
            }
            out.word("stock", offer.stock);
            offer.available.write(out);
            if !offer.audience.is_empty() {
                out.pair("audience", list(offer.audience.iter().map(requirement::text_of)));
            }
            if let Some(per_person) = offer.per_person {
                per_person.write(out);
            }
            if let Some(hold) = offer.hold {
                hold.write(out);
            }
            if let Some(no_show) = offer.no_show {
                no_show.write(out);
            }
            if let Some(waiting) = offer.waiting {
                waiting.write(out);
            }
        }
    }
}
