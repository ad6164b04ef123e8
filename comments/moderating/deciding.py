"""What the buttons of the moderators' screen do."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.admin.typed import whole_number
from articles.models import Story
from comments.actions import moderate
from comments.actions.answer import answer
from comments.actions.ban import ban_origin_of
from comments.actions.freeze import freeze, thaw
from comments.actions.moderate import Act
from comments.actions.pick import pick, unpick
from comments.models import Comment, Reason, State
from comments.moderating.bans import while_known

AT_ONCE: Final = 200

NOT_UNDERSTOOD: Final = "Nothing was done: use the buttons of this page."
NOBODY_CHOSEN: Final = "Nothing was done: mark the comments first that it is about."
TAKEN_BACK: Final = "This was taken back already, or somebody has decided otherwise since."
FASTER: Final = "Somebody else was faster with {}: left as they are."

VERBS: Final[dict[str, tuple[Callable[..., int], str]]] = {
    "approve": (moderate.approve, "approved"),
    "hold": (moderate.hold, "held for later"),
    "reject": (moderate.reject, "rejected"),
    "spam": (moderate.mark_spam, "marked as spam"),
}


class Done(NamedTuple):
    """What was done, told, and the number by which it can be taken back."""

    told: str
    together: UUID | None = None


def decide(posted: QueryDict, by: Any) -> Done:
    """Do what was pressed: `approve:12`, `reject:abuse:12`, `undo:…`, `pick:12`, `answer:12`, `freeze:5` (a story), or
    a verb alone for all that are marked.

    `seen:12` says in which state the page showed a comment. Raises ValidationError when there is nothing to do.
    """
    verb, *said = posted.get("do", "").split(":")
    if verb in OTHERS:
        return OTHERS[verb](posted, said, by)
    if verb not in VERBS:
        raise ValidationError(NOT_UNDERSTOOD)
    reason = _reason(verb, said, posted)
    numbers = [said[-1]] if said and said[-1].isdecimal() else posted.getlist("comment")
    ids = [int(number) for number in numbers if number.isdecimal() and len(number) < 19][:AT_ONCE]
    if not ids:
        raise ValidationError(NOBODY_CHOSEN)
    return _decided(verb, reason, ids, {pk: posted.get(f"seen:{pk}", "") for pk in ids}, by)


def _reason(verb: str, said: list[str], posted: QueryDict) -> dict[str, Reason]:
    if verb != "reject":
        return {}
    code = next((part for part in [*said, posted.get("reason", "")] if part in Reason.values), Reason.OTHER)
    return {"reason": Reason(code)}


def _decided(verb: str, reason: dict[str, Reason], ids: list[int], seen: dict[int, str], by: Any) -> Done:
    move, done = VERBS[verb]
    together, moved, by_state = uuid4(), 0, dict[str, list[Comment]]()
    for comment in Comment.objects.filter(pk__in=ids):
        by_state.setdefault(seen[comment.pk], []).append(comment)
    for state, comments in by_state.items():
        act = Act(by=by, together=together, seen=State(state) if state in State.values else None)
        moved += move(comments=comments, act=act, **reason)
    told = [f"{_number(moved)} {done}."] if moved else []
    if left := len(ids) - moved:
        told.append(FASTER.format(_number(left)))
    return Done(" ".join(told), together if moved else None)


def _undone(_: QueryDict, said: list[str], by: Any) -> Done:
    try:
        together = UUID(said[0] if said else "")
    except ValueError:
        raise ValidationError(NOT_UNDERSTOOD) from None
    back = moderate.undo(act=Act(by=by, together=together))
    return Done(f"{_number(back)} taken back." if back else TAKEN_BACK)


def _marked(verb: Callable[..., int], told: str) -> Callable[..., Done]:
    def mark(_: QueryDict, said: list[str], by: Any) -> Done:
        verb(comments=[_named(Comment, said)], by=by)
        return Done(told)

    return mark


def _turned(verb: Callable[..., bool], told: str) -> Callable[..., Done]:
    def turn(_: QueryDict, said: list[str], by: Any) -> Done:
        verb(story=_named(Story, said), by=by)
        return Done(told)

    return turn


def _answered(posted: QueryDict, said: list[str], by: Any) -> Done:
    comment = _named(Comment, said)
    answer(comment=comment, text=posted.get(f"answer:{comment.pk}", ""), by=by)
    return Done("Your answer stands below the comment.")


def _banned(_: QueryDict, said: list[str], by: Any) -> Done:
    comment = _named(Comment, said)
    if not comment.address_key:
        raise ValidationError("Where this comment came from is forgotten.")
    ban_origin_of(comment=comment, until=while_known(), by=by)
    return Done("What comes from this connection is rejected from now on, until “Bans” says otherwise.")


def _named[Row: Comment | Story](model: type[Row], said: list[str]) -> Row:
    rows: Any = model._default_manager
    row: Row | None = rows.filter(pk=whole_number(said[0] if said else "", 0)).first()
    if row is None:
        raise ValidationError(NOT_UNDERSTOOD)
    return row


OTHERS: Final[dict[str, Callable[[QueryDict, list[str], Any], Done]]] = {
    "undo": _undone,
    "pick": _marked(pick, "Marked as an editor’s pick."),
    "unpick": _marked(unpick, "No longer an editor’s pick."),
    "freeze": _turned(freeze, "The comments of this story are paused."),
    "thaw": _turned(thaw, "The story takes comments again."),
    "answer": _answered,
    "ban": _banned,
}


def _number(count: int) -> str:
    return "1 comment" if count == 1 else f"{count} comments"
