"""What the three generated day books have in common: chance that is the same everywhere, and lines.

Only `random.random()` is drawn on, whose series is fixed for a seed in every Python; weights are whole
numbers. So the same seed gives the same bytes on every machine.
"""

import random
from datetime import date, timedelta

# In the order in which they are documented with the day book.
COLUMNS = (
    "line day time activity_day what actor role place for reason evidence account from to partner person"
    " client relative item at amount measured offer category value leaves per terms floor ceiling refers acceptance start until"
    " ends series notes till returned euro euro_paper euro_price carrier actions per_order per_month"
).split()


class Chance:
    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, number):
        return int(self.random() * number)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def of(self, percent):
        return self.random() * 100 < percent

    def pick(self, things):
        return things[self.below(len(things))]

    def weighted(self, pairs):
        """One of the things in (thing, whole weight) pairs."""
        at = self.below(sum(weight for _, weight in pairs))
        for thing, weight in pairs:
            at -= weight
            if at < 0:
                return thing
        raise AssertionError("no weights")

    def shuffle(self, things):
        for at in range(len(things) - 1, 0, -1):
            other = self.below(at + 1)
            things[at], things[other] = things[other], things[at]


class Lines:
    """The lines of a day book as they are written, with the clock of the day."""

    def __init__(self, prefix, first):
        self.prefix, self.day, self.rows = prefix, first, []
        self.minute, self.number = 8 * 60 + 30, 0
        self.later = {}  # day -> what is to be done then

    def at(self, day):
        if day != self.day:
            self.day, self.minute = day, 8 * 60 + 30

    def add(self, what, actor, role, activity=None, **cells):
        """Adds a line of the current day; gives its reference."""
        self.number += 1
        self.minute += 1 if self.minute < 20 * 60 else 0
        row = {
            "line": f"{self.prefix}-{self.number:05}",
            "day": self.day,
            "time": f"{self.minute // 60:02}:{self.minute % 60:02}",
            "what": what,
            "actor": actor,
            "role": role,
        }
        if activity and activity != self.day:
            row["activity_day"] = activity
        row.update({name.rstrip("_"): value for name, value in cells.items() if value is not None})
        self.rows.append(row)
        return row["line"]

    def again(self, row, **changes):
        """The same line once more, as when somebody is not sure whether it was sent."""
        copy = {**row, **changes}
        if copy["day"] != self.day:
            copy.setdefault("activity_day", copy["day"])
            copy["day"] = self.day
        self.rows.append(copy)

    def plan(self, days, act):
        """Does something so many days from now, or on the first day with lines after that."""
        self.later.setdefault(self.day + timedelta(days), []).append(act)

    def due(self):
        for day in sorted(day for day in self.later if day <= self.day):
            yield from self.later.pop(day)

    def text(self):
        used = [column for column in COLUMNS if any(column in row for row in self.rows)]
        lines = ["# daybook 1", ";".join(used)]
        lines += [";".join(str(row.get(column, "")) for column in used) for row in self.rows]
        return "\n".join(lines) + "\n"


class Rough:
    """Roughly who holds what and until when: enough for most lines to succeed, not the books."""

    def __init__(self, end_of):
        self.end_of, self.held = end_of, {}

    def balance(self, account):
        return sum(self.held.get(account, {}).values())

    def come(self, account, units, end):
        ends = self.held.setdefault(account, {})
        ends[end] = ends.get(end, 0) + units

    def earn(self, account, units, on):
        self.come(account, units, self.end_of(on))

    def go(self, account, units):
        """Takes units off, those that end soonest first; gives what was taken, by end."""
        taken, ends = [], self.held.setdefault(account, {})
        for end in sorted(ends):
            part = min(units, ends[end])
            if part:
                taken.append((end, part))
                ends[end] -= part
                units -= part
            if not ends[end]:
                del ends[end]
        return taken

    def move(self, payer, payee, units):
        for end, part in self.go(payer, units):
            self.come(payee, part, end)


def clock(minutes):
    return f"{minutes // 60}:{minutes % 60:02}"


def days(first, last):
    while first <= last:
        yield first
        first += timedelta(1)


HOLIDAYS_2025 = {
    date(2025, month, day)
    for month, day in [(1, 1), (4, 21), (5, 1), (5, 29), (6, 9), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)]
} | {date(2026, 1, 1)}
