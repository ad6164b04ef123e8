"""What is typed and not saved is kept, for its writer alone, and comes back."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from articles.admin import autosaving
from articles.models import Autosave, Revision, Story
from tests.articles.admin.forms import story_form, typed_into
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_draft

pytestmark = pytest.mark.django_db
NEW = "/admin/articles/story/autosave/"
ADD = "/admin/articles/story/add/"


@pytest.fixture
def story():
    return make_draft(headline="As it was")


@pytest.fixture
def editor(client):
    client.force_login(make_user("editor", username="anna"))
    return client


def keeps(story):
    return reverse("admin:articles_story_autosave", args=(story.pk,))


def form_of(story):
    return f"/admin/articles/story/{story.pk}/change/"


def brought_back(page):
    return QueryDict(mutable=True) | dict(page.context["autosaved_fields"]) | {"_bring_back": "1"}


def test_it_changes_nothing_and_comes_back_whole(editor, story):
    editor.post(keeps(story), typed_into(story, headline="Typed & not saved", deck="One\ntwo", _save="1"))
    assert Story.objects.get().headline == "As it was"
    assert not Revision.objects.exists()

    page = editor.get(form_of(story))
    assert "You typed into this form until" in page.text
    back = editor.post(form_of(story), brought_back(page))

    assert "Nothing is saved yet" in back.text
    form = back.context["adminform"].form
    assert (form["headline"].value(), form["deck"].value()) == ("Typed & not saved", "One\ntwo")
    assert Story.objects.get().headline == "As it was"


def test_only_the_last_is_kept_and_saving_lets_it_go(editor, story):
    for n in range(3):
        editor.post(keeps(story), typed_into(story, headline=f"Typed {n}"))
    assert QueryDict(Autosave.objects.get().typed)["headline"] == "Typed 2"

    editor.post(form_of(story), typed_into(story, headline="Saved"))

    assert not Autosave.objects.exists()


def test_a_save_that_is_refused_keeps_it(editor, story):
    editor.post(keeps(story), typed_into(story, headline="Typed"))

    editor.post(form_of(story), typed_into(story, headline=""))

    assert Autosave.objects.exists()


def test_a_story_that_is_not_there_yet_comes_back_too(editor):
    category = make_category()
    editor.post(NEW, story_form(headline="Not there yet", category=category.pk))

    page = editor.get(ADD)
    back = editor.post(ADD, brought_back(page))
    assert back.context["adminform"].form["headline"].value() == "Not there yet"
    assert not Story.objects.exists()

    editor.post(ADD, story_form(headline="There now", category=category.pk))
    assert not Autosave.objects.exists()


def test_it_is_discarded_when_asked(editor, story):
    editor.post(keeps(story), typed_into(story, headline="Typed"))

    page = editor.post(keeps(story), typed_into(story, headline="Typed") | {"_discard": "1"}, follow=True)

    assert not Autosave.objects.exists()
    assert "You typed into this form until" not in page.text


def test_nobody_else_sees_it(editor, story, client):
    editor.post(keeps(story), typed_into(story, headline="Private thought"))
    client.force_login(make_user("administrator"))

    assert "Private thought" not in client.get(form_of(story)).text


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_whoever_may_not_write_keeps_nothing(client, story, role):
    client.force_login(make_user(role))

    assert client.post(keeps(story), {"headline": "x"}).status_code == 403
    assert not Autosave.objects.exists()


def test_a_moderator_keeps_no_new_story(client):
    client.force_login(make_user("moderator"))

    assert client.post(NEW, {"headline": "x"}).status_code == 403


def test_too_long_a_text_is_refused_and_what_was_kept_stays(editor, story, monkeypatch):
    editor.post(keeps(story), {"headline": "Kept"})
    monkeypatch.setattr(autosaving, "LONGEST", 100)

    answer = editor.post(keeps(story), {"headline": "x" * 101})

    assert answer.status_code == 413
    assert "Save it" in answer.json()["error"]
    assert "Kept" in Autosave.objects.get().typed


def test_it_is_only_sent(editor, story):
    assert editor.get(keeps(story)).status_code == 405
