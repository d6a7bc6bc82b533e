#!/usr/bin/env bash
# What calls from Swift cost, beside the core's own time; adds its figures to a file.
#     bench.sh LIBRARY FILE    what build-small.sh built with the feature bench; target/bench/mobile.json
set -euo pipefail

cd "$(dirname "$0")/../.."
library=$1
here=$PWD/bindings-mobile/swift
folder=$(dirname "$library")

"$here/toolchain.sh" setup || { status=$?; [ "$status" -eq 4 ] && exit 0; exit "$status"; }
"$here/run.sh" swift build --package-path "$here/Bench" --scratch-path target/swift/bench --configuration release --quiet \
    -Xlinker "-L$folder" -Xlinker -rpath -Xlinker "$folder"
mkdir -p "$(dirname "$2")"
"$here/run.sh" env "MUNTWERK_BENCH_FILES=$PWD/$(dirname "$2")" target/swift/bench/release/Bench core/designs/torekes.toml "$2"
