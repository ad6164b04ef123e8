"""What decisions teach, and what follows from it."""

import pytest
from django.core.management import call_command

from comments.actions import moderate
from comments.actions.holding import NO_SIGNS, learnt_score
from comments.actions.moderate import Act
from comments.actions.own import delete_own, edit_own
from comments.actions.post import post_comment
from comments.learning import domains, score_of, tokens
from comments.models import Comment, LearntWord, State
from comments.models.layer import Layer
from comments.models.learnt import TOTALS
from tests.factories.comments import make_comment

KEPT = "The harbour master told the council why the night ferry was late."
REMOVED = "Win cheap casino bonus money now at https://casino.example/now"


def learnt():
    """All the counts, but of words that nothing is known of any more."""
    return {row.word: (row.kept, row.removed) for row in LearntWord.objects.all() if row.kept or row.removed}


def totals():
    return learnt().get(TOTALS, (0, 0))


@pytest.fixture
def taught(story, settings):
    """A paper whose moderators have decided about four comments of each kind."""
    settings.COMMENT_LEARN_LEAST = 4
    moderate.approve(comments=[make_comment(story=story, text=KEPT, state=State.HELD) for _ in range(4)])
    moderate.mark_spam(comments=[make_comment(story=story, text=REMOVED, name="Bonus Bob") for _ in range(4)])
    Comment.objects.all().delete()


def posted(story, text, name="Ada"):
    return post_comment(story=story, name=name, text=text, address="198.51.100.7")


def test_a_comment_like_those_taken_down_waits(taught, story):
    comment = posted(story, "Cheap casino bonus, win money now!", name="Bob")

    assert (comment.state, comment.layers) == (State.HELD, Layer.SCORE)
    assert comment.score >= 90


def test_a_comment_like_those_kept_appears(taught, story):
    comment = posted(story, "Why was the night ferry late, asks the council.")

    assert (comment.state, comment.layers) == (State.VISIBLE, "")
    assert comment.score < 10


def test_one_word_alone_holds_nothing(taught, story):
    assert posted(story, "Casino!").state == State.VISIBLE


def test_what_nothing_is_known_of_is_in_the_middle(taught, story):
    assert posted(story, "Zebras graze peacefully.").score == 50


def test_no_score_is_given_before_enough_was_learnt(taught, story, settings):
    settings.COMMENT_LEARN_LEAST = 5

    comment = posted(story, REMOVED)

    assert (comment.state, comment.score) == (State.VISIBLE, None)


def test_nothing_is_asked_where_the_score_is_turned_off(taught, story, settings):
    settings.COMMENT_SCORE = 0

    assert posted(story, REMOVED).score is None


def test_what_a_writer_changes_is_scored_anew(taught, story):
    comment = posted(story, KEPT)

    edit_own(comment=comment, text="Cheap casino bonus, win money now!", signs=NO_SIGNS)

    comment.refresh_from_db()
    assert (comment.state, comment.layers) == (State.HELD, Layer.SCORE)
    assert comment.score >= 90


def test_a_changed_decision_counts_once(story):
    comment = make_comment(story=story, text=REMOVED)

    moderate.approve(comments=[comment])
    moderate.mark_spam(comments=[comment])
    moderate.reject(comments=[comment])
    first = learnt()
    moderate.hold(comments=[comment])

    assert set(first.values()) == {(0, 1)}
    assert learnt() == {}


def test_what_is_taken_back_is_learnt_no_longer(story):
    comment, act = make_comment(story=story, state=State.HELD), Act()
    moderate.approve(comments=[comment], act=act)

    moderate.undo(act=act)

    assert learnt() == {}


def test_taking_back_the_second_decision_leaves_the_first(story):
    comment, act = make_comment(story=story, state=State.HELD), Act()
    moderate.approve(comments=[comment])
    moderate.mark_spam(comments=[comment], act=act)

    moderate.undo(act=act)

    assert set(learnt().values()) == {(1, 0)}


def test_of_what_its_writer_changed_or_deleted_no_word_is_counted(story):
    changed, deleted = [make_comment(story=story, text=f"{KEPT} {n}", state=State.HELD) for n in range(2)]
    moderate.approve(comments=[changed, deleted])

    edit_own(comment=changed, text="Something else altogether.")
    delete_own(comment=deleted)

    assert learnt() == {}
    call_command("comments", "learn")
    assert learnt() == {}


def test_learning_anew_comes_to_the_same(story, capsys):
    comments = [make_comment(story=story, text=f"{KEPT} {n}", state=State.HELD) for n in range(5)]
    moderate.approve(comments=comments[:3])
    moderate.reject(comments=comments[2:])
    counts = learnt()
    LearntWord.objects.update(kept=7)
    LearntWord.objects.create(word="nonsense", kept=1)

    call_command("comments", "learn")

    assert learnt() == counts
    assert totals() == (2, 3)
    assert capsys.readouterr().out == "Learnt from 5 decided comments.\n"


def test_neither_words_nor_names_are_kept_to_be_read(story):
    moderate.mark_spam(comments=[make_comment(story=story, name="Bob", text="Buy casino")])

    assert not {"bob", "casino", "name bob"} & set(learnt())


def test_a_comment_is_counted_by_domains_name_words_and_pairs():
    assert tokens(name="Bob", text="See HTTPS://www.Shop.example:443/x") == [
        "link shop.example", "name bob",
        "see", "https", "www", "shop", "example", "443", "x",
        "see https", "https www", "www shop", "shop example", "example 443", "443 x",
    ]  # fmt: skip
    assert len(tokens(name="", text=" ".join(map(str, range(5000))))) == 200


@pytest.mark.parametrize("text", ["https://", "https://@", "www.", "http://[", "\0", "", "https://a..b/"])
def test_no_text_breaks_it(text):
    assert isinstance(domains(text), list)
    assert isinstance(tokens(name=text, text=text), list)


@pytest.mark.parametrize(
    ("taught", "score"), [([], 50), ([(1, 1)], 50), ([(0, 2)], 50), ([(0, 9)], 89), ([(9, 0)], 11)]
)
def test_what_counts_come_to(taught, score):
    assert score_of(taught, kept=10, removed=10) == score


def test_so_many_words_as_there_are_can_be_summed():
    assert score_of([(0, 10**6)] * 200, kept=10**6, removed=10**6) == 100


def test_scoring_asks_one_query(taught, story, django_assert_num_queries):
    with django_assert_num_queries(1):
        learnt_score(name="Ada", text=KEPT)
