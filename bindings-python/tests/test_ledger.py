"""A ledger: asked, refused, replayed, stored, shared."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import FIRST, ROOT, Town

import muntwerk as mw
from muntwerk import books, orders, views


def test_a_refusal_is_an_exception_with_its_figures(town: Town) -> None:
    town.award()
    with pytest.raises(mw.Refused) as raised:
        town.ledger.execute(town.transfer(75))
    refused = raised.value
    assert refused.figures.asked == 75 and refused.figures.available == 30
    assert refused.rule and refused.number is not None and not refused.repeated
    assert {refused.message(lang) for lang in ("nl", "fr", "en")} != {refused.message()}
    assert refused.code in str(refused) and refused.message() in str(refused)
    for kept in (pickle.loads(pickle.dumps(refused)), copy.copy(refused)):
        assert kept.refusal == refused.refusal and str(kept) == str(refused)
    with pytest.raises(ValueError, match="nl, fr and en"):
        refused.message("de")


def test_a_preview_changes_nothing_and_says_what_comes(town: Town) -> None:
    town.award()
    order = town.transfer(10)
    before = town.ledger.journal()
    entry = town.ledger.preview(order)
    assert town.ledger.journal() == before
    assert {leg.account: leg.amount for leg in entry.legs} == {"m-1": -10, "m-2": 10}
    receipt = town.ledger.execute(order)
    record = town.ledger.record(receipt.number)
    assert record.entry == entry and record.order == order and record.refusal is None
    assert town.ledger.execute(order).repeated
    assert pickle.loads(pickle.dumps(record)) == record
    assert pickle.loads(pickle.dumps(receipt)) == receipt
    assert "Leg(account='m-1', amount=-10" in repr(entry)


def test_every_view_is_typed_and_frozen(town: Town) -> None:
    town.award()
    town.ledger.execute(town.transfer(10))
    ledger = town.ledger
    seen = [
        ledger.trial_balance(),
        ledger.statement("m-1"),
        ledger.overview(),
        ledger.ending(dt.date(2030, 1, 1)),
        ledger.quiet(0),
        ledger.partner_totals(),
        ledger.budgets(),
        ledger.settlement_list(),
        ledger.pay_list(),
        ledger.reserve(),
        ledger.series_report(),
        ledger.refusals(),
        ledger.consignments(),
        ledger.to_do(),
        ledger.allowances(2025),
        ledger.why_balance("m-1"),
        ledger.why_limit("m-1"),
        ledger.why_date("m-1", ledger.account("m-1").lots[0].lot),
        *ledger.why_caps(account="m-1"),
        *ledger.why_caps(partner="p-01"),
        *ledger.why_caps(),
    ]
    for view in seen:
        assert type(view).__name__ in views.__all__
        assert pickle.loads(pickle.dumps(view)) == view
        assert type(view).from_dict(view.to_dict()) == view
    assert ledger.statement("m-1").closing == 20
    assert ledger.balance("m-2").minor == 10
    assert ledger.office_sheet("cp-1", FIRST) is None and ledger.redemption_slip(1) is None
    assert ledger.may_see("m-1", "m-1") and not ledger.may_see("m-1", "m-2")
    with pytest.raises(mw.UnknownError):
        ledger.statement("m-99")
    with pytest.raises(LookupError):
        ledger.balance("m-99")


def test_views_as_text(town: Town) -> None:
    assert "Proefbalans" in town.ledger.text("trial_balance", "nl")
    assert town.ledger.text("statement", account="m-1")
    assert "account" in town.ledger.export("hledger")
    with pytest.raises(ValueError, match="trial_balance"):
        town.ledger.text("balance_sheet")
    with pytest.raises(ValueError, match="account="):
        town.ledger.text("statement")


def test_a_pay_list_needs_the_host(town: Town) -> None:
    payees = "partner;name;iban\np-01;Buurthuis;BE68539007547034\n"
    assert town.ledger.pay_list_csv(payees) == "partner;name;iban;euro;invoice;claim;pay_by\n"
    with pytest.raises(ValueError, match="payees"):
        town.ledger.pay_list_csv("partner;name\n")
    with pytest.raises(mw.MuntwerkError, match="nothing to pay"):
        town.ledger.pain_001(payees, name="Stad", iban="BE68539007547034", message="m-1", on=FIRST, created=0)
    with pytest.raises(ValueError, match="iban"):
        town.ledger.pain_001(payees, name="Stad", iban="BE00", message="m-1", on=FIRST, created=0)


def test_designs_are_listed_read_and_refused(tmp_path: Path) -> None:
    for name in mw.Design.names():
        path = ROOT / f"core/designs/{name}.toml"
        design = mw.Design.load(path)
        assert design == mw.Design.named(name) == mw.Design.parse(design.text)
        assert pickle.loads(pickle.dumps(design)) == design
        assert design.name("nl") and design.zone and design.scale >= 0
    assert len(mw.Design.names()) == len(list((ROOT / "core/designs").glob("*.toml")))
    with pytest.raises(mw.UnknownError, match="torekes"):
        mw.Design.named("toreks")
    with pytest.raises(FileNotFoundError):
        mw.Design.load(tmp_path / "nowhere.toml")
    with pytest.raises(mw.DesignError) as raised:
        mw.Design.parse("format = 0\n")
    assert raised.value.problems[0].line >= 1 and raised.value.problems[0].reason
    assert pickle.loads(pickle.dumps(raised.value)).problems == raised.value.problems
    broken = (ROOT / "core/designs/torekes.toml").read_text(encoding="utf-8").replace("scale = 0", "scale = 9")
    with pytest.raises(mw.DesignError):
        mw.Design.parse(broken)


def test_a_journal_replays_and_an_altered_one_is_found(town: Town, tmp_path: Path) -> None:
    town.award()
    journal = town.ledger.journal()
    verified = town.ledger.verify()
    assert verified.lines == len(town.ledger) == len(journal.splitlines())
    assert mw.Ledger.verify_journal(journal) == verified and town.ledger.audit() == []
    again = mw.Ledger.replay(journal)
    assert again.journal() == journal and again.trial_balance() == town.ledger.trial_balance()
    path = tmp_path / "town.journal"
    path.write_bytes(journal.replace(b'"bloembak","measured":3', b'"bloembak","measured":4'))
    with pytest.raises(mw.JournalError) as raised:
        mw.Ledger.replay(path)
    assert raised.value.line == len(town.ledger)
    with pytest.raises(mw.JournalError):
        mw.Ledger.verify_journal(b"")
    with pytest.raises(TypeError):
        mw.Ledger.replay(7)  # type: ignore[arg-type]


def test_a_ledger_on_a_disk(rabot: mw.Design, tmp_path: Path) -> None:
    path = tmp_path / "rabot"
    with pytest.raises(mw.StoreError, match="no journal"):
        mw.Ledger.open(path)
    with pytest.raises(ValueError, match="first day"):
        mw.Ledger.open(path, rabot)
    with mw.Ledger.open(path, rabot, day=FIRST) as ledger:
        town = Town(ledger)
        town.award()
        with pytest.raises(mw.StoreError, match="open"):
            mw.Ledger.open(path)
        looked_at = mw.Ledger.read(path)
        assert looked_at.journal() == ledger.journal()
        with pytest.raises(mw.StoreError, match="to look at"):
            looked_at.execute(town.transfer(1))
        batch = [town.transfer(1) for _ in range(20)]
        assert ledger.execute_many(batch).booked == 20
        assert ledger.execute_many(batch, all_or_nothing=True).repeated == 20
        assert str(ledger.path) == str(path) and ledger.verify().lines == len(ledger)
        expected = ledger.journal()
    with pytest.raises(mw.StoreError, match="closed"):
        ledger.execute(town.transfer(1))
    assert repr(ledger) == "Ledger(closed)"
    with mw.Ledger.open(path) as ledger:
        assert ledger.journal() == expected
    (path / "journal.jsonl").write_bytes(expected.replace(b"m-2", b"m-3", 1))
    (path / "snapshot").unlink(missing_ok=True)
    with pytest.raises(mw.JournalError):
        mw.Ledger.read(path)


def test_a_batch_answers_each_or_books_all_or_none(town: Town) -> None:
    town.award()
    batch = [town.transfer(5), town.transfer(1000), town.transfer(5)]
    before = town.ledger.journal()
    with pytest.raises(mw.BatchRefused) as raised:
        town.ledger.execute_many(batch, all_or_nothing=True)
    assert raised.value.index == 1 and raised.value.figures.asked == 1000
    assert town.ledger.journal() == before
    assert pickle.loads(pickle.dumps(raised.value)).index == 1
    answers = town.ledger.execute_many(mw.OrderBatch(batch))
    assert (answers.booked, answers.refused, answers.repeated, len(answers)) == (2, 1, 0, 3)
    ((place, refusal),) = answers.refusals()
    assert place == 1 and isinstance(refusal, mw.Refusal) and refusal.number is not None
    assert isinstance(answers[-1], mw.Receipt) and [answer.repeated for answer in answers] == [False] * 3
    with pytest.raises(IndexError):
        answers[3]
    with pytest.raises(TypeError, match=r"orders\[1\]"):
        town.ledger.execute_many([batch[0], "no order"])  # type: ignore[list-item]


def test_progress_is_told(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    town.award(measured=100)
    batch = mw.OrderBatch([town.transfer(1) for _ in range(10_000)])
    told: list[tuple[int, int]] = []
    town.ledger.execute_many(batch, progress=lambda done, all_: told.append((done, all_)))
    assert told[-1] == (10_000, 10_000) and [done for done, _ in told] == sorted(done for done, _ in told)
    town.ledger.execute_many(batch, progress=True)
    assert "10000" in capsys.readouterr().err.replace(".0k", "000")


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C is heard, also where the tests run in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_stops_between_two_orders(town: Town) -> None:
    town.award(measured=100)
    batch = mw.OrderBatch([town.transfer(1) for _ in range(20_000)])

    def stop(done: int, all_: int) -> None:
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        town.ledger.execute_many(batch, progress=stop)
    booked = len(town.ledger)
    assert 0 < booked < 20_000
    assert town.ledger.verify().lines == booked
    answers = town.ledger.execute_many(batch)
    assert answers.repeated > 0 and answers.repeated + answers.booked + answers.refused == 20_000
    assert town.ledger.audit() == []


def test_days_are_closed(town: Town) -> None:
    assert town.ledger.close_day(FIRST) is not None
    assert town.ledger.day == FIRST + dt.timedelta(days=1)
    assert town.ledger.close_day(FIRST) is None
    later = town.order(orders.Gift("m-1", "m-2", 1), "m-1", "participant", FIRST + dt.timedelta(days=5))
    assert town.ledger.execute_many([later], close_days=True).refused == 1
    assert town.ledger.day == FIRST + dt.timedelta(days=5)


def test_two_ledgers_at_once(open_town: Callable[[], Town]) -> None:
    def life(_: int) -> bytes:
        town = open_town()
        town.award(measured=100)
        town.ledger.execute_many([town.transfer(1) for _ in range(2_000)])
        return town.ledger.journal()

    with ThreadPoolExecutor(4) as pool:
        journals = set(pool.map(life, range(4)))
    assert len(journals) == 1


def test_one_ledger_from_many_threads(town: Town) -> None:
    town.award(measured=100)
    orders_of = [[town.transfer(1) for _ in range(300)] for _ in range(6)]
    start = threading.Barrier(6)

    def work(mine: list[mw.Order]) -> int:
        start.wait()
        booked = 0
        for at, order in enumerate(mine):
            booked += isinstance(town.ledger.answer(order), mw.Receipt)
            if at % 50 == 0:
                assert town.ledger.trial_balance().sum == 0
        return booked + town.ledger.execute_many(mine).repeated * 0

    with ThreadPoolExecutor(6) as pool:
        booked = sum(pool.map(work, orders_of))
    assert town.ledger.balance("m-2").minor == booked == 1000
    assert town.ledger.audit() == [] and town.ledger.verify().lines == len(town.ledger)


def test_a_day_book_runs(rabot: mw.Design) -> None:
    path = ROOT / "examples/data/rabot-2025/daybook.csv"
    ledger = mw.Ledger.in_memory(rabot, day=dt.date(2025, 1, 2))
    lines = ledger.run_daybook(path)
    assert len(lines) > 100 and ledger.audit() == []
    assert any(isinstance(line.answer, mw.Receipt) for line in lines)
    with pytest.raises(mw.RowsError):
        ledger.run_daybook(b"no day book\n")


def test_entries_are_of_the_classes_of_books(town: Town) -> None:
    town.award()
    for record in town.ledger.records(1):
        assert isinstance(record.entry, books.Entry)
    assert town.ledger.record(0).opening is not None
    with pytest.raises(IndexError):
        town.ledger.record(10_000)
