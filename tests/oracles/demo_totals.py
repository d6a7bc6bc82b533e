#!/usr/bin/env python3
"""Recomputes the totals of a day book from the CSV and the design file alone, and compares.

    demo_totals.py DESIGN DAYBOOK                     print the totals
    demo_totals.py DESIGN DAYBOOK --journal JOURNAL   compare them with a journal, line by line
    demo_totals.py --demo [DIR]                       the day books of the demo, with the journals and, where it
                                                      is there, what the command printed (in English)

With `--take-over LIST --by A --and B` a scheme that ran before is taken over, and with `--amendment FILE` a line
may adopt that design, as the command does it. A second implementation in plain Python (plain_*.py, daybook.py, matrix.py), of the written rules and not of the
code. Standard library only. Compared are: which lines are booked, refused (with which code) or leave no
record; each account's balance, debt and units by end date; units issued, redeemed, lapsed and in the
pot; for every partner the units and, where the unit stands for euro, the euro, also what is paid beside units;
the pieces of every series and face in every place, the cents in every till, and what partners claimed and were
paid. Exits with 1 and names what differs.

Not recomputed: whether an amendment would need units to be converted (`needs_conversion`), and of notes what
plain_notes.py says. Flags are not compared, nor the order of warnings before somebody is called inactive.
"""

import argparse
import hashlib
import json
import sys

if sys.version_info < (3, 11):
    sys.exit("demo_totals.py needs Python 3.11 or later, for tomllib; this is " + sys.version.split()[0])

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path

import daybook
import matrix
import plain_take_over
from plain_books import PlainBooks
from plain_words import UNRECORDED, Design

ROOT = Path(__file__).resolve().parents[2]
DATA, DESIGNS = ROOT / "examples" / "data", ROOT / "core" / "designs"
MOST_SHOWN = 20


@dataclass
class Book:
    """A day book and what it runs with."""

    design: Path
    lines: Path
    amendments: list = field(default_factory=list)
    take_over: Path | None = None
    by: tuple = ()


DEMOS = {
    name: Book(DESIGNS / f"{design}.toml", DATA / name / "daybook.csv")
    for name, design in (("rabot-2025", "rabot-example"), ("uurbank-2025", "uurbank-example"), ("wijk-2025", "wijk-example"))
}
BUURT = DATA / "buurt-2025"
DEMOS["buurt-2025"] = Book(
    BUURT / "design.toml", BUURT / "daybook.csv", [BUURT / "amended.toml"], BUURT / "takeover.csv", ("s-010", "s-011")
)
PAPIER = DATA / "papier-2025"
DEMOS["papier-2025"] = Book(PAPIER / "design.toml", PAPIER / "daybook.csv")


def read_design(path):
    return Design(tomllib.loads(path.read_text("utf-8")), matrix.default_matrix())


def recompute(book):
    """The books after the day book, and what came of each line."""
    design = read_design(book.design)
    amendments = {path.stem: read_design(path) for path in book.amendments}
    lines = list(daybook.read(book.lines.read_text("utf-8"), design, amendments))
    # The books open on the first day that can be read.
    first = next(line.order.day for line in lines if line.order)
    books = PlainBooks(design, first, amendments)

    def take_over(books):
        balances = plain_take_over.read_list(book.take_over.read_text("utf-8"), design)
        for order, id_in in plain_take_over.orders(books.day, balances, *book.by):
            yield daybook.Line(0, f"taking over, {order.id}", order, id_in=id_in), books.execute(order)

    return books, list(daybook.run(books, lines, take_over if book.take_over else None))


def order_id(ledger, line):
    """The id that the order of a line has in the journal."""
    if line.id_in:
        return line.id_in(ledger)
    reference = line.reference
    return hashlib.sha256(b"muntwerk.daybook.1" + ledger.encode() + b"\0" + reference.encode()).hexdigest()[:32]


