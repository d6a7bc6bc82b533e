//! One server, many phones and a bad network, by seed: messages are lost, doubled, delayed and reordered, phones go
//! back to old backups and have wrong clocks, the server goes back to an older backup, an operator tells two
//! stories. In the end every honest wallet is what the server says, nothing was spent twice, and the fork is proven.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops by panicking")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "the figures of the tests are small"
)]

use std::collections::{BTreeMap, BTreeSet};

use muntwerk::calendar::{Day, Instant};
use muntwerk::design::Design;
use muntwerk::feed::{Feed, FeedKey, Feeds};
use muntwerk::id::{Id, OrderId};
use muntwerk::ledger::{Ledger, Outcome};
use muntwerk::orders::{Ask, CloseDay, Gift, Order, Pay, Redeem, Transfer};
use muntwerk::views::HeldLot;
use muntwerk::wallet::{ApplyError, Expected, Wallet};
use muntwerk_tests::stage::{SECRET, amount, code, id, order};

/// Numbers that are the same everywhere (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }
}

fn key() -> FeedKey {
    FeedKey::from_bytes(&[9; 32])
}

#[derive(Clone)]
struct Server {
    ledger: Ledger,
    feeds: Feeds,
    clock: i64,
}

impl Server {
    fn open() -> Self {
        let design = Design::parse(include_str!("../../core/designs/rabot-example.toml")).unwrap();
        let ledger = Ledger::open(id("rabot-1"), design, Day::new(2025, 1, 1).unwrap(), SECRET).unwrap();
        let feeds = Feeds::of(&ledger, key());
        let mut server = Self { ledger, feeds, clock: 1_735_700_000_000 };
        let partner = |partner: &str, role: &str| {
            format!(r#"{{"approve_partner": {{"partner": "{partner}", "roles": ["{role}"]}}}}"#)
        };
        server.staff(1, "s-001", "steering_group", &partner("p-01", "issuing"));
        server.staff(2, "s-001", "steering_group", &partner("p-14", "redeeming"));
        for (at, member) in MEMBERS.iter().enumerate() {
            let ask = format!(
                r#"{{"open_account": {{"account": "{member}", "kind": "person", "holders": ["{member}"]}}}}"#
            );
            server.staff(10 + at as u128, "s-010", "project_manager", &ask);
            server.award(20 + at as u128, member, 6);
        }
        server
    }

    fn staff(&mut self, number: u128, actor: &str, role: &str, ask: &str) {
        let ask: Ask = serde_json::from_str(ask).unwrap();
        let order = order(number, actor, role, self.ledger.day(), ask);
        self.ledger.execute(&order).unwrap_or_else(|refused| panic!("{refused:?}"));
    }

    fn award(&mut self, number: u128, member: &str, measured: u32) {
        let ask = format!(
            r#"{{"award": {{"partner": "p-01", "to": "{member}", "activity": "bloembak", "measured": {measured}}}}}"#
        );
        self.staff(number, "s-050", "issuing_partner", &ask);
    }

    /// An order as it arrives: on the server's day.
    fn receive(&mut self, order: &Order) {
        self.clock += 1_000;
        let order = order.clone().received(self.ledger.day(), Instant::new(self.clock));
        let _ = self.ledger.execute(&order);
    }

    fn close_a_day(&mut self, number: u128) {
        let day = self.ledger.day();
        let close = CloseDay { through: day, today: day.next().unwrap() };
        self.ledger.execute(&order(number, "s-900", "system", day, close)).unwrap();
    }

    fn feed(&mut self, account: Id, since: u64) -> Feed {
        self.feed_up_to(account, since, u64::MAX)
    }

    fn feed_up_to(&mut self, account: Id, since: u64, most: u64) -> Feed {
        self.feeds.follow(&self.ledger);
        self.feeds.feed_up_to(&account, since, most).unwrap()
    }
}

const MEMBERS: [&str; 4] = ["m-1", "m-2", "m-3", "m-4"];

/// A phone; the first member has two.
struct Phone {
    wallet: Wallet,
    backups: Vec<Vec<u8>>,
    /// By how many days its clock is wrong.
    wrong: i32,
    /// From where it asks next, if it was told to look further back.
    since: Option<u64>,
}

enum Message {
    Order(Box<Order>),
    /// A phone asks for what it has not seen.
    Request {
        phone: usize,
        since: u64,
    },
    Feed {
        phone: usize,
        text: Vec<u8>,
    },
}

struct World {
    dice: Dice,
    server: Server,
    phones: Vec<Phone>,
    network: Vec<Message>,
    sent: BTreeMap<OrderId, Order>,
    next_id: u128,
    set_back: bool,
    proofs: usize,
}

impl World {
    fn new(seed: u64) -> Self {
        let accounts = ["m-1", "m-1", "m-2", "m-3", "m-4"];
        let phone = |account: &&str| Phone {
            wallet: Wallet::new(id(account), key().public()),
            backups: Vec::new(),
            wrong: 0,
            since: None,
        };
        Self {
            dice: Dice(seed),
            server: Server::open(),
            phones: accounts.iter().map(phone).collect(),
            network: Vec::new(),
            sent: BTreeMap::new(),
            next_id: 0x1_0000,
            set_back: false,
            proofs: 0,
        }
    }

