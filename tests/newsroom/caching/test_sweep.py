"""Whatever is changed, in whatever way, no page that shows it stays.

Not a sample: every field of every model that pages show, in every way of changing it, against every kept page. A page
that reads otherwise after the change must not be served a minute later, and a front not even at once.
"""

from functools import partial

import pytest
from django.core.signals import request_finished, request_started
from django.db import DatabaseError, close_old_connections
from django.db.models import ProtectedError

from comments.models import Comment
from newsroom.caching.pages import pages
from newsroom.caching.shown import ShownQuerySet
from tests.newsroom.caching import creating
from tests.newsroom.caching.changing import OTHER_WAYS, another_value, by_saving, fields_of, shown_models
from tests.newsroom.caching.sweeping import SweptPaper, at_that_time
from tests.newsroom.caching.whole_paper import kept_views, views_at

MODELS = shown_models()


@pytest.fixture
def swept(db, folder):
    # Django would close a connection that is in the middle of a transaction, as this one is all the time.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    with at_that_time():
        yield SweptPaper(pages())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_every_view_whose_pages_are_kept_is_swept(swept):
    assert kept_views() == views_at(swept.addresses)


@pytest.mark.parametrize("model", MODELS)
def test_no_way_of_writing_goes_round_the_purge(model):
    assert issubclass(model._default_manager._queryset_class, ShownQuerySet)


@pytest.mark.parametrize("model", MODELS)
def test_a_changed_field_purges_all_that_shows_it(swept, model, subtests):
    for row in swept.examples(model):
        for field in fields_of(model):
            value = another_value(field, row)
            if value is None:
                continue
            # How many comments a story has is no news on a front.
            when = {"fronts_at_once": model is not Comment and field.name != "comment_count"}
            with subtests.test(row=row.pk, field=field.name):
                try:
                    assert swept.stay_wrongly(partial(by_saving, row, field, value), **when) == []
                except (DatabaseError, RecursionError):
                    continue  # There is no such row: the database refuses it, or a category would stand below itself.
                with swept.after(partial(by_saving, row, field, value), **when) as served:
                    right = set(served)
                for way in OTHER_WAYS:
                    with swept.after(partial(way, row, field, value), **when) as served:
                        missed = set(served) - right
                        assert [a for a in missed if swept.made_anew(a) != swept.usual[a]] == [], way.__name__


@pytest.mark.parametrize("model", MODELS)
def test_a_deleted_row_purges_all_that_shows_it(swept, model, subtests):
    for row in swept.examples(model):
        rows = model._default_manager.filter(pk=row.pk)
        for way in (rows.delete, rows.get().delete):
            with subtests.test(row=str(row)):
                try:
                    assert swept.stay_wrongly(way, fronts_at_once=model is not Comment) == []
                except ProtectedError:
                    break  # It is shown, so it cannot go.


def test_a_new_row_purges_all_that_shows_it(swept, subtests):
    for create in creating.WAYS:
        with subtests.test(what=create.__name__):
            at_once = create not in creating.OF_COMMENTS
            assert swept.stay_wrongly(partial(create, swept.paper), fronts_at_once=at_once) == []


def test_the_sweep_sees_a_page_that_stays(swept, monkeypatch):
    """With nothing purged, changes of every model are found to leave old pages standing."""
    monkeypatch.setattr("newsroom.caching.shown.purge", lambda *_, **__: None)
    story = swept.paper.first

    stay = swept.stay_wrongly(lambda: type(story).objects.filter(pk=story.pk).update(headline="Other"))

    assert {"/", story.get_absolute_url(), "/latest/", "/feed/", "/author/ada/"} <= set(stay)
