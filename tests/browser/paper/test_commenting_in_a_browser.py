"""A reader comments in a real browser, with scripts and without."""

from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import expect

from articles.models import CommentPolicy
from comments.models import Comment, Report, State
from comments.receipt import receipt_address
from newsroom import clock
from tests.browser.watching import WITH_AND_WITHOUT_SCRIPTS
from tests.factories.comments import make_comment
from tests.factories.stories import make_story

pytestmark = pytest.mark.parametrize(**WITH_AND_WITHOUT_SCRIPTS)


@pytest.fixture(autouse=True)
def patient(settings):
    """A browser that is driven types faster than people, and all from one address."""
    settings.COMMENT_LEAST_SECONDS, settings.COMMENT_PACE = 0, "off"


@pytest.fixture
def story(paper):
    return make_story(published_at=clock.now() - timedelta(days=3))


@pytest.fixture
def article(page, paper, story):
    page.goto(paper + story.get_absolute_url())
    return page


def field(page, name):
    """The field and, beside it, what is wrong with it."""
    return page.locator(".field").filter(has=page.get_by_label(name, exact=True))


def post(page, button="Post comment"):
    """Press the button; the status of the answer, with a page load or without."""
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.get_by_role("button", name=button).click()
    return answer.value.status


def write(page, comment, name="Ada"):
    page.get_by_label("Comment", exact=True).fill(comment)
    page.get_by_label("Name", exact=True).fill(name)


def its_receipt(page):
    return page.get_by_role("region", name="Your comment")


def test_an_empty_form_says_what_is_missing_beside_each_field(article):
    assert post(article) == 422
    expect(field(article, "Comment")).to_contain_text("Please enter your comment!")
    expect(field(article, "Name")).to_contain_text("Please enter your name here")
    expect(article.get_by_label("Comment", exact=True)).to_have_accessible_description("Please enter your comment!")
    expect(article.get_by_label("Name", exact=True)).to_have_accessible_description("Please enter your name here")
    expect(article.get_by_role("alert")).to_contain_text("Please enter your comment!")
    expect(article.get_by_role("alert")).to_be_focused()


def test_what_was_typed_is_kept_and_the_second_try_succeeds(article):
    article.get_by_label("Comment", exact=True).fill("  Two lines\n\nand <b>signs</b> & so on")
    assert post(article) == 422
    expect(field(article, "Comment")).not_to_contain_text("Please")
    expect(article.get_by_label("Comment", exact=True)).to_have_value("  Two lines\n\nand <b>signs</b> & so on")
    article.get_by_label("Name", exact=True).fill("Ada")
    post(article)
    expect(article.locator(".comment-text").last).to_contain_text("and <b>signs</b> & so on")


def test_a_good_comment_is_shown_where_the_reader_lands(article, paper, story):
    article.get_by_label("Comment", exact=True).fill("Well done.")
    article.get_by_label("Name", exact=True).fill("Ada")
    assert post(article) == 303
    expect(its_receipt(article)).to_contain_text("Everybody can read it.")
    comment = Comment.objects.select_related("story").get(story=story)
    expect(article).to_have_url(paper + receipt_address(comment))
    expect(article.locator(f"#comment-{comment.pk}")).to_be_in_viewport()
    expect(article.locator(f"#comment-{comment.pk}")).to_contain_text("Well done.")
    assert article.context.cookies() == []


def test_a_reply_stands_under_what_it_answers(page, paper, story):
    first = make_comment(story=story, name="Olga", text="Who paid?")
    page.goto(paper + story.get_absolute_url())
    page.get_by_role("link", name="Reply: Olga").click()
    expect(page.get_by_role("main")).to_contain_text("Who paid?")
    page.get_by_label("Comment", exact=True).fill("The city did.")
    page.get_by_label("Name", exact=True).fill("Ada")
    post(page)
    expect(page.locator(f"#comment-{first.pk} .comment")).to_contain_text("The city did.")


