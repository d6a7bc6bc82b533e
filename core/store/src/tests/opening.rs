//! What opening makes of what it finds.

use std::path::{Path, PathBuf};

use muntwerk::dense::Secret;
use muntwerk::id::Id;
use muntwerk::ledger::{Head, Ledger, Opening, ReplayReason};

use super::folder;
use super::power::Power;
use super::town::{Story, opening, story};
use crate::answered::Answered;
use crate::files::Files;
use crate::finding::Walk;
use crate::{Options, Store, StoreError, read};

const JOURNAL: &str = "/town/journal.jsonl";
const ANSWERED: &str = "/town/answered";

fn open(power: &Power) -> Result<Store, StoreError> {
    Options::new().open_on(power.disk(), Path::new("/town"))
}

fn create(power: &Power) -> Store {
    Options::new().create_on(power.disk(), Path::new("/town"), opening()).unwrap()
}

/// A machine on which a story was lived to its end.
fn lived(story: &Story) -> Power {
    let power = Power::new(1);
    let mut store = create(&power);
    for asked in &story.script {
        asked.of_store(&mut store).unwrap();
    }
    drop(store);
    assert!(power.read(Path::new(JOURNAL)) == story.journal);
    power
}

fn lines(journal: &[u8]) -> Vec<&[u8]> {
    journal.split_inclusive(|byte| *byte == b'\n').collect()
}

/// The books of the first so many lines.
fn books_of(journal: &[u8], count: usize) -> Ledger {
    Ledger::replay(lines(journal).into_iter().take(count), Secret::new([1; 16])).unwrap()
}

fn whole_lines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// A note of the first line alone, as if the machine had lost its power before any later one was written.
fn early_note() -> (Answered, Vec<u8>) {
    let power = Power::new(1);
    drop(create(&power));
    let files = Files::of(Path::new("/town"));
    (Answered::read(&*power.disk(), &files).unwrap().unwrap(), power.read(Path::new(ANSWERED)))
}

/// With such a note, and with none (a journal copied alone).
#[test]
fn every_prefix_of_a_journal_gives_the_books_of_its_whole_lines() {
    let story = story(600, 6);
    let (journal, (first, _)) = (&story.journal, early_note());
    let files = Files::of(Path::new("/town"));
    let opened = books_of(journal, 1);
    let mut expected = opened.clone();
    let power = Power::new(1);
    for length in usize::try_from(first.length).unwrap()..=journal.len() {
        let count = whole_lines(&journal[..length]);
        if u64::try_from(count).unwrap() > expected.sealed() {
            expected.replay_next(lines(journal)[count - 1]).unwrap();
        }
        power.put(Path::new(JOURNAL), &journal[..length]);
        // At the end of a line with both, elsewhere in turns.
        let at_end = journal[length - 1] == b'\n';
        let notes = [None, Some(first)].into_iter().enumerate();
        for (_, answered) in notes.filter(|(nth, _)| at_end || length % 2 == *nth) {
            let secret = Secret::new([1; 16]);
            let ledger = Some(opened.clone());
            let mut walk = Walk { files: &files, secret, answered, ledger, place: first, replayed: 0 };
            walk.through(&*power.disk(), length as u64).unwrap_or_else(|error| panic!("{length}: {error}"));
            let ledger = walk.ledger.unwrap();
            assert!(ledger.state() == expected.state() && ledger.head() == expected.head(), "{length} bytes");
            let whole: usize = lines(journal)[..count].iter().map(|line| line.len()).sum();
            assert_eq!((walk.place.lines, walk.place.length), (count as u64, whole as u64));
            assert_eq!(walk.place.head, expected.head());
        }
    }
}

