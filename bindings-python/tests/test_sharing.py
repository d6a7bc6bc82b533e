"""What leaves in a release, and that it can be checked."""

from __future__ import annotations

import csv
import datetime as dt
import hmac
import secrets
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

import muntwerk as mw
from muntwerk.indicators import Transactions

KEY = bytes(range(32))


@pytest.fixture(scope="module")
def ledger() -> mw.Ledger:
    ledger = mw.Ledger.in_memory(mw.Design.named("rabot-example"), day=dt.date(2025, 1, 2))
    lines = (ROOT / "examples/data/rabot-2025/daybook.csv").read_bytes().splitlines(keepends=True)
    ledger.run_daybook(b"".join(lines[:1500]).decode("utf-8"))
    return ledger


def test_whoever_has_the_rows_comes_to_the_same_sum(ledger: mw.Ledger, tmp_path: Path) -> None:
    movements = ledger.movements()
    assert movements.window is not None
    manifest = mw.sharing.release(movements, tmp_path / "release", key=KEY)
    with (tmp_path / "release/movements.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["seq"]) for row in rows] == list(range(1, len(movements) + 1))
    asked = Transactions(window=movements.window, kinds=("transfer",), population="participants")
    figure = movements.ask(asked)
    assert figure.value is not None
    paid = [int(row["amount"]) for row in rows if row["kind"] == "transfer" and row["back"] == "0"]
    assert (len(paid), sum(paid)) == (figure.value.count, figure.value.volume)
    assert manifest["of"] == figure.of
    assert mw.sharing.verify(tmp_path / "release", of=figure.of) == manifest
    # Python's own HMAC gives the same names.
    names = {row["from"] for row in rows} | {row["to"] for row in rows}
    for party in movements.parties:
        if party.kind == "participant":
            assert "a-" + hmac.new(KEY, f"a:{party.name}".encode(), "sha256").hexdigest()[:32] in names


def test_nothing_leaves_that_names_somebody(ledger: mw.Ledger, tmp_path: Path) -> None:
    movements = ledger.movements()
    mw.sharing.release(movements, tmp_path, key=secrets.token_bytes(32))
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(tmp_path.iterdir()))
    named = [party.name for party in movements.parties if party.kind in ("participant", "issued", "redeemed")]
    assert len(named) > 50 and not [name for name in named if f",{name}," in written or f"\n{name}," in written]
    ids = {record.order.id for record in ledger.records() if record.order is not None}
    assert not [id_ for id_ in ids if id_ in written]


@pytest.mark.parametrize("key", ["0" * 64, None, 7, bytearray(32)])
def test_a_key_is_bytes(ledger: mw.Ledger, tmp_path: Path, key: Any) -> None:
    with pytest.raises(TypeError, match="secrets.token_bytes"):
        mw.sharing.release(ledger.movements(), tmp_path, key=key)


def test_what_is_wrong_is_told(ledger: mw.Ledger, tmp_path: Path) -> None:
    movements = ledger.movements()
    with pytest.raises(mw.EvaluationError, match="31 bytes"):
        mw.sharing.release(movements, tmp_path / "a", key=bytes(31))
    mw.sharing.release(movements, tmp_path / "a", key=KEY)
    with pytest.raises(mw.StoreError, match="not empty"):
        mw.sharing.release(movements, tmp_path / "a", key=KEY)
    with pytest.raises(mw.ReleaseError, match="other rows"):
        mw.sharing.verify(tmp_path / "a", of="0" * 64)
    with (tmp_path / "a/parties.csv").open("a", encoding="utf-8") as file:
        file.write("a-00,participant\n")
    with pytest.raises(mw.ReleaseError, match="parties.csv is not the file"):
        mw.sharing.verify(tmp_path / "a")
    (tmp_path / "a/movements.csv").unlink()
    with pytest.raises(mw.StoreError):
        mw.sharing.verify(tmp_path / "a")
    (tmp_path / "a/manifest.json").write_text("[]", encoding="utf-8")
    with pytest.raises(mw.ReleaseError, match="no manifest"):
        mw.sharing.verify(tmp_path / "a")
