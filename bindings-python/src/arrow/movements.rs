//! Movements as a table.

use arrow_schema::ArrowError;
use muntwerk::evaluation::Movements as Core;
use muntwerk::id::{Code, Id};
use pyo3::prelude::*;

use super::ArrowTable;
use super::build::{Amounts, Dates, Numbers, Truths, Words, table};
use crate::errors::MuntwerkError;
use crate::movements::Movements;

#[pymethods]
impl Movements {
    /// Every movement, a row each.
    ///
    /// Columns: seq (the number of the record, or the line of the file), day, kind, back (whether it takes back an
    /// earlier movement of this kind; the units then go the other way), from, to, amount, role, contact_point,
    /// on_behalf, partner.
    fn table(&self, py: Python<'_>) -> PyResult<ArrowTable> {
        let made = py.detach(|| rows(&self.all));
        made.map_err(|error| MuntwerkError::new_err(error.to_string()))
    }
}

fn rows(movements: &Core) -> Result<ArrowTable, ArrowError> {
    let (mut seqs, mut days, mut kinds) = (Numbers::default(), Dates::default(), Words::<&str>::default());
    let (mut froms, mut tos) = (Words::<&str>::default(), Words::<&str>::default());
    let mut amounts = Amounts::new(movements.scale.digits());
    let (mut backs, mut behalves) = (Truths::default(), Truths::default());
    let (mut roles, mut places, mut partners) =
        (Words::<Code>::default(), Words::<Id>::default(), Words::<Id>::default());
    for row in &movements.rows {
        seqs.push(row.seq);
        days.push(row.day);
        kinds.push(row.kind.word());
        backs.push(row.back);
        froms.push(movements.party(row.from).map(|party| party.name.as_str()));
        tos.push(movements.party(row.to).map(|party| party.name.as_str()));
        amounts.push(row.amount.minor());
        roles.push(row.role);
        places.push(row.contact_point);
        behalves.push(row.on_behalf);
        partners.push(row.partner);
    }
    table(
        movements.rows.len(),
        vec![
            ("seq", seqs.finish()?),
            ("day", days.finish()?),
            ("kind", kinds.finish()?),
            ("back", backs.finish()?),
            ("from", froms.finish()?),
            ("to", tos.finish()?),
            ("amount", amounts.finish()?),
            ("role", roles.finish()?),
            ("contact_point", places.finish()?),
            ("on_behalf", behalves.finish()?),
            ("partner", partners.finish()?),
        ],
    )
}
