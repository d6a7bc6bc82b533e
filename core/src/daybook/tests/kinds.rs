//! Every kind of line becomes the order it says.

use super::*;
use crate::daybook::{What, order_id};

const UURBANK: &str = include_str!("../../../designs/uurbank-example.toml");

fn json(cells: &[(&str, &str)]) -> String {
    serde_json::to_string(&order(cells).unwrap().ask).unwrap()
}

/// A line of each kind with everything it may have, in the order of the table.
const LINES: &[&[(&str, &str)]] = &[
    &[("what", "open"), ("account", "m-1"), ("item", "household"), ("person", "m-1 m-2")],
    &[("what", "partner"), ("partner", "p-01"), ("item", "issuing redeeming")],
    &[
        ("what", "contract"),
        ("partner", "p-01"),
        ("item", "issuing redeeming"),
        ("account", "o-1"),
        ("amount", "500"),
        ("per", "month"),
        ("terms", "rate=10/0,95 claim_days=90"),
        ("until", "2025-12-31"),
    ],
    &[("what", "holders"), ("account", "h-1"), ("person", "m-3 m-4"), ("leaves", "m-1")],
    &[("what", "limits"), ("account", "m-1"), ("item", "groepen"), ("floor", "-250"), ("ceiling", "1000")],
    &[("what", "exception"), ("account", "m-1"), ("until", "2025-03-31"), ("ceiling", "2500")],
    &[("what", "state"), ("account", "m-1"), ("item", "blocked")],
    &[("what", "close"), ("account", "m-1")],
    &[("what", "write_off"), ("account", "m-1")],
    &[
        ("what", "appoint"),
        ("person", "s-1"),
        ("item", "issuing_partner"),
        ("partner", "p-01"),
        ("until", "2025-12-31"),
    ],
    &[("what", "end_role"), ("person", "s-1"), ("item", "redemption_desk"), ("at", "cp-2")],
    &[
        ("what", "mandate"),
        ("item", "v-1"),
        ("client", "m-1"),
        ("person", "s-020"),
        ("actions", "transfer redeem"),
        ("start", "2025-02-01"),
        ("until", "2025-12-31"),
        ("per_order", "50"),
        ("per_month", "200"),
    ],
    &[("what", "revoke"), ("item", "v-1")],
    &[("what", "fact"), ("person", "m-1"), ("item", "residence"), ("value", "gent"), ("until", "2025-12-31")],
    &[("what", "welcome"), ("account", "m-1"), ("item", "start")],
    &[("what", "amend"), ("item", "summer-2025"), ("start", "2025-07-01"), ("value", "extend")],
    &[
        ("what", "award"),
        ("partner", "p-01"),
        ("account", "m-1"),
        ("item", "buurtwerk"),
        ("measured", "2:30"),
    ],
    &[
        ("what", "claim"),
        ("partner", "p-01"),
        ("account", "m-1"),
        ("item", "bloembak"),
        ("measured", "3"),
        ("person", "m-2"),
    ],
    &[("what", "confirm"), ("refers", "w-0")],
    &[("what", "reject"), ("refers", "w-0")],
    &[("what", "withdraw"), ("refers", "w-0")],
    &[
        ("what", "transfer"),
        ("from", "m-1"),
        ("to", "m-2"),
        ("measured", "0:45"),
        ("offer", "o-9"),
        ("category", "zorg"),
    ],
    &[("what", "gift"), ("from", "m-1"), ("to", "m-2"), ("amount", "25,00")],
    &[("what", "pay_for"), ("from", "m-1"), ("to", "m-2"), ("relative", "m-3"), ("amount", "25")],
    &[("what", "redeem"), ("account", "m-1"), ("partner", "p-15"), ("item", "waardebon"), ("amount", "175")],
    &[("what", "restock"), ("partner", "p-11"), ("item", "fietskar"), ("measured", "-2")],
    &[("what", "reserve"), ("account", "m-1"), ("partner", "p-11"), ("item", "fietskar")],
    &[("what", "pick_up"), ("refers", "w-0")],
    &[("what", "release"), ("refers", "w-0")],
    &[("what", "wait"), ("account", "m-1"), ("partner", "p-11"), ("item", "fietskar"), ("measured", "2")],
    &[("what", "stop_waiting"), ("refers", "w-0")],
    &[("what", "print"), ("series", "r-25"), ("notes", "100x5 50x10")],
    &[("what", "destroy"), ("series", "r-24"), ("notes", "2x5")],
    &[("what", "send"), ("series", "r-25"), ("notes", "20x5"), ("carrier", "c-1"), ("at", "cp-1")],
    &[("what", "lost"), ("refers", "w-0")],
    &[("what", "pay_out"), ("account", "m-1"), ("series", "r-25"), ("amount", "26")],
    &[("what", "take_in"), ("account", "m-1"), ("series", "r-25"), ("notes", "3x5 1x10")],
    &[("what", "open_office")],
    &[
        ("what", "count"),
        ("series", "r-25"),
        ("notes", "3x5"),
        ("till", "1x1"),
        ("returned", "2x20"),
        ("euro", "2,50"),
    ],
    &[("what", "receive"), ("refers", "w-0"), ("notes", "20x5")],
    &[
        ("what", "send_back"),
        ("place", "cp-1"),
        ("item", "returned"),
        ("series", "r-25"),
        ("notes", "2x20"),
        ("carrier", "c-1"),
    ],
    &[("what", "swap"), ("series", "r-24"), ("notes", "1x10"), ("item", "r-25"), ("measured", "2")],
    &[("what", "change"), ("series", "r-25"), ("euro", "2,60")],
    &[("what", "fill_till"), ("series", "r-25"), ("notes", "4x1"), ("euro", "5")],
    &[("what", "hand_over"), ("series", "r-25"), ("notes", "3x1"), ("euro", "3.00")],
    &[
        ("what", "sale"),
        ("item", "zwembeurt"),
        ("series", "r-25"),
        ("amount", "1"),
        ("euro_price", "0.20"),
        ("notes", "1x5"),
        ("euro", "1"),
    ],
    &[("what", "hand_in"), ("partner", "p-14"), ("series", "r-25"), ("notes", "1x10")],
    &[
        ("what", "redeem_notes"),
        ("partner", "p-14"),
        ("item", "soep"),
        ("series", "r-25"),
        ("notes", "1x10"),
        ("measured", "2"),
    ],
    &[
        ("what", "award_notes"),
        ("partner", "p-01"),
        ("person", "b-7"),
        ("item", "bloembak"),
        ("measured", "3"),
        ("series", "r-25"),
        ("notes", "6x5"),
    ],
    &[("what", "invoice"), ("partner", "p-14"), ("item", "2025-014"), ("until", "2025-01-31")],
    &[("what", "turn_down"), ("refers", "w-0"), ("acceptance", "w-00"), ("amount", "5")],
    &[("what", "approve"), ("refers", "w-0")],
    &[("what", "paid"), ("refers", "w-0")],
    &[("what", "bounced"), ("refers", "w-0")],
    &[("what", "claw_back"), ("refers", "w-0"), ("amount", "5")],
    &[("what", "top_up"), ("account", "m-1"), ("euro", "2,50")],
    &[("what", "fund_backing"), ("euro", "80"), ("euro_paper", "20")],
    &[("what", "exchange_back"), ("partner", "p-14"), ("amount", "33"), ("item", "f-7")],
    &[("what", "pay_given"), ("partner", "p-14"), ("item", "f-8")],
    &[("what", "difference"), ("at", "cp-1")],
    &[("what", "recount"), ("at", "cp-1")],
    &[("what", "end_office"), ("at", "cp-2")],
    &[("what", "charge_back"), ("refers", "w-0")],
    &[("what", "reverse"), ("refers", "w-0"), ("amount", "10")],
    &[("what", "end_units"), ("start", "2024-01-01"), ("until", "2024-06-30"), ("ends", "2025-06-30")],
    &[("what", "notice"), ("account", "m-1"), ("until", "2025-12-31"), ("item", "undeliverable")],
];

