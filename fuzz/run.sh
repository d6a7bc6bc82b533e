#!/usr/bin/env bash
# Fuzzes every target for so many seconds, two at a time: fuzz/run.sh [SECONDS] [TARGET...]
# Builds with the stable compiler, without a sanitizer (the core is forbid(unsafe_code)). FUZZ_CORPUS=1 keeps
# what is found in fuzz/corpus for the next time.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(design_text order_json journal_lines daybook observed office_orders payment_request snapshot_edits feed wallet_file)

# What `cargo fuzz build --sanitizer none` (0.13) hands to the compiler. That tool takes longer to build than the
# targets do, and finds what libFuzzer finds.
flags=(--cfg fuzzing -Cdebug-assertions -Ccodegen-units=1 -Cpasses=sancov-module)
for flag in -sanitizer-coverage-level=4 -sanitizer-coverage-inline-8bit-counters -sanitizer-coverage-pc-table \
    -sanitizer-coverage-trace-compares -sanitizer-coverage-stack-depth -simplifycfg-branch-fold-threshold=0; do
    flags+=("-Cllvm-args=$flag")
done
host=$(rustc -vV | sed -n 's/^host: //p')
echo "building the targets"
# For a target that is named, so that what runs while building is built as ever.
(cd fuzz && RUSTFLAGS="${flags[*]}" cargo build --quiet --release --locked --target "$host")
built=fuzz/target/$host/release

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fuzz_one() {
    local target=$1 corpus=$work/$1
    [ -z "${FUZZ_CORPUS:-}" ] || corpus=fuzz/corpus/$1
    mkdir -p "$corpus" "fuzz/artifacts/$target"
    local flags=(-max_total_time="$seconds" -timeout=30 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="fuzz/artifacts/$target/")
    [ ! -f "fuzz/dictionaries/$target.dict" ] || flags+=(-dict="fuzz/dictionaries/$target.dict")
    if "$built/$target" "${flags[@]}" "$corpus" "fuzz/seeds/$target" >"$work/$target.log" 2>&1; then
        local runs found
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$target.log")
        found=$(sed -n 's/^stat::new_units_added: *//p' "$work/$target.log")
        printf '%-15s %9s runs, %5s new inputs, nothing wrong\n' "$target" "$runs" "$found"
    else
        printf '%-15s FOUND SOMETHING: see fuzz/artifacts/%s\n' "$target" "$target"
        grep -v '^#' "$work/$target.log" | tail -n 40
        return 1
    fi
}

failed=0
pids=()
for target in "${targets[@]}"; do
    fuzz_one "$target" &
    pids+=($!)
    if [ ${#pids[@]} -eq 2 ]; then
        wait "${pids[0]}" || failed=1
        pids=("${pids[1]}")
    fi
done
for pid in "${pids[@]}"; do
    wait "$pid" || failed=1
done
exit "$failed"
