//! The rows: one function each.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

use muntwerk::dense::Secret;
use muntwerk::ledger::Ledger;
use muntwerk::money::Amount;
use muntwerk::orders::{Award, CloseDay, Order, Pay, PickUp, Redeem, Reserve, Restock, Transfer};
use sha2::{Digest, Sha256};

use crate::counting::in_use;
use crate::paper::withdrawing;
use crate::wallet::wallets;
use crate::workload::{
    Clerk, Dice, Plain, capped, code, design, id, member, must, small_town, start, town, transfers,
};
use crate::yardstick::Bare;

pub struct Measured {
    name: String,
    value: f64,
    unit: &'static str,
    yardstick: Option<f64>,
}

impl Measured {
    pub fn new(name: impl Into<String>, value: f64, unit: &'static str, yardstick: Option<f64>) -> Self {
        Self { name: name.into(), value, unit, yardstick }
    }

    fn ratio(&self) -> Option<f64> {
        self.yardstick.map(|yardstick| self.value / yardstick)
    }

    pub fn json(&self) -> String {
        let number = |n: Option<f64>| n.map_or("null".into(), |n| format!("{n:.4}"));
        format!(
            "{{\"name\":\"{}\",\"value\":{:.4},\"unit\":\"{}\",\"yardstick\":{},\"ratio\":{}}}",
            self.name,
            self.value,
            self.unit,
            number(self.yardstick),
            number(self.ratio())
        )
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<42} {:>14.3} {:<14}", self.name, self.value, self.unit)?;
        match (self.yardstick, self.ratio()) {
            (Some(yardstick), Some(ratio)) => write!(f, " yardstick {yardstick:>14.3}  ratio {ratio:.3}"),
            _ => Ok(()),
        }
    }
}

type Row = fn(bool) -> Vec<Measured>;

pub const ROWS: &[(&str, Row)] = &[
    ("transfers_10000", |small| transfers_per_second(if small { 100 } else { 10_000 }, small)),
    ("transfers_100000", |small| transfers_per_second(if small { 200 } else { 100_000 }, small)),
    ("transfers_1000000", |small| transfers_per_second(if small { 300 } else { 1_000_000 }, small)),
    ("slowest", slowest_order),
    ("lots", lots_first_in_first_out),
    ("balances", balances),
    ("closing", closing_a_day),
    ("awarding", awarding),
    ("redeeming", redeeming),
    ("paper", withdrawing),
    ("replay", replay),
    ("memory", memory),
    ("wallets", wallets),
];

pub fn seconds(run: impl FnOnce()) -> f64 {
    let from = Instant::now();
    run();
    from.elapsed().as_secs_f64()
}

pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Deciding and applying, beside the bare loop, in turns over slices of the same stream.
fn transfers_per_second(members: u32, small: bool) -> Vec<Measured> {
    let count = if small { 1_000 } else { 1_000_000 };
    let mut results = Vec::new();
    let (mut ledger, mut clerk) = town(members, true);
    let mut bare = Bare::town(members);
    let (orders, plain) = transfers(&mut clerk, members, count);
    let mut out = Vec::new();
    ledger.seal(&mut out);
    drop(out);
    let slice = count / 10;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for (orders, plain) in orders.chunks(slice).zip(plain.chunks(slice)) {
        theirs.push(
            slice as f64 / seconds(|| plain.iter().for_each(|act| drop(black_box(bare.transfer(act))))),
        );
        ours.push(
            slice as f64 / seconds(|| orders.iter().for_each(|order| drop(black_box(ledger.execute(order))))),
        );
    }
    let bare_speed = median(theirs);
    results.push(Measured::new(
        format!("transfers_unsealed_{members}"),
        median(ours),
        "orders/s",
        Some(bare_speed),
    ));
    // The same again, sealed as it goes: other ids, in batches of 1,000.
    let (orders, _) = transfers(&mut clerk, members, count / 2);
    ledger.seal(&mut Vec::new());
    let mut sealed = Vec::new();
    let mut out = Vec::with_capacity(1 << 21);
    for orders in orders.chunks(slice) {
        let took = seconds(|| {
            for batch in orders.chunks(1_000) {
                batch.iter().for_each(|order| drop(black_box(ledger.execute(order))));
                out.clear();
                black_box(ledger.seal(&mut out));
            }
        });
        sealed.push(orders.len() as f64 / took);
    }
    results.push(Measured::new(format!("transfers_sealed_{members}"), median(sealed), "orders/s", Some(1e6)));
    results
}

