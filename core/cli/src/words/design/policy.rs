//! Payments, late entries, corrections, leaving, and how units are told apart.

use muntwerk::design::{BalanceTo, DeathTo, DebtTo, Grain, SpendOrder, WhenLapsed, WhenSpent};

use super::{Block, Speaker};

pub(super) fn spending(speaker: &Speaker<'_>) -> Block {
    let spending = speaker.design.spending();
    let mut sentences = vec![speaker.say(match (spending.gifts, spending.gifts_from_credit) {
        (false, _) => {
            ["Schenken kan niet.", "Les dons ne sont pas possibles.", "Units cannot be given away."]
        }
        (true, true) => [
            "Schenken kan, ook op krediet.",
            "Les dons sont possibles, même à crédit.",
            "Units can be given away, on credit too.",
        ],
        (true, false) => [
            "Schenken kan, van wat er op de rekening staat.",
            "Les dons sont possibles, de ce qui est sur le compte.",
            "Units can be given away, from what is on the account.",
        ],
    })];
    if spending.pay_for_relatives {
        sentences.push(speaker.say([
            "Een deelnemer kan betalen voor een verwant die zorg nodig heeft.",
            "Un participant peut payer pour un proche qui a besoin d’aide.",
            "A participant can pay for a relative in need of care.",
        ]));
    }
    if let Some(service) = spending.service {
        let timed = [
            "Diensten worden geteld per {} minuten, {}.",
            "Les services sont comptés par {} minutes, {}.",
            "Services are counted in steps of {} minutes, {}.",
        ];
        let step = service.step_minutes.to_string();
        sentences.push(speaker.fill(timed, &[&step, &speaker.rounding(service.rounding)]));
    }
    Block { title: ["Betalen", "Payer", "Paying"], sentences, items: Vec::new() }
}

pub(super) fn days(speaker: &Speaker<'_>) -> Block {
    let days = speaker.design.days();
    let late = [
        "Een activiteit wordt tot {} dagen later geboekt.",
        "Une activité est comptabilisée jusqu’à {} jours plus tard.",
        "An activity is booked up to {} days later.",
    ];
    let pending = [
        "Wat op iemand wacht, wacht {} dagen.",
        "Ce qui attend quelqu’un attend {} jours.",
        "What waits for somebody waits {} days.",
    ];
    let sentences = vec![speaker.number(late, days.late_window), speaker.number(pending, days.pending)];
    Block { title: ["Dagen", "Jours", "Days"], sentences, items: Vec::new() }
}

pub(super) fn reversal(speaker: &Speaker<'_>) -> Block {
    let reversal = speaker.design.reversal();
    let window = [
        "Een boeking wordt tot {} dagen later teruggenomen.",
        "Une écriture est reprise jusqu’à {} jours plus tard.",
        "An entry can be taken back up to {} days later.",
    ];
    let spent = speaker.say(match reversal.when_spent {
        WhenSpent::Refuse => [
            "Wat uitgegeven is, kan niet meer terug.",
            "Ce qui est dépensé ne revient plus.",
            "What is spent cannot come back.",
        ],
        WhenSpent::Partial => [
            "Van wat uitgegeven is, komt terug wat er nog staat.",
            "De ce qui est dépensé revient ce qui reste.",
            "If some is spent, what is left comes back.",
        ],
        WhenSpent::OtherLots => [
            "Wat uitgegeven is, komt van wat de ontvanger nog meer heeft.",
            "Ce qui est dépensé est pris sur ce que le bénéficiaire a d’autre.",
            "If some is spent, the rest comes from what else the receiver has.",
        ],
        WhenSpent::Pot => [
            "Wat uitgegeven is, komt van de gemeenschappelijke pot.",
            "Ce qui est dépensé vient de la caisse commune.",
            "If some is spent, the rest comes from the common pot.",
        ],
        WhenSpent::TechnicalDebt => [
            "Wat uitgegeven is, blijft de ontvanger schuldig.",
            "Ce qui est dépensé reste dû par le bénéficiaire.",
            "If some is spent, the receiver owes the rest.",
        ],
    });
    let lapsed = match reversal.when_lapsed {
        WhenLapsed::Lapse => speaker.say([
            "Wat na zijn datum terugkomt, vervalt meteen.",
            "Ce qui revient après son échéance échoit aussitôt.",
            "What comes back after its date lapses at once.",
        ]),
        WhenLapsed::Grant { days } => speaker.number(
            [
                "Wat na zijn datum terugkomt, geldt nog {} dagen.",
                "Ce qui revient après son échéance vaut encore {} jours.",
                "What comes back after its date is good for {} days.",
            ],
            days,
        ),
    };
    let mut sentences = vec![speaker.number(window, reversal.window_days), spent];
    if speaker.design.expiry().expires() {
        sentences.push(lapsed);
    }
    Block { title: ["Rechtzetten", "Rectifier", "Correcting"], sentences, items: Vec::new() }
}

