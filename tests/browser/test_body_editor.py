"""An editor writes in Chromium: what is typed, placed and pasted is stored as the gate's own HTML."""

import pytest

from articles.models import Page
from newsroom.text.html import clean
from tests.browser.writing import caret_at, writing_surface
from tests.factories.images import make_image
from tests.factories.stories import make_page
from tests.newsroom.text.clipboards import CLIPBOARDS
from tests.newsroom.text.test_html_gate import KEPT

pytestmark = pytest.mark.django_db(transaction=True)


def saved(page, text):
    # By key: while a picture loads, the button moves away from under a pointer.
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.wait_for_url("**/articles/page/")
    return Page.objects.get(pk=text.pk).body


def test_spaces_stay_spaces_and_a_figure_is_stored_by_reference(form):
    image, text = make_image(title="Harbour"), make_page(body="")
    page = form(text)
    writing_surface(page).click()
    page.keyboard.type("Two plain words")
    with page.expect_popup() as popup:
        page.get_by_role("button", name="Picture from the library").click()
    popup.value.get_by_role("link", name="Harbour").first.click()
    page.get_by_role("button", name="Caption and width").click()
    dialog = page.get_by_role("dialog", name="Picture")
    dialog.get_by_label("Caption").fill("Cranes & ships")
    dialog.get_by_label("Wider than the text").check()
    dialog.get_by_role("button", name="Save").click()
    assert saved(page, text) == (
        "<p>Two plain words</p>"
        f'<news-figure data-caption="Cranes &amp; ships" data-image="{image.pk}" data-layout="wide"></news-figure>'
    )


def test_a_gallery_is_ordered_with_the_keyboard(form):
    one, two = make_image(), make_image()
    text = make_page(body=f'<news-gallery data-images="{one.pk},{two.pk}"></news-gallery>')
    page = form(text)
    page.get_by_role("button", name="Pictures and order").click()
    page.get_by_role("button", name="Move earlier: picture 2").press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    assert saved(page, text) == f'<news-gallery data-images="{two.pk},{one.pk}"></news-gallery>'


def test_an_embed_is_an_address_and_a_bad_one_is_not_taken(form):
    text = make_page(body="")
    page = form(text)
    page.get_by_role("button", name="Video or post from another site").click()
    dialog = page.get_by_role("dialog", name="From another site")
    dialog.get_by_label("Address").fill("no address")
    dialog.get_by_role("button", name="Save").click()
    dialog.get_by_label("Address").fill("https://youtu.be/dQw4w9WgXcQ")
    dialog.get_by_role("button", name="Save").click()
    assert saved(page, text) == '<news-embed data-url="https://youtu.be/dQw4w9WgXcQ"></news-embed>'


def test_everything_that_the_gate_keeps_survives_the_editor(form):
    image = make_image()
    body = clean("".join(KEPT).replace('data-image="12"', f'data-image="{image.pk}"'))
    text = make_page(body=body.replace("3,1,2", str(image.pk)))
    page = form(text)
    caret_at(writing_surface(page), "Control+Home")
    page.keyboard.type("!")
    stored = saved(page, text)
    assert loosened(stored) == loosened(f"<p>!{text.body.removeprefix('<p>')}")


def loosened(html):
    """The editor writes a paragraph into every item and cell, and knows no foot of a table: all that it may change."""
    html = html.replace("</tbody><tfoot>", "").replace("</tfoot>", "</tbody>")
    for tag in ("li", "td", "th", "dd"):
        html = html.replace(f"<{tag}><p>", f"<{tag}>").replace(f"</p></{tag}>", f"</{tag}>")
    return (
        html.replace("one<ul>", "one</p><ul>").replace('colspan="2"><p>', 'colspan="2">').replace('"col"><p>', '"col">')
    )


def test_pasting_from_word_leaves_clean_html(form):
    text = make_page(body="")
    page = form(text)
    word = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
    <h1>Title</h1><p class=MsoNormal><b><span lang=EN-US style='mso-x:y'>Bold</span></b>&nbsp;&nbsp;text<o:p></o:p></p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.&nbsp;</span>One</p>
    <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·</span>In one</p>
    <!--EndFragment--></body></html>"""
    paste(page, word)
    assert saved(page, text) == (
        "<h2>Title</h2><p><strong>Bold</strong> text</p><ol><li><p>One</p><ul><li><p>In one</p></li></ul></li></ol>"
    )


@pytest.mark.parametrize("clipboard", CLIPBOARDS)
def test_pasting_stores_what_the_gate_alone_would_store(form, clipboard):
    given, stored = CLIPBOARDS[clipboard]
    text = make_page(body="")
    page = form(text)
    paste(page, given)
    body = saved(page, text)
    for tag in ("li", "td"):
        body = body.replace(f"<{tag}><p>", f"<{tag}>").replace(f"</p></{tag}>", f"</{tag}>")
    assert body.replace("</p><ul>", "<ul>") == stored


def paste(page, html):
    writing_surface(page).evaluate(
        """(box, html) => {
            box.focus()
            const clipboardData = new DataTransfer()
            clipboardData.setData("text/html", html)
            box.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}))
        }""",
        html,
    )


def test_the_menu_is_one_tab_stop_and_says_what_is_on(form):
    page = form(make_page(body="<p>word</p>"))
    writing_surface(page).press("Control+a")
    page.keyboard.press("Control+b")
    bold = page.get_by_role("toolbar", name="Body").get_by_role("button", name="Bold")
    assert bold.get_attribute("aria-pressed") == "true"
    assert page.locator(".prose-menubar button[tabindex='0']").count() == 1


@pytest.mark.parametrize("browser_context_args", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_the_text_area_takes_plain_paragraphs(page, live_server, admin_client, settings):
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": name, "value": admin_client.cookies[name].value, "url": f"{live_server.url}/admin/"}]
    )
    text = make_page(body="")
    page.goto(f"{live_server.url}/admin/articles/page/{text.pk}/change/")
    page.get_by_label("Body").fill("One\n\nTwo & three")
    assert saved(page, text) == "<p>One</p><p>Two &amp; three</p>"
