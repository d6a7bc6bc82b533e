#!/bin/sh
# Runs the generated day books (examples/data) and prints their books. The journals, and what is printed,
# go to target/demo/. Called by `make demo`. Needs Rust; the first time it builds the command, which takes a
# few minutes. PROFILE names another profile of the workspace to build it with; COMMAND names one that is built.
set -eu
cd "$(dirname "$0")/.."

out="${CARGO_TARGET_DIR:-target}/demo"
profile="${PROFILE:-release}"
command="${COMMAND:-${CARGO_TARGET_DIR:-target}/$profile/muntwerk}"

say() {
    printf '\n==> %s\n\n' "$*"
}

# A day book, its design, a member whose statement is shown, and whatever else it runs with.
run() {
    name=$1 design=$2 member=$3
    shift 3
    say "$name, under $design: all of it generated"
    "$command" --lang en run "$design" "examples/data/$name/daybook.csv" --statement "$member" "$@" >"$out/$name.txt"
    cat "$out/$name.txt"
}

# What others check: a journal or the directory of a store, and what it is called.
check_and_export() {
    "$command" verify "$1"
    for program in hledger beancount; do
        "$command" export "$program" "$1" >"$out/$2.$program"
    done
}

book() {
    run "$1" "core/designs/$2.toml" "$3" --journal "$out/$1.journal"
    check_and_export "$out/$1.journal" "$1"
}

if [ -z "${COMMAND:-}" ]; then
    say "Building the command"
    cargo build --profile "$profile" --locked --package muntwerk-cli
fi
mkdir -p "$out"

# Rewards by partners: the main job.
book rabot-2025 rabot-example m-0138
# A time bank in mutual credit: hours rounded up to quarters, a debt stop.
book uurbank-2025 uurbank-example u-024
# Both at once: somebody whose wrong reward was taken back after it was spent.
book wijk-2025 wijk-example w-020

# The rest of the account side, kept in a store as an office would: each time a new one. Two people take the
# balances over, and in June the design becomes another. The member's coffee was paid back after the points
# had lapsed.
here=examples/data/buurt-2025
rm -rf "$out/buurt-2025"
run buurt-2025 "$here/design.toml" b-908 --store "$out/buurt-2025" \
    --take-over "$here/takeover.csv" --by s-010 --and s-011 --amendment "$here/amended.toml"
check_and_export "$out/buurt-2025" buurt-2025
# The journal of a store is a journal as any other.
cp "$out/buurt-2025/journal.jsonl" "$out/buurt-2025.journal"
say "buurt-2025: the year on one page, as the steering group gets it"
"$command" --lang en report overview "$out/buurt-2025" --from 2025-01-06 >"$out/buurt-2025.overview.txt"
cat "$out/buurt-2025.overview.txt"
say "buurt-2025: who did nothing for half a year"
"$command" --lang en report quiet "$out/buurt-2025" --days 180

# Notes: a vault, two offices, a series that is withdrawn.
run papier-2025 examples/data/papier-2025/design.toml m-021 --journal "$out/papier-2025.journal"
check_and_export "$out/papier-2025.journal" papier-2025
say "papier-2025: an office's day that was a note short"
"$command" --lang en report office-sheet "$out/papier-2025.journal" cp-1 --on 2025-09-11
say "papier-2025: the notes, after the first series was withdrawn"
"$command" --lang en report series "$out/papier-2025.journal"
say "papier-2025: what waits for somebody when the book ends"
"$command" --lang en report to-do "$out/papier-2025.journal"
say "papier-2025: what partners were paid in euro, and what is still to be paid"
"$command" --lang en report settlement "$out/papier-2025.journal" >"$out/papier-2025.settlement.txt"
cat "$out/papier-2025.settlement.txt"
say "papier-2025: what the bank is to pay (names and accounts come from a table beside the books)"
mkdir -p "$out/pay-lists"
pay_list() {
    "$command" pay-list "$out/papier-2025.journal" --payees examples/data/papier-2025/payees.csv "$@"
}
pay_list >"$out/pay-lists/papier-2025.csv"
cat "$out/pay-lists/papier-2025.csv"
pay_list --payer "Notes (example)" --payer-iban BE62510007547061 --message papier-2025-12 >"$out/pay-lists/papier-2025.xml"

say "The journals and these pages are in $out. To check them without this program (Python 3.11 or later):"
echo "    python3 tests/oracles/demo_totals.py --demo $out"
echo "    python3 tests/oracles/verify_chain.py $out/*.journal"
echo "The books are there for hledger and for Beancount too, each with what every account must come to:"
echo "    hledger --file $out/rabot-2025.hledger check --strict"
echo "    bean-check $out/rabot-2025.beancount"
