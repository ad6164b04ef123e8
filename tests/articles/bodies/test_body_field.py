"""Whichever way a body comes in, it is stored clean."""

import pytest

from articles.bodies.fields import BodyField
from articles.models import Page
from tests.factories.stories import make_page

pytestmark = pytest.mark.django_db
RAW = '<p onclick="x()">a<script>alert(1)</script></p>'


def test_creating_cleans():
    page = make_page(body=RAW)
    page.refresh_from_db()
    assert page.body == "<p>a</p>"


def test_creating_in_bulk_cleans():
    page = make_page()
    page.pk, page.slug, page.body = None, "another", RAW
    Page.objects.bulk_create([page])
    assert Page.objects.get(slug="another").body == "<p>a</p>"


def test_saving_again_changes_nothing():
    page = make_page(body=RAW)
    page.save()
    assert page.body == "<p>a</p>"


def test_a_form_gives_back_what_the_gate_leaves():
    assert BodyField(blank=True).formfield().clean("plain") == "plain"
    assert BodyField(blank=True).clean("plain", None) == "<p>plain</p>"


def test_an_editor_change_is_no_migration():
    assert BodyField(blank=True).deconstruct()[1] == "django.db.models.TextField"
