//! What a wallet is given, and what must come of it.

use muntwerk_tests::stage::day;

use super::format::{Applied, Outcome, Problem, Step};

/// A step in which the wallet keeps no proof yet.
fn step(feed: &str, outcome: Outcome) -> Step {
    Step { feed: feed.to_owned(), anew: false, outcome, proofs: 0 }
}

pub(crate) fn applied(feed: &str, new: u64, record: u64, on: &str, balance: impl Into<Option<i64>>) -> Step {
    step(feed, Outcome::Applied(Applied { new, record, day: day(on), balance: balance.into() }))
}

pub(crate) fn refused(feed: &str, problem: Problem) -> Step {
    step(feed, Outcome::Problem(problem))
}

pub(crate) fn behind(feed: &str, server: (u64, u64), wallet: (u64, u64)) -> Step {
    let ((server_slices, server_record), (slices, record)) = (server, wallet);
    refused(feed, Problem::ServerBehind { server_slices, server_record, slices, record })
}

pub(crate) fn unreadable(feed: &str, line: u64) -> Step {
    refused(feed, Problem::Unreadable { line })
}

pub(crate) fn gap(feed: &str, since: u64, found: u64) -> Step {
    refused(feed, Problem::Gap { since, found })
}

pub(crate) fn link(feed: &str, slice: u64, since: u64) -> Step {
    refused(feed, Problem::Link { slice, since })
}

pub(crate) fn slice(feed: &str, slice: u64) -> Step {
    refused(feed, Problem::Slice { slice })
}

pub(crate) fn fork(feed: &str, after: u64) -> Step {
    Step { proofs: 1, ..refused(feed, Problem::Fork { after }) }
}

/// All eight slices of the story.
pub(crate) fn whole() -> Step {
    applied("whole", 8, 10, "2025-01-03", 27)
}

/// The first five.
pub(crate) fn five() -> Step {
    applied("five", 5, 6, "2025-01-02", 21)
}
