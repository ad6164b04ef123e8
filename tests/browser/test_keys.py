"""A writer saves, previews and publishes without leaving the keyboard."""

import pytest
from playwright.sync_api import expect

from articles.models import State, Story
from tests.browser.writing import writing_surface
from tests.factories.people import make_user
from tests.factories.stories import make_draft

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def form(page, live_server, roles):
    story = make_draft(headline="Ferry sails")
    make_user("editor", username="ed", password="typed")
    page.goto(f"{live_server}/admin/articles/story/{story.pk}/change/")
    page.get_by_label("Username").fill("ed")
    page.get_by_label("Password").fill("typed")
    page.get_by_role("button", name="Log in").click()
    writing_surface(page).click()
    return page


def test_saving_from_within_the_text(form):
    form.keyboard.press("Control+End")
    form.keyboard.type(" She left at noon")
    expect(writing_surface(form)).to_contain_text("She left at noon")

    form.keyboard.press("Control+s")

    expect(form.get_by_text("Saved. Readers do not see it yet.")).to_be_visible()
    assert "She left at noon" in Story.objects.get().body


def test_previewing(form):
    with form.context.expect_page() as opened:
        form.keyboard.press("Control+Alt+p")

    expect(opened.value.get_by_role("heading", name="Ferry sails")).to_be_visible()


def test_publishing(form):
    form.keyboard.press("Control+Shift+Enter")

    expect(form.locator(".messagelist")).to_be_visible()
    assert Story.objects.get().state == State.PUBLISHED
