//! What is earned with, and what units are spent on.

use muntwerk::design::{EarningAction, Offer, Tariff};
use muntwerk::id::Id;

use super::{Block, Speaker, name};

/// `None` if the catalogue is empty.
pub(super) fn earning(speaker: &Speaker<'_>) -> Option<Block> {
    let actions = speaker.design.earning().actions();
    let ways = ["Manieren om te verdienen: {}.", "Façons de gagner des unités : {}.", "Ways to earn: {}."];
    (!actions.is_empty()).then(|| Block {
        title: ["Verdienen", "Gagner", "Earning"],
        sentences: vec![speaker.number(ways, actions.len())],
        items: actions.iter().map(|action| action_item(speaker, action)).collect(),
    })
}

fn action_item(speaker: &Speaker<'_>, action: &EarningAction) -> String {
    let amount = speaker.amount(action.units);
    let tariff = match &action.tariff {
        Tariff::Hour { step_minutes, step_rounding, .. } => {
            let rounding = speaker.rounding(*step_rounding);
            let hour = [
                "{} per uur, per {} minuten, {}",
                "{} par heure, par {} minutes, {}",
                "{} an hour, in steps of {} minutes, {}",
            ];
            speaker.fill(hour, &[&amount, &step_minutes.to_string(), &rounding])
        }
        Tariff::Action => speaker.fill(["{} per keer", "{} par fois", "{} each time"], &[&amount]),
        Tariff::Quantity { quantity, measure, step_rounding } => {
            let rounding = speaker.rounding(*step_rounding);
            let per = ["{} per {} {}, {}", "{} par {} {}, {}", "{} per {} {}, {}"];
            speaker.fill(per, &[&amount, &quantity.to_string(), measure, &rounding])
        }
    };
    let partners = action.partners.as_deref().map(|partners| at(speaker, partners)).unwrap_or_default();
    format!("{} ({}): {tariff}{partners}", name(speaker.lang, &action.names), action.code)
}

/// `None` if the catalogue is empty.
pub(super) fn redemption(speaker: &Speaker<'_>) -> Option<Block> {
    let offers = speaker.design.redemption().offers();
    let ways = [
        "Wat met eenheden te krijgen is: {}.",
        "Ce que les unités permettent d’obtenir : {}.",
        "What units can be spent on outside the ring: {}.",
    ];
    (!offers.is_empty()).then(|| Block {
        title: ["Verzilveren", "Utiliser", "Redeeming"],
        sentences: vec![speaker.number(ways, offers.len())],
        items: offers.iter().map(|offer| offer_item(speaker, offer)).collect(),
    })
}

fn offer_item(speaker: &Speaker<'_>, offer: &Offer) -> String {
    let partner = offer.partner.map(|partner| at(speaker, &[partner])).unwrap_or_default();
    let price = speaker.amount(offer.price);
    format!("{} ({}): {price}{partner}", name(speaker.lang, &offer.names), offer.code)
}

fn at(speaker: &Speaker<'_>, partners: &[Id]) -> String {
    let partners: Vec<String> = partners.iter().map(Id::to_string).collect();
    speaker.fill([", bij {}", ", chez {}", ", at {}"], &[&partners.join(", ")])
}
