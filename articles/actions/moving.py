"""Moving a story through the newsroom: what every move has in common, and those that only the desk notices."""

from functools import partial

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from articles.actions.filing import file_story
from articles.actions.revisions import never_read
from articles.announcements import story_revised
from articles.models import SiteSettings, State, Story
from articles.moves import APPROVE, KILL, RETURN, REVIVE, SUBMIT, TAKE_BACK, UNSCHEDULE, Move, Words
from articles.permissions import can_start, may_make
from newsroom import clock
from newsroom.audit.recording import record

LONGEST_WORDS = 1_000
CALLED = {state.value: "a draft" if state == State.DRAFT else state.label.lower() for state in State}
MISSING = {
    Words.NOTE: "Say to the writer what is missing.",
    Words.REASON: "Say why; the desk keeps the reason.",
    Words.PUBLIC_REASON: "Say why the story is withdrawn; readers will see it.",
}


def begin(move: Move, *, story: Story, by: AbstractUser | None, words: str = "") -> Story:
    """Take the story's row for the rest of the transaction, and answer it as it stands there now.

    Raises PermissionDenied when `by` may not make the move (nobody, for a command, may make all), and ValidationError
    when the story does not stand where it begins, or nothing is said where it needs words.
    """
    current: Story = Story.objects.select_for_update().get(pk=story.pk)
    if by is not None and not may_make(by, move, current):
        raise PermissionDenied(f"You may not make this move: {move.label.lower()}.")
    if not can_start(move, current):
        raise ValidationError(
            f"Nothing was done: the story is {_now(current)} now. “{move.label}” is for one that is {_in_words(move)}.",
            code="elsewhere",
        )
    if move.asks and not words.strip():
        raise ValidationError(MISSING[move.words], code="no_words")
    if len(words.strip()) > LONGEST_WORDS:
        raise ValidationError(f"Use up to {LONGEST_WORDS:,} letters; these are {len(words.strip()):,}.", code="long")
    return current


def is_known(story: Story) -> bool:
    """Whether readers may know the story's address: it has appeared there, if only before it was withdrawn and
    scheduled again.
    """
    if story.published_on is None or story.published_at is None:
        return False
    zone = SiteSettings.objects.current().zone
    return story.published_at <= clock.now() or story.published_on != story.published_at.astimezone(zone).date()


def submit(*, story: Story, by: AbstractUser | None = None) -> None:
    """Hand a draft to those who review; a contributor cannot change it until it comes back."""
    _move(SUBMIT, story, by)


def take_back(*, story: Story, by: AbstractUser | None = None) -> None:
    """Make a draft again of what was submitted and not looked at."""
    _move(TAKE_BACK, story, by)


def return_to_writer(*, story: Story, note: str, by: AbstractUser | None = None) -> None:
    """Make a draft again of it, with a note that its writer finds on the form."""
    _move(RETURN, story, by, note)


def approve(*, story: Story, by: AbstractUser | None = None) -> None:
    """Say that it may be published."""
    _move(APPROVE, story, by)


def kill(*, story: Story, reason: str, by: AbstractUser | None = None) -> None:
    """Decide that it will not run. It stays at the desk, unchanged, with the reason."""
    _move(KILL, story, by, reason)


def revive(*, story: Story, by: AbstractUser | None = None) -> None:
    """Make a draft again of what was killed."""
    _move(REVIVE, story, by)


@transaction.atomic
def unschedule(*, story: Story, by: AbstractUser | None = None) -> None:
    """Take a story that has not appeared yet off the calendar. Its time stays on the form; an address that no reader
    knows is given back.
    """
    current = begin(UNSCHEDULE, story=story, by=by)
    story.state = UNSCHEDULE.ends
    if not is_known(current):
        story.published_on = None
    story.save(update_fields=["state", "published_on", "body_text", "changed_at"])
    never_read(story=story)
    record(verb=UNSCHEDULE.done, obj=story, by=by)
    file_story(story=story)
    transaction.on_commit(partial(story_revised.send, sender=Story, story=story))


@transaction.atomic
def _move(move: Move, story: Story, by: AbstractUser | None, words: str = "") -> None:
    begin(move, story=story, by=by, words=words)
    story.state = move.ends
    story.returned_because = words.strip() if move == RETURN else ""
    story.save(update_fields=["state", "returned_because", "changed_at"])
    record(verb=move.done, obj=story, by=by, reason=words)


def _now(story: Story) -> str:
    to_come = story.state == State.PUBLISHED and story.published_at and story.published_at > clock.now()
    return "scheduled" if to_come else CALLED[story.state]


def _in_words(move: Move) -> str:
    if move == UNSCHEDULE:
        return "scheduled"
    return " or ".join(CALLED[state] for state in State if state in move.starts)
