"""The demo paper's texts: what a file may say, and how it is refused."""

from datetime import UTC, datetime, timedelta

import pytest

from newsroom.demo.prose import Figure, Gallery, Prose, ProseError, body_html
from newsroom.demo.prose.bodies import read_body
from newsroom.demo.prose.comments import read_threads
from newsroom.demo.prose.records import Line, Place
from newsroom.demo.prose.stories import read_stories
from newsroom.demo.prose.times import dated, span

NOW = datetime(2024, 4, 24, 14, 30, tzinfo=UTC)
FRONT = "headline: Rain\ncategory: climate\ntags: Weather\nage: 2h\n"


def lines(*texts):
    return [Line(Place("x.txt", number), text) for number, text in enumerate(texts, start=1)]


def html_of(*texts):
    return body_html(read_body(lines(*texts), NOW), placed=lambda picture: picture.seed)


def stories_of(tmp_path, text):
    file = tmp_path / "stories-x.txt"
    file.write_text(text, encoding="utf-8")
    return read_stories(file, now=NOW)


def threads_of(tmp_path, text):
    file = tmp_path / "comments.txt"
    file.write_text(text, encoding="utf-8")
    return read_threads(file, published={"rain": NOW - timedelta(hours=2)}, now=NOW)


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("It *was* **raining** & cold.", "<p>It <em>was</em> <strong>raining</strong> &amp; cold.</p>"),
        ("See [about](/about/).", '<p>See <a href="/about/">about</a>.</p>'),
        ("## Later", "<h2>Later</h2>"),
        ("> “No.”", "<blockquote><p>“No.”</p></blockquote>"),
        (">> No -- Ann", '<aside class="pull-quote"><p>No</p><p><cite>Ann</cite></p></aside>'),
        ("@ 14:05 Rain stops", "<h2><strong>14:05</strong> Rain stops</h2>"),
        ("@ +1h5m Rain stops", "<h2><strong>15:35</strong> Rain stops</h2>"),
    ],
)
def test_a_line_becomes_its_element(typed, html):
    assert html_of(typed) == html


def test_empty_lines_part_paragraphs_and_line_ends_do_not():
    assert html_of("One", "two.", "", "Three.") == "<p>One two.</p><p>Three.</p>"


def test_a_list_has_an_item_a_line():
    assert html_of("- one", "- two") == "<ul><li>one</li><li>two</li></ul>"


def test_a_table_has_heads_rows_and_a_caption():
    html = html_of("|= Rain", "| Day | mm |", "| First | 4 |")
    assert html == (
        '<table><caption>Rain</caption><thead><tr><th scope="col">Day</th><th scope="col">mm</th></tr></thead>'
        '<tbody><tr><th scope="row">First</th><td>4</td></tr></tbody></table>'
    )


def test_pictures_wait_for_whoever_places_them():
    body = read_body(lines("Rain.", "", "[figure harbour 2 | A quay | Wet | wide]"), NOW)
    assert [type(block) for block in body] == [Prose, Figure]
    assert body_html(body, placed=lambda _picture: 7).endswith(
        '<news-figure data-alt="A quay" data-caption="Wet" data-image="7" data-layout="wide"></news-figure>'
    )


def test_a_gallery_names_its_pictures_in_order():
    typed = "[gallery harbour:2 | A quay ; bridge:1 | An arch]"
    assert isinstance(read_body(lines(typed), NOW)[0], Gallery)
    assert html_of(typed) == '<news-gallery data-images="2,1"></news-gallery>'


@pytest.mark.parametrize(
    "typed",
    [
        'He said "no".',
        "It *was.",
        "### Later",
        ">> No",
        "| Day |",
        "[figure dragon 1 | A dragon]",
        "[figure harbour 9 | A quay]",
        "[figure harbour 1 | ]",
        "[gallery harbour:1 | A quay]",
        "@ +soon Rain",
    ],
)
def test_a_line_that_cannot_be_read_is_refused_with_its_place(typed):
    with pytest.raises(ProseError, match=r"^x\.txt, line 1: "):
        html_of(typed)


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("headline: Rain\n", "“age” is missing"),
        (FRONT + "colour: red\n", "“colour” is not one of"),
        (FRONT + "age: 3h\n", "“age” is said twice"),
        (FRONT + "kind: rumour\n", "“rumour” is not one of"),
        (FRONT + "deck:\n", "“deck” says nothing"),
        (FRONT + "alt: A quay\n", "without a picture"),
        (FRONT + "updated: 3h\n", "updated before it is published"),
        (FRONT.replace("2h", "soon"), "is no length of time"),
        (FRONT + "deck: On {someday}\n", "has a brace"),
    ],
)
def test_a_story_with_a_bad_front_is_refused(tmp_path, front, reason):
    with pytest.raises(ProseError, match=reason):
        stories_of(tmp_path, f"{front}\nIt rains.\n")


def test_a_story_without_words_is_refused(tmp_path):
    with pytest.raises(ProseError, match="no body"):
        stories_of(tmp_path, FRONT)


def test_a_story_tells_its_days_from_its_own_publication(tmp_path):
    story = stories_of(tmp_path, f"{FRONT}byline: Ann; Bo (photographs)\n\nIt rained on {{day-1}}.\n")[0]
    assert story.published_at == NOW - timedelta(hours=2)
    assert story.body == (Prose("<p>It rained on Tuesday.</p>"),)
    assert [(signed.name, signed.role) for signed in story.byline] == [("Ann", ""), ("Bo", "photographs")]


def test_an_answer_belongs_to_the_comment_above(tmp_path):
    text = "story: rain\n\n@ Ann | 5m\nWet.\n\nVery.\n\n@@ Bo | 6m\nYes.\n@ Cy | 7m\nNo.\n"
    comments = threads_of(tmp_path, text)[0].comments
    assert [(comment.name, comment.answers) for comment in comments] == [("Ann", None), ("Bo", 0), ("Cy", None)]
    assert comments[0].text == "Wet.\n\nVery."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("story: snow\n\n@ Ann | 5m\nWet.\n", "No story is called"),
        ("story: rain\n\n@@ Ann | 5m\nWet.\n", "must stand below"),
        ("story: rain\n\n@ Ann | 5h\nWet.\n", "in the future"),
        ("story: rain\n\n@ Ann | 5m\n", "says nothing"),
        ("story: rain\n\nWet.\n", "without a name"),
        ("story: rain\n\n@ Ann | 5m\nWet.\n@@ Bo | 5m\nYes.\n", "before anything was said"),
    ],
)
def test_comments_that_cannot_be_are_refused(tmp_path, text, reason):
    with pytest.raises(ProseError, match=reason):
        threads_of(tmp_path, text)


def test_spans_and_days_are_counted():
    assert span(lines("3d 4h 5m")[0]) == timedelta(days=3, hours=4, minutes=5)
    assert dated("{date-24}, {year+1}, {time+45m}, {day}", NOW) == "31 March, 2025, 15.15, Wednesday"
