"""What is typed is kept by itself, and a browser that dies loses at most the last twenty seconds."""

import pytest
from playwright.sync_api import expect

from articles.models import Autosave, Story
from tests.browser.test_admin_screens import DJANGOS_OWN
from tests.browser.watching import violations
from tests.browser.writing import writing_surface
from tests.factories.people import make_user
from tests.factories.stories import make_draft

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def open_form(browser, live_server, roles):
    """Opens a story's form, each time in a browser that remembers nothing."""
    make_user("editor", username="ed", password="typed")
    contexts = []

    def opened(path):
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.clock.install()
        page.goto(f"{live_server}/admin/articles/story/{path}")
        page.get_by_label("Username").fill("ed")
        page.get_by_label("Password").fill("typed")
        page.get_by_role("button", name="Log in").click()
        writing_surface(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def test_a_browser_that_dies_takes_nothing_along(open_form, axe):
    story = make_draft(headline="As it was")
    page = open_form(f"{story.pk}/change/")
    page.clock.run_for(2_000)
    page.get_by_label("Deck").fill("Typed and never saved.")
    page.clock.run_for(20_000)
    expect(page.get_by_text("What you type is kept; last at")).to_be_visible()
    page.context.close()

    other = open_form(f"{story.pk}/change/")
    expect(other.get_by_role("region", name="Not saved")).to_be_visible()
    assert violations(other, axe, known=DJANGOS_OWN) == []
    other.get_by_role("button", name="Bring it back").click()
    expect(other.get_by_text("Nothing is saved yet")).to_be_visible()
    expect(other.get_by_label("Deck")).to_have_value("Typed and never saved.")
    assert Story.objects.get().deck == ""

    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_text("Saved. Readers do not see it yet.")).to_be_visible()
    assert Story.objects.get().deck == "Typed and never saved."
    assert not Autosave.objects.exists()


def test_a_form_that_is_only_read_keeps_nothing(open_form):
    story = make_draft()
    page = open_form(f"{story.pk}/change/")

    page.clock.run_for(120_000)

    assert not Autosave.objects.exists()
