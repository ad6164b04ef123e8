"""Comments, valid with no arguments."""

from itertools import count

from comments.actions.post import post_comment
from comments.models import Comment, State
from tests.factories.stories import make_story

_number = count(1)


def make_comment(**given) -> Comment:
    """A visible comment, on a story of its own unless one is given."""
    n = next(_number)
    if "story" not in given:
        given["story"] = given["parent"].story if given.get("parent") else make_story()
    return post_comment(**{"name": f"Reader {n}", "text": f"I think {n}.", "state": State.VISIBLE} | given)
