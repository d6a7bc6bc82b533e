//! The single values of a design file, as they are written and as they are checked.

use std::fmt;
use std::ops::RangeInclusive;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};

use crate::calendar::Day;
use crate::id::{Code, Id};
use crate::money::{Amount, Balance, MoneyError, Scale};

use super::problem::Problems;
use super::reader::DATE;
use super::spanned::Spanned;

/// A figure as it is written: a whole number, or decimals in quotes.
#[derive(Debug)]
pub(super) enum Figure {
    Text(String),
    /// Recognised so that it can be refused with a reason.
    Float,
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = Figure;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number, or decimals in quotes")
            }
            fn visit_i64<E: de::Error>(self, whole: i64) -> Result<Figure, E> {
                Ok(Figure::Text(whole.to_string()))
            }
            fn visit_f64<E: de::Error>(self, _: f64) -> Result<Figure, E> {
                Ok(Figure::Float)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Figure, E> {
                Ok(Figure::Text(text.to_owned()))
            }
        }
        deserializer.deserialize_any(Read)
    }
}

/// A day as it is written: `2026-12-31`, without quotes.
#[derive(Debug)]
pub(super) struct Date(String);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a TOML datetime")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                Ok(Date(text.to_owned()))
            }
        }
        deserializer.deserialize_newtype_struct(DATE, Read)
    }
}

/// The word a design file has at a place, or what holds without one.
pub(super) fn word_or<T: Copy>(raw: Option<&Spanned<T>>, default: T) -> T {
    raw.map_or(default, |word| *word.get_ref())
}

impl Problems {
    fn keep<T>(
        &mut self,
        raw: &Spanned<impl Sized>,
        key: &str,
        read: Result<T, impl fmt::Display>,
    ) -> Option<T> {
        read.map_err(|reason| self.add(raw.span(), key, reason)).ok()
    }

    pub(super) fn code(&mut self, raw: &Spanned<String>, key: &str) -> Option<Code> {
        self.keep(raw, key, Code::parse(raw.get_ref()))
    }

    /// A list of different codes, at least one; `None` if one has a problem.
    pub(super) fn codes(
        &mut self,
        raw: &Spanned<Vec<Spanned<String>>>,
        key: &str,
        empty: &str,
    ) -> Option<Vec<Code>> {
        if raw.get_ref().is_empty() {
            self.add(raw.span(), key, empty);
        }
        let mut codes: Vec<Code> = Vec::new();
        for (place, raw) in raw.get_ref().iter().enumerate() {
            let key = format!("{key}[{place}]");
            let code = self.code(raw, &key)?;
            if codes.contains(&code) {
                self.add(raw.span(), key, "this stands there already");
            }
            codes.push(code);
        }
        Some(codes)
    }

    /// An id that no account of the chart has.
    pub(super) fn id(&mut self, raw: &Spanned<String>, key: &str) -> Option<Id> {
        let id = self.keep(raw, key, Id::parse(raw.get_ref()))?;
        if id.is_chart() {
            self.add(
                raw.span(),
                key,
                "an id with ':' is an account of the chart, which only the ledger opens",
            );
            return None;
        }
        Some(id)
    }

    /// Words for people to read.
    pub(super) fn text(&mut self, raw: &Spanned<String>, key: &str) -> Option<String> {
        const LONGEST: usize = 80;
        let text = raw.get_ref();
        let refused = if text.trim() != text || text.is_empty() {
            "words, without space around them"
        } else if text.chars().any(char::is_control) {
            "words on one line, without control characters"
        } else if text.chars().count() > LONGEST {
            "at most 80 characters"
        } else {
            return Some(text.clone());
        };
        self.add(raw.span(), key, format_args!("this takes {refused}"));
        None
    }

    /// An amount of units or euro; nothing is said about it while the scale is not known.
    pub(super) fn amount(
        &mut self,
        raw: &Spanned<Figure>,
        key: &str,
        scale: Option<Scale>,
    ) -> Option<Amount> {
        self.figure(raw, key, |text| scale.map(|scale| Amount::parse(text, scale)))
    }

    /// An amount above zero.
    pub(super) fn amount_above_zero(
        &mut self,
        raw: &Spanned<Figure>,
        key: &str,
        scale: Option<Scale>,
    ) -> Option<Amount> {
        let amount = self.amount(raw, key, scale)?;
        if amount.is_zero() {
            self.add(raw.span(), key, "this must be above zero");
            return None;
        }
        Some(amount)
    }

    /// A balance, which may be below zero.
    pub(super) fn balance(
        &mut self,
        raw: &Spanned<Figure>,
        key: &str,
        scale: Option<Scale>,
    ) -> Option<Balance> {
        self.figure(raw, key, |text| scale.map(|scale| Balance::parse(text, scale)))
    }

    fn figure<T>(
        &mut self,
        raw: &Spanned<Figure>,
        key: &str,
        read: impl FnOnce(&str) -> Option<Result<T, MoneyError>>,
    ) -> Option<T> {
        match raw.get_ref() {
            Figure::Text(text) => {
                let read = read(text)?;
                self.keep(raw, key, read)
            }
            Figure::Float => {
                self.add(raw.span(), key, "write it in quotes, as in \"7.50\", so that it stays exact");
                None
            }
        }
    }

    pub(super) fn whole<T: TryFrom<i64>>(
        &mut self,
        raw: &Spanned<i64>,
        key: &str,
        range: RangeInclusive<i64>,
    ) -> Option<T> {
        let whole = *raw.get_ref();
        let kept = range.contains(&whole).then(|| T::try_from(whole).ok()).flatten();
        if kept.is_none() {
            let (least, most) = range.into_inner();
            self.add(
                raw.span(),
                key,
                format_args!("this lies between {least} and {most}, and {whole} does not"),
            );
        }
        kept
    }

    pub(super) fn whole_or<T: TryFrom<i64>>(
        &mut self,
        raw: Option<&Spanned<i64>>,
        key: &str,
        range: RangeInclusive<i64>,
        default: T,
    ) -> Option<T> {
        raw.map_or(Some(default), |raw| self.whole(raw, key, range))
    }

    pub(super) fn day(&mut self, raw: &Spanned<Date>, key: &str) -> Option<Day> {
        self.keep(raw, key, Day::parse(&raw.get_ref().0))
    }

    /// Refuses a key that must not be there.
    pub(super) fn refuse<T>(&mut self, raw: Option<&Spanned<T>>, key: &str, reason: &str) {
        if let Some(raw) = raw {
            self.add(raw.span(), key, reason);
        }
    }
}
