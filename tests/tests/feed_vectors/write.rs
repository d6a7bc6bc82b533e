//! Writes `feeds.json`: the feeds are made here, and what must come of them is worked out by hand. No wallet is asked.

use std::collections::BTreeMap;

use muntwerk_tests::stage::{day, id};

use super::format::{File, Problem, Step};
use super::host::Feed;
use super::steps::{applied, behind, five, fork, gap, link, refused, slice, unreadable, whole};
use super::story::{SECRET_KEY, Story};
use super::writer::Writer;

const ALL: u64 = u64::MAX;
const STRANGER: [u8; 32] = [8; 32];

pub(crate) fn file() -> File {
    let topic = "Feeds: what is taken in, and what is not".to_owned();
    let file = File { topic, pieces: BTreeMap::new(), feeds: BTreeMap::new(), vectors: Vec::new() };
    let mut it = Writer { file };
    let story = Story::whole("torekes-1");
    it.honest(&story);
    it.on_the_way(&story);
    it.of_others(&story);
    it.set_back(&story);
    it.two_histories(&story);
    it.slices_that_cannot_be(&story);
    it.file
}

impl Writer {
    fn honest(&mut self, story: &Story) {
        self.feed("whole", &story.feed("m-1", 0, ALL));
        self.feed("two", &story.feed("m-1", 0, 2));
        self.feed("three to five", &story.feed("m-1", 2, 3));
        self.feed("five", &story.feed("m-1", 0, 5));
        self.feed("six to eight", &story.feed("m-1", 5, ALL));
        self.feed("nothing after eight", &story.feed("m-1", 8, ALL));
        self.vector("in one piece", [whole()]);
        let pages = || {
            // The account is opened in slice 3.
            let two = applied("two", 2, 1, "2025-01-02", None);
            let on = applied("three to five", 3, 6, "2025-01-02", 21);
            [two, on, applied("six to eight", 3, 10, "2025-01-03", 27)]
        };
        self.vector("in pages", pages());
        self.vector("in pages, each of them twice", {
            let [two, on, rest] = pages();
            let again = |feed, record, on, balance: Option<i64>| applied(feed, 0, record, on, balance);
            let twice = again("two", 1, "2025-01-02", None);
            let on_twice = again("three to five", 6, "2025-01-02", Some(21));
            [two, twice, on, on_twice, rest, again("six to eight", 10, "2025-01-03", Some(27))]
        });
        let nothing_new = |feed| applied(feed, 0, 10, "2025-01-03", 27);
        self.vector("twice", [whole(), nothing_new("whole"), nothing_new("nothing after eight")]);
        self.vector("since the beginning again", [five(), applied("whole", 3, 10, "2025-01-03", 27)]);
        let late = behind("three to five", (5, 6), (8, 10));
        self.vector(
            "a page that comes late",
            [whole(), late, behind("two", (2, 1), (8, 10)), nothing_new("whole")],
        );
        let mut on = story.clone();
        on.awards("m-2");
        self.feed("a record of others", &on.feed("m-1", 8, ALL));
        let unseen = applied("a record of others", 0, 11, "2025-01-03", 27);
        self.vector(
            "the journal goes on without the account",
            [whole(), unseen, behind("whole", (8, 10), (8, 11))],
        );
    }

