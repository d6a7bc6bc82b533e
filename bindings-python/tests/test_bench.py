"""The benchmark runs, in a small form, and its figures are there."""

from __future__ import annotations

import importlib.util
from typing import Any

from conftest import ROOT


def test_the_benchmark_runs() -> None:
    path = ROOT / "bindings-python/benches/bench.py"
    spec = importlib.util.spec_from_file_location("bench", path)
    assert spec is not None and spec.loader is not None
    bench: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    measured = bench.measure(2_000, rust=False)
    assert measured["booked"] == 2_000 and measured["postings"] > 4_000
    figures = {"execute_batch_per_s", "single_call_ns", "build_order_ns", "export_postings_per_s"}
    assert figures <= set(measured) and all(value != 0 for value in measured.values())
