//! [`RedemptionSlip`]: what a member gets and what it cost, to print beside what is handed over.

use crate::books::{Change, Entry, Reservation, ReservationEnd};
use crate::calendar::Day;
use crate::design::{Names, Price};
use crate::id::{Code, Id};
use crate::ledger::{Ledger, Outcome};
use crate::money::{Amount, Balance};
use crate::orders::{Ask, Lang, Order, Words};

use super::euro::{EuroUnits, Valued, cents_text};
use super::labels::{Said, fill, name_of};

/// What a redemption came to: the pieces, the units they cost, what those are worth, what was paid in euro
/// beside them, and what is left of the units that were offered (R25, R26; E-portemonnee, V11).
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct RedemptionSlip {
    /// The account that paid.
    pub account: Id,
    /// The partner that hands it out.
    pub partner: Id,
    /// The day of the activity.
    pub day: Day,
    /// What happened to it.
    pub taken: SlipOf,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// What that was called on the day of the activity; `None` if it was not in the catalogue any more.
    pub names: Option<Names>,
    /// How many pieces, or steps.
    pub pieces: u32,
    /// The units paid, and what they were worth on the day of the activity. That is what the issuer pays the
    /// partner for them; the member gets what is handed over, never euro.
    pub paid: EuroUnits,
    /// What was paid in euro beside the units, or will be when it is picked up, in cents.
    pub paid_in_euro: Amount,
    /// What is left of the units offered, of an offer that is taken in steps; `None` if none were offered.
    pub left_of_offered: Option<Amount>,
}

/// What happened to what is redeemed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum SlipOf {
    /// It was taken at once.
    Redeemed,
    /// It was reserved.
    Reserved,
    /// What was reserved was picked up.
    PickedUp,
}

/// The part of a slip that the entry tells.
struct Deal<'e> {
    taken: SlipOf,
    account: Id,
    partner: Id,
    reward: Code,
    units: Amount,
    offered: Option<Amount>,
    reservation: Option<&'e Reservation>,
    count: u32,
}

impl RedemptionSlip {
    /// The slip of a record; `None` if nothing was redeemed, reserved or picked up there. Of an order that
    /// waited it is the record that completed it.
    pub fn of(ledger: &Ledger, record: u64) -> Option<Self> {
        let Outcome::Booked(order, entry) = ledger.get(record)?.outcome else { return None };
        let meant = entry.changes.iter().find_map(|change| match change {
            Change::PendingEnded { asked, .. } => asked.as_deref(),
            _ => None,
        });
        let order = meant.unwrap_or(&order);
        let deal = Deal::of(order, &entry)?;
        let day = order.value_day;
        let offer = ledger.state().designs().on(day).1.redemption().get(&deal.reward);
        let pieces = match (deal.reservation, offer.map(|offer| offer.price)) {
            (Some(reservation), _) => reservation.pieces,
            (None, Some(Price::Steps { step, .. })) => {
                deal.units.minor().checked_div(step.minor()).and_then(|steps| u32::try_from(steps).ok())?
            }
            (None, _) => deal.count,
        };
        let in_steps = offer.is_some_and(|offer| matches!(offer.price, Price::Steps { .. }));
        let mut paid = Valued::none_of(ledger);
        paid.add_on(ledger, deal.units.minor().into(), day);
        let paid_in_euro = entry.changes.iter().find_map(|change| match change {
            Change::PaidInEuro { amount, .. } => amount.as_amount(),
            _ => None,
        });
        let promised = deal.reservation.map(|reservation| reservation.euro);
        Some(Self {
            account: deal.account,
            partner: deal.partner,
            day,
            taken: deal.taken,
            reward: deal.reward,
            names: offer.map(|offer| offer.names.clone()),
            pieces,
            paid: paid.total(),
            paid_in_euro: paid_in_euro.or(promised).unwrap_or(Amount::ZERO),
            left_of_offered: deal.offered.filter(|_| in_steps).and_then(|all| all.checked_sub(deal.units)),
        })
    }

