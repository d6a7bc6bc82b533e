//! [`Grant`]: one cell of the permission matrix.

use std::fmt;
use std::str::FromStr;

/// How a role may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// In their own right.
    Allow,
    /// For a participant who gave a mandate; both are recorded.
    Behalf,
    /// For a participant who stands at the counter, with a reference to evidence.
    Register,
    /// Only as a pending order, which somebody else completes.
    Propose,
}

/// What a role is granted for one action: a cell of the permission matrix.
///
/// Written as the mode and then the conditions: `allow`, `allow own`, `behalf second`,
/// `propose own same_day`. A cell that grants nothing is `none`, and no `Grant`.
///
/// ```
/// use muntwerk::people::{Grant, Mode};
/// let grant = Grant::parse("behalf second")?;
/// assert_eq!(grant, Some(Grant { second: true, ..Grant::new(Mode::Behalf) }));
/// assert_eq!(Grant::parse("none")?, None);
/// # Ok::<(), muntwerk::people::GrantError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Grant {
    /// How.
    pub mode: Mode,
    /// Only for the own account, partner, office or earlier acts.
    pub own: bool,
    /// A second, different person must complete it.
    pub second: bool,
    /// Only on the day of the act concerned.
    pub same_day: bool,
}

/// Why a cell cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GrantError {
    /// The first word is no mode.
    #[error("{word:?} is none of allow, behalf, register, propose, none")]
    Mode {
        /// The word, cut short if it is long.
        word: String,
    },
    /// A later word is no condition.
    #[error("{word:?} is none of own, second, same_day")]
    Condition {
        /// The word, cut short if it is long.
        word: String,
    },
    /// A condition stands there twice.
    #[error("{word:?} stands there twice")]
    Twice {
        /// The condition.
        word: String,
    },
    /// Nothing is granted, under a condition.
    #[error("\"none\" grants nothing, so it takes no condition")]
    NoneOf,
}

impl Mode {
    const ALL: [Self; 4] = [Self::Allow, Self::Behalf, Self::Register, Self::Propose];

    /// The word in a cell: `behalf`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Behalf => "behalf",
            Self::Register => "register",
            Self::Propose => "propose",
        }
    }
}

impl Grant {
    /// A grant without conditions.
    pub const fn new(mode: Mode) -> Self {
        Self { mode, own: false, second: false, same_day: false }
    }

    /// Whether who has this can complete the act, instead of only proposing it.
    pub fn completes(self) -> bool {
        self.mode != Mode::Propose
    }

    /// Reads a cell; `none` is no grant.
    ///
    /// # Errors
    /// [`GrantError`] names the word that does not belong.
    pub fn parse(cell: &str) -> Result<Option<Self>, GrantError> {
        let mut words = cell.split_ascii_whitespace();
        let first = words.next().unwrap_or_default();
        if first == "none" {
            return if words.next().is_none() { Ok(None) } else { Err(GrantError::NoneOf) };
        }
        let mode = Mode::ALL
            .into_iter()
            .find(|mode| mode.word() == first)
            .ok_or_else(|| GrantError::Mode { word: cut(first) })?;
        let mut grant = Self::new(mode);
        for word in words {
            let condition = match word {
                "own" => &mut grant.own,
                "second" => &mut grant.second,
                "same_day" => &mut grant.same_day,
                _ => return Err(GrantError::Condition { word: cut(word) }),
            };
            if *condition {
                return Err(GrantError::Twice { word: cut(word) });
            }
            *condition = true;
        }
        Ok(Some(grant))
    }
}

fn cut(word: &str) -> String {
    word.chars().take(40).collect()
}

impl fmt::Display for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.mode.word())?;
        for (set, word) in [(self.own, "own"), (self.second, "second"), (self.same_day, "same_day")] {
            if set {
                write!(f, " {word}")?;
            }
        }
        Ok(())
    }
}

impl FromStr for Grant {
    type Err = GrantError;
    /// Reads a cell that grants something.
    fn from_str(cell: &str) -> Result<Self, GrantError> {
        Self::parse(cell)?.ok_or_else(|| GrantError::Mode { word: cut(cell) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_reads_back() {
        for mode in Mode::ALL {
            for bits in 0..8_u8 {
                let grant = Grant { mode, own: bits & 1 > 0, second: bits & 2 > 0, same_day: bits & 4 > 0 };
                assert_eq!(Grant::parse(&grant.to_string()), Ok(Some(grant)));
            }
        }
        assert_eq!(Grant::parse("propose same_day own"), Grant::parse("propose own same_day"));
    }

    #[test]
    fn a_cell_that_says_something_else_is_refused() {
        assert_eq!(Grant::parse(""), Err(GrantError::Mode { word: String::new() }));
        assert_eq!(Grant::parse("Allow"), Err(GrantError::Mode { word: "Allow".into() }));
        assert_eq!(Grant::parse("allow twice"), Err(GrantError::Condition { word: "twice".into() }));
        assert_eq!(Grant::parse("allow own own"), Err(GrantError::Twice { word: "own".into() }));
        assert_eq!(Grant::parse("none own"), Err(GrantError::NoneOf));
        assert!("none".parse::<Grant>().is_err());
    }
}
