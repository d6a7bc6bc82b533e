#!/usr/bin/env bash
# Runs a command where Swift 6 is: here, or in the root that toolchain.sh has made. There the checkout stands
# at the same path, and the folder and the user are the same. What is mounted ends with the command.
#     run.sh COMMAND...
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd -P)
checkout=$(cd "$here/../.." && pwd -P)

if ! where=$("$here/toolchain.sh" find); then
    echo "swift: there is no Swift 6; make one with bindings-mobile/swift/toolchain.sh setup" >&2
    exit 3
fi
if [ "$where" = path ]; then
    exec "$@"
fi

mkdir -p "$checkout/target/swift/home"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
# shellcheck disable=SC2016 # expanded by the inner shell
exec "${as_root[@]}" env ROOT="$where" CHECKOUT="$checkout" FOLDER="$PWD" USERSPEC="$(id -u):$(id -g)" \
    unshare --mount --propagation private -- sh -euc '
        mount -t proc proc "$ROOT/proc"
        mount -t tmpfs tmpfs "$ROOT/tmp"
        # After that: the checkout may stand below /tmp.
        mkdir -p "$ROOT$CHECKOUT"
        mount --bind "$CHECKOUT" "$ROOT$CHECKOUT"
        exec chroot --userspec="$USERSPEC" "$ROOT" /usr/bin/env -i \
            HOME="$CHECKOUT/target/swift/home" PATH=/usr/bin:/bin LANG=C.UTF-8 \
            sh -euc "cd \"\$0\" && exec \"\$@\"" "$FOLDER" "$@"
    ' sh "$@"
