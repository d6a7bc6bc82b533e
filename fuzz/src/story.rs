//! Three small ledgers with something of everything in them, for orders and records to fall upon.

use std::sync::OnceLock;

use muntwerk::calendar::{Day, Instant};
use muntwerk::dense::Secret;
use muntwerk::design::Design;
use muntwerk::id::{Code, Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::orders::{Ask, Order};

const RABOT: &str = include_str!("../../core/designs/rabot-example.toml");
const WIJK: &str = include_str!("../../core/designs/wijk-example.toml");
const UURBANK: &str = include_str!("../../core/designs/uurbank-example.toml");

/// Which ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Reward points that lapse, with notices, a pot and every role.
    Rabot,
    /// Reward points and mutual credit together, lots by the month, technical debt.
    Wijk,
    /// Mutual credit in hours.
    Uurbank,
}

impl Place {
    /// The word that stands for it at the start of an input.
    pub const ALL: [(&str, Self); 3] =
        [("rabot", Self::Rabot), ("wijk", Self::Wijk), ("uurbank", Self::Uurbank)];

    /// The place that the first line names (`@wijk`), and the lines after it.
    pub(crate) fn of(text: &[u8]) -> (Self, &[u8]) {
        for (word, place) in Self::ALL {
            let rest = text.strip_prefix(b"@").and_then(|text| text.strip_prefix(word.as_bytes()));
            if let Some(rest) = rest.and_then(|rest| rest.strip_prefix(b"\n")) {
                return (place, rest);
            }
        }
        (Self::Rabot, text)
    }
}

/// A ledger, and how it came to be what it is.
pub struct Story {
    /// The ledger.
    pub ledger: Ledger,
    /// Its journal so far.
    pub journal: Vec<u8>,
}

/// The story of a place, told once.
pub fn story(place: Place) -> &'static Story {
    static STORIES: [OnceLock<Story>; 3] = [const { OnceLock::new() }; 3];
    let [rabot, wijk, uurbank] = &STORIES;
    match place {
        Place::Rabot => rabot.get_or_init(tell_rabot),
        Place::Wijk => wijk.get_or_init(tell_wijk),
        Place::Uurbank => uurbank.get_or_init(tell_uurbank),
    }
}

