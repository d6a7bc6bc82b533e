//! The yardstick: the bare loop a programmer would write who keeps nothing but lots. It knows no
//! roles, limits, notices or journal.

use std::collections::VecDeque;
use std::hash::{BuildHasherDefault, Hasher};

use hashbrown::HashSet;

use crate::workload::{DATES, LOTS, PER_LOT, Plain};

/// Multiply and fold: fast, and good enough for ids that are random already.
#[derive(Default)]
pub struct Fold(u64);

impl Hasher for Fold {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {
        unreachable!("only numbers are hashed")
    }
    fn write_u128(&mut self, n: u128) {
        let wide = u128::from(n as u64 ^ 0x9e37_79b9_7f4a_7c15)
            * u128::from((n >> 64) as u64 ^ 0xff51_afd7_ed55_8ccd);
        self.0 = (wide as u64) ^ (wide >> 64) as u64;
    }
}

pub struct Bare {
    ids: HashSet<u128, BuildHasherDefault<Fold>>,
    balances: Vec<i64>,
    lots: Vec<VecDeque<(i32, i64)>>,
    log: Vec<Plain>,
}

impl Bare {
    pub fn town(members: u32) -> Self {
        let lots = |member: u32| {
            let mut held: Vec<(i32, i64)> =
                (0..LOTS).map(|turn| (((member + turn) % DATES as u32) as i32, i64::from(PER_LOT))).collect();
            held.sort_unstable();
            held.into_iter().collect()
        };
        Self {
            ids: HashSet::default(),
            balances: vec![i64::from(LOTS * PER_LOT); members as usize],
            lots: (0..members).map(lots).collect(),
            log: Vec::new(),
        }
    }

    pub fn empty(accounts: u32) -> Self {
        Self {
            ids: HashSet::default(),
            balances: vec![0; accounts as usize],
            lots: vec![VecDeque::new(); accounts as usize],
            log: Vec::new(),
        }
    }

    pub fn give(&mut self, to: u32, date: i32, amount: i64) {
        self.balances[to as usize] += amount;
        add(&mut self.lots[to as usize], date, amount);
    }

    pub fn transfer(&mut self, act: &Plain) -> bool {
        if !self.ids.insert(act.id) || self.balances[act.from as usize] < act.amount {
            return false;
        }
        self.balances[act.from as usize] -= act.amount;
        self.balances[act.to as usize] += act.amount;
        let mut left = act.amount;
        while left > 0 {
            let Some((date, held)) = self.lots[act.from as usize].front_mut() else { break };
            let part = left.min(*held);
            *held -= part;
            left -= part;
            let date = *date;
            if *held == 0 {
                self.lots[act.from as usize].pop_front();
            }
            add(&mut self.lots[act.to as usize], date, part);
        }
        self.log.push(*act);
        true
    }
}

fn add(lots: &mut VecDeque<(i32, i64)>, date: i32, amount: i64) {
    match lots.binary_search_by_key(&date, |lot| lot.0) {
        Ok(at) => lots[at].1 += amount,
        Err(at) => lots.insert(at, (date, amount)),
    }
}
