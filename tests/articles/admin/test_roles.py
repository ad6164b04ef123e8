"""Every role at every door of the desk, by the table in newsroom/roles.py."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from articles.models import Profile, SiteSettings, Story
from newsroom import clock
from newsroom.roles import ROLES
from tests.articles.admin.forms import story_form
from tests.factories.comments import make_comment
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category, make_draft, make_page, make_source, make_story

pytestmark = pytest.mark.django_db

MODELS = (
    *(("articles", noun) for noun in ("story", "category", "author", "source", "tag", "page", "profile")),
    *(("articles", "sitesettings"), ("media", "image"), ("comments", "comment"), ("auth", "user"), ("auth", "group")),
)
# What no role may do: comments come from readers, and the site's settings stay.
NEVER = {("comments", "comment", "add"), ("articles", "sitesettings", "delete")}


def make_tag():
    return make_draft(tags=["Trade"]).tags.get()


def make_one(noun, user):
    """A thing of that kind; a story is the user's own draft."""
    makers = {
        "story": lambda: make_draft(created_by=user),
        "category": make_category,
        "author": make_author,
        "source": make_source,
        "tag": make_tag,
        "page": make_page,
        "profile": lambda: Profile.objects.create(network="X", name="y", url="https://example.com"),
        "sitesettings": lambda: SiteSettings.objects.get_or_create(pk=1)[0],
        "image": make_image,
        "comment": make_comment,
        "user": make_user,
        "group": user.groups.get,
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


def test_a_contributor_is_not_told_of_the_drafts_of_others(client):
    client.force_login(make_user("contributor"))
    make_draft(headline="Not yours")
    query = {"app_label": "articles", "model_name": "relatedpick", "field_name": "related", "term": "yours"}

    assert client.get(reverse("admin:autocomplete"), query).json()["results"] == []
    assert "Not yours" not in client.get("/admin/").text


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_no_way_to_the_site_tells_the_address_of_what_is_not_public(client, role):
    client.force_login(make_user(role))
    kind = ContentType.objects.get_for_model(Story).pk
    for story in (make_draft(), make_story(published_at=clock.now() + timedelta(days=1))):
        for number in (kind, f"+{kind}", f"0{kind}"):
            assert client.get(f"/admin/r/{number}/{story.pk}/").status_code == 404


def test_the_way_to_the_site_leads_to_a_page_that_the_desk_shows(client):
    category = make_category()
    address = f"/admin/r/{ContentType.objects.get_for_model(category).pk}/{category.pk}/"
    client.force_login(make_user("contributor"))
    assert client.get(address)["Location"].endswith(category.get_absolute_url())
    client.force_login(make_user("moderator"))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("role", ["contributor", "author"])
def test_a_number_sent_by_hand_does_not_tell_the_headline_of_a_draft(client, role):
    writer = make_user(role)
    client.force_login(writer)
    mine, secret = make_draft(created_by=writer), make_draft(headline="Not yours")
    row = {"related_picks-TOTAL_FORMS": 1, "related_picks-0-related": secret.pk, "related_picks-0-position": 0}
    address = reverse("admin:articles_story_change", args=[mine.pk])

    answer = client.post(address, story_form(category=mine.category_id, **row), follow=True)

    assert "Not yours" not in answer.text + client.get(address).text
    assert not mine.related_picks.exists()


def test_a_writer_may_relate_what_readers_see_and_keep_what_an_editor_picked(client):
    writer = make_user("author")
    client.force_login(writer)
    public, picked = make_story(headline="Seen by all"), make_draft(headline="Picked")
    mine = make_draft(created_by=writer, related=[picked])
    query = {"app_label": "articles", "model_name": "relatedpick", "field_name": "related", "term": "seen"}
    assert [found["text"] for found in client.get(reverse("admin:autocomplete"), query).json()["results"]] == [
        "Seen by all"
    ]
    rows = {"related_picks-TOTAL_FORMS": 2, "related_picks-INITIAL_FORMS": 1}
    rows |= {"related_picks-0-id": mine.related_picks.get().pk, "related_picks-0-story": mine.pk}
    for n, story in enumerate((picked, public)):
        rows |= {f"related_picks-{n}-related": story.pk, f"related_picks-{n}-position": n}

    client.post(reverse("admin:articles_story_change", args=[mine.pk]), story_form(category=mine.category_id, **rows))

    assert [pick.related for pick in mine.related_picks.all()] == [picked, public]


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_the_wish_to_delete_a_picture_tells_nothing_to_those_who_may_not(client, role):
    client.force_login(make_user(role))
    image = make_image()
    make_draft(headline="Not yours", lead_image=image)

    answer = client.get(reverse("admin:media_image_delete", args=[image.pk]))

    assert answer.status_code == 403
    assert "Not yours" not in answer.text


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


def test_a_contributor_publishes_by_no_field_and_no_button(client):
    writer = make_user("contributor")
    client.force_login(writer)
    mine, other = make_draft(created_by=writer), make_draft()
    buttons = ({"_publish": 1}, {"_publish": 1, "_popup": 1}, {"_publish": 1, "_addanother": 1}, {"_saveasnew": 1})
    wishes = {
        "state": "published",
        "published_on": "2020-01-01",
        "published_at_0": "2020-01-01",
        "published_at_1": "9:00",
    }
    doors = ("add/", f"{mine.pk}/change/", f"{other.pk}/change/", f"{other.pk}/delete/", f"{other.pk}/withdraw/", "")
    for button in buttons:
        for door in doors:
            form = story_form(category=mine.category_id, headline="Mine", post="yes", reason="x", **wishes, **button)
            client.post(
                f"/admin/articles/story/{door}", form | {"action": "delete_selected", "_selected_action": other.pk}
            )

    assert set(Story.objects.values_list("state", flat=True)) == {"draft"}
    assert Story.objects.get(pk=other.pk).headline == other.headline


def test_an_author_cannot_open_the_story_of_another(client):
    client.force_login(make_user("author"))
    story = make_draft()

    assert client.get(reverse("admin:articles_story_change", args=[story.pk])).status_code == 302
    assert client.post(reverse("admin:articles_story_withdraw", args=[story.pk])).status_code == 403


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
