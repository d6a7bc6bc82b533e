//! [`Node`]: a value of a document, as types ask for it.

use std::ops::Range;

use serde::de::{self, Deserializer, Expected, Unexpected, Visitor};
use toml::Spanned;
use toml::de::{DeInteger, DeValue};

use super::ReadError;
use super::choice::Choice;
use super::parts::{List, Placed, Table};

/// The name under which a type asks for a value with its place: as its beginning, its end and itself.
pub(in crate::design) const PLACED: &str = "a value with its place";

/// The name under which a type asks for a date: as the text of it.
pub(in crate::design) const DATE: &str = "a date";

/// A value of a document.
#[derive(Clone, Copy)]
pub(super) struct Node<'de>(pub(super) &'de Spanned<DeValue<'de>>);

impl<'de> Node<'de> {
    pub(super) fn span(self) -> Range<usize> {
        self.0.span()
    }

    /// It is not what a type takes.
    fn mismatch(self, expected: &dyn Expected) -> ReadError {
        let unexpected = match self.0.get_ref() {
            DeValue::String(text) => Unexpected::Str(text),
            DeValue::Integer(whole) => match read(whole) {
                Ok(Whole::Usual(whole)) => Unexpected::Signed(whole),
                Ok(Whole::Large(whole)) => {
                    let told = format!("integer `{whole}` as i128");
                    return de::Error::invalid_type(Unexpected::Other(&told), expected);
                }
                Err(error) => return error,
            },
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => Unexpected::Float(number),
                Err(_) => return de::Error::custom("floating-point number overflowed"),
            },
            DeValue::Boolean(truth) => Unexpected::Bool(*truth),
            DeValue::Datetime(_) => Unexpected::Other("date"),
            DeValue::Table(_) => Unexpected::Map,
            DeValue::Array(_) => Unexpected::Seq,
        };
        de::Error::invalid_type(unexpected, expected)
    }
}

enum Whole {
    Usual(i64),
    Large(i128),
}

fn read(whole: &DeInteger<'_>) -> Result<Whole, ReadError> {
    let (digits, radix) = (whole.as_str(), whole.radix());
    i64::from_str_radix(digits, radix)
        .map(Whole::Usual)
        .or_else(|_| i128::from_str_radix(digits, radix).map(Whole::Large))
        .map_err(|_| de::Error::custom("integer number overflowed"))
}

/// Whatever whole number is asked for.
macro_rules! whole_numbers {
    ($($name:ident)+) => {
        $(
            fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
                match self.0.get_ref() {
                    DeValue::Integer(whole) => match read(whole)? {
                        Whole::Usual(whole) => visitor.visit_i64(whole),
                        Whole::Large(_) => Err(self.mismatch(&visitor)),
                    },
                    _ => Err(self.mismatch(&visitor)),
                }
            }
        )+
    };
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = ReadError;

    /// Only for types that may be written in several ways, all of them single values.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0.get_ref() {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Integer(_) => self.deserialize_i64(visitor),
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => visitor.visit_f64(number),
                Err(_) => Err(self.mismatch(&visitor)),
            },
            DeValue::Boolean(truth) => visitor.visit_bool(*truth),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0.get_ref() {
            DeValue::Boolean(truth) => visitor.visit_bool(*truth),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0.get_ref() {
            DeValue::String(text) => visitor.visit_str(text),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_str(visitor)
    }

    /// What is there is something.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_some(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.0.get_ref() {
            DeValue::Datetime(date) if name == DATE => visitor.visit_string(date.to_string()),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if name == PLACED { visitor.visit_seq(Placed::new(self)) } else { Err(self.mismatch(&visitor)) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0.get_ref() {
            DeValue::Array(list) => visitor.visit_seq(List::new(list)),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0.get_ref() {
            DeValue::Table(table) => visitor.visit_map(Table::new(table)),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_enum(Choice::of(self)?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        Err(self.mismatch(&visitor))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        Err(self.mismatch(&visitor))
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple identifier
    }
}
