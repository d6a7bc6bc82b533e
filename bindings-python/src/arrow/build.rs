//! Columns that go out: filled row by row, then handed over.

use std::collections::BTreeMap;

use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_data::ArrayData;
use arrow_schema::{ArrowError, DataType, Field, Fields};
use muntwerk::calendar::Day;

/// The most digits a decimal of Arrow has in 128 bits.
const PRECISION: u8 = 38;

/// What can be missing: one bit for every value, made when the first is missing.
#[derive(Default)]
struct Valid {
    bits: Vec<bool>,
    some_missing: bool,
}

impl Valid {
    fn push(&mut self, there: bool) {
        self.bits.push(there);
        self.some_missing |= !there;
    }

    fn buffer(self) -> Option<NullBuffer> {
        self.some_missing.then(|| NullBuffer::from(self.bits))
    }
}

/// Whole numbers of 64 bits.
#[derive(Default)]
pub(super) struct Numbers {
    values: Vec<u64>,
    valid: Valid,
}

impl Numbers {
    pub(super) fn push(&mut self, value: impl Into<Option<u64>>) {
        let value = value.into();
        self.valid.push(value.is_some());
        self.values.push(value.unwrap_or(0));
    }

    pub(super) fn finish(self) -> Result<ArrayData, ArrowError> {
        finish(DataType::UInt64, self.values.len(), Buffer::from_vec(self.values), self.valid)
    }
}

/// What is so or is not.
#[derive(Default)]
pub(super) struct Truths(Vec<bool>);

impl Truths {
    pub(super) fn push(&mut self, truth: bool) {
        self.0.push(truth);
    }

    pub(super) fn finish(self) -> Result<ArrayData, ArrowError> {
        let length = self.0.len();
        finish(DataType::Boolean, length, BooleanBuffer::from(self.0).into_inner(), Valid::default())
    }
}

/// Amounts of so many decimals.
pub(super) struct Amounts {
    values: Vec<i128>,
    scale: u8,
}

impl Amounts {
    pub(super) fn new(scale: u8) -> Self {
        Self { values: Vec::new(), scale }
    }

    pub(super) fn push(&mut self, minor: i64) {
        self.values.push(i128::from(minor));
    }

    pub(super) fn finish(self) -> Result<ArrayData, ArrowError> {
        let scale = i8::try_from(self.scale).unwrap_or(i8::MAX);
        let (length, values) = (self.values.len(), ScalarBuffer::from(self.values).into_inner());
        finish(DataType::Decimal128(PRECISION, scale), length, values, Valid::default())
    }
}

/// Days.
#[derive(Default)]
pub(super) struct Dates {
    values: Vec<i32>,
    valid: Valid,
}

impl Dates {
    pub(super) fn push(&mut self, day: impl Into<Option<Day>>) {
        let day = day.into();
        self.valid.push(day.is_some());
        self.values.push(day.map_or(0, Day::since_epoch));
    }

    pub(super) fn finish(self) -> Result<ArrayData, ArrowError> {
        finish(DataType::Date32, self.values.len(), Buffer::from_vec(self.values), self.valid)
    }
}

/// Ids and words, each written once and told by its place.
pub(super) struct Words<T> {
    keys: Vec<i32>,
    valid: Valid,
    places: BTreeMap<T, i32>,
    texts: Vec<String>,
}

impl<T> Default for Words<T> {
    fn default() -> Self {
        Self { keys: Vec::new(), valid: Valid::default(), places: BTreeMap::new(), texts: Vec::new() }
    }
}

impl<T: Ord + ToString> Words<T> {
    pub(super) fn push(&mut self, word: impl Into<Option<T>>) {
        let word = word.into();
        self.valid.push(word.is_some());
        let Some(word) = word else {
            self.keys.push(0);
            return;
        };
        let next = i32::try_from(self.texts.len()).unwrap_or(i32::MAX);
        let key = match self.places.get(&word) {
            Some(key) => *key,
            None => {
                self.texts.push(word.to_string());
                self.places.insert(word, next);
                next
            }
        };
        self.keys.push(key);
    }

    pub(super) fn finish(mut self) -> Result<ArrayData, ArrowError> {
        // A dictionary of nothing would have keys without a value.
        if self.texts.is_empty() {
            self.texts.push(String::new());
        }
        let mut offsets = vec![0_i32];
        let mut bytes = Vec::new();
        for text in &self.texts {
            bytes.extend_from_slice(text.as_bytes());
            offsets.push(i32::try_from(bytes.len()).unwrap_or(i32::MAX));
        }
        let values = ArrayData::builder(DataType::Utf8)
            .len(self.texts.len())
            .add_buffer(Buffer::from_vec(offsets))
            .add_buffer(Buffer::from_vec(bytes))
            .build()?;
        let of = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
        ArrayData::builder(of)
            .len(self.keys.len())
            .add_buffer(Buffer::from_vec(self.keys))
            .nulls(self.valid.buffer())
            .add_child_data(values)
            .build()
    }
}

fn finish(of: DataType, length: usize, values: Buffer, valid: Valid) -> Result<ArrayData, ArrowError> {
    ArrayData::builder(of).len(length).add_buffer(values).nulls(valid.buffer()).build()
}

/// A table of columns of one length.
pub(super) fn table(length: usize, columns: Vec<(&str, ArrayData)>) -> Result<super::ArrowTable, ArrowError> {
    let names = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
    let fields: Fields = columns
        .iter()
        .map(|(name, data)| Field::new(*name, data.data_type().clone(), data.nulls().is_some()))
        .collect();
    let mut rows = ArrayData::builder(DataType::Struct(fields)).len(length);
    for (_, column) in columns {
        rows = rows.add_child_data(column);
    }
    Ok(super::ArrowTable { names, rows: rows.build()? })
}
