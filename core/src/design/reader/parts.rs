//! What tables and lists hold, one after the other.

use std::slice;

use serde::de::value::UsizeDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ReadError;
use super::error::Step;
use super::node::Node;

/// The keys and values of a table.
pub(super) struct Table<'de> {
    rest: <&'de DeTable<'de> as IntoIterator>::IntoIter,
    value: Option<(&'de str, Node<'de>)>,
}

impl<'de> Table<'de> {
    pub(super) fn new(table: &'de DeTable<'de>) -> Self {
        Self { rest: table.into_iter(), value: None }
    }
}

impl<'de> MapAccess<'de> for Table<'de> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        let name = key.get_ref();
        self.value = Some((name, Node(value)));
        seed.deserialize(Key(name)).map(Some).map_err(|error| below(error.at(&key.span()), name))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        let (name, node) =
            self.value.take().ok_or_else(|| <ReadError as de::Error>::custom("a key without its value"))?;
        seed.deserialize(node).map_err(|error| below(error.at(&node.span()), name))
    }
}

fn below(error: ReadError, key: &str) -> ReadError {
    error.under(Step::Key(key.to_owned()))
}

/// The name of a key, or of what is chosen.
pub(super) struct Key<'de>(pub(super) &'de str);

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_str(self.0)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_any(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_any(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 char str string seq bytes byte_buf map unit option
        newtype_struct struct enum ignored_any unit_struct tuple_struct tuple identifier
    }
}

/// What a list holds.
pub(super) struct List<'de> {
    rest: slice::Iter<'de, Spanned<DeValue<'de>>>,
    next: usize,
}

impl<'de> List<'de> {
    pub(super) fn new(list: &'de [Spanned<DeValue<'de>>]) -> Self {
        Self { rest: list.iter(), next: 0 }
    }
}

impl<'de> SeqAccess<'de> for List<'de> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        let Some(value) = self.rest.next() else { return Ok(None) };
        let index = self.next;
        self.next = index.saturating_add(1);
        let node = Node(value);
        seed.deserialize(node).map(Some).map_err(|error| error.at(&node.span()).under(Step::Index(index)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// Where a value begins, where it ends, and itself.
pub(super) struct Placed<'de> {
    node: Node<'de>,
    next: Part,
}

enum Part {
    Start,
    End,
    Value,
    Nothing,
}

impl<'de> Placed<'de> {
    pub(super) fn new(node: Node<'de>) -> Self {
        Self { node, next: Part::Start }
    }
}

impl<'de> SeqAccess<'de> for Placed<'de> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        let span = self.node.span();
        match self.next {
            Part::Start => {
                self.next = Part::End;
                seed.deserialize(UsizeDeserializer::new(span.start)).map(Some)
            }
            Part::End => {
                self.next = Part::Value;
                seed.deserialize(UsizeDeserializer::new(span.end)).map(Some)
            }
            Part::Value => {
                self.next = Part::Nothing;
                seed.deserialize(self.node).map(Some)
            }
            Part::Nothing => Ok(None),
        }
    }
}
