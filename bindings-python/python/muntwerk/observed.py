"""Lists of transactions that others kept, read without a design.

A list becomes an `Observed`: its movements, of which figures are asked as of those of a ledger; a health report that
says what became of every row; and what the list says of accounts. Figures that need lots (`as_booked`) or euro have
no value there, and say why.

Times are read as they are written: no time zone is applied, and what figures see is the civil day. Rows at one
moment keep the order of the file, and the report counts them.
"""

from __future__ import annotations

import datetime
import json
import os
import pathlib
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from . import health as _health
from . import indicators as _indicators
from ._native import Movements, _observe, _observe_table

__all__ = [
    "Observed",
    "read_cyclos",
    "read_daybook",
    "read_follow_the_money",
    "read_micro_velocity",
    "read_table",
    "read_ukds",
]


class Observed(NamedTuple):
    """A list that others kept.

    Attributes:
        movements: What was moved. There are no lots.
        health: What is wrong with the list, and what became of every row of it.
        attributes: What the list says of accounts: by account, by name.
    """

    movements: Movements
    health: _health.Health
    attributes: dict[str, dict[str, str]]

    def attribute(self, name: str) -> dict[str, str]:
        """One attribute of each account that has it, as `Movements.ask(..., attributes=...)` takes it.

        Raises:
            KeyError: If no account has it; the message names those there are.
        """
        found = {account: said[name] for account, said in self.attributes.items() if name in said}
        if not found:
            there = sorted({name for said in self.attributes.values() for name in said})
            raise KeyError(f"the list says no {name!r} of accounts; it says {', '.join(there) or 'nothing'}")
        return found


_File = bytes | str | os.PathLike[str]
_Holders = Mapping[str, _indicators.PartyKind]


def _bytes(file: _File, what: str) -> bytes:
    if isinstance(file, bytes):
        return file
    if isinstance(file, (str, os.PathLike)):
        return pathlib.Path(file).read_bytes()
    raise TypeError(f"{what}: expected a path, or the file's bytes, not {type(file).__name__}")


def _reading(
    unit: str, decimals: int | None, holders: _Holders | None, enters: str, leaves: str, beyond: str
) -> dict[str, Any]:
    if decimals is not None and (isinstance(decimals, bool) or not isinstance(decimals, int)):
        raise TypeError(f"decimals: expected a whole number, not {type(decimals).__name__}")
    return {
        "unit": unit,
        "decimals": decimals,
        "holders": dict(holders or {}),
        "enters": enters,
        "leaves": leaves,
        "beyond": beyond,
    }


def _observed(made: tuple[Movements, str, str]) -> Observed:
    movements, health, attributes = made
    return Observed(movements, _health._Health.load(json.loads(health)), json.loads(attributes))


def _read(schema: str, files: list[bytes | None], reading: dict[str, Any]) -> Observed:
    return _observed(_observe(schema, files, json.dumps(reading)))


def read_ukds(
    transactions: _File,
    users: _File | None = None,
    *,
    unit: str = "",
    decimals: int | None = None,
    holders: _Holders | None = None,
    beyond: Literal["unexplained", "credit"] = "unexplained",
) -> Observed:
    """Reads a list of the UK Data Service (855142, Sarafu): transactions, and users if there are any.

    `DISBURSEMENT` is earned, `RECLAMATION` lapses, `AGENT_OUT` is exchanged. Users give attributes, say which accounts
    are known, and what each should hold at the end.

    Args:
        transactions: A path, or the bytes of the file.
        users: The same.
        unit: What a unit is called; what the list calls it unless it is given.
        decimals: How many decimals count; figures that need more are bad rows. As many as the list needs, up to 6,
            unless it is given.
        holders: Accounts that are no participant's, such as the pot, by name.
        beyond: What it means that an account pays more than it holds: nobody knows, or it draws credit.

    Raises:
        RowsError: If it is no list of that kind at all. What is wrong with single rows stands in the health.
    """
    files = [_bytes(transactions, "transactions"), None if users is None else _bytes(users, "users")]
    return _read("ukds", files, _reading(unit, decimals, holders, "earned", "redeemed", beyond))


def read_follow_the_money(
    transactions: _File,
    configuration: _File,
    *,
    unit: str = "",
    decimals: int | None = None,
    holders: _Holders | None = None,
    enters: Literal["earned", "bought"] = "earned",
    leaves: Literal["redeemed", "exchanged"] = "redeemed",
    beyond: Literal["unexplained", "credit"] = "unexplained",
) -> Observed:
    """Reads a list of follow-the-money: a CSV without a header, and the JSON that names its columns.

    Args:
        transactions: A path, or the bytes of the file.
        configuration: The same, of the JSON.
        unit: What a unit is called.
        decimals: How many decimals count; as many as the list needs, up to 6, unless it is given.
        holders: Accounts that are no participant's, by name.
        enters: What it means that units come from outside.
        leaves: What it means that they go there.
        beyond: What it means that an account pays more than it holds.

    Raises:
        RowsError: If it is no list of that kind at all.
    """
    files: list[bytes | None] = [_bytes(transactions, "transactions"), _bytes(configuration, "configuration")]
    return _read("follow_the_money", files, _reading(unit, decimals, holders, enters, leaves, beyond))


