"""Figures: what movements say, with everything a reader has to know about it.

A question is an object of `muntwerk.indicators`; `Movements.ask` answers it with a `Figure`.
"""

from __future__ import annotations

import decimal
import fractions
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar

from . import _model as _m
from ._native import _about_indicators, _version

if TYPE_CHECKING:
    import pandas

__all__ = ["Figure", "Undefined", "to_json"]

#: Why a figure has no value.
Undefined: TypeAlias = Literal[
    "nothing_counted", "no_supply", "no_lots", "not_said", "no_euro_value", "not_told_apart"
]

_V = TypeVar("_V")


@dataclass(frozen=True, slots=True, repr=False)
class Figure(Generic[_V]):
    """A figure, and what it was taken from.

    Where there is no value, `undefined` and `reason` say why: it is never 0 for want of data, and never NaN or
    infinite. Means and rates are exact fractions; amounts are whole minor units.

    Attributes:
        indicator: Which indicator.
        asked: The question: window, population, kinds, rule and whatever else it leaves no doubt about.
        value: The answer, if there is one.
        unit: What it is counted in.
        decimals: How many decimals a minor unit stands for, where it is counted in those.
        used: How many movements it counts.
        dropped: How many movements of the window it leaves out, because of their kind, their parties or the
            population, and rows of the source that were no movement.
        not_observed: The share of the units, or of their time, that was on notes, where nobody sees from hand to
            hand they go; `None` where the figure is not about that.
        undefined: Why there is no value, as a code.
        reason: The same as a sentence.
        of: The fingerprint of the movements it was taken from: a SHA-256.
        version: The version of the engine.
    """

    indicator: str
    asked: _m.Question[_V]
    value: _V | None
    unit: str
    decimals: int
    used: int
    dropped: int
    not_observed: fractions.Fraction | None
    undefined: Undefined | None
    reason: str | None
    of: str
    version: str

    @property
    def definition(self) -> str:
        """What the indicator is, in a sentence."""
        return _ABOUT[self.indicator]["definition"]

    @property
    def source(self) -> str:
        """Where the definition comes from."""
        return _ABOUT[self.indicator]["source"]

    def __repr__(self) -> str:
        told = f"value={self.value!r:.400}" if self.undefined is None else f"undefined={self.undefined!r}"
        rows = f"used={self.used}, dropped={self.dropped}"
        unseen = "" if self.not_observed is None else f", not_observed={self.not_observed}"
        return f"Figure({self.asked!r}, {told}, unit={self.unit!r}, {rows}{unseen})"

    def amount(self, minor: int | fractions.Fraction) -> decimal.Decimal:
        """Minor units of this figure as units, exact where that many digits suffice (28, half to even)."""
        exact = fractions.Fraction(minor) / 10**self.decimals
        return _decimal(exact)

    def cite(self) -> str:
        """A sentence for a footnote: what it is, of which days, by which version, from which rows."""
        window = getattr(self.asked, "window")
        days = f"{window[0]} through {window[1]}"
        return (
            f"{self.indicator}: {self.definition} ({self.source}). {days}; {self.used} movements used, "
            f"{self.dropped} left out; Muntwerk {self.version}; rows {self.of[:16]}."
        )

    def rows(self) -> list[dict[str, Any]]:
        """The value as flat rows: one for each line, cell or period, or a single one; none if there is no value.

        A value with several lists in it, such as holdings that ended and that are open, has a column `part` that
        says of which list a row is.
        """
        if self.value is None:
            return []
        lines: tuple[Any, ...] = self.value if isinstance(self.value, tuple) else (self.value,)
        return [row for line in lines for row in _flat_rows(line)]

    def to_frame(self) -> pandas.DataFrame:
        """The rows as a frame of pandas, fractions as decimals. Needs `muntwerk[pandas]`."""
        import pandas

        return pandas.DataFrame(
            [
                {name: _decimal(cell) if isinstance(cell, fractions.Fraction) else cell for name, cell in row.items()}
                for row in self.rows()
            ]
        )

    def to_dict(self) -> dict[str, Any]:
        """Everything as JSON has it, the definition and where it comes from included."""
        answer = type(self.asked)._answer
        return {
            "indicator": self.indicator,
            "definition": self.definition,
            "source": self.source,
            "asked": self.asked.to_dict(),
            "value": None if self.value is None else answer.dump(self.value),
            "unit": self.unit,
            "decimals": self.decimals,
            "used": self.used,
            "dropped": self.dropped,
            "not_observed": _m.Maybe(_m.FRACTION).dump(self.not_observed),
            "undefined": self.undefined,
            "reason": self.reason,
            "of": self.of,
            "version": self.version,
        }


def to_json(figures: Mapping[str, Figure[Any]]) -> str:
    """Figures as JSON with their definitions, under names of your own: what can be handed out without a row.

    Args:
        figures: Figures of one list of movements, by name.

    Raises:
        ValueError: If they are not of the same movements.
    """
    of = {figure.of for figure in figures.values()}
    if len(of) > 1:
        raise ValueError(f"these are figures of {len(of)} different lists of movements; write each by itself")
    told = {name: figure.to_dict() for name, figure in figures.items()}
    return json.dumps({"muntwerk": _version(), "of": next(iter(of), None), "figures": told}, indent=2) + "\n"


_ABOUT: dict[str, dict[str, str]] = {about["name"]: about for about in json.loads(_about_indicators())}


def _figure(question: Any, told: dict[str, Any], reason: str | None, of: str) -> Figure[Any]:
    return Figure(
        indicator=told["indicator"],
        asked=question,
        value=_m.Maybe(type(question)._answer).load(told["value"]),
        unit=told["unit"],
        decimals=told["decimals"],
        used=told["used"],
        dropped=told["dropped"],
        not_observed=_m.Maybe(_m.FRACTION).load(told["not_observed"]),
        undefined=told["undefined"],
        reason=reason,
        of=of,
        version=_version(),
    )


def _decimal(exact: fractions.Fraction) -> decimal.Decimal:
    context = decimal.Context(prec=28, rounding=decimal.ROUND_HALF_EVEN)
    return context.divide(decimal.Decimal(exact.numerator), decimal.Decimal(exact.denominator))


def _flat_rows(line: _m.Model) -> list[dict[str, Any]]:
    lists = [(field.json, cell) for field in line._fields if _is_lines(cell := getattr(line, field.name))]
    if not lists:
        return [_flat(line)]
    return [{"part": part, **_flat(one)} for part, lines in lists for one in lines]


def _is_lines(cell: object) -> bool:
    return isinstance(cell, tuple) and bool(cell) and isinstance(cell[0], _m.Model)


def _flat(line: _m.Model, before: str = "") -> dict[str, Any]:
    row: dict[str, Any] = {}
    for field in line._fields:
        cell = getattr(line, field.name)
        name = f"{before}{field.json}"
        if field.check is _m.WINDOW:
            row[f"{before}from"], row[f"{before}through"] = cell
        elif isinstance(cell, _m.Model):
            row.update(_flat(cell, f"{name}_"))
        else:
            row[name] = cell
    return row
