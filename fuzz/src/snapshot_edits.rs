//! Snapshots that are whole and say something else than a ledger ever did.

use std::sync::OnceLock;

use muntwerk::dense::Secret;
use muntwerk::ledger::Ledger;
use sha2::{Digest, Sha256};

use super::story::{Place, order, story};
use super::{Depth, Outcome};

const CHECKSUM: usize = 32;
/// The form and the sources it was written by; what is fuzzed comes after.
const BEFORE_CONTENTS: usize = b"muntwerk.snapshot.1".len() + 32;

/// Changes a place's snapshot, mends its checksum and opens it. An edit is six bytes: what to do, a byte
/// for it, and where, in three bytes and one for how far from there. Nothing else than opening is asked
/// of such a snapshot; what it opens to need not be sound, but looking at it and asking something of it
/// must not stop the program.
pub fn snapshot_edits(data: &[u8], depth: Depth) -> Outcome {
    let mut outcome = Outcome::default();
    let (place, edits) = Place::of(data);
    let mut bytes = fresh(place).to_vec();
    bytes.truncate(bytes.len() - CHECKSUM);
    for edit in edits.as_chunks::<6>().0.iter().take(32) {
        apply(*edit, &mut bytes);
    }
    let checksum = Sha256::digest(&bytes);
    bytes.extend_from_slice(&checksum);
    match Ledger::from_snapshot(&bytes, Secret::new([7; 16])) {
        Ok(ledger) => {
            outcome.read = 1;
            outcome.booked = 1;
            look_at(&ledger, depth);
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            outcome.refused = 1;
        }
    }
    outcome
}

fn fresh(place: Place) -> &'static [u8] {
    static SNAPSHOTS: [OnceLock<Vec<u8>>; 3] = [const { OnceLock::new() }; 3];
    let at = Place::ALL.iter().position(|(_, one)| *one == place).unwrap();
    SNAPSHOTS[at].get_or_init(|| story(place).ledger.snapshot())
}

fn apply([what, byte, high, middle, low, far]: [u8; 6], bytes: &mut Vec<u8>) {
    let room = bytes.len() - BEFORE_CONTENTS;
    if room == 0 {
        return;
    }
    let at = BEFORE_CONTENTS + usize::from(high) * 0x1_0000 % room;
    let at = BEFORE_CONTENTS + (at - BEFORE_CONTENTS + usize::from(middle) * 0x100 + usize::from(low)) % room;
    let end = (at + usize::from(far)).min(bytes.len());
    match what % 5 {
        0 => bytes[at] = byte,
        1 => bytes[at] ^= byte,
        2 => bytes.insert(at, byte),
        3 => drop(bytes.drain(at..end)),
        _ => bytes[at..end].fill(byte),
    }
}

fn look_at(ledger: &Ledger, depth: Depth) {
    let _ = ledger.state().audit();
    if depth == Depth::Full {
        let _ = ledger.audit();
    }
    let _ = ledger.records_from(0).count();
    let ask = serde_json::from_str(r#"{"transfer":{"from":"m-01","to":"m-02","pay":{"amount":1}}}"#).unwrap();
    let _ = ledger.decide(&order(0xf00_0000, "m-01", "participant", ledger.day(), ask));
    let again = Ledger::from_snapshot(&ledger.snapshot(), Secret::new([0x5a; 16]));
    let again = again.unwrap_or_else(|error| panic!("its own snapshot: {error}"));
    assert!(again.state() == ledger.state(), "another state");
}
