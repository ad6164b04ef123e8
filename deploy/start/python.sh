#!/bin/sh
# python.sh SCRIPT [ARGUMENT...]  runs SCRIPT with .venv's Python or, while that does not run, with one that can make it.
# python.sh                       prints the Python that .venv is made with.

root=$(cd "$(dirname "$0")/../.." && pwd) || exit 1
trap 'echo "Stopped." >&2; exit 1' INT

# A pyenv shim is on the PATH and still fails when called, so every candidate is run. In a virtual environment the
# answer is the Python beneath it: the environment may be the very one that is about to be made anew. And it is where
# that Python really stands: an environment made through a link to it may not find its library.
fits='
import os, sys
version = "%d.%d" % sys.version_info[:2]
if sys.version_info < (3, 12) or sys.implementation.name != "cpython" or "t" in sys.abiflags:
    print("Python " + version)
    raise SystemExit(3)
try:
    import ensurepip, sqlite3, ssl, venv, zlib
except ImportError as lack:
    print("Python %s lacks the module %s" % (version, lack.name))
    raise SystemExit(4)
found = os.path.join(sys.base_prefix, "bin", "python" + version)
print(found if os.access(found, os.X_OK) else sys._base_executable)
'

lacking=
unfit=
try() {
    answer=$("$1" -I -c "$fits" 2>/dev/null)
    case $? in
    0) [ -n "$answer" ] && printf '%s\n' "$answer" && exit 0 ;;
    3) unfit=${unfit:-$answer ($1)} ;;
    4) lacking=${lacking:-$answer ($1)} ;;
    esac
}

look() {
    for name in python3.14 python3.13 python3.12 python3; do
        command -v "$name" >/dev/null 2>&1 && try "$name"
    done
    versions=${PYENV_ROOT:-$HOME/.pyenv}/versions
    for place in "$versions"/3.14* "$versions"/3.13* "$versions"/3.12* "$versions"/3*; do
        [ -x "$place/bin/python3" ] && try "$place/bin/python3"
    done
    case $lacking in
    *ensurepip* | *venv*) complain "$lacking: install it (on Debian and Ubuntu: apt install python3-venv)" ;;
    ?*) complain "$lacking: it was built without, so build it again with the library, or install another Python" ;;
    esac
    [ -z "$unfit" ] || complain "The newsroom needs CPython 3.12 or newer and found only $unfit:" \
        "install one from python.org, with pyenv or with uv"
    complain "The newsroom needs Python 3.12 or newer and found none, neither as python3 nor at pyenv:" \
        "install one (for instance: apt install python3 python3-venv)"
}

complain() {
    echo "$*, then run the same command again." >&2
    exit 1
}

[ $# -gt 0 ] || look
python=$root/.venv/bin/python
"$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null || python=$(look) || exit 1
# Python tells of Ctrl-C once it has read what to say.
trap '' INT
exec "$python" -B "$@"