def read_cyclos(
    accounts: _File,
    transfers: _File,
    custom_field_values: _File | None = None,
    *,
    unit: str = "",
    decimals: int | None = None,
    holders: _Holders | None = None,
    enters: Literal["earned", "bought"] = "earned",
    leaves: Literal["redeemed", "exchanged"] = "redeemed",
    beyond: Literal["unexplained", "credit"] = "unexplained",
) -> Observed:
    """Reads the tables of Cyclos 3: accounts, transfers, and values of custom fields if there are any.

    Args:
        accounts: A path, or the bytes of the file.
        transfers: The same.
        custom_field_values: The same; they become attributes.
        unit: What a unit is called.
        decimals: How many decimals count; as many as the list needs, up to 6, unless it is given.
        holders: Accounts that are no participant's, by name.
        enters: What it means that units come from an account of the system.
        leaves: What it means that they go there.
        beyond: What it means that an account pays more than it holds.

    Raises:
        RowsError: If they are no tables of that kind at all.
    """
    fields = None if custom_field_values is None else _bytes(custom_field_values, "custom_field_values")
    files = [_bytes(accounts, "accounts"), _bytes(transfers, "transfers"), fields]
    return _read("cyclos", files, _reading(unit, decimals, holders, enters, leaves, beyond))


def read_micro_velocity(
    allocations: _File,
    transfers: _File,
    *,
    first_day: datetime.date,
    blocks_per_day: int,
    unit: str = "",
    decimals: int | None = None,
    holders: _Holders | None = None,
    enters: Literal["earned", "bought"] = "earned",
    beyond: Literal["unexplained", "credit"] = "unexplained",
) -> Observed:
    """Reads allocations and transfers by block, as MicroVelocityAnalyzer has them.

    Args:
        allocations: A path, or the bytes of the file.
        transfers: The same.
        first_day: The day of block 0. A block is no day, and the list does not say when it was.
        blocks_per_day: How many blocks a day has.
        unit: What a unit is called.
        decimals: How many decimals count; as many as the list needs, up to 6, unless it is given.
        holders: Accounts that are no participant's, by name.
        enters: What an allocation means.
        beyond: What it means that an account pays more than it holds.

    Raises:
        RowsError: If they are no lists of that kind at all.
        TypeError: If `first_day` is no `datetime.date`.
    """
    if not isinstance(first_day, datetime.date) or isinstance(first_day, datetime.datetime):
        raise TypeError(f"first_day: expected a datetime.date, not {type(first_day).__name__}")
    if isinstance(blocks_per_day, bool) or not isinstance(blocks_per_day, int):
        raise TypeError(f"blocks_per_day: expected a whole number, not {type(blocks_per_day).__name__}")
    if not 0 < blocks_per_day < 2**32:
        raise ValueError(f"blocks_per_day: {blocks_per_day} is not from 1 to 4294967295")
    blocks = {"first_day": first_day.isoformat(), "blocks_per_day": blocks_per_day}
    files: list[bytes | None] = [_bytes(allocations, "allocations"), _bytes(transfers, "transfers")]
    reading = _reading(unit, decimals, holders, enters, "redeemed", beyond)
    return _read("micro_velocity", files, {**reading, **blocks})


def read_daybook(
    daybook: _File,
    *,
    unit: str = "",
    decimals: int | None = None,
    holders: _Holders | None = None,
    beyond: Literal["unexplained", "credit"] = "unexplained",
) -> Observed:
    """Reads a day book of ours where there is no design: rows that state an amount become movements, and rows of which
    only a design can tell the amount are in the health. With a design, `Ledger.run_daybook` books all of it.

    Args:
        daybook: A path, or the bytes of the file.
        unit: What a unit is called.
        decimals: How many decimals count; as many as the list needs, up to 6, unless it is given.
        holders: Accounts that are no participant's, by name.
        beyond: What it means that an account pays more than it holds.

    Raises:
        RowsError: If it is no day book at all.
    """
    reading = _reading(unit, decimals, holders, "earned", "redeemed", beyond)
    return _read("day_book", [_bytes(daybook, "daybook")], reading)


def read_table(
    table: Any,
    *,
    attributes: Mapping[str, Mapping[str, str]] | None = None,
    unit: str = "",
    decimals: int = 0,
    holders: _Holders | None = None,
    beyond: Literal["unexplained", "credit"] = "unexplained",
) -> Observed:
    """Reads the rows of a table: anything of pyarrow, pandas or polars.

    Columns: `day` (date32, or text as 2025-01-31), `from`, `to`, `amount` (decimal, text, or whole minor units), and if
    they are there `id`, `kind` (a word of `muntwerk.indicators.Kind`; without it a payment), `role`, `contact_point`,
    `on_behalf` (0 or 1), `partner`.

    Args:
        table: Anything with `__arrow_c_stream__` or `__arrow_c_array__`.
        attributes: What is known of accounts: by account, by name.
        unit: What a unit is called.
        decimals: How many decimals an amount has.
        holders: Accounts that are no participant's, by name.
        beyond: What it means that an account pays more than it holds.

    Raises:
        TypeError: If a column has a type that it cannot have, such as a float where an amount is meant.
        ValueError: If a column is unknown, doubled, or missing.
        RowsError: With every cell that cannot be read: row (from 0), column, reason.
    """
    reading = _reading(unit, decimals, holders, "earned", "redeemed", beyond)
    said = {account: dict(values) for account, values in (attributes or {}).items()}
    return _observed(_observe_table(table, json.dumps(said), json.dumps(reading)))
