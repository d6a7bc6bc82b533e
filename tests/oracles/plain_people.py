"""What can be asked about people: accounts they open, roles, mandates, facts and welcome gifts.

Each gives what it is about, and a step that checks and then gives the booking: so what must wait for
somebody is checked without being booked.
"""

from datetime import timedelta

from plain_words import FOR_EVER, About, Account, Booked, demand

# What somebody can be mandated to do for a participant.
ACTABLE = {"transfer", "gift", "redeem", "reserve", "record_fact", "close_account", "see_account"}


class PeopleAsks:
    """The part of the plain books that opens accounts, gives roles and records facts."""

    def prepare(self, order):
        return getattr(self, "ask_" + order.what)(order, order.ask)

    def participant(self, name):
        demand(name in self.accounts, "account_unknown")
        account = self.accounts[name]
        demand(account.kind != "chart", "not_a_participant")
        return account

    def ask_open(self, order, ask):
        holders = ask["holders"]
        person = order.actor if order.actor in holders else next(iter(holders), None)

        def effect():
            demand(ask["account"] not in self.accounts, "account_exists")
            many = 1 if ask["kind"] == "person" else 20
            demand(1 <= len(holders) <= many and len(set(holders)) == len(holders), "holders_wrong")

            def book():
                self.people.update(holders)
                self.accounts[ask["account"]] = Account(ask["account"], ask["kind"], list(holders), self.day)
                return Booked()

            return book

        return About("register_participant", person=person), effect

    def ask_appoint(self, order, ask):
        def effect():
            role = self.design.roles.get(ask["role"])
            demand(role, "role_unknown")
            scope, at = role["scope"], ask.get("scope")
            fits = scope == "none" and at is None
            fits |= scope == "partner" and at in self.partners
            fits |= scope == "contact_point" and role.get("function") in self.design.points.get(at, {}).get("functions", [])
            demand(fits, "scope_wrong")
            start, end = ask["from"], ask.get("until") or FOR_EVER
            demand(end >= start and end >= self.day, "dates_wrong")
            for who, what, where, other_start, other_end in self.offices:
                if (who, what, where) == (ask["person"], ask["role"], at):
                    demand(other_end < start or end < other_start, "already_appointed")

            def book():
                self.people.add(ask["person"])
                self.offices.append([ask["person"], ask["role"], at, start, end])
                return Booked()

            return book

        return About("appoint_role"), effect

    def ask_end_role(self, order, ask):
        def effect():
            mine = [
                office
                for office in self.offices
                if office[:3] == [ask["person"], ask["role"], ask.get("scope")] and office[4] > self.day
            ]
            demand(mine, "not_appointed")

            def book():
                mine[-1][4] = self.day
                return Booked()

            return book

        return About("appoint_role"), effect

    def ask_record_fact(self, order, ask):
        def effect():
            demand(ask["person"] in self.people, "person_unknown")
            kind = self.design.facts.get(ask["fact"])
            demand(kind, "fact_unknown")
            words = kind.get("values")
            demand(ask["value"] in words if words else ask["value"] is None, "fact_value")
            by_participant = self.design.roles[order.role]["scope"] == "account"
            demand(kind.get("self_declared", False) or not by_participant, "fact_by_others")
            until = ask["until"] or FOR_EVER
            demand(until >= ask["from"] - timedelta(1), "dates_wrong")

            def book():
                self.facts.append((ask["person"], ask["fact"], ask["value"], ask["from"], until))
                return Booked()

            return book

        return About("record_fact", person=ask["person"]), effect

    def holds(self, person, required, day):
        """Whether a fact holds about somebody on a day: the record made last of those that begin by then."""
        last = None
        for who, fact, value, start, until in self.facts:
            if (who, fact) == (person, required["fact"]) and start <= day:
                last = value, until
        return bool(last) and day <= last[1] and ("is" not in required or last[0] in required["is"])

    def ask_welcome(self, order, ask):
        account = self.participant(ask["account"])
        gift = self.design_on(order.value_day).welcome.get(ask["gift"])
        demand(gift, "welcome_unknown")
        amount = self.design.minor(gift["units"])
        # Once for life: for each person, a household too, an organisation for itself alone.
        had = [("person", holder) for holder in account.holders if account.kind != "organisation"]
        had += [("account", account.id)] if account.kind != "person" else []

        def effect():
            counted = [(("welcomed", ask["gift"], who, "pieces"), 1) for who in had]
            demand(not any(self.counters.get(key) for key, _ in counted), "welcomed_already")
            self.may_receive(account, amount)
            payer = self.accounts["system:" + gift.get("from", "group")]
            demand(payer.id == "system:group" or payer.balance >= amount, "pot_short")

            def book():
                booked = Booked()
                taken = self.pay(booked, payer, amount, order)
                self.receive(booked, account, taken)
                self.count(booked, counted)
                return booked

            return book

        return About("welcome", account=account.id, gains=account.id, amount=amount), effect

    def ask_give_mandate(self, order, ask):
        def effect():
            demand(ask["id"] not in self.mandates, "mandate_exists")
            demand(ask["client"] in self.people and ask["holder"] in self.people, "person_unknown")
            demand(ask["client"] != ask["holder"], "mandate_to_self")
            demand(order.actor != ask["holder"], "mandate_by_holder")
            demand(ask["actions"] and set(ask["actions"]) <= ACTABLE, "mandate_empty")
            demand(ask["until"] >= max(ask["from"], self.day), "dates_wrong")

            def book():
                self.mandates[ask["id"]] = {**ask, "revoked": False}
                return Booked()

            return book

        return About("give_mandate", person=ask["client"]), effect

    def ask_revoke_mandate(self, order, ask):
        mandate = self.mandates.get(ask["id"])
        demand(mandate and not mandate["revoked"], "mandate_unknown")

        def book():
            mandate["revoked"] = True
            return Booked()

        return About("revoke_mandate", person=mandate["client"]), lambda: book
