#!/usr/bin/env python3
"""Verifies a journal without the library: the chain, the numbers, and that the books balance.

    verify_chain.py JOURNAL...              check journals, print lines and head of each
    verify_chain.py --head HEX JOURNAL      also demand that the last head is this one
    verify_chain.py --self-test JOURNAL...  damage each journal in memory and demand that it is noticed

Standard library only. It knows the stored form and nothing else of the code:

    {"head":"<64 hexadecimal digits>","line":<the record>}\\n
    head_i = SHA-256("muntwerk.journal.1" || head_{i-1} || the record's bytes as stored)

with 32 zero bytes before the first line. The hash runs over the bytes of the file; nothing is written
out again. Only then the records are read as JSON and checked for what must hold in any journal:

  - the version comes first, the numbers count from 0 without gaps, only record 0 is an opening;
  - the legs of an entry sum to zero, each account has at most one leg;
  - a leg of an account that holds lots is worth its pieces less what it draws, other legs have none;
  - no account holds less than nothing of a lot, of no lot there is more about than was issued, a lot
    is issued before it moves, new lots count up;
  - no account holds units and is in debt at once, debt is not below zero, its technical part fits in it;
  - all balances together are zero.

A journal cut off after a whole line is still a chain: compare the head with one noted elsewhere (--head).
"""

import argparse
import hashlib
import json
import random
import sys

DOMAIN = b"muntwerk.journal.1"
BEFORE_HEAD, BEFORE_LINE, AFTER_LINE = b'{"head":"', b'","line":', b"}"
COUNTER_SIDES = ("issued:", "redeemed:", "paper:", "shortage:", "surplus:", "bought:", "system:lapsed", "system:opening")


class Broken(Exception):
    """A line that cannot be accepted: which one, counted from 1, and why."""

    def __init__(self, line, why):
        super().__init__(f"line {line}: {why}")
        self.line = line


def split(stored):
    """The head and the record's bytes of a stored line, or None if it is not of that form."""
    start = len(BEFORE_HEAD) + 64
    if not stored.startswith(BEFORE_HEAD) or stored[start : start + len(BEFORE_LINE)] != BEFORE_LINE:
        return None
    if not stored.endswith(AFTER_LINE):
        return None
    digits = stored[len(BEFORE_HEAD) : start]
    if any(digit not in b"0123456789abcdef" for digit in digits):
        return None
    return bytes.fromhex(digits.decode("ascii")), stored[start + len(BEFORE_LINE) : -len(AFTER_LINE)]


def follow(lines):
    """Follows the chain; yields the line number, the head and the bytes of each record."""
    head = bytes(32)
    for number, stored in enumerate(lines, 1):
        parts = split(stored)
        if parts is None:
            raise Broken(number, "not a journal line")
        head = hashlib.sha256(DOMAIN + head + parts[1]).digest()
        if head != parts[0]:
            raise Broken(number, "the chain breaks: this line or the one before was changed, lost or moved")
        yield number, head, parts[1]


class Books:
    """What the records add up to, as plain maps."""

    def __init__(self):
        self.balance, self.drawn, self.technical = {}, {}, {}
        self.held = {}  # (account, lot) -> units
        self.holds = {}  # account -> units in pieces
        self.issued, self.outstanding = [], []

    def add(self, entry):
        legs = entry.get("legs", [])
        names = [leg["account"] for leg in legs]
        if len(set(names)) != len(names):
            return "an account has two legs"
        if sum(leg["amount"] for leg in legs) != 0:
            return "the legs do not sum to zero"
        for issue in entry.get("lots", []):
            if "new" in issue:
                if issue["lot"] != len(self.issued):
                    return f"lot {issue['lot']} where {len(self.issued)} belongs"
                self.issued.append(0)
                self.outstanding.append(0)
            if not 0 <= issue["lot"] < len(self.issued) or issue["amount"] <= 0:
                return f"lot {issue['lot']} cannot be issued so"
            self.issued[issue["lot"]] += issue["amount"]
        for leg in legs:
            problem = self.add_leg(leg)
            if problem:
                return problem
        for lot in {lot for leg in legs for lot, _ in leg.get("lots", [])}:
            if self.outstanding[lot] > self.issued[lot]:
                return f"more of lot {lot} is about than was issued"
        return None

    def add_leg(self, leg):
        account, amount, pieces = leg["account"], leg["amount"], leg.get("lots", [])
        drawn, technical = leg.get("drawn", 0), leg.get("technical", 0)
        self.balance[account] = self.balance.get(account, 0) + amount
        if account.startswith(COUNTER_SIDES):
            return f"{account} holds lots" if pieces or drawn or technical else None
        if sum(units for _, units in pieces) - drawn != amount:
            return f"the leg of {account} is not worth its pieces less what it draws"
        for lot, units in pieces:
            if not 0 <= lot < len(self.issued):
                return f"lot {lot} moves before it is issued"
            held = self.held.get((account, lot), 0) + units
            if held < 0:
                return f"{account} holds {held} of lot {lot}"
            self.held[account, lot] = held
            self.holds[account] = self.holds.get(account, 0) + units
            self.outstanding[lot] += units
        self.drawn[account] = self.drawn.get(account, 0) + drawn
        self.technical[account] = self.technical.get(account, 0) + technical
        if not 0 <= self.technical[account] <= self.drawn[account]:
            return f"the debt of {account} is out of range"
        if self.drawn[account] and self.holds.get(account, 0):
            return f"{account} holds units and is in debt"
        if self.holds.get(account, 0) - self.drawn[account] != self.balance[account]:
            return f"the balance of {account} is not what it holds less what it drew"
        return None


