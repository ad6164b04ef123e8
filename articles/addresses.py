"""Which first path segments are taken, so that no category or page can stand in another's way."""

import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError

TAKEN = frozenset(
    {
        "admin",
        "author",
        "comments",
        "corrections",
        "feed",
        "front",
        "health",
        "latest",
        "live",
        "media",
        "metrics",
        "news-sitemap",
        "newsletter",
        "newsletters",
        "page",
        "preview",
        "receipt",
        "robots",
        "saved",
        "search",
        "seen",
        "series",
        "sitemap",
        "sitemaps",
        "source",
        "static",
        "tag",
        "wire",
    }
)
# Of these nothing is redirected: what stands below them is no page of the paper's.
NO_PAGES = frozenset({"admin", "health", "media", "metrics", "static"})
PATH_LENGTH, MOST_SEGMENTS = 300, 12
TAKEN_BELOW = frozenset({"feed", "page"})
YEAR = re.compile(r"\d+")

_claims: dict[str, Callable[[str], bool]] = {}


def claims_first_segments(noun: str) -> Callable[[Callable[[str], bool]], Callable[[str], bool]]:
    """Declare a function that says whether some `noun` ("category", "page") already stands at a slug."""

    def register(claim: Callable[[str], bool]) -> Callable[[str], bool]:
        _claims[noun] = claim
        return claim

    return register


def refuse_taken(slug: str, *, noun: str, below: bool = False) -> None:
    """Raise ValidationError when a `noun` cannot stand at `/slug/`, or below another one with `below`."""
    if slug in (TAKEN_BELOW if below else TAKEN):
        raise ValidationError(
            f"“{slug}” is an address that the site itself uses. Please choose another slug.", code="taken"
        )
    if YEAR.fullmatch(slug):
        raise ValidationError(
            "A slug made of digits alone would be read as a year of the archive. Please add a word.", code="year"
        )
    if below:
        return
    for other, claim in _claims.items():
        if other != noun and claim(slug):
            raise ValidationError(
                f"A {other} already has the address /{slug}/. Please choose another slug.", code="taken"
            )


def tidied(path: str) -> str | None:
    """A path as redirects are kept: a slash before, none behind. None for one that none can be kept for."""
    bare = path.strip("/")
    segments = bare.split("/")
    odd = any(part in {"", ".", ".."} for part in segments) or "\\" in bare or not bare.isprintable()
    if odd or segments[0] in NO_PAGES or len(segments) > MOST_SEGMENTS or len(bare) >= PATH_LENGTH:
        return None
    return f"/{bare}"


def path_of(typed: str) -> str:
    """The path of an address as somebody typed or copied it, with or without its site."""
    typed = typed.strip()
    return unquote(urlsplit(typed).path if "://" in typed else typed.partition("#")[0].partition("?")[0])
