"""An answer of the paper, kept in a folder so that other servers can give the same bytes and headers."""

import json
from pathlib import Path

from bench.reader import Answer

# What gunicorn and nginx say themselves.
BY_THE_SERVER = {"date", "server", "connection", "transfer-encoding", "content-length"}


def keep(answer: Answer, folder: Path) -> None:
    headers = {name.title(): value for name, value in answer.headers.items() if name not in BY_THE_SERVER}
    (folder / "body").write_bytes(answer.body)
    (folder / "headers").write_text(json.dumps({**headers, "Content-Length": str(len(answer.body))}))


def kept(folder: Path) -> tuple[bytes, dict[str, str]]:
    return (folder / "body").read_bytes(), json.loads((folder / "headers").read_text())
