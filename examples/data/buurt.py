"""A year of an invented neighbourhood under buurt-2025/design.toml: nobody in it exists.

Where the other books show a main job, this one shows the rest of the account side: what was taken over
from a list, caps, contracts, stock and reservations, ends that move, leaving. Most of it happens by chance;
the scenes at the end are written down, each with its own people (b-9...), so that what must happen does.

The rough holdings are kept by end date, so that notices are recorded where there are some. Figures are
whole points.
"""

import calendar
from datetime import date, timedelta
from pathlib import Path

from kit import HOLIDAYS_2025, Chance, Lines, Rough, clock, days

SEED = 20250106
FIRST, LAST = date(2025, 1, 6), date(2026, 2, 3)
AMENDED, BULK, BULK_END = date(2025, 6, 1), date(2025, 9, 10), date(2025, 10, 31)
MANAGER, SECOND, ADMIN, SYSTEM = "s-010", "s-011", "s-040", "s-900"
OPERATOR = {"p-01": "s-050", "p-02": "s-051", "p-03": "s-052", "p-16": "s-053"}
KEEPER = {"p-11": "s-061", "p-14": "s-064", "p-15": "s-065", "p-16": "s-066"}
PERSONS, FIRST_DAY, HOUSEHOLDS = 64, 50, 7
FLOOR, CEILING = -2_000, 12_000
DESIGN = Path(__file__).resolve().parent / "buurt-2025" / "design.toml"
# What the steering group changes for June, as it stands in the design before and after.
AMENDMENTS = [
    ("units = 250\n", "units = 300\n"),
    ("months = 6\n", "months = 8\n"),
    ("price = 60\n", "price = 75\n"),
    ('at_most = "10.00"\n', 'at_most = "10.00"\n\n[[cap.euro]]\nfrom = 2025-07-01\nat_most = "14.00"\n'),
    ("until = \"10-31\"", "until = \"11-15\""),
]


def month_end(earned, months):
    month = earned.month - 1 + months
    year, month = earned.year + month // 12, month % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


