//! What the command says itself, in three languages.

pub(crate) mod design;
pub(crate) mod report;

use muntwerk::orders::Lang;

/// A text in Dutch, French and English.
pub(crate) type Said = [&'static str; 3];

pub(crate) fn say(lang: Lang, [nl, fr, en]: Said) -> &'static str {
    match lang {
        Lang::Nl => nl,
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A sentence with its `{}` filled in, in order.
pub(crate) fn fill(lang: Lang, said: Said, slots: &[&str]) -> String {
    let mut parts = say(lang, said).split("{}");
    let mut sentence = String::from(parts.next().unwrap_or(""));
    for (slot, part) in slots.iter().zip(parts) {
        sentence.push_str(slot);
        sentence.push_str(part);
    }
    sentence
}
