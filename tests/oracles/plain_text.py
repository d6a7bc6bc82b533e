#!/usr/bin/env python3
"""Has other accounting programs read the books, and compares what they come to with the journal.

    plain_text.py --hledger PROGRAM FOLDER      for each NAME.journal in it, NAME.hledger and NAME.beancount

Needs the package beancount, so it runs in target/tools/oracles. For each ledger:

  - `hledger check --strict ordereddates payees` and `bean-check` find nothing wrong: every transaction
    balances, everything is declared, every asserted balance holds;
  - the balance that each of them gives for each account is the sum of its legs in the journal, read here
    from the bytes; no account is missing and none is left over;
  - there are as many transactions as entries that move units, each with its number, and all balances
    together are zero;
  - a figure changed by one in the smallest part makes both complain.

Exits with 1 and names what differs.
"""

import argparse
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import tomllib

os.environ["BEANCOUNT_DISABLE_LOAD_CACHE"] = "1"
from beancount import loader
from beancount.core import data


class Wrong(Exception):
    pass


def journal(path):
    """Balances by account, the numbers of the records that move units, and the scale."""
    balances, movers, scale = Counter(), set(), None
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)["line"]
        number, record = record["number"], record["record"]
        if "opening" in record:
            scale = tomllib.loads(record["opening"]["design"])["unit"]["scale"]
        for leg in record.get("booked", {}).get("entry", {}).get("legs", []):
            balances[leg["account"]] += leg["amount"]
            if leg["amount"]:
                movers.add(number)
    return balances, movers, scale


def minor(figure, scale):
    scaled = Decimal(figure).scaleb(scale)
    if scaled != int(scaled):
        raise Wrong(f"{figure} has more than {scale} decimals")
    return int(scaled)


def hledger(program, arguments, path):
    done = subprocess.run([program, "--file", str(path), *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def by_hledger(program, path, scale):
    code, _, complaint = hledger(program, ["check", "--strict", "ordereddates", "payees"], path)
    if code:
        raise Wrong(f"hledger check: {complaint.strip()}")
    names = dict(re.findall(r"^account (\S+)  ; id:([^,\s]+)", path.read_text("utf-8"), re.M))
    _, out, _ = hledger(program, ["balance", "--flat", "--no-total", "--empty", "--declared", "-O", "csv"], path)
    balances = {}
    for account, balance in list(csv.reader(io.StringIO(out)))[1:]:
        if account in names:
            balances[names[account]] = minor(balance.split(" ")[0], scale)
        elif balance.split(" ")[0] != "0":
            raise Wrong(f"hledger has {balance} on {account}, which is no account of the ledger")
    _, out, _ = hledger(program, ["print", "-O", "csv"], path)
    return balances, {int(row["code"]) for row in csv.DictReader(io.StringIO(out)) if row["code"]}


def by_beancount(path, scale):
    bean_check = Path(sys.executable).with_name("bean-check")
    done = subprocess.run([bean_check, "--no-cache", str(path)], capture_output=True, text=True)
    if done.returncode:
        raise Wrong(f"bean-check: {done.stderr.strip()}")
    entries, errors, _ = loader.load_file(str(path))
    if errors:
        raise Wrong(f"Beancount: {errors[0].message} (and {len(errors) - 1} more)")
    balances, names, numbers = {}, {}, set()
    for entry in entries:
        if isinstance(entry, data.Open):
            names[entry.account] = entry.meta["id"]
            balances[entry.meta["id"]] = 0
        elif isinstance(entry, data.Transaction):
            numbers.add(int(entry.meta["record"]))
            for posting in entry.postings:
                balances[names[posting.account]] += minor(posting.units.number, scale)
    if len(names) != len(balances):
        raise Wrong("two accounts have one id")
    return balances, numbers


def same(program, path, read, balances, movers):
    theirs, numbers = read
    for account in sorted(set(theirs) | set(balances)):
        if theirs.get(account, 0) != balances[account] or (account not in theirs and balances[account]):
            raise Wrong(f"{account} is {balances[account]} in the journal and {theirs.get(account)} by {program}")
    if sum(theirs.values()):
        raise Wrong(f"{program}: the balances do not sum to zero")
    if numbers != movers:
        raise Wrong(f"{program}: transactions and entries differ: {sorted(numbers ^ movers)[:5]}")
    print(f"{path.name}: {program} accepts {len(numbers)} transactions, and {len(theirs)} balances are those of the journal")


def spoilt(path, folder):
    """The file with the first posting that is not zero one more in its smallest part."""
    text = path.read_text("utf-8")

    def more(found):
        figure = Decimal(found[2])
        return found[1] + str(figure + Decimal(1).scaleb(figure.as_tuple().exponent)) + found[3]

    changed, times = re.subn(r"(?m)^(  +[A-Za-z]+:\S+  )(-?\d+(?:\.\d+)?)( \S+)$", more, text, count=1)
    if not times:
        raise Wrong(f"{path.name}: there is no posting")
    target = Path(folder) / path.name
    target.write_text(changed, "utf-8")
    return target


def check(name, program):
    balances, movers, scale = journal(Path(f"{name}.journal"))
    for path, reader in (
        (Path(f"{name}.hledger"), lambda path: by_hledger(program, path, scale)),
        (Path(f"{name}.beancount"), lambda path: by_beancount(path, scale)),
    ):
        same(path.suffix[1:], path, reader(path), balances, movers)
        with tempfile.TemporaryDirectory() as folder:
            try:
                reader(spoilt(path, folder))
            except Wrong:
                continue
            raise Wrong(f"{path.suffix[1:]} accepts a figure that is one too high")


def main():
    parser = argparse.ArgumentParser(description="Have other accounting programs read the books.")
    parser.add_argument("--hledger", required=True, help="the program hledger")
    parser.add_argument("folder", type=Path, help="where the journals are, and beside them the files")
    arguments = parser.parse_args()
    names = sorted(path.with_suffix("") for path in arguments.folder.glob("*.journal"))
    if not names:
        sys.exit(f"{arguments.folder}: there are no journals")
    bad = False
    for name in names:
        try:
            check(name, arguments.hledger)
        except Wrong as wrong:
            bad = True
            print(f"{name}: {wrong}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
