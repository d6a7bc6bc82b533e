//! [`Spanned`]: a value of a design file with its place in the text.

use std::ops::Range;

use serde::{Deserialize, Deserializer};

/// A value and the bytes of the design file that it was read from, so that a problem with it can be
/// shown where it stands.
///
/// It is read through [`toml::Spanned`], and ours so that the description of the design file can see
/// through it to the value.
#[derive(Debug, Clone)]
pub(super) struct Spanned<T> {
    span: Range<usize>,
    value: T,
}

impl<T> Spanned<T> {
    /// The bytes it was read from.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value.
    pub(super) fn get_ref(&self) -> &T {
        &self.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = toml::Spanned::deserialize(deserializer)?;
        Ok(Self { span: read.span(), value: read.into_inner() })
    }
}
