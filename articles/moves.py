"""The moves of a story from state to state, and who may make each: the one table, asked by actions, desk and tests."""

from enum import Enum
from typing import Final, NamedTuple

from articles.models.states import State


class Who(Enum):
    WRITER = "whoever wrote it, and editors"
    PUBLISHER = "whoever wrote it, if they may publish, and editors"
    EDITOR = "editors"


class Words(Enum):
    """What has to be said with a move."""

    NONE = ""
    NOTE = "a note to the writer"
    REASON = "the reason, for the desk"
    PUBLIC_REASON = "the reason, which readers see"


class Move(NamedTuple):
    name: str
    label: str
    starts: frozenset[State]
    ends: State
    who: Who
    # Past tense, for the log and for what the editor is told.
    done: str
    words: Words = Words.NONE

    @property
    def asks(self) -> bool:
        return self.words != Words.NONE


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


UNPUBLISHED: Final = _from(State.DRAFT, State.IN_REVIEW, State.APPROVED)

SUBMIT: Final = Move("submit", "Submit for review", _from(State.DRAFT), State.IN_REVIEW, Who.WRITER, "submitted")
TAKE_BACK: Final = Move("take_back", "Take back", _from(State.IN_REVIEW), State.DRAFT, Who.WRITER, "took back")
RETURN: Final = Move(
    "return",
    "Return with a note",
    _from(State.IN_REVIEW, State.APPROVED),
    State.DRAFT,
    Who.EDITOR,
    "returned",
    Words.NOTE,
)
APPROVE: Final = Move("approve", "Approve", _from(State.IN_REVIEW), State.APPROVED, Who.EDITOR, "approved")
PUBLISH: Final = Move(
    "publish", "Publish", UNPUBLISHED | {State.WITHDRAWN}, State.PUBLISHED, Who.PUBLISHER, "published"
)
RESCHEDULE: Final = Move(
    "reschedule", "Change its time", _from(State.PUBLISHED), State.PUBLISHED, Who.PUBLISHER, "rescheduled"
)
UNSCHEDULE: Final = Move(
    "unschedule", "Unschedule", _from(State.PUBLISHED), State.APPROVED, Who.PUBLISHER, "unscheduled"
)
WITHDRAW: Final = Move(
    "withdraw",
    "Withdraw",
    _from(State.PUBLISHED),
    State.WITHDRAWN,
    Who.PUBLISHER,
    "withdrew",
    Words.PUBLIC_REASON,
)
KILL: Final = Move("kill", "Kill", UNPUBLISHED, State.KILLED, Who.PUBLISHER, "killed", Words.REASON)
REVIVE: Final = Move("revive", "Bring back as a draft", _from(State.KILLED), State.DRAFT, Who.PUBLISHER, "revived")

# In the order in which a story meets them.
MOVES: Final = {
    move.name: move
    for move in (SUBMIT, TAKE_BACK, RETURN, APPROVE, PUBLISH, RESCHEDULE, UNSCHEDULE, WITHDRAW, KILL, REVIVE)
}
