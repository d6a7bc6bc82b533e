//! [`Quiet`]: who has not been seen for a while.

use crate::books::{Account, AccountKind, AccountState};
use crate::calendar::Day;
use crate::id::Id;
use crate::ledger::Ledger;
use crate::money::Balance;
use crate::orders::{Lang, Words};

use super::labels::{account_kind, figure, fill, say};
use super::table::Table;

/// The accounts whose holders have done nothing with units for a number of days, the longest quiet first;
/// so that somebody calls. What others bring about is no sign of life: lapses, corrections, a gift received.
/// Accounts that may not move are left out: candidates, blocked and closed accounts, and the dead.
///
/// Reads what is kept for each account, and no records.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Quiet {
    /// The ledger's day.
    pub day: Day,
    /// For how many days nothing was done.
    pub days: u16,
    /// The accounts.
    pub lines: Vec<QuietLine>,
}

/// An account whose holders do nothing.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct QuietLine {
    /// Which account.
    pub account: Id,
    /// What it is for.
    pub kind: AccountKind,
    /// The booking day of the last act; of the opening, if there was none.
    pub acted_on: Day,
    /// How many days ago that was.
    pub quiet_days: i32,
    /// What is on it.
    pub balance: Balance,
}

impl Quiet {
    /// The accounts quiet for so many days.
    pub fn of(ledger: &Ledger, days: u16) -> Self {
        let today = ledger.day();
        let line = |account: &Account| QuietLine {
            account: account.id(),
            kind: account.kind(),
            acted_on: account.acted_on(),
            quiet_days: today.days_since(account.acted_on()),
            balance: account.balance(),
        };
        let accounts = ledger.state().books().accounts().map(|(_, account)| account);
        let lines = accounts.filter(|account| may_move(account)).map(line);
        let mut lines: Vec<QuietLine> = lines.filter(|line| line.quiet_days >= i32::from(days)).collect();
        // Of two that are as quiet, the one that was opened first.
        lines.sort_by_key(|line| std::cmp::Reverse(line.quiet_days));
        Self { day: today, days, lines }
    }

    /// Only the accounts that somebody may see today: a mediator those of clients whose mandate covers it.
    #[must_use]
    pub fn seen_by(mut self, ledger: &Ledger, actor: &Id) -> Self {
        self.lines.retain(|line| ledger.may_see(actor, &line.account));
        self
    }

    /// As a table.
    pub fn text(&self, lang: Lang, words: &Words<'_>) -> String {
        let title = [
            "Rekeningen waarop {} dagen of meer niets gedaan is, op {}",
            "Comptes inactifs depuis {} jours ou plus, au {}",
            "Accounts with which nothing was done for {} days or more, on {}",
        ];
        let title = fill(lang, title, &[&self.days.to_string(), &lang.day(self.day)]);
        if self.lines.is_empty() {
            return format!("{title}\n\n{}\n", say(lang, ["Geen.", "Aucun.", "None."]));
        }
        let mut table = Table::new("lllrr");
        table.row([
            say(lang, ["rekening", "compte", "account"]),
            say(lang, ["soort", "type", "kind"]),
            say(lang, ["laatst actief", "actif en dernier", "last active"]),
            say(lang, ["dagen", "jours", "days"]),
            words.many,
        ]);
        table.rule();
        for line in &self.lines {
            table.row([
                line.account.to_string(),
                say(lang, account_kind(line.kind)).to_owned(),
                lang.day(line.acted_on),
                line.quiet_days.to_string(),
                figure(lang, words, line.balance),
            ]);
        }
        format!("{title}\n\n{table}")
    }
}

