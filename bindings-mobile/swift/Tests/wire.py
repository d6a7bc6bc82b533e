#!/usr/bin/env python3
"""Writes, for the tests, how the types of the library stand in JSON: as Swift, from the table of the engine.

    wire.py wire.json Wire.swift

What stands in a journal gets a way to JSON and a way back. Swift cannot make an object by the names of its fields, so that a
table alone does not do.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

# Text on this side.
BY_HAND = {"RefusalCode"}

# Where to begin.
ROOTS = ("Ask", "Entry", "Opening", "Figures", "OfficeDay", "ClaimState")

# Words of Swift; the generator of the library quotes them too.
KEYWORDS = set(
    "associatedtype class deinit enum extension fileprivate func import init inout internal let open operator private"
    " precedencegroup protocol public rethrows static struct subscript typealias var break case catch continue default"
    " defer do else fallthrough for guard if in repeat return throw switch where while Any as await false is nil self"
    " Self super throws true try".split()
)


def camel(name: str) -> str:
    """`value_day` as `valueDay`."""
    first, *rest = name.split("_")
    return quoted(first + "".join(part[:1].upper() + part[1:] for part in rest))


def case(name: str) -> str:
    """`PendingOpened` as `pendingOpened`."""
    return quoted(name[0].lower() + name[1:])


def quoted(name: str) -> str:
    return f"`{name}`" if name in KEYWORDS else name


def label(name: str) -> str:
    """The name of a field before its value, where Swift wants no quotes."""
    return camel(name).strip("`")


def literal(given: Any) -> str:
    if given is None:
        return "nil"
    if isinstance(given, str):
        return "." + camel(given)
    return json.dumps(given)


def field_written(field: dict[str, Any], value: str) -> str:
    unless = f", unless: {literal(field['given'])}" if field.get("left_out") else ""
    return f'out.put("{field["name"]}", {value}{unless})'


def field_read(field: dict[str, Any]) -> str:
    given = f", given: {literal(field['given'])}" if "given" in field else ""
    return f'{label(field["name"])}: try read.take("{field["name"]}"{given})'


def of_fields(name: str, fields: list[dict[str, Any]]) -> str:
    written = "".join(f"        {field_written(one, camel(one['name']))}\n" for one in fields)
    read = ", ".join(field_read(one) for one in fields)
    out = "var" if fields else "let"
    return (
        f"extension {name}: Wire {{\n"
        f"    var json: JSON {{\n        {out} out = Fields()\n{written}        return out.json\n    }}\n"
        f'    init(json: JSON) throws {{\n        let read = try FieldReader(json, of: "{name}")\n'
        f"        self.init({read})\n        try read.done()\n    }}\n}}\n"
    )


def of_row(name: str, row: list[dict[str, Any]]) -> str:
    written = ", ".join(f"{camel(one['name'])}.json" for one in row)
    read = ", ".join(f"{label(one['name'])}: try read.take({at})" for at, one in enumerate(row))
    return (
        f"extension {name}: Wire {{\n    var json: JSON {{ .list([{written}]) }}\n"
        f'    init(json: JSON) throws {{\n        let read = try RowReader(json, {len(row)}, of: "{name}")\n'
        f"        self.init({read})\n    }}\n}}\n"
    )


def of_words(name: str, words: list[str]) -> str:
    to = "".join(f'        case .{camel(word)}: "{word}"\n' for word in words)
    back = "".join(f'        case "{word}": self = .{camel(word)}\n' for word in words)
    return (
        f"extension {name}: Wire {{\n    var json: JSON {{\n        switch self {{\n{to}        }}\n    }}\n"
        f"    init(json: JSON) throws {{\n        switch json.text {{\n{back}"
        f'        default: throw WireError.not("{name}", json)\n        }}\n    }}\n}}\n'
    )


def of_variants(name: str, variants: list[dict[str, Any]]) -> str:
    to, back = "", ""
    for one in variants:
        word, name_of = one["word"], case(one["name"])
        if "holds" in one:
            to += f'        case .{name_of}(let value): .variant("{word}", value.json)\n'
            back += f'        case "{word}": self = .{name_of}(try inside.value())\n'
        elif "row" in one:
            names = [camel(item["name"]) for item in one["row"]]
            values = ", ".join(f"{item}.json" for item in names)
            to += f"        case .{name_of}({', '.join(f'let {item}' for item in names)}): "
            to += f'.variant("{word}", .list([{values}]))\n'
            read = ", ".join(f"{item.strip('`')}: try row.take({at})" for at, item in enumerate(names))
            back += f'        case "{word}":\n            let row = try RowReader(inside.inside, {len(names)}, of: "{name}")\n'
            back += f"            self = .{name_of}({read})\n"
        elif "fields" in one and one["fields"]:
            names = [camel(item["name"]) for item in one["fields"]]
            to += f"        case .{name_of}({', '.join(f'let {item}' for item in names)}):\n            .variant(\"{word}\") {{ out in\n"
            to += "".join(f"                {field_written(item, camel(item['name']))}\n" for item in one["fields"])
            to += "            }\n"
            read = ", ".join(field_read(item) for item in one["fields"])
            back += f'        case "{word}":\n            let read = try FieldReader(inside.inside, of: "{name}")\n'
            back += f"            self = .{name_of}({read})\n            try read.done()\n"
        elif "fields" in one:
            to += f'        case .{name_of}: .variant("{word}", [:])\n'
            back += f'        case "{word}": self = .{name_of}\n'
        else:
            to += f'        case .{name_of}: "{word}"\n'
            back += f'        case "{word}": self = .{name_of}\n'
    return (
        f"extension {name}: Wire {{\n    var json: JSON {{\n        switch self {{\n{to}        }}\n    }}\n"
        f'    init(json: JSON) throws {{\n        let inside = try VariantReader(json, of: "{name}")\n'
        f"        switch inside.word {{\n{back}"
        f'        default: throw WireError.not("{name}", json)\n        }}\n    }}\n}}\n'
    )


def named(form: Any) -> set[str]:
    """The types that something in the table names."""
    if isinstance(form, dict):
        return set().union(*(named(value) for key, value in form.items() if key not in ("name", "word", "given")))
    if isinstance(form, list):
        return set().union(*map(named, form))
    return {form} if isinstance(form, str) else set()


def reached(types: dict[str, Any]) -> list[str]:
    found, todo = set(), list(ROOTS)
    while todo:
        name = todo.pop()
        if name in types and name not in found:
            found.add(name)
            todo.extend(named(types[name]))
    return sorted(found - BY_HAND)


WRITERS = {"fields": of_fields, "row": of_row, "words": of_words, "variants": of_variants}


def main(table: Path, written: Path) -> None:
    types = json.loads(table.read_text(encoding="utf-8"))
    text = "// Written by Tests/wire.py from the table of the engine; not by hand.\n\nimport Muntwerk\n"
    for name in reached(types):
        ((kind, inside),) = types[name].items()
        text += "\n" + WRITERS[kind](name, inside)
    if not written.exists() or written.read_text(encoding="utf-8") != text:
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
