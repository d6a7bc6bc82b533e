//! The unit, and how it comes into circulation.

use muntwerk::design::{StandsFor, UnitKind, euro_scale};
use muntwerk::orders::Words;

use super::{Block, Speaker};

pub(super) fn unit(speaker: &Speaker<'_>) -> Block {
    let unit = speaker.design.unit();
    let kind = match unit.kind {
        UnitKind::Time => ["De {} meet tijd.", "L’unité « {} » mesure le temps.", "The {} measures time."],
        UnitKind::EuroPegged => [
            "De {} heeft een waarde in euro, die partners krijgen en deelnemers nooit.",
            "L’unité « {} » a une valeur en euros, que reçoivent les partenaires et jamais les participants.",
            "The {} has a value in euro, which partners get and participants never.",
        ],
        UnitKind::FreePoint => [
            "De {} staat voor niets anders dan zichzelf.",
            "L’unité « {} » ne représente rien d’autre qu’elle-même.",
            "The {} stands for nothing but itself.",
        ],
    };
    let mut sentences = vec![speaker.fill(kind, &[speaker.words.one])];
    for value in &unit.values {
        let stands_for = match value.stands_for {
            StandsFor::Euro(cents) => {
                let euro = Words { one: "euro", many: "euro", scale: euro_scale(), shown: 2 };
                euro.amount(speaker.lang, cents.into())
            }
            StandsFor::Minutes(minutes) => format!("{minutes} min"),
        };
        let from = ["Vanaf {}: {} = {}.", "À partir du {} : {} = {}.", "From {} on: {} = {}."];
        let slots = [speaker.lang.day(value.from), speaker.amount(value.units), stands_for];
        sentences.push(speaker.fill(from, &slots.each_ref().map(String::as_str)));
    }
    if unit.scale.digits() > 0 {
        let kept = [
            "Cijfers na de komma in de boeken: {}.",
            "Chiffres après la virgule dans les livres : {}.",
            "Decimals kept in the books: {}.",
        ];
        sentences.push(speaker.number(kept, unit.scale.digits()));
    }
    Block { title: ["Eenheid", "Unité", "Unit"], sentences, items: Vec::new() }
}

pub(super) fn circulation(speaker: &Speaker<'_>) -> Block {
    let circulation = speaker.design.circulation();
    let mut sentences = Vec::new();
    if circulation.reward {
        sentences.push(speaker.say([
            "Uitgiftepartners kennen eenheden toe voor inzet.",
            "Les partenaires émetteurs attribuent des unités pour l’engagement.",
            "Issuing partners credit units for effort.",
        ]));
    }
    if circulation.mutual_credit {
        sentences.push(speaker.say([
            "Deelnemers betalen met wat ze nog moeten verdienen.",
            "Les participants paient avec ce qu’ils doivent encore gagner.",
            "Participants pay with what they have yet to earn.",
        ]));
    }
    if circulation.euro_backed {
        sentences.push(speaker.say([
            "Eenheden worden gekocht met euro, en die euro dekken ze.",
            "Les unités s’achètent en euros, et ces euros les couvrent.",
            "Units are bought with euro, and those euro back them.",
        ]));
    }
    if circulation.is_zero_sum() {
        sentences.push(speaker.say([
            "Alle saldi samen zijn altijd nul.",
            "La somme de tous les soldes est toujours nulle.",
            "All balances together are always zero.",
        ]));
    }
    Block { title: ["Omloop", "Circulation", "Circulation"], sentences, items: Vec::new() }
}
