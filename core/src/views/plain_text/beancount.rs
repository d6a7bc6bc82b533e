//! [`Beancount`]: the books as a file of Beancount.

use std::fmt;

use super::transaction::{Books, Fact, Transaction, Value};
use crate::ledger::Ledger;

/// The books as a file of [Beancount](https://beancount.github.io), which `bean-check` accepts. Print it
/// with `to_string`, or write it somewhere as it is made. Walks all records.
///
/// Accounts and the unit are declared; each account carries its id as metadata, as each transaction carries
/// who did it, in which role, for whom. A transaction has its order as a link, and a reversal that of what
/// it takes back too. The assertions of the balances allow no tolerance.
#[derive(Clone)]
pub struct Beancount<'l>(Books<'l>);

impl<'l> Beancount<'l> {
    /// The books of a ledger.
    pub fn of(ledger: &'l Ledger) -> Self {
        Self(Books::of(ledger))
    }

    fn declarations(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Books { ledger, commodity, .. } = &self.0;
        let currency = ledger.design().currency().id;
        writeln!(f, "; The books of {currency} in the ledger {}:", ledger.id())?;
        writeln!(f, "; {} records, on {}. Signs are those of the ledger.", ledger.len(), ledger.day())?;
        writeln!(f, "\noption \"title\" \"{currency} ({})\"", ledger.id())?;
        let first = self.0.rows().next().map_or(ledger.day(), |row| row.opened_on);
        writeln!(f, "\n{first} commodity {commodity}\n")?;
        for row in self.0.rows() {
            writeln!(f, "{} open {} {commodity}", row.opened_on, row.name.beancount())?;
            writeln!(f, "  id: \"{}\"", row.id)?;
        }
        Ok(())
    }

    fn transaction(&self, f: &mut fmt::Formatter<'_>, transaction: &Transaction) -> fmt::Result {
        let Transaction { record, day, what, item, facts, postings } = transaction;
        write!(f, "\n{day} * \"{what}\" \"{}\"", item.as_deref().unwrap_or_default())?;
        let linked = facts.iter().filter(|fact| matches!(fact.name, "order" | "reverses"));
        for Fact { value, .. } in linked {
            if let Value::Text(order) = value {
                write!(f, " ^{order}")?;
            }
        }
        writeln!(f, "\n  record: {record}")?;
        for Fact { name, value } in facts {
            match value {
                Value::Text(text) => writeln!(f, "  {name}: \"{text}\"")?,
                Value::Day(day) => writeln!(f, "  {name}: {day}")?,
            }
        }
        for (name, amount) in postings {
            let amount = amount.text(self.0.scale);
            writeln!(f, "  {}  {amount} {}", name.beancount(), self.0.commodity)?;
        }
        Ok(())
    }

