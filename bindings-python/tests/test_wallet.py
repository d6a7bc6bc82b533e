"""A member's wallet: what the phone would say, and what it makes of feeds that are not right."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from typing import Any

import pytest
from conftest import FIRST, Town

import muntwerk as mw
from muntwerk import orders, views
from muntwerk import wallet as answers

KEY = bytes(range(32))


class Phone:
    """A town, its feeds, and the wallet of m-1."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.feeds = mw.Feeds(town.ledger, KEY)
        self.wallet = mw.Wallet("m-1", self.feeds.public_key)

    def sync(self) -> answers.Applied:
        self.feeds.follow()
        return self.wallet.apply(self.feeds.feed_for("m-1", self.wallet.seen))

    def gift(self, minor: int, to: str = "m-2") -> mw.Order:
        return self.town.order(orders.Gift("m-1", to, minor), "m-1", "participant")

    def send(self) -> None:
        for order in self.wallet.outbox():
            self.town.ledger.answer(order.received(self.town.ledger.day, 1))


@pytest.fixture
def phone(town: Town) -> Phone:
    town.award()
    return Phone(town)


def test_from_the_feed_to_the_balance_and_back(phone: Phone) -> None:
    applied = phone.sync()
    assert applied.new == phone.wallet.seen > 0 and applied.day == phone.wallet.ledger_day == FIRST
    balances = phone.wallet.balances(FIRST)
    assert (balances.confirmed, balances.available, balances.pending) == (30, 30, 0)
    (lot,) = balances.lots
    assert lot.amount == 30 and lot.lot == phone.town.ledger.account("m-1").lots[0].lot

    gift = phone.gift(12, to="m-9")
    preview = phone.wallet.preview(gift, FIRST)
    assert preview.day == FIRST and preview.record == len(phone.town.ledger) - 1
    assert isinstance(preview.expected, answers.ExpectedBooked)
    effect = preview.expected.value
    assert (effect.amount, effect.balance) == (-12, 18)
    assert preview.assumed == (answers.AssumedOtherAccount("m-9"),)

    phone.wallet.put_in_outbox(gift)
    phone.wallet.put_in_outbox(gift)
    assert phone.wallet.outbox() == [gift] and phone.wallet.balances(FIRST).pending == -12
    phone.send()
    (answered,) = phone.sync().answered
    # Of accounts that it was never told of, only the server knows that they are none.
    assert answered.order == gift.id and isinstance(answered.outcome, answers.OrderOutcomeRefused)
    refusal = answered.outcome.refusal
    assert (refusal.code, refusal.number) == ("account_unknown", answered.outcome.record)
    assert refusal.message("nl") == "De rekening m-9 bestaat niet."
    assert phone.wallet.outbox() == [] and phone.wallet.balances(FIRST).available == 30
    assert phone.wallet.answer_to(gift.id) == answered.outcome


def test_a_preview_says_what_the_server_says(phone: Phone) -> None:
    phone.sync()
    for minor in (1, 30, 31):
        order = phone.gift(minor)
        expected = phone.wallet.preview(order, FIRST).expected
        answer = phone.town.ledger.answer(order.received(phone.town.ledger.day, 1))
        if isinstance(answer, mw.Refusal):
            assert isinstance(expected, answers.ExpectedRefused)
            assert (expected.value.code, expected.value.figures) == (answer.code, answer.figures)
            assert [expected.value.message(lang) for lang in ("nl", "fr", "en")] == [
                answer.message(lang) for lang in ("nl", "fr", "en")
            ]
        else:
            assert isinstance(expected, answers.ExpectedBooked)
            assert expected.value.balance == phone.town.ledger.account("m-1").balance
        phone.sync()
    # An award is for a partner to give.
    award = phone.town.order(orders.Award("p-01", "m-1", "bloembak", 3), "s-050", "issuing_partner")
    assert phone.wallet.preview(award, FIRST).expected == "only_server"
    assert phone.wallet.answer_to(award.id) is None