class Journal:
    """What the legs of a journal add up to. Nothing is decided here."""

    def __init__(self, path):
        self.outcome, self.ledger, self.day = {}, None, None
        self.notes, self.euro = Counter(), Counter()
        self.earned, self.out, self.inside, self.cents = {}, Counter(), Counter(), Counter()
        if path.stat().st_size == 0:
            raise SystemExit(f"{path}: the journal is empty")
        self.balance, self.drawn, self.technical, self.held = Counter(), Counter(), Counter(), Counter()
        self.state, self.ends = {}, {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)["line"]["record"]
                for kind, content in record.items():
                    getattr(self, kind)(content)

    def opening(self, content):
        self.ledger, self.first = content["ledger"], content["day"]

    def refused(self, content):
        self.note(content["order"], content["refusal"]["code"])

    def booked(self, content):
        order, entry = content["order"], content["entry"]
        if "close_day" not in order["ask"]:
            self.note(order, "booked")
        for issue in entry.get("lots", []):
            if "new" in issue:
                self.ends[issue["lot"]] = issue["new"].get("ends_on")
                self.earned[issue["lot"]] = issue["new"]["earned_on"]
        for leg in entry.get("legs", []):
            account = leg["account"]
            self.balance[account] += leg["amount"]
            self.drawn[account] += leg.get("drawn", 0)
            self.technical[account] += leg.get("technical", 0)
            for lot, units in leg.get("lots", []):
                self.held[account, lot] += units
                self.out[lot] += units
        for leg in entry.get("notes", []):
            self.notes[leg["place"], leg["series"], leg["face"]] += leg["by"]
        for leg in entry.get("euro", []):
            self.euro[leg["place"]] += leg["cents"]
        changes = [change for change in entry.get("changes", []) if isinstance(change, dict)]
        closed = [change["day_closed"]["day"] for change in changes if "day_closed" in change]
        for change in changes:
            if "ends_moved" in change:
                self.move_ends(change["ends_moved"], closed[0] if closed else order["booking_day"])
            if "taken_in" in change:
                self.inside[change["taken_in"]["partner"]] += change["taken_in"]["amount"]
            if "paid_in_euro" in change:
                self.cents[change["paid_in_euro"]["partner"]] += change["paid_in_euro"]["amount"]
            if "day_closed" in change:
                self.day = change["day_closed"]["day"]
            account = change.get("account", {})
            if "opened" in account:
                self.balance[account["opened"]["account"]] += 0
                self.state[account["opened"]["account"]] = "active"
            if "partner_approved" in account:
                for side in ("issued:", "redeemed:"):
                    self.balance[side + account["partner_approved"]["partner"]] += 0
            if "state" in account:
                self.state[account["state"]["account"]] = account["state"]["is"]

    def move_ends(self, moved, today):
        for lot, had in self.ends.items():
            spans = [span for span in moved["spans"] if span["from"] <= self.earned[lot] <= span["through"]]
            if not spans or (had and had < today and not self.out[lot]):
                continue
            ends = had, spans[0].get("ends_on")
            if moved["towards"] == "sooner":
                self.ends[lot] = min((end for end in ends if end), default=None)
            else:
                self.ends[lot] = max(ends) if all(ends) else None

    def by_end(self, name):
        """Units by the end that they have now."""
        units = Counter()
        for (holder, lot), held in self.held.items():
            if holder == name:
                units[self.ends[lot]] += held
        return {end: held for end, held in units.items() if held}

    def note(self, order, outcome):
        if order["id"] in self.outcome:
            self.outcome[order["id"]] = "recorded twice"
        else:
            self.outcome[order["id"]] = outcome


