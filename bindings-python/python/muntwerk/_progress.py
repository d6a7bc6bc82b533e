"""A bar that shows how far a long call is: tqdm's if it is there, a line on stderr otherwise."""

from __future__ import annotations

import sys
from collections.abc import Callable


def bar(total: int) -> Callable[[int, int], None]:
    """What a long call tells how much is done, and of how much."""
    try:
        from tqdm.auto import tqdm  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        return _line
    shown = tqdm(total=total)

    def tell(done: int, total: int) -> None:
        shown.update(done - shown.n)
        if done >= total:
            shown.close()

    return tell


def _line(done: int, total: int) -> None:
    share = done * 100 // total if total else 100
    end = "\n" if done >= total else ""
    sys.stderr.write(f"\r{done} of {total}, {share} %{end}")
    sys.stderr.flush()