def test_what_lapses_by_then_is_not_available(phone: Phone) -> None:
    # Under this design nothing lapses without a notice that is known to have arrived.
    told, end = dt.date(2026, 1, 2), dt.date(2026, 1, 31)
    phone.town.ledger.close_day(told - dt.timedelta(days=1))
    phone.sync()
    assert phone.wallet.balances(end + dt.timedelta(days=1)).available == 30
    phone.town.run(orders.RecordNotice("m-1", end, "delivered"), "s-900", "system")
    phone.sync()
    (lot,) = phone.wallet.balances(told).lots
    assert isinstance(lot.lapses, views.LapsesAt) and lot.ends_on == end
    last = lot.lapses.value
    assert phone.wallet.balances(last).available == 30
    later = phone.wallet.balances(last + dt.timedelta(days=1))
    assert (later.confirmed, later.ended, later.available) == (30, 30, 0)
    assert later.day == last + dt.timedelta(days=1) and phone.wallet.ledger_day == told


def test_answers_are_frozen_compared_pickled_and_written(phone: Phone) -> None:
    applied = phone.sync()
    preview = phone.wallet.preview(phone.gift(31), FIRST)
    balances = phone.wallet.balances(FIRST)
    for one in (applied, preview, balances):
        assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)
        assert type(one).from_dict(one.to_dict()) == one
        with pytest.raises(AttributeError):
            setattr(one, "day", FIRST)
    assert "Refusal(insufficient_balance" in repr(preview)


def test_a_feed_twice_or_in_any_grouping_ends_in_the_same_state(phone: Phone) -> None:
    phone.sync()
    whole = phone.feeds.feed_for("m-1")
    before = phone.wallet.save()
    assert phone.wallet.apply(whole).new == 0
    assert phone.wallet.save() == before
    loaded = mw.Wallet.load(before)
    assert loaded.save() == before and (loaded.account, loaded.seen) == ("m-1", phone.wallet.seen)
    assert loaded.public_key == phone.feeds.public_key


def test_a_gap_says_since_when_to_ask(phone: Phone) -> None:
    with pytest.raises(mw.FeedGapError) as raised:
        phone.wallet.apply(phone.feeds.feed_for("m-1", 2))
    assert (raised.value.since, raised.value.found) == (0, 3)
    assert phone.wallet.seen == 0


def test_a_change_on_the_way_is_found_and_named(phone: Phone) -> None:
    feed = phone.feeds.feed_for("m-1")
    lines = feed.splitlines(keepends=True)
    # The reward of 30 becomes one of 31.
    changed = [*lines[:-2], lines[-2].replace(b"30", b"31"), lines[-1]]
    assert changed != lines
    with pytest.raises(mw.FeedLinkError) as raised:
        phone.wallet.apply(b"".join(changed))
    # A wallet that knows nothing cannot say which: all of it can be wrong.
    assert (raised.value.slice, raised.value.since) == (1, 0)
    half = phone.feeds.feed_for("m-1", 0, 2)
    phone.wallet.apply(half)
    with pytest.raises(mw.FeedLinkError) as raised:
        phone.wallet.apply(b"".join(changed))
    assert raised.value.slice == 3
    phone.wallet.apply(feed)


def test_what_is_no_feed_names_the_line(phone: Phone) -> None:
    feed = phone.feeds.feed_for("m-1")
    for wrong, line in ((b"", 1), (b"{}\n", 1), (b"hello\nthere\n", 1), (feed[:-1], 1), (b"\xff\x00\n" * 3, 1)):
        with pytest.raises(mw.FeedTextError) as raised:
            phone.wallet.apply(wrong)
        assert raised.value.line == line and str(raised.value).startswith(f"line {line}: ")
    lines = feed.splitlines(keepends=True)
    with pytest.raises(mw.FeedTextError) as raised:
        phone.wallet.apply(b"".join(lines[:-1]))
    assert raised.value.line == len(lines) - 1
    text: Any = feed.decode()
    with pytest.raises(TypeError):
        phone.wallet.apply(text)
    assert phone.wallet.seen == 0


