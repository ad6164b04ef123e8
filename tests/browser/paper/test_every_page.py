"""What holds for every page that readers see, whatever it shows, in a real browser."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from tests.browser.watching import Watch, sideways, violations
from tests.factories.papers import PAGES, STORY, Place

WIDTHS = (320, 360, 768, 1280)
LEFT_OVER = 'style], script:not([src]):not([type="application/ld+json"]), style, [onclick], [onload], [onerror'
# Words of a sentence that are a link are as tall as the sentence.
TOO_SMALL_TO_PRESS = """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), summary, textarea")]
    .filter((found) => found.checkVisibility() && !found.matches(".card a, .prose a"))
    .filter((found) => !found.closest("p, li") || found.textContent === found.parentElement.textContent)
    .filter((found) => Math.min(found.getBoundingClientRect().width, found.getBoundingClientRect().height) < 24)
    .map((found) => found.outerHTML)"""
# Pages that are shown when nothing else can be: made from their template alone, as the site does then.
PLAIN = {f"error {status}": Place(f"/{status}/", status) for status in (400, 403, 500)}
# What a reader gets back for an empty comment, and the page to answer one on, are reached by their buttons below.
PRESSED = {"refused comment": Place(STORY, 422), "reply": Place(STORY)}
EVERY_PAGE = PAGES | PLAIN | PRESSED


@pytest.fixture(scope="module", params=EVERY_PAGE)
def opened(request, browser, paper):
    """A page as a reader opens it, looks at it in every width and scrolls through it; and all that was noticed."""
    place = EVERY_PAGE[request.param]
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    watch = Watch(page)
    for name, plain in PLAIN.items():
        page.route(f"**{plain.address}", serving(name.removeprefix("error ")))
    answer = page.goto(paper + place.address)
    if request.param == "refused comment":
        # As without scripts: the whole page comes anew.
        with page.expect_navigation() as navigation:
            page.locator("#comment-form").evaluate("form => form.submit()")
        answer = navigation.value
    if request.param == "reply":
        page.get_by_role("link", name="Reply: Olga").click()
    too_wide = {width: measured(page, width) for width in WIDTHS}
    page.wait_for_load_state("networkidle")
    seen = SimpleNamespace(name=request.param, place=place, page=page, answer=answer, site=paper, too_wide=too_wide)
    seen.complaints, seen.strangers, seen.requests = [*watch.complaints], watch.strangers(paper), [*watch.requests]
    yield seen
    context.close()


def serving(status):
    def fulfil(route):
        route.fulfill(status=int(status), body=render_to_string(f"{status}.html"), content_type="text/html")

    return fulfil


def measured(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    return sideways(page)


def test_it_answers_as_it_should(opened):
    assert opened.answer.status == opened.place.status


def test_it_never_scrolls_sideways(opened):
    assert {width: beyond for width, beyond in opened.too_wide.items() if beyond > 0} == {}


def test_it_has_one_heading_of_the_first_level(opened):
    assert opened.page.locator("h1").count() == 1


def test_the_browser_has_nothing_to_complain_about(opened):
    assert opened.complaints == []


def test_it_asks_nobody_but_the_site(opened):
    assert opened.requests
    assert opened.strangers == []


def test_it_leaves_no_cookie_behind(opened):
    assert opened.page.context.cookies() == []


def test_nothing_in_it_is_script_or_style_of_its_own(opened):
    assert opened.page.locator(f"[{LEFT_OVER}]").evaluate_all("found => found.map(node => node.outerHTML)") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_bars_anybody(opened, axe, scheme):
    opened.page.set_viewport_size({"width": 1280, "height": 800})
    opened.page.emulate_media(color_scheme=scheme)
    assert violations(opened.page, axe) == []


def test_what_is_pressed_has_room_for_a_finger(opened):
    opened.page.emulate_media(color_scheme="light")
    opened.page.set_viewport_size({"width": 360, "height": 800})
    assert opened.page.evaluate(TOO_SMALL_TO_PRESS) == []


def test_nothing_bars_anybody_on_a_phone(opened, axe):
    opened.page.emulate_media(color_scheme="light")
    opened.page.set_viewport_size({"width": 360, "height": 800})
    assert violations(opened.page, axe) == []
