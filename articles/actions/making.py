"""Any move of the table, by its name: for buttons and for many stories at once."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib.auth.models import AbstractUser

from articles.actions import moving
from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import Story
from articles.moves import (
    APPROVE,
    KILL,
    PUBLISH,
    RETURN,
    REVIVE,
    SUBMIT,
    TAKE_BACK,
    UNSCHEDULE,
    WITHDRAW,
    Move,
)

ACTIONS: Final[dict[Move, Callable[..., None]]] = {
    SUBMIT: moving.submit,
    TAKE_BACK: moving.take_back,
    RETURN: moving.return_to_writer,
    APPROVE: moving.approve,
    PUBLISH: publish,
    UNSCHEDULE: moving.unschedule,
    WITHDRAW: withdraw,
    KILL: moving.kill,
    REVIVE: moving.revive,
}
WORDS_ARE: Final = {RETURN: "note", KILL: "reason", WITHDRAW: "reason"}


def make(move: Move, *, story: Story, by: AbstractUser | None = None, words: str = "") -> None:
    """Make the move as its own action does, with its refusals."""
    said: dict[str, Any] = {WORDS_ARE[move]: words} if move in WORDS_ARE else {}
    ACTIONS[move](story=story, by=by, **said)
