"""Every role at every door of the desk, by the table in newsroom/roles.py."""

import pytest
from django.urls import reverse

from articles.actions.redirecting import add_redirect
from articles.models import Profile, SiteSettings
from newsroom.audit.models import Line
from newsroom.audit.recording import record
from newsroom.roles import ROLES
from tests.factories.comments import make_comment
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category, make_draft, make_page, make_source, make_story

pytestmark = pytest.mark.django_db

MODELS = (
    *(("articles", noun) for noun in ("story", "category", "author", "source", "tag", "page", "profile", "redirect")),
    *(
        ("articles", "sitesettings"),
        ("media", "image"),
        ("comments", "comment"),
        ("auth", "user"),
        ("auth", "group"),
        ("audit", "line"),
    ),
)
# What no role may do: comments come from readers, and the site's settings stay.
NEVER = {("comments", "comment", "add"), ("articles", "sitesettings", "delete")}


def make_tag():
    return make_draft(tags=["Trade"]).tags.get()


def logged(user):
    record(verb="changed", obj=user)
    return Line.objects.get()


def make_one(noun, user):
    """A thing of that kind; a story is the user's own draft."""
    makers = {
        "story": lambda: make_draft(created_by=user),
        "category": make_category,
        "author": make_author,
        "source": make_source,
        "tag": make_tag,
        "page": make_page,
        "redirect": lambda: add_redirect(old="/x", new="/y"),
        "profile": lambda: Profile.objects.create(network="X", name="y", url="https://example.com"),
        "sitesettings": lambda: SiteSettings.objects.get_or_create(pk=1)[0],
        "image": make_image,
        "comment": make_comment,
        "user": make_user,
        "group": user.groups.get,
        "line": lambda: logged(user),
    }
    return makers[noun]()


def granted(role, app, noun):
    return set(ROLES[role].get((app, noun), ()))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("app", "noun"), MODELS)
def test_each_door_opens_for_those_whom_the_table_names(client, role, app, noun):
    user = make_user(role)
    client.force_login(user)
    key, verbs = make_one(noun, user).pk, granted(role, app, noun)
    address = f"admin:{app}_{noun}"

    doors = {
        "list": (client.get(reverse(f"{address}_changelist"), follow=True), bool(verbs & {"view", "change"})),
        "open": (client.get(reverse(f"{address}_change", args=[key])), bool(verbs & {"view", "change"})),
        "delete": (client.get(reverse(f"{address}_delete", args=[key])), "delete" in verbs),
        "add": (client.get(reverse(f"{address}_add")), "add" in verbs and noun != "sitesettings"),
    }

    wrong = {
        door: answer.status_code
        for door, (answer, allowed) in doors.items()
        if answer.status_code not in ({200, 302} if allowed and (app, noun, door) not in NEVER else {403})
    }
    assert wrong == {}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("app", "noun"), MODELS)
def test_nobody_changes_what_the_table_does_not_let_them_change(client, role, app, noun):
    user = make_user(role)
    client.force_login(user)
    key, verbs = make_one(noun, user).pk, granted(role, app, noun)

    answer = client.post(reverse(f"admin:{app}_{noun}_change", args=[key]), {})

    assert (answer.status_code == 403) == ("change" not in verbs)


FIELDS = {
    "story": ("relatedpick", "related"),
    "category": ("story", "category"),
    "author": ("byline", "author"),
    "source": ("storysource", "source"),
    "tag": ("storytag", "tag"),
    "image": ("story", "lead_image"),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("noun", FIELDS)
def test_suggestions_and_the_chooser_answer_only_those_who_may_see(client, role, noun):
    client.force_login(make_user(role))
    model, field = FIELDS[noun]
    app = "media" if noun == "image" else "articles"
    query = {"app_label": "articles", "model_name": model, "field_name": field, "term": "x"}

    allowed = 200 if granted(role, app, noun) & {"view", "change"} else 403

    assert client.get(reverse("admin:autocomplete"), query).status_code == allowed
    assert client.get(reverse(f"admin:{app}_{noun}_changelist"), {"_popup": 1}).status_code == allowed


@pytest.mark.parametrize("role", ROLES)
def test_a_dead_link_and_a_closed_door_are_told_at_the_desk(client, role):
    client.force_login(make_user(role))
    make_story()

    missing, shut = client.get("/admin/nowhere/"), client.get("/admin/articles/category/add/")

    assert (missing.status_code, shut.status_code) == (
        404,
        200 if "add" in granted(role, "articles", "category") else 403,
    )
    assert "There is nothing here" in missing.text
    assert "Log out" in missing.text


@pytest.mark.parametrize("role", ["moderator", "contributor"])
def test_small_pictures_are_for_those_who_see_the_library(client, role):
    client.force_login(make_user(role))

    answer = client.get(reverse("admin:media_image_thumb", args=[make_image().pk]))

    assert answer.status_code == (403 if role == "moderator" else 302)


def test_the_first_page_shows_a_moderator_comments_and_nothing_else(client):
    client.force_login(make_user("moderator"))

    page = client.get("/admin/").text

    assert "/admin/comments/comment/" in page
    assert "/admin/articles/" not in page
    assert "/admin/media/" not in page
