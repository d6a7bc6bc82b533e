//! Small ledgers for the tests of the views.

use crate::calendar::Day;
use crate::dense::Secret;
use crate::design::Design;
use crate::id::{Id, OrderId};
use crate::ledger::{Answer, Ledger};
use crate::orders::Order;

#[derive(Clone)]
pub(crate) struct Scenario {
    pub(crate) ledger: Ledger,
    next_id: u128,
}

pub(crate) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

impl Scenario {
    pub(crate) fn open(design: &str, on: &str) -> Self {
        let design = Design::parse(design).unwrap();
        let ledger = Ledger::open(id("test-1"), design, day(on), Secret::new([7; 16])).unwrap();
        Self { ledger, next_id: 1 }
    }

    /// The Rabot on its first day, with more in its design and nobody there yet.
    pub(crate) fn rabot_with(more: &str) -> Self {
        Self::open(&format!("{}{more}", include_str!("../../designs/rabot-example.toml")), "2025-01-01")
    }

    /// Asks something today; `more` adds fields of the envelope.
    pub(crate) fn ask_with(&mut self, actor: &str, role: &str, more: &str, ask: &str) -> Answer {
        let today = self.ledger.day();
        let id = OrderId::new(self.next_id);
        self.next_id = self.next_id.saturating_add(1);
        let value_day =
            if more.contains("value_day") { String::new() } else { format!(r#","value_day":"{today}""#) };
        let order = format!(
            r#"{{"id":"{id}","actor":"{actor}","role":"{role}","instant":0,"booking_day":"{today}"{value_day}{more},"ask":{ask}}}"#
        );
        let order: Order = serde_json::from_str(&order).unwrap_or_else(|error| panic!("{error}: {order}"));
        self.ledger.execute(&order)
    }

    #[track_caller]
    pub(crate) fn book(&mut self, actor: &str, role: &str, ask: &str) -> String {
        self.book_with(actor, role, "", ask)
    }

    /// The id of the order, which was booked.
    #[track_caller]
    pub(crate) fn book_with(&mut self, actor: &str, role: &str, more: &str, ask: &str) -> String {
        let id = OrderId::new(self.next_id);
        self.ask_with(actor, role, more, ask).unwrap();
        id.to_string()
    }

    /// `m-1` has a meal of 30 and 2.50 euro reserved, of which nine more come in; the id of the order. It is
    /// kept half an hour, and through the day after.
    #[track_caller]
    pub(crate) fn reserve_a_meal(&mut self) -> String {
        let meals = r#"{"restock":{"partner":"p-14","reward":"buurtfeest","by":9}}"#;
        self.book("s-051", "redeeming_partner", meals);
        let reserve = r#"{"reserve":{"account":"m-1","partner":"p-14","reward":"buurtfeest","count":1}}"#;
        self.book("m-1", "participant", reserve)
    }

    #[track_caller]
    pub(crate) fn refused(&mut self, actor: &str, role: &str, ask: &str) {
        self.ask_with(actor, role, "", ask).unwrap_err();
    }

    #[track_caller]
    pub(crate) fn close_through(&mut self, through: &str) {
        let today = day(through).next().unwrap();
        self.book(
            "s-900",
            "system",
            &format!(r#"{{"close_day":{{"through":"{through}","today":"{today}"}}}}"#),
        );
    }

    /// Closes every day just after midnight.
    pub(crate) fn close_daily_through(&mut self, through: &str) {
        while self.ledger.day() <= day(through) {
            let today = self.ledger.day().to_string();
            self.close_through(&today);
        }
    }

    pub(crate) fn members(&mut self, opener: &str, members: &[&str]) {
        for member in members {
            let ask = format!(
                r#"{{"open_account":{{"account":"{member}","kind":"person","holders":["{member}"]}}}}"#
            );
            self.book(opener, "project_manager", &ask);
        }
    }

    /// A month of the reward currency of the Rabot example, on 5 February 2025.
    pub(crate) fn rabot() -> Self {
        Self::month_of_rabot_with("")
    }

    /// That month, and a tent of 25 at `p-14`: of who reserves one and does not come half is kept.
    pub(crate) fn rabot_with_tents() -> Self {
        Self::month_of_rabot_with(include_str!("tents.toml"))
    }

    fn month_of_rabot_with(more: &str) -> Self {
        let mut it = Self::rabot_with(more);
        for (partner, roles) in [("p-01", "issuing"), ("p-14", "redeeming")] {
            let ask = format!(r#"{{"approve_partner":{{"partner":"{partner}","roles":["{roles}"]}}}}"#);
            it.book("s-001", "steering_group", &ask);
        }
        it.members("s-010", &["m-1", "m-2", "m-3", "m-4"]);
        it.close_through("2025-01-01");
        let work = r#"{"award":{"partner":"p-01","to":"m-1","activity":"buurtwerk","measured":240}}"#;
        it.book_with("s-050", "issuing_partner", r#","value_day":"2025-01-01""#, work);
        let paid =
            it.book("m-1", "participant", r#"{"transfer":{"from":"m-1","to":"m-2","pay":{"amount":30}}}"#);
        it.book("m-2", "participant", r#"{"gift":{"from":"m-2","to":"m-3","amount":5}}"#);
        it.book(
            "m-1",
            "participant",
            r#"{"redeem":{"account":"m-1","partner":"p-14","reward":"soep","count":2}}"#,
        );
        let flowers = r#"{"award":{"partner":"p-01","to":"m-2","activity":"bloembak","measured":1}}"#;
        let claim = it.book("m-2", "participant", flowers);
        it.refused("m-3", "participant", r#"{"transfer":{"from":"m-3","to":"m-1","pay":{"amount":1000}}}"#);
        it.refused("m-3", "participant", r#"{"gift":{"from":"m-3","to":"m-1","amount":0}}"#);
        it.close_through("2025-01-02");
        it.book("s-050", "issuing_partner", &format!(r#"{{"complete":{{"pending":"{claim}"}}}}"#));
        let helped = r#"{"transfer":{"from":"m-3","to":"m-1","pay":{"amount":2}}}"#;
        let counter = r#","on_behalf_of":"m-3","contact_point":"cp-1","evidence":"form-1""#;
        it.book_with("s-041", "exchange_office", counter, helped);
        it.close_through("2025-02-04");
        let back = format!(r#"{{"reverse":{{"original":"{paid}","amount":10}}}}"#);
        it.book_with("s-010", "project_manager", r#","reason":"mistake""#, &back);
        it.refused("m-3", "participant", r#"{"transfer":{"from":"m-3","to":"m-1","pay":{"amount":4}}}"#);
        it
    }

    /// Reward points and mutual credit together, on 2 June 2025: `m-1` has earned, `m-2` is in the red.
    pub(crate) fn wijk() -> Self {
        let mut it = Self::open(include_str!("../../designs/wijk-example.toml"), "2025-06-02");
        it.book("s-001", "steering_group", r#"{"approve_partner":{"partner":"p-01","roles":["issuing"]}}"#);
        it.members("s-010", &["m-1", "m-2", "m-3", "m-4"]);
        it.book(
            "s-900",
            "system",
            r#"{"award":{"partner":"p-01","to":"m-1","activity":"opruimen","measured":180}}"#,
        );
        it.book("m-2", "participant", r#"{"transfer":{"from":"m-2","to":"m-3","pay":{"amount":125}}}"#);
        it
    }

    /// A time bank on 2 June 2025: `m-1` owes ten hours and a quarter and must earn first.
    pub(crate) fn uurbank() -> Self {
        let mut it = Self::open(include_str!("../../designs/uurbank-example.toml"), "2025-06-02");
        it.members("s-010", &["m-1", "m-2", "m-3", "m-4"]);
        for minutes in [420, 195] {
            let ask = format!(r#"{{"transfer":{{"from":"m-1","to":"m-2","pay":{{"minutes":{minutes}}}}}}}"#);
            it.book("m-1", "participant", &ask);
        }
        it
    }
}

/// A small ring with notes of 1, 5 and 10.
const PAPER: &str = r#"format = 0
[currency]
id = "kring"
names = { nl = "Kring", fr = "Cercle", en = "Ring" }
zone = "Europe/Brussels"
[unit]
kind = "free_point"
scale = 0
names.nl = { one = "punt", many = "punten" }
names.fr = { one = "point", many = "points" }
names.en = { one = "point", many = "points" }
[circulation]
reward = true
[[earning]]
code = "klus"
names = { nl = "Klus", fr = "Coup de main", en = "Odd job" }
per = "action"
units = 1
[paper]
[[paper.series]]
code = "r-25"
names = { nl = "Reeks 2025", fr = "Série 2025", en = "Series 2025" }
denominations = [1, 5, 10]
valid_from = 2024-12-01
[[contact_point]]
id = "cp-1"
functions = ["exchange"]
[permissions.print_notes]
project_manager = "allow"
[permissions.send_notes]
project_manager = "allow"
[[office_holder]]
person = "s-001"
role = "steering_group"
[[office_holder]]
person = "s-010"
role = "project_manager"
[[office_holder]]
person = "s-041"
role = "exchange_office"
scope = "cp-1"
[[office_holder]]
person = "s-050"
role = "issuing_partner"
scope = "p-01"
[[office_holder]]
person = "s-900"
role = "system"
"#;

impl Scenario {
    /// An office that is open: it received forty notes, paid some out, took some in and sold something; a
    /// second sending is on its way.
    pub(crate) fn paper() -> Self {
        let mut it = Self::open(PAPER, "2025-01-01");
        it.book("s-001", "steering_group", r#"{"approve_partner":{"partner":"p-01","roles":["issuing"]}}"#);
        it.members("s-010", &["m-1"]);
        it.book(
            "s-050",
            "issuing_partner",
            r#"{"award":{"partner":"p-01","to":"m-1","activity":"klus","measured":100}}"#,
        );
        it.book(
            "s-010",
            "project_manager",
            r#"{"print_notes":{"series":"r-25","notes":[[1,50],[5,50],[10,20]]}}"#,
        );
        let send = |carrier: &str, notes: &str| {
            format!(
                r#"{{"send_notes":{{"from":"vault","to":{{"stock":"cp-1"}},"carrier":"{carrier}","series":"r-25","notes":{notes}}}}}"#
            )
        };
        let sending = it.book("s-010", "project_manager", &send("c-1", "[[1,20],[5,20]]"));
        it.book("s-010", "project_manager", &send("c-2", "[[10,3]]"));
        it.at_the_office(r#"{"open_office":{}}"#);
        it.at_the_office(&format!(
            r#"{{"receive_notes":{{"sending":"{sending}","notes":[[1,20],[5,20]]}}}}"#
        ));
        it.at_the_office(r#"{"pay_out":{"account":"m-1","series":"r-25","want":{"amount":37}}}"#);
        it.at_the_office(r#"{"take_in":{"account":"m-1","series":"r-25","notes":[[5,2]]}}"#);
        it.at_the_office(r#"{"sell":{"what":"kaart","price":5,"euro_price":250,"series":"r-25","notes":[[5,1]],"euro":250}}"#);
        it
    }

    /// The office is counted: one of 5 is short, and ten cents are over.
    pub(crate) fn count_short(&mut self) {
        self.at_the_office(
            r#"{"count_cash":{"count":{"series":[{"series":"r-25","stock":[[1,18],[5,12]],"till":[[5,1]],"returned":[[5,2]]}],"euro":260}}}"#,
        );
    }

    #[track_caller]
    fn at_the_office(&mut self, ask: &str) {
        self.book_with("s-041", "exchange_office", r#","contact_point":"cp-1","on_behalf_of":"m-1""#, ask);
    }
}
