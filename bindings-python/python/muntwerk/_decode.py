"""From the engine's JSON to the classes of this package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from . import _model, books, figures, indicators, orders, records, views, wallet

_MODULES = {"books": books, "indicators": indicators, "records": records, "views": views, "wallet": wallet}


def decode(name: str, text: str) -> Any:
    """An object, named by its module and class: `views.Statement`; with `[]` behind it, a tuple of them."""
    value = json.loads(text)
    if name == "ask":
        ((kind, inside),) = value.items()
        return orders.ASKS[kind]._load(inside)
    one, many, _ = name.partition("[]")
    module, _, class_ = one.partition(".")
    check: _model.Check = getattr(_MODULES[module], f"_{class_}")
    return _model.Many(check).load(value) if many else check.load(value)


def ask_to_dict(ask: Any) -> dict[str, Any]:
    """An ask as the engine reads it: its word, and what stands in it."""
    if not isinstance(ask, _model.Ask):
        raise TypeError(f"ask: expected an object of muntwerk.orders, not {type(ask).__name__} {ask!r:.60}")
    return {ask._word: ask.to_dict()}


def question_to_json(question: Any) -> str:
    """A question as the engine reads it."""
    if not isinstance(question, _model.Question):
        shown = f"{type(question).__name__} {question!r:.60}"
        raise TypeError(f"question: expected an object of muntwerk.indicators, such as Velocity(...), not {shown}")
    return json.dumps({question._word: question.to_dict()})


def attributes_to_json(attributes: Any) -> str:
    """What is said of accounts from outside the books."""
    return json.dumps(_model.TEXTS.dump(_model.TEXTS.take(attributes, "attributes")))


def asked_of(question: Any, population: str) -> Any:
    """The same question about a part of its population."""
    return question._with(population=indicators._Population.load(json.loads(population)))


def figure(question: Any, text: str, reason: str | None, of: str) -> Any:
    """The engine's answer to a question."""
    return figures._figure(question, json.loads(text), reason, of)


def what_if(ledger: Any, comparison: Any) -> records.WhatIf:
    """A ledger as it would be, and how it differs."""
    return records.WhatIf(ledger, comparison)


def each(sequence: Any) -> Iterator[Any]:
    """The items of a sequence, each made when it is asked for."""
    return (sequence[at] for at in range(len(sequence)))
