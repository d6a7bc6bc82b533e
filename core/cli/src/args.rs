//! What can be given on the command line.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
use muntwerk::calendar::Day;
use muntwerk::id::{Code, Id};
use muntwerk::orders::Lang;
use muntwerk::views::Iban;

/// The rules and the books of a community currency.
#[derive(Parser)]
#[command(name = "muntwerk", version, disable_help_subcommand = true)]
pub(crate) struct Args {
    /// The language of what is printed.
    #[arg(long, global = true, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Explain(Explain),
    Export(Export),
    PayList(PayList),
    Report(Report),
    Run(Run),
    Statement(Statement),
    Verify(Verify),
}

/// Check a design file: a summary, or every problem with its place.
#[derive(clap::Args)]
pub(crate) struct Check {
    /// The design file.
    pub(crate) design: PathBuf,
    /// Print the design with every default written out.
    #[arg(long)]
    pub(crate) resolved: bool,
}

/// Say in plain words what a design decides, or why an account of a journal stands as it does.
#[derive(clap::Args)]
pub(crate) struct Explain {
    /// A design file; with an account, a journal or the directory of a store.
    pub(crate) file: PathBuf,
    /// The account to explain.
    pub(crate) account: Option<Id>,
}

/// Print the books of a journal as a file that an accounting program reads.
#[derive(clap::Args)]
pub(crate) struct Export {
    /// The program.
    #[arg(value_enum)]
    pub(crate) program: Program,
    /// The journal, or the directory of a store.
    pub(crate) journal: PathBuf,
}

/// Print what partners are to be paid, as CSV; with a payer, as the ISO 20022 file pain.001.001.09 that a
/// bank takes.
#[derive(clap::Args)]
pub(crate) struct PayList {
    /// The journal, or the directory of a store.
    pub(crate) journal: PathBuf,
    /// Who partners are to the bank: CSV with the header `partner;name;iban`. None of it comes into the books.
    #[arg(long, value_name = "FILE")]
    pub(crate) payees: PathBuf,
    /// The name on the account that pays.
    #[arg(long, value_name = "NAME", requires_all = ["payer_iban", "message"])]
    pub(crate) payer: Option<String>,
    /// The account that pays.
    #[arg(long, value_name = "IBAN", requires = "payer")]
    pub(crate) payer_iban: Option<Iban>,
    /// What the file is called to the bank, which takes each once.
    #[arg(long, value_name = "ID", requires = "payer")]
    pub(crate) message: Option<Id>,
    /// The day on which the bank is to pay. [default: the ledger's current day]
    #[arg(long, value_name = "DAY", requires = "payer")]
    pub(crate) on: Option<Day>,
}

/// Print what the books of a journal say about one thing.
#[derive(clap::Args)]
pub(crate) struct Report {
    #[command(subcommand)]
    pub(crate) about: About,
}

#[derive(Subcommand)]
pub(crate) enum About {
    /// The currency on one page.
    Overview {
        /// The journal.
        journal: PathBuf,
        /// The first booking day of the period. [default: the first of this year]
        #[arg(long, value_name = "DAY")]
        from: Option<Day>,
    },
    /// Every account with its balance.
    TrialBalance {
        /// The journal.
        journal: PathBuf,
        /// As CSV.
        #[arg(long)]
        csv: bool,
    },
    /// What each partner issued and took in, in units and in euro.
    Partners {
        /// The journal.
        journal: PathBuf,
        /// The first booking day. [default: the ledger's first]
        #[arg(long, value_name = "DAY")]
        from: Option<Day>,
        /// The last booking day. [default: the ledger's current day]
        #[arg(long, value_name = "DAY")]
        through: Option<Day>,
    },
    /// What was refused, by code and month.
    Refusals {
        /// The journal.
        journal: PathBuf,
    },
    /// What ends by when, on which accounts.
    Ending {
        /// The journal.
        journal: PathBuf,
        /// The last end date. [default: the last day of next month]
        #[arg(long, value_name = "DAY")]
        through: Option<Day>,
        /// Only what this person may see: a mediator the clients whose mandate covers it.
        #[arg(long = "for", value_name = "PERSON")]
        for_whom: Option<Id>,
    },
    /// The accounts with which nothing was done for a while.
    Quiet {
        /// The journal.
        journal: PathBuf,
        /// For how many days nothing was done.
        #[arg(long, value_name = "DAYS", default_value_t = 90)]
        days: u16,
        /// Only what this person may see: a mediator the clients whose mandate covers it.
        #[arg(long = "for", value_name = "PERSON")]
        for_whom: Option<Id>,
    },
    /// Who waits for a piece, line by line, and until when whoever is called can come.
    Waiting {
        /// The journal.
        journal: PathBuf,
    },
    /// An office's day on one sheet, once its drawers are counted.
    OfficeSheet {
        /// The journal.
        journal: PathBuf,
        /// The office.
        office: Id,
        /// The day of the count. [default: the ledger's current day]
        #[arg(long, value_name = "DAY")]
        on: Option<Day>,
    },
    /// The notes by series: printed, where they are, and what stands behind them.
    Series {
        /// The journal.
        journal: PathBuf,
    },
    /// What partners took in, claimed and were paid in euro, and what is still to be paid.
    Settlement {
        /// The journal.
        journal: PathBuf,
    },
    /// What stands behind the units: the euro that back them, or the budget that pays for them.
    Reserve {
        /// The journal.
        journal: PathBuf,
    },
    /// What waits for somebody at the offices and at the bank.
    ToDo {
        /// The journal.
        journal: PathBuf,
    },
    /// What carriers have with them.
    Consignments {
        /// The journal.
        journal: PathBuf,
        /// Only this carrier.
        #[arg(long, value_name = "PERSON")]
        carrier: Option<Id>,
    },
    /// What a redemption came to: the pieces, their price, and what is left of what was offered.
    Slip {
        /// The journal.
        journal: PathBuf,
        /// The number of the record, as a statement shows it.
        record: u64,
    },
    /// The nominative list of volunteer allowances of a calendar year, with ids in place of names.
    Allowances {
        /// The journal.
        journal: PathBuf,
        /// The year.
        #[arg(long)]
        year: i16,
        /// Only what this partner granted.
        #[arg(long, value_name = "ID")]
        partner: Option<Id>,
        /// Only for this activity; can be repeated.
        #[arg(long, value_name = "CODE")]
        activity: Vec<Code>,
        /// As CSV: a line per person and day.
        #[arg(long)]
        csv: bool,
    },
}

