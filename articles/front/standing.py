"""What stands on a front now: what was launched last, or the draft that somebody at the desk looks at."""

from functools import partial

from django.http import HttpRequest

from articles.context import navigation, tree_of
from articles.front import defaults
from articles.front.bands import Band, bands
from articles.front.composing import Filled, compose
from articles.front.content import Content
from articles.front.models import Launch, front_key
from articles.models import Category
from newsroom.caching.memo import remembered

# Where a preview of the desk carries the draft: no request of a reader has it.
DRAFT = "front_draft"


def content_of(request: HttpRequest, category: Category | None) -> Content | None:
    """What editors arranged; None where they never did, or went back to the rule. Remembered from page to page."""
    drafted: Content | None = getattr(request, DRAFT, None)
    if drafted is not None:
        return drafted
    place = category.pk if category else None
    content = remembered(front_key(place), partial(_launched, place), within=request)
    return content if content and content.slots else None


def _launched(category: int | None) -> Content | None:
    launch = Launch.objects.standing(category)
    return launch.read if launch else None


def filled_home(request: HttpRequest) -> list[Filled]:
    content = content_of(request, None)
    return compose(content) if content else defaults.composed(navigation(request))


def laid_out(request: HttpRequest, filled: list[Filled]) -> list[Band]:
    return bands(filled, {category.pk: category for category in tree_of(request)})
