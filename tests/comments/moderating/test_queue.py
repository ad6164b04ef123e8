"""The moderators' screen."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.actions.moderate import reject
from comments.actions.report import report
from comments.models import Comment, Decision, Layer, State
from comments.moderating import lists
from tests.factories.comments import make_comment
from tests.factories.people import make_user

QUEUE = "/admin/comments/comment/queue/"
JSON = {"Accept": "application/json"}


@pytest.fixture
def moderator(client, db):
    client.force_login(make_user("moderator", username="moderator"))
    return client


def decide(client, do, headers=None, **fields):
    return client.post(f"{QUEUE}decide/", {"do": do} | fields, follow=headers is None, headers=headers)


def held(story, text="Waiting.", **given):
    return make_comment(story=story, text=text, state=State.HELD, **given)


def listed(client, query=""):
    return client.get(f"{QUEUE}{query}").content.decode()


@pytest.mark.parametrize(
    ("do", "state", "reason"),
    [
        ("approve:{}", State.VISIBLE, ""),
        ("reject:hate:{}", State.REJECTED, "hate"),
        ("reject:{}", State.REJECTED, "other"),
        ("reject:nonsense:{}", State.REJECTED, "other"),
        ("spam:{}", State.SPAM, "spam"),
    ],
)
def test_one_button_decides_and_the_next_takes_it_back(moderator, story, do, state, reason):
    comment = held(story)

    page = decide(moderator, do.format(comment.pk), back="tab=held").content.decode()

    comment.refresh_from_db()
    assert (comment.state, comment.reason) == (state, reason)
    together = Decision.objects.get().together
    assert f'value="undo:{together}"' in page

    decide(moderator, f"undo:{together}")
    comment.refresh_from_db()
    assert (comment.state, comment.reason) == (State.HELD, "")


def test_all_that_are_marked_are_decided_about_at_once(moderator, story):
    comments = [held(story) for _ in range(3)]

    page = decide(moderator, "reject", reason="law", comment=[one.pk for one in comments[:2]]).content.decode()

    assert "2 comments rejected." in page
    assert list(Comment.objects.order_by("pk").values_list("reason", flat=True)) == ["law", "law", ""]
    assert Decision.objects.values("together").distinct().count() == 1


def test_what_another_moderator_decided_meanwhile_is_left(moderator, story):
    comment, other = held(story), held(story)
    reject(comments=[comment])

    seen = {f"seen:{one.pk}": "held" for one in (comment, other)}
    page = decide(moderator, "approve", comment=[comment.pk, other.pk], **seen).content.decode()

    assert "1 comment approved. Somebody else was faster with 1 comment" in page
    comment.refresh_from_db()
    assert comment.state == State.REJECTED


@pytest.mark.parametrize("do", ["", "approve", "approve:", "approve:x", "remove:1", "undo:", "undo:x", "reject:hate"])
def test_what_nobody_can_mean_is_answered_and_does_nothing(moderator, story, do):
    comment = held(story)
    assert "Nothing was done" in decide(moderator, do).content.decode()
    comment.refresh_from_db()
    assert comment.state == State.HELD


def test_a_script_is_told_what_to_show(moderator, story):
    comment = held(story)
    answer = decide(moderator, f"spam:{comment.pk}", headers=JSON).json()
    assert answer["told"] == "1 comment marked as spam."
    assert answer["undo"] == str(Decision.objects.get().together)
    assert answer["counts"] == {"held": "0", "reported": "0", "visible": "0", "rejected": "0", "spam": "1"}


def test_each_tab_has_its_own_and_says_how_many(moderator, story):
    held(story, "Held words.")
    seen = make_comment(story=story, text="Seen words.")
    report(comment=seen, wrong="abuse", words="He calls names.", address="192.0.2.1")
    reject(comments=[make_comment(story=story, text="Rejected words.")])

    for tab, words in (("held", "Held"), ("reported", "Seen"), ("visible", "Seen"), ("rejected", "Rejected")):
        page = listed(moderator, f"?tab={tab}")
        assert [found for found in ("Held", "Seen", "Rejected") if f"{found} words." in page] == [words]
        assert f'data-count="{tab}">1<' in page
    assert "He calls names." in listed(moderator, "?tab=reported")


def test_it_says_what_held_a_comment_what_it_answers_and_what_else_came_from_there(moderator, story, client):
    first = make_comment(story=story, name="Ada", text="The bridge is open.", address="192.0.2.1")
    reply = held(story, "No it is not.", parent=first, address="192.0.2.9")
    Comment.objects.filter(pk=reply.pk).update(layers="links,capitals")

    page = listed(moderator)

    for words in ("Links", "Written in capitals", "The bridge is open.", "1 visible", "1 held", "Harbour reopens"):
        assert words in page
    assert reply.address_key not in page
    assert "The bridge is open." in listed(moderator, f"?like={reply.pk}")
    assert "No it is not." in listed(moderator, f"?thread={first.pk}")


def test_nobody_is_like_whose_origin_is_forgotten(moderator, story):
    known = held(story, "Who am I?")
    held(story, "Who is he?")
    assert "Who is he?" not in listed(moderator, f"?like={known.pk}")


def test_it_is_narrowed_by_story_and_layer_and_turned_round(moderator, story):
    other = held(make_comment().story, "Elsewhere.")
    Comment.objects.filter(pk=other.pk).update(layers=Layer.LINKS)
    held(story, "Here first.")
    held(story, "Here second.")

    assert "Elsewhere." not in listed(moderator, f"?story={story.pk}")
    assert "Here" not in listed(moderator, "?layer=links")
    page = listed(moderator, f"?story={story.pk}&order=oldest")
    assert page.index("Here first.") < page.index("Here second.")


@pytest.mark.parametrize("order", ["", "&order=oldest"])
def test_it_goes_on_where_a_page_ends(moderator, story, monkeypatch, order):
    monkeypatch.setattr(lists, "SHOWN", 2)
    monkeypatch.setattr("comments.moderating.screen.SHOWN", 2)
    texts = [held(story, f"Number {n}.").text for n in range(3)]

    first = moderator.get(f"{QUEUE}?tab=held{order}")
    second = listed(moderator, f"?{first.context['next']}")

    on_first = [text for text in texts if text in first.content.decode()]
    assert len(on_first) == 2
    assert [text for text in texts if text in second] == [text for text in texts if text not in on_first]


@pytest.mark.parametrize("query", ["tab=x", "story=x", "like=9" + "9" * 30, "past=5", "layer=zzz&order=y", "thread=-1"])
def test_an_address_that_nobody_wrote_shows_what_waits(moderator, story, query):
    held(story, "I wait.")
    assert moderator.get(f"{QUEUE}?{query}").status_code == 200


def test_it_says_how_many_came_since(moderator, story):
    newest = held(story)
    held(story)
    news = moderator.get(f"{QUEUE}news/", {"tab": "held", "newest": newest.pk}).json()
    assert (news["fresh"], news["counts"]["held"]) == (1, "2")


def test_counts_end_where_nobody_counts_further(moderator, story, monkeypatch):
    monkeypatch.setattr(lists, "COUNTED", 2)
    monkeypatch.setattr("comments.moderating.screen.COUNTED", 2)
    for _ in range(3):
        held(story)
    assert 'data-count="held">2+<' in listed(moderator)


def test_it_asks_ten_queries_at_most_however_much_waits(moderator, story):
    for n in range(20):
        comment = held(story, address=f"192.0.{n}.1", parent=make_comment(story=story))
        report(comment=make_comment(story=story), wrong="abuse", address=f"192.0.{n}.1")
        Comment.objects.filter(pk=comment.pk).update(layers="links")

    for query in ("", "?tab=reported", "?tab=visible", f"?thread={comment.thread_id}", f"?like={comment.pk}"):
        with CaptureQueriesContext(connection) as queries:
            assert moderator.get(f"{QUEUE}{query}").status_code == 200
        told = [one["sql"][:200] for one in queries]
        assert len(queries) <= 10, told


def test_typed_markup_is_shown_as_text(moderator, story):
    held(story, "<script>alert(1)</script>", name="<i>Ada</i>")
    page = listed(moderator)
    assert "<script>alert" not in page
    assert "<i>Ada" not in page


@pytest.mark.parametrize("role", ["contributor", "author"])
def test_writers_neither_see_nor_decide(client, story, role):
    comment = held(story)
    client.force_login(make_user(role))
    assert client.get(QUEUE).status_code == 403
    assert client.get(f"{QUEUE}news/").status_code == 403
    assert client.post(f"{QUEUE}decide/", {"do": f"approve:{comment.pk}"}).status_code == 403
    comment.refresh_from_db()
    assert comment.state == State.HELD


def test_only_a_form_of_the_desk_decides(story, db):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user("moderator"))
    assert strict.post(f"{QUEUE}decide/", {"do": f"approve:{held(story).pk}"}).status_code == 403


def test_a_decision_knows_who_made_it(moderator, story):
    comment = held(story)
    decide(moderator, f"reject:abuse:{comment.pk}")
    assert Decision.objects.get().by.username == "moderator"


def test_a_comment_is_picked_answered_and_its_story_paused_from_here(moderator, story):
    comment = make_comment(story=story, text="Why so late?")

    assert "Marked as an editor’s pick." in decide(moderator, f"pick:{comment.pk}").content.decode()
    decide(moderator, f"answer:{comment.pk}", **{f"answer:{comment.pk}": "The fog was thick."})
    decide(moderator, f"freeze:{story.pk}")

    story.refresh_from_db()
    assert Comment.objects.get(parent=comment).text == "The fog was thick."
    assert Comment.objects.get(pk=comment.pk).is_pick
    assert story.comments_frozen
    page = listed(moderator, f"?tab=visible&story={story.pk}")
    assert "Take comments on this story again" in page

    decide(moderator, f"unpick:{comment.pk}")
    decide(moderator, f"thaw:{story.pk}")
    story.refresh_from_db()
    assert not Comment.objects.get(pk=comment.pk).is_pick
    assert not story.comments_frozen


def test_an_answer_that_is_refused_comes_back(moderator, story):
    comment = make_comment(story=story)
    typed = "My answer." + chr(0)
    fields = {"back": "tab=visible", f"answer:{comment.pk}": typed}
    page = moderator.post(f"{QUEUE}decide/", {"do": f"answer:{comment.pk}"} | fields)
    assert page.status_code == 422
    assert "My answer." in page.content.decode()
    assert not Comment.objects.filter(parent=comment).exists()


@pytest.mark.parametrize("do", ["pick:0", "pick", "answer:x", "freeze:0", "thaw:99999999999999999999"])
def test_nothing_is_done_to_what_is_not_there(moderator, do):
    assert "Nothing was done" in decide(moderator, do).content.decode()


def test_a_connection_is_banned_from_here(moderator, story, send):
    comment = held(story, address="198.51.100.7")
    decide(moderator, f"ban:{comment.pk}")
    send(story, comment="Me again.")
    assert Comment.objects.get(text="Me again.").state == State.REJECTED


def test_a_connection_that_is_forgotten_cannot_be_banned(moderator, story):
    assert "is forgotten" in decide(moderator, f"ban:{held(story).pk}").content.decode()
