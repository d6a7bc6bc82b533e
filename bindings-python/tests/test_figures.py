"""Figures: what they say is what the tables say, and they say how they were asked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pytest
from conftest import DAYBOOK, FIRST, Town

import muntwerk as mw
from muntwerk import books, figures, orders
from muntwerk.indicators import (
    QUESTIONS,
    Active,
    CountInGroups,
    Flows,
    Holding,
    HoldingSpread,
    Inequality,
    Mediated,
    Outstanding,
    Partners,
    PopulationExcept,
    PopulationOnly,
    Question,
    RedemptionAge,
    RedemptionMatrix,
    TracingRule,
    Transactions,
    UnitTime,
    Velocity,
)

YEAR = (dt.date(2025, 1, 1), dt.date(2025, 12, 31))
RULES: Final[tuple[TracingRule, ...]] = ("as_booked", "fifo", "lifo", "well_mixed")
WHAT_COMES: Final = ("earned", "taken_over", "bought", "drawn", "short", "unexplained")
WHAT_GOES: Final = ("redeemed", "lapsed", "exchanged", "over", "repaid")
PAID: Final = ("transfer", "pay_for_relative")

ONE_OF_EACH: tuple[Question[Any], ...] = (
    Flows(YEAR, "month"),
    Active(YEAR, "month", ("transfer", "earn"), "accounts", "participants"),
    Transactions(YEAR, ("transfer",), "participants"),
    Velocity(YEAR, ("transfer",), "year", "participants", "everything"),
    Holding(YEAR, "fifo", ("transfer", "redeem"), "participants"),
    HoldingSpread(YEAR, "lifo", ("transfer", "redeem"), "participants"),
    UnitTime(YEAR, "well_mixed"),
    Outstanding(YEAR, "fifo", "month", "participants"),
    RedemptionAge(YEAR, "as_booked", "participants"),
    RedemptionMatrix(YEAR, "fifo", "month", "participants"),
    Inequality(YEAR, "participants"),
    Partners(YEAR),
    Mediated(YEAR, ("transfer", "redeem"), "participants"),
)


@pytest.fixture(scope="session")
def postings(demo: mw.Ledger) -> pd.DataFrame:
    """Every leg, with whole amounts, its month, and whether its account is outside of everybody's."""
    frame = pa.table(demo.postings_table()).to_pandas()
    frame["account"] = frame["account"].astype(str)
    frame["kind"] = frame["kind"].astype(str)
    frame["amount"] = frame["amount"].astype(int)
    frame["month"] = pd.to_datetime(frame["booking_day"]).dt.to_period("M")
    frame["end"] = frame["account"].str.extract(r"^(issued|redeemed|lapsed):?", expand=False).fillna("held")
    return frame


@pytest.fixture(scope="session")
def between(demo: mw.Ledger, postings: pd.DataFrame) -> pd.DataFrame:
    """What went from one participant to another, a row for each record, and whether it takes something back."""
    person = postings["end"].eq("held") & ~postings["account"].str.startswith("system:")
    legs = postings[person].groupby("record")["amount"].count()
    paid = postings[person & (postings["amount"] > 0) & (postings["record"].map(legs) == 2)]
    return paid.assign(back=[takes_back(demo.record(number)) for number in paid["record"]])


def takes_back(record: mw.records.Record) -> bool:
    changes = () if record.entry is None else record.entry.changes
    return any(isinstance(change, books.ChangeReversed) for change in changes)


def months() -> list[tuple[dt.date, dt.date]]:
    starts = [dt.date(2025, month, 1) for month in range(1, 13)] + [dt.date(2026, 1, 1)]
    return [(start, after - dt.timedelta(days=1)) for start, after in zip(starts, starts[1:])]


def test_flows_are_the_sums_of_the_postings(demo_movements: mw.Movements, postings: pd.DataFrame) -> None:
    flows = demo_movements.ask(Flows(YEAR, "month"))
    assert flows.value is not None and len(flows.value) == 12
    by_month = postings.groupby(["month", "end"])["amount"].sum().unstack(fill_value=0)
    standing = by_month["held"].cumsum()
    for flow in flows.value:
        month = pd.Period(flow.window[0], "M")
        assert flow.earned == -by_month.at[month, "issued"]
        assert flow.redeemed == by_month.at[month, "redeemed"]
        assert flow.outstanding == standing[month]


