//! [`Cells`]: reading the values of one row, and gathering everything wrong with them.

use std::borrow::Cow;

use super::moment::Moment;
use super::written::Written;
use super::{Reason, RowFault};
use crate::money::Scale;

/// The names of the columns of a file, each once.
pub(super) struct Columns(Vec<String>);

impl Columns {
    /// Columns with these names, of which some are needed; or everything wrong with the names.
    pub(super) fn of(names: Vec<String>, needed: &[&str]) -> Result<Self, Vec<RowFault>> {
        let doubled = |at: usize, name: &String| names.iter().take(at).any(|earlier| earlier == name);
        let mut faults: Vec<RowFault> = Vec::new();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if doubled(at, name) {
                faults.push(RowFault::at(name, Reason::DoubledColumn));
            }
        }
        for name in needed.iter().filter(|name| !names.iter().any(|own| own == *name)) {
            faults.push(RowFault::at(name, Reason::MissingColumn));
        }
        if faults.is_empty() { Ok(Self(names)) } else { Err(faults) }
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Those that are none of some names.
    pub(super) fn others(&self, names: &[&str]) -> Vec<String> {
        self.0.iter().filter(|name| !names.contains(&name.as_str())).cloned().collect()
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|own| own == name)
    }
}

/// The values of one row. One that cannot be read is noted and given as `None`, so that a row shows all its faults at
/// once.
pub(super) struct Cells<'r> {
    columns: &'r Columns,
    values: &'r [Cow<'r, str>],
    scale: Option<Scale>,
    faults: Vec<RowFault>,
    zone: Option<String>,
}

impl<'r> Cells<'r> {
    pub(super) fn new(columns: &'r Columns, values: &'r [Cow<'r, str>], scale: Option<Scale>) -> Self {
        Self { columns, values, scale, faults: Vec::new(), zone: None }
    }

    /// Everything wrong so far, and the mark of a time zone.
    pub(super) fn into_parts(self) -> (Vec<RowFault>, Option<String>) {
        (self.faults, self.zone)
    }

    /// What stands in a column, without spaces around it; empty if the file lacks the column.
    pub(super) fn get(&self, column: &str) -> &'r str {
        let value = self.columns.place(column).and_then(|place| self.values.get(place));
        value.map_or("", |value| value.trim())
    }

    pub(super) fn wrong(&mut self, column: &str, reason: impl Into<Reason>) {
        self.faults.push(RowFault::at(column, reason));
    }

    /// What stands in a column that every row fills.
    pub(super) fn text(&mut self, column: &str) -> Option<&'r str> {
        let text = Some(self.get(column)).filter(|text| !text.is_empty());
        if text.is_none() {
            self.wrong(column, Reason::Empty);
        }
        text
    }

    pub(super) fn read<T>(
        &mut self,
        column: &str,
        read: impl FnOnce(&'r str) -> Result<T, Reason>,
    ) -> Option<T> {
        let text = self.text(column)?;
        read(text).map_err(|reason| self.wrong(column, reason)).ok()
    }

    /// An amount, of zero or more.
    pub(super) fn amount(&mut self, column: &str) -> Option<Written> {
        let scale = self.scale;
        self.read(column, |text| {
            let below_zero = || Reason::BelowZero { found: super::fault::shortened(text) };
            let figure = Written::read(text, scale)?;
            if figure.is_negative() { Err(below_zero()) } else { Ok(figure) }
        })
    }

    /// A figure on either side of zero.
    pub(super) fn figure(&mut self, column: &str) -> Option<Written> {
        let scale = self.scale;
        self.read(column, |text| Written::read(text, scale))
    }

    /// A day with or without a time.
    pub(super) fn moment(&mut self, column: &str) -> Option<Moment> {
        let (moment, zone) = self.read(column, Moment::read)?;
        if !zone.is_empty() {
            self.zone = Some(zone.to_owned());
        }
        Some(moment)
    }
}
