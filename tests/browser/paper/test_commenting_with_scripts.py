"""What scripts add to commenting: no page load, and nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from comments.models import Comment, State
from tests.browser.watching import violations
from tests.factories.stories import make_story


@pytest.fixture(autouse=True)
def patient(settings):
    settings.COMMENT_LEAST_SECONDS, settings.COMMENT_PACE = 0, "off"


@pytest.fixture
def story(paper):
    return make_story()


@pytest.fixture
def article(page, paper, story):
    page.goto(paper + story.get_absolute_url())
    page.get_by_label("Comment", exact=True).fill("The ferry is blue.")
    page.get_by_label("Name", exact=True).fill("Ada")
    return page


def press(page):
    page.get_by_role("button", name="Post comment").click()


def test_a_comment_is_posted_without_a_page_load(article, story):
    article.evaluate("window.isTheSame = true")
    press(article)

    expect(article.get_by_role("region", name="Your comment")).to_be_focused()
    expect(article.locator(".comment-list")).to_contain_text("The ferry is blue.")
    expect(article.get_by_label("Comment", exact=True)).to_have_value("")
    assert article.evaluate("window.isTheSame"), "the page was loaded anew"
    assert "/comments/receipt/" in article.url
    article.reload()
    expect(article.get_by_role("region", name="Your comment")).to_contain_text("Everybody can read it.")


def test_what_was_typed_survives_a_reload_and_goes_when_it_was_posted(article, paper, story):
    article.reload()
    expect(article.get_by_label("Comment", exact=True)).to_have_value("The ferry is blue.")
    expect(article.get_by_label("Name", exact=True)).to_have_value("Ada")

    press(article)
    expect(article.locator(".comment-list")).to_contain_text("The ferry is blue.")
    article.goto(paper + story.get_absolute_url())
    expect(article.get_by_label("Comment", exact=True)).to_have_value("")


def test_without_a_connection_it_says_so_and_keeps_the_text(article, story):
    article.context.set_offline(True)
    press(article)
    expect(article.get_by_role("alert")).to_contain_text("there is no connection")
    expect(article.get_by_label("Comment", exact=True)).to_have_value("The ferry is blue.")

    article.context.set_offline(False)
    press(article)
    expect(article.locator(".comment-list")).to_contain_text("The ferry is blue.")


def test_a_server_that_fails_takes_no_text_away(article, story):
    article.route("**/comments/", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>"), times=1)
    press(article)
    expect(article.get_by_role("alert")).to_be_visible()
    expect(article.get_by_label("Comment", exact=True)).to_have_value("The ferry is blue.")

    press(article)
    expect(article.locator(".comment-list")).to_contain_text("The ferry is blue.")


def test_two_presses_are_one_comment(article, story):
    article.get_by_role("button", name="Post comment").dblclick()

    expect(article.locator(".comment-list")).to_contain_text("The ferry is blue.")
    assert Comment.objects.filter(story=story).count() == 1


def test_what_was_written_faster_than_anybody_types_waits(article, story, settings):
    settings.COMMENT_LEAST_SECONDS = 3_600
    press(article)

    expect(article.get_by_role("region", name="Your comment")).to_contain_text("Only you see it so far.")
    assert Comment.objects.get(story=story).state == State.HELD


def test_receipt_and_report_bar_nobody(article, paper, story, axe):
    press(article)
    expect(article.get_by_role("region", name="Your comment")).to_be_visible()
    assert violations(article, axe) == []
    article.goto(f"{paper}{story.get_absolute_url()}comments/report/{Comment.objects.get(story=story).pk}/")
    assert violations(article, axe) == []
