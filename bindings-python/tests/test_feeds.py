"""The server's side of the phone: feeds that are signed, and orders stamped anew."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from conftest import FIRST, Town

import muntwerk as mw

KEY = bytes(range(32))


def test_a_feed_is_what_the_account_may_see_and_nobody_else(town: Town) -> None:
    town.award()
    feeds = mw.Feeds(town.ledger, KEY)
    lines = feeds.feed_for("m-1").decode().splitlines()
    assert json.loads(lines[0]) == {"v": 1, "after": 0}
    head = json.loads(lines[-1])["head"]
    assert head["account"] == "m-1" and head["slices"] == len(lines) - 2
    assert head["journal"] == feeds.journal_head == town.ledger.verify().head
    assert '"award"' in lines[-2] and '"award"' not in feeds.feed_for("m-2").decode()
    assert feeds.feed_for("m-1", head["slices"] - 1).decode().splitlines()[1] == lines[-2]


def test_it_takes_in_what_is_new_when_it_is_told_to(town: Town) -> None:
    feeds = mw.Feeds(town.ledger, KEY)
    before = feeds.feed_for("m-1")
    assert feeds.records == len(town.ledger) and feeds.follow() == 0
    town.award()
    town.ledger.execute(town.transfer(10))
    assert feeds.feed_for("m-1") == before
    assert feeds.follow() == 2 and feeds.records == len(town.ledger)
    assert feeds.feed_for("m-1") == mw.Feeds(town.ledger, KEY).feed_for("m-1") != before


def test_the_same_journal_gives_the_same_feeds(town: Town) -> None:
    town.award()
    replayed = mw.Ledger.replay(town.ledger.journal())
    assert mw.Feeds(replayed, KEY).feed_for("m-1") == mw.Feeds(town.ledger, KEY).feed_for("m-1")


def test_a_feed_in_pages_ends_where_the_whole_one_does(town: Town) -> None:
    town.award()
    feeds = mw.Feeds(town.ledger, KEY)
    whole, pages = mw.Wallet("m-1", feeds.public_key), mw.Wallet("m-1", feeds.public_key)
    whole.apply(feeds.feed_for("m-1"))
    while pages.seen < whole.seen:
        assert pages.apply(feeds.feed_for("m-1", pages.seen, most=1)).new == 1
    assert pages.save() == whole.save()


def test_the_public_key_is_the_standard_one(town: Town) -> None:
    # The first test vector of RFC 8032, section 7.1.
    secret = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    feeds = mw.Feeds(town.ledger, secret)
    assert feeds.public_key.hex() == public
    assert public in repr(feeds) and secret.hex() not in repr(feeds)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_none(town: Town, length: int) -> None:
    with pytest.raises(mw.FeedKeyError, match=rf"^key: {length} bytes, and a key has 32$") as raised:
        mw.Feeds(town.ledger, bytes(length))
    assert raised.value.length == length
    assert isinstance(raised.value, mw.MuntwerkError) and isinstance(raised.value, ValueError)
    assert pickle.loads(pickle.dumps(raised.value)).length == copy.copy(raised.value).length == length


@pytest.mark.parametrize(
    ("since", "error", "says"),
    [
        (1.0, TypeError, "since: expected a whole number (int), not float"),
        (True, TypeError, "since: expected a whole number (int), not bool"),
        ("1", TypeError, "since: expected a whole number (int), not str"),
        (-1, ValueError, "since: -1 is not between 0 and 18446744073709551615"),
        (2**64, ValueError, "since: 18446744073709551616 is not between"),
    ],
)
def test_since_is_a_number_of_slices(town: Town, since: Any, error: type[Exception], says: str) -> None:
    feeds = mw.Feeds(town.ledger, KEY)
    with pytest.raises(error) as raised:
        feeds.feed_for("m-1", since)
    assert says in str(raised.value)
    with pytest.raises(error):
        feeds.feed_for("m-1", most=since)


def test_whoever_has_seen_more_than_there_is_gets_the_head_alone(town: Town) -> None:
    feed = mw.Feeds(town.ledger, KEY).feed_for("m-1", 2**64 - 1)
    assert len(feed.splitlines()) == 2


def test_only_participants_have_a_feed(town: Town) -> None:
    feeds = mw.Feeds(town.ledger, KEY)
    for account in ("m-99", "system:lapsed", "issued:p-01"):
        with pytest.raises(mw.UnknownError, match=f"there is no account of a participant {account}"):
            feeds.feed_for(account)
    with pytest.raises(ValueError, match="account: "):
        feeds.feed_for("not an id")
    with pytest.raises(ValueError, match="one at least"):
        feeds.feed_for("m-1", most=0)
    wrong: Any = 7
    with pytest.raises(TypeError, match="account: expected a string, not int"):
        feeds.feed_for(wrong)
    with pytest.raises(TypeError):
        mw.Feeds(wrong, KEY)
    with pytest.raises(TypeError):
        mw.Feeds(town.ledger, wrong)


def test_a_closed_ledger_is_followed_no_more(town: Town) -> None:
    feeds = mw.Feeds(town.ledger, KEY)
    before = feeds.feed_for("m-1")
    town.ledger.close()
    with pytest.raises(mw.StoreError, match="closed"):
        feeds.follow()
    assert feeds.feed_for("m-1") == before
    with pytest.raises(mw.StoreError, match="closed"):
        mw.Feeds(town.ledger, KEY)


def test_threads_share_it(open_town: Callable[[], Town]) -> None:
    town = open_town()
    feeds = mw.Feeds(town.ledger, KEY)

    def member(at: int) -> int:
        town.award()
        feeds.follow()
        wallet = mw.Wallet("m-1", feeds.public_key)
        return wallet.apply(feeds.feed_for("m-1")).new + at * 0

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(member, range(40)))
    feeds.follow()
    assert feeds.feed_for("m-1") == mw.Feeds(town.ledger, KEY).feed_for("m-1")
    assert max(seen) <= len(town.ledger)


def test_an_order_that_is_received_gets_the_day_and_the_instant_of_the_server(town: Town) -> None:
    town.award()
    sent = town.transfer(10)
    tomorrow = FIRST + dt.timedelta(days=1)
    received = sent.received(tomorrow, 1_735_812_000_000)
    assert (received.booking_day, received.instant) == (tomorrow, 1_735_812_000_000)
    assert (received.id, received.ask, received.value_day) == (sent.id, sent.ask, sent.value_day)
    assert sent.booking_day == FIRST and sent.instant == 0
    aware = dt.datetime(2025, 1, 2, 10, tzinfo=dt.timezone.utc)
    assert sent.received(FIRST, aware).instant == 1_735_812_000_000
    number = town.ledger.execute(received.received(town.ledger.day, aware)).number
    again = town.ledger.execute(sent.received(town.ledger.day, 1_735_899_999_999))
    assert again.repeated and again.number == number
    with pytest.raises(TypeError, match="day: expected a datetime.date"):
        sent.received(aware, 0)
    wrong: Any = 0.5
    with pytest.raises(TypeError, match="instant: "):
        sent.received(FIRST, wrong)
