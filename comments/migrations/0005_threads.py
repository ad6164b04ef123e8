from itertools import count
from typing import Any

from django.db import migrations, models
from django.db.models import Count, Exists, Max, Min, OuterRef, Subquery

AT_ONCE = 20_000


def count_answers(apps: Any, schema_editor: Any) -> None:
    """Give each reply the number of visible comments that answer it, some thousands at a time."""
    comment = apps.get_model("comments", "Comment")
    rows = comment.objects.using(schema_editor.connection.alias)
    ids = rows.aggregate(first=Min("pk"), last=Max("pk"))
    if ids["first"] is None:
        return
    answers = rows.filter(parent=OuterRef("pk"), state="visible").order_by()
    number = Subquery(answers.values("parent").annotate(count=Count("pk")).values("count"))
    for first in count(ids["first"], AT_ONCE):
        if first > ids["last"]:
            return
        some = rows.filter(pk__gte=first, pk__lt=first + AT_ONCE, thread__isnull=False)
        some.filter(Exists(answers)).update(reply_count=number)


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0004_writers"),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="by_staff",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="comment",
            name="is_pick",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("is_pick", True)),
                fields=["story", "state", "-posted_at", "-id"],
                name="comment_picks",
            ),
        ),
        migrations.RunPython(count_answers, migrations.RunPython.noop, elidable=True),
    ]
