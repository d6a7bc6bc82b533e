//! What units can be redeemed for, and what of it is affordable now.

use super::{Expected, Preview, Wallet, WalletError};
use crate::calendar::{Day, Instant};
use crate::design::{Names, Price};
use crate::id::{Code, Id, OrderId};
use crate::orders::{Ask, Order, Redeem, Refusal};
use crate::people::PartnerRole;

/// A line of the redemption catalogue at a partner who hands it out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CatalogueLine {
    /// Its code.
    pub reward: Code,
    /// Its name in each language.
    pub names: Names,
    /// The partner.
    pub partner: Id,
    /// What it costs.
    pub price: Price,
    /// Whether one piece can be had now; of an offer in steps, the fewest steps that are handed out.
    pub affordable: Affordable,
}

/// Whether something can be had now.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::exhaustive_enums)]
pub enum Affordable {
    /// As far as the wallet knows.
    Yes,
    /// Not now, and this is what the server would say.
    No(Refusal),
    /// Only the server knows.
    OnlyServer,
}

impl Wallet {
    /// The redemption catalogue on the phone's civil day, by code and then by partner, as one holder sees it.
    ///
    /// # Errors
    /// [`WalletError`] before the account is there, or if the phone's day is out of reach.
    pub fn catalogue(&self, holder: Id, today: Day) -> Result<Vec<CatalogueLine>, WalletError> {
        let scratch = self.after_outbox(today, None)?;
        let (state, day) = (scratch.state(), scratch.day());
        let redeeming = |partner: &&crate::people::Partner| {
            partner.contract_on(day).is_some_and(|contract| contract.has(PartnerRole::Redeeming))
        };
        let partners: Vec<Id> = state.people().partners().filter(redeeming).map(|one| one.id).collect();
        let Some(participant) = state.design().permissions().participant_code() else {
            return Ok(Vec::new());
        };
        let mut lines = Vec::new();
        for offer in state.design().redemption().offers() {
            for partner in partners.iter().filter(|partner| offer.may_redeem(partner)) {
                let (count, units) = match offer.price {
                    Price::Piece { .. } => (1, None),
                    Price::Steps { minimum, .. } => (1, Some(minimum)),
                };
                let redeem =
                    Redeem { account: self.account, partner: *partner, reward: offer.code, count, units };
                let order = Order {
                    id: OrderId::new(0),
                    actor: holder,
                    role: participant,
                    instant: Instant::new(i64::MIN),
                    booking_day: day,
                    value_day: day,
                    ask: Ask::Redeem(redeem),
                    contact_point: None,
                    on_behalf_of: None,
                    reason: None,
                    evidence: None,
                };
                let (expected, assumed, _) = scratch.tried(&order);
                let preview = Preview { day, record: self.record(), expected, assumed };
                lines.push(CatalogueLine {
                    reward: offer.code,
                    names: offer.names.clone(),
                    partner: *partner,
                    price: offer.price,
                    affordable: affordable(preview),
                });
            }
        }
        Ok(lines)
    }
}

fn affordable(preview: Preview) -> Affordable {
    match preview.expected {
        Expected::Booked(_) | Expected::Waits { .. } => Affordable::Yes,
        Expected::Refused(refusal) => Affordable::No(refusal),
        Expected::OnlyServer => Affordable::OnlyServer,
    }
}
