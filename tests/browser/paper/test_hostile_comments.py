"""Nothing that somebody wrote into a comment does anything in a reader's browser."""

from comments.models import Comment, State
from tests.browser.watching import sideways
from tests.factories.hostile import WORDS
from tests.factories.stories import make_story

MARKED = "script, style, iframe, object, embed, img, svg, math, form, input, a, base, meta, link, video, audio"


def test_a_page_full_of_hostile_comments_is_a_page_of_text(page, paper):
    story = make_story()
    words = [text.replace("\x00", "") for text in WORDS]
    hostile = [
        Comment(story=story, name=text[:80].replace("\n", " ") or "x", text=text or "x", state=State.VISIBLE)
        for text in words
    ]
    Comment.objects.bulk_create(hostile)
    type(story).objects.filter(pk=story.pk).update(comment_count=len(hostile))
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: said.append(request.url) if "evil" in request.url else None)

    for number in range(1, len(hostile) // 50 + 2):
        beneath = "" if number == 1 else f"comments/page/{number}/"
        page.goto(paper + story.get_absolute_url() + beneath)
        assert page.locator(".comment").count() > 0
        assert page.locator(f".comment-text :is({MARKED}), .comment-name :is({MARKED})").count() == 0
        assert sideways(page) <= 0
    assert said == []
