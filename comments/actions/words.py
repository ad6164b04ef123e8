"""Changing the lists of words, and seeing first what they would have caught."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from comments.models import Comment, Decision, State, WordLists
from comments.wordlist import listed
from newsroom import clock
from newsroom.audit.recording import record

BACK: Final = timedelta(days=30)
READ: Final = 20_000
SHOWN: Final = 50


@dataclass
class Catch:
    """What lists would catch among `read` comments: how many, how many of them moderators approved, and the newest."""

    read: int = 0
    number: int = 0
    approved: int = 0
    shown: list[Comment] = field(default_factory=list)


@transaction.atomic
def set_words(*, banned: str, suspect: str, by: AbstractUser | None = None) -> WordLists:
    """Let comments from now on be looked at with these lists. The log says that, and not the words."""
    lists = WordLists(banned=banned, suspect=suspect)
    lists.full_clean(validate_unique=False, validate_constraints=False)
    lists.save()
    record(verb="changed", obj=lists, by=by)
    return lists


def catch_of(*, banned: str, suspect: str) -> Catch:
    """Among the comments of the last thirty days, the newest 20,000 at most. Changes nothing."""
    lists, caught, ids = (listed(banned), listed(suspect)), Catch(), []
    recent = (
        Comment.objects.filter(posted_at__gt=clock.now() - BACK)
        .newest_first()
        .values_list("pk", "text", "story__language")[:READ]
    )
    for pk, text, language in recent.iterator(chunk_size=1000):
        caught.read += 1
        if any(words.finds(text, language) for words in lists):
            ids.append(pk)
    caught.number, caught.approved = len(ids), _approved(ids)
    caught.shown = list(Comment.objects.filter(pk__in=ids[:SHOWN]).select_related("story").newest_first())
    return caught


def _approved(ids: list[int]) -> int:
    number = 0
    for first in range(0, len(ids), 500):
        some = Decision.objects.filter(comment__in=ids[first : first + 500], became=State.VISIBLE, undone_at=None)
        number += some.values("comment").distinct().count()
    return number
