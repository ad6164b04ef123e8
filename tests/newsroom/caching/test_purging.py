"""A purge is made when its change is committed, not before, not without, and exactly once lost never."""

from datetime import timedelta

import pytest
from django.core import serializers
from django.core.management import call_command
from django.db import transaction

from articles.models import Story
from comments.actions.post import post_comment
from newsroom import clock
from newsroom.caching import purging
from newsroom.caching.models import Purge
from newsroom.caching.purging import MOST_KEYS, MOST_WAITING, purge, purge_everything
from newsroom.caching.sweeping import Sweeper, forget_old
from tests.factories.stories import make_category, make_story


@pytest.fixture
def story(keeping):
    return make_story(headline="Ferry sails", category=make_category(slug="world"))


@pytest.fixture
def address(story, worker):
    """Where the story's page is kept."""
    worker.ask(story.get_absolute_url())
    return story.get_absolute_url()


def test_nothing_is_purged_before_the_change_is_committed(worker, story, address):
    with transaction.atomic():
        Story.objects.filter(pk=story.pk).update(headline="Ferry stays")
        assert not worker.makes(address)
    assert worker.makes(address)


def test_what_is_taken_back_purges_nothing(worker, story, address):
    before = Purge.objects.count()
    with transaction.atomic():
        Story.objects.filter(pk=story.pk).update(headline="Ferry stays")
        transaction.set_rollback(True)
    assert not worker.makes(address)
    assert Purge.objects.count() == before


def test_what_a_savepoint_took_back_and_is_done_again_purges(worker, story, address):
    with transaction.atomic():
        with transaction.atomic():
            Story.objects.filter(pk=story.pk).update(headline="Ferry stays")
            transaction.set_rollback(True)
        Story.objects.filter(pk=story.pk).update(headline="Ferry turns")
    assert "Ferry turns" in worker.ask(address).text


def test_the_same_change_twice_in_one_transaction_is_one_purge(story):
    before = Purge.objects.count()
    with transaction.atomic():
        for _ in range(3):
            Story.objects.filter(pk=story.pk).update(headline="Ferry stays")
    assert Purge.objects.count() == before + 1


def test_a_purge_whose_process_died_is_made_by_another(worker, story, address, monkeypatch):
    sweeper = Sweeper()
    sweeper.sweep()
    with monkeypatch.context() as patch:
        patch.setattr(purging, "apply", lambda *_, **__: None)  # killed after COMMIT
        Story.objects.filter(pk=story.pk).update(headline="Ferry stays")
    assert not worker.makes(address)

    assert sweeper.sweep() == 1

    assert "Ferry stays" in worker.ask(address).text
    assert sweeper.sweep() == 0


def test_a_purge_that_was_made_here_is_not_made_again(worker, story, address):
    sweeper = Sweeper()
    Story.objects.filter(pk=story.pk).update(headline="Ferry stays")
    worker.ask(address)

    assert sweeper.sweep() == 0
    assert not worker.makes(address)


def test_a_purge_of_a_slow_transaction_is_not_passed_over(worker, story, address, keeping):
    """Its number is lower than that of one which was committed before it."""
    sweeper = Sweeper()
    sweeper.sweep()
    late = Purge(keys=[f"story:{story.pk}"], gone=True, pk=Purge.objects.latest("pk").pk + 1)
    Purge.objects.create(keys=["latest"], pk=late.pk + 1)
    sweeper.sweep()
    worker.ask(address)
    late.save(force_insert=True)

    assert sweeper.sweep() == 1

    assert worker.makes(address)
    assert keeping.board.has_made(late.pk)


def test_a_machine_that_slept_makes_what_it_missed(worker, story, address, monkeypatch):
    """Its processes were stopped while another machine changed the story."""
    Sweeper().sweep()
    with monkeypatch.context() as patch:
        patch.setattr(purging, "apply", lambda *_, **__: None)
        Story.objects.filter(pk=story.pk).update(headline="Ferry stays")
    with clock.as_of(clock.now() + timedelta(minutes=30)):
        Sweeper().sweep()
        assert "Ferry stays" in worker.ask(address).text


def test_a_machine_that_slept_too_long_believes_nothing(worker, address):
    Sweeper().sweep()
    with clock.as_of(clock.now() + timedelta(hours=1)):
        Purge.objects.all().delete()
        Sweeper().sweep()
        assert worker.makes(address)


def test_after_an_earlier_database_was_put_back_nothing_is_believed(worker, address):
    """Its purges have numbers that were used before."""
    sweeper = Sweeper()
    sweeper.sweep()
    sweeper.low = Purge.objects.latest("pk").pk + 100

    sweeper.sweep()

    assert worker.makes(address)


def test_old_purges_are_forgotten(story, address):
    with clock.as_of(clock.now() + timedelta(hours=2)):
        forget_old()
    assert not Purge.objects.exists()


def test_a_purge_of_too_much_to_tell_is_one_of_everything(worker, address):
    purge(f"image:{number}" for number in range(MOST_KEYS + 1))
    assert worker.makes(address)


def test_a_transaction_of_very_many_changes_is_a_purge_of_everything(worker, address):
    """A section with thousands of stories is moved. One by one, each purge would be held against all before it."""
    with transaction.atomic():
        for number in range(2 * MOST_WAITING):
            purge([f"story:{number + 1_000}"], gone=bool(number % 2))
    assert Purge.objects.filter(because="").count() == MOST_WAITING + 1
    assert worker.makes(address)


def test_everything_can_be_purged(worker, worker_of, address):
    other = worker_of()
    purge_everything(because="an operator asked")
    assert worker.makes(address)
    assert not other.makes(address)  # it is on the shelf again


def test_a_paper_that_keeps_no_pages_writes_no_purges(settings, story):
    settings.PAGES = False
    before = Purge.objects.count()
    Story.objects.filter(pk=story.pk).update(headline="Ferry stays")
    assert Purge.objects.count() == before


def test_a_row_that_a_fixture_moves_purges_the_page_where_it_stood(worker, story, tmp_path):
    """`loaddata` writes rows past what a model does when it is saved."""
    other = make_story(headline="Ferry stays", category=story.category)
    comment = post_comment(story=story, name="Ada", text="Well sailed.")
    assert "Well sailed." in worker.ask(story.get_absolute_url()).text
    comment.story = other
    fixture = tmp_path / "moved.json"
    fixture.write_text(serializers.serialize("json", [comment]))

    call_command("loaddata", fixture, verbosity=0)

    assert "Well sailed." not in worker.ask(story.get_absolute_url()).text
