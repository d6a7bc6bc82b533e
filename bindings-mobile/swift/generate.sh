#!/usr/bin/env bash
# Writes the Swift that calls the library into the package; nothing of it is committed. What has not changed is left
# alone, so that Swift does not build it again.
#     generate.sh LIBRARY    such as target/debug/libmuntwerk_mobile.so, after make mobile-library
set -euo pipefail

cd "$(dirname "$0")/../.."
made=target/swift/generated
target/debug/muntwerk-uniffi-bindgen generate --language swift --no-format \
    --config bindings-mobile/uniffi-bindgen/roots.toml --out-dir "$made" "$1"

put() {
    mkdir -p "$(dirname "$2")"
    cmp -s "$1" "$2" || cp "$1" "$2"
}
put "$made/Muntwerk.swift" bindings-mobile/swift/Sources/Muntwerk/Generated/Muntwerk.swift
put "$made/MuntwerkFFI.h" bindings-mobile/swift/Sources/MuntwerkFFI/MuntwerkFFI.h
