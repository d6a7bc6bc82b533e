//! [`Id`] and [`Code`]: short opaque names in a character set that keeps personal names out.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::packed::{CAPACITY, Packed, Unpackable};

/// Why a text is not an [`Id`] or a [`Code`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(clippy::exhaustive_enums)]
pub enum IdError {
    /// Nothing was given.
    #[error("an id cannot be empty")]
    Empty,
    /// More characters than fit.
    #[error("an id has at most {CAPACITY} characters")]
    TooLong,
    /// A character outside the set, counted from 1.
    #[error("character {at} is not one of a-z, 0-9, '-', '.', '_'")]
    Character {
        /// Which character, counted from 1.
        at: usize,
    },
    /// An id made of letters alone may well be somebody's name.
    #[error("an id needs a digit, so that a person's name is not taken for one")]
    NoDigit,
    /// The colon marks accounts of the chart, which only the ledger opens.
    #[error("a code cannot hold ':', which marks accounts of the chart")]
    Colon,
}

fn pack(text: &str) -> Result<Packed, IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    Packed::pack(text.as_bytes()).map_err(|refused| match refused {
        Unpackable::TooLong => IdError::TooLong,
        Unpackable::Character { at } => IdError::Character { at: at.saturating_add(1) },
    })
}

macro_rules! packed_text {
    ($name:ident, $expecting:literal) => {
        impl $name {
            /// Hands the text to `read`; packed text has no `&str` of its own.
            pub fn with_str<T>(&self, read: impl FnOnce(&str) -> T) -> T {
                read(self.0.unpack(&mut [0_u8; CAPACITY]))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.0.unpack(&mut [0_u8; CAPACITY]))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::parse(text)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.with_str(|own| own == text)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    self.with_str(|text| serializer.serialize_str(text))
                } else {
                    serializer.serialize_bytes(self.0.trimmed())
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Read;
                impl Visitor<'_> for Read {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        $name::parse(text).map_err(E::custom)
                    }
                    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<$name, E> {
                        Packed::from_trimmed(bytes).map($name).ok_or_else(|| E::custom("not a packed id"))
                    }
                }
                if deserializer.is_human_readable() {
                    deserializer.deserialize_str(Read)
                } else {
                    deserializer.deserialize_bytes(Read)
                }
            }
        }
    };
}

/// An opaque id of a person, an account, a partner, a contact point, an offer or a piece of evidence.
///
/// At most 32 characters of `a-z 0-9 - . _`, with a digit in it. Names live with the host: the
/// character set has no capitals, spaces or accents, and an id of letters alone is refused, so that
/// `jan-peeters` does not end up in books that are never erased. An id with a colon belongs to the
/// chart of accounts (`issued:p-01`, `system:pot`); only the ledger itself opens such accounts.
///
/// ```
/// use muntwerk::id::{Id, IdError};
/// assert_eq!(Id::parse("m-0041").unwrap().to_string(), "m-0041");
/// assert_eq!(Id::parse("jan-peeters"), Err(IdError::NoDigit));
/// assert_eq!(Id::parse("Jan 1"), Err(IdError::Character { at: 1 }));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Packed);

packed_text!(Id, "an id of a-z, 0-9, '-', '.', '_' with a digit");

impl Id {
    /// Reads an id.
    ///
    /// # Errors
    /// [`IdError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let packed = pack(text)?;
        if text.bytes().any(|byte| byte.is_ascii_digit() || byte == b':') {
            Ok(Self(packed))
        } else {
            Err(IdError::NoDigit)
        }
    }

    /// Whether this names an account of the chart, which no order can open.
    pub fn is_chart(&self) -> bool {
        self.with_str(|text| text.contains(':'))
    }

    /// The account of the chart named `side:of`.
    ///
    /// # Errors
    /// [`IdError::TooLong`] if both together have more than 31 characters.
    pub(crate) fn chart(side: &str, of: &str) -> Result<Self, IdError> {
        pack(&format!("{side}:{of}")).map(Self)
    }

    /// Three words that differ whenever the id does, for hashing.
    pub(crate) fn words(&self) -> [u64; 3] {
        self.0.words()
    }
}

/// A word of the design: a role, an activity, a reward, a reason. Letters alone are welcome here.
///
/// ```
/// use muntwerk::id::Code;
/// assert_eq!(Code::parse("buurtwerk").unwrap().to_string(), "buurtwerk");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(Packed);

packed_text!(Code, "a code of a-z, 0-9, '-', '.', '_'");

impl Code {
    /// Reads a code.
    ///
    /// # Errors
    /// [`IdError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        if text.contains(':') {
            return Err(IdError::Colon);
        }
        pack(text).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_survives_packing_and_keeps_its_order() {
        let texts =
            ["-1", "0", "0-a", "9", "a1", "a1b", "m-0041", "z_9.x", "0123456789abcdef0123456789abcdef"];
        for pair in texts.windows(2) {
            let [left, right] = [pair[0], pair[1]].map(|text| Packed::pack(text.as_bytes()).ok().unwrap());
            assert_eq!(left < right, pair[0] < pair[1], "{pair:?}");
        }
        for text in texts {
            let id = Id::parse(text).unwrap();
            assert_eq!(id.to_string(), text);
            assert_eq!(serde_json::from_str::<Id>(&serde_json::to_string(&id).unwrap()).unwrap(), id);
            let bytes = postcard::to_allocvec(&id).unwrap();
            assert_eq!(postcard::from_bytes::<Id>(&bytes).unwrap(), id);
        }
    }

    #[test]
    fn names_and_bad_bytes_are_refused() {
        assert_eq!(Id::parse(""), Err(IdError::Empty));
        assert_eq!(Id::parse("fatima"), Err(IdError::NoDigit));
        assert_eq!(Id::parse("m-é1"), Err(IdError::Character { at: 3 }));
        assert_eq!(Id::parse(&"1".repeat(33)), Err(IdError::TooLong));
        assert_eq!(Code::parse("a:b"), Err(IdError::Colon));
        assert!(postcard::from_bytes::<Id>(&[3, 0xff, 0xff, 0xff]).is_err());
    }
}
