"""What an import makes of an old site, and what its account says."""

from datetime import UTC, datetime

import pytest

from articles.models import Author, Category, CommentPolicy, Kind, Page, State, Story, Tag
from comments.models import Comment
from comments.models import State as CommentState
from newsroom.wordpress.export import TruncatedError
from newsroom.wordpress.importer import import_wordpress
from newsroom.wordpress.models import Imported
from tests.factories import wordpress as old
from tests.factories.stories import make_category

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(tmp_path):
    """Import an export of these parts; the lines that were told are in the ledger's `told`."""

    def run(*parts, name="export.xml", **options):
        told = []
        ledger = import_wordpress(path=old.write(tmp_path, *parts, name=name), tell=told.append, **options)
        assert ledger.adds_up
        return ledger, "\n".join(told)

    return run


def story() -> Story:
    return Story.objects.get()


def test_a_post_is_published_at_its_own_time(bring):
    bring(old.item("The ferry sails again", "It <b>sailed</b>.", excerpt="At <i>last</i>.", post_name="ferry"))
    assert (story().headline, story().deck, story().slug) == ("The ferry sails again", "At last.", "ferry")
    assert story().body == "<p>It <strong>sailed</strong>.</p>"
    assert (story().state, story().published_at) == (State.PUBLISHED, datetime(2020, 3, 1, 9, tzinfo=UTC))


def test_its_author_is_named_in_the_byline(bring):
    bring(old.author("ana", "Ana Lima"), old.item(creator="ana"))
    assert story().byline_names == ["Ana Lima"]


def test_an_author_whom_only_an_item_names_is_known_by_login(bring):
    bring(old.item(creator="guest42"))
    assert story().byline_names == ["guest42"]


def test_categories_keep_their_tree(bring):
    bring(old.category("ferries", "Ferries", parent="harbour"), old.category("harbour", "Harbour"))
    assert Category.objects.get(slug="ferries").path == "harbour/ferries"


def test_a_circle_of_parents_is_cut(bring):
    ledger, _ = bring(old.category("a", "Aa", parent="b"), old.category("b", "Bb", parent="a"))
    assert ledger.rows["categories"].imported == 2


def test_the_most_used_categories_lead_the_navigation_of_a_new_site(bring):
    bring(old.category("dull", "Dull"), old.category(), old.item("T", "b", old.filed("harbour", "Harbour")))
    assert [category.slug for category in Category.objects.filter(in_navigation=True)] == ["harbour"]


def test_a_site_with_a_navigation_keeps_it(bring):
    mine = make_category(in_navigation=True)
    bring(old.category(), old.item("T", "b", old.filed("harbour", "Harbour")))
    assert list(Category.objects.filter(in_navigation=True)) == [mine]


def test_a_category_that_is_here_under_its_name_is_joined(bring):
    mine = make_category(name="Harbour", slug="harbour")
    bring(old.category(), old.item("T", "b", old.filed("harbour", "Harbour")))
    assert story().category == mine


def test_a_reserved_category_slug_is_numbered_and_told(bring):
    _, told = bring(old.category("search", "Search"))
    assert Category.objects.get().path == "search-2"
    assert "/search-2/" in told


def test_uncategorized_gives_way_to_any_other_category(bring):
    filed = old.filed("uncategorized", "Uncategorized"), old.filed("harbour", "Harbour")
    bring(old.item("T", "b", *filed))
    assert (story().category.slug, story().further_categories.count()) == ("harbour", 0)


def test_a_post_filed_nowhere_is_uncategorized(bring):
    bring(old.item())
    assert story().category.name == "Uncategorized"


def test_tags_that_differ_in_case_and_accents_alone_are_one(bring):
    tags = old.tag("cafe", "Café"), old.tag("cafe-2", "CAFE")
    _, told = bring(*tags, old.item("T", "b", old.filed("cafe-2", "CAFE", "post_tag")))
    assert [tag.name for tag in story().tags.all()] == ["Café"]
    assert "joined" in told


STATUSES = {
    "publish": (State.PUBLISHED, ""),
    "draft": (State.DRAFT, ""),
    "pending": (State.DRAFT, "waiting for review"),
    "private": (State.DRAFT, "private"),
    "in-progress": (State.DRAFT, "in-progress"),
}


@pytest.mark.parametrize("status", STATUSES)
def test_what_readers_did_not_see_they_do_not_see_now(bring, status):
    state, reason = STATUSES[status]
    _, told = bring(old.item(status=status))
    assert story().state == state
    assert reason in told


def test_a_draft_without_date_and_slug_comes(bring):
    zeros = "0000-00-00 00:00:00"
    bring(old.item(status="draft", post_date=zeros, post_date_gmt=zeros, post_name=""))
    assert story().state == State.DRAFT


def test_a_post_with_a_password_is_a_draft_and_says_so(bring):
    _, told = bring(old.item(post_password="secret"))
    assert story().state == State.DRAFT
    assert "password" in told
    assert "secret" not in told


def test_a_post_of_the_future_is_scheduled(bring):
    bring(old.item(status="future", post_date_gmt="2140-01-01 08:00:00"))
    assert story().published_at.year == 2140
    assert not Story.objects.public().exists()


