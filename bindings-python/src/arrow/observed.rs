//! Rows of a table as rows of a list that others kept.

use muntwerk::calendar::Day;
use muntwerk::evaluation::Kind;
use muntwerk::evaluation::observed::ObservedRow;
use muntwerk::id::{Code, Id};
use muntwerk::money::{Balance, Scale};
use pyo3::prelude::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as WordError;

use super::capsule::batches;
use super::column::{Column, Meant};
use super::known::{Columns, Known};
use crate::errors::RowsError;

const NEEDED: [&str; 4] = ["day", "from", "to", "amount"];
const ALL: [&str; 10] =
    ["day", "from", "to", "amount", "id", "kind", "role", "contact_point", "on_behalf", "partner"];

/// The rows of a table, or every cell that cannot be read.
pub(crate) fn observed_rows(table: &Bound<'_, PyAny>, scale: Scale) -> PyResult<Vec<ObservedRow>> {
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    let mut before = 0_usize;
    let all = ALL.map(|name| (name, name));
    let known = Columns { rows_of: "such a list", all: &all, needed: &NEEDED };
    for batch in batches(table)? {
        let Known { columns, rows: length } = known.know(batch)?;
        for at in 0..length {
            let mut cells =
                Cells { columns: &columns, at, row: before.saturating_add(at), wrong: &mut wrong };
            rows.extend(cells.row(scale));
        }
        before = before.saturating_add(length);
    }
    if wrong.is_empty() { Ok(rows) } else { Err(RowsError::new_err((wrong,))) }
}

/// A cell that cannot be read: row, column, reason.
type Wrong = (usize, Option<String>, String);

struct Cells<'b> {
    columns: &'b [(&'static str, Column)],
    at: usize,
    row: usize,
    wrong: &'b mut Vec<Wrong>,
}

impl Cells<'_> {
    fn text(&self, name: &str, meant: Meant) -> String {
        let column = self.columns.iter().find(|(there, _)| *there == name);
        column.map_or_else(String::new, |(_, column)| column.text(self.at, meant).into_owned())
    }

    /// A cell of which there must be one.
    fn read<T, E: std::fmt::Display>(
        &mut self,
        name: &str,
        meant: Meant,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.text(name, meant);
        let found = if text.is_empty() {
            Err(String::from("there is nothing"))
        } else {
            read(&text).map_err(|error| error.to_string())
        };
        found.map_err(|reason| self.wrong.push((self.row, Some(name.to_owned()), reason))).ok()
    }

    /// A cell that may be empty.
    fn maybe<T, E: std::fmt::Display>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<Option<T>> {
        let empty = self.text(name, Meant::Plain).is_empty();
        if empty { Some(None) } else { self.read(name, Meant::Plain, read).map(Some) }
    }

    fn row(&mut self, scale: Scale) -> Option<ObservedRow> {
        let as_it_is = |text: &str| Ok::<_, String>(text.to_owned());
        // Each is read before any is missed, so that everything wrong in a row is told.
        let day = self.read("day", Meant::Plain, Day::parse);
        let from = self.read("from", Meant::Plain, as_it_is);
        let to = self.read("to", Meant::Plain, as_it_is);
        let amount = self.read("amount", Meant::Money(scale), |text| Balance::parse(text, scale));
        let id = self.maybe("id", as_it_is);
        let kind = self.maybe("kind", kind);
        let role = self.maybe("role", Code::parse);
        let contact_point = self.maybe("contact_point", Id::parse);
        let on_behalf = self.maybe("on_behalf", truth);
        let partner = self.maybe("partner", Id::parse);
        Some(ObservedRow {
            id: id?,
            day: day?,
            time: 0,
            from: from?,
            to: to?,
            amount: amount?.minor(),
            kind: kind?,
            role: role?,
            contact_point: contact_point?,
            on_behalf: on_behalf?.unwrap_or(false),
            partner: partner?,
        })
    }
}

fn kind(word: &str) -> Result<Kind, WordError> {
    Kind::deserialize(word.into_deserializer())
}

fn truth(text: &str) -> Result<bool, String> {
    match text {
        "0" => Ok(false),
        "1" => Ok(true),
        other => Err(format!("expected 0 or 1, not {other:?}")),
    }
}
