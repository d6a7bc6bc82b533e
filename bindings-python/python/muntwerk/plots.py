"""Pictures of figures, drawn with matplotlib: `muntwerk[plots]`.

Each function asks a figure, draws it, and writes on the picture what a reader has to know: the unit, the days, the
rule, how many movements count and of which rows they are. Of a figure without a value it draws nothing and writes
why. All give the axes, to change or to save: `plots.circulation(movements).get_figure().savefig("circulation.png")`.
"""

from __future__ import annotations

import datetime
import fractions
from typing import TYPE_CHECKING, Any, Final

from .figures import Figure
from .indicators import Flow, Flows, Inequality, IssuedIn, Outstanding, Population, TracingRule
from .orders import Period

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ._native import Movements

__all__ = ["ages", "circulation", "flow", "lorenz"]

_Days = tuple[datetime.date, datetime.date]

#: Colours that the colour-blind tell apart (Okabe and Ito).
_BLUE, _GREEN, _RED, _PINK, _ORANGE, _GREY = "#0072B2", "#009E73", "#D55E00", "#CC79A7", "#E69F00", "#999999"

_CAME: Final = {
    "earned": "earned",
    "taken_over": "taken over",
    "bought": "bought for euro",
    "drawn": "drawn as credit",
    "short": "notes short",
    "unexplained": "unexplained",
}
_WENT: Final = {
    "redeemed": ("redeemed", _GREEN),
    "lapsed": ("lapsed", _RED),
    "exchanged": ("exchanged for euro", _PINK),
    "over": ("notes over", _GREY),
    "repaid": ("credit repaid", "#666666"),
}
_RULES: Final[dict[TracingRule, str]] = {
    "as_booked": "by the books",
    "fifo": "first in, first out",
    "lifo": "last in, first out",
    "well_mixed": "well mixed",
}
_MOST_TICKS: Final = 16


def circulation(
    movements: Movements, *, by: Period = "month", window: _Days | None = None, ax: Axes | None = None
) -> Axes:
    """What was issued and what became of it by period, as bars, and what is outstanding and on paper, as lines.

    A line stands at the end of each period. What never happened in the window has no bars.

    Args:
        movements: What is drawn.
        by: The periods.
        window: The days; from the first movement through the last one if it is left out.
        ax: Where to draw it; on a new figure if it is left out.

    Raises:
        ImportError: If matplotlib is not installed.
        ValueError: If there are no movements and no window.
    """
    drawn = _axes(ax)
    figure = movements.ask(Flows(window or _all_days(movements), by))
    if not _begin(drawn, figure, f"{movements.unit.capitalize()} in circulation by {by}"):
        return drawn
    flows = figure.value or ()
    bars = {"issued": ([_issued(flow) for flow in flows], _BLUE)}
    for name, (label, colour) in _WENT.items():
        amounts = [getattr(flow, name) for flow in flows]
        if name == "redeemed" or any(amounts):
            bars[label] = (amounts, colour)
    width = 0.8 / len(bars)
    for nth, (label, (amounts, colour)) in enumerate(bars.items()):
        left = [at - 0.4 + nth * width for at in range(len(flows))]
        drawn.bar(left, [_drawn(figure, one) for one in amounts], width, align="edge", label=label, color=colour)
    ends = [at + 0.5 for at in range(len(flows))]
    standing = [_drawn(figure, one) for one in [flows[0].before, *(flow.outstanding for flow in flows)]]
    drawn.plot([-0.5, *ends], standing, color="black", marker=".", label="outstanding at the end")
    if any(flow.on_paper for flow in flows):
        paper = [_drawn(figure, flow.on_paper) for flow in flows]
        drawn.plot(ends, paper, color=_ORANGE, marker=".", linestyle="--", label="of that on paper")
    drawn.axhline(0, color="black", linewidth=0.8)
    _periods(drawn, [flow.window[0] for flow in flows], by)
    _amounts(drawn, figure)
    # Beside the bars, of which nobody knows beforehand where they leave room.
    drawn.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
    _foot(drawn, figure)
    return drawn


