//! Runs into a store.

use super::*;

/// Broken off after any record, or in the middle of one, a run into a store goes on and ends as one that
/// was never broken off.
#[test]
fn a_run_into_a_store_goes_on_where_it_was_broken_off() {
    let whole = std::fs::read(journal("unbroken.jsonl")).unwrap();
    let folder = file("store");
    let _ = std::fs::remove_dir_all(&folder);
    let path = folder.to_str().unwrap();
    let run = || muntwerk(&["run", RABOT, BOOK, "--store", path]).output().unwrap();
    assert!(run().status.success());
    let stored = folder.join("journal.jsonl");
    assert!(std::fs::read(&stored).unwrap() == whole);

    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    for count in 1..=lines.len() {
        let mut part = lines[..count].concat();
        let torn = count % 3 == 0 && count < lines.len();
        if torn {
            part.extend_from_slice(&lines[count][..lines[count].len() / 2]);
        }
        std::fs::remove_dir_all(&folder).unwrap();
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&stored, part).unwrap();
        let ran = run();
        assert!(ran.status.success(), "{ran:?}");
        assert!(std::fs::read(&stored).unwrap() == whole, "broken off after {count} lines");
        assert_eq!(String::from_utf8(ran.stderr).unwrap().contains(".torn"), torn);
    }
}

/// Really killed, again and again, on a longer day book.
#[test]
fn a_killed_run_can_be_started_again() {
    let (design, book) = ("../designs/wijk-example.toml", "../../examples/data/wijk-2025/daybook.csv");
    let plain = file("wijk.jsonl");
    let ran = muntwerk(&["run", design, book, "--journal", plain.to_str().unwrap()]).output().unwrap();
    assert!(ran.status.success());
    let folder = file("killed-store");
    let _ = std::fs::remove_dir_all(&folder);
    let path = folder.to_str().unwrap();
    let mut kills = 0;
    for round in 0_u64.. {
        let mut command = muntwerk(&["run", design, book, "--store", path]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Longer from time to time, so that it comes to an end on a slow machine too.
        std::thread::sleep(std::time::Duration::from_millis(20 + round * 37 % 200 + round * 10));
        let _ = child.kill();
        if child.wait().unwrap().success() {
            break;
        }
        kills += 1;
    }
    println!("killed {kills} times");
    assert!(std::fs::read(folder.join("journal.jsonl")).unwrap() == std::fs::read(plain).unwrap());
    let verified = muntwerk(&["verify", path]).output().unwrap();
    assert!(verified.status.success());
}

#[test]
fn a_stored_ledger_is_read_as_a_journal_is() {
    let folder = file("read-store");
    let _ = std::fs::remove_dir_all(&folder);
    let path = folder.to_str().unwrap();
    let ran = muntwerk(&["run", RABOT, BOOK, "--store", path]).output().unwrap();
    assert!(ran.status.success());
    let plain = journal("read-plain.jsonl");
    for args in [&["verify"][..], &["statement", "m-0002"], &["explain", "m-0002"]] {
        let of = |place: &str| {
            let args: Vec<&str> = [&args[..1], &[place], &args[1..]].concat();
            told_with_heads(&args).replace(place, "")
        };
        assert_eq!(of(path), of(&plain), "{args:?}");
        assert_eq!(of(folder.join("journal.jsonl").to_str().unwrap()), of(&plain), "{args:?}");
    }
    // Again: everything is there. Under another design, or with lines put in, it says so.
    let told_all = [
        told(&["run", RABOT, BOOK, "--store", path]).split("\n\n").take(3).collect::<Vec<_>>().join("\n\n"),
        told(&["run", "../designs/wijk-example.toml", BOOK, "--store", path, "--ledger", "rabot-example-1"]),
        told(&["run", "../designs/wijk-example.toml", BOOK, "--store", path]),
        told(&["run", RABOT, BOOK, "--store", path, "--from", "2025-01-01"]),
        told(&["verify", file("nowhere").to_str().unwrap()]),
    ];
    let told_all = told_all.join("\n").replace(file("").to_str().unwrap(), "");
    insta::assert_snapshot!(told_all, @r"
    Rabotters (example) (rabot-example), ledger rabot-example-1, from 2 January 2025 to 10 February 2025

    Lines read                  23
      booked                     0
      answered before           19
      refused                    0
      cannot be read             3
    Still waiting for somebody   1

    The lines up to 25 were in the books already; it went on from there.
    Of these there is no record, and they were not asked now: 23. They were turned away then without a trace, or have been put in between since. Put at the end what is still to be booked.
    aside: muntwerk: read-store: the ledger there is not kept by the design ../designs/wijk-example.toml
    [2]

    aside: muntwerk: read-store/journal.jsonl: the journal of ledger rabot-example-1, not of wijk-example-1
    [2]

    aside: muntwerk: read-store: the ledger there begins on 2025-01-02, and not on 2025-01-01
    [2]

    aside: muntwerk: nowhere: No such file or directory (os error 2)
    [2]
    ");
    std::fs::write(folder.join("journal.jsonl"), std::fs::read(&plain).unwrap().split_at(9_000).0).unwrap();
    let told = told(&["verify", path]).replace(file("").to_str().unwrap(), "");
    assert!(told.starts_with("read-store/journal.jsonl: 9000 bytes of a journal of which "), "{told}");
    assert!(told.ends_with(" were answered: lines are missing at its end\n[1]\n"), "{told}");
}
