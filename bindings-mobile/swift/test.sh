#!/usr/bin/env bash
# Everything that must hold of the Swift package, over the library that cargo has built.
#     test.sh LIBRARY    target/debug/libmuntwerk_mobile.so
# Where Swift 6 is neither found nor can be set up: exit code 3, or with SWIFT=optional one line and no error.
set -euo pipefail

cd "$(dirname "$0")/../.."
library=$PWD/$1
here=$PWD/bindings-mobile/swift
folder=$(dirname "$library")

status=0
"$here/toolchain.sh" setup || status=$?
if [ "$status" -eq 3 ] && [ "${SWIFT:-}" = optional ]; then
    echo "swift: nothing of it was tested"
    exit 0
fi
[ "$status" -eq 0 ] || exit "$status"

"$here/generate.sh" "$library"
python3 "$here/Tests/wire.py" bindings-mobile/tests/wire.json "$here/Tests/MuntwerkTests/Generated/Wire.swift"

"$here/run.sh" swift test --package-path "$here" --scratch-path target/swift/build --disable-swift-testing \
    -Xswiftc -warnings-as-errors -Xlinker "-L$folder" -Xlinker -rpath -Xlinker "$folder"

"$here/build-xcframework.sh" show | diff "$here/Tests/xcframework.golden" - ||
    { echo "swift: build-xcframework.sh does something else than Tests/xcframework.golden says" >&2; exit 1; }
"$here/api.sh" check
