"""Who may do what to which story: the one place that says so, for admin and whatever comes beside it."""

from django.contrib.auth.models import AbstractUser, AnonymousUser

from articles.models import State, Story

type Somebody = AbstractUser | AnonymousUser


def may_see_all(user: Somebody) -> bool:
    """Editors see every story at the desk; others see their own."""
    return _has(user, "articles.edit_any_story")


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
