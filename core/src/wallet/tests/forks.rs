//! Servers that are behind, that lost something, that tell two stories.

use super::{key, told};
use crate::feed::{Branch, Feed, FeedKey, Feeds, ForkProof, SliceError};
use crate::id::Id;
use crate::views::scenario::{Scenario, id};
use crate::wallet::{ApplyError, Wallet};

fn gift(it: &mut Scenario, amount: u32) {
    it.book("m-1", "participant", &format!(r#"{{"gift":{{"from":"m-1","to":"m-2","amount":{amount}}}}}"#));
}

fn whole(it: &Scenario, since: u64) -> Feed {
    Feeds::of(&it.ledger, key()).feed_for(&me(), since).unwrap()
}

fn me() -> Id {
    id("m-1")
}

#[test]
fn a_server_that_knows_less_changes_nothing() {
    let mut it = Scenario::rabot();
    let backup = it.clone();
    gift(&mut it, 3);
    let mut wallet = told(&it.ledger, me());
    let before = wallet.save();
    for since in [0, 1, wallet.seen(), wallet.seen() + 9] {
        let error = wallet.apply(&whole(&backup, since)).unwrap_err();
        let behind = matches!(error, ApplyError::ServerBehind { server_slices, slices, .. }
            if server_slices + 1 == slices);
        assert!(behind, "since {since}: {error}");
    }
    assert_eq!(wallet.save(), before);
    // The record went on without anything for this account: that is no news to go back from either.
    let mut on = it.clone();
    on.book("m-2", "participant", r#"{"gift":{"from":"m-2","to":"m-3","amount":1}}"#);
    let applied = wallet.apply(&whole(&on, wallet.seen())).unwrap();
    assert_eq!((applied.new, applied.record), (0, on.ledger.len() - 1));
    assert!(matches!(wallet.apply(&whole(&it, 0)).unwrap_err(), ApplyError::ServerBehind { .. }));
}

#[test]
fn a_gap_says_from_where_to_ask() {
    let it = Scenario::rabot();
    let mut wallet = Wallet::new(me(), key().public());
    let error = wallet.apply(&whole(&it, 4)).unwrap_err();
    assert_eq!(error, ApplyError::Gap { since: 0, found: 5 });
    assert_eq!(wallet.seen(), 0);
}

#[test]
fn a_change_a_loss_or_a_swap_on_the_way_is_named() {
    let mut it = Scenario::rabot();
    let mut wallet = told(&it.ledger, me());
    let known = wallet.seen();
    gift(&mut it, 3);
    gift(&mut it, 4);
    let good = whole(&it, 2);
    for place in 0..good.slices.len() {
        let mut bad = good.clone();
        let text = String::from_utf8(bad.slices[place].to_vec()).unwrap().replacen("2025", "2024", 1);
        bad.slices[place] = text.into_bytes().into_boxed_slice();
        let error = wallet.apply(&bad).unwrap_err();
        let slice = 3 + u64::try_from(place).unwrap();
        let expected = if slice <= known {
            ApplyError::Link { slice, since: slice - 1 }
        } else {
            ApplyError::Link { slice: known + 1, since: 1 }
        };
        assert_eq!(error, expected, "slice {slice}");
    }
    let mut swapped = good.clone();
    let last = swapped.slices.len() - 1;
    swapped.slices.swap(last, last - 1);
    assert!(matches!(wallet.apply(&swapped).unwrap_err(), ApplyError::Link { .. }));
    assert_eq!(wallet.apply(&good).unwrap().new, 2);
}

#[test]
fn another_key_another_account_another_ledger() {
    let it = Scenario::rabot();
    let mut wallet = told(&it.ledger, me());
    let other = FeedKey::from_bytes(&[8; 32]);
    let forged = Feeds::of(&it.ledger, other).feed_for(&me(), 0).unwrap();
    assert_eq!(wallet.apply(&forged).unwrap_err(), ApplyError::Signature(Box::new(key().public())));
    let of_another = Feeds::of(&it.ledger, key()).feed_for(&id("m-2"), 0).unwrap();
    let not_mine = ApplyError::NotMine { ledger: id("test-1"), account: id("m-2") };
    assert_eq!(wallet.apply(&of_another).unwrap_err(), not_mine);
}

#[test]
fn two_stories_are_proof() {
    let mut honest = Scenario::rabot();
    gift(&mut honest, 3);
    let mut other = honest.clone();
    gift(&mut honest, 4);
    gift(&mut other, 5);
    let mut longer = other.clone();
    gift(&mut longer, 6);
    for story in [&other, &longer] {
        for since in [0, 7, told(&honest.ledger, me()).seen()] {
            let mut wallet = told(&honest.ledger, me());
            let before = wallet.balances(honest.ledger.day()).unwrap();
            let mut asked = since;
            // Where the story's feed does not overlap, the wallet says from where to ask instead.
            let proof = loop {
                match wallet.apply(&whole(story, asked)).unwrap_err() {
                    ApplyError::Fork { proof } => break proof,
                    ApplyError::Link { since, .. } if since < asked => asked = since,
                    other => panic!("{other}"),
                }
            };
            assert!(proof.holds(&key().public()));
            assert!(!proof.holds(&FeedKey::from_bytes(&[8; 32]).public()));
            assert_eq!(wallet.forks(), std::slice::from_ref(&*proof));
            assert_eq!(wallet.balances(honest.ledger.day()).unwrap(), before);
            // Told once more, it is kept once.
            assert!(matches!(wallet.apply(&whole(story, asked)), Err(ApplyError::Fork { .. })));
            assert_eq!(wallet.forks().len(), 1);
            let read = ForkProof::parse(&proof.line()).unwrap();
            assert_eq!(read, *proof);
            assert_eq!(Wallet::load(&wallet.save()).unwrap().forks(), wallet.forks());
            // The wallet goes on with the story it knows, and can be told the other one.
            gift(&mut honest.clone(), 1);
            let mut anew = wallet.started_anew();
            anew.apply(&whole(story, 0)).unwrap();
            assert_eq!(anew.forks().len(), 1);
        }
    }
}

#[test]
fn two_stories_about_others_are_proof_too() {
    // What m-2 gives m-3, m-1 sees nothing of; but the journal that the host signs is another one.
    let tell = |amount: u32| {
        let mut it = Scenario::rabot();
        it.book(
            "m-2",
            "participant",
            &format!(r#"{{"gift":{{"from":"m-2","to":"m-3","amount":{amount}}}}}"#),
        );
        it
    };
    let (honest, other) = (tell(1), tell(2));
    let mut wallet = told(&honest.ledger, me());
    for since in [0, wallet.seen()] {
        let ApplyError::Fork { proof } = wallet.apply(&whole(&other, since)).unwrap_err() else {
            panic!("since {since}: no fork")
        };
        assert!(proof.holds(&key().public()));
        assert_eq!(wallet.forks(), [*proof]);
    }
    assert_eq!(wallet.head(), Some(whole(&honest, 0).head()));
}

fn branch(feed: &Feed) -> Branch {
    Branch { slices: feed.slices.clone(), head: feed.head.clone() }
}

#[test]
fn a_proof_takes_the_hosts_word_on_both_sides() {
    let it = Scenario::rabot();
    let (after, link) = told(&it.ledger, me()).at();
    let (mut one, mut two) = (it.clone(), it);
    gift(&mut one, 4);
    gift(&mut two, 5);
    let forger = FeedKey::from_bytes(&[8; 32]);
    let proves = |ours: FeedKey, theirs: FeedKey| {
        let tell = |it: &Scenario, key| branch(&Feeds::of(&it.ledger, key).feed_for(&me(), after).unwrap());
        let proof = ForkProof { after, link, ours: tell(&one, ours), theirs: tell(&two, theirs) };
        proof.holds(&key().public())
    };
    assert!(proves(key(), key()));
    // Anybody can make up a second story about an honest host.
    assert!(
        !proves(key(), forger.clone()) && !proves(forger.clone(), key()) && !proves(forger.clone(), forger)
    );
}

#[test]
fn one_story_told_twice_proves_nothing() {
    let mut it = Scenario::rabot();
    let short = whole(&it, 0);
    gift(&mut it, 3);
    let long = whole(&it, 0);
    for (one, two) in [(&short, &long), (&long, &short), (&short, &short)] {
        let proof = ForkProof {
            after: 0,
            link: crate::feed::Link::default(),
            ours: branch(one),
            theirs: branch(two),
        };
        assert!(!proof.holds(&key().public()));
    }
}

#[test]
fn units_of_an_account_that_was_never_opened_are_not_believed() {
    let told = whole(&Scenario::rabot(), 0).slices;
    let is_opening = |slice: &[u8]| String::from_utf8_lossy(slice).contains(r#""opened":{"account":"m-1""#);
    let left_out: Vec<Box<[u8]>> = told.iter().filter(|slice| !is_opening(slice)).cloned().collect();
    assert_eq!(left_out.len() + 1, told.len());
    let mut wallet = Wallet::new(me(), key().public());
    let error = wallet.apply(&Feed::claimed(&wallet, left_out, &key())).unwrap_err();
    let reason = SliceError::Misfit("it moves units of the account, which it never told of");
    assert!(matches!(error, ApplyError::Slice { reason: found, .. } if found == reason));
    assert_eq!(wallet.seen(), 0);
}
