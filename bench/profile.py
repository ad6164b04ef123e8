"""`make profile`: where the time of a cold article goes.

Seeds an archive once (SIZE= stories, kept in `.data/profile/`; NEWSROOM_DATA= for another), asks this process for its
articles past the finished pages, and times what they are made of with its own watches: every query, every template and
what templates call, every middleware. A watch that runs inside another one takes its time out of the outer one, so the
parts add up to the whole.
"""

import os
import shutil
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SIZE = int(os.environ.get("SIZE", "1000"))
DATA = ROOT / ".data" / "profile" / str(SIZE)
OURS = "NEWSROOM_DATA" not in os.environ

os.environ.setdefault("NEWSROOM_DATA", str(DATA))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.development")

import django  # noqa: E402

django.setup()

# Django must be set up before any model is imported.
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.backends.utils import CursorWrapper  # noqa: E402
from django.template.base import Template  # noqa: E402
from django.template.library import InclusionNode, SimpleNode  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from django.utils.module_loading import import_string  # noqa: E402

from articles.models import Story  # noqa: E402
from bench import archive  # noqa: E402
from newsroom.prepared import Prepared  # noqa: E402
from newsroom.request import Handler  # noqa: E402

PAGES, WARM_UP = 400, 40
QUERIES, TEMPLATES, MIDDLEWARE, VIEW = "queries", "templates", "middleware", "the rest: views, JSON-LD, headers"


class Watches:
    """CPU seconds by group and name, each without what ran inside it under a name of its own."""

    def __init__(self) -> None:
        self.spent: Counter[tuple[str, str]] = Counter()
        self.times: Counter[tuple[str, str]] = Counter()
        self._inside = [0.0]

    @contextmanager
    def running(self, group: str, name: str) -> Iterator[None]:
        begun = time.process_time()
        self._inside.append(0.0)
        try:
            yield
        finally:
            taken = time.process_time() - begun
            self.spent[group, name] += taken - self._inside.pop()
            self.times[group, name] += 1
            self._inside[-1] += taken

    def on(self, owner: Any, method: str, group: str, name: Callable[[Any], str]) -> None:
        """Let a watch run whenever the method of `owner` does."""
        original = getattr(owner, method)

        def watched(subject: Any, *args: Any, **options: Any) -> Any:
            with self.running(group, name(subject)):
                return original(subject, *args, **options)

        setattr(owner, method, watched)


def watch_everything() -> Watches:
    watches = Watches()
    watches.on(CursorWrapper, "execute", QUERIES, lambda _: "in the database")
    watches.on(Prepared, "__call__", QUERIES, lambda query: query.say.__name__.strip("_"))
    watches.on(Template, "_render", TEMPLATES, lambda template: template.name or "a string")
    for node in (InclusionNode, SimpleNode):
        watches.on(node, "render", TEMPLATES, lambda node: f"{{% {node.func.__name__} %}}")
    watches.on(Handler, "_get_response", VIEW, lambda _: "")
    for path in settings.MIDDLEWARE:
        watches.on(import_string(path), "__call__", MIDDLEWARE, lambda middleware: type(middleware).__name__)
    return watches


def prepare() -> None:
    """Have an archive, seeded to its end."""
    whole = DATA / "seeded"
    if OURS and not whole.exists():
        shutil.rmtree(DATA)
        DATA.mkdir(parents=True)
        call_command("migrate", verbosity=0)
        archive.seed(SIZE)
        call_command("collectstatic", interactive=False, verbosity=0)
        whole.touch()
    call_command("migrate", verbosity=0)


def main() -> None:
    prepare()
    addresses = [story.get_absolute_url() for story in Story.objects.lines().only("published_on", "slug")[1:41]]
    watches = watch_everything()
    handler, factory = Handler(), RequestFactory(headers={"host": "127.0.0.1"})
    handler.load_middleware()
    wholes = []
    for n in range(WARM_UP + PAGES):
        if n == WARM_UP:
            watches.spent.clear()
            watches.times.clear()
        begun = time.process_time()
        handler.get_response(factory.get(addresses[n % len(addresses)]))
        if n >= WARM_UP:
            wholes.append(time.process_time() - begun)
    connection.close()
    print(table(watches, statistics.mean(wholes), statistics.median(wholes)))


def table(watches: Watches, mean: float, median: float) -> str:
    each = 1000 / PAGES
    lines = [
        f"A cold article: {median * 1000:.1f} ms of CPU at the median, watches included.\n",
        f"{'':44}{'ms':>8}{'share':>8}{'times':>8}",
    ]
    for group in (QUERIES, TEMPLATES, MIDDLEWARE, VIEW):
        parts = {key: spent for key, spent in watches.spent.items() if key[0] == group}
        whole = sum(parts.values()) * each
        lines.append(f"{group:44}{whole:8.2f}{whole / mean / 10:7.0f}%")
        for key, spent in sorted(parts.items(), key=lambda part: -part[1]):
            if key[1] and spent * each >= 0.01:
                times = watches.times[key] / PAGES
                lines.append(f"  {key[1]:42}{spent * each:8.2f}{spent * each / mean / 10:7.0f}%{times:8.1f}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
