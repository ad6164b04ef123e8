"""Why a comment waits for a moderator: the layer that it met, in the words of the desk and in those for its writer."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Layer(models.TextChoices):
    POLICY = "policy", "Every comment of this story is held"
    FIRST = "first", "Their first comment"
    BANNED = "banned", "Banned"
    BANNED_WORD = "bannedword", "A banned word"
    SUSPECT = "suspect", "A suspect word"
    TRAP = "trap", "Filled a field that readers do not see"
    QUICK = "quick", "Written faster than anybody types"
    SAME = "same", "The same words as another comment"
    NEARLY = "nearly", "Almost the words of another comment"
    LINKS = "links", "Links"
    CAPITALS = "capitals", "Written in capitals"
    REPEATED = "repeated", "One character again and again"
    SCRIPT = "script", "Another script than the story's"
    SCORE = "score", "Words like those of comments that were taken down"
    REPORTED = "reported", "Reported by readers"


# What meets one of these is taken down at once, and its writer is told no more than of one that waits.
SHUT_OUT = (Layer.BANNED, Layer.BANNED_WORD)

# What its writer is told on the receipt. Of other layers nothing is said, or they would be of no use.
TOLD: dict[str, Promise] = {
    Layer.POLICY: _("A moderator looks at every comment on this story before it appears."),
    Layer.FIRST: _("It is your first comment here. Once one is approved, the next appear at once."),
    Layer.SAME: _("The same words stand in another comment."),
    Layer.NEARLY: _("Almost the same words stand in another comment."),
    Layer.LINKS: _("It has several links."),
    Layer.CAPITALS: _("It is written in capitals."),
    Layer.REPEATED: _("One character stands in it again and again."),
    Layer.SCRIPT: _("It is written in another script than the story."),
    Layer.REPORTED: _("Readers have reported it."),
}


def joined(layers: list[Layer]) -> str:
    """As a comment keeps them."""
    return ",".join(layers)


def parted(kept: str) -> list[Layer]:
    """Those of today; one that is no longer known is left out."""
    return [Layer(one) for one in kept.split(",") if one in Layer.values]
