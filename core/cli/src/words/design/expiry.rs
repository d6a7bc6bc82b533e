//! When units lapse, after which notice, and where they go.

use muntwerk::design::{Destination, Expiry, ExpiryRule, LateAward, NoticePolicy, OnTransfer, Suffices};

use super::{Block, Speaker};

pub(super) fn expiry(speaker: &Speaker<'_>) -> Block {
    let expiry = speaker.design.expiry();
    let mut sentences = vec![rule(speaker, expiry.rule)];
    if expiry.bulk {
        sentences.push(speaker.say([
            "De eenheden van een periode kunnen voor iedereen tegelijk een vroeger einde krijgen.",
            "Les unités d’une période peuvent recevoir une fin plus proche, pour tous à la fois.",
            "The units of a period can be given an earlier end for everybody at once.",
        ]));
    }
    if expiry.expires() {
        sentences.extend(expiry.notice.map(|notice| notice_sentence(speaker, notice)));
        sentences.extend(details(speaker, expiry));
    }
    Block { title: ["Verval", "Échéance", "Expiry"], sentences, items: Vec::new() }
}

fn rule(speaker: &Speaker<'_>, rule: ExpiryRule) -> String {
    match rule {
        ExpiryRule::Never => speaker.say([
            "Eenheden vervallen niet.",
            "Les unités n’ont pas d’échéance.",
            "Units do not lapse.",
        ]),
        ExpiryRule::Months { months, to_month_end: true } => speaker.number(
            [
                "Eenheden gelden {} maanden na de dag waarop ze verdiend zijn, tot het einde van die maand.",
                "Les unités valent {} mois à partir du jour où elles sont gagnées, jusqu’à la fin de ce mois.",
                "Units are good for {} months from the day they were earned, to the end of that month.",
            ],
            months,
        ),
        ExpiryRule::Months { months, to_month_end: false } => speaker.number(
            [
                "Eenheden gelden {} maanden na de dag waarop ze verdiend zijn.",
                "Les unités valent {} mois à partir du jour où elles sont gagnées.",
                "Units are good for {} months from the day they were earned.",
            ],
            months,
        ),
        ExpiryRule::YearEnd => speaker.say([
            "Eenheden gelden tot het einde van het jaar waarin ze verdiend zijn.",
            "Les unités valent jusqu’à la fin de l’année où elles sont gagnées.",
            "Units are good to the end of the year they were earned in.",
        ]),
        ExpiryRule::FixedDate(on) => speaker.fill(
            ["Alle eenheden gelden tot {}.", "Toutes les unités valent jusqu’au {}.", "All units are good until {}."],
            &[&speaker.lang.day(on)],
        ),
    }
}

fn notice_sentence(speaker: &Speaker<'_>, notice: NoticePolicy) -> String {
    let said = match notice.suffices {
        Suffices::Given => [
            "Niets vervalt zonder aanmaning, {} dagen vooraf.",
            "Rien n’échoit sans rappel, {} jours à l’avance.",
            "Nothing lapses without a notice, {} days before.",
        ],
        Suffices::Delivered => [
            "Niets vervalt zonder aanmaning die aankwam, {} dagen vooraf.",
            "Rien n’échoit sans rappel reçu, {} jours à l’avance.",
            "Nothing lapses without a notice that arrived, {} days before.",
        ],
        Suffices::DeliveredOrUndeliverable => [
            "Niets vervalt zonder aanmaning, {} dagen vooraf, waarvan geweten is of ze aankwam.",
            "Rien n’échoit sans rappel, {} jours à l’avance, dont on sait s’il est arrivé.",
            "Nothing lapses without a notice, {} days before, of which it is known whether it arrived.",
        ],
    };
    speaker.number(said, notice.days)
}

fn details(speaker: &Speaker<'_>, expiry: &Expiry) -> Vec<String> {
    let mut sentences = Vec::new();
    if expiry.grace_days > 0 {
        let grace = [
            "Daarna zijn er nog {} dagen respijt.",
            "Ensuite, un délai de grâce de {} jours court encore.",
            "After that there are {} days of grace.",
        ];
        sentences.push(speaker.number(grace, expiry.grace_days));
    }
    sentences.push(speaker.say(match expiry.destination {
        Destination::Pot => [
            "Wat vervalt, gaat naar de gemeenschappelijke pot.",
            "Ce qui échoit va à la caisse commune.",
            "What lapses goes to the common pot.",
        ],
        Destination::Lapsed => [
            "Wat vervalt, gaat uit omloop.",
            "Ce qui échoit quitte la circulation.",
            "What lapses goes out of circulation.",
        ],
    }));
    sentences.push(speaker.say(match expiry.on_transfer {
        OnTransfer::Keep => [
            "Wie eenheden ontvangt, krijgt ze met hun datum.",
            "Qui reçoit des unités les reçoit avec leur échéance.",
            "Whoever receives units gets them with their date.",
        ],
        OnTransfer::Renew => [
            "Bij een betaling begint de termijn opnieuw.",
            "Un paiement fait recommencer le délai.",
            "A payment starts the term anew.",
        ],
    }));
    sentences.push(match expiry.late_award {
        LateAward::Refuse => speaker.say([
            "Wat te laat geboekt wordt om nog te gelden, wordt geweigerd.",
            "Ce qui est comptabilisé trop tard pour valoir encore est refusé.",
            "An award booked too late to be good is refused.",
        ]),
        LateAward::Grant { days } => speaker.number(
            [
                "Wat te laat geboekt wordt om nog te gelden, geldt nog {} dagen.",
                "Ce qui est comptabilisé trop tard pour valoir encore vaut {} jours.",
                "An award booked too late to be good is good for {} days.",
            ],
            days,
        ),
    });
    sentences
}