def test_a_comment_for_a_moderator_is_announced_thanked_for_and_not_shown(page, paper):
    story = make_story(comment_policy=CommentPolicy.HOLD)
    page.goto(paper + story.get_absolute_url())
    expect(page.locator("#comment-form")).to_contain_text("A moderator looks at every comment")
    page.get_by_label("Comment", exact=True).fill("Hold me.")
    page.get_by_label("Name", exact=True).fill("Ada")
    post(page)
    expect(its_receipt(page)).to_contain_text("Only you see it so far.")
    expect(its_receipt(page)).to_contain_text("Hold me.")
    page.goto(paper + story.get_absolute_url())
    expect(page.get_by_text("Hold me.")).to_have_count(0)


def test_a_page_that_was_kept_for_two_days_still_takes_a_comment(page, paper, story):
    address = paper + story.get_absolute_url()
    with clock.as_of(clock.now() - timedelta(days=2)):
        kept = Client().get(story.get_absolute_url()).content
    page.route(address, lambda route: route.fulfill(body=kept, content_type="text/html"), times=1)
    page.goto(address)
    page.get_by_label("Comment", exact=True).fill("Late, and yet.")
    page.get_by_label("Name", exact=True).fill("Ada")
    post(page)
    expect(page.locator(".comment-list .comment-text")).to_contain_text("Late, and yet.")


@pytest.mark.parametrize("accent", ["\u0301", "\u0489"])
def test_a_tower_of_accents_covers_nothing_else(page, paper, story, accent):
    above = make_comment(story=story, text="Read me.")
    below = make_comment(story=story, name="b", text="a")
    page.goto(f"{paper}{story.get_absolute_url()}#comment-{above.pk}")
    before = page.locator(f"#comment-{above.pk}").screenshot()
    Comment.objects.filter(pk=below.pk).update(name="b" + accent * 79, text="a" + accent * 400)
    page.reload()
    expect(page.locator(f"#comment-{below.pk}")).to_contain_text(accent)
    assert page.locator(f"#comment-{above.pk}").screenshot() == before
    page.goto(f"{paper}{story.get_absolute_url()}comments/reply/{below.pk}/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_closed_story_shows_what_was_said_and_no_form(page, paper):
    story = make_story(comment_policy=CommentPolicy.CLOSED)
    make_comment(story=story, text="From better days.")
    page.goto(paper + story.get_absolute_url())
    expect(page.get_by_text("From better days.")).to_be_visible()
    expect(page.get_by_text("Comments are closed.")).to_be_visible()
    expect(page.get_by_role("button", name="Post comment")).to_have_count(0)


def test_the_whole_way_of_a_reader(page, paper, story):
    """Posts too little, then too many links; finds why it waits; mends it; answers; reports another; deletes it all."""
    other = make_comment(story=story, name="Olga", text="Buy my boat.")
    address = paper + story.get_absolute_url()
    page.goto(address)
    write(page, "See https://a.example/ and https://b.example/", name="")
    assert post(page) == 422
    expect(page.get_by_role("alert")).to_contain_text("Please enter your name here")
    page.get_by_label("Name", exact=True).fill("Ada")
    assert post(page) == 303

    mine = its_receipt(page)
    expect(mine).to_contain_text("It has several links.")
    receipt = page.url
    mine.get_by_text("Change it").click()
    mine.get_by_label("Your comment").fill("See the timetable.")
    assert post(page, "Change the comment") == 303
    expect(its_receipt(page)).to_contain_text("See the timetable.")
    assert Comment.objects.get(story=story, name="Ada").state == State.HELD, "a change lets nothing out"

    page.goto(address)
    page.get_by_role("link", name="Report: Olga").click()
    page.get_by_label("It is advertising, or a fraud").check()
    assert post(page, "Send the report") == 303
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for your report")
    assert Report.objects.get(comment__story=story).comment == other

    page.goto(receipt)
    its_receipt(page).get_by_text("Delete it").click()
    assert post(page, "Delete the comment") == 303
    expect(its_receipt(page)).to_contain_text("You have deleted it.")
    page.goto(address)
    expect(page.get_by_text("See the timetable.")).to_have_count(0)
    assert page.context.cookies() == []