#[test]
fn a_store_opens_to_the_whole_lines_and_keeps_the_rest_aside() {
    let story = story(600, 9);
    let (journal, (_, early)) = (&story.journal, early_note());
    let first = lines(journal)[0].len();
    let borders: Vec<usize> = (1..=lines(journal).len())
        .map(|count| lines(journal)[..count].iter().map(|line| line.len()).sum())
        .collect();
    let around = borders.iter().flat_map(|border| [border - 1, *border, border + 1]);
    let lengths = around.chain((first..journal.len()).step_by(53));
    for (nth, length) in lengths.filter(|length| (first..=journal.len()).contains(length)).enumerate() {
        let prefix = &journal[..length];
        let count = whole_lines(prefix);
        let power = Power::new(1);
        power.put(Path::new(JOURNAL), prefix);
        if nth % 2 == 0 {
            power.put(Path::new(ANSWERED), &early);
        }
        let store = open(&power).unwrap_or_else(|error| panic!("{length} bytes: {error}"));
        assert_eq!(store.ledger().unwrap().len(), count as u64);
        let whole = borders[count - 1];
        match &store.opened().torn {
            None => assert_eq!(length, whole),
            Some(torn) => {
                assert_eq!((torn.from, torn.bytes), (whole as u64, (length - whole) as u64));
                assert_eq!(torn.line, count as u64 + 1);
                assert_eq!(power.read(&torn.kept), prefix[whole..]);
            }
        }
        assert_eq!(power.read(Path::new(JOURNAL)), journal[..whole]);
    }
    // A journal gets its name when its first line is whole; a part of one is no journal.
    for length in (1..first).step_by(97).chain([first - 1]) {
        let power = Power::new(1);
        power.put(Path::new(JOURNAL), &journal[..length]);
        assert!(matches!(open(&power), Err(StoreError::NotAJournal { .. })), "{length} bytes");
        assert_eq!(power.read(Path::new(JOURNAL)), journal[..length], "it was changed");
    }
}

/// Ends as a loss of power leaves them: zeros, holes, whole lines after a hole.
#[test]
fn what_was_never_answered_is_cut_off_whatever_it_looks_like() {
    let story = story(601, 9);
    let all = lines(&story.journal);
    let half = all.len() / 2;
    let kept: Vec<u8> = all[..half].concat();
    let rest: Vec<u8> = all[half..].concat();
    // The note as it was when the first half had been answered.
    let power = Power::new(1);
    power.put(Path::new(JOURNAL), &kept);
    drop(open(&power).unwrap());
    let note = power.read(Path::new(ANSWERED));
    let mut holed = rest.clone();
    holed[100..700].fill(0);
    let mut cut_line = all[half].to_vec();
    cut_line.truncate(all[half].len() / 2);
    cut_line.push(b'\n');
    let zeros = vec![0; 4_096];
    let in_the_middle = [&rest[..300], &[0; 9_000]].concat();
    let newlines = vec![b'\n'; 700];
    let other_chain = [all[half + 1], all[half]].concat();
    for torn in [&zeros, &holed, &cut_line, &in_the_middle, &newlines, &other_chain] {
        let power = Power::new(1);
        power.put(Path::new(JOURNAL), &[&kept[..], torn].concat());
        power.put(Path::new(ANSWERED), &note);
        let store = open(&power).unwrap();
        let found = store.opened().torn.clone().unwrap();
        assert_eq!(
            (found.line, found.from, found.bytes),
            (half as u64 + 1, kept.len() as u64, torn.len() as u64)
        );
        assert_eq!(&power.read(&found.kept), torn);
        assert_eq!(power.read(Path::new(JOURNAL)), kept);
        assert!(store.ledger().unwrap().state() == books_of(&story.journal, half).state());
    }
    // Cut off twice at one place, both pieces are kept.
    let power = Power::new(1);
    power.put(Path::new(JOURNAL), &kept);
    power.put(Path::new(ANSWERED), &note);
    let mut kept_at = Vec::new();
    for torn in [&zeros, &cut_line] {
        power.put(Path::new(JOURNAL), &[&kept[..], torn].concat());
        kept_at.push(open(&power).unwrap().opened().torn.clone().unwrap().kept);
    }
    assert_ne!(kept_at[0], kept_at[1]);
    assert_eq!([power.read(&kept_at[0]), power.read(&kept_at[1])], [zeros, cut_line]);
}

