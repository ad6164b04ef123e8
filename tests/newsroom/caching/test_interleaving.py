"""A page that was made of older data than a purge is never served after it, whenever in its making the purge comes."""

import pytest
from django.db import connection

from articles.models import Story
from newsroom.caching import purging
from tests.factories.stories import make_category, make_story

OLD, NEW = "Ferry sails", "Ferry stays"


class Steps:
    """Counts what happens while a page is made: before each query, and around finishing and keeping the page."""

    def __init__(self, at):
        self.at, self.passed, self.inside = at, 0, False

    def step(self):
        if self.inside:
            return
        self.inside = True
        self.at(self.passed)
        self.passed += 1
        self.inside = False

    def query(self, execute, sql, params, many, context):
        self.step()
        return execute(sql, params, many, context)

    def before_and_after(self, function):
        def stepped(*args, **more):
            self.step()
            try:
                return function(*args, **more)
            finally:
                self.step()

        return stepped


@pytest.fixture
def story(keeping):
    return make_story(headline=OLD, category=make_category(slug="world"))


@pytest.fixture
def make_in_steps(worker, monkeypatch):
    """Make the page at an address, calling `at` with the number of each step; says how many there were."""

    def make(address, at):
        steps, pages = Steps(at), worker.layer.pages
        with monkeypatch.context() as patch, connection.execute_wrapper(steps.query):
            patch.setattr(worker.layer, "application", steps.before_and_after(worker.layer.application))
            patch.setattr(pages, "keep", steps.before_and_after(pages.keep))
            patch.setattr(pages.shelf, "put", steps.before_and_after(pages.shelf.put))
            patch.setattr(pages.memory, "put", steps.before_and_after(pages.memory.put))
            worker.ask(address)
        return steps.passed

    return make


@pytest.fixture
def held_back(monkeypatch):
    """Purges as they would be made on commit, but when the test says so."""
    asked = []
    really = purging.apply
    monkeypatch.setattr(purging, "apply", lambda *args, **more: asked.append((args, more)))

    def make_them():
        for args, more in asked:
            really(*args, **more)
        asked.clear()

    return make_them


@pytest.mark.parametrize("where", ["article", "/", "/latest/"])
def test_a_change_at_any_step_of_the_making_is_seen_by_the_next_reader(
    worker, worker_of, keeping, story, make_in_steps, held_back, where
):
    """Committed at one step and purged at it, or only when all was done, or at each step after the first."""
    address = story.get_absolute_url() if where == "article" else where
    other = worker_of()
    worker.ask(address)
    keeping.board.forget_everything()
    steps = make_in_steps(address, lambda _: None)
    assert steps > 8
    moments = {(step, step) for step in range(steps)} | {(step, steps) for step in range(steps)}
    moments |= {(0, step) for step in range(steps)}
    for number, (committed, purged) in enumerate(sorted(moments)):
        keeping.board.forget_everything()
        headline = f"{NEW} {number}"

        def at(step, *, committed=committed, purged=purged, headline=headline):
            if step == committed:
                Story.objects.filter(pk=story.pk).update(headline=headline)
            if step == purged:
                held_back()

        assert make_in_steps(address, at) > committed
        held_back()

        assert headline in worker.ask(address).text, (committed, purged)
        assert headline in other.ask(address).text, (committed, purged)
