"""A year of an invented neighbourhood under core/designs/rabot-example.toml.

Nobody in it exists, and nothing in it happened. What is calibrated is the size: the units issued for
activities booked in 2025 follow a yearly budget of 220,000, spread over the months by season.
"""

import calendar
from datetime import date, timedelta

from kit import HOLIDAYS_2025, Chance, Lines, Rough, clock, days

SEED = 20250102
TARGET = 220_000
FIRST, LAST = date(2025, 1, 2), date(2026, 1, 5)
# Shares of the year's budget per month, in per cent: gardens in spring, little in July and August.
SEASON = [6, 7, 9, 10, 11, 10, 6, 5, 10, 10, 9, 7]

PERSONS, HOUSEHOLDS, ORGANISATIONS = 340, 45, 15
ISSUING = {"p-01": "s-050", "p-02": "s-052", "p-03": "s-053", "p-04": "s-054", "p-17": "s-055"}
REDEEMING = {"p-11": "s-061", "p-12": "s-062", "p-13": "s-063", "p-14": "s-051", "p-15": "s-064", "p-16": "s-065", "p-17": "s-066", "p-18": "s-067"}
PRICES = [
    # reward, partner, price, weight
    ("moestuin-maand", "p-11", 30, 10),
    ("bioscoop", "p-12", 60, 7),
    ("busticket", "p-13", 20, 18),
    ("soep", "p-14", 10, 26),
    ("spaarlamp", "p-15", 40, 4),
    ("zwembeurt", "p-16", 25, 12),
    ("bakfiets-dag", "p-11", 50, 4),
    ("kruidenier", "p-17", 10, 20),
    ("kruidenier", "p-18", 10, 14),
]
MANAGER, SYSTEM, ADMIN, DESK = "s-010", "s-900", "s-040", "s-042"
MEDIATORS = ["s-020", "s-021", "m-0031"]
MANDATES_FROM = date(2025, 1, 13)
YOUTH_WORKER, YOUTH_UNTIL = "s-070", date(2025, 6, 30)
MEDIATOR_ENDS = date(2025, 9, 15)


def end_of(day):
    """Twelve months, to the end of the month: as the design says."""
    return date(day.year + 1, day.month, calendar.monthrange(day.year + 1, day.month)[1])


class Account:
    def __init__(self, name, kind, holders, weight):
        self.name, self.kind, self.holders, self.weight = name, kind, holders, weight
        self.state, self.sleeps, self.saves = "new", False, False