def test_what_was_in_the_trash_is_left_with_a_reason(bring):
    ledger, told = bring(old.item("Gone", "b", old.comment(), status="trash"))
    assert (ledger.rows["posts"].left, ledger.rows["comments"].left) == (1, 1)
    assert "it was in the trash" in told


def test_a_post_without_title_is_headed_by_its_first_words(bring):
    _, told = bring(
        old.item("", "The pier closed. Nobody knows why, and nobody asked the harbour master about it at all.")
    )
    assert story().headline.startswith("The pier closed.")
    assert "no title" in told


def test_a_post_without_anything_still_has_a_headline(bring):
    bring(old.item("", "", post_name="edge"))
    assert story().headline == "Untitled (edge)"


def test_a_title_too_long_is_cut_and_kept_whole_in_the_text(bring):
    title = "word " * 80
    bring(old.item(title, "Body."))
    assert len(story().headline) <= 300
    assert story().body == f"<p>{title.strip()}</p><p>Body.</p>"


def test_markup_in_a_title_is_only_words(bring):
    bring(old.item("Fish &amp; <em>chips</em>"))
    assert story().headline == "Fish & chips"


def test_a_slug_of_another_script_is_transliterated_and_told(bring):
    _, told = bring(old.item(post_name="%d0%bf%d0%b0%d1%80%d0%be%d0%bc"))
    assert story().slug == "parom"
    assert "parom" in told


def test_two_posts_of_one_day_with_one_slug_both_come(bring):
    _, told = bring(old.item(post_name="ferry"), old.item(post_name="ferry"))
    assert {one.slug for one in Story.objects.all()} == {"ferry", "ferry-2"}
    assert "ferry-2" in told


def test_the_format_of_a_post_is_its_kind(bring):
    bring(old.item("T", "b", old.filed("post-format-gallery", "Gallery", "post_format")))
    assert story().kind == Kind.GALLERY


def test_closed_comments_stay_closed(bring):
    bring(old.item(comment_status="closed"))
    assert story().comment_policy == CommentPolicy.CLOSED


def test_comments_keep_thread_time_and_state(bring):
    answers = (
        old.comment("Reply", number=5, parent="4"),
        old.comment("Root", number=4),
        old.comment("Held", approved="0"),
    )
    bring(old.item("T", "b", *answers))
    reply = Comment.objects.get(text="Reply")
    assert (reply.parent.text, reply.posted_at) == ("Root", datetime(2020, 3, 2, 9, tzinfo=UTC))
    assert Comment.objects.get(text="Held").state == CommentState.HELD
    assert story().comment_count == 2


def test_a_reader_without_a_name_is_anonymous(bring):
    bring(old.item("T", "b", old.comment(name="\u200b")))
    assert Comment.objects.get().name == "Anonymous"


def test_nothing_of_a_readers_address_or_mail_is_kept(bring):
    bring(old.item("T", "b", old.comment()))
    assert "192.0.2.7" not in str(Comment.objects.values().get())
    assert "jo@mail" not in str(Comment.objects.values().get())


def test_pingbacks_are_counted_and_left_and_their_answers_begin_threads(bring):
    ledger, told = bring(old.item("T", "b", old.comment(number=8, kind="pingback"), old.comment("So?", parent="8")))
    assert ledger.rows["pingbacks and trackbacks"].left == 1
    assert Comment.objects.get().parent is None
    assert "begins a thread" in told


def test_spam_and_rubbish_are_left(bring):
    ledger, _ = bring(old.item("T", "b", old.comment(approved="trash"), old.comment(approved="spam"), old.comment("")))
    assert ledger.rows["comments"].left == 3


def test_a_page_stands_at_its_own_address(bring):
    bring(old.item("About us", "We <i>print</i>.", post_type="page", post_name="about-us"))
    page = Page.objects.get()
    assert (page.title, page.slug, page.is_public) == ("About us", "about-us", True)
    assert page.body == "<p>We <em>print</em>.</p>"


def test_a_page_where_something_stands_is_numbered_and_told(bring):
    make_category(name="Harbour", slug="harbour")
    _, told = bring(old.item("Harbour", "b", post_type="page", post_name="harbour"))
    assert Page.objects.get().slug == "harbour-2"
    assert "/harbour-2/" in told


def test_a_page_that_was_a_draft_is_not_public(bring):
    bring(old.item(post_type="page", status="draft"))
    assert not Page.objects.get().is_public


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


def test_a_sticky_post_is_told(bring):
    _, told = bring(old.item(is_sticky="1"))
    assert "sticky" in told


def test_an_import_that_was_interrupted_goes_on_where_it_was(tmp_path):
    path = old.write(tmp_path, old.item("One", number=1), old.item("", "Two.", number=2), old.item("Three", number=3))

    def stop(_line):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_wordpress(path=path, tell=stop)
    ledger = import_wordpress(path=path)
    assert (ledger.rows["posts"].here, ledger.rows["posts"].imported) == (1, 2)
    assert Story.objects.count() == 3
