//! Paying partners in euro, from the till to the bank: the pay list as others read it, and that euro go to
//! partners and to nobody else.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that stops says more than one that goes on"
)]

use std::path::Path;

use muntwerk::calendar::Instant;
use muntwerk::id::{Id, OrderId};
use muntwerk::ledger::Ledger;
use muntwerk::orders::{Ask, Complete, ExchangeBack, FundBacking, Lang, PayGiven, TopUp, Words};
use muntwerk::people::Action;
use muntwerk::views::{PayList, PayListError, Payees, Payer, SettlementList};
use muntwerk_tests::euro_out::units_became_euro;
use muntwerk_tests::stage::{amount, day, id, open, order};
use muntwerk_tests::town::{ROLES, Said, Town};
use proptest::prelude::*;

const DESIGN: &str = r#"format = 0
[currency]
id = "kring"
names = { nl = "Kring", fr = "Cercle", en = "Ring" }
zone = "Europe/Brussels"
[unit]
kind = "euro_pegged"
scale = 0
names.nl = { one = "punt", many = "punten" }
names.fr = { one = "point", many = "points" }
names.en = { one = "point", many = "points" }
[[unit.value]]
from = 2010-01-01
units = 10
euro = "1.00"
[circulation]
reward = true
[[earning]]
code = "klus"
names = { nl = "Klus", fr = "Coup de main", en = "Odd job" }
per = "action"
units = 25
[[redemption]]
code = "brood"
names = { nl = "Brood", fr = "Pain", en = "Bread" }
price = 1
[settlement]
pay_days = 30
claim_days = 60
[permissions.approve_settlement]
project_manager = "allow"
[[office_holder]]
person = "s-001"
role = "steering_group"
[[office_holder]]
person = "s-010"
role = "project_manager"
[[office_holder]]
person = "s-050"
role = "issuing_partner"
scope = "p-01"
[[office_holder]]
person = "s-900"
role = "system"
"#;

const PAYEES: &str = "partner;name;iban\n\
    p-02;Bakkerij De Zon & Zonen;BE68 5390 0754 7034\n\
    p-03;\"Café \"\"Het Hoekje\"\"; Rabot\";NL91ABNA0417164300\n";

/// A ledger, and how many orders it was asked.
struct Story {
    ledger: Ledger,
    asked: u128,
}

impl Story {
    fn must(&mut self, actor: &str, role: &str, ask: &str) -> OrderId {
        self.asked += 1;
        let ask: Ask = serde_json::from_str(ask).unwrap();
        let order = order(self.asked, actor, role, self.ledger.day(), ask);
        self.ledger.execute(&order).unwrap_or_else(|refused| panic!("{order:?}: {refused:?}"));
        order.id
    }

