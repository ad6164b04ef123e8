"""What an editor places in a text stays there while the writing goes on."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from tests.browser.test_body_editor import saved
from tests.browser.writing import caret_at, writing_surface
from tests.factories.images import make_image
from tests.factories.stories import make_page

pytestmark = pytest.mark.django_db(transaction=True)


def place_picture(page, title):
    with page.expect_popup() as library:
        page.get_by_role("button", name="Picture from the library").click()
    chosen = library.value.get_by_role("link", name=title).first
    chosen.wait_for()
    # Its window goes while it is pressed; what was placed is looked for afterwards.
    with suppress(Error):
        chosen.click()


def place_embed(page, address):
    page.get_by_role("button", name="Video or post from another site").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Address").fill(address)
    dialog.get_by_role("button", name="Save").click()


@pytest.mark.parametrize(
    ("body", "key", "stored"),
    [
        ("", "", "{}<p>X</p>"),
        ("<p>One</p>", "Control+End", "<p>One</p>{}<p>X</p>"),
        ("<p>One</p><p>Two</p>", "Control+Home", "{}<p>XOne</p><p>Two</p>"),
    ],
    ids=["an empty text", "the end", "the beginning"],
)
def test_writing_goes_on_behind_what_was_placed(form, body, key, stored):
    text = make_page(body=body)
    page = form(text)
    surface = writing_surface(page)
    caret_at(surface, key) if key else surface.click()
    image = make_image(title="Harbour")
    place_picture(page, "Harbour")
    page.locator(".news-reference").wait_for()
    page.keyboard.type("X")
    assert saved(page, text) == stored.format(f'<news-figure data-image="{image.pk}"></news-figure>')


def test_what_is_placed_next_takes_the_place_of_nothing(form):
    image, text = make_image(title="Harbour"), make_page(body="")
    page = form(text)
    writing_surface(page).click()
    place_picture(page, "Harbour")
    page.locator(".newsFigure").wait_for()
    place_embed(page, "https://vimeo.com/1")
    page.locator(".newsEmbed").wait_for()
    assert saved(page, text) == (
        f'<news-figure data-image="{image.pk}"></news-figure><news-embed data-url="https://vimeo.com/1"></news-embed>'
    )


def test_a_letter_typed_on_a_chosen_picture_does_not_replace_it(form):
    picture = f'<news-figure data-image="{make_image().pk}"></news-figure>'
    text = make_page(body=f"<p>One</p>{picture}<p>Two</p>")
    page = form(text)
    page.locator(".news-reference img").click()
    page.keyboard.type("Between")
    assert saved(page, text) == f"<p>One</p>{picture}<p>Between</p><p>Two</p>"


def test_a_text_that_was_opened_touched_and_saved_again_is_the_same_to_the_letter(form):
    image, text = make_image(title="Harbour"), make_page(body="<p>One</p>")
    page = form(text)
    caret_at(writing_surface(page), "Control+End")
    page.get_by_role("button", name="Pull quote").click()
    place_picture(page, "Harbour")
    page.locator(".newsFigure").wait_for()
    page.get_by_role("button", name="Insert table").click()
    page.get_by_role("button", name="Insert Table").last.click()
    page.keyboard.type("A cell")
    first = saved(page, text)
    page = form(text)
    caret_at(writing_surface(page), "Control+Home")
    page.keyboard.type("!")
    page.keyboard.press("Backspace")
    assert saved(page, text) == first
    assert f'<news-figure data-image="{image.pk}">' in first
    assert '<aside class="pull-quote">' in first
    assert "A cell" in first
