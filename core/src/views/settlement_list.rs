//! [`SettlementList`]: what every partner took in, claimed and was paid, and what that will still cost.

use std::collections::BTreeMap;

use crate::books::{AccountKind, ClaimLine, ClaimState, EuroPlace, Fees};
use crate::calendar::Day;
use crate::design::UnitValue;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::{Amount, EuroRate, Rounding};
use crate::orders::{Lang, Words};

use super::euro::cents_text;
use super::labels::{fill, say, wide_figure};
use super::table::Table;

/// What every partner took in, claimed and was paid, and what units that are still out would cost.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SettlementList {
    /// The ledger's day.
    pub day: Day,
    /// Every partner with something to settle, by id.
    pub lines: Vec<SettlementLine>,
    /// What is still to be paid.
    pub liability: EuroLiability,
}

/// One partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SettlementLine {
    /// Which partner.
    pub partner: Id,
    /// Units it took in and has not claimed.
    pub open: i128,
    /// Of these, units that can no longer be claimed.
    pub late: i128,
    /// What the open ones that can still be claimed would come to today, in cents, without the fee.
    pub open_cents: i128,
    /// What waits to be approved, in cents.
    pub claimed: i128,
    /// What is approved and not paid, in cents.
    pub owed: i128,
    /// What was paid, in cents.
    pub paid: i128,
    /// What it owes back, in cents.
    pub due: i128,
}

/// What is still to be paid in euro, in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct EuroLiability {
    /// Units that participants hold, on accounts and as notes.
    pub units_out: i128,
    /// What they would come to if all were spent today at the design's rate, before any fee; `None` without a
    /// rate.
    pub units_out_cents: Option<i128>,
    /// What was accepted and not claimed, and can still be.
    pub accepted: i128,
    /// What was claimed and not approved.
    pub claimed: i128,
    /// What was approved and not paid.
    pub owed: i128,
    /// What partners owe back.
    pub due: i128,
}

impl EuroLiability {
    /// All of it together, less what partners owe back; units without a rate count as nothing.
    pub fn total(&self) -> i128 {
        let sum = [self.units_out_cents.unwrap_or(0), self.accepted, self.claimed, self.owed];
        sum.into_iter().fold(0_i128, i128::saturating_add).saturating_sub(self.due)
    }
}

fn wide(amount: Amount) -> i128 {
    amount.minor().into()
}

fn add(sum: &mut i128, by: i128) {
    *sum = sum.saturating_add(by);
}

impl SettlementLine {
    fn none(partner: Id) -> Self {
        Self { partner, open: 0, late: 0, open_cents: 0, claimed: 0, owed: 0, paid: 0, due: 0 }
    }
}

/// The lines so far.
#[derive(Default)]
struct Lines(BTreeMap<Id, SettlementLine>);

impl Lines {
    fn of(&mut self, partner: Id) -> &mut SettlementLine {
        self.0.entry(partner).or_insert_with(|| SettlementLine::none(partner))
    }
}

impl SettlementList {
    /// The list today.
    pub fn of(ledger: &Ledger) -> Self {
        let state = ledger.state();
        let mut lines = Lines::default();
        let mut open: BTreeMap<(Id, EuroRate, Fees), Amount> = BTreeMap::new();
        for one in state.settlements().open() {
            let line = lines.of(one.partner);
            add(&mut line.open, wide(one.units));
            if is_late(ledger, one.partner, one.value_day) {
                add(&mut line.late, wide(one.units));
            } else {
                let sum = open
                    .entry((one.partner, one.rate, Fees { fee: one.fee, ..Fees::default() }))
                    .or_default();
                *sum = sum.checked_add(one.units).unwrap_or(Amount::MAX);
            }
        }
        let rounding = ledger.design().settlement().map_or(Rounding::HalfUp, |block| block.rounding);
        for ((partner, rate, fees), units) in open {
            let net = ClaimLine::of(rate, fees, units, rounding).map_or(Amount::MAX, |line| line.net);
            add(&mut lines.of(partner).open_cents, wide(net));
        }
        for claim in state.settlements().claims() {
            let line = lines.of(claim.partner);
            match claim.state {
                ClaimState::Filed => add(&mut line.claimed, wide(claim.net())),
                ClaimState::Approved { pay, .. } => add(&mut line.owed, wide(pay)),
                ClaimState::Paid { pay, .. } => add(&mut line.paid, wide(pay)),
                ClaimState::Rejected { .. } => {}
            }
        }
        let mut lines: Vec<SettlementLine> = lines.0.into_values().collect();
        for line in &mut lines {
            line.due = state.books().euro().cents(EuroPlace::Due(line.partner)).into();
        }
        let liability = liability(ledger, &lines, rounding);
        Self { day: ledger.day(), lines, liability }
    }

