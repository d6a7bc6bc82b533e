#!/usr/bin/env bash
# Builds the library for this machine and writes the Swift that calls it into the package. Nothing of it is
# committed. What has not changed is left alone, so that Swift does not build it again.
set -euo pipefail

cd "$(dirname "$0")/../.."
made=target/swift/generated

cargo build --locked --package muntwerk-mobile --package muntwerk-uniffi-bindgen
case $(uname -s) in
    Darwin) library=target/debug/libmuntwerk_mobile.dylib ;;
    *) library=target/debug/libmuntwerk_mobile.so ;;
esac
target/debug/muntwerk-uniffi-bindgen generate --config bindings-mobile/uniffi-bindgen/roots.toml \
    --language swift --no-format --out-dir "$made" "$library"

put() {
    mkdir -p "$(dirname "$2")"
    cmp -s "$1" "$2" || cp "$1" "$2"
}
put "$made/Muntwerk.swift" bindings-mobile/swift/Sources/Muntwerk/Generated/Muntwerk.swift
put "$made/MuntwerkFFI.h" bindings-mobile/swift/Sources/MuntwerkFFI/MuntwerkFFI.h
