"""Five months of two invented offices that work with notes, under papier-2025/design.toml: nobody in it exists.

A vault, a carrier, drawers that are counted every day an office is open. The first series is withdrawn in
autumn: it is spent until the end of October, swapped until the end of November. Every month two partners are
paid for what they took in. Whoever writes this keeps the drawers as an office does, so that the counts say
what lies there; twice they do not.
"""

from collections import Counter
from datetime import date, timedelta

from kit import HOLIDAYS_2025, Chance, Lines, days

SEED = 20250804
FIRST, LAST = date(2025, 8, 4), date(2025, 12, 20)
MANAGER, SECOND, ADMIN, CARRIER = "s-010", "s-011", "s-040", "c-01"
OLD, NEW, FACES = "r-2023", "r-2025", (1, 5, 10, 20, 50)
NEW_FROM, OLD_SPENT, OLD_SWAPPED, OLD_DEPOSITED = date(2025, 10, 1), date(2025, 10, 31), date(2025, 11, 30), date(2025, 12, 15)
SPENT = {OLD: OLD_SPENT, NEW: date(2026, 12, 31)}
KEEPER, DESK = {"cp-1": "s-041", "cp-2": "s-042"}, {"cp-1": "s-043", "cp-2": "s-044"}
OPEN = {1: "cp-1", 3: "cp-1", 2: "cp-2", 5: "cp-2"}  # Tuesday and Thursday, Wednesday and Saturday
CASHIER = {"p-13": "s-063", "p-14": "s-064"}  # Who claims for a partner.
MEMBERS = 40


def written(notes):
    return " ".join(f"{notes[face]}x{face}" for face in FACES if notes[face])


def value(notes):
    return sum(face * count for face, count in notes.items())


