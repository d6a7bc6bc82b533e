//! What is earned with, and what units are spent on.

use muntwerk::calendar::Period;
use muntwerk::design::{
    EarningAction, Hold, NoShow, Offer, PerPerson, Price, Season, Stock, Tariff, WaitingList, euro_scale,
};
use muntwerk::id::Id;
use muntwerk::money::Balance;

use super::{Block, Speaker};

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
    format!("{} ({}): {tariff}{partners}", speaker.lang.name(&action.names), action.code)
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
    let parts = [
        Some(price(speaker, &offer.price)),
        (offer.stock == Stock::Counted).then(|| {
            let counted =
                ["zolang de voorraad strekt", "jusqu’à épuisement du stock", "while the stock lasts"];
            speaker.fill(counted, &[])
        }),
        days(speaker, offer),
        offer.per_person.map(|limit| per_person(speaker, limit)),
        offer.hold.map(|hold| kept(speaker, hold)),
        offer.no_show.map(|no_show| missed(speaker, no_show)),
        offer.waiting.map(|list| waiting(speaker, list)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{} ({}): {}{partner}", speaker.lang.name(&offer.names), offer.code, parts.join(", "))
}

fn price(speaker: &Speaker<'_>, price: &Price) -> String {
    match price {
        Price::Steps { minimum, step } => {
            let steps = ["vanaf {}, per {}", "à partir de {}, par {}", "from {}, in steps of {}"];
            speaker.fill(steps, &[&speaker.amount(*minimum), &speaker.amount(*step)])
        }
        Price::Piece { units, euro, mixed } => {
            let mut text = speaker.amount(*units);
            if !euro.is_zero() {
                let cents = speaker.lang.figure(Balance::from(*euro), euro_scale(), 2);
                text.push_str(&speaker.fill([" en {} euro", " et {} euros", " and {} euro"], &[&cents]));
            }
            if let Some(mixed) = mixed {
                let least = [
                    " (minstens {} % in eenheden, de rest eventueel in euro, {})",
                    " (au moins {} % en unités, le reste éventuellement en euros, {})",
                    " (at least {} % in units, the rest in euro if wanted, {})",
                ];
                let percent = mixed.least_units_percent.to_string();
                text.push_str(&speaker.fill(least, &[&percent, &speaker.rounding(mixed.rounding)]));
            }
            text
        }
    }
}

/// The days on which it can be had, if not on all.
fn days(speaker: &Speaker<'_>, offer: &Offer) -> Option<String> {
    let available = offer.available;
    let day = |day| speaker.lang.day(day);
    let dates = match (available.from, available.until) {
        (None, None) => None,
        (Some(from), None) => Some(speaker.fill(["vanaf {}", "à partir du {}", "from {}"], &[&day(from)])),
        (None, Some(until)) => {
            Some(speaker.fill(["tot en met {}", "jusqu’au {} inclus", "through {}"], &[&day(until)]))
        }
        (Some(from), Some(until)) => {
            let between = ["van {} tot en met {}", "du {} au {} inclus", "from {} through {}"];
            Some(speaker.fill(between, &[&day(from), &day(until)]))
        }
    };
    let season = available.season.map(|Season { from, until, .. }| {
        let every = ["elk jaar van {} tot {}", "chaque année du {} au {}", "every year from {} to {}"];
        speaker.fill(every, &[&from.to_string(), &until.to_string()])
    });
    let parts: Vec<String> = [dates, season].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// In which period, behind a number of times.
fn per(speaker: &Speaker<'_>, period: Period) -> String {
    let said = match period {
        Period::Day => ["per dag", "par jour", "a day"],
        Period::Week => ["per week", "par semaine", "a week"],
        Period::Month => ["per maand", "par mois", "a month"],
        Period::Year => ["per jaar", "par an", "a year"],
        Period::Lifetime => ["in totaal", "au total", "in all"],
    };
    speaker.fill(said, &[])
}

fn per_person(speaker: &Speaker<'_>, limit: PerPerson) -> String {
    let whom = if limit.household {
        ["hoogstens {} per huishouden {}", "au plus {} par ménage {}", "at most {} for each household {}"]
    } else {
        ["hoogstens {} per persoon {}", "au plus {} par personne {}", "at most {} for each person {}"]
    };
    speaker.fill(whom, &[&limit.times.to_string(), &per(speaker, limit.per)])
}

fn kept(speaker: &Speaker<'_>, hold: Hold) -> String {
    let days = ["{} dagen", "{} jours", "{} days"];
    let minutes = ["{} minuten", "{} minutes", "{} minutes"];
    let part = |said, number: Option<u16>| number.map(|number| speaker.fill(said, &[&number.to_string()]));
    let parts: Vec<String> =
        [part(minutes, hold.minutes), part(days, hold.days)].into_iter().flatten().collect();
    let kept = ["te reserveren voor {}", "réservable pour {}", "can be reserved for {}"];
    speaker.fill(kept, &[&parts.join(" / ")])
}

/// That one can wait for it.
fn waiting(speaker: &Speaker<'_>, list: WaitingList) -> String {
    let said = [
        "met een wachtlijst: wie opgeroepen is, heeft {} dagen",
        "avec une liste d’attente : qui est appelé a {} jours",
        "with a waiting list: whoever is called has {} days",
    ];
    speaker.fill(said, &[&list.days.to_string()])
}

/// What it costs to reserve and not come.
fn missed(speaker: &Speaker<'_>, no_show: NoShow) -> String {
    let keeps = (no_show.keeps_percent > 0).then(|| {
        let said = [
            "wie niet komt, is {} % kwijt",
            "qui ne vient pas perd {} %",
            "whoever does not come loses {} %",
        ];
        speaker.fill(said, &[&no_show.keeps_percent.to_string()])
    });
    let limit = no_show.limit.map(|limit| {
        let said = [
            "niet meer te reserveren na {} keer niet komen {}",
            "plus de réservation après {} absences {}",
            "no longer reserved after not coming {} times {}",
        ];
        speaker.fill(said, &[&limit.times.to_string(), &per(speaker, limit.per)])
    });
    [keeps, limit].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn at(speaker: &Speaker<'_>, partners: &[Id]) -> String {
    let partners: Vec<String> = partners.iter().map(Id::to_string).collect();
    speaker.fill([", bij {}", ", chez {}", ", at {}"], &[&partners.join(", ")])
}
