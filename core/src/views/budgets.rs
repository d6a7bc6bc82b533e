//! [`Budgets`]: what partners and everybody together may still issue.

use crate::books::{BudgetUse, CapFigures};
use crate::calendar::Day;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::orders::{Lang, Words};

use super::WhyCap;
use super::labels::{figure, fill, say};
use super::table::Table;

/// The budgets that bound what is issued today: of each partner by its contract, and of the currency by
/// its caps. Empty where nobody agreed on any.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Budgets {
    /// The ledger's day, in whose periods they count.
    pub day: Day,
    /// The partners whose contract of today has a budget, by id.
    pub partners: Vec<PartnerBudget>,
    /// The caps on what all earn together, by code.
    pub currency: Vec<WhyCap>,
}

/// What one partner may still issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PartnerBudget {
    /// Which partner.
    pub partner: Id,
    /// What of its budget is used and left.
    pub used: BudgetUse,
}

impl Budgets {
    /// The budgets of today. Reads counters, and no records.
    pub fn of(ledger: &Ledger) -> Self {
        let (day, state) = (ledger.day(), ledger.state());
        let partners = state.people().partners().filter_map(|partner| {
            let used = BudgetUse::on(day, partner, partner.contract_on(day)?, state.counters())?;
            Some(PartnerBudget { partner: partner.id, used })
        });
        let mut partners: Vec<PartnerBudget> = partners.collect();
        partners.sort_unstable_by_key(|one| one.partner);
        Self { day, partners, currency: WhyCap::of_currency(ledger) }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.partners.is_empty() && self.currency.is_empty()
    }

    /// As a table.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = ["Budgetten op {}", "Budgets au {}", "Budgets on {}"];
        let title = fill(lang, title, &[&lang.day(self.day)]);
        let mut table = Table::new("lrrrll");
        table.row([
            say(lang, ["van", "de", "of"]),
            say(lang, ["budget", "budget", "budget"]),
            say(lang, ["gebruikt", "utilisé", "used"]),
            say(lang, ["nog over", "reste", "left"]),
            say(lang, ["vanaf", "depuis le", "from"]),
            say(lang, ["tot en met", "jusqu’au", "until"]),
        ]);
        table.rule();
        for PartnerBudget { partner, used } in &self.partners {
            let figures = [used.limit, used.used, used.left].map(|units| figure(lang, words, units));
            table.row(row(lang, partner.to_string(), figures, (used.from, used.through)));
        }
        for cap in &self.currency {
            let all = ["iedereen samen: {}", "tous ensemble : {}", "everybody together: {}"];
            let (figures, period) = cap_cells(cap, lang, words);
            table.row(row(lang, fill(lang, all, &[&cap.name()]), figures, period));
        }
        format!("{title}\n\n{table}")
    }
}

type Days = (Option<Day>, Option<Day>);

/// The figures of a cap; dashes if no maximum is known for today.
fn cap_cells(cap: &WhyCap, lang: Lang, words: &Words<'_>) -> ([String; 3], Days) {
    let Some(used) = cap.used else { return (["-", "-", "-"].map(String::from), (None, None)) };
    let figures = match used.figures {
        CapFigures::Units { limit, used, left, .. } => {
            [limit, used, left].map(|units| figure(lang, words, units))
        }
        CapFigures::Times { limit, left } => [limit, limit.saturating_sub(left), left]
            .map(|count| fill(lang, ["{} keer", "{} fois", "{} time(s)"], &[&count.to_string()])),
    };
    // A cap for life has no end, and its first day says nothing.
    (figures, (used.through.map(|_| used.from), used.through))
}

