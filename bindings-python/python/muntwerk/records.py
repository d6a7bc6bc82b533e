"""Records of the journal, and what the books hold now."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from . import _model as _m
from . import books as _books
from . import orders as _orders
from ._model import Model

if TYPE_CHECKING:
    from ._native import Ledger, Order, Receipt, Refusal
    from .books import Entry, Opening, OriginKind
    from .orders import AccountKind, AccountState
    from .views import Comparison

__all__ = ["Account", "DaybookLine", "Held", "InStock", "Lot", "NotesAt", "Record", "Verified", "WhatIf"]


class Verified(NamedTuple):
    """A journal in which everything is in order.

    Attributes:
        lines: How many lines it has.
        head: The head after the last: 64 hexadecimal digits.
    """

    lines: int
    head: str


class WhatIf(NamedTuple):
    """What if the design had been another one.

    Attributes:
        ledger: The ledger as it would be, in memory.
        comparison: How it differs, and what is taken for granted.
    """

    ledger: Ledger
    comparison: Comparison


class Record(NamedTuple):
    """A line of the journal: an order and what it came to. The first is the opening, which has no order.

    Attributes:
        number: The sequence number, from zero without gaps. It alone orders.
        order: The order.
        entry: What was booked.
        refusal: Why it was refused.
        opening: Which ledger, from which day, under which design.
    """

    number: int
    order: Order | None
    entry: Entry | None
    refusal: Refusal | None
    opening: Opening | None


class DaybookLine(NamedTuple):
    """What came of a line of a day book.

    Attributes:
        line: The line in the file, counted from 1.
        reference: The office's own reference, if it can be read.
        answer: What came of it; `None` if it cannot be read.
        errors: What is wrong with it: line, column, reason.
        not_closed: Why the days before it could not be closed, if they could not.
    """

    line: int
    reference: str | None
    answer: Receipt | Refusal | None
    errors: list[tuple[int, str | None, str]]
    not_closed: Refusal | None


@dataclass(frozen=True, slots=True, repr=False)
class Held(Model):
    """Units of one lot on an account.

    Attributes:
        lot: Which lot.
        amount: How much of it. In minor units.
        earned_on: The day on which the units were earned.
        ends_on: The last day on which they can be spent, if they end.
    """

    lot: int
    amount: int
    earned_on: datetime.date
    ends_on: datetime.date | None


Held._fields = (
    _m.Field("lot", "lot", _m.WHOLE, _m.NEEDED),
    _m.Field("amount", "amount", _m.MINOR, _m.NEEDED),
    _m.Field("earned_on", "earned_on", _m.DAY, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), _m.NEEDED),
)
_Held: _m.Check = _m.One(Held)


@dataclass(frozen=True, slots=True, repr=False)
class Account(Model):
    """An account as it stands.

    Attributes:
        id: Its id.
        kind: What it is for.
        state: Its state.
        opened_on: The day it was opened.
        balance: What it holds less what it has drawn. In minor units.
        drawn: What was paid beyond what it held and is not earned back. In minor units.
        technical_debt: The part of it that reversals caused. In minor units.
        holders: Who holds it.
        lots: What it holds, in spending order.
    """

    id: str
    kind: AccountKind
    state: AccountState
    opened_on: datetime.date
    balance: int
    drawn: int
    technical_debt: int
    holders: tuple[str, ...]
    lots: tuple[Held, ...]


Account._fields = (
    _m.Field("id", "id", _m.TEXT, _m.NEEDED),
    _m.Field("kind", "kind", _orders._AccountKind, _m.NEEDED),
    _m.Field("state", "state", _orders._AccountState, _m.NEEDED),
    _m.Field("opened_on", "opened_on", _m.DAY, _m.NEEDED),
    _m.Field("balance", "balance", _m.MINOR, _m.NEEDED),
    _m.Field("drawn", "drawn", _m.MINOR, _m.NEEDED),
    _m.Field("technical_debt", "technical_debt", _m.MINOR, _m.NEEDED),
    _m.Field("holders", "holders", _m.Many(_m.TEXT), _m.NEEDED),
    _m.Field("lots", "lots", _m.Many(_Held), _m.NEEDED),
)
_Account: _m.Check = _m.One(Account)


@dataclass(frozen=True, slots=True, repr=False)
class NotesAt(Model):
    """Pieces of paper in one place.

    Attributes:
        place: Where: a word such as `vault`, or `stock:<office>`.
        series: Which series.
        face: The face. In minor units.
        pieces: How many; what was printed is counted below zero.
    """

    place: str
    series: str
    face: int
    pieces: int


NotesAt._fields = (
    _m.Field("place", "place", _m.TEXT, _m.NEEDED),
    _m.Field("series", "series", _m.TEXT, _m.NEEDED),
    _m.Field("face", "face", _m.MINOR, _m.NEEDED),
    _m.Field("pieces", "pieces", _m.WHOLE, _m.NEEDED),
)
_NotesAt: _m.Check = _m.One(NotesAt)


@dataclass(frozen=True, slots=True, repr=False)
class InStock(Model):
    """Pieces of an offer that a partner has and nobody has reserved.

    Attributes:
        partner: Whose.
        reward: Which line of the redemption catalogue.
        pieces: How many.
    """

    partner: str
    reward: str
    pieces: int


InStock._fields = (
    _m.Field("partner", "partner", _m.TEXT, _m.NEEDED),
    _m.Field("reward", "reward", _m.TEXT, _m.NEEDED),
    _m.Field("pieces", "pieces", _m.WHOLE, _m.NEEDED),
)
_InStock: _m.Check = _m.One(InStock)


@dataclass(frozen=True, slots=True, repr=False)
class Lot(Model):
    """Units of one origin and one life.

    Attributes:
        lot: Its number.
        kind: How the units came to be.
        through: Through which account.
        earned_on: The day on which they were earned.
        ends_on: The last day on which they can be spent, if they end.
        parent: The lot they were before, of renewed units.
        issued: How many were issued. In minor units.
        outstanding: How many of them somebody holds. In minor units.
    """

    lot: int
    kind: OriginKind
    through: str
    earned_on: datetime.date
    ends_on: datetime.date | None
    parent: int | None
    issued: int
    outstanding: int


Lot._fields = (
    _m.Field("lot", "lot", _m.WHOLE, _m.NEEDED),
    _m.Field("kind", "kind", _books._OriginKind, _m.NEEDED),
    _m.Field("through", "through", _m.TEXT, _m.NEEDED),
    _m.Field("earned_on", "earned_on", _m.DAY, _m.NEEDED),
    _m.Field("ends_on", "ends_on", _m.Maybe(_m.DAY), _m.NEEDED),
    _m.Field("parent", "parent", _m.Maybe(_m.WHOLE), _m.NEEDED),
    _m.Field("issued", "issued", _m.MINOR, _m.NEEDED),
    _m.Field("outstanding", "outstanding", _m.MINOR, _m.NEEDED),
)
_Lot: _m.Check = _m.One(Lot)
