"""Two people write one story: nothing is overwritten unawares, and both find their text."""

from datetime import timedelta

import pytest
from django.test import Client

from articles.models import Revision, Story
from newsroom import clock
from tests.articles.admin.forms import typed_into
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category, make_draft

pytestmark = pytest.mark.django_db


class Editor:
    """Somebody with the form of a story open, as it was when they opened it."""

    def __init__(self, name, story):
        self.client = Client()
        self.client.force_login(make_user("editor", username=name))
        self.address = f"/admin/articles/story/{story.pk}/change/"
        form = self.client.get(self.address).context["adminform"].form
        self.opened = typed_into(story, tags="Trade") | {name: form.initial[name] for name in ("seen_at", "seen")}

    def save(self, **typed):
        return self.client.post(self.address, self.opened | typed, follow=True)


@pytest.fixture
def story():
    return make_draft(headline="The ferry sails", deck="Before", tags=["Trade"])


@pytest.fixture
def anna(story):
    return Editor("anna", story)


@pytest.fixture
def bert(story):
    return Editor("bert", story)


def stored():
    return Story.objects.get()


def test_both_texts_stand_side_by_side_and_theirs_is_kept(anna, bert):
    anna.save(deck="The sea was calm.")

    page = bert.save(deck="The sea was rough.").text

    assert "Somebody saved this story while you were writing" in page
    assert "anna saved the story at" in " ".join(page.split())
    assert "The sea was <del>calm.</del><ins>rough.</ins>" in page
    assert page.count("The sea was calm.") == 1
    assert page.count("The sea was rough.") == 2, "in the form and beside theirs"
    assert stored().deck == "The sea was calm."


def test_saved_again_it_is_a_decision_and_history_has_both(anna, bert):
    anna.save(deck="Anna's")
    refused = bert.save(deck="Bert's")
    form = refused.context["adminform"].form

    bert.save(deck="Bert's", seen_at=form["seen_at"].value(), seen=form["seen"].value())

    assert stored().deck == "Bert's"
    assert [one.content["deck"] for one in Revision.objects.order_by("number")] == ["Before", "Anna's", "Bert's"]


def test_what_only_the_other_changed_is_taken_over_and_told(anna, bert):
    later = clock.now().replace(microsecond=0) + timedelta(days=9)
    sea = make_category(name="Sea")
    anna.save(
        deck="Anna's",
        tags="Trade, Sea",
        category=sea.pk,
        expires_at_0=f"{later:%Y-%m-%d}",
        expires_at_1=f"{later:%H:%M:%S}",
    )

    refused = bert.save(headline="Bert's headline")
    form = refused.context["adminform"].form

    assert "Changed by them alone, and in the form now: Deck, Primary category, Tags, Expires." in " ".join(
        refused.text.split()
    )
    bert.save(**{name: value for name, value in form.data.items() if value != ""})
    story = stored()
    assert (story.headline, story.deck, story.category, story.expires_at) == ("Bert's headline", "Anna's", sea, later)
    assert {tag.name for tag in story.tags.all()} == {"Trade", "Sea"}


def test_a_byline_that_the_other_changed_is_shown(anna, bert, story):
    ada = make_author(name="Ada Moss")
    anna.save(**{"byline-TOTAL_FORMS": 1, "byline-0-author": ada.pk, "byline-0-position": 0})

    page = bert.save(deck="Bert's").text

    assert "Ada Moss" in page
    assert stored().deck == "Before"


def test_the_same_change_by_both_bars_nobody(anna, bert):
    anna.save(deck="The same")

    bert.save(deck="The same", headline="And a headline")

    assert stored().headline in {"And a headline", "The ferry sails"}


def test_whoever_saves_twice_meets_nobody(anna):
    anna.save(deck="One")
    anna.opened["seen_at"] = anna.client.get(anna.address).context["adminform"].form.initial["seen_at"]

    assert "Somebody saved" not in anna.save(deck="Two").text
    assert stored().deck == "Two"


def test_a_body_is_compared_by_its_words(anna, bert):
    anna.save(body="<p>One.</p><p>The crew was saved.</p>")

    page = bert.save(body="<p>One.</p><p>The whole crew was saved.</p>").text

    assert "The <ins>whole </ins>crew was saved." in page
