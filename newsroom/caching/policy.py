"""Which views' pages may be kept, and for how long a page is good."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from newsroom.caching.board import NANOSECONDS

# Beside what the page is about, something may be this old before one request renders the page anew,
MENTION_STANDS: Final = 30 * NANOSECONDS
# and nothing is ever served that was purged longer ago than this.
OLDEST: Final = 60 * NANOSECONDS
# A page that nothing changes is made anew once a day, for whatever nobody thought of.
LONGEST: Final = 86_400 * NANOSECONDS
# When all pages end at once, at midnight, they are made anew within this time, each at a moment of its own.
SPREAD: Final = 30 * NANOSECONDS


@dataclass(frozen=True, slots=True)
class Kept:
    """A view's pages may be kept. A `front` follows every change of anything on it at once."""

    front: bool = False


def kept[View: Callable[..., object]](view: View) -> View:
    """For a view whose page depends on its address alone: not on the query, a cookie or any other header.

    Query parameters are ignored, so that no stranger can fill the shelf with them.
    """
    view.kept = Kept()  # type: ignore[attr-defined]  # functions take attributes
    return view


def kept_front[View: Callable[..., object]](view: View) -> View:
    """The same for a page that editors expect to change at once."""
    view.kept = Kept(front=True)  # type: ignore[attr-defined]  # functions take attributes
    return view


def policy_of(view: Callable[..., object]) -> Kept | None:
    return getattr(view, "kept", None)
