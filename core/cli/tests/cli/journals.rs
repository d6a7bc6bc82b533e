//! What is told of a journal, and to other programs.

use super::*;

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
    // Ten characters short of three lines.
    let mut cut: Vec<&str> = lines.lines().take(3).collect();
    let whole = cut.pop().unwrap();
    cut.push(whole.split_at(whole.len().checked_sub(10).unwrap()).0);
    let changed = [
        ("changed.jsonl", lines.replacen("\"amount\":20}", "\"amount\":21}", 1)),
        (
            "lost.jsonl",
            lines.lines().filter(|line| !line.contains("\"number\":7,")).collect::<Vec<_>>().join("\n"),
        ),
        ("cut.jsonl", cut.join("\n")),
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
