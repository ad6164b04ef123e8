"""Who may do what to which story: the one place that says so, for admin and whatever comes beside it."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Q

from articles.models import State, Story
from articles.models.states import public_at
from articles.moves import MOVES, UNSCHEDULE, Move, Who
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
    # Not `Q()`: joined with another condition by “or”, that would vanish instead of allowing everything.
    return ~Q(pk__in=()) if may_see_all(user) else Q(created_by=user.pk) | public_at(clock.now())


def may_change(user: Somebody, story: Story) -> bool:
    """Editors change every story, authors their own, contributors their own drafts. What was killed rests."""
    if story.state == State.KILLED:
        return False
    if may_see_all(user):
        return True
    own = story.created_by_id == user.pk
    return own and (story.state == State.DRAFT or _has(user, "articles.publish_story"))


def may_publish(user: Somebody, story: Story | None) -> bool:
    """Publish, schedule or withdraw: editors every story, authors their own. None stands for one not yet saved."""
    return _has(user, "articles.publish_story") and (story is None or story.pk is None or may_change(user, story))


def may_hide(user: Somebody, story: Story) -> bool:
    """Hide a version from readers: whoever sees every story and may publish this one."""
    return may_see_all(user) and may_publish(user, story)


def may_make(user: Somebody, move: Move, story: Story) -> bool:
    """Whether somebody may ever make this move with this story, whatever its state."""
    if not _has(user, "articles.change_story"):
        return False
    if may_see_all(user):
        return move.who != Who.PUBLISHER or _has(user, "articles.publish_story")
    if story.created_by_id != user.pk:
        return False
    return move.who == Who.WRITER or (move.who == Who.PUBLISHER and _has(user, "articles.publish_story"))


def may_ever_make(user: Somebody, move: Move) -> bool:
    """Whether there can be a story with which somebody may make this move."""
    return may_make(user, move, Story(created_by_id=user.pk))


def moves_open_to(user: Somebody, story: Story) -> list[Move]:
    """The moves that somebody can make with a story as it stands now."""
    return [move for move in MOVES.values() if can_start(move, story) and may_make(user, move, story)]


def can_start(move: Move, story: Story) -> bool:
    """Whether a story stands where the move begins. Only what has not appeared yet can be unscheduled."""
    if story.state not in move.starts:
        return False
    return move != UNSCHEDULE or (story.published_at is not None and story.published_at > clock.now())


def _has(user: Somebody, permission: str) -> bool:
    return user.is_active and user.has_perm(permission)
