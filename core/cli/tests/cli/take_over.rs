//! A scheme that ran before is taken over.

use super::*;

/// What a day book runs with besides: balances by whom, and a design to adopt.
fn running(with: &[&str]) -> Vec<String> {
    let dearer = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(RABOT)).unwrap();
    let path = file("dearer.toml");
    std::fs::write(
        &path,
        dearer
            .replace("price = 10 # example, no source\npartner = \"p-14\"", "price = 12\npartner = \"p-14\""),
    )
    .unwrap();
    let amendment = path.to_str().unwrap();
    [&["run", RABOT, "tests/data/running.csv", "--amendment", amendment], with]
        .concat()
        .into_iter()
        .map(String::from)
        .collect()
}

/// R74: two people take the balances over after the lines that enrol, and before anything moves; R8: a line
/// adopts the design that is handed in.
#[test]
fn a_running_scheme_is_taken_over_by_two_people() {
    let ran = |with: &[&str]| {
        let args = running(with);
        told(&args.iter().map(String::as_str).collect::<Vec<_>>()).replace(file("").to_str().unwrap(), "")
    };
    let list = ["--take-over", "tests/data/balances.csv"];
    let both = [&list[..], &["--by", "s-010", "--and", "s-011"]].concat();
    insta::assert_snapshot!(ran(&[&both[..], &["--verbose", "--statement", "m-0001"]].concat()), @r"
    Rabotters (example) (rabot-example), ledger rabot-example-1, from 2 January 2025 to 8 January 2025

    Lines read                  9
      booked                    8
      answered before           0
      refused                   1
      cannot be read            0
    Still waiting for somebody  0

    Refused

    tests/data/running.csv:8: t-06: 50 rabotters was asked; 42 rabotters is possible on m-0001. The floor is 0 rabotters.

    insufficient_balance  1

    Trial balance on 8 January 2025 after 18 records

    account          kind        rabotters
    ---------------  ----------  ---------
    system:lapsed    lapsed              0
    system:pot       pot               310
    system:group     group               0
    system:opening   taken over       -387
    system:reserved  reserved            0
    issued:p-14      issued              0
    redeemed:p-14    redeemed           32
    m-0001           person             42
    m-0002           person              3

    kind        accounts  rabotters
    ----------  --------  ---------
    person             2         45
    pot                1        310
    group              1          0
    reserved           1          0
    issued             1          0
    redeemed           1         32
    lapsed             1          0
    taken over         1       -387
    ----------  --------  ---------
    total              9          0

    Account m-0001 (active), from 2 January 2025 to 8 January 2025

    no  booked          done            what                with                                by                                                            rabotters  balance  lots
    --  --------------  --------------  ------------------  ----------------------------------  ------------------------------------------------------------  ---------  -------  -------------------------------------------
                                        opening balance                                                                                                                        0
     6  2 January 2025  2 January 2025  balance taken over  m-0002, system:pot, system:opening  s-010 (project_manager) completed by s-011 (project_manager)         62       62  40 to 31 March 2025; 22 to 30 November 2025
     8  3 January 2025  3 January 2025  redeemed            redeemed:p-14                       m-0001 (participant)                                                -20       42  -20 to 31 March 2025
                                        closing balance                                                                                                                       42

    On the account on 8 January 2025

    lot  rabotters  earned               end               lapses at the closing of
    ---  ---------  -------------------  ----------------  ------------------------
      0         20  on 5 March 2024      31 March 2025     31 March 2025
      1         22  on 20 December 2024  30 November 2025  30 November 2025

    What ends up to 28 February 2025

    Nothing.

    Partners from 2 January 2025 to 8 January 2025

    partner  issued  euro  taken in  euro
    -------  ------  ----  --------  ----
    p-14          0  0.00        32  3.20
    -------  ------  ----  --------  ----
    total         0  0.00        32  3.20

    The books are sound.
    18 lines in the journal, head <head>
    aside: tests/data/running.csv: 9 lines
    [0]
    ");

    // In a store it is the same journal, and done once only.
    let (plain, folder) = (file("taken-over.jsonl"), file("taken-over"));
    let _ = std::fs::remove_dir_all(&folder);
    let (plain, folder) = (plain.to_str().unwrap(), folder.to_str().unwrap());
    ran(&[&both[..], &["--journal", plain]].concat());
    for _ in 0..2 {
        assert!(ran(&[&both[..], &["--store", folder]].concat()).ends_with("[0]\n"));
        assert!(std::fs::read(file("taken-over/journal.jsonl")).unwrap() == std::fs::read(plain).unwrap());
    }

    // One person is too few, or the same one twice; nobody in particular is none; and a list can be wrong.
    let wrong = file("wrong-balances.csv");
    std::fs::write(&wrong, "# takeover 1\naccount;balance\nm-0001;-5\nm-0001;6\n").unwrap();
    let owing = file("owing.csv");
    std::fs::write(&owing, "# takeover 1\naccount;balance\nm-0001;-5\n").unwrap();
    let refused = [
        ran(&[&list[..], &["--by", "s-010"]].concat()),
        ran(&[&list[..], &["--by", "s-010", "--and", "s-010"]].concat()),
        ran(&[&list[..], &["--by", "m-0001", "--and", "s-010"]].concat()),
        ran(&["--take-over", wrong.to_str().unwrap(), "--by", "s-010", "--and", "s-011"]),
        ran(&["--take-over", owing.to_str().unwrap(), "--by", "s-010", "--and", "s-011"]),
        ran(&[
            "--amendment",
            "../designs/rabot-example.toml",
            "--amendment",
            "../designs/rabot-example.toml",
        ]),
    ];
    insta::assert_snapshot!(refused.join("\n"), @r"
    aside: muntwerk: tests/data/balances.csv: it waits for a second person: name one with --and
    [2]

    aside: muntwerk: tests/data/balances.csv: This takes a second person; s-010 asked for it already.
    [2]

    aside: muntwerk: tests/data/balances.csv: m-0001 holds no role
    [2]

    aside: muntwerk: wrong-balances.csv:4: balance: line 3 gives the account another balance
    [2]

    aside: muntwerk: owing.csv: The account m-0001 comes 5 rabotters in the red, which is not possible in this currency.
    [2]

    aside: muntwerk: ../designs/rabot-example.toml: another amendment is called rabot-example
    [2]
    ");
}
