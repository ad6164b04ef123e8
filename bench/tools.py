"""The Debian programs that the bench asks with: wrk and nginx."""

import os
import shutil
import subprocess

NEEDED = ("wrk", "nginx")


def have_tools() -> None:
    """Install what is missing where that is allowed. SystemExit in one sentence where it is not."""
    os.environ["PATH"] += ":/usr/sbin"  # where Debian keeps nginx, and not everybody looks
    missing = _missing()
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"bench: installing {' and '.join(missing)}", flush=True)
        _apt_get("update", "-qq")
        _apt_get("install", "-qq", "-y", "--no-install-recommends", *missing)
        missing = _missing()
    if missing:
        raise SystemExit(f"The bench needs {' and '.join(missing)}: apt-get install {' '.join(missing)}")


def _missing() -> list[str]:
    return [name for name in NEEDED if not shutil.which(name)]


def _apt_get(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", *arguments], env=environment, stdout=subprocess.DEVNULL, check=False)
