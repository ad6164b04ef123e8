"""Who may do what to which story: the one place that says so, for admin and whatever comes beside it."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Q

from articles.models import State, Story
from articles.models.states import public_at
from newsroom import clock

type Somebody = AbstractUser | AnonymousUser


def may_see_all(user: Somebody) -> bool:
    """Editors see every story at the desk; others see their own."""
    return _has(user, "articles.edit_any_story")


def may_know(user: Somebody, story: Story) -> bool:
    """Whether somebody may be told that there is such a story: readers are, editors are, and its writer is."""
    return may_see_all(user) or story.created_by_id == user.pk or story.is_public()


def known_to(user: Somebody) -> Q:
    """The rule of `may_know`, as a condition on stories."""
    return Q() if may_see_all(user) else Q(created_by=user.pk) | public_at(clock.now())


def may_change(user: Somebody, story: Story) -> bool:
    """Editors change every story, authors their own, contributors their own drafts."""
    if may_see_all(user):
        return True
    own = story.created_by_id == user.pk
    return own and (story.state == State.DRAFT or _has(user, "articles.publish_story"))


def may_publish(user: Somebody, story: Story | None) -> bool:
    """Publish, schedule or withdraw: editors every story, authors their own. None stands for one not yet saved."""
    return _has(user, "articles.publish_story") and (story is None or story.pk is None or may_change(user, story))


def _has(user: Somebody, permission: str) -> bool:
    return user.is_active and user.has_perm(permission)
