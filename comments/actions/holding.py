"""Asking the layers about a comment: what they need of the archive, and what follows from what they find."""

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings

from articles.models import Story
from comments.layers import Candidate, findings, text_key
from comments.models import Comment, Layer, State
from newsroom import clock

# So many of the newest comments of the whole paper are compared with: whoever floods it is among them.
NEWEST = 30


class Signs(NamedTuple):
    """What came with the words: the field that readers do not see, and the seconds that a script saw them typing."""

    trap: str = ""
    took: float | None = None


NO_SIGNS = Signs()


def layers_met(*, story: Story, text: str, own: str = "", signs: Signs, besides: int | None = None) -> list[Layer]:
    """The layers that hold such a text on the story. `besides` is the comment itself, where it is there already.

    `own` is the text without what it quotes, where it quotes something: nobody answers for another's words.
    """
    key, since = text_key(text), clock.now() - timedelta(hours=settings.COMMENT_SAME_HOURS)
    others = Comment.objects.exclude(pk=besides) if besides else Comment.objects.all()
    is_repeated = bool(key) and others.filter(text_key=key, posted_at__gt=since).exists()
    newest = tuple(others.newest_first().values_list("text", flat=True)[:NEWEST]) if key else ()
    return findings(Candidate(own or text, story.language, signs.trap, signs.took, is_repeated, newest))


def state_of(layers: list[Layer]) -> State:
    return State.HELD if layers else State.VISIBLE
