use super::*;
use crate::books::RESERVED;
use crate::evaluation::tests::ledgers::every_ledger;
use crate::id::Id;
use crate::ledger::{Ledger, Outcome};
use crate::views::scenario::{Scenario, id};

pub(crate) fn key() -> FeedKey {
    FeedKey::from_bytes(&[9; 32])
}

/// The participants' accounts of a ledger.
pub(crate) fn participants(ledger: &Ledger) -> Vec<Id> {
    let accounts = ledger.state().books().accounts().map(|(_, account)| account);
    accounts.filter(|account| account.kind().is_participant()).map(|account| account.id()).collect()
}

fn text(feed: &Feed) -> String {
    String::from_utf8(feed.text()).unwrap()
}

#[test]
fn the_same_journal_gives_the_same_chains_however_it_is_followed() {
    for (name, ledger) in every_ledger() {
        let mut whole = Feeds::of(&ledger, key());
        let mut lines: Vec<Vec<u8>> = ledger.journal().collect();
        let rest = lines.split_off(lines.len() / 2);
        let mut copy = Ledger::replay(&lines, crate::dense::Secret::new([1; 16])).unwrap();
        let mut bit_by_bit = Feeds::of(&copy, key());
        for line in rest {
            copy.replay_next(&line).unwrap();
            bit_by_bit.follow(&copy);
        }
        assert_eq!(whole.journal_head(), ledger.clone().seal(&mut Vec::new()), "{name}");
        for account in participants(&ledger) {
            let feed = whole.feed_for(&account, 0).unwrap();
            assert_eq!(feed, bit_by_bit.feed_for(&account, 0).unwrap(), "{name}: {account}");
            // In pages, each of which ends in a head of its own.
            let mut slices = Vec::new();
            let mut at = 0;
            while at < feed.head().head().slices {
                let page = whole.feed_up_to(&account, at, 3).unwrap();
                assert!(page.slices().len() <= 3 && page.head().is_signed_by(&key().public()));
                slices.extend(page.slices().map(<[u8]>::to_vec));
                at = page.head().head().slices;
            }
            assert!(feed.slices().eq(slices.iter().map(Vec::as_slice)), "{name}: {account}");
            assert_eq!(Feed::parse(&feed.text()).unwrap(), feed);
        }
    }
}

