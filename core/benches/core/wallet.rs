//! The phone's side: making feeds, opening a wallet, previews and screens.

use std::hint::black_box;

use muntwerk::feed::{FeedKey, Feeds};
use muntwerk::money::Amount;
use muntwerk::orders::{Pay, Transfer};
use muntwerk::wallet::Wallet;

use crate::rows::{Measured, median, seconds};
use crate::workload::{member, town};

/// One member pays another until the account has ten thousand slices.
pub fn wallets(small: bool) -> Vec<Measured> {
    let slices = if small { 100 } else { 10_000 };
    let (mut ledger, mut clerk) = town(2, true);
    let me = member(0);
    let pay = |from, to| Transfer {
        from,
        to,
        pay: Pay::Amount(Amount::from_minor(1).unwrap()),
        offer: None,
        category: None,
    };
    while ledger.len() < slices {
        let (from, to) = if ledger.len() % 2 == 0 { (me, member(1)) } else { (member(1), me) };
        let order = clerk.order(from, "participant", pay(from, to));
        let _ = ledger.execute(&order);
    }
    let key = FeedKey::from_bytes(&[9; 32]);
    let deciding = seconds(|| {
        for _ in 0..1_000 {
            black_box(ledger.decide(&clerk.order(me, "participant", pay(me, member(1))))).ok();
        }
    }) / 1_000.0;
    let following = seconds(|| drop(black_box(Feeds::of(&ledger, key.clone()))));
    let mut feeds = Feeds::of(&ledger, key.clone());
    let feed = feeds.feed_for(&me, 0).unwrap();
    let count = feed.slices().len() as f64;
    let mut wallet = Wallet::new(me, key.public());
    let applying = seconds(|| drop(black_box(wallet.apply(&feed))));
    let saved = wallet.save();
    let opening = median((0..5).map(|_| seconds(|| drop(black_box(Wallet::load(&saved))))).collect());
    let order = clerk.order(me, "participant", pay(me, member(1)));
    let today = ledger.day();
    let each = |run: &dyn Fn()| seconds(|| (0..100).for_each(|_| run())) / 100.0;
    let preview = each(&|| drop(black_box(wallet.preview(&order, today))));
    let balances = each(&|| drop(black_box(wallet.balances(today))));
    let page = seconds(|| drop(black_box(wallet.statement_page(None, 20))));
    let us = 1e6;
    vec![
        Measured::new("feeds_following", count / following, "records/s", None),
        Measured::new("wallet_applying", count / applying, "slices/s", None),
        Measured::new(format!("wallet_opening_{slices}_slices"), opening * 1e3, "ms", None),
        Measured::new("wallet_preview", preview * us, "us", Some(deciding * us)),
        Measured::new("wallet_balances", balances * us, "us", Some(deciding * us)),
        Measured::new("wallet_statement_page", page * us, "us", None),
    ]
}