def test_another_key_or_another_account_is_not_believed(phone: Phone) -> None:
    other = mw.Feeds(phone.town.ledger, bytes(32))
    with pytest.raises(mw.FeedSignatureError) as raised:
        phone.wallet.apply(other.feed_for("m-1"))
    assert raised.value.public_key == phone.feeds.public_key
    with pytest.raises(mw.FeedNotMineError) as not_mine:
        phone.wallet.apply(phone.feeds.feed_for("m-2"))
    assert (not_mine.value.ledger, not_mine.value.account) == (phone.town.ledger.id, "m-2")
    for error in (raised.value, not_mine.value):
        assert isinstance(error, mw.FeedError)
        assert pickle.loads(pickle.dumps(error)).args == error.args


def test_a_server_that_was_set_back_is_behind(phone: Phone) -> None:
    backup = phone.town.ledger.journal()
    phone.town.award()
    phone.sync()
    before = phone.wallet.save()
    restored = mw.Feeds(mw.Ledger.replay(backup), KEY)
    with pytest.raises(mw.ServerBehindError) as raised:
        phone.wallet.apply(restored.feed_for("m-1", phone.wallet.seen))
    behind = raised.value
    assert behind.slices == behind.server_slices + 1 == phone.wallet.seen
    assert behind.record == behind.server_record + 1
    assert phone.wallet.save() == before


def test_two_histories_are_a_proof_that_anybody_can_check(phone: Phone) -> None:
    backup = phone.town.ledger.journal()
    phone.town.award(measured=1)
    phone.sync()
    other = Town.__new__(Town)
    other.ledger, other.asked = mw.Ledger.replay(backup), phone.town.asked
    other.award(measured=2)
    with pytest.raises(mw.ForkError) as raised:
        phone.wallet.apply(mw.Feeds(other.ledger, KEY).feed_for("m-1"))
    fork = raised.value
    assert fork.after == phone.wallet.seen and "two histories" in str(fork)
    assert phone.wallet.forks() == [fork.proof]
    assert mw.Wallet.fork_holds(fork.proof, phone.feeds.public_key)
    assert not mw.Wallet.fork_holds(fork.proof, mw.Feeds(other.ledger, bytes(32)).public_key)
    assert not mw.Wallet.fork_holds(b"{}", phone.feeds.public_key)
    anew = phone.wallet.started_anew()
    assert anew.seen == 0 and anew.forks() == [fork.proof]
    anew.apply(mw.Feeds(other.ledger, KEY).feed_for("m-1"))
    assert anew.balances(FIRST).confirmed == 50


def test_a_file_cut_at_any_byte_is_damaged(phone: Phone) -> None:
    phone.sync()
    phone.wallet.put_in_outbox(phone.gift(3))
    file = phone.wallet.save()
    assert mw.Wallet.load(file).outbox() == phone.wallet.outbox()
    for length in range(0, len(file), 97):
        with pytest.raises(mw.WalletFileError) as raised:
            mw.Wallet.load(file[:length])
        assert raised.value.code in ("form", "damaged")
    with pytest.raises(mw.WalletFileError) as raised:
        mw.Wallet.load(file.replace(b"m-1", b"m-2"))
    assert (raised.value.code, raised.value.line, raised.value.slice) == ("damaged", None, None)


def test_an_id_is_used_once(phone: Phone) -> None:
    phone.sync()
    gift = phone.gift(3)
    phone.wallet.put_in_outbox(gift)
    other = mw.Order(gift.id, orders.Gift("m-1", "m-2", 4), actor="m-1", role="participant", booking_day=FIRST)
    with pytest.raises(mw.OutboxError) as raised:
        phone.wallet.put_in_outbox(other)
    assert (raised.value.code, raised.value.order) == ("id_conflict", gift.id)
    phone.send()
    phone.sync()
    assert isinstance(phone.wallet.answer_to(gift.id), answers.OrderOutcomeBooked)
    with pytest.raises(mw.OutboxError) as raised:
        phone.wallet.put_in_outbox(gift)
    assert raised.value.code == "answered"


