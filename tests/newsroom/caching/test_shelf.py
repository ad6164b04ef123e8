"""Pages on disk: whole or not there, shared, bounded, and never needed."""

import errno
import os
import shutil

import pytest

from articles.models import Story
from newsroom.caching import shelf as shelf_module
from newsroom.caching.begin import with_finished_pages
from newsroom.caching.board import Board
from newsroom.caching.layer import FinishedPages
from newsroom.caching.memory import Memory
from newsroom.caching.pages import Pages, pages
from newsroom.caching.trimming import trim
from newsroom.request import Handler
from tests.factories.stories import make_category, make_story
from tests.newsroom.caching.readers import Worker


@pytest.fixture
def address(keeping):
    return make_story(headline="Ferry sails", category=make_category(slug="world")).get_absolute_url()


def files(keeping):
    return sorted(keeping.shelf.folder.glob("*/*.page"))


def test_pages_are_there_again_after_a_restart(worker, worker_of, address):
    worker.ask(address)
    assert not worker_of().makes(address)


def test_another_edition_of_the_site_keeps_its_own_pages(worker, keeping, address):
    """After an upgrade no page refers to stylesheets that are gone."""
    worker.ask(address)
    upgraded = Pages(keeping.shelf.root, edition="upgraded", most_bytes=10**8, memory_bytes=10**7)

    assert Worker(FinishedPages(Handler(), upgraded)).makes(address)


@pytest.mark.parametrize(
    "damage", [lambda raw: raw[: len(raw) // 2], lambda _: b"", lambda raw: raw[:-1] + b"\0", lambda _: os.urandom(99)]
)
def test_a_half_written_page_is_made_anew(worker, worker_of, keeping, address, damage):
    worker.ask(address)
    [file] = files(keeping)
    file.write_bytes(damage(file.read_bytes()))

    seen = worker_of().ask(address)

    assert (seen.status, "Ferry sails" in seen.text) == (200, True)
    assert not worker_of().makes(address)


def test_a_process_that_dies_while_it_writes_leaves_no_page(worker, worker_of, keeping, address, monkeypatch):
    def dies(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(shelf_module.Path, "replace", dies)
        with pytest.raises(KeyboardInterrupt):
            worker.ask(address)

    assert files(keeping) == []
    assert "Ferry sails" in worker_of().ask(address).text


def test_a_full_disk_means_that_pages_are_made_for_each_reader(worker, keeping, address, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shelf_module.tempfile, "mkstemp", full)

    for _ in range(2):
        assert "Ferry sails" in worker.ask(address).text
    assert worker.made == 2
    assert files(keeping) == []


def test_a_folder_that_takes_no_file_means_that_none_are_kept(settings, tmp_path, transactional_db):
    (tmp_path / "pages").write_text("no folder")
    settings.PAGES, settings.PAGES_FOLDER = True, tmp_path / "pages"
    pages.cache_clear()
    handler = Handler()
    try:
        assert with_finished_pages(handler) is handler
    finally:
        pages.cache_clear()


def test_a_folder_that_somebody_removes_is_filled_again(worker, worker_of, keeping, address):
    worker.ask(address)
    shutil.rmtree(keeping.shelf.root)

    assert not worker.makes(address)  # it is still at hand
    Story.objects.update(headline="Ferry stays")
    assert "Ferry stays" in worker.ask(address).text
    assert len(files(keeping)) == 1


def test_the_shelf_stays_within_its_bound(worker, keeping):
    for n in range(12):
        worker.ask(make_story(slug=f"story-{n}").get_absolute_url())
    sizes = [file.stat().st_size for file in files(keeping)]
    keeping.shelf.most_bytes = sum(sizes) // 2

    gone = trim(keeping.shelf)

    assert 0 < gone < 12
    assert sum(file.stat().st_size for file in files(keeping)) <= keeping.shelf.most_bytes


def test_what_was_left_behind_and_former_editions_go(worker, keeping, address):
    worker.ask(address)
    [page] = files(keeping)
    left, former = page.with_name("tmp-left"), keeping.shelf.root / "former"
    left.write_text("half")
    (former / "00").mkdir(parents=True)
    for old in (left, former):
        os.utime(old, (1, 1))

    trim(keeping.shelf)

    assert (left.exists(), former.exists(), page.exists()) == (False, False, True)


def test_a_process_has_only_so_many_pages_at_hand(worker, keeping):
    keeping.memory = Memory(60_000)
    addresses = [make_story(slug=f"story-{n}").get_absolute_url() for n in range(10)]
    for address in addresses:
        worker.ask(address)

    assert 0 < len(keeping.memory) < 10
    made = worker.made
    for address in addresses:
        worker.ask(address)
    assert worker.made == made  # the others are on the shelf


def test_after_the_machine_was_started_anew_nothing_is_believed(worker, worker_of, keeping, address, monkeypatch):
    """It may have lost purges that were still in its memory."""
    worker.ask(address)
    monkeypatch.setattr("newsroom.caching.board._this_boot", lambda: 7)
    Board.at(keeping.shelf.root).close()

    assert worker_of().makes(address)
