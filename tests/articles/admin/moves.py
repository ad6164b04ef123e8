"""Who may make which move, in words of the tests' own, and stories that stand where each begins."""

from datetime import timedelta

from django.urls import reverse

from articles.actions import moving
from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import Story
from newsroom import clock
from tests.factories.stories import make_draft

LIST = "/admin/articles/story/"
STATES = ("draft", "in_review", "approved", "scheduled", "published", "withdrawn", "killed")
# From where each move goes to where.
WAYS = {
    "submit": ({"draft"}, "in_review"),
    "take_back": ({"in_review"}, "draft"),
    "return": ({"in_review", "approved"}, "draft"),
    "approve": ({"in_review"}, "approved"),
    "publish": ({"draft", "in_review", "approved", "withdrawn"}, "published"),
    "unschedule": ({"scheduled"}, "approved"),
    "withdraw": ({"scheduled", "published"}, "withdrawn"),
    "kill": ({"draft", "in_review", "approved"}, "killed"),
    "revive": ({"killed"}, "draft"),
}
EVERY = set(WAYS)
MAY = {
    # role: (with a story of their own, with another's)
    "contributor": ({"submit", "take_back"}, set()),
    "author": ({"submit", "take_back", "publish", "unschedule", "withdraw", "kill", "revive"}, set()),
    "editor": (EVERY, EVERY),
    "moderator": (set(), set()),
    "administrator": (EVERY, EVERY),
}
REASON = "Two sources are missing."


def make_standing(state, **given):
    """A story that stands so, by the moves that lead there."""
    story = make_draft(**given)
    if state in {"in_review", "approved"}:
        moving.submit(story=story)
    if state == "approved":
        moving.approve(story=story)
    if state in {"published", "withdrawn"}:
        publish(story=story, at=clock.now() - timedelta(hours=1))
    if state == "scheduled":
        publish(story=story, at=clock.now() + timedelta(days=1))
    if state == "withdrawn":
        withdraw(story=story, reason="Wrong.")
    if state == "killed":
        moving.kill(story=story, reason="No longer news.")
    return story


def door(story, move):
    return reverse("admin:articles_story_make", args=(story.pk, move))


def state_of(story):
    return Story.objects.get(pk=story.pk).state
