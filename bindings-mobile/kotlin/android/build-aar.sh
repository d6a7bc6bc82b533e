#!/bin/sh
# Makes the Android library: target/aar/muntwerk-android-<version>.aar and its POM.
#
#   build-aar.sh          for arm64-v8a, armeabi-v7a and x86_64; needs ANDROID_NDK_HOME (r27 or later) and rustup
#   build-aar.sh --host   the same parts around this machine's own library, to look at the structure where there is no
#                         NDK. Such an AAR runs on no phone.
#
# Both take the classes from target/kotlin/classes: `make test-kotlin` compiles them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
min_sdk=26
page=16384
classes="$root/target/kotlin/classes"
out="$root/target/aar"
parts="$out/parts"
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$here/pom.xml")

fail() {
    echo "aar: $*" >&2
    exit 1
}

[ -f "$classes/org/muntwerk/Ledger.class" ] || fail "no classes in $classes: make test-kotlin"
command -v jar >/dev/null || fail "no jar here: it comes with a JDK"
rm -rf "$out"
mkdir -p "$parts/jni"

# Android refuses libraries whose segments do not start on its largest page.
check_pages() {
    "$tools/llvm-readelf" --program-headers --wide "$1" | awk '$1 == "LOAD" { print $NF }' | while read -r align; do
        [ $((align)) -ge "$page" ] || fail "$1 is aligned to $align, and pages may be $page"
    done
}

build_for() {
    abi=$1 target=$2 clang=$3
    rustup target add "$target"
    built=$(MUNTWERK_LINKER="$tools/$clang$min_sdk-clang" "$root/bindings-mobile/build-small.sh" "$target")
    mkdir -p "$parts/jni/$abi"
    cp "$built" "$parts/jni/$abi/"
    check_pages "$parts/jni/$abi/libmuntwerk_mobile.so"
}

if [ "${1:-}" = --host ]; then
    case $(uname -m) in
        x86_64) abi=x86_64 ;;
        aarch64 | arm64) abi=arm64-v8a ;;
        *) fail "no ABI of Android is called $(uname -m)" ;;
    esac
    mkdir -p "$parts/jni/$abi"
    found=
    for library in "$root"/target/"$(rustc -vV | sed -n 's/^host: //p')"/mobile/libmuntwerk_mobile.* "$root"/target/testrelease/libmuntwerk_mobile.*; do
        case $library in *.so | *.dylib) [ ! -f "$library" ] || found=${found:-$library} ;; esac
    done
    [ -n "$found" ] || fail "no library here: make mobile-library"
    cp "$found" "$parts/jni/$abi/libmuntwerk_mobile.so"
elif [ $# -gt 0 ]; then
    fail "$1 is not known; there is --host"
else
    [ -n "${ANDROID_NDK_HOME:-}" ] || fail "ANDROID_NDK_HOME does not say where the NDK is"
    tools=$(echo "$ANDROID_NDK_HOME"/toolchains/llvm/prebuilt/*/bin)
    [ -d "$tools" ] || fail "no compilers in $ANDROID_NDK_HOME"
    build_for arm64-v8a aarch64-linux-android aarch64-linux-android
    build_for armeabi-v7a armv7-linux-androideabi armv7a-linux-androideabi
    build_for x86_64 x86_64-linux-android x86_64-linux-android
fi

cp "$here/AndroidManifest.xml" "$parts/AndroidManifest.xml"
cp "$here/consumer-rules.pro" "$parts/proguard.txt"
# There are no resources, and a list of them must be there all the same.
: >"$parts/R.txt"
jar --create --no-manifest --file "$parts/classes.jar" -C "$classes" .
jar --create --no-manifest --no-compress --file "$out/muntwerk-android-$version.aar" -C "$parts" .
cp "$here/pom.xml" "$out/muntwerk-android-$version.pom"
rm -rf "$parts"
echo "aar: $out/muntwerk-android-$version.aar"
