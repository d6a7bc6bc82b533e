//! The whole way through the core behind one exported function, so that a linker has to keep it: a
//! design is read, a ledger opened, orders executed, the journal sealed and read back.
//!
//! Nothing here is run. What counts is what the linked module would import.

use std::hint::black_box;

use muntwerk::calendar::Day;
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::Id;
use muntwerk::ledger::Ledger;
use muntwerk::orders::Order;

const DESIGN: &str = include_str!("../../../core/designs/rabot-example.toml");
const ORDER: &str = r#"{"id":"00000000000000000000000000000001","actor":"m-0012","role":"participant",
    "instant":1735812000000,"booking_day":"2025-01-02","value_day":"2025-01-02",
    "ask":{"transfer":{"from":"m-0012","to":"m-0044","pay":{"amount":75}}}}"#;

fn walk(design: &str, order: &str) -> Option<u64> {
    let design = Design::parse(design).ok()?;
    let mut ledger =
        Ledger::open(Id::parse("probe").ok()?, design, Day::new(2025, 1, 2).ok()?, Secret::new([7; 16])).ok()?;
    let order: Order = serde_json::from_str(order).ok()?;
    let refused = ledger.execute(&order).err()?;
    let sentence = refused.refusal.code.to_string();
    let mut lines = Vec::new();
    ledger.seal(&mut lines);
    let again = Ledger::replay(lines.split_inclusive(|byte| *byte == b'\n'), Secret::new([8; 16])).ok()?;
    Some(again.len().wrapping_add(u64::try_from(sentence.len()).ok()?))
}

/// What the walk comes to, or zero.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_probe() -> u64 {
    walk(black_box(DESIGN), black_box(ORDER)).unwrap_or(0)
}
