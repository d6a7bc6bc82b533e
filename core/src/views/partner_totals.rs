//! [`PartnerTotals`]: what each partner issued and took in, in units and in euro.

use std::collections::BTreeMap;

use crate::books::{AccountKind, Change};
use crate::calendar::Day;
use crate::dense::AccountNo;
use crate::design::UnitKind;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::{Ratio, Rounding};
use crate::orders::{Lang, Words};

use super::euro::{EuroUnits, ROUNDING, Valued, cents_text, value_on};
use super::labels::{fill, say, wide_figure};
use super::table::Table;
use super::walk::{Booked, ValueDays, booked, partner_accounts};

/// What each partner issued and took in over a period of booking days.
///
/// Euro follow the unit's value on the value day of each entry; a reversal is valued as the entry it
/// takes back. Everything is summed exactly and rounded once per line, half to even; what rounding
/// left is told.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PartnerTotals {
    /// First booking day.
    pub from: Day,
    /// Last booking day.
    pub through: Day,
    /// Every partner, by id, also those without entries.
    pub lines: Vec<PartnerLine>,
    /// All partners together, summed exactly and then rounded.
    pub issued: EuroUnits,
    /// All partners together, summed exactly and then rounded.
    pub redeemed: EuroUnits,
    /// What was paid to all of them in euro, in cents.
    pub paid_in_euro: i128,
}

/// What one partner issued and took in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PartnerLine {
    /// Which partner.
    pub partner: Id,
    /// What it issued, less what was taken back.
    pub issued: EuroUnits,
    /// What it took in, less what was given back.
    pub redeemed: EuroUnits,
    /// What was paid to it in euro beside the units (R26), in cents, less what was given back.
    pub paid_in_euro: i128,
}

#[derive(Clone)]
struct Sums {
    issued: Valued,
    redeemed: Valued,
    paid_in_euro: i128,
}

impl Sums {
    fn take(&mut self, done: &PartnerEntry) {
        match done.what {
            Done::Issued(units, value) => self.issued.add(units, value),
            Done::TakenIn(units, value) => self.redeemed.add(units, value),
            Done::PaidInEuro(cents) => self.paid_in_euro = self.paid_in_euro.saturating_add(cents),
        }
    }
}

/// Everything that partners did, entry by entry, out of which totals of any days are summed.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerBook {
    pegged: bool,
    partners: Vec<Id>,
    entries: Vec<PartnerEntry>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct PartnerEntry {
    day: Day,
    partner: Id,
    what: Done,
}

/// Units with their value in cents, where they have one; below zero if they were taken or given back.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Done {
    Issued(i128, Option<Ratio>),
    TakenIn(i128, Option<Ratio>),
    PaidInEuro(i128),
}

impl PartnerBook {
    /// Walks all records of a ledger.
    pub fn of(ledger: &Ledger) -> Self {
        let accounts = partner_accounts(ledger.state());
        let mut value_days = ValueDays::default();
        let mut entries = Vec::new();
        for booked in booked(ledger) {
            let day = booked.day;
            for (partner, kind, units) in moved(ledger, &accounts, &booked) {
                let value = value_on(ledger, value_days.note(&booked));
                let issues = kind == AccountKind::Issued;
                let what = if issues { Done::Issued(units, value) } else { Done::TakenIn(units, value) };
                entries.push(PartnerEntry { day, partner, what });
            }
            entries.extend(booked.entry.changes.iter().filter_map(|change| match change {
                Change::PaidInEuro { partner, amount } => {
                    let what = Done::PaidInEuro(amount.minor().into());
                    Some(PartnerEntry { day, partner: *partner, what })
                }
                _ => None,
            }));
        }
        Self {
            pegged: ledger.design().unit().kind == UnitKind::EuroPegged,
            partners: ledger.state().people().partners().map(|partner| partner.id).collect(),
            entries,
        }
    }