#[test]
fn every_kind_is_read() {
    let kinds: Vec<&str> = LINES.iter().map(|cells| cells[0].1).collect();
    assert_eq!(kinds, What::ALL.map(What::name));
    let design = serde_json::to_string(&Design::parse(RABOT).unwrap()).unwrap();
    let asks: Vec<String> =
        LINES.iter().map(|cells| json(cells).replace(&design, "\"<the whole design>\"")).collect();
    insta::assert_snapshot!(asks.join("\n"), @r#"
    {"open_account":{"account":"m-1","kind":"household","holders":["m-1","m-2"]}}
    {"approve_partner":{"partner":"p-01","roles":["issuing","redeeming"]}}
    {"amend_contract":{"partner":"p-01","roles":["issuing","redeeming"],"from":"2025-01-02","until":"2025-12-31","budget":{"units":500,"per":"month"},"account":"o-1","settlement":{"rate":{"cents":19,"units":2},"claim_days":90}}}
    {"change_holders":{"account":"h-1","add":["m-3","m-4"],"remove":["m-1"]}}
    {"set_limits":{"account":"m-1","floor":-250,"ceiling":1000,"group":"groepen"}}
    {"grant_exception":{"account":"m-1","until":"2025-03-31","ceiling":2500}}
    {"change_state":{"account":"m-1","state":"blocked"}}
    {"close_account":{"account":"m-1"}}
    {"write_off":{"account":"m-1"}}
    {"appoint":{"person":"s-1","role":"issuing_partner","from":"2025-01-02","scope":"p-01","until":"2025-12-31"}}
    {"end_role":{"person":"s-1","role":"redemption_desk","scope":"cp-2"}}
    {"give_mandate":{"mandate":"v-1","client":"m-1","holder":"s-020","actions":["transfer","redeem"],"from":"2025-02-01","until":"2025-12-31","per_order":50,"per_month":200}}
    {"revoke_mandate":{"mandate":"v-1"}}
    {"record_fact":{"person":"m-1","fact":"residence","from":"2025-01-02","value":"gent","until":"2025-12-31"}}
    {"welcome":{"account":"m-1","gift":"start"}}
    {"amend_design":{"effective":"2025-07-01","design":"<the whole design>","existing":"extend"}}
    {"award":{"partner":"p-01","to":"m-1","activity":"buurtwerk","measured":150}}
    {"award":{"partner":"p-01","to":"m-1","activity":"bloembak","measured":3,"earner":"m-2"}}
    {"complete":{"pending":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"reject":{"pending":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"withdraw":{"pending":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"transfer":{"from":"m-1","to":"m-2","pay":{"minutes":45},"offer":"o-9","category":"zorg"}}
    {"gift":{"from":"m-1","to":"m-2","amount":25}}
    {"pay_for_relative":{"from":"m-1","to":"m-2","relative":"m-3","pay":{"amount":25}}}
    {"redeem":{"account":"m-1","partner":"p-15","reward":"waardebon","count":1,"units":175}}
    {"restock":{"partner":"p-11","reward":"fietskar","by":-2}}
    {"reserve":{"account":"m-1","partner":"p-11","reward":"fietskar","count":1}}
    {"pick_up":{"reservation":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"release":{"reservation":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"wait":{"account":"m-1","partner":"p-11","reward":"fietskar","count":2}}
    {"stop_waiting":{"place":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"print_notes":{"series":"r-25","notes":[[5,100],[10,50]]}}
    {"destroy_notes":{"series":"r-24","notes":[[5,2]]}}
    {"send_notes":{"from":"vault","to":{"stock":"cp-1"},"carrier":"c-1","series":"r-25","notes":[[5,20]]}}
    {"report_lost":{"lost":{"sending":"d48e0e27f6e025d1d21e3def546ea5ce"}}}
    {"pay_out":{"account":"m-1","series":"r-25","want":{"amount":26}}}
    {"take_in":{"account":"m-1","series":"r-25","notes":[[5,3],[10,1]]}}
    {"open_office":{}}
    {"count_cash":{"count":{"series":[{"series":"r-25","stock":[[5,3]],"till":[[1,1]],"returned":[[20,2]]}],"euro":250}}}
    {"receive_notes":{"sending":"d48e0e27f6e025d1d21e3def546ea5ce","notes":[[5,20]]}}
    {"send_notes":{"from":{"returned":"cp-1"},"to":"vault","carrier":"c-1","series":"r-25","notes":[[20,2]]}}
    {"swap_notes":{"from":"r-24","notes":[[10,1]],"to":"r-25","stamped":2}}
    {"change_euro":{"euro":260,"series":"r-25"}}
    {"fill_till":{"series":"r-25","notes":[[1,4]],"euro":500}}
    {"hand_over_till":{"series":"r-25","notes":[[1,3]],"euro":300}}
    {"sell":{"what":"zwembeurt","price":1,"euro_price":20,"series":"r-25","notes":[[5,1]],"euro":100}}
    {"hand_in":{"partner":"p-14","series":"r-25","notes":[[10,1]]}}
    {"redeem_notes":{"partner":"p-14","reward":"soep","count":2,"series":"r-25","notes":[[10,1]]}}
    {"award_notes":{"partner":"p-01","person":"b-7","activity":"bloembak","measured":3,"series":"r-25","want":[[5,6]]}}
    {"file_claim":{"partner":"p-14","invoice":"2025-014","through":"2025-01-31"}}
    {"reject_claim":{"claim":"d48e0e27f6e025d1d21e3def546ea5ce","acceptance":"dbe7e54ef3746732b5fbbfbedf972a14","units":5}}
    {"approve_claim":{"claim":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"confirm_paid":{"claim":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"return_payment":{"claim":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"claw_back":{"original":"d48e0e27f6e025d1d21e3def546ea5ce","amount":5}}
    {"top_up":{"account":"m-1","euro":250}}
    {"fund_backing":{"account":8000,"paper":2000}}
    {"exchange_back":{"who":"p-14","units":33,"invoice":"f-7"}}
    {"pay_given":{"partner":"p-14","invoice":"f-8"}}
    {"approve_difference":{"office":"cp-1"}}
    {"ask_recount":{"office":"cp-1"}}
    {"end_office":{"office":"cp-2"}}
    {"chargeback":{"original":"d48e0e27f6e025d1d21e3def546ea5ce"}}
    {"reverse":{"original":"d48e0e27f6e025d1d21e3def546ea5ce","amount":10}}
    {"end_units":{"earned_through":"2024-06-30","ends_on":"2025-06-30","earned_from":"2024-01-01"}}
    {"record_notice":{"account":"m-1","end":"2025-12-31","outcome":"undeliverable"}}
    "#);
}

#[test]
fn the_envelope_is_read() {
    let order = order(&[
        ("what", "close"),
        ("account", "m-1"),
        ("time", "14:30"),
        ("activity_day", "2024-12-30"),
        ("place", "cp-1"),
        ("for", "m-2"),
        ("reason", "verhuisd"),
        ("evidence", "bewijs-7"),
    ]);
    insta::assert_snapshot!(serde_json::to_string(&order.unwrap()).unwrap(), @r#"{"id":"f1a8c2f586b7e8c06fb062eb3b098989","actor":"m-1","role":"participant","instant":1735828200000,"booking_day":"2025-01-02","value_day":"2024-12-30","ask":{"close_account":{"account":"m-1"}},"contact_point":"cp-1","on_behalf_of":"m-2","reason":"verhuisd","evidence":"bewijs-7"}"#);
}

/// The id can be made with any tool: `printf 'muntwerk.daybook.1rabot-1\0w-2025-00012' | sha256sum`.
#[test]
fn an_order_id_follows_from_the_reference() {
    let id = |text| Id::parse(text).unwrap();
    let derived = order_id(&id("rabot-1"), &id("w-2025-00012"));
    assert_eq!(derived.to_string(), "cc69ac526121a496d2e484907c7451f0");
    assert_ne!(derived, order_id(&id("rabot-2"), &id("w-2025-00012")));
}

#[test]
fn amounts_have_the_scale_of_the_unit() {
    let gift = |amount| {
        let cells = [("what", "gift"), ("from", "m-1"), ("to", "m-2"), ("amount", amount)];
        order_on(UURBANK, &cells).map(|order| serde_json::to_string(&order.ask).unwrap())
    };
    assert!(gift("1,25").unwrap().contains("\"amount\":125"));
    assert!(gift("1.255").is_err());
}

/// R8: a line names the design it adopts; one that nobody handed in is no design.
#[test]
fn an_amendment_is_handed_in_beside_the_day_book() {
    let amend = |name| order(&[("what", "amend"), ("item", name), ("start", "2025-07-01")]);
    assert!(
        serde_json::to_string(&amend("summer-2025").unwrap().ask).is_ok_and(|ask| !ask.contains("existing"))
    );
    let errors = amend("autumn-2025").unwrap_err();
    let told: Vec<String> = errors.iter().map(|error| error.in_file("d.csv").to_string()).collect();
    assert_eq!(told, ["d.csv:3: item: no amendment is handed in that is called `autumn-2025`"]);
}

/// R41: when one series follows another, both lie in the drawers.
#[test]
fn a_count_can_be_of_several_series() {
    let count = |notes| {
        let cells = [("what", "count"), ("series", "r-24 r-25"), ("notes", notes), ("till", "|1x1")];
        order(&cells).map(|order| serde_json::to_string(&order.ask).unwrap())
    };
    insta::assert_snapshot!(count("3x5 1x10 | 2x5").unwrap(), @r#"{"count_cash":{"count":{"series":[{"series":"r-24","stock":[[5,3],[10,1]],"till":[],"returned":[]},{"series":"r-25","stock":[[5,2]],"till":[[1,1]],"returned":[]}],"euro":0}}}"#);
    let errors = count("3x5").unwrap_err();
    let told: Vec<String> = errors.iter().map(|error| error.in_file("d.csv").to_string()).collect();
    assert_eq!(
        told,
        ["d.csv:3: notes: notes of 1 series under 2: put | between those of one series and the next"]
    );
}
