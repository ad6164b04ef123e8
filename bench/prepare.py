"""Make a paper of so many stories, or take away what the last run added to it, and print its addresses as JSON.

Runs in the paper's own environment (bench/paper.py).
"""

import hashlib
import json
import os
import random
import shutil
import sys
from pathlib import Path

import django

django.setup()

# Django must be set up before any model is imported.
import psycopg  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import Error, connection, connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from psycopg import sql  # noqa: E402

from articles.models import Story  # noqa: E402
from bench import archive  # noqa: E402
from bench.addresses import articles, pages  # noqa: E402
from bench.reader import HEADERS  # noqa: E402
from comments.actions.recount import recount  # noqa: E402
from comments.models import Comment, Decision, LearntWord  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
PLANS = ("*/migrations/*.py", "*/*/migrations/*.py", "bench/archive.py", "bench/bulk.py", "bench/words.py")
MARK = Path(settings.NEWSROOM_DATA) / "seeded.json"


def main(stories: int) -> None:
    if not whole():
        seed(stories)
    tidy()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    found = pages()
    asked = {kind: queries(paths[0]) for kind, paths in found.items()}
    json.dump({"pages": found, "queries": asked, "articles": articles(random.Random(1))}, sys.stdout)


def queries(path: str) -> int:
    """How many queries the page asks when nobody has kept it."""
    with CaptureQueriesContext(connection) as asked:
        Client(headers=HEADERS).get(path)
    return len(asked)


def plan() -> str:
    """Changes when the schema or the archive's own plan does: then an older archive is of no use."""
    files = sorted(file for pattern in PLANS for file in ROOT.glob(pattern))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def whole() -> bool:
    """Whether the archive was seeded to its end by the code of today, and its database is still there."""
    if not MARK.exists() or json.loads(MARK.read_text())["plan"] != plan():
        return False
    try:
        return Story.objects.exists()
    except Error:
        return False


def seed(stories: int) -> None:
    MARK.unlink(missing_ok=True)
    shutil.rmtree(settings.PAGES_FOLDER, ignore_errors=True)
    connections.close_all()
    if connection.vendor == "postgresql":
        make_database()
    else:
        for file in Path(settings.NEWSROOM_DATA).glob("db.sqlite3*"):
            file.unlink()
    call_command("migrate", verbosity=0)
    archive.seed(stories)
    last = {model.__name__: model.objects.order_by("-pk").values_list("pk", flat=True)[0] for model in (Story, Comment)}
    MARK.write_text(json.dumps({"plan": plan(), **last}))


def make_database() -> None:
    """An empty database for the paper, in the cluster of the one that the operator named."""
    name = sql.Identifier(settings.DATABASES["default"]["NAME"])
    with psycopg.connect(os.environ["DATABASE_OF_ALL"], autocommit=True) as cluster:
        cluster.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(name))
        cluster.execute(sql.SQL("CREATE DATABASE {}").format(name))


def tidy() -> None:
    """Take away the stories and comments that a run has added, and what its decisions have taught."""
    last = json.loads(MARK.read_text())
    added = Comment.objects.filter(pk__gt=last["Comment"])
    # Not all that was added is seen, and counted: the attack of bench/letters.py is mostly held.
    stories = set(added.values_list("story", flat=True))
    added.delete()
    Decision.objects.all().delete()
    LearntWord.objects.all().delete()
    recount(stories=stories)
    Story.objects.filter(pk__gt=last["Story"]).delete()


if __name__ == "__main__":
    main(int(sys.argv[1]))
