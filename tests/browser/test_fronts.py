"""A front is arranged by hand, by keys and by buttons, and two editors at it lose nothing of each other."""

import pytest
from playwright.sync_api import expect

from articles.front.models import Front
from articles.models import Story
from tests.browser.test_admin_screens import DJANGOS_OWN
from tests.browser.watching import violations
from tests.factories.people import make_user
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db(transaction=True)
FRONT = "admin/front/front/home/"


@pytest.fixture
def stories(roles):
    return [make_story(headline=headline) for headline in ("Bridge opens", "Ferry sails", "Harvest begins")]


@pytest.fixture
def open_as(browser, live_server, stories):
    contexts = []

    def opened(name, **options):
        make_user("editor", username=name, password="typed")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{live_server}/{FRONT}")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill("typed")
        page.get_by_role("button", name="Log in").click()
        expect(page.locator("#front")).to_be_visible()
        return page

    yield opened
    for context in contexts:
        context.close()


def placed():
    """The headlines of what is placed, by slot."""
    titles = {story.pk: story.headline for story in Story.objects.all()}
    content = Front.objects.get().drafted
    return {slot.number: [titles[card.story] for card in slot.cards] for slot in content.slots if slot.cards}


def place(page, headline):
    page.locator("#slot-1 li", has_text=headline).get_by_role("button", name="Place").click()
    expect(page.locator(".front-card", has_text=headline)).to_be_visible()


def test_a_story_is_dragged_to_its_place(open_as):
    page = open_as("ana")
    place(page, "Bridge opens")
    place(page, "Ferry sails")

    page.locator(".front-card", has_text="Ferry sails").drag_to(page.locator(".front-card", has_text="Bridge opens"))

    expect(page.locator("#slot-1 .front-card").first).to_contain_text("Ferry sails")
    assert placed() == {1: ["Ferry sails", "Bridge opens"]}

    page.locator(".front-filled", has_text="Harvest begins").drag_to(page.locator("#slot-3 header"))
    expect(page.locator("#slot-3 .front-card")).to_contain_text("Harvest begins")
    assert placed()[3] == ["Harvest begins"]


def test_keys_move_a_card_and_the_focus_goes_along(open_as):
    page = open_as("ana")
    place(page, "Bridge opens")
    place(page, "Ferry sails")

    page.locator(".front-card", has_text="Ferry sails").get_by_role("link", name="Edit").focus()
    page.keyboard.press("Alt+ArrowUp")

    expect(page.locator("#slot-1 .front-card").first).to_contain_text("Ferry sails")
    expect(page.locator(".front-card", has_text="Ferry sails").get_by_role("button", name="Up")).to_be_focused()
    assert placed() == {1: ["Ferry sails", "Bridge opens"]}


def test_it_can_be_arranged_and_launched_without_scripts(open_as, live_server):
    page = open_as("ana", java_script_enabled=False)
    place(page, "Bridge opens")
    place(page, "Ferry sails")
    page.locator(".front-card", has_text="Ferry sails").get_by_role("button", name="Up").click()
    assert placed() == {1: ["Ferry sails", "Bridge opens"]}

    page.get_by_role("button", name="Launch now").click()
    expect(page.locator(".messagelist")).to_contain_text("readers have it now")
    page.goto(live_server.url)

    expect(page.locator(".front-lead")).to_contain_text("Ferry sails")


def test_two_editors_at_one_front_lose_nothing(open_as):
    ana, bela = open_as("ana"), open_as("bela")
    place(ana, "Bridge opens")
    place(bela, "Ferry sails")  # on a page that was opened before

    assert placed() == {1: ["Bridge opens", "Ferry sails"]}
    ana.get_by_role("button", name="Launch now").click()
    expect(ana.locator(".messagelist")).to_contain_text("Bela changed this front after you opened it")
    expect(ana.locator(".front-card", has_text="Ferry sails")).to_be_visible()
    ana.get_by_role("button", name="Launch now").click()
    expect(ana.locator(".messagelist")).to_contain_text("readers have it now")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_screens_bar_nobody(open_as, axe, live_server, scheme):
    page = open_as("ana", color_scheme=scheme)
    place(page, "Bridge opens")
    page.get_by_role("button", name="Launch now").click()
    place(page, "Ferry sails")
    card = page.locator(".front-card").first.get_attribute("data-card")
    screens = ("", "preview/", "history/", "history/?at=2030-01-01T00:00", "slots/1/", f"cards/{card}/", "../")
    for screen in screens:
        page.goto(f"{live_server}/{FRONT}{screen}")
        assert violations(page, axe, known=DJANGOS_OWN) == [], screen
