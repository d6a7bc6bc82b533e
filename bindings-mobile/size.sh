#!/bin/sh
# How big the library is as apps carry it, in bytes; also in target/bench/mobile-size.json.
#
#   size.sh                for this machine and for the processors of Android
#   size.sh TARGET...      for these
#
# For Android it is linked against nothing where MUNTWERK_LINKER names no linker of an NDK (link-without-ndk.sh): the
# NDK's unwinder comes on top.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- "$(rustc -vV | sed -n 's/^host: //p')" aarch64-linux-android armv7-linux-androideabi x86_64-linux-android
out="$here/../target/bench/mobile-size.json"
mkdir -p "$(dirname "$out")"
all=
for target in "$@"; do
    case $target in
        *-android*)
            rustup target add "$target" 2>/dev/null || { echo "size: rustup cannot add $target" >&2; exit 1; }
            linker=${MUNTWERK_LINKER:-$here/link-without-ndk.sh}
            ;;
        *) linker=cc ;;
    esac
    built=$(MUNTWERK_LINKER="$linker" "$here/build-small.sh" "$target")
    bytes=$(wc -c <"$built" | tr -d ' ')
    echo "$target: $bytes bytes"
    all="$all${all:+, }\"$target\": $bytes"
done
echo "{$all}" >"$out"
