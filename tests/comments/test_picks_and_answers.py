"""What the paper adds to readers' voices: its own answers, and the comments that it would have everybody read."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.models import CommentPolicy, SiteSettings, Story
from comments.actions.answer import answer
from comments.actions.moderate import reject
from comments.actions.pick import pick, unpick
from comments.models import PICKS, THREADS_A_PAGE, Comment, State
from newsroom.audit.models import Line
from tests.factories.comments import make_comment
from tests.factories.people import make_user

LIST = reverse("admin:comments_comment_changelist")


@pytest.fixture
def moderator(db):
    return make_user("moderator", username="mo", first_name="Mo", last_name="Ray")


def named_first(client, story) -> list[str]:
    """Where the links to the picks lead."""
    page = client.get(story.get_absolute_url()).text
    return re.findall(r'<a href="([^"]+)"><bdi>', page.partition('class="comment-picks"')[2].partition("</nav>")[0])


def test_the_paper_answers_under_its_writers_name_and_its_own(client, story, moderator):
    SiteSettings(name="The Meridian").save()
    question = make_comment(story=story)

    said = answer(comment=question, text="We asked the ministry.", by=moderator)

    assert (said.name, said.parent, said.state, said.by_staff) == ("Mo Ray", question, State.VISIBLE, True)
    assert '<bdi class="comment-name">Mo Ray</bdi> <b class="comment-mark">The Meridian staff</b>' in " ".join(
        client.get(story.get_absolute_url()).text.split()
    )
    [line] = Line.objects.filter(verb="answered")
    assert (line.by_name, line.object_id) == ("mo", str(question.pk))


def test_who_has_no_name_answers_as_the_paper(story):
    SiteSettings(name="The Meridian").save()

    assert answer(comment=make_comment(story=story), text="Yes.", by=make_user("moderator")).name == "The Meridian"


def test_a_reader_of_the_same_name_gets_no_badge(client, send, story):
    send(story, name="The Meridian staff")

    assert "comment-mark" not in client.get(story.get_absolute_url()).text


def test_a_door_for_staff_is_not_open_to_a_form(send, story):
    send(story, by_staff="1", is_pick="1")

    assert not Comment.objects.filter(by_staff=True).exists()


def test_the_paper_answers_where_readers_wait_for_a_moderator(moderator):
    story = Story.objects.get(pk=make_comment().story_id)
    Story.objects.filter(pk=story.pk).update(comment_policy=CommentPolicy.CLOSED)

    assert answer(comment=story.comments.get(), text="It is settled.", by=moderator).is_visible


def test_a_double_click_is_one_answer(story, moderator):
    question = make_comment(story=story)

    first, second = (answer(comment=question, text="Yes.", by=moderator) for _ in range(2))

    assert first == second
    assert Line.objects.filter(verb="answered").count() == 1


def test_what_readers_do_not_see_is_not_answered(story, moderator):
    gone = make_comment(story=story)
    reject(comments=[gone])

    with pytest.raises(ValidationError, match="no longer here"):
        answer(comment=gone, text="Yes.", by=moderator)
    assert not Comment.objects.filter(by_staff=True).exists()


def test_a_pick_is_marked_and_named_before_the_others(client, story, moderator):
    make_comment(story=story)
    best = make_comment(story=story, name="Ada", text="They knew in May.")

    assert pick(comments=[best], by=moderator) == 1

    assert named_first(client, story) == [f"#comment-{best.pk}"]
    assert client.get(story.get_absolute_url()).text.count('<b class="comment-mark">Editor’s pick') == 1
    unpick(comments=[best], by=moderator)
    assert named_first(client, story) == []
    assert [line.verb for line in Line.objects.filter(kind="comments.comment").order_by("pk")] == [
        "picked",
        "no longer picked",
    ]


def test_at_most_three_are_named_and_none_that_is_not_seen(client, story):
    said = [make_comment(story=story) for _ in range(PICKS + 2)]
    pick(comments=said)
    reject(comments=[said[-1]])

    assert named_first(client, story) == [f"#comment-{one.pk}" for one in said[1 : PICKS + 1]]
    assert pick(comments=[said[-1]]) == 0


def test_a_pick_of_a_later_page_is_named_on_the_first(client, story):
    said = [make_comment(story=story) for _ in range(THREADS_A_PAGE + 2)]
    reply = make_comment(parent=said[-1])
    pick(comments=[said[0], said[-1], reply])

    links = named_first(client, story)

    assert links == [f"#comment-{said[0].pk}", said[-1].permalink, reply.permalink]
    assert client.get(links[2]).headers["Location"].endswith(f"page/2/#comment-{reply.pk}")
    page = client.get(story.get_absolute_url()).text
    assert f'id="comment-{said[-1].pk}"' not in page


@pytest.mark.parametrize(("role", "picked"), [("moderator", True), ("contributor", False)])
def test_moderators_pick_at_the_desk(client, story, role, picked):
    comment = make_comment(story=story)
    client.force_login(make_user(role))

    client.post(LIST, {"action": "pick", "_selected_action": [comment.pk]})

    comment.refresh_from_db()
    assert comment.is_pick is picked


def test_search_engines_are_told_what_readers_said(client, story):
    first = make_comment(story=story, name="Ada", text="</script><b>Yes")
    reject(comments=[make_comment(story=story)])
    for _ in range(24):
        make_comment(parent=first)

    page = client.get(story.get_absolute_url()).text
    fact = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])

    assert fact["commentCount"] == 25
    assert len(fact["comment"]) == 20
    assert fact["comment"][0] == {
        "@type": "Comment",
        "author": {"@type": "Person", "name": "Ada"},
        "datePublished": first.posted_at.isoformat(timespec="seconds"),
        "text": "</script><b>Yes",
        "url": f"http://testserver{story.get_absolute_url()}#comment-{first.pk}",
    }
