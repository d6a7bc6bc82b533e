#!/usr/bin/env bash
# Everything that must hold of the Swift package, over the library that cargo has built.
#     test.sh LIBRARY FIRST_STEPS    target/debug/libmuntwerk_mobile.so, and what examples/rust/first_steps.rs prints
#     SWIFT=optional test.sh ...     no error where Swift 6 is neither found nor can be set up
set -euo pipefail

cd "$(dirname "$0")/../.."
library=$PWD/$1
first_steps=$2
here=$PWD/bindings-mobile/swift
folder=$(dirname "$library")

"$here/toolchain.sh" setup || { status=$?; [ "$status" -eq 4 ] && exit 0; exit "$status"; }

"$here/generate.sh" "$library"
"${PYTHON:-python3}" "$here/Tests/wire.py" bindings-mobile/tests/wire.json "$here/Tests/MuntwerkTests/Generated/Wire.swift"

# The two packages are built in one folder, so that the second uses what the first has built; only the plan is another.
swift_() {
    local what=$1 package=$2
    shift 2
    rm -f target/swift/build/debug.yaml target/swift/build/debug/description.json
    "$here/run.sh" swift "$what" --package-path "$package" --scratch-path target/swift/build \
        -Xswiftc -warnings-as-errors -Xlinker "-L$folder" -Xlinker -rpath -Xlinker "$folder" "$@"
}

swift_ test "$here" --disable-swift-testing

swift_ build examples/swift/Walkthrough --quiet
"$here/run.sh" target/swift/build/debug/Walkthrough core/designs/torekes.toml | diff "$first_steps" - ||
    { echo "swift: the walk-through prints something else than the one in Rust" >&2; exit 1; }

"$here/build-xcframework.sh" show | diff "$here/Tests/xcframework.golden" - ||
    { echo "swift: build-xcframework.sh does something else than Tests/xcframework.golden says" >&2; exit 1; }
"$here/api.sh" check