class Rabot:
    def __init__(self):
        self.chance, self.lines, self.rough = Chance(SEED), Lines("r25", FIRST), Rough(end_of)
        self.accounts, self.mandates, self.issued, self.issued_2025 = {}, {}, 0, 0
        self.people_met, self.papers, self.done = [], 0, []
        self.payments = []  # lines that can be taken back: (row, from, to, units)

    # Who there is.

    def invent(self):
        chance = self.chance
        accounts = [Account(f"m-{n:04}", "person", [f"m-{n:04}"], 0) for n in range(1, PERSONS + 1)]
        for n in range(1, HOUSEHOLDS + 1):
            own = [f"m-{PERSONS + 3 * n + k:04}" for k in range(chance.between(1, 3))]
            # In some households somebody has an account of their own too.
            shared = [accounts[chance.below(PERSONS)].name] if chance.of(30) or len(own) == 1 else []
            accounts.append(Account(f"h-{n:03}", "household", own + shared, 0))
        accounts += [Account(f"o-{n:02}", "organisation", [f"b-{n:02}"], 0) for n in range(1, ORGANISATIONS + 1)]
        chance.shuffle(accounts)
        for rank, account in enumerate(accounts):
            # The most active earn and spend some thirty times as much as the least.
            account.weight = 1_000_000 // (rank + 14)
            account.saves = chance.of(25)
        # People of the offices who are neighbours too.
        accounts += [Account("m-0901", "person", ["s-050"], 2_000), Account("m-0902", "person", ["s-020"], 2_000)]
        # Some earned in December, before the book began, and are not seen again.
        for account in accounts[-48:-26]:
            account.sleeps = account.kind == "person" and account.name not in MEDIATORS
        self.accounts = {account.name: account for account in accounts}

    def paper(self):
        self.papers += 1
        return f"d-{self.papers:05}"

    def one(self, test=lambda account: True):
        """Somebody active, the active ones more often."""
        pairs = [
            (account, account.weight)
            for account in self.accounts.values()
            if account.state == "active" and not account.sleeps and test(account)
        ]
        return self.chance.weighted(pairs)

    def with_at_least(self, units, test=lambda account: True):
        """Somebody who can pay so much; whoever saves seldom does."""

        def pays(account):
            if self.rough.balance(account.name) < units or not test(account):
                return False
            return not account.saves or self.chance.of(1)

        try:
            return self.one(pays)
        except (IndexError, AssertionError):
            return None

    def holder(self, account):
        return self.chance.pick(account.holders)

    # The first days.

    def found(self):
        add = self.lines.add
        for partner in sorted(set(ISSUING) | set(REDEEMING)):
            roles = [word for word, partners in (("issuing", ISSUING), ("redeeming", REDEEMING)) if partner in partners]
            add("partner", "s-001", "steering_group", partner=partner, item=" ".join(roles))
        for role, holders, there in (("issuing_partner", ISSUING, "s-050"), ("redeeming_partner", REDEEMING, "s-051")):
            for partner, person in holders.items():
                if person != there:
                    add("appoint", MANAGER, "project_manager", person=person, item=role, partner=partner)
        add("appoint", MANAGER, "project_manager", person=DESK, item="redemption_desk", at="cp-1")
        add("appoint", MANAGER, "project_manager", person=YOUTH_WORKER, item="youth_worker", until=YOUTH_UNTIL)

    def enrol(self, account):
        add, holders = self.lines.add, " ".join(account.holders)
        cells = {"account": account.name, "item": account.kind, "person": holders, "place": "cp-1"}
        add("open", ADMIN, "administration_point", evidence=self.paper(), **cells)
        account.state = "active"
        if account.name == "m-0031":
            add("appoint", MANAGER, "project_manager", person="m-0031", item="mediator")

    def give_mandate(self, client, holder, **limits):
        name = f"v-{len(self.mandates) + 1:03}"
        person = client.holders[0]
        cells = {"item": name, "client": person, "person": holder, **limits}
        cells.setdefault("until", date(2025, 12, 31))
        cells.setdefault("actions", "transfer redeem gift")
        if self.chance.of(30):
            self.lines.add("mandate", person, "participant", **cells)
        else:
            self.lines.add("mandate", ADMIN, "administration_point", place="cp-1", for_=person, evidence=self.paper(), **cells)
        self.mandates[name] = {"client": client, "holder": holder, "left": limits.get("per_month"), "until": cells["until"]}

    # What happens. Each writes one line or more; some come back to it on a later day.

    def late(self):
        """The day of the activity: mostly today or the days before, inside the late window."""
        back = self.chance.weighted([(0, 62), (1, 14), (2, 8), (3, 5), (5, 4), (7, 3), (11, 2), (14, 2)])
        return self.lines.day - timedelta(back)

    def effort(self):
        """An activity in season: (activity, partner, what is measured, units)."""
        chance, month = self.chance, self.lines.day.month
        spring, autumn = month in (3, 4, 5), month in (9, 10)
        activity = chance.weighted([
            ("buurtwerk", 100),
            ("bloembak", 14 if month in (4, 5, 6) else 1),
            ("gevelgroen", 5 if spring or autumn else 1),
            ("groene-stroom", 2),
            ("compost", 22 if month in range(3, 12) else 5),
        ])
        if activity == "compost":
            kilos = chance.between(8, 60)
            return activity, "p-02", str(kilos), kilos // 10 * 5
        if activity == "buurtwerk":
            quarters = chance.weighted([(2, 5), (4, 24), (5, 4), (6, 14), (8, 28), (10, 7), (12, 13), (16, 6), (24, 1)])
            minutes = quarters * 15 + chance.weighted([(0, 80), (-5, 8), (4, 6), (8, 6)])
            partner = chance.weighted([("p-01", 45), ("p-03", 25), ("p-04", 20), ("p-17", 10)])
            return activity, partner, clock(minutes), (minutes + 7) // 15 * 25 // 4
        units = {"bloembak": 10, "gevelgroen": 50, "groene-stroom": 100}[activity]
        count = 2 if activity == "bloembak" and chance.of(10) else 1
        return activity, chance.pick(["p-01", "p-03"]), str(count), count * units

    def came_in(self, account, units, on):
        self.rough.earn(account.name, units, on)
        self.issued += units

    def award(self):
        chance, add = self.chance, self.lines.add
        activity, partner, measured, units = self.effort()
        if units == 0:
            return
        account, on = self.one(lambda account: account.kind != "organisation"), self.late()
        operator, person = ISSUING[partner], self.holder(account)
        if operator in account.holders:
            return
        cells = {"partner": partner, "account": account.name, "item": activity, "measured": measured}
        how = chance.weighted([("operator", 78), ("claim", 13), ("mediator", 4), ("office", 3), ("manager", 1), ("youth", 1)])
        if how == "operator":
            row = add("award", operator, "issuing_partner", on, **cells)
            self.came_in(account, units, on)
            self.payments.append((row, None, account, units))
        elif how == "office":
            add("award", "s-041", "exchange_office", on, place="cp-1", for_=person, evidence=self.paper(), **cells)
            self.came_in(account, units, on)
        elif how == "claim":
            self.claim(account, person, operator, units, on, cells)
        else:
            actor, role = {
                "mediator": (chance.pick(MEDIATORS[:2]), "mediator"),
                "manager": (MANAGER, "project_manager"),
                "youth": (YOUTH_WORKER, "youth_worker"),
            }[how]
            if self.lines.day > (YOUTH_UNTIL if how == "youth" else MEDIATOR_ENDS) and actor in (YOUTH_WORKER, "s-021"):
                return
            if actor in account.holders:
                return
            row = add("award", actor, role, on, **cells)
            self.lines.plan(chance.between(0, 4), lambda: self.confirm(row, operator, account, units, on))

    def confirm(self, row, operator, account, units, on):
        self.lines.add("confirm", operator, "issuing_partner", refers=row)
        self.came_in(account, units, on)

    def claim(self, account, person, operator, units, on, cells):
        chance, add = self.chance, self.lines.add
        row = add("claim", person, "participant", on, **cells)
        end = chance.weighted([("confirm", 80), ("reject", 8), ("withdraw", 6), ("expire", 6)])
        wait = chance.weighted([(0, 20), (1, 25), (2, 20), (4, 15), (7, 12), (12, 8)])
        if end == "confirm":
            self.lines.plan(wait, lambda: self.confirm(row, operator, account, units, on))
        elif end == "reject":
            reason = chance.pick(["not-agreed", "double-claim", "other-partner"])
            self.lines.plan(wait, lambda: add("reject", operator, "issuing_partner", refers=row, reason=reason))
        elif end == "withdraw":
            self.lines.plan(wait, lambda: add("withdraw", person, "participant", refers=row))
        elif chance.of(20):
            # Confirmed when it no longer waits.
            self.lines.plan(chance.between(32, 40), lambda: add("confirm", operator, "issuing_partner", refers=row))

    def transfer(self):
        chance, add = self.chance, self.lines.add
        units = chance.weighted([(5, 25), (10, 30), (12, 8), (15, 12), (20, 10), (25, 10), (40, 5)])
        payer = self.with_at_least(units)
        if payer is None:
            return
        payee = self.one(lambda account: account is not payer)
        cells = {"from_": payer.name, "to": payee.name, "amount": units}
        if chance.of(40):
            cells["offer"] = f"v{self.lines.day.month:02}-{chance.between(1, 80):03}"
        if chance.of(9):
            row = add("transfer", "s-041", "exchange_office", place="cp-1", for_=self.holder(payer), evidence=self.paper(), **cells)
        else:
            row = add("transfer", self.holder(payer), "participant", self.late() if chance.of(5) else None, **cells)
        self.rough.move(payer.name, payee.name, units)
        self.payments.append((row, payer, payee, units))

    def gift(self):
        units = self.chance.weighted([(5, 30), (10, 40), (25, 20), (50, 10)])
        giver = self.with_at_least(units)
        if giver is None:
            return
        payee = self.one(lambda account: account is not giver)
        self.lines.add("gift", self.holder(giver), "participant", from_=giver.name, to=payee.name, amount=units)
        self.rough.move(giver.name, payee.name, units)

    def pay_for(self):
        units = self.chance.weighted([(10, 40), (15, 30), (25, 30)])
        payer = self.with_at_least(units)
        if payer is None:
            return
        payee = self.one(lambda account: account is not payer)
        # Relatives need no account; some of them have one nobody here is party to.
        relative = f"f-{self.chance.between(1, 60):03}"
        self.lines.add("pay_for", self.holder(payer), "participant", from_=payer.name, to=payee.name, relative=relative, amount=units)
        self.rough.move(payer.name, payee.name, units)

    def redeem(self):
        chance, add = self.chance, self.lines.add
        reward, partner, price = chance.weighted([((r, p, c), w) for r, p, c, w in PRICES])
        count = chance.weighted([(1, 76), (2, 18), (3, 6)]) if price <= 30 else 1
        account = self.with_at_least(price * count)
        if account is None:
            return
        person = self.holder(account)
        cells = {"account": account.name, "partner": partner, "item": reward}
        if count > 1:
            cells["measured"] = count
        how = chance.weighted([("self", 46), ("partner", 30), ("desk", 24)])
        if how == "self":
            row = add("redeem", person, "participant", **cells)
        elif how == "partner":
            row = add("redeem", REDEEMING[partner], "redeeming_partner", for_=person, evidence=self.paper(), **cells)
        else:
            row = add("redeem", DESK, "redemption_desk", place=chance.pick(["cp-1", "cp-2", "cp-2"]), for_=person, **cells)
        self.rough.go(account.name, price * count)
        self.payments.append((row, account, None, price * count))

    def mediate(self):
        """A mediator acts for a client."""
        chance, add, day = self.chance, self.lines.add, self.lines.day
        usable = [one for one in self.mandates.values() if one["until"] >= day and not one.get("revoked")]
        usable = [one for one in usable if one["client"].state == "active" and not (one["holder"] == "s-021" and day > MEDIATOR_ENDS)]
        if not usable:
            return
        mandate = chance.pick(usable)
        client, holder = mandate["client"], mandate["holder"]
        payee = self.one(lambda account: account is not client and holder not in account.holders)
        cells = {"for_": client.holders[0], "from_": client.name, "to": payee.name}
        what = chance.weighted([("redeem", 55), ("transfer", 38), ("gift", 7)])
        units = 10 if what != "transfer" else chance.pick([5, 10, 15, 20])
        if self.rough.balance(client.name) < units:
            return
        if what == "redeem":
            add("redeem", holder, "mediator", for_=client.holders[0], account=client.name, partner="p-14", item="soep")
            self.rough.go(client.name, units)
        elif what == "transfer":
            add("transfer", holder, "mediator", amount=units, **cells)
            self.rough.move(client.name, payee.name, units)
        else:
            # A gift through a mediator takes a second person: the client, or the office with evidence.
            row = add("gift", holder, "mediator", amount=units, **cells)
            if chance.of(60):
                self.lines.plan(1, lambda: add("confirm", client.holders[0], "participant", refers=row))
            else:
                self.lines.plan(1, lambda: add(
                    "confirm", "s-041", "exchange_office", place="cp-1", for_=client.holders[0], evidence=self.paper(), refers=row,
                ))
            self.rough.move(client.name, payee.name, units)

    def mistake(self):
        """A wrong line, and how it is put right."""
        chance, add = self.chance, self.lines.add
        recent = [one for one in self.payments[-150:] if all(side is None or side.state == "active" for side in one[1:3])]
        if not recent:
            return
        row, payer, payee, units = chance.pick(recent)
        self.payments.remove((row, payer, payee, units))
        wait = chance.weighted([(0, 45), (1, 35), (3, 15), (9, 4), (20, 1)])
        part = units // 2 if chance.of(20) and units > 5 else None
        reason = chance.pick(["typing-error", "wrong-person", "not-delivered"])

        def approve(proposal):
            if chance.of(85):
                add("confirm", MANAGER, "project_manager", refers=proposal)
                put_back()
            else:
                add("reject", MANAGER, "project_manager", refers=proposal, reason="no-mistake")

        def put_back():
            if payer and payee:
                self.rough.move(payee.name, payer.name, part or units)
            elif payee:
                self.rough.go(payee.name, part or units)
                self.issued -= part or units
            elif payer:
                self.rough.earn(payer.name, part or units, self.lines.day)

        def correct():
            cells = {"refers": row, "reason": reason, "amount": part}
            if chance.of(55):
                add("reverse", MANAGER, "project_manager", **cells)
                put_back()
                return
            if payer is None:
                # Who rewarded too much says so, and the manager approves.
                booked = next(line for line in reversed(self.lines.rows) if line["line"] == row)
                proposal = add("reverse", booked["actor"], "issuing_partner", **cells)
            else:
                proposal = add("reverse", self.holder(payer), "participant", **cells)
            self.lines.plan(chance.between(0, 2), lambda: approve(proposal))

        self.lines.plan(wait, correct)

    def office_slip(self):
        """The exchange office notices its own slip the same day; the manager approves in time, or not."""
        chance, add = self.chance, self.lines.add
        payer = self.with_at_least(20)
        if payer is None:
            return
        payee = self.one(lambda account: account is not payer)
        row = add(
            "transfer", "s-041", "exchange_office", place="cp-1", for_=self.holder(payer), evidence=self.paper(),
            from_=payer.name, to=payee.name, amount=20,
        )
        proposal = add("reverse", "s-041", "exchange_office", place="cp-1", refers=row, reason="typing-error")
        # On a later day the office may no longer do it, and so nobody can complete it.
        self.lines.plan(0 if chance.of(75) else 1, lambda: add("confirm", MANAGER, "project_manager", refers=proposal))

    # What the books must refuse.

    def refusal(self):
        chance, add, day = self.chance, self.lines.add, self.lines.day
        somebody = self.one()
        other = self.one(lambda account: not set(account.holders) & set(somebody.holders))
        me, you = self.holder(somebody), self.holder(other)
        pay = {"from_": somebody.name, "to": other.name}
        work = {"partner": "p-01", "account": somebody.name, "item": "buurtwerk", "measured": "2:00"}
        soup = {"account": somebody.name, "partner": "p-14", "item": "soep"}
        more = self.rough.balance(somebody.name) + chance.between(30, 300)
        asleep = chance.pick([account for account in self.accounts.values() if account.sleeps])
        rows = self.lines.rows

        def over_mandate():
            usable = [one for one in self.mandates.values() if one["until"] >= day and not one.get("revoked") and one["holder"] != "s-021"]
            one = chance.pick(usable)
            client = one["client"]
            add("transfer", one["holder"], "mediator", for_=client.holders[0], from_=client.name, to="o-01", amount=101)

        def conflict():
            usable = [one for one in self.mandates.values() if one["holder"] == "s-020" and one["until"] >= day]
            one = chance.pick(usable)
            add("transfer", "s-020", "mediator", for_=one["client"].holders[0], from_=one["client"].name, to="m-0902", amount=5)

        def earlier_day():
            row = add("transfer", me, "participant", amount=5, **pay)
            rows[-1]["day"] = day - timedelta(chance.between(2, 6))
            return row

        def same_reference():
            row = next(row for row in reversed(rows[-300:]) if row["what"] == "transfer" and "activity_day" not in row)
            copy = {**row, "amount": int(row["amount"]) + 1}
            self.lines.again(copy)

        def twice_reversed():
            done = [row for row in rows[-900:] if row["what"] == "reverse" and row["actor"] == MANAGER]
            if done:
                add("reverse", MANAGER, "project_manager", refers=chance.pick(done)["refers"], reason="typing-error")

        def old_reversal():
            row = next(row for row in rows if row["what"] == "transfer" and row["day"] < day - timedelta(61))
            add("reverse", MANAGER, "project_manager", refers=row["line"], reason="typing-error")

        def own_claim():
            row = add("claim", me, "participant", **work)
            add("confirm", me, "participant", refers=row)
            add("withdraw", you, "participant", refers=row)
            add("withdraw", me, "participant", refers=row)

        def transfer_to(**cells):
            return lambda: add("transfer", me, "participant", **{**pay, "amount": 10, **cells})

        def award_of(**cells):
            return lambda: add("award", "s-050", "issuing_partner", **{**work, **cells})

        kinds = [
            (transfer_to(amount=more), 24),
            (lambda: add("redeem", me, "participant", **soup, measured=more // 10 + 1), 26),
            (lambda: add("gift", me, "participant", amount=more, **pay), 5),
            (transfer_to(to=f"m-{chance.between(2000, 9999)}"), 6),
            (transfer_to(amount=0), 4),
            (transfer_to(to=somebody.name), 3),
            (lambda: add("transfer", you, "participant", amount=5, **pay), 7),
            (lambda: add("transfer", f"m-{chance.between(2000, 9999)}", "participant", amount=5, **pay), 3),
            (lambda: add("transfer", "s-030", "auditor", amount=5, **pay), 2),
            (lambda: add("transfer", me, "bookkeeper", amount=5, **pay), 2),
            (lambda: add("transfer", "s-041", "exchange_office", place="cp-1", for_=me, amount=5, **pay), 4),
            (lambda: add("transfer", "s-041", "exchange_office", place="cp-1", evidence=self.paper(), amount=5, **pay), 3),
            (lambda: add("transfer", "s-041", "exchange_office", evidence=self.paper(), for_=me, amount=5, **pay), 2),
            (lambda: add("transfer", "s-041", "exchange_office", place="cp-2", evidence=self.paper(), for_=me, amount=5, **pay), 2),
            (lambda: add("pay_for", me, "participant", relative=you, amount=5, **pay), 3),
            (award_of(account="m-0901"), 4),
            (award_of(partner="p-03"), 4),
            (award_of(measured="0:05"), 4),
            (award_of(item="compost", measured="30"), 3),
            (award_of(item="rommelmarkt"), 3),
            (lambda: add("award", "s-066", "redeeming_partner", **work), 2),
            (lambda: add("award", "s-050", "issuing_partner", day - timedelta(chance.between(15, 45)), **work), 10),
            (lambda: add("award", "s-050", "issuing_partner", day + timedelta(chance.between(1, 5)), **work), 4),
            (lambda: add("redeem", me, "participant", account=somebody.name, partner="p-13", item="soep"), 3),
            (lambda: add("redeem", me, "participant", account=somebody.name, partner="p-14", item="taart"), 2),
            (lambda: add("redeem", DESK, "redemption_desk", place="cp-2", **soup), 3),
            (lambda: add("redeem", me, "participant", account=somebody.name, partner="p-01", item="kruidenier"), 2),
            (lambda: add("redeem", "s-020", "mediator", for_=asleep.holders[0], account=asleep.name, partner="p-14", item="soep"), 4),
            (lambda: add("open", ADMIN, "administration_point", place="cp-1", account=somebody.name, item="person", person=f"m-{chance.between(2000, 9999)}"), 2),
            (lambda: add("open", ADMIN, "administration_point", place="cp-1", account=f"m-{chance.between(2000, 9999)}", item="person", person=f"{me} {you}"), 1),
            (lambda: add("mandate", ADMIN, "administration_point", place="cp-1", for_=me, evidence=self.paper(), item="v-900", client=me, person=ADMIN, actions="redeem", until=date(2025, 12, 31)), 1),
            (lambda: add("confirm", "s-050", "issuing_partner", refers="r24-00017"), 2),
            (lambda: add("reverse", MANAGER, "project_manager", refers="r24-00018"), 2),
            (lambda: add("notice", SYSTEM, "system", account=somebody.name, until=date(2025, 6, 30), item="delivered"), 1),
            (earlier_day, 6),
            (same_reference, 4),
            (twice_reversed, 4),
            (own_claim, 3),
        ]
        if day > MANDATES_FROM:
            kinds += [(over_mandate, 5), (conflict, 4)]
        if day > date(2025, 4, 1):
            kinds.append((old_reversal, 3))
        if day > YOUTH_UNTIL:
            kinds.append((lambda: add("award", YOUTH_WORKER, "youth_worker", **work), 3))
        if day > MEDIATOR_ENDS:
            kinds.append((lambda: add("award", "s-021", "mediator", **work), 3))
        chance.weighted(kinds)()

    def unreadable(self, which):
        """A line nobody can read: each in its own way."""
        cells = {"from_": "m-0007", "to": "m-0008", "amount": 10}
        add, row = self.lines.add, lambda: self.lines.rows[-1]
        add("transfer", "m-0007", "participant", **cells)
        row().update([
            {"amount": "tien"},
            {"what": "verkoop"},
            {"day": "2025-02-30"},
            {"amount": "1.250,00"},
            {"actor": "M 0007"},
            {"what": "award", "measured": "anderhalf uur"},
            {"day": "5 mei 2025"},
            {"amount": ""},
            {"to": "m-0008;m-0009"},
        ][which])

    # The course of the year.

    def comings_and_goings(self):
        """What is known beforehand: dates of blocks, leavers, the end of a role."""
        day, add, chance = self.lines.day, self.lines.add, self.chance

        def state(account, word, reason):
            add("state", MANAGER, "project_manager", account=account.name, item=word, reason=reason)

        def pays(account):
            payee = self.one(lambda other: other is not account)
            add("transfer", account.holders[0], "participant", from_=account.name, to=payee.name, amount=5)

        if day.day == 3 and day.month in (3, 5, 7, 9, 11):
            account = self.with_at_least(20, lambda account: account.kind == "person" and account.name not in MEDIATORS)
            account.state = "blocked"
            state(account, "blocked", "checks-under-way")
            self.lines.plan(2, lambda: pays(account))
            self.lines.plan(5, lambda: add("gift", self.holder(self.one()), "participant", from_=self.one().name, to=account.name, amount=5))

            def unblock():
                state(account, "active", "checks-done")
                account.state = "active"

            self.lines.plan(12, unblock)
        if day.day == 10 and day.month in (2, 4, 6, 8, 10, 12):
            account = self.with_at_least(10, lambda account: account.kind == "person" and account.name not in MEDIATORS)
            account.state = "leaver"
            state(account, "leaver", "moves-away")
            self.lines.plan(3, lambda: add(
                "redeem", account.holders[0], "participant", account=account.name, partner="p-14", item="soep",
            ))
            self.lines.plan(5, lambda: add("award", "s-050", "issuing_partner", partner="p-01", account=account.name, item="buurtwerk", measured="1:00"))
            if day.month % 4 == 0:
                # The member asks, the manager does it.
                def asks():
                    row = add("close", account.holders[0], "participant", account=account.name)
                    self.lines.plan(2, lambda: add("confirm", MANAGER, "project_manager", refers=row))

                self.lines.plan(15, asks)
            else:
                self.lines.plan(15, lambda: add("close", MANAGER, "project_manager", account=account.name))
            self.lines.plan(20, lambda: pays(account))
        if (day.month, day.day) in ((3, 20), (10, 7)):
            account = self.with_at_least(10, lambda account: account.kind == "person" and account.name not in MEDIATORS)
            account.state = "deceased"
            state(account, "deceased", "deceased")
            self.lines.plan(25, lambda: add("close", MANAGER, "project_manager", account=account.name))
        if day == MEDIATOR_ENDS:
            add("end_role", MANAGER, "project_manager", person="s-021", item="mediator")
        if (day.month, day.day) in ((5, 6), (8, 12), (10, 14)):
            usable = [(name, one) for name, one in self.mandates.items() if not one.get("revoked")]
            name, one = chance.pick(usable)
            one["revoked"] = True
            client = one["client"].holders[0]
            add("revoke", client, "participant", item=name)
            self.lines.plan(1, lambda: add(
                "transfer", one["holder"], "mediator", for_=client, from_=one["client"].name, to="o-01", amount=5,
            ))

    def notices(self):
        """What became of the notices that are given now: all reached, except where nobody opens."""
        day, add = self.lines.day, self.lines.add
        ends = {date(2025, 12, 1): date(2025, 12, 31), date(2026, 1, 2): date(2026, 1, 31)}
        if day not in ends:
            return
        holders = [
            account for account in self.accounts.values()
            if self.rough.held.get(account.name, {}).get(ends[day], 0) > 0 and account.state in ("active", "blocked")
        ]
        for place, account in enumerate(holders):
            outcome = "undeliverable" if account.sleeps and place % 4 == 0 else "delivered"
            cells = {"account": account.name, "until": ends[day], "item": outcome}
            if place % 9 == 4:
                continue  # Nobody says what became of it, and so nothing lapses.
            wait = 3 if place % 5 == 2 else 0
            self.lines.plan(wait, lambda cells=cells: add("notice", SYSTEM, "system", **cells))
        for act in self.lines.due():
            act()

    def budget_until(self, day):
        """Units the year should have issued by a day."""
        months = TARGET * sum(SEASON[: day.month - 1]) // 100
        return months + TARGET * SEASON[day.month - 1] // 100 * day.day // calendar.monthrange(day.year, day.month)[1]

    def one_day(self, day):
        chance, lines = self.chance, self.lines
        lines.at(day)
        weekend, shut = day.weekday() == 6, day in HOLIDAYS_2025
        if shut:
            return
        if day == FIRST:
            self.found()
        for account in self.joining(day):
            self.enrol(account)
        if not weekend:
            self.comings_and_goings()
            self.notices()
            for act in lines.due():
                act()
        if day.year > 2025:
            return
        if day < date(2025, 1, 9):
            for account in [one for one in self.accounts.values() if one.sleeps and one.state == "active"]:
                if account.name not in self.done:
                    self.done.append(account.name)
                    on = date(2024, 12, 31) - timedelta(chance.between(0, 9))
                    lines.add("award", "s-050", "issuing_partner", on, partner="p-01", account=account.name, item="buurtwerk", measured="2:00")
                    self.came_in(account, 50, on)
        busy = [76, 80, 88, 90, 94, 89, 66, 60, 90, 90, 87, 78][day.month - 1] * (12 if weekend else 70 if day.weekday() == 5 else 100) // 100
        if day < date(2025, 1, 20):
            busy = busy * (day.day + 6) // 26
        acts = []
        for act, per_thousand in (
            (self.redeem, 290), (self.transfer, 200), (self.gift, 32), (self.pay_for, 22), (self.mediate, 22),
        ):
            acts += [act] * self.share(busy * per_thousand)
        if not weekend:
            for act, per_thousand in ((self.mistake, 12), (self.office_slip, 2), (self.refusal, 24)):
                acts += [act] * self.share(busy * per_thousand)
        chance.shuffle(acts)
        behind = max(0, self.budget_until(day) - self.issued)
        awards = 0 if weekend else behind // 46
        places = sorted(chance.below(len(acts) + 1) for _ in range(awards))
        for place in reversed(places):
            acts.insert(place, self.award)
        before = len(lines.rows)
        for act in acts:
            act()
        for act in lines.due():
            act()
        if day == date(2025, 2, 3) or (day.day in (5, 17) and day.month % 4 == 1 and not weekend):
            self.unreadable(self.bad)
            self.bad = (self.bad + 1) % 9
        self.send_again(before)

    bad = 0

    def share(self, thousandths):
        whole, rest = divmod(thousandths, 1000)
        return whole + (self.chance.below(1000) < rest)

    def send_again(self, before):
        """One line in a hundred is sent a second time, the same day or a few days later."""
        chance, lines = self.chance, self.lines
        for row in lines.rows[before:]:
            if row["day"] != lines.day or row["what"] not in ("award", "transfer", "redeem", "gift", "claim", "confirm"):
                continue
            if chance.of(1):
                wait = chance.weighted([(0, 60), (1, 25), (4, 15)])
                if wait == 0:
                    lines.again(row)
                else:
                    lines.plan(wait, lambda row=row: lines.again(row))

    def joining(self, day):
        """Most join in the first week; the others all through the year."""
        new = [account for account in self.accounts.values() if account.state == "new"]
        if day <= date(2025, 1, 8):
            early = [account for account in new if account.sleeps or account.name in ("m-0031", "m-0901", "m-0902", "o-01", "m-0007", "m-0008")]
            return early + [account for account in new if account not in early][:52]
        if day == LAST or (day.weekday() < 5 and self.chance.of(26)):
            return new[:1]
        return []

    def give_mandates(self, day):
        if day == MANDATES_FROM:
            clients = [account for account in self.accounts.values() if account.state == "active" and not account.sleeps and account.kind == "person"]
            clients = [account for account in clients if account.name not in ("m-0031", "m-0901", "m-0902")]
            self.chance.shuffle(clients)
            for place, client in enumerate(clients[:36]):
                limits = [{"per_order": 60, "per_month": 150}, {"per_order": 40}, {"per_month": 100}, {"per_order": 60}][place % 4]
                if place % 6 == 5:
                    limits["until"] = date(2025, 6, 30)
                self.give_mandate(client, MEDIATORS[place % 3], **limits)

    def year(self):
        self.invent()
        for day in days(FIRST, LAST):
            self.lines.at(day)
            if day not in HOLIDAYS_2025 and day.weekday() != 6:
                self.give_mandates(day)
            self.one_day(day)
        return self.lines


def generate():
    return {"daybook.csv": Rabot().year().text()}
