#!/usr/bin/env python3
"""Prints what a Swift module offers, one declaration a line, from its symbol graph.

    api.py FOLDER    with the files that `swift symbolgraph-extract` has written
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

# What the generator needs itself and cannot hide.
PLUMBING = ("FfiConverter", "uniffi", "Uniffi", "RustBuffer", "NoHandle")


def line(symbol: dict[str, Any]) -> str | None:
    path = symbol["pathComponents"]
    if any(part.startswith(PLUMBING) for part in path) or "_lift(" in path[-1] or "_lower(" in path[-1]:
        return None
    declaration = "".join(part["spelling"] for part in symbol["declarationFragments"])
    declaration = " ".join(declaration.replace("\n", " ").split())
    kind = symbol["kind"]["identifier"].removeprefix("swift.")
    return f"{'.'.join(path)}  [{kind}]  {declaration}"


def promises(graph: dict[str, Any]) -> set[str]:
    """What types promise beside their declarations: Hashable, Sendable, LocalizedError."""
    names = {one["identifier"]["precise"]: ".".join(one["pathComponents"]) for one in graph["symbols"] if line(one)}
    found: dict[str, set[str]] = {}
    for one in graph["relationships"]:
        # Which part of Foundation has it is another matter on every system.
        protocol = one.get("targetFallback", "").rsplit(".", 1)[-1]
        if one["kind"] == "conformsTo" and one["source"] in names and protocol not in ("", "Copyable", "Escapable"):
            found.setdefault(names[one["source"]], set()).add(protocol)
    return {f"{name}  [promises]  {', '.join(sorted(protocols))}" for name, protocols in found.items()}


def main(folder: Path) -> None:
    lines = set()
    for path in folder.glob("*.symbols.json"):
        graph = json.loads(path.read_text(encoding="utf-8"))
        lines |= {one for symbol in graph["symbols"] if (one := line(symbol)) is not None} | promises(graph)
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
