//! Reading a TOML document into the types of the design file, with the place of whatever is refused.
//!
//! The crate `toml` reads the document; this hands what it read to the types. Its own reader hands every type
//! several kinds of tables, each wrapped again by whatever watches the path, and asks types for what they never
//! are: the compiler writes the reading of every type many times over, a third of the library on a phone. Here a
//! value is one kind of thing, known by its place, and what it is not is refused in one function.

mod choice;
mod error;
mod node;
mod parts;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(super) use error::ReadError;
pub(super) use node::{DATE, PLACED};

use node::Node;

/// A TOML document.
pub(super) struct Document<'de>(Spanned<DeValue<'de>>);

impl<'de> Document<'de> {
    /// The document that a text is.
    ///
    /// # Errors
    /// [`ReadError`] if it is no TOML.
    pub(super) fn parse(text: &'de str) -> Result<Self, ReadError> {
        let table = DeTable::parse(text)?;
        Ok(Self(Spanned::new(table.span(), DeValue::Table(table.into_inner()))))
    }

    /// The value of a key of the document itself.
    pub(super) fn get(&self, key: &str) -> Option<&Spanned<DeValue<'de>>> {
        match self.0.get_ref() {
            DeValue::Table(table) => table.get(key),
            _ => None,
        }
    }

    /// What it says.
    ///
    /// # Errors
    /// [`ReadError`] if it has other keys or types.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, ReadError> {
        let whole = Node(&self.0);
        T::deserialize(whole).map_err(|error| error.at(&whole.span()))
    }
}
