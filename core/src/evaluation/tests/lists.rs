//! Small lists of movements, made by hand or at random.

use proptest::prelude::*;

use crate::calendar::Day;
use crate::evaluation::{Kind, Movement, Movements, Party, PartyKind, PartyNo};
use crate::money::{Amount, Scale};

/// What every list knows: an issuer, four members, notes, a shop outside the ring.
const PARTIES: [(&str, PartyKind); 7] = [
    ("issuer", PartyKind::Issued),
    ("ann", PartyKind::Participant),
    ("bob", PartyKind::Participant),
    ("cas", PartyKind::Participant),
    ("dia", PartyKind::Participant),
    ("notes", PartyKind::Paper),
    ("shop", PartyKind::Redeemed),
];

pub(super) fn at(days: i32) -> Day {
    Day::new(2025, 1, 1).unwrap().plus_days(days).unwrap()
}

fn kind(from: PartyKind, to: PartyKind) -> Kind {
    match (from, to) {
        (PartyKind::Issued, _) => Kind::Earn,
        (_, PartyKind::Redeemed) => Kind::Redeem,
        (PartyKind::Paper, _) => Kind::TakeIn,
        (_, PartyKind::Paper) => Kind::PayOut,
        _ => Kind::Transfer,
    }
}

pub(super) fn movement(days: i32, seq: u64, from: usize, to: usize, amount: i64) -> Movement {
    let number = |party: usize| PartyNo(u32::try_from(party).unwrap());
    Movement {
        day: at(days),
        seq,
        kind: kind(PARTIES[from].1, PARTIES[to].1),
        back: false,
        from: number(from),
        to: number(to),
        amount: Amount::from_minor(amount).unwrap(),
        role: None,
        contact_point: None,
        on_behalf: false,
        partner: None,
        left: Vec::new(),
        came: Vec::new(),
    }
}

pub(super) fn list(rows: Vec<Movement>) -> Movements {
    let parties = PARTIES.iter().map(|(name, kind)| Party { name: (*name).to_owned(), kind: *kind });
    Movements {
        unit: String::from("units"),
        scale: Scale::new(0).unwrap(),
        parties: parties.collect(),
        rows,
        lots: None,
        partners: None,
        dropped: 0,
    }
}

/// A list from lines such as `0 issuer ann 10`: the day from 2025-01-01 on, from, to, how much.
pub(super) fn from_text(text: &str) -> Movements {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let rows = lines.enumerate().map(|(seq, line)| {
        let [days, from, to, amount] = line.split_whitespace().collect::<Vec<_>>().try_into().unwrap();
        let index = |name| PARTIES.iter().position(|(own, _)| *own == name).unwrap();
        let seq = u64::try_from(seq).unwrap();
        movement(days.parse().unwrap(), seq, index(from), index(to), amount.parse().unwrap())
    });
    list(rows.collect())
}

/// Lists in which nobody pays what it does not have.
pub(super) fn any_list(rows: usize) -> impl Strategy<Value = Movements> {
    proptest::collection::vec((0..3_i32, 0..6_usize, 1..7_usize, 1..12_i64), 1..=rows).prop_map(|steps| {
        let mut held = [0_i64; 7];
        let (mut day, mut rows) = (0, Vec::new());
        for (days, from, to, amount) in steps {
            day += days;
            let amount = if from == 0 { amount } else { amount.min(held[from]) };
            if amount == 0 || from == to || (from == 0 && to == 6) {
                continue;
            }
            held[from] -= amount;
            held[to] += amount;
            rows.push(movement(day, u64::try_from(rows.len()).unwrap(), from, to, amount));
        }
        list(rows)
    })
}
