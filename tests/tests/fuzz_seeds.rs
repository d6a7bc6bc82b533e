//! Every seed of every fuzz target, on any machine with Rust. A seed that no longer gets anywhere is
//! noticed too: the fuzzer would go on from nothing.
//!
//! `make seeds` writes the seeds anew, from the shipped designs and from the orders below.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    unreachable_pub,
    reason = "a test that stops where it finds something wrong"
)]

#[path = "../../fuzz/src/lib.rs"]
#[allow(dead_code, reason = "the targets choose how thoroughly to look; here it is always in full")]
mod fuzz;

use std::path::{Path, PathBuf};

use fuzz::{Depth, Outcome, Place, story};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn seeds(target: &str) -> Vec<PathBuf> {
    let folder = root().join("fuzz").join("seeds").join(target);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Replays all seeds of a target; at least `enough` things in them have to be booked.
fn replay(target: &str, drive: impl Fn(&[u8], Depth) -> Outcome, enough: usize) {
    let mut booked = 0;
    for file in seeds(target) {
        let outcome = drive(&std::fs::read(&file).unwrap(), Depth::Full);
        println!("{}: {outcome:?}", file.file_name().unwrap().to_string_lossy());
        booked += outcome.booked;
    }
    assert!(booked >= enough, "the seeds of {target} booked {booked}: too little to start from");
}

#[test]
fn design_text() {
    replay("design_text", fuzz::design_text, 100);
}

#[test]
fn order_json() {
    replay("order_json", fuzz::order_json, 40);
}

#[test]
fn journal_lines() {
    replay("journal_lines", fuzz::journal_lines, 600);
}

#[test]
fn daybook() {
    replay("daybook", fuzz::daybook, 20);
}

#[test]
fn observed() {
    replay("observed", fuzz::observed, 20);
}

#[test]
fn payment_request() {
    replay("payment_request", fuzz::payment_request, 6);
}

#[test]
fn snapshot_edits() {
    replay("snapshot_edits", fuzz::snapshot_edits, 4);
}

#[test]
fn office_orders() {
    replay("office_orders", fuzz::office_orders, 20);
}

#[test]
fn feed() {
    replay("feed", fuzz::feed, 60);
}

#[test]
fn wallet_file() {
    replay("wallet_file", fuzz::wallet_file, 60);
}

#[test]
fn input_that_is_nothing_is_nothing() {
    for nothing in [&b""[..], b"\n", b"@rabot", b"@rabot\n\n", b"\xff\xfe", b"{}", b"# daybook 1\n"] {
        assert_eq!(fuzz::design_text(nothing, Depth::Full).booked, 0);
        assert_eq!(fuzz::order_json(nothing, Depth::Full), Outcome::default());
        assert_eq!(fuzz::daybook(nothing, Depth::Full), Outcome::default());
        fuzz::journal_lines(nothing, Depth::Full);
    }
}

/// For whoever verifies a journal without the library: `target/stories/*.journal`.
#[test]
fn the_stories_are_written_for_others() {
    let folder = root().join("target").join("stories");
    std::fs::create_dir_all(&folder).unwrap();
    for (word, place) in Place::ALL {
        std::fs::write(folder.join(format!("{word}.journal")), &story(place).journal).unwrap();
    }
}

// --- making the seeds ---

fn write(target: &str, name: &str, text: impl AsRef<[u8]>) {
    let folder = root().join("fuzz").join("seeds").join(target);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), text).unwrap();
}

#[test]
#[ignore = "writes the seeds: make seeds"]
fn write_seeds() {
    write_designs();
    write_orders();
    write_records();
    write_day_books();
    write_edits();
    write_office_days();
    write_lists();
    write_payment_requests();
    write_wallets();
}