class Buurt:
    def __init__(self):
        self.chance, self.lines = Chance(SEED), Lines("b25", FIRST)
        self.months = 6
        self.rough = Rough(lambda earned: month_end(earned, self.months))
        self.owed = {}  # account -> units it is in the red, roughly
        self.holders, self.weight, self.taken_over = {}, {}, []
        self.insured, self.gone = set(), set()
        self.kept, self.moves, self.fairs, self.bad = [], [], 0, 0

    # What is roughly there.

    def balance(self, name):
        return self.rough.balance(name) - self.owed.get(name, 0)

    def come(self, name, units, end=None):
        repaid = min(units, self.owed.get(name, 0))
        self.owed[name] = self.owed.get(name, 0) - repaid
        self.rough.come(name, units - repaid, end or self.rough.end_of(self.lines.day))

    def go(self, name, units):
        """What is taken off, by end; what is not there is drawn, and ends as if it was earned today."""
        taken = self.rough.go(name, units)
        drawn = units - sum(part for _, part in taken)
        self.owed[name] = self.owed.get(name, 0) + drawn
        return taken + ([(self.rough.end_of(self.lines.day), drawn)] if drawn else [])

    def move(self, payer, payee, units):
        for end, part in self.go(payer, units):
            self.come(payee, part, end)

    def one(self, test=lambda name: True):
        able = [(name, weight) for name, weight in self.weight.items() if name not in self.gone and test(name)]
        return self.chance.weighted(able or [(name, 1) for name in self.weight if name not in self.gone])

    def holder(self, name):
        return self.chance.pick(self.holders[name])

    def on(self):
        return self.lines.day - timedelta(self.chance.weighted([(0, 70), (1, 15), (4, 10), (9, 5)]))

    # The first day.

    def enrol(self, name, kind, holders, weight=0, insured=True):
        add = self.lines.add
        add("open", ADMIN, "administration_point", place="cp-1", account=name, item=kind, person=" ".join(holders), evidence=f"d-{len(self.holders) + 1:04}")
        self.holders[name] = holders
        if weight:
            self.weight[name] = weight
        if kind == "person" and insured:
            add("fact", MANAGER, "project_manager", person=name, item="verzekerd", start=date(2025, 1, 1), until=date(2025, 12, 31))
            self.insured.add(name)

    def welcomed(self, name):
        role, place = (("administration_point", "cp-1") if self.chance.of(80) else ("project_manager", None))
        actor = ADMIN if place else MANAGER
        self.lines.add("welcome", actor, role, place=place, account=name, item="start")
        self.come(name, 300)
        if self.chance.of(30):
            self.lines.add("welcome", actor, role, place=place, account=name, item="wegwijs")
            self.come(name, 200)

    def found(self):
        chance, add = self.chance, self.lines.add
        group = ("s-001", "steering_group")
        add("partner", *group, partner="p-01", item="issuing")
        add("partner", *group, partner="p-02", item="issuing", amount=12_000, per="contract", start=FIRST, until=date(2025, 12, 31))
        add("partner", *group, partner="p-03", item="issuing")
        add("partner", *group, partner="p-11", item="redeeming")
        add("partner", *group, partner="p-15", item="redeeming")
        add("partner", *group, partner="p-16", item="issuing redeeming", until=date(2025, 11, 30))
        # The canteen takes points in on its own account, and spends them again.
        self.enrol("o-01", "organisation", ["b-700"], 1)
        add("partner", *group, partner="p-14", item="redeeming", account="o-01")
        for partner, person in OPERATOR.items():
            add("appoint", MANAGER, "project_manager", person=person, item="issuing_partner", partner=partner)
        for partner, person in KEEPER.items():
            add("appoint", MANAGER, "project_manager", person=person, item="redeeming_partner", partner=partner)
        people = [f"b-{n:03}" for n in range(1, FIRST_DAY + 1)]
        order = people[:]
        chance.shuffle(order)
        for rank, name in enumerate(order):
            self.enrol(name, "person", [name], 100_000 // (rank + 8), chance.of(80))
        for n in range(1, HOUSEHOLDS + 1):
            self.enrol(f"g-{n:02}", "household", [people[3 * n], people[3 * n + 1], f"b-{800 + n}"], 2_500)
        for name in ("b-901", "b-902", "b-903", "b-904", "b-905", "b-906", "b-907", "b-908", "b-909", "b-910", "b-911", "b-912", "b-913", "b-914", "b-915"):
            self.enrol(name, "person", [name])
        self.enrol("g-09", "household", ["b-904", "b-905"])
        for name in people:
            if chance.of(60):
                add("fact", name, "participant", person=name, item="aangifte")
            if chance.of(70):
                add("fact", ADMIN, "administration_point", place="cp-1", person=name, item="woonplaats", value="buurt" if chance.of(75) else "elders")
        self.bring_along(people)

    def bring_along(self, people):
        """What the scheme before this one comes to: it had lots, a debt and a pot."""
        def lot(name, amount, earned, ends=None):
            self.taken_over.append((name, amount, amount, earned, ends or ""))
            end = ends or month_end(earned, 6)
            self.come(name, amount, end if end >= FIRST else FIRST + timedelta(30))

        for name in people[:18]:
            earned = date(2024, 8, 1) + timedelta(self.chance.below(140))
            lot(name, 10 * self.chance.between(5, 90), earned)
        lot("b-019", 260, date(2024, 5, 20))  # Ended in November: it gets some days more.
        lot("b-901", 499, date(2024, 12, 12))
        lot("b-902", 1_750, date(2024, 12, 20))
        lot("b-908", 500, date(2024, 9, 3))
        two = [(date(2024, 10, 7), 300), (date(2024, 12, 1), 400)]
        for earned, amount in two:
            self.taken_over.append(("b-910", 700, amount, earned, date(2025, 4, 30) if amount == 300 else ""))
            self.come("b-910", amount, date(2025, 4, 30) if amount == 300 else month_end(earned, 6))
        self.taken_over.append(("b-912", -650, "", "", ""))
        self.owed["b-912"] = 650
        self.taken_over.append(("system:pot", 3_000, "", "", ""))

    # What happens by chance.

    def award(self):
        chance, account, on = self.chance, self.one(), self.on()
        person = chance.pick(self.holders[account])
        item = chance.weighted([("buurtwerk", 62), ("zwerfvuil", 18), ("compost", 14), ("workshop", 6)])
        if item == "buurtwerk":
            if person not in self.insured and chance.of(85):
                return
            minutes = chance.pick([60, 60, 90, 120, 150, 180]) + chance.pick([0, 0, 0, 5, -5])
            measured, units = clock(minutes), (minutes + 7) // 15 * (250 if on < AMENDED else 300) // 4
        elif item == "compost":
            kilos = chance.between(9, 34)
            measured, units = str(kilos), kilos // 10 * 60
        else:
            measured, units = "1", 120 if item == "zwerfvuil" else 400
        partner = "p-03" if item == "compost" else chance.weighted([("p-01", 50), ("p-02", 38), ("p-16", 12)])
        cells = {"partner": partner, "account": account, "item": item, "measured": measured}
        if len(self.holders[account]) > 1:
            cells["person"] = person
        how = chance.weighted([("operator", 80), ("claim", 15), ("office", 5)])
        if how == "claim":
            row = self.lines.add("claim", person, "participant", on, **cells)
            what = chance.weighted([("confirm", 82), ("reject", 8), ("withdraw", 5), ("", 5)])
            who = (person, "participant") if what == "withdraw" else (OPERATOR[partner], "issuing_partner")
            if what:
                self.lines.plan(chance.between(0, 8), lambda: self.lines.add(what, *who, refers=row))
            units = units if what == "confirm" else 0
        elif how == "office":
            self.lines.add("award", "s-041", "exchange_office", on, place="cp-1", for_=person, evidence=f"e-{self.lines.number:05}", **cells)
        else:
            row = self.lines.add("award", OPERATOR[partner], "issuing_partner", on, **cells)
            self.moves.append((row, None, account, units))
        self.come(account, units)

    def transfer(self):
        units = 5 * self.chance.between(4, 60)
        payer = self.one(lambda name: self.balance(name) - units >= FLOOR // 2 or self.chance.of(6))
        payee = self.one(lambda name: name != payer)
        what, cells = "transfer", {"category": self.chance.pick([None, "zorg", "klus", "vervoer"])}
        if self.chance.of(5):
            what, cells = "pay_for", {"relative": "f-001"}
        row = self.lines.add(what, self.holder(payer), "participant", self.on(), from_=payer, to=payee, amount=units, **cells)
        if self.balance(payer) - units >= FLOOR and self.balance(payee) + units <= CEILING:
            self.move(payer, payee, units)
            self.moves.append((row, payer, payee, units))

    def gift(self):
        units = 5 * self.chance.between(2, 20)
        giver = self.one(lambda name: self.balance(name) >= units or self.chance.of(10))
        payee = self.one(lambda name: name != giver)
        self.lines.add("gift", self.holder(giver), "participant", from_=giver, to=payee, amount=units)
        if self.balance(giver) >= units:
            self.move(giver, payee, units)

    def ask_for(self):
        """What is asked for at a partner: (reward, partner, other cells, units)."""
        chance, day = self.chance, self.lines.day
        item = chance.weighted([("koffie", 34), ("soep", 24), ("fietskar", 22), ("groentemand", 12), ("waardebon", 7), ("pluktuin", 7)])
        if item == "koffie":
            count = chance.between(1, 3)
            cells = {"measured": str(count)} if count > 1 else {}
            return item, chance.pick(["p-11", "p-16", "p-15"]), cells, count * (60 if day < AMENDED else 75)
        if item == "fietskar":
            if not (date(2025, 3, 25) < day < date(2025, 11, 20)):
                return "soep", "p-14", {}, 150
            return item, "p-11", {}, 400
        if item == "groentemand":
            units = chance.weighted([(555, 40), (400, 20), (300, 20), (278, 14), (277, 4), (600, 4)])
            return item, "p-16", {} if units == 555 else {"amount": units}, min(units, 555) if units >= 278 else 0
        if item == "waardebon":
            units = chance.pick([500, 700, 1_000, 1_250])
            return item, "p-15", {"amount": units}, units // 500 * 500
        return item, "p-14" if item == "soep" else "p-11", {}, {"soep": 150, "pluktuin": 100}[item]

    def redeem(self):
        chance = self.chance
        item, partner, cells, price = self.ask_for()
        account = self.one(lambda name: self.balance(name) >= price and name != "o-01" or chance.of(3))
        person = self.holder(account)
        cells = {"account": account, "partner": partner, "item": item, **cells}
        if item == "fietskar" and chance.of(45):
            row = self.lines.add("reserve", person, "participant", **cells)
            what = chance.weighted([("pick_up", 55), ("release", 20), ("", 25)])
            if what == "pick_up":
                self.lines.plan(chance.between(0, 4), lambda: self.lines.add("pick_up", KEEPER[partner], "redeeming_partner", for_=person, evidence=row, refers=row))
            elif what:
                self.lines.plan(chance.between(0, 2), lambda: self.lines.add("release", person, "participant", refers=row))
            if what != "pick_up":
                return
        elif chance.of(40):
            self.lines.add("redeem", KEEPER[partner], "redeeming_partner", for_=person, evidence=f"e-{self.lines.number:05}", **cells)
        elif chance.of(30):
            self.lines.add("redeem", "s-042", "redemption_desk", place="cp-2", for_=person, **cells)
        else:
            row = self.lines.add("redeem", person, "participant", **cells)
            self.moves.append((row, account, None, price))
        if self.balance(account) >= price:
            taken = self.go(account, price)
            for end, part in taken if partner == "p-14" else []:
                self.come("o-01", part, end)

    def spends_again(self):
        """The canteen pays its helpers with what it took in."""
        helper, units = self.one(lambda name: name != "o-01"), 5 * self.chance.between(20, 60)
        self.lines.add("transfer", "b-700", "participant", from_="o-01", to=helper, amount=units, category="klus")
        if self.balance("o-01") >= units:
            self.move("o-01", helper, units)

    def mistake(self):
        if not self.moves:
            return
        row, payer, payee, units = move = self.chance.pick(self.moves[-60:])
        self.moves.remove(move)

        def right():
            part = units // 2 if units >= 100 and self.chance.of(25) else None
            self.lines.add("reverse", MANAGER, "project_manager", refers=row, amount=part, reason="typing-error")
            back = min(part or units, self.balance(payee) if payee else units)
            if back > 0 and payee:
                self.go(payee, back)
            if back > 0 and payer:
                self.come(payer, back)

        self.lines.plan(self.chance.weighted([(0, 40), (3, 40), (20, 15), (63, 5)]), right)

    def refusal(self):
        chance, add = self.chance, self.lines.add
        payer = self.one()
        payee = self.one(lambda name: not set(self.holders[name]) & set(self.holders[payer]))
        me, pay = chance.pick(self.holders[payer]), {"from_": payer, "to": payee}
        uninsured = [name for name in self.weight if name.startswith("b-") and name not in self.insured and name not in self.gone]
        other = chance.pick(uninsured)
        kinds = [
            (lambda: add("transfer", me, "participant", amount=FLOOR * -1 + self.balance(payer) + 400 if self.balance(payer) > FLOOR else 3_000, **pay), 4),
            (lambda: add("gift", me, "participant", amount=max(self.balance(payer), 0) + 700, **pay), 3),
            (lambda: add("transfer", me, "participant", amount=40, category="dakwerk", **pay), 2),
            (lambda: add("transfer", me, "participant", amount=40, category="koken", **pay), 2),
            (lambda: add("award", "s-050", "issuing_partner", partner="p-01", account=other, item="buurtwerk", measured="2:00"), 5),
            (lambda: add("award", "s-050", "issuing_partner", partner="p-01", account=payer, item="compost", measured="20"), 2),
            (lambda: add("redeem", me, "participant", account=payer, partner="p-01", item="koffie"), 2),
            (lambda: add("redeem", me, "participant", account=payer, partner="p-15", item="waardebon", amount=450), 3),
            (lambda: add("redeem", me, "participant", account=payer, partner="p-15", item="waardebon", amount=600, measured="2"), 1),
            (lambda: add("redeem", me, "participant", account=payer, partner="p-16", item="koffie", amount=30), 2),
            (lambda: add("reserve", me, "participant", account=payer, partner="p-14", item="soep"), 2),
            (lambda: add("restock", KEEPER["p-11"], "redeeming_partner", partner="p-11", item="pluktuin", measured="5"), 1),
            (lambda: add("welcome", MANAGER, "project_manager", account=payer, item="start"), 3),
            (lambda: add("award", "s-050", "issuing_partner", self.lines.day - timedelta(16), partner="p-01", account=payer, item="zwerfvuil", measured="1"), 1),
        ]
        chance.weighted(kinds)()

    def unreadable(self):
        self.lines.add("exception", MANAGER, "project_manager", account="b-001", until="2025-12-31", floor=-3000)
        changes = [{"floor": "min 3000"}, {"until": ""}, {"what": "amend", "account": "", "until": "", "floor": "", "item": "herfst", "start": "2025-12-01"}]
        self.lines.rows[-1].update(changes[self.bad % 3])
        self.bad += 1

    def restocked(self):
        """Trailers come back; now and then one is taken away for repair."""
        by = self.chance.weighted([("2", 70), ("1", 20), ("-1", 10)])
        self.lines.add("restock", KEEPER["p-11"], "redeeming_partner", partner="p-11", item="fietskar", measured=by)

    # What time brings.

    def notices(self):
        """What became of the notices, on the first day with lines after they were given."""
        ends = sorted({end for held in self.rough.held.values() for end in held})
        for end in ends:
            told = end - timedelta(30)
            if not (told <= self.lines.day <= told + timedelta(3)) or end in self.kept or end == date(2025, 6, 30):
                continue
            self.kept.append(end)
            holders = [name for name, held in sorted(self.rough.held.items()) if held.get(end, 0) > 0 and name in self.holders]
            for place, name in enumerate(holders):
                if place % 11 != 7:  # Of one in eleven nobody knows, and so nothing lapses there.
                    outcome = "undeliverable" if place % 9 == 4 else "delivered"
                    act = lambda name=name, outcome=outcome, end=end: self.lines.add("notice", SYSTEM, "system", account=name, until=end, item=outcome)
                    self.lines.plan(0 if place % 5 else 4, act)

    def ends_move(self, day):
        for held in self.rough.held.values():
            for end in sorted(held, reverse=True):
                if day == AMENDED and end >= day and end == month_end(end, 0):
                    held[month_end(end, 2)] = held.pop(end) + held.get(month_end(end, 2), 0)
                elif day == BULK and BULK_END < end <= date(2025, 11, 30):
                    held[BULK_END] = held.get(BULK_END, 0) + held.pop(end)
                elif end < day - timedelta(5):
                    del held[end]

    def joining(self):
        known = sum(1 for name in self.weight if name.startswith("b-"))
        if known < PERSONS and self.chance.of(8):
            name = f"b-{known + 1:03}"
            self.enrol(name, "person", [name], 4_000, self.chance.of(70))
            self.welcomed(name)

    def leaving(self):
        """Somebody moves away: they spend what they have, or they do not."""
        name = self.one(lambda name: name.startswith("b-") and 0 < self.balance(name) < 2_000 and not any(name in holders for home, holders in self.holders.items() if home != name))
        self.gone.add(name)
        self.lines.add("state", MANAGER, "project_manager", account=name, item="leaver", reason="moves-away")
        units = max(self.balance(name), 0)
        if self.chance.of(50):
            self.lines.plan(6, lambda: self.lines.add("gift", name, "participant", from_=name, to=self.one(), amount=units))
        else:
            self.lines.plan(6, lambda: self.lines.add("redeem", name, "participant", account=name, partner="p-14", item="soep"))
        self.lines.plan(9, lambda: self.lines.add("award", "s-050", "issuing_partner", partner="p-01", account=name, item="zwerfvuil", measured="1"))

    # The year.

    def one_day(self, day):
        chance, lines = self.chance, self.lines
        lines.at(day)
        if day == FIRST:
            self.found()
        for when in (AMENDED, BULK):
            if day >= when and when not in self.kept:
                self.kept.append(when)
                self.months = 8
                self.ends_move(when)
        for act in lines.due():
            act()
        self.notices()
        scenes(self, day)
        for act in lines.due():
            act()
        before = len(lines.rows)
        if day.year == 2025:
            if date(2025, 1, 7) <= day < date(2025, 1, 17) and self.weight:
                for name in [name for place, name in enumerate(sorted(self.weight)) if place % 10 == day.day % 10 and name.startswith("b-")]:
                    self.welcomed(name)
            self.joining()
            for _ in range(3 if day.month in (7, 8) else 7):
                if chance.of(88):
                    chance.weighted([
                        (self.award, 38), (self.transfer, 24), (self.redeem, 30), (self.gift, 4), (self.mistake, 3), (self.spends_again, 3),
                    ])()
            if chance.of(14):
                self.refusal()
            if date(2025, 3, 31) < day < date(2025, 10, 31) and day.weekday() in (0, 3):
                self.restocked()
            if day.day == 12 and day.month in (2, 4, 5, 7, 9, 11):
                self.leaving()
            if day.day == 17 and day.month % 4 == 2:
                self.unreadable()
        elif day.weekday() in (1, 4):
            self.redeem()
            self.transfer()
        for row in lines.rows[before:]:
            if row["what"] in ("transfer", "award", "redeem", "reserve") and row["day"] == day and chance.of(1):
                lines.plan(chance.pick([0, 1]), lambda row=row: lines.again(row))

    def year(self):
        for day in days(FIRST, LAST):
            if day.weekday() != 6 and day not in HOLIDAYS_2025:
                self.one_day(day)
        return self.lines


def scenes(book, day):
    """What is written down and not left to chance."""
    for act in SCENES.get((day.month, day.day), []) if day.year == 2025 else []:
        act(book, book.lines.add)


def twice(add, what, role, one, two, **cells):
    """What takes two people: one asks, the other completes it."""
    row = add(what, one, role, **cells)
    add("confirm", one, role, refers=row)  # Not the same person.
    add("confirm", two, role, refers=row)


def award(add, partner, account, item, measured, **cells):
    add("award", OPERATOR[partner], "issuing_partner", partner=partner, account=account, item=item, measured=measured, **cells)


def redeem(add, account, partner, item, **cells):
    return add("redeem", account, "participant", account=account, partner=partner, item=item, **cells)


def vouchers(book, add):
    """499 points are too few; of 1,750 three vouchers of 5 euro, and 250 are left."""
    redeem(add, "b-901", "p-15", "waardebon", amount=499)
    redeem(add, "b-902", "p-15", "waardebon", amount=1_750)
    book.go("b-902", 1_500)


def caps(book, add):
    for measured in ("3:00", "2:00", "1:00"):  # 750; 250 of 500; nothing is left of 10 euro.
        award(add, "p-01", "b-903", "buurtwerk", measured)
    award(add, "p-03", "b-904", "compost", "40")
    award(add, "p-03", "g-09", "compost", "20", person="b-905")  # 60 of 120: the household has 300 a month.
    award(add, "p-03", "b-905", "compost", "12")  # On record, and no points.
    for account in ("b-903", "b-906", "b-907"):
        award(add, "p-16", account, "workshop", "1")  # The third one this week is refused.
    for account, units in (("b-903", 1_400), ("b-904", 240), ("g-09", 60), ("b-906", 400)):
        book.come(account, units)


def spend_before_it_lapses(book, add):
    book.refunded = redeem(add, "b-908", "p-11", "koffie", measured="3")
    book.go("b-908", 180)


def refund_of_what_lapsed(book, add):
    """The coffee was never drunk, and the points would have lapsed meanwhile: they get some days."""
    add("reverse", MANAGER, "project_manager", refers=book.refunded, reason="not-delivered")


def exception_asked(book, add):
    add("transfer", "b-913", "participant", from_="b-913", to="b-914", amount=2_900)  # Past the floor.
    add("exception", MANAGER, "project_manager", account="b-913", until=date(2025, 4, 30))  # What is let go?
    twice(add, "exception", "project_manager", MANAGER, SECOND, account="b-913", until=date(2025, 4, 30), floor=-3_500, reason="illness")
    add("transfer", "b-913", "participant", from_="b-913", to="b-914", amount=2_900)
    book.move("b-913", "b-914", 2_900)


def exception_over(book, add):
    add("transfer", "b-913", "participant", from_="b-913", to="b-914", amount=100)
    award(add, "p-01", "b-913", "buurtwerk", "3:00")
    book.come("b-913", 750)


def own_ceiling(book, add):
    add("limits", "s-001", "steering_group", account="o-01", ceiling=40_000, floor=0)


def bring_trailers(book, add):
    add("redeem", "b-901", "participant", account="b-902", partner="p-11", item="fietskar")  # Not theirs.
    redeem(add, "b-902", "p-11", "fietskar")  # In winter there are none.
    add("restock", KEEPER["p-11"], "redeeming_partner", partner="p-11", item="fietskar", measured="4")
    add("restock", KEEPER["p-11"], "redeeming_partner", partner="p-11", item="fietskar", measured="-5")


def block_party(book, add):
    """Three meals are left: two are kept for half an hour, and then somebody else gets them."""
    for name in ("b-906", "b-907", "b-903"):
        award(add, "p-01", name, "buurtwerk", "3:00")
        book.come(name, 900)
    add("restock", KEEPER["p-14"], "redeeming_partner", partner="p-14", item="buurtfeest", measured="3", time="16:00")
    meal = {"partner": "p-14", "item": "buurtfeest"}
    kept = add("reserve", "b-906", "participant", account="b-906", measured="2", time="16:05", **meal)
    add("redeem", "b-907", "participant", account="b-907", measured="2", time="16:20", **meal)
    add("redeem", "b-907", "participant", account="b-907", measured="2", time="16:50", **meal)
    add("pick_up", "b-906", "participant", refers=kept, time="16:55")
    add("redeem", "b-907", "participant", account="b-907", time="17:00", **meal)  # Two a year.
    add("redeem", "b-903", "participant", account="b-903", time="17:05", **meal)
    add("redeem", "b-906", "participant", account="b-906", time="17:10", **meal)  # Sold out.
    book.lines.minute = 17 * 60 + 10
    for name, units in (("b-907", 600), ("b-903", 300)):
        book.move(name, "o-01", units)


def budget_amended(book, add):
    """The second partner spent its contract: from May on it has a sum for every month."""
    add("contract", "s-010", "project_manager", partner="p-02", item="issuing", amount=7_500, per="month", start=date(2025, 5, 1))
    add("confirm", "s-002", "steering_group", refers=book.lines.rows[-1]["line"])


def adopt(book, add):
    add("amend", "s-001", "steering_group", item="amended", start=book.lines.day)  # Not from today on.
    twice(add, "amend", "steering_group", "s-001", "s-002", item="amended", start=AMENDED, value="extend")


def bulk(book, add):
    cells = {"start": date(2024, 1, 1), "until": date(2025, 3, 31)}
    add("end_units", "s-001", "steering_group", ends=date(2025, 9, 30), **cells)  # Nobody could be told in time.
    twice(add, "end_units", "steering_group", "s-001", "s-002", ends=BULK_END, **cells)


def moves_out(book, add):
    add("holders", ADMIN, "administration_point", place="cp-1", account="g-01", leaves=book.holders["g-01"][1], person="b-820")
    book.holders["g-01"] = [book.holders["g-01"][0], book.holders["g-01"][2], "b-820"]


def death(book, add):
    add("state", MANAGER, "project_manager", account="b-910", item="deceased", reason="deceased")
    book.lines.plan(4, lambda: add("transfer", "b-910", "participant", from_="b-910", to="b-911", amount=5))
    book.lines.plan(12, lambda: add("close", MANAGER, "project_manager", account="b-910", to="b-911"))
    book.lines.plan(12, lambda: book.move("b-910", "b-911", max(book.balance("b-910"), 0)))


def no_heir(book, add):
    add("close", MANAGER, "project_manager", account="b-902", to="b-911")  # Nobody died.


def in_the_red(book, add):
    twice(add, "write_off", "project_manager", MANAGER, SECOND, account="b-912")  # Still there.
    add("state", MANAGER, "project_manager", account="b-912", item="leaver", reason="moves-away")
    add("close", MANAGER, "project_manager", account="b-912")  # In debt.


def written_off(book, add):
    twice(add, "write_off", "project_manager", MANAGER, SECOND, account="b-912", reason="moved-abroad")
    book.owed["b-912"] = 0


def mandate(book, add):
    add("mandate", "b-915", "participant", item="v-01", client="b-915", person="s-020", actions="transfer redeem reserve", until=date(2025, 12, 31), per_order=500, per_month=700)
    award(add, "p-01", "b-915", "buurtwerk", "3:00")
    book.come("b-915", 750)


def by_the_mediator(book, add):
    for amount in (520, 300, 300, 300):  # Too much at once; fine; fine; too much this month.
        add("transfer", "s-020", "mediator", for_="b-915", from_="b-915", to="b-914", amount=amount)
    book.move("b-915", "b-914", 600)


def wakes_up(book, add):
    """Nothing since the beginning, told and called inactive; then they pay somebody."""
    add("transfer", "b-909", "participant", from_="b-909", to="b-914", amount=40)
    book.move("b-909", "b-914", 40)


def greeted(book, add):
    add("welcome", MANAGER, "project_manager", account="b-909", item="start")
    add("welcome", MANAGER, "project_manager", account="g-09", item="start")
    add("welcome", MANAGER, "project_manager", account="b-904", item="start")  # Had it with the household.
    book.come("b-909", 300)
    book.come("g-09", 300)


SCENES = {
    (1, 7): [greeted],
    (1, 20): [vouchers, own_ceiling],
    (2, 5): [caps],
    (2, 10): [mandate, exception_asked],
    (2, 20): [by_the_mediator],
    (3, 4): [no_heir, in_the_red],
    (3, 18): [spend_before_it_lapses],
    (3, 31): [bring_trailers],
    (4, 7): [death],
    (4, 22): [refund_of_what_lapsed],
    (4, 28): [moves_out],
    (5, 2): [exception_over],
    (5, 5): [budget_amended, written_off],
    (5, 20): [adopt],
    (6, 14): [block_party],
    (7, 8): [wakes_up],
    (9, 10): [bulk],
}


def take_over(book):
    lines = ["# takeover 1", "account;balance;amount;earned;ends"]
    seen = set()
    for name, balance, amount, earned, ends in book.taken_over:
        lines.append(f"{name};{'' if name in seen else balance};{amount};{earned};{ends}")
        seen.add(name)
    return "\n".join(lines) + "\n"


def amended():
    """The design of the summer: the other one, with what the steering group changed."""
    text = DESIGN.read_text("utf-8")
    for was, will in AMENDMENTS:
        assert text.count(was) == 1, was
        text = text.replace(was, will)
    first, rest = text.split("\n", 1)
    return f"# Made by generate.py out of design.toml: what it becomes on {AMENDED}.\n{first}\n{rest}"


def generate():
    book = Buurt()
    return {"daybook.csv": book.year().text(), "takeover.csv": take_over(book), "amended.toml": amended()}
