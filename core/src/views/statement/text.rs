//! A statement as people read it.

use super::{Statement, StatementLine};
use crate::money::Balance;
use crate::orders::{Lang, Words};
use crate::views::held::{earned, until};
use crate::views::labels::{account_state, figure, fill, happened, say};
use crate::views::ran_out::RAN_OUT;
use crate::views::table::Table;

impl Statement {
    /// As two tables, the entries and the lots on the account today; and a sentence for what is reserved, and
    /// for what is waited for.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = [
            "Rekening {} ({}), van {} tot en met {}",
            "Compte {} ({}), du {} au {}",
            "Account {} ({}), from {} to {}",
        ];
        let state = say(lang, account_state(self.state));
        let days = [lang.day(self.from), lang.day(self.through)];
        let title = fill(lang, title, &[&self.account.to_string(), state, &days[0], &days[1]]);
        let mut text = format!("{title}\n\n{}", self.entries(lang, words));
        if !self.held.is_empty() {
            let holds = ["Op de rekening op {}", "Sur le compte le {}", "On the account on {}"];
            let holds = fill(lang, holds, &[&lang.day(self.today)]);
            text.push_str(&format!("\n{holds}\n\n{}", self.lots(lang, words)));
        }
        if !self.reserved.is_empty() {
            let reserved = self.reserved.iter().map(|reserved| reserved.sentence(lang, words));
            text.push_str(&format!("\n{}\n", reserved.collect::<Vec<_>>().join("\n")));
        }
        if !self.waits.is_empty() {
            let waits = self.waits.iter().map(|waits| waits.sentence(lang));
            text.push_str(&format!("\n{}\n", waits.collect::<Vec<_>>().join("\n")));
        }
        text
    }

    fn entries(&self, lang: Lang, words: &Words<'_>) -> Table {
        let mut table = Table::new("rlllllrrl");
        table.row([
            say(lang, ["nr", "n°", "no"]),
            say(lang, ["geboekt", "comptabilisé", "booked"]),
            say(lang, ["gedaan", "fait", "done"]),
            say(lang, ["wat", "quoi", "what"]),
            say(lang, ["met", "avec", "with"]),
            say(lang, ["door", "par", "by"]),
            words.many,
            say(lang, ["saldo", "solde", "balance"]),
            say(lang, ["loten", "lots", "lots"]),
        ]);
        table.rule();
        let balance = |what, balance| {
            let blank = String::new;
            let what = String::from(say(lang, what));
            [blank(), blank(), blank(), what, blank(), blank(), blank(), figure(lang, words, balance)]
        };
        table.row(balance(["beginsaldo", "solde initial", "opening balance"], self.opening));
        for line in &self.lines {
            table.row(line.cells(lang, words));
        }
        table.row(balance(["eindsaldo", "solde final", "closing balance"], self.closing));
        table
    }

    fn lots(&self, lang: Lang, words: &Words<'_>) -> Table {
        let mut table = Table::new("rrlll");
        table.row([
            say(lang, ["lot", "lot", "lot"]),
            words.many,
            say(lang, ["verdiend", "gagné", "earned"]),
            say(lang, ["einde", "fin", "end"]),
            say(lang, ["vervalt bij afsluiten van", "échoit à la clôture du", "lapses at the closing of"]),
        ]);
        table.rule();
        for lot in &self.held {
            table.row([
                lot.lot.get().to_string(),
                figure(lang, words, lot.amount),
                earned(lang, lot.earned_on, lot.earned_through),
                lot.ends_on.map_or_else(|| String::from("-"), |end| lang.day(end)),
                lot.lapses.text(lang),
            ]);
        }
        table
    }
}

impl StatementLine {
    fn cells(&self, lang: Lang, words: &Words<'_>) -> [String; 9] {
        let counterparts: Vec<String> = self.counterparts.iter().map(ToString::to_string).collect();
        let lots = self.lots.iter().map(|lot| until(lang, words, lot.amount, lot.ends_on));
        let drawn = (self.drawn != Balance::ZERO).then(|| {
            let drawn = if self.drawn.is_negative() {
                ["{} schuld afgelost", "{} de dette remboursée", "{} of debt repaid"]
            } else {
                ["{} in het rood", "{} à découvert", "{} in the red"]
            };
            fill(lang, drawn, &[&figure(lang, words, self.drawn.magnitude())])
        });
        let lots: Vec<String> = lots.chain(drawn).collect();
        [
            self.record.to_string(),
            lang.day(self.booking_day),
            lang.day(self.value_day),
            self.what(lang, words),
            counterparts.join(", "),
            self.who(lang),
            figure(lang, words, self.amount),
            figure(lang, words, self.balance),
            lots.join("; "),
        ]
    }

