#!/usr/bin/env python3
"""Generates the day books of the demo. Standard library only.

ALL PERSONS, PARTNERS AND LINES IN THESE DAY BOOKS ARE GENERATED. Nobody in them exists and nothing in
them happened. Each book has its own seed, which stands in its module; the same seed gives the same
bytes on every machine.

    generate.py            writes the day books, and what belongs to them
    generate.py --check    generates them again and demands the same bytes; writes nothing
"""

import argparse
import sys
from pathlib import Path

import buurt
import papier
import rabot
import uurbank
import wijk

HERE = Path(__file__).resolve().parent
BOOKS = {"rabot-2025": rabot, "uurbank-2025": uurbank, "wijk-2025": wijk, "buurt-2025": buurt, "papier-2025": papier}


def main():
    parser = argparse.ArgumentParser(description="Generate the day books of the demo.")
    parser.add_argument("--check", action="store_true", help="compare with the files there are, byte for byte")
    check = parser.parse_args().check
    differs = False
    for name, book in BOOKS.items():
        for file, text in book.generate().items():
            path, made = HERE / name / file, text.encode("utf-8")
            # The first two lines of what is CSV are no lines of the book.
            lines = made.count(b"\n") - (2 if file.endswith(".csv") else 0)
            if check:
                same = path.exists() and path.read_bytes() == made
                differs |= not same
                print(f"{path.relative_to(HERE)}: {lines} lines, {'as generated' if same else 'NOT as generated'}")
            else:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(made)
                print(f"{path.relative_to(HERE)}: {lines} lines")
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
