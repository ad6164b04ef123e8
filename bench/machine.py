"""The machine that a run was made on, and what the processes of a server take of its memory."""

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench.servers import Server

MIB = 1024  # in the kibibytes of /proc


def described(database: str) -> dict[str, str]:
    memory = re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())
    model = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    return {
        "cores": f"{len(os.sched_getaffinity(0))}",
        "processor": model[1].strip() if model else platform.machine(),
        "memory": f"{int(memory[1]) / MIB / MIB:.0f} GiB" if memory else "unknown",
        "system": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}",
        "Python": platform.python_version(),
        "Django": version("django"),
        "gunicorn": version("gunicorn"),
        "nginx": said(["nginx", "-v"]).partition("/")[2],
        "wrk": said(["wrk", "-v"]).split()[1],
        "database": database,
    }


def said(command: list[str]) -> str:
    """The first line of what a program says of itself, on whichever of its two outputs."""
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return (answer.stdout or answer.stderr).splitlines()[0]


def pss(server: Server) -> list[float]:
    """MiB of each process of the server, the master first: what is shared is divided among those that share it."""
    return [_pss(process) for process in (server.process.pid, *server.workers)]


def _pss(process: int) -> float:
    sizes = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+)", sizes, re.MULTILINE)[1]) / MIB


def load() -> float:
    """How many processes wanted a core during the last minute, on average."""
    return os.getloadavg()[0]