    fn on_the_way(&mut self, story: &Story) {
        let whole_text = story.feed("m-1", 0, ALL);
        let good = Feed::read(&whole_text);
        self.vector(
            "a gap",
            [gap("six to eight", 0, 6), applied("two", 2, 1, "2025-01-02", None), gap("six to eight", 2, 6)],
        );
        self.vector("a gap before a head alone", [gap("nothing after eight", 0, 9)]);

        let changed = |since: usize, number: usize, from: &str, to: &str| {
            let mut bad = good.clone();
            let slice = &mut bad.slices[number - 1];
            assert!(slice.contains(from), "{slice}");
            *slice = slice.replace(from, to);
            bad.slices.drain(..since);
            Feed { after: u64::try_from(since).unwrap(), ..bad }.text()
        };
        let (earned, richer) = ("\"amount\":25,\"lots\":[[0,25]]", "\"amount\":26,\"lots\":[[0,26]]");
        self.feed("slice 4 changed", &changed(0, 4, earned, richer));
        self.feed("slice 7 changed, since 3", &changed(3, 7, "\"amount\":6", "\"amount\":7"));
        self.feed("slice 7 changed, since 5", &changed(5, 7, "\"amount\":6", "\"amount\":7"));
        // What is not overlapped can be wrong from its first slice on.
        self.vector("a slice was changed, and the wallet is empty", [link("slice 4 changed", 1, 0), whole()]);
        let known = link("slice 4 changed", 4, 3);
        self.vector(
            "a slice was changed that the wallet has",
            [five(), known, applied("six to eight", 3, 10, "2025-01-03", 27)],
        );
        let unknown =
            [five(), link("slice 7 changed, since 3", 6, 1), link("slice 7 changed, since 5", 6, 2)];
        self.vector("a slice was changed after those that the wallet has", unknown);

        let mut swapped = good.clone();
        swapped.slices.swap(4, 5);
        self.feed("slices 5 and 6 swapped", &swapped.text());
        let steps = [link("slices 5 and 6 swapped", 1, 0), five(), link("slices 5 and 6 swapped", 5, 4)];
        self.vector("two slices were swapped", steps);

        let mut lost = good.clone();
        lost.slices.remove(4);
        self.feed("slice 5 lost", &lost.text());
        self.feed("slice 5 lost, and the count fits", &Feed { after: 1, ..lost }.text());
        let mut doubled = good.clone();
        doubled.slices.insert(4, doubled.slices[4].clone());
        self.feed("slice 5 twice", &doubled.text());
        self.vector(
            "a slice was lost",
            [unreadable("slice 5 lost", 9), five(), unreadable("slice 5 lost", 9)],
        );
        let steps = [
            gap("slice 5 lost, and the count fits", 0, 2),
            five(),
            link("slice 5 lost, and the count fits", 2, 1),
        ];
        self.vector("a slice was lost, and the first line hides it", steps);
        self.vector("a slice comes twice", [unreadable("slice 5 twice", 11)]);

        let lines: Vec<&str> = whole_text.split_inclusive('\n').collect();
        self.feed("no newline at the end", whole_text.trim_end());
        self.feed("cut within slice 4", &format!("{}{}", lines[..4].concat(), &lines[4][..90]));
        self.feed("no head", &lines[..9].concat());
        self.feed("the first line alone", lines[0]);
        self.feed("nothing", "");
        self.feed("another version", &whole_text.replacen("{\"v\":1,", "{\"v\":2,", 1));
        let cut = ["no newline at the end", "cut within slice 4", "the first line alone", "nothing"];
        self.vector(
            "cut off",
            cut.map(|feed| unreadable(feed, 1)).into_iter().chain([unreadable("no head", 9), whole()]),
        );
        self.vector(
            "cut off, and the wallet has slices",
            [five(), unreadable("cut within slice 4", 1), unreadable("no head", 9)],
        );
        self.vector("a version that is not known", [unreadable("another version", 1)]);
    }

    fn of_others(&mut self, story: &Story) {
        let not_mine = |feed, ledger, account| {
            refused(feed, Problem::NotMine { ledger: id(ledger), account: id(account) })
        };
        let signature = |feed| refused(feed, Problem::Signature);
        self.feed("of m-2", &story.feed("m-2", 0, ALL));
        let other = not_mine("of m-2", "torekes-1", "m-2");
        self.vector("another account", [not_mine("of m-2", "torekes-1", "m-2"), whole(), other]);
        self.feed("another ledger", &Story::whole("torekes-2").feed("m-1", 8, ALL));
        self.vector("another ledger", [whole(), not_mine("another ledger", "torekes-2", "m-1")]);

        let good = Feed::read(&story.feed("m-1", 0, ALL));
        self.feed("signed by a stranger", &good.clone().signed(&STRANGER).text());
        let mut changed = good;
        changed.head.day = day("2025-01-04");
        self.feed("the head was changed", &changed.text());
        let strange = || [signature("signed by a stranger"), signature("the head was changed")];
        self.vector(
            "another key, or a changed head",
            strange().into_iter().chain([whole()]).chain(strange()),
        );
        self.vector_under(&STRANGER, "the wallet has another key", [signature("whole")]);
    }

    fn set_back(&mut self, story: &Story) {
        let backup = Story::until_the_first_day_is_over("torekes-1");
        self.feed("backup", &backup.feed("m-1", 0, ALL));
        self.feed("backup, a head alone", &backup.feed("m-1", 8, ALL));
        let behind = |feed| behind(feed, (6, 7), (8, 10));
        let again = applied("nothing after eight", 0, 10, "2025-01-03", 27);
        self.vector(
            "a server that was set back",
            [whole(), behind("backup"), behind("backup, a head alone"), again],
        );

        // It goes on from the backup: 2 come and 1 goes, then 3 more.
        let mut other = backup;
        other.pays("m-2", "m-1", 2);
        self.feed("other, seven", &other.feed("m-1", 0, ALL));
        other.pays("m-1", "m-2", 1);
        self.feed("other, eight", &other.feed("m-1", 0, ALL));
        other.pays("m-1", "m-2", 3);
        self.feed("other, nine", &other.feed("m-1", 0, ALL));
        self.feed("other, nine since 4", &other.feed("m-1", 4, ALL));
        self.feed("other, nine since 8", &other.feed("m-1", 8, ALL));
        self.feed("other, a head alone", &other.feed("m-1", 9, ALL));
        let set_back = behind("backup, a head alone");
        self.vector(
            "then it goes on with as many other slices",
            [whole(), set_back, fork("other, eight", 8)],
        );
        self.vector("then it goes on with fewer other slices", [whole(), fork("other, seven", 7)]);
        self.vector("then it goes on with more other slices", [whole(), fork("other, nine", 6)]);
        // The wallet looks further back until it sees where they part.
        let steps = [whole(), link("other, nine since 8", 9, 4), fork("other, nine since 4", 6)];
        self.vector("the part that is told does not overlap", steps);
        self.vector("a head alone that counts more slices", [whole(), gap("other, a head alone", 8, 10)]);

        let mut later = story.clone();
        later.pays("m-2", "m-1", 1);
        self.feed("nine", &later.feed("m-1", 8, ALL));
        let kept = |step| Step { proofs: 1, ..step };
        let steps = [
            whole(),
            fork("other, eight", 8),
            fork("other, eight", 8),
            kept(applied("whole", 0, 10, "2025-01-03", 27)),
            kept(behind("backup")),
            kept(applied("nine", 1, 11, "2025-01-03", 28)),
            Step { proofs: 2, ..fork("other, nine", 9) },
            Step { proofs: 2, anew: true, ..applied("other, nine", 9, 10, "2025-01-03", 19) },
            Step { proofs: 3, ..fork("whole", 8) },
        ];
        self.vector("what is kept after a fork", steps);
    }