/// The slowest order while the register grows to five million ids.
fn slowest_order(small: bool) -> Vec<Measured> {
    let (members, count) = if small { (100, 1_000) } else { (100_000, 5_000_000) };
    let (mut ledger, mut clerk) = town(members, true);
    let mut times: Vec<u32> = Vec::with_capacity(count);
    while times.len() < count {
        let (orders, _) = transfers(&mut clerk, members, 100_000.min(count));
        for order in &orders {
            let from = Instant::now();
            let _ = black_box(ledger.execute(order));
            times.push(from.elapsed().as_nanos().min(u128::from(u32::MAX)) as u32);
        }
    }
    times.sort_unstable();
    let at = |share: f64| f64::from(times[((times.len() - 1) as f64 * share) as usize]) / 1_000.0;
    let ids = times.len();
    vec![
        Measured::new(format!("slowest_order_p999_at_{ids}_ids"), at(0.999), "microseconds", None),
        Measured::new(format!("slowest_order_max_at_{ids}_ids"), at(1.0), "microseconds", Some(5_000.0)),
    ]
}

fn award(clerk: &mut Clerk, to: u32, amount: u32) -> Order {
    let ask =
        Award { partner: id("p-01"), to: member(to), activity: code("work"), measured: amount, earner: None };
    clerk.order(id("o-001"), "issuing_partner", ask)
}

fn pay(clerk: &mut Clerk, from: u32, to: u32, amount: i64) -> (Order, Plain) {
    let pay = Pay::Amount(Amount::from_minor(amount).unwrap());
    let ask = Transfer { from: member(from), to: member(to), pay, offer: None, category: None };
    let order = clerk.order(member(from), "participant", ask);
    let plain = Plain { id: order.id.bits(), from, to, amount };
    (order, plain)
}

/// One account's queue: awards on many days, spent first in first out; then ten thousand lots thrown
/// to and fro.
fn lots_first_in_first_out(small: bool) -> Vec<Measured> {
    let operations = if small { 200 } else { 20_000 };
    let mut results = Vec::new();
    let days = if small { 10 } else { 300 };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..if small { 1 } else { 7 } {
        let (mut ledger, mut clerk) = town(2, false);
        let mut bare = Bare::empty(2);
        let per_day = operations / 2 / days;
        let (mut took, mut bare_took) = (Duration::ZERO, Duration::ZERO);
        for day in 0..days as i32 {
            let today = start().plus_days(day).unwrap();
            if today > clerk.day {
                let through = today.minus_days(1).unwrap();
                must(&mut ledger, clerk.order(id("s-900"), "system", CloseDay { through, today }));
                clerk.day = today;
            }
            let awards: Vec<Order> = (0..per_day).map(|_| award(&mut clerk, 0, 10)).collect();
            let payments: Vec<(Order, Plain)> = (0..per_day).map(|_| pay(&mut clerk, 0, 1, 7)).collect();
            let from = Instant::now();
            for order in awards.iter().chain(payments.iter().map(|(order, _)| order)) {
                black_box(ledger.execute(order)).unwrap();
            }
            took += from.elapsed();
            let from = Instant::now();
            for order in &awards {
                black_box(bare.give(0, day, 10));
                black_box(order);
            }
            for (_, plain) in &payments {
                black_box(bare.transfer(plain));
            }
            bare_took += from.elapsed();
        }
        ours.push(took.as_secs_f64() * 1e3);
        theirs.push(bare_took.as_secs_f64() * 1e3);
    }
    results.push(Measured::new(
        format!("lots_fifo_{operations}_operations"),
        median(ours),
        "ms",
        Some(median(theirs)),
    ));

    // Ten thousand lots of their own, thrown to and fro.
    let lots = if small { 100 } else { 10_000 };
    let throws = if small { 2 } else { 20 };
    let fine = include_str!("bench.toml").replace("grain = \"day\"", "grain = \"issue\"");
    let design = muntwerk::design::Design::parse(&fine).unwrap();
    let (mut ledger, mut clerk) = small_town(design, 2);
    let mut bare = Bare::empty(2);
    for lot in 0..lots {
        must(&mut ledger, award(&mut clerk, 0, 10));
        bare.give(0, lot, 10);
    }
    let acts: Vec<(Order, Plain)> = (0..throws)
        .map(|throw: u32| pay(&mut clerk, throw % 2, 1 - throw % 2, i64::from(lots) * 10))
        .collect();
    let ours = seconds(|| acts.iter().for_each(|(order, _)| drop(black_box(ledger.execute(order)).unwrap())));
    let theirs = seconds(|| acts.iter().for_each(|(_, plain)| drop(black_box(bare.transfer(plain)))));
    let moved = f64::from(throws) * f64::from(lots) / 1e6;
    results.push(Measured::new(
        format!("lots_to_and_fro_{lots}"),
        ours / moved,
        "s/million lots",
        Some(theirs / moved),
    ));
    results
}

