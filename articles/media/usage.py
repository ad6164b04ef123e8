"""Where a picture is used. Whoever points at pictures registers how to find its places; media itself knows of none."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Count, ManyToOneRel

from articles.media.models import Image


class Use(NamedTuple):
    """One place that shows a picture: what an editor calls it, and its admin page (or nothing)."""

    label: str
    url: str = ""


type Somebody = AbstractUser | AnonymousUser
Finder = Callable[[Image, Somebody], Iterable[tuple[str, str]]]

_finders: list[Finder] = []


def finds_uses(finder: Finder) -> Finder:
    """Register a function that gives (label, admin address) for each place where an image is used, in the words in
    which the person who asks may be told of it. Also a decorator.
    """
    if finder not in _finders:
        _finders.append(finder)
    return finder


def uses_of(image: Image, user: Somebody) -> list[Use]:
    """Every known place where the picture is used, each once, in the order of registration, as `user` may know it."""
    found = (Use(*use) for finder in _finders for use in finder(image, user))
    return list(dict.fromkeys(found))


def count_references(images: Iterable[Image]) -> Counter[int]:
    """How many rows of any table point at each of the pictures, by primary key; a query for each table that does."""
    keys = [image.pk for image in images]
    counted: Counter[int] = Counter()
    # Hidden ones too: what points at a picture has no name for the way back.
    for relation in Image._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel):
            continue
        name = relation.field.name
        rows = relation.related_model._base_manager.filter(**{f"{name}__in": keys}).order_by()
        counted.update(dict(rows.values_list(name).annotate(Count("pk"))))
    return counted
