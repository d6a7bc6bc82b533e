#!/usr/bin/env bash
# What the module offers, after it was built.
#     api.sh check    compares it with api.golden
#     api.sh write    writes api.golden anew
set -euo pipefail

cd "$(dirname "$0")/../.."
here=bindings-mobile/swift
graph=target/swift/api

rm -rf "$graph"
mkdir -p "$graph"
target=$("$here/run.sh" swift -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p')
"$here/run.sh" swift symbolgraph-extract -module-name Muntwerk -target "$target" -I target/swift/build/debug/Modules \
    -Xcc "-fmodule-map-file=$PWD/$here/Sources/MuntwerkFFI/module.modulemap" -minimum-access-level public \
    -skip-synthesized-members -output-dir "$graph"

case ${1:-} in
    write) "${PYTHON:-python3}" "$here/api.py" "$graph" >"$here/api.golden" ;;
    check)
        "${PYTHON:-python3}" "$here/api.py" "$graph" | diff "$here/api.golden" - ||
            { echo "swift: the module offers something else than api.golden says; api.sh write if that is meant" >&2; exit 1; }
        ;;
    *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
