"""Adding the views of a minute to the hour in which they were."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import batched

from django.db import connection, transaction

from articles.models import Reading, Redirect
from articles.models.reading import hour_of

KEPT = timedelta(days=8)
STORIES_A_STATEMENT = 500
# In the SQL that SQLite and PostgreSQL share: both call the columns of VALUES so, and SQLite needs the WHERE to tell
# the ON of the conflict from that of a join. What all write in one order never waits in a circle.
ADD = """
INSERT INTO articles_reading (story_id, hour, views)
SELECT told.id, %s, counted.column2
FROM (VALUES {counted}) AS counted JOIN articles_story AS told ON told.id = counted.column1
WHERE true ORDER BY told.id
ON CONFLICT (story_id, hour) DO UPDATE SET views = articles_reading.views + excluded.views"""


@transaction.atomic
def write_down(*, views: Mapping[int, int], hits: Mapping[int, int], at: datetime) -> None:
    """Add the views of stories and the hits of redirects, by id: all of them, or nothing when the database refuses."""
    roll_up(counts=views, at=at)
    Redirect.objects.add_hits(hits)


@transaction.atomic
def roll_up(*, counts: Mapping[int, int], at: datetime) -> None:
    """Add the views of stories, by id, to the hour of `at` (aware). Ids that no story has are left out.

    Nothing is written when the database refuses. The stories' own rows are not touched.
    """
    hour = connection.ops.adapt_datetimefield_value(hour_of(at))
    with connection.cursor() as cursor:
        for some in batched(sorted(counts.items()), STORIES_A_STATEMENT):
            counted = ", ".join(["(%s, %s)"] * len(some))
            cursor.execute(ADD.format(counted=counted), [hour, *(number for pair in some for number in pair)])


def forget(*, before: datetime) -> None:
    """Let go of the hours that no list looks back to any more."""
    Reading.objects.filter(hour__lt=hour_of(before - KEPT)).delete()
