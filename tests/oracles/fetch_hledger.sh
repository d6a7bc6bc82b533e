#!/bin/sh
# Puts hledger under DIR/bin: the one that is installed, or Debian's package, unpacked and not installed.
#     fetch_hledger.sh DIR
set -eu
tools=$(mkdir -p "$1/bin" && cd "$1" && pwd)

installed=$(command -v hledger || true)
if [ -n "$installed" ]; then
    ln -sf "$installed" "$tools/bin/hledger"
elif command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    (cd "$folder" && apt-get download -q hledger) || {
        echo "oracles: could not fetch hledger; try apt-get update, or apt-get install hledger" >&2
        exit 1
    }
    dpkg-deb -x "$folder"/hledger_*.deb "$tools/hledger"
    ln -sf ../hledger/usr/bin/hledger "$tools/bin/hledger"
else
    echo "oracles: hledger is missing; install it (brew install hledger, or hledger.org/install)" >&2
    exit 1
fi
"$tools/bin/hledger" --version >/dev/null || {
    echo "oracles: hledger is there and does not run; apt-get install hledger brings what it needs" >&2
    rm -f "$tools/bin/hledger"
    exit 1
}
