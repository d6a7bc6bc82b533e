"""Reads a day book as its columns are documented, without the library: lines into orders, or bad ones."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from plain_words import Order

LONGEST_GAP = 92
ID = re.compile(r"(?=[^0-9]*[0-9])[a-z0-9._-]{1,31}\Z")
CODE = re.compile(r"[a-z0-9._-]{1,31}\Z")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
CLOCK = re.compile(r"([0-9]+):([0-5][0-9])\Z")
FIGURE = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?\Z")

NEEDED = {"line", "day", "what", "actor", "role"}
ALWAYS = NEEDED | {"time", "activity_day", "place", "for", "reason", "evidence"}
# kind: columns it needs, columns it may have
KINDS = {
    "open": ("account item person", ""),
    "partner": ("partner item", "account amount per terms start until"),
    "contract": ("partner item", "account amount per terms start until"),
    "holders": ("account", "person leaves"),
    "limits": ("account", "item floor ceiling"),
    "exception": ("account until", "floor ceiling"),
    "state": ("account item", ""),
    "close": ("account", "to"),
    "write_off": ("account", ""),
    "appoint": ("person item", "partner at start until"),
    "end_role": ("person item", "partner at"),
    "mandate": ("item client person actions until", "start per_order per_month"),
    "revoke": ("item", ""),
    "fact": ("person item", "value start until"),
    "welcome": ("account item", ""),
    "amend": ("item start", "value"),
    "award": ("partner account item measured", "person"),
    "claim": ("partner account item measured", "person"),
    "confirm": ("refers", ""),
    "reject": ("refers", ""),
    "withdraw": ("refers", ""),
    "transfer": ("from to", "amount measured offer category"),
    "gift": ("from to amount", ""),
    "pay_for": ("from to relative", "amount measured offer category"),
    "redeem": ("account partner item", "amount measured"),
    "restock": ("partner item measured", ""),
    "reserve": ("account partner item", "amount measured"),
    "pick_up": ("refers", ""),
    "release": ("refers", ""),
    "wait": ("account partner item", "measured"),
    "stop_waiting": ("refers", ""),
    "print": ("series notes", ""),
    "destroy": ("series notes", ""),
    "send": ("series notes carrier", "at partner"),
    "lost": ("refers", ""),
    "pay_out": ("account series", "amount notes"),
    "take_in": ("account series notes", ""),
    "open_office": ("", ""),
    "count": ("", "series notes till returned euro"),
    "receive": ("refers", "notes"),
    "send_back": ("item series notes carrier", ""),
    "swap": ("series notes item", "measured"),
    "change": ("series euro", "notes"),
    "fill_till": ("series", "notes euro"),
    "hand_over": ("series", "notes euro"),
    "sale": ("item series", "amount euro_price notes euro"),
    "hand_in": ("partner series notes", ""),
    "redeem_notes": ("partner item series notes", "measured"),
    "award_notes": ("partner person item measured series", "notes"),
    "invoice": ("partner item", "until"),
    "turn_down": ("refers", "acceptance amount"),
    "approve": ("refers", ""),
    "paid": ("refers", ""),
    "bounced": ("refers", ""),
    "claw_back": ("refers", "amount"),
    "difference": ("at", ""),
    "recount": ("at", ""),
    "reverse": ("refers", "amount"),
    "end_units": ("until ends", "start"),
    "notice": ("account until item", ""),
}
# What can come before a running scheme is taken over.
ENROLS = {"open", "partner", "state", "appoint", "end_role", "mandate", "revoke", "fact"}


class Bad(Exception):
    """The line cannot be read."""


@dataclass
class Line:
    number: int  # in the file, from 1
    reference: str
    order: Order | None
    problem: str = ""
    what: str = ""
    id_in: Callable | None = None  # ledger -> the id of its order, where that follows from something else


def need(holds, why):
    if not holds:
        raise Bad(why)


class Row:
    def __init__(self, values, design, amendments):
        self.values, self.design, self.amendments = values, design, amendments

    def text(self, column):
        return self.values.get(column, "")

    def matched(self, column, pattern):
        text = self.text(column)
        need(not text or pattern.match(text), f"{column}: {text!r}")
        return text or None

    def id(self, column):
        return self.matched(column, ID)

    def ids(self, column):
        names = self.text(column).split()
        need(all(ID.match(name) for name in names), f"{column}: {self.text(column)!r}")
        return names

    def day(self, column):
        text = self.matched(column, DAY)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise Bad(f"{column}: {text!r}") from None

    def word(self, column, words):
        need(self.text(column) in words, f"{column}: {self.text(column)!r}")
        return self.text(column)

    def minor(self, column):
        """Units in minor units; `.` or `,` stands before the decimals and nothing between thousands."""
        text = self.text(column)
        if not text:
            return None
        found, scale = FIGURE.match(text), self.design.scale
        need(found and len(found[2] or "") <= max(scale, 2), f"{column}: {text!r}")
        units = Fraction(text.replace(",", ".")) * 10**scale
        need(units.denominator == 1 and units < 2**53, f"{column}: {text!r}")
        return int(units)

    def balance(self, column):
        """The same with `-` before what lies below zero."""
        text = self.text(column)
        if not text.startswith("-"):
            return self.minor(column)
        return -Row({column: text[1:]}, self.design, {}).minor(column)

    def budget(self):
        need(bool(self.text("amount")) == bool(self.text("per")), "amount and per")
        per = self.text("per")
        need(per in ("", "month", "year", "contract"), f"per: {per!r}")
        return {"units": self.minor("amount"), "per": per} if per else None

    def terms(self):
        """`fee=1,5 claim_days=90`; of the terms there are, those that are recomputed."""
        terms = {}
        for word in self.text("terms").split():
            name, _, value = word.partition("=")
            need(name in ("fee", "minimum", "claim_days", "pay_days") and name not in terms, f"terms: {word!r}")
            need(FIGURE.match(value), f"terms: {word!r}")
            figure = Fraction(value.replace(",", "."))
            terms[name] = {"fee": figure / 100, "minimum": figure * 100}.get(name, figure)
            if name != "fee":
                terms[name] = int(terms[name])
        return terms or None

    def notes(self, column):
        """Pieces by face: `3x5 1x10`."""
        return self.pieces(column, self.text(column))

    def pieces(self, column, text):
        notes = {}
        for word in text.split():
            count, _, face = word.partition("x")
            need(count.isdecimal() and face, f"{column}: {text!r}")
            face = Row({column: face}, self.design, {}).minor(column)
            need(face not in notes, f"{column}: {text!r}")
            notes[face] = int(count)
        return notes

    def cents(self, column):
        found = FIGURE.match(self.text(column) or "0")
        need(found and len(found[2] or "") <= 2, f"{column}: {self.text(column)!r}")
        return int(Fraction((self.text(column) or "0").replace(",", ".")) * 100)

    def whole(self, column):
        text = self.text(column) or "1"
        need(text.isdecimal(), f"{column}: {text!r}")
        return int(text)

    def minutes(self, column):
        found = CLOCK.match(self.text(column))
        need(found or not self.text(column), f"{column}: {self.text(column)!r}")
        return int(found[1]) * 60 + int(found[2]) if found else None

    def measured(self, activity):
        text = self.text("measured")
        number = self.minutes("measured") if ":" in text else (int(text) if text.isdecimal() else None)
        need(number is not None, f"measured: {text!r}")
        line = self.design.earning.get(activity)
        need(not line or (line["per"] == "hour") == (":" in text), f"measured: {text!r} for {activity}")
        return number

    def pay(self):
        need(bool(self.text("amount")) != bool(self.text("measured")), "amount or measured")
        return {"amount": self.minor("amount"), "minutes": self.minutes("measured")}

    def scope(self):
        need(not (self.text("partner") and self.text("at")), "partner or at")
        return self.id("partner") or self.id("at")


def ask_of_paper(kind, row):
    """The same for lines about notes; None if it is none."""
    # A count can be of several series.
    series, notes = (None, None) if kind == "count" else (row.matched("series", CODE), row.notes("notes"))
    both = {"series": series, "notes": notes}
    if kind in ("print", "destroy"):
        return kind + "_notes", both
    if kind == "send":
        need(bool(row.text("at")) != bool(row.text("partner")), "at or partner")
        to = ("stock", row.id("at")) if row.text("at") else ("partner", row.id("partner"))
        return "send_notes", both | {"from": "vault", "to": to, "carrier": row.id("carrier")}
    if kind == "send_back":
        need(row.text("place"), "place")
        drawer = row.word("item", ("stock", "returned"))
        return "send_notes", both | {"from": (drawer, row.id("place")), "to": "vault", "carrier": row.id("carrier")}
    if kind == "lost":
        return "report_lost", {"sending": row.id("refers")}
    if kind == "receive":
        return "receive_notes", {"sending": row.id("refers"), "notes": notes}
    if kind == "pay_out":
        need(bool(row.text("amount")) != bool(row.text("notes")), "amount or notes")
        wanted = notes if row.text("notes") else None
        return "pay_out", {"account": row.id("account"), "series": series, "amount": row.minor("amount"), "notes": wanted}
    if kind == "take_in":
        return "take_in", both | {"account": row.id("account")}
    if kind == "open_office":
        return "open_office", {}
    if kind == "count":
        every = row.text("series").split()
        ask = {"series": every, "cents": row.cents("euro")}
        for drawer, column in (("stock", "notes"), ("till", "till"), ("returned", "returned")):
            parts = row.text(column).split("|") if row.text(column) else [""] * len(every)
            need(len(parts) == len(every), f"{column}: {row.text(column)!r}")
            ask[drawer] = [row.pieces(column, part) for part in parts]
        return "count_cash", ask
    if kind == "swap":
        return "swap_notes", {"from": series, "notes": notes, "to": row.matched("item", CODE)}
    if kind == "change":
        need(not row.text("notes"), "notes that are asked for are not recomputed")
        return "change_euro", {"series": series, "cents": row.cents("euro")}
    if kind in ("fill_till", "hand_over"):
        return {"hand_over": "hand_over_till"}.get(kind, kind), both | {"cents": row.cents("euro")}
    if kind == "sale":
        ask = both | {"price": row.minor("amount") or 0, "euro_price": row.cents("euro_price")}
        return "sell", ask | {"cents": row.cents("euro")}
    if kind == "hand_in":
        return "hand_in", both | {"partner": row.id("partner")}
    if kind == "redeem_notes":
        ask = both | {"partner": row.id("partner"), "reward": row.matched("item", CODE)}
        return "redeem_notes", ask | {"count": row.whole("measured")}
    if kind == "award_notes":
        need(not row.text("notes"), "notes that are asked for are not recomputed")
        activity = row.matched("item", CODE)
        ask = {"partner": row.id("partner"), "person": row.id("person"), "activity": activity, "series": series}
        return "award_notes", ask | {"measured": row.measured(activity)}
    if kind in ("difference", "recount"):
        what = {"difference": "approve_difference", "recount": "ask_recount"}[kind]
        return what, {"office": row.id("at")}
    return None


def ask_of_settlement(kind, row):
    """The same for lines about the euro of partners."""
    if kind == "invoice":
        return "file_claim", {"partner": row.id("partner"), "invoice": row.id("item"), "through": row.day("until")}
    if kind == "turn_down":
        return "reject_claim", {"claim": row.id("refers"), "acceptance": row.id("acceptance"), "units": row.minor("amount")}
    if kind == "approve":
        return "approve_claim", {"claim": row.id("refers")}
    if kind == "paid":
        return "confirm_paid", {"claim": row.id("refers")}
    if kind == "bounced":
        return "return_payment", {"claim": row.id("refers")}
    if kind == "claw_back":
        return "claw_back", {"original": row.id("refers"), "units": row.minor("amount")}
    return None


def ask_of(kind, row, day):
    """(what is asked in the words of the books, what stands in the line)."""
    if kind == "open":
        kinds = ("person", "household", "organisation")
        holders = row.ids("person")
        return "open", {"account": row.id("account"), "kind": row.word("item", kinds), "holders": holders}
    if kind in ("partner", "contract"):
        roles = row.text("item").split()
        need(set(roles) <= {"issuing", "redeeming"}, "item")
        ask = {"partner": row.id("partner"), "roles": roles, "account": row.id("account"), "budget": row.budget()}
        ask |= {"from": row.day("start"), "until": row.day("until"), "terms": row.terms()}
        if kind == "partner":
            return "approve_partner", ask
        return "amend_contract", ask | {"from": ask["from"] or day}
    if kind == "holders":
        need(row.text("person") or row.text("leaves"), "person or leaves")
        return "change_holders", {"account": row.id("account"), "add": row.ids("person"), "remove": row.ids("leaves")}
    if kind in ("limits", "exception"):
        ask = {"account": row.id("account"), "floor": row.balance("floor"), "ceiling": row.balance("ceiling")}
        if kind == "limits":
            return "set_limits", ask | {"group": row.matched("item", CODE)}
        return "grant_exception", ask | {"until": row.day("until")}
    if kind == "state":
        states = ("candidate", "active", "inactive", "leaver", "blocked", "deceased")
        return "change_state", {"account": row.id("account"), "state": row.word("item", states)}
    if kind == "close":
        return "close_account", {"account": row.id("account"), "heir": row.id("to")}
    if kind == "write_off":
        return "write_off", {"account": row.id("account")}
    if kind == "amend":
        name = row.matched("item", CODE)
        need(name in row.amendments, f"item: {name!r}")
        need(row.text("value") in ("", "keep", "extend"), "value")
        return "amend_design", {"design": name, "effective": row.day("start"), "existing": row.text("value") or "keep"}
    if kind in ("appoint", "end_role"):
        ask = {"person": row.id("person"), "role": row.matched("item", CODE), "scope": row.scope()}
        if kind == "appoint":
            ask |= {"from": row.day("start") or day, "until": row.day("until")}
        return kind, ask
    if kind == "mandate":
        return "give_mandate", {
            "id": row.id("item"),
            "client": row.id("client"),
            "holder": row.id("person"),
            "actions": row.text("actions").split(),
            "from": row.day("start") or day,
            "until": row.day("until"),
            "per_order": row.minor("per_order"),
            "per_month": row.minor("per_month"),
        }
    if kind == "revoke":
        return "revoke_mandate", {"id": row.id("item")}
    if kind == "fact":
        ask = {"person": row.id("person"), "fact": row.matched("item", CODE), "value": row.matched("value", CODE)}
        return "record_fact", ask | {"from": row.day("start") or day, "until": row.day("until")}
    if kind == "welcome":
        return "welcome", {"account": row.id("account"), "gift": row.matched("item", CODE)}
    if kind in ("award", "claim"):
        activity = row.matched("item", CODE)
        ask = {"partner": row.id("partner"), "to": row.id("account"), "activity": activity}
        return "award", ask | {"measured": row.measured(activity), "earner": row.text("person") or None}
    if kind in ("confirm", "reject", "withdraw"):
        need(row.text("refers") != row.text("line"), "refers to itself")
        return {"confirm": "complete"}.get(kind, kind), {"pending": row.id("refers")}
    if kind in ("transfer", "pay_for"):
        ask = {"from": row.id("from"), "to": row.id("to"), "offer": row.id("offer")} | row.pay()
        ask["category"] = row.matched("category", CODE)
        if kind == "transfer":
            return "transfer", ask
        return "pay_for_relative", ask | {"relative": row.id("relative")}
    if kind == "gift":
        return "gift", {"from": row.id("from"), "to": row.id("to"), "amount": row.minor("amount")}
    if kind in ("redeem", "reserve"):
        ask = {"account": row.id("account"), "partner": row.id("partner"), "reward": row.matched("item", CODE)}
        return kind, ask | {"count": row.whole("measured"), "units": row.minor("amount")}
    if kind == "restock":
        sign, text = (-1, row.text("measured")[1:]) if row.text("measured").startswith("-") else (1, row.text("measured"))
        need(text.isdecimal(), f"measured: {row.text('measured')!r}")
        return "restock", {"partner": row.id("partner"), "reward": row.matched("item", CODE), "by": sign * int(text)}
    if kind == "wait":
        ask = {"account": row.id("account"), "partner": row.id("partner"), "reward": row.matched("item", CODE)}
        return kind, ask | {"count": row.whole("measured")}
    if kind == "stop_waiting":
        return kind, {"place": row.id("refers")}
    if kind in ("pick_up", "release"):
        return kind, {"reservation": row.id("refers")}
    if kind == "end_units":
        return "end_units", {"from": row.day("start") or date.min, "through": row.day("until"), "ends": row.day("ends")}
    if kind == "reverse":
        need(row.text("refers") != row.text("line"), "refers to itself")
        return "reverse", {"original": row.id("refers"), "amount": row.minor("amount")}
    if kind != "notice":
        return ask_of_paper(kind, row) or ask_of_settlement(kind, row)
    outcome = row.word("item", ("delivered", "undeliverable"))
    return "record_notice", {"account": row.id("account"), "end": row.day("until"), "outcome": outcome}


def order_of(row):
    kind = row.text("what")
    need(kind in KINDS, f"what: {kind!r}")
    needs, may = (set(columns.split()) for columns in KINDS[kind])
    filled = {column for column, text in row.values.items() if text}
    need(NEEDED | needs <= filled, f"missing: {sorted((NEEDED | needs) - filled)}")
    need(filled <= ALWAYS | needs | may, f"no use for: {sorted(filled - ALWAYS - needs - may)}")
    clock = CLOCK.match(row.text("time"))
    need(not row.text("time") or (clock and int(clock[1]) < 24), f"time: {row.text('time')!r}")
    day = row.day("day")
    what, ask = ask_of(kind, row, day)
    return Order(
        id=row.id("line"),
        actor=row.id("actor"),
        role=row.matched("role", CODE),
        day=day,
        value_day=row.day("activity_day") or day,
        what=what,
        ask=ask,
        place=row.id("place"),
        client=row.id("for"),
        reason=row.matched("reason", CODE),
        evidence=row.id("evidence"),
        instant=day.toordinal() * 24 * 60 + (row.minutes("time") or 0),
    )


def read(text, design, amendments=()):
    """The lines of a day book. These have no quoted values, and this reader takes none."""
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0] != "# daybook 1":
        raise SystemExit("not a day book of version 1")
    separator = ";" if ";" in lines[1] else ","
    columns = lines[1].split(separator)
    for number, line in enumerate(lines[2:], 3):
        if not line.strip(" \t,;"):
            continue
        values = [value.strip() for value in line.split(separator)]
        fits = len(values) == len(columns)
        reference, what = (values[columns.index(name)] if fits else "" for name in ("line", "what"))
        try:
            need('"' not in line, "a value in quotation marks")
            need(len(values) == len(columns), f"{len(values)} values under {len(columns)} columns")
            order = order_of(Row(dict(zip(columns, values)), design, amendments))
            yield Line(number, reference, order, what=what)
        except Bad as bad:
            yield Line(number, reference, None, str(bad), what)


def run(books, lines, between=None):
    """Executes the lines; gives (line, outcome). A line of a later day first closes the days before.

    `between` gives what is done between the lines that enrol people and partners and the others.
    """
    for line in lines:
        if between and line.what and line.what not in ENROLS:
            yield from between(books)
            between = None
        order = line.order
        if order is None:
            yield line, "unreadable"
            continue
        if (order.day - books.day).days > LONGEST_GAP:
            line.problem = "too far ahead"
            yield line, "unreadable"
            continue
        if order.day > books.day:
            books.close(order.day - timedelta(1), today=order.day)
        yield line, books.execute(order)