    /// The list and what it still costs, as two tables.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let mut table = Table::new("lrrrrrrr");
        let heads = [
            ["partner", "partenaire", "partner"],
            ["open", "ouvert", "open"],
            ["te laat", "trop tard", "too late"],
            ["euro", "euros", "euro"],
            ["aangevraagd", "réclamé", "claimed"],
            ["te betalen", "à payer", "to pay"],
            ["betaald", "payé", "paid"],
            ["terug te krijgen", "à récupérer", "owed back"],
        ];
        table.row(heads.map(|head| say(lang, head)));
        table.rule();
        for line in &self.lines {
            table.row([
                line.partner.to_string(),
                wide_figure(lang, words, line.open),
                wide_figure(lang, words, line.late),
                cents_text(lang, line.open_cents),
                cents_text(lang, line.claimed),
                cents_text(lang, line.owed),
                cents_text(lang, line.paid),
                cents_text(lang, line.due),
            ]);
        }
        let title = ["Afrekening op {}", "Règlement au {}", "Settlement on {}"];
        let title = fill(lang, title, &[&lang.day(self.day)]);
        format!("{title}\n\n{table}\n{}", self.liability.text(lang, words))
    }
}

impl EuroLiability {
    fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let mut table = Table::new("lr");
        table.row([
            say(lang, ["wat het nog kost", "ce que cela coûtera encore", "what it still costs"]),
            "euro",
        ]);
        table.rule();
        let out = ["{} in omloop", "{} en circulation", "{} in circulation"];
        let out = fill(lang, out, &[&wide_figure(lang, words, self.units_out)]);
        let rows = [
            (out, self.units_out_cents),
            (say(lang, ["ingenomen", "encaissé", "taken in"]).to_owned(), Some(self.accepted)),
            (say(lang, ["aangevraagd", "réclamé", "claimed"]).to_owned(), Some(self.claimed)),
            (say(lang, ["te betalen", "à payer", "to pay"]).to_owned(), Some(self.owed)),
            (
                say(lang, ["terug te krijgen", "à récupérer", "owed back"]).to_owned(),
                Some(self.due.saturating_neg()),
            ),
            (say(lang, ["samen", "total", "total"]).to_owned(), Some(self.total())),
        ];
        for (what, cents) in rows {
            let cents = cents.map_or_else(|| String::from("-"), |cents| cents_text(lang, cents));
            table.row([what, cents]);
        }
        table.rule_before_last();
        table.to_string()
    }
}

/// Whether an acceptance is too old to be claimed today.
fn is_late(ledger: &Ledger, partner: Id, value_day: Day) -> bool {
    let state = ledger.state();
    let partner = state.people().partner(&partner);
    let own = partner.and_then(|partner| partner.contract_on(ledger.day())?.settlement.as_deref().copied());
    let design = ledger.design().settlement().map(|block| block.terms);
    let terms = own.unwrap_or_default().or(design.unwrap_or_default());
    let first = terms.claim_days.and_then(|days| ledger.day().minus_days(i32::from(days)));
    first.is_some_and(|first| value_day < first)
}

fn liability(ledger: &Ledger, lines: &[SettlementLine], rounding: Rounding) -> EuroLiability {
    let sum = |figure: fn(&SettlementLine) -> i128| lines.iter().map(figure).fold(0, i128::saturating_add);
    let held = |kind: AccountKind| kind.is_participant() || kind == AccountKind::Reserved;
    let accounts = ledger.state().books().accounts().map(|(_, account)| account);
    // What somebody owes does not make what others hold cost less.
    let out = accounts.filter(|account| held(account.kind()) || account.kind() == AccountKind::Paper);
    let units_out = out.map(|account| i128::from(account.balance().minor()).max(0)).sum::<i128>();
    let design = ledger.design();
    let pegged = match design.unit().value_on(ledger.day()) {
        Some(UnitValue::Euro(ratio)) => Some(EuroRate::from(ratio)),
        _ => None,
    };
    let rate = design.settlement().and_then(|block| block.rate_on(ledger.day()).or(pegged));
    let units_out_cents = rate.and_then(|rate| {
        let cents = units_out.checked_mul(rate.cents().into())?;
        rounding.divide(cents, rate.units().into())
    });
    EuroLiability {
        units_out,
        units_out_cents,
        accepted: sum(|line| line.open_cents),
        claimed: sum(|line| line.claimed),
        owed: sum(|line| line.owed),
        due: sum(|line| line.due),
    }
}
