//! [`Configuration`]: the JSON that follow-the-money reads a list by.

use std::collections::BTreeMap;

use super::SCHEMA;
use crate::evaluation::observed::ImportError;
use crate::evaluation::observed::moment::Moment;
use crate::evaluation::observed::table::{Headless, Table};

/// The keys of that program's configuration that say how to read a list; others are for other programs.
#[derive(serde::Deserialize)]
pub(super) struct Configuration {
    /// The columns in order. `rev` in a name means `fee`.
    transaction_header: Vec<String>,
    /// As `strptime` has it.
    pub(super) timeformat: String,
    /// The first moment that counts.
    timewindow_beg: Option<String>,
    /// The first moment that no longer does.
    timewindow_end: Option<String>,
    #[serde(default)]
    pub(super) boundary_type: BoundaryType,
    /// What a type of transaction is.
    #[serde(default)]
    pub(super) transaction_categories: BTreeMap<String, Category>,
    /// What the accounts at the ends of a type of transaction are.
    #[serde(default)]
    pub(super) account_categories: BTreeMap<String, Sides>,
    /// Of several categories of an account, the first one here counts.
    #[serde(default, alias = "account_order")]
    pub(super) category_order: Vec<String>,
    /// The categories of accounts inside the system.
    #[serde(default, alias = "account_following")]
    pub(super) category_follow: Vec<String>,
    #[serde(rename = "fee/revenue")]
    pub(super) fee: Option<FeeFrom>,
    pub(super) balance_type: Option<BalanceType>,
    #[serde(default = "comma")]
    delimiter: char,
    #[serde(default = "quotation_mark")]
    quotechar: char,
    /// A line that has it cannot be read.
    escapechar: Option<char>,
}

fn comma() -> char {
    ','
}

fn quotation_mark() -> char {
    '"'
}

/// How the boundary of the system is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub(super) enum BoundaryType {
    /// Everything is inside.
    #[default]
    #[serde(rename = "none")]
    None,
    /// By the type of the transaction.
    #[serde(rename = "transactions")]
    Transactions,
    /// By the categories of both accounts.
    #[serde(rename = "accounts")]
    Accounts,
    /// By the categories that the types of all their transactions give the accounts.
    #[serde(rename = "inferred_accounts")]
    InferredAccounts,
    /// By the accounts, and between two outside by the type.
    #[serde(rename = "accounts+otc")]
    AccountsAndTypes,
    /// By the inferred accounts, and between two outside by the type.
    #[serde(rename = "inferred_accounts+otc")]
    InferredAccountsAndTypes,
}

/// How a transaction lies to the boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Category {
    /// It comes in.
    Deposit,
    /// It stays inside.
    Transfer,
    /// It goes out.
    Withdraw,
    /// It is outside.
    System,
}

/// The category of the account at either end.
#[derive(serde::Deserialize)]
pub(super) struct Sides {
    pub(super) src: String,
    pub(super) tgt: String,
}

/// Who bears a fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FeeFrom {
    /// `amt + src_fee` leaves the sender.
    Sender,
    /// `amt - tgt_fee` reaches the recipient.
    Recipient,
    /// Both.
    Split,
}

/// When the balances stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum BalanceType {
    /// Before the transaction.
    Pre,
    /// After it.
    Post,
}

impl Configuration {
    pub(super) fn read(json: &[u8]) -> Result<Self, ImportError> {
        let mut reader = serde_json::Deserializer::from_slice(json);
        let mut read: Self = serde_path_to_error::deserialize(&mut reader).map_err(wrong)?;
        let fee = match read.fee {
            Some(FeeFrom::Recipient) => "tgt_fee",
            _ => "src_fee",
        };
        for name in &mut read.transaction_header {
            *name = name.replace("rev", "fee");
            if name == "fee" && read.fee.is_some() {
                *name = fee.to_owned();
            }
        }
        read.check()?;
        Ok(read)
    }

    fn check(&self) -> Result<(), ImportError> {
        if self.quotechar != '"' {
            return Err(wrong(format!("quotechar: {:?} is not read here, only '\"'", self.quotechar)));
        }
        if !self.delimiter.is_ascii() || matches!(self.delimiter, '"' | '\n' | '\r') {
            return Err(wrong(format!("delimiter: {:?} cannot stand between columns", self.delimiter)));
        }
        for (key, needed) in self.needs() {
            if !self.transaction_header.iter().any(|name| name == needed) {
                return Err(wrong(format!("{key}: the transaction_header lacks {needed}")));
            }
        }
        self.window().map(|_| ())
    }

    /// The columns that other keys ask for.
    fn needs(&self) -> Vec<(&'static str, &'static str)> {
        let mut needs = match self.boundary_type {
            BoundaryType::None => Vec::new(),
            BoundaryType::Transactions | BoundaryType::InferredAccounts => vec![("boundary_type", "type")],
            BoundaryType::Accounts => vec![("boundary_type", "src_categ"), ("boundary_type", "tgt_categ")],
            BoundaryType::InferredAccountsAndTypes => vec![("boundary_type", "type")],
            BoundaryType::AccountsAndTypes => {
                vec![
                    ("boundary_type", "src_categ"),
                    ("boundary_type", "tgt_categ"),
                    ("boundary_type", "type"),
                ]
            }
        };
        match self.fee {
            None => {}
            Some(FeeFrom::Sender) => needs.push(("fee/revenue", "src_fee")),
            Some(FeeFrom::Recipient) => needs.push(("fee/revenue", "tgt_fee")),
            Some(FeeFrom::Split) => needs.extend([("fee/revenue", "src_fee"), ("fee/revenue", "tgt_fee")]),
        }
        if self.balance_type.is_some() {
            needs.extend([("balance_type", "src_balance"), ("balance_type", "tgt_balance")]);
        }
        needs
    }

    /// The rows of the list.
    pub(super) fn table<'t>(&self, transactions: &'t [u8]) -> Result<Table<'t>, ImportError> {
        let headless =
            Headless { names: &self.transaction_header, separator: self.delimiter, escape: self.escapechar };
        Table::headless(&SCHEMA, &headless, transactions).map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            wrong(format!("transaction_header: {}", faults.join("; ")))
        })
    }

    /// The first moment that counts, and the first one that no longer does.
    pub(super) fn window(&self) -> Result<(Option<Moment>, Option<Moment>), ImportError> {
        let read = |key: &str, text: &Option<String>| {
            let moment = text.as_ref().map(|text| Moment::read_by(&self.timeformat, text)).transpose();
            moment.map_err(|reason| wrong(format!("{key}: {reason}")))
        };
        Ok((read("timewindow_beg", &self.timewindow_beg)?, read("timewindow_end", &self.timewindow_end)?))
    }
}

fn wrong(why: impl ToString) -> ImportError {
    ImportError::Configuration { why: why.to_string() }
}
