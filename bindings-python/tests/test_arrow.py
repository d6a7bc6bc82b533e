"""Tables in and out, with pyarrow, pandas and polars, and with none of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import FIRST, Town

import muntwerk as mw

COLUMNS: dict[str, list[Any]] = {
    "line": ["w-1", "w-2", "w-3"],
    "day": [FIRST] * 3,
    "what": ["transfer", "transfer", "gift"],
    "actor": ["m-1", "m-1", "m-2"],
    "role": ["participant"] * 3,
    "from": ["m-1", "m-1", "m-2"],
    "to": ["m-2", "m-2", "m-1"],
    "amount": [Decimal("5"), Decimal("20"), Decimal("7")],
}
CSV = "# daybook 1\n" + "\n".join(
    ";".join(row) for row in [list(COLUMNS), *([str(one) for one in row] for row in zip(*COLUMNS.values()))]
)


def table(**other: Any) -> pa.Table:
    return pa.table({**COLUMNS, **other})


@pytest.fixture
def rich(town: Town) -> Town:
    town.award(measured=10)
    return town


def coded(values: list[Any]) -> pa.Array:
    return pa.array(values).dictionary_encode()


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(table(), id="pyarrow"),
        pytest.param(table(amount=[5, 20, 7]), id="whole minor units"),
        pytest.param(table(amount=["5", "20", "7,00"]), id="figures as text"),
        pytest.param(table(day=["2025-01-02"] * 3), id="days as text"),
        pytest.param(table(what=coded(COLUMNS["what"]), actor=coded(COLUMNS["actor"])), id="dictionaries"),
        pytest.param(table(offer=pa.nulls(3)), id="a column of nothing"),
        pytest.param(pa.table(COLUMNS).slice(0, 3).to_batches()[0], id="one batch"),
        pytest.param(pa.concat_tables([table().slice(0, 1), table().slice(1, 2)]), id="two batches"),
        pytest.param(pa.concat_tables([table(), table()]).slice(3, 3), id="a slice"),
        pytest.param(pl.DataFrame(COLUMNS), id="polars"),
        pytest.param(pl.DataFrame(COLUMNS).with_columns(pl.col("what").cast(pl.Categorical)), id="polars categories"),
        pytest.param(pd.DataFrame(COLUMNS), id="pandas"),
        pytest.param(pd.DataFrame(COLUMNS).set_axis([7, 8, 9]), id="pandas with an index"),
    ],
)
def test_orders_come_from_any_table(rich: Town, source: Any) -> None:
    batch = rich.ledger.orders_from_arrow(source)
    expected = rich.ledger.orders_from_csv(CSV)
    assert list(batch) == list(expected) and len(batch) == 3 and batch.errors == []
    assert rich.ledger.execute_many(batch).booked == 3
    assert rich.ledger.balance("m-1").minor == 100 - 25 + 7


@pytest.mark.parametrize(
    ("other", "error", "says"),
    [
        ({"amount": [5.0, 20.0, 7.0]}, TypeError, "is a float; use decimal128"),
        ({"amount": [5.0, float("nan"), 7.0]}, TypeError, "float"),
        ({"amount": [True, False, True]}, TypeError, "is a bool"),
        ({"day": [dt.datetime(2025, 1, 2)] * 3}, TypeError, "timestamp; use date32"),
        ({"amount": [["5"], ["6"], ["7"]]}, TypeError, "Arrow type"),
        ({"amnt": [1, 2, 3]}, ValueError, '"amnt"'),
        ({"amount": [Decimal("5"), None, Decimal("7")]}, mw.RowsError, "row 1, column amount"),
        ({"amount": [5, -20, 7]}, mw.RowsError, "row 1, column amount"),
        ({"amount": [Decimal(5), Decimal(10) ** 30, Decimal(7)]}, mw.RowsError, "row 1, column amount"),
        ({"amount": ["5", "12,50", "7"]}, mw.RowsError, "row 1, column amount: 12.50"),
        ({"amount": [Decimal("5.5"), Decimal("20"), Decimal("7")]}, mw.RowsError, "row 0, column amount"),
        ({"day": ["02/01/2025"] * 3}, mw.RowsError, "row 0, column day"),
        ({"line": ["w-1", None, "w-3"]}, mw.RowsError, "row 1, column line"),
        ({"line": ["w-1", "", "\ufeffw-3"]}, mw.RowsError, "row 2, column line"),
        ({"what": ["transfer", "pay", "gift"]}, mw.RowsError, "row 1, column what"),
        ({"actor": ["m-1", "Jan Peeters", "m-2"]}, mw.RowsError, "row 1, column actor"),
        ({"partner": [None, "p-01", None]}, mw.RowsError, "row 1, column partner"),
    ],
)
def test_what_cannot_be_read_is_named(
    rich: Town, other: dict[str, Any], error: type[Exception], says: str
) -> None:
    before = rich.ledger.journal()
    with pytest.raises(error) as raised:
        rich.ledger.orders_from_arrow(table(**other))
    assert says in str(raised.value), str(raised.value)
    assert rich.ledger.journal() == before


def test_bad_rows_can_be_left_out_and_are_told(rich: Town) -> None:
    batch = rich.ledger.orders_from_arrow(table(amount=["5", "x", "7"]), skip_bad_rows=True)
    assert len(batch) == 2
    ((row, column, reason),) = batch.errors
    assert (row, column) == (1, "amount") and "x" in reason


def test_what_is_no_table(rich: Town) -> None:
    for wrong in ([{"line": "w-1"}], "table", pa.chunked_array([[1, 2]])):
        with pytest.raises((TypeError, ValueError)):
            rich.ledger.orders_from_arrow(wrong)
    with pytest.raises(ValueError, match="no column line, day"):
        rich.ledger.orders_from_arrow(pa.table({"amount": [1]}))
    assert len(rich.ledger.orders_from_arrow(table().slice(0, 0))) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (CSV.replace(";7", ";7;8"), "row 5: 9 values under 8 columns"),
        (CSV.replace("m-2;20", "m-2;12,50"), "row 4, column amount: 12.50"),
        (CSV.replace("2025-01-02;gift", "2-1-2025;gift"), "row 5, column day"),
        ("line;day\n", "row 1"),
    ],
)
def test_a_csv_that_cannot_be_read(rich: Town, text: str, says: str) -> None:
    with pytest.raises(mw.RowsError) as raised:
        rich.ledger.orders_from_csv(text if "\n" in text else f"{text}\n")
    assert says in str(raised.value), str(raised.value)


def test_a_csv_with_a_byte_order_mark_and_windows_lines(rich: Town) -> None:
    text = ("\ufeff" + CSV.replace("\n", "\r\n")).encode()
    assert list(rich.ledger.orders_from_csv(text)) == list(rich.ledger.orders_from_csv(CSV))


def test_the_same_line_twice_is_a_resend(rich: Town) -> None:
    batch = rich.ledger.orders_from_arrow(table(line=["w-1", "w-1", "w-3"], amount=[5, 5, 1]))
    answers = rich.ledger.execute_many(batch)
    assert (answers.booked, answers.repeated) == (2, 1)
    changed = rich.ledger.orders_from_arrow(table(line=["w-1", "w-4", "w-5"], amount=[6, 5, 1]))
    ((place, refusal),) = rich.ledger.execute_many(changed).refusals()
    assert place == 0 and refusal.code == "id_conflict"


def test_the_books_as_tables(rich: Town) -> None:
    rich.ledger.execute_many(rich.ledger.orders_from_arrow(table()))
    rich.ledger.close_day(FIRST)
    ledger = rich.ledger
    postings = pa.table(ledger.postings_table())
    assert postings.schema.field("amount").type == pa.decimal128(38, 0)
    assert postings.schema.field("booking_day").type == pa.date32()
    assert pa.types.is_dictionary(postings.schema.field("account").type)
    frame = postings.to_pandas()
    assert frame.groupby("record")["amount"].sum().eq(0).all()
    sums = frame.groupby("account", observed=True)["amount"].sum()
    for account in ledger.accounts():
        assert sums.get(account.id, 0) == account.balance
    entries = pl.DataFrame(ledger.entries_table())
    assert len(entries) == len(ledger) - 1 and entries["refusal"].null_count() == len(entries)
    assert set(entries["kind"].cast(pl.String)) >= {"award", "transfer", "gift", "close_day"}
    lots = pa.table(ledger.lots_table()).to_pylist()
    assert [one["outstanding"] for one in lots] == [one.outstanding for one in ledger.lots()]
    assert [one["ends_on"] for one in lots] == [one.ends_on for one in ledger.lots()]
    pieces = pd.DataFrame.from_arrow(ledger.pieces_table()) if hasattr(pd.DataFrame, "from_arrow") else None
    if pieces is not None:
        assert int(pieces["amount"].sum()) == sum(one.outstanding for one in ledger.lots())
    balances = pa.table(ledger.balances_table()).to_pylist()
    last = {row["account"]: row["balance"] for row in balances}
    assert last["m-1"] == 82 and last["m-2"] == 18
    notices = ledger.notices_table()
    assert notices.column_names == ["record", "account", "ends_on", "amount", "given_on"]
    assert len(notices) == pa.table(notices).num_rows == 0
    # A table can be taken more than once.
    assert pa.table(ledger.lots_table()) == pa.table(ledger.lots_table())
    held = ledger.lots_table()
    assert pa.table(held) == pa.table(held)
    assert pa.schema(held) == pa.table(held).schema
    assert "rows" in repr(held)


def test_a_refused_order_is_in_the_entries(rich: Town) -> None:
    rich.ledger.execute_many([rich.transfer(10_000)])
    last = pa.table(rich.ledger.entries_table()).to_pylist()[-1]
    assert last["refusal"] == rich.ledger.record(len(rich.ledger) - 1).refusal.code  # type: ignore[union-attr]


def test_a_long_table_keeps_its_order(rich: Town) -> None:
    rows = 11_000
    columns = {name: [values[0]] * rows for name, values in COLUMNS.items()}
    columns["line"] = [f"w-{at}" for at in range(rows)]
    columns["amount"] = [at if at != 10_500 else -1 for at in range(1, rows + 1)]
    batch = rich.ledger.orders_from_arrow(pl.DataFrame(columns), skip_bad_rows=True)
    assert [(row, column) for row, column, _ in batch.errors] == [(10_499, "amount")]
    amounts = [order.to_dict()["ask"]["transfer"]["pay"]["amount"] for order in (batch[0], batch[5_999], batch[-1])]
    assert amounts == [1, 6_000, rows] and len(batch) == rows - 1
