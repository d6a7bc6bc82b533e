"""Pictures: what is drawn is what the figure says."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import matplotlib
import pytest
from conftest import FIRST, ROOT, Town
from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

import muntwerk as mw
from muntwerk import orders, plots
from muntwerk.indicators import Flow, Flows, Inequality, Outstanding, PopulationOnly, TracingRule

YEAR = (dt.date(2025, 1, 1), dt.date(2025, 12, 31))
Draw = Callable[[mw.Movements], Axes]
EACH: dict[str, Draw] = {
    "circulation": lambda movements: plots.circulation(movements, window=YEAR),
    "flow": lambda movements: plots.flow(movements, YEAR),
    "ages": lambda movements: plots.ages(movements, rule="fifo", on=YEAR[1]),
    "lorenz": lambda movements: plots.lorenz(movements, on=YEAR[1], population="participants"),
}
each = pytest.mark.parametrize("draw", EACH.values(), ids=EACH.keys())


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def on_paper() -> mw.Movements:
    """Five months of a currency with notes, which can be bought for euro."""
    papers = ROOT / "examples/data/papier-2025"
    ledger = mw.Ledger.in_memory(mw.Design.load(papers / "design.toml"), day=dt.date(2025, 8, 4))
    ledger.run_daybook(papers / "daybook.csv")
    return ledger.movements()


def bars(ax: Axes, label: str) -> list[float]:
    (drawn,) = (one for one in ax.containers if one.get_label() == label)
    return [bar.get_height() for bar in drawn]


def heights(ax: Axes) -> dict[str, float]:
    return {str(one.get_gid()): one.get_height() for one in ax.patches if isinstance(one, Rectangle)}


def line(ax: Axes, label: str) -> list[float]:
    (drawn,) = (one for one in ax.lines if one.get_label() == label)
    return list(drawn.get_ydata())  # type: ignore[arg-type]


def whole(movements: mw.Movements, window: tuple[dt.date, dt.date]) -> Flow:
    flows = movements.ask(Flows(window, "lifetime")).value
    assert flows is not None and len(flows) == 1
    return flows[0]


def test_bars_are_as_high_as_the_flows(demo_movements: mw.Movements) -> None:
    ax = plots.circulation(demo_movements, window=YEAR)
    flows = demo_movements.ask(Flows(YEAR, "month")).value
    assert flows is not None
    assert bars(ax, "issued") == [flow.earned for flow in flows]
    assert bars(ax, "redeemed") == [flow.redeemed for flow in flows]
    assert line(ax, "outstanding at the end") == [0, *(flow.outstanding for flow in flows)]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == [f"2025-{month:02}" for month in range(1, 13)]
    assert ax.get_ylabel() == "rabotters"
    # What never happened is not drawn.
    assert [one.get_label() for one in ax.containers] == ["issued", "redeemed"] and len(ax.lines) == 2


def test_many_periods_keep_their_ticks_readable(demo_movements: mw.Movements) -> None:
    ax = plots.circulation(demo_movements, by="week")
    assert len(bars(ax, "issued")) == 53 and 8 <= len(ax.get_xticks()) <= 16
    assert ax.get_title(loc="left").endswith("2025-01-02 through 2026-01-03")
    assert len(plots.circulation(demo_movements, by="day").get_xticks()) <= 16


def test_paper_is_drawn_where_there_is_any(on_paper: mw.Movements) -> None:
    ax = plots.circulation(on_paper)
    assert on_paper.window is not None
    flows = on_paper.ask(Flows(on_paper.window, "month")).value
    assert flows is not None and any(flow.bought for flow in flows) and any(flow.over for flow in flows)
    assert line(ax, "of that on paper") == [flow.on_paper for flow in flows] and flows[-1].on_paper > 0
    assert bars(ax, "issued") == [flow.earned + flow.bought + flow.short for flow in flows]
    assert bars(ax, "notes over") == [flow.over for flow in flows]
    assert "on notes, where nobody sees them go" in ax.texts[-1].get_text()


@pytest.mark.parametrize("window", [YEAR, (dt.date(2025, 9, 1), dt.date(2025, 9, 30))])
def test_bands_are_as_wide_as_the_amounts(on_paper: mw.Movements, window: tuple[dt.date, dt.date]) -> None:
    ax = plots.flow(on_paper, window)
    told = whole(on_paper, window)
    shares = heights(ax)
    assert shares.pop("held") == 1
    total = told.outstanding + told.redeemed + told.lapsed + told.exchanged + told.over + told.repaid
    drawn = {
        "redeemed": told.redeemed,
        "notes over": told.over,
        "outstanding, on paper": told.on_paper,
        "outstanding, on accounts": told.outstanding - told.on_paper,
        "outstanding before": told.before,
        "earned": told.earned,
        "bought for euro": told.bought,
        "notes short": told.short,
    }
    for name, amount in drawn.items():
        assert shares.get(name, 0) == pytest.approx(amount / total), name
    assert sum(shares.values()) == pytest.approx(2)
    said = [text.get_text() for text in ax.texts]
    figure = on_paper.ask(Flows(window, "lifetime"))
    assert f"redeemed\n{figure.amount(told.redeemed):,} ({told.redeemed / total:.1%})" in said


def test_what_is_taken_back_goes_the_other_way(town: Town) -> None:
    award = town.award()
    town.award("m-2", measured=2)
    town.ledger.close_day(FIRST)
    order = town.ledger.record(award.number).order
    assert order is not None
    town.run(orders.Reverse(order.id), "s-010", "project_manager")
    second = town.ledger.day
    ax = plots.flow(town.ledger.movements(), (second, second))
    shares = {"outstanding before": 1, "earned, taken back": 30 / 50, "outstanding, on accounts": 20 / 50, "held": 1}
    assert heights(ax) == pytest.approx(shares)
    assert bars(plots.circulation(town.ledger.movements(), by="day"), "issued") == [50, -30]


@pytest.mark.parametrize("rule", ["as_booked", "fifo", "lifo", "well_mixed"])
def test_ages_are_those_of_the_figure(demo_movements: mw.Movements, rule: TracingRule) -> None:
    ax = plots.ages(demo_movements, rule=rule, on=YEAR[1])
    lines = demo_movements.ask(Outstanding(YEAR, rule, "month", "everybody")).value
    assert lines is not None
    drawn = [bar.get_height() for bar in ax.patches if isinstance(bar, Rectangle)]
    assert drawn == [pytest.approx(float(one.units)) for one in lines]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == [f"{one.issued:%Y-%m}" for one in lines]
    assert {"fifo": "first in, first out", "as_booked": "by the books"}.get(rule, "") in ax.get_title(loc="left")


def test_months_of_which_nothing_is_left_keep_their_place(town: Town) -> None:
    town.award()
    town.ledger.close_day(dt.date(2025, 4, 9))
    town.award("m-2", measured=1)
    ax = plots.ages(town.ledger.movements(), rule="lifo", on=town.ledger.day)
    assert [bar.get_height() for bar in ax.patches if isinstance(bar, Rectangle)] == [30, 0, 0, 10]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["2025-01", "2025-02", "2025-03", "2025-04"]


def test_the_lorenz_curve_is_that_of_the_balances(demo_movements: mw.Movements) -> None:
    ax = plots.lorenz(demo_movements, on=YEAR[1], population="participants")
    held = demo_movements.ask(Inequality(YEAR, "participants")).value
    assert held is not None
    drawn = line(ax, "Lorenz curve")
    count = len(held.balances)
    assert len(drawn) == count + 1 and drawn[0] == 0 and drawn[-1] == 1
    assert drawn[count // 2] == pytest.approx(sum(held.balances[: count // 2]) / held.total)
    # Twice the area between the curve and the line of equality.
    below = sum((one + other) / (2 * count) for one, other in zip(drawn, drawn[1:]))
    assert 1 - 2 * below == pytest.approx(float(held.gini))
    assert f"Gini coefficient {float(held.gini):.3f}" in ax.get_title(loc="left")
    few = plots.lorenz(demo_movements, on=YEAR[1], population=PopulationOnly(("m-0334", "m-0293")))
    assert "only 2 accounts" in few.get_title(loc="left")


@each
def test_a_picture_says_of_what_it_is(demo_movements: mw.Movements, draw: Draw, tmp_path: Path) -> None:
    ax = draw(demo_movements)
    title = ax.get_title(loc="left")
    assert "abotters" in title and "2025-12-31" in title
    foot = ax.texts[-1].get_text()
    assert "movements used" in foot and demo_movements.fingerprint[:16] in foot
    figure = ax.get_figure(root=True)
    assert figure is not None and matplotlib.get_backend().lower() == "agg"
    figure.savefig(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_pictures_are_drawn_where_one_wants_them(demo_movements: mw.Movements) -> None:
    _, axes = pyplot.subplots(2, 2)
    drawn = [
        plots.circulation(demo_movements, ax=axes[0, 0]),
        plots.flow(demo_movements, YEAR, ax=axes[0, 1]),
        plots.ages(demo_movements, rule="fifo", on=YEAR[1], ax=axes[1, 0]),
        plots.lorenz(demo_movements, on=YEAR[1], population="everybody", ax=axes[1, 1]),
    ]
    assert drawn == list(axes.flat) and len(pyplot.get_fignums()) == 1


@each
def test_without_a_value_it_says_why(town: Town, draw: Draw) -> None:
    ax = draw(town.ledger.movements())
    assert not ax.patches and not ax.lines
    assert ax.texts[0].get_text().startswith("no value: ") and ax.get_title(loc="left")


def test_without_movements_a_window_is_needed(town: Town) -> None:
    with pytest.raises(ValueError, match="window"):
        plots.circulation(town.ledger.movements())


@each
def test_without_matplotlib_the_extra_is_named(
    demo_movements: mw.Movements, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ImportError, match=r"muntwerk\[plots\]"):
        draw(demo_movements)


def test_units_with_decimals_are_drawn_as_units(rabot: mw.Design) -> None:
    town = Town(mw.Ledger.in_memory(mw.Design.parse(rabot.text.replace("scale = 0", "scale = 2")), day=FIRST))
    town.award()
    town.ledger.execute(town.transfer(1250))
    movements = town.ledger.movements()
    assert movements.decimals == 2 and whole(movements, (FIRST, FIRST)).earned == 3000
    assert bars(plots.circulation(movements), "issued") == [30]
    aged = plots.ages(movements, rule="fifo", on=FIRST, population=PopulationOnly(("m-2",)))
    assert [bar.get_height() for bar in aged.patches if isinstance(bar, Rectangle)] == [12.5]
    assert aged.get_ylabel() == "rabotters"
    said = [text.get_text() for text in plots.flow(movements, (FIRST, FIRST)).texts]
    assert "earned\n30.00 (100.0%)" in said and "12.50 changed hands in the books" in said
