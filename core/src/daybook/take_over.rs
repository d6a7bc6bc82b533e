//! [`read_take_over`]: the balances of a scheme that ran already, as CSV.
//!
//! ```text
//! # takeover 1
//! account;balance;amount;earned;ends
//! m-0012;62;40;2024-11-05;2025-11-30
//! m-0012;;22;2024-12-20;
//! m-0044;-12,50;;;
//! system:pot;310;;;
//! ```
//!
//! # The text
//!
//! As in a [day book](super): UTF-8, `,` or `;` between the columns, values with the separator in
//! quotation marks, blank lines skipped. The first line is the version, `# takeover 1`; the second names
//! the columns, in any order. Everything wrong is reported with its line and column, and nothing is
//! taken over before all of it is right: the list is one order
//! ([`TakeOver`](crate::orders::TakeOver)).
//!
//! # The columns
//!
//! | column | what stands in it |
//! |---|---|
//! | `account` | an account that is open, `system:pot` or `system:group`; every line fills it |
//! | `balance` | its balance in units, `.` or `,` before the decimals, `-` before a debt. The first line of an account fills it; a later one can repeat it |
//! | `amount` | the units of one lot; with several lots the account has several lines |
//! | `earned` | the day on which they were earned, `2025-01-31` |
//! | `ends` | the last day on which they can be spent; if empty the design sets it, counted from `earned` |
//!
//! An account with a balance and nothing else has one lot, earned on the day of the order. Where lots
//! are given, each line of the account has one, and they add up to the balance; a debt has none.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use super::cells::{amount, balance};
use super::error::{TAKE_OVER_VERSION, shortened};
use super::read::Sheet;
use super::{LineError, LineReason};
use crate::calendar::Day;
use crate::id::Id;
use crate::money::{Balance, Scale};
use crate::orders::{TakeOver, TakeOverLine, TakeOverLot};

/// A column of the list of balances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum TakeOverColumn {
    Account,
    Balance,
    Amount,
    Earned,
    Ends,
}

impl TakeOverColumn {
    /// Every column, in the order in which they are documented.
    pub const ALL: [Self; 5] = [Self::Account, Self::Balance, Self::Amount, Self::Earned, Self::Ends];
    const NEEDED: [Self; 2] = [Self::Account, Self::Balance];

    /// The name in the header: `earned`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Balance => "balance",
            Self::Amount => "amount",
            Self::Earned => "earned",
            Self::Ends => "ends",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }
}

impl fmt::Display for TakeOverColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Reads a list of balances, with as many decimals as the unit has.
///
/// ```
/// use muntwerk::daybook::read_take_over;
/// use muntwerk::money::Scale;
/// let text = "# takeover 1\naccount;balance\nm-0012;62\nm-0044;-12\n";
/// let take_over = read_take_over(text.as_bytes(), Scale::new(0).unwrap()).unwrap();
/// assert_eq!(take_over.lines[1].balance.minor(), -12);
/// ```
///
/// # Errors
/// Everything wrong in it, by line. Whether the balances can be taken over is the ledger's to say.
pub fn read_take_over(text: &[u8], scale: Scale) -> Result<TakeOver, Vec<LineError>> {
    let mut sheet = Sheet::read(text).map_err(|error| vec![error])?;
    check_version(sheet.version).map_err(|reason| vec![LineError::line(1, reason)])?;
    let columns = header(&sheet)?;
    let mut list = List { scale, places: BTreeMap::new(), accounts: Vec::new(), errors: Vec::new() };
    while let Some((line, values)) = sheet.next_row() {
        match values {
            Err(reason) => list.errors.push(LineError::line(line, reason.into())),
            Ok(values) if values.len() != columns.len() => {
                let reason = LineReason::Values { found: values.len(), expected: columns.len() };
                list.errors.push(LineError::line(line, reason));
            }
            Ok(values) => list.row(&Cells { line, columns: &columns, values: &values }),
        }
    }
    list.finish()
}

fn check_version(line: &str) -> Result<(), LineReason> {
    let line = line.trim_end_matches([',', ';', ' ']).trim_matches('"');
    match line.strip_prefix("# takeover ").map(str::trim) {
        None => Err(LineReason::NotATakeOver),
        Some(found) if found == TAKE_OVER_VERSION.to_string() => Ok(()),
        Some(found) => Err(LineReason::TakeOverVersion { found: shortened(found) }),
    }
}

fn header(sheet: &Sheet<'_>) -> Result<Vec<TakeOverColumn>, Vec<LineError>> {
    let line = sheet.header_line;
    let (mut columns, mut errors) = (Vec::new(), Vec::new());
    for name in sheet.header.iter().map(|name| name.trim()) {
        match TakeOverColumn::named(name) {
            None if name.is_empty() => errors.push(LineError::line(line, LineReason::NamelessColumn)),
            None => errors.push(LineError::named(line, name, LineReason::UnknownTakeOverColumn)),
            Some(column) if columns.contains(&column) => {
                errors.push(LineError::named(line, name, LineReason::DoubledColumn));
            }
            Some(column) => columns.push(column),
        }
    }
    for column in TakeOverColumn::NEEDED.iter().filter(|column| !columns.contains(column)) {
        errors.push(LineError::named(line, column.name(), LineReason::MissingTakeOverColumn));
    }
    if errors.is_empty() { Ok(columns) } else { Err(errors) }
}