fn may_move(account: &Account) -> bool {
    let state =
        matches!(account.state(), AccountState::Active | AccountState::Inactive | AccountState::Leaver);
    state && account.kind().is_participant()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::views::Overview;
    use crate::views::scenario::{Scenario, id};

    #[test]
    fn the_longest_quiet_first() {
        let mut it = Scenario::rabot();
        let words = Words::of(it.ledger.design().unit(), Lang::Nl);
        assert_snapshot!(Quiet::of(&it.ledger, 33).text(Lang::Nl, &words), @r"
        Rekeningen waarop 33 dagen of meer niets gedaan is, op 5 februari 2025

        rekening  soort    laatst actief   dagen  rabotters
        --------  -------  --------------  -----  ---------
        m-4       persoon  1 januari 2025     35          0
        m-1       persoon  3 januari 2025     33         62
        m-2       persoon  3 januari 2025     33         25
        m-3       persoon  3 januari 2025     33          3
        ");
        // That units of theirs lapsed is no sign of life.
        it.close_through("2026-01-01");
        for member in ["m-1", "m-2", "m-3"] {
            let told = format!(
                r#"{{"record_notice":{{"account":"{member}","end":"2026-01-31","outcome":"delivered"}}}}"#
            );
            it.book("s-010", "project_manager", &told);
        }
        it.close_through("2026-03-31");
        let quiet = Quiet::of(&it.ledger, 400);
        assert!(quiet.lines.iter().all(|line| line.balance == Balance::ZERO));
        assert_eq!(quiet.lines.len(), 4);
        it.book("s-010", "project_manager", r#"{"change_state":{"account":"m-3","state":"blocked"}}"#);
        let quiet: Vec<Id> = Quiet::of(&it.ledger, 400).lines.iter().map(|line| line.account).collect();
        assert_eq!(quiet, [id("m-4"), id("m-1"), id("m-2")]);
    }

    /// What the ledger itself counts as an act: to give is one, to be given something is none.
    #[test]
    fn to_be_given_something_is_no_sign_of_life() {
        let mut it = Scenario::rabot();
        it.book("m-1", "participant", r#"{"gift":{"from":"m-1","to":"m-4","amount":7}}"#);
        let quiet: Vec<Id> = Quiet::of(&it.ledger, 33).lines.iter().map(|line| line.account).collect();
        assert_eq!(quiet, [id("m-4"), id("m-2"), id("m-3")]);
        assert_eq!(Overview::of(&it.ledger, it.ledger.day()).active, 1);
    }

    /// Whoever reserved is asked to come; that a partner hands it over is an act of the partner.
    #[test]
    fn what_is_picked_up_was_done_when_it_was_reserved() {
        let mut it = Scenario::rabot();
        let reservation = it.reserve_a_meal();
        it.close_through("2025-02-05");
        let from = it.ledger.day();
        let ask = format!(r#"{{"pick_up":{{"reservation":"{reservation}"}}}}"#);
        let counter = r#","on_behalf_of":"m-1","evidence":"form-1""#;
        it.book_with("s-051", "redeeming_partner", counter, &ask);
        let quiet = Quiet::of(&it.ledger, 1);
        assert!(quiet.lines.iter().any(|line| line.account == id("m-1") && line.quiet_days == 1));
        assert_eq!(Overview::of(&it.ledger, from).active, 0);
    }

    #[test]
    fn a_mediator_sees_the_clients_whose_mandate_says_so() {
        let mut it = Scenario::rabot();
        let mandate = |name: &str, client: &str, actions: &str| {
            format!(
                r#"{{"give_mandate":{{"mandate":"{name}","client":"{client}","holder":"s-020","actions":{actions},"from":"2025-02-05","until":"2026-01-31"}}}}"#
            )
        };
        it.book("m-1", "participant", &mandate("v-1", "m-1", r#"["see_account","transfer"]"#));
        it.book("m-2", "participant", &mandate("v-2", "m-2", r#"["transfer"]"#));
        let seen = |it: &Scenario, actor: &str| -> Vec<Id> {
            let quiet = Quiet::of(&it.ledger, 0).seen_by(&it.ledger, &id(actor));
            quiet.lines.iter().map(|line| line.account).collect()
        };
        assert_eq!(seen(&it, "s-020"), [id("m-1")]);
        assert_eq!(seen(&it, "s-010").len(), 4);
        assert_eq!(seen(&it, "m-4"), [id("m-4")]);
        assert!(seen(&it, "s-050").is_empty());
        it.book("m-1", "participant", r#"{"revoke_mandate":{"mandate":"v-1"}}"#);
        assert!(seen(&it, "s-020").is_empty());
    }
}
