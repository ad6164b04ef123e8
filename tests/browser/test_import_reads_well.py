"""An archive made to break pages comes in whole, and no page of it scrolls sideways or fails."""

import pytest

from articles.models import Category, Page, State, Story, Tag
from newsroom.wordpress.importer import import_wordpress
from tests.factories.awkward_export import STORIES, write_awkward
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (360, 768, 1280)

# What a reader would see cut at the window's edge; what stands in a box that scrolls by itself is not.
CUT = """() => [...document.querySelectorAll("main *")].filter(one => {
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || (box.left >= -1 && box.right <= innerWidth + 1)) return false;
    for (let above = one.parentElement; above; above = above.parentElement)
        if (getComputedStyle(above).overflowX !== "visible") return false;
    return true;
}).map(one => one.tagName + "." + one.className)"""


@pytest.fixture
def archive(tmp_path, settings):
    """The awkward site, imported with its pictures; its account."""
    settings.MEDIA_ROOT = tmp_path / "library"
    path = write_awkward(tmp_path, tmp_path / "uploads")
    return import_wordpress(path=path, media=tmp_path / "uploads")


def addresses():
    """Home, lists, and a page for everything that came."""
    records = [*Story.objects.public(), *Page.objects.all(), *Category.objects.all(), Tag.objects.first()]
    return ["/", "/latest/", *(record.get_absolute_url() for record in records)]


def sideways(page):
    """How far the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def test_every_page_of_an_awkward_archive_reads_well(archive, page, live_server):
    assert archive.adds_up
    assert Story.objects.filter(state=State.PUBLISHED).count() == len(STORIES)
    tag = Tag.objects.first()
    make_story(tags=[tag.name], category=Category.objects.first())
    strangers = []
    page.on("request", lambda request: strangers.append(request.url))
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for address in addresses():
            answer = page.goto(live_server.url + address)
            if answer.status != 200 or sideways(page) > 0:
                faults.append(f"{address} at {width}: status {answer.status}, {sideways(page)} pixels too wide")
            if cut := page.evaluate(CUT):
                faults.append(f"{address} at {width}: cut at the edge: {cut[:3]}")
    assert faults == []
    assert [url for url in strangers if not url.startswith((live_server.url, "data:"))] == []
