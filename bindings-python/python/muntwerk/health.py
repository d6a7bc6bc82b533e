"""What became of the rows of a list that others kept, and where it contradicts itself.

Written from the source of the engine by `cargo run -p muntwerk-python-types`; not by hand.
"""

from __future__ import annotations

import datetime
import fractions
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Union

from . import _model as _m
from ._model import Ask, Model, Question

if TYPE_CHECKING:
    from ._native import Order, Refusal


#: One of the files of a list.
ListFile: TypeAlias = Literal[
    "transactions",
    "users",
    "accounts",
    "transfers",
    "custom_field_values",
    "allocations",
    "day_book",
    "rows",
]
_ListFile: _m.Check = _m.OneWord("ListFile", ("transactions", "users", "accounts", "transfers", "custom_field_values", "allocations", "day_book", "rows",))


@dataclass(frozen=True, slots=True, repr=False)
class FileHealth(Model):
    """What became of the rows of one file.

    Attributes:
        file: Which.
        byte_order_mark: Whether it begins with a byte order mark, which does not count.
        blank_lines: Lines on which nothing stands.
        unused_columns: The columns that the schema has no use for.
        rows: All rows but the header and blank lines.
        used: Those that became movements, or that said something about an account.
        bad: Those in `Health.bad_rows`.
        left_out: Those in `Health.left_out`.
    """

    file: ListFile
    byte_order_mark: bool
    blank_lines: int
    unused_columns: tuple[str, ...]
    rows: int
    used: int
    bad: int
    left_out: int


FileHealth._fields = (
    _m.Field("file", "file", _ListFile, _m.NEEDED),
    _m.Field("byte_order_mark", "byte_order_mark", _m.TRUTH, _m.NEEDED),
    _m.Field("blank_lines", "blank_lines", _m.WHOLE, _m.NEEDED),
    _m.Field("unused_columns", "unused_columns", _m.Many(_m.TEXT), _m.NEEDED),
    _m.Field("rows", "rows", _m.WHOLE, _m.NEEDED),
    _m.Field("used", "used", _m.WHOLE, _m.NEEDED),
    _m.Field("bad", "bad", _m.WHOLE, _m.NEEDED),
    _m.Field("left_out", "left_out", _m.WHOLE, _m.NEEDED),
)
_FileHealth: _m.Check = _m.One(FileHealth)


@dataclass(frozen=True, slots=True, repr=False)
class RowPlace(Model):
    """A line of a file.

    Attributes:
        file: Which file.
        line: The line in it, counted from 1; of rows that the host handed in, the number of the row.
    """

    file: ListFile
    line: int


RowPlace._fields = (
    _m.Field("file", "file", _ListFile, _m.NEEDED),
    _m.Field("line", "line", _m.WHOLE, _m.NEEDED),
)
_RowPlace: _m.Check = _m.One(RowPlace)


@dataclass(frozen=True, slots=True, repr=False)
class RowFault(Model):
    """Something wrong in a line.

    Attributes:
        column: The name of the column, as far as one is to blame.
        reason: What is wrong.
    """

    column: str | None
    reason: str


RowFault._fields = (
    _m.Field("column", "column", _m.Maybe(_m.TEXT), _m.NEEDED),
    _m.Field("reason", "reason", _m.TEXT, _m.NEEDED),
)
_RowFault: _m.Check = _m.One(RowFault)


@dataclass(frozen=True, slots=True, repr=False)
class BadRow(Model):
    """A row with what cannot be read in it.

    Attributes:
        place: Where.
        faults: Everything wrong with it.
    """

    place: RowPlace
    faults: tuple[RowFault, ...]


BadRow._fields = (
    _m.Field("place", "place", _RowPlace, _m.NEEDED),
    _m.Field("faults", "faults", _m.Many(_RowFault), _m.NEEDED),
)
_BadRow: _m.Check = _m.One(BadRow)


@dataclass(frozen=True, slots=True, repr=False)
class WhyLeftOutRowDuplicate(Model):
    """An earlier row has this id.

    Attributes:
        first: The line of that row.
        same: Whether it says the same.
    """

    first: int
    same: bool