fn design(text: &str) -> Design {
    Design::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

/// Units earned in a month end with the next, so that a short story sees notices and lapses.
fn tell_rabot() -> Story {
    let text =
        RABOT.replace("months = 12 ", "months = 1 ").replace("days = 30, suffices", "days = 27, suffices");
    assert!(text.contains("months = 1 ") && text.contains("days = 27,"), "the design is not what it was");
    let mut t = Teller::start("rabot-1", &text, Day::new(2025, 1, 29).unwrap());
    for (partner, roles) in
        [("p-01", r#""issuing""#), ("p-02", r#""issuing","redeeming""#), ("p-14", r#""redeeming""#)]
    {
        t.tell(
            "s-001",
            "steering_group",
            &format!(r#"{{"approve_partner":{{"partner":"{partner}","roles":[{roles}]}}}}"#),
        );
    }
    t.open(&["m-01", "m-02", "m-03", "m-04"]);
    t.tell(
        "s-010",
        "project_manager",
        r#"{"open_account":{"account":"h-01","kind":"household","holders":["m-01","m-02"]}}"#,
    );
    for (member, minutes) in [("m-01", 240), ("m-02", 90), ("m-03", 475)] {
        t.tell("s-050", "issuing_partner", &format!(
            r#"{{"award":{{"partner":"p-01","to":"{member}","activity":"buurtwerk","measured":{minutes}}}}}"#));
    }
    t.evidence = Some("ev-1");
    t.behalf = Some("m-03");
    t.place = Some("cp-1");
    t.tell("s-040", "administration_point", r#"{"give_mandate":{"mandate":"v-01","client":"m-03","holder":"s-020",
        "actions":["transfer","gift","redeem"],"from":"2025-01-29","until":"2025-12-31","per_order":60,"per_month":90}}"#);
    t.plain();
    t.behalf = Some("m-03");
    t.tell("s-020", "mediator", r#"{"transfer":{"from":"m-03","to":"m-01","pay":{"amount":30}}}"#);
    t.tell("s-020", "mediator", r#"{"transfer":{"from":"m-03","to":"m-01","pay":{"amount":61}}}"#);
    t.plain();
    t.tell(
        "m-02",
        "participant",
        r#"{"award":{"partner":"p-01","to":"m-02","activity":"bloembak","measured":1}}"#,
    );
    let claim = t.last();
    t.tell("s-050", "issuing_partner", &format!(r#"{{"complete":{{"pending":"{claim}"}}}}"#));
    t.tell(
        "m-04",
        "participant",
        r#"{"award":{"partner":"p-01","to":"m-04","activity":"bloembak","measured":1}}"#,
    );
    t.tell(
        "m-01",
        "participant",
        r#"{"transfer":{"from":"m-01","to":"m-02","pay":{"amount":25},"offer":"offer-7"}}"#,
    );
    let paid = t.last();
    t.tell("m-01", "participant", r#"{"gift":{"from":"m-01","to":"m-04","amount":5}}"#);
    t.tell(
        "m-01",
        "participant",
        r#"{"pay_for_relative":{"from":"m-01","to":"m-04","relative":"r-9","pay":{"amount":6}}}"#,
    );
    t.tell(
        "m-01",
        "participant",
        r#"{"redeem":{"account":"m-01","partner":"p-14","reward":"soep","count":2}}"#,
    );
    t.tell("s-010", "project_manager", &format!(r#"{{"reverse":{{"original":"{paid}","amount":10}}}}"#));
    t.tell(
        "s-010",
        "project_manager",
        r#"{"appoint":{"person":"s-022","role":"mediator","from":"2025-01-29"}}"#,
    );
    t.close(4);
    t.tell("s-010", "project_manager", r#"{"change_state":{"account":"m-04","state":"blocked"}}"#);
    t.tell(
        "s-010",
        "project_manager",
        r#"{"record_notice":{"account":"m-01","end":"2025-02-28","outcome":"delivered"}}"#,
    );
    t.done()
}

fn tell_wijk() -> Story {
    let mut t = Teller::start("wijk-1", WIJK, Day::new(2025, 11, 14).unwrap());
    t.tell(
        "s-001",
        "steering_group",
        r#"{"approve_partner":{"partner":"p-01","roles":["issuing","redeeming"]}}"#,
    );
    t.open(&["m-01", "m-02", "m-03"]);
    t.tell(
        "s-050",
        "issuing_partner",
        r#"{"award":{"partner":"p-01","to":"m-01","activity":"opruimen","measured":90}}"#,
    );
    t.tell("m-02", "participant", r#"{"transfer":{"from":"m-02","to":"m-01","pay":{"amount":400}}}"#);
    let paid = t.last();
    t.tell(
        "m-01",
        "participant",
        r#"{"redeem":{"account":"m-01","partner":"p-01","reward":"koffie","count":20}}"#,
    );
    t.tell("s-010", "project_manager", &format!(r#"{{"reverse":{{"original":"{paid}"}}}}"#));
    t.tell("m-03", "participant", r#"{"transfer":{"from":"m-03","to":"m-02","pay":{"amount":501}}}"#);
    t.tell("m-03", "participant", r#"{"gift":{"from":"m-03","to":"m-02","amount":5}}"#);
    t.tell(
        "s-050",
        "issuing_partner",
        r#"{"award":{"partner":"p-01","to":"m-03","activity":"wijkraad","measured":1}}"#,
    );
    t.close(3);
    t.done()
}

fn tell_uurbank() -> Story {
    let mut t = Teller::start("uurbank-1", UURBANK, Day::new(2025, 3, 3).unwrap());
    t.open(&["m-01", "m-02", "m-03"]);
    for (from, to, minutes) in
        [("m-01", "m-02", 50), ("m-02", "m-03", 305), ("m-01", "m-03", 900), ("m-01", "m-02", 15)]
    {
        t.tell(
            from,
            "participant",
            &format!(r#"{{"transfer":{{"from":"{from}","to":"{to}","pay":{{"minutes":{minutes}}}}}}}"#),
        );
    }
    t.tell("m-03", "participant", r#"{"gift":{"from":"m-03","to":"m-01","amount":100}}"#);
    t.close(1);
    t.done()
}

/// Tells a story order by order. Roles that wait or refuse are part of it.
struct Teller {
    ledger: Ledger,
    told: usize,
    place: Option<&'static str>,
    behalf: Option<&'static str>,
    evidence: Option<&'static str>,
}

impl Teller {
    fn start(name: &str, text: &str, day: Day) -> Self {
        let ledger = Ledger::open(id(name), design(text), day, Secret::new([7; 16])).unwrap();
        Self { ledger, told: 0, place: None, behalf: None, evidence: None }
    }

    fn plain(&mut self) {
        (self.place, self.behalf, self.evidence) = (None, None, None);
    }

    fn tell(&mut self, actor: &str, role: &str, ask: &str) {
        let ask: Ask = serde_json::from_str(ask).unwrap_or_else(|error| panic!("{error} in {ask}"));
        let mut order = order(self.told, actor, role, self.ledger.day(), ask);
        order.contact_point = self.place.map(id);
        order.on_behalf_of = self.behalf.map(id);
        order.evidence = self.evidence.map(id);
        if let Err(refused) = self.ledger.execute(&order) {
            assert!(refused.number.is_some(), "{refused} for {order:?}");
        }
        self.told += 1;
    }

    fn open(&mut self, members: &[&str]) {
        for member in members {
            self.tell(
                "s-010",
                "project_manager",
                &format!(
                    r#"{{"open_account":{{"account":"{member}","kind":"person","holders":["{member}"]}}}}"#
                ),
            );
        }
    }

    fn close(&mut self, days: i32) {
        let day = self.ledger.day();
        let through = day.plus_days(days - 1).unwrap();
        let today = through.next().unwrap();
        self.tell(
            "s-900",
            "system",
            &format!(r#"{{"close_day":{{"through":"{through}","today":"{today}"}}}}"#),
        );
    }

    fn last(&self) -> OrderId {
        order_id(self.told - 1)
    }

    fn done(mut self) -> Story {
        let mut journal = Vec::new();
        self.ledger.seal(&mut journal);
        Story { ledger: self.ledger, journal }
    }
}

fn order_id(number: usize) -> OrderId {
    OrderId::new(0x5eed_0000 + number as u128)
}

/// An order in a plain envelope.
pub(crate) fn order(number: usize, actor: &str, role: &str, day: Day, ask: Ask) -> Order {
    Order {
        id: order_id(number),
        actor: id(actor),
        role: code(role),
        instant: Instant::new(i64::from(day.since_epoch()) * 86_400_000 + 43_200_000),
        booking_day: day,
        value_day: day,
        ask,
        contact_point: None,
        on_behalf_of: None,
        reason: None,
        evidence: None,
    }
}
