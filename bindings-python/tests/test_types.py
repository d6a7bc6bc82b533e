"""What is offered is documented, frozen and typed."""

from __future__ import annotations

import dataclasses
import inspect
import types
from typing import Any

import pytest

import muntwerk as mw
from muntwerk import books, errors, figures, health, indicators, observed, orders, plots, records, sharing, views, wallet
from muntwerk._model import Model

MODULES = [orders, books, views, records, errors, indicators, figures, health, observed, plots, sharing, wallet]
NATIVE = [
    mw.Amount,
    mw.Answers,
    mw.ArrowTable,
    mw.Design,
    mw.Feeds,
    mw.Ledger,
    mw.Movements,
    mw.Order,
    mw.OrderBatch,
    mw.PaymentRequest,
    mw.Receipt,
    mw.Refusal,
    mw.Wallet,
]


@pytest.mark.parametrize("class_", NATIVE, ids=lambda class_: class_.__name__)
def test_every_native_method_says_what_it_does(class_: type) -> None:
    assert class_.__doc__ and class_.__module__ == "muntwerk"
    for name, member in vars(class_).items():
        if not name.startswith("_"):
            assert inspect.getdoc(member), f"{class_.__name__}.{name}"


def test_whatever_can_raise_says_so() -> None:
    for method in (mw.Ledger.execute, mw.Ledger.statement, mw.Design.parse, mw.Ledger.replay, mw.Order.from_dict, mw.Wallet.apply):
        assert "Raises:" in (method.__doc__ or "")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_everything_a_module_lists_is_there_and_documented(module: types.ModuleType) -> None:
    assert module.__doc__
    for name in module.__all__:
        one: Any = getattr(module, name)
        if isinstance(one, type):
            assert one.__doc__, name
        if isinstance(one, type) and issubclass(one, Model):
            written: Any = one
            assert "__dict__" not in dir(written), name
            expected = [field.name for field in written._fields]
            if dataclasses.is_dataclass(written):
                assert [field.name for field in dataclasses.fields(written)] == expected, name


def test_the_package_lists_what_it_offers() -> None:
    assert sorted(mw.__all__) == list(mw.__all__)
    for name in mw.__all__:
        assert getattr(mw, name) is not None
