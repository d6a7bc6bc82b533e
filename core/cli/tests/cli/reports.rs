//! What a steering group and the offices ask.

use super::*;

#[test]
fn a_journal_is_reported_on() {
    let path = journal("reported.jsonl");
    let report = |what: &[&str]| {
        let [about, rest @ ..] = what else { return String::new() };
        told(&[&["report", about, &path], rest].concat())
    };
    insta::assert_snapshot!(report(&["overview", "--lang", "nl"]), @r"
    Rabotters (voorbeeld), van 1 januari 2025 tot en met 10 februari 2025, na 58 journaalregels

    rabotters       voordien  in deze periode   nu
    --------------  --------  ---------------  ---
    uitgegeven             0              146  146
    ingenomen              0               30   30
    bij deelnemers         0              116  116

    Nog te verzilveren: 116 rabotters, waard 11,60 euro op 10 februari 2025.

    Partners van 1 januari 2025 tot en met 10 februari 2025

    partner  uitgegeven   euro  ingenomen  euro
    -------  ----------  -----  ---------  ----
    p-01            146  14,60          0  0,00
    p-14              0   0,00         30  3,00
    -------  ----------  -----  ---------  ----
    samen           146  14,60         30  3,00

    rekeningen: actief         3
    rekeningen die iets deden  3
    boekingen met eenheden     7
    geweigerd                  3
    wacht op iemand            1
    [0]
    ");
    insta::assert_snapshot!(report(&["trial-balance", "--csv"]), @r"
    account;kind;balance;technical_debt
    system:lapsed;lapsed;0;0
    system:pot;pot;0;0
    system:group;group;0;0
    system:opening;opening;0;0
    system:reserved;reserved;0;0
    issued:p-01;issued;-146;0
    redeemed:p-01;redeemed;0;0
    issued:p-14;issued;0;0
    redeemed:p-14;redeemed;30;0
    m-0001;person;90;0
    m-0002;person;11;0
    m-0003;household;15;0
    [0]
    ");
    insta::assert_snapshot!(report(&["partners", "--from", "2025-01-07"]), @r"
    Partners from 7 January 2025 to 10 February 2025

    partner  issued  euro  taken in  euro
    -------  ------  ----  --------  ----
    p-01         40  4.00         0  0.00
    p-14          0  0.00        30  3.00
    -------  ------  ----  --------  ----
    total        40  4.00        30  3.00
    [0]
    ");
    insta::assert_snapshot!(report(&["refusals"]), @r"
    refused               01/2025  total
    --------------------  -------  -----
    day_closed                  1      1
    mandate_per_order           1      1
    insufficient_balance        1      1
    --------------------  -------  -----
    total                       3      3
    [0]
    ");
    insta::assert_snapshot!(report(&["ending", "--through", "2026-12-31", "--for", "m-0002"]), @r"
    What ends up to 31 December 2026

    end              account  rabotters  notice             lapses at the closing of
    ---------------  -------  ---------  -----------------  ------------------------
    31 January 2026  m-0002          11  on 1 January 2026  31 January 2026
    ---------------  -------  ---------  -----------------  ------------------------
    total                            11
    [0]
    ");
    insta::assert_snapshot!(report(&["quiet", "--days", "30"]), @r"
    Accounts with which nothing was done for 30 days or more, on 10 February 2025

    account  kind       last active     days  rabotters
    -------  ---------  --------------  ----  ---------
    m-0002   person     7 January 2025    34         11
    m-0001   person     8 January 2025    33         90
    m-0003   household  8 January 2025    33         15
    [0]
    ");
    insta::assert_snapshot!(report(&["quiet", "--days", "0", "--for", "s-020"]), @r"
    Accounts with which nothing was done for 0 days or more, on 10 February 2025

    None.
    [0]
    ");
    insta::assert_snapshot!(report(&["slip", "16"]), @r"
    m-0002 redeemed on 7 January 2025 at p-14: 3 × Soup at the social restaurant.
    Price: 30 rabotters (worth 3.00 euro).
    [0]
    ");
    let nothing = report(&["slip", "1"]);
    assert!(nothing.contains(": nothing was redeemed or reserved in record 1\n"), "{nothing}");
    insta::assert_snapshot!(report(&["allowances", "--year", "2025", "--partner", "p-01"]), @r"
    Volunteer allowances in 2025, granted by p-01

    who            days  rabotters   euro  most on         rabotters  euro
    -------------  ----  ---------  -----  --------------  ---------  ----
    m-0001            1         75   7.50  2 January 2025         75  7.50
    m-0002            1         31   3.10  3 January 2025         31  3.10
    one of m-0003     1         40   4.00  8 January 2025         40  4.00
    -------------  ----  ---------  -----  --------------  ---------  ----
    total             3        146  14.60

    Euro follow the value on the day of the activity. Each figure is summed exactly and rounded once, half a cent to even.
    [0]
    ");
    insta::assert_snapshot!(report(&["allowances", "--year", "2025", "--activity", "bloembak", "--csv"]), @r"
    person;account;day;units;euro;rounding;left
    ;m-0003;2025-01-08;40;4.00;half_even;0
    [0]
    ");
}

/// R35: what an office's day came to, and where the notes of a series are.
#[test]
fn offices_and_series_are_reported_on() {
    let (design, book) =
        ("../../examples/data/papier-2025/design.toml", "../../examples/data/papier-2025/daybook.csv");
    let path = file("papier.jsonl").to_str().unwrap().to_owned();
    assert!(muntwerk(&["run", design, book, "--journal", &path]).output().unwrap().status.success());
    let reports = [
        told(&["report", "office-sheet", &path, "cp-1", "--on", "2025-09-11"]),
        told(&["report", "office-sheet", &path, "cp-1"]),
        told(&["report", "series", &path, "--lang", "nl"]),
        told(&["report", "consignments", &path]),
    ];
    insta::assert_snapshot!(reports.join("\n").replace(file("").to_str().unwrap(), ""), @r"
    Office sheet of cp-1, 11 September 2025, counted by s-041

     no  what                 in  out  cents
    ---  -------------------  --  ---  -----
    411  paid out in notes     0   46      0
    412  paid out in notes     0   25      0
    413  redeemed with notes  40   16      0
    414  paid out in notes     0   30      0
    415  paid out in notes     0   11      0
    416  redeemed with notes  20    8      0

    drawer      series  note  opening  expected  counted  difference
    ----------  ------  ----  -------  --------  -------  ----------
    stock       r-2023     1       90        84       84           0
    stock       r-2023     5       98        94       94           0
    stock       r-2023    10       75        72       71          -1
    stock       r-2023    20       34        30       30           0
    stock       r-2023    50        4         4        4           0
    taken in    r-2023     1       10        10       10           0
    taken in    r-2023     5        9         9        9           0
    taken in    r-2023    10       14        14       14           0
    taken in    r-2023    20        8        11       11           0
    taken in    r-2023    50        3         3        3           0
    euro cents                    400       400      400           0

    The difference was approved and booked.
    [0]

    aside: muntwerk: papier.jsonl: cp-1 was not counted on 2025-12-20
    [2]

    Biljetten op 20 december 2025

    reeks   biljet  gedrukt  kluis  onderweg  buiten  in omloop  vermist  vernietigd  dagen
    ------  ------  -------  -----  --------  ------  ---------  -------  ----------  -----
    r-2023       1      400      0         0       7          7        0         393   1084
    r-2023       5      400     60         0       0          0        0         340   1084
    r-2023      10      300     49         0       0          0        1         250   1084
    r-2023      20      200      4         0       0          0        1         195   1084
    r-2023      50       60      0         0       0          0        0          60   1084
    r-2025       1      400     80         0     320        302        0           0     80
    r-2025       5      400    130         0     260        260       10           0     80
    r-2025      10      400    220         0     180        126        0           0     80
    r-2025      20      300    154         0     146        116        0           0     80
    r-2025      50      100     83         0      17          0        0           0     80

    Aandeel van de eenheden op papier: 32,87 %
    [0]

    Sendings under way on 20 December 2025

    carrier  from  to  series  notes  worth  days
    [0]
    ");
}
