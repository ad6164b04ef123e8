import pytest
from django.db.models import ProtectedError

from articles.media.actions import remove_image
from articles.media.usage import uses_of
from articles.models import SiteSettings
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_draft, make_page, make_story

pytestmark = pytest.mark.django_db


def places(image, role="editor") -> list[str]:
    return [use.label for use in uses_of(image, make_user(role))]


def test_a_picture_knows_the_stories_that_lead_with_it_or_show_it_in_their_text():
    image = make_image()
    make_story(headline="Led", lead_image=image)
    make_story(headline="Shown", body=f'<news-figure data-image="{image.pk}"></news-figure>')
    make_story(headline="Neither")

    assert sorted(places(image)) == ["Story: Led", "Story: Shown"]


def test_a_picture_anywhere_in_a_gallery_is_in_use():
    first, second = make_image(), make_image()
    make_story(headline="Walk", body=f'<news-gallery data-images="{first.pk},{second.pk}"></news-gallery>')

    assert places(first) == places(second) == ["Story: Walk"]


def test_a_number_that_begins_with_its_own_is_another_picture():
    image = make_image()
    make_story(body=f'<news-gallery data-images="{image.pk}0,9{image.pk}"></news-gallery>')

    assert places(image) == []


def test_a_picture_taken_out_of_a_text_is_in_use_no_more():
    image = make_image()
    story = make_story(body=f'<p>Seen.</p><news-figure data-image="{image.pk}"></news-figure>')
    story.body = "<p>Seen.</p>"
    story.save()

    assert places(image) == []
    remove_image(image=image)


@pytest.mark.parametrize("make", [make_story, make_page])
def test_a_picture_in_a_text_cannot_leave_the_library(make):
    image = make_image()
    make(body=f'<news-gallery data-images="{image.pk}"></news-gallery>')

    with pytest.raises(ProtectedError):
        remove_image(image=image)


def test_a_text_may_name_a_picture_that_is_not_there():
    assert make_story(body='<p>Gone.</p><news-figure data-image="4711"></news-figure>').pictures.count() == 0


def test_portraits_logos_and_pages_count_as_uses():
    image = make_image()
    make_author(name="Ada Marsh", portrait=image)
    make_page(title="About", body=f'<news-figure data-image="{image.pk}"></news-figure>')
    SiteSettings(name="The Paper", logo=image).save()

    assert sorted(places(image)) == ["Logo of The Paper", "Page: About", "Portrait: Ada Marsh"]


@pytest.mark.parametrize("role", ["contributor", "author"])
def test_the_drafts_of_others_are_not_named_to_those_who_may_not_see_them(role):
    image = make_image()
    make_draft(headline="Not yours", lead_image=image)
    make_page(title="Nor this", is_public=False, body=f'<news-figure data-image="{image.pk}"></news-figure>')
    make_story(headline="Everybody's", lead_image=image)

    assert sorted(places(image, role)) == [
        "A page that is not public",
        "A story of somebody else that is not public",
        "Story: Everybody's",
    ]


def test_a_writer_is_told_of_drafts_of_their_own():
    image, writer = make_image(), make_user("contributor")
    make_draft(headline="Mine", lead_image=image, created_by=writer)

    assert [use.label for use in uses_of(image, writer)] == ["Story: Mine"]