    fn id(&mut self) -> u128 {
        self.next_id += 1;
        self.next_id
    }

    fn step(&mut self) {
        match self.dice.roll(20) {
            0..=4 => self.ask_something(),
            5..=7 => self.send_outboxes(),
            8..=11 => self.ask_for_feed(),
            12..=16 => self.deliver(),
            17 => self.phone_event(),
            18 if self.dice.one_in(3) => {
                let number = self.id();
                self.server.close_a_day(number);
            }
            _ => {
                let (number, member) = (self.id(), MEMBERS[self.dice.roll(4)]);
                self.server.award(number, member, 1);
            }
        }
    }

    /// A member looks at what an order would come to, and keeps it.
    fn ask_something(&mut self) {
        let at = self.dice.roll(self.phones.len());
        let number = self.id();
        let (to, units) = (MEMBERS[self.dice.roll(4)], 1 + self.dice.roll(40) as i64);
        let phone = &mut self.phones[at];
        let Ok(ledger_day) = phone.wallet.ledger_day() else { return };
        let today = ledger_day.plus_days(phone.wrong).unwrap();
        let from = phone.wallet.account();
        let ask: Ask = match self.dice.roll(3) {
            0 => Gift { from, to: id(to), amount: amount(units) }.into(),
            1 => Transfer { from, to: id(to), pay: Pay::Amount(amount(units)), offer: None, category: None }
                .into(),
            _ => Redeem { account: from, partner: id("p-14"), reward: code("soep"), count: 1, units: None }
                .into(),
        };
        let mut order = order(number, &from.to_string(), "participant", today, ask);
        // What was done is done on the day that the ledger has, whatever the phone's clock says.
        order.value_day = ledger_day;
        let Ok(preview) = phone.wallet.preview(&order, today) else { return };
        let insist = self.dice.one_in(6);
        if matches!(preview.expected, Expected::Booked(_)) || insist {
            phone.wallet.put_in_outbox(order.clone()).unwrap();
            self.sent.insert(order.id, order);
        }
    }

    fn send_outboxes(&mut self) {
        let at = self.dice.roll(self.phones.len());
        let orders = self.phones[at].wallet.outbox().iter().cloned().map(Box::new).map(Message::Order);
        self.network.extend(orders.collect::<Vec<_>>());
    }

    fn ask_for_feed(&mut self) {
        let at = self.dice.roll(self.phones.len());
        let phone = &mut self.phones[at];
        let since = phone.since.take().unwrap_or(phone.wallet.seen());
        // Some ask for more than they need.
        let since = if self.dice.one_in(4) { since / 2 } else { since };
        self.network.push(Message::Request { phone: at, since });
    }

