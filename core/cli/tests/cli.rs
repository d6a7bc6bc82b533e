//! The command as people use it: what it prints, where, and how it ends.
#![allow(clippy::unwrap_used, reason = "tests may unwrap")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const RABOT: &str = "../designs/rabot-example.toml";
const BOOK: &str = "tests/data/rabot.csv";

fn muntwerk(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muntwerk"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args);
    command
}

/// How it ended, what it printed, and what it said aside; the journal's own tests look at its heads.
fn told(args: &[&str]) -> String {
    let told = told_with_heads(args);
    let is_head = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    told.split(' ')
        .map(|words| {
            let (word, rest) = words.split_at(words.len().min(64));
            if is_head(word) { format!("<head>{rest}") } else { words.to_owned() }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn told_with_heads(args: &[&str]) -> String {
    let Output { status, stdout, stderr } = muntwerk(args).output().unwrap();
    let aside = String::from_utf8(stderr).unwrap();
    let aside = if aside.is_empty() { String::new() } else { format!("aside: {aside}") };
    format!("{}{aside}[{}]\n", String::from_utf8(stdout).unwrap(), status.code().unwrap())
}

/// A file of one test.
fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

fn journal(name: &str) -> String {
    let path = file(name).to_str().unwrap().to_owned();
    let ran = muntwerk(&["run", RABOT, BOOK, "--journal", &path]).output().unwrap();
    assert!(ran.status.success());
    path
}

#[test]
fn a_sound_design_is_summed_up() {
    insta::assert_snapshot!(told(&["check", RABOT]), @r"
    Rabotters (example) (rabot-example): sound

    Unit: The rabotter has a value in euro, which partners get and participants never. From 1 January 2010 on: 10 rabotters = 1.00 euro.
    Circulation: Issuing partners credit units for effort.
    Limits: Nobody goes below zero.
    Earning: Ways to earn: 5.
    Redeeming: What units can be spent on outside the ring: 12.
    Expiry: Units are good for 12 months from the day they were earned, to the end of that month. Nothing lapses without a notice, 30 days before, of which it is known whether it arrived. What lapses goes to the common pot. Whoever receives units gets them with their date. An award booked too late to be good is good for 30 days.
    Paying: Units can be given away, from what is on the account. A participant can pay for a relative in need of care.
    Days: An activity is booked up to 14 days later. What waits for somebody waits 30 days.
    Correcting: An entry can be taken back up to 60 days later. If some is spent, the rest comes from what else the receiver has. What comes back after its date is good for 14 days.
    Leaving: What a leaver has left goes to the common pot. A debt is not written off. When somebody dies, an heir may receive what is left.
    Lots: Every issue is followed on its own. What lapses first is spent first.
    [0]
    ");
}

#[test]
fn what_a_design_decides_is_told_in_dutch() {
    insta::assert_snapshot!(told(&["explain", "../designs/wijk-example.toml", "--lang", "nl"]), @r"
    Wijkpunten (voorbeeld) (wijk-example)

    Eenheid
      De wijkpunt staat voor niets anders dan zichzelf.
      Cijfers na de komma in de boeken: 1.

    Omloop
      Uitgiftepartners kennen eenheden toe voor inzet.
      Deelnemers betalen met wat ze nog moeten verdienen.

    Grenzen
      Een saldo zakt tot hoogstens -50,0 wijkpunten.
      Een saldo groeit tot hoogstens 500,0 wijkpunten.

    Verdienen
      Manieren om te verdienen: 2.
      - Opruimactie in de wijk (opruimen): 10,0 wijkpunten per uur, per 30 minuten, naar beneden
      - Deelnemen aan de wijkraad (wijkraad): 7,5 wijkpunten per keer

    Verdienplafonds
      Wat verdiend wordt, telt mee op de dag van de activiteit.
      - wijkraad-week (wijkraad): 1 keer per persoon, per week; meer wordt geweigerd

    Verzilveren
      Wat met eenheden te krijgen is: 3.
      - Koffie in het wijkhuis (koffie): 2,5 wijkpunten
      - Oogsten in de pluktuin (pluktuin): 5,0 wijkpunten
      - Wijkzaal, een avond (zaal): 80,0 wijkpunten

    Verval
      Eenheden gelden tot het einde van het jaar waarin ze verdiend zijn.
      Niets vervalt zonder aanmaning, 45 dagen vooraf.
      Daarna zijn er nog 31 dagen respijt.
      Wat vervalt, gaat naar de gemeenschappelijke pot.
      Bij een betaling begint de termijn opnieuw.
      Wat te laat geboekt wordt om nog te gelden, wordt geweigerd.

    Betalen
      Schenken kan, van wat er op de rekening staat.

    Dagen
      Een activiteit wordt tot 7 dagen later geboekt.
      Wat op iemand wacht, wacht 30 dagen.

    Rechtzetten
      Een boeking wordt tot 30 dagen later teruggenomen.
      Wat uitgegeven is, blijft de ontvanger schuldig.
      Wat na zijn datum terugkomt, vervalt meteen.

    Vertrekken
      Wat een vertrekker overhoudt, gaat naar de gemeenschappelijke pot.
      Een schuld wordt niet kwijtgescholden.
      Bij overlijden kan een erfgenaam ontvangen wat er staat.

    Loten
      De uitgiften van een maand worden samen gevolgd.
      Wat het eerst vervalt, wordt het eerst uitgegeven.

    Contactpunten
      - cp-1: administratiepunt, verzilverloket

    Rollen
      - administration_point: register_participant, record_fact, give_mandate (register), revoke_mandate (register), welcome, reverse (propose), close_account (propose)
      - exchange_office: transfer (register), award (register), gift (register), reverse (propose own same_day), send_notes, receive_notes, pay_out, take_in, swap_notes, keep_till, count_cash, see_account (register)
      - issuing_partner: award (allow own), reverse (propose own), receive_notes (allow own)
      - mediator: register_participant (register), record_fact (behalf), transfer (behalf), welcome (register), award (propose), gift (behalf second), redeem (behalf), reserve (behalf), reverse (propose own), pay_out (behalf second), take_in (behalf second), record_notice, change_account_state (propose), set_limits (propose), exceed_limit (propose), close_account (behalf), see_account (behalf)
      - participant: register_participant (allow own), record_fact (allow own), give_mandate (allow own), revoke_mandate (allow own), transfer (allow own), award (propose own), gift (allow own), redeem (allow own), reserve (allow own), reverse (propose own), pay_out (propose own), take_in (propose own), close_account (propose own), see_account (allow own)
      - project_manager: adopt_design (propose), approve_partner (propose), appoint_role, take_over (allow second), register_participant, record_fact, give_mandate (register), revoke_mandate, welcome, award (allow second), reserve, restock, reverse, print_notes (allow second), send_notes (allow second), receive_notes (allow second), chargeback (allow second), approve_difference, record_notice, end_units (propose), change_account_state, set_limits, exceed_limit (allow second), close_account, write_off (allow second), see_account
      - redeeming_partner: redeem (register own), reserve (allow own), restock (allow own), reverse (propose own)
      - redemption_desk: redeem, reserve, restock, reverse (propose own), keep_till, count_cash, see_account (register)
      - steering_group: adopt_design (allow second), approve_partner, appoint_role (propose), end_units (allow second), set_limits
      - system: welcome, award, reserve, close_day, record_notice, close_account

    Vanaf de eerste dag
      - s-001: steering_group
      - s-002: steering_group
      - s-010: project_manager
      - s-040: administration_point (cp-1)
      - s-050: issuing_partner (p-01)
      - s-900: system
    [0]
    ");
}

#[test]
fn a_resolved_design_is_a_design() {
    let resolved = muntwerk(&["check", RABOT, "--resolved"]).output().unwrap();
    let path = file("resolved.toml");
    std::fs::write(&path, &resolved.stdout).unwrap();
    let again = muntwerk(&["check", path.to_str().unwrap(), "--resolved"]).output().unwrap();
    assert!(again.status.success());
    assert_eq!(again.stdout, resolved.stdout);
}

#[test]
fn a_design_that_contradicts_itself_is_told_with_its_places() {
    let design = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(RABOT)).unwrap();
    let path = file("wrong.toml");
    std::fs::write(
        &path,
        design.replace("months = 12 ", "months = 0 ").replace("price = 30 ", "price = -3 "),
    )
    .unwrap();
    let path = path.to_str().unwrap();
    insta::assert_snapshot!(told(&["check", path]).replace(path, "wrong.toml"), @r"
    wrong.toml:68:9: redemption[0].price: an amount lies between 0 and 9007199254740991 minor units, and -3 does not
    wrong.toml:126:9: redemption[9].price: an amount lies between 0 and 9007199254740991 minor units, and -3 does not
    wrong.toml:148:10: expiry.months: this lies between 1 and 600, and 0 does not
    [1]
    ");
}

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

#[test]
fn a_journal_is_verified() {
    let path = journal("verified.jsonl");
    let found = told_with_heads(&["verify", &path]);
    insta::assert_snapshot!(told(&["verify", &path]).replace(&path, "verified.jsonl"), @r"
    verified.jsonl: 58 lines, head <head>
    verified.jsonl: the chain holds, every entry fits the books before it, and the books are sound
    [0]
    ");
    let head = found.split("head ").nth(1).unwrap().lines().next().unwrap();
    assert!(told(&["verify", &path, "--head", head]).ends_with("[0]\n"));

    let lines = std::fs::read_to_string(&path).unwrap();
    let changed = [
        ("changed.jsonl", lines.replacen("\"amount\":20}", "\"amount\":21}", 1)),
        (
            "lost.jsonl",
            lines.lines().filter(|line| !line.contains("\"number\":7,")).collect::<Vec<_>>().join("\n"),
        ),
        ("cut.jsonl", lines.chars().take(20_000).collect()),
        ("empty.jsonl", String::new()),
    ];
    for (name, text) in changed {
        std::fs::write(file(name), text).unwrap();
    }
    let all: Vec<&str> = lines.lines().collect();
    std::fs::write(file("shorter.jsonl"), all.split_last().unwrap().1.join("\n")).unwrap();
    let mut told_all = String::new();
    for name in ["changed.jsonl", "lost.jsonl", "cut.jsonl", "empty.jsonl"] {
        told_all.push_str(&told(&["verify", file(name).to_str().unwrap()]));
    }
    told_all.push_str(&told(&["verify", file("shorter.jsonl").to_str().unwrap(), "--head", head]));
    insta::assert_snapshot!(told_all.replace(file("").to_str().unwrap(), ""), @r"
    changed.jsonl:14: the chain breaks: this line or the one before was changed, lost, repeated or moved
    [1]
    lost.jsonl:8: the chain breaks: this line or the one before was changed, lost, repeated or moved
    [1]
    cut.jsonl:3: not a journal line
    [1]
    empty.jsonl:1: the journal is empty
    [1]
    shorter.jsonl: 57 lines, head <head>
    shorter.jsonl: the journal does not end in <head>: lines are missing, or it is another one
    [1]
    ");
}

#[test]
fn a_journal_gives_statements_and_explanations() {
    let path = journal("explained.jsonl");
    let statement = told(&["statement", &path, "m-0002", "--from", "2025-01-06", "--lang", "fr"]);
    let why = told(&["explain", &path, "m-0002"]);
    insta::assert_snapshot!(format!("{statement}{why}"), @r"
    Compte m-0002 (actif), du 6 janvier 2025 au 10 février 2025

    n°  comptabilisé    fait            quoi            avec           par                                                        rabotters  solde  lots
    --  --------------  --------------  --------------  -------------  ---------------------------------------------------------  ---------  -----  ----------------------------------------------------------
                                        solde initial                                                                                            0
    12  6 janvier 2025  3 janvier 2025  gagné           issued:p-01    m-0002 (participant) confirmé par s-050 (issuing_partner)         31     31  31 jusqu’au 31 janvier 2026
    13  6 janvier 2025  6 janvier 2025  reçu            m-0001         m-0001 (participant)                                              20     51  20 jusqu’au 31 janvier 2026
    16  7 janvier 2025  7 janvier 2025  utilisé         redeemed:p-14  s-042 (redemption_desk) pour m-0002 à cp-2                       -30     21  -20 jusqu’au 31 janvier 2026; -10 jusqu’au 31 janvier 2026
    24  9 janvier 2025  9 janvier 2025  repris (n° 13)  m-0001         s-010 (project_manager)                                          -10     11  -10 jusqu’au 31 janvier 2026
                                        solde final                                                                                             11

    Sur le compte le 10 février 2025

    lot  rabotters  gagné              fin              échoit à la clôture du
    ---  ---------  -----------------  ---------------  ----------------------
      1         11  le 3 janvier 2025  31 janvier 2026  31 janvier 2026
    [0]
    The balance of m-0002 on 10 February 2025 is 11 rabotters.
    Earned at p-01: 31, once.
    Received: 20, once.
    Redeemed at p-14: -30, once.
    Taken back: -10, once.

    Account m-0002 is active, with a balance of 11 rabotters.
    One pays with what is on the account: there is no credit.
    So says version 0 of the design, in force since 2 January 2025.
    Possible now: pay 11, give 11, receive any amount.

    11 rabotters of lot 1, earned at p-01 on 3 January 2025.
    Rule (version 0): valid for 12 months, to the end of the month. Last day: 31 January 2026.
    Notice will be given on 1 January 2026.
    They lapse at the closing of 31 January 2026; until then they can be spent.
    [0]
    ");
    let nobody = told(&["statement", &path, "m-0099"]);
    insta::assert_snapshot!(nobody.replace(&path, "explained.jsonl"), @r"
    aside: muntwerk: explained.jsonl: there is no account m-0099
    [2]
    ");
}

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

#[test]
fn other_programs_read_the_books() {
    let path = journal("exported.jsonl");
    let transfer = |program: &str| {
        let told = told(&["export", program, &path]);
        let lines = told.lines().skip_while(|line| !line.contains("transfer") || !line.contains(" * "));
        lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(transfer("hledger"), @r#"
    2025-01-06 * (13) transfer
        ; value-day:2025-01-06, actor:m-0001, role:participant, order:27ed2f48e29270df9c4f0d6d409cff9f
        assets:person:m-0001  -20 "RABOT-EXAMPLE"
        assets:person:m-0002  20 "RABOT-EXAMPLE"
    "#);
    insta::assert_snapshot!(transfer("beancount"), @r#"
    2025-01-06 * "transfer" "" ^27ed2f48e29270df9c4f0d6d409cff9f
      record: 13
      value-day: 2025-01-06
      actor: "m-0001"
      role: "participant"
      order: "27ed2f48e29270df9c4f0d6d409cff9f"
      Assets:Person:M-0001  -20 RABOT-EXAMPLE
      Assets:Person:M-0002  20 RABOT-EXAMPLE
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
    401  paid out in notes     0   46      0
    402  paid out in notes     0   25      0
    403  redeemed with notes  40   16      0
    404  paid out in notes     0   30      0
    405  paid out in notes     0   11      0
    406  redeemed with notes  20    8      0

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
