"""The vectors of figures: rows in, typed questions, typed figures out, written by Python and compared."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pytest
from conftest import ROOT

from muntwerk import indicators, observed

VECTORS = ROOT / "tests/vectors/figures"


def vectors() -> list[Any]:
    found = []
    for path in sorted(VECTORS.glob("*.json")):
        for vector in json.loads(path.read_text(encoding="utf-8"))["vectors"]:
            found.append(pytest.param(vector, id=f"{path.stem}: {vector['name']}"))
    return found


@pytest.mark.parametrize("vector", vectors())
def test_vector(vector: dict[str, Any]) -> None:
    columns = dict(zip(("day", "from", "to", "amount", "kind"), zip(*vector["rows"])))
    list_ = observed.read_table(pa.table(columns), holders=vector.get("holders"))
    for expected in vector["figures"]:
        ((word, asked),) = expected["asked"].items()
        question = indicators.QUESTIONS[word].from_dict(asked)
        assert question.to_dict() == asked
        told = list_.movements.ask(question).to_dict()
        assert told["value"] == expected.get("value"), question
        assert told["undefined"] == expected.get("undefined"), question
        for key in ("unit", "used", "dropped", "not_observed"):
            assert told[key] == expected[key], (question, key)


def test_there_are_vectors() -> None:
    assert len(vectors()) > 5