    /// Any message that is under way: lost, delivered, or delivered and still under way.
    fn deliver(&mut self) {
        if self.network.is_empty() {
            return;
        }
        let at = self.dice.roll(self.network.len());
        let message = self.network.swap_remove(at);
        match self.dice.roll(5) {
            0 => {}
            1 => {
                self.arrive(&message);
                self.network.push(message);
            }
            _ => self.arrive(&message),
        }
        // Nothing is under way for ever.
        while self.network.len() > 60 {
            self.network.remove(0);
        }
    }

    fn arrive(&mut self, message: &Message) {
        match message {
            Message::Order(order) => self.server.receive(order),
            Message::Request { phone, since } => {
                let account = self.phones[*phone].wallet.account();
                let most = if self.dice.one_in(2) { u64::MAX } else { 1 + self.dice.roll(5) as u64 };
                let feed = self.server.feed_up_to(account, *since, most);
                self.network.push(Message::Feed { phone: *phone, text: feed.text() });
            }
            Message::Feed { phone, text } => self.told(*phone, text),
        }
    }

    fn told(&mut self, at: usize, text: &[u8]) {
        let feed = Feed::parse(text).unwrap();
        let phone = &mut self.phones[at];
        match phone.wallet.apply(&feed) {
            Ok(_) | Err(ApplyError::ServerBehind { .. }) => {}
            Err(ApplyError::Gap { since, .. } | ApplyError::Link { since, .. }) => phone.since = Some(since),
            Err(ApplyError::Fork { proof }) => {
                assert!(self.set_back, "a fork that nobody made");
                assert!(proof.holds(&key().public()));
                self.proofs += 1;
                // The host has told its members; the old backups are of no use any more.
                phone.wallet = phone.wallet.started_anew();
                phone.backups.clear();
            }
            Err(error) => panic!("{error}"),
        }
    }

    fn phone_event(&mut self) {
        let at = self.dice.roll(self.phones.len());
        let phone = &mut self.phones[at];
        match self.dice.roll(4) {
            0 => phone.backups.push(phone.wallet.save()),
            1 if !phone.backups.is_empty() => {
                let backup = &phone.backups[self.dice.roll(phone.backups.len())];
                phone.wallet = Wallet::load(backup).unwrap();
                phone.since = None;
            }
            2 => phone.wrong = self.dice.roll(9) as i32 - 4,
            // A refusal was given; the same order is sent again, long after.
            _ => {
                let sent: Vec<Order> = self.sent.values().cloned().collect();
                if !sent.is_empty() {
                    self.server.receive(&sent[self.dice.roll(sent.len())]);
                }
            }
        }
    }

    /// The network is good at last: every phone sends what it has and is told everything.
    fn settle(&mut self) {
        self.network.clear();
        for at in 0..self.phones.len() {
            for order in self.phones[at].wallet.outbox().to_vec() {
                self.server.receive(&order);
            }
        }
        for at in 0..self.phones.len() {
            let mut asked = self.phones[at].wallet.seen();
            for _ in 0..80 {
                let account = self.phones[at].wallet.account();
                let feed = self.server.feed(account, asked);
                let behind = self.phones[at].wallet.seen() > feed.head().head().slices;
                self.told(at, &feed.text());
                if self.set_back && behind {
                    // What only this phone still knows, the server lost for good.
                    self.phones[at].wallet = self.phones[at].wallet.started_anew();
                }
                let phone = &mut self.phones[at];
                asked = phone.since.take().unwrap_or(phone.wallet.seen());
                if phone.wallet.seen() == feed.head().head().slices {
                    break;
                }
            }
        }
    }

