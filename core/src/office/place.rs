//! [`Place`]: where notes can be (R33).

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::Id;

/// Where notes are. As text a word, with the carrier, office or partner behind a colon: `vault`,
/// `transit:c-1`, `stock:cp-1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::exhaustive_enums)]
pub enum Place {
    /// Contra of everything that was printed; below zero.
    Printed,
    /// The vault. Blank.
    Vault,
    /// On the way with a carrier. Blank.
    Transit(Id),
    /// An office's stock, to hand out. Blank.
    Stock(Id),
    /// What an office took in, to send back. Blank.
    Returned(Id),
    /// An issuing partner's own stock, to reward with. Blank.
    Partner(Id),
    /// Destroyed. Blank for ever.
    Destroyed,
    /// In the hands of people and shops. Live.
    Circulation,
    /// An office's till: what it was paid in notes. Live.
    Till(Id),
    /// Nobody knows where. Live: they may turn up.
    Missing,
}

/// No place is written so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no place is written so: a word such as vault, or stock:<office>")]
#[allow(clippy::exhaustive_structs)]
pub struct PlaceError;

impl Place {
    /// Whether units stand behind the notes here (D8 of the design).
    pub const fn is_live(&self) -> bool {
        matches!(self, Self::Circulation | Self::Till(_) | Self::Missing)
    }

    /// The word of a place, and whose it is.
    fn parts(&self) -> (&'static str, Option<Id>) {
        match self {
            Self::Printed => ("printed", None),
            Self::Vault => ("vault", None),
            Self::Transit(carrier) => ("transit", Some(*carrier)),
            Self::Stock(office) => ("stock", Some(*office)),
            Self::Returned(office) => ("returned", Some(*office)),
            Self::Partner(partner) => ("partner", Some(*partner)),
            Self::Destroyed => ("destroyed", None),
            Self::Circulation => ("circulation", None),
            Self::Till(office) => ("till", Some(*office)),
            Self::Missing => ("missing", None),
        }
    }

    /// The office whose drawers these are.
    pub fn office(&self) -> Option<Id> {
        match self {
            Self::Stock(office) | Self::Returned(office) | Self::Till(office) => Some(*office),
            _ => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            (word, None) => f.pad(word),
            (word, Some(whose)) => f.pad(&format!("{word}:{whose}")),
        }
    }
}

impl FromStr for Place {
    type Err = PlaceError;
    fn from_str(text: &str) -> Result<Self, PlaceError> {
        let (word, whose) = match text.split_once(':') {
            None => (text, None),
            Some((word, whose)) => (word, Some(Id::parse(whose).map_err(|_| PlaceError)?)),
        };
        Ok(match (word, whose.filter(|id| !id.is_chart())) {
            ("printed", None) => Self::Printed,
            ("vault", None) => Self::Vault,
            ("transit", Some(carrier)) => Self::Transit(carrier),
            ("stock", Some(office)) => Self::Stock(office),
            ("returned", Some(office)) => Self::Returned(office),
            ("partner", Some(partner)) => Self::Partner(partner),
            ("destroyed", None) => Self::Destroyed,
            ("circulation", None) => Self::Circulation,
            ("till", Some(office)) => Self::Till(office),
            ("missing", None) => Self::Missing,
            _ => return Err(PlaceError),
        })
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A word, a colon and an id.
        <std::borrow::Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_reads_back() {
        let id = Id::parse("cp-1").unwrap();
        let places = [
            Place::Printed,
            Place::Vault,
            Place::Transit(id),
            Place::Stock(id),
            Place::Returned(id),
            Place::Partner(id),
            Place::Destroyed,
            Place::Circulation,
            Place::Till(id),
            Place::Missing,
        ];
        for place in places {
            assert_eq!(place.to_string().parse(), Ok(place));
            let bytes = postcard::to_allocvec(&place).unwrap();
            assert_eq!(postcard::from_bytes::<Place>(&bytes).unwrap(), place);
        }
        for bad in ["", "stock", "vault:cp-1", "stock:x:1", "stock:", "purse:m-1"] {
            assert_eq!(bad.parse::<Place>(), Err(PlaceError), "{bad}");
        }
        assert_eq!(places.iter().filter(|place| place.is_live()).count(), 3);
    }
}