    /// As sentences: what was handed over, what it cost, and what is left.
    pub fn sentences(&self, lang: Lang, words: &Words<'_>) -> Vec<String> {
        let got: Said = match self.taken {
            SlipOf::Redeemed => [
                "{} verzilverde op {} bij {}: {} × {}.",
                "{} a utilisé le {} chez {} : {} × {}.",
                "{} redeemed on {} at {}: {} × {}.",
            ],
            SlipOf::Reserved => [
                "{} reserveerde op {} bij {}: {} × {}.",
                "{} a réservé le {} chez {} : {} × {}.",
                "{} reserved on {} at {}: {} × {}.",
            ],
            SlipOf::PickedUp => [
                "{} haalde op {} af bij {}: {} × {}.",
                "{} a retiré le {} chez {} : {} × {}.",
                "{} picked up on {} at {}: {} × {}.",
            ],
        };
        let name = name_of(lang, self.names.as_ref(), &self.reward);
        let (account, partner) = (self.account.to_string(), self.partner.to_string());
        let slots = [&account, &lang.day(self.day), &partner, &self.pieces.to_string(), &name];
        let mut said = vec![fill(lang, got, &slots.map(String::as_str)), self.price(lang, words)];
        if let Some(left) = self.left_of_offered {
            let of = [
                "Over van wat aangeboden werd: {}.",
                "Reste de ce qui a été offert : {}.",
                "Left of what was offered: {}.",
            ];
            said.push(fill(lang, of, &[&words.amount(lang, left.into())]));
        }
        said
    }

    fn price(&self, lang: Lang, words: &Words<'_>) -> String {
        let units = i64::try_from(self.paid.units).ok().and_then(|minor| Balance::from_minor(minor).ok());
        let units = words.amount(lang, units.unwrap_or(Balance::MAX));
        let worth = self.paid.euro.map_or_else(String::new, |euro| {
            let worth = [" (waard {} euro{})", " (d’une valeur de {} euros{})", " (worth {} euro{})"];
            fill(lang, worth, &[&cents_text(lang, euro.cents), self.paid.rounded_text(lang)])
        });
        let beside = [" en {} euro", " et {} euros", " and {} euro"];
        let euro = cents_text(lang, self.paid_in_euro.minor().into());
        let euro = if self.paid_in_euro.is_zero() { String::new() } else { fill(lang, beside, &[&euro]) };
        fill(lang, ["Prijs: {}{}{}.", "Prix : {}{}{}.", "Price: {}{}{}."], &[&units, &worth, &euro])
    }
}

