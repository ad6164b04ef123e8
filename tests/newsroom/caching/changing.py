"""Every way in which a row can be changed through Django, for any model."""

import json
import zlib
from datetime import timedelta
from uuid import uuid4

from django.apps import apps
from django.db import models

from articles.models.revision import packed
from newsroom.caching.shown import Shown

# Kept by Django or by the row itself; nobody changes them.
NOT_CHANGED = (models.AutoField, models.BigAutoField)
WORDS = "Changed"


def _said_otherwise(kept):
    """A revision's content with other words."""
    content = json.loads(zlib.decompress(kept))
    return packed(content | {"headline": WORDS, "body": f"<p>{WORDS}</p>"})


def shown_models():
    return sorted((model for model in apps.get_models() if issubclass(model, Shown)), key=lambda model: model.__name__)


def fields_of(model):
    return [field for field in model._meta.concrete_fields if not isinstance(field, NOT_CHANGED)]


# What to change a value of each kind of field to.
OTHERS = {
    models.BooleanField: lambda now: not now,
    models.BinaryField: _said_otherwise,
    models.DateTimeField: lambda now: now and now - timedelta(days=2),
    models.DateField: lambda now: now and now - timedelta(days=2),
    models.IntegerField: lambda now: (now or 0) + 1,
    models.FloatField: lambda now: now / 2 + 0.1,
    models.JSONField: lambda now: [["Elsewhere", "https://elsewhere.example/"]] if isinstance(now, list) else {},
    models.SlugField: lambda now: f"{now}-x",
    models.UUIDField: lambda _: uuid4(),
    models.URLField: lambda _: "https://elsewhere.example/",
}


def another_value(field, row):
    """A value that the field does not have in this row, as plausible as can be told from its kind. None for none."""
    now = getattr(row, field.attname)
    if field.choices:
        return next(value for value, _ in field.flatchoices if value != now)
    if isinstance(field, models.ForeignKey):
        return field.related_model._default_manager.exclude(pk=now).values_list("pk", flat=True).first()
    if field.name == "time_zone":
        return "Pacific/Auckland"
    for kind, other in OTHERS.items():
        if isinstance(field, kind):
            return other(now)
    return f"{now} {WORDS}"[: field.max_length]


def by_saving(row, field, value):
    fresh = type(row)._default_manager.get(pk=row.pk)
    setattr(fresh, field.attname, value)
    fresh.save()


def by_saving_one_field(row, field, value):
    fresh = type(row)._default_manager.get(pk=row.pk)
    setattr(fresh, field.attname, value)
    fresh.save(update_fields=[field.name])


def by_updating(row, field, value):
    type(row)._default_manager.filter(pk=row.pk).update(**{field.attname: value})


def by_updating_in_bulk(row, field, value):
    fresh = type(row)._default_manager.get(pk=row.pk)
    setattr(fresh, field.attname, value)
    type(row)._default_manager.bulk_update([fresh], [field.name])


OTHER_WAYS = [by_saving_one_field, by_updating, by_updating_in_bulk]
