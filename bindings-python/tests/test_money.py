"""Money: exactly or not at all."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import muntwerk as mw

MOST = 2**53 - 1
minors = st.integers(-MOST, MOST)
halves = st.integers(-(MOST // 2), MOST // 2)
scales = st.integers(0, 6)


@given(minors, scales)
def test_every_way_in_and_out_is_the_same(minor: int, scale: int) -> None:
    amount = mw.Amount(minor, scale)
    assert amount.minor == minor and amount.scale == scale
    assert amount.decimal == Decimal(minor).scaleb(-scale)
    assert -amount.decimal.as_tuple().exponent == scale  # type: ignore[operator]
    assert mw.Amount(str(amount), scale) == amount
    assert mw.Amount(amount.decimal, scale) == amount
    assert mw.Amount(amount.decimal.normalize(), scale) == amount
    assert pickle.loads(pickle.dumps(amount)) == amount == copy.deepcopy(amount)
    assert eval(repr(amount), {"Amount": mw.Amount}) == amount
    assert hash(amount) == hash(mw.Amount(minor, scale))


@given(st.decimals(allow_nan=True, allow_infinity=True), scales)
def test_a_decimal_is_taken_exactly_or_refused(figure: Decimal, scale: int) -> None:
    try:
        taken = mw.Amount(figure, scale)
    except mw.MoneyError:
        if figure.is_finite():
            scaled = figure.scaleb(scale) if figure.adjusted() < 40 else None
            assert scaled is None or scaled != scaled.to_integral_value() or abs(scaled) > MOST
    else:
        assert taken.decimal == figure


@given(halves, halves, scales)
def test_sums_and_order_are_those_of_decimals(one: int, two: int, scale: int) -> None:
    first, second = mw.Amount(one, scale), mw.Amount(two, scale)
    assert (first + second).decimal == first.decimal + second.decimal
    assert (first - second).decimal == first.decimal - second.decimal
    assert (first < second) == (first.decimal < second.decimal)
    assert (first == second) == (one == two)
    assert bool(first) == bool(one)


def test_formatted_as_a_decimal() -> None:
    amount = mw.Amount("1234567.80", 2)
    assert f"{amount}" == "1234567.80"
    assert f"{amount:,}" == "1,234,567.80"
    assert f"{amount:>12.1f}" == "   1234567.8"


@pytest.mark.parametrize(
    ("value", "error", "says"),
    [
        (12.3, TypeError, 'write Decimal("12.3")'),
        (True, TypeError, "never a bool"),
        (None, TypeError, "not NoneType"),
        (b"12", TypeError, "not bytes"),
        ("12,30", mw.MoneyError, "12,30"),
        ("1e3", mw.MoneyError, "1e3"),
        ("", mw.MoneyError, ""),
        ("12.345", mw.MoneyError, "beyond the 2 decimals"),
        (Decimal("0.001"), mw.MoneyError, "beyond the 2 decimals"),
        (Decimal("NaN"), mw.MoneyError, "NaN is no amount"),
        (Decimal("Infinity"), mw.MoneyError, "no amount"),
        (Decimal("1E+30"), mw.MoneyError, "does not fit"),
        (Decimal("1E+999999"), mw.MoneyError, "does not fit"),
        (Decimal("1E-999999"), mw.MoneyError, "beyond"),
        (10**30, mw.MoneyError, "does not fit"),
        (2**53, mw.MoneyError, ""),
        ("9" * 1000, mw.MoneyError, "does not fit"),
    ],
)
def test_what_is_no_amount_is_refused(value: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=".*") as raised:
        mw.Amount(value, 2)
    assert says in str(raised.value)
    assert len(str(raised.value)) < 300


def test_exponents_and_signs_are_read() -> None:
    assert mw.Amount(Decimal("1E+2"), 0).minor == 100
    assert mw.Amount(Decimal("-0.00"), 2).minor == 0
    assert mw.Amount(Decimal("12.300"), 2).minor == 1230


def test_fractions_at_scale_zero(rabot: mw.Design) -> None:
    with pytest.raises(mw.MoneyError, match="beyond the 0 decimals"):
        rabot.amount("0.5")
    assert rabot.amount(Decimal("5.0")).minor == 5
    assert mw.Design.euro("2.50").minor == 250


def test_units_are_not_mixed(rabot: mw.Design) -> None:
    with pytest.raises(mw.MoneyError, match="decimals"):
        rabot.amount(mw.Amount("1.00", 2))
    with pytest.raises(mw.MoneyError):
        mw.Amount(1, 0) + mw.Amount(1, 2)
    with pytest.raises(ValueError):
        assert mw.Amount(1, 0) < mw.Amount(1, 2)
    assert mw.Amount(1, 0) != mw.Amount(1, 2)
    assert mw.Amount(1, 0) != 1
    with pytest.raises(mw.MoneyError):
        mw.Amount(1, 7)