/// A line that was answered is never cut off: not one in the middle, not the last.
#[test]
fn damage_to_what_was_answered_is_an_error_that_names_the_line() {
    let story = story(602, 9);
    let all = lines(&story.journal);
    let note = lived(&story).read(Path::new(ANSWERED));
    for at in 0..all.len() {
        let start: usize = all[..at].iter().map(|line| line.len()).sum();
        for damage in [20, all[at].len() - 2 - at % 40] {
            let mut journal = story.journal.clone();
            journal[start + damage] ^= 4;
            let power = Power::new(1);
            power.put(Path::new(JOURNAL), &journal);
            power.put(Path::new(ANSWERED), &note);
            match open(&power) {
                Err(StoreError::Line { line, .. }) => assert_eq!(line, at as u64 + 1),
                Err(StoreError::NotAJournal { .. }) => assert_eq!(at, 0),
                other => panic!("line {}: {other:?}", at + 1),
            }
            assert_eq!(power.read(Path::new(JOURNAL)), journal, "it was changed");
            assert!(matches!(
                crate::reading::read_on(&*power.disk(), Path::new("/town")),
                Err(StoreError::Line { .. } | StoreError::NotAJournal { .. })
            ));
            // Without a note the last line may have been an unfinished write; no other may.
            power.take_away(Path::new(ANSWERED));
            assert_eq!(open(&power).is_ok(), at + 1 == all.len(), "line {} without a note", at + 1);
        }
    }
    // Lines missing at the end.
    for length in [0, all[0].len(), story.journal.len() - all[all.len() - 1].len(), story.journal.len() - 1] {
        let power = Power::new(1);
        power.put(Path::new(JOURNAL), &story.journal[..length]);
        power.put(Path::new(ANSWERED), &note);
        assert!(matches!(open(&power), Err(StoreError::Shortened { .. })), "{length} bytes");
    }
    let power = Power::new(1);
    power.put(Path::new(ANSWERED), &note);
    assert!(matches!(open(&power), Err(StoreError::Shortened { length: 0, .. })));
    let again = Options::new().open_or_create_on(power.disk(), Path::new("/town"), opening());
    assert!(
        matches!(again, Err(StoreError::Shortened { length: 0, .. })),
        "a lost journal is not begun anew"
    );
}

#[test]
fn another_journal_than_the_one_answered_from() {
    let (one, two) = (story(603, 9), story(604, 30));
    let power = lived(&two);
    let shorter = lived(&one).read(Path::new(ANSWERED));
    power.put(Path::new(ANSWERED), &shorter);
    assert!(matches!(open(&power), Err(StoreError::OtherPast { .. })));
}

/// Whole, chained, and not what this library writes: that is no unfinished write.
#[test]
fn a_line_of_another_version() {
    let journal = story(605, 5).journal;
    let line = r#"{"v":9,"number":0,"record":{"whatever":{}}}"#;
    for (position, before) in [(0, vec![]), (lines(&journal).len(), journal.clone())] {
        let head = lines(&before).iter().fold(Head::default(), |head, line| head.follows(line).unwrap());
        let stored = format!("{{\"head\":\"{}\",\"line\":{line}}}\n", head.after(line.as_bytes()));
        let power = Power::new(1);
        power.put(Path::new(JOURNAL), &[&before[..], stored.as_bytes()].concat());
        match open(&power) {
            Err(StoreError::Line {
                line,
                reason: ReplayReason::Json(_) | ReplayReason::Version { .. },
                ..
            }) => {
                assert_eq!(line, position as u64 + 1);
            }
            other => panic!("{other:?}"),
        }
    }
}

