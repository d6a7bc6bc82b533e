//! What leaves in a release, and what stays behind.

use std::collections::{BTreeMap, BTreeSet};

use super::ledgers::every_ledger;
use crate::calendar::{Day, Period};
use crate::evaluation::figures::{Flows, HoldingSpread, Indicator};
use crate::evaluation::sharing::Release;
use crate::evaluation::{
    Kind, Kinds, Movement, Movements, Party, PartyKind, PartyNo, Population, TracingRule,
};
use crate::money::Amount;

const KEY: [u8; 32] = [0x5a; 32];

/// The movements of a release, read by hand from its two tables.
fn read(release: &Release, like: &Movements) -> Movements {
    let [(_, moved), (_, parties)] = release.tables.as_slice() else { panic!("{release:?}") };
    let word = |word: &str| serde_json::Value::from(word);
    let kinds: BTreeMap<&str, PartyKind> = parties
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').unwrap())
        .map(|(name, kind)| {
            let kinds = like.parties.iter().map(|party| party.kind);
            (name, kinds.into_iter().find(|one| serde_json::to_value(one).unwrap() == word(kind)).unwrap())
        })
        .collect();
    let names: Vec<&str> = kinds.keys().copied().collect();
    let number =
        |name: &str| PartyNo(u32::try_from(names.iter().position(|own| *own == name).unwrap()).unwrap());
    let rows = moved.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        Movement {
            seq: cells[0].parse().unwrap(),
            day: Day::parse(cells[1]).unwrap(),
            kind: serde_json::from_value(word(cells[2])).unwrap(),
            back: cells[3] == "1",
            from: number(cells[4]),
            to: number(cells[5]),
            amount: Amount::from_minor(cells[6].parse().unwrap()).unwrap(),
            role: None,
            contact_point: None,
            on_behalf: false,
            partner: None,
            left: Vec::new(),
            came: Vec::new(),
        }
    });
    let rows = rows.collect();
    let parties = kinds.iter().map(|(name, kind)| Party { name: (*name).to_owned(), kind: *kind }).collect();
    Movements { rows, parties, lots: None, partners: None, ..like.clone() }
}

#[test]
fn whoever_receives_it_comes_to_the_same_figures() {
    for (name, ledger) in every_ledger() {
        let movements = Movements::of_ledger(&ledger).unwrap();
        let received = read(&Release::of(&movements, &KEY).unwrap(), &movements);
        let window = movements.window().unwrap().unwrap();
        let flows = Flows { window, by: Period::Month };
        assert_eq!(flows.figure(&received).unwrap().value, flows.figure(&movements).unwrap().value, "{name}");
        for rule in [TracingRule::Fifo, TracingRule::Lifo] {
            let ends_in = Kinds::of([Kind::Transfer, Kind::Redeem]).unwrap();
            let spread = HoldingSpread { window, rule, ends_in, population: Population::Participants };
            let [received, own] = [&received, &movements].map(|it| spread.figure(it).unwrap().value);
            assert_eq!(received, own, "{name}");
        }
    }
}

#[test]
fn no_name_leaves_and_the_same_key_gives_the_same_names() {
    for (name, ledger) in every_ledger() {
        let movements = Movements::of_ledger(&ledger).unwrap();
        let release = Release::of(&movements, &KEY).unwrap();
        let written: String = release.tables.iter().map(|(_, text)| text.as_str()).collect();
        let words: BTreeSet<&str> = written.split([',', '\n']).collect();
        let personal =
            |kind| matches!(kind, PartyKind::Participant | PartyKind::Issued | PartyKind::Redeemed);
        for party in movements.parties.iter().filter(|party| personal(party.kind)) {
            assert!(!words.contains(party.name.as_str()), "{name}: {}", party.name);
        }
        for row in &movements.rows {
            let others = [row.partner, row.contact_point].into_iter().flatten();
            assert!(others.into_iter().all(|id| !words.contains(id.to_string().as_str())), "{name}: {row:?}");
        }
        assert_eq!(Release::of(&movements, &KEY).unwrap(), release);
        let other = Release::of(&movements, &[0x5b; 32]).unwrap();
        assert_ne!(other.tables, release.tables);
    }
}

#[test]
fn the_manifest_says_what_it_is() {
    let (_, ledger) = every_ledger().remove(0);
    let movements = Movements::of_ledger(&ledger).unwrap();
    let manifest = Release::of(&movements, &KEY).unwrap().manifest;
    let json: serde_json::Value = serde_json::from_str(&manifest.json()).unwrap();
    assert_eq!(json["of"], movements.fingerprint());
    assert_eq!((&json["participants"], &json["files"][0]["rows"]), (&3.into(), &7.into()));
    assert!(json["warning"].as_str().unwrap().contains("With 3 participants"));
}

#[test]
fn a_party_is_called_the_same_everywhere() {
    for party in every_ledger().iter().flat_map(|(_, ledger)| Movements::of_ledger(ledger).unwrap().parties) {
        assert_eq!(serde_json::to_value(party.kind).unwrap(), party.kind.word());
    }
}
