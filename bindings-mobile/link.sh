#!/bin/sh
# Links as ever, but leaves out what the library says of its own interface: whatever writes Kotlin and Swift reads it
# in the library that the tests run, and no app looks at it.
set -eu
for argument in "$@"; do
    case $argument in
        *--version-script=*) sed -i '/UNIFFI_META_/d' "${argument#*--version-script=}" ;;
    esac
done
exec "${MUNTWERK_LINKER:-cc}" "$@"
