//! [`Chance`]: choices from a list of numbers.

/// Choices from a list of numbers. Zero is the plainest choice everywhere, and what an exhausted list gives.
#[derive(Debug)]
pub struct Chance<'n> {
    numbers: &'n [u32],
    used: usize,
}

impl<'n> Chance<'n> {
    /// Choices from these numbers.
    pub fn new(numbers: &'n [u32]) -> Self {
        Self { numbers, used: 0 }
    }

    /// How many numbers were used.
    pub fn used(&self) -> usize {
        self.used
    }

    /// A number below another one.
    pub fn below(&mut self, most: u32) -> u32 {
        let number = self.numbers.get(self.used).copied().unwrap_or(0);
        self.used += 1;
        number % most
    }

    /// A number from one to another, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + i64::from(self.below(u32::try_from(most - least).unwrap() + 1))
    }

    /// True so often out of a hundred times.
    pub fn of(&mut self, percent: u32) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of the things; the first is the plainest.
    pub fn pick<T: Copy>(&mut self, things: &[T]) -> T {
        things[usize::try_from(self.below(u32::try_from(things.len()).unwrap())).unwrap()]
    }

    /// Some of the things, at least one, in their order.
    pub fn some<T: Copy>(&mut self, things: &[T]) -> Vec<T> {
        let kept: Vec<T> = things.iter().copied().filter(|_| self.of(40)).collect();
        if kept.is_empty() { vec![self.pick(things)] } else { kept }
    }
}