fn balances(small: bool) -> Vec<Measured> {
    let mut results = Vec::new();
    let sizes: &[u32] = if small { &[100] } else { &[10_000, 1_000_000] };
    for members in sizes {
        let (ledger, _) = town(*members, false);
        let ids: Vec<_> = (0..1_000).map(|at: u32| member(at * 7_919 % members)).collect();
        let rounds = 100;
        let took = seconds(|| {
            for _ in 0..rounds {
                for id in &ids {
                    black_box(ledger.state().books().find(id).map(|account| account.balance()));
                }
            }
        });
        let each = took * 1e9 / f64::from(rounds) / ids.len() as f64;
        results.push(Measured::new(format!("one_balance_{members}"), each, "ns", Some(100.0)));
        let took = seconds(|| {
            let sum: i128 = ledger
                .state()
                .books()
                .accounts()
                .map(|(_, account)| i128::from(account.balance().minor()))
                .sum();
            black_box(sum);
        });
        results.push(Measured::new(
            format!("all_balances_{members}"),
            took * 1e9 / f64::from(*members),
            "ns/account",
            None,
        ));
    }
    results
}

/// The same thousand due lots among few and among many accounts.
fn closing_a_day(small: bool) -> Vec<Measured> {
    let sizes: [u32; 2] = if small { [1_000, 2_000] } else { [10_000, 1_000_000] };
    let mut times = Vec::new();
    for members in sizes {
        let mut took = Vec::new();
        for _ in 0..if small { 1 } else { 5 } {
            let (mut ledger, mut clerk) = town(members, false);
            for at in 0..1_000 {
                must(&mut ledger, award(&mut clerk, at * (members / 1_000), 10));
            }
            let end = muntwerk::calendar::Day::new(2026, 1, 31).unwrap();
            // The notices go out in time, thirty days before; then comes the eve of the end.
            for today in [end.minus_days(30).unwrap(), end] {
                let through = today.minus_days(1).unwrap();
                must(&mut ledger, clerk.order(id("s-900"), "system", CloseDay { through, today }));
                clerk.day = today;
            }
            let close = clerk.order(id("s-900"), "system", CloseDay { through: end, today: end });
            let before = ledger.len();
            took.push(seconds(|| must(&mut ledger, close)) * 1e6);
            assert_eq!(ledger.len() - before, 1_001);
        }
        times.push(median(took));
    }
    vec![Measured::new(
        format!("closing_1000_due_among_{}", sizes[1]),
        times[1],
        "microseconds",
        Some(times[0]),
    )]
}

/// Awards: without caps, and under caps of every kind (person, household, partner and currency; day, month,
/// year and lifetime; units, turns and euro). The yardstick is the bare loop's transfers, which look at none.
fn awarding(small: bool) -> Vec<Measured> {
    let (members, count) = if small { (100, 1_000) } else { (10_000, 200_000) };
    let mut bare = Bare::town(members);
    let mut results = Vec::new();
    for (name, design) in [("plain", design()), ("under_caps", capped())] {
        let (mut ledger, mut clerk) = small_town(design, members);
        let (_, plain) = transfers(&mut clerk, members, count);
        let bare_speed =
            count as f64 / seconds(|| plain.iter().for_each(|act| drop(black_box(bare.transfer(act)))));
        let turns = (0..members).cycle().take(count);
        let orders: Vec<Order> = turns.map(|to| award(&mut clerk, to, 1)).collect();
        let took =
            seconds(|| orders.iter().for_each(|order| drop(black_box(ledger.execute(order).unwrap()))));
        let name = format!("awarding_{name}_{members}");
        results.push(Measured::new(name, count as f64 / took, "orders/s", Some(bare_speed)));
    }
    results
}

