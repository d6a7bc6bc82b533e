"""Lists that others kept, with everything that is wrong with them."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import ROOT

import muntwerk as mw
from muntwerk import observed
from muntwerk.indicators import Flows, Holding, Partners, RedemptionAge, Transactions

TRANSACTIONS = b"""\xef\xbb\xbfid,timeset,transfer_subtype,source,target,weight,token_name,token_address
1,2020-01-25 10:00:00.000001,DISBURSEMENT,0xoffice,0xann,400,Sarafu,0xtoken
2,2020-01-25 11:00:00.000000,STANDARD,0xann,0xbob,12.5,Sarafu,0xtoken
3,2020-01-26 12:00:00.000000,STANDARD,0xbob,0xann,"1,5",Sarafu,0xtoken
2,2020-01-25 11:00:00.000000,STANDARD,0xann,0xbob,12.5,Sarafu,0xtoken
4,2020-01-26 12:00:00.000000,STANDARD,0xbob,0xann,1,Sarafu,0xtoken,nine
5,2020-01-27 12:00:00.000000,STANDARD,0xbob,0xann,20,Sarafu,0xtoken
6,2020-02-27 12:00:00.000000,AGENT_OUT,0xann,0xagent,7,Sarafu,0xtoken
"""
USERS = b"""id,start,xDAI_blockchain_address,final_bal,area_name,gender
1,2020-01-25,0xann,400.5,Nairobi,female
2,2020-01-25,0xbob,0,Kilifi,male
"""


def test_a_list_of_the_data_service() -> None:
    list_ = observed.read_ukds(TRANSACTIONS, USERS)
    # 400, 12.50 and 20 and 7; before Bob pays 20, the 7.5 that he does not have.
    rows = list_.movements.table()
    frame = pa.table(rows).to_pandas()
    assert list(frame["kind"]) == ["earn", "transfer", "unexplained", "transfer", "exchange"]
    assert [str(amount) for amount in frame["amount"]] == ["400.0", "12.5", "7.5", "20.0", "7.0"]
    health = list_.health
    file = health.files[0]
    assert (file.rows, file.used, file.bad, file.left_out, file.byte_order_mark) == (7, 4, 2, 1, True)
    assert [(row.place.line, row.faults[0].column) for row in health.bad_rows] == [(4, "weight"), (6, None)]
    assert "9 values under 8 columns" in health.bad_rows[1].faults[0].reason
    assert health.left_out[0].place.line == 5
    breaks = {(one.account, one.what): one.amount for one in health.identity_breaks}
    assert breaks[("0xbob", "pays_more_than_it_holds")] == 75
    assert ("0xann", "final_balance") not in breaks
    assert [account.account for account in health.unknown_accounts] == ["0xagent", "0xoffice"]
    assert health.gaps[0].from_ == dt.date(2020, 1, 28) and not health.ties
    assert list_.attribute("area_name") == {"0xann": "Nairobi", "0xbob": "Kilifi"}
    with pytest.raises(KeyError, match="area_name"):
        list_.attribute("village")
    assert pickle.loads(pickle.dumps(health)) == health and "identity_breaks" in repr(health)


def test_figures_that_need_no_lots_work_and_the_others_say_why() -> None:
    list_ = observed.read_ukds(TRANSACTIONS, USERS)
    window = (dt.date(2020, 1, 1), dt.date(2020, 2, 29))
    (flow,) = list_.movements.ask(Flows(window=window, by="lifetime")).value or ()
    assert (flow.earned, flow.unexplained, flow.exchanged, flow.outstanding) == (4000, 75, 70, 4005)
    asked: dict[str, Any] = {"window": window, "population": "participants"}
    held = list_.movements.ask(Holding(rule="fifo", ends_in=("transfer",), **asked))
    assert held.value is not None and held.value.ended == 325
    booked = list_.movements.ask(Holding(rule="as_booked", ends_in=("transfer",), **asked))
    assert (booked.value, booked.undefined) == (None, "no_lots") and "no lots" in (booked.reason or "")
    assert list_.movements.ask(Partners(window=window)).undefined == "not_said"
    assert list_.movements.ask(RedemptionAge(rule="fifo", **asked)).undefined == "nothing_counted"
    by_area = list_.movements.ask(Transactions(kinds=("transfer",), **asked), list_.attribute("area_name"))
    volumes = {area: figure.value.volume for area, figure in by_area.items() if figure.value is not None}
    assert volumes == {"Nairobi": 125, "Kilifi": 200}


def test_follow_the_money_cyclos_and_micro_velocity(tmp_path: Path) -> None:
    blocks = observed.read_micro_velocity(
        b"block_number,to_address,amount\n0,0xann,10\n",
        b"block_number,from_address,to_address,amount\n150,0xann,0xbob,4\n",
        first_day=dt.date(2024, 1, 1),
        blocks_per_day=100,
    )
    assert blocks.movements.window == (dt.date(2024, 1, 1), dt.date(2024, 1, 2)) and blocks.health.files[0].rows == 1
    with pytest.raises(mw.RowsError, match="block_number"):
        observed.read_micro_velocity(b"to,amount\n", b"", first_day=dt.date(2024, 1, 1), blocks_per_day=1)
    with pytest.raises(TypeError, match="datetime.date"):
        observed.read_micro_velocity(b"", b"", first_day="2024-01-01", blocks_per_day=1)  # type: ignore[arg-type]
    with pytest.raises(mw.RowsError):
        observed.read_follow_the_money(b"1,2019-08-18,a,b,5\n", b"{}")
    with pytest.raises(mw.RowsError):
        observed.read_cyclos(b"nothing\n", b"id,date,amount,from_account_id,to_account_id\n")
    accounts = b"id,member_id,type_id\n1,,5\n2,10,6\n3,11,6\n"
    transfers = b"id,date,amount,from_account_id,to_account_id\n1,2012-03-01,50.00,1,2\n2,2012-03-02,7.25,2,3\n"
    (tmp_path / "accounts.csv").write_bytes(accounts)
    cyclos = observed.read_cyclos(tmp_path / "accounts.csv", transfers)
    assert {party.name: party.kind for party in cyclos.movements.parties} == {
        "1": "issued",
        "2": "participant",
        "3": "participant",
    }
    assert cyclos.movements.decimals == 2 and len(cyclos.movements) == 2


def test_our_day_book_without_a_design() -> None:
    path = ROOT / "examples/data/rabot-2025/daybook.csv"
    list_ = observed.read_daybook(path)
    file = list_.health.files[0]
    assert file.rows == file.used + file.bad + file.left_out and file.rows > 20_000
    whys = [row.why for row in list_.health.left_out]
    assert any(type(why).__name__ == "WhyLeftOutRowOnlyTheDesignTells" for why in whys)


def rows() -> dict[str, list[Any]]:
    return {
        "day": [dt.date(2025, 1, 1), dt.date(2025, 1, 31)],
        "from": ["town", "ann"],
        "to": ["ann", "shop"],
        "amount": [10, 10],
        "kind": ["earn", "redeem"],
    }


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(lambda rows: pa.table(rows), id="pyarrow"),
        pytest.param(lambda rows: pl.DataFrame(rows), id="polars"),
        pytest.param(lambda rows: pd.DataFrame(rows), id="pandas"),
    ],
)
def test_rows_of_a_table(table: Any) -> None:
    list_ = observed.read_table(table(rows()), unit="talenten", attributes={"ann": {"area": "noord"}})
    age = list_.movements.ask(
        RedemptionAge(window=(dt.date(2025, 1, 1), dt.date(2025, 1, 31)), rule="fifo", population="participants")
    )
    assert age.value is not None and age.value.mean_days == Fraction(30)
    assert list_.movements.unit == "talenten" and list_.attribute("area") == {"ann": "noord"}


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        ({"amount": [1.5, 2.5]}, TypeError, "float"),
        ({"amount": ["12,50", "1"]}, mw.RowsError, "amount"),
        ({"amount": ["NaN", "1"]}, mw.RowsError, "amount"),
        ({"amount": ["1e3", "1"]}, mw.RowsError, "amount"),
        ({"amount": ["1" + "0" * 30, "1"]}, mw.RowsError, "amount"),
        ({"amount": [None, 1]}, mw.RowsError, "nothing"),
        ({"day": ["01/02/2025", "2025-01-31"]}, mw.RowsError, "day"),
        ({"kind": ["earned", "redeem"]}, mw.RowsError, "kind"),
        ({"value": [1, 2]}, ValueError, "no column of such a list is called"),
        ({"on_behalf": ["yes", "0"]}, mw.RowsError, "0 or 1"),
    ],
)
def test_cells_that_cannot_be_read(change: dict[str, list[Any]], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        observed.read_table(pa.table({**rows(), **change}))


def test_what_can_be_read_and_is_no_movement_is_in_the_health() -> None:
    table = {**rows(), "amount": ["-5", "0"], "id": ["a", "b"]}
    health = observed.read_table(pa.table(table)).health
    assert [(row.place.line, row.faults[0].column) for row in health.bad_rows] == [(1, "amount")]
    assert [row.why for row in health.left_out] == ["zero"]
    twice = observed.read_table(pa.table({**rows(), "id": ["a", "a"]})).health
    assert len(twice.left_out) == 1 and json.loads(json.dumps(twice.to_dict()))["left_out"]
    with pytest.raises(ValueError, match="there is no column amount"):
        observed.read_table(pa.table({"day": ["2025-01-01"], "from": ["a"], "to": ["b"]}))
    with pytest.raises(TypeError):
        observed.read_table([1, 2])
    with pytest.raises(ValueError, match="holders"):
        observed.read_table(pa.table(rows()), holders={"pot": "lapsed"})
    with pytest.raises(ValueError, match="beyond"):
        observed.read_table(pa.table(rows()), beyond="maybe")  # type: ignore[arg-type]
