"""Payment requests: the vectors, a checksum of our own, and damage of every kind."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from decimal import Decimal
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

import muntwerk as mw
from muntwerk.orders import PayAmount, Transfer

VECTORS = json.loads((ROOT / "tests/vectors/payment/requests.json").read_text(encoding="ascii"))
ACCEPTED = [pytest.param(vector, id=vector["name"]) for vector in VECTORS["accepted"]]
REFUSED = [pytest.param(vector, id=vector["name"]) for vector in VECTORS["refused"]]

RABOT = mw.Design.named("rabot-example")
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def times(one: int, other: int) -> int:
    product = 0
    for bit in range(8):
        if other >> bit & 1:
            product ^= one << bit
    for bit in range(14, 7, -1):
        if product >> bit & 1:
            product ^= 0x11D << (bit - 8)
    return product


def power(base: int, exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = times(value, base)
    return value


def checksum(before: str) -> str:
    """As the README of the vectors says, by solving five equations."""
    length = ALPHABET[(len(before) + 14) % 32]
    symbols = (before[len("payto://muntwerk/") :] + length).encode() + bytes(5)
    rows = []
    for root in (1, 2, 4, 8, 16):
        value = 0
        for symbol in symbols:
            value = times(value, root) ^ symbol
        rows.append([power(root, exponent) for exponent in (4, 3, 2, 1, 0)] + [value])
    for at in range(5):
        # The 254th power is the inverse.
        rows[at] = [times(power(rows[at][at], 254), one) for one in rows[at]]
        for other in range(5):
            if other != at:
                factor = rows[other][at]
                rows[other] = [one ^ times(factor, own) for one, own in zip(rows[other], rows[at])]
    bits = int.from_bytes(bytes(row[5] for row in rows), "big")
    return length + "".join(ALPHABET[bits >> shift & 31] for shift in range(35, -1, -5))


@pytest.mark.parametrize("vector", ACCEPTED)
def test_what_is_accepted(vector: dict[str, Any]) -> None:
    request = mw.PaymentRequest.parse(vector["text"])
    found = {key: getattr(request, key) for key in vector["fields"]}
    assert {key: None if one is None else str(one) for key, one in found.items()} == vector["fields"]
    assert str(request) == vector["canonical"]
    assert mw.PaymentRequest.parse(vector["canonical"]) == request
    for text in (vector["text"], vector["canonical"]):
        before, found_sum = text.rsplit("&sum=", 1)
        assert checksum(before) == found_sum
    for expected in vector["resolved"]:
        design = mw.Design.named(expected["design"])
        if "code" in expected:
            with pytest.raises(mw.PaymentRequestError) as caught:
                request.resolve(expected["ledger"], design)
            assert (caught.value.code, caught.value.part) == (expected["code"], expected["part"])
        else:
            amount = request.resolve(expected["ledger"], design)
            assert (None if amount is None else amount.minor) == expected["minor"]


@pytest.mark.parametrize("vector", REFUSED)
def test_what_is_refused(vector: dict[str, Any]) -> None:
    with pytest.raises(mw.PaymentRequestError) as caught:
        mw.PaymentRequest.parse(vector["text"])
    error = caught.value
    assert (error.code, error.part, error.at) == (vector["code"], vector["part"], vector["at"])
    assert isinstance(error, ValueError) and str(error)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.code, again.part, again.at) == (str(error), error.code, error.part, error.at)


def test_a_request_is_a_value() -> None:
    bill = mw.PaymentRequest("rabot-1", "m-41", until=dt.date(2026, 2, 28), offer="o-7", category="klus")
    request = bill.asking(Decimal("25.00"), RABOT)
    assert request == bill.asking(25, RABOT) == bill.asking(RABOT.amount("25"), RABOT) != bill
    assert hash(request) == hash(bill.asking("25", RABOT))
    assert eval(repr(request), {"PaymentRequest": mw.PaymentRequest}) == request
    assert pickle.loads(pickle.dumps(request)) == request == copy.deepcopy(request)
    assert (request.unit, request.figure, request.until) == ("RABOTEXAMPL", Decimal(25), dt.date(2026, 2, 28))
    assert request.is_expired_on(dt.date(2026, 3, 1)) and not request.is_expired_on(dt.date(2026, 2, 28))
    with pytest.raises(AttributeError):
        request.payee = "m-42"  # type: ignore[misc]


def test_the_transfer_that_pays() -> None:
    card = mw.PaymentRequest("rabot-1", "m-41", offer="o-7")
    assert card.to_transfer("rabot-1", RABOT, "m-1", 3) == Transfer("m-1", "m-41", PayAmount(3), offer="o-7")
    bill = card.asking("25", RABOT)
    assert bill.to_transfer("rabot-1", RABOT, "m-1") == Transfer("m-1", "m-41", PayAmount(25), offer="o-7")
    assert bill.to_transfer("rabot-1", RABOT, "m-1", "25.0") == bill.to_transfer("rabot-1", RABOT, "m-1")
    for request, amount, code in [(card, None, "open_amount"), (card, 0, "not_above_zero"), (bill, 26, "other_amount")]:
        with pytest.raises(mw.PaymentRequestError) as caught:
            request.to_transfer("rabot-1", RABOT, "m-1", amount)
        assert (caught.value.code, caught.value.part, caught.value.at) == (code, "amount", None)


def test_what_cannot_be_asked() -> None:
    card = mw.PaymentRequest("rabot-1", "m-41")
    with pytest.raises(mw.PaymentRequestError, match="chart"):
        mw.PaymentRequest("rabot-1", "system:pot")
    with pytest.raises(mw.PaymentRequestError, match="not above zero"):
        card.asking(0, RABOT)
    wrong: str | int
    for wrong in ("0.5", -1, 2**53, "\u0662\u0665"):
        with pytest.raises(mw.MoneyError):
            card.asking(wrong, RABOT)
    for bad in (0.5, True, None):
        with pytest.raises(TypeError):
            card.asking(bad, RABOT)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="payee"):
        mw.PaymentRequest("rabot-1", "jan")
    with pytest.raises(TypeError, match="datetime"):
        mw.PaymentRequest("rabot-1", "m-41", until=dt.datetime(2026, 1, 1))
    with pytest.raises(TypeError):
        mw.PaymentRequest.parse(b"payto://muntwerk/")  # type: ignore[arg-type]


@given(st.text(max_size=60))
def test_no_text_is_taken_for_one(text: str) -> None:
    for one in (text, f"payto://muntwerk/{text}", f"payto://muntwerk/rabot-1/m-41?v=1&amount=RABOTEXAMPL:{text}"):
        with pytest.raises(mw.PaymentRequestError):
            mw.PaymentRequest.parse(one)


@given(st.sampled_from([vector["text"] for vector in VECTORS["accepted"]]), st.data())
def test_no_damage_makes_another_payment(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    put_in = data.draw(st.text(max_size=3))
    damaged = text[:at] + put_in + text[at + data.draw(st.integers(0, 3)) :]
    if damaged != text:
        with pytest.raises(mw.PaymentRequestError):
            mw.PaymentRequest.parse(damaged)