def flow(movements: Movements, window: _Days, *, ax: Axes | None = None) -> Axes:
    """Where units came from in a window, and where they went: bands as wide as the amounts.

    On the left what stood before and what came about, on the right what ended and what is outstanding. Between them
    stands how much changed hands, which makes and ends no units. Whatever was taken back more than was booked in the
    window stands on the other side.

    Args:
        movements: What is drawn.
        window: The days.
        ax: Where to draw it; on a new figure if it is left out.

    Raises:
        ImportError: If matplotlib is not installed.
    """
    drawn = _axes(ax)
    drawn.set_axis_off()
    figure = movements.ask(Flows(window, "lifetime"))
    if not _begin(drawn, figure, f"Where {movements.unit} came from and went"):
        return drawn
    (told,) = figure.value or ()
    came, went = _sides(told)
    total = sum(amount for _, _, amount in came)
    if total == 0:
        drawn.text(0.5, 0.5, "nothing stood and nothing moved", transform=drawn.transAxes, ha="center")
        return drawn
    spare = max(_side(drawn, figure, came, total, left=True), _side(drawn, figure, went, total, left=False))
    _node(drawn, "held", (0.47, 0.0), 1.0, 0.06, "#444444")
    spent = f"{_written(figure, told.spent)} changed hands in the books"
    drawn.text(0.5, 0.5, spent, ha="center", va="center", color="white", fontsize="small", rotation=90)
    drawn.set_xlim(-0.42, 1.42)
    drawn.set_ylim(-spare, 1 + spare)
    _foot(drawn, figure)
    return drawn


def ages(
    movements: Movements,
    *,
    rule: TracingRule,
    on: datetime.date,
    population: Population = "everybody",
    ax: Axes | None = None,
) -> Axes:
    """How old what is outstanding at the end of a day is: a bar for each month of issue.

    Args:
        movements: What is drawn.
        rule: By which rule units are followed.
        on: The day.
        population: Who holds.
        ax: Where to draw it; on a new figure if it is left out.

    Raises:
        ImportError: If matplotlib is not installed.
    """
    drawn = _axes(ax)
    figure = movements.ask(Outstanding(_until(movements, on), rule, "month", population))
    title = f"Outstanding {movements.unit} by month of issue, {_RULES[rule]}"
    if not _begin(drawn, figure, title, days=_of_whom(population, on)):
        return drawn
    known = {line.issued: line for line in figure.value or () if line.issued is not None}
    months = _months(min(known), on) if known else []
    lines = [known.get(month, IssuedIn(month, fractions.Fraction(0))) for month in months]
    drawn.bar(range(len(lines)), [_drawn(figure, line.units) for line in lines], color=_BLUE)
    for line in figure.value or ():
        if line.issued is None:
            drawn.bar([-1.5], [_drawn(figure, line.units)], color=_GREY, label="had been on notes, month not known")
            drawn.legend(frameon=False)
    _periods(drawn, months, "month")
    drawn.set_xlabel("month of issue")
    _amounts(drawn, figure)
    _foot(drawn, figure)
    return drawn


def lorenz(movements: Movements, *, on: datetime.date, population: Population, ax: Axes | None = None) -> Axes:
    """How unequally units are held at the end of a day: the Lorenz curve, and the Gini coefficient in the title.

    With few accounts the curve says what each of them holds; see the manual before it is handed out.

    Args:
        movements: What is drawn.
        on: The day.
        population: Whose balances.
        ax: Where to draw it; on a new figure if it is left out.

    Raises:
        ImportError: If matplotlib is not installed.
        EvaluationError: If the population names an account that is not there.
    """
    drawn = _axes(ax)
    figure = movements.ask(Inequality(_until(movements, on), population))
    held = figure.value
    gini = "" if held is None else f": Gini coefficient {float(held.gini):.3f}"
    if not _begin(drawn, figure, f"Who holds {movements.unit}{gini}", days=_of_whom(population, on)) or held is None:
        return drawn
    accounts, below, so_far = [0.0], [0.0], 0
    for nth, balance in enumerate(held.balances, start=1):
        so_far += balance
        accounts.append(nth / len(held.balances))
        below.append(so_far / held.total)
    drawn.plot([0, 1], [0, 1], color=_GREY, linestyle="--", label="if all held the same")
    drawn.plot(accounts, below, color=_BLUE, label="Lorenz curve")
    drawn.fill_between(accounts, accounts, below, color=_BLUE, alpha=0.15)
    drawn.set_xlim(0, 1)
    drawn.set_ylim(0, 1)
    drawn.set_aspect("equal")
    for axis in (drawn.xaxis, drawn.yaxis):
        axis.set_major_formatter(_percent)
    drawn.set_xlabel(f"share of {len(held.balances):,} accounts, the emptiest first")
    drawn.set_ylabel(f"share of {_written(figure, held.total)} {movements.unit}")
    drawn.legend(frameon=False, loc="upper left")
    _foot(drawn, figure)
    return drawn


