"""Accounts that add up, and imports that are repeated, tried, interrupted and broken off."""

import pytest

from articles.models import Author, Category, Page, Story, Tag
from comments.models import Comment
from newsroom.wordpress.export import TruncatedError
from newsroom.wordpress.importer import import_wordpress
from newsroom.wordpress.models import Imported
from tests.factories import wordpress as old

pytestmark = pytest.mark.django_db


def story() -> Story:
    return Story.objects.get()


def test_everything_else_is_counted(bring):
    ledger, _ = bring(old.item(post_type="nav_menu_item"), old.item(post_type="wp_block"), old.item(post_type="recipe"))
    assert [ledger.rows[row].left for row in ("menu items", "reusable blocks", "items of “recipe”")] == [1, 1, 1]


EVERYTHING = (
    old.author(),
    old.category(),
    old.tag(),
    old.item("T", "b", old.filed("harbour", "Harbour"), old.filed("ferry", "Ferry", "post_tag"), old.comment()),
    old.item("Odd", "b", old.filed("odd", "Odd"), old.filed("odd-tag", "Odd tag", "post_tag"), creator="bo"),
    old.item("P", "b", post_type="page"),
)


def everything_here() -> list:
    models = (Author, Category, Tag, Story, Page, Comment, Imported)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_a_second_import_changes_not_one_row(bring):
    bring(*EVERYTHING)
    before = everything_here()
    ledger, told = bring(*EVERYTHING)
    assert everything_here() == before
    assert sum(row.imported for row in ledger.rows.values()) == 0
    assert told == ""


def test_a_later_export_brings_only_what_is_new(bring):
    bring(old.item("T", "b", old.comment("First", number=3), number=2))
    bring(old.item("T", "b", old.comment("First", number=3), old.comment("Then", number=5, parent="3"), number=2))
    assert [comment.text for comment in Comment.objects.order_by("pk")] == ["First", "Then"]
    assert Story.objects.count() == 1


def test_what_an_editor_deleted_stays_deleted(bring):
    bring(old.item(number=2))
    story().delete()
    bring(old.item(number=2))
    assert not Story.objects.exists()


def test_a_dry_run_says_the_same_and_keeps_nothing(bring):
    dry, dry_told = bring(*EVERYTHING, dry=True)
    kept = sum(len(rows) for rows in everything_here())
    real, told = bring(*EVERYTHING)
    assert kept == 0
    assert (dry.rows, dry_told) == (real.rows, told)


def test_a_broken_file_gives_what_came_before_and_an_account(tmp_path):
    path = old.write(tmp_path, old.item("Whole", number=1), old.item("Broken", number=2))
    path.write_bytes(path.read_bytes()[:-150])
    with pytest.raises(TruncatedError) as broken:
        import_wordpress(path=path)
    assert story().headline == "Whole"
    assert broken.value.ledger.rows["posts"].imported == 1


def test_an_import_that_was_interrupted_goes_on_where_it_was(tmp_path):
    filed = old.filed("harbour", "Harbour")
    posts = {"One": "1.", "": "Two.", "Three": "3."}
    path = old.write(tmp_path, *(old.item(title, body, filed) for title, body in posts.items()))

    def stop(_line):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_wordpress(path=path, tell=stop)
    ledger = import_wordpress(path=path)
    assert (ledger.rows["posts"].here, ledger.rows["posts"].imported) == (1, 2)
    assert Story.objects.count() == 3


def test_a_reusable_block_may_come_later_in_the_file(bring):
    bring(old.item("T", '<!-- wp:block {"ref":7} /-->'), old.item("Box", "<p>b</p>", number=7, post_type="wp_block"))
    assert story().body == "<p>b</p>"
