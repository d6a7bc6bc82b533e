#!/usr/bin/env bash
# The framework for iOS devices, the iOS simulator and macOS; on a Mac with Xcode 16 or later and rustup.
#     build-xcframework.sh build    makes bindings-mobile/swift/MuntwerkFFI.xcframework, and the same as a zip under target/
#     build-xcframework.sh show     prints what that would run, on any machine
#
# iOS 15 and macOS 12 are the first with Swift's concurrency in the system, so that an app needs no library beside
# this one; Rust itself would go back to iOS 10.
set -euo pipefail

cd "$(dirname "$0")/../.."
package=bindings-mobile/swift
made=target/swift/xcframework
framework=$package/MuntwerkFFI.xcframework
library=libmuntwerk_mobile.a
export IPHONEOS_DEPLOYMENT_TARGET=15.0 MACOSX_DEPLOYMENT_TARGET=12.0

case ${1:-} in
    build) run() { "$@"; } ;;
    show) run() { echo "$*"; } ;;
    *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

# One archive of one platform, of all its processors: platform NAME TARGET...
platform() {
    local name=$1 target archives=()
    shift
    for target in "$@"; do
        run rustup target add "$target"
        run cargo rustc --package muntwerk-mobile --lib --crate-type staticlib --profile mobile --locked --target "$target"
        archives+=("target/$target/mobile/$library")
    done
    run mkdir -p "$made/$name"
    run lipo -create "${archives[@]}" -output "$made/$name/$library"
}

# In a folder of their own: two frameworks with a module map at the same place do not go into one app.
headers() {
    run rm -rf "$made/headers"
    run mkdir -p "$made/headers/MuntwerkFFI"
    run cp "$package/Sources/MuntwerkFFI/MuntwerkFFI.h" "$package/Sources/MuntwerkFFI/module.modulemap" "$made/headers/MuntwerkFFI/"
}

platform device aarch64-apple-ios
platform simulator aarch64-apple-ios-sim x86_64-apple-ios
platform mac aarch64-apple-darwin x86_64-apple-darwin
# Any of them will do: what is written is the same. This one is not stripped.
run cargo build --package muntwerk-mobile --package muntwerk-uniffi-bindgen --locked
run "$package/generate.sh" target/debug/libmuntwerk_mobile.dylib
headers
run rm -rf "$framework"
run xcodebuild -create-xcframework \
    -library "$made/device/$library" -headers "$made/headers" \
    -library "$made/simulator/$library" -headers "$made/headers" \
    -library "$made/mac/$library" -headers "$made/headers" \
    -output "$framework"
run ditto -c -k --keepParent "$framework" "$made/MuntwerkFFI.xcframework.zip"
run swift package compute-checksum "$made/MuntwerkFFI.xcframework.zip"