def test_what_stood_came_and_went_is_what_stands(demo_movements: mw.Movements) -> None:
    flows = demo_movements.ask(Flows(YEAR, "week")).value
    assert flows is not None and flows[0].before == 0
    for flow, after in zip(flows, flows[1:]):
        assert flow.outstanding == after.before
    for flow in flows:
        came = sum(getattr(flow, name) for name in WHAT_COMES)
        went = sum(getattr(flow, name) for name in WHAT_GOES)
        assert flow.before + came - went == flow.outstanding


@pytest.mark.parametrize("window", months(), ids=lambda window: f"{window[0]:%Y-%m}")
def test_transactions_are_those_of_the_postings(
    demo_movements: mw.Movements, between: pd.DataFrame, window: tuple[dt.date, dt.date]
) -> None:
    told = demo_movements.ask(Transactions(window, ("transfer",), "participants")).value
    assert told is not None
    in_month = between[between["month"] == pd.Period(window[0], "M")]
    amounts = in_month.loc[in_month["kind"].isin(PAID), "amount"]
    assert (told.count, told.volume) == (len(amounts), amounts.sum())
    assert told.mean == Fraction(int(amounts.sum()), len(amounts))
    assert told.median == Fraction(amounts.median())
    back = in_month.loc[in_month["back"], "amount"]
    assert (told.taken_back, told.taken_back_volume) == (len(back), back.sum())


def test_movements_as_a_table_give_the_same_sums(demo_movements: mw.Movements) -> None:
    table = pa.table(demo_movements.table())
    assert table.schema.field("amount").type == pa.decimal128(38, 0) and len(table) == len(demo_movements)
    frame = table.to_pandas()
    assert set(frame["from"]) | set(frame["to"]) <= {party.name for party in demo_movements.parties}
    frame = frame[(frame["day"] >= YEAR[0]) & (frame["day"] <= YEAR[1])]
    for kind in ("transfer", "gift", "redeem", "earn"):
        of_kind = frame[frame["kind"].astype(str) == kind]
        done, back = of_kind[~of_kind["back"]], of_kind[of_kind["back"]]
        told = demo_movements.ask(Transactions(YEAR, (kind,), "participants")).value
        assert told is not None
        assert (told.count, told.volume) == (len(done), done["amount"].sum())
        assert (told.taken_back, told.taken_back_volume) == (len(back), back["amount"].sum())


def test_the_area_is_that_under_the_curve(demo_movements: mw.Movements, postings: pd.DataFrame) -> None:
    turns = demo_movements.ask(Velocity(YEAR, ("transfer",), "year", "participants", "everything")).value
    assert turns is not None
    held = postings[postings["end"] == "held"].groupby("booking_day")["amount"].sum()
    held.index = pd.to_datetime(held.index)
    curve = held.reindex(pd.date_range(*YEAR), fill_value=0).cumsum()
    assert turns.area == curve.sum()
    assert turns.supply == Fraction(int(curve.sum()), 365)
    assert turns.velocity == Fraction(turns.volume * 365, turns.area)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_holds_what_stood(demo_movements: mw.Movements, rule: TracingRule) -> None:
    times = demo_movements.ask(UnitTime(YEAR, rule)).value
    turns = demo_movements.ask(Velocity(YEAR, ("transfer",), "year", "participants", "everything")).value
    assert times is not None and turns is not None
    assert times.ended + times.open == times.held == times.under_curve == turns.area


@pytest.mark.parametrize("rule", RULES)
def test_units_by_issue_add_up(demo_movements: mw.Movements, postings: pd.DataFrame, rule: TracingRule) -> None:
    cells = demo_movements.ask(RedemptionMatrix(YEAR, rule, "month", "everybody")).value
    assert cells is not None
    # What partners took in, before they gave any of it back.
    taken_in = postings[(postings["end"] == "redeemed") & (postings["amount"] > 0)].groupby("month")["amount"].sum()
    for start, _ in months():
        assert sum(cell.units for cell in cells if cell.redeemed == start) == taken_in[pd.Period(start, "M")]
    age = demo_movements.ask(RedemptionAge(YEAR, rule, "everybody")).value
    assert age is not None and age.units == sum(cell.units for cell in cells)
    standing = demo_movements.ask(Outstanding(YEAR, rule, "month", "everybody")).value
    flows = demo_movements.ask(Flows(YEAR, "year")).value
    assert standing is not None and flows is not None
    assert sum(line.units for line in standing) == flows[0].outstanding


