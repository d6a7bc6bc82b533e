//! [`Consignments`]: what carriers have with them (R34, R36).

use crate::calendar::Day;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::office::{Depot, Sending};
use crate::orders::{Lang, Words};

use super::labels::{figure, fill, say};
use super::table::Table;

/// The sendings that have not arrived: to be received.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Consignments {
    /// The ledger's day.
    pub day: Day,
    /// The sendings, by the order that sent them.
    pub sendings: Vec<Sending>,
}

impl Consignments {
    /// What one carrier has with them, or all of them.
    pub fn of(ledger: &Ledger, carrier: Option<&Id>) -> Self {
        let theirs = |sending: &&Sending| carrier.is_none_or(|carrier| sending.carrier == *carrier);
        let sendings = ledger.state().offices().sendings().filter(theirs).cloned().collect();
        Self { day: ledger.day(), sendings }
    }

    /// The list as a table.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let mut table = Table::new("lllllrr");
        let heads = [
            ["drager", "porteur", "carrier"],
            ["van", "de", "from"],
            ["naar", "à", "to"],
            ["reeks", "série", "series"],
            ["biljetten", "billets", "notes"],
            ["waarde", "valeur", "worth"],
            ["dagen", "jours", "days"],
        ];
        table.row(heads.map(|head| say(lang, head)));
        table.rule();
        for sending in &self.sendings {
            let pieces =
                sending.notes.iter().map(|(face, count)| format!("{count}×{}", figure(lang, words, face)));
            table.row([
                sending.carrier.to_string(),
                depot(lang, sending.from),
                depot(lang, sending.to),
                sending.series.to_string(),
                pieces.collect::<Vec<_>>().join(" "),
                figure(lang, words, sending.notes.value()),
                self.day.days_since(sending.on).to_string(),
            ]);
        }
        let title = ["Zendingen onderweg op {}", "Envois en route au {}", "Sendings under way on {}"];
        format!("{}\n\n{table}", fill(lang, title, &[&lang.day(self.day)]))
    }
}

fn depot(lang: Lang, depot: Depot) -> String {
    match depot {
        Depot::Vault => say(lang, ["kluis", "coffre", "vault"]).to_owned(),
        Depot::Stock(whose) | Depot::Returned(whose) | Depot::Partner(whose) => whose.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, id};

    #[test]
    fn what_a_carrier_has() {
        let it = Scenario::paper();
        let words = |lang| Words::of(it.ledger.design().unit(), lang);
        let list = Consignments::of(&it.ledger, Some(&id("c-2")));
        assert_snapshot!(list.text(Lang::Nl, &words(Lang::Nl)), @r"
        Zendingen onderweg op 1 januari 2025

        drager  van    naar  reeks  biljetten  waarde  dagen
        ------  -----  ----  -----  ---------  ------  -----
        c-2     kluis  cp-1  r-25   3×10           30      0
        ");
        assert_snapshot!(list.text(Lang::Fr, &words(Lang::Fr)), @r"
        Envois en route au 1er janvier 2025

        porteur  de      à     série  billets  valeur  jours
        -------  ------  ----  -----  -------  ------  -----
        c-2      coffre  cp-1  r-25   3×10         30      0
        ");
        assert_snapshot!(list.text(Lang::En, &words(Lang::En)), @r"
        Sendings under way on 1 January 2025

        carrier  from   to    series  notes  worth  days
        -------  -----  ----  ------  -----  -----  ----
        c-2      vault  cp-1  r-25    3×10      30     0
        ");
        assert_eq!(Consignments::of(&it.ledger, Some(&id("c-9"))).sendings, []);
    }
}