def fewest(drawer, amount):
    """The fewest pieces that make an amount; of several such sets the one with the fewest small ones."""
    best = None

    def pick(faces, left, taken):
        nonlocal best
        if best and sum(taken.values()) > sum(best.values()):
            return
        if not left:
            if best is None or key(taken) < key(best):
                best = dict(taken)
            return
        for at, face in enumerate(faces):
            for count in range(min(drawer[face], left // face), 0, -1):
                pick(faces[at + 1 :], left - count * face, {**taken, face: count})

    def key(taken):
        return sum(taken.values()), [taken.get(face, 0) for face in FACES]

    pick(FACES[::-1], amount, {})
    return None if best is None else Counter(best)


class Papier:
    def __init__(self):
        self.chance, self.lines = Chance(SEED), Lines("p25", FIRST)
        self.at = {}  # (place, series) -> pieces by face
        self.cents = {office: 0 for office in KEEPER}
        self.held = {f"m-{n:03}": Counter() for n in range(1, MEMBERS + 1)}  # units by their last day
        self.under_way, self.waits = {office: [] for office in KEEPER}, {}
        self.handed_in = {}  # (partner, month) -> the last line

    def there(self, place, series):
        return self.at.setdefault((place, series), Counter())

    def move(self, series, notes, one, other):
        self.there(one, series).subtract(notes)
        self.there(other, series).update(notes)

    def series(self):
        return OLD if self.lines.day < NEW_FROM else NEW

    def two(self, what, **cells):
        row = self.lines.add(what, MANAGER, "project_manager", **cells)
        self.lines.add("confirm", SECOND, "project_manager", refers=row)
        return row

    # The beginning.

    def found(self):
        add = self.lines.add
        add("partner", "s-001", "steering_group", partner="p-01", item="issuing")
        add("partner", "s-001", "steering_group", partner="p-13", item="redeeming", terms="fee=0 claim_days=90")
        add("partner", "s-002", "steering_group", partner="p-14", item="redeeming")
        add("appoint", MANAGER, "project_manager", person="s-050", item="issuing_partner", partner="p-01")
        for partner, person in CASHIER.items():
            add("appoint", MANAGER, "project_manager", person=person, item="redeeming_partner", partner=partner)
        for name in self.held:
            add("open", ADMIN, "administration_point", place="cp-1", account=name, item="person", person=name)
        self.prints(OLD, {1: 400, 5: 400, 10: 300, 20: 200, 50: 60})
        add("print", MANAGER, "project_manager", series=OLD, notes="700x1")  # More than the run.
        for office in KEEPER:
            self.sends(OLD, {1: 100, 5: 80, 10: 60, 20: 40, 50: 10}, office)
        self.sends_to_partner(OLD, {5: 60, 10: 60, 20: 20})

    def prints(self, series, notes):
        self.two("print", series=series, notes=written(Counter(notes)))
        self.there("vault", series).update(notes)

    def sends(self, series, notes, office):
        notes = Counter(notes)
        row = self.two("send", series=series, notes=written(notes), carrier=CARRIER, at=office)
        self.move(series, notes, "vault", "transit")
        self.under_way[office].append((row, series, notes))

    def sends_to_partner(self, series, notes):
        notes = Counter(notes)
        row = self.two("send", series=series, notes=written(notes), carrier=CARRIER, partner="p-01")
        self.lines.add("receive", "s-050", "issuing_partner", refers=row, notes=written(notes))
        self.move(series, notes, "vault", "partner")

    # What happens at a counter. Each takes the office, and does nothing where there are no pieces for it.

    def counter(self, what, office, desk=False, **cells):
        actor, role = (DESK[office], "redemption_desk") if desk else (KEEPER[office], "exchange_office")
        return self.lines.add(what, actor, role, place=office, **cells)

    def receives(self, office):
        for row, series, notes in self.under_way[office]:
            counted = Counter(notes)
            if self.lines.day.month == 9 and not self.waits.get("short"):
                self.waits["short"] = True
                counted[20] -= 1  # One is not in the bag.
                self.counter("receive", office, refers=row, notes=written(counted))  # Without a reason.
                self.counter("receive", office, refers=row, notes=written(counted), reason="one-missing")
            else:
                self.counter("receive", office, refers=row, notes=written(counted))
            self.there("transit", series).subtract(notes)
            self.there(("stock", office), series).update(counted)
            self.there("missing", series).update(notes - counted)
        self.under_way[office] = []

    def pay_out(self, office):
        series = self.series()
        member = self.chance.pick(sorted(self.held))
        amount = 5 * self.chance.between(2, 12) + self.chance.pick([0, 0, 1, 2])
        notes = fewest(self.there(("stock", office), series), amount)
        if notes is None or sum(units for end, units in self.held[member].items() if end >= SPENT[series]) < amount:
            return
        cells = {"notes": written(notes)} if self.chance.of(30) else {"amount": amount}
        self.counter("pay_out", office, for_=member, account=member, series=series, **cells)
        self.move(series, notes, ("stock", office), "circulation")
        # Paper does not outlive the units that go onto it: those that end sooner stay.
        for end in sorted(end for end in self.held[member] if end >= SPENT[series]):
            part = min(amount, self.held[member][end])
            self.held[member][end] -= part
            amount -= part

    def from_hand(self, series, least):
        """Notes somebody has, worth at least so much: large ones, so that there is change to give."""
        hand, given = self.there("circulation", series), Counter()
        for face in self.chance.pick([(20, 10, 50, 5, 1), (50, 20, 10, 5, 1), (10, 5, 1, 20, 50)]):
            while value(given) < least and given[face] < hand[face]:
                given[face] += 1
        return given if value(given) >= least else None

    def take_in(self, office):
        series = OLD if self.lines.day <= OLD_DEPOSITED and self.chance.of(50) else self.series()
        notes = self.from_hand(series, self.chance.between(10, 40))
        if notes:
            member = self.chance.pick(sorted(self.held))
            self.counter("take_in", office, for_=member, account=member, series=series, notes=written(notes))
            self.move(series, notes, "circulation", ("returned", office))
            # What comes off paper ends no later than the paper would have, or some days from now.
            day = self.lines.day
            self.held[member][SPENT[series] if day <= SPENT[series] else day + timedelta(30)] += value(notes)

    def redeem(self, office):
        series = OLD if self.lines.day <= OLD_SPENT and self.chance.of(60) else self.series()
        item, partner, price = self.chance.pick([("soep", "p-14", 12), ("busticket", "p-13", 20)])
        count = self.chance.weighted([(1, 70), (2, 30)])
        notes = self.from_hand(series, price * count)
        change = notes and fewest(self.there(("stock", office), series), value(notes) - price * count)
        if change is None:
            return
        cells = {"measured": str(count)} if count > 1 else {}
        self.counter("redeem_notes", office, desk=True, partner=partner, item=item, series=series, notes=written(notes), **cells)
        self.move(series, notes, "circulation", ("returned", office))
        self.move(series, change, ("stock", office), "circulation")

    def sale(self, office):
        """A pass at the till: so many units and half a euro; change out of the till and what was given."""
        series = OLD if self.lines.day <= OLD_SPENT and self.chance.of(60) else self.series()
        price, cents, given = 6, 50, self.chance.pick([50, 100, 200])
        notes = self.from_hand(series, price)
        if not notes or self.cents[office] < given - cents:
            return
        till = self.there(("till", office), series) + notes
        change = fewest(till, value(notes) - price)
        if change is None:
            return
        self.counter("sale", office, desk=True, item="buspas", series=series, amount=price, euro_price="0,50", notes=written(notes), euro=f"{given // 100},{given % 100:02}")
        self.move(series, notes, "circulation", ("till", office))
        self.move(series, change, ("till", office), "circulation")
        self.cents[office] += cents

    def hand_in(self, office):
        series = OLD if self.lines.day <= OLD_DEPOSITED and self.chance.of(60) else self.series()
        notes = self.from_hand(series, self.chance.between(20, 60))
        if notes:
            partner = self.chance.pick(["p-13", "p-14"])
            row = self.counter("hand_in", office, partner=partner, series=series, notes=written(notes))
            self.handed_in[partner, self.lines.day.month] = row
            self.move(series, notes, "circulation", ("returned", office))

    def change(self, office):
        series, euro = self.series(), self.chance.pick([2, 5, 10])
        notes = fewest(self.there(("stock", office), series), 10 * euro)
        if notes:
            self.counter("change", office, series=series, euro=euro)
            self.move(series, notes, ("stock", office), "circulation")
            self.cents[office] += 100 * euro

    def swap(self, office):
        if not NEW_FROM <= self.lines.day <= OLD_SWAPPED:
            return
        notes = self.from_hand(OLD, self.chance.between(20, 90))
        out = notes and fewest(self.there(("stock", office), NEW), value(notes))
        if out:
            self.counter("swap", office, series=OLD, notes=written(notes), item=NEW)
            self.move(OLD, notes, "circulation", ("returned", office))
            self.move(NEW, out, ("stock", office), "circulation")

    def fill_till(self, office):
        series = self.series()
        notes = Counter({face: min(3, self.there("circulation", series)[face]) for face in (1, 5)})
        self.counter("fill_till", office, series=series, notes=written(notes), euro="10")
        self.move(series, notes, "circulation", ("till", office))
        self.cents[office] += 1_000

    def hand_over(self, office):
        for series in (OLD, NEW):
            notes, cents = +self.there(("till", office), series), self.cents[office]
            if notes or cents:
                self.counter("hand_over", office, series=series, notes=written(notes), euro=f"{cents // 100},{cents % 100:02}")
                self.move(series, notes, ("till", office), "circulation")
                self.cents[office] = 0

    def sends_back(self, office):
        """What was taken in goes to the vault, and with it the stock of a series that is withdrawn."""
        for series in (OLD, NEW):
            withdrawn = series == OLD and self.lines.day >= NEW_FROM
            for drawer, item in (("returned", "returned"), ("stock", "stock")):
                notes = +self.there((drawer, office), series)
                if notes and (drawer == "returned" or withdrawn):
                    row = self.counter("send_back", office, item=item, series=series, notes=written(notes), carrier=CARRIER)
                    self.move(series, notes, (drawer, office), "transit")
                    self.lines.plan(1, lambda row=row, notes=notes, series=series: self.back(row, series, notes))

    def back(self, row, series, notes):
        self.two("receive", refers=row, notes=written(notes))
        self.move(series, notes, "transit", "vault")

    def counts(self, office, wrong=None):
        """What lies in the drawers, or what somebody thinks does."""
        drawers = {
            drawer: {series: Counter(self.there((drawer, office), series)) for series in (OLD, NEW)}
            for drawer in ("stock", "till", "returned")
        }
        if wrong:
            wrong(drawers)
        there = [series for series in (OLD, NEW) if any(+drawers[drawer][series] for drawer in drawers)]
        columns = {"stock": "notes", "till": "till", "returned": "returned"}
        cells = {columns[drawer]: "|".join(written(held[series]) for series in there) for drawer, held in drawers.items()}
        cells = {column: text for column, text in cells.items() if text.replace("|", "")}
        cents = self.cents[office]
        self.counter("count", office, series=" ".join(there), euro=f"{cents // 100},{cents % 100:02}", **cells)
        return drawers

    # What is written down and not left to chance.

    def short(self, office):
        """A note of ten is not there: found when the drawers are counted, approved two days later."""
        def wrong(drawers):
            drawers["stock"][OLD][10] -= 1

        self.counts(office, wrong)
        self.lines.add("recount", MANAGER, "project_manager", at=office)
        self.counts(office, wrong)
        self.lines.add("difference", MANAGER, "project_manager", at=office)  # Why?
        self.lines.plan(2, lambda: self.settled(office, "short", Counter({10: 1})))

    def over(self, office):
        """A note too many among what was taken in: a member gave it and did not want it back."""
        hand = self.there("circulation", OLD)
        # What is too many was issued once; of what nobody has there cannot be one.
        face = next((face for face in (5, 10, 1, 20, 50) if hand[face]), None)
        if face is None:
            self.counts(office)
            return

        def wrong(drawers):
            drawers["returned"][OLD][face] += 1

        self.counts(office, wrong)
        self.lines.plan(1, lambda: self.settled(office, "over", Counter({face: 1})))

    def settled(self, office, which, notes):
        self.lines.add("difference", MANAGER, "project_manager", at=office, reason=f"counted-{which}")
        if which == "short":
            self.move(OLD, notes, ("stock", office), "missing")
        else:
            self.move(OLD, notes, "circulation", ("returned", office))

    def slips(self, office):
        """What is asked and cannot be."""
        day, member = self.lines.day, "m-001"
        if day < NEW_FROM:
            self.counter("pay_out", office, for_=member, account=member, series=NEW, amount=5)
            other = "cp-2" if office == "cp-1" else "cp-1"
            self.lines.add("open_office", KEEPER[office], "exchange_office", place=other)
        elif day <= OLD_SPENT:
            self.counter("open_office", office)
            self.counter("hand_in", office, partner="p-14", series=OLD, notes="900x50")
        elif day <= OLD_SWAPPED:
            self.counter("redeem_notes", office, desk=True, partner="p-14", item="soep", series=OLD, notes="1x20")
        else:
            self.counter("swap", office, series=OLD, notes="1x10", item=NEW)
            if day > OLD_DEPOSITED:
                self.counter("take_in", office, for_=member, account=member, series=OLD, notes="1x10")

    # The euro of the partners: claimed at the beginning of a month, approved by two, paid a week later.

    def settle(self):
        month = self.lines.day.month
        for partner in CASHIER:
            invoice = f"f-{partner}-{month}"
            row = self.lines.add("invoice", CASHIER[partner], "redeeming_partner", partner=partner, item=invoice)
            if month == 10 and partner == "p-14":
                self.lines.add("invoice", CASHIER[partner], "redeeming_partner", partner=partner, item=invoice)  # Sent twice.
                self.lines.add("approve", CASHIER[partner], "redeeming_partner", refers=row)  # By themselves.
            if month == 11 and partner == "p-14" and (partner, 10) in self.handed_in:
                # Among the notes of one line was a copy: five units of it are not paid.
                false = self.handed_in[partner, 10]
                self.lines.add("turn_down", MANAGER, "project_manager", refers=row, acceptance=false, amount=5)  # Why?
                self.lines.add("turn_down", MANAGER, "project_manager", refers=row, acceptance=false, amount=5, reason="copied-note")
            self.lines.plan(2, lambda row=row: self.two("approve", refers=row))
            if (month, partner) == (10, "p-13"):
                # The account was closed: the bank sent it back, and it is paid anew.
                self.lines.plan(13, lambda row=row: self.lines.add("bounced", MANAGER, "project_manager", refers=row))
                self.lines.plan(17, lambda row=row: self.lines.add("paid", MANAGER, "project_manager", refers=row))
            if (month, partner) != (12, "p-14"):  # That one is still to be paid when the year ends.
                self.lines.plan(8, lambda row=row: self.lines.add("paid", MANAGER, "project_manager", refers=row))

    def claw_back(self):
        """A line of September that was paid: ten of it were counted twice. The next claim is set off."""
        for partner in ("p-14", "p-13"):
            if (partner, 9) in self.handed_in:
                self.two("claw_back", refers=self.handed_in[partner, 9], amount=10, reason="counted-twice")
                return

    # The course of it.

    def rewards(self):
        for _ in range(self.chance.between(2, 5)):
            member = self.chance.pick(sorted(self.held))
            hours = self.chance.between(1, 3)
            self.lines.add("award", "s-050", "issuing_partner", partner="p-01", account=member, item="buurtwerk", measured=f"{hours}:00")
            self.held[member][date.max] += 25 * hours
        if self.chance.of(40):
            series, count = self.series(), self.chance.between(1, 4)
            notes = fewest(self.there("partner", series), 10 * count)
            if notes:
                self.lines.add("award_notes", "s-050", "issuing_partner", partner="p-01", person=f"x-{self.chance.between(1, 60):03}", item="bloembak", measured=str(count), series=series)
                self.move(series, notes, "partner", "circulation")

    def open_day(self, office):
        self.counter("open_office", office)
        self.receives(office)
        if not self.waits.get(office):
            self.waits[office] = True
        elif self.waits[office] is True and value(self.there("circulation", self.series())) > 50:
            self.waits[office] = "filled"
            self.fill_till(office)
        for _ in range(self.chance.between(9, 16)):
            act = self.chance.weighted([
                (self.pay_out, 34), (self.take_in, 12), (self.redeem, 20), (self.sale, 10), (self.hand_in, 8),
                (self.change, 6), (self.swap, 24),
            ])
            act(office)
        if self.chance.of(12):
            self.slips(office)
        if self.lines.day.day >= 22 and self.waits.get(("back", office)) != self.lines.day.month:
            self.waits["back", office] = self.lines.day.month
            self.sends_back(office)
            self.hand_over(office)

    def manage(self, day):
        """The vault: a second series is printed and sent in time, and more where an office runs short."""
        if day == date(2025, 9, 29):
            self.prints(NEW, {1: 400, 5: 400, 10: 400, 20: 300, 50: 100})
            for office in KEEPER:
                self.sends(NEW, {1: 120, 5: 90, 10: 80, 20: 60, 50: 20}, office)
            self.sends_to_partner(NEW, {5: 40, 10: 60, 20: 20})
        if day in (date(2025, 9, 1), date(2025, 11, 17)):
            for office in KEEPER:
                self.sends(self.series(), {1: 40, 5: 40, 10: 30, 20: 20}, office)
        if day == date(2025, 10, 20):
            # A bag that never arrives.
            row = self.two("send", series=NEW, notes="10x5", carrier="c-02", at="cp-2")
            self.lines.plan(11, lambda: self.lines.add("lost", MANAGER, "project_manager", refers=row, reason="bag-lost"))
            self.move(NEW, Counter({5: 10}), "vault", "transit")
        if day == date(2025, 12, 17):
            notes = +self.there("vault", OLD)
            self.two("destroy", series=OLD, notes=written(notes))
            self.move(OLD, notes, "vault", "destroyed")

    def one_day(self, day):
        self.lines.at(day)
        if day == FIRST:
            self.found()
        for act in self.lines.due():
            act()
        self.manage(day)
        if day.day >= 3 and self.waits.get("settled", FIRST.month) != day.month:
            self.waits["settled"] = day.month
            self.settle()
        if day == date(2025, 11, 20):
            self.claw_back()
        if day.weekday() < 5:
            self.rewards()
        office = OPEN.get(day.weekday())
        if office:
            self.open_day(office)
            {date(2025, 9, 11): self.short, date(2025, 10, 15): self.over}.get(day, self.counts)(office)

    def months(self):
        for day in days(FIRST, LAST):
            if day.weekday() != 6 and day not in HOLIDAYS_2025:
                self.one_day(day)
        return self.lines


def generate():
    return {"daybook.csv": Papier().months().text()}
