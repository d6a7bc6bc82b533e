"""The server for app developers: from the first feed to the balance after an order, and what it makes of nonsense."""

from __future__ import annotations

import datetime as dt
import http.client
import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

import muntwerk as mw
from muntwerk import orders
from muntwerk.wallet import ExpectedBooked, OrderOutcomeBooked, OrderOutcomeRefused

sys.path.insert(0, str(ROOT / "examples/python"))
import devserver  # noqa: E402

RECORDED = ROOT / "examples/data/wallet"
TODAY = devserver.RECORDED_DAY


class Client:
    """Asks a server that runs in a thread."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def json(self, method: str, path: str, body: bytes | None = None) -> Any:
        status, answer = self.ask(method, path, body)
        assert status == 200, answer
        return json.loads(answer)

    def feed(self, account: str, since: int) -> bytes:
        status, feed = self.ask("GET", f"/feed?account={account}&since={since}")
        assert status == 200, feed
        return feed

    def error(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Any:
        status, answer = self.ask(method, path, body, headers)
        assert b"Traceback" not in answer and b".py" not in answer
        error = json.loads(answer)["error"]
        assert set(error) == {"code", "message"} and error["message"]
        return status, error["code"]


@pytest.fixture
def client() -> Iterator[Client]:
    demo = devserver.Demo(TODAY, lambda: devserver.RECORDED_AT)
    with devserver.DevServer(("127.0.0.1", 0), demo) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield Client(int(server.server_address[1]))
        server.shutdown()
        thread.join()


def gift(number: int, minor: int, actor: str = "m-1") -> mw.Order:
    return mw.Order(
        f"{number:032x}", orders.Gift(actor, "m-2", minor), actor=actor, role="participant", booking_day=TODAY
    )


def test_from_the_feed_to_the_balance_after_an_order(client: Client) -> None:
    wallet = mw.Wallet("m-1", bytes.fromhex(client.json("GET", "/key")["public_key"]))
    wallet.apply(client.feed("m-1", wallet.seen))
    before = wallet.balances(TODAY)
    assert (before.confirmed, before.reserved, before.available) == (78, 30, 78)

    order = gift(0xA1, 12)
    preview = wallet.preview(order, TODAY)
    assert isinstance(preview.expected, ExpectedBooked) and preview.expected.value.balance == 66
    wallet.put_in_outbox(order)
    for sent in wallet.outbox():
        # A phone's clock can be wrong by days; the server stamps what it gets.
        wrong = sent.received(TODAY - dt.timedelta(days=9), 5)
        assert client.json("POST", "/orders", wrong.to_json().encode())["receipt"]["repeated"] is False
    again = client.json("POST", "/orders", order.to_json().encode())["receipt"]
    assert again["repeated"] is True

    applied = wallet.apply(client.feed("m-1", wallet.seen))
    assert [one.outcome for one in applied.answered] == [OrderOutcomeBooked(again["number"])]
    assert wallet.outbox() == [] and wallet.balances(TODAY).available == 66


def test_a_refusal_is_an_answer(client: Client) -> None:
    refusal = client.json("POST", "/orders", gift(0xA2, 1000).to_json().encode())["refusal"]
    assert refusal["code"] == "insufficient_balance"
    assert refusal["figures"]["asked"] == 1000 and set(refusal["sentences"]) == {"nl", "fr", "en"}


def test_what_leaves_no_trace_leaves_the_outbox(client: Client) -> None:
    wallet = mw.Wallet("m-1", bytes.fromhex(client.json("GET", "/key")["public_key"]))
    wallet.apply(client.feed("m-1", 0))
    # Another phone of the member has used the id for another order.
    taken = client.json("POST", "/orders", gift(0xA3, 5).to_json().encode())["receipt"]["number"]
    order = gift(0xA3, 6)
    wallet.put_in_outbox(order)
    refusal = client.json("POST", "/orders", order.to_json().encode())["refusal"]
    assert (refusal["code"], refusal["number"]) == ("id_conflict", None)
    answered = wallet.turned_away(order.id, json.dumps(refusal))
    assert answered is not None and isinstance(answered.outcome, OrderOutcomeRefused)
    told = answered.outcome.refusal
    assert (told.code, told.figures.count) == ("id_conflict", taken)
    assert {lang: told.message(lang) for lang in ("nl", "fr", "en")} == refusal["sentences"]
    assert wallet.outbox() == []


def test_a_refusal_that_is_recorded_comes_with_the_feed(client: Client) -> None:
    wallet = mw.Wallet("m-1", bytes.fromhex(client.json("GET", "/key")["public_key"]))
    wallet.apply(client.feed("m-1", 0))
    order = gift(0xA4, 1000)
    wallet.put_in_outbox(order)
    refusal = client.json("POST", "/orders", order.to_json().encode())["refusal"]
    assert wallet.turned_away(order.id, json.dumps(refusal)) is None and wallet.outbox() == [order]
    (answered,) = wallet.apply(client.feed("m-1", wallet.seen)).answered
    assert isinstance(answered.outcome, OrderOutcomeRefused) and answered.outcome.record == refusal["number"]
    assert wallet.outbox() == []


def test_closing_days_brings_the_end_of_units(client: Client) -> None:
    wallet = mw.Wallet("m-1", bytes.fromhex(client.json("GET", "/key")["public_key"]))
    wallet.apply(client.feed("m-1", 0))
    # Of the units that were taken over 3 are left, and 30 come back with the meal that nobody picks up. Notice of
    # their end was given on 6 May, so that they live 30 days from then.
    after = dt.date(2025, 6, 6)
    foreseen = wallet.balances(after)
    assert (foreseen.confirmed, foreseen.ended, foreseen.reserved, foreseen.available) == (78, 3, 0, 75)
    assert wallet.balances(after - dt.timedelta(days=1)).available == 108
    day = TODAY
    while day < after:
        day = dt.date.fromisoformat(client.json("POST", "/close")["day"])
    wallet.apply(client.feed("m-1", wallet.seen))
    told = wallet.balances(day)
    assert wallet.ledger_day == day == after
    assert (told.confirmed, told.ended, told.available, told.lots) == (75, 0, 75, foreseen.lots)


def test_it_says_what_it_is(client: Client) -> None:
    about = client.json("GET", "/")
    assert about["about"].startswith("DEVELOPMENT ONLY") and about["day"] == TODAY.isoformat()
    assert devserver.KEY.decode().isprintable() and len(devserver.KEY) == 32


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/feed", 400, "account"),
        ("/feed?account=m-99", 404, "account_unknown"),
        ("/feed?account=system:lapsed", 404, "account_unknown"),
        ("/feed?account=", 400, "account"),
        ("/feed?account=%00%FF", 400, "account"),
        ("/feed?account=m-1&account=m-2", 400, "account"),
        ("/feed?account=m-1&since=-1", 400, "since"),
        ("/feed?account=m-1&since=1e9", 400, "since"),
        ("/feed?account=m-1&since=1.5", 400, "since"),
        ("/feed?account=m-1&since=%D9%A1", 400, "since"),
        ("/feed?account=m-1&since=99999999999999999999", 400, "since"),
        ("/feed?" + "&".join(f"a{at}=1" for at in range(9)), 400, "query"),
        ("/feed?account=" + "m" * 5_000, 400, "account"),
        ("/" + "x" * 70_000, 414, "request_uri_too_long"),
        ("/feeds", 404, "not_found"),
        ("/../../etc/passwd", 404, "not_found"),
        ("/orders", 404, "not_found"),
    ],
)
def test_a_bad_question_is_answered_with_a_code(client: Client, path: str, status: int, code: str) -> None:
    found, said = client.error("GET", path)
    assert found == status
    # Python 3.13 calls this one by another name.
    assert said == code or status == 414


def test_more_than_there_is_gets_the_head_alone(client: Client) -> None:
    assert len(client.feed("m-1", 1_000_000_000).splitlines()) == 2


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "not_an_order"),
        (b"{", 400, "not_an_order"),
        (b"null", 400, "not_an_order"),
        (b"\xff\xfe", 400, "not_utf8"),
        (b"[" * 60_000, 400, "not_an_order"),
        (gift(1, 1).to_json().replace('"amount":1', '"amount":1.5').encode(), 400, "not_an_order"),
        (gift(1, 1).to_json().replace('"amount":1', '"amount":1e400').encode(), 400, "not_an_order"),
        (b" " * (devserver.LARGEST_BODY + 1), 413, "too_large"),
        (b"x" * 3_000_000, 413, "too_large"),
    ],
)
def test_a_bad_order_changes_nothing(client: Client, body: bytes, status: int, code: str) -> None:
    before = client.feed("m-1", 0)
    found, said = client.error("POST", "/orders", body)
    assert found == status and said == code
    assert client.feed("m-1", 0) == before


def test_a_body_without_a_length_is_not_read(client: Client) -> None:
    for length in ("-5", "nine", "1e3", ""):
        assert client.error("POST", "/orders", None, {"Content-Length": length}) == (411, "length")
    assert client.error("DELETE", "/orders") == (501, "not_implemented")


def test_the_recorded_feeds_are_what_would_be_recorded_now(tmp_path: Path) -> None:
    devserver.main(["--record", str(tmp_path)])
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {path.name: path.read_bytes() for path in RECORDED.iterdir() if path.name != "README.md"}
    assert sorted(written) == sorted(committed)
    for name, text in written.items():
        assert text == committed[name], f"{name}: python examples/python/devserver.py --record examples/data/wallet"


@pytest.mark.parametrize(("member", "balance"), [("m-1", 78), ("m-2", 27), ("m-3", 0)])
def test_a_recorded_feed_is_a_first_balance(member: str, balance: int) -> None:
    key = bytes.fromhex((RECORDED / "key.txt").read_text(encoding="utf-8").strip())
    wallet = mw.Wallet(member, key)
    applied = wallet.apply((RECORDED / f"{member}.feed").read_bytes())
    assert wallet.balances(applied.day).available == balance


def test_it_can_be_opened_on_any_day() -> None:
    for today in (dt.date(2024, 2, 29), dt.date(2026, 1, 1), dt.date(2025, 8, 31), dt.date(2025, 3, 2)):
        demo = devserver.Demo(today, lambda: 0)
        assert demo.ledger.day == today
        wallet = mw.Wallet("m-1", demo.feeds.public_key)
        wallet.apply(demo.feeds.feed_for("m-1"))
        assert wallet.balances(today).reserved == 30
