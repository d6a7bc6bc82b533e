//! Notes: the series, their days, and what offices do with them.

use muntwerk::design::{ChangePolicy, OpenOffices, Series};

use super::{Block, Speaker};

pub(super) fn paper(speaker: &Speaker<'_>) -> Option<Block> {
    let paper = speaker.design.paper()?;
    let mut sentences = vec![speaker.say(if paper.pay_out {
        [
            "Wie wil, haalt eenheden van de rekening in biljetten.",
            "Qui le veut retire des unités de son compte en billets.",
            "Units can be taken off an account in notes.",
        ]
    } else {
        [
            "Eenheden gaan niet van de rekening op papier.",
            "Les unités ne passent pas du compte au papier.",
            "Units cannot be taken off an account in notes.",
        ]
    })];
    if paper.change_euro {
        sentences.push(speaker.say([
            "Aan het loket worden euro gewisseld voor biljetten.",
            "Au guichet, des euros sont changés en billets.",
            "Euro are changed into notes at the counter.",
        ]));
    }
    sentences.push(speaker.say(match paper.change {
        ChangePolicy::FewestPieces => [
            "Uitbetaald wordt in zo weinig mogelijk biljetten.",
            "On paie avec le moins de billets possible.",
            "What is handed out is as few notes as possible.",
        ],
        ChangePolicy::KeepSmall => [
            "Kleine biljetten blijven zoveel mogelijk in de lade.",
            "Les petits billets restent autant que possible dans le tiroir.",
            "Small notes stay in the drawer as far as possible.",
        ],
    }));
    sentences.push(speaker.say(match paper.open_offices {
        OpenOffices::Report => [
            "Een kantoor dat open bleef, wordt gemeld.",
            "Un bureau resté ouvert est signalé.",
            "An office that was left open is reported.",
        ],
        OpenOffices::Block => [
            "Een dag sluit pas als elk kantoor geteld is.",
            "Un jour n’est clôturé que si chaque bureau est compté.",
            "A day closes only when every office is counted.",
        ],
    }));
    let back = [
        "Wat aan een loket gebeurde, kan tot {} dagen later terug.",
        "Ce qui s’est fait au guichet peut être annulé jusqu’à {} jours plus tard.",
        "What was done at a counter can be taken back up to {} days later.",
    ];
    sentences.push(speaker.number(back, paper.chargeback_days));
    let items = paper.series.iter().map(|series| one(speaker, series)).collect();
    Some(Block { title: ["Papier", "Papier", "Paper"], sentences, items })
}

/// A series: its faces and its days.
fn one(speaker: &Speaker<'_>, series: &Series) -> String {
    let shown = |face| speaker.lang.figure(face, speaker.words.scale, 0);
    let faces: Vec<String> = series.denominations.iter().map(|face| shown((*face).into())).collect();
    let lang = speaker.lang;
    let mut parts = vec![
        format!("{}: {}", lang.name(&series.names), faces.join(", ")),
        speaker.fill(["vanaf {}", "dès le {}", "from {}"], &[&lang.day(series.valid_from)]),
    ];
    let until = [
        (["uit te geven tot en met {}", "à dépenser jusqu’au {}", "spent until {}"], series.spend_until),
        (["om te ruilen tot en met {}", "à échanger jusqu’au {}", "swapped until {}"], series.swap_until),
        (
            ["te storten tot en met {}", "à déposer jusqu’au {}", "put on an account until {}"],
            series.deposit_until,
        ),
    ];
    for (said, day) in until {
        parts.extend(day.map(|day| speaker.fill(said, &[&lang.day(day)])));
    }
    if let Some(stamps) = series.stamps {
        let stamp = [
            "een zegel van {} % per halfjaar",
            "un timbre de {} % par semestre",
            "a stamp of {} % for every half year",
        ];
        parts.push(speaker.fill(stamp, &[&super::percent(lang, stamps.basis_points)]));
    }
    parts.join("; ")
}
