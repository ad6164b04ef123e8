"""Who answers whom, on a wide screen and on a phone; and what comes while a page is open, with and without scripts."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from articles.models import Story
from comments.models import Comment
from newsroom import clock
from tests.browser.watching import WITH_AND_WITHOUT_SCRIPTS, sideways, violations
from tests.factories.comments import make_comment
from tests.factories.stories import make_story

MINUTE = 61_000


@pytest.fixture(autouse=True)
def patient(settings):
    settings.COMMENT_LEAST_SECONDS, settings.COMMENT_PACE = 0, "off"


@pytest.fixture
def story(paper):
    return make_story(published_at=clock.now() - timedelta(days=3))


@pytest.fixture
def thread(story):
    """Seven comments, each but one answering the one before."""
    said = [make_comment(story=story, name="Ada", text="first")]
    for n in range(2, 7):
        said.append(make_comment(parent=said[-1], name=f"Reader {n}"))
    return [*said, make_comment(parent=said[0], name="Late")]


def starts(page, comments):
    """Where the words of each begin, from the side."""
    return [page.locator(f"#comment-{one.pk} > .comment-text").bounding_box()["x"] for one in comments]


def is_named(page, name):
    return page.get_by_role("link", name=f"answering {name}")


def come(story, number=2):
    return [make_comment(story=Story.objects.get(pk=story.pk), text=f"News {n}") for n in range(number)]


@pytest.mark.parametrize(**WITH_AND_WITHOUT_SCRIPTS)
def test_answers_are_set_in_on_a_wide_screen_and_stand_in_line_on_a_phone(page, paper, story, thread):
    page.goto(paper + story.get_absolute_url())
    wide = starts(page, thread)
    assert wide[0] < wide[1] < wide[2] < wide[3] < wide[4] == wide[5]
    assert wide[6] == wide[1]
    expect(is_named(page, "Ada")).to_be_hidden()

    page.set_viewport_size({"width": 360, "height": 800})
    narrow = starts(page, thread)
    assert narrow[0] < narrow[1]
    assert len(set(narrow[1:])) == 1
    assert sideways(page) <= 0
    expect(is_named(page, "Ada")).to_be_visible()
    is_named(page, "Ada").click()
    expect(page.locator(f"#comment-{thread[0].pk}")).to_be_in_viewport()


@pytest.mark.parametrize(**WITH_AND_WITHOUT_SCRIPTS)
def test_an_answer_quotes_what_it_answers(page, paper, story, thread):
    page.goto(paper + story.get_absolute_url())
    page.get_by_role("link", name="Reply: Ada").click()
    page.get_by_role("link", name="Quote").click()
    words = page.get_by_label("Comment", exact=True)
    expect(words).to_have_value("> first\n\n")
    words.fill("> first\n\nAnd then?")
    page.get_by_label("Name", exact=True).fill("Bo")
    page.get_by_role("button", name="Post comment").click()
    expect(page.locator(".comment blockquote")).to_have_text("> first")
    assert "And then?" in Comment.objects.get(story=story, name="Bo").text


def test_what_was_typed_before_stands_after_the_quote(page, paper, story, thread):
    page.goto(f"{paper}{story.get_absolute_url()}comments/reply/{thread[0].pk}/")
    page.get_by_label("Comment", exact=True).fill("My words.")
    page.get_by_role("link", name="Quote").click()
    expect(page.get_by_label("Comment", exact=True)).to_have_value("> first\n\nMy words.")
    page.get_by_label("Comment", exact=True).fill("> first\n\nMy better words.")
    page.reload()
    expect(page.get_by_label("Comment", exact=True)).to_have_value("> first\n\nMy better words.")


def test_an_open_page_says_what_came_and_shows_it_when_asked(page, paper, story, thread, axe):
    page.clock.install()
    asked = []
    page.on("request", lambda request: asked.append(request) if request.url.endswith("/comments/json/") else None)
    page.goto(paper + story.get_absolute_url())
    page.get_by_label("Comment", exact=True).fill("Half a thought")
    new = come(story)
    page.clock.run_for(55_000)
    assert asked == []
    with page.expect_response("**/comments/json/"):
        page.clock.run_for(6_000)

    link = page.get_by_role("status").get_by_role("link", name="2 new comments – show them")
    expect(link).to_be_visible()
    expect(page.get_by_text("News 0")).to_have_count(0)
    assert violations(page, axe) == []
    link.click()

    expect(page.locator(f"#comment-{new[0].pk}")).to_be_focused()
    expect(page.get_by_text("News 1")).to_be_visible()
    expect(page.get_by_role("heading", name="9 comments")).to_be_visible()
    expect(page.get_by_label("Comment", exact=True)).to_have_value("Half a thought")
    expect(link).to_have_count(0)
    ids = page.locator("#comments .comment").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids)) == 9

    come(story, 1)
    with page.expect_response("**/comments/json/"):
        page.clock.run_for(MINUTE)
    expect(page.get_by_role("link", name="1 new comment – show it")).to_be_visible()


def test_while_nothing_is_new_the_page_says_nothing(page, paper, story, thread):
    page.clock.install()
    page.goto(paper + story.get_absolute_url())
    for _ in range(2):
        with page.expect_response("**/comments/json/"):
            page.clock.run_for(MINUTE)

    expect(page.locator("comment-news")).to_have_text("")


def test_what_came_to_another_page_is_found_newest_first(page, paper, story):
    for _ in range(51):
        make_comment(story=story)
    page.clock.install()
    page.goto(paper + story.get_absolute_url())
    page.get_by_label("Comment", exact=True).fill("Half a thought")
    come(story, 1)
    with page.expect_response("**/comments/json/"):
        page.clock.run_for(MINUTE)
    page.get_by_role("link", name="1 new comment – show it").click()

    expect(page).to_have_url(f"{paper}{story.get_absolute_url()}comments/newest/#comments")
    expect(page.locator("#comments .comment").first).to_contain_text("News 0")
    expect(page.get_by_label("Comment", exact=True)).to_have_value("Half a thought")


@pytest.mark.parametrize("given", [{"published_at": clock.now() - timedelta(days=8)}, {"comment_policy": "closed"}])
def test_nobody_waits_for_comments_on_what_is_old_or_closed(page, paper, given):
    story = make_story(**given)
    make_comment(story=story)
    page.clock.install()
    page.goto(paper + story.get_absolute_url())
    page.on("request", lambda request: pytest.fail(request.url))
    page.clock.run_for(3 * MINUTE)


@pytest.mark.parametrize("browser_context_args", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_the_page_says_nothing_and_the_next_has_it(page, paper, story, thread):
    page.goto(paper + story.get_absolute_url())
    expect(page.get_by_role("status")).to_be_empty()
    come(story)
    page.reload()
    expect(page.get_by_text("News 1")).to_be_visible()
