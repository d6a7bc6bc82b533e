#!/bin/sh
# Builds the library as an app carries it, as small as it gets, and prints where it is.
#
#   build-small.sh                       for this machine
#   build-small.sh TARGET [OPTION...]    for another, such as aarch64-linux-android, with the linker that
#                                        MUNTWERK_LINKER names; options are cargo's, such as --features bench
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
host=$(rustc -vV | sed -n 's/^host: //p')
target=${1:-$host}
[ $# -eq 0 ] || shift

# LLD, which is the NDK's and Rust's own here, keeps once what the compiler wrote out several times, and packs what the
# loader must put right: Android from API 23 on reads a packing of its own. Whatever Android loads must start on its
# largest page.
case $target in
    *-android*) link="-Wl,--icf=all,--pack-dyn-relocs=android,-z,max-page-size=16384" ;;
    x86_64-unknown-linux-gnu)
        link="-B$(rustc --print sysroot)/lib/rustlib/$host/bin/gcc-ld -fuse-ld=lld -Wl,--icf=all,-z,pack-relative-relocs"
        ;;
    *) link= ;;
esac
case $target in *-apple-*) linker= ;; *) linker="-C linker=$here/link.sh -C linker-flavor=gcc" ;; esac

# With frame pointers, the tables by which a panic finds its way out are shorter than without.
name=$(echo "$target" | tr 'a-z-' 'A-Z_')
# shellcheck disable=SC2086 # each of them is several words
env "CARGO_TARGET_${name}_RUSTFLAGS=-C force-frame-pointers=yes" \
    cargo rustc --quiet --manifest-path "$root/Cargo.toml" --package muntwerk-mobile --lib --crate-type cdylib \
    --profile mobile --locked --target "$target" "$@" -- $linker ${link:+-C link-args="$link"} >&2

built=${CARGO_TARGET_DIR:-$root/target}/$target/mobile/libmuntwerk_mobile
for library in "$built.so" "$built.dylib"; do
    [ ! -f "$library" ] || echo "$library"
done
