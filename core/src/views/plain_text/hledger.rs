//! [`Hledger`]: the books as a journal of hledger.

use std::fmt;

use super::transaction::{Books, FACTS, Fact, Transaction, Value};
use crate::ledger::Ledger;

/// The books as a journal of [hledger](https://hledger.org), which `hledger check --strict` accepts. Print
/// it with `to_string`, or write it somewhere as it is made. Walks all records.
///
/// Accounts, the unit, payees and tags are declared; each account carries its id as a tag, as each
/// transaction carries who did it, in which role, for whom.
#[derive(Clone)]
pub struct Hledger<'l>(Books<'l>);

impl<'l> Hledger<'l> {
    /// The books of a ledger.
    pub fn of(ledger: &'l Ledger) -> Self {
        Self(Books::of(ledger))
    }

    fn declarations(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Books { ledger, commodity, scale, .. } = &self.0;
        writeln!(f, "; The books of {} in the ledger {}:", ledger.design().currency().id, ledger.id())?;
        writeln!(f, "; {} records, on {}. Signs are those of the ledger.", ledger.len(), ledger.day())?;
        let zeros = "0".repeat(scale.digits().into());
        writeln!(f, "\ndecimal-mark .\ncommodity 1000.{zeros} \"{commodity}\"\n")?;
        for (root, kind) in [("assets", 'A'), ("equity", 'E'), ("income", 'R'), ("expenses", 'X')] {
            writeln!(f, "account {root}  ; type:{kind}")?;
        }
        for row in self.0.rows() {
            writeln!(f, "account {}  ; id:{}, opened:{}", row.name.hledger(), row.id, row.opened_on)?;
        }
        f.write_str("\n")?;
        for kind in self.0.kinds() {
            writeln!(f, "payee {kind}")?;
        }
        writeln!(f, "payee balances\n")?;
        for tag in ["id", "opened", "type"].iter().chain(&FACTS) {
            writeln!(f, "tag {tag}")?;
        }
        Ok(())
    }

    fn transaction(&self, f: &mut fmt::Formatter<'_>, transaction: &Transaction) -> fmt::Result {
        let Transaction { record, day, what, item, facts, postings } = transaction;
        write!(f, "\n{day} * ({record}) {what}")?;
        if let Some(item) = item {
            write!(f, " | {item}")?;
        }
        f.write_str("\n    ; ")?;
        for (place, Fact { name, value }) in facts.iter().enumerate() {
            let separator = if place == 0 { "" } else { ", " };
            match value {
                Value::Text(text) => write!(f, "{separator}{name}:{text}")?,
                Value::Day(day) => write!(f, "{separator}{name}:{day}")?,
            }
        }
        f.write_str("\n")?;
        for (name, amount) in postings {
            let amount = amount.text(self.0.scale);
            writeln!(f, "    {}  {amount} \"{}\"", name.hledger(), self.0.commodity)?;
        }
        Ok(())
    }

    /// What the accounts end in, for hledger to compare with its own sums.
    fn assertions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Books { ledger, commodity, scale, .. } = &self.0;
        writeln!(f, "\n{} * balances", ledger.day())?;
        for row in self.0.rows() {
            let (name, balance) = (row.name.hledger(), row.balance.text(*scale));
            writeln!(f, "    {name}  0 \"{commodity}\" = {balance} \"{commodity}\"")?;
        }
        Ok(())
    }
}

