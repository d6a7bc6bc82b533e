#!/usr/bin/env python3
"""Checks designs against the kept JSON Schema, with a validator that is not ours (jsonschema).

    design_schema.py               the shipped designs, and that mistakes in one are noticed
    design_schema.py DESIGN...     these too

The schema is first checked against the schema of schemas. A day, which TOML writes without quotes, becomes
a text. Exits with 1 and names the key of whatever does not fit.
"""

import copy
import sys
import tomllib
from datetime import date, datetime, time
from pathlib import Path

import json
from jsonschema import Draft202012Validator, FormatChecker

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "core/docs/design.schema.json"
DESIGNS = ROOT / "core/designs"


def plain(value):
    """What the schema describes: days as texts."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    return value


def read(path):
    return plain(tomllib.loads(path.read_text("utf-8")))


def faults(validator, document):
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def changed(document, path, value):
    document = copy.deepcopy(document)
    *above, last = path
    table = document
    for step in above:
        table = table[step]
    table[last] = value
    return document


# A place in rabot-example.toml and what must not stand there.
MISTAKES = [
    (["format"], 1),
    (["currency", "colour"], "red"),
    (["unit", "kind"], "gold"),
    (["unit", "scale"], 7),
    (["unit", "scale"], "0"),
    (["unit", "value", 0, "from"], "1 January 2010"),
    (["earning", 0, "units"], 7.5),
    (["earning", 0, "units"], "7,5"),
    (["earning", 0, "step_minutes"], 0),
    (["earning", 0, "per"], "day"),
    (["expiry", "notice"], 30),
    (["expiry", "notice", "days"], True),
    (["contact_point", 0, "functions"], "administration"),
    (["permissions", "award", "youth_worker"], "perhaps"),
    (["permissions", "mint"], {"mediator": "allow"}),
    (["office_holder"], {"person": "s-001"}),
]


def main():
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    bad = False
    paths = sorted(DESIGNS.glob("*.toml")) + [Path(argument) for argument in sys.argv[1:]]
    if not paths:
        sys.exit(f"{DESIGNS}: there are no designs")
    for path in paths:
        found = faults(validator, read(path))
        bad |= bool(found)
        if found or path.parent == DESIGNS:
            print(f"{path.name}: {'fits the schema' if not found else 'does NOT fit the schema'}")
        for fault in found:
            print(f"  {fault}")
    print(f"{len(paths)} designs looked at")
    good = read(DESIGNS / "rabot-example.toml")
    for path, value in MISTAKES:
        if not faults(validator, changed(good, path, value)):
            bad = True
            print(f"NOT noticed: {'.'.join(map(str, path))} = {value!r}")
    for key in ("currency", "unit", "circulation"):
        without = {name: block for name, block in good.items() if name != key}
        if not faults(validator, without):
            bad = True
            print(f"NOT noticed: {key} is missing")
    print(f"{len(MISTAKES) + 3} mistakes in a design: {'not all ' if bad else ''}noticed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
