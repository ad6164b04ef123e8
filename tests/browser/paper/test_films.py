"""A film of another site plays on the page once a reader asks for it, and that site hears of nobody before."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser.watching import Watch
from tests.factories.papers import PAGES, STORY

FILMS = PAGES["story with films"].address
WATCH, PLAYER = "https://www.youtube.com/watch?v=FILM-ONE-01", "https://www.youtube-nocookie.com/embed/FILM-ONE-01"
without_scripts = pytest.mark.parametrize(
    "browser_context_args", [{"java_script_enabled": False}], ids=["without scripts"], indirect=True
)


@pytest.fixture
def opened(page, paper):
    """The page with its films. Their sites are answered for from here, so that a test may ask them for something."""
    page.route(
        re.compile("^https:"), lambda route: route.fulfill(body="<button>Film</button>", content_type="text/html")
    )
    watch = Watch(page)
    page.goto(paper + FILMS)
    page.wait_for_load_state("networkidle")
    play = page.get_by_role("button", name="Play here This asks YouTube, which then knows of your visit.")
    return SimpleNamespace(page=page, watch=watch, site=paper, play=play.first, frame=page.locator("iframe").first)


def place_of(locator):
    return locator.evaluate(
        "node => { const { x, y, width, height } = node.getBoundingClientRect(); "
        "return [x, y + scrollY, width, height].map(Math.round) }"
    )


def test_nobody_is_asked_before_the_button_is_pressed_and_then_only_the_player(opened):
    opened.play.hover()
    before = opened.watch.strangers(opened.site)
    with opened.page.expect_request(PLAYER) as asked:
        opened.play.click()
    assert before == []
    assert opened.watch.strangers(opened.site) == [PLAYER]
    assert asked.value.headers["referer"] == f"{opened.site}/"
    assert opened.watch.complaints == []


def test_the_frame_takes_the_place_of_the_button_and_nothing_moves(opened):
    below = opened.page.get_by_text("And this.").first
    button, text = place_of(opened.play), place_of(below)
    opened.play.click()
    expect(opened.frame).to_be_visible()
    assert (place_of(opened.frame), place_of(below)) == (button, text)
    assert button[2] / button[3] == pytest.approx(16 / 9, abs=0.02)


def test_the_room_of_a_film_is_kept_before_its_script_has_come(page, paper):
    page.route("**/embed-player*.js", lambda route: route.abort())
    page.goto(paper + FILMS)
    text = place_of(page.get_by_text("And this.").first)
    page.unroute("**/embed-player*.js")
    page.reload()
    expect(page.get_by_role("button", name="Play here").first).to_be_visible()
    assert place_of(page.get_by_text("And this.").first) == text


def test_by_keyboard_the_focus_goes_on_into_the_film(opened):
    opened.play.press("Enter")
    expect(opened.frame).to_be_focused()
    film = opened.page.frame_locator("iframe").get_by_role("button", name="Film")
    expect(film).to_be_visible()
    opened.page.keyboard.press("Tab")
    expect(film).to_be_focused()


def test_each_frame_has_a_name_of_its_own_and_is_allowed_little(opened):
    for number in (1, 2, 3):
        opened.page.get_by_role("button", name="Play here").first.click()
        expect(opened.page.locator("iframe")).to_have_count(number)
    frames = opened.page.locator("iframe").evaluate_all(
        "frames => frames.map(({ title, allow, referrerPolicy }) => [title, allow, referrerPolicy])"
    )
    allowed = ["fullscreen; picture-in-picture; encrypted-media", "strict-origin-when-cross-origin"]
    titles = ["Film from YouTube (1)", "Film from Vimeo (2)", "Film from YouTube (3)"]
    assert frames == [[title, *allowed] for title in titles]
    assert opened.watch.complaints == []


def test_the_link_stays_beside_the_film(opened):
    opened.play.click()
    expect(opened.page.get_by_role("link", name="Watch on YouTube").first).to_have_attribute("href", WATCH)


@without_scripts
def test_without_scripts_there_is_the_link_and_no_empty_room(page, paper):
    page.goto(paper + FILMS)
    link = page.get_by_role("link", name="Watch on YouTube").first
    expect(link).to_have_attribute("href", WATCH)
    expect(page.get_by_role("button", name="Play here")).to_have_count(0)
    film, card = page.locator("embed-player").first, page.locator("embed-player .embed").first
    assert place_of(film) == place_of(card)


@pytest.mark.parametrize("is_played", [False, True], ids=["before", "after"])
def test_on_paper_there_is_the_address_and_nothing_that_plays(opened, is_played):
    if is_played:
        opened.play.click()
        expect(opened.frame).to_be_visible()
    opened.page.emulate_media(media="print")
    expect(opened.page.locator("embed-player > :is(button, iframe)").first).to_be_hidden()
    link = opened.page.get_by_role("link", name="Watch on YouTube").first
    expect(link).to_be_visible()
    assert WATCH in link.evaluate("link => getComputedStyle(link, '::after').content")


def test_a_story_without_films_loads_no_script_for_them(page, paper):
    watch = Watch(page)
    page.goto(paper + STORY)
    page.wait_for_load_state("networkidle")
    assert [address for address in watch.requests if "embed-player" in address] == []


def test_another_sites_frame_is_refused_where_no_film_of_it_is_shown(page, paper):
    watch = Watch(page)
    page.goto(paper + STORY)
    page.evaluate(
        "address => document.body.append(Object.assign(document.createElement('iframe'), { src: address }))", PLAYER
    )
    expect(page.locator("iframe")).to_be_attached()
    page.wait_for_function("document.querySelector('iframe').contentDocument === null")
    assert watch.strangers(paper) == []