WhyLeftOutRowDuplicate._fields = (
    _m.Field("first", "first", _m.WHOLE, _m.NEEDED),
    _m.Field("same", "same", _m.TRUTH, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class WhyLeftOutRowOtherToken(Model):
    """It is in another currency than the list.

    Attributes:
        token: As the row calls it.
    """

    token: str


WhyLeftOutRowOtherToken._fields = (
    _m.Field("token", "token", _m.TEXT, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class WhyLeftOutRowNotBooked(Model):
    """It was not booked.

    Attributes:
        status: Its state, as the row calls it.
    """

    status: str


WhyLeftOutRowNotBooked._fields = (
    _m.Field("status", "status", _m.TEXT, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class WhyLeftOutRowMovesNothing(Model):
    """This kind of row moves no units.

    Attributes:
        what: The kind.
    """

    what: str


WhyLeftOutRowMovesNothing._fields = (
    _m.Field("what", "what", _m.TEXT, _m.NEEDED),
)


@dataclass(frozen=True, slots=True, repr=False)
class WhyLeftOutRowOnlyTheDesignTells(Model):
    """How much it moves only the design can tell.

    Attributes:
        what: The kind.
    """

    what: str


WhyLeftOutRowOnlyTheDesignTells._fields = (
    _m.Field("what", "what", _m.TEXT, _m.NEEDED),
)

#: Why a row is no movement.
WhyLeftOutRow: TypeAlias = Union[WhyLeftOutRowDuplicate, WhyLeftOutRowOtherToken, WhyLeftOutRowNotBooked, WhyLeftOutRowMovesNothing, WhyLeftOutRowOnlyTheDesignTells, Literal["self_transfer", "zero", "outside_boundary", "outside_window", "not_about_an_account"]]
_WhyLeftOutRow: _m.Check = _m.OneOf("WhyLeftOutRow", {"duplicate": WhyLeftOutRowDuplicate, "other_token": WhyLeftOutRowOtherToken, "not_booked": WhyLeftOutRowNotBooked, "moves_nothing": WhyLeftOutRowMovesNothing, "only_the_design_tells": WhyLeftOutRowOnlyTheDesignTells}, ("self_transfer", "zero", "outside_boundary", "outside_window", "not_about_an_account",))


@dataclass(frozen=True, slots=True, repr=False)
class LeftOutRow(Model):
    """A row that is no movement.

    Attributes:
        place: Where.
        why: Why.
    """

    place: RowPlace
    why: WhyLeftOutRow


LeftOutRow._fields = (
    _m.Field("place", "place", _RowPlace, _m.NEEDED),
    _m.Field("why", "why", _WhyLeftOutRow, _m.NEEDED),
)
_LeftOutRow: _m.Check = _m.One(LeftOutRow)


@dataclass(frozen=True, slots=True, repr=False)
class TiedRows(Model):
    """Rows at one moment.

    Attributes:
        day: The day.
        places: The rows, in the order that was taken.
    """

    day: datetime.date
    places: tuple[RowPlace, ...]


TiedRows._fields = (
    _m.Field("day", "day", _m.DAY, _m.NEEDED),
    _m.Field("places", "places", _m.Many(_RowPlace), _m.NEEDED),
)
_TiedRows: _m.Check = _m.One(TiedRows)

#: What orders rows at one moment.
TieBreak: TypeAlias = Literal[
    "place_in_file",
]
_TieBreak: _m.Check = _m.OneWord("TieBreak", ("place_in_file",))


@dataclass(frozen=True, slots=True, repr=False)
class DayGap(Model):
    """Days without a row.

    Attributes:
        from_: The first of them.
        through: The last of them.
    """

    from_: datetime.date
    through: datetime.date


DayGap._fields = (
    _m.Field("from_", "from", _m.DAY, _m.NEEDED),
    _m.Field("through", "through", _m.DAY, _m.NEEDED),
)
_DayGap: _m.Check = _m.One(DayGap)


@dataclass(frozen=True, slots=True, repr=False)
class NumberGap(Model):
    """Numbers that no row has.

    Attributes:
        file: In which file.
        from_: The first of them.
        through: The last of them.
    """

    file: ListFile
    from_: int
    through: int


NumberGap._fields = (
    _m.Field("file", "file", _ListFile, _m.NEEDED),
    _m.Field("from_", "from", _m.WHOLE, _m.NEEDED),
    _m.Field("through", "through", _m.WHOLE, _m.NEEDED),
)
_NumberGap: _m.Check = _m.One(NumberGap)


@dataclass(frozen=True, slots=True, repr=False)
class UnknownAccount(Model):
    """An account that the list of accounts does not have.

    Attributes:
        account: As the rows call it.
        first: The first row that names it.
        rows: How many rows name it.
    """

    account: str
    first: RowPlace
    rows: int


UnknownAccount._fields = (
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("first", "first", _RowPlace, _m.NEEDED),
    _m.Field("rows", "rows", _m.WHOLE, _m.NEEDED),
)
_UnknownAccount: _m.Check = _m.One(UnknownAccount)

#: What does not hold.
BreakKind: TypeAlias = Literal[
    "pays_more_than_it_holds",
    "stated_balance",
    "final_balance",
]
_BreakKind: _m.Check = _m.OneWord("BreakKind", ("pays_more_than_it_holds", "stated_balance", "final_balance",))


@dataclass(frozen=True, slots=True, repr=False)
class IdentityBreak(Model):
    """Where an account holds something else than it should.

    Attributes:
        place: The row that says so.
        account: The account.
        what: What does not hold.
        expected: What should be there.
        found: What is there by the rows before.
        amount: By how much it breaks in this row: `expected - found`, less what broke before.
    """

    place: RowPlace
    account: str
    what: BreakKind
    expected: int
    found: int
    amount: int


IdentityBreak._fields = (
    _m.Field("place", "place", _RowPlace, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("what", "what", _BreakKind, _m.NEEDED),
    _m.Field("expected", "expected", _m.WHOLE, _m.NEEDED),
    _m.Field("found", "found", _m.WHOLE, _m.NEEDED),
    _m.Field("amount", "amount", _m.WHOLE, _m.NEEDED),
)
_IdentityBreak: _m.Check = _m.One(IdentityBreak)


@dataclass(frozen=True, slots=True, repr=False)
class OpeningBalance(Model):
    """What an account held before its first row.

    Attributes:
        place: The row that states it.
        account: The account.
        amount: How much.
    """

    place: RowPlace
    account: str
    amount: int


OpeningBalance._fields = (
    _m.Field("place", "place", _RowPlace, _m.NEEDED),
    _m.Field("account", "account", _m.TEXT, _m.NEEDED),
    _m.Field("amount", "amount", _m.WHOLE, _m.NEEDED),
)
_OpeningBalance: _m.Check = _m.One(OpeningBalance)


@dataclass(frozen=True, slots=True, repr=False)
class Health(Model):
    """What a list is worth: what became of its rows, and where it contradicts itself. Amounts are minor units.

    Attributes:
        files: Every file: `rows = used + bad + left_out`.
        movements: Movements in the list that came of it. More than the rows used for them by the openings, by what is
            unexplained, and by fees.
        bad_rows: Rows that cannot be read, with everything wrong in each. Nothing of them is used.
        unread_cells: Cells that cannot be read in rows that are used without them.
        left_out: Rows that can be read and are no movement, and why.
        ties: Rows at one moment, so that the list does not say in which order they were booked.
        tied_rows: How many rows are tied.
        ties_broken_by: What ordered them.
        out_of_order: Rows that stand behind a row of a later moment, and were put before it.
        zones: The marks of time zones that stand behind times. None was applied: days are as written.
        gaps: A week or more without a row.
        number_gaps: Numbers that no row has, where the ids of all rows are whole numbers.
        unknown_accounts: Accounts that the list of accounts does not have, where there is one.
        identity_breaks: Where in - out = balance does not hold.
        openings: What accounts held before their first row, as far as the list states it. It is a movement on the first day.
    """

    files: tuple[FileHealth, ...]
    movements: int
    bad_rows: tuple[BadRow, ...]
    unread_cells: tuple[BadRow, ...]
    left_out: tuple[LeftOutRow, ...]
    ties: tuple[TiedRows, ...]
    tied_rows: int
    ties_broken_by: TieBreak
    out_of_order: tuple[RowPlace, ...]
    zones: tuple[str, ...]
    gaps: tuple[DayGap, ...]
    number_gaps: tuple[NumberGap, ...]
    unknown_accounts: tuple[UnknownAccount, ...]
    identity_breaks: tuple[IdentityBreak, ...]
    openings: tuple[OpeningBalance, ...]


Health._fields = (
    _m.Field("files", "files", _m.Many(_FileHealth), _m.NEEDED),
    _m.Field("movements", "movements", _m.WHOLE, _m.NEEDED),
    _m.Field("bad_rows", "bad_rows", _m.Many(_BadRow), _m.NEEDED),
    _m.Field("unread_cells", "unread_cells", _m.Many(_BadRow), _m.NEEDED),
    _m.Field("left_out", "left_out", _m.Many(_LeftOutRow), _m.NEEDED),
    _m.Field("ties", "ties", _m.Many(_TiedRows), _m.NEEDED),
    _m.Field("tied_rows", "tied_rows", _m.WHOLE, _m.NEEDED),
    _m.Field("ties_broken_by", "ties_broken_by", _TieBreak, _m.NEEDED),
    _m.Field("out_of_order", "out_of_order", _m.Many(_RowPlace), _m.NEEDED),
    _m.Field("zones", "zones", _m.Many(_m.TEXT), _m.NEEDED),
    _m.Field("gaps", "gaps", _m.Many(_DayGap), _m.NEEDED),
    _m.Field("number_gaps", "number_gaps", _m.Many(_NumberGap), _m.NEEDED),
    _m.Field("unknown_accounts", "unknown_accounts", _m.Many(_UnknownAccount), _m.NEEDED),
    _m.Field("identity_breaks", "identity_breaks", _m.Many(_IdentityBreak), _m.NEEDED),
    _m.Field("openings", "openings", _m.Many(_OpeningBalance), _m.NEEDED),
)
_Health: _m.Check = _m.One(Health)

__all__ = [
    "BadRow",
    "BreakKind",
    "DayGap",
    "FileHealth",
    "Health",
    "IdentityBreak",
    "LeftOutRow",
    "ListFile",
    "NumberGap",
    "OpeningBalance",
    "RowFault",
    "RowPlace",
    "TieBreak",
    "TiedRows",
    "UnknownAccount",
    "WhyLeftOutRow",
    "WhyLeftOutRowDuplicate",
    "WhyLeftOutRowMovesNothing",
    "WhyLeftOutRowNotBooked",
    "WhyLeftOutRowOnlyTheDesignTells",
    "WhyLeftOutRowOtherToken",
]