def test_inequality_is_that_of_the_balances(demo_movements: mw.Movements, postings: pd.DataFrame) -> None:
    told = demo_movements.ask(Inequality(YEAR, "participants")).value
    assert told is not None
    people = {party.name for party in demo_movements.parties if party.kind == "participant"}
    until = postings[postings["account"].isin(people) & (postings["booking_day"] <= YEAR[1])]
    balances = sorted(int(one) for one in until.groupby("account")["amount"].sum())
    assert list(told.balances) == balances and told.total == sum(balances)
    apart = sum(abs(one - other) for one in balances for other in balances)
    assert told.gini == Fraction(apart, 2 * len(balances) * sum(balances))


@pytest.mark.parametrize("question", ONE_OF_EACH, ids=lambda question: question._word)
def test_every_indicator_answers(demo_movements: mw.Movements, question: Question[Any]) -> None:
    figure = demo_movements.ask(question)
    assert figure.value is not None and figure.undefined is None and figure.reason is None
    assert figure.asked == question and figure.indicator == question._word
    assert 0 < figure.used <= len(demo_movements)
    assert figure.used + figure.dropped <= len(demo_movements)
    assert figure.of == demo_movements.fingerprint and figure.definition and figure.source
    assert figure.rows() and len(figure.to_frame()) == len(figure.rows())
    assert figure.definition in figure.cite() and figure.of[:16] in figure.cite() and figure.version in figure.cite()


def test_every_indicator_is_tested() -> None:
    assert {type(question) for question in ONE_OF_EACH} == set(QUESTIONS.values())
    assert len(ONE_OF_EACH) == len(QUESTIONS)


@pytest.mark.parametrize("question", ONE_OF_EACH, ids=lambda question: question._word)
def test_figures_are_values(demo_movements: mw.Movements, question: Question[Any]) -> None:
    figure = demo_movements.ask(question)
    kept = pickle.loads(pickle.dumps(figure))
    assert kept == figure == demo_movements.ask(question) and pickle.loads(pickle.dumps(question)) == question
    with pytest.raises(dataclasses.FrozenInstanceError):
        figure.used = 0  # type: ignore[misc]
    assert repr(figure).startswith(f"Figure({type(question).__name__}(window=(date(2025, 1, 1), date(2025, 12, 31))")
    assert f"unit='{figure.unit}'" in repr(figure) and f"used={figure.used}" in repr(figure)
    assert len(repr(figure)) < 1000


@pytest.mark.parametrize("question", ONE_OF_EACH, ids=lambda question: question._word)
def test_a_question_leaves_nothing_open(question: Question[Any]) -> None:
    made = type(question)
    names = [field.name for field in made._fields]
    given = {name: getattr(question, name) for name in names}
    assert made(**given) == question
    for name in names:
        with pytest.raises(TypeError, match=name):
            made(**{other: value for other, value in given.items() if other != name})
    with pytest.raises(TypeError):
        made()


@pytest.mark.parametrize(
    "wrong",
    [
        {"window": YEAR[0]},
        {"window": (dt.datetime(2025, 1, 1), dt.datetime(2025, 12, 31))},
        {"kinds": "transfer"},
        {"kinds": ("transfers",)},
        {"population": ["m-1"]},
    ],
)
def test_what_cannot_be_meant_is_a_type_error(wrong: dict[str, Any]) -> None:
    good: dict[str, Any] = {"window": YEAR, "kinds": ("transfer",), "population": "participants"}
    with pytest.raises((TypeError, ValueError), match=next(iter(wrong))):
        Transactions(**{**good, **wrong})


@pytest.mark.parametrize("population", [PopulationOnly(("m-9999",)), PopulationExcept(("m-9999",))])
def test_an_unknown_account_is_no_empty_population(
    demo_movements: mw.Movements, population: PopulationOnly | PopulationExcept
) -> None:
    with pytest.raises(mw.EvaluationError, match="m-9999"):
        demo_movements.ask(Transactions(YEAR, ("transfer",), population))


def test_no_kinds_and_a_window_backwards_are_told(demo_movements: mw.Movements) -> None:
    with pytest.raises(mw.EvaluationError):
        demo_movements.ask(Transactions(YEAR, (), "participants"))
    with pytest.raises((mw.EvaluationError, ValueError)):
        demo_movements.ask(Transactions((YEAR[1], YEAR[0]), ("transfer",), "participants"))


