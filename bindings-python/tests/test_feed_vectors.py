"""The vectors of feeds: what is taken in of a feed, and what is wrong with it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import ROOT

import muntwerk as mw

FILE = json.loads((ROOT / "tests/vectors/feeds/feeds.json").read_text(encoding="utf-8"))
VECTORS = [pytest.param(vector, id=vector["name"]) for vector in FILE["vectors"]]

#: The kinds of problems: the error, and the figures that it has.
KINDS: dict[str, tuple[type[mw.FeedError], tuple[str, ...]]] = {
    "unreadable": (mw.FeedTextError, ("line",)),
    "not_mine": (mw.FeedNotMineError, ("ledger", "account")),
    "signature": (mw.FeedSignatureError, ()),
    "server_behind": (mw.ServerBehindError, ("server_slices", "server_record", "slices", "record")),
    "gap": (mw.FeedGapError, ("since", "found")),
    "link": (mw.FeedLinkError, ("slice", "since")),
    "slice": (mw.FeedSliceError, ("slice",)),
    "fork": (mw.ForkError, ("after",)),
}


def feed(name: str) -> bytes:
    pieces = FILE["feeds"][name]
    return "".join(FILE["pieces"][piece[1:]] if piece.startswith("@") else piece for piece in pieces).encode()


def balance(wallet: mw.Wallet, applied: mw.wallet.Applied) -> int | None:
    try:
        return wallet.balances(applied.day).confirmed
    except mw.WalletError as error:
        assert error.code == "not_open"
        return None


def problem(error: mw.FeedError) -> dict[str, Any]:
    for kind, (cls, figures) in KINDS.items():
        if type(error) is cls:
            return {"kind": kind} | {figure: getattr(error, figure) for figure in figures}
    raise error


def but_for_proofs(saved: bytes) -> list[bytes]:
    """The lines of a wallet's file, without the proofs and without the checksum over them."""
    return [line for line in saved.splitlines() if not line.startswith((b"f", b"sha256:"))]


def is_as_it_was(wallet: mw.Wallet, saved: bytes, proofs: list[bytes], error: mw.FeedError) -> None:
    if isinstance(error, mw.ForkError):
        assert but_for_proofs(wallet.save()) == but_for_proofs(saved)
        assert wallet.forks() == (proofs if error.proof in proofs else [*proofs, error.proof])
        assert mw.Wallet.fork_holds(error.proof, wallet.public_key)
        # The first key of RFC 8032, 7.1.
        stranger = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        assert not mw.Wallet.fork_holds(error.proof, bytes.fromhex(stranger))
    else:
        assert wallet.save() == saved


def outcome(wallet: mw.Wallet, told: bytes) -> dict[str, Any]:
    saved, proofs = wallet.save(), wallet.forks()
    try:
        applied = wallet.apply(told)
    except mw.FeedError as error:
        is_as_it_was(wallet, saved, proofs, error)
        return {"problem": problem(error)}
    figures = {"new": applied.new, "record": applied.record, "day": applied.day.isoformat()}
    return {"applied": figures | {"balance": balance(wallet, applied)}}


@pytest.mark.parametrize("vector", VECTORS)
def test_vector(vector: dict[str, Any]) -> None:
    wallet = mw.Wallet(vector["account"], bytes.fromhex(vector["key"]))
    for step in vector["steps"]:
        if step.get("anew"):
            wallet = wallet.started_anew()
        assert outcome(wallet, feed(step["feed"])) == step["outcome"], step["feed"]
        assert len(wallet.forks()) == step["proofs"], step["feed"]


def test_there_are_vectors_of_every_kind() -> None:
    steps = [step["outcome"] for vector in FILE["vectors"] for step in vector["steps"]]
    assert {step["problem"]["kind"] for step in steps if "problem" in step} == set(KINDS)
