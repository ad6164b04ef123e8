"""The editors' main screens bar nobody, in light and dark, and give the browser nothing to complain about."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from articles.actions.revisions import keep_revision
from articles.models import Series, SeriesPart, SiteSettings
from newsroom.caching import memo
from newsroom.caching.pages import pages
from newsroom.caching.warming import warm
from newsroom.request import Handler
from tests.browser.watching import sideways, violations
from tests.browser.writing import writing_surface
from tests.factories.comments import make_comment
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_draft, make_story

pytestmark = pytest.mark.django_db(transaction=True)
# Rules that Django's own admin breaks, each with where it does.
DJANGOS_OWN = {
    # The field that completes what is typed (select2) is named after its empty value, its search field not at all.
    "aria-input-field-name": ".select2-container",
    "label": ".select2-container, .inline-group td.delete",  # a row's “Delete?” is named by its column alone
    "empty-table-header": ".inline-group th.original",  # the first column of rows has no words
}
SCREENS = ("", "articles/story/", "articles/story/{story}/change/", "articles/story/add/", "media/image/")
SCREENS += ("media/image/add/", "media/image/{image}/change/", "comments/comment/", "articles/category/")
SCREENS += ("comments/comment/{comment}/change/", "articles/sitesettings/", "articles/author/", "articles/tag/")
SCREENS += (
    "articles/story/{story}/moves/withdraw/",
    "articles/story/{draft}/delete/",
    "articles/story/{story}/history/",
)
SCREENS += ("articles/category/add/", "password_change/", "nowhere/", "auth/user/")
SCREENS += ("pages/", "pages/?address=/", "pages/?address=nowhere", "pages/?address=http://other.example/")
SCREENS += (
    "articles/story/{story}/move/",
    "articles/story/{story}/correct/",
    "articles/story/{draft}/previews/",
    "articles/story/{draft}/moves/kill/",
    "articles/redirect/",
    "articles/redirect/add/",
    "articles/breakingnews/",
    "articles/story/{story}/check/",
    "articles/story/{story}/cards/",
    "articles/checklevel/",
    "articles/houseword/",
    "articles/breakingnews/add/",
    "articles/story/{story}/history/1/hide/",
    "articles/series/",
    "comments/comment/queue/",
    "comments/comment/queue/?tab=visible",
    "articles/series/{series}/change/",
    "comments/ban/",
    "comments/ban/add/",
    "comments/wordlists/",
)


@pytest.fixture
def keeping(settings, tmp_path):
    """Finished pages, so that there is something to say of them."""
    settings.PAGES, settings.PAGES_FOLDER = True, tmp_path / "pages"
    pages.cache_clear()
    memo.forget()
    yield pages()
    pages.cache_clear()
    memo.forget()


@pytest.fixture
def desk(page, live_server, roles, settings, tmp_path, watch, keeping):
    """The admin with something in it, as an editor sees it who may also purge pages."""
    settings.MEDIA_ROOT = tmp_path / "media"
    image = make_image()
    story = make_story(lead_image=image, byline=[(make_author(), "")], tags=["Rivers"])
    draft, comment = make_draft(), make_comment(story=story)
    made = {"story": story.pk, "image": image.pk, "draft": draft.pk, "comment": comment.pk}
    SiteSettings(name="The Meridian", shows_history=True).save()
    keep_revision(story=story, major=True)
    made["series"] = Series.objects.create(title="The water", slug="water").pk
    SeriesPart.objects.create(series_id=made["series"], story=story, position=1)
    editor = Client()
    user = make_user("editor")
    user.user_permissions.add(Permission.objects.get(codename="add_purge"))
    editor.force_login(user)
    warm(Handler(), keeping, origin=live_server.url, most=3)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": editor.cookies[name].value, "url": f"{live_server}/admin/"}])

    def screens():
        for screen in SCREENS:
            page.goto(f"{live_server}/admin/" + screen.format(**made))
            if page.locator("#id_body").count():
                writing_surface(page)
            yield screen

    page.screens = screens
    return page


def test_the_screens_bar_nobody(desk, axe):
    found = []
    for screen in desk.screens():
        for scheme in ("light", "dark"):
            desk.emulate_media(color_scheme=scheme)
            found += [f"{screen} {scheme}: {fault}" for fault in violations(desk, axe, known=DJANGOS_OWN)]
    assert not found, "\n".join(found)


def test_no_screen_scrolls_sideways_complains_or_asks_anybody_else(desk, live_server, watch):
    too_wide = []
    for screen in desk.screens():
        for width in (360, 768, 1280):
            desk.set_viewport_size({"width": width, "height": 800})
            if sideways(desk) > 0:
                too_wide.append(f"{screen} at {width} by {sideways(desk)} pixels")
    assert too_wide == []
    assert watch.complaints == []
    assert watch.strangers(live_server) == []


@pytest.mark.parametrize("noun", ["articles/story", "comments/comment"])
@pytest.mark.parametrize("width", [768, 1280])
def test_no_column_of_a_long_list_is_cut_off(desk, live_server, noun, width):
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto(f"{live_server}/admin/{noun}/")
    assert desk.locator(".results").evaluate("box => box.scrollWidth - box.clientWidth") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_in_bars_nobody(page, live_server, axe, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{live_server}/admin/login/")
    assert violations(page, axe, known=DJANGOS_OWN) == []