fn row(lang: Lang, of: String, [limit, used, left]: [String; 3], (from, through): Days) -> [String; 6] {
    let day = |day: Option<Day>| day.map_or_else(|| String::from("-"), |day| lang.day(day));
    [of, limit, used, left, day(from), day(through)]
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::Overview;
    use crate::views::scenario::{Scenario, day, id};

    const CAPS: &str = r#"
[[cap]]
code = "begroting"
over = "currency"
per = "year"
units = 5000
[[cap]]
code = "bakken"
over = "currency"
per = "lifetime"
activities = ["bloembak"]
times = 40
[[cap]]
code = "wet"
over = "currency"
per = "day"
activities = ["buurtwerk"]
[[cap.euro]]
from = 2026-01-01
at_most = "100.00"
"#;

    /// Partners with a budget, without one, and with one that is over.
    fn budgets() -> Scenario {
        let mut it = Scenario::rabot_with(CAPS);
        let approve = |partner: &str, more: &str| {
            format!(r#"{{"approve_partner":{{"partner":"{partner}","roles":["issuing"]{more}}}}}"#)
        };
        let contracts = [
            ("p-03", ""),
            ("p-02", r#","from":"2025-01-01","until":"2026-06-30","budget":{"units":4000,"per":"contract"}"#),
            ("p-01", r#","budget":{"units":1000,"per":"month"}"#),
            ("p-04", r#","until":"2025-01-01","budget":{"units":1000,"per":"month"}"#),
            ("p-05", r#","budget":{"units":70,"per":"contract"}"#),
        ];
        for (partner, more) in contracts {
            it.book("s-001", "steering_group", &approve(partner, more));
        }
        it.members("s-010", &["m-1"]);
        it
    }

    fn award(it: &mut Scenario, activity: &str, measured: u32) -> String {
        let ask = format!(
            r#"{{"award":{{"partner":"p-01","to":"m-1","activity":"{activity}","measured":{measured}}}}}"#
        );
        it.book("s-050", "issuing_partner", &ask)
    }

    /// R11, R38: what is left is what the rules let a partner issue, and a reversal gives room back.
    #[test]
    fn on_the_page_in_three_languages() {
        let mut it = budgets();
        it.close_through("2025-01-31");
        award(&mut it, "bloembak", 3);
        let undone = award(&mut it, "bloembak", 1);
        it.book("s-010", "project_manager", &format!(r#"{{"reverse":{{"original":"{undone}"}}}}"#));
        let budgets = Budgets::of(&it.ledger);
        let text = |lang| budgets.text(lang, &Words::of(it.ledger.design().unit(), lang));
        assert_snapshot!(text(Lang::Nl), @r"
        Budgetten op 1 februari 2025

        van                                 budget  gebruikt  nog over  vanaf            tot en met
        ---------------------------------  -------  --------  --------  ---------------  ----------------
        p-01                                 1.000        30       970  1 februari 2025  28 februari 2025
        p-02                                 4.000         0     4.000  1 januari 2025   30 juni 2026
        p-05                                    70         0        70  -                -
        iedereen samen: bakken (bloembak)  40 keer    3 keer   37 keer  -                -
        iedereen samen: begroting            5.000        30     4.970  1 januari 2025   31 december 2025
        iedereen samen: wet (buurtwerk)          -         -         -  -                -
        ");
        assert_snapshot!(text(Lang::Fr), @r"
        Budgets au 1er février 2025

        de                                  budget  utilisé    reste  depuis le         jusqu’au
        ---------------------------------  -------  -------  -------  ----------------  ----------------
        p-01                                 1 000       30      970  1er février 2025  28 février 2025
        p-02                                 4 000        0    4 000  1er janvier 2025  30 juin 2026
        p-05                                    70        0       70  -                 -
        tous ensemble : bakken (bloembak)  40 fois   3 fois  37 fois  -                 -
        tous ensemble : begroting            5 000       30    4 970  1er janvier 2025  31 décembre 2025
        tous ensemble : wet (buurtwerk)          -        -        -  -                 -
        ");
        assert_snapshot!(text(Lang::En), @r"
        Budgets on 1 February 2025

        of                                         budget       used        left  from             until
        -------------------------------------  ----------  ---------  ----------  ---------------  ----------------
        p-01                                        1,000         30         970  1 February 2025  28 February 2025
        p-02                                        4,000          0       4,000  1 January 2025   30 June 2026
        p-05                                           70          0          70  -                -
        everybody together: bakken (bloembak)  40 time(s)  3 time(s)  37 time(s)  -                -
        everybody together: begroting               5,000         30       4,970  1 January 2025   31 December 2025
        everybody together: wet (buurtwerk)             -          -           -  -                -
        ");
        let page = Overview::of(&it.ledger, day("2025-02-01"));
        assert_eq!(page.budgets, budgets);
        let words = Words::of(it.ledger.design().unit(), Lang::En);
        assert!(page.text(Lang::En, &words).contains(&text(Lang::En)));
    }

    #[test]
    fn without_any_nothing_is_said() {
        let it = Scenario::rabot();
        let page = Overview::of(&it.ledger, day("2025-02-01"));
        assert!(page.budgets.is_empty());
        let words = Words::of(it.ledger.design().unit(), Lang::En);
        assert!(!page.text(Lang::En, &words).contains("Budgets"));
    }

    /// What is left can be issued to the last unit, also of a budget that was lowered below what was used.
    #[test]
    fn what_is_left_is_what_the_rules_decide() {
        let mut it = budgets();
        award(&mut it, "bloembak", 3);
        let left = |it: &Scenario| {
            let budgets = Budgets::of(&it.ledger).partners;
            budgets.into_iter().find(|one| one.partner == id("p-01")).unwrap().used.left.minor()
        };
        let may = |it: &Scenario, boxes: i64| {
            let ask = format!(
                r#"{{"award":{{"partner":"p-01","to":"m-1","activity":"bloembak","measured":{boxes}}}}}"#
            );
            it.clone().ask_with("s-050", "issuing_partner", "", &ask).is_ok()
        };
        for (units, room) in [(60, 30), (20, 0)] {
            let lower = format!(
                r#"{{"amend_contract":{{"partner":"p-01","roles":["issuing"],"budget":{{"units":{units},"per":"month"}}}}}}"#
            );
            it.book("s-001", "steering_group", &lower);
            assert_eq!(left(&it), room);
            assert!(room == 0 || may(&it, room / 10));
            assert!(!may(&it, room / 10 + 1));
        }
    }
}
