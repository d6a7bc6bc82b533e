#!/bin/sh
# Installs a wheel into a virtual environment with nothing else in it, and runs the walk-through there without
# Rust on the path.  clean_venv.sh <python> <wheel> <directory>
set -eu
python=$1 wheel=$2 venv=$3
here=$(dirname "$0")
"$python" -m venv --clear "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --no-deps "$wheel"
case $wheel in *-cp310-abi3-*) ;; *) echo "clean_venv: $wheel is not an abi3 wheel for Python 3.10 and later" >&2; exit 1 ;; esac
# Away from the source, so that the installed package is what is imported.
walkthrough=$(cd "$here/../../examples/python" && pwd)/walkthrough.py
interpreter=$(cd "$venv/bin" && pwd)/python
cd /
env -i PATH=/usr/bin:/bin LANG=C.UTF-8 "$interpreter" -W error "$walkthrough" >/dev/null
env -i PATH=/usr/bin:/bin LANG=C.UTF-8 "$interpreter" -W error -c '
import muntwerk, os, sys
inside = os.path.dirname(muntwerk.__file__)
assert inside.startswith(sys.prefix), inside
for name in ("py.typed", "_native.pyi"):
    assert os.path.exists(os.path.join(inside, name)), name
known = {"muntwerk"} | set(sys.stdlib_module_names)
others = {name.partition(".")[0] for name in sys.modules} - known
assert not {one for one in others if not one.startswith(("_", "encodings"))}, others
'
echo "clean_venv: $(basename "$wheel") runs by itself"
