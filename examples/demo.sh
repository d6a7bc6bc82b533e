#!/bin/sh
# Runs the three generated day books (examples/data) and prints their books. The journals, and what is
# printed, go to target/demo/. Called by `make demo`. Needs Rust; the first time it builds the command,
# which takes a few minutes.
set -eu
cd "$(dirname "$0")/.."

out="${CARGO_TARGET_DIR:-target}/demo"
command="${CARGO_TARGET_DIR:-target}/release/muntwerk"

say() {
    printf '\n==> %s\n\n' "$*"
}

# A day book, its design, a member whose statement is shown.
book() {
    say "$1: a year of core/designs/$2.toml, all of it generated"
    "$command" --lang en run "core/designs/$2.toml" "examples/data/$1/daybook.csv" \
        --journal "$out/$1.journal" --statement "$3" >"$out/$1.txt"
    cat "$out/$1.txt"
    "$command" verify "$out/$1.journal"
    for program in hledger beancount; do
        "$command" export "$program" "$out/$1.journal" >"$out/$1.$program"
    done
}

say "Building the command"
cargo build --release --locked --package muntwerk-cli
mkdir -p "$out"

# Rewards by partners: the main job.
book rabot-2025 rabot-example m-0138
# A time bank in mutual credit: hours rounded up to quarters, a debt stop.
book uurbank-2025 uurbank-example u-024
# Both at once: somebody whose wrong reward was taken back after it was spent.
book wijk-2025 wijk-example w-020

say "The journals and these pages are in $out. To check them without this program (Python 3.11 or later):"
echo "    python3 tests/oracles/demo_totals.py --demo $out"
echo "    python3 tests/oracles/verify_chain.py $out/*.journal"
echo "The books are there for hledger and for Beancount too, each with what every account must come to:"
echo "    hledger --file $out/rabot-2025.hledger check --strict"
echo "    bean-check $out/rabot-2025.beancount"
