"""What becomes of accounts: their states, limits and holders, who leaves, dies, or does nothing for long."""

from plain_words import About, Booked, demand, months_on

TAKES_PART = ("active", "inactive", "leaver")
GONE = ("leaver", "inactive", "blocked", "deceased")


def is_act(what, pays):
    """Whether the holders of an account that pays, or is paid, did something by this."""
    if what in ("transfer", "pay_for_relative", "award"):
        return True
    return what in ("gift", "redeem", "reserve") and pays


class Leaving:
    """The part of the plain books that changes what an account is, and closes it."""

    def ask_change_state(self, order, ask):
        account = self.participant(ask["account"])
        was, will = account.state, ask["state"]

        def effect():
            wrong = was == "closed" or will in ("closed", "candidate") or was == will
            wrong |= was == "candidate" and will in ("inactive", "leaver", "blocked")
            wrong |= was == "deceased" and will in ("active", "inactive", "leaver")
            demand(not wrong, "state_change")
            demand(will != "deceased" or len(account.holders) == 1, "household_continues")

            def book():
                account.become(will, self.day)
                return Booked()

            return book

        return About("change_account_state", account=account.id), effect

    def ask_change_holders(self, order, ask):
        account = self.participant(ask["account"])

        def effect():
            # Somebody who has the role of a participant speaks for themselves.
            if self.design.roles[order.role]["scope"] == "account":
                demand(not set(ask["add"] + ask["remove"]) - {order.actor}, "not_own")
            demand(account.state != "closed", "account_closed")
            demand(set(ask["remove"]) <= set(account.holders), "not_a_holder")
            twice = any(len(set(some)) < len(some) for some in (ask["add"], ask["remove"]))
            demand(not twice and not set(ask["add"]) & set(account.holders), "holder_twice")
            will = [one for one in account.holders if one not in ask["remove"]] + ask["add"]
            demand(will != account.holders, "holders_unchanged")
            demand(account.kind != "person" and 1 <= len(will) <= 20, "holders_wrong")

            def book():
                self.people.update(ask["add"])
                account.holders = will
                return Booked()

            return book

        return About("register_participant", account=account.id), effect

    # Limits of one account.

    def about_limits(self, ask, action):
        account = self.participant(ask["account"])
        demand(account.state != "closed", "account_closed")
        return account, About(action, account=account.id, gains=account.id)

    def check_limits(self, ask):
        floor, ceiling = ask["floor"], ask["ceiling"]
        demand(floor is None or floor == 0 or (floor < 0 and self.design.credit), "limit_wrong")
        demand(ceiling is None or ceiling > 0, "limit_wrong")

    def ask_set_limits(self, order, ask):
        account, about = self.about_limits(ask, "set_limits")

        def effect():
            self.check_limits(ask)
            demand(ask["group"] is None or ask["group"] in self.design.groups, "group_unknown")

            def book():
                account.limits |= {side: ask[side] for side in ("floor", "ceiling", "group")}
                return Booked()

            return book

        return about, effect

    def ask_grant_exception(self, order, ask):
        account, about = self.about_limits(ask, "exceed_limit")

        def effect():
            demand(ask["floor"] is not None or ask["ceiling"] is not None, "exception_empty")
            self.check_limits(ask)
            demand(ask["until"] >= self.day, "dates_wrong")

            def book():
                account.limits["exception"] = ask
                return Booked()

            return book

        return about, effect

    # Leaving.

    def ask_close_account(self, order, ask):
        account = self.participant(ask["account"])
        heir = self.participant(ask["heir"]) if ask.get("heir") else None

        def effect():
            demand(account.state != "closed", "state_change")
            demand(not self.reserved_by(account), "reservation_open")
            died = account.state == "deceased"
            if heir:
                demand(died and self.design.death_to == "heir", "heir_not_possible")
                demand(heir is not account, "self_transfer")
            demand(account.balance >= 0, "in_debt")
            to = self.design.death_to if died and self.design.death_to != "heir" else self.design.balance_to
            if account.balance and heir:
                self.may_receive(heir, account.balance)
            demand(account.balance == 0 or heir or to != "refuse", "balance_left")

            def book():
                booked = Booked()
                self.settle(booked, account, heir, to)
                return booked

            return book

        return About("close_account", account=account.id, gains=heir and heir.id, amount=max(account.balance, 0)), effect

    def reserved_by(self, account):
        return [one for one in self.reservations.values() if one["account"] == account.id]

    def settle(self, booked, account, heir, to):
        """What is left goes on with its dates, and the account is closed."""
        if account.balance:
            units = account.balance
            taken, _ = self.first(self.in_order(account), units)
            self.leg(booked, account, -units, [(lot, -part) for lot, part in taken])
            if heir:
                self.receive(booked, heir, taken)
            elif to == "group":
                self.receive(booked, self.accounts["system:group"], taken)
            else:
                self.away(booked, to, taken)
        account.become("closed", self.day)

    def ask_write_off(self, order, ask):
        account = self.participant(ask["account"])
        debt = abs(account.balance)

        def effect():
            demand(self.design.debt_to != "refuse", "write_off_off")
            demand(account.state in GONE, "not_gone")
            demand(account.balance < 0, "not_in_debt")
            bearer = self.accounts["system:" + self.design.debt_to]
            demand(bearer.id == "system:group" or bearer.balance >= debt, "pot_short")

            def book():
                booked = Booked()
                self.receive(booked, account, self.pay(booked, bearer, debt, order))
                return booked

            return book

        return About("write_off", account=account.id, gains=account.id, amount=debt), effect

    # What time brings.

    def acted(self, what, booked):
        """Whoever does something is active again, and not quiet."""
        for leg in booked.legs:
            account = self.accounts[leg.account]
            if account.takes_part and is_act(what, leg.amount < 0):
                account.acted = self.day
                if account.state == "inactive":
                    account.become("active", self.day)

    def standing(self, today):
        for account in self.members():
            if account.state == "active" and self.design.inactivity:
                self.grow_quiet(account, today)
            elif account.state == "leaver":
                self.see_out(account)

    def grow_quiet(self, account, today):
        since, notice = account.quiet_since, self.design.inactivity.get("notice_days")
        inactive_on = months_on(since, self.design.inactivity["months"])
        warned = self.warned.get(account.id)
        if notice is not None:
            due = inactive_on.toordinal() - notice <= self.day.toordinal()
            if warned is None or warned <= since:
                if due:
                    self.warned[account.id] = today
                return
            if not due or warned.toordinal() + notice > self.day.toordinal():
                return
        if inactive_on <= self.day:
            account.become("inactive", self.day)

    def see_out(self, account):
        """A leaver's account closes when it is empty, or when the time to spend is over."""
        design = self.design
        term = design.spend_out and months_on(account.since, design.spend_out)
        over = bool(term) and term <= self.day and design.balance_to != "refuse"
        empty = account.balance == 0 and design.close_at_zero
        if account.balance >= 0 and not self.reserved_by(account) and (over or empty):
            self.settle(Booked(), account, None, design.balance_to)
