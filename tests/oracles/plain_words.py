"""The words of the plain books: what an order, an account, a lot and a booking are, and the design's figures."""

import calendar
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

# Turned away without a trace: the same id may be tried again (decision 4).
UNRECORDED = {"actor_unknown", "too_old", "id_conflict", "closing_under_way", "not_in_batch", "stale"}
FOR_EVER = date.max


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def demand(holds, code):
    if not holds:
        raise Refused(code)


def rounded(number, mode):
    """A fraction of zero or more as a whole number."""
    down = number.numerator // number.denominator
    rest = number - down
    if mode == "up":
        return down + (rest > 0)
    if mode == "half_up":
        return down + (rest >= Fraction(1, 2))
    if mode == "half_even":
        return down + (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and down % 2))
    return down


def last_of_month(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_on(day, months):
    month = day.month - 1 + months
    first = date(day.year + month // 12, month % 12 + 1, 1)
    return first.replace(day=min(day.day, last_of_month(first).day))


@dataclass
class Order:
    id: str
    actor: str
    role: str
    day: date
    value_day: date
    what: str
    ask: dict
    place: str | None = None
    client: str | None = None
    reason: str | None = None
    evidence: str | None = None
    instant: int = 0  # in minutes

    def asks_the_same(self, other):
        mine, theirs = vars(self).copy(), vars(other).copy()
        for when in ("day", "instant"):
            mine.pop(when), theirs.pop(when)
        return mine == theirs


@dataclass
class Account:
    id: str
    kind: str
    holders: list
    opened: date
    state: str = "active"
    balance: int = 0
    drawn: int = 0
    technical: int = 0
    pieces: dict = field(default_factory=dict)  # lot number -> units
    limits: dict = field(default_factory=dict)  # what was decided for this account alone
    since: date | None = None  # the first day in its state
    acted: date | None = None  # the last day on which a holder did something

    def become(self, state, day):
        self.state, self.since = state, day

    @property
    def quiet_since(self):
        return max(day for day in (self.opened, self.since, self.acted) if day)

    @property
    def takes_part(self):
        return self.kind != "chart"


@dataclass
class Lot:
    origin: tuple  # (how, through which account)
    earned: date
    ends: date | None
    parent: int | None
    issued: int = 0


@dataclass
class About:
    """Whom and what an order concerns."""

    action: str
    account: str | None = None
    other: str | None = None
    person: str | None = None
    partner: str | None = None
    debits: bool = False
    gains: str | None = None
    amount: int = 0


@dataclass
class Leg:
    """What a booked order did to one account."""

    account: str
    amount: int
    pieces: list = field(default_factory=list)  # (lot number, units), units below zero when they leave
    drawn: int = 0
    technical: int = 0


@dataclass
class Booked:
    legs: list = field(default_factory=list)
    issues: list = field(default_factory=list)  # (lot number, units)
    counted: list = field(default_factory=list)  # (what is counted, how much)
    reverses: bool = False
    picked_up: dict | None = None  # the reservation that it handed over
    euro: Fraction | int = 0  # cents that a partner was paid beside
    inside: int = 0  # units that a partner took in inside the ring
    asked_by: str | None = None  # who asked what somebody else completed, and where
    asked_at: str | None = None


class Design:
    """The keys of a design file that matter here, defaults filled in."""

    def __init__(self, toml, default_matrix):
        """`default_matrix` holds the roles and permissions unless the file says otherwise."""
        self.scale = toml["unit"]["scale"]
        self.values = [
            (value["from"], Fraction(str(value["units"])), value) for value in toml["unit"].get("value", [])
        ]
        circulation = toml["circulation"]
        self.credit = circulation.get("mutual_credit", False)
        limits = toml.get("limits", {})
        self.floor_is, self.ceiling_is = limits.get("floor", {}), limits.get("ceiling", {})
        self.starter = limits.get("starter")
        self.groups = {group["code"]: group for group in limits.get("group", [])}
        self.caps = toml.get("cap", [])
        self.earning = {line["code"]: line for line in toml.get("earning", [])}
        self.redemption = {line["code"]: line for line in toml.get("redemption", [])}
        expiry = toml.get("expiry", {"rule": "never"})
        self.expiry = expiry
        self.expiry_rule = [expiry.get(key) for key in ("rule", "months", "to_month_end", "on")]
        self.notice = expiry.get("notice")
        self.grace = expiry.get("grace_days", 0)
        self.lapse_to = expiry.get("destination", "lapsed")
        self.renew = expiry.get("on_transfer", "keep") == "renew"
        lots = toml.get("lots", {})
        self.grain = lots.get("grain", "issue")
        self.soonest = lots.get("spend", "soonest_to_expire") == "soonest_to_expire"
        days = toml.get("days", {})
        self.late_window, self.pending = days.get("late_window", 7), days.get("pending", 30)
        self.spending = toml.get("spending", {})
        self.reversal = toml.get("reversal", {})
        leaving = toml.get("leaving", {})
        self.balance_to, self.debt_to = leaving.get("balance_to", "refuse"), leaving.get("debt", "refuse")
        self.close_at_zero = leaving.get("close_at_zero", False)
        self.spend_out = leaving.get("spend_out_months")
        self.death_to = leaving.get("death", {}).get("balance_to", "heir")
        self.inactivity = toml.get("inactivity")
        self.has_pot = "pot" in toml
        self.paper = toml.get("paper")
        self.settlement = toml.get("settlement")
        self.facts = {fact["code"]: fact for fact in toml.get("fact", [])}
        self.welcome = {gift["code"]: gift for gift in toml.get("welcome", [])}
        self.excluded = toml.get("activities", {}).get("excluded", [])
        self.categories = toml.get("activities", {}).get("categories")
        self.points = {point["id"]: point for point in toml.get("contact_point", [])}
        self.holders = toml.get("office_holder", [])
        self.roles = {**default_matrix["roles"], **toml.get("roles", {})}
        self.cells = {action: dict(cells) for action, cells in default_matrix["permissions"].items()}
        for action, cells in toml.get("permissions", {}).items():
            self.cells.setdefault(action, {}).update(cells)

    def minor(self, figure):
        """A figure of the design file in minor units."""
        return int(Fraction(str(figure)) * 10**self.scale)

    def grant(self, role, action):
        cell = self.cells.get(action, {}).get(role, "none")
        return None if cell == "none" else cell.split()

    def end_of(self, earned):
        rule = self.expiry.get("rule", "never")
        if rule == "months":
            end = months_on(earned, self.expiry["months"])
            return last_of_month(end) if self.expiry.get("to_month_end", False) else end
        if rule == "year_end":
            return date(earned.year, 12, 31)
        return self.expiry["on"] if rule == "fixed_date" else None

    def limits_of(self, account, day):
        """How far an account may go on a day: its floor and ceiling, and how each is tested."""
        figures = {"floor": self.floor_is.get("at", 0), "ceiling": self.ceiling_is.get("at")}
        for other in (self.groups.get(account.limits.get("group")), self.starter):
            if other and (other is not self.starter or day < months_on(account.opened, other["months"])):
                figures |= {side: other[side] for side in figures if side in other}
        limits = {side: None if at is None else self.minor(at) for side, at in figures.items()}
        # What was decided for the account comes before all of that, and an exception before everything.
        exception = account.limits.get("exception", {})
        for own in (account.limits, exception if exception and day <= exception["until"] else {}):
            limits |= {side: own[side] for side in limits if own.get(side) is not None}
        return limits | {"floor_is": self.floor_is, "ceiling_is": self.ceiling_is}

    def value_on(self, day):
        """(units, what they stand for) in force on a day."""
        found = None
        for start, units, value in self.values:
            if start <= day:
                found = units, value
        return found

    def euro_for(self, minor, day):
        """Exact euro for minor units, as a fraction."""
        units, value = self.value_on(day)
        return Fraction(minor, 10**self.scale) * Fraction(str(value["euro"])) / units