def test_the_parts_are_the_whole(demo_movements: mw.Movements) -> None:
    people = [party.name for party in demo_movements.parties if party.kind == "participant"]
    area = {name: "north" if int(name[-1]) % 2 else "south" for name in people[: len(people) * 2 // 3]}
    asked = Transactions(YEAR, ("transfer", "gift"), "participants")
    whole = demo_movements.ask(asked).value
    parts = demo_movements.ask(asked, attributes=area)
    assert set(parts) == {"north", "south", None} and whole is not None
    told = [part.value for part in parts.values()]
    assert sum(part.count for part in told if part is not None) == whole.count
    assert sum(part.volume for part in told if part is not None) == whole.volume
    holding = demo_movements.ask(Inequality(YEAR, "participants"), attributes=area)
    everybody = demo_movements.ask(Inequality(YEAR, "participants")).value
    assert everybody is not None
    balances = sorted(one for part in holding.values() if part.value is not None for one in part.value.balances)
    assert tuple(balances) == everybody.balances
    with pytest.raises(TypeError, match="has no population"):
        demo_movements.ask(Flows(YEAR, "month"), attributes=area)


def test_members_are_counted_in_households(town: Town) -> None:
    town.award("m-1")
    town.award("m-2")
    movements = town.ledger.movements()
    day = (FIRST, FIRST)
    together = CountInGroups("household", (("m-1", "h-1"), ("m-2", "h-1")))
    for count_in, active in (("accounts", 2), (together, 1)):
        told = movements.ask(Active(day, "day", ("earn",), count_in, "participants"))  # type: ignore[arg-type]
        assert told.value is not None and told.value[0].active == told.value[0].new == active
    apart = CountInGroups("household", (("m-1", "h-1"),))
    some = movements.ask(Active(day, "day", ("earn",), apart, "participants"))
    assert some.value is not None and some.value[0].active == 1 and (some.used, some.dropped) == (1, 1)


def undefined(figure: mw.Figure[Any], why: str) -> None:
    assert figure.value is None and figure.undefined == why and figure.reason
    assert figure.rows() == [] and len(figure.to_frame()) == 0
    assert f"undefined='{why}'" in repr(figure)
    assert figure.to_dict()["value"] is None and figure.to_dict()["undefined"] == why


def test_without_anything_to_count_there_is_no_value(town: Town) -> None:
    day = (FIRST, FIRST)
    nothing = town.ledger.movements()
    assert len(nothing) == 0 and nothing.window is None
    undefined(nothing.ask(Flows(day, "day")), "nothing_counted")
    undefined(nothing.ask(Velocity(day, ("transfer",), "day", "participants", "everything")), "no_supply")
    undefined(nothing.ask(Inequality(day, "participants")), "no_supply")
    town.award()
    some = town.ledger.movements()
    undefined(some.ask(Transactions(day, ("transfer",), "participants")), "nothing_counted")
    undefined(some.ask(Holding(day, "fifo", ("transfer",), "participants")), "nothing_counted")
    undefined(some.ask(RedemptionAge(day, "fifo", "participants")), "nothing_counted")
    # A velocity of 0 is one: units stood, and nobody paid.
    still = some.ask(Velocity(day, ("transfer",), "day", "participants", "everything"))
    assert still.value is not None and still.value.velocity == 0 and still.value.area == 30
    town.ledger.execute(town.transfer(10))
    mixed = HoldingSpread(day, "well_mixed", ("transfer",), "participants")
    undefined(town.ledger.movements().ask(mixed), "not_told_apart")


def test_a_small_ledger_by_hand(town: Town) -> None:
    town.award()
    town.ledger.execute(town.transfer(10))
    town.ledger.close_day(FIRST)
    second = town.ledger.day
    town.ledger.execute(town.transfer(5))
    wrong = town.transfer(4)
    town.ledger.execute(wrong)
    town.run(orders.Reverse(wrong.id), "s-010", "project_manager")
    movements = town.ledger.movements()
    days = (FIRST, second)
    told = movements.ask(Transactions(days, ("transfer",), "participants"))
    assert told.value is not None
    assert (told.value.count, told.value.volume) == (3, 19)
    assert (told.value.mean, told.value.median) == (Fraction(19, 3), Fraction(5))
    assert (told.value.taken_back, told.value.taken_back_volume) == (1, 4)
    turns = movements.ask(Velocity(days, ("transfer",), "day", "participants", "everything")).value
    assert turns is not None
    assert (turns.volume, turns.area) == (15, 60)
    assert (turns.supply, turns.velocity) == (Fraction(30), Fraction(1, 4))
    held = movements.ask(Inequality(days, "participants")).value
    assert held is not None and held.balances == (15, 15) and held.gini == 0
    one = movements.ask(Transactions(days, ("transfer",), PopulationOnly(("m-2",))))
    undefined(one, "nothing_counted")
    # What was asked before stays what it was.
    town.ledger.execute(town.transfer(1))
    assert len(movements) == 5 and movements.ask(told.asked) == told


def test_figures_travel_as_json(demo_movements: mw.Movements, town: Town) -> None:
    asked = {question._word: demo_movements.ask(question) for question in ONE_OF_EACH}
    text = figures.to_json(asked)
    read = json.loads(text)
    assert read["of"] == demo_movements.fingerprint and list(read["figures"]) == list(asked)
    for name, figure in asked.items():
        assert read["figures"][name] == figure.to_dict()
        assert type(figure.asked).from_dict(read["figures"][name]["asked"]) == figure.asked
    assert text == figures.to_json({name: demo_movements.ask(figure.asked) for name, figure in asked.items()})
    assert "m-0001" not in text
    town.award()
    other = town.ledger.movements().ask(Flows((FIRST, FIRST), "day"))
    with pytest.raises(ValueError, match="2 different lists"):
        figures.to_json({"one": asked["flows"], "other": other})


def test_amounts_are_in_units(demo_movements: mw.Movements) -> None:
    flows = demo_movements.ask(Flows(YEAR, "year"))
    assert flows.decimals == demo_movements.decimals == 0
    assert str(flows.amount(25)) == "25" and str(flows.amount(Fraction(1, 3))) == "0." + "3" * 28
    row = flows.to_frame().iloc[0]
    assert (row["from"], row["through"]) == YEAR and row["redeemed"] == 155_599


def test_threads_ask_at_the_same_time(demo: mw.Ledger) -> None:
    movements = demo.movements()
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda question: movements.ask(question), [*ONE_OF_EACH, *ONE_OF_EACH]))
    again = [movements.ask(question) for question in ONE_OF_EACH]
    assert answers == [*again, *again]


