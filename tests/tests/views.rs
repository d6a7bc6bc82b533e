//! The views agree with the records: each is recomputed from the entries alone, the slow and plain way.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(clippy::arithmetic_side_effects, reason = "the figures of the tests are small")]

use std::collections::BTreeMap;

use muntwerk::ledger::Ledger;
use muntwerk::views::{Beancount, Hledger, TrialBalance};
use muntwerk_tests::model::Rules;
use muntwerk_tests::pair::Pair;
use muntwerk_tests::script::Line;
use muntwerk_tests::strategies::{config, rules, script};
use proptest::prelude::*;

/// The ledger after a script.
fn played(rules: &Rules, script: &[Line]) -> Ledger {
    let mut pair = Pair::open(rules);
    for line in script {
        let order = pair.order(line);
        pair.model.execute(&order);
        let _ = pair.ledger.execute(&order);
    }
    pair.ledger
}

/// Every account's balance, summed from the legs of all records, and how many records move units.
fn summed(ledger: &Ledger) -> (BTreeMap<String, i128>, usize) {
    let mut balances: BTreeMap<String, i128> =
        TrialBalance::of(ledger).rows.iter().map(|row| (row.account.to_string(), 0)).collect();
    let mut movers = 0;
    for record in ledger.records_from(0) {
        let legs = record.entry().map(|entry| entry.legs.clone()).unwrap_or_default();
        movers += usize::from(legs.iter().any(|leg| leg.amount.minor() != 0));
        for leg in legs {
            *balances.get_mut(&leg.account.id().to_string()).unwrap() += i128::from(leg.amount.minor());
        }
    }
    (balances, movers)
}

/// A figure such as `-12.5` in the smallest parts.
fn minor(figure: &str, scale: u8) -> i128 {
    let (whole, fraction) = figure.split_once('.').unwrap_or((figure, ""));
    assert_eq!(fraction.len(), usize::from(scale), "{figure}");
    format!("{whole}{fraction}").parse().unwrap()
}

/// What is read back from a file: each account's postings, what it is asserted to come to, and how many
/// transactions there are.
#[derive(Debug, Default, PartialEq)]
struct ReadBack {
    posted: BTreeMap<String, i128>,
    asserted: BTreeMap<String, i128>,
    transactions: usize,
}

fn of_hledger(text: &str, scale: u8) -> ReadBack {
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    let mut read = ReadBack::default();
    for line in text.lines() {
        if let Some(account) = line.strip_prefix("account ") {
            let (name, tags) = account.split_once("  ; ").unwrap();
            if let Some(id) = tags.strip_prefix("id:") {
                let id = id.split_once(", ").unwrap().0;
                assert!(ids.insert(name, id).is_none(), "{name} stands for two accounts");
                read.posted.insert(id.to_owned(), 0);
            }
        } else if line.contains(" * (") {
            read.transactions += 1;
        } else if let Some(posting) = line.strip_prefix("    ").filter(|line| !line.starts_with(';')) {
            let (name, figures) = posting.split_once("  ").unwrap();
            let id = ids[name].to_owned();
            let figures: Vec<&str> = figures.split(' ').collect();
            match figures.as_slice() {
                [amount, _] => *read.posted.get_mut(&id).unwrap() += minor(amount, scale),
                ["0", _, "=", balance, _] => {
                    assert!(read.asserted.insert(id, minor(balance, scale)).is_none());
                }
                other => panic!("{other:?}"),
            }
        }
    }
    read
}

fn of_beancount(text: &str, scale: u8) -> ReadBack {
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    let mut read = ReadBack::default();
    let mut opened = "";
    for line in text.lines() {
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        match words.as_slice() {
            [_, "open", name, _] => opened = name,
            ["id:", id] => {
                let id = id.trim_matches('"');
                assert!(ids.insert(opened, id).is_none(), "{opened} stands for two accounts");
                read.posted.insert(id.to_owned(), 0);
            }
            [_, "*", ..] => read.transactions += 1,
            [name, amount, _] if ids.contains_key(name) => {
                *read.posted.get_mut(ids[name]).unwrap() += minor(amount, scale);
            }
            [_, "balance", name, balance, "~", "0", _] => {
                assert!(read.asserted.insert(ids[name].to_owned(), minor(balance, scale)).is_none());
            }
            _ => {}
        }
    }
    read
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn plain_text_says_what_the_legs_say(rules in rules(), script in script()) {
        let ledger = played(&rules, &script);
        let scale = ledger.design().unit().scale.digits();
        let (balances, transactions) = summed(&ledger);
        let expected = ReadBack { posted: balances.clone(), asserted: balances, transactions };
        prop_assert_eq!(&of_hledger(&Hledger::of(&ledger).to_string(), scale), &expected);
        prop_assert_eq!(&of_beancount(&Beancount::of(&ledger).to_string(), scale), &expected);
    }
}