    fn what(&self, lang: Lang, words: &Words<'_>) -> String {
        let what = say(lang, happened(self.kind, !self.amount.is_negative()));
        if let Some(kept) = self.ran_out {
            let what = say(lang, RAN_OUT);
            let kept_back = [", {} voor de partner", ", {} pour le partenaire", ", {} for the partner"];
            let kept_back = fill(lang, kept_back, &[&figure(lang, words, Balance::from(kept))]);
            return if kept.is_zero() { String::from(what) } else { format!("{what}{kept_back}") };
        }
        match self.reverses {
            Some(record) => format!("{what} ({} {record})", say(lang, ["nr", "n°", "no"])),
            None => String::from(what),
        }
    }

    fn who(&self, lang: Lang) -> String {
        let mut who = format!("{} ({})", self.actor, self.role);
        let mut add = |said, id: Option<String>| {
            if let Some(id) = id {
                who.push(' ');
                who.push_str(&fill(lang, said, &[&id]));
            }
        };
        add(["voor {}", "pour {}", "for {}"], self.on_behalf_of.map(|id| id.to_string()));
        add(["in {}", "à {}", "at {}"], self.contact_point.map(|id| id.to_string()));
        let completed = self.completed_by.map(|(id, role)| format!("{id} ({role})"));
        add(["bevestigd door {}", "confirmé par {}", "completed by {}"], completed);
        who
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, day, id};