def compare(books, outcomes, journal):
    """What differs, as sentences."""
    differences = []

    def same(what, ours, theirs):
        if ours != theirs:
            differences.append(f"{what}: recomputed {ours}, in the journal {theirs}")

    expected = {}
    for line, outcome in outcomes:
        if outcome in UNRECORDED or outcome in ("repeated", "unreadable"):
            continue
        expected[order_id(journal.ledger, line)] = line, outcome
    for order, (line, outcome) in expected.items():
        if outcome == "reversal_window" and journal.outcome.get(order) == "original_unknown":
            continue  # So long ago that the books need not know the order any more: refused all the same.
        same(f"line {line.number} ({line.reference})", outcome, journal.outcome.get(order, "not there"))
    for order in journal.outcome.keys() - expected.keys():
        differences.append(f"order {order}: in the journal ({journal.outcome[order]}), in no line that leaves a record")

    accounts = {name: account for name, account in books.accounts.items() if ":" not in name or account.balance}
    for name in sorted(accounts.keys() | {name for name in journal.balance if ":" not in name or journal.balance[name]}):
        account = books.accounts.get(name)
        if account is None or name not in journal.balance:
            there = "the journal" if account is None else "the recomputed books"
            differences.append(f"account {name}: only in {there}")
            continue
        same(f"balance of {name}", account.balance, journal.balance[name])
        same(f"debt of {name}", (account.drawn, account.technical), (journal.drawn[name], journal.technical[name]))
        ours, theirs = Counter(), journal.by_end(name)
        for lot, units in account.pieces.items():
            end = books.lots[lot].ends
            ours[end.isoformat() if end else None] += units
        if name in journal.state:
            same(f"units by end date of {name}", dict(ours), theirs)
            same(f"state of {name}", account.state, journal.state[name])
        elif name in ("system:pot", "system:group", "system:reserved"):
            same(f"units by end date of {name}", dict(ours), theirs)
    for partner in sorted(books.partners):
        same(f"taken in inside the ring by {partner}", books.taken_in.get(partner, 0), journal.inside[partner])
        same(f"cents paid beside at {partner}", books.euro_beside.get(partner, 0), journal.cents[partner])
    notes = Counter()
    for (place, series), pieces in books.notes.items():
        for face, count in pieces.items():
            notes[spelled(place), series, face] += count
    for at in sorted({at for some in (notes, journal.notes) for at in some}):
        same(f"notes of {at[2]} of {at[1]} in {at[0]}", notes[at], journal.notes[at])
    euro = {spelled(place): cents for place, cents in books.euro.items()}
    for place in sorted(euro.keys() | journal.euro.keys()):
        same(f"cents in {place}", euro.get(place, 0), journal.euro[place])
    if journal.day:
        same("last day closed", (books.day.toordinal() - 1), date.fromisoformat(journal.day).toordinal())
    return differences


def spelled(place):
    return place if isinstance(place, str) else ":".join(place)


def figure(minor, scale):
    sign, minor = "-" if minor < 0 else "", abs(minor)
    return f"{sign}{minor // 10**scale}" + (f".{minor % 10**scale:0{scale}}" if scale else "")


def partners(books):
    """For each partner: units issued and taken in, the exact euro of the latter where there is a rate, cents beside."""
    for partner in sorted(books.partners):
        issued, redeemed = -books.accounts["issued:" + partner].balance, books.accounts["redeemed:" + partner].balance
        redeemed += books.taken_in.get(partner, 0)
        value = books.design.value_on(books.day)
        euro = books.design.euro_for(redeemed, books.day) if value and "euro" in value[1] else None
        yield partner, issued, redeemed, euro, books.euro_beside.get(partner, 0)


def compare_printed(books, text):
    """What differs from the partners' table that the command prints."""
    beside_told = any(books.euro_beside.values())
    for partner, issued, redeemed, euro, cents in partners(books):
        expected = [Fraction(units, 10**books.design.scale) for units in (issued, redeemed)]
        if euro is not None:
            expected = [expected[0], books.design.euro_for(issued, books.day), expected[1], euro]
        expected += [Fraction(cents, 100)] if beside_told else []
        rows = [line.split()[1:] for line in text.splitlines() if line.split()[:1] == [partner]]
        printed = None
        if len(rows) == 1:
            # Where the unit stands for no euro, nothing is to be said of the euro columns.
            cells = rows[0] if euro is not None else rows[0][::2]
            printed = [Fraction(cell.replace(",", "")) for cell in cells if cell != "-"]
        if printed != expected:
            row = "no such row" if printed is None else " ".join(rows[0])
            yield f"{partner}: recomputed {' '.join(f'{float(one):.2f}' for one in expected)}, printed {row}"


