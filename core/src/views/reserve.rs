//! [`Reserve`]: whether the euro are there for the units that are out: against what backs them, or else
//! against the budget of the settlement.

use crate::books::{AccountKind, BackedBy, Claim, ClaimState, CounterKey, EuroPlace};
use crate::calendar::Day;
use crate::design::UnitValue;
use crate::ledger::Ledger;
use crate::orders::Lang;

use super::euro::cents_text;
use super::labels::{fill, say};
use super::settlement_list::{EuroLiability, SettlementList};
use super::table::Table;

/// What the units that are out take in euro, and what is there. All in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Reserve {
    /// The ledger's day.
    pub day: Day,
    /// Against what.
    pub against: ReserveAgainst,
}

/// Against what the units that are out are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_enums)]
#[serde(rename_all = "snake_case")]
pub enum ReserveAgainst {
    /// Euro back them, in two accounts.
    Backing {
        /// Units on accounts, with those that partners took in there and that are not settled yet.
        account: Cover,
        /// Units on live notes, with those that were handed in and are not settled yet.
        paper: Cover,
        /// Cash in tills and at the bank of the offices, and what partners owe back, on its way to the accounts.
        under_way: i128,
    },
    /// A budget pays for them.
    Budget {
        /// What of the budget is not used up in the period; `None` if there is no budget.
        left: Option<i128>,
        /// What is still to be paid.
        liability: EuroLiability,
    },
}

/// What is needed, and what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[allow(clippy::exhaustive_structs)]
pub struct Cover {
    /// What the units take at par.
    pub needed: i128,
    /// What is on the account.
    pub there: i128,
}

impl Cover {
    /// What is there beyond what is needed; below zero if it is short.
    pub fn over(self) -> i128 {
        self.there.saturating_sub(self.needed)
    }
}

impl Reserve {
    /// The reserve today.
    pub fn of(ledger: &Ledger) -> Self {
        let day = ledger.day();
        let value = ledger.design().unit().value_on(day);
        let against = match value {
            Some(UnitValue::Euro(cents)) if ledger.design().circulation().euro_backed => {
                // The loader saw to it that it is whole.
                backing(ledger, i128::from(cents.num()))
            }
            _ => budget(ledger),
        };
        Self { day, against }
    }

    /// As a table.
    pub fn text(&self, lang: Lang) -> String {
        let title = ["Dekking op {}", "Couverture au {}", "Cover on {}"];
        let title = fill(lang, title, &[&lang.day(self.day)]);
        let table = match self.against {
            ReserveAgainst::Backing { account, paper, under_way } => {
                backing_table(lang, account, paper, under_way)
            }
            ReserveAgainst::Budget { left, liability } => {
                let mut table = Table::new("lr");
                let left = left.map_or_else(|| String::from("-"), |left| cents_text(lang, left));
                table.row([say(lang, ["budget over", "budget restant", "budget left"]).to_owned(), left]);
                let costs = say(lang, ["nog te betalen", "encore à payer", "still to be paid"]);
                table.row([costs.to_owned(), cents_text(lang, liability.total())]);
                table
            }
        };
        format!("{title}\n\n{table}")
    }
}

fn backing_table(lang: Lang, account: Cover, paper: Cover, under_way: i128) -> Table {
    let mut table = Table::new("lrrr");
    let heads = [
        ["eenheden", "unités", "units"],
        ["nodig", "nécessaire", "needed"],
        ["aanwezig", "présent", "there"],
        ["verschil", "différence", "difference"],
    ];
    table.row(heads.map(|head| say(lang, head)));
    table.rule();
    let rows = [
        (["op rekening", "sur compte", "on accounts"], account),
        (["op papier", "sur papier", "on paper"], paper),
        (["onderweg", "en route", "under way"], Cover { needed: 0, there: under_way }),
    ];
    let mut sum = Cover { needed: 0, there: 0 };
    for (what, cover) in rows {
        sum.needed = sum.needed.saturating_add(cover.needed);
        sum.there = sum.there.saturating_add(cover.there);
        table.row(row(lang, say(lang, what), cover));
    }
    table.row(row(lang, say(lang, ["samen", "total", "total"]), sum));
    table.rule_before_last();
    table
}

fn row(lang: Lang, what: &str, cover: Cover) -> [String; 4] {
    let [needed, there, over] =
        [cover.needed, cover.there, cover.over()].map(|cents| cents_text(lang, cents));
    [what.to_owned(), needed, there, over]
}

fn backing(ledger: &Ledger, cents_each: i128) -> ReserveAgainst {
    let state = ledger.state();
    let (mut account, mut paper) = (0_i128, 0_i128);
    for (_, one) in state.books().accounts() {
        let units = i128::from(one.balance().minor()).max(0);
        match one.kind() {
            AccountKind::Paper => paper = paper.saturating_add(units),
            kind if kind.holds_lots() => account = account.saturating_add(units),
            _ => {}
        }
    }
    let filed = state.settlements().claims().filter(|claim| claim.state == ClaimState::Filed);
    let claimed = filed.flat_map(|claim: &Claim| &claim.acceptances);
    let claimed = claimed.map(|one| (one.series.is_some(), one.units));
    let open = state.settlements().open().map(|one| (one.series.is_some(), one.units));
    for (on_paper, units) in open.chain(claimed) {
        let side = if on_paper { &mut paper } else { &mut account };
        *side = side.saturating_add(i128::from(units.minor()));
    }
    let euro = state.books().euro();
    let cover = |units: i128, by: BackedBy| Cover {
        needed: units.saturating_mul(cents_each),
        there: euro.cents(EuroPlace::Backing(by)).into(),
    };
    let is_under_way =
        |place: &EuroPlace| matches!(place, EuroPlace::Bank | EuroPlace::Till(_) | EuroPlace::Due(_));
    let under_way = euro.iter().filter(|(place, _)| is_under_way(place)).map(|(_, cents)| i128::from(cents));
    ReserveAgainst::Backing {
        account: cover(account, BackedBy::Account),
        paper: cover(paper, BackedBy::Paper),
        under_way: under_way.sum(),
    }
}

fn budget(ledger: &Ledger) -> ReserveAgainst {
    let budget = ledger.design().settlement().and_then(|block| block.budget);
    let left = budget.map(|budget| {
        let key = CounterKey::Settled { per: budget.per, first: budget.per.first_day(ledger.day()) };
        let used = ledger.state().counters().used(&key).minor();
        i128::from(budget.cents.minor()).saturating_sub(used.into())
    });
    ReserveAgainst::Budget { left, liability: SettlementList::of(ledger).liability }
}
