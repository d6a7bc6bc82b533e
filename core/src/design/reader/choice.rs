//! [`Choice`]: a word that chooses one of several ways, and what it holds.

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, Unexpected, VariantAccess, Visitor};
use toml::de::DeValue;

use super::ReadError;
use super::error::Step;
use super::node::Node;
use super::parts::Key;

/// A word that chooses, and what it holds.
#[derive(Clone, Copy)]
pub(super) struct Choice<'de> {
    word: &'de str,
    /// Where the word stands.
    at: (usize, usize),
    holds: Option<Node<'de>>,
}

impl<'de> Choice<'de> {
    /// A word alone, or a table of one key.
    pub(super) fn of(node: Node<'de>) -> Result<Self, ReadError> {
        let chosen =
            |word: &'de str, at: std::ops::Range<usize>, holds| Self { word, at: (at.start, at.end), holds };
        let message = match node.0.get_ref() {
            DeValue::String(word) => return Ok(chosen(word, node.span(), None)),
            DeValue::Table(table) => {
                let mut all = table.iter();
                match (all.next(), all.next()) {
                    (Some((word, holds)), None) => {
                        return Ok(chosen(word.get_ref(), word.span(), Some(Node(holds))));
                    }
                    (None, _) => "wanted exactly 1 element, found 0 elements",
                    _ => "wanted exactly 1 element, more than 1 element",
                }
            }
            _ => "wanted string or table",
        };
        Err(de::Error::custom(message))
    }

    fn node(self, expected: &'static str) -> Result<Node<'de>, ReadError> {
        self.holds.ok_or_else(|| de::Error::invalid_type(Unexpected::UnitVariant, &expected))
    }

    fn below(self, node: Node<'de>, error: ReadError) -> ReadError {
        error.at(&node.span()).under(Step::Key(self.word.to_owned()))
    }
}

impl<'de> EnumAccess<'de> for Choice<'de> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), ReadError> {
        let chosen = seed.deserialize(Key(self.word));
        chosen.map(|word| (word, self)).map_err(|error| error.at(&(self.at.0..self.at.1)))
    }
}

impl<'de> VariantAccess<'de> for Choice<'de> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        let Some(node) = self.holds else { return Ok(()) };
        let message = match node.0.get_ref() {
            DeValue::Table(table) if table.is_empty() => return Ok(()),
            DeValue::Table(_) => "expected empty table".to_owned(),
            other => format!("expected table, found {}", other.type_str()),
        };
        Err(self.below(node, de::Error::custom(message)))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ReadError> {
        let node = self.node("newtype variant")?;
        seed.deserialize(node).map_err(|error| self.below(node, error))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        let node = self.node("tuple variant")?;
        node.deserialize_seq(visitor).map_err(|error| self.below(node, error))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let node = self.node("struct variant")?;
        let read = only(node, fields).and_then(|()| node.deserialize_map(visitor));
        read.map_err(|error| self.below(node, error))
    }
}

/// Refuses a table with other keys than these.
fn only(node: Node<'_>, fields: &[&str]) -> Result<(), ReadError> {
    let DeValue::Table(table) = node.0.get_ref() else { return Ok(()) };
    let extra: Vec<_> = table.keys().filter(|key| !fields.contains(&key.get_ref().as_ref())).collect();
    let Some(first) = extra.first() else { return Ok(()) };
    let names: Vec<&str> = extra.iter().map(|key| key.get_ref().as_ref()).collect();
    let message =
        format!("unexpected keys in table: {}, available keys: {}", names.join(", "), fields.join(", "));
    let refused: ReadError = de::Error::custom(message);
    Err(refused.at(&first.span()))
}