def _axes(ax: Axes | None) -> Axes:
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as error:
        needed = "plots are drawn with matplotlib: pip install 'muntwerk[plots]'"
        raise ImportError(needed, name="matplotlib") from error
    return pyplot.subplots(figsize=(8, 5), layout="constrained")[1]


def _all_days(movements: Movements) -> _Days:
    if movements.window is None:
        raise ValueError("window: nothing moved, so say of which days the picture is")
    return movements.window


def _until(movements: Movements, on: datetime.date) -> _Days:
    """From the first movement there is, since age and balance are of all that was before."""
    first = on if movements.window is None else min(movements.window[0], on)
    return first, on


def _begin(ax: Axes, figure: Figure[Any], title: str, days: str | None = None) -> bool:
    """Writes the title, and why there is nothing to draw if there is not."""
    window = getattr(figure.asked, "window")
    ax.set_title(f"{title}\n{days or f'{window[0]} through {window[1]}'}", loc="left", fontsize="medium")
    if figure.value is None:
        ax.text(0.5, 0.5, f"no value: {figure.reason}", transform=ax.transAxes, ha="center", wrap=True)
        ax.set_xticks([])
        ax.set_yticks([])
        _foot(ax, figure)
    return figure.value is not None


def _foot(ax: Axes, figure: Figure[Any]) -> None:
    """Under everything else: of which rows it is, and what is not seen."""
    used = f"{figure.used:,} movements used, {figure.dropped:,} left out"
    rows = f"{used}; Muntwerk {figure.version}; rows {figure.of[:16]}"
    if figure.not_observed:
        rows = f"{float(figure.not_observed):.1%} on notes, where nobody sees them go; {rows}"
    under = ax.xaxis.get_tightbbox() if ax.axison else None
    down = 6.0 if under is None else (ax.get_window_extent().y0 - under.y0) * 72 / ax.figure.dpi + 6
    ax.annotate(
        rows,
        (0, 0),
        (0, -down),
        xycoords="axes fraction",
        textcoords="offset points",
        va="top",
        fontsize="x-small",
        color="#666666",
        annotation_clip=False,
    )


def _of_whom(population: Population, on: datetime.date) -> str:
    if isinstance(population, str):
        return f"at the end of {on}, {population}"
    words = "only" if type(population).__name__ == "PopulationOnly" else "participants except"
    accounts = f"{len(population.value)} account{'' if len(population.value) == 1 else 's'}"
    return f"at the end of {on}, {words} {accounts}"


def _issued(told: Flow) -> int:
    return sum(getattr(told, name) for name in _CAME)


def _drawn(figure: Figure[Any], minor: int | fractions.Fraction) -> float:
    """Where on the paper an amount is: a place, not an amount any more."""
    return float(figure.amount(minor))


def _written(figure: Figure[Any], minor: int | fractions.Fraction) -> str:
    return f"{figure.amount(minor):,.{figure.decimals}f}"


def _amounts(ax: Axes, figure: Figure[Any]) -> None:
    # The unit of these figures is in minor ones; what is drawn is whole units.
    ax.set_ylabel(figure.unit.removeprefix("minor units of "))
    ax.yaxis.set_major_formatter(_thousands)


def _thousands(value: float, _: object = None) -> str:
    return f"{value:,.10g}"


