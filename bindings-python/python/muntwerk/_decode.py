"""From the engine's JSON to the classes of this package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from . import _model, books, orders, records, views

_MODULES = {"books": books, "views": views, "records": records}


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


def each(sequence: Any) -> Iterator[Any]:
    """The items of a sequence, each made when it is asked for."""
    return (sequence[at] for at in range(len(sequence)))