/// On the real disk: each mistake is told, and names the path.
#[test]
fn what_cannot_be_opened_is_told_with_its_path() {
    let folder = folder("told");
    let told = |error: StoreError| error.to_string().replace(folder.to_str().unwrap(), "");
    let open = |path: &Path| told(Store::open(path).unwrap_err());

    assert_eq!(open(&folder.join("none")), "/none/journal.jsonl: there is no journal here");
    assert_eq!(open(&folder), "/journal.jsonl: there is no journal here");
    assert!(std::fs::read_dir(&folder).unwrap().next().is_none(), "something was made");
    std::fs::write(folder.join("file"), "x").unwrap();
    assert_eq!(open(&folder.join("file")), "/file: a store is a directory, and this is none");
    let other = Store::open_or_create(folder.join("file"), opening()).unwrap_err();
    assert_eq!(told(other), "/file: a store is a directory, and this is none");

    let path = folder.join("a").join("b");
    drop(Store::create(&path, opening()).unwrap());
    let exists = Store::create(&path, opening()).unwrap_err();
    assert_eq!(told(exists), "/a/b/journal.jsonl: there is a journal already");
    let other = Opening { ledger: Id::parse("village-1").unwrap(), ..opening() };
    let other = Store::open_or_create(&path, other).unwrap_err();
    assert_eq!(told(other), "/a/b/journal.jsonl: the journal of ledger town-1, not of village-1");
    assert_eq!(Store::open_or_create(&path, opening()).unwrap().opened().replayed, 1);

    let with = |name: &str, journal: &[u8]| -> PathBuf {
        let path = folder.join(name);
        std::fs::create_dir_all(&path).unwrap();
        std::fs::write(path.join("journal.jsonl"), journal).unwrap();
        path
    };
    assert_eq!(open(&with("empty", b"")), "/empty/journal.jsonl: the journal is empty");
    let image = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert_eq!(open(&with("image", image)), "/image/journal.jsonl: not a journal of Muntwerk");
    assert_eq!(open(&with("json", b"{\"a\":1}\n")), "/json/journal.jsonl: not a journal of Muntwerk");
    assert_eq!(open(&with("zeros", &[0; 9_000])), "/zeros/journal.jsonl: not a journal of Muntwerk");

    let journal_is_a_folder = folder.join("deep");
    std::fs::create_dir_all(journal_is_a_folder.join("journal.jsonl")).unwrap();
    assert!(open(&journal_is_a_folder).starts_with("/deep/journal.jsonl: "));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_second_writer_is_refused_and_a_reader_is_not() {
    let folder = folder("second");
    let mut store = Store::create(&folder, opening()).unwrap();
    let second = Store::open(&folder).unwrap_err();
    assert!(matches!(&second, StoreError::Locked { path } if *path == folder.join("lock")));
    assert!(matches!(Store::open_or_create(&folder, opening()), Err(StoreError::Locked { .. })));
    assert!(matches!(Store::create(&folder, opening()), Err(StoreError::Locked { .. })));
    for asked in &story(606, 9).script {
        asked.of_store(&mut store).unwrap();
        let reading = read(&folder).unwrap();
        assert!(reading.ledger.state() == store.ledger().unwrap().state());
        assert_eq!(reading.unfinished, 0);
    }
    // A reader takes what is whole, and leaves the rest as it is.
    let journal = store.journal().to_owned();
    let whole = std::fs::read(&journal).unwrap();
    std::fs::write(&journal, [&whole[..], b"{\"head\":\""].concat()).unwrap();
    assert_eq!(read(&folder).unwrap().unfinished, 9);
    assert_eq!(std::fs::read(&journal).unwrap().len(), whole.len() + 9);
    drop(store);
    assert_eq!(Store::open(&folder).unwrap().opened().torn.as_ref().unwrap().bytes, 9);
    std::fs::remove_dir_all(&folder).unwrap();
}
