"""The conformance vectors: typed objects into the engine, typed results out, written as JSON and compared."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from vector_words import claim_word, closing, day, entry, short, standing

import muntwerk as mw
from muntwerk import orders

VECTORS = ROOT / "tests/vectors"
REFERS_TO = ("original", "pending", "sending", "reservation", "place", "claim", "acceptance")


def said(expected: dict[str, Any]) -> dict[str, Any]:
    """Without what says that there is nothing of the kind."""
    return {key: value for key, value in expected.items() if value not in ([], {}, None, 0)}


def vectors() -> list[Any]:
    found = []
    for path in sorted(VECTORS.glob("*.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        for vector in file["vectors"]:
            found.append(pytest.param(file, vector, id=f"{path.stem}: {vector['name']}"))
    return found


class Running:
    """A vector at some step."""

    def __init__(self, file: dict[str, Any], vector: dict[str, Any]) -> None:
        scene = {**file.get("common", {}), **vector}
        self.parts = file.get("parts", {})
        design = mw.Design.parse(self.design_text(scene["design"]))
        opened = dt.date.fromisoformat(scene["opened"])
        self.ledger = mw.Ledger.in_memory(design, day=opened, ledger_id=scene["ledger"])
        self.roles = scene.get("roles", {})
        self.asked = 0
        self.first_answers: dict[str, int | None] = {}
        for partner in scene.get("partners", []):
            self.prepare("s-001", "steering_group", {"approve_partner": partner})
        for account in scene.get("accounts", []):
            if isinstance(account, str):
                ask = {"account": account, "kind": "person", "holders": [account]}
            else:
                ask = {"account": account["household"], "kind": "household", "holders": account["holders"]}
            self.prepare("s-010", "project_manager", {"open_account": ask})

    def design_text(self, source: dict[str, Any]) -> str:
        if "file" in source:
            return (ROOT / f"core/designs/{source['file']}.toml").read_text(encoding="utf-8")
        lines: list[str] = []
        for line in source["text"]:
            lines.extend(self.parts[line[1:]] if line.startswith("@") else [line])
        return "".join(f"{line}\n" for line in lines)

    def prepare(self, actor: str, role: str, ask: dict[str, Any]) -> None:
        self.ledger.execute(self.order({"actor": actor, "role": role, "ask": ask}))

    def complete(self, order: dict[str, Any]) -> dict[str, Any]:
        self.asked += 1
        full: dict[str, Any] = json.loads(json.dumps(order))
        full["id"] = full.get("id", f"1{self.asked:016x}").rjust(32, "0")
        role, _, place = self.roles.get(full.get("actor", ""), "participant").partition("@")
        if "role" not in full:
            full["role"] = role
            if place:
                full.setdefault("contact_point", place)
        full.setdefault("instant", 1_735_689_600_000 + 60_000 * self.asked)
        full.setdefault("booking_day", self.ledger.day.isoformat())
        full.setdefault("value_day", full["booking_day"])
        for ask in full.get("ask", {}).values():
            if not isinstance(ask, dict):
                continue
            lost = ask.get("lost")
            if isinstance(lost, dict) and isinstance(lost.get("sending"), str):
                lost["sending"] = lost["sending"].rjust(32, "0")
            for key in REFERS_TO:
                if isinstance(ask.get(key), str):
                    ask[key] = ask[key].rjust(32, "0")
        if "amend_design" in full.get("ask", {}):
            amend = full["ask"]["amend_design"]
            amend["design"] = self.design_text(amend["design"])
        return full

    def order(self, order: dict[str, Any]) -> mw.Order:
        full = self.complete(order)
        read = mw.Order.from_dict(full)
        # As somebody writes it: an object of its class, in an envelope.
        ((kind, inside),) = full["ask"].items()
        ask = orders.ASKS[kind].from_dict(inside)
        made = mw.Order(
            full["id"],
            ask,
            actor=full["actor"],
            role=full["role"],
            booking_day=dt.date.fromisoformat(full["booking_day"]),
            value_day=dt.date.fromisoformat(full["value_day"]),
            instant=full["instant"],
            contact_point=full.get("contact_point"),
            on_behalf_of=full.get("on_behalf_of"),
            reason=full.get("reason"),
            evidence=full.get("evidence"),
        )
        assert made == read
        assert type(made.ask) is type(ask)
        # A design comes back resolved, and a rate in lowest terms.
        if kind != "amend_design" and "rate" not in inside.get("settlement", {}):
            assert made.ask == ask
            assert json.loads(made.to_json())["ask"] == {kind: ask.to_dict()}
        return made

    def state(self) -> list[Any]:
        """What must never change when nothing is booked."""
        ledger = self.ledger
        return [
            ledger.accounts(),
            ledger.lots(),
            ledger.notes(),
            ledger.euro(),
            ledger.offices(),
            ledger.acceptances(),
            ledger.claims(),
            ledger.pending(),
            ledger.reservations(),
            ledger.waiting_lines(),
            ledger.stock(),
        ]

    def step(self, step: dict[str, Any]) -> None:
        expect = step.get("expect", {})
        if "order" in step:
            if expect.get("unreadable"):
                with pytest.raises((ValueError, TypeError)):
                    self.order(step["order"])
            else:
                self.ask(self.order(step["order"]), expect)
        elif "batch" in step:
            self.batch([self.order(order) for order in step["batch"]], expect)
        elif "close" in step:
            self.close(dt.date.fromisoformat(step["close"]), expect.get("closing", {}))
        else:
            self.check(step["check"])

    def ask(self, order: mw.Order, expect: dict[str, Any]) -> None:
        ledger = self.ledger
        before, records_before = self.state(), len(ledger)
        preview: Any
        try:
            preview = ledger.preview(order)
        except mw.Refused as refused:
            preview = refused.refusal
        answer = ledger.answer(order)
        assert answer.repeated == expect.get("repeated", False)
        if answer.repeated:
            assert answer.number == self.first_answers[order.id]
        elif answer.number is not None:
            self.first_answers[order.id] = answer.number
        if "refusal" in expect:
            assert isinstance(answer, mw.Refusal), answer
            assert self.state() == before
            unrecorded = expect.get("unrecorded", False)
            if not answer.repeated and answer.code != "id_conflict":
                assert preview.to_dict() == answer.to_dict()
                assert len(ledger) - records_before == (not unrecorded)
            assert (answer.number is None) == unrecorded
            self.refusal(answer, expect["refusal"])
            return
        assert isinstance(answer, mw.Receipt), answer
        if answer.repeated:
            assert self.state() == before
        elif order.kind == "close_day":
            assert closing(ledger.records(records_before)) == said(expect.get("closing", {}))
        else:
            booked = ledger.record(answer.number).entry
            assert booked is not None and booked == preview
            if "entry" in expect:
                lots = {lot.lot: lot for lot in ledger.lots()}
                assert entry(booked, lots) == said(expect["entry"])
            else:
                assert expect["booked"]

    def refusal(self, refusal: mw.Refusal, expected: dict[str, Any]) -> None:
        assert refusal.code == expected["code"]
        assert refusal.figures.to_dict() == expected.get("figures", {})
        for lang, sentence in expected.get("sentence", {}).items():
            assert refusal.message(lang) == sentence

    def batch(self, batch: list[mw.Order], expect: dict[str, Any]) -> None:
        before = (self.state(), len(self.ledger))
        if "refusal" not in expect:
            assert self.ledger.execute_many(batch, all_or_nothing=True).booked == len(batch)
            return
        with pytest.raises(mw.BatchRefused) as raised:
            self.ledger.execute_many(batch, all_or_nothing=True)
        assert raised.value.index == expect["refused_index"]
        assert (self.state(), len(self.ledger)) == before
        self.refusal(raised.value.refusal, expect["refusal"])

    def close(self, through: dt.date, expected: dict[str, Any]) -> None:
        before = len(self.ledger)
        while (today := self.ledger.day) <= through:
            ask = {"through": today.isoformat(), "today": (today + dt.timedelta(days=1)).isoformat()}
            self.ledger.execute(self.order({"actor": "s-900", "role": "system", "ask": {"close_day": ask}}))
        assert closing(self.ledger.records(before)) == said(expected)

    def check(self, check: dict[str, Any]) -> None:
        ledger = self.ledger
        for account, balance in check.get("balances", {}).items():
            assert ledger.balance(account).minor == balance, account
        for account, lots in check.get("lots", {}).items():
            held = [[day(lot.earned_on), day(lot.ends_on), lot.amount] for lot in ledger.account(account).lots]
            assert held == lots, account
        notes = {f"{one.place} {one.series} {one.face}": one.pieces for one in ledger.notes()}
        for kind, count in check.get("notes", {}).items():
            assert notes.get(kind, 0) == count, kind
        for place, cents in check.get("euro", {}).items():
            assert ledger.euro().get(place, 0) == cents, place
        offices = ledger.offices()
        for office, stands in check.get("offices", {}).items():
            there = standing(offices[office]) if office in offices else "never opened"
            assert there == stands, office
        for account, technical in check.get("technical", {}).items():
            assert ledger.account(account).technical_debt == technical, account
        for account, state in check.get("states", {}).items():
            assert ledger.account(account).state == state, account
        stock = {(one.reward, one.partner): one.pieces for one in ledger.stock()}
        for reward, partners in check.get("stock", {}).items():
            for partner, pieces in partners.items():
                assert stock.get((reward, partner), 0) == pieces
        if "sendings" in check:
            assert [short(one.order) for one in ledger.sendings()] == check["sendings"]
        if "reservations" in check:
            assert [short(one.id) for one in ledger.reservations()] == check["reservations"]
        waiting = ledger.waiting_lines().places
        for reward, partners in check.get("lines", {}).items():
            for partner, places in partners.items():
                line = [one for one in waiting if (one.reward, one.partner) == (reward, partner)]
                assert [[short(one.place), day(one.called_until)] for one in line] == places
        if "pending" in check:
            assert [short(one.order.id) for one in ledger.pending()] == check["pending"]
        if "open" in check:
            assert {short(one.order): one.units for one in ledger.acceptances()} == check["open"]
        claims = {short(claim.id): claim_word(claim.state) for claim in ledger.claims()}
        for claim, stands in check.get("claims", {}).items():
            assert claims.get(claim, "unknown") == stands, claim
        if "day" in check:
            assert ledger.day.isoformat() == check["day"]

    def sound(self) -> None:
        """What holds after every step."""
        total = 0
        held_of: dict[int, int] = {}
        for account in self.ledger.accounts():
            total += account.balance
            held = sum(lot.amount for lot in account.lots)
            if account.lots or account.drawn:
                assert held - account.drawn == account.balance and not (held and account.drawn)
            for lot in account.lots:
                held_of[lot.lot] = held_of.get(lot.lot, 0) + lot.amount
        assert total == 0 and sum(self.ledger.euro().values()) == 0
        for one in self.ledger.lots():
            assert held_of.get(one.lot, 0) == one.outstanding <= one.issued
            assert (one.kind == "renewed") == (one.parent is not None)

    def end(self, vector: dict[str, Any]) -> None:
        self.check(vector.get("then", {}))
        expected = vector["balances"]
        balances = {one.id: one.balance for one in self.ledger.accounts() if one.balance or one.id in expected}
        assert balances == expected
        journal = self.ledger.journal()
        replayed = mw.Ledger.replay(journal)
        assert replayed.accounts() == self.ledger.accounts() and replayed.journal() == journal
        self.written_as_stored(journal)

    def written_as_stored(self, journal: bytes) -> None:
        """The JSON that Python writes of every record is what stands in the journal."""
        for record, stored in zip(self.ledger.records(), journal.splitlines(), strict=True):
            line = json.loads(stored[stored.index(b"{") :]) if b"{" in stored else {}
            body = find_body(line)
            if record.opening is not None:
                assert record.opening.to_dict() == body["opening"]
                continue
            assert record.order is not None
            if record.entry is not None:
                assert record.order.to_dict() == body["booked"]["order"]
                assert {**record.entry.to_dict()} == {**body["booked"]["entry"], "number": record.number}
            elif record.refusal is not None:
                assert record.refusal.to_dict() == body["refused"]["refusal"]


def find_body(line: dict[str, Any]) -> dict[str, Any]:
    for key in ("opening", "booked", "refused"):
        if key in line:
            return line
    for value in line.values():
        if isinstance(value, dict):
            found = find_body(value)
            if found:
                return found
    return {}


@pytest.mark.parametrize(("file", "vector"), vectors())
def test_vector(file: dict[str, Any], vector: dict[str, Any]) -> None:
    running = Running(file, vector)
    for at, step in enumerate(vector["steps"], 1):
        try:
            running.step(step)
            running.sound()
        except AssertionError as error:
            raise AssertionError(f"step {at} ({step.get('note', '')}): {error}") from error
    running.end(vector)


def test_there_are_vectors() -> None:
    assert len(list(Path(VECTORS).glob("*.json"))) > 40
