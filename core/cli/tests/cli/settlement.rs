//! Partners' euro: what they are paid, what stands behind it, and what the bank gets to read.

use super::*;

const NOTES: &str = "../../examples/data/papier-2025";
const PAYEES: &str = "../../examples/data/papier-2025/payees.csv";

fn book(name: &str) -> String {
    let path = file(name).to_str().unwrap().to_owned();
    let (design, daybook) = (format!("{NOTES}/design.toml"), format!("{NOTES}/daybook.csv"));
    let ran = muntwerk(&["run", &design, &daybook, "--journal", &path]).output().unwrap();
    assert!(ran.status.success());
    path
}

#[test]
fn what_partners_are_paid_is_printed_and_goes_to_the_bank() {
    let path = book("settled.jsonl");
    insta::assert_snapshot!(told(&["report", "settlement", &path, "--lang", "nl"]), @r"
    Afrekening op 20 december 2025

    partner  open  te laat   euro  aangevraagd  te betalen  betaald  terug te krijgen
    -------  ----  -------  -----  -----------  ----------  -------  ----------------
    p-13      610        0  61,00         0,00        0,00   185,00              0,00
    p-14      364        0  35,85         0,00       40,98   153,17              0,00

    wat het nog kost      euro
    ----------------  --------
    15.240 in omloop  1.524,00
    ingenomen            96,85
    aangevraagd           0,00
    te betalen           40,98
    terug te krijgen      0,00
    ----------------  --------
    samen             1.661,83
    [0]
    ");
    insta::assert_snapshot!(told(&["report", "reserve", &path]), @r"
    Cover on 20 December 2025

    budget left         119.87
    still to be paid  1,661.83
    [0]
    ");
    insta::assert_snapshot!(told(&["report", "to-do", &path]), @r"
    To do on 20 December 2025

    to do              where or for whom  what                             how much
    -----------------  -----------------  ----------------------------  -----------
    hand over          cp-1               notes taken in                  700 duits
    bring to the bank  cp-1               euro in the till               64.00 euro
    hand over          cp-2               notes taken in                1,290 duits
    bring to the bank  cp-2               euro in the till               56.00 euro
    pay                p-14               f-p-14-12, by 2 January 2026   40.98 euro
    [0]
    ");
    insta::assert_snapshot!(told(&["pay-list", &path, "--payees", PAYEES]), @r"
    partner;name;iban;euro;invoice;claim;pay_by
    p-14;Café De Soepkom (verzonnen);BE71096123456769;40.98;f-p-14-12;b5e333b6c0b6f2f0c4cec52d0419ba20;2026-01-02
    [0]
    ");
    let bank = ["--payer", "Wijk & Co", "--payer-iban", "BE62 5100 0754 7061", "--message", "m-12"];
    let xml = told(&[&["pay-list", &path, "--payees", PAYEES, "--on", "2025-12-22"], &bank[..]].concat());
    for part in
        ["<Nm>Wijk + Co</Nm>", "<Dt>2025-12-22</Dt>", "<IBAN>BE62510007547061</IBAN>", "<MsgId>m-12</MsgId>"]
    {
        assert!(xml.contains(part), "{part} is not in\n{xml}");
    }
    assert!(xml.ends_with("</Document>\n[0]\n"));
}

#[test]
fn a_pay_list_says_what_it_lacks() {
    let path = book("unpaid.jsonl");
    let table = file("payees.csv");
    let table_is = |text: &str| {
        std::fs::write(&table, text).unwrap();
        told(&["pay-list", &path, "--payees", table.to_str().unwrap()])
    };
    let told_by = |text: &str| table_is(text).rsplit_once("/cli/").unwrap().1.to_owned();
    insta::assert_snapshot!(told_by("partner;name;iban\n"), @r"
    unpaid.jsonl: the table of payees has no line for the partner p-14
    [2]
    ");
    insta::assert_snapshot!(told_by("partner;name;iban\np-14;Soep;BE71096123456768\n"), @r"
    payees.csv: line 2: the check digits of the IBAN do not fit
    [2]
    ");
    insta::assert_snapshot!(told_by("name;iban\n"), @r"
    payees.csv: the first line is not partner;name;iban
    [2]
    ");
    // A payer needs the rest too, and an account is checked.
    let half = told(&["pay-list", &path, "--payees", PAYEES, "--payer", "Wijk"]);
    assert!(half.contains("--payer-iban <IBAN>") && half.ends_with("[2]\n"), "{half}");
    let wrong = ["--payer", "Wijk", "--payer-iban", "BE62510007547062", "--message", "m-12"];
    let wrong = told(&[&["pay-list", &path, "--payees", PAYEES], &wrong[..]].concat());
    assert!(wrong.contains("the check digits of the IBAN do not fit"), "{wrong}");
}