#[test]
fn an_account_sees_its_own_and_of_others_only_who_it_was() {
    let mut it = Scenario::rabot();
    it.book("m-2", "participant", r#"{"gift":{"from":"m-2","to":"m-3","amount":1}}"#);
    let mut feeds = Feeds::of(&it.ledger, key());
    let seen = |feeds: &mut Feeds, account: &str| text(&feeds.feed_for(&id(account), 0).unwrap());
    let of_one = seen(&mut feeds, "m-1");
    // m-2 gave m-3 something; that is between them.
    let last = of_one.lines().rev().nth(1).unwrap();
    assert!(!last.contains("gift"), "{last}");
    for between in ["m-2", "m-3"] {
        let of_two = seen(&mut feeds, between);
        assert!(of_two.lines().rev().nth(1).unwrap().contains("\"gift\""), "{of_two}");
    }
    // The payer's lots are not the receiver's business, but those that came are.
    assert!(!of_one.contains("budget"));
}

#[test]
fn of_the_other_side_no_figure_is_told() {
    for (name, ledger) in every_ledger() {
        let mut feeds = Feeds::of(&ledger, key());
        let participants = participants(&ledger);
        for account in &participants {
            let feed = feeds.feed_for(account, 0).unwrap();
            for slice in feed.slices() {
                let Outcome::Booked(_, entry) = read_slice(slice).unwrap().outcome else { continue };
                // Of what is set aside an account sees its own part.
                let is_of_others = |id: Id| id != *account && !id.with_str(|text| text == RESERVED);
                for leg in entry.legs.iter().filter(|leg| is_of_others(leg.account.id())) {
                    let figures = [leg.amount, leg.drawn, leg.technical];
                    assert!(figures.iter().all(|one| one.is_zero()), "{name}: {account}: {leg:?}");
                    assert!(leg.lots.is_empty(), "{name}: {account}: {leg:?}");
                }
                // Where units come from that another member paid on credit is not told either.
                for facts in entry.lots.iter().filter_map(|issue| issue.new.as_ref()) {
                    let from = facts.origin.account.id();
                    assert!(from == *account || !participants.contains(&from), "{name}: {account}: {from}");
                }
            }
        }
    }
}

#[test]
fn what_only_the_asker_may_see_of_an_order() {
    let mut it = Scenario::rabot();
    it.refused("m-3", "participant", r#"{"gift":{"from":"m-3","to":"m-1","amount":900}}"#);
    let mut feeds = Feeds::of(&it.ledger, key());
    let asker = text(&feeds.feed_for(&id("m-3"), 0).unwrap());
    let other = text(&feeds.feed_for(&id("m-1"), 0).unwrap());
    assert!(asker.contains("insufficient_balance"));
    assert!(!other.contains("insufficient_balance"));
    // At the counter somebody signed a form before they paid the other.
    assert!(asker.contains("form-1"));
    assert!(!other.contains("form-1"));
}

#[test]
fn what_a_partner_agreed_about_money_nobody_else_sees() {
    let mut it = Scenario::rabot_with("[settlement]\npay_days = 30\nclaim_days = 60\n");
    let terms =
        r#""roles":["issuing","redeeming"],"budget":{"units":900,"per":"year"},"settlement":{"pay_days":17}"#;
    it.book("s-001", "steering_group", &format!(r#"{{"approve_partner":{{"partner":"p-01",{terms}}}}}"#));
    let amended = format!(r#"{{"amend_contract":{{"partner":"p-01",{terms},"from":"2025-01-02"}}}}"#);
    it.book("s-001", "steering_group", &amended);
    it.members("s-010", &["m-1"]);
    let seen = text(&Feeds::of(&it.ledger, key()).feed_for(&id("m-1"), 0).unwrap());
    let told = |line: &&str| line.contains("\"p-01\"") && line.contains("redeeming");
    assert_eq!(seen.lines().filter(told).count(), 2, "{seen}");
    assert!(
        seen.lines().filter(told).all(|line| !line.contains("budget") && !line.contains("pay_days")),
        "{seen}"
    );
}

#[test]
fn what_is_known_about_somebody_a_housemate_does_not_see() {
    let mut it = Scenario::wijk();
    let household = r#"{"open_account":{"account":"h-1","kind":"household","holders":["m-1","m-2"]}}"#;
    it.book("s-010", "project_manager", household);
    let lives =
        r#"{"record_fact":{"person":"m-1","fact":"woonplaats","from":"2025-06-02","value":"buurwijk"}}"#;
    it.book("m-1", "participant", lives);
    let mut feeds = Feeds::of(&it.ledger, key());
    let mut sees = |account: &str| {
        let feed = text(&feeds.feed_for(&id(account), 0).unwrap());
        feed.lines().skip(2).any(|line| line.contains("buurwijk"))
    };
    assert_eq!(["m-1", "m-2", "h-1"].map(&mut sees), [true, false, false]);
}

#[test]
fn of_a_list_of_balances_everybody_sees_their_own_line() {
    let second = "[[office_holder]]\nperson = \"s-011\"\nrole = \"project_manager\"\n";
    let mut it = Scenario::rabot_with(second);
    it.members("s-010", &["m-1", "m-2"]);
    let list = r#"{"take_over":{"lines":[{"account":"m-1","balance":41},{"account":"m-2","balance":73}]}}"#;
    let asked = it.book("s-010", "project_manager", list);
    it.book("s-011", "project_manager", &format!(r#"{{"complete":{{"pending":"{asked}"}}}}"#));
    let mut feeds = Feeds::of(&it.ledger, key());
    for (account, own, other) in [("m-1", ":41", ":73"), ("m-2", ":73", ":41")] {
        let seen = text(&feeds.feed_for(&id(account), 0).unwrap());
        let slices: String = seen.lines().skip(2).collect();
        assert!(slices.contains(own) && !slices.contains(other), "{account}: {slices}");
    }
}

#[test]
fn nobody_gets_the_feed_of_an_account_that_is_none() {
    let ledger = Scenario::rabot().ledger;
    let mut feeds = Feeds::of(&ledger, key());
    for none in ["m-99", "system:lapsed", "issued:p-01"] {
        assert_eq!(feeds.feed_for(&id(none), 0), Err(FeedError::AccountUnknown(id(none))));
    }
    // Whoever has seen more than there is gets the head alone.
    let feed = feeds.feed_for(&id("m-1"), 1_000).unwrap();
    assert_eq!((feed.after(), feed.slices().len()), (1_000, 0));
    assert_eq!(Feed::parse(&feed.text()).unwrap(), feed);
}

#[test]
fn a_feed_that_was_cut_off_or_changed_is_no_feed() {
    let ledger = Scenario::rabot().ledger;
    let feed = Feeds::of(&ledger, key()).feed_for(&id("m-1"), 2).unwrap();
    let text = feed.text();
    for length in 0..text.len() {
        assert!(Feed::parse(&text[..length]).is_err(), "cut at {length}");
    }
    let lines: Vec<&str> = std::str::from_utf8(&text).unwrap().lines().collect();
    let with = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let reason =
        |lines: &[&str]| Feed::parse(with(lines).as_bytes()).map_err(|error| (error.line, error.reason));
    let last = lines.len();
    let before_last = u64::try_from(last).unwrap() - 1;
    assert_eq!(reason(&lines[1..]), Err((1, FeedTextReason::First)));
    assert_eq!(reason(&[&lines[..1], &lines[2..]].concat()), Err((before_last, FeedTextReason::Count)));
    assert_eq!(reason(&["{\"v\":2,\"after\":2}", lines[last - 1]]), Err((1, FeedTextReason::First)));
    assert_eq!(reason(&lines[..last - 1]), Err((before_last, FeedTextReason::Head)));
    let mut bytes = text.clone();
    let place = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 40;
    bytes[place] = 0xff;
    let refused = Feed::parse(&bytes).unwrap_err();
    assert_eq!((refused.line, refused.reason), (2, FeedTextReason::Utf8));
}