impl About {
    pub(crate) fn journal(&self) -> &Path {
        match self {
            Self::Overview { journal, .. }
            | Self::TrialBalance { journal, .. }
            | Self::Partners { journal, .. }
            | Self::Refusals { journal }
            | Self::Ending { journal, .. }
            | Self::Quiet { journal, .. }
            | Self::OfficeSheet { journal, .. }
            | Self::Series { journal }
            | Self::Settlement { journal }
            | Self::Reserve { journal }
            | Self::ToDo { journal }
            | Self::Waiting { journal }
            | Self::Consignments { journal, .. }
            | Self::Slip { journal, .. }
            | Self::Allowances { journal, .. } => journal,
        }
    }
}

/// Replay a day book into a new ledger, or into a stored one, and print its books.
#[derive(clap::Args)]
pub(crate) struct Run {
    /// The design file.
    pub(crate) design: PathBuf,
    /// The day book.
    pub(crate) daybook: PathBuf,
    /// Write the journal to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,
    /// Keep the ledger in this directory: made if it is missing, gone on with if it is there. A run that
    /// was broken off goes on where it was.
    #[arg(long, value_name = "DIR", conflicts_with = "journal")]
    pub(crate) store: Option<PathBuf>,
    /// The ledger's id, from which the ids of the orders follow. [default: the currency's id and `-1`]
    #[arg(long, value_name = "ID")]
    pub(crate) ledger: Option<Id>,
    /// The ledger's first day. [default: the day of the first line]
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<Day>,
    /// Take over the balances in this file, of a scheme that ran before: after the lines that enrol people
    /// and partners, before anything moves.
    #[arg(long, value_name = "FILE", requires = "by")]
    pub(crate) take_over: Option<PathBuf>,
    /// Who asks for that.
    #[arg(long, value_name = "PERSON", requires = "take_over")]
    pub(crate) by: Option<Id>,
    /// Who completes it, where it takes two people.
    #[arg(long, value_name = "PERSON", requires = "take_over")]
    pub(crate) and: Option<Id>,
    /// A design that a line `amend` adopts; the line calls it by the name of the file without `.toml`. Can be
    /// repeated.
    #[arg(long, value_name = "FILE")]
    pub(crate) amendment: Vec<PathBuf>,
    /// How many days a line may lie after the current day; further ahead is taken for a slip.
    #[arg(long, value_name = "DAYS", default_value_t = 92)]
    pub(crate) longest_gap: u16,
    /// Print the statement of this account too.
    #[arg(long, value_name = "ACCOUNT")]
    pub(crate) statement: Option<Id>,
    /// Print every refusal, every account and everything that ends.
    #[arg(long)]
    pub(crate) verbose: bool,
}

/// Print the statement of an account of a journal.
#[derive(clap::Args)]
pub(crate) struct Statement {
    /// The journal, or the directory of a store.
    pub(crate) journal: PathBuf,
    /// The account.
    pub(crate) account: Id,
    /// The first booking day. [default: the ledger's first]
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<Day>,
    /// The last booking day. [default: the ledger's current day]
    #[arg(long, value_name = "DAY")]
    pub(crate) through: Option<Day>,
}

/// Check a journal: its chain, every entry against the books before it, and the books in the end.
#[derive(clap::Args)]
pub(crate) struct Verify {
    /// The journal, or the directory of a store.
    pub(crate) journal: PathBuf,
    /// The head it should end in. Without it, lines lost at the end go unseen.
    #[arg(long, value_name = "HEX")]
    pub(crate) head: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Program {
    Hledger,
    Beancount,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Language {
    Nl,
    Fr,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Nl => Self::Nl,
            Language::Fr => Self::Fr,
            Language::En => Self::En,
        }
    }
}