    fn claim(&mut self, partner: &str, invoice: &str) -> OrderId {
        self.must(
            "s-900",
            "system",
            &format!(r#"{{"file_claim":{{"partner":"{partner}","invoice":"{invoice}"}}}}"#),
        )
    }

    fn spend(&mut self, partner: &str, count: u32) -> OrderId {
        self.must(
            "m-1",
            "participant",
            &format!(
                r#"{{"redeem":{{"account":"m-1","partner":"{partner}","reward":"brood","count":{count}}}}}"#
            ),
        )
    }

    fn approve(&mut self, claim: OrderId) {
        self.must("s-010", "project_manager", &format!(r#"{{"approve_claim":{{"claim":"{claim}"}}}}"#));
    }

    fn close(&mut self, through: &str) {
        let today = day(through).next().unwrap();
        let ask = format!(r#"{{"close_day":{{"through":"{through}","today":"{today}"}}}}"#);
        self.must("s-900", "system", &ask);
    }

    /// 500 units: 75 and 40 at the bakery, 123 at the café, the café's approved second; 10 of the bakery too
    /// old to be claimed, 7 of the café open, and a claim of 20 of the bakery that was paid.
    fn told() -> Self {
        let mut it = Self { ledger: open(DESIGN, day("2025-01-02")), asked: 0 };
        for (partner, role) in [("p-01", "issuing"), ("p-02", "redeeming"), ("p-03", "redeeming")] {
            let ask = format!(r#"{{"approve_partner":{{"partner":"{partner}","roles":["{role}"]}}}}"#);
            it.must("s-001", "steering_group", &ask);
        }
        let ask = r#"{"open_account":{"account":"m-1","kind":"person","holders":["m-1"]}}"#;
        it.must("s-010", "project_manager", ask);
        let ask = r#"{"award":{"partner":"p-01","to":"m-1","activity":"klus","measured":20}}"#;
        it.must("s-050", "issuing_partner", ask);
        it.spend("p-02", 20);
        let paid = it.claim("p-02", "2025-013");
        it.approve(paid);
        it.must("s-010", "project_manager", &format!(r#"{{"confirm_paid":{{"claim":"{paid}"}}}}"#));
        it.spend("p-02", 10);
        it.close("2025-03-03");
        it.spend("p-02", 75);
        it.spend("p-02", 40);
        let bakery = it.claim("p-02", "2025-014");
        it.close("2025-03-04");
        it.spend("p-03", 123);
        let cafe = it.claim("p-03", "2025-7");
        it.spend("p-03", 7);
        it.approve(cafe);
        it.approve(bakery);
        assert_eq!(it.ledger.audit(), vec![]);
        it
    }

    fn payer() -> Payer {
        Payer {
            name: "Stad Gent <muntkring>".into(),
            iban: "BE71096123456769".parse().unwrap(),
            message: id("betaling-2025-03"),
            created: Instant::new(1_741_168_800_000),
            on: day("2025-03-06"),
        }
    }
}

#[test]
fn the_pay_list_is_written_for_others() {
    let it = Story::told();
    let list = PayList::of(&it.ledger);
    let payees = Payees::parse(PAYEES).unwrap();
    let csv = list.csv(&payees).unwrap();
    insta::assert_snapshot!(csv, @r#"
    partner;name;iban;euro;invoice;claim;pay_by
    p-02;Bakkerij De Zon & Zonen;BE68539007547034;11.50;2025-014;0000000000000000000000000000000e;2025-04-03
    p-03;"Café ""Het Hoekje""; Rabot";NL91ABNA0417164300;12.30;2025-7;00000000000000000000000000000011;2025-04-04
    "#);
    let xml = list.pain_001(&Story::payer(), &payees).unwrap();
    insta::assert_snapshot!(xml, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
      <CstmrCdtTrfInitn>
        <GrpHdr>
          <MsgId>betaling-2025-03</MsgId>
          <CreDtTm>2025-03-05T10:00:00Z</CreDtTm>
          <NbOfTxs>2</NbOfTxs>
          <CtrlSum>23.80</CtrlSum>
          <InitgPty>
            <Nm>Stad Gent .muntkring.</Nm>
          </InitgPty>
        </GrpHdr>
        <PmtInf>
          <PmtInfId>betaling-2025-03</PmtInfId>
          <PmtMtd>TRF</PmtMtd>
          <NbOfTxs>2</NbOfTxs>
          <CtrlSum>23.80</CtrlSum>
          <PmtTpInf>
            <SvcLvl>
              <Cd>SEPA</Cd>
            </SvcLvl>
          </PmtTpInf>
          <ReqdExctnDt>
            <Dt>2025-03-06</Dt>
          </ReqdExctnDt>
          <Dbtr>
            <Nm>Stad Gent .muntkring.</Nm>
          </Dbtr>
          <DbtrAcct>
            <Id>
              <IBAN>BE71096123456769</IBAN>
            </Id>
          </DbtrAcct>
          <DbtrAgt>
            <FinInstnId>
              <Othr>
                <Id>NOTPROVIDED</Id>
              </Othr>
            </FinInstnId>
          </DbtrAgt>
          <ChrgBr>SLEV</ChrgBr>
          <CdtTrfTxInf>
            <PmtId>
              <EndToEndId>0000000000000000000000000000000e</EndToEndId>
            </PmtId>
            <Amt>
              <InstdAmt Ccy="EUR">11.50</InstdAmt>
            </Amt>
            <Cdtr>
              <Nm>Bakkerij De Zon + Zonen</Nm>
            </Cdtr>
            <CdtrAcct>
              <Id>
                <IBAN>BE68539007547034</IBAN>
              </Id>
            </CdtrAcct>
            <RmtInf>
              <Ustrd>2025-014</Ustrd>
            </RmtInf>
          </CdtTrfTxInf>
          <CdtTrfTxInf>
            <PmtId>
              <EndToEndId>00000000000000000000000000000011</EndToEndId>
            </PmtId>
            <Amt>
              <InstdAmt Ccy="EUR">12.30</InstdAmt>
            </Amt>
            <Cdtr>
              <Nm>Cafe 'Het Hoekje'. Rabot</Nm>
            </Cdtr>
            <CdtrAcct>
              <Id>
                <IBAN>NL91ABNA0417164300</IBAN>
              </Id>
            </CdtrAcct>
            <RmtInf>
              <Ustrd>2025-7</Ustrd>
            </RmtInf>
          </CdtTrfTxInf>
        </PmtInf>
      </CstmrCdtTrfInitn>
    </Document>
    "#);
    // For whoever validates it against the schema: tests/oracles/pain_001.py.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pay-lists");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("kring.csv"), csv).unwrap();
    std::fs::write(folder.join("kring.xml"), xml).unwrap();
}

#[test]
fn a_pay_list_needs_everybody_and_something() {
    let it = Story::told();
    let list = PayList::of(&it.ledger);
    let some = Payees::parse("partner;name;iban\np-02;Bakkerij;BE68539007547034\n").unwrap();
    assert_eq!(list.csv(&some), Err(PayListError::PayeeMissing(id("p-03"))));
    assert_eq!(list.pain_001(&Story::payer(), &some), Err(PayListError::PayeeMissing(id("p-03"))));
    let none = PayList::of(&open(DESIGN, day("2025-01-02")));
    assert_eq!(none.pain_001(&Story::payer(), &some), Err(PayListError::Empty));
    let nobody = Payer { name: String::from(" "), ..Story::payer() };
    assert_eq!(none.pain_001(&nobody, &some), Err(PayListError::PayerName));
}

#[test]
fn no_name_and_no_account_is_in_the_journal() {
    let it = Story::told();
    let lines = it.ledger.journal().map(|line| String::from_utf8(line).unwrap());
    let journal: Vec<String> = lines.collect();
    for word in ["Zon", "Hoekje", "BE68", "NL91"] {
        assert!(!journal.iter().any(|line| line.contains(word)), "{word}");
    }
}

#[test]
fn the_settlement_list_says_what_it_still_costs() {
    let it = Story::told();
    let list = SettlementList::of(&it.ledger);
    let words = Words::of(it.ledger.design().unit(), Lang::Nl);
    insta::assert_snapshot!(list.text(Lang::Nl, &words), @r"
    Afrekening op 5 maart 2025

    partner  open  te laat  euro  aangevraagd  te betalen  betaald  terug te krijgen
    -------  ----  -------  ----  -----------  ----------  -------  ----------------
    p-02       10       10  0,00         0,00       11,50     2,00              0,00
    p-03        7        0  0,70         0,00       12,30     0,00              0,00

    wat het nog kost   euro
    ----------------  -----
    225 in omloop     22,50
    ingenomen          0,70
    aangevraagd        0,00
    te betalen        23,80
    terug te krijgen   0,00
    ----------------  -----
    samen             47,00
    ");
    let line = list.lines.iter().find(|line| line.partner == Id::parse("p-02").unwrap()).unwrap();
    assert_eq!((line.open, line.late, line.paid), (10, 10, 200));
}

#[test]
fn a_partner_is_paid_and_nobody_else() {
    assert_eq!(units_became_euro(&Story::told().ledger), Ok(()));
}

/// The town with everything granted to everybody, so that every operation is really carried out.
fn anything_goes() -> Town {
    let mut permissions = String::new();
    for action in Action::ALL {
        if matches!(action, Action::SeeAccount | Action::CloseDay | Action::TakeOver | Action::AdoptDesign) {
            continue;
        }
        permissions.push_str(&format!("[permissions.{action}]\n"));
        for (role, _) in ROLES {
            // A participant acts for the own account; what is nobody's own is only proposed.
            let cell = if role == "participant" { "propose" } else { "allow" };
            permissions.push_str(&format!("{role} = \"{cell}\"\n"));
        }
    }
    Town::new().under(&permissions)
}

/// Every operation that there is, by everybody, in any order: no units of a participant become euro (truth 10,
/// design.md; domain.md section 5, "participant -> euro: never").
#[test]
fn units_never_become_euro_for_a_participant() {
    let town = anything_goes();
    let act = (0..ROLES.len(), 0..Action::COUNT);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(48));
    let done = std::cell::RefCell::new(std::collections::BTreeSet::new());
    let played = runner.run(&proptest::collection::vec(act, 1..16), |acts| {
        let mut town = town.clone();
        for (role, action) in acts {
            let (role, action) = (ROLES[role].0, Action::ALL[action]);
            if matches!(action, Action::SeeAccount | Action::TakeOver) {
                continue;
            }
            // No euro back the town's units: nobody gets any of these through, whatever was granted.
            let backed: Option<Ask> = match action {
                Action::TopUp => Some(TopUp { account: id("m-1"), euro: amount(100) }.into()),
                Action::FundBacking => Some(FundBacking { account: amount(1), paper: amount(1) }.into()),
                Action::ExchangeBack => {
                    let who = id(if role == "participant" { "m-1" } else { "p-1" });
                    Some(ExchangeBack { who, units: amount(1), invoice: id("x-1") }.into())
                }
                Action::PayGiven => Some(PayGiven { partner: id("p-1"), invoice: id("x-2") }.into()),
                _ => None,
            };
            if let Some(ask) = backed {
                let actor = ROLES.iter().find(|(one, _)| *one == role).unwrap().1;
                let order = town.order(actor, role, ask);
                let said = town.ask(&order);
                prop_assert!(matches!(said, Said::No(_)), "{:?} {:?}", order, said);
                continue;
            }
            // What one act needs before it another may have taken away.
            let order = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let mut prepared = town.clone();
                let order = prepared.order_for(role, action);
                (prepared, order)
            }));
            let Ok((prepared, order)) = order else { continue };
            town = prepared;
            let mut said = town.ask(&order);
            if said == Said::Waits {
                let complete = town.order("s-22", "project_manager", Complete { pending: order.id });
                said = town.ask(&complete);
            }
            if said == Said::Done {
                done.borrow_mut().insert(order.ask.kind());
            }
        }
        prop_assert_eq!(units_became_euro(&town.ledger), Ok(()));
        prop_assert_eq!(town.ledger.audit(), vec![]);
        Ok(())
    });
    played.unwrap();
    assert!(done.borrow().len() > 25, "{:?}", done.borrow());
}
