//! [`Table`]: rows of text in aligned columns.

use std::fmt;

#[derive(Clone, Copy)]
pub(super) enum Align {
    Left,
    Right,
}

/// Columns two spaces apart, each as wide as its widest cell.
pub(super) struct Table {
    columns: Vec<Align>,
    rows: Vec<Vec<String>>,
    ruled: Vec<usize>,
}

impl Table {
    /// One letter per column: `l` or `r`.
    pub(super) fn new(columns: &str) -> Self {
        let columns = columns.chars().map(|letter| if letter == 'r' { Align::Right } else { Align::Left });
        Self { columns: columns.collect(), rows: Vec::new(), ruled: Vec::new() }
    }

    pub(super) fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// A line of dashes under the rows so far.
    pub(super) fn rule(&mut self) {
        self.ruled.push(self.rows.len());
    }

    /// A line of dashes above the last row, which is a total.
    pub(super) fn rule_before_last(&mut self) {
        self.ruled.push(self.rows.len().saturating_sub(1));
    }

    fn widths(&self) -> Vec<usize> {
        let width = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        };
        (0..self.columns.len()).map(width).collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        let dashes = |f: &mut fmt::Formatter<'_>| {
            let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
            writeln!(f, "{}", rules.join("  "))
        };
        for (at, row) in self.rows.iter().enumerate() {
            if self.ruled.contains(&at) {
                dashes(f)?;
            }
            let mut line = String::new();
            for ((cell, align), width) in row.iter().zip(&self.columns).zip(&widths) {
                if !line.is_empty() {
                    line.push_str("  ");
                }
                let width = *width;
                match align {
                    Align::Left => line.push_str(&format!("{cell:<width$}")),
                    Align::Right => line.push_str(&format!("{cell:>width$}")),
                }
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new("lr");
        table.row(["één", "1"]);
        table.rule();
        table.row(["seventeen", "1.000"]);
        assert_eq!(table.to_string(), "één            1\n---------  -----\nseventeen  1.000\n");
    }
}
