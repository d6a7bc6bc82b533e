#!/bin/sh
# Links for Android where there is no NDK, against nothing: to see how big the library is, and what is in it. What
# comes of it runs nowhere, and the NDK adds its unwinder.
#
#   MUNTWERK_LINKER=bindings-mobile/link-without-ndk.sh bindings-mobile/build-small.sh aarch64-linux-android
set -eu
for argument in "$@"; do
    shift
    case $argument in
        # The compiler that is asked to link hands these on.
        -Wl,*)
            IFS=,
            # shellcheck disable=SC2086 # it is a list
            set -- "$@" ${argument#-Wl,}
            unset IFS
            ;;
        -l* | -m* | -f* | -B* | -nodefaultlibs | -nostartfiles) ;;
        *) set -- "$@" "$argument" ;;
    esac
done
host=$(rustc -vV | sed -n 's/^host: //p')
exec "$(rustc --print sysroot)/lib/rustlib/$host/bin/gcc-ld/ld.lld" --unresolved-symbols=ignore-all "$@"
