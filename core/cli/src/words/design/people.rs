//! Who may do what: contact points, roles, the first office-holders.

use muntwerk::design::{Design, Function};
use muntwerk::orders::{Lang, Words};
use muntwerk::people::{Action, Mode};

use super::{Block, Speaker};

/// The contact points, what each role may do, and who holds which role from the first day.
pub(crate) fn people(design: &Design, lang: Lang) -> Vec<Block> {
    let speaker = Speaker { design, lang, words: Words::of(design.unit(), lang) };
    vec![contact_points(&speaker), roles(&speaker), office_holders(&speaker)]
}

fn contact_points(speaker: &Speaker<'_>) -> Block {
    let function = |function: &Function| {
        speaker.say(match function {
            Function::Administration => {
                ["administratiepunt", "point d’administration", "administration point"]
            }
            Function::Exchange => ["wisselkantoor", "bureau de change", "exchange office"],
            Function::Redemption => ["verzilverloket", "guichet", "redemption desk"],
        })
    };
    let points = speaker.design.contact_points().all().iter();
    let items = points.map(|point| {
        let functions: Vec<String> = point.functions.iter().map(function).collect();
        format!("{}: {}", point.id, functions.join(", "))
    });
    Block {
        title: ["Contactpunten", "Points de contact", "Contact points"],
        sentences: Vec::new(),
        items: items.collect(),
    }
}

/// What a role may do is told in the words of the design file, which whoever reads this has beside it.
fn roles(speaker: &Speaker<'_>) -> Block {
    let permissions = speaker.design.permissions();
    let items = permissions.roles().iter().filter_map(|role| {
        let at = permissions.role(&role.code)?;
        let grants: Vec<String> = Action::ALL
            .into_iter()
            .filter_map(|action| {
                let grant = permissions.grant(at, action)?;
                let plain = grant.mode == Mode::Allow && !grant.own && !grant.second && !grant.same_day;
                Some(if plain { action.to_string() } else { format!("{action} ({grant})") })
            })
            .collect();
        (!grants.is_empty()).then(|| format!("{}: {}", role.code, grants.join(", ")))
    });
    Block { title: ["Rollen", "Rôles", "Roles"], sentences: Vec::new(), items: items.collect() }
}

fn office_holders(speaker: &Speaker<'_>) -> Block {
    let holders = speaker.design.office_holders().iter();
    let items = holders.map(|holder| match holder.scope {
        Some(scope) => format!("{}: {} ({scope})", holder.person, holder.role),
        None => format!("{}: {}", holder.person, holder.role),
    });
    Block {
        title: ["Vanaf de eerste dag", "Dès le premier jour", "From the first day"],
        sentences: Vec::new(),
        items: items.collect(),
    }
}
