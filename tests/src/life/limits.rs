//! As low and as high as one may go, in the first months and after them.

use super::*;

impl Scribe<'_> {
    /// As low and as high as one may go.
    pub(super) fn reach_the_limits(&mut self) {
        let limits = self.design.limits();
        let (one, floor) = (self.one(), limits.floor.at.minor());
        // Nothing stands on either account.
        self.pay(7, 8, one);
        self.pay(7, 8, -floor - 2 * one);
        self.pay(7, 8, 3 * one);
        self.pay(7, 8, one);
        self.pay(8, 7, 2 * one);
        if let Some(ceiling) = limits.ceiling {
            let room =
                ceiling.at.minor() - self.ledger.state().books().find(&id("m-3")).unwrap().balance().minor();
            for part in [room / 3, room / 3, room - room / 3 * 2, one] {
                self.pay(2, 3, part);
                self.pay(4, 3, part);
            }
        }
    }

    /// On the last day of an account's first months and on the day after, below the floor of those months.
    pub(super) fn last_of_the_first_months(&mut self, starter: Starter) {
        let Some(floor) = starter.floor else { return };
        let over = self.ledger.day().plus_months(starter.months).unwrap();
        for name in ["s-0", "s-1"] {
            self.by("project_manager", account(name, name));
        }
        for (name, day) in [("s-0", over.minus_days(1).unwrap()), ("s-1", over)] {
            self.close_through(day.minus_days(1).unwrap());
            let pay = transfer(0, 7, self.one() - floor.minor());
            self.ask(name, "participant", Transfer { from: id(name), ..pay });
        }
    }

    /// When the first months are over, others limits hold: to the last unit, and one more.
    pub(super) fn outgrow(&mut self) {
        let Some(starter) = self.design.limits().starter else { return };
        self.last_of_the_first_months(starter);
        self.pass(starter.months * 31);
        let balance =
            |scribe: &Self, n| scribe.ledger.state().books().find(&id(&member(n))).unwrap().balance().minor();
        let floor = self.design.limits().floor.at.minor();
        let room = balance(self, 7) - floor;
        for part in [room + 1, room, 1] {
            self.pay(7, 8, part);
        }
        if let Some(ceiling) = self.design.limits().ceiling {
            let room = ceiling.at.minor() - balance(self, 8);
            for part in [room + 1, room, 1] {
                self.pay(6, 8, part);
            }
        }
    }
}