/// Redeeming: plain; with a season, a stock and a share per person; and reserved and picked up, two orders
/// for each. The yardstick is the bare loop's transfers, which look at none of it.
fn redeeming(small: bool) -> Vec<Measured> {
    let (members, count) = if small { (100, 1_000) } else { (10_000, 200_000) };
    let (mut ledger, mut clerk) = town(members, true);
    let partner = id("p-01");
    let restock = Restock { partner, reward: code("box"), by: i32::MAX };
    must(&mut ledger, clerk.order(id("s-001"), "project_manager", restock));
    let mut bare = Bare::town(members);
    let (_, plain) = transfers(&mut clerk, members, count);
    let bare_speed =
        count as f64 / seconds(|| plain.iter().for_each(|act| drop(black_box(bare.transfer(act)))));
    let mut dice = Dice::new(7);
    let mut results = Vec::new();
    for (name, reward) in [("plain", "coffee"), ("counted", "box")] {
        let mut order = || {
            let account = member(dice.zipf(members));
            let ask = Redeem { account, partner, reward: code(reward), count: 1, units: None };
            clerk.order(account, "participant", ask)
        };
        let orders: Vec<Order> = (0..count).map(|_| order()).collect();
        let took =
            seconds(|| orders.iter().for_each(|order| drop(black_box(ledger.execute(order).unwrap()))));
        let name = format!("redeeming_{name}_{members}");
        results.push(Measured::new(name, count as f64 / took, "orders/s", Some(bare_speed)));
    }
    let mut pair = || {
        let account = member(dice.zipf(members));
        let ask = Reserve { account, partner, reward: code("box"), count: 1, units: None };
        let reserve = clerk.order(account, "participant", ask);
        let pick_up = clerk.order(account, "participant", PickUp { reservation: reserve.id });
        [reserve, pick_up]
    };
    let orders: Vec<Order> = (0..count / 2).flat_map(|_| pair()).collect();
    let took = seconds(|| orders.iter().for_each(|order| drop(black_box(ledger.execute(order).unwrap()))));
    let name = format!("reserving_and_picking_up_{members}");
    results.push(Measured::new(name, orders.len() as f64 / took, "orders/s", Some(bare_speed)));
    results
}

/// Replaying, beside reading, hashing and parsing the same lines.
fn replay(small: bool) -> Vec<Measured> {
    let (members, count) = if small { (100, 1_000) } else { (10_000, 1_000_000) };
    let (mut ledger, mut clerk) = town(members, true);
    let (orders, _) = transfers(&mut clerk, members, count);
    for order in &orders {
        let _ = ledger.execute(order);
    }
    let lines: Vec<Vec<u8>> = ledger.journal().collect();
    let bytes: usize = lines.iter().map(Vec::len).sum();
    let parse = seconds(|| {
        for line in &lines {
            let mut hash = Sha256::new();
            hash.update(&line[..]);
            black_box(hash.finalize());
            black_box(serde_json::from_slice::<serde_json::Value>(line).unwrap());
        }
    });
    let again = seconds(|| {
        let replayed = Ledger::replay(&lines, Secret::new([9; 16])).unwrap();
        assert!(replayed.state() == ledger.state());
    });
    let per_line = |took: f64| took * 1e9 / lines.len() as f64;
    vec![
        Measured::new(
            format!("replay_{}_records", lines.len()),
            per_line(again),
            "ns/record",
            Some(per_line(parse)),
        ),
        Measured::new("journal_line", bytes as f64 / lines.len() as f64, "bytes", None),
    ]
}

fn memory(small: bool) -> Vec<Measured> {
    let (members, count) = if small { (100, 1_000) } else { (100_000, 1_000_000) };
    let before = in_use();
    let (ledger, _) = town(members, false);
    let past = ledger.memory_use();
    let idle = (in_use() - before - past.records - past.order_ids) as f64 / f64::from(members);
    drop(ledger);
    let (mut ledger, mut clerk) = town(members, true);
    let (orders, _) = transfers(&mut clerk, members, count);
    let (before, past) = (in_use(), ledger.memory_use());
    let booked =
        orders.iter().filter(|order| ledger.execute(order).is_ok_and(|receipt| !receipt.repeated)).count();
    let ids = (ledger.memory_use().order_ids - past.order_ids) as f64;
    let history = (in_use() - before) as f64 - ids;
    vec![
        Measured::new("memory_idle_account", idle, "bytes", Some(300.0)),
        Measured::new("memory_transfer", history / booked as f64, "bytes", Some(200.0)),
        Measured::new("memory_order_id", ids / (count as f64 * 0.99), "bytes", None),
    ]
}
