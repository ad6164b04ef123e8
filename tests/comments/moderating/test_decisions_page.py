"""The public table of moderators' decisions."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from articles.models import SiteSettings
from comments.actions.moderate import Act, approve, mark_spam, reject, undo
from comments.models import Reason, State
from tests.factories.comments import make_comment

pytestmark = pytest.mark.django_db


def rows(client):
    page = client.get("/comments/decisions/").content.decode()
    found = re.findall(r'<tr><th scope="row">([^<]+)</th>(.*?)</tr>', page)
    return {month: [int(number) for number in re.findall(r"<td>(\d+)</td>", cells)] for month, cells in found}


def test_it_counts_by_month_and_reason_what_was_decided(client, story):
    with time_machine.travel(datetime(2026, 2, 3, tzinfo=UTC)):
        reject(comments=[make_comment(story=story)], reason=Reason.HATE)
    with time_machine.travel(datetime(2026, 3, 14, tzinfo=UTC)):
        approve(comments=[make_comment(story=story, state=State.HELD) for _ in range(2)])
        mark_spam(comments=[make_comment(story=story)])
        mistake = Act()
        reject(comments=[make_comment(story=story)], act=mistake)
        undo(act=mistake)
        found = rows(client)

    places = {reason: 2 + n for n, reason in enumerate(Reason)}
    assert len(found) == 12
    assert found["March 2026"][:2] == [2, 1]
    assert found["March 2026"][places[Reason.SPAM]] == 1
    assert found["February 2026"][places[Reason.HATE]] == 1
    assert sum(found["January 2026"]) == 0


def test_the_first_hour_of_a_month_counts_where_the_paper_is(client, story):
    SiteSettings(name="The Meridian", time_zone="Asia/Tokyo").save()
    with time_machine.travel(datetime(2026, 2, 28, 23, 30, tzinfo=UTC)):
        reject(comments=[make_comment(story=story)])
        assert rows(client)["March 2026"][1] == 1
