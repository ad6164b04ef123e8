"""Learning from decisions: the words of each comment count once, as what was last decided about it."""

from collections import Counter
from collections.abc import Iterable
from itertools import batched
from typing import Final

from django.db import transaction

from comments.learning import token_keys
from comments.models import Comment, Decision, Learnt, LearntWord, State
from comments.models.learnt import TOTALS

TAUGHT: Final = {State.VISIBLE: Learnt.KEPT, State.REJECTED: Learnt.REMOVED, State.SPAM: Learnt.REMOVED}
AT_ONCE: Final = 200
WORDS_AT_ONCE: Final = 500

type Counts = dict[Learnt, Counter[str]]


def learn(*, comments: Iterable[Comment]) -> None:
    """Count the words of each as the last decision that stands says; not at all where none does. Call it as often as
    you like.
    """
    _learn([comment.pk for comment in comments], forget=False)


def unlearn(*, comments: Iterable[Comment]) -> None:
    """Count them no longer. To be called before their words change."""
    _learn([comment.pk for comment in comments], forget=True)


def learn_anew() -> int:
    """Forget every word, and learn from all decisions that stand. Returns from how many comments.

    In steps that each leave the counts right: whoever decides meanwhile waits for one, and when it is broken off the
    next begins again.
    """
    with transaction.atomic():
        LearntWord.objects.totals()
        LearntWord.objects.exclude(word=TOTALS).delete()
        LearntWord.objects.filter(word=TOTALS).update(kept=0, removed=0)
        Comment.objects.exclude(learnt="").note_learnt("")
    decided = Decision.objects.filter(undone_at=None, comment__isnull=False).order_by("comment")
    for some in batched(decided.values_list("comment", flat=True).distinct(), AT_ONCE):
        _learn(list(some), forget=False)
    totals = LearntWord.objects.get(word=TOTALS)
    return totals.kept + totals.removed


@transaction.atomic
def _learn(ids: list[int], *, forget: bool) -> None:
    totals = LearntWord.objects.totals()
    # As they are under the lock: what was handed in may have been learnt meanwhile.
    current = Comment.objects.filter(pk__in=ids).only("name", "text", "learnt", "edited_at")
    taught = {} if forget else _taught(ids)
    counts: Counts = {kind: Counter() for kind in Learnt}
    changed: dict[str, list[int]] = {}
    for comment in current:
        becomes = taught.get(comment.pk, "")
        if comment.learnt != becomes:
            keys = [TOTALS, *token_keys(name=comment.name, text=comment.text)]
            for kind, step in ((comment.learnt, -1), (becomes, 1)):
                if kind:
                    counts[Learnt(kind)].update(dict.fromkeys(keys, step))
            changed.setdefault(becomes, []).append(comment.pk)
    _add(counts, totals)
    for becomes, some in changed.items():
        Comment.objects.filter(pk__in=some).note_learnt(becomes)


def _taught(ids: list[int]) -> dict[int, str]:
    """What the last decision about each teaches; nothing, where its writer changed or took back the words since."""
    standing = Decision.objects.filter(comment__in=ids, undone_at=None).exclude(comment__state=State.DELETED)
    told = standing.order_by("at", "pk").values_list("comment", "became", "at", "comment__edited_at")
    return {pk: TAUGHT.get(State(became), "") for pk, became, at, edited in told if not (edited and edited > at)}


def _add(counts: Counts, totals: LearntWord) -> None:
    """Under the lock of the totals nobody else writes here, so sums may be made in Python and written over the old."""
    words = sorted({word for counter in counts.values() for word, number in counter.items() if number})
    for some in batched(words, WORDS_AT_ONCE):
        known = {row.word: row for row in LearntWord.objects.filter(word__in=some)} | {TOTALS: totals}
        rows = [known.get(word) or LearntWord(word=word) for word in some]
        for row in rows:
            row.kept = max(0, row.kept + counts[Learnt.KEPT][row.word])
            row.removed = max(0, row.removed + counts[Learnt.REMOVED][row.word])
        LearntWord.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["word"], update_fields=["kept", "removed"]
        )
