"""What a story's form takes, refuses and tells."""

from datetime import timedelta

import pytest
from django.urls import reverse

from articles.admin.tags_field import TagsField
from articles.models import State, Story, Tag
from newsroom import clock
from tests.articles.admin.forms import story_form
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_draft, make_story

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/story/add/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("editor"))
    return client


def change(story):
    return reverse("admin:articles_story_change", args=(story.pk,))


def times(**moments):
    return {
        f"{name}_{part}": moment.strftime(form)
        for name, moment in moments.items()
        for part, form in ((0, "%Y-%m-%d"), (1, "%H:%M:%S"))
    }


def test_words_stand_at_their_place_among_the_fields(editor):
    html = editor.get(ADD).text

    places = [
        "id_headline",
        "id_body",
        "id_lead_image",
        "byline-group",
        "id_category",
        "story_sources-group",
        "id_slug",
    ]
    assert [place for place in places if html.count(f'id="{place}"') != 1] == []
    assert sorted(places, key=lambda place: html.index(f'id="{place}"')) == places


def test_enter_in_a_field_saves_and_does_not_publish(editor):
    html = editor.get(ADD).text

    assert html.index('name="_save"') < html.index('name="_publish"')


def test_the_button_says_schedule_when_the_time_lies_ahead(editor):
    story = make_draft(published_at=clock.now() + timedelta(days=1))

    assert 'value="Schedule"' in editor.get(change(story)).text


def test_an_editor_is_told_what_happened(editor):
    later = clock.now() + timedelta(days=2)
    category = make_category().pk

    said = [
        editor.post(ADD, story_form(category=category, headline="One"), follow=True),
        editor.post(ADD, story_form(category=category, headline="Two", _publish="x"), follow=True),
        editor.post(ADD, story_form(category=category, _publish="x", **times(published_at=later)), follow=True),
    ]

    words = ["Readers do not see it yet", "The story is published", "The story is scheduled. It appears on"]
    assert [word in page.text for word, page in zip(words, said, strict=True)] == [True] * 3


def test_a_story_that_would_never_be_seen_is_not_published(editor):
    past = clock.now() - timedelta(days=1)

    page = editor.post(ADD, story_form(category=make_category().pk, _publish="x", **times(expires_at=past)))

    assert "This time is over" in page.text
    assert not Story.objects.exists()


def test_a_scheduled_story_that_is_moved_takes_the_new_date_into_its_address(editor):
    story = make_story(published_at=clock.now() + timedelta(days=3))
    sooner = clock.now() - timedelta(days=1)

    editor.post(change(story), story_form(category=story.category_id, **times(published_at=sooner)))

    story.refresh_from_db()
    assert (story.state, story.published_on) == (State.PUBLISHED, sooner.date())


def test_a_published_story_keeps_its_address_when_its_time_is_moved(editor):
    story = make_story()
    address = story.get_absolute_url()

    editor.post(
        change(story), story_form(category=story.category_id, **times(published_at=clock.now() - timedelta(days=9)))
    )

    assert Story.objects.get().get_absolute_url() == address


def test_somebody_elses_text_is_not_overwritten_unawares(editor):
    story = make_draft()
    seen = story.changed_at.isoformat()
    story.deck = "Theirs"
    story.save()
    typed = story_form(category=story.category_id, deck="Mine", seen_at=seen)

    refused = editor.post(change(story), typed)

    assert "Somebody saved this story while you were writing" in refused.text
    assert "Mine" in refused.text
    assert Story.objects.get().deck == "Theirs"
    editor.post(change(story), typed | {"seen_at": story.changed_at.isoformat()})
    assert Story.objects.get().deck == "Mine"


def test_spaces_part_no_tags_and_each_is_taken_once():
    assert TagsField().clean('Climate change, trade ,  TRADE,, "Paris, Texas"') == [
        "Climate change",
        "TRADE",
        "Paris, Texas",
    ]


def test_a_contributor_takes_tags_that_exist_and_makes_none(client):
    client.force_login(make_user("contributor"))
    Tag.objects.named("Climate change")
    typed = story_form(category=make_category().pk)

    refused = client.post(ADD, typed | {"tags": "climate CHANGE, Bridges"})
    client.post(ADD, typed | {"tags": "climate CHANGE"})

    assert "There is no tag “Bridges” yet" in refused.text
    assert [tag.name for tag in Story.objects.get().tags.all()] == ["Climate change"]
    assert Tag.objects.count() == 1


def test_an_author_reads_the_form_of_a_story_that_they_may_not_change(client):
    user = make_user("contributor")
    client.force_login(user)
    story = make_story(created_by=user, headline="Mine, published")

    page = client.get(change(story))

    assert page.status_code == 200
    assert 'name="_save"' not in page.text


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Путин встретился с Кимом", "putin-vstretilsia-s-kimom"),
        ("中国新闻", "zhong-guo-xin-wen"),
        ("الرئيس يزور روسيا", "lryys-yzwr-rwsy"),
        ("🎉🎉", "9bbfb342"),
        ("!!! ???", "2618f69b"),
        ("news " * 60, "news-" * 15 + "news"),
    ],
)
def test_whatever_a_headline_is_written_in_it_gives_an_address(editor, headline, slug):
    editor.post(ADD, story_form(headline=headline, category=make_category().pk, _publish=1))

    story = Story.objects.public().get()
    assert story.slug == slug
    assert editor.get(story.get_absolute_url()).status_code == 200


def test_a_drafts_slug_follows_its_headline_until_somebody_gives_it_another(editor):
    editor.post(ADD, story_form(headline="Working title", category=make_category().pk))
    story = Story.objects.get()
    assert story.slug == "working-title"

    editor.post(change(story), story_form(headline="Ferry sails", slug="working-title", category=story.category_id))
    story.refresh_from_db()
    assert story.slug == "ferry-sails"

    for headline, slug in (("Ferry sails", "my-own"), ("Ferry sinks", "my-own")):
        editor.post(change(story), story_form(headline=headline, slug=slug, category=story.category_id))
        story.refresh_from_db()
        assert story.slug == "my-own"
