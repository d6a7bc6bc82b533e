"""Caps on what is earned: what of an award still fits, and what is counted for it."""

from datetime import date, timedelta
from fractions import Fraction

from plain_words import demand

STRICTEST_FIRST = ("refuse", "partial", "record_only")


def period_of(per, day):
    """The first day of the period in which a day falls."""
    return {
        "day": day,
        "week": day - timedelta(day.weekday()),
        "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
        "lifetime": date.min,
    }[per]


class Caps:
    """The part of the plain books that caps what is earned."""

    def earner(self, ask, account):
        """Who earned it: the holder named, or the only one there is."""
        named = ask.get("earner")
        demand(named is None or named in account.holders, "earner_not_holder")
        return named or (account.holders[0] if len(account.holders) == 1 else None)

    def counted_for(self, cap, ask, account):
        """For whom a cap counts an award."""
        over = cap["over"]
        if over == "currency":
            return "currency"
        if over == "partner":
            return "partner", ask["partner"]
        if over == "household" and account.kind == "household":
            return "household", account.id
        person = self.earner(ask, account)
        demand(person, "earner_needed")
        if over == "household":
            home = self.household_of(person)
            if home:
                return "household", home
        return "person", person

    def household_of(self, person):
        """The household a person shares; of several the one that was opened first."""
        for home in self.accounts.values():
            if home.kind == "household" and person in home.holders and home.state != "closed":
                return home.id
        return None

    def left(self, cap, key, day):
        """Acts that are left, or units."""
        if "times" in cap:
            return cap["times"] - self.counters.get((*key, "times"), 0)
        earned = {at: units for (*of, at), units in self.counters.items() if tuple(of) == key and at != "times"}
        design = self.design_on(day)
        if "units" in cap:
            return design.minor(cap["units"]) - sum(earned.values())
        most = [maximum["at_most"] for maximum in cap["euro"] if maximum["from"] <= day]
        demand(most and design.value_on(day), "cap_unset")
        worth = sum(design.euro_for(units, at) for at, units in earned.items())
        return max(0, (Fraction(str(most[-1])) - worth) // design.euro_for(1, day))

    def granted(self, order, ask, line, account, asked):
        """Units credited of an award, and what is counted for it."""
        self.earner(ask, account)
        day, rooms, design = order.value_day, [], self.design_on(order.value_day)
        by_the_act = line["per"] == "action"
        for cap in design.caps:
            if line["code"] not in cap.get("activities", [line["code"]]):
                continue
            whose = self.counted_for(cap, ask, account)
            key = ("cap", cap["code"], whose, cap["per"], period_of(cap["per"], day))
            left = self.left(cap, key, day)
            acts = ask["measured"] if by_the_act else 1
            fits = min(asked, max(0, left))
            if "times" in cap:
                fits = asked
                if left < acts:
                    acts = max(0, left) if by_the_act else 0
                    fits = self.earned(line, acts) if by_the_act else 0
            rooms.append((fits, STRICTEST_FIRST.index(cap.get("on_cap", "refuse")), cap, key, acts))
        if not rooms:
            return asked, []
        fits, on_cap, cap, _, _ = min(rooms, key=lambda room: room[:2])
        if fits < asked:
            may = on_cap == 2 or (on_cap == 1 and fits > 0)
            demand(may, "cap_times" if "times" in cap else "cap_reached")
        acts = min(acts for *_, acts in rooms)
        # Units count at the value that they had on their day.
        value_day = max((start for start, _, _ in design.values if start <= day), default=None)
        counted = [
            ((*key, "times"), acts) if "times" in cap else ((*key, value_day), fits)
            for _, _, cap, key, _ in rooms
        ]
        return fits, counted if fits > 0 else []
