//! The command `muntwerk`: a design is checked and explained, a day book replayed, a journal read.
//!
//! It holds no rules. What it prints goes to standard output and depends on nothing but the files it is
//! given; progress goes to standard error. It ends with 0 if all is well, with 1 if the design, the
//! journal or the books are not, and with 2 if it could not do what was asked.
#![forbid(unsafe_code)]
#![allow(clippy::print_stderr, reason = "a command tells people what goes wrong")]

mod args;
mod commands;
mod failure;
mod files;
mod words;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use commands::Done;
use failure::Failure;

fn main() -> ExitCode {
    let args = Args::parse();
    let lang = args.lang.into();
    let done = match &args.command {
        Command::Check(check) => commands::check(check, lang),
        Command::Explain(explain) => commands::explain(explain, lang),
        Command::Export(export) => commands::export(export, lang),
        Command::PayList(list) => commands::pay_list(list, lang),
        Command::Report(report) => commands::report(report, lang),
        Command::Run(run) => commands::run(run, lang),
        Command::Statement(statement) => commands::statement(statement, lang),
        Command::Verify(verify) => commands::verify(verify, lang),
    };
    match done.and_then(print) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("muntwerk: {failure}");
            ExitCode::from(2)
        }
    }
}

/// Whoever reads may stop early (`muntwerk … | head`); that changes nothing about what was done.
fn print(done: Done) -> Result<bool, Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(done.text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(done.well),
    }
}
