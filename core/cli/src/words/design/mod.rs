//! A design in plain words, block by block.

mod caps;
mod catalogue;
mod circulation;
mod expiry;
mod limits;
mod paper;
mod people;
mod policy;
mod settlement;

use muntwerk::design::{Design, euro_scale};
use muntwerk::money::{Amount, Balance, Rounding};
use muntwerk::orders::{Lang, Words};

pub(crate) use people::people;

use super::{Said, fill, say};

/// What one block of a design decides.
pub(crate) struct Block {
    /// What the block is about.
    pub(crate) title: Said,
    /// What it decides.
    pub(crate) sentences: Vec<String>,
    /// What it lists.
    pub(crate) items: Vec<String>,
}

/// The name of the currency and its id.
pub(crate) fn title(design: &Design, lang: Lang) -> String {
    let currency = design.currency();
    format!("{} ({})", lang.name(&currency.names), currency.id)
}

/// What the design decides, without who holds which role.
pub(crate) fn blocks(design: &Design, lang: Lang) -> Vec<Block> {
    let speaker = Speaker { design, lang, words: Words::of(design.unit(), lang) };
    let mut blocks =
        vec![circulation::unit(&speaker), circulation::circulation(&speaker), limits::limits(&speaker)];
    blocks.extend(catalogue::earning(&speaker));
    blocks.extend(caps::caps(&speaker));
    blocks.extend(catalogue::redemption(&speaker));
    blocks.extend([
        expiry::expiry(&speaker),
        policy::spending(&speaker),
        policy::days(&speaker),
        policy::reversal(&speaker),
        policy::leaving(&speaker),
        policy::lots(&speaker),
    ]);
    blocks.extend(paper::paper(&speaker));
    blocks.extend(settlement::settlement(&speaker));
    blocks.extend(settlement::exchange_back(&speaker));
    blocks
}

/// Hundredths of a percent as a percentage.
fn percent(lang: Lang, hundredths: u16) -> String {
    let minor = Amount::from_minor(hundredths.into()).unwrap_or(Amount::ZERO);
    lang.figure(minor.into(), euro_scale(), 0)
}

/// Who says it: the design, the language, and how the unit is written in it.
struct Speaker<'d> {
    design: &'d Design,
    lang: Lang,
    words: Words<'d>,
}

impl Speaker<'_> {
    fn say(&self, said: Said) -> String {
        say(self.lang, said).to_owned()
    }

    fn fill(&self, said: Said, slots: &[&str]) -> String {
        fill(self.lang, said, slots)
    }

    fn number(&self, said: Said, number: impl ToString) -> String {
        self.fill(said, &[&number.to_string()])
    }

    fn amount(&self, amount: Amount) -> String {
        self.words.amount(self.lang, amount.into())
    }

    fn balance(&self, balance: Balance) -> String {
        self.words.amount(self.lang, balance)
    }

    fn rounding(&self, rounding: Rounding) -> String {
        self.say(match rounding {
            Rounding::Up => ["naar boven", "vers le haut", "up"],
            Rounding::Down => ["naar beneden", "vers le bas", "down"],
            Rounding::HalfUp => ["een half naar boven", "un demi vers le haut", "a half up"],
            Rounding::HalfEven => ["een half naar even", "un demi vers le pair", "a half to even"],
        })
    }
}
