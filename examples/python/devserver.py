"""A server at the desk of whoever makes an app, so that a first balance appears before there is a backend.

DEVELOPMENT ONLY. It believes everybody, forgets everything when it ends, and its signing key stands below for all
to read. It holds a demo currency in memory: three members, partners, awards, payments, a reservation, a notice.

    python examples/python/devserver.py                  serves on 127.0.0.1:8765
    python examples/python/devserver.py --record DIR     writes the feeds of the members instead, and the key

Needs the package `muntwerk` and the standard library.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from muntwerk import Design, Feeds, Ledger, Order, OrderError, Refusal, UnknownError
from muntwerk.orders import (
    Appoint,
    ApprovePartner,
    Ask,
    Award,
    Complete,
    Gift,
    OpenAccount,
    PayAmount,
    RecordNotice,
    Reserve,
    Restock,
    TakeOver,
    TakeOverLine,
    TakeOverLot,
    Transfer,
)
from muntwerk.views import NoticeStandingGiven

#: Public, and so worth nothing. A real host draws its key with secrets.token_bytes(32), once, and keeps it.
KEY = b"muntwerk devserver, not a secret"
WARNING = "DEVELOPMENT ONLY: no passwords, a public key, and everything is forgotten at the end."
MEMBERS = ("m-1", "m-2", "m-3")
#: When the recorded feeds were recorded, for ever.
RECORDED_DAY = dt.date(2025, 5, 7)
RECORDED_AT = 1_746_612_000_000
LARGEST_BODY = 64 * 1024
MINUTE, DAY = 60_000, 86_400_000

Step = tuple[Ask, str, str]


def history(first: dt.date) -> list[list[Step]]:
    """What happened in the demo currency, day by day; the last day is today."""
    steering, project = ("s-001", "steering_group"), ("s-010", "project_manager")
    # Units of a scheme that ran before; they end with this month, and the closing gives notice of it.
    old = TakeOverLot(40, earned_on=first.replace(year=first.year - 1, day=1))
    return [
        [
            (ApprovePartner("p-01", ("issuing",)), *steering),
            (ApprovePartner("p-14", ("redeeming",)), *steering),
            (Appoint("s-011", "project_manager", first), *project),
            *((OpenAccount(member, "person", (member,)), *project) for member in MEMBERS),
            (TakeOver((TakeOverLine("m-1", 40, (old,)),)), *project),
            (Complete(f"{7:032x}"), "s-011", "project_manager"),
            (Award("p-01", "m-1", "buurtwerk", 180), "s-050", "issuing_partner"),
            (Award("p-01", "m-2", "bloembak", 2), "s-050", "issuing_partner"),
        ],
        [
            (Transfer("m-1", "m-2", PayAmount(12)), "m-1", "participant"),
            (Restock("p-14", "buurtfeest", 8), "s-051", "redeeming_partner"),
        ],
        [
            (Gift("m-3", "m-1", 5), "m-3", "participant"),  # refused: there is nothing yet
            (Transfer("m-2", "m-1", PayAmount(5)), "m-2", "participant"),
            (Reserve("m-1", "p-14", "buurtfeest"), "m-1", "participant"),
        ],
    ]


class Demo:
    """The demo currency: its ledger, and the feeds of its members."""

    def __init__(self, today: dt.date, clock: Callable[[], int]) -> None:
        first = today - dt.timedelta(days=2)
        self.ledger = Ledger.in_memory(Design.named("rabot-example"), day=first)
        self.clock = clock
        self._lock = threading.Lock()
        self._asked = 0
        days = history(first)
        now = clock()
        for ago, steps in zip(range(len(days) - 1, -1, -1), days):
            for left, step in zip(range(len(steps) - 1, -1, -1), steps):
                self._step(step, now - ago * DAY - left * MINUTE)
            if ago:
                self._close(now - (ago - 1) * DAY - len(days[-1]) * MINUTE)
        self.feeds = Feeds(self.ledger, KEY)

    def _step(self, step: Step, instant: int) -> None:
        self._asked += 1
        ask, actor, role = step
        day = self.ledger.day
        order = Order(f"{self._asked:032x}", ask, actor=actor, role=role, booking_day=day, instant=instant)
        self.ledger.answer(order)

    def _close(self, instant: int) -> None:
        """Closes the day, and records that its notices arrived. A real host sends them first: without a notice that
        was delivered nothing lapses under this design."""
        self.ledger.close_day(self.ledger.day)
        for line in self.ledger.ending(self.ledger.day + dt.timedelta(days=60)).lines:
            if isinstance(line.notice, NoticeStandingGiven) and line.notice.value.outcome is None:
                self._step((RecordNotice(line.account, line.end, "delivered"), "s-900", "system"), instant)

    def ask(self, order: Order) -> dict[str, Any]:
        """Books an order as it arrives: on the server's day and at its instant, whatever the phone's clock said."""
        with self._lock:
            answer = self.ledger.answer(order.received(self.ledger.day, self.clock()))
            self.feeds.follow()
        if isinstance(answer, Refusal):
            told = {"code": answer.code, "rule": answer.rule, "figures": answer.figures.to_dict()}
            sentences = {lang: answer.message(lang) for lang in ("nl", "fr", "en")}
            said = {**told, "sentences": sentences, "number": answer.number, "repeated": answer.repeated}
            return {"refusal": said}
        return {"receipt": {"number": answer.number, "repeated": answer.repeated}}

    def close(self) -> dict[str, Any]:
        """Closes the current day: notices are given, what is due lapses."""
        with self._lock:
            self._close(self.clock())
            self.feeds.follow()
            return {"day": self.ledger.day.isoformat()}


class BadRequest(Exception):
    """Something is wrong with a request, and with which part of it."""

    def __init__(self, status: HTTPStatus, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class DevServer(ThreadingHTTPServer):
    """The demo currency over HTTP."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], demo: Demo) -> None:
        super().__init__(address, Handler)
        self.demo = demo


