"""Readers of a live story see what is told without reloading, and stay where they read."""

import pytest
from playwright.sync_api import expect

from articles.live.models import Entry
from tests.articles.live.telling import make_live, tell
from tests.browser.test_admin_screens import DJANGOS_OWN
from tests.browser.watching import violations
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(roles):
    story = make_live()
    tell(story, *(f"Entry {n}, with some words to read." for n in range(30)))
    return story


def test_new_entries_come_by_themselves(page, live_server, story):
    page.clock.install()
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/live/after/" in request.url else None)
    page.goto(live_server.url + story.get_absolute_url())
    expect(page.locator("#entries .entry").first).to_contain_text("Entry 29")
    [new] = tell(story, "The dam broke.")

    page.clock.run_for(14_000)
    assert asked == []
    with page.expect_response("**/live/after/**"):
        page.clock.run_for(2_000)

    expect(page.locator("#entries .entry").first).to_contain_text("The dam broke.")
    expect(page.locator(".live-status")).to_have_text("1 new entry")
    assert page.locator(f"#entry-{new.pk}").count() == 1
    with page.expect_response("**/live/after/**"):
        page.clock.run_for(16_000)
    assert len(asked) == 2


def test_who_reads_further_down_stays_at_their_line(page, live_server, story):
    page.clock.install()
    page.goto(live_server.url + story.get_absolute_url())
    line = page.locator("#entries .entry", has_text="Entry 15")
    line.scroll_into_view_if_needed()
    before = line.bounding_box()["y"]
    tell(story, "The dam broke.", "Boats are on their way.")

    with page.expect_response("**/live/after/**"):
        page.clock.run_for(16_000)
    expect(page.locator("#entries .entry").first).to_contain_text("Boats")

    assert abs(line.bounding_box()["y"] - before) < 3


def test_without_scripts_every_entry_is_reached(browser, live_server, story):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + story.get_absolute_url())
    page.get_by_role("link", name="Older entries").click()
    expect(page.locator(".entry").first).to_contain_text("Entry 9,")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_told_with_keys_alone_and_bars_nobody(page, live_server, story, axe, scheme):
    make_user("editor", username="ana", password="typed")
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{live_server}/admin/live/coverage/{story.pk}/")
    page.get_by_label("Username").fill("ana")
    page.get_by_label("Password").fill("typed")
    page.get_by_role("button", name="Log in").click()
    surface = page.locator("[contenteditable][role=textbox]")
    surface.click()
    page.keyboard.type("The dam broke.")
    expect(surface).to_contain_text("The dam broke.")

    page.keyboard.press("Control+Enter")

    expect(page.locator(".messagelist")).to_contain_text("It is posted.")
    newest = Entry.objects.latest("pk")
    assert newest.body == "<p>The dam broke.</p>"
    for address in (
        f"/admin/live/coverage/{story.pk}/",
        f"/admin/live/coverage/{story.pk}/{newest.pk}/",
        "/admin/live/coverage/",
    ):
        page.goto(live_server.url + address)
        assert violations(page, axe, known=DJANGOS_OWN) == [], address
    page.goto(live_server.url + story.get_absolute_url())
    assert violations(page, axe) == []