/// A whole day of one office, and a busy one of two.
fn write_office_days() {
    let day: &[[u8; 5]] = &[
        [0, 0, 1, 50, 0],
        [0, 0, 3, 50, 0],
        [0, 0, 5, 50, 0],
        [2, 0, 1, 7, 0],
        [8, 0, 0, 0, 0],
        [5, 0, 1, 7, 0],
        [2, 0, 3, 7, 0],
        [5, 0, 3, 6, 0],
        [2, 0, 5, 7, 0],
        [5, 0, 5, 7, 0],
        [9, 0, 1, 0, 26],
        [11, 2, 5, 1, 0],
        [12, 0, 1, 1, 0],
        [13, 0, 1, 1, 200],
        [15, 0, 3, 1, 20],
        [14, 0, 1, 1, 50],
        [16, 0, 1, 1, 0],
        [17, 0, 3, 1, 0],
        [19, 0, 1, 0, 6],
        [22, 0, 0, 0, 0],
        [4, 0, 1, 5, 0],
        [7, 0, 1, 5, 0],
        [18, 0, 1, 0, 3],
        [20, 0, 1, 7, 0],
        [21, 0, 0, 0, 0],
        [23, 0, 0, 0, 0],
        [20, 0, 1, 1, 0],
        [21, 0, 0, 0, 0],
        [8, 0, 0, 0, 0],
    ];
    write("office_orders", "one-day", day.as_flattened());
    let busy: Vec<u8> = (0..600_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
    write("office_orders", "busy", day.as_flattened().iter().copied().chain(busy).collect::<Vec<u8>>());
}

/// A small list of each schema, with something wrong in it.
fn write_lists() {
    let lists: [(&str, &str, &[&str]); 5] = [
        (
            "ukds",
            "u",
            &[
                "id,timeset,transfer_subtype,source,target,weight,token_name\n\
                 1,2020-01-25 10:00:00.000001,DISBURSEMENT,0xo,0xann,400,Sarafu\n\
                 2,2020-01-25 11:00:00.000000,STANDARD,0xann,0xbob,12.5,Sarafu\n\
                 3,2020-01-26 12:00:00.000000,STANDARD,0xbob,0xann,\"1,5\",Sarafu\n\
                 4,2020-01-27 12:00:00.000000,STANDARD,0xbob,0xann,20,Sarafu\n\
                 5,2020-01-28 12:00:00.000000,AGENT_OUT,0xann,0xag,7,Sarafu\n\
                 6,2020-01-28 12:00:00.000000,RECLAMATION,0xann,0xo,7,Sarafu\n",
                "id,xDAI_blockchain_address,final_bal,area_name\n1,0xann,3,Nairobi\n",
            ],
        ),
        (
            "follow_the_money",
            "f",
            &[
                "2019-08-18 01:00:00,cash-in,1,shop,ann,25\n2019-08-18 02:00:00,p2p,2,ann,bob,30.5\n\
                 2019-08-18 03:00:00,cash-out,3,bob,atm,4\n18/08/2019,p2p,4,ann,bob,1\n",
                r#"{"transaction_header":["timestamp","type","txn_ID","src_ID","tgt_ID","amt"],
                    "timeformat":"%Y-%m-%d %H:%M:%S","timewindow_beg":"2019-08-18 00:00:00",
                    "timewindow_end":"2019-09-01 00:00:00","boundary_type":"transactions",
                    "transaction_categories":{"cash-in":"deposit","p2p":"transfer","cash-out":"withdraw"}}"#,
            ],
        ),
        (
            "cyclos",
            "c",
            &[
                "id,member_id,type_id\n1,,5\n2,10,6\n3,11,6\n",
                "id,date,amount,from_account_id,to_account_id,status\n1,2012-03-01,50.00,1,2,PROCESSED\n\
                 2,2012-03-02,7.25,2,3,PROCESSED\n3,2012-03-03,9.00,3,2,PROCESSED\n",
                "field_id,member_id,string_value\n3,10,north\n",
            ],
        ),
        (
            "micro_velocity",
            "m",
            &[
                "block_number,to_address,amount\n0,0xann,10\n3,0xbob,1\n",
                "block_number,from_address,to_address,amount\n5,0xann,0xbob,4\n6,0xbob,0xann,9\n",
            ],
        ),
        (
            "day_book",
            "d",
            &["# daybook 1\nline;day;what;actor;role;from;to;amount\n\
               1;2025-01-02;transfer;m-1;participant;m-1;m-2;5\n2;2025-01-02;gift;m-2;participant;m-2;m-1;5\n"],
        ),
    ];
    for (name, schema, files) in lists {
        write("observed", name, format!("{schema}{}", files.join("\n===\n")));
    }
}

