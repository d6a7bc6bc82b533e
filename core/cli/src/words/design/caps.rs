//! How much can be earned in a period.

use muntwerk::calendar::Period;
use muntwerk::design::{Cap, CapMost, CapOver, LegalMaximum, OnCap, euro_scale};
use muntwerk::orders::Words;

use super::{Block, Speaker};

/// Nothing, if nothing is capped.
pub(super) fn caps(speaker: &Speaker<'_>) -> Option<Block> {
    let caps = speaker.design.caps().all();
    if caps.is_empty() {
        return None;
    }
    let sentences = vec![speaker.say([
        "Wat verdiend wordt, telt mee op de dag van de activiteit.",
        "Ce qui est gagné compte au jour de l’activité.",
        "What is earned counts on the day of the activity.",
    ])];
    let items = caps.iter().map(|one| cap(speaker, one)).collect();
    Some(Block { title: ["Verdienplafonds", "Plafonds de gain", "Caps on earning"], sentences, items })
}

/// "volunteer-day (buurtwerk): 42.31 euro per person, per day; what does not fit is refused".
fn cap(speaker: &Speaker<'_>, cap: &Cap) -> String {
    let code = match &cap.activities {
        None => cap.code.to_string(),
        Some(activities) => {
            let names: Vec<String> = activities.iter().map(ToString::to_string).collect();
            format!("{} ({})", cap.code, names.join(", "))
        }
    };
    let over = speaker.say(match cap.over {
        CapOver::Person => ["per persoon", "par personne", "per person"],
        CapOver::Household => ["per huishouden", "par ménage", "per household"],
        CapOver::Partner => ["per partner", "par partenaire", "per partner"],
        CapOver::Currency => ["voor allen samen", "pour tous ensemble", "for all together"],
    });
    let per = speaker.say(match cap.per {
        Period::Day => ["per dag", "par jour", "per day"],
        Period::Week => ["per week", "par semaine", "per week"],
        Period::Month => ["per maand", "par mois", "per month"],
        Period::Year => ["per kalenderjaar", "par année civile", "per calendar year"],
        Period::Lifetime => ["in totaal", "au total", "in all"],
    });
    let on_cap = speaker.say(match cap.on_cap {
        OnCap::Refuse => ["meer wordt geweigerd", "au-delà, c’est refusé", "more is refused"],
        OnCap::Partial => [
            "wat nog past, wordt toegekend",
            "ce qui tient encore est attribué",
            "what still fits is credited",
        ],
        OnCap::RecordOnly => [
            "wat niet past, wordt zonder eenheden genoteerd",
            "ce qui dépasse est noté sans unités",
            "what does not fit is recorded without units",
        ],
    });
    format!("{code}: {} {over}, {per}; {on_cap}", most(speaker, &cap.most))
}

fn most(speaker: &Speaker<'_>, most: &CapMost) -> String {
    match most {
        CapMost::Units(units) => speaker.amount(*units),
        CapMost::Times(times) => speaker.number(["{} keer", "{} fois", "{} times"], times),
        CapMost::Euro(values) => {
            let values: Vec<String> = values.iter().map(|value| maximum(speaker, value)).collect();
            values.join(", ")
        }
    }
}

/// "42.31 euro from 1 January 2025".
fn maximum(speaker: &Speaker<'_>, maximum: &LegalMaximum) -> String {
    let euro = Words { one: "euro", many: "euro", scale: euro_scale(), shown: 2 };
    let amount = euro.amount(speaker.lang, maximum.at_most.into());
    let day = speaker.lang.day(maximum.from);
    speaker.fill(["{} vanaf {}", "{} à partir du {}", "{} from {}"], &[&amount, &day])
}
