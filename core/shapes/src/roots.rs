//! Where to begin: what can be asked, what comes of it, what can be looked at.

use crate::shape::snake;
use crate::source::{Items, SourceError};

/// A type from which others follow.
pub(crate) enum Root {
    /// A type by its name.
    Type(&'static str),
    /// A type whose name stands for something else too, by its directory, and what it is called elsewhere.
    Renamed { name: &'static str, under: &'static str, called: &'static str },
    /// Something that can be asked of a ledger.
    Ask(String),
    /// Something that can be asked of movements.
    Question(String),
    /// Words that a macro of the core defines.
    Words { name: &'static str, doc: &'static str, words: Vec<(String, String)> },
}

/// Types that belong together.
pub(crate) struct Part {
    /// What they are called together.
    pub(crate) module: &'static str,
    /// What they are.
    pub(crate) doc: &'static str,
    /// From which types they follow.
    pub(crate) roots: Vec<Root>,
}

const ENTRIES: &[&str] = &["Entry", "Opening", "Figures"];

const VIEWS: &[&str] = &[
    "Allowances",
    "Budgets",
    "Comparison",
    "Consignments",
    "Ending",
    "OfficeSheet",
    "Overview",
    "PartnerTotals",
    "PayList",
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
];

/// The parts, in the order in which they need one another.
///
/// # Errors
/// [`SourceError`] if a list of the core is not where it was.
pub(crate) fn parts(items: &Items) -> Result<Vec<Part>, SourceError> {
    let kinds = kinds(items)?;
    let of_kinds = kinds.iter().map(|kind| (snake(kind), String::new())).collect();
    let mut orders = vec![
        Root::Words { name: "AskKind", doc: "The name of an ask without its contents.", words: of_kinds },
        Root::Words {
            name: "Action",
            doc: "What an order can ask for, as the permission matrix sees it.",
            words: words(items.text("people/action.rs")?),
        },
    ];
    orders.extend(kinds.into_iter().map(Root::Ask));
    let codes = Root::Words {
        name: "RefusalCode",
        doc: "The stable code of a refusal.",
        words: codes(items.text("orders/refusal/catalogue.rs")?),
    };
    let entries = std::iter::once(codes).chain(ENTRIES.iter().copied().map(Root::Type)).collect();
    // To reserve is asked; what is in reserve is looked at.
    let renamed = [Root::Renamed { name: "Reserve", under: "views", called: "EuroReserve" }];
    Ok(vec![
        Part {
            module: "orders",
            doc: "What can be asked: one class for every kind of order, and what their fields are made of.",
            roots: orders,
        },
        Part {
            module: "books",
            doc: "What comes of an order: entries, their legs, lots and changes, and the figures of a refusal.",
            roots: entries,
        },
        Part {
            module: "views",
            doc: "Read-only answers: statement, trial balance, what ends when, why a figure is what it is.",
            roots: VIEWS.iter().copied().map(Root::Type).chain(renamed).collect(),
        },
        Part {
            module: "health",
            doc: "What became of the rows of a list that others kept, and where it contradicts itself.",
            roots: vec![Root::Type("Health")],
        },
        Part {
            module: "indicators",
            doc: "What can be asked of movements, one class for each indicator, and what the answers say.",
            roots: indicators(items)?.into_iter().map(Root::Question).chain([Root::Type("Party")]).collect(),
        },
        Part {
            module: "wallet",
            doc: "What a member's wallet answers: what there is, what an order will come to, what a feed brought.",
            roots: wallet(),
        },
    ])
}

/// What a wallet answers.
fn wallet() -> Vec<Root> {
    vec![Root::Type("Applied"), Root::Type("Balances"), Root::Type("Preview")]
}

/// Everything that can be asked of a ledger, as `for_each_ask!` lists it.
fn kinds(items: &Items) -> Result<Vec<String>, SourceError> {
    Ok(listed(items.text("orders/ask.rs")?, "$use! {"))
}

/// Everything that can be asked of movements, as `indicators!` lists it.
fn indicators(items: &Items) -> Result<Vec<String>, SourceError> {
    Ok(listed(items.text("evaluation/figures/mod.rs")?, "list::indicators! {"))
}

/// The names between a macro's opening and the brace that closes it.
fn listed(text: &str, opening: &str) -> Vec<String> {
    let list =
        text.split_once(opening).and_then(|(_, rest)| rest.split_once('}')).map_or("", |(list, _)| list);
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The words of a macro that lists them as `Name = "word",`.
fn words(text: &str) -> Vec<(String, String)> {
    let word = |line: &str| {
        let (name, rest) = line.trim().split_once(" = \"")?;
        let is_name = name.chars().all(char::is_alphanumeric);
        let word = rest.strip_suffix("\",").filter(|_| is_name)?;
        Some((word.to_owned(), String::new()))
    };
    text.lines().filter_map(word).collect()
}

/// The codes of the catalogue, which lists them as `Name, "code", "rule", recorded,`.
fn codes(text: &str) -> Vec<(String, String)> {
    let code = |line: &str| {
        let mut parts = line.trim().split(", ");
        let name = parts.next()?;
        let code = parts.next()?.strip_prefix('"')?.strip_suffix('"')?;
        let is_name = name.chars().all(char::is_alphanumeric) && parts.count() == 2;
        is_name.then(|| (code.to_owned(), String::new()))
    };
    text.lines().filter_map(code).collect()
}
