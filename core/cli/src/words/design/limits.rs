//! How far an account may go.

use muntwerk::design::{Bound, LimitGroup, Over, Starter, Tested};
use muntwerk::money::Balance;

use super::{Block, Speaker};

pub(super) fn limits(speaker: &Speaker<'_>) -> Block {
    let design = speaker.design;
    let limits = design.limits();
    let mut sentences = Vec::new();
    if design.circulation().mutual_credit {
        sentences.push(floor(speaker, limits.floor));
    } else {
        sentences.push(speaker.say([
            "Niemand gaat onder nul.",
            "Personne ne descend sous zéro.",
            "Nobody goes below zero.",
        ]));
    }
    if let Some(bound) = limits.ceiling {
        sentences.push(ceiling(speaker, bound));
    }
    if let Some(one) = &limits.starter {
        sentences.push(starter(speaker, one));
    }
    let items = limits.groups.iter().map(|one| group(speaker, one)).collect();
    Block { title: ["Grenzen", "Limites", "Limits"], sentences, items }
}

/// "exactly there" where an account may stand there, "just before" where it may not.
fn at(speaker: &Speaker<'_>, bound: Bound) -> String {
    let at = speaker.balance(bound.at);
    if bound.inclusive {
        return at;
    }
    speaker.fill(["{} (net niet)", "{} (non compris)", "{} (not included)"], &[&at])
}

fn floor(speaker: &Speaker<'_>, bound: Bound) -> String {
    let said = match (bound.over, bound.tested) {
        (Over::Refuse, Tested::After) => [
            "Een saldo zakt tot hoogstens {}.",
            "Un solde descend au plus jusqu’à {}.",
            "A balance goes down to {} at most.",
        ],
        (Over::Refuse, Tested::Before) => [
            "Wie op {} of lager staat, moet eerst verdienen.",
            "À {} ou moins, il faut d’abord gagner.",
            "Whoever is at {} or lower must earn first.",
        ],
        (Over::Flag, _) => [
            "Wie verder zakt dan {}, wordt gemeld.",
            "Qui descend plus bas que {} est signalé.",
            "Whoever goes below {} is flagged.",
        ],
        (Over::OneWay, _) => [
            "Wie verder zakt dan {}, wordt gemeld en moet dan eerst verdienen.",
            "Qui descend plus bas que {} est signalé et doit alors d’abord gagner.",
            "Whoever goes below {} is flagged and must then earn first.",
        ],
    };
    speaker.fill(said, &[&at(speaker, bound)])
}

fn ceiling(speaker: &Speaker<'_>, bound: Bound) -> String {
    let said = match (bound.over, bound.tested) {
        (Over::Refuse, Tested::After) => [
            "Een saldo groeit tot hoogstens {}.",
            "Un solde atteint au plus {}.",
            "A balance grows to at most {}.",
        ],
        (Over::Refuse, Tested::Before) => [
            "Wie op {} of hoger staat, moet eerst besteden.",
            "À {} ou plus, il faut d’abord dépenser.",
            "Whoever is at {} or higher must spend first.",
        ],
        (Over::Flag, _) => [
            "Wie verder groeit dan {}, wordt gemeld.",
            "Qui monte plus haut que {} est signalé.",
            "Whoever goes above {} is flagged.",
        ],
        (Over::OneWay, _) => [
            "Wie verder groeit dan {}, wordt gemeld en moet dan eerst besteden.",
            "Qui monte plus haut que {} est signalé et doit alors d’abord dépenser.",
            "Whoever goes above {} is flagged and must then spend first.",
        ],
    };
    speaker.fill(said, &[&at(speaker, bound)])
}

/// "floor -7.50, ceiling 20".
fn figures(speaker: &Speaker<'_>, floor: Option<Balance>, ceiling: Option<Balance>) -> String {
    let floor = floor.map(|at| {
        speaker.fill(["ondergrens {}", "limite inférieure {}", "floor {}"], &[&speaker.balance(at)])
    });
    let ceiling = ceiling
        .map(|at| speaker.fill(["bovengrens {}", "plafond {}", "ceiling {}"], &[&speaker.balance(at)]));
    floor.into_iter().chain(ceiling).collect::<Vec<_>>().join(", ")
}

fn starter(speaker: &Speaker<'_>, starter: &Starter) -> String {
    let first = [
        "De eerste {} maanden van een rekening: {}.",
        "Les {} premiers mois d’un compte : {}.",
        "The first {} months of an account: {}.",
    ];
    let figures = figures(speaker, starter.floor, starter.ceiling);
    speaker.fill(first, &[&starter.months.to_string(), &figures])
}

fn group(speaker: &Speaker<'_>, group: &LimitGroup) -> String {
    let figures = figures(speaker, group.floor, group.ceiling);
    speaker.fill(["groep {}: {}", "groupe {} : {}", "group {}: {}"], &[&group.code.to_string(), &figures])
}
