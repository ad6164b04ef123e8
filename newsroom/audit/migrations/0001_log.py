import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import newsroom.clock
from newsroom.audit.refusing import refuse


def let_it_be_only_added_to(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    refuse(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Line",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verb", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=60)),
                ("object_id", models.CharField(max_length=40)),
                ("object_name", models.CharField(max_length=200, verbose_name="what")),
                ("by_name", models.CharField(blank=True, max_length=150, verbose_name="who")),
                ("reason", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(default=newsroom.clock.now, verbose_name="when")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "line of the log",
                "verbose_name_plural": "the log",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["kind", "object_id", "-id"], name="line_of_object"),
                    models.Index(fields=["by", "-id"], name="line_by"),
                    models.Index(fields=["verb", "-id"], name="line_verb"),
                    models.Index(fields=["-made_at", "-id"], name="line_made_at"),
                ],
            },
        ),
        migrations.RunPython(let_it_be_only_added_to, migrations.RunPython.noop),
    ]
