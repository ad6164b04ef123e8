import django.db.models.deletion
from django.db import migrations, models

import comments.wording
import newsroom.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("articles", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        error_messages={"blank": "Please enter your name here"},
                        max_length=245,
                        validators=[comments.wording.refuse_bad_name],
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        error_messages={"blank": "Please enter your comment!"},
                        validators=[comments.wording.refuse_bad_text],
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("visible", "Visible"),
                            ("held", "Held for a moderator"),
                            ("rejected", "Rejected"),
                            ("spam", "Spam"),
                        ],
                        default="visible",
                        max_length=10,
                    ),
                ),
                ("posted_at", models.DateTimeField(default=newsroom.clock.now, verbose_name="posted")),
                ("address_key", models.CharField(blank=True, editable=False, max_length=32)),
                ("reply_count", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="The comment that it answers.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="comments.comment",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="articles.story",
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        editable=False,
                        help_text="The comment that began the thread; none for that comment itself.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="comments.comment",
                    ),
                ),
            ],
            options={
                "permissions": [("moderate_comment", "Can moderate comments")],
                "indexes": [
                    models.Index(
                        fields=["story", "thread", "posted_at", "id", "state", "reply_count"], name="comment_threads"
                    ),
                    models.Index(fields=["thread", "posted_at"], name="comment_replies"),
                    models.Index(fields=["address_key", "-posted_at"], name="comment_pace"),
                    models.Index(fields=["-posted_at", "-id"], name="comment_newest"),
                    models.Index(fields=["state", "-posted_at", "-id"], name="comment_of_a_state"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="comment_has_a_name"),
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="comment_has_a_text"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["visible", "held", "rejected", "spam"])),
                        name="comment_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", None), ("thread__isnull", False), _connector="OR"),
                        name="comment_answer_is_in_a_thread",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("thread", None), models.Q(("thread", models.F("id")), _negated=True), _connector="OR"
                        ),
                        name="comment_is_not_its_own_thread",
                    ),
                ],
            },
        ),
    ]