    /// What the accounts end in, for Beancount to compare with its own sums. It does so in the morning, so
    /// the day is the next.
    fn assertions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Books { ledger, commodity, scale, .. } = &self.0;
        let next = ledger.day().next();
        let next = next.map_or_else(|| String::from("9999-01-01"), |day| day.to_string());
        f.write_str("\n")?;
        for row in self.0.rows() {
            let (name, balance) = (row.name.beancount(), row.balance.text(*scale));
            writeln!(f, "{next} balance {name}  {balance} ~ 0 {commodity}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Beancount<'_> {
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
        let text = Beancount::of(&ledger).to_string();
        assert!(text.contains("\n2025-01-01 commodity RABOT-EXAMPLE\n"));
        let account = "\n2025-01-01 open Income:Issued:P-01 RABOT-EXAMPLE\n  id: \"issued:p-01\"\n";
        assert!(text.contains(account));
        assert_snapshot!(transactions(&text), @r#"
        2025-01-02 * "award" "buurtwerk" ^00000000000000000000000000000008
          record: 8
          value-day: 2025-01-01
          actor: "s-050"
          role: "issuing_partner"
          order: "00000000000000000000000000000008"
          Income:Issued:P-01  -100 RABOT-EXAMPLE
          Assets:Person:M-1  100 RABOT-EXAMPLE

        2025-01-02 * "transfer" "" ^00000000000000000000000000000009
          record: 9
          value-day: 2025-01-02
          actor: "m-1"
          role: "participant"
          order: "00000000000000000000000000000009"
          Assets:Person:M-1  -30 RABOT-EXAMPLE
          Assets:Person:M-2  30 RABOT-EXAMPLE

        2025-01-02 * "gift" "" ^0000000000000000000000000000000a
          record: 10
          value-day: 2025-01-02
          actor: "m-2"
          role: "participant"
          order: "0000000000000000000000000000000a"
          Assets:Person:M-2  -5 RABOT-EXAMPLE
          Assets:Person:M-3  5 RABOT-EXAMPLE

        2025-01-02 * "redeem" "soep" ^0000000000000000000000000000000b
          record: 11
          value-day: 2025-01-02
          actor: "m-1"
          role: "participant"
          order: "0000000000000000000000000000000b"
          Assets:Person:M-1  -20 RABOT-EXAMPLE
          Expenses:Redeemed:P-14  20 RABOT-EXAMPLE

        2025-01-03 * "award" "bloembak" ^00000000000000000000000000000010
          record: 16
          value-day: 2025-01-02
          actor: "m-2"
          role: "participant"
          completed-by: "s-050"
          completed-as: "issuing_partner"
          order: "00000000000000000000000000000010"
          asked-as: "0000000000000000000000000000000c"
          Income:Issued:P-01  -10 RABOT-EXAMPLE
          Assets:Person:M-2  10 RABOT-EXAMPLE

        2025-01-03 * "transfer" "" ^00000000000000000000000000000011
          record: 17
          value-day: 2025-01-03
          actor: "s-041"
          role: "exchange_office"
          contact-point: "cp-1"
          on-behalf-of: "m-3"
          evidence: "form-1"
          order: "00000000000000000000000000000011"
          Assets:Person:M-3  -2 RABOT-EXAMPLE
          Assets:Person:M-1  2 RABOT-EXAMPLE

        2025-02-05 * "reverse" "" ^00000000000000000000000000000013 ^00000000000000000000000000000009
          record: 51
          value-day: 2025-02-05
          actor: "s-010"
          role: "project_manager"
          reason: "mistake"
          order: "00000000000000000000000000000013"
          reverses: "00000000000000000000000000000009"
          Assets:Person:M-2  -10 RABOT-EXAMPLE
          Assets:Person:M-1  10 RABOT-EXAMPLE

        2025-02-06 balance Expenses:Lapsed  0 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Assets:Pot  0 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Equity:Group  0 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Equity:Opening  0 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Assets:Reserved  0 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Income:Issued:P-01  -110 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Expenses:Redeemed:P-01  0 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Income:Issued:P-14  0 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Expenses:Redeemed:P-14  20 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Assets:Person:M-1  62 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Assets:Person:M-2  25 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Assets:Person:M-3  3 ~ 0 RABOT-EXAMPLE
        2025-02-06 balance Assets:Person:M-4  0 ~ 0 RABOT-EXAMPLE
        "#);
    }

    #[test]
    fn decimals_and_debts() {
        let text = Beancount::of(&Scenario::wijk().ledger).to_string();
        assert_snapshot!(transactions(&text), @r#"
        2025-06-02 * "award" "opruimen" ^00000000000000000000000000000006
          record: 6
          value-day: 2025-06-02
          actor: "s-900"
          role: "system"
          order: "00000000000000000000000000000006"
          Income:Issued:P-01  -30.0 WIJK-EXAMPLE
          Assets:Person:M-1  30.0 WIJK-EXAMPLE

        2025-06-02 * "transfer" "" ^00000000000000000000000000000007
          record: 7
          value-day: 2025-06-02
          actor: "m-2"
          role: "participant"
          order: "00000000000000000000000000000007"
          Assets:Person:M-2  -12.5 WIJK-EXAMPLE
          Assets:Person:M-3  12.5 WIJK-EXAMPLE

        2025-06-03 balance Expenses:Lapsed  0.0 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Assets:Pot  0.0 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Equity:Group  0.0 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Equity:Opening  0.0 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Assets:Reserved  0.0 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Income:Issued:P-01  -30.0 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Expenses:Redeemed:P-01  0.0 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Assets:Person:M-1  30.0 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Assets:Person:M-2  -12.5 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Assets:Person:M-3  12.5 ~ 0 WIJK-EXAMPLE
        2025-06-03 balance Assets:Person:M-4  0.0 ~ 0 WIJK-EXAMPLE
        "#);
    }
}
