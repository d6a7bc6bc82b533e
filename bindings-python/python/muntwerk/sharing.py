"""Sharing safely: movements under keyed pseudonyms, in files that can be checked.

Pseudonymised data stay personal data (GDPR art. 4(5)), and in a small scheme days and amounts alone can tell who is
who. Where that is too much, hand out figures without rows: `muntwerk.figures.to_json`.
"""

from __future__ import annotations

import hashlib
import json
import os
import pathlib
from typing import TYPE_CHECKING, Any

from .errors import ReleaseError, StoreError

if TYPE_CHECKING:
    from ._native import Movements

__all__ = ["release", "verify"]


def release(movements: Movements, directory: str | os.PathLike[str], *, key: bytes) -> dict[str, Any]:
    """Writes movements under pseudonyms: `movements.csv`, `parties.csv` and a `manifest.json` with their hashes.

    Names are HMAC-SHA256 with the key. The same key gives the same names, so take another one for each release
    (`secrets.token_bytes(32)`), keep it apart and give it to nobody. Left out are ids of orders, references to
    evidence, times, roles, contact points, who acted for whom, lots, and free text.

    Args:
        movements: What is released.
        directory: Where to. It is made, and must not hold anything yet.
        key: At least 32 bytes from a source of randomness.

    Returns:
        The manifest.

    Raises:
        TypeError: If the key is no `bytes`.
        EvaluationError: If the key is too short.
        StoreError: If there is something in the directory already, or it cannot be written.
    """
    if not isinstance(key, bytes):
        raise TypeError(f"key: expected bytes, such as secrets.token_bytes(32), not {type(key).__name__}")
    files = dict(movements._release(key))
    into = pathlib.Path(directory)
    try:
        into.mkdir(parents=True, exist_ok=True)
        if any(into.iterdir()):
            raise StoreError(f"{into} is not empty; a release stands in a directory of its own")
        # The manifest last: files without one are no release.
        for name, text in files.items():
            (into / name).write_bytes(text.encode())
    except OSError as error:
        if isinstance(error, StoreError):
            raise
        raise StoreError(f"{into}: {error}") from error
    manifest: dict[str, Any] = json.loads(files["manifest.json"])
    return manifest


def verify(directory: str | os.PathLike[str], *, of: str | None = None) -> dict[str, Any]:
    """Checks a release against its manifest: every file is there, and is the one that was released.

    Args:
        directory: Where it stands.
        of: The fingerprint that figures carry (`Figure.of`); if it is given, the release must be of the same rows.

    Returns:
        The manifest.

    Raises:
        StoreError: If a file is missing or cannot be read.
        ReleaseError: If a file is not the one that was released, or the release is of other rows.
    """
    at = pathlib.Path(directory)
    try:
        manifest: dict[str, Any] = json.loads((at / "manifest.json").read_text(encoding="utf-8"))
        for file in manifest["files"]:
            found = hashlib.sha256((at / file["name"]).read_bytes()).hexdigest()
            if found != file["sha256"]:
                raise ReleaseError(f"{file['name']} is not the file that was released: its SHA-256 is {found}")
    except OSError as error:
        raise StoreError(f"{at}: {error}") from error
    except (ValueError, KeyError, TypeError) as error:
        if isinstance(error, ReleaseError):
            raise
        raise ReleaseError(f"{at / 'manifest.json'} is no manifest: {error}") from error
    if of is not None and manifest["of"] != of:
        raise ReleaseError(f"the release is of other rows: {manifest['of']}, and not {of}")
    return manifest
