"""What can be asked about units: rewards, payments, gifts; and whether an account may pay and receive."""

from datetime import timedelta
from fractions import Fraction

from plain_words import About, Booked, demand, rounded


class UnitAsks:
    """The part of the plain books that rewards and spends."""

    def ask_award(self, order, ask):
        account = self.participant(ask["to"])
        line = self.design_on(order.value_day).earning.get(ask["activity"])
        demand(line, "activity_unknown")
        amount = self.earned(line, ask["measured"])
        demand(amount > 0, "nothing_earned")

        def effect():
            contract = self.contract(ask["partner"], "issuing", order.value_day)
            demand("partners" not in line or ask["partner"] in line["partners"], "activity_elsewhere")
            earner = self.earner(ask, account)
            for required in line.get("requires", []) if line.get("when_missing") != "flag" else []:
                who = [earner] if earner else account.holders
                met = (self.holds(holder, required, order.value_day) for holder in who)
                demand(all(met), "fact_missing")
            granted, counted = self.granted(order, ask, line, account, amount)
            counted = counted + self.budget(contract, granted, order.value_day)
            self.may_receive(account, granted)
            if granted == 0:
                return lambda: Booked()  # the effort is on record, and nothing moves
            end, expiry = self.dated(order.value_day), self.design_on(order.value_day).expiry
            if end and end < self.day:
                demand(expiry.get("late_award", "refuse") == "grant", "award_lapsed")
                end = self.day + timedelta(expiry["late_award_days"])

            def book():
                booked, source = Booked(), "issued:" + ask["partner"]
                self.counter_side(booked, source, -granted)
                lot = self.issue(booked, ("award", source), order.value_day, end, None, granted)
                self.receive(booked, account, [(lot, granted)])
                self.count(booked, counted)
                return booked

            return book

        about = About("award", account=account.id, partner=ask["partner"], gains=account.id, amount=amount)
        return about, effect

    def earned(self, line, measured):
        units = self.design.minor(line["units"])
        mode = line.get("step_rounding", "down")
        if line["per"] == "hour":
            step = line["step_minutes"]
            minutes = rounded(Fraction(measured, step), mode) * step
            return rounded(Fraction(units * minutes, 60), line.get("unit_rounding", "down"))
        if line["per"] == "quantity":
            return units * rounded(Fraction(measured, line["quantity"]), mode)
        return units * measured

    def priced(self, order, ask):
        """Units of a payment: as said, or by the minutes of service."""
        if ask.get("minutes") is None:
            return ask["amount"]
        service = self.design.spending.get("service")
        demand(service, "minutes_off")
        step = service["step_minutes"]
        minutes = rounded(Fraction(ask["minutes"], step), service["rounding"]) * step
        units, value = self.design_on(order.value_day).value_on(order.value_day)
        minor = Fraction(minutes, value["minutes"]) * units * 10**self.design.scale
        return rounded(minor, service["rounding"])

    def movement(self, order, ask, action, amount):
        demand(amount > 0, "amount_zero")
        payer, payee = self.participant(ask["from"]), self.participant(ask["to"])
        demand(payer is not payee, "self_transfer")
        return payer, payee, About(action, account=payer.id, debits=True, gains=payee.id, amount=amount)

    def ask_transfer(self, order, ask):
        category = ask.get("category")
        design = self.design_on(order.value_day)
        demand(category not in design.excluded, "activity_excluded")
        demand(not category or category in (design.categories or [category]), "category_unknown")
        amount = self.priced(order, ask)
        payer, payee, about = self.movement(order, ask, "transfer", amount)
        return about, lambda: self.moving(order, payer, payee, amount, True, self.design.renew)

    def ask_pay_for_relative(self, order, ask):
        demand(self.design.spending.get("pay_for_relatives", False), "relatives_off")
        about, effect = self.ask_transfer(order, ask)
        for name in (about.account, about.gains):
            demand(ask["relative"] not in self.accounts[name].holders, "relative_is_party")
        return about, effect

    def ask_gift(self, order, ask):
        demand(self.design.spending.get("gifts", False), "gifts_off")
        amount = ask["amount"]
        giver, payee, about = self.movement(order, ask, "gift", amount)
        on_credit = self.design.spending.get("gifts_from_credit", False)

        def effect():
            if self.design.credit and not on_credit:
                demand(amount <= max(giver.balance, 0), "gift_from_credit")
            return self.moving(order, giver, payee, amount, on_credit, False)

        return about, effect

    def moving(self, order, payer, payee, amount, on_credit, renew):
        self.may_pay(payer, amount, on_credit)
        self.may_receive(payee, amount)

        def book():
            booked = Booked()
            taken = self.pay(booked, payer, amount, order)
            if renew:
                taken = self.renewed(booked, order, payer, taken)
            self.receive(booked, payee, taken)
            return booked

        return book

    def renewed(self, booked, order, payer, taken):
        """Whoever is paid has the units as if they were earned now; what was drawn for it is new already."""
        fresh, end = {lot for lot, _ in booked.issues}, self.credit_end(order)
        origin = "renewed", payer.id
        return [
            (lot if lot in fresh else self.issue(booked, origin, order.value_day, end, lot, units), units)
            for lot, units in taken
        ]

    # Whether an account may pay or receive.

    def may_pay(self, account, amount, on_credit):
        demand(account.state in ("active", "inactive", "leaver"), "may_not_pay")
        if account.state == "leaver":
            demand(amount <= max(account.balance, 0), "leaver_direction")
        limits = self.design.limits_of(account, self.day)
        if on_credit and self.design.credit:
            past = limits["floor"] - account.balance
            self.test(limits["floor_is"], past, past + amount, "insufficient_balance", "debt_stop")
        else:
            demand(account.balance >= amount, "insufficient_balance")

    def may_receive(self, account, amount):
        demand(account.state in ("active", "inactive", "leaver"), "may_not_receive")
        if account.state == "leaver":
            demand(amount <= max(-account.balance, 0), "leaver_direction")
        limits = self.design.limits_of(account, self.day)
        if limits["ceiling"] is not None and amount > 0:
            past = account.balance - limits["ceiling"]
            self.test(limits["ceiling_is"], past, past + amount, "ceiling", "spend_first")

    def test(self, limit, before, after, refused, stopped):
        """How far past a limit a balance was and is, exactly at it being zero."""
        over, edge = limit.get("over", "refuse"), 0 if limit.get("inclusive", True) else -1
        if over == "one_way":
            demand(before <= edge, stopped)
        elif over == "refuse" and limit.get("tested", "after") == "before":
            demand(before < 0, stopped)
        elif over == "refuse":
            demand(after <= edge, refused)
