//! The wallet on the phone: from the journal to the member and back.
//!
//! A member's app has to answer at once, in a cellar without a connection too: what do I have, what of it ends, can I
//! pay this. And it must not say anything else than the server will. So the phone runs the same rules on a part of the
//! same books.
//!
//! # From the server
//!
//! [`Feeds`](crate::feed::Feeds) follows the journal and keeps, for every account, the lines that it may see: its
//! *slices*. The design, the partners and the closing of days are everybody's. What happens on an account its
//! holders see whole, and of the other side only who it was. What is known about a person stands in the chain of an
//! account that they hold alone. [`Feeds::feed_for`](crate::feed::Feeds::feed_for) gives what a phone has not seen
//! yet, with a head that the host signs. Whether whoever asks may see the account is for the host to check
//! ([`Ledger::may_see`](crate::ledger::Ledger::may_see)).
//!
//! ```
//! use muntwerk::feed::{Feed, FeedKey, Feeds};
//! use muntwerk::wallet::{Expected, Wallet};
//! use muntwerk::{calendar::{Day, Instant}, dense::Secret, design::Design, id::Id, ledger::Ledger, orders::Order};
//!
//! let design = Design::parse(include_str!("../../designs/rabot-example.toml"))?;
//! let today = Day::new(2025, 1, 1)?;
//! let mut ledger = Ledger::open(Id::parse("rabot-1")?, design, today, Secret::new([7; 16]))?;
//! let order = |number: u32, actor: &str, role: &str, ask: &str| serde_json::from_str::<Order>(&format!(
//!     r#"{{"id": "{number:032x}", "actor": "{actor}", "role": "{role}", "instant": 0,
//!         "booking_day": "{today}", "value_day": "{today}", "ask": {ask}}}"#
//! ));
//! for (number, (actor, role, ask)) in (1..).zip([
//!     ("s-001", "steering_group", r#"{"approve_partner": {"partner": "p-01", "roles": ["issuing"]}}"#),
//!     ("s-010", "project_manager", r#"{"open_account": {"account": "m-1", "kind": "person", "holders": ["m-1"]}}"#),
//!     ("s-010", "project_manager", r#"{"open_account": {"account": "m-2", "kind": "person", "holders": ["m-2"]}}"#),
//!     ("s-050", "issuing_partner",
//!         r#"{"award": {"partner": "p-01", "to": "m-1", "activity": "bloembak", "measured": 3}}"#),
//! ]) {
//!     ledger.execute(&order(number, actor, role, ask)?)?;
//! }
//! let key = FeedKey::from_bytes(&[9; 32]); // drawn at random once, kept by the host
//! let mut feeds = Feeds::of(&ledger, key.clone());
//!
//! // On the phone: the text comes over whatever network there is.
//! let me = Id::parse("m-1")?;
//! let mut wallet = Wallet::new(me, key.public());
//! let text = feeds.feed_for(&me, wallet.seen())?.text();
//! wallet.apply(&Feed::parse(&text)?)?;
//! assert_eq!(wallet.balances(today)?.available.minor(), 30);
//!
//! // An order: looked at, kept, sent. The id is drawn by the app, once.
//! let gift = order(0xa1, "m-1", "participant", r#"{"gift": {"from": "m-1", "to": "m-2", "amount": 12}}"#)?;
//! let preview = wallet.preview(&gift, today)?;
//! assert!(matches!(preview.expected, Expected::Booked(effect) if effect.balance.minor() == 18));
//! wallet.put_in_outbox(gift)?;
//! let file = wallet.save(); // before anything is sent
//!
//! // The server stamps it with its own day and instant, and its feed brings the answer.
//! for order in wallet.outbox() {
//!     let _ = ledger.execute(&order.clone().received(ledger.day(), Instant::new(1_735_812_000_000)));
//! }
//! feeds.follow(&ledger);
//! let mut wallet = Wallet::load(&file)?; // the phone was off meanwhile
//! let applied = wallet.apply(&feeds.feed_for(&me, wallet.seen())?)?;
//! assert_eq!((applied.new, applied.answered.len()), (1, 1));
//! assert_eq!((wallet.outbox().len(), wallet.balances(today)?.confirmed.minor()), (0, 18));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What an answer rests on
//!
//! Every screen and every preview takes the phone's civil day, and is worked out on a copy of the books whose day is
//! closed forward to it: what lapses by then is gone, though no feed has said so. It names that day and the record of
//! the journal up to which the account is known. The copy closes each day just after midnight; a server that closes
//! late gives notices later, and units may live longer than the phone says, never shorter.
//!
//! Some things only the server knows: whether the other account may receive, whether a partner still has a piece,
//! what a person took by another account of theirs. A preview takes such things for granted and says so
//! ([`Assumed`](crate::wallet::Assumed)); what it cannot decide at all it leaves to the server. Two phones of one
//! account can preview the same units. The order that arrives first is booked and the other refused, and both phones
//! are told.
//!
//! An order that arrives on a later day is decided on that day. A refusal is final for its id; trying again takes a
//! new one. A few refusals leave no trace, such as that of an id that was used for another order
//! ([`RefusalCode::is_recorded`](crate::orders::RefusalCode::is_recorded)): no feed tells of them, so the app hands
//! the server's answer to [`Wallet::turned_away`](crate::wallet::Wallet::turned_away), and the order leaves the outbox.
//!
//! # What can go wrong on the way
//!
//! | what came | what the wallet does |
//! |---|---|
//! | a feed twice, late, or in pages | the same state; an older one is `ServerBehind` |
//! | slices are missing | `Gap`, with the slice to ask from |
//! | something was changed, lost or moved | `Link`, with the slice where the links fail and the one to ask from |
//! | the server was restored from an older backup | `ServerBehind`: the wallet keeps what it has |
//! | it then went on differently, or tells two members two stories | `Fork`, with a proof that anybody can check |
//!
//! In none of these does anything change, but that a proof is kept. Where a link fails and nothing overlaps, ask from
//! where the error says: it goes back by halves until it meets what the wallet knows. A host that lost its newest
//! records for good tells its members so; the app then starts anew
//! ([`Wallet::started_anew`](crate::wallet::Wallet::started_anew)), and keeps the proof and the outbox.
//! All languages run the vectors of this, `tests/vectors/feeds/`.
