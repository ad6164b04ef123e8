"""A moderator works through what waits, by keys and by buttons, with scripts and without."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from comments.models import Comment, State
from tests.browser.watching import sideways
from tests.factories.comments import make_comment
from tests.factories.people import make_user
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def waiting(roles):
    story = make_story(headline="Harbour reopens")
    return [make_comment(story=story, name=f"Reader {n}", text=f"Words {n}.", state=State.HELD) for n in range(5)]


@pytest.fixture
def queue(waiting, live_server, settings):
    def open_queue(page):
        moderator = Client()
        moderator.force_login(make_user("moderator", username="mo"))
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": moderator.cookies[settings.SESSION_COOKIE_NAME].value}
        page.context.add_cookies([cookie | {"url": f"{live_server}/admin/"}])
        page.goto(f"{live_server}/admin/comments/comment/queue/")
        return page

    return open_queue


def states():
    return list(Comment.objects.order_by("pk").values_list("state", "reason"))


def test_keys_decide_one_after_the_other_and_take_back(queue, page, waiting):
    queue(page)
    told = page.locator(".queue-told")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(told).to_contain_text("1 comment approved.")
    page.keyboard.press("r")
    page.keyboard.press("2")
    expect(told).to_contain_text("1 comment rejected.")
    page.keyboard.press("s")
    expect(told).to_contain_text("1 comment marked as spam.")

    assert states() == [("held", ""), ("held", ""), ("spam", "spam"), ("rejected", "hate"), ("visible", "")]
    expect(page.locator(".queue-item")).to_have_count(2)
    expect(page.locator("[data-count=held]")).to_have_text("2")

    page.keyboard.press("u")
    expect(page.locator(".queue-item")).to_have_count(3)
    assert states()[2] == ("held", "")


def test_all_on_the_page_are_marked_and_decided_about(queue, page):
    queue(page)
    page.get_by_label("Mark all on this page").check()
    page.locator(".queue-bulk [name=reason]").select_option("topic")
    page.get_by_role("group", name="All that are marked").get_by_role("button", name="Reject").click()
    expect(page.get_by_text("Nothing waits. Well done.")).to_be_visible()
    assert set(states()) == {("rejected", "topic")}


def test_a_moderator_without_scripts_loses_nothing(queue, new_context):
    page = queue(new_context(java_script_enabled=False).new_page())
    first = page.locator(".queue-item").first
    first.get_by_text("Reject", exact=True).click()
    first.get_by_role("button", name="insults or threats").click()
    expect(page.locator(".messagelist")).to_contain_text("1 comment rejected.")
    expect(page.locator(".queue-item")).to_have_count(4)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".queue-item")).to_have_count(5)


def test_a_failing_server_leaves_the_comment_where_it_is(queue, page):
    queue(page)
    page.route("**/queue/decide/", lambda route: route.fulfill(status=502, body="Bad gateway"))
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator(".queue-told")).to_contain_text("Nothing was decided")
    expect(page.locator(".queue-item")).to_have_count(5)
    assert set(states()) == {("held", "")}


def test_new_comments_are_told_and_come_when_asked_for(queue, page, waiting):
    page.clock.install()
    queue(page)
    make_comment(story=waiting[0].story, text="I came later.", state=State.HELD)
    page.clock.run_for(21_000)
    page.get_by_role("link", name="New comments: 1").click()
    expect(page.get_by_text("I came later.")).to_be_visible()


def test_it_works_on_a_phone(queue, page):
    page.set_viewport_size({"width": 360, "height": 740})
    queue(page)
    assert sideways(page) <= 0
    approve = page.get_by_role("button", name="Approve").first
    assert approve.bounding_box()["height"] >= 40
    approve.click()
    expect(page.locator(".queue-item")).to_have_count(4)
