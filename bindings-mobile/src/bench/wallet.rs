//! The clocks of a wallet: opening it, taking in a feed, a preview, screens.
//!
//! The wallet and the feed are files that [`muntwerk_bench_wallet_files`] writes, so that every language measures
//! the same bytes; the folder is what `MUNTWERK_BENCH_FILES` says.

use std::hint::black_box;
use std::path::PathBuf;

use muntwerk::calendar::Day;
use muntwerk::feed::{Feed, FeedKey, Feeds};
use muntwerk::orders::Order;
use muntwerk::wallet::Wallet;

use super::ledger::{Scene, scene};
use super::{Fault, per};

fn file(name: &str) -> Result<PathBuf, Fault> {
    Ok(PathBuf::from(std::env::var("MUNTWERK_BENCH_FILES")?).join(name))
}

/// Writes `bench.wallet`, a wallet of so many slices, and `bench.feed`, the last thousand of them as a feed after
/// the others, with `bench.before`, the wallet that it is for. Gives 1 if they were written.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_wallet_files(slices: u32) -> u64 {
    u64::from(write(u64::from(slices)).is_ok())
}

fn write(slices: u64) -> Result<(), Fault> {
    let mut scene = scene()?;
    let (ann, key) = (scene.ann, FeedKey::from_bytes(&[9; 32]));
    let mut feeds = Feeds::of(&scene.ledger, key.clone());
    let mut wallet = Wallet::new(ann, key.public());
    wallet.apply(&feeds.feed_for(&ann, 0)?)?;
    let pay = |number: u64, scene: &mut Scene| -> Result<(), Fault> {
        let order = scene.payment(number)?;
        scene.ledger.execute(&order)?;
        Ok(())
    };
    for number in 1_000..slices.saturating_sub(wallet.seen()) {
        pay(number, &mut scene)?;
    }
    feeds.follow(&scene.ledger);
    wallet.apply(&feeds.feed_for(&ann, wallet.seen())?)?;
    std::fs::write(file("bench.before")?, wallet.save())?;
    for number in slices..slices.saturating_add(1_000) {
        pay(number, &mut scene)?;
    }
    feeds.follow(&scene.ledger);
    let feed = feeds.feed_for(&ann, wallet.seen())?;
    std::fs::write(file("bench.feed")?, feed.text())?;
    wallet.apply(&feed)?;
    std::fs::write(file("bench.wallet")?, wallet.save())?;
    Ok(())
}

fn opened(name: &str) -> Result<Wallet, Fault> {
    Ok(Wallet::load(&std::fs::read(file(name)?)?)?)
}

/// Nanoseconds for opening the wallet, over so many times.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_open(times: u32) -> u64 {
    let timed = file("bench.wallet").and_then(|name| Ok(std::fs::read(name)?)).map(|bytes| {
        per(times, || {
            let _ = black_box(Wallet::load(black_box(&bytes)));
        })
    });
    timed.unwrap_or(0)
}

/// Nanoseconds for taking in the feed of a thousand slices, the least of so many times.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_apply(times: u32) -> u64 {
    let timed = || -> Result<u64, Fault> {
        let text = std::fs::read(file("bench.feed")?)?;
        let mut least = u64::MAX;
        for _ in 0..times {
            let mut wallet = opened("bench.before")?;
            least = least.min(per(1, || {
                let _ = black_box(Feed::parse(&text).ok().map(|feed| wallet.apply(&feed)));
            }));
        }
        Ok(least)
    };
    timed().unwrap_or(0)
}

/// Nanoseconds for one preview of a payment.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_preview(times: u32) -> u64 {
    screen(times, |wallet, order, today| {
        let _ = black_box(wallet.preview(order, today));
    })
}

/// Nanoseconds for the balances on a screen.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_balances(times: u32) -> u64 {
    screen(times, |wallet, _, today| {
        let _ = black_box(wallet.balances(today));
    })
}

/// Nanoseconds for a page of twenty lines.
#[unsafe(no_mangle)]
pub extern "C" fn muntwerk_bench_statement_page(times: u32) -> u64 {
    screen(times, |wallet, _, _| {
        let _ = black_box(wallet.statement_page(None, 20));
    })
}

fn screen(times: u32, look: impl Fn(&Wallet, &Order, Day)) -> u64 {
    let timed = || -> Result<u64, Fault> {
        let (wallet, scene) = (opened("bench.wallet")?, scene()?);
        let order = scene.payment(1_000_000)?;
        Ok(per(times, || look(&wallet, &order, scene.today)))
    };
    timed().unwrap_or(0)
}
