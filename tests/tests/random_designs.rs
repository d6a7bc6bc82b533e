//! Designs composed of any blocks, thousands of them: each is refused when it is loaded, with the place and
//! the reason, or carries a random year of anything at all without its books coming to harm.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use muntwerk::design::{Design, DesignError};
use muntwerk::ledger::Ledger;
use muntwerk::orders::{AskKind, RefusalCode};
use muntwerk_tests::composed::chance::Chance;
use muntwerk_tests::composed::compose::Composed;
use muntwerk_tests::composed::schema_keys;
use muntwerk_tests::composed::year::Year;
use muntwerk_tests::stage::SECRET;
use muntwerk_tests::strategies::config;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestError, TestRunner};

/// What a run came to.
#[derive(Default)]
struct Tally {
    refused: usize,
    ran: usize,
    reasons: BTreeMap<String, usize>,
    booked: BTreeSet<AskKind>,
    why_not: BTreeSet<(AskKind, RefusalCode)>,
}

/// A refusal at loading says where and why.
fn is_told(error: &DesignError, text: &str) -> Result<(), TestCaseError> {
    prop_assert!(!error.problems.is_empty());
    for problem in &error.problems {
        let line = text.lines().nth(problem.line.wrapping_sub(1));
        prop_assert!(line.is_some(), "{problem} is not in the text");
        let columns = line.unwrap().chars().count() + 1;
        prop_assert!((1..=columns).contains(&problem.column), "{problem} is not on its line");
        prop_assert!(!problem.key.is_empty() && !problem.reason.is_empty(), "{problem}");
    }
    Ok(())
}

/// Written out with every default it is the same design, and written out again the same text.
fn reads_back(design: &Design) -> Result<(), TestCaseError> {
    let resolved = design.resolved();
    let again = Design::parse(&resolved);
    prop_assert_eq!(again.as_ref(), Ok(design), "{}", resolved);
    prop_assert_eq!(again.unwrap().resolved(), resolved);
    Ok(())
}

fn replays(ledger: &Ledger) -> Result<(), TestCaseError> {
    let replayed = Ledger::replay(ledger.journal(), SECRET);
    prop_assert!(replayed.is_ok(), "{:?}", replayed.err());
    prop_assert!(replayed.unwrap().state() == ledger.state());
    Ok(())
}

#[test]
fn a_design_is_refused_or_carries_a_year() {
    let numbers = || vec(any::<u32>(), 500);
    let acts = vec(vec(any::<u32>(), 12), 0..90);
    let tally = RefCell::new(Tally::default());
    // A year takes a while; what fails is made plainer for half a minute, not for ever.
    let mut runner = TestRunner::new(ProptestConfig { max_shrink_iters: 500, ..config(400) });
    let outcome = runner.run(&(numbers(), numbers(), acts), |(numbers, others, acts)| {
        let composed = Composed::of(&numbers);
        let design = match Design::parse(&composed.text) {
            Ok(design) => design,
            Err(error) => {
                is_told(&error, &composed.text)?;
                prop_assert!(!composed.careful, "{error}\n{}", composed.text);
                let mut tally = tally.borrow_mut();
                tally.refused += 1;
                for problem in error.problems {
                    // Alike but for their figures.
                    let reason = problem.reason.replace(|one: char| one.is_ascii_digit(), "0");
                    *tally.reasons.entry(reason).or_default() += 1;
                }
                return Ok(());
            }
        };
        reads_back(&design)?;
        let amended = Design::parse(&composed.amended(&numbers, &others).text).ok();
        let mut year = Year::new(&design, amended, &mut Chance::new(&others));
        let lived = year.live(&acts);
        prop_assert_eq!(lived, Ok(()), "{}", composed.text);
        replays(&year.ledger)?;
        let mut tally = tally.borrow_mut();
        tally.ran += 1;
        tally.booked.extend(year.booked);
        tally.why_not.extend(year.refused);
        Ok(())
    });
    let tally = tally.into_inner();
    #[allow(clippy::print_stdout, reason = "shown with --nocapture")]
    {
        println!("{} designs are refused and {} carry a year", tally.refused, tally.ran);
        let codes: BTreeSet<RefusalCode> = tally.why_not.iter().map(|(_, code)| *code).collect();
        println!("{} kinds of order are booked, {} refusals given", tally.booked.len(), codes.len());
        for (reason, times) in &tally.reasons {
            println!("{times:6}  {reason}");
        }
    }
    match outcome {
        Ok(()) => {}
        Err(TestError::Abort(reason)) => panic!("{reason}"),
        // The numbers say nothing to a reader; the reason ends with the design they come to.
        Err(TestError::Fail(reason, (_, _, acts))) => panic!("after {} acts: {reason}", acts.len()),
    }
    let all = tally.refused + tally.ran;
    // Of a hundred and more; fewer say nothing about shares.
    assert!(
        all < 100 || (tally.refused * 5 >= all && tally.ran * 3 >= all),
        "{} refused of {all}",
        tally.refused
    );
    // The orders of an office have random days of their own, with the notes that are there.
    let of_offices = |kind: &AskKind| AskKind::PrintNotes <= *kind && *kind <= AskKind::Chargeback;
    // These take a run of luck that so few years may not have; the conformance vectors have all four.
    let rare = [AskKind::WriteOff, AskKind::EndRole, AskKind::FundBacking, AskKind::PayGiven];
    let never: BTreeMap<&AskKind, Vec<RefusalCode>> = AskKind::ALL
        .iter()
        .filter(|kind| !tally.booked.contains(kind) && !of_offices(kind) && !rare.contains(kind))
        .map(|kind| {
            (kind, tally.why_not.iter().filter(|(one, _)| one == kind).map(|(_, code)| *code).collect())
        })
        .collect();
    assert!(all < 100 || never.is_empty(), "never booked, but refused: {never:#?}");
}

/// Numbers that are the same everywhere (splitmix64).
fn numbers(seed: u64) -> Vec<u32> {
    let mut state = seed;
    let draw = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from(mixed >> 32).unwrap()
    };
    std::iter::repeat_with(draw).take(500).collect()
}

/// The first so many designs of these that are not refused, as they were written.
fn composed(many: usize) -> impl Iterator<Item = (String, Design)> {
    let all = (0..).map(|seed| Composed::of(&numbers(seed)).text);
    all.filter_map(|text| Design::parse(&text).ok().map(|design| (text, design))).take(many)
}

/// Whatever key a design file can have, some composed design has it: a new block joins the list of blocks.
#[test]
fn every_key_of_a_design_file_is_composed() {
    let schema = include_str!("../../core/docs/design.schema.json");
    let schema = schema_keys::of_schema(&serde_json::from_str(schema).unwrap());
    assert!(schema.len() > 80, "{schema:?}");
    let mut filled = BTreeSet::new();
    for (text, _) in composed(300) {
        filled.extend(schema_keys::of_document(&toml::from_str(&text).unwrap()));
    }
    let missing: Vec<&String> = schema.difference(&filled).collect();
    assert!(missing.is_empty(), "no composed design has {missing:#?}");
}

/// For a validator of JSON Schema, which is not ours (`make oracles`): `target/composed-designs`, each as it was
/// written and with every default written out.
#[test]
fn the_designs_are_written_for_others() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/composed-designs");
    std::fs::create_dir_all(folder).unwrap();
    for (at, (text, design)) in composed(100).enumerate() {
        std::fs::write(format!("{folder}/{at:03}.toml"), text).unwrap();
        std::fs::write(format!("{folder}/{at:03}-resolved.toml"), design.resolved()).unwrap();
    }
}
