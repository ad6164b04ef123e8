from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from newsroom.roles import ROLES, codename


def make_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    """Django makes permissions only after the last migration, so those that a role needs are made here."""
    content_type, permission = apps.get_model("contenttypes", "ContentType"), apps.get_model("auth", "Permission")
    group = apps.get_model("auth", "Group")
    for role, grants in ROLES.items():
        members = []
        for (app, model), verbs in grants.items():
            kind, _ = content_type.objects.get_or_create(app_label=app, model=model)
            for verb in verbs:
                name = {"name": f"Can {verb.replace('_', ' ')} {model}"}
                members.append(
                    permission.objects.get_or_create(content_type=kind, codename=codename(verb, model), defaults=name)[
                        0
                    ]
                )
        group.objects.get_or_create(name=role)[0].permissions.set(members)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_versions"),
        ("audit", "0001_log"),
        ("caching", "0001_initial"),
        ("comments", "0001_comments"),
        ("front", "0001_fronts"),
        ("live", "0001_live"),
        ("media", "0001_images"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
