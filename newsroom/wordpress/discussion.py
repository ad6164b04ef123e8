"""Comments of the old site with their threads. Addresses, e-mails and other traces of readers are not taken over."""

from django.core.exceptions import ValidationError

from articles.models import Story
from comments.actions.post import post_comment
from comments.models import NAME_COLUMN, Comment, State
from newsroom.text.typed import visible
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.comment_text import comment_text
from newsroom.wordpress.dates import moment_of
from newsroom.wordpress.models import Kind
from newsroom.wordpress.records import Comment as OldComment
from newsroom.wordpress.records import Item
from newsroom.wordpress.texts import named
from newsroom.wordpress.wording import cut, name_of

ROW, ECHOES = "comments", "pingbacks and trackbacks"
ECHO_KINDS = frozenset({"pingback", "trackback"})
STATES = {"1": State.VISIBLE, "0": State.HELD, "approved": State.VISIBLE, "hold": State.HELD}


def bring_comments(archive: Archive, item: Item, story: Story) -> None:
    """Every comment of an item that is not here yet, answers after what they answer."""
    by_id = _by_id(archive, item)
    here = archive.known_comments(list(by_id))
    for old in _parents_first(by_id):
        if old.kind in ECHO_KINDS:
            archive.ledger.left_quietly(ECHOES)
        elif old.old_id in here:
            archive.ledger.here(ROW)
        else:
            _bring(archive, old, story, here)


def leave_comments(archive: Archive, item: Item, why: str) -> None:
    """Account for the comments of an item that can have none here."""
    for old in item.comments:
        if old.kind in ECHO_KINDS:
            archive.ledger.left_quietly(ECHOES)
        else:
            archive.ledger.left(ROW, f"{_named(old)} on {named(item)}", why)


def _bring(archive: Archive, old: OldComment, story: Story, here: dict[str, int]) -> None:
    what, text = _named(old), comment_text(old.content)
    state = STATES.get(old.approved)
    if state is None or not visible(text):
        why = "it says nothing" if state else f"it was “{old.approved}” in WordPress"
        archive.ledger.left(ROW, what, why)
        return
    parent = Comment.objects.filter(pk=here.get(old.parent, 0)).first() if old.parent not in {"", "0"} else None
    if parent is None and old.parent not in {"", "0"}:
        archive.ledger.changed(what, f"what it answers (comment {old.parent}) is not here; it begins a thread")
    try:
        comment = post_comment(
            story=story,
            name=name_of(old.author, longest=NAME_COLUMN),
            text=text,
            parent=parent,
            posted_at=moment_of(old),
            state=state,
        )
    except ValidationError as refusal:
        archive.ledger.left(ROW, what, " ".join(refusal.messages))
        return
    archive.remember(Kind.COMMENT, old.old_id, comment.pk)
    here[old.old_id] = comment.pk
    archive.ledger.imported(ROW)


def _named(old: OldComment) -> str:
    return f"comment {old.old_id} by {cut(name_of(old.author, longest=NAME_COLUMN), 40)}"


def _by_id(archive: Archive, item: Item) -> dict[str, OldComment]:
    """The comments in the order of the file, each once."""
    found: dict[str, OldComment] = {}
    for comment in item.comments:
        if comment.old_id in found:
            archive.ledger.left(ROW, _named(comment), "a comment before it has the same number")
        else:
            found[comment.old_id] = comment
    return found


def _parents_first(by_id: dict[str, OldComment]) -> list[OldComment]:
    """In the order of the file, but never an answer before what it answers; circles are cut."""
    ordered: dict[str, OldComment] = {}
    for comment in by_id.values():
        chain: dict[str, OldComment] = {}
        step: OldComment | None = comment
        while step and step.old_id not in chain and step.old_id not in ordered:
            chain[step.old_id] = step
            step = by_id.get(step.parent)
        ordered |= dict(reversed(chain.items()))
    return list(ordered.values())