pub(super) fn leaving(speaker: &Speaker<'_>) -> Block {
    let leaving = speaker.design.leaving();
    let mut sentences = vec![speaker.say(match leaving.balance_to {
        BalanceTo::Refuse => [
            "Een rekening sluit pas als ze leeg is.",
            "Un compte n’est clôturé que vide.",
            "An account is closed only when it is empty.",
        ],
        BalanceTo::Pot => [
            "Wat een vertrekker overhoudt, gaat naar de gemeenschappelijke pot.",
            "Ce qu’il reste à qui part va à la caisse commune.",
            "What a leaver has left goes to the common pot.",
        ],
        BalanceTo::Group => [
            "Wat een vertrekker overhoudt, gaat naar de groepsrekening.",
            "Ce qu’il reste à qui part va au compte du groupe.",
            "What a leaver has left goes to the group account.",
        ],
        BalanceTo::Lapsed => [
            "Wat een vertrekker overhoudt, gaat uit omloop.",
            "Ce qu’il reste à qui part quitte la circulation.",
            "What a leaver has left goes out of circulation.",
        ],
    })];
    sentences.extend(leaving.spend_out_months.map(|months| {
        let term = [
            "Een vertrekker heeft {} maanden om het uit te geven; dan sluit de rekening.",
            "Qui part a {} mois pour le dépenser ; ensuite le compte est clôturé.",
            "A leaver has {} months to spend it; then the account is closed.",
        ];
        speaker.number(term, months)
    }));
    if leaving.close_at_zero {
        sentences.push(speaker.say([
            "Komt een vertrekker op nul, dan sluit de rekening vanzelf.",
            "Quand qui part arrive à zéro, le compte est clôturé de lui-même.",
            "When a leaver reaches zero, the account closes by itself.",
        ]));
    }
    sentences.push(speaker.say(match leaving.debt {
        DebtTo::Refuse => [
            "Een schuld wordt niet kwijtgescholden.",
            "Une dette n’est pas remise.",
            "A debt is not written off.",
        ],
        DebtTo::Pot => [
            "De schuld van wie weg is, kan de pot dragen.",
            "La dette de qui est parti peut être portée par la caisse commune.",
            "The debt of somebody who is gone can be borne by the pot.",
        ],
        DebtTo::Group => [
            "De schuld van wie weg is, kan de groep dragen.",
            "La dette de qui est parti peut être portée par le groupe.",
            "The debt of somebody who is gone can be borne by the group.",
        ],
    }));
    sentences.push(speaker.say(match leaving.death {
        DeathTo::Heir => [
            "Bij overlijden kan een erfgenaam ontvangen wat er staat.",
            "En cas de décès, un héritier peut recevoir ce qui reste.",
            "When somebody dies, an heir may receive what is left.",
        ],
        DeathTo::Pot => [
            "Bij overlijden gaat wat er staat naar de gemeenschappelijke pot.",
            "En cas de décès, ce qui reste va à la caisse commune.",
            "When somebody dies, what is left goes to the common pot.",
        ],
        DeathTo::Group => [
            "Bij overlijden gaat wat er staat naar de groepsrekening.",
            "En cas de décès, ce qui reste va au compte du groupe.",
            "When somebody dies, what is left goes to the group account.",
        ],
        DeathTo::Lapsed => [
            "Bij overlijden gaat wat er staat uit omloop.",
            "En cas de décès, ce qui reste quitte la circulation.",
            "When somebody dies, what is left goes out of circulation.",
        ],
        DeathTo::Refuse => [
            "Bij overlijden sluit de rekening pas als ze leeg is.",
            "En cas de décès, le compte n’est clôturé que vide.",
            "When somebody dies, the account is closed only when it is empty.",
        ],
    }));
    if let Some(inactivity) = speaker.design.inactivity() {
        let quiet = [
            "Wie {} maanden niets doet, heet inactief tot hij weer iets doet.",
            "Qui ne fait rien pendant {} mois est inactif jusqu’à ce qu’il agisse à nouveau.",
            "Whoever does nothing for {} months is inactive until they do something again.",
        ];
        sentences.push(speaker.number(quiet, inactivity.months));
        sentences.extend(inactivity.notice_days.map(|days| {
            let warned = [
                "Dat wordt {} dagen vooraf gezegd.",
                "C’est annoncé {} jours à l’avance.",
                "They are told {} days before.",
            ];
            speaker.number(warned, days)
        }));
    }
    Block { title: ["Vertrekken", "Partir", "Leaving"], sentences, items: Vec::new() }
}

pub(super) fn lots(speaker: &Speaker<'_>) -> Block {
    let lots = speaker.design.lots();
    let grain = speaker.say(match lots.grain {
        Grain::Issue => [
            "Elke uitgifte wordt apart gevolgd.",
            "Chaque émission est suivie à part.",
            "Every issue is followed on its own.",
        ],
        Grain::Day => [
            "De uitgiften van een dag worden samen gevolgd.",
            "Les émissions d’un jour sont suivies ensemble.",
            "The issues of a day are followed together.",
        ],
        Grain::Month => [
            "De uitgiften van een maand worden samen gevolgd.",
            "Les émissions d’un mois sont suivies ensemble.",
            "The issues of a month are followed together.",
        ],
    });
    let order = speaker.say(match lots.spend {
        SpendOrder::SoonestToExpire => [
            "Wat het eerst vervalt, wordt het eerst uitgegeven.",
            "Ce qui échoit d’abord est dépensé d’abord.",
            "What lapses first is spent first.",
        ],
        SpendOrder::OldestFirst => [
            "Wat het eerst verdiend is, wordt het eerst uitgegeven.",
            "Ce qui est gagné d’abord est dépensé d’abord.",
            "What was earned first is spent first.",
        ],
    });
    Block { title: ["Loten", "Lots", "Lots"], sentences: vec![grain, order], items: Vec::new() }
}
