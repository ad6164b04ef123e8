"""Two editors in two browsers have one story open: nothing is lost, and the second finds both texts."""

import pytest
from playwright.sync_api import expect

from articles.models import Revision, Story
from tests.browser.test_admin_screens import DJANGOS_OWN
from tests.browser.watching import violations
from tests.browser.writing import caret_at, writing_surface
from tests.factories.people import make_user
from tests.factories.stories import make_draft

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(roles):
    return make_draft(headline="The ferry sails", deck="Before", body="<p>It left at noon.</p>")


@pytest.fixture
def open_as(browser, live_server, story):
    """Opens the story in a browser of somebody's own, who has logged in there."""
    contexts = []

    def opened(name):
        make_user("editor", username=name, password="typed")
        context = browser.new_context()
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{live_server}/admin/articles/story/{story.pk}/change/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill("typed")
        page.get_by_role("button", name="Log in").click()
        writing_surface(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def save(page):
    page.get_by_role("button", name="Save", exact=True).click()


def write(page, words):
    surface = writing_surface(page)
    caret_at(surface, "Control+End")
    page.keyboard.type(words)
    expect(surface).to_contain_text(words)


def comes_back_to(page):
    """What the window tells itself when somebody looks at it again, and twice a minute."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_each_is_told_that_the_other_is_there_and_has_left(open_as, live_server):
    anna, bert = open_as("anna"), open_as("bert")
    here = anna.locator("#presence")
    expect(bert.locator("#presence")).to_contain_text("anna is editing since")

    comes_back_to(anna)
    expect(here).to_contain_text("bert is editing since")

    bert.goto(f"{live_server}/admin/")
    for _ in range(20):
        comes_back_to(anna)
        anna.wait_for_timeout(250)
        if not here.text_content():
            break
    expect(here).to_have_text("")


def test_nothing_is_lost_and_both_texts_are_shown(open_as, axe, story):
    anna, bert = open_as("anna"), open_as("bert")
    anna.get_by_label("Deck").fill("The sea was calm.")
    write(anna, " Anna saw it.")
    bert.get_by_label("Deck").fill("The sea was rough.")
    bert.get_by_label("Kicker").fill("At sea")
    write(bert, " Bert heard it.")

    save(anna)
    expect(anna.get_by_text("Saved. Readers do not see it yet.")).to_be_visible()
    save(bert)

    both = bert.get_by_role("region", name="What both of you wrote")
    expect(both).to_contain_text("anna saved the story at")
    for words in ("The sea was calm.", "The sea was rough.", "Anna saw it.", "Bert heard it."):
        expect(both).to_contain_text(words)
    expect(bert.get_by_label("Deck")).to_have_value("The sea was rough.")
    expect(writing_surface(bert)).to_contain_text("Bert heard it.")
    assert violations(bert, axe, known=DJANGOS_OWN) == []
    assert Story.objects.get().deck == "The sea was calm.", "nothing of Anna's was overwritten"

    save(bert)
    expect(bert.get_by_text("Saved. Readers do not see it yet.")).to_be_visible()

    now = Story.objects.get()
    assert (now.deck, now.kicker) == ("The sea was rough.", "At sea")
    kept = [revision.content["deck"] for revision in Revision.objects.order_by("number")]
    assert kept == ["Before", "The sea was calm.", "The sea was rough."]
    assert "Anna saw it." in Revision.objects.get(number=2).content["body"]
    bert.get_by_role("link", name="History").click()
    expect(bert.get_by_role("table", name="Revisions")).to_contain_text("anna")
    expect(bert.locator(".desk-differences del").last).to_contain_text("Anna saw")
    assert violations(bert, axe, known=DJANGOS_OWN) == []
