"""What the tests share: where the repository is, and a small ledger to ask."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

import muntwerk as mw
from muntwerk import orders

# The same cases every time, and no clock: a busy machine is no failure.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")
# Pictures are drawn and not shown.
os.environ["MPLBACKEND"] = "Agg"

ROOT: Path = Path(__file__).resolve().parents[2]
DAYBOOK = ROOT / "examples/data/rabot-2025/daybook.csv"
FIRST = dt.date(2025, 1, 2)


class Town:
    """A ledger with a partner and two people, and orders with ids of their own."""

    def __init__(self, ledger: mw.Ledger) -> None:
        self.ledger = ledger
        self.asked = 0
        self.run(orders.ApprovePartner("p-01", ("issuing", "redeeming")), "s-001", "steering_group")
        for person in ("m-1", "m-2"):
            self.run(orders.OpenAccount(person, "person", (person,)), "s-010", "project_manager")

    def order(self, ask: orders.Ask, actor: str, role: str, day: dt.date | None = None) -> mw.Order:
        self.asked += 1
        day = day or self.ledger.day
        return mw.Order(f"{self.asked:032x}", ask, actor=actor, role=role, booking_day=day)

    def run(self, ask: orders.Ask, actor: str, role: str) -> mw.Receipt:
        return self.ledger.execute(self.order(ask, actor, role))

    def award(self, to: str = "m-1", measured: int = 3) -> mw.Receipt:
        return self.run(orders.Award("p-01", to, "bloembak", measured), "s-050", "issuing_partner")

    def transfer(self, minor: int, from_: str = "m-1", to: str = "m-2") -> mw.Order:
        return self.order(orders.Transfer(from_, to, orders.PayAmount(minor)), from_, "participant")


@pytest.fixture(scope="session")
def rabot() -> mw.Design:
    return mw.Design.named("rabot-example")


@pytest.fixture
def town(rabot: mw.Design) -> Town:
    return Town(mw.Ledger.in_memory(rabot, day=FIRST))


@pytest.fixture
def open_town(rabot: mw.Design) -> Callable[[], Town]:
    return lambda: Town(mw.Ledger.in_memory(rabot, day=FIRST))


@pytest.fixture(scope="session")
def demo(rabot: mw.Design) -> mw.Ledger:
    """The year of the demo. To look at: tests share it."""
    ledger = mw.Ledger.in_memory(rabot, day=FIRST)
    ledger.run_daybook(DAYBOOK)
    return ledger


@pytest.fixture(scope="session")
def demo_movements(demo: mw.Ledger) -> mw.Movements:
    return demo.movements()
