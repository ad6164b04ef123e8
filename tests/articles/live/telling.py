"""Stories told live."""

from articles.live.actions import post_entry
from articles.models import Kind
from tests.factories.stories import make_story


def make_live(**given):
    return make_story(**{"kind": Kind.LIVE, "headline": "The storm"} | given)


def tell(story, *texts, **more):
    """An entry for each text, told in this order."""
    return [post_entry(story=story, body=f"<p>{text}</p>", **more) for text in texts]


def at(story, *rest):
    return f"{story.get_absolute_url()}live/" + "".join(f"{part}/" for part in rest)
