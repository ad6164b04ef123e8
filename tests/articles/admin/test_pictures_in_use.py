"""The library says of each picture how often the paper shows it."""

import pytest
from django.urls import reverse

from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_story

pytestmark = pytest.mark.django_db


def test_the_grid_counts_where_each_picture_is_used(client):
    busy, idle = make_image(title="Harbour"), make_image(title="Nobody's")
    make_story(lead_image=busy)
    make_story(body=f'<news-figure data-image="{busy.pk}"></news-figure>')
    make_author(portrait=busy)
    client.force_login(make_user("editor"))

    grid = client.get(reverse("admin:media_image_changelist")).text

    assert grid.count("used 3×") == 1
    assert grid.count("used ") == 1, f"{idle} is used nowhere."
