//! Day books that are run, and how a run ends.

use super::*;

#[test]
fn a_day_book_is_replayed_and_its_books_printed() {
    insta::assert_snapshot!(told(&["run", RABOT, BOOK, "--statement", "m-0001"]), @r#"
    Rabotters (example) (rabot-example), ledger rabot-example-1, from 2 January 2025 to 10 February 2025

    Lines read                  23
      booked                    15
      answered before            1
      refused                    3
      cannot be read             4
    Still waiting for somebody   1

    Lines that cannot be read

    tests/data/rabot.csv:19: measured: `buurtwerk` is rewarded by the hour: write 3 hours as 3:00
    tests/data/rabot.csv:21: amount: in "1.000" a sign may stand between thousands; write 1250 or 1250,50
    tests/data/rabot.csv:23: day: 2026-01-09 is 365 days after the current day, and a day book goes ahead by at most 92 at once
    tests/data/rabot.csv:24: a value in quotation marks ends with one on the same line, and one inside it is doubled

    Refused, by code

    day_closed            1
    mandate_per_order     1
    insufficient_balance  1

    Trial balance on 10 February 2025 after 58 records

    kind        accounts  rabotters
    ----------  --------  ---------
    person             2        101
    household          1         15
    pot                1          0
    group              1          0
    reserved           1          0
    issued             2       -146
    redeemed           2         30
    lapsed             1          0
    taken over         1          0
    ----------  --------  ---------
    total             12          0

    Account m-0001 (active), from 2 January 2025 to 10 February 2025

    no  booked          done            what                with         by                           rabotters  balance  lots
    --  --------------  --------------  ------------------  -----------  ---------------------------  ---------  -------  ----------------------
                                        opening balance                                                                0
     7  3 January 2025  2 January 2025  earned              issued:p-01  s-050 (issuing_partner)             75       75  75 to 31 January 2026
    13  6 January 2025  6 January 2025  paid                m-0002       m-0001 (participant)               -20       55  -20 to 31 January 2026
    20  8 January 2025  8 January 2025  received            m-0003       s-020 (mediator) for m-0003         25       80  25 to 31 January 2026
    24  9 January 2025  9 January 2025  given back (no 13)  m-0002       s-010 (project_manager)             10       90  10 to 31 January 2026
                                        closing balance                                                               90

    On the account on 10 February 2025

    lot  rabotters  earned             end              lapses at the closing of
    ---  ---------  -----------------  ---------------  ------------------------
      0         55  on 2 January 2025  31 January 2026  31 January 2026
      2         25  on 8 January 2025  31 January 2026  31 January 2026
      3         10  on 2 January 2025  31 January 2026  31 January 2026

    What ends up to 31 March 2025

    Nothing.

    Partners from 2 January 2025 to 10 February 2025

    partner  issued   euro  taken in  euro
    -------  ------  -----  --------  ----
    p-01        146  14.60         0  0.00
    p-14          0   0.00        30  3.00
    -------  ------  -----  --------  ----
    total       146  14.60        30  3.00

    The books are sound.
    58 lines in the journal, head <head>
    aside: tests/data/rabot.csv: 23 lines
    [0]
    "#);
}

#[test]
fn a_day_book_is_told_in_dutch_with_every_refusal() {
    insta::assert_snapshot!(told(&["run", RABOT, BOOK, "--lang", "nl", "--verbose"]), @r#"
    Rabotters (voorbeeld) (rabot-example), grootboek rabot-example-1, van 2 januari 2025 tot en met 10 februari 2025

    Regels gelezen       23
      geboekt            15
      eerder beantwoord   1
      geweigerd           3
      niet te lezen       4
    Wacht nog op iemand   1

    Regels die niet te lezen zijn

    tests/data/rabot.csv:19: measured: `buurtwerk` is rewarded by the hour: write 3 hours as 3:00
    tests/data/rabot.csv:21: amount: in "1.000" a sign may stand between thousands; write 1250 or 1250,50
    tests/data/rabot.csv:23: day: 2026-01-09 is 365 days after the current day, and a day book goes ahead by at most 92 at once
    tests/data/rabot.csv:24: a value in quotation marks ends with one on the same line, and one inside it is doubled

    Geweigerd

    tests/data/rabot.csv:12: w-10: Gevraagd is 2.000 rabotters; op m-0001 kan 55 rabotters. De ondergrens is 0 rabotters.
    tests/data/rabot.csv:17: w-15: De volmacht v-01 gaat tot 25 rabotters per keer; gevraagd is 26 rabotters.
    tests/data/rabot.csv:20: w-17: 8 januari 2025 is de lopende dag; er wordt niet meer op 6 januari 2025 geboekt.

    day_closed            1
    mandate_per_order     1
    insufficient_balance  1

    Proefbalans op 10 februari 2025 na 58 journaalregels

    rekening         soort         rabotters
    ---------------  ------------  ---------
    system:lapsed    vervallen             0
    system:pot       pot                   0
    system:group     groep                 0
    system:opening   overgenomen           0
    system:reserved  gereserveerd          0
    issued:p-01      uitgegeven         -146
    redeemed:p-01    ingenomen             0
    issued:p-14      uitgegeven            0
    redeemed:p-14    ingenomen            30
    m-0001           persoon              90
    m-0002           persoon              11
    m-0003           huishouden           15

    soort         rekeningen  rabotters
    ------------  ----------  ---------
    persoon                2        101
    huishouden             1         15
    pot                    1          0
    groep                  1          0
    gereserveerd           1          0
    uitgegeven             2       -146
    ingenomen              2         30
    vervallen              1          0
    overgenomen            1          0
    ------------  ----------  ---------
    samen                 12          0

    Wat eindigt tot en met 31 maart 2025

    Niets.

    Partners van 2 januari 2025 tot en met 10 februari 2025

    partner  uitgegeven   euro  ingenomen  euro
    -------  ----------  -----  ---------  ----
    p-01            146  14,60          0  0,00
    p-14              0   0,00         30  3,00
    -------  ----------  -----  ---------  ----
    samen           146  14,60         30  3,00

    De boeken kloppen.
    58 regels in het journaal, hoofd <head>
    aside: tests/data/rabot.csv: 23 lines
    [0]
    "#);
}

/// The same files give the same bytes, and the journal stands under its name only when it is whole.
#[test]
fn a_run_depends_on_its_files_alone() {
    let (one, two) = (journal("one.jsonl"), journal("two.jsonl"));
    assert_eq!(std::fs::read(&one).unwrap(), std::fs::read(&two).unwrap());
    assert!(!Path::new(&format!("{one}.part")).exists());
}

#[test]
fn files_that_are_not_what_they_should_be_end_in_2() {
    let told_all = [
        told(&["run", RABOT, RABOT]),
        told(&["run", BOOK, BOOK]),
        told(&["run", RABOT, "tests/data/none.csv"]),
        told(&["run", RABOT, BOOK, "--ledger", "rabot"]).lines().next().unwrap().to_owned(),
        told(&["verify", "tests/data/none.jsonl"]),
    ];
    insta::assert_snapshot!(told_all.join("\n"), @r"
    aside: muntwerk: ../designs/rabot-example.toml:1: the first line of a day book is `# daybook 1`
    [2]

    aside: muntwerk: tests/data/rabot.csv:2:168: design: key with no value, expected `=`
    [2]

    aside: muntwerk: tests/data/none.csv: No such file or directory (os error 2)
    [2]

    aside: error: invalid value 'rabot' for '--ledger <ID>': an id needs a digit, so that a person's name is not taken for one
    aside: muntwerk: tests/data/none.jsonl: No such file or directory (os error 2)
    [2]
    ");
}

/// A part of a journal that cannot get its name does not stay behind.
#[test]
fn a_journal_that_cannot_be_written_leaves_nothing() {
    let taken = file("taken.jsonl");
    std::fs::create_dir_all(taken.join("in-the-way")).unwrap();
    let path = taken.to_str().unwrap();
    assert_eq!(muntwerk(&["run", RABOT, BOOK, "--journal", path]).output().unwrap().status.code(), Some(2));
    assert!(!Path::new(&format!("{path}.part")).exists());
}

/// `muntwerk … | head` closes the pipe before everything is written.
#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut command = muntwerk(&["explain", RABOT]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()));
}
