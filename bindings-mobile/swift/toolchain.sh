#!/usr/bin/env bash
# Swift 6: the one on the PATH, or Debian's in a root of its own under target/tools.
#     toolchain.sh find     prints "path", or the root if it is ready; else exit code 3
#     toolchain.sh setup    makes the root if there is no Swift 6; goes on where it was broken off
# Exit code 3: Swift is not there and cannot be set up here; 4: the same with SWIFT=optional. 1: setting it up failed.
set -euo pipefail

checkout=$(cd "$(dirname "$0")/../.." && pwd -P)
root=$checkout/target/tools/swift-root
suite=trixie
packages=(swiftlang libc6-dev libstdc++-14-dev)
# Half of what is in there: manuals, the debugger, what editors ask, other ways to link.
swift_lib=libexec/swift/lib
unneeded=('share/doc/*' 'share/man/*' 'share/locale/*' 'share/info/*'
    "$swift_lib/swift_static/*" "$swift_lib/swift/embedded/*" "$swift_lib/swift/FrameworkABIBaseline/*"
    "$swift_lib/liblldb*" "$swift_lib/libsourcekitd*" 'libexec/swift/bin/lldb*' 'libexec/swift/bin/sourcekit-lsp'
    'libexec/swift/bin/clangd' 'libexec/swift/bin/docc' 'libexec/swift/bin/swift-format')

say() { echo "swift: $*" >&2; }

cannot() {
    if [ "${SWIFT:-}" = optional ]; then
        say "$*: passed over"
        exit 4
    fi
    say "$*"
    exit 3
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

on_the_path() {
    command -v swift >/dev/null && swift --version 2>/dev/null | grep -Eq 'Swift version (6|[7-9]|[1-9][0-9])\.'
}

find_swift() {
    if on_the_path; then
        echo path
    elif [ -e "$root/.ready" ]; then
        echo "$root"
    else
        return 3
    fi
}

# The mirror that this machine already uses; its key ring has the keys of later releases too.
mirror() {
    # shellcheck disable=SC2016 # apt fills it in
    apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' 'Created-By: Packages' 2>/dev/null | head -n 1
}

# Mounts that debootstrap makes live in a namespace of their own and end with it.
alone() {
    as_root unshare --mount --propagation private -- "$@"
}

# A script in the root, with /proc, without questions and without services being started.
inside() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    alone env DEBIAN_FRONTEND=noninteractive LC_ALL=C ROOT="$root" \
        sh -euc 'mount -t proc proc "$ROOT/proc"; exec chroot "$ROOT" sh -euc "$1"' sh "$1"
}

check_that_it_can() {
    [ "$(uname -s)" = Linux ] || cannot "Swift 6 is not on the PATH; install it (on macOS: Xcode 16 or later)"
    command -v apt-get >/dev/null || cannot "Swift 6 is not on the PATH, and without apt-get it cannot be set up here"
    if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
        cannot "Swift 6 is not on the PATH, and setting it up needs root (or sudo without a password)"
    fi
    alone true 2>/dev/null || cannot "Swift 6 is not on the PATH, and this machine lets nobody mount, which setting it up needs"
}

fetch_debootstrap() {
    command -v debootstrap >/dev/null && [ -n "$(mirror)" ] && return
    say "fetching debootstrap"
    as_root apt-get update -qq
    as_root apt-get install -y -qq --no-install-recommends debootstrap debian-archive-keyring >/dev/null
}

make_base() {
    [ ! -e "$root/.base" ] || return 0
    as_root rm -rf "$root"
    mkdir -p "$root"
    say "fetching Debian $suite into ${root#"$checkout"/}"
    alone debootstrap --variant=minbase --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
        "$suite" "$root" "$1" >"$root.log" 2>&1 || failed
    # A root that is lost in a power cut is made anew.
    echo force-unsafe-io | as_root tee "$root/etc/dpkg/dpkg.cfg.d/fast" >/dev/null
    printf 'path-exclude=/usr/%s\n' "${unneeded[@]}" | as_root tee "$root/etc/dpkg/dpkg.cfg.d/lean" >/dev/null
    as_root touch "$root/.base"
}

install_swift() {
    say "fetching ${packages[*]}"
    inside "dpkg --configure -a
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends ${packages[*]}
        apt-get clean
        rm -rf /var/lib/apt/lists/*
        swift --version" >>"$root.log" 2>&1 || failed
    as_root touch "$root/.ready"
}

failed() {
    tail -n 20 "$root.log" >&2
    say "setting up Swift failed; all of it is in ${root#"$checkout"/}.log"
    exit 1
}

setup() {
    if find_swift >/dev/null; then return; fi
    check_that_it_can
    fetch_debootstrap
    local from
    from=$(mirror)
    [ -n "$from" ] || cannot "Swift 6 is not on the PATH, and this machine has no Debian mirror to set it up from"
    local started=$SECONDS
    make_base "$from"
    install_swift
    say "ready after $((SECONDS - started)) s"
}

case ${1:-} in
    find) find_swift ;;
    setup) setup ;;
    *) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
