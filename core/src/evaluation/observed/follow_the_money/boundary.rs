//! [`Boundary`]: which transactions cross the boundary of the system, and which way.

use std::collections::BTreeMap;

use super::configuration::{BoundaryType, Category, Configuration};
use crate::evaluation::observed::ImportError;
use crate::evaluation::observed::cells::Cells;
use crate::evaluation::observed::moment::Moment;
use crate::evaluation::observed::table::Table;

/// The boundary in place and in time.
pub(super) struct Boundary<'c> {
    configuration: &'c Configuration,
    /// By account, the place of its category in the order of categories.
    inferred: BTreeMap<String, usize>,
    window: (Option<Moment>, Option<Moment>),
}

impl<'c> Boundary<'c> {
    /// Infers what accounts are from all rows, where that is asked.
    pub(super) fn of(configuration: &'c Configuration, mut table: Table<'_>) -> Result<Self, ImportError> {
        let window = configuration.window()?;
        let mut boundary = Self { configuration, inferred: BTreeMap::new(), window };
        if boundary.infers() {
            while let Some((_, row)) = table.next_row() {
                let Ok(values) = row else { continue };
                boundary.infer(&Cells::new(&table.columns, &values, None));
            }
        }
        Ok(boundary)
    }

    /// Whether a moment is in the time window.
    pub(super) fn contains(&self, moment: Moment) -> bool {
        let (begins, ends) = self.window;
        begins.is_none_or(|begins| begins <= moment) && ends.is_none_or(|ends| moment < ends)
    }

    /// How a row lies to the boundary.
    pub(super) fn category(&self, cells: &Cells<'_>) -> Category {
        let by_type = || {
            let category = self.configuration.transaction_categories.get(cells.get("type"));
            category.copied().unwrap_or(Category::System)
        };
        let types_too = match self.configuration.boundary_type {
            BoundaryType::None => return Category::Transfer,
            BoundaryType::Transactions => return by_type(),
            BoundaryType::Accounts | BoundaryType::InferredAccounts => false,
            BoundaryType::AccountsAndTypes | BoundaryType::InferredAccountsAndTypes => true,
        };
        let source = self.follows(cells, "src_ID", "src_categ");
        match (source, self.follows(cells, "tgt_ID", "tgt_categ")) {
            (true, true) => Category::Transfer,
            (false, true) => Category::Deposit,
            (true, false) => Category::Withdraw,
            (false, false) if types_too => by_type(),
            (false, false) => Category::System,
        }
    }

    fn follows(&self, cells: &Cells<'_>, account: &str, category: &str) -> bool {
        let order = &self.configuration.category_order;
        let category = if self.infers() {
            let place = self.inferred.get(cells.get(account));
            place.and_then(|place| order.get(*place)).map(String::as_str)
        } else {
            Some(cells.get(category))
        };
        category.is_some_and(|category| self.configuration.category_follow.iter().any(|own| own == category))
    }

    fn infers(&self) -> bool {
        let kind = self.configuration.boundary_type;
        matches!(kind, BoundaryType::InferredAccounts | BoundaryType::InferredAccountsAndTypes)
    }

    fn infer(&mut self, cells: &Cells<'_>) {
        let Some(sides) = self.configuration.account_categories.get(cells.get("type")) else { return };
        for (account, category) in [("src_ID", &sides.src), ("tgt_ID", &sides.tgt)] {
            let order = &self.configuration.category_order;
            let Some(place) = order.iter().position(|own| own == category) else { continue };
            let best = self.inferred.entry(cells.get(account).to_owned()).or_insert(place);
            *best = place.min(*best);
        }
    }
}
