//! How partners are paid in euro, and how units that euro back become euro again.

use muntwerk::design::euro_scale;
use muntwerk::orders::Words;

use super::{Block, Speaker, percent};

pub(super) fn settlement(speaker: &Speaker<'_>) -> Option<Block> {
    let block = speaker.design.settlement()?;
    let euro = Words { one: "euro", many: "euro", scale: euro_scale(), shown: 2 };
    let mut sentences = vec![speaker.say([
        "Partners dienen een aanvraag in en worden betaald in euro.",
        "Les partenaires introduisent une demande et sont payés en euros.",
        "Partners claim what they took in and are paid in euro.",
    ])];
    for rate in &block.rates {
        let from = ["Vanaf {}: {} = {}.", "À partir du {} : {} = {}.", "From {} on: {} = {}."];
        let slots = [
            speaker.lang.day(rate.from),
            speaker.amount(rate.units),
            euro.amount(speaker.lang, rate.cents.into()),
        ];
        sentences.push(speaker.fill(from, &slots.each_ref().map(String::as_str)));
    }
    if let Some(fee) = block.terms.fee.filter(|fee| fee.hundredths() > 0) {
        let kept = ["Daarvan wordt {} % ingehouden.", "{} % en sont retenus.", "Of it {} % are kept back."];
        sentences.push(speaker.fill(kept, &[&percent(speaker.lang, fee.hundredths())]));
    }
    let days = [
        (
            [
                "Een aanvraag kan tot {} dagen na de activiteit.",
                "Une demande est possible jusqu’à {} jours après l’activité.",
                "What was taken in can be claimed for {} days.",
            ],
            block.terms.claim_days,
        ),
        (
            [
                "Betaald wordt binnen {} dagen.",
                "Le paiement suit dans les {} jours.",
                "It is paid within {} days.",
            ],
            block.terms.pay_days,
        ),
    ];
    sentences.extend(days.into_iter().filter_map(|(said, days)| Some(speaker.number(said, days?))));
    Some(Block { title: ["Uitbetaling", "Règlement", "Settlement"], sentences, items: Vec::new() })
}

pub(super) fn exchange_back(speaker: &Speaker<'_>) -> Option<Block> {
    let block = speaker.design.exchange_back()?;
    let shown = |hundredths| percent(speaker.lang, hundredths);
    let fee = [
        "Een partner wisselt terug met {} % kosten.",
        "Un partenaire rééchange moyennant {} %.",
        "A partner exchanges back at {} %.",
    ];
    let mut sentences = vec![speaker.fill(fee, &[&shown(block.fee.hundredths())])];
    if block.given.hundredths() > 0 {
        let given = [
            "Daarvan gaat {} % van het geheel naar de begunstigde die hij koos.",
            "Dont {} % du tout pour le bénéficiaire choisi.",
            "Of that, {} % of the whole go to the beneficiary it chose.",
        ];
        sentences.push(speaker.fill(given, &[&shown(block.given.hundredths())]));
    }
    sentences.push(match block.exceptional {
        Some(exceptional) => speaker.fill(
            [
                "Een deelnemer wisselt alleen terug in nood, met {} % kosten en {} % btw daarop.",
                "Un participant ne rééchange qu’en cas d’urgence, moyennant {} % et {} % de TVA.",
                "A participant exchanges back in an emergency alone, at {} % and {} % tax on that.",
            ],
            &[&shown(exceptional.fee.hundredths()), &shown(exceptional.vat.hundredths())],
        ),
        None => speaker.say([
            "Een deelnemer wisselt nooit terug.",
            "Un participant ne rééchange jamais.",
            "A participant never exchanges back.",
        ]),
    });
    Some(Block { title: ["Terugwisselen", "Rééchange", "Exchanging back"], sentences, items: Vec::new() })
}
