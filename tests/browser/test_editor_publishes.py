"""An editor, who is no superuser, writes, illustrates and publishes a story, and readers have it."""

import pytest
from playwright.sync_api import expect

from articles.models import Story
from tests.browser.writing import writing_surface
from tests.factories.images import make_file, make_picture
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category

pytestmark = pytest.mark.django_db(transaction=True)
HEADLINE = "Ferry runs aground in sight of the harbour"


@pytest.fixture(autouse=True)
def _own_media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def desk(page, live_server, roles, watch):
    """The admin, as an editor finds it after logging in. Its screens give the browser nothing to complain about."""
    make_user("editor", username="ed", password="typed")
    page.goto(f"{live_server}/admin/")
    page.get_by_label("Username").fill("ed")
    page.get_by_label("Password").fill("typed")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()
    yield page
    assert watch.complaints == []
    assert watch.strangers(live_server) == []


def bring_picture(page, live_server):
    """Into the library: first without a word for those who cannot see it, which is refused and loses nothing."""
    page.goto(f"{live_server}/admin/media/image/add/")
    upload = make_file(make_picture(720, 480))
    page.locator("input[type=file]").set_input_files(
        {"name": "aground.jpg", "mimeType": "image/jpeg", "buffer": upload.read()}
    )
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Say what the picture shows")).to_be_visible()
    expect(page.get_by_text("“aground.jpg” is kept")).to_be_visible()
    page.get_by_label("Description for those who cannot see it").fill("A ferry leans on a sandbank.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()


def choose(page, field, words):
    """Find and take a record in one of the admin's fields that complete what is typed."""
    page.locator(f".{field} .select2-selection").first.click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=words).click()


def write_story(page, live_server):
    page.goto(f"{live_server}/admin/")
    page.get_by_role("main").get_by_role("link", name="Stories", exact=True).click()
    page.get_by_role("link", name="Add story").click()
    page.get_by_label("Headline").fill(HEADLINE)
    page.get_by_label("Deck").fill("Nobody was hurt, and the tide will come.")
    body = writing_surface(page)
    body.click()
    page.keyboard.type("It had left on time.")
    expect(body).to_contain_text("It had left on time.")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Bold", exact=True).click()
    page.keyboard.type("Then it stopped.")
    with page.expect_popup() as library:
        page.locator(".field-lead_image").get_by_role("button", name="Choose from the library").click()
    library.value.get_by_role("link", name="aground").first.click()
    choose(page, "field-category", "Harbour")
    choose(page, "field-author", "Ada Moss")
    page.get_by_role("button", name="Publish").click()


def test_from_an_empty_form_to_the_front_page(desk, live_server):
    make_category(name="Harbour", slug="harbour")
    make_author(name="Ada Moss")
    bring_picture(desk, live_server)
    write_story(desk, live_server)
    expect(desk.get_by_text("The story is published.")).to_be_visible()
    assert Story.objects.get().body == "<p>It had left on time.</p><p><strong>Then it stopped.</strong></p>"
    desk.get_by_role("link", name="See it on the site").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(desk.get_by_role("link", name="Ada Moss")).to_be_visible()
    expect(desk.get_by_role("main").get_by_role("img", name="A ferry leans on a sandbank.")).to_be_visible()
    for address in ("/", "/harbour/"):
        desk.goto(f"{live_server}{address}")
        expect(desk.get_by_role("main").get_by_role("link", name=HEADLINE).first).to_be_visible()


def test_a_story_without_its_category_is_refused_in_a_sentence_and_nothing_is_lost(desk, live_server):
    desk.goto(f"{live_server}/admin/articles/story/add/")
    desk.get_by_label("Headline").fill(HEADLINE)
    writing_surface(desk).click()
    desk.keyboard.type("It had left on time.")
    desk.get_by_role("button", name="Publish").click()
    expect(desk.get_by_text("Say in which category the story stands.")).to_be_visible()
    expect(desk.get_by_label("Headline")).to_have_value(HEADLINE)
    expect(writing_surface(desk)).to_contain_text("It had left on time.")
    assert not Story.objects.exists()
