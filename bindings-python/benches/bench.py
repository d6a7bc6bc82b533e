"""What crossing into Python costs: a batch beside Rust, one order, a table, a plain Python loop, pandas.

`make bench-python` writes `target/bench/python.json`. Ratios are of one run on one machine; absolute figures
say little on another.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import subprocess
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import muntwerk as mw

ROOT = Path(__file__).resolve().parents[2]
DESIGN = ROOT / "core/designs/rabot-example.toml"
DAY = "2025-01-02"
#: Each figure is the best of so many: what else the machine does only ever takes time.
ROUNDS = 3
COLUMNS = "line day what actor role partner account person from to item measured amount".split()


def workload(rows: int) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Lines that set a ledger up, and transfers between its accounts, seeded."""
    chance = random.Random(2025)
    people = max(10, min(10_000, rows // 100))
    steering = {"actor": "s-001", "role": "steering_group"}
    project = {"actor": "s-010", "role": "project_manager"}
    set_up = [{"what": "partner", **steering, "partner": "p-01", "item": "issuing redeeming"}]
    for at in range(people):
        who = f"m-{at}"
        set_up.append({"what": "open", **project, "account": who, "person": who, "item": "person"})
        award = {"what": "award", "actor": "s-050", "role": "issuing_partner", "partner": "p-01", "account": who}
        set_up.extend({**award, "item": "bloembak", "measured": "20"} for _ in range(2))
    transfers = []
    for _ in range(rows):
        one, two = chance.sample(range(people), 2)
        pays = {"actor": f"m-{one}", "role": "participant", "from": f"m-{one}", "to": f"m-{two}"}
        transfers.append({"what": "transfer", **pays, "amount": str(chance.randint(1, 5))})
    for at, row in enumerate([*set_up, *transfers]):
        row.update(line=f"w-{at}", day=DAY)
    return set_up, transfers


def csv(rows: list[dict[str, str]]) -> str:
    lines = (";".join(row.get(column, "") for column in COLUMNS) for row in rows)
    return "# daybook 1\n" + ";".join(COLUMNS) + "\n" + "\n".join(lines) + "\n"


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def in_rust(path: Path, set_up: int) -> dict[str, float]:
    command = ["cargo", "run", "--quiet", "--release", "--locked", "--package", "muntwerk", "--example", "batch", "--"]
    command += [str(DESIGN), str(path), str(set_up)]
    runs: list[dict[str, float]] = []
    for _ in range(ROUNDS):
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        runs.append(json.loads(done.stdout))
    return {key: max(run[key] for run in runs) for key in runs[0]}


def plain_python(transfers: list[dict[str, str]], people: set[str]) -> None:
    """A loop as one writes it: lots first in first out in a deque, ids in a set, a list of entries."""
    lots = {who: deque([(0, 200), (1, 200)]) for who in people}
    seen: set[str] = set()
    entries = []
    for row in transfers:
        if row["line"] in seen:
            continue
        seen.add(row["line"])
        amount, payer = int(row["amount"]), lots[row["from"]]
        if sum(piece for _, piece in payer) < amount:
            continue
        moved = []
        while amount:
            lot, piece = payer.popleft()
            taken = min(piece, amount)
            amount -= taken
            moved.append((lot, taken))
            if piece > taken:
                payer.appendleft((lot, piece - taken))
        lots[row["to"]].extend(moved)
        entries.append((row["line"], row["from"], row["to"], moved))


def plain_fifo(moved: list[tuple[int, str, str, int]], sources: set[str]) -> tuple[int, int]:
    """Units and unit-days of all holdings that ended, first in first out: a loop as one writes it."""
    held: dict[str, deque[tuple[int, int]]] = {}
    units = unit_days = 0
    for day, payer, payee, amount in moved:
        if payer not in sources:
            pieces = held[payer]
            wanted = amount
            while wanted:
                since, there = pieces.popleft()
                taken = min(there, wanted)
                wanted -= taken
                units += taken
                unit_days += taken * (day - since)
                if there > taken:
                    pieces.appendleft((since, there - taken))
        held.setdefault(payee, deque()).append((day, amount))
    return units, unit_days


def tracing(rows: int) -> dict[str, Any]:
    """Holding times of so many transfers over a year, by rule, beside a loop of plain Python."""
    set_up, transfers = workload(rows)
    first = dt.date.fromisoformat(DAY)
    for at, row in enumerate(transfers):
        row["day"] = str(first + dt.timedelta(days=at * 365 // rows))
    ledger = mw.Ledger.in_memory(mw.Design.load(DESIGN), day=first)
    ledger.run_daybook(csv([*set_up, *transfers]))
    movements, walking = timed(ledger.movements)
    window = movements.window
    assert window is not None
    result: dict[str, Any] = {"movements": len(movements), "walk_ms": round(walking * 1e3, 1)}
    everybody: dict[str, Any] = {"window": window, "population": "participants", "ends_in": ("transfer",)}
    for rule in ("as_booked", "fifo", "lifo", "well_mixed"):
        question = mw.indicators.Holding(rule=rule, **everybody)
        _, took = min((timed(lambda: movements.ask(question)) for _ in range(ROUNDS)), key=lambda run: run[1])
        result[f"{rule}_ms"] = round(took * 1e3, 1)
    matrix = mw.indicators.Outstanding(window=window, rule="well_mixed", by="month", population="participants")
    _, took = min((timed(lambda: movements.ask(matrix)) for _ in range(ROUNDS)), key=lambda run: run[1])
    result["well_mixed_by_month_ms"] = round(took * 1e3, 1)
    try:
        import pyarrow as pa
    except ImportError:
        return result
    table, taking = timed(lambda: pa.table(movements.table()))
    result["table_ms"] = round(taking * 1e3, 1)
    days = table["day"].cast("int32").to_pylist()
    names = [table[side].to_pylist() for side in ("from", "to")]
    minor = [int(amount) for amount in table["amount"].to_pylist()]
    moved = list(zip(days, *names, minor))
    sources = {party.name for party in movements.parties if party.kind == "issued"}
    (units, unit_days), looping = timed(lambda: plain_fifo(moved, sources))
    result["plain_python_fifo_ms"] = round(looping * 1e3, 1)
    result["fifo_to_plain_python"] = round(looping * 1e3 / result["fifo_ms"], 1)
    value = movements.ask(mw.indicators.Holding(rule="fifo", **everybody)).value
    assert value is not None and (value.ended, value.ended_days) == (units, unit_days)
    try:
        import pandas as pd
    except ImportError:
        return result
    frame = table.to_pandas()
    frame["minor"] = frame["amount"].astype("int64")
    frame["month"] = pd.to_datetime(frame["day"]).dt.to_period("M")
    _, grouping = timed(lambda: frame.groupby(["month", "kind"], observed=True)["minor"].sum())
    result["pandas_by_month_ms"] = round(grouping * 1e3, 1)
    asked = mw.indicators.Flows(window=window, by="month")
    _, took = min((timed(lambda: movements.ask(asked)) for _ in range(ROUNDS)), key=lambda run: run[1])
    result["flows_by_month_ms"] = round(took * 1e3, 1)
    return result


def measure(rows: int, rust: bool) -> dict[str, Any]:
    set_up, transfers = workload(rows)
    design = mw.Design.load(DESIGN)

    def opened() -> mw.Ledger:
        ledger = mw.Ledger.in_memory(design, day=dt.date.fromisoformat(DAY))
        answers = ledger.execute_many(ledger.orders_from_csv(csv(set_up)))
        if answers.refused:
            raise SystemExit(f"setting up: {answers.refusals()[0]}")
        return ledger

    ledger = opened()
    result: dict[str, Any] = {"rows": rows, "accounts": len(ledger.accounts())}

    # From a table, if a library for tables is there.
    try:
        import pyarrow as pa
    except ImportError:
        table = None
        read = lambda: ledger.orders_from_csv(csv(transfers))  # noqa: E731
    else:
        used = [column for column in COLUMNS if column in transfers[0]]
        table = pa.table({column: [row[column] for row in transfers] for column in used})
        read = lambda: ledger.orders_from_arrow(table)  # noqa: E731
    batch, reading = timed(read)
    reading = min(reading, *(timed(read)[1] for _ in range(ROUNDS - 1)))
    executing = float("inf")
    for _ in range(ROUNDS):
        ledger = opened()
        answers, took = timed(lambda: ledger.execute_many(batch))
        executing = min(executing, took)
    result["read_table_per_s"] = round(rows / reading)
    result["execute_batch_per_s"] = round(rows / executing)
    result["table_to_books_per_s"] = round(rows / (reading + executing))
    result["booked"] = answers.booked

    # One at a time, prebuilt; the same as the batch but for the call.
    few = min(rows, 100_000)
    prebuilt = [batch[at] for at in range(few)]
    few_batch = mw.OrderBatch(prebuilt)
    each = together = float("inf")
    for _ in range(ROUNDS):
        execute = opened().answer
        each = min(each, timed(lambda: [execute(order) for order in prebuilt])[1])
        execute_many = opened().execute_many
        together = min(together, timed(lambda: execute_many(few_batch))[1])
    result["single_call_ns"] = round(each / few * 1e9)
    result["single_call_above_batch_ns"] = round((each - together) / few * 1e9)
    ask = mw.orders.Transfer("m-0", "m-1", mw.orders.PayAmount(1))
    make = lambda: [  # noqa: E731
        mw.Order(f"{at:032x}", ask, actor="m-0", role="participant", booking_day=ledger.day) for at in range(2_000)
    ]
    result["build_order_ns"] = round(timed(make)[1] / 2_000 * 1e9)

    postings, exporting = timed(ledger.postings_table)
    result["postings"] = len(postings)
    result["export_postings_per_s"] = round(len(postings) / exporting)
    if table is not None:
        taken, taking = timed(lambda: pa.table(postings))
        result["take_postings_ms"] = round(taking * 1e3, 3)
        try:
            import pandas as pd  # noqa: F401
        except ImportError:
            pass
        else:
            frame = taken.to_pandas(types_mapper=None)
            frame["minor"] = frame["amount"].astype("int64")
            sums, summing = timed(lambda: frame.groupby("account", observed=True)["minor"].sum())
            result["pandas_balances_ms"] = round(summing * 1e3, 3)
            trial, balancing = timed(ledger.trial_balance)
            result["trial_balance_ms"] = round(balancing * 1e3, 3)
            assert all(sums.get(row.account, 0) == row.balance for row in trial.rows)

    _, looping = timed(lambda: plain_python(transfers, {f"m-{at}" for at in range(len(set_up) // 3)}))
    result["plain_python_loop_per_s"] = round(rows / looping)
    result["batch_to_plain_python"] = round(looping / executing, 2)

    result["tracing"] = tracing(min(rows, 100_000))

    if rust:
        path = ROOT / "target/bench/python-daybook.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(csv([*set_up, *transfers]), encoding="utf-8")
        measured = in_rust(path, len(set_up))
        path.unlink()
        assert measured["booked"] == answers.booked
        result["rust_execute_per_s"] = measured["execute_per_s"]
        result["rust_read_csv_per_s"] = measured["read_per_s"]
        rust_both = 1 / (1 / measured["read_per_s"] + 1 / measured["execute_per_s"])
        result["table_to_books_to_rust_from_csv"] = round(result["table_to_books_per_s"] / rust_both, 3)
        result["batch_to_rust"] = round(result["execute_batch_per_s"] / measured["execute_per_s"], 3)
    return result


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--no-rust", action="store_true", help="leave the yardstick out")
    arguments.add_argument("--out", type=Path, default=ROOT / "target/bench/python.json")
    asked = arguments.parse_args()
    result = measure(asked.rows, rust=not asked.no_rust)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(result, indent=2)
    asked.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
