//! [`Waits`]: what somebody waits for, and where in line they are.

use crate::books::WaitingPlace;
use crate::calendar::Day;
use crate::design::Names;
use crate::id::{Code, Id, OrderId};
use crate::ledger::{Ledger, State};
use crate::orders::Lang;

use super::labels::{fill, name_of, say};
use super::table::Table;

/// A place in the line for pieces of an offer (R25). No units are set aside for it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Waits {
    /// The place: the id of the order that took it.
    pub place: OrderId,
    /// The account that waits.
    pub account: Id,
    /// The partner that hands it out.
    pub partner: Id,
    /// Which line of the redemption catalogue.
    pub reward: Code,
    /// What that is called today; `None` if it is no longer in the catalogue.
    pub names: Option<Names>,
    /// How many pieces.
    pub pieces: u32,
    /// Where in line it is, from 1, those who are called included.
    pub position: u64,
    /// If it is called: the last day on which it can be reserved or redeemed.
    pub called_until: Option<Day>,
}

/// Everybody who waits, line by line, the first in line first: whoever is called is to be told.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct WaitingLines {
    /// The places.
    pub places: Vec<Waits>,
}

/// The places of an account, in the order of the ids.
pub(super) fn waits(state: &State, account: &Id) -> Vec<Waits> {
    let of_line = |place: &WaitingPlace| {
        let mut line = numbered(state, place.partner, place.reward);
        line.find(|waits| waits.place == place.id)
    };
    state.waiting().of_account(*account).filter_map(of_line).collect()
}

fn numbered(state: &State, partner: Id, reward: Code) -> impl Iterator<Item = Waits> {
    let names = state.design().redemption().get(&reward).map(|offer| offer.names.clone());
    (1..).zip(state.waiting().line(partner, reward)).map(move |(position, place)| Waits {
        place: place.id,
        account: place.account.id(),
        partner,
        reward,
        names: names.clone(),
        pieces: place.pieces,
        position,
        called_until: place.called_until,
    })
}

impl Waits {
    /// As a sentence: what is waited for, and where in line; or until when it can be had.
    pub fn sentence(&self, lang: Lang) -> String {
        let said = match self.called_until {
            None => [
                "Op de wachtlijst, als nummer {} in de rij: {} × {} bij {}.",
                "Sur la liste d’attente, au rang {} : {} × {} chez {}.",
                "On the waiting list, number {} in line: {} × {} at {}.",
            ],
            Some(_) => [
                "Opgeroepen, als nummer {} in de rij: {} × {} bij {}, te reserveren of te verzilveren{}.",
                "Appelé, au rang {} : {} × {} chez {}, à réserver ou à obtenir{}.",
                "Called, number {} in line: {} × {} at {}, to be reserved or redeemed{}.",
            ],
        };
        let until = self.called_until.map_or_else(String::new, |day| lang.through(day));
        let name = name_of(lang, self.names.as_ref(), &self.reward);
        let (position, pieces) = (self.position.to_string(), self.pieces.to_string());
        fill(lang, said, &[&position, &pieces, &name, &self.partner.to_string(), &until])
    }
}

impl WaitingLines {
    /// Everybody who waits today.
    pub fn of(ledger: &Ledger) -> Self {
        let state = ledger.state();
        let lines = state.waiting().lines();
        Self { places: lines.flat_map(|(partner, reward)| numbered(state, partner, reward)).collect() }
    }

    /// As a table.
    pub fn text(&self, lang: Lang) -> String {
        let mut table = Table::new("llrlrl");
        let heads = [
            ["partner", "partenaire", "partner"],
            ["wat", "quoi", "what"],
            ["plaats", "rang", "place"],
            ["rekening", "compte", "account"],
            ["stuks", "pièces", "pieces"],
            ["opgeroepen tot en met", "appelé jusqu’au", "called through"],
        ];
        table.row(heads.map(|head| say(lang, head)));
        table.rule();
        for waits in &self.places {
            table.row([
                waits.partner.to_string(),
                name_of(lang, waits.names.as_ref(), &waits.reward),
                waits.position.to_string(),
                waits.account.to_string(),
                waits.pieces.to_string(),
                waits.called_until.map_or_else(|| String::from("-"), |day| lang.day(day)),
            ]);
        }
        table.to_string()
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::orders::Words;
    use crate::views::scenario::{Scenario, day, id};
    use crate::views::{Statement, WhyBalance};

    /// R25: whoever waits sees where in line they are, and the desk who is to be told.
    #[test]
    fn who_waits_and_who_is_called() {
        let mut it = Scenario::rabot_with_tents();
        for member in ["m-3", "m-1"] {
            let ask =
                format!(r#"{{"wait":{{"account":"{member}","partner":"p-14","reward":"tent","count":2}}}}"#);
            it.book(member, "participant", &ask);
        }
        it.book("s-010", "project_manager", r#"{"restock":{"partner":"p-14","reward":"tent","by":3}}"#);
        assert_snapshot!(WaitingLines::of(&it.ledger).text(Lang::Nl), @r"
        partner  wat   plaats  rekening  stuks  opgeroepen tot en met
        -------  ----  ------  --------  -----  ---------------------
        p-14     Tent       1  m-3           2  7 februari 2025
        p-14     Tent       2  m-1           2  -
        ");
        let said = |account: &str, lang| waits(it.ledger.state(), &id(account))[0].sentence(lang);
        assert_snapshot!(said("m-3", Lang::Nl), @"Opgeroepen, als nummer 1 in de rij: 2 × Tent bij p-14, te reserveren of te verzilveren tot en met 7 februari 2025.");
        assert_snapshot!(said("m-3", Lang::Fr), @"Appelé, au rang 1 : 2 × Tente chez p-14, à réserver ou à obtenir jusqu’au 7 février 2025.");
        assert_snapshot!(said("m-3", Lang::En), @"Called, number 1 in line: 2 × Tent at p-14, to be reserved or redeemed until 7 February 2025.");
        assert_snapshot!(said("m-1", Lang::Nl), @"Op de wachtlijst, als nummer 2 in de rij: 2 × Tent bij p-14.");
        assert_snapshot!(said("m-1", Lang::Fr), @"Sur la liste d’attente, au rang 2 : 2 × Tente chez p-14.");
        assert_snapshot!(said("m-1", Lang::En), @"On the waiting list, number 2 in line: 2 × Tent at p-14.");
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        let today = day("2025-02-05");
        let statement = Statement::of(&it.ledger, &id("m-1"), today, today).unwrap();
        assert!(statement.text(Lang::Nl, &words).ends_with(&format!("\n{}\n", said("m-1", Lang::Nl))));
        let why = WhyBalance::of(&it.ledger, &id("m-3")).unwrap();
        assert_eq!(why.sentences(Lang::Nl, &words).last(), Some(&said("m-3", Lang::Nl)));
    }
}
