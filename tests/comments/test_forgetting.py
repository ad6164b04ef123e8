"""Where comments came from is known for thirty days."""

from datetime import timedelta

import pytest

from comments import upkeep
from comments.actions import forgetting
from comments.actions.report import report
from comments.address import block_key
from comments.models import Comment, Report
from newsroom import clock
from tests.factories.comments import make_comment

pytestmark = pytest.mark.django_db
HERE = "198.51.100.7"


def old(story, days):
    return make_comment(story=story, address=HERE, posted_at=clock.now() - timedelta(days=days))


def test_after_thirty_days_it_is_forgotten_and_the_comment_stays(story):
    older, newer = old(story, 31), old(story, 29)

    assert forgetting.forget_origins() == 1

    assert [one.address_key for one in Comment.objects.filter(pk__in=[older.pk, newer.pk]).order_by("pk")] == [
        "",
        newer.address_key,
    ]
    assert Comment.objects.get(pk=older.pk).text == older.text


def test_many_are_forgotten_in_parts(story, monkeypatch):
    monkeypatch.setattr(forgetting, "AT_ONCE", 2)
    for _ in range(5):
        old(story, 40)

    assert forgetting.forget_origins() == 5
    assert forgetting.forget_origins() == 0


def test_reports_stay_and_do_not_tell_who_made_them(story):
    comment = make_comment(story=story)
    for n in range(2):
        report(comment=comment, wrong="spam", address=f"198.51.{n}.7")
    keys = set(Report.objects.values_list("address_key", flat=True))

    forgetting.forget_origins(now=clock.now() + timedelta(days=31))

    assert not keys & set(Report.objects.values_list("address_key", flat=True))
    assert Report.objects.count() == 2


def test_the_key_changes_so_that_no_block_is_known_again_later(settings):
    now = clock.now()
    with clock.as_of(now + timedelta(days=settings.COMMENT_ORIGIN_DAYS)):
        later = block_key(HERE)
    assert later != block_key(HERE)


def test_it_is_done_beside_answering_once_an_hour(story, monkeypatch):
    monkeypatch.setattr(upkeep, "_last", [])
    old(story, 31)
    upkeep.forget_again()
    assert Comment.objects.get().address_key == ""

    another = old(story, 32)
    upkeep.forget_again()
    assert Comment.objects.get(pk=another.pk).address_key
    with clock.as_of(clock.now() + timedelta(hours=1)):
        upkeep.forget_again()
    assert not Comment.objects.get(pk=another.pk).address_key
