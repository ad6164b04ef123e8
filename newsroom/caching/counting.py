"""Views, counted in the memory of a process and taken from there once a minute.

Nothing of a reader is kept: no address, no cookie, not even which browser. What is counted is a short string, such as
"story:5", that a page said it counts for.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from threading import Lock
from typing import Any, Final

from django.conf import settings

# So many subjects are counted between two takings; views of further ones are lost.
SUBJECTS: Final = 50_000
# Longer names than that are no browser's.
LONGEST_NAME: Final = 512

# Browsers call themselves by one of these; most programs do not (curl/8, python-requests/2). Those that do say what
# they are in a word, or with the address of their makers. (A Cubot is a telephone.)
BROWSER: Final = re.compile("(Mozilla|Opera|UCWEB)/")
PROGRAM: Final = re.compile(
    r"(?<!cu)bot|https?:|crawl|spider|slurp|preview|fetch|scrap|scan|curl|wget|python|headless|phantom|lighthouse|"
    r"monitor|pingdom|uptime|synthetic|gtmetrix|ptst/|archive|checker|validator|inspection|googleother|mediapartners|"
    r"feed|rss",
    re.IGNORECASE,
)

_counted: dict[str, int] = {}
_lock = Lock()


def seen(subject: str, environ: Mapping[str, Any]) -> None:
    """A page that counts for `subject` answered the WSGI request `environ`: count it, if a person asked."""
    if is_person(environ):
        count(subject)


def unseen(subject: str, environ: Mapping[str, Any]) -> None:
    """In its place where a page tells by itself that it is read: each view is counted once."""


def counter() -> Callable[[str, Mapping[str, Any]], None]:
    """What to call with each answer that has a subject. Ask once: to read a setting costs more than to count."""
    return unseen if settings.VIEWS_BEACON else seen


def is_person(environ: Mapping[str, Any]) -> bool:
    """Whether a person's browser asks for a page to be read now: not a program, not ahead of time, not for its head."""
    ask = environ.get
    return (
        ask("REQUEST_METHOD") == "GET"
        and "prefetch" not in (ask("HTTP_SEC_PURPOSE") or ask("HTTP_PURPOSE") or ask("HTTP_X_MOZ") or "")
        # Sent by browsers over https: a script that fetches the page, or a picture's address, is no reader.
        and ask("HTTP_SEC_FETCH_DEST", "document") == "document"
        and is_browser(ask("HTTP_USER_AGENT", "")[:LONGEST_NAME])
    )


@lru_cache(maxsize=2048)
def is_browser(name: str) -> bool:
    """Whether a User-Agent is that of a browser with a person before it."""
    return bool(BROWSER.match(name)) and not PROGRAM.search(name)


def count(subject: str, views: int = 1) -> None:
    with _lock:
        if subject in _counted or len(_counted) < SUBJECTS:
            _counted[subject] = _counted.get(subject, 0) + views


def drain() -> dict[str, int]:
    """Take what was counted in this process since it was taken last: views by subject."""
    global _counted  # one count for the process
    with _lock:
        taken, _counted = _counted, {}
    return taken


def put_back(taken: Iterable[tuple[str, int]]) -> None:
    """Count again what could not be written down."""
    for subject, views in taken:
        count(subject, views)
