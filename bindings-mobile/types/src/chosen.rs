//! Which of the core's types a phone needs, and which of them it can send.

use std::collections::{BTreeMap, BTreeSet};

use muntwerk_shapes::{Part, Role, Shape};

/// Where to begin, beside everything that can be asked.
const ROOTS: &[&str] = &[
    "Entry",
    "Opening",
    "Figures",
    "OfficeDay",
    "Sending",
    "Pending",
    "Reservation",
    "Acceptance",
    "Claim",
    "Mandate",
    "AskKind",
    "Allowances",
    "Budgets",
    "Consignments",
    "Ending",
    "OfficeSheet",
    "Overview",
    "PartnerTotals",
    "Quiet",
    "RedemptionSlip",
    "Refusals",
    "SeriesReport",
    "SettlementList",
    "Statement",
    "ToDo",
    "TrialBalance",
    "WaitingLines",
    "WhyBalance",
    "WhyCap",
    "WhyDate",
    "WhyLimit",
    "EuroReserve",
];

/// The types that are written.
pub(crate) struct Chosen {
    pub(crate) parts: Vec<Part>,
    asked: BTreeSet<String>,
}

impl Chosen {
    /// Whether a type can stand in an ask, so that there must be a way back into the core.
    pub(crate) fn is_asked(&self, name: &str) -> bool {
        self.asked.contains(name)
    }
}

/// Chooses what can be reached from the roots.
pub(crate) fn of(mut parts: Vec<Part>) -> Chosen {
    let shapes: BTreeMap<String, Shape> =
        parts.iter().flat_map(|part| &part.shapes).map(|shape| (shape.name.clone(), shape.clone())).collect();
    let asks = shapes.values().filter(|shape| matches!(shape.role, Role::Ask(_)));
    let asked = reach(&shapes, asks.map(|shape| shape.name.clone()));
    let roots = ROOTS.iter().map(|name| (*name).to_owned());
    let all = reach(&shapes, roots.chain(asked.iter().cloned()));
    for part in &mut parts {
        part.shapes.retain(|shape| all.contains(&shape.name));
    }
    parts.retain(|part| !part.shapes.is_empty());
    Chosen { parts, asked }
}

fn reach(shapes: &BTreeMap<String, Shape>, from: impl Iterator<Item = String>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<String> = from.collect();
    while let Some(name) = open.pop() {
        if reached.insert(name.clone()) {
            let needs = shapes.get(&name).map(Shape::needs).unwrap_or_default();
            open.extend(needs.into_iter().map(str::to_owned));
        }
    }
    reached
}