def compare_settlement(books, text):
    """What differs from the settlement list that the command prints."""
    rows = {line.split()[0]: line.split()[1:] for line in text.splitlines() if line.split()[:1] and line.startswith("p-")}
    expected = {}
    for partner, open_units, *cents in books.settled():
        expected[partner] = [Fraction(open_units, 10**books.design.scale), *(Fraction(one, 100) for one in cents)]
    for partner in sorted(expected.keys() | rows.keys()):
        cells = rows.get(partner, [])
        # Units that are too late, and what the open ones come to, are not recomputed.
        printed = [Fraction(cell.replace(",", "")) for cell in cells[:1] + cells[3:]]
        if printed != expected.get(partner):
            yield f"settlement of {partner}: recomputed {[str(one) for one in expected.get(partner, [])]}, printed {' '.join(cells)}"


def show(books, outcomes):
    scale, counts = books.design.scale, Counter(outcome for _, outcome in outcomes)
    print(f"  {sum(counts.values())} lines, the books stand at {books.day}")
    for outcome in ("booked", "repeated", "unreadable"):
        print(f"  {counts.pop(outcome, 0):>8}  {outcome}")
    print(f"  {sum(counts.values()):>8}  refused: " + ", ".join(f"{code} {count}" for code, count in counts.most_common()))
    for what, minor in books.totals().items():
        print(f"  {figure(minor, scale):>12}  {what}")
    for partner, issued, redeemed, euro, cents in partners(books):
        text = "" if euro is None else f", {float(euro):.2f} euro"
        text += f", beside it {cents // 100}.{cents % 100:02} euro" if cents else ""
        print(f"  {partner}: issued {figure(issued, scale)}, taken in {figure(redeemed, scale)}{text}")


def one(book, journal, printed=None):
    print(f"{book.lines}:")
    books, outcomes = recompute(book)
    show(books, outcomes)
    if journal is None:
        return True
    differences = compare(books, outcomes, Journal(journal))
    if printed and printed.exists():
        differences += compare_printed(books, printed.read_text("utf-8"))
    settlement = journal.with_suffix(".settlement.txt")
    if settlement.exists():
        differences += compare_settlement(books, settlement.read_text("utf-8"))
    for difference in differences[:MOST_SHOWN]:
        print(f"  DIFFERS  {difference}", file=sys.stderr)
    if len(differences) > MOST_SHOWN:
        print(f"  DIFFERS  and {len(differences) - MOST_SHOWN} more", file=sys.stderr)
    if not differences:
        print(f"  agrees with {journal}, line by line and account by account")
    return not differences


def main():
    parser = argparse.ArgumentParser(description="Recompute the totals of a day book and compare them with a journal.")
    parser.add_argument("files", nargs="*", type=Path, metavar="DESIGN DAYBOOK")
    parser.add_argument("--journal", type=Path)
    parser.add_argument("--amendment", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--take-over", type=Path, metavar="LIST")
    parser.add_argument("--by", metavar="PERSON")
    parser.add_argument("--and", dest="second", metavar="PERSON")
    parser.add_argument("--demo", nargs="?", type=Path, const=ROOT / "target" / "demo", metavar="DIR", help="where the demo wrote its journals")
    options = parser.parse_args()
    if options.demo:
        agree = True
        for name, book in DEMOS.items():
            agree &= one(book, options.demo / f"{name}.journal", options.demo / f"{name}.txt")
        return 0 if agree else 1
    if len(options.files) != 2:
        parser.error("give a design and a day book, or --demo")
    if options.take_over and not (options.by and options.second):
        parser.error("taking over takes two people: --by and --and")
    book = Book(*options.files, options.amendment, options.take_over, (options.by, options.second))
    return 0 if one(book, options.journal) else 1


if __name__ == "__main__":
    sys.exit(main())
