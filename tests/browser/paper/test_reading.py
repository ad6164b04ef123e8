"""A reader finds a story, on a screen and on a phone, by pointer and by keyboard, with and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.watching import PHONE, WITH_AND_WITHOUT_SCRIPTS
from tests.factories.papers import HEADLINE, STORY

both = pytest.mark.parametrize(**WITH_AND_WITHOUT_SCRIPTS)
MOVING = """() => [...document.querySelectorAll("*")]
    .filter((found) => getComputedStyle(found).transitionDuration !== "0s").map((found) => found.outerHTML)"""


def tab_to(page, target):
    """Press Tab until `target` has the focus; where it never has, the journey ends here."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.and_(page.locator(":focus")).count():
            return
    pytest.fail(f"The keyboard does not come to {target}.")


@both
def test_from_home_through_a_section_to_a_story_and_back(page, paper):
    page.goto(paper)
    page.get_by_role("navigation", name="Sections", exact=True).get_by_role("link", name="World News").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("World News")
    page.get_by_role("main").get_by_role("link", name=HEADLINE).click()
    expect(page).to_have_url(paper + STORY)
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    page.get_by_role("navigation", name="You are here").get_by_role("link", name="World News").click()
    expect(page).to_have_url(f"{paper}/world/")


@both
def test_the_same_by_keyboard_alone_on_a_phone(page, paper):
    page.set_viewport_size(PHONE)
    page.goto(paper)
    section = page.get_by_role("navigation", name="Sections", exact=True).get_by_role("link", name="World News")
    expect(section).to_be_hidden()
    tab_to(page, page.locator("summary", has_text="Menu"))
    page.keyboard.press("Enter")
    tab_to(page, section)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{paper}/world/")
    tab_to(page, page.get_by_role("main").get_by_role("link", name=HEADLINE))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)


@both
def test_the_first_tab_offers_a_way_past_the_masthead(page, paper):
    page.goto(paper + STORY)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.get_by_role("main").get_by_role("link").first
    expect(first).to_be_focused()


@both
def test_a_story_is_found_by_its_words(page, paper):
    page.goto(paper)
    page.get_by_role("search").get_by_label("Search").fill("promised in spring")
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name=HEADLINE).click()
    expect(page).to_have_url(paper + STORY)


@both
def test_older_stories_are_a_page_further_and_newer_ones_a_page_back(page, paper):
    page.goto(f"{paper}/world/")
    page.get_by_role("link", name="Older stories").click()
    expect(page).to_have_url(f"{paper}/world/page/2/")
    page.get_by_role("link", name="Newer stories").click()
    expect(page).to_have_url(f"{paper}/world/")


def test_a_page_that_is_not_there_leads_on(page, paper):
    page.goto(f"{paper}/nowhere/")
    page.get_by_role("main").get_by_role("link", name="Everybody has a word to say").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Everybody has a word to say")


def test_the_chosen_colours_are_remembered(page, paper):
    page.emulate_media(color_scheme="light")
    page.goto(paper)
    light = paper_colour(page)
    page.get_by_role("button", name="Page colours: Dark").click()
    dark = paper_colour(page)
    page.goto(paper + STORY)
    assert (dark != light, paper_colour(page)) == (True, dark)
    page.get_by_role("button", name="Page colours: Light").click()
    page.reload()
    assert paper_colour(page) == light


def paper_colour(page):
    return page.locator("html").evaluate("root => getComputedStyle(root).backgroundColor")


@pytest.mark.parametrize(**WITH_AND_WITHOUT_SCRIPTS | {"argvalues": [{"java_script_enabled": False}], "ids": ["no"]})
def test_without_scripts_there_is_no_button_that_does_nothing(page, paper):
    page.goto(paper + STORY)
    expect(page.get_by_role("button", name=re.compile("colours"))).to_have_count(0)


def test_on_paper_there_is_the_story_and_nothing_to_press(page, paper):
    page.goto(paper + STORY)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".prose").first).to_be_visible()
    for pressed in ("navigation", "search", "button"):
        expect(page.get_by_role(pressed)).to_have_count(0)


def test_a_story_from_right_to_left_stands_at_the_right(page, paper):
    page.goto(f"{paper}/2024/04/24/arabic/")
    story = page.locator("article.story")
    expect(story).to_have_attribute("dir", "rtl")
    heading, deck = story.get_by_role("heading", level=1), story.bounding_box()
    words = heading.evaluate(
        "h => { const r = document.createRange(); r.selectNodeContents(h); return r.getBoundingClientRect().right }"
    )
    assert words > deck["x"] + deck["width"] / 2


def test_nothing_is_animated_for_whoever_asks_for_stillness(page, paper):
    page.goto(paper + STORY)
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING) != []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("late", ["**/media/**", "**/*.woff2"], ids=["pictures", "letters"])
def test_nothing_moves_while_a_story_loads(page, paper, width, late):
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    held = []

    def hold(route):
        held.append(route)

    page.route(late, hold)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(paper + STORY, wait_until="domcontentloaded")
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    assert held  # they come when the words can be read already
    for route in held:
        route.continue_()
    page.unroute(late)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("window.moved") == pytest.approx(0, abs=0.001)