    #[test]
    fn a_month_with_a_mistake_put_right() {
        let it = Scenario::rabot();
        let statement = Statement::of(&it.ledger, &id("m-1"), day("2025-01-01"), day("2025-02-28")).unwrap();
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(statement.text(Lang::Nl, &words), @r"
        Rekening m-1 (actief), van 1 januari 2025 tot en met 28 februari 2025

        nr  geboekt          gedaan           wat                   met            door                                      rabotters  saldo  loten
        --  ---------------  ---------------  --------------------  -------------  ----------------------------------------  ---------  -----  -----------------------
                                              beginsaldo                                                                                    0
         8  2 januari 2025   1 januari 2025   verdiend              issued:p-01    s-050 (issuing_partner)                         100    100  100 tot 31 januari 2026
         9  2 januari 2025   2 januari 2025   betaald               m-2            m-1 (participant)                               -30     70  -30 tot 31 januari 2026
        11  2 januari 2025   2 januari 2025   verzilverd            redeemed:p-14  m-1 (participant)                               -20     50  -20 tot 31 januari 2026
        17  3 januari 2025   3 januari 2025   ontvangen             m-3            s-041 (exchange_office) voor m-3 in cp-1          2     52  2 tot 31 januari 2026
        51  5 februari 2025  5 februari 2025  teruggekregen (nr 9)  m-2            s-010 (project_manager)                          10     62  10 tot 31 januari 2026
                                              eindsaldo                                                                                    62

        Op de rekening op 5 februari 2025

        lot  rabotters  verdiend           einde            vervalt bij afsluiten van
        ---  ---------  -----------------  ---------------  -------------------------
          0         62  op 1 januari 2025  31 januari 2026  31 januari 2026
        ");
    }

    #[test]
    fn a_claim_that_was_confirmed_and_a_later_period() {
        let it = Scenario::rabot();
        let statement = Statement::of(&it.ledger, &id("m-2"), day("2025-01-03"), day("2025-01-31")).unwrap();
        assert_eq!((statement.opening.minor(), statement.closing.minor()), (25, 35));
        let words = Words::of(it.ledger.design().unit(), Lang::En);
        assert_snapshot!(statement.text(Lang::En, &words), @r"
        Account m-2 (active), from 3 January 2025 to 31 January 2025

        no  booked          done            what             with         by                                                      rabotters  balance  lots
        --  --------------  --------------  ---------------  -----------  ------------------------------------------------------  ---------  -------  ---------------------
                                            opening balance                                                                                       25
        16  3 January 2025  2 January 2025  earned           issued:p-01  m-2 (participant) completed by s-050 (issuing_partner)         10       35  10 to 31 January 2026
                                            closing balance                                                                                       35

        On the account on 5 February 2025

        lot  rabotters  earned             end              lapses at the closing of
        ---  ---------  -----------------  ---------------  ------------------------
          0         15  on 1 January 2025  31 January 2026  31 January 2026
          1         10  on 2 January 2025  31 January 2026  31 January 2026
        ");
    }

    #[test]
    fn a_balance_in_the_red_with_decimals() {
        let mut it = Scenario::wijk();
        it.book("m-1", "participant", r#"{"transfer":{"from":"m-1","to":"m-2","pay":{"amount":200}}}"#);
        let statement = Statement::of(&it.ledger, &id("m-2"), day("2025-06-02"), day("2025-06-02")).unwrap();
        let words = Words::of(it.ledger.design().unit(), Lang::Fr);
        assert_snapshot!(statement.text(Lang::Fr, &words), @r"
        Compte m-2 (actif), du 2 juin 2025 au 2 juin 2025

        n°  comptabilisé  fait         quoi           avec  par                points de quartier  solde  lots
        --  ------------  -----------  -------------  ----  -----------------  ------------------  -----  -------------------------------------------------------
                                       solde initial                                                 0,0
         7  2 juin 2025   2 juin 2025  payé           m-3   m-2 (participant)               -12,5  -12,5  12,5 à découvert
         8  2 juin 2025   2 juin 2025  reçu           m-1   m-1 (participant)                20,0    7,5  7,5 jusqu’au 31 décembre 2025; 12,5 de dette remboursée
                                       solde final                                                   7,5

        Sur le compte le 2 juin 2025

        lot  points de quartier  gagné         fin               échoit à la clôture du
        ---  ------------------  ------------  ----------------  ----------------------
          2                 7,5  en juin 2025  31 décembre 2025  31 janvier 2026
        ");
    }

    /// R51: what is set aside is not in the balance.
    #[test]
    fn what_is_reserved_stands_beside_the_balance() {
        let mut it = Scenario::rabot();
        let meals = r#"{"restock":{"partner":"p-14","reward":"buurtfeest","by":9}}"#;
        it.book("s-051", "redeeming_partner", meals);
        let reserve = r#"{"reserve":{"account":"m-1","partner":"p-14","reward":"buurtfeest","count":1}}"#;
        it.book("m-1", "participant", reserve);
        it.book("m-1", "participant", reserve);
        let statement = Statement::of(&it.ledger, &id("m-1"), day("2025-02-05"), day("2025-02-05")).unwrap();
        assert_eq!(statement.reserved.len(), 2);
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(statement.text(Lang::Nl, &words), @r"
        Rekening m-1 (actief), van 5 februari 2025 tot en met 5 februari 2025

        nr  geboekt          gedaan           wat                   met              door                     rabotters  saldo  loten
        --  ---------------  ---------------  --------------------  ---------------  -----------------------  ---------  -----  -----------------------
                                              beginsaldo                                                                    52
        51  5 februari 2025  5 februari 2025  teruggekregen (nr 9)  m-2              s-010 (project_manager)         10     62  10 tot 31 januari 2026
        54  5 februari 2025  5 februari 2025  gereserveerd          system:reserved  m-1 (participant)              -30     32  -30 tot 31 januari 2026
        55  5 februari 2025  5 februari 2025  gereserveerd          system:reserved  m-1 (participant)              -30      2  -30 tot 31 januari 2026
                                              eindsaldo                                                                      2

        Op de rekening op 5 februari 2025

        lot  rabotters  verdiend           einde            vervalt bij afsluiten van
        ---  ---------  -----------------  ---------------  -------------------------
          0          2  op 1 januari 2025  31 januari 2026  31 januari 2026

        Opzij gezet, en niet in het saldo: 30 rabotters voor 1 × Maaltijd op het buurtfeest bij p-14, met 2,50 euro te betalen bij het afhalen, nog 30 minuten, tot en met 6 februari 2025.
        Opzij gezet, en niet in het saldo: 30 rabotters voor 1 × Maaltijd op het buurtfeest bij p-14, met 2,50 euro te betalen bij het afhalen, nog 30 minuten, tot en met 6 februari 2025.
        ");
        it.close_through("2025-02-06");
        let statement = Statement::of(&it.ledger, &id("m-1"), day("2025-02-05"), day("2025-02-07")).unwrap();
        assert!(statement.reserved.is_empty());
        assert_eq!(statement.closing.minor(), 62);
    }

    /// R25: what a no-show cost stands with what came back.
    #[test]
    fn what_nobody_picked_up_is_no_lapse() {
        let mut it = Scenario::rabot_with_tents();
        it.book("s-010", "project_manager", r#"{"restock":{"partner":"p-14","reward":"tent","by":1}}"#);
        let reserve = r#"{"reserve":{"account":"m-1","partner":"p-14","reward":"tent","count":1}}"#;
        it.book("m-1", "participant", reserve);
        let design = it.ledger.design().clone();
        let words = Words::of(design.unit(), Lang::Nl);
        let statement = Statement::of(&it.ledger, &id("m-1"), day("2025-02-05"), day("2025-02-05")).unwrap();
        let [reserved] = &statement.reserved[..] else { panic!("{:?}", statement.reserved) };
        assert_snapshot!(reserved.sentence(Lang::Nl, &words), @"Opzij gezet, en niet in het saldo: 25 rabotters voor 1 × Tent bij p-14, tot en met 6 februari 2025. Wordt het niet afgehaald, dan houdt de partner 12 rabotters.");
        it.close_through("2025-02-06");
        let statement = Statement::of(&it.ledger, &id("m-1"), day("2025-02-06"), day("2025-02-07")).unwrap();
        assert_snapshot!(statement.text(Lang::Nl, &words), @r"
        Rekening m-1 (actief), van 6 februari 2025 tot en met 7 februari 2025

        nr  geboekt          gedaan           wat                                      met                             door            rabotters  saldo  loten
        --  ---------------  ---------------  ---------------------------------------  ------------------------------  --------------  ---------  -----  ----------------------
                                              beginsaldo                                                                                             37
        56  6 februari 2025  6 februari 2025  reservatie verlopen, 12 voor de partner  system:reserved, redeemed:p-14  s-900 (system)         13     50  13 tot 31 januari 2026
                                              eindsaldo                                                                                              50

        Op de rekening op 7 februari 2025

        lot  rabotters  verdiend           einde            vervalt bij afsluiten van
        ---  ---------  -----------------  ---------------  -------------------------
          0         50  op 1 januari 2025  31 januari 2026  31 januari 2026
        ");
        let partner =
            Statement::of(&it.ledger, &id("redeemed:p-14"), day("2025-02-06"), day("2025-02-07")).unwrap();
        assert_snapshot!(partner.text(Lang::Nl, &words), @r"
        Rekening redeemed:p-14 (actief), van 6 februari 2025 tot en met 7 februari 2025

        nr  geboekt          gedaan           wat                                      met                   door            rabotters  saldo  loten
        --  ---------------  ---------------  ---------------------------------------  --------------------  --------------  ---------  -----  -----
                                              beginsaldo                                                                                   20
        56  6 februari 2025  6 februari 2025  reservatie verlopen, 12 voor de partner  system:reserved, m-1  s-900 (system)         12     32
                                              eindsaldo                                                                                    32
        ");
        assert_eq!(it.ledger.audit(), []);
    }

    #[test]
    fn what_lapsed_stands_on_the_day_that_was_closed() {
        let mut it = Scenario::rabot();
        it.close_through("2026-01-10");
        let recorded = r#"{"record_notice":{"account":"m-1","end":"2026-01-31","outcome":"delivered"}}"#;
        it.book("s-010", "project_manager", recorded);
        it.close_through("2026-03-10");
        let statement = Statement::of(&it.ledger, &id("m-1"), day("2026-01-01"), day("2026-12-31")).unwrap();
        let line = &statement.lines[0];
        assert_eq!((line.booking_day, line.value_day), (day("2026-02-10"), day("2026-02-10")));
        assert_eq!((line.kind, line.amount.minor()), (crate::orders::AskKind::CloseDay, -62));
        assert_eq!(line.counterparts, [id("system:pot")]);
        assert!(statement.held.is_empty());
    }

    #[test]
    fn the_lines_lead_from_the_opening_to_the_balance_of_the_books() {
        for it in [Scenario::rabot(), Scenario::wijk()] {
            for (_, account) in it.ledger.state().books().accounts() {
                let all =
                    Statement::of(&it.ledger, &account.id(), day("2025-01-01"), it.ledger.day()).unwrap();
                assert_eq!(all.closing, account.balance());
                let sum: i64 = all.lines.iter().map(|line| line.amount.minor()).sum();
                assert_eq!(sum, account.balance().minor());
                assert_eq!(all.lines.last().map_or(Balance::ZERO, |line| line.balance), all.closing);
            }
        }
        assert_eq!(
            Statement::of(&Scenario::wijk().ledger, &id("m-9"), day("2025-01-01"), day("2025-01-01")),
            None
        );
    }
}