    /// The totals over the booking days from `from` through `through`.
    pub fn totals(&self, from: Day, through: Day) -> PartnerTotals {
        let valued = Valued::none(self.pegged);
        let none = Sums { issued: valued.clone(), redeemed: valued, paid_in_euro: 0 };
        let mut partners: BTreeMap<Id, Sums> =
            self.partners.iter().map(|partner| (*partner, none.clone())).collect();
        let mut all = none;
        for done in self.entries.iter().filter(|done| (from..=through).contains(&done.day)) {
            all.take(done);
            if let Some(sums) = partners.get_mut(&done.partner) {
                sums.take(done);
            }
        }
        let line = |(partner, sums): (Id, Sums)| PartnerLine {
            partner,
            issued: sums.issued.total(),
            redeemed: sums.redeemed.total(),
            paid_in_euro: sums.paid_in_euro,
        };
        PartnerTotals {
            from,
            through,
            lines: partners.into_iter().map(line).collect(),
            issued: all.issued.total(),
            redeemed: all.redeemed.total(),
            paid_in_euro: all.paid_in_euro,
        }
    }
}

impl PartnerTotals {
    /// How lines are rounded to cents.
    pub const ROUNDING: Rounding = ROUNDING;

    /// The totals over the booking days from `from` through `through`. Walks all records.
    pub fn of(ledger: &Ledger, from: Day, through: Day) -> Self {
        PartnerBook::of(ledger).totals(from, through)
    }

    /// As a table. Where the unit has no euro value there is a dash; what was paid in euro has a column if
    /// something was.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = ["Partners van {} tot en met {}", "Partenaires du {} au {}", "Partners from {} to {}"];
        let title = fill(lang, title, &[&lang.day(self.from), &lang.day(self.through)]);
        let mixed = self.lines.iter().any(|line| line.paid_in_euro != 0);
        let mut table = Table::new(if mixed { "lrrrrr" } else { "lrrrr" });
        let heads = [
            ["partner", "partenaire", "partner"],
            ["uitgegeven", "émis", "issued"],
            ["euro", "euro", "euro"],
            ["ingenomen", "encaissé", "taken in"],
            ["euro", "euro", "euro"],
            ["bijbetaald in euro", "payé en plus en euros", "paid beside in euro"],
        ];
        let shown = if mixed { 6 } else { 5 };
        table.row(heads.into_iter().take(shown).map(|head| say(lang, head)));
        table.rule();
        let mut row = |who: String, issued: &EuroUnits, redeemed: &EuroUnits, paid: i128| {
            let cells = [
                who,
                wide_figure(lang, words, issued.units),
                issued.euro_text(lang),
                wide_figure(lang, words, redeemed.units),
                redeemed.euro_text(lang),
                cents_text(lang, paid),
            ];
            table.row(cells.into_iter().take(shown));
        };
        for line in &self.lines {
            row(line.partner.to_string(), &line.issued, &line.redeemed, line.paid_in_euro);
        }
        row(say(lang, ["samen", "total", "total"]).into(), &self.issued, &self.redeemed, self.paid_in_euro);
        table.rule_before_last();
        format!("{title}\n\n{table}")
    }
}