    fn every_wallet_is_what_the_server_says(&self) {
        let day = self.server.ledger.day();
        for phone in &self.phones {
            let account = phone.wallet.account();
            let own = self.server.ledger.state().books().find(&account).unwrap();
            let balances = phone.wallet.balances(day).unwrap();
            assert_eq!(balances.confirmed, own.balance(), "{account}");
            assert_eq!(balances.lots, HeldLot::on(&self.server.ledger, &account).unwrap(), "{account}");
            assert!(phone.wallet.outbox().is_empty(), "{account}: {:?}", phone.wallet.outbox());
        }
    }

    /// No id was booked twice, and the books are books.
    fn nothing_was_spent_twice(&self) {
        let mut booked = BTreeSet::new();
        for record in self.server.ledger.records_from(1) {
            if let Outcome::Booked(order, _) = record.outcome
                && !matches!(order.ask, Ask::CloseDay(_))
            {
                assert!(booked.insert(order.id), "{} was booked twice", order.id);
            }
        }
        assert_eq!(self.server.ledger.audit(), []);
        let asked = self.sent.keys().filter(|id| booked.contains(*id)).count();
        assert!(asked > 5, "only {asked} orders came through");
    }
}

#[test]
fn phones_and_server_agree_in_the_end() {
    for seed in 0..12 {
        let mut world = World::new(seed);
        for _ in 0..250 {
            world.step();
        }
        world.settle();
        world.every_wallet_is_what_the_server_says();
        world.nothing_was_spent_twice();
        assert!(world.phones.iter().all(|phone| phone.wallet.forks().is_empty()), "seed {seed}");
    }
}

#[test]
fn a_server_that_went_back_to_an_older_backup_is_found_out_and_followed() {
    let mut proofs = 0;
    for seed in 100..108 {
        let mut world = World::new(seed);
        for _ in 0..120 {
            world.step();
        }
        let backup = world.server.clone();
        for _ in 0..60 {
            world.step();
        }
        (world.server, world.set_back) = (backup, true);
        for _ in 0..150 {
            world.step();
        }
        world.settle();
        world.every_wallet_is_what_the_server_says();
        world.nothing_was_spent_twice();
        proofs += world.proofs;
    }
    assert!(proofs > 0);
}

#[test]
fn an_operator_who_tells_two_stories_is_proven_to() {
    for seed in 200..206 {
        let mut world = World::new(seed);
        for _ in 0..100 {
            world.step();
        }
        world.settle();
        // m-1 is told that a payment to m-2 was booked; everybody else is told that it never was.
        let mut story = world.server.clone();
        let payment = Gift { from: id("m-1"), to: id("m-2"), amount: amount(1) };
        story.award(0xe001, "m-1", 2);
        story.receive(&order(0xe002, "m-1", "participant", story.ledger.day(), payment));
        let victim = 2;
        assert_eq!(world.phones[victim].wallet.account(), id("m-2"));
        let seen = world.phones[victim].wallet.seen();
        world.phones[victim].wallet.apply(&story.feed(id("m-2"), seen)).unwrap();
        let believed = world.phones[victim].wallet.save();
        for _ in 0..100 {
            let number = world.id();
            world.server.award(number, "m-2", 1);
        }
        let wallet = &mut world.phones[victim].wallet;
        let mut since = wallet.seen();
        let proof = loop {
            match wallet.apply(&world.server.feed(id("m-2"), since)).unwrap_err() {
                ApplyError::Fork { proof } => break proof,
                ApplyError::Link { since: earlier, .. } if earlier < since => since = earlier,
                error => panic!("seed {seed}: {error}"),
            }
        };
        assert!(proof.holds(&key().public()));
        assert_eq!(wallet.forks().len(), 1);
        // Nothing else changed, and the proof is kept.
        let before = Wallet::load(&believed).unwrap();
        let day = before.ledger_day().unwrap();
        assert_eq!(wallet.balances(day), before.balances(day));
        assert_eq!(Wallet::load(&wallet.save()).unwrap().forks(), wallet.forks());
    }
}
