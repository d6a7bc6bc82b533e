//! Journals whose chain is in order and whose content need not be.

use muntwerk::books::Finding;
use muntwerk::dense::Secret;
use muntwerk::ledger::{Head, Ledger, verify_journal};

use super::story::{Place, order, story};
use super::{Depth, Outcome, check};

/// Chains the lines and replays them. A line is what stands after `"record":` in a journal; numbers are
/// given to it. If the first names a place (`@wijk`), the records of that place's story go before.
pub fn journal_lines(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let (place, text) = Place::of(data);
    let mut stored = Vec::new();
    let mut head = Head::default();
    if text.len() < data.len() {
        let lines = story(place).journal.split_inclusive(|byte| *byte == b'\n');
        stored = lines.take(told(text)).map(<[u8]>::to_vec).collect();
        head = verify_journal(&stored).unwrap().head;
    }
    let lines = text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty() && !line.starts_with(b"#"));
    for record in lines {
        let mut line = format!(r#"{{"v":1,"number":{},"record":"#, stored.len()).into_bytes();
        line.extend_from_slice(record);
        line.push(b'}');
        head = head.after(&line);
        let mut chained = format!(r#"{{"head":"{head}","line":"#).into_bytes();
        chained.extend_from_slice(&line);
        chained.push(b'}');
        stored.push(chained);
    }
    if stored.is_empty() {
        return outcome;
    }
    verify_journal(&stored).unwrap_or_else(|error| panic!("the chain made here: {error}"));
    match Ledger::replay(&stored, Secret::new([7; 16])) {
        Ok(mut ledger) => {
            outcome.read = stored.len();
            outcome.booked = stored.len();
            assert_eq!(ledger.state().audit(), []);
            if depth == Depth::Full {
                check::sound_but_for(&ledger, decided_by_a_rule);
                rewritten(&ledger);
            }
            live_on(&mut ledger);
            assert_eq!(ledger.state().audit(), []);
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            outcome.read = usize::try_from(error.line).unwrap() - 1;
            outcome.refused = 1;
        }
    }
    outcome
}

/// What was read can be written out, and is then the same. The bytes may differ: JSON has many ways of
/// saying a thing, and ours is one of them.
fn rewritten(ledger: &Ledger) {
    let lines: Vec<Vec<u8>> = ledger.journal().collect();
    let again = Ledger::replay(lines, Secret::new([0x5a; 16]));
    check::same(ledger, &again.unwrap_or_else(|error| panic!("its own journal: {error}")));
}

/// `#12` as the first line takes only the first twelve records of the story.
fn told(text: &[u8]) -> usize {
    let first = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let digits = first.strip_prefix(b"#").and_then(|digits| std::str::from_utf8(digits).ok());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(usize::MAX).max(1)
}

/// Replaying never decides again: whoever writes an own journal, chain and all, can grant themselves
/// what no rule would have. The books still have to be books.
fn decided_by_a_rule(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::BelowFloor { .. }
            | Finding::AboveCeiling { .. }
            | Finding::MandateOverspent { .. }
            | Finding::Overdue { .. }
    )
}

/// A ledger that was accepted goes on working.
fn live_on(ledger: &mut Ledger) {
    let day = ledger.day();
    let Some(through) = day.plus_days(3) else { return };
    let asks = [
        r#"{"transfer":{"from":"m-01","to":"m-02","pay":{"amount":1}}}"#.to_owned(),
        r#"{"transfer":{"from":"m-02","to":"m-01","pay":{"amount":1}}}"#.to_owned(),
        format!(r#"{{"close_day":{{"through":"{through}","today":"{through}"}}}}"#),
    ];
    for (at, (ask, actor)) in asks.iter().zip(["m-01", "m-02", "s-900"]).enumerate() {
        let role = if actor == "s-900" { "system" } else { "participant" };
        let order = order(0xf00_0000 + at, actor, role, ledger.day(), serde_json::from_str(ask).unwrap());
        let _ = ledger.execute(&order);
    }
}
