"""Asking the layers about a comment: what they need of the archive, and what follows from what they find."""

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings

from articles.models import Story
from comments.layers import Candidate, findings, text_key
from comments.learning import domains, score_of, token_keys
from comments.models import Ban, Comment, Layer, LearntWord, State, WordLists
from comments.models.layer import SHUT_OUT
from comments.models.learnt import TOTALS
from comments.wordlist import listed
from newsroom import clock

# So many of the newest comments of the whole paper are compared with: whoever floods it is among them.
NEWEST = 30
# More different links than these nobody needs, and each costs the database a comparison or two.
LINKS_ASKED = 50


class Signs(NamedTuple):
    """What came with the words: the field that readers do not see, and the seconds that a script saw them typing."""

    trap: str = ""
    took: float | None = None


NO_SIGNS = Signs()


class Met(NamedTuple):
    """What the layers found in a comment, and what its words come to by what was learnt."""

    layers: list[Layer]
    score: int | None = None


NOTHING_MET = Met([])


def layers_met(*, comment: Comment, story: Story, signs: Signs, own: str = "") -> Met:
    """What is found in the comment, as it shall stand on the story. Itself, where it is there already, is no copy.

    `own` is the text without what it quotes, where it quotes something: nobody answers for another's words.
    """
    key, since = text_key(comment.text), clock.now() - timedelta(hours=settings.COMMENT_SAME_HOURS)
    others = Comment.objects.exclude(pk=comment.pk) if comment.pk else Comment.objects.all()
    is_repeated = bool(key) and others.filter(text_key=key, posted_at__gt=since).exists()
    newest = tuple(others.newest_first().values_list("text", flat=True)[:NEWEST]) if key else ()
    score = learnt_score(name=comment.name, text=own or comment.text)
    sites = domains(comment.text)[:LINKS_ASKED]
    is_banned = Ban.objects.meets(origin=comment.address_key, name=comment.name, domains=sites)
    words = WordLists.objects.current()
    candidate = Candidate(
        text=own or comment.text,
        language=story.language,
        trap=signs.trap,
        took=signs.took,
        is_repeated=is_repeated,
        others=newest,
        score=score,
        is_banned=is_banned,
        banned=listed(words.banned),
        suspect=listed(words.suspect),
    )
    return Met(findings(candidate), score)


def learnt_score(*, name: str, text: str) -> int | None:
    """None where the layer is off, or COMMENT_LEARN_LEAST decisions of each kind were not learnt yet."""
    if not settings.COMMENT_SCORE:
        return None
    rows = LearntWord.objects.known_of(token_keys(name=name, text=text)).values_list("word", "kept", "removed")
    taught = {word: (kept, removed) for word, kept, removed in rows}
    kept, removed = taught.pop(TOTALS, (0, 0))
    if min(kept, removed) < settings.COMMENT_LEARN_LEAST:
        return None
    return score_of(taught.values(), kept=kept, removed=removed)


def state_of(layers: list[Layer]) -> State:
    if any(layer in SHUT_OUT for layer in layers):
        return State.REJECTED
    return State.HELD if layers else State.VISIBLE
