"""An editor at the desk in Chromium: what scripts add to the story's form, and what they keep from being lost."""

import pytest

from articles.models import Story, Tag
from tests.browser.writing import HeldBack, writing_surface
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category, make_draft, make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(page, live_server, settings, client):
    """Opens an address of the admin as a logged-in superuser: transactions leave no roles behind."""
    client.force_login(make_user(is_superuser=True))
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": f"{live_server.url}/admin/"}
    page.context.add_cookies([cookie])

    def open_form(path):
        page.goto(f"{live_server.url}/admin/articles/story/{path}")
        writing_surface(page)
        return page

    return open_form


def test_a_story_is_illustrated_tagged_and_published(desk):
    make_category(name="World")
    image = make_image(title="Harbour")
    Tag.objects.named("Climate change")
    page = desk("add/")
    page.get_by_label("Headline").first.fill("Größere Fähren")
    page.locator(".field-category .select2-selection").click()
    page.get_by_role("option", name="World").click()
    page.get_by_label("Tags").first.press_sequentially("clim")
    page.get_by_role("option", name="Climate change").click()
    with page.expect_popup() as popup:
        page.get_by_role("button", name="Choose from the library").first.click()
    popup.value.get_by_role("link", name="Harbour").first.click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("The story is published.").wait_for()
    story = Story.objects.public().get()
    assert (story.slug, story.lead_image, story.tags.get().name) == ("grossere-fahren", image, "Climate change")


def test_the_button_follows_the_time_that_is_typed(desk):
    page = desk("add/")
    page.locator("#id_published_at_0").fill("2099-01-01")
    assert page.get_by_role("button", name="Schedule", exact=True).is_visible()


def test_a_login_that_ended_loses_nothing(desk, settings):
    story = make_draft()
    page = desk(f"{story.pk}/change/")
    page.locator("#id_deck").fill("Typed for an hour")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Your login has ended. Nothing is lost").wait_for()
    assert page.locator("#id_deck").input_value() == "Typed for an hour"


def test_an_impatient_second_click_publishes_no_second_story(desk):
    make_category(name="World")
    page = desk("add/")
    page.get_by_label("Headline").first.fill("Ferries sail again")
    page.locator(".field-category .select2-selection").click()
    page.get_by_role("option", name="World").click()
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    held = HeldBack(page, lambda address: address.endswith("/story/add/"))
    publish = page.get_by_role("button", name="Publish", exact=True)
    publish.scroll_into_view_if_needed()
    place = publish.bounding_box()
    with page.expect_request(lambda request: request.method == "POST"):
        page.mouse.dblclick(place["x"] + 5, place["y"] + 5)
    page.mouse.click(place["x"] + 5, place["y"] + 5)
    held.let_through()
    page.get_by_text("The story is published.").wait_for()
    assert len(sent) == Story.objects.count() == 1


def test_a_server_that_fails_while_saving_loses_no_word(desk):
    story = make_draft(body="")
    page = desk(f"{story.pk}/change/")
    page.locator("#id_deck").fill("Typed for an hour")
    writing_surface(page).click()
    page.keyboard.type("And so was this.")
    broken = lambda route: route.fulfill(status=500, body="Broken")  # noqa: E731
    page.route("**/change/", broken, times=1)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Broken").wait_for()
    page.go_back()
    writing_surface(page)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved.").wait_for()
    story.refresh_from_db()
    assert (story.deck, story.body) == ("Typed for an hour", "<p>And so was this.</p>")


def test_of_two_windows_the_second_is_told_and_its_text_stands_there(desk, live_server):
    story = make_draft(deck="As it was")
    first = desk(f"{story.pk}/change/")
    second = first.context.new_page()
    second.goto(first.url)
    for page, words in ((first, "From the first"), (second, "From the second")):
        page.locator("#id_deck").fill(words)
        page.get_by_role("button", name="Save", exact=True).click()
        page.locator(".messagelist, .errornote").first.wait_for()
    assert second.get_by_text("Somebody saved this story while you were writing").is_visible()
    assert second.locator("#id_deck").input_value() == "From the second"
    assert Story.objects.get().deck == "From the first"


def test_leaving_with_unsaved_text_is_asked_about(desk, live_server):
    page = desk(f"{make_draft().pk}/change/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#id_deck").press_sequentially("More")
    page.goto(f"{live_server.url}/admin/")
    assert asked == ["beforeunload"]


def test_leaving_a_form_that_nobody_touched_is_not_asked_about(desk, live_server):
    story = make_story(tags=["Trade"], byline=[(make_author(), "")], lead_image=make_image())
    page = desk(f"{story.pk}/change/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_label("Headline").first.click()
    page.keyboard.press("End")
    page.goto(f"{live_server.url}/admin/")
    assert asked == []
