"""A year of an invented ward under core/designs/wijk-example.toml: nobody in it exists.

Neighbours help each other on credit, an organisation rewards work for the ward, and both are the same
points: blocks compose. Points end with the year and lapse into the pot a month later, so the book runs
on into February. Figures are in tenths of a point.
"""

from datetime import date, timedelta

from kit import HOLIDAYS_2025, Chance, Lines, clock, days

SEED = 20250113
FIRST, LAST = date(2025, 1, 13), date(2026, 2, 3)
PERSONS, HOUSEHOLDS = 70, 8
MANAGER, ADMIN, OPERATOR, HOUSE = "s-010", "s-040", "s-050", "s-051"
FLOOR, CEILING = -500, 5_000


def figure(tenths):
    return f"{tenths // 10},{tenths % 10}" if tenths % 10 else str(tenths // 10)


class Wijk:
    def __init__(self):
        self.chance, self.lines = Chance(SEED), Lines("w25", FIRST)
        self.balance, self.holders, self.weight = {}, {}, {}
        self.moves, self.bad = [], 0
        self.attended = set()  # who was at the ward council in which week

    def found(self):
        chance, add = self.chance, self.lines.add
        add("partner", "s-001", "steering_group", partner="p-01", item="issuing")
        add("partner", "s-001", "steering_group", partner="p-02", item="redeeming")
        add("partner", "s-002", "steering_group", partner="p-03", item="issuing redeeming")
        add("appoint", MANAGER, "project_manager", person=HOUSE, item="redeeming_partner", partner="p-02")
        add("appoint", MANAGER, "project_manager", person="s-052", item="issuing_partner", partner="p-03")
        add("appoint", MANAGER, "project_manager", person="s-053", item="redemption_desk", at="cp-1")
        people = [f"w-{n:03}" for n in range(1, PERSONS + 1)]
        accounts = [(name, "person", [name]) for name in people]
        for n in range(1, HOUSEHOLDS + 1):
            accounts.append((f"h-{n:02}", "household", [f"w-{PERSONS + n:03}", chance.pick(people)]))
        chance.shuffle(accounts)
        for rank, (name, kind, holders) in enumerate(accounts):
            cells = {"account": name, "item": kind, "person": " ".join(holders), "evidence": f"d-{rank + 1:04}"}
            add("open", ADMIN, "administration_point", place="cp-1", **cells)
            self.balance[name], self.holders[name], self.weight[name] = 0, holders, 100_000 // (rank + 8)

    def one(self, test=lambda name: True):
        able = [(name, weight) for name, weight in self.weight.items() if test(name)]
        return self.chance.weighted(able or list(self.weight.items()))

    def on(self):
        return self.lines.day - timedelta(self.chance.weighted([(0, 60), (1, 18), (3, 12), (7, 10)]))

    def award(self):
        chance, account = self.chance, self.one()
        person = chance.pick(self.holders[account])
        if chance.of(70):
            minutes = chance.pick([60, 90, 120, 150, 180, 240]) + chance.pick([0, 0, 0, 10, -10])
            item, measured, units = "opruimen", clock(minutes), minutes // 30 * 50
        else:
            item, measured, units = "wijkraad", "1", 75
        on = self.on()
        week = person, on - timedelta(on.weekday())
        if item == "wijkraad" and week in self.attended:
            # The council met once that week, so it was something else.
            item, measured, units = "opruimen", clock(60), 100
        cells = {"partner": "p-01", "account": account, "item": item, "measured": measured}
        if item == "wijkraad":
            # Whose attendance it was counts, also on an account of several.
            cells["person"] = person
            self.attended.add(week)
        if self.balance[account] + units > CEILING:
            units = 0
        if chance.of(25):
            row = self.lines.add("claim", person, "participant", on, **cells)
            what = chance.weighted([("confirm", 85), ("reject", 10), ("", 5)])
            if what:
                self.lines.plan(chance.between(0, 6), lambda: self.lines.add(what, OPERATOR, "issuing_partner", refers=row))
            units = units if what == "confirm" else 0
        else:
            row = self.lines.add("award", OPERATOR, "issuing_partner", on, **cells)
            if units:
                self.moves.append((row, None, account, units))
        self.balance[account] += units

    def transfer(self):
        units = self.chance.pick([20, 35, 50, 75, 100, 120])
        payer = self.one(lambda name: self.balance[name] - units >= FLOOR or self.chance.of(10))
        payee = self.one(lambda name: name != payer)
        person = self.chance.pick(self.holders[payer])
        row = self.lines.add("transfer", person, "participant", self.on(), from_=payer, to=payee, amount=figure(units))
        if self.balance[payer] - units >= FLOOR and self.balance[payee] + units <= CEILING:
            self.balance[payer] -= units
            self.balance[payee] += units
            self.moves.append((row, payer, payee, units))

    def gift(self):
        units = self.chance.pick([10, 25, 50])
        giver = self.one(lambda name: self.balance[name] >= units or self.chance.of(15))
        payee = self.one(lambda name: name != giver)
        self.lines.add("gift", self.chance.pick(self.holders[giver]), "participant", from_=giver, to=payee, amount=figure(units))
        if self.balance[giver] >= units:
            self.balance[giver] -= units
            self.balance[payee] += units

    def redeem(self):
        item, price = self.chance.weighted([(("koffie", 25), 80), (("zaal", 800), 20)])
        account = self.one(lambda name: self.balance[name] >= price or self.chance.of(4))
        person, partner = self.chance.pick(self.holders[account]), self.chance.weighted([("p-02", 70), ("p-03", 30)])
        cells = {"account": account, "partner": partner, "item": item}
        if partner == "p-02" and self.chance.of(50):
            self.lines.add("redeem", HOUSE, "redeeming_partner", for_=person, evidence=f"e-{self.lines.number:05}", **cells)
        elif self.chance.of(50):
            self.lines.add("redeem", "s-053", "redemption_desk", place="cp-1", for_=person, **cells)
        else:
            self.lines.add("redeem", person, "participant", **cells)
        if self.balance[account] >= price:
            self.balance[account] -= price

    def mistake(self):
        """Put right after the receiver may have spent it: what is missing becomes technical debt."""
        if not self.moves:
            return
        row, payer, payee, units = move = self.chance.pick(self.moves[-70:])
        self.moves.remove(move)

        def right():
            part = figure(units // 2) if units >= 100 and self.chance.of(20) else None
            self.lines.add("reverse", MANAGER, "project_manager", refers=row, amount=part, reason="typing-error")
            back = units // 2 if part else units
            self.balance[payee] -= back
            if payer:
                self.balance[payer] += back

        self.lines.plan(self.chance.weighted([(0, 40), (2, 35), (12, 21), (33, 4)]), right)

    def refusal(self):
        chance, add = self.chance, self.lines.add
        payer = self.one()
        payee = self.one(lambda name: not set(self.holders[name]) & set(self.holders[payer]))
        me, pay = chance.pick(self.holders[payer]), {"from_": payer, "to": payee}
        kinds = [
            (lambda: add("transfer", me, "participant", amount="620", **pay), 4),
            (lambda: add("gift", me, "participant", amount="510", **pay), 3),
            (lambda: add("redeem", me, "participant", account=payer, partner="p-01", item="koffie"), 2),
            (lambda: add("redeem", me, "participant", account=payer, partner="p-02", item="zaal", measured="9"), 2),
            (lambda: add("award", OPERATOR, "issuing_partner", partner="p-01", account=payer, item="opruimen", measured="0:20"), 2),
            (lambda: add("award", OPERATOR, "issuing_partner", partner="p-01", account=payer, item="opruimen", measured="60:00"), 2),
            (lambda: add("award", OPERATOR, "issuing_partner", partner="p-03", account=payer, item="wijkraad", measured="1", person=me), 2),
            (lambda: add("award", OPERATOR, "issuing_partner", partner="p-01", account=payer, item="wijkraad", measured="2", person=me), 3),
            (lambda: add("transfer", me, "participant", measured="1:00", **pay), 2),
            (lambda: add("transfer", chance.pick(self.holders[payee]), "participant", amount="5", **pay), 3),
            (lambda: add("pay_for", me, "participant", amount="5", relative="f-001", **pay), 1),
        ]
        chance.weighted(kinds)()

    def unreadable(self):
        self.lines.add("gift", "w-001", "participant", from_="w-001", to="w-002", amount="5")
        changes = [{"amount": "5,25"}, {"amount": "vijf"}, {"what": "schenking"}, {"day": "31/12/2025"}]
        self.lines.rows[-1].update(changes[self.bad % 4])
        self.bad += 1

    def one_day(self, day):
        chance, lines = self.chance, self.lines
        lines.at(day)
        if day == FIRST:
            self.found()
        for act in lines.due():
            act()
        before = len(lines.rows)
        if day.year == 2025:
            for _ in range(3 if day.month in (7, 8) else 6):
                if chance.of(86):
                    chance.weighted([
                        (self.transfer, 44), (self.award, 24), (self.redeem, 24), (self.gift, 6), (self.mistake, 4),
                    ])()
            if chance.of(12):
                self.refusal()
            if day.day == 16 and day.month % 3 == 1:
                self.unreadable()
        elif day.weekday() == 2:
            # January: what is left of last year can be spent until it lapses.
            self.redeem()
            self.transfer()
        if day == LAST:
            lines.add("award", OPERATOR, "issuing_partner", partner="p-01", account="w-001", item="wijkraad", measured="1")
        for row in lines.rows[before:]:
            if row["what"] in ("transfer", "award") and row["day"] == day and chance.of(1):
                lines.plan(chance.pick([0, 1]), lambda row=row: lines.again(row))

    def year(self):
        for day in days(FIRST, LAST):
            if day.weekday() != 6 and day not in HOLIDAYS_2025:
                self.one_day(day)
        return self.lines


def generate():
    return {"daybook.csv": Wijk().year().text()}
