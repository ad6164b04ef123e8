"""A moderator in a process of its own: decides about labelled comments, or tells what became of those that were posted.

Runs in the paper's own environment (bench/paper.py): `python -m bench.moderator teach`, `fill` or `tell`.
"""

import json
import sys
from collections import defaultdict
from datetime import timedelta
from itertools import islice

import django

django.setup()

# Django must be set up before any model is imported.
from django.contrib.auth.models import User  # noqa: E402

from articles.models import Story  # noqa: E402
from bench.labels import labelled  # noqa: E402
from comments.actions.moderate import Act, approve, mark_spam  # noqa: E402
from comments.actions.post import post_comment  # noqa: E402
from comments.models import Comment, State  # noqa: E402
from newsroom import clock  # noqa: E402

HIDDEN = (State.HELD, State.REJECTED, State.SPAM, State.SPAM)


def teach() -> dict[str, int]:
    """Post the half that may be learnt, each held, and decide about each as its label says."""
    user, _ = User.objects.get_or_create(username="bench-moderator", is_staff=True, is_superuser=True)
    stories = list(Story.objects.lines()[:100])
    for n, one in enumerate(labelled("learn")):
        address = f"198.18.{n % 250}.{n // 250 + 1}"
        # Held, since only what moves is a decision.
        held = {"state": State.HELD, "address": address}
        comment = post_comment(story=stories[n % 100], name=one.name, text=one.text, **held)
        (approve if one.honest else mark_spam)(comments=[comment], act=Act(by=user))
    return {"last": Comment.objects.order_by("-pk").values_list("pk", flat=True)[0]}


def fill(last: int) -> dict[str, int]:
    """What moderators have before them beside what readers see: for eight seen one that waits or was taken down."""
    stories, now = list(Story.objects.order_by("pk").values_list("pk", flat=True)[:5_000]), clock.now()
    rows = (
        Comment(
            story_id=stories[n % len(stories)],
            name=f"Reader {n}",
            text=f"Words that nobody sees, the {n}th of them.",
            state=HIDDEN[n % len(HIDDEN)],
            posted_at=now - timedelta(seconds=30 * n),
            address_key=f"{n % 4_000:032}",
            layers="links",
        )
        for n in range(last // 8)
    )
    while some := list(islice(rows, 5_000)):
        Comment.objects.bulk_create(some)
    return {"last": Comment.objects.order_by("-pk").values_list("pk", flat=True)[0]}


def tell(last: int) -> dict[str, list[str]]:
    """The states of all comments after that one, by the name that each carries."""
    states = defaultdict(list)
    for name, state in Comment.objects.filter(pk__gt=last).values_list("name", "state"):
        states[name].append(state)
    return states


if __name__ == "__main__":
    verb, last = sys.argv[1], Comment.objects.order_by("-pk").values_list("pk", flat=True)[0]
    answers = {"teach": teach, "fill": lambda: fill(last), "tell": lambda: tell(int(sys.argv[2]))}
    json.dump(answers[verb](), sys.stdout)