/// What an entry issued, took in or gave back: the partner, the side and the units. What a partner inside
/// the ring took in stands on its own account, and the entry tells that it was a redemption.
fn moved(
    ledger: &Ledger,
    accounts: &BTreeMap<AccountNo, (Id, AccountKind)>,
    booked: &Booked,
) -> Vec<(Id, AccountKind, i128)> {
    let outside = booked.entry.legs.iter().filter_map(|leg| {
        let row = ledger.state().books().number_of(&leg.account.id())?;
        let (partner, kind) = accounts.get(&row)?;
        let minor = i128::from(leg.amount.minor());
        let units = if *kind == AccountKind::Issued { minor.saturating_neg() } else { minor };
        Some((*partner, *kind, units))
    });
    let inside = booked.entry.changes.iter().filter_map(|change| match change {
        Change::TakenIn { partner, amount, .. } => {
            Some((*partner, AccountKind::Redeemed, i128::from(amount.minor())))
        }
        _ => None,
    });
    outside.chain(inside).collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::{Scenario, day, id};

    #[test]
    fn units_and_their_worth_in_euro() {
        let it = Scenario::rabot();
        let totals = PartnerTotals::of(&it.ledger, day("2025-01-01"), day("2025-02-28"));
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(totals.text(Lang::Nl, &words), @r"
        Partners van 1 januari 2025 tot en met 28 februari 2025

        partner  uitgegeven   euro  ingenomen  euro
        -------  ----------  -----  ---------  ----
        p-01            110  11,00          0  0,00
        p-14              0   0,00         20  2,00
        -------  ----------  -----  ---------  ----
        samen           110  11,00         20  2,00
        ");
        // What was booked in another period is not in it.
        let february = PartnerTotals::of(&it.ledger, day("2025-02-01"), day("2025-02-28"));
        assert_eq!((february.issued.units, february.redeemed.units), (0, 0));
    }

    #[test]
    fn what_was_paid_in_euro_has_its_column() {
        let mut it = Scenario::rabot();
        // 55 units, of which 25 are paid at 10 for a euro.
        let basket = r#"{"redeem":{"account":"m-1","partner":"p-14","reward":"groentemand","units":30}}"#;
        it.book("m-1", "participant", basket);
        let totals = PartnerTotals::of(&it.ledger, day("2025-02-01"), day("2025-02-28"));
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(totals.text(Lang::Nl, &words), @r"
        Partners van 1 februari 2025 tot en met 28 februari 2025

        partner  uitgegeven  euro  ingenomen  euro  bijbetaald in euro
        -------  ----------  ----  ---------  ----  ------------------
        p-01              0  0,00          0  0,00                0,00
        p-14              0  0,00         30  3,00                2,50
        -------  ----------  ----  ---------  ----  ------------------
        samen             0  0,00         30  3,00                2,50
        ");
    }

    #[test]
    fn a_reversal_is_worth_what_it_takes_back() {
        let mut it = Scenario::rabot();
        let work = r#"{"award":{"partner":"p-01","to":"m-1","activity":"bloembak","measured":1}}"#;
        let award = it.book_with("s-050", "issuing_partner", r#","value_day":"2025-02-01""#, work);
        it.book("s-010", "project_manager", &format!(r#"{{"reverse":{{"original":"{award}"}}}}"#));
        let totals = PartnerTotals::of(&it.ledger, day("2025-02-01"), day("2025-02-28"));
        assert_eq!(totals.issued.units, 0);
        assert_eq!(totals.issued.euro.map(|euro| euro.cents), Some(0));
    }

    #[test]
    fn what_a_partner_inside_the_ring_took_in_counts_until_it_is_given_back() {
        let mut it = Scenario::rabot();
        let shop = r#"{"open_account":{"account":"o-1","kind":"organisation","holders":["b-1"]}}"#;
        it.book("s-010", "project_manager", shop);
        let inside = r#"{"approve_partner":{"partner":"p-20","roles":["redeeming"],"account":"o-1"}}"#;
        it.book("s-001", "steering_group", inside);
        let soup = r#"{"redeem":{"account":"m-1","partner":"p-20","reward":"kruidenier","count":1}}"#;
        let soup = it.book("m-1", "participant", soup);
        let taken_in = |it: &Scenario| {
            let totals = PartnerTotals::of(&it.ledger, day("2025-02-01"), day("2025-02-28"));
            let line = totals.lines.into_iter().find(|line| line.partner == id("p-20")).unwrap();
            (line.redeemed.units, line.redeemed.euro.map(|euro| euro.cents))
        };
        assert_eq!(taken_in(&it), (10, Some(100)));
        assert_eq!(it.ledger.state().books().find(&id("o-1")).unwrap().balance().minor(), 10);
        it.book("s-010", "project_manager", &format!(r#"{{"reverse":{{"original":"{soup}","amount":4}}}}"#));
        assert_eq!(taken_in(&it), (6, Some(60)));
        assert_eq!(it.ledger.audit(), []);
    }

    #[test]
    fn points_without_a_value_have_no_euro() {
        let it = Scenario::wijk();
        let totals = PartnerTotals::of(&it.ledger, day("2025-01-01"), day("2025-12-31"));
        assert_eq!(totals.issued, EuroUnits { units: 300, euro: None });
        let words = Words::of(it.ledger.design().unit(), Lang::En);
        assert_snapshot!(totals.text(Lang::En, &words), @r"
        Partners from 1 January 2025 to 31 December 2025

        partner  issued  euro  taken in  euro
        -------  ------  ----  --------  ----
        p-01       30.0     -       0.0     -
        -------  ------  ----  --------  ----
        total      30.0     -       0.0     -
        ");
    }
}
