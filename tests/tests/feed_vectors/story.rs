//! What happened in a small currency, as far as the vectors need it.

use muntwerk::design::Design;
use muntwerk::feed::{FeedKey, Feeds};
use muntwerk::ledger::Ledger;
use muntwerk::orders::Order;
use muntwerk_tests::stage::{SECRET, day, id};

pub(crate) const SECRET_KEY: [u8; 32] = [9; 32];

#[derive(Clone)]
pub(crate) struct Story {
    ledger: Ledger,
}

impl Story {
    /// Two members of the Torekes. Of them m-1 has 25, and 21 after a payment of 4; a day is closed; 6 come: 27.
    ///
    /// | record | of | what | slice of m-1 |
    /// |---|---|---|---|
    /// | 0 | everybody | the ledger is opened | 1 |
    /// | 1 | everybody | p-01 is approved | 2 |
    /// | 2 | | somebody gets a role | |
    /// | 3 | m-1 | the account is opened | 3 |
    /// | 4 | m-2 | the account is opened | |
    /// | 5 | m-1 | work for 25 | 4 |
    /// | 6 | m-1, m-2 | 4 from m-1 to m-2 | 5 |
    /// | 7 | everybody | 2 January is closed | 6 |
    /// | 8 | m-2 | a flower box for 10 | |
    /// | 9 | m-1, m-2 | 6 from m-2 to m-1 | 7 |
    /// | 10 | m-1 | 100 to m-2, refused | 8 |
    pub(crate) fn whole(ledger: &str) -> Self {
        let mut it = Self::until_the_first_day_is_over(ledger);
        it.awards("m-2");
        it.pays("m-2", "m-1", 6);
        it.pays("m-1", "m-2", 100);
        it
    }

    /// Records 0 to 7.
    pub(crate) fn until_the_first_day_is_over(ledger: &str) -> Self {
        let design = include_str!("../../../core/designs/torekes.toml");
        let design = Design::parse(design).unwrap();
        let mut it = Self { ledger: Ledger::open(id(ledger), design, day("2025-01-02"), SECRET).unwrap() };
        it.ask("s-001", "steering_group", r#"{"approve_partner":{"partner":"p-01","roles":["issuing"]}}"#);
        it.ask(
            "s-010",
            "project_manager",
            r#"{"appoint":{"person":"s-050","role":"issuing_partner","scope":"p-01","from":"2025-01-02"}}"#,
        );
        for member in ["m-1", "m-2"] {
            let open = format!(
                r#"{{"open_account":{{"account":"{member}","kind":"person","holders":["{member}"]}}}}"#
            );
            it.ask("s-010", "project_manager", &open);
        }
        it.ask(
            "s-050",
            "issuing_partner",
            r#"{"award":{"partner":"p-01","to":"m-1","activity":"buurtwerk","measured":60}}"#,
        );
        it.pays("m-1", "m-2", 4);
        it.ask("s-900", "system", r#"{"close_day":{"through":"2025-01-02","today":"2025-01-03"}}"#);
        it
    }

    /// A flower box: 10.
    pub(crate) fn awards(&mut self, to: &str) {
        let ask =
            format!(r#"{{"award":{{"partner":"p-01","to":"{to}","activity":"bloembak","measured":1}}}}"#);
        self.ask("s-050", "issuing_partner", &ask);
    }

    pub(crate) fn pays(&mut self, from: &str, to: &str, units: u32) {
        let ask = format!(r#"{{"transfer":{{"from":"{from}","to":"{to}","pay":{{"amount":{units}}}}}}}"#);
        self.ask(from, "participant", &ask);
    }

    fn ask(&mut self, actor: &str, role: &str, ask: &str) {
        let (number, today) = (self.ledger.len(), self.ledger.day());
        let order: Order = serde_json::from_str(&format!(
            r#"{{"id":"{number:032x}","actor":"{actor}","role":"{role}","instant":1735812000000,
                "booking_day":"{today}","value_day":"{today}","ask":{ask}}}"#
        ))
        .unwrap();
        // What is refused is told too.
        let _ = self.ledger.execute(&order);
    }

    /// The feed of an account as an honest host tells it: at most so many slices after one.
    pub(crate) fn feed(&self, account: &str, since: u64, most: u64) -> String {
        let feed =
            Feeds::of(&self.ledger, FeedKey::from_bytes(&SECRET_KEY)).feed_up_to(&id(account), since, most);
        String::from_utf8(feed.unwrap().text()).unwrap()
    }
}