def test_the_fingerprint_is_of_the_movements(town: Town) -> None:
    town.award()
    before = town.ledger.movements()
    assert before.fingerprint == town.ledger.movements().fingerprint and len(before.fingerprint) == 64
    # What moves nothing changes nothing.
    town.run(orders.OpenAccount("m-3", "person", ("m-3",)), "s-010", "project_manager")
    assert town.ledger.movements().fingerprint == before.fingerprint
    town.ledger.execute(town.transfer(1))
    after = town.ledger.movements()
    assert after.fingerprint != before.fingerprint and len(after) == len(before) + 1
    replayed = mw.Ledger.replay(town.ledger.journal())
    assert replayed.movements().fingerprint == after.fingerprint


def test_what_if_nothing_changed(rabot: mw.Design) -> None:
    ledger = mw.Ledger.in_memory(rabot, day=FIRST)
    lines = DAYBOOK.read_text(encoding="utf-8").splitlines(keepends=True)
    ledger.run_daybook("".join(lines[:1500]))
    made, compared = ledger.what_if(rabot)
    assert compared.as_it_was == compared.as_it_would_be and compared.as_it_was.refused > 0
    assert compared.tried > 1000 and compared.moved_otherwise == 0
    assert not compared.accounts and not compared.changed and not compared.orphaned
    assert compared.accounts_alike == len(ledger.accounts())
    assert made.movements().fingerprint == ledger.movements().fingerprint
    assert pickle.loads(pickle.dumps(compared)) == compared and "behav" in compared.assumption


def test_what_if_an_hour_earned_less(town: Town, rabot: mw.Design) -> None:
    town.run(orders.Award("p-01", "m-1", "buurtwerk", 120), "s-050", "issuing_partner")
    town.ledger.execute(town.transfer(20))
    too_much = town.transfer(20)
    town.ledger.execute(too_much)
    assert rabot.text.count('units = "25"') == 1
    before = town.ledger.journal()
    other = mw.Design.parse(rabot.text.replace('units = "25"', 'units = "15"'))
    made, compared = town.ledger.what_if(other)
    assert town.ledger.journal() == before
    assert compared.as_it_was.issued - compared.as_it_would_be.issued == 20
    assert compared.moved_otherwise == 1
    (changed,) = compared.changed
    assert changed.order == too_much.id
    assert {one.account for one in compared.accounts} >= {"m-1", "m-2"}
    assert made.balance("m-1").minor == 10 and made.design == other
    flows = made.movements().ask(Flows((FIRST, FIRST), "day")).value
    assert flows is not None and flows[0].earned == compared.as_it_would_be.issued == 30


def test_amounts_of_another_unit_are_not_compared(town: Town) -> None:
    town.award()
    with pytest.raises(mw.EvaluationError):
        town.ledger.what_if(mw.Design.named("torekes"))
