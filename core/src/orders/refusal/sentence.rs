//! The plain sentence of a refusal.

use super::own_words::own_word;
use super::{Figures, Lang, Refusal};
use crate::design::{Unit, euro_scale};
use crate::money::{Balance, Scale};

/// How the unit is called and written in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    /// One unit: `toreke`.
    pub one: &'w str,
    /// Several units: `torekes`.
    pub many: &'w str,
    /// Digits kept.
    pub scale: Scale,
    /// Digits always shown.
    pub shown: u8,
}

impl<'w> Words<'w> {
    /// The words of a design's unit.
    pub fn of(unit: &'w Unit, lang: Lang) -> Self {
        let name = match lang {
            Lang::Nl => &unit.names.nl,
            Lang::Fr => &unit.names.fr,
            Lang::En => &unit.names.en,
        };
        Self { one: &name.one, many: &name.many, scale: unit.scale, shown: unit.display_decimals }
    }

    /// An amount with the name of the unit.
    pub fn amount(&self, lang: Lang, minor: Balance) -> String {
        let name = if minor.magnitude().minor() == self.scale.one() { self.one } else { self.many };
        format!("{} {name}", lang.figure(minor, self.scale, self.shown))
    }
}

impl Refusal {
    /// The refusal as a sentence a member understands.
    pub fn sentence(&self, lang: Lang, words: &Words<'_>) -> String {
        let [nl, fr, en] = self.code.templates();
        let template = match lang {
            Lang::Nl => nl,
            Lang::Fr => fr,
            Lang::En => en,
        };
        let mut sentence = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            sentence.push_str(before);
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            sentence.push_str(&self.figures.fill(slot, lang, words));
            rest = after;
        }
        sentence.push_str(rest);
        sentence
    }
}

impl Figures {
    /// What stands in a slot of a sentence; a figure that is not known is shown as such.
    fn fill(&self, slot: &str, lang: Lang, words: &Words<'_>) -> String {
        let amount = |figure: Option<Balance>| figure.map(|minor| words.amount(lang, minor));
        let euro = |figure: Option<Balance>| figure.map(|cents| lang.figure(cents, euro_scale(), 2));
        match slot {
            "asked" => amount(self.asked),
            "available" => amount(self.available),
            "limit" => amount(self.limit),
            // A term without an end is not mentioned.
            "through" => Some(self.until.map_or_else(String::new, |day| lang.through(day))),
            "euro" => euro(self.euro),
            "euro_limit" => euro(self.euro_limit),
            "until" => self.until.map(|day| lang.day(day)),
            "from" => self.from.map(|day| lang.day(day)),
            "who" => self.who.map(|id| id.to_string()),
            "what" => self.what.map(|code| code.to_string()),
            "word" => self.what.map(|code| own_word(lang, code)),
            "count" => self.count.map(|count| count.to_string()),
            _ => None,
        }
        .unwrap_or_else(|| String::from("?"))
    }
}

#[cfg(test)]
mod tests {
    use crate::orders::RefusalCode;

    #[test]
    fn every_sentence_uses_the_same_figures_in_three_languages() {
        for code in RefusalCode::ALL {
            let slots = code.templates().map(|template| {
                let mut slots: Vec<&str> =
                    template.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
                slots.sort_unstable();
                slots
            });
            assert_eq!(slots[0], slots[1], "{code}");
            assert_eq!(slots[0], slots[2], "{code}");
            let known = [
                "asked",
                "available",
                "limit",
                "until",
                "through",
                "from",
                "who",
                "what",
                "word",
                "count",
                "euro",
                "euro_limit",
            ];
            assert!(slots[0].iter().all(|slot| known.contains(slot)), "{code}");
            assert!(code.templates().iter().all(|template| template.ends_with('.')), "{code}");
        }
    }

    #[test]
    fn codes_are_snake_case_and_unique() {
        let mut texts: Vec<_> = RefusalCode::ALL.iter().map(|code| code.text()).collect();
        assert!(texts.iter().all(|text| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')));
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), RefusalCode::ALL.len());
    }
}
