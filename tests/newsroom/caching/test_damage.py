"""What goes wrong with the folder of finished pages: readers are answered, and nobody is shown what is not true."""

import subprocess
import sys

import pytest

from articles.models import Story
from newsroom.caching.board import Board, slot_of
from tests.factories.stories import make_category, make_story

# A disk that is full after a million bytes, as the system itself tells of it.
FULL = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
from newsroom.caching.board import Board
try:
    Board.at(Path(sys.argv[1]))
except OSError as reason:
    print("refused")
"""


@pytest.fixture
def address(keeping):
    return make_story(headline="Ferry sails", category=make_category(slug="world")).get_absolute_url()


def test_a_disk_without_room_for_the_board_takes_no_pages(tmp_path):
    said = subprocess.run([sys.executable, "-c", FULL, tmp_path], check=False, capture_output=True, text=True)  # noqa: S603  # our own

    assert (said.stdout, said.stderr) == ("refused\n", "")


def test_a_change_is_seen_where_the_folder_takes_no_file_any_more(worker, worker_of, keeping, address):
    """Its disk failed and can only be read, or somebody else owns it by now."""
    workers = [worker, worker_of()]
    for one in workers:
        one.ask(address)
    turn = keeping.board.file.with_name("board-turn")
    turn.unlink()
    turn.symlink_to(keeping.board.file.with_name("nowhere") / "at-all")

    Story.objects.update(headline="Ferry stays")

    for one in workers:
        assert "Ferry stays" in one.ask(address).text


def test_a_board_that_is_none_is_begun_anew(tmp_path):
    """Whatever was written over it, the paper starts, keeps pages and purges them."""
    board = Board.at(tmp_path)
    board.close()
    board.file.write_bytes(b"\xff" * board.file.stat().st_size)

    anew = Board.at(tmp_path)
    made_at = anew.stamp
    assert anew.purged([slot_of("story:1")]) < made_at
    anew.purge(["story:1"])
    assert anew.purged([slot_of("story:1")]) > made_at
