#!/usr/bin/env python3
"""Plants each fault of faults.toml in a copy of the tree and demands that its test turns red.

    run.py               all of them
    run.py WORD...       those with a word in their name
    run.py --list        their names, and nothing else
    run.py --check       only that each text is still there to be replaced

The copy is target/faults/tree; the tree itself is never touched. A fault whose text is not found
exactly once fails, as does one that README.md does not list, one that does not compile, one that nobody notices, and one that is noticed
by something else than it says. Standard library of Python 3.11 or later.
"""

import argparse
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TREE = ROOT / "target" / "faults" / "tree"
ENVIRONMENT = {
    **os.environ,
    "CARGO_TARGET_DIR": str(ROOT / "target" / "faults" / "build"),
    "CARGO_PROFILE_TEST_OPT_LEVEL": "0",
    "CARGO_PROFILE_TEST_DEBUG": "0",
    "CARGO_PROFILE_DEV_DEBUG": "0",
    "CARGO_TERM_COLOR": "never",
    "RUST_BACKTRACE": "0",
    "PYTHON": sys.executable,
}


def copy_tree():
    """Makes TREE what git knows of ROOT. What did not change keeps its time, so that little is built."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True
    ).stdout
    names = {name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()}
    for name in names:
        source, copy = ROOT / name, TREE / name
        content = source.read_bytes()
        if not copy.is_file() or copy.read_bytes() != content:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
        copy.chmod(source.stat().st_mode)
    for copy in [copy for copy in TREE.rglob("*") if copy.is_file()]:
        name = copy.relative_to(TREE)
        if name.as_posix() not in names and name.parts[0] != "target":
            copy.unlink()


def check(fault, where):
    """What keeps a fault from being planted: its texts are not there, or not once."""
    for edit in fault["edits"]:
        file = where / edit["file"]
        count = file.read_text("utf-8").count(edit["find"]) if file.is_file() else 0
        if count != 1:
            return f"{edit['file']} holds {count} times: {edit['find']}"
        if edit["put"] == edit["find"]:
            return f"{edit['file']}: nothing would change"
    return None


def run(test):
    done = subprocess.run(
        test["run"], cwd=TREE, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    return done.returncode, done.stdout


def plant(fault, test):
    """What came of it: None if the test turned red as it should, otherwise why not, with the output."""
    before = {edit["file"]: (TREE / edit["file"]).read_text("utf-8") for edit in fault["edits"]}
    try:
        for edit in fault["edits"]:
            file = TREE / edit["file"]
            file.write_text(file.read_text("utf-8").replace(edit["find"], edit["put"]), "utf-8")
        code, output = run(test)
    finally:
        for name, text in before.items():
            (TREE / name).write_text(text, "utf-8")
    if code == 0:
        return "NOBODY NOTICED", ""
    if test["red"] not in output:
        return "does not compile, or fails in another way", output
    if fault["shows"] not in output:
        return f"noticed, but not by {fault['shows']!r}", output
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    with open(ROOT / "tests" / "faults" / "faults.toml", "rb") as file:
        listed = tomllib.load(file)
    tests, faults = listed["tests"], listed["fault"]
    if arguments.words:
        faults = [fault for fault in faults if any(word in fault["name"] for word in arguments.words)]
    if arguments.list:
        print("\n".join(fault["name"] for fault in faults))
        return
    if not faults:
        sys.exit("no fault has such a name")

    lost = [(fault["name"], why) for fault in faults if (why := check(fault, ROOT))]
    for name, why in lost:
        print(f"{name}: CANNOT BE PLANTED ANY MORE: {why}")
    readme = (ROOT / "tests" / "faults" / "README.md").read_text("utf-8")
    for fault in listed["fault"]:
        if f"| {fault['name']} | {fault['says']} |" not in readme:
            print(f"{fault['name']}: README.md does not list it as it is")
            lost.append(fault)
    if lost:
        sys.exit(1)
    if arguments.check:
        print(f"{len(faults)} faults can be planted")
        return

    copy_tree()
    for name in sorted({fault["test"] for fault in faults}):
        code, output = run(tests[name])
        if code != 0:
            sys.exit(f"{output}\n{name} is red without any fault: mend that first")

    width = max(len(fault["name"]) for fault in faults)
    failed = 0
    for fault in faults:
        start = time.monotonic()
        wrong = plant(fault, tests[fault["test"]])
        seconds = time.monotonic() - start
        verdict = wrong[0] if wrong else "noticed"
        print(f"{fault['name']:{width}}  {fault['test']:12}  {seconds:4.0f} s  {verdict}", flush=True)
        if wrong:
            failed += 1
            print("\n".join("    " + line for line in wrong[1].splitlines()[-40:]), flush=True)
    print(f"{len(faults) - failed} of {len(faults)} planted faults were noticed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