/// The values of one line.
struct Cells<'r> {
    line: u64,
    columns: &'r [TakeOverColumn],
    values: &'r [Cow<'r, str>],
}

impl Cells<'_> {
    /// What stands in a column, if anything does.
    fn get(&self, column: TakeOverColumn) -> Option<&str> {
        let at = self.columns.iter().position(|one| *one == column)?;
        let value = self.values.get(at).map(|value| value.trim())?;
        (!value.is_empty()).then_some(value)
    }

    fn wrong(&self, column: TakeOverColumn, reason: impl Into<LineReason>) -> LineError {
        LineError::named(self.line, column.name(), reason.into())
    }

    fn day(&self, column: TakeOverColumn) -> Result<Option<Day>, LineError> {
        self.get(column).map(|text| Day::parse(text).map_err(|error| self.wrong(column, error))).transpose()
    }
}

/// One account so far.
struct Gathered {
    line: u64,
    balance: Balance,
    /// A line of it has no lot.
    bare: bool,
    lots: Vec<TakeOverLot>,
}

/// The accounts in the order in which they come.
struct List {
    scale: Scale,
    places: BTreeMap<Id, usize>,
    accounts: Vec<(Id, Gathered)>,
    errors: Vec<LineError>,
}

impl List {
    fn row(&mut self, cells: &Cells<'_>) {
        if let Err(error) = self.try_row(cells) {
            self.errors.push(error);
        }
    }

    fn try_row(&mut self, cells: &Cells<'_>) -> Result<(), LineError> {
        use TakeOverColumn as Column;
        let account =
            cells.get(Column::Account).ok_or_else(|| cells.wrong(Column::Account, LineReason::Empty))?;
        let account = Id::parse(account).map_err(|error| cells.wrong(Column::Account, error))?;
        let balance = cells.get(Column::Balance).map(|text| balance(text, self.scale)).transpose();
        let balance = balance.map_err(|reason| cells.wrong(Column::Balance, reason))?;
        let lot = self.lot(cells)?;
        let Some(there) = self.places.get(&account).and_then(|at| self.accounts.get_mut(*at)) else {
            let balance = balance.ok_or_else(|| cells.wrong(Column::Balance, LineReason::FirstOfAccount))?;
            self.places.insert(account, self.accounts.len());
            let gathered =
                Gathered { line: cells.line, balance, bare: lot.is_none(), lots: lot.into_iter().collect() };
            self.accounts.push((account, gathered));
            return Ok(());
        };
        let (_, there) = there;
        if balance.is_some_and(|balance| balance != there.balance) {
            return Err(cells.wrong(Column::Balance, LineReason::OtherBalance { line: there.line }));
        }
        let Some(lot) = lot.filter(|_| !there.bare) else {
            return Err(cells.wrong(Column::Amount, LineReason::LotEach { line: there.line }));
        };
        there.lots.push(lot);
        Ok(())
    }

    fn lot(&self, cells: &Cells<'_>) -> Result<Option<TakeOverLot>, LineError> {
        use TakeOverColumn as Column;
        let units = cells.get(Column::Amount).map(|text| amount(text, self.scale)).transpose();
        let units = units.map_err(|reason| cells.wrong(Column::Amount, reason))?;
        let (earned_on, ends_on) = (cells.day(Column::Earned)?, cells.day(Column::Ends)?);
        let missing = |column| Err(cells.wrong(column, LineReason::LotIncomplete));
        match (units, earned_on) {
            (Some(amount), Some(earned_on)) => Ok(Some(TakeOverLot { amount, earned_on, ends_on })),
            (Some(_), None) => missing(Column::Earned),
            (None, Some(_)) => missing(Column::Amount),
            (None, None) if ends_on.is_some() => missing(Column::Amount),
            (None, None) => Ok(None),
        }
    }

    /// Lots add up to the balance.
    fn check_sums(&mut self) {
        for (_, account) in &self.accounts {
            let amounts = account.lots.iter().map(|lot| i128::from(lot.amount.minor()));
            let sum: i128 = amounts.sum();
            if account.lots.is_empty() || sum == i128::from(account.balance.minor()) {
                continue;
            }
            let text = |minor: i128| {
                let balance = i64::try_from(minor).ok().and_then(|minor| Balance::from_minor(minor).ok());
                balance.map_or_else(|| minor.to_string(), |balance| balance.text(self.scale).to_string())
            };
            let (found, expected) = (text(sum), text(account.balance.minor().into()));
            let reason = LineReason::LotsDiffer { found, expected };
            self.errors.push(LineError::named(account.line, "balance", reason));
        }
    }

    fn finish(mut self) -> Result<TakeOver, Vec<LineError>> {
        // Where a line could not be read, sums say nothing.
        if self.errors.is_empty() {
            self.check_sums();
        }
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let line =
            |(account, one): (Id, Gathered)| TakeOverLine { account, balance: one.balance, lots: one.lots };
        Ok(TakeOver { lines: self.accounts.into_iter().map(line).collect() })
    }
}
