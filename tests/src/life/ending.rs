//! How things end: accounts of those who leave or die, units that lapse, accounts that fall quiet.

use super::*;

impl Scribe<'_> {
    /// With units left, with a debt of one, with nothing, and dying.
    pub(super) fn leave(&mut self) {
        self.by("project_manager", CloseAccount { account: id("m-2"), heir: None });
        for n in 0..4 {
            let name = format!("l-{n}");
            self.by("project_manager", account(&name, &name));
        }
        let one = self.one();
        let pay = |from: &str, to: &str| Transfer {
            from: id(from),
            to: id(to),
            pay: Pay::Amount(amount(one)),
            offer: None,
            category: None,
        };
        let state = |of: &str, state| ChangeState { account: id(of), state };
        self.ask("l-0", "participant", pay("l-0", "m-1"));
        self.by("project_manager", CloseAccount { account: id("l-0"), heir: None });
        self.by("project_manager", state("l-0", AccountState::Leaver));
        let (pending, _) = self.by("project_manager", WriteOff { account: id("l-0") });
        let roles = self.design.permissions().roles().to_vec();
        let manager = roles.iter().position(|role| role.code == crate::stage::code("project_manager"));
        self.ask(&worker(manager.unwrap()), "project_manager", Complete { pending });
        for (dead, heir) in [("l-1", Some(id("m-1"))), ("l-2", None)] {
            let rich = member(self.richest());
            self.ask(&rich, "participant", pay(&rich, dead));
            self.by("project_manager", state(dead, AccountState::Deceased));
            self.by("project_manager", CloseAccount { account: id(dead), heir });
        }
        self.by("project_manager", state("l-3", AccountState::Leaver));
        self.pass(1);
    }

    /// Records as delivered whatever notice is about an earlier end.
    pub(super) fn hear(&mut self, end: Day) {
        let books = self.ledger.state().books();
        let notices = books.notices().filter(|(about, _, notice)| *about < end && notice.outcome.is_none());
        let heard: Vec<(Day, Id)> =
            notices.map(|(end, row, _)| (end, books.account(row).unwrap().id())).collect();
        for (end, account) in heard {
            self.by("project_manager", RecordNotice { account, end, outcome: NoticeOutcome::Delivered });
        }
    }

    /// Gives everything earned so far an end, where that can be decided: on the last of a month, which any
    /// grain of lots allows, and with some days more than the notice takes.
    pub(super) fn end_in_bulk(&mut self) -> Option<Day> {
        let expiry = self.design.expiry();
        if !expiry.bulk {
            return None;
        }
        self.close_through(self.ledger.day().last_of_month().minus_days(1)?);
        let today = self.ledger.day();
        let notice = expiry.notice.map_or(0, |notice| notice.days);
        let ends_on = today.plus_days(i32::from(notice) + 9)?;
        let ends = EndUnits { earned_through: today, ends_on, earned_from: None };
        let holders = self.design.office_holders().iter();
        let steering: Vec<String> = holders
            .filter(|one| one.role == crate::stage::code("steering_group"))
            .map(|one| one.person.to_string())
            .collect();
        let [first, second, ..] = steering.as_slice() else { return None };
        let (pending, _) = self.ask(first, "steering_group", ends);
        self.ask(second, "steering_group", Complete { pending });
        Some(ends_on)
    }

    /// Until everything has lapsed that will.
    pub(super) fn grow_old(&mut self) {
        for n in 0..6 {
            self.rewarded(0, 60, n, 0);
        }
        self.pay(0, 3, self.one());
        let expiry = self.design.expiry();
        let Some(end) = expiry.ends_on(self.ledger.day()).or_else(|| self.end_in_bulk()) else { return };
        let notice = expiry.notice.map_or(0, |notice| notice.days);
        let given = end.minus_days(i32::from(notice)).unwrap();
        // What ends before is heard of and lapses.
        while self.ledger.day() < given {
            let stop = self.ledger.day().plus_days(9).unwrap().min(given.minus_days(1).unwrap());
            self.close_through(stop);
            self.hear(end);
        }
        // Some hear of it at once, some do not, and of some nobody knows.
        for (n, outcome) in [(0, NoticeOutcome::Delivered), (1, NoticeOutcome::Undeliverable)] {
            self.by("project_manager", RecordNotice { account: id(&member(n)), end, outcome });
        }
        self.close_through(end.minus_days(3).unwrap());
        let mut paid = Vec::new();
        if let Some(offer) = self.design.redemption().offers().last().cloned() {
            let partner = offer.partner.unwrap_or(id("p-98"));
            for n in [0, 0, 4] {
                paid.push(
                    self.own(
                        n,
                        Redeem {
                            account: id(&member(n)),
                            partner,
                            reward: offer.code,
                            count: 1,
                            units: None,
                        },
                    )
                    .0,
                );
            }
        }
        paid.push(self.pay(0, 1, self.one()).0);
        let last = end.plus_days(i32::from(expiry.grace_days) + i32::from(notice) + 2).unwrap();
        while self.ledger.day() <= last {
            self.pass(1);
            self.pay(0, 1, 1);
            let near = self.ledger.day().days_since(end) == i32::from(expiry.grace_days) + 2;
            if near && let Some(original) = paid.pop() {
                self.by("project_manager", Reverse { original, amount: None });
                if let Some(original) = paid.pop() {
                    self.by("project_manager", Reverse { original, amount: None });
                }
            }
        }
        for original in paid {
            self.by("project_manager", Reverse { original, amount: None });
        }
    }

    /// Somebody who never does anything, and somebody who does just in time.
    pub(super) fn fall_quiet(&mut self) {
        let Some(inactivity) = self.design.inactivity() else { return };
        for name in ["q-0", "q-1"] {
            self.by("project_manager", account(name, name));
        }
        self.pass(inactivity.months * 28);
        let pay = transfer(0, 1, 1);
        self.ask("q-1", "participant", Transfer { from: id("q-1"), ..pay });
        self.pass(inactivity.months * 4 + inactivity.notice_days.unwrap_or(0) + 5);
    }
}
