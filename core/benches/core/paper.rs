//! Value that goes onto paper and comes back, beside a plain transfer in the same ledger.

use std::hint::black_box;

use muntwerk::design::Design;
use muntwerk::ledger::Ledger;
use muntwerk::money::Amount;
use muntwerk::office::{Depot, Notes};
use muntwerk::orders::{
    Ask, Award, Complete, OpenOffice, Order, PayOut, PrintNotes, ReceiveNotes, SendNotes, TakeIn, Want,
};

use crate::rows::{Measured, median, seconds};
use crate::workload::{Clerk, Dice, code, id, member, must, small_town, transfers};

/// Handing out an amount in the fewest of four faces, and taking notes of each face in.
pub fn withdrawing(small: bool) -> Vec<Measured> {
    let (members, count) = if small { (100, 1_000) } else { (10_000, 200_000) };
    let design = concat!(include_str!("bench.toml"), include_str!("paper.toml"));
    let (mut ledger, mut clerk) = small_town(Design::parse(design).unwrap(), members);
    for number in 0..members {
        let (partner, to, activity) = (id("p-01"), member(number), code("work"));
        let ask = Award { partner, to, activity, measured: 1_000_000, earner: None };
        must(&mut ledger, clerk.order(id("o-001"), "issuing_partner", ask));
    }
    stock(&mut ledger, &mut clerk);
    let (plain, _) = transfers(&mut clerk, members, count);
    let plain: Vec<Order> = plain.into_iter().filter(|order| order.role == code("participant")).collect();
    let mut dice = Dice::new(13);
    let mut at_counter = |ask: Ask, client| {
        let mut order = clerk.order(id("s-041"), "exchange_office", ask);
        order.contact_point = Some(id("cp-1"));
        order.on_behalf_of = Some(client);
        order
    };
    let mut pay_out = || {
        let account = member(dice.zipf(members));
        // At least a note of each face, so that there are enough to take in.
        let amount = 16 + 20 * dice.below(9) + dice.below(4);
        let want = Want::Amount(Amount::from_minor(amount as i64).unwrap());
        at_counter(PayOut { account, series: code("r-25"), want }.into(), account)
    };
    let out: Vec<Order> = (0..count).map(|_| pay_out()).collect();
    let mut take_in = || {
        let account = member(dice.zipf(members));
        let notes = notes([1, 1, 1, 1]);
        at_counter(TakeIn { account, series: code("r-25"), notes }.into(), account)
    };
    let back: Vec<Order> = (0..count).map(|_| take_in()).collect();
    // In turns, so that whatever slows the machine slows all three.
    let slice = count / 10;
    let mut speeds = [Vec::new(), Vec::new(), Vec::new()];
    for turn in 0..10 {
        for (speeds, orders) in speeds.iter_mut().zip([&plain, &out, &back]) {
            let orders = orders.iter().skip(turn * slice).take(slice);
            let (done, mut booked) = (orders.len(), 0);
            let took =
                seconds(|| booked = orders.filter(|one| black_box(ledger.execute(one)).is_ok()).count());
            // Of the plain transfers one in fifty is refused.
            assert!(booked * 50 >= done * 48, "only {booked} of {done} were booked");
            speeds.push(done as f64 / took);
        }
    }
    assert!(ledger.audit().is_empty());
    let [plain, out, back] = speeds.map(median);
    let row = |name: &str, speed| Measured::new(format!("{name}_{members}"), speed, "orders/s", Some(plain));
    vec![row("withdrawing", out), row("depositing", back)]
}

fn notes(counts: [u32; 4]) -> Notes {
    let faces = [1, 5, 10, 20].map(|face| Amount::from_minor(face).unwrap());
    Notes::new(faces.into_iter().zip(counts)).unwrap()
}

/// Prints notes and brings them to the counter.
fn stock(ledger: &mut Ledger, clerk: &mut Clerk) {
    let (series, all) = (code("r-25"), notes([10_000_000; 4]));
    let mut by_two = |ask: Ask| {
        let order = clerk.order(id("s-001"), "project_manager", ask);
        let pending = order.id;
        must(ledger, order);
        must(ledger, clerk.order(id("s-003"), "project_manager", Complete { pending }));
        pending
    };
    by_two(PrintNotes { series, notes: all.clone() }.into());
    let to = Depot::Stock(id("cp-1"));
    let send = SendNotes { from: Depot::Vault, to, carrier: id("c-01"), series, notes: all.clone() };
    let sending = by_two(send.into());
    for ask in [Ask::from(OpenOffice {}), ReceiveNotes { sending, notes: all }.into()] {
        let mut order = clerk.order(id("s-041"), "exchange_office", ask);
        order.contact_point = Some(id("cp-1"));
        must(ledger, order);
    }
}
