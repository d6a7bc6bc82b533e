"""Orders: typed, frozen, picklable; what is wrong with one says what to write instead."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import json
import pickle
import uuid
from decimal import Decimal
from typing import Any

import pytest
from conftest import FIRST, Town
from hypothesis import given
from hypothesis import strategies as st

import muntwerk as mw
from muntwerk import orders

ids = st.from_regex(r"[a-z]{1,8}-[0-9]{1,6}", fullmatch=True)
days = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
amounts = st.integers(0, 2**53 - 1)
asks = st.one_of(
    st.builds(orders.Gift, ids, ids, amounts),
    st.builds(orders.Transfer, ids, ids, st.builds(orders.PayAmount, amounts), st.none() | ids),
    st.builds(orders.Transfer, ids, ids, st.builds(orders.PayMinutes, st.integers(0, 2**32 - 1))),
    st.builds(orders.CloseDay, days, days),
    st.builds(orders.OpenAccount, ids, st.sampled_from(["person", "household"]), st.lists(ids)),
    st.builds(orders.PrintNotes, ids, st.dictionaries(st.integers(1, 1000), st.integers(1, 50), max_size=4)),
    st.builds(orders.Reverse, st.uuids(), st.none() | amounts),
    st.builds(orders.OpenOffice),
    st.builds(orders.SendNotes, st.just("vault"), st.builds(orders.DepotStock, ids), ids, ids, st.just(((5, 1),))),
)


@given(asks, st.uuids(), ids, days, days, st.none() | ids)
def test_an_order_says_the_same_everywhere(
    ask: orders.Ask, id_: uuid.UUID, actor: str, booked: dt.date, value: dt.date, place: str | None
) -> None:
    order = mw.Order(
        id_, ask, actor=actor, role="participant", booking_day=booked, value_day=value, contact_point=place
    )
    assert order.ask == ask and type(order.ask) is type(ask)
    assert (order.id, order.actor, order.booking_day, order.value_day) == (id_.hex, actor, booked, value)
    assert mw.Order.from_dict(order.to_dict()) == order == mw.Order.from_json(order.to_json())
    assert pickle.loads(pickle.dumps(order)) == order == copy.deepcopy(order)
    assert pickle.loads(pickle.dumps(ask)) == ask
    assert type(ask).from_dict(json.loads(json.dumps(ask.to_dict()))) == ask
    assert actor in repr(order) and type(ask).__name__ in repr(order)


def test_every_kind_has_a_class(rabot: mw.Design) -> None:
    assert len(orders.ASKS) > 50
    for kind, class_ in orders.ASKS.items():
        assert kind.replace("_", "") == class_.__name__.lower()
        assert class_.__doc__ and dataclasses.is_dataclass(class_)


def test_nothing_can_be_changed(town: Town) -> None:
    order = town.transfer(75)
    with pytest.raises(AttributeError):
        order.actor = "m-2"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        order.ask.from_ = "m-2"  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        town.ledger.day = FIRST  # type: ignore[misc]


def an_order(**other: Any) -> mw.Order:
    envelope: dict[str, Any] = {
        "id": "1" * 32,
        "ask": orders.Gift("m-1", "m-2", 5),
        "actor": "m-1",
        "role": "participant",
        "booking_day": FIRST,
    }
    return mw.Order(**{**envelope, **other})


NOON = dt.datetime(2025, 1, 2, 12, 0)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: orders.Gift("m-1", "m-2", 7.5), TypeError, "design.amount('...')"),  # type: ignore[arg-type]
        (lambda: orders.Gift("m-1", "m-2", True), TypeError, "Gift.amount"),
        (lambda: orders.Gift("m-1", "m-2", Decimal("7.5")), TypeError, "design.amount(Decimal('7.5'))"),  # type: ignore[arg-type]
        (lambda: orders.Gift("m-1", "m-2", None), TypeError, "Gift.amount"),  # type: ignore[arg-type]
        (lambda: orders.Gift(1, "m-2", 7), TypeError, "Gift.from_: expected a string"),  # type: ignore[arg-type]
        (lambda: orders.CloseDay(NOON, FIRST), TypeError, ".date()"),
        (lambda: orders.CloseDay("2025-01-02", FIRST), TypeError, "fromisoformat"),  # type: ignore[arg-type]
        (lambda: orders.OpenAccount("m-1", "person", "m-1"), TypeError, "('m-1',)"),  # type: ignore[arg-type]
        (lambda: orders.OpenAccount("m-1", "club", ("m-1",)), ValueError, "person, household"),  # type: ignore[arg-type]
        (lambda: orders.Transfer("m-1", "m-2", 75), TypeError, "PayAmount"),  # type: ignore[arg-type]
        (lambda: orders.ChangeState("m-1", 1), TypeError, "ChangeState.state"),  # type: ignore[arg-type]
        (lambda: an_order(booking_day=NOON), TypeError, "booking_day: expected a datetime.date, not datetime"),
        (lambda: an_order(booking_day="2025-01-02"), TypeError, "fromisoformat"),
        (lambda: an_order(instant=NOON), ValueError, "without a zone"),
        (lambda: an_order(instant=1.5), TypeError, "instant"),
        (lambda: an_order(instant=True), TypeError, "instant"),
        (lambda: an_order(ask={"gift": {}}), TypeError, "muntwerk.orders"),
        (lambda: an_order(id=7), TypeError, "id"),
        (lambda: an_order(id="short"), ValueError, "id"),
        (lambda: an_order(actor="Jan Peeters"), ValueError, "actor"),
        (lambda: an_order(role=""), ValueError, "role"),
        (lambda: an_order(ask=orders.Gift("m-1", "m-2", -5)), mw.OrderError, "-5"),
        (lambda: an_order(ask=orders.Gift("m-1", "m-2", 10**30)), mw.OrderError, ""),
        (lambda: an_order(ask=orders.PrintNotes("r-25", {0: 1})), mw.OrderError, "zero"),  # type: ignore[arg-type]
        (lambda: mw.Order.from_dict({"id": "1"}), mw.OrderError, ""),
        (lambda: orders.Gift.from_dict({"from": "m-1", "to": "m-2", "amount": 1, "fee": 1}), ValueError, "fee"),
    ],
)
def test_what_is_wrong_says_what_to_write(make: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as raised:
        make()
    assert says in str(raised.value), str(raised.value)


def test_an_amount_is_taken_as_its_minor_units(rabot: mw.Design) -> None:
    assert orders.Gift("m-1", "m-2", rabot.amount("75")).amount == 75  # type: ignore[arg-type]


def test_an_instant_is_a_moment() -> None:
    zone = dt.timezone(dt.timedelta(hours=1))
    order = an_order(instant=dt.datetime(2025, 1, 2, 9, 20, tzinfo=zone))
    assert order.instant == 1735806000000