def verify(lines, head_only=False):
    """Checks stored lines; gives how many there are and the last head. Raises Broken."""
    books, count, head = Books(), 0, bytes(32)
    for number, head, stored in follow(lines):
        count = number
        if head_only:
            continue
        if not stored.startswith(b'{"v":'):
            raise Broken(number, "the version does not come first")
        try:
            line = json.loads(stored)
        except ValueError as error:
            raise Broken(number, f"not JSON: {error}") from None
        if line["number"] != number - 1:
            raise Broken(number, f"record number {line['number']} where {number - 1} belongs")
        record = line["record"]
        if ("opening" in record) != (number == 1):
            raise Broken(number, "an opening belongs on the first line and nowhere else")
        if "booked" in record:
            problem = books.add(record["booked"]["entry"])
            if problem:
                raise Broken(number, problem)
    if count == 0:
        raise Broken(1, "the journal is empty")
    if sum(books.balance.values()) != 0:
        raise Broken(count, "the balances do not sum to zero")
    return count, head.hex()


def read(path):
    with open(path, "rb") as file:
        stored = file.read()
    if stored and not stored.endswith(b"\n"):
        raise Broken(stored.count(b"\n") + 1, "the last line is cut off")
    return stored.split(b"\n")[:-1]


def damages(lines, rng):
    """Journals that are wrong in one place, with what is wrong. A sample where all would be too many."""
    count = len(lines)

    def some(most):
        # The first and the last always belong to the sample.
        return sorted({0, count - 1, *(rng.randrange(count) for _ in range(most))})

    for at in some(60):
        line = lines[at]
        places = range(len(line)) if count <= 3 else sorted({rng.randrange(len(line)) for _ in range(40)})
        for place in places:
            changed = bytearray(line)
            changed[place] ^= 1 << rng.randrange(8)
            yield f"byte {place} of line {at + 1} changed", lines[:at] + [bytes(changed)] + lines[at + 1 :], at
        cut = rng.randrange(1, len(line))
        yield f"line {at + 1} cut off after {cut} bytes", lines[:at] + [line[:cut]] + lines[at + 1 :], at
        yield f"line {at + 1} with a space behind it", lines[:at] + [line + b" "] + lines[at + 1 :], at
    for at in some(60):
        if at < count - 1:
            yield f"line {at + 1} lost", lines[:at] + lines[at + 1 :], at
            swapped = lines[:at] + [lines[at + 1], lines[at]] + lines[at + 2 :]
            yield f"lines {at + 1} and {at + 2} swapped", swapped, at
        yield f"line {at + 1} repeated", lines[: at + 1] + lines[at:], at + 1
        other = rng.randrange(count)
        yield f"line {at + 1} copied behind line {other + 1}", lines[: other + 1] + [lines[at]] + lines[other + 1 :], other + 1
    yield "everything lost", [], 0


def self_test(lines, rng):
    """Damages the journal in memory, each time in one place; gives the number tried. Raises Broken."""
    _, right = verify(lines)
    tried = 0
    for what, damaged, first in damages(lines, rng):
        tried += 1
        try:
            # Nothing before the damage changed, so it is enough to begin there.
            resumed_verify(lines, damaged, first)
        except Broken:
            continue
        raise Broken(first + 1, f"not noticed: {what}")
    # A journal that ends early is only told from a whole one by its head.
    if len(lines) > 1 and verify(lines[:-1], head_only=True)[1] == right:
        raise Broken(len(lines), "not noticed: the last line lost")
    # A chain built anew over changed books hides nothing from a head noted elsewhere.
    if rebuilt_head(lines) == right:
        raise Broken(len(lines), "not noticed: the chain built anew over a changed line")
    return tried + 2


def resumed_verify(lines, damaged, first):
    if not damaged:
        verify(damaged)
        return
    head = bytes(32) if first == 0 else split(lines[first - 1])[0]
    for number, stored in enumerate(damaged[first:], first + 1):
        parts = split(stored)
        if parts is None:
            raise Broken(number, "not a journal line")
        head = hashlib.sha256(DOMAIN + head + parts[1]).digest()
        if head != parts[0]:
            raise Broken(number, "the chain breaks")


def rebuilt_head(lines):
    head = bytes(32)
    for at, stored in enumerate(lines):
        line = split(stored)[1]
        if at == len(lines) - 1:
            line = line.replace(b"0", b"1", 1) if b"0" in line else line + b" "
        head = hashlib.sha256(DOMAIN + head + line).digest()
    return head.hex()


def main():
    parser = argparse.ArgumentParser(description="Verify journals with hashlib alone.")
    parser.add_argument("journals", nargs="+", metavar="JOURNAL")
    parser.add_argument("--head", help="the head the last line must have")
    parser.add_argument("--self-test", action="store_true", help="damage the journals in memory; each damage must be noticed")
    options = parser.parse_args()
    failed = False
    for path in options.journals:
        try:
            lines = read(path)
            count, head = verify(lines)
            print(f"{path}: {count} lines, head {head}")
            if options.head and options.head != head:
                raise Broken(count, f"the head is not {options.head}")
            if options.self_test:
                tried = self_test(lines, random.Random(20250101))
                print(f"{path}: {tried} damages tried, each noticed")
        except (Broken, OSError) as error:
            failed = True
            print(f"{path}: {error}", file=sys.stderr)
        except (KeyError, TypeError, ValueError) as error:
            failed = True
            print(f"{path}: a record has another form than this script knows: {error!r}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