def refusal(code: str, **figures: int) -> str:
    return json.dumps({"code": code, "figures": figures})


def test_what_leaves_no_trace_is_told_by_the_host(phone: Phone) -> None:
    phone.sync()
    gifts = [phone.gift(minor) for minor in (3, 4, 5)]
    for gift in gifts:
        phone.wallet.put_in_outbox(gift)
    answered = phone.wallet.turned_away(gifts[0].id, refusal("id_conflict", count=9))
    assert answered is not None and answered.order == gifts[0].id
    assert isinstance(answered.outcome, answers.OrderOutcomeRefused) and answered.outcome.record is None
    told = answered.outcome.refusal
    assert (told.code, told.rule, told.figures.count, told.number) == ("id_conflict", "ledger.ids", 9, None)
    assert told.message("en") == "This order id belongs to another ask, recorded as number 9."
    assert pickle.loads(pickle.dumps(answered)) == answered
    stale = phone.wallet.turned_away(gifts[1].id, refusal("stale", count=12))
    assert stale is not None and isinstance(stale.outcome, answers.OrderOutcomeRefused)
    sentence = "Deze boeking is beslist op nummer 12, maar het grootboek is verder."
    assert stale.outcome.refusal.message("nl") == sentence
    assert phone.wallet.outbox() == gifts[2:] and phone.wallet.balances(FIRST).pending == -5
    # No feed tells of it, and what is out of the outbox is not turned away twice.
    assert phone.wallet.answer_to(gifts[0].id) is None
    assert phone.wallet.turned_away(gifts[0].id, refusal("id_conflict", count=9)) is None
    # What is recorded comes with the feed.
    before = phone.wallet.save()
    assert phone.wallet.turned_away(gifts[2].id, refusal("insufficient_balance", asked=5)) is None
    assert phone.wallet.outbox() == gifts[2:] and phone.wallet.save() == before


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", '"stale"', '{"code": "no_such_code"}', '{"code": "stale", "figures": 7}', '["stale", {}]'],
)
def test_what_turns_no_order_away(phone: Phone, text: str) -> None:
    phone.sync()
    gift = phone.gift(3)
    phone.wallet.put_in_outbox(gift)
    with pytest.raises(mw.OrderError, match="not a refusal"):
        phone.wallet.turned_away(gift.id, text)
    assert phone.wallet.outbox() == [gift]


def test_nothing_is_turned_away_before_the_first_feed(phone: Phone) -> None:
    gift = phone.gift(3)
    phone.wallet.put_in_outbox(gift)
    with pytest.raises(mw.WalletError) as raised:
        phone.wallet.turned_away(gift.id, refusal("stale", count=12))
    assert raised.value.code == "nothing_seen" and phone.wallet.outbox() == [gift]
    wrong: Any = b"{}"
    with pytest.raises(TypeError):
        phone.wallet.turned_away(gift.id, wrong)


def test_a_wallet_says_what_it_cannot_know(phone: Phone) -> None:
    with pytest.raises(mw.WalletError) as raised:
        phone.wallet.balances(FIRST)
    assert raised.value.code == "nothing_seen"
    phone.wallet.apply(phone.feeds.feed_for("m-1", 0, 1))
    with pytest.raises(mw.WalletError) as raised:
        phone.wallet.preview(phone.gift(1), FIRST)
    assert raised.value.code == "not_open"
    phone.sync()
    with pytest.raises(mw.WalletError) as raised:
        phone.wallet.balances(dt.date(9000, 1, 1))
    assert raised.value.code == "too_far_ahead" and "9000-01-01" in str(raised.value)
    wrong: Any = "2025-01-02"
    with pytest.raises(TypeError, match="today: expected a datetime.date"):
        phone.wallet.balances(wrong)


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(32), b"\x02" + bytes(31)])
def test_bytes_that_are_no_public_key_are_refused(key: bytes) -> None:
    with pytest.raises(mw.FeedKeyError) as raised:
        mw.Wallet("m-1", key)
    assert raised.value.length == len(key)
