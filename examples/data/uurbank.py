"""A year of an invented time bank under core/designs/uurbank-example.toml: nobody in it exists.

Everybody starts at nothing; whoever is helped goes into the red for as long as it took, in quarters of
an hour rounded up, and at ten hours in the red one must earn first.
"""

from datetime import date, timedelta

from kit import HOLIDAYS_2025, Chance, Lines, clock, days

SEED = 20250106
FIRST, LAST = date(2025, 1, 6), date(2025, 12, 31)
MEMBERS, ORGANISATIONS = 58, 4
MANAGER, ADMIN, MEDIATOR = "s-010", "s-040", "s-020"
MANDATES_FROM = date(2025, 1, 20)
FLOOR = -1_000


def charged(minutes):
    """Hundredths of an hour: quarters of an hour, rounded up."""
    return -(-minutes // 15) * 25


class Uurbank:
    def __init__(self):
        self.chance, self.lines = Chance(SEED), Lines("u25", FIRST)
        self.balance, self.state, self.given, self.needs = {}, {}, {}, {}
        self.services, self.mandates, self.bad = [], [], 0

    def enrol(self):
        chance, add = self.chance, self.lines.add
        names = [f"u-{n:03}" for n in range(1, MEMBERS + 1)] + [f"o-{n:02}" for n in range(1, ORGANISATIONS + 1)]
        for place, name in enumerate(names):
            kind = "person" if name.startswith("u") else "organisation"
            person = name if kind == "person" else f"b-{name[2:]}"
            paper = f"d-{place + 1:04}"
            add("open", ADMIN, "administration_point", place="cp-1", account=name, item=kind, person=person, evidence=paper)
            self.balance[name], self.state[name] = 0, "active"
            # Whoever takes part much, gives and asks; but some ask more than they can give.
            self.given[name] = chance.weighted([(3, 30), (8, 40), (20, 20), (45, 10)])
            self.needs[name] = self.given[name] * chance.weighted([(50, 25), (100, 50), (180, 25)]) // 100

    def person(self, name):
        return name if name.startswith("u") else f"b-{name[2:]}"

    def one(self, weights, test=lambda name: True):
        pairs = [(name, weight) for name, weight in weights.items() if self.state[name] == "active" and test(name)]
        return self.chance.weighted(pairs)

    def move(self, payer, payee, units):
        self.balance[payer] -= units
        self.balance[payee] += units

    def on(self):
        return self.lines.day - timedelta(self.chance.weighted([(0, 55), (1, 18), (2, 10), (4, 9), (7, 8)]))

    def service(self):
        chance, add = self.chance, self.lines.add
        # Whoever is in debt knows it, mostly, and waits; some do not.
        payer = self.one(self.needs, lambda name: self.balance[name] > FLOOR or chance.of(5))
        payee = self.one(self.given, lambda name: name != payer)
        minutes = chance.weighted([(30, 12), (45, 12), (52, 6), (60, 24), (61, 3), (70, 8), (90, 16), (120, 12), (180, 5), (240, 2)])
        cells = {"from_": payer, "to": payee, "measured": clock(minutes)}
        if chance.of(35):
            cells["offer"] = f"n{self.lines.day.month:02}-{chance.between(1, 40):03}"
        row = add("transfer", self.person(payer), "participant", self.on(), **cells)
        if self.balance[payer] > FLOOR:
            units = charged(minutes)
            self.move(payer, payee, units)
            self.services.append((row, payer, payee, units))

    def in_hours(self):
        """A payment written in hours instead of by the clock."""
        payer = self.one(self.needs, lambda name: self.balance[name] > FLOOR)
        payee = self.one(self.given, lambda name: name != payer)
        text, units = self.chance.pick([("0,50", 50), ("1", 100), ("1,25", 125), ("2", 200)])
        self.lines.add("transfer", self.person(payer), "participant", from_=payer, to=payee, amount=text)
        self.move(payer, payee, units)

    def gift(self):
        giver = self.one(self.given)
        payee = self.one(self.needs, lambda name: name != giver)
        text, units = self.chance.pick([("0,50", 50), ("1", 100), ("2", 200)])
        self.lines.add("gift", self.person(giver), "participant", from_=giver, to=payee, amount=text)
        if self.balance[giver] >= units:
            self.move(giver, payee, units)

    def mediate(self):
        client = self.chance.pick(self.mandates)
        payee = self.one(self.given, lambda name: name != client)
        minutes = self.chance.pick([45, 60, 75])
        self.lines.add("transfer", MEDIATOR, "mediator", self.on(), for_=client, from_=client, to=payee, measured=clock(minutes))
        if self.balance[client] > FLOOR:
            self.move(client, payee, charged(minutes))

    def mistake(self):
        if not self.services:
            return
        row, payer, payee, units = self.chance.pick(self.services[-60:])
        self.services.remove((row, payer, payee, units))
        add = self.lines.add

        def right():
            if self.chance.of(60):
                add("reverse", MANAGER, "project_manager", refers=row, reason="typing-error")
            else:
                proposal = add("reverse", self.person(payer), "participant", refers=row, reason="not-delivered")
                self.lines.plan(1, lambda: add("confirm", MANAGER, "project_manager", refers=proposal))
            self.move(payee, payer, units)

        self.lines.plan(self.chance.weighted([(0, 4), (1, 4), (6, 2)]), right)

    def refusal(self):
        chance, add, day = self.chance, self.lines.add, self.lines.day
        payer = self.one(self.needs, lambda name: self.balance[name] > FLOOR)
        payee = self.one(self.given, lambda name: name != payer)
        me, pay = self.person(payer), {"from_": payer, "to": payee}
        kinds = [
            (lambda: add("transfer", me, "participant", day - timedelta(chance.between(8, 30)), measured="1:00", **pay), 4),
            (lambda: add("transfer", me, "participant", measured="0:00", **pay), 2),
            (lambda: add("transfer", me, "participant", measured="1:00", from_=payer, to=payer), 2),
            (lambda: add("transfer", self.person(payee), "participant", measured="1:00", **pay), 4),
            (lambda: add("transfer", me, "participant", measured="1:00", from_=payer, to="u-777"), 2),
            (lambda: add("pay_for", me, "participant", measured="1:00", relative="f-001", **pay), 2),
            (lambda: add("gift", me, "participant", amount="60", **pay), 4),
            (lambda: add("award", MANAGER, "project_manager", partner="p-01", account=payer, item="buurtwerk", measured="1:00"), 1),
            (lambda: add("close", MANAGER, "project_manager", account=payee), 1),
            (lambda: add("transfer", MEDIATOR, "mediator", for_=me, measured="1:00", **pay), 1 if payer in self.mandates else 3),
            (lambda: add("transfer", "s-040", "administration_point", place="cp-1", measured="1:00", **pay), 1),
        ]
        chance.weighted(kinds)()

    def unreadable(self):
        self.lines.add("transfer", "u-001", "participant", from_="u-001", to="u-002", measured="1:00")
        changes = [{"measured": "1u30"}, {"measured": "1:75"}, {"amount": "1"}, {"measured": "", "amount": "1.000,25"}]
        self.lines.rows[-1].update(changes[self.bad % 4])
        self.bad += 1

    def one_day(self, day):
        chance, lines = self.chance, self.lines
        lines.at(day)
        if day == FIRST:
            self.enrol()
        if day == MANDATES_FROM:
            for place, client in enumerate(["u-003", "u-017", "u-029", "u-041"]):
                lines.add(
                    "mandate", ADMIN, "administration_point", place="cp-1", for_=client, evidence=f"d-{900 + place}",
                    item=f"v-{place + 1:02}", client=client, person=MEDIATOR, actions="transfer", until=date(2025, 12, 31),
                    per_order="2", per_month="6",
                )
                self.mandates.append(client)
        for act in lines.due():
            act()
        if (day.month, day.day) in ((4, 8), (9, 9)):
            leaver = self.one({name: 1 for name in self.balance}, lambda name: name not in self.mandates and name.startswith("u"))
            self.state[leaver] = "leaver"
            lines.add("state", MANAGER, "project_manager", account=leaver, item="leaver", reason="moves-away")
            # Back to nothing by one last exchange, or by a gift; then the account can be closed.
            left, other = self.balance[leaver], "o-01"
            text = f"{abs(left) // 100},{abs(left) % 100:02}"
            lines.plan(9, lambda: lines.add("close", MANAGER, "project_manager", account=leaver))
            if left > 0:
                lines.plan(12, lambda: lines.add("gift", leaver, "participant", from_=leaver, to=other, amount=text))
                self.move(leaver, other, left)
            elif left < 0:
                lines.plan(12, lambda: lines.add("transfer", "b-01", "participant", from_=other, to=leaver, amount=text))
                self.move(other, leaver, -left)
            lines.plan(20, lambda: lines.add("close", MANAGER, "project_manager", account=leaver))
        before = len(lines.rows)
        for _ in range(3 if day.month in (7, 8) else 5):
            if chance.of(92):
                chance.weighted([(self.service, 86), (self.in_hours, 5), (self.gift, 5), (self.mistake, 3)])()
        if self.mandates and chance.of(16):
            self.mediate()
        if chance.of(11):
            self.refusal()
        if day.day == 13:
            self.unreadable()
        for row in lines.rows[before:]:
            if row["what"] == "transfer" and row["day"] == day and chance.of(2):
                lines.plan(chance.pick([0, 1, 2]), lambda row=row: lines.again(row))

    def year(self):
        for day in days(FIRST, LAST):
            if day.weekday() != 6 and day not in HOLIDAYS_2025:
                self.one_day(day)
        return self.lines


def generate():
    return {"daybook.csv": Uurbank().year().text()}
