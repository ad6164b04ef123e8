"""Two tags that mean the same become one."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.actions.merge import merge_tag
from articles.models import Tag
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def tags():
    category = make_category()
    make_story(headline="Both", tags=["Trade", "Commerce"], category=category)
    make_story(headline="One", tags=["Commerce"], category=category)
    return Tag.objects.get(name="Commerce"), Tag.objects.get(name="Trade")


def test_its_stories_bear_the_other_one_each_once(client, tags):
    commerce, trade = tags

    assert merge_tag(tag=commerce, into=trade) == 2

    page = client.get("/tag/trade/").text
    assert page.count(">Both<") == page.count(">One<") == 1
    assert trade.story_tags.count() == 2


def test_its_address_leads_to_the_other_one(client, tags):
    commerce, trade = tags
    merge_tag(tag=commerce, into=trade)

    assert client.get("/tag/commerce/")["Location"] == "/tag/trade/"
    assert client.get("/tag/commerce/page/2/")["Location"] == "/tag/trade/page/2/"


def test_a_tag_does_not_become_itself(tags):
    with pytest.raises(ValidationError, match="another tag"):
        merge_tag(tag=tags[0], into=tags[0])
    assert Tag.objects.count() == 2


def test_an_editor_merges_from_the_tags_own_form(client, tags):
    client.force_login(make_user("editor"))
    commerce, trade = tags
    door = reverse("admin:articles_tag_merge", args=(commerce.pk,))
    assert door in client.get(reverse("admin:articles_tag_change", args=(commerce.pk,))).text
    assert "Choose the tag that stays" in client.post(door, {"into": ""}).text
    assert client.get(door).status_code == 200

    told = client.post(door, {"into": trade.pk}, follow=True).text

    assert "“Commerce” is “Trade” now, on 2 stories" in told


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_nobody_merges_who_may_not_delete_a_tag(client, tags, role):
    client.force_login(make_user(role))
    door = reverse("admin:articles_tag_merge", args=(tags[0].pk,))

    assert client.get(door).status_code == 403
    assert client.post(door, {"into": tags[1].pk}).status_code == 403
    assert Tag.objects.count() == 2
