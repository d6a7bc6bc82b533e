//! [`Composed`]: a design file of any blocks.

use super::blocks;
use super::chance::Chance;
use super::frame::Frame;
use super::sheet::Sheet;

/// A design file of any blocks.
#[derive(Debug)]
pub struct Composed {
    /// The text.
    pub text: String,
    /// Whether every block was written for the same frame.
    pub careful: bool,
    /// How many numbers went into what no amendment changes.
    kept: usize,
}

impl Composed {
    /// The design file that these numbers come to.
    pub fn of(numbers: &[u32]) -> Self {
        let mut chance = Chance::new(numbers);
        let careless = chance.of(75);
        let frame = Frame::draw(&mut chance);
        let (mut sheet, mut careful) = (Sheet::new(), true);
        let mut write = |blocks: &[blocks::Block], chance: &mut Chance<'_>| {
            for block in blocks {
                let other = Frame::draw(chance);
                let slips = careless && chance.of(20);
                careful &= !slips;
                block(chance, if slips { &other } else { &frame }, &mut sheet);
            }
        };
        write(blocks::KEPT, &mut chance);
        let kept = chance.used();
        write(blocks::AMENDABLE, &mut chance);
        Self { text: sheet.into_text(), careful, kept }
    }

    /// What the same steering group could amend it to: what cannot change is written by the numbers it was
    /// written by, and everything else by other ones.
    pub fn amended(&self, numbers: &[u32], others: &[u32]) -> Self {
        let kept = &numbers[..self.kept.min(numbers.len())];
        Self::of(&[kept, others].concat())
    }
}
