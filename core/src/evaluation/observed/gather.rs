//! [`Gather`]: the rows of all files of a list, each of which ends in one of three places.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::Cells;
use super::step::Step;
use super::table::Table;
use super::written::Written;
use super::{
    Attributes, BadRow, FileHealth, Health, LeftOutRow, ListFile, Reading, RowFault, RowPlace, WhyLeftOutRow,
};

/// What a row turns out to be.
pub(super) enum Row {
    /// It moves units: once, or with a fee more often. The id, if rows have one.
    Moves(Option<String>, Vec<Step>),
    /// It says something about an account.
    Used,
    /// It is no movement.
    LeftOut(WhyLeftOutRow),
}

/// The rows that were read so far.
pub(super) struct Gather<'r> {
    pub(super) reading: &'r Reading,
    pub(super) steps: Vec<Step>,
    pub(super) health: Health,
    pub(super) attributes: Attributes,
    /// What the list calls a unit.
    pub(super) unit: Option<String>,
    /// The accounts there are, where the list says that.
    pub(super) known: Option<BTreeSet<String>>,
    /// What accounts should hold at the end, and where that stands.
    pub(super) finals: Vec<(RowPlace, String, Written)>,
    /// By id, the steps of the first row that has it.
    pub(super) ids: BTreeMap<(ListFile, String), Vec<Step>>,
}

impl<'r> Gather<'r> {
    pub(super) fn new(reading: &'r Reading) -> Self {
        Self {
            reading,
            steps: Vec::new(),
            health: Health::default(),
            attributes: Attributes::new(),
            unit: None,
            known: None,
            finals: Vec::new(),
            ids: BTreeMap::new(),
        }
    }

    /// Reads every row of a table. A row that `read` gives nothing for has faults.
    pub(super) fn table(
        &mut self,
        mut table: Table<'_>,
        mut read: impl FnMut(&mut Self, RowPlace, &mut Cells<'_>) -> Option<Row>,
    ) {
        let file = table.health.file;
        self.health.files.push(FileHealth::new(file));
        while let Some((line, values)) = table.next_row() {
            let place = RowPlace { file, line };
            let values = match values {
                Ok(values) => values,
                Err(reason) => {
                    self.bad(place, vec![RowFault::line(reason)]);
                    continue;
                }
            };
            let mut cells = Cells::new(&table.columns, &values, self.reading.scale);
            let row = read(self, place, &mut cells);
            let (faults, zone) = cells.into_parts();
            if let Some(zone) = zone.filter(|zone| !self.health.zones.contains(zone)) {
                self.health.zones.push(zone);
            }
            match row {
                Some(row) if faults.is_empty() => self.row(place, row),
                _ => self.bad(place, faults),
            }
        }
        // What became of the rows is counted here, what the file looks like there.
        if let Some(health) = self.health.file(file) {
            let FileHealth { used, bad, left_out, .. } = *health;
            *health = FileHealth { used, bad, left_out, ..table.health };
        }
    }

    /// Puts a row that could be read where it belongs.
    pub(super) fn row(&mut self, place: RowPlace, row: Row) {
        match row {
            Row::Moves(id, steps) => match self.objection(place, id, &steps) {
                Some(why) => self.leave_out(place, why),
                None => {
                    self.count(place.file, |health| &mut health.used);
                    // A fee on nothing is still a fee.
                    self.steps.extend(steps.into_iter().filter(|step| !step.amount.is_zero()));
                }
            },
            Row::Used => self.count(place.file, |health| &mut health.used),
            Row::LeftOut(why) => self.leave_out(place, why),
        }
    }

    pub(super) fn bad(&mut self, place: RowPlace, faults: Vec<RowFault>) {
        self.count(place.file, |health| &mut health.bad);
        self.health.bad_rows.push(BadRow { place, faults });
    }

    fn leave_out(&mut self, place: RowPlace, why: WhyLeftOutRow) {
        self.count(place.file, |health| &mut health.left_out);
        self.health.left_out.push(LeftOutRow { place, why });
    }

    /// One more of what a file counts.
    pub(super) fn count(&mut self, file: ListFile, which: impl FnOnce(&mut FileHealth) -> &mut u64) {
        if let Some(count) = self.health.file(file).map(which) {
            *count = count.saturating_add(1);
        }
    }

    /// Why a row that moves units is no movement.
    fn objection(&mut self, place: RowPlace, id: Option<String>, steps: &[Step]) -> Option<WhyLeftOutRow> {
        if let Some(id) = id {
            let first = self.ids.entry((place.file, id)).or_insert_with(|| steps.to_vec());
            let earlier = first.first().map(|step| step.place.line).filter(|line| *line != place.line);
            if let Some(line) = earlier {
                let same = first.len() == steps.len()
                    && first.iter().zip(steps).all(|(first, step)| first.says_the_same(step));
                return Some(WhyLeftOutRow::Duplicate { first: line, same });
            }
        }
        if steps.iter().all(|step| step.amount.is_zero()) {
            return Some(WhyLeftOutRow::Zero);
        }
        steps.iter().any(Step::is_to_itself).then_some(WhyLeftOutRow::SelfTransfer)
    }
}