impl fmt::Display for Hledger<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.declarations(f)?;
        for transaction in self.0.transactions() {
            self.transaction(f, &transaction)?;
        }
        self.assertions(f)
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::scenario::Scenario;

    /// What follows the declarations.
    fn transactions(text: &str) -> &str {
        let (before, _) = text.split_once(" * ").unwrap();
        text.split_at(before.rfind('\n').unwrap()).1.trim()
    }

    #[test]
    fn a_month_of_the_rabot() {
        let ledger = Scenario::rabot().ledger;
        let text = Hledger::of(&ledger).to_string();
        assert!(text.contains("\ncommodity 1000. \"RABOT-EXAMPLE\"\n"));
        assert!(text.contains("\naccount income:issued:p-01  ; id:issued:p-01, opened:2025-01-01\n"));
        assert!(text.contains("\npayee pay_for_relative\n"));
        assert_snapshot!(transactions(&text), @r#"
        2025-01-02 * (8) award | buurtwerk
            ; value-day:2025-01-01, actor:s-050, role:issuing_partner, order:00000000000000000000000000000008
            income:issued:p-01  -100 "RABOT-EXAMPLE"
            assets:person:m-1  100 "RABOT-EXAMPLE"

        2025-01-02 * (9) transfer
            ; value-day:2025-01-02, actor:m-1, role:participant, order:00000000000000000000000000000009
            assets:person:m-1  -30 "RABOT-EXAMPLE"
            assets:person:m-2  30 "RABOT-EXAMPLE"

        2025-01-02 * (10) gift
            ; value-day:2025-01-02, actor:m-2, role:participant, order:0000000000000000000000000000000a
            assets:person:m-2  -5 "RABOT-EXAMPLE"
            assets:person:m-3  5 "RABOT-EXAMPLE"

        2025-01-02 * (11) redeem | soep
            ; value-day:2025-01-02, actor:m-1, role:participant, order:0000000000000000000000000000000b
            assets:person:m-1  -20 "RABOT-EXAMPLE"
            expenses:redeemed:p-14  20 "RABOT-EXAMPLE"

        2025-01-03 * (16) award | bloembak
            ; value-day:2025-01-02, actor:m-2, role:participant, completed-by:s-050, completed-as:issuing_partner, order:00000000000000000000000000000010, asked-as:0000000000000000000000000000000c
            income:issued:p-01  -10 "RABOT-EXAMPLE"
            assets:person:m-2  10 "RABOT-EXAMPLE"

        2025-01-03 * (17) transfer
            ; value-day:2025-01-03, actor:s-041, role:exchange_office, contact-point:cp-1, on-behalf-of:m-3, evidence:form-1, order:00000000000000000000000000000011
            assets:person:m-3  -2 "RABOT-EXAMPLE"
            assets:person:m-1  2 "RABOT-EXAMPLE"

        2025-02-05 * (51) reverse
            ; value-day:2025-02-05, actor:s-010, role:project_manager, reason:mistake, order:00000000000000000000000000000013, reverses:00000000000000000000000000000009
            assets:person:m-2  -10 "RABOT-EXAMPLE"
            assets:person:m-1  10 "RABOT-EXAMPLE"

        2025-02-05 * balances
            expenses:lapsed  0 "RABOT-EXAMPLE" = 0 "RABOT-EXAMPLE"
            assets:pot  0 "RABOT-EXAMPLE" = 0 "RABOT-EXAMPLE"
            equity:group  0 "RABOT-EXAMPLE" = 0 "RABOT-EXAMPLE"
            equity:opening  0 "RABOT-EXAMPLE" = 0 "RABOT-EXAMPLE"
            assets:reserved  0 "RABOT-EXAMPLE" = 0 "RABOT-EXAMPLE"
            income:issued:p-01  0 "RABOT-EXAMPLE" = -110 "RABOT-EXAMPLE"
            expenses:redeemed:p-01  0 "RABOT-EXAMPLE" = 0 "RABOT-EXAMPLE"
            income:issued:p-14  0 "RABOT-EXAMPLE" = 0 "RABOT-EXAMPLE"
            expenses:redeemed:p-14  0 "RABOT-EXAMPLE" = 20 "RABOT-EXAMPLE"
            assets:person:m-1  0 "RABOT-EXAMPLE" = 62 "RABOT-EXAMPLE"
            assets:person:m-2  0 "RABOT-EXAMPLE" = 25 "RABOT-EXAMPLE"
            assets:person:m-3  0 "RABOT-EXAMPLE" = 3 "RABOT-EXAMPLE"
            assets:person:m-4  0 "RABOT-EXAMPLE" = 0 "RABOT-EXAMPLE"
        "#);
    }

    #[test]
    fn notes() {
        let text = Hledger::of(&Scenario::paper().ledger).to_string();
        assert_snapshot!(transactions(&text), @r#"
        2025-01-01 * (3) award | klus
            ; value-day:2025-01-01, actor:s-050, role:issuing_partner, order:00000000000000000000000000000003
            income:issued:p-01  -100 "KRING"
            assets:person:m-1  100 "KRING"

        2025-01-01 * (9) pay_out
            ; value-day:2025-01-01, actor:s-041, role:exchange_office, contact-point:cp-1, on-behalf-of:m-1, order:00000000000000000000000000000009
            assets:person:m-1  -37 "KRING"
            assets:paper:r-25  37 "KRING"

        2025-01-01 * (10) take_in
            ; value-day:2025-01-01, actor:s-041, role:exchange_office, contact-point:cp-1, on-behalf-of:m-1, order:0000000000000000000000000000000a
            assets:paper:r-25  -10 "KRING"
            assets:person:m-1  10 "KRING"

        2025-01-01 * balances
            expenses:lapsed  0 "KRING" = 0 "KRING"
            assets:pot  0 "KRING" = 0 "KRING"
            equity:group  0 "KRING" = 0 "KRING"
            equity:opening  0 "KRING" = 0 "KRING"
            assets:reserved  0 "KRING" = 0 "KRING"
            income:issued:p-01  0 "KRING" = -100 "KRING"
            expenses:redeemed:p-01  0 "KRING" = 0 "KRING"
            assets:person:m-1  0 "KRING" = 73 "KRING"
            assets:paper:r-25  0 "KRING" = 27 "KRING"
            income:shortage:r-25  0 "KRING" = 0 "KRING"
            expenses:surplus:r-25  0 "KRING" = 0 "KRING"
            income:issued:r-25  0 "KRING" = 0 "KRING"
        "#);
    }

    #[test]
    fn decimals_and_debts() {
        let text = Hledger::of(&Scenario::wijk().ledger).to_string();
        assert_snapshot!(transactions(&text), @r#"
        2025-06-02 * (6) award | opruimen
            ; value-day:2025-06-02, actor:s-900, role:system, order:00000000000000000000000000000006
            income:issued:p-01  -30.0 "WIJK-EXAMPLE"
            assets:person:m-1  30.0 "WIJK-EXAMPLE"

        2025-06-02 * (7) transfer
            ; value-day:2025-06-02, actor:m-2, role:participant, order:00000000000000000000000000000007
            assets:person:m-2  -12.5 "WIJK-EXAMPLE"
            assets:person:m-3  12.5 "WIJK-EXAMPLE"

        2025-06-02 * balances
            expenses:lapsed  0 "WIJK-EXAMPLE" = 0.0 "WIJK-EXAMPLE"
            assets:pot  0 "WIJK-EXAMPLE" = 0.0 "WIJK-EXAMPLE"
            equity:group  0 "WIJK-EXAMPLE" = 0.0 "WIJK-EXAMPLE"
            equity:opening  0 "WIJK-EXAMPLE" = 0.0 "WIJK-EXAMPLE"
            assets:reserved  0 "WIJK-EXAMPLE" = 0.0 "WIJK-EXAMPLE"
            income:issued:p-01  0 "WIJK-EXAMPLE" = -30.0 "WIJK-EXAMPLE"
            expenses:redeemed:p-01  0 "WIJK-EXAMPLE" = 0.0 "WIJK-EXAMPLE"
            assets:person:m-1  0 "WIJK-EXAMPLE" = 30.0 "WIJK-EXAMPLE"
            assets:person:m-2  0 "WIJK-EXAMPLE" = -12.5 "WIJK-EXAMPLE"
            assets:person:m-3  0 "WIJK-EXAMPLE" = 12.5 "WIJK-EXAMPLE"
            assets:person:m-4  0 "WIJK-EXAMPLE" = 0.0 "WIJK-EXAMPLE"
        "#);
    }
}