    /// Heads that contradict each other, over the same slices.
    fn two_histories(&mut self, story: &Story) {
        let alone = Feed::read(&story.feed("m-1", 8, ALL));
        let all = Feed::read(&story.feed("m-1", 0, ALL));
        let backup = Feed::read(&Story::until_the_first_day_is_over("torekes-1").feed("m-1", 0, ALL));
        let with = |feed: &Feed, change: &dyn Fn(&mut Feed)| {
            let mut feed = feed.clone();
            change(&mut feed);
            feed.signed(&SECRET_KEY).text()
        };
        let other_journal = |feed: &mut Feed| feed.head.journal = backup.head.journal.clone();
        self.feed("another journal, a head alone", &with(&alone, &other_journal));
        self.feed("another journal", &with(&all, &other_journal));
        self.feed("another day", &with(&alone, &|feed| feed.head.day = day("2025-01-04")));
        self.feed("another link", &with(&alone, &|feed| feed.head.link = backup.head.link.clone()));
        let page = Feed::read(&story.feed("m-1", 0, 5));
        self.feed("the record with fewer slices", &with(&page, &|feed| feed.head.record = 10));
        for (feed, after) in [
            ("another journal, a head alone", 8),
            ("another journal", 8),
            ("another day", 8),
            ("another link", 8),
            ("the record with fewer slices", 5),
        ] {
            self.vector(&format!("two heads of one record: {feed}"), [whole(), fork(feed, after)]);
        }
    }

    /// A host signs slices that no ledger has written.
    fn slices_that_cannot_be(&mut self, story: &Story) {
        let all = Feed::read(&story.feed("m-1", 0, ALL));
        let mut later = story.clone();
        later.pays("m-1", "m-2", 1);
        let paid = Feed::read(&later.feed("m-1", 8, ALL)).slices.remove(0);
        let claimed = |slices: &[String]| {
            let mut feed = all.clone();
            feed.head.record = 12;
            feed.linked([all.slices.as_slice(), slices].concat(), 8).signed(&SECRET_KEY).text()
        };
        let other = |from: &str, to: &str| {
            assert!(paid.contains(from), "{paid}");
            paid.replacen(from, to, 1)
        };
        let moves = "\"amount\":-1,\"lots\":[[0,-1]]";
        let opening = all.slices[0].replacen("\"number\":0", "\"number\":11", 1);
        for (name, bad) in [
            ("no record", "a payment of 1".to_owned()),
            ("of a version that is not known", other("\"v\":1", "\"v\":2")),
            ("with a key that is not known", other("{\"v\":1,", "{\"v\":1,\"why\":1,")),
            ("of a record that was told before", other("\"number\":11", "\"number\":10")),
            ("that opens the ledger again", opening),
            ("whose units do not add up", other(moves, "\"amount\":-1,\"lots\":[[0,-2]]")),
            ("that moves units and names no lots", other(moves, "\"amount\":-1")),
            ("of a lot that was never told of", other(moves, "\"amount\":-1,\"lots\":[[7,-1]]")),
            ("with more than there can be", other("\"amount\":-1", "\"amount\":-9007199254740992")),
        ] {
            self.feed(name, &claimed(&[bad]));
            self.vector(&format!("a slice under a good signature {name}"), [whole(), slice(name, 9)]);
        }
        self.feed("one good slice and a bad one", &claimed(&[paid.clone(), "a payment of 1".to_owned()]));
        let steps = [
            whole(),
            slice("one good slice and a bad one", 10),
            applied("nothing after eight", 0, 10, "2025-01-03", 27),
        ];
        self.vector("nothing is taken in of a feed with one bad slice", steps);

        let unopened = [&all.slices[..2], &all.slices[3..]].concat();
        self.feed(
            "without the opening of the account",
            &all.clone().linked(unopened, 0).signed(&SECRET_KEY).text(),
        );
        self.vector(
            "units of an account that was never opened",
            [slice("without the opening of the account", 3), whole()],
        );

        let headless = all.clone().linked(all.slices[1..].to_vec(), 0).signed(&SECRET_KEY);
        self.feed("without the opening", &headless.text());
        self.vector(
            "a chain that does not begin with the opening",
            [slice("without the opening", 1), whole()],
        );
    }
}