impl<'e> Deal<'e> {
    fn of(order: &Order, entry: &'e Entry) -> Option<Self> {
        let kept = |reservation: &'e Reservation, taken, offered| Self {
            taken,
            account: reservation.account.id(),
            partner: reservation.partner,
            reward: reservation.reward,
            units: reservation.units(),
            offered,
            reservation: Some(reservation),
            count: reservation.pieces,
        };
        match &order.ask {
            Ask::Redeem(redeem) => Some(Self {
                taken: SlipOf::Redeemed,
                account: redeem.account,
                partner: redeem.partner,
                reward: redeem.reward,
                units: entry.leg(&redeem.account)?.amount.magnitude(),
                offered: redeem.units,
                reservation: None,
                count: redeem.count,
            }),
            Ask::Reserve(reserve) => entry.changes.iter().find_map(|change| match change {
                Change::Reserved(made) => Some(kept(made, SlipOf::Reserved, reserve.units)),
                _ => None,
            }),
            Ask::PickUp(_) => entry.changes.iter().find_map(|change| match change {
                Change::ReservationEnded { reservation, end: ReservationEnd::PickedUp } => {
                    Some(kept(reservation, SlipOf::PickedUp, None))
                }
                _ => None,
            }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::WhyBalance;
    use crate::views::scenario::{Scenario, id};

    fn last(it: &Scenario) -> u64 {
        it.ledger.len().saturating_sub(1)
    }

    fn said(it: &Scenario, lang: Lang) -> String {
        let slip = RedemptionSlip::of(&it.ledger, last(it)).unwrap();
        slip.sentences(lang, &Words::of(it.ledger.design().unit(), lang)).join("\n")
    }

    /// V11: of 1,750 points 1,500 are taken for 15 euro, and 250 are left.
    #[test]
    fn steps_of_which_a_rest_is_left() {
        let mut it = Scenario::open(include_str!("../../designs/e-portemonnee.toml"), "2025-01-02");
        for (partner, role) in [("p-01", "issuing"), ("p-11", "redeeming")] {
            let ask = format!(r#"{{"approve_partner":{{"partner":"{partner}","roles":["{role}"]}}}}"#);
            it.book("s-001", "steering_group", &ask);
        }
        it.members("s-010", &["m-1"]);
        let bags = r#"{"award":{"partner":"p-01","to":"m-1","activity":"afvalzakken","measured":18}}"#;
        it.book("s-900", "system", bags);
        let offer = |units: u32| {
            format!(
                r#"{{"redeem":{{"account":"m-1","partner":"p-11","reward":"waardebon","units":{units}}}}}"#
            )
        };
        it.refused("m-1", "participant", &offer(499));
        assert_eq!(RedemptionSlip::of(&it.ledger, last(&it)), None);
        it.book("m-1", "participant", &offer(1750));
        let slip = RedemptionSlip::of(&it.ledger, last(&it)).unwrap();
        assert_eq!((slip.pieces, slip.paid.units), (3, 1500));
        assert_eq!(slip.paid.euro.map(|euro| euro.cents), Some(1500));
        assert_eq!(slip.left_of_offered.map(Amount::minor), Some(250));
        assert_snapshot!(said(&it, Lang::Nl), @r"
        m-1 verzilverde op 2 januari 2025 bij p-11: 3 × Waardebon.
        Prijs: 1.500 punten (waard 15,00 euro).
        Over van wat aangeboden werd: 250 punten.
        ");
        assert_snapshot!(said(&it, Lang::Fr), @r"
        m-1 a utilisé le 2 janvier 2025 chez p-11 : 3 × Bon d'achat.
        Prix : 1 500 points (d’une valeur de 15,00 euros).
        Reste de ce qui a été offert : 250 points.
        ");
        assert_snapshot!(said(&it, Lang::En), @r"
        m-1 redeemed on 2 January 2025 at p-11: 3 × Voucher.
        Price: 1,500 points (worth 15.00 euro).
        Left of what was offered: 250 points.
        ");
    }

    /// R26, R51: 55 units of which 25 are paid in euro; a meal reserved, and picked up.
    #[test]
    fn partly_in_euro_and_reserved_first() {
        let mut it = Scenario::rabot();
        let basket = r#"{"redeem":{"account":"m-1","partner":"p-14","reward":"groentemand","units":30}}"#;
        it.book("m-1", "participant", basket);
        assert_snapshot!(said(&it, Lang::Nl), @r"
        m-1 verzilverde op 5 februari 2025 bij p-14: 1 × Groentemand.
        Prijs: 30 rabotters (waard 3,00 euro) en 2,50 euro.
        ");
        let reservation = it.reserve_a_meal();
        assert_snapshot!(said(&it, Lang::Fr), @r"
        m-1 a réservé le 5 février 2025 chez p-14 : 1 × Repas à la fête de quartier.
        Prix : 30 rabotters (d’une valeur de 3,00 euros) et 2,50 euros.
        ");
        let why = |it: &Scenario, lang| {
            let why = WhyBalance::of(&it.ledger, &id("m-1")).unwrap();
            why.sentences(lang, &Words::of(it.ledger.design().unit(), lang)).join("\n")
        };
        assert_snapshot!(why(&it, Lang::Nl), @r"
        Het saldo van m-1 op 5 februari 2025 is 2 rabotters.
        Verdiend bij p-01: 100, in 1 keer.
        Betaald: -30, in 1 keer.
        Ontvangen: 2, in 1 keer.
        Verzilverd bij p-14: -50, in 2 keer.
        Gereserveerd: -30, in 1 keer.
        Teruggekregen: 10, in 1 keer.
        Opzij gezet, en niet in het saldo: 30 rabotters voor 1 × Maaltijd op het buurtfeest bij p-14, met 2,50 euro te betalen bij het afhalen, nog 30 minuten, tot en met 6 februari 2025.
        ");
        assert_snapshot!(why(&it, Lang::Fr), @r"
        Le solde de m-1 au 5 février 2025 est de 2 rabotters.
        Gagné chez p-01 : 100, en 1 fois.
        Payé : -30, en 1 fois.
        Reçu : 2, en 1 fois.
        Utilisé chez p-14 : -50, en 2 fois.
        Réservé : -30, en 1 fois.
        Restitué : 10, en 1 fois.
        Mis de côté, hors du solde : 30 rabotters pour 1 × Repas à la fête de quartier chez p-14, avec 2,50 euros à payer au retrait, encore 30 minutes, jusqu’au 6 février 2025.
        ");
        assert_snapshot!(why(&it, Lang::En), @r"
        The balance of m-1 on 5 February 2025 is 2 rabotters.
        Earned at p-01: 100, once.
        Paid: -30, once.
        Received: 2, once.
        Redeemed at p-14: -50, in 2 times.
        Reserved: -30, once.
        Given back: 10, once.
        Set aside, and not in the balance: 30 rabotters for 1 × Meal at the neighbourhood party at p-14, with 2.50 euro to pay when it is picked up, for 30 more minutes, until 6 February 2025.
        ");
        let ask = format!(r#"{{"pick_up":{{"reservation":"{reservation}"}}}}"#);
        let counter = r#","on_behalf_of":"m-1","evidence":"form-1""#;
        it.book_with("s-051", "redeeming_partner", counter, &ask);
        assert_snapshot!(said(&it, Lang::En), @r"
        m-1 picked up on 5 February 2025 at p-14: 1 × Meal at the neighbourhood party.
        Price: 30 rabotters (worth 3.00 euro) and 2.50 euro.
        ");
        assert!(!why(&it, Lang::En).contains("Set aside"));
    }
}
