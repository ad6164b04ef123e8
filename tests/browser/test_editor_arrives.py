"""The editor takes the place of a text area that somebody may be writing in already, or does not come at all."""

import pytest
from playwright.sync_api import expect

from articles.models import Page
from tests.browser.writing import HeldBack, text_area, writing_surface
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_page

pytestmark = pytest.mark.django_db(transaction=True)
LIBRARY = "**/django_prose_editor/editor*.js"
FIGURE = "**/editor/figure*.js"
TOLD = "The editor could not be loaded"
BROKEN = """import { Node } from "django-prose-editor/editor"
export const NewsFigure = Node.create({ name: "newsFigure", group: "block", %s() { throw new Error("broken") } })"""


@pytest.fixture
def open_form(page, live_server, settings, client, tmp_path):
    """Opens a text at the desk without waiting for its editor."""
    settings.MEDIA_ROOT = tmp_path / "media"
    client.force_login(make_user(is_superuser=True))
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": f"{live_server.url}/admin/"}
    page.context.add_cookies([cookie])

    def opened(text):
        page.goto(f"{live_server.url}/admin/articles/page/{text.pk}/change/", wait_until="commit")
        return page

    return opened


def saved(page, text):
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/articles/page/")
    return Page.objects.get(pk=text.pk).body


def test_what_is_typed_while_the_editor_loads_stands_there_and_the_writer_goes_on(open_form, page):
    held = HeldBack(page, LIBRARY)
    text = make_page(body="")
    open_form(text)
    text_area(page).click()
    page.keyboard.type("Fish & chips, x<y ")
    held.let_through()
    surface = writing_surface(page)
    expect(surface).to_be_focused()
    page.keyboard.type("and z>1")
    assert saved(page, text) == "<p>Fish &amp; chips, x&lt;y and z&gt;1</p>"


def test_lines_typed_while_the_editor_loads_become_paragraphs(open_form, page):
    held = HeldBack(page, LIBRARY)
    text = make_page(body="")
    open_form(text)
    text_area(page).click()
    for key in ("One", "Enter", "Enter", "Two", "Enter", "lines", "Home", "still "):
        (page.keyboard.press if key in {"Enter", "Home"} else page.keyboard.type)(key)
    held.let_through()
    writing_surface(page)
    page.keyboard.type("both ")
    assert saved(page, text) == "<p>One</p><p>Two<br>still both lines</p>"


def test_words_typed_into_a_text_that_was_there_keep_their_place(open_form, page):
    held = HeldBack(page, LIBRARY)
    picture = f'<news-figure data-image="{make_image().pk}"></news-figure>'
    text = make_page(body=f"<p>It had left.</p>{picture}<p>The end.</p>")
    open_form(text)
    area = text_area(page)
    area.focus()
    area.evaluate("area => area.setSelectionRange(14, 14)")  # after “left”
    page.keyboard.type(" on")
    held.let_through()
    expect(writing_surface(page)).to_be_focused()
    page.keyboard.type(" time")
    assert saved(page, text) == f"<p>It had left on time.</p>{picture}<p>The end.</p>"


@pytest.mark.parametrize("at", [0, 2, 17, 24, 47, 60, 999])
def test_wherever_the_caret_stood_the_text_is_whole_and_the_form_untouched(open_form, page, live_server, at):
    held = HeldBack(page, LIBRARY)
    body = "<ul><li>One</li></ul><table><tbody><tr><td>Two</td></tr></tbody></table><hr>"
    text = make_page(body=body)
    open_form(text)
    text_area(page).focus()
    text_area(page).evaluate("(area, at) => area.setSelectionRange(at, at)", at)
    held.let_through()
    expect(writing_surface(page)).to_be_focused()
    assert page.locator("#id_body").input_value() == text.body
    page.goto(f"{live_server.url}/admin/")  # nobody is asked whether to leave


def test_a_word_that_is_half_composed_is_finished_first(open_form, page):
    held = HeldBack(page, LIBRARY)
    text = make_page(body="")
    with page.expect_request(LIBRARY):
        open_form(text)
    text_area(page).click()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "とうき", "selectionStart": 3, "selectionEnd": 3})
    held.let_through()
    page.evaluate("() => import('django-prose-editor/editor').then(() => new Promise(done => setTimeout(done)))")
    expect(text_area(page)).to_be_focused()
    keyboard.send("Input.insertText", {"text": "東京"})
    expect(writing_surface(page)).to_be_focused()
    page.keyboard.type("!")
    assert saved(page, text) == "<p>東京!</p>"


def test_a_writer_elsewhere_in_the_form_is_left_there(open_form, page):
    held = HeldBack(page, LIBRARY)
    open_form(make_page(body="<p>Text</p>"))
    page.get_by_label("Title").click()
    held.let_through()
    writing_surface(page)
    expect(page.get_by_label("Title")).to_be_focused()


@pytest.mark.parametrize("lost", [LIBRARY, FIGURE, "**/editor/dialog*.js", "**/editor/start*.js"])
def test_without_one_of_its_scripts_there_is_a_text_area_and_it_keeps_everything(open_form, page, lost):
    page.route(lost, lambda route: route.abort())
    picture = f'<news-figure data-image="{make_image().pk}"></news-figure>'
    text = make_page(body=f"<p>One</p>{picture}")
    open_form(text)
    if "start" not in lost:
        expect(page.get_by_text(TOLD)).to_be_visible()
    text_area(page).press("Control+End")
    page.keyboard.type("Two")
    assert saved(page, text) == f"<p>One</p>{picture}<p>Two</p>"


@pytest.mark.parametrize("hook", ["onBeforeCreate", "addNodeView", "addProseMirrorPlugins"])
def test_an_extension_that_throws_leaves_the_text_area_with_the_writer_in_it(open_form, page, hook):
    held = HeldBack(page, LIBRARY)
    page.route(FIGURE, lambda route: route.fulfill(body=BROKEN % hook, content_type="text/javascript"))
    text = make_page(body="")
    open_form(text)
    text_area(page).click()
    page.keyboard.type("One ")
    held.let_through()
    expect(page.get_by_text(TOLD)).to_be_visible()
    expect(text_area(page)).to_be_focused()
    page.keyboard.type("two")
    assert saved(page, text) == "<p>One two</p>"