class Handler(BaseHTTPRequestHandler):
    """One request. Whatever goes wrong, the answer is JSON with a code and a sentence."""

    server: DevServer
    server_version = "muntwerk-devserver"
    sys_version = ""
    # Nobody keeps a connection by saying nothing.
    timeout = 10

    def do_GET(self) -> None:
        """The key, a feed, or what there is."""
        self._answer({"/": self._about, "/key": self._key, "/feed": self._feed})

    def do_POST(self) -> None:
        """An order, or the closing of the day."""
        self._answer({"/orders": self._orders, "/close": self._close})

    def _answer(self, paths: dict[str, Callable[[], bytes | dict[str, Any]]]) -> None:
        try:
            path = urlsplit(self.path).path
            if path not in paths:
                known = ", ".join(f"{self.command} {one}" for one in paths)
                raise BadRequest(HTTPStatus.NOT_FOUND, "not_found", f"there is no such path; there are {known}")
            self._send(HTTPStatus.OK, paths[path]())
        except BadRequest as bad:
            self._fail(bad.status, bad.code, str(bad))
        except OSError:
            raise
        except Exception:
            # To whoever runs this, and not to whoever asked.
            traceback.print_exc()
            self._fail(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "the server has a fault; its output says which")

    def _about(self) -> dict[str, Any]:
        ledger = self.server.demo.ledger
        paths = ["GET /key", "GET /feed?account=m-1&since=0", "POST /orders", "POST /close"]
        return {"about": WARNING, "members": MEMBERS, "day": ledger.day.isoformat(), "paths": paths}

    def _key(self) -> dict[str, Any]:
        return {"public_key": self.server.demo.feeds.public_key.hex()}

    def _feed(self) -> bytes:
        # A real host checks here who asks, and Ledger.may_see.
        account, since = self._one("account", None), self._one("since", "0")
        if not re.fullmatch("[0-9]{1,18}", since, re.ASCII):
            raise BadRequest(HTTPStatus.BAD_REQUEST, "since", "since: how many slices the wallet has, from 0 on")
        try:
            return self.server.demo.feeds.feed_for(account, int(since))
        except UnknownError as unknown:
            raise BadRequest(HTTPStatus.NOT_FOUND, "account_unknown", str(unknown)) from None
        except ValueError as wrong:
            raise BadRequest(HTTPStatus.BAD_REQUEST, "account", str(wrong)) from None

    def _orders(self) -> dict[str, Any]:
        # A real host checks here that the actor is who is logged in.
        try:
            order = Order.from_json(self._body().decode())
        except UnicodeDecodeError:
            raise BadRequest(HTTPStatus.BAD_REQUEST, "not_utf8", "an order is JSON in UTF-8") from None
        except OrderError as wrong:
            raise BadRequest(HTTPStatus.BAD_REQUEST, "not_an_order", str(wrong)) from None
        return self.server.demo.ask(order)

    def _close(self) -> dict[str, Any]:
        return self.server.demo.close()

    def _one(self, name: str, default: str | None) -> str:
        try:
            given = parse_qs(urlsplit(self.path).query, keep_blank_values=True, max_num_fields=8).get(name, [])
        except ValueError:
            raise BadRequest(HTTPStatus.BAD_REQUEST, "query", "the query has too many parts") from None
        if not given and default is not None:
            return default
        if len(given) != 1:
            raise BadRequest(HTTPStatus.BAD_REQUEST, name, f"{name}: write it once")
        return given[0]

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]{1,18}", length, re.ASCII):
            raise BadRequest(HTTPStatus.LENGTH_REQUIRED, "length", "Content-Length says how long the order is")
        if int(length) > LARGEST_BODY:
            self._read_away(int(length))
            told = f"an order has {LARGEST_BODY} bytes at most, and not {length}"
            raise BadRequest(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", told)
        return self.rfile.read(int(length))

    def _read_away(self, length: int) -> None:
        """Reads some of what is thrown away, or whoever still writes would not see the answer."""
        left = min(length, 64 * LARGEST_BODY)
        while left > 0 and (read := self.rfile.read(min(left, LARGEST_BODY))):
            left -= len(read)

    def _send(self, status: HTTPStatus, answer: bytes | dict[str, Any]) -> None:
        is_text = isinstance(answer, bytes)
        body = answer if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False).encode() + b"\n"
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8" if is_text else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _fail(self, status: HTTPStatus, code: str, message: str) -> None:
        self._send(status, {"error": {"code": code, "message": message}})

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses by itself, such as another method, is answered in the same form."""
        status = HTTPStatus(code)
        self._fail(status, status.name.lower(), message or status.phrase)


def record(directory: Path) -> None:
    """Writes the feed of each member as it would be on the day of the recording, the public key and the design."""
    demo = Demo(RECORDED_DAY, lambda: RECORDED_AT)
    directory.mkdir(parents=True, exist_ok=True)
    for member in MEMBERS:
        (directory / f"{member}.feed").write_bytes(demo.feeds.feed_for(member))
    (directory / "key.txt").write_text(demo.feeds.public_key.hex() + "\n", encoding="utf-8", newline="\n")
    (directory / "design.toml").write_text(demo.ledger.design.text, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves until it is interrupted, or records."""
    parser = argparse.ArgumentParser(description=f"A demo currency for whoever makes an app. {WARNING}")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on; this machine alone by default")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--day", type=dt.date.fromisoformat, default=None, help="today in the currency; really today")
    parser.add_argument("--record", type=Path, metavar="DIR", help="write the recorded feeds there, and serve nothing")
    given = parser.parse_args(arguments)
    if given.record is not None:
        record(given.record)
        return
    demo = Demo(given.day or dt.date.today(), lambda: time.time_ns() // 1_000_000)
    with DevServer((given.host, given.port), demo) as server:
        print(WARNING, f"http://{given.host}:{server.server_address[1]}/", file=sys.stderr, flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