/// Requests without their checksum, which the target puts behind them, and one with it.
fn write_payment_requests() {
    let head = "payto://muntwerk/rabot-1/m-0041?v=1";
    for (name, options) in [
        ("open", ""),
        ("amount", "&amount=RABOTEXAMPL:25"),
        ("zeros", "&amount=RABOTEXAMPL:25.00"),
        ("most", "&amount=RABOTEXAMPL:9007199254740991"),
        ("everything", "&amount=WIJKEXAMPLE:7.5&instruction=f-1&until=2026-12-31&offer=o-7&category=klus"),
        ("too_much", "&amount=RABOTEXAMPL:1000000000000000000000000000000"),
        ("doubled", "&amount=RABOTEXAMPL:1&amount=RABOTEXAMPL:1"),
    ] {
        write("payment_request", name, format!("{head}{options}"));
    }
    write("payment_request", "whole", format!("{head}&sum={}", muntwerk::payment::checksum(head)));
    write("payment_request", "bank", "payto://iban/DE75512108001245126199?amount=EUR:200.0&message=hello");
}

/// What members of the stories were told, whole and in part, and their wallets.
fn write_wallets() {
    use muntwerk::feed::{FeedKey, Feeds};
    use muntwerk::wallet::Wallet;
    let me = muntwerk::id::Id::parse("m-01").unwrap();
    let key = FeedKey::from_bytes(&[9; 32]);
    for (word, place) in Place::ALL {
        let feed = Feeds::of(&story(place).ledger, key.clone()).feed_for(&me, 0).unwrap();
        let lines: Vec<&[u8]> = feed.slices().collect();
        // As if it happened once more, a thousand records later.
        let last = std::str::from_utf8(lines.last().unwrap()).unwrap();
        let (_, rest) = last.split_once("\"number\":").unwrap();
        let (number, rest) = rest.split_once(',').unwrap();
        let last = format!(r#"{{"v":1,"number":{},{rest}"#, number.parse::<u64>().unwrap() + 1_000);
        write("feed", &format!("{word}_whole"), feed.text());
        write("feed", &format!("{word}_slices"), lines.join(&b'\n'));
        write("feed", &format!("{word}_after"), format!("@{word}\n{last}"));
        let mut wallet = Wallet::new(me, key.public());
        wallet.apply(&feed).unwrap();
        write("wallet_file", &format!("{word}_file"), wallet.save());
        let order = r#"o{"id":"000000000000000000000000000000aa","actor":"m-01","role":"participant","instant":0,"booking_day":"2025-01-02","value_day":"2025-01-02","ask":{"gift":{"from":"m-01","to":"m-02","amount":1}}}"#;
        write("wallet_file", &format!("{word}_outbox"), format!("@{word}\n{order}\n"));
    }
}

/// Six bytes each: what to do, a byte, where (three bytes), how far.
fn write_edits() {
    for (word, _) in Place::ALL {
        let write = |name: &str, edits: &[[u8; 6]]| {
            let edits = edits.as_flattened();
            let text = [format!("@{word}\n").as_bytes(), edits].concat();
            write("snapshot_edits", &format!("{word}_{name}"), text);
        };
        write("as_it_is", &[]);
        write("a_bit_of_the_state", &[[1, 1, 0, 0, 40, 0]]);
        write("far_into_the_state", &[[0, 0xff, 0, 60, 7, 0]]);
        write("a_length", &[[0, 0xff, 0, 0, 3, 0]]);
        write("a_gap", &[[3, 0, 0, 80, 0, 200], [2, 7, 0, 0, 60, 0]]);
        write("zeros", &[[4, 0, 0, 90, 0, 255], [4, 0, 1, 0, 0, 255]]);
    }
}

fn write_designs() {
    for entry in std::fs::read_dir(root().join("core").join("designs")).unwrap() {
        let file = entry.unwrap().path();
        let text = std::fs::read_to_string(&file).unwrap();
        // Comments would only be mutated in vain.
        let bare = text.lines().map(|line| line.split(" #").next().unwrap().trim_end());
        let bare: Vec<&str> = bare.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        write("design_text", &file.file_name().unwrap().to_string_lossy(), bare.join("\n"));
    }
    write("design_text", "resolved.toml", story(Place::Wijk).ledger.design().resolved());
    write(
        "design_text",
        "wrong.toml",
        "format = 1\n[currency]\nid = \"Één\"\nzone = \"\"\n[unit]\nscale = 7\n[expiry]\nrule = \"months\"\n",
    );
}

/// Who asks, and what.
type Lines = &'static [(&'static str, &'static str)];

/// Orders on the ledgers of the stories, each in its own file with whatever it needs before it. An
/// actor and role, then perhaps `@` a contact point, `&` a client, `!` an evidence reference.
const ORDERS: &[(&str, &str, Lines)] = &[
    (
        "transfer",
        "rabot",
        &[(
            "m-01 participant",
            r#"{"transfer":{"from":"m-01","to":"m-02","pay":{"amount":7},"offer":"o-1"}}"#,
        )],
    ),
    (
        "transfer_too_much",
        "rabot",
        &[("m-01 participant", r#"{"transfer":{"from":"m-01","to":"m-02","pay":{"amount":7000}}}"#)],
    ),
    (
        "transfer_by_mediator",
        "rabot",
        &[
            ("s-020 mediator &m-03", r#"{"transfer":{"from":"m-03","to":"m-02","pay":{"amount":50}}}"#),
            ("s-020 mediator &m-03", r#"{"transfer":{"from":"m-03","to":"m-02","pay":{"amount":50}}}"#),
        ],
    ),
    ("gift", "rabot", &[("m-02 participant", r#"{"gift":{"from":"m-02","to":"m-01","amount":3}}"#)]),
    (
        "gift_by_mediator",
        "rabot",
        &[
            ("s-020 mediator &m-03", r#"{"gift":{"from":"m-03","to":"m-01","amount":3}}"#),
            ("m-03 participant", r#"{"complete":{"pending":"PREVIOUS"}}"#),
        ],
    ),
    (
        "pay_for_relative",
        "rabot",
        &[(
            "m-02 participant",
            r#"{"pay_for_relative":{"from":"m-02","to":"m-01","relative":"r-1","pay":{"amount":3}}}"#,
        )],
    ),
    (
        "award",
        "rabot",
        &[(
            "s-050 issuing_partner",
            r#"{"award":{"partner":"p-01","to":"m-02","activity":"buurtwerk","measured":52}}"#,
        )],
    ),
    (
        "claim_and_confirm",
        "rabot",
        &[
            (
                "m-02 participant",
                r#"{"award":{"partner":"p-01","to":"m-02","activity":"gevelgroen","measured":2}}"#,
            ),
            ("s-050 issuing_partner", r#"{"complete":{"pending":"PREVIOUS"}}"#),
        ],
    ),
    (
        "claim_and_reject",
        "rabot",
        &[
            (
                "m-02 participant",
                r#"{"award":{"partner":"p-01","to":"m-02","activity":"bloembak","measured":1}}"#,
            ),
            ("s-050 issuing_partner", r#"{"reject":{"pending":"PREVIOUS"}}"#),
        ],
    ),
    (
        "claim_and_withdraw",
        "rabot",
        &[
            (
                "m-02 participant",
                r#"{"award":{"partner":"p-01","to":"m-02","activity":"bloembak","measured":1}}"#,
            ),
            ("m-02 participant", r#"{"withdraw":{"pending":"PREVIOUS"}}"#),
        ],
    ),
    (
        "redeem",
        "rabot",
        &[
            (
                "m-01 participant",
                r#"{"redeem":{"account":"m-01","partner":"p-14","reward":"soep","count":1}}"#,
            ),
            ("s-010 project_manager", r#"{"reverse":{"original":"PREVIOUS"}}"#),
        ],
    ),
    (
        "redeem_at_a_desk",
        "rabot",
        &[(
            "s-042 redemption_desk @cp-2 &m-01",
            r#"{"redeem":{"account":"m-01","partner":"p-14","reward":"kruidenier","count":1}}"#,
        )],
    ),
    (
        "reverse",
        "rabot",
        &[
            ("m-01 participant", r#"{"transfer":{"from":"m-01","to":"m-02","pay":{"amount":9}}}"#),
            ("s-010 project_manager", r#"{"reverse":{"original":"PREVIOUS"}}"#),
        ],
    ),
    (
        "reverse_a_part",
        "rabot",
        &[
            (
                "s-050 issuing_partner",
                r#"{"award":{"partner":"p-01","to":"m-02","activity":"bloembak","measured":3}}"#,
            ),
            ("s-010 project_manager", r#"{"reverse":{"original":"PREVIOUS","amount":11}}"#),
        ],
    ),
    (
        "reverse_what_was_spent",
        "wijk",
        &[
            (
                "s-050 issuing_partner",
                r#"{"award":{"partner":"p-01","to":"m-03","activity":"opruimen","measured":300}}"#,
            ),
            ("s-010 project_manager", r#"{"reverse":{"original":"PREVIOUS"}}"#),
        ],
    ),
    (
        "open_account",
        "rabot",
        &[
            (
                "s-010 project_manager",
                r#"{"open_account":{"account":"m-09","kind":"organisation","holders":["m-09","m-01"]}}"#,
            ),
            ("m-09 participant", r#"{"open_account":{"account":"m-10","kind":"person","holders":["m-09"]}}"#),
        ],
    ),
    ("close_account", "rabot", &[("m-02 participant", r#"{"close_account":{"account":"m-02"}}"#)]),
    (
        "change_state",
        "rabot",
        &[
            ("s-010 project_manager", r#"{"change_state":{"account":"m-02","state":"leaver"}}"#),
            ("m-01 participant", r#"{"transfer":{"from":"m-01","to":"m-02","pay":{"amount":1}}}"#),
        ],
    ),
    (
        "approve_partner",
        "rabot",
        &[("s-001 steering_group", r#"{"approve_partner":{"partner":"p-20","roles":["redeeming"]}}"#)],
    ),
    (
        "appoint_and_end",
        "rabot",
        &[
            (
                "s-010 project_manager",
                r#"{"appoint":{"person":"s-060","role":"exchange_office","from":"2025-02-02","scope":"cp-1","until":"2025-06-30"}}"#,
            ),
            (
                "s-010 project_manager",
                r#"{"end_role":{"person":"s-060","role":"exchange_office","scope":"cp-1"}}"#,
            ),
        ],
    ),
    (
        "give_and_revoke_mandate",
        "rabot",
        &[
            (
                "m-01 participant",
                r#"{"give_mandate":{"mandate":"v-02","client":"m-01","holder":"s-021","actions":["transfer","see_account"],"from":"2025-02-02","until":"2025-03-01"}}"#,
            ),
            ("m-01 participant", r#"{"revoke_mandate":{"mandate":"v-02"}}"#),
        ],
    ),
    (
        "close_a_day",
        "rabot",
        &[("s-900 system", r#"{"close_day":{"through":"2025-02-02","today":"2025-02-03"}}"#)],
    ),
    (
        "close_until_units_lapse",
        "rabot",
        &[
            (
                "s-010 project_manager",
                r#"{"record_notice":{"account":"m-02","end":"2025-02-28","outcome":"undeliverable"}}"#,
            ),
            ("s-900 system", r#"{"close_day":{"through":"2025-03-02","today":"2025-03-04"}}"#),
        ],
    ),
    (
        "close_a_year",
        "wijk",
        &[("s-900 system", r#"{"close_day":{"through":"2026-02-01","today":"2026-02-02"}}"#)],
    ),
    (
        "credit",
        "wijk",
        &[
            ("m-02 participant", r#"{"transfer":{"from":"m-02","to":"m-03","pay":{"amount":300}}}"#),
            ("m-03 participant", r#"{"transfer":{"from":"m-03","to":"m-02","pay":{"amount":200}}}"#),
        ],
    ),
    (
        "hours",
        "uurbank",
        &[
            ("m-03 participant", r#"{"transfer":{"from":"m-03","to":"m-01","pay":{"minutes":61}}}"#),
            ("m-01 participant", r#"{"gift":{"from":"m-01","to":"m-02","amount":25}}"#),
        ],
    ),
];

fn place_of(word: &str) -> Place {
    Place::ALL.iter().find(|(name, _)| *name == word).unwrap().1
}

fn order(id: usize, place: Place, envelope: &str, ask: &str) -> String {
    let day = story(place).ledger.day();
    let mut words = envelope.split(' ');
    let (actor, role) = (words.next().unwrap(), words.next().unwrap());
    let mut json = format!(
        r#"{{"id":"{id:032x}","actor":"{actor}","role":"{role}","instant":1738497600000,"booking_day":"{day}","value_day":"{day}","ask":{ask}"#
    );
    for word in words {
        let (sign, value) = word.split_at(1);
        let key = if sign == "@" { "contact_point" } else { "on_behalf_of" };
        json.push_str(&format!(r#","{key}":"{value}""#));
    }
    json + "}"
}

fn write_orders() {
    for (number, (name, place, orders)) in ORDERS.iter().enumerate() {
        let mut lines = vec![format!("@{place}")];
        for (at, (envelope, ask)) in orders.iter().enumerate() {
            let id = 0x1000 * (number + 1) + at;
            let ask = ask.replace("PREVIOUS", &format!("{:032x}", id.saturating_sub(1)));
            lines.push(order(id, place_of(place), envelope, &ask));
        }
        write("order_json", name, lines.join("\n"));
    }
    let day = story(Place::Rabot).ledger.day().next().unwrap();
    let design = story(Place::Rabot).ledger.design().resolved().replace("price = \"30\"", "price = \"31\"");
    let design = serde_json::to_string(&design).unwrap();
    let amend = format!(r#"{{"amend_design":{{"effective":"{day}","design":{design}}}}}"#);
    let lines = [
        "@rabot".to_owned(),
        order(0xa0000, Place::Rabot, "s-001 steering_group", &amend),
        order(
            0xa0001,
            Place::Rabot,
            "s-002 steering_group",
            &format!(r#"{{"complete":{{"pending":"{:032x}"}}}}"#, 0xa0000),
        ),
    ];
    write("order_json", "amend_design", lines.join("\n"));
}

fn lines_of(place: Place) -> Vec<Vec<u8>> {
    story(place).ledger.journal().collect()
}

fn record(stored: &[u8]) -> &str {
    let text = std::str::from_utf8(stored).unwrap();
    text.split_once("\"record\":").unwrap().1.strip_suffix("}}").unwrap()
}

/// For each place its records from a point on, two at a time; and one whole journal.
fn write_records() {
    for (word, place) in Place::ALL {
        let lines: Vec<Vec<u8>> = lines_of(place);
        for at in 1..lines.len() {
            let until = (at + 2).min(lines.len());
            let records: Vec<&str> = lines[at..until].iter().map(|line| record(line)).collect();
            write(
                "journal_lines",
                &format!("{word}_{at:02}"),
                format!("@{word}\n#{at}\n{}", records.join("\n")),
            );
        }
    }
    let lines: Vec<Vec<u8>> = lines_of(Place::Uurbank);
    let records: Vec<&str> = lines.iter().take(6).map(|line| record(line)).collect();
    write("journal_lines", "whole", records.join("\n"));
}

const DAY_BOOKS: &[(&str, &str)] = &[
    ("work", "\
line;day;activity_day;what;actor;role;place;evidence;partner;account;person;from;to;item;measured;amount;refers
w-1;2025-02-02;;open;s-040;administration_point;cp-1;;;m-08;m-08;;;person;;;
w-2;2025-02-02;2025-02-01;award;s-050;issuing_partner;;;p-01;m-08;;;;buurtwerk;2:30;;
w-3;2025-02-03;;transfer;m-08;participant;;;;;;m-08;m-02;;;12;
w-4;2025-02-03;;claim;m-02;participant;;;p-01;m-02;;;;bloembak;1;;
w-5;2025-02-04;;confirm;s-050;issuing_partner;;;;;;;;;;;w-4
w-6;2025-02-04;;reverse;s-010;project_manager;;;;;;;;;;2;w-3
w-3;2025-02-04;2025-02-03;transfer;m-08;participant;;;;;;m-08;m-02;;;12;
"),
    ("spending", "\
line,day,what,actor,role,place,for,partner,account,from,to,relative,item,amount
\"w-1\",2025-02-02,gift,m-01,participant,,,,,m-01,m-02,,,5
w-2,2025-02-02,redeem,m-01,participant,,,p-14,m-01,,,,soep,
w-3,2025-02-03,pay_for,m-01,participant,,,,,m-01,m-02,r-1,,4
w-4,2025-02-20,redeem,s-042,redemption_desk,cp-2,m-01,p-14,m-01,,,,soep,
w-5,2025-03-03,transfer,m-01,participant,,,,,m-01,m-02,,,1
"),
    ("people", "\
line;day;what;actor;role;place;for;evidence;account;person;client;item;at;start;until;actions;per_order;per_month
w-1;2025-02-02;appoint;s-010;project_manager;;;;;s-061;;exchange_office;cp-1;;2025-06-30;;;
w-2;2025-02-02;mandate;m-01;participant;;;;;s-020;m-01;v-02;;;2025-12-31;transfer redeem;20;100
w-3;2025-02-02;state;s-010;project_manager;;;;m-02;;;inactive;;;;;;
w-4;2025-02-03;revoke;m-01;participant;;;;;;;v-02;;;;;;
w-5;2025-02-03;end_role;s-010;project_manager;;;;;s-061;;exchange_office;cp-1;;;;;
w-6;2025-02-03;notice;s-010;project_manager;;;;m-02;;;undeliverable;;;2025-02-28;;;
w-7;2025-02-03;close;m-04;participant;;;;m-04;;;;;;;;;
"),
    ("partners_and_ends", "\
line;day;what;actor;role;partner;account;item;measured;refers
w-1;2025-02-02;partner;s-001;steering_group;p-30;;issuing redeeming;;
w-2;2025-02-02;claim;m-01;participant;p-01;m-01;bloembak;1;
w-3;2025-02-02;reject;s-050;issuing_partner;;;;;w-2
w-4;2025-02-02;claim;m-01;participant;p-01;m-01;bloembak;1;
w-5;2025-02-02;withdraw;m-01;participant;;;;;w-4
"),
    ("mistakes", "\
line;day;what;actor;role;from;to;amount
w-1;2025-02-30;transfer;m-01;participant;m-01;m-02;1
w-2;2025-02-02;transfer;m-01;participant;m-01;m-02;1,5
w-3;2025-02-02;sell;m-01;participant;m-01;m-02;1
\"w-4;2025-02-02;transfer
w-5;2025-02-01;transfer;m-01;participant;m-01;m-02;1
w-6;2025-02-02;transfer;m-01;participant;m-01;m-02;9999
w-7;2025-02-02;transfer;m-01;participant;m-01;m-01;1

w-8;2025-02-02;transfer;x;participant;m-01;m-02;1;2;3
"),
];

fn write_day_books() {
    for (name, lines) in DAY_BOOKS {
        write("daybook", name, format!("# daybook 1\n{lines}"));
    }
    let hours = "line;day;what;actor;role;from;to;measured\nw-1;2025-03-04;transfer;m-01;participant;m-01;m-02;0:50\nw-2;2025-03-09;transfer;m-03;participant;m-03;m-01;1:20\n";
    write("daybook", "hours", format!("@uurbank\n# daybook 1\n{hours}"));
}