def _percent(value: float, _: object = None) -> str:
    return f"{value:.0%}"


def _periods(ax: Axes, starts: list[datetime.date], by: Period) -> None:
    written = {"month": "%Y-%m", "year": "%Y"}.get(by, "%Y-%m-%d")
    every = -(-len(starts) // _MOST_TICKS) or 1
    places = list(range(0, len(starts), every))
    labels = [f"{starts[at]:{written}}" for at in places]
    ax.set_xticks(places, labels, rotation=45 if len(places) > 6 else 0, ha="right" if len(places) > 6 else "center")
    ax.set_xlabel("" if by == "lifetime" else by)


def _months(first: datetime.date, on: datetime.date) -> list[datetime.date]:
    """Also those of which nothing is left, so that the distance between two bars is time."""
    count = (on.year - first.year) * 12 + on.month - first.month + 1
    numbers = [first.year * 12 + first.month - 1 + nth for nth in range(count)]
    return [datetime.date(number // 12, number % 12 + 1, 1) for number in numbers]


_Part = tuple[str, str, int]


def _sides(told: Flow) -> tuple[list[_Part], list[_Part]]:
    """Label, colour and amount of what came and of what went, both with the same sum and nothing below zero."""
    came: list[_Part] = [("outstanding before", _GREY, told.before)]
    went: list[_Part] = []
    for name, label in _CAME.items():
        amount = getattr(told, name)
        _put(came, went, (label, _BLUE, amount))
    for name, (label, colour) in _WENT.items():
        amount = getattr(told, name)
        _put(went, came, (label, colour, amount))
    went.append(("outstanding, on accounts", "#56B4E9", told.outstanding - told.on_paper))
    went.append(("outstanding, on paper", _ORANGE, told.on_paper))
    return [part for part in came if part[2]], [part for part in went if part[2]]


def _put(side: list[_Part], other: list[_Part], part: _Part) -> None:
    label, colour, amount = part
    if amount < 0:
        other.append((f"{label}, taken back", colour, -amount))
    else:
        side.append(part)


def _side(ax: Axes, figure: Figure[Any], parts: list[_Part], total: int, *, left: bool) -> float:
    """The parts of one side from the top down, each with its band to the bar in the middle, and how far they stand
    out beyond that bar, above and below."""
    least, gap = 0.08, 0.02
    shares = [amount / total for _, _, amount in parts]
    slots = [max(share, least) for share in shares]
    beyond = (sum(slots) + gap * (len(slots) - 1) - 1) / 2
    top = 1 + beyond
    inner, outer, held = (0.03, 0.0, 0.47) if left else (0.97, 0.97, 0.53)
    at_bar = 1.0
    for (label, colour, amount), share, slot in zip(parts, shares, slots):
        foot = top - (slot + share) / 2
        at_bar -= share
        _node(ax, label, (outer, foot), share, 0.03, colour)
        _band(ax, (inner, foot), (held, at_bar), share, colour)
        told = f"{label}\n{_written(figure, amount)} ({amount / total:.1%})"
        place, side = (-0.02, "right") if left else (1.02, "left")
        ax.text(place, foot + share / 2, told, ha=side, va="center", fontsize="small")
        top -= slot + gap
    return beyond


def _node(ax: Axes, name: str, corner: tuple[float, float], height: float, width: float, colour: str) -> None:
    from matplotlib.patches import Rectangle

    ax.add_patch(Rectangle(corner, width, height, color=colour, linewidth=0, gid=name))


def _band(ax: Axes, one: tuple[float, float], other: tuple[float, float], height: float, colour: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    (x, y), (to_x, to_y) = one, other
    middle = (x + to_x) / 2
    corners = [
        (x, y),
        (middle, y),
        (middle, to_y),
        (to_x, to_y),
        (to_x, to_y + height),
        (middle, to_y + height),
        (middle, y + height),
        (x, y + height),
        (x, y),
    ]
    curve = [Path.CURVE4] * 3
    codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
    ax.add_patch(PathPatch(Path(corners, codes), facecolor=colour, alpha=0.35, linewidth=0))
