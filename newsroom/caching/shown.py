"""Rows that pages show: each loading is noted for the page being made, and each change purges.

A model says beside its fields, in `purged`, what a change of a row makes untrue. Every way of changing rows through
Django comes by here: save, delete and cascades, `update`, `bulk_create`, `bulk_update`, and many-to-many relations.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.db import models, transaction
from django.db.models.signals import class_prepared, m2m_changed, post_delete, post_save, pre_save

from newsroom.caching.purging import EVERYTHING, is_wanted, purge
from newsroom.caching.recording import shows

# Of more rows than this at once it is not asked which they are.
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Purged:
    """The keys that a change makes untrue; `gone` when readers may not see the row any more."""

    keys: frozenset[str]
    gone: bool = False

    @classmethod
    def of(cls, *keys: str, gone: bool = False) -> Self:
        return cls(frozenset(keys), gone)


class ShownQuerySet[Row: models.Model](models.QuerySet[Row]):
    def update(self, **values: Any) -> int:
        if not is_wanted():
            return super().update(**values)
        model: Any = self.model
        fields, telling = frozenset(values), model.purging_fields()
        known = model._base_manager.using(self.db).only("pk", *telling)
        with transaction.atomic(using=self.db, savepoint=False):
            rows = list(known.filter(pk__in=self.order_by().values("pk"))[: MOST_ROWS + 1])
            changed = super().update(**values)
            _purge_rows(rows, fields=fields)
            if fields & {name for field in telling for name in (field, f"{field}_id")}:
                # Now they stand elsewhere.
                _purge_rows(list(known.filter(pk__in=[row.pk for row in rows])), fields=fields)
        return changed

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_create(self, objs: Iterable[Row], *args: Any, **options: Any) -> list[Row]:
        with transaction.atomic(using=self.db, savepoint=False):
            made = super().bulk_create(objs, *args, **options)
            _purge_rows(made)
        return made


class Shown(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **more: Any) -> Self:
        row = super().from_db(db, field_names, values, **more)
        shows(*row.shown_keys())
        return row

    def save_base(self, *args: Any, **kwargs: Any) -> None:
        # One transaction with the purge that follows.
        with transaction.atomic(using=kwargs.get("using"), savepoint=False):
            _purge_rows(self._as_stored())
            super().save_base(*args, **kwargs)

    def _as_stored(self) -> list[Self]:
        """The row where it still stands, if what is about to be saved may put it elsewhere."""
        if self._state.adding or not self.purging_fields() or not is_wanted():
            return []
        return list(type(self)._base_manager.filter(pk=self.pk).only("pk", *self.purging_fields()))

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        """The fields that `purged` reads of a row beside its key."""
        return ()

    def shown_keys(self) -> tuple[str, ...]:
        """What a page shows that has loaded the row."""
        return (f"{self._meta.model_name}:{self.pk}",)

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # for those that look closer
        """What a change of `fields` (None for any) purges: pages that show the row."""
        return Purged.of(*self.shown_keys())


def _purge_rows(rows: Sequence[Any], *, fields: frozenset[str] | None = None) -> None:
    if not rows or not is_wanted():
        return
    noun, nouns = rows[0]._meta.verbose_name, rows[0]._meta.verbose_name_plural
    if len(rows) > MOST_ROWS:
        purge([EVERYTHING], gone=True, because=f"many {nouns} changed")
        return
    found = [row.purged(fields) for row in rows]
    which = f"{noun} {rows[0].pk}" if len(rows) == 1 else f"{len(rows)} {nouns}"
    for gone in (True, False):
        keys: set[str] = set().union(*(one.keys for one in found if one.gone is gone))
        purge(keys, gone=gone, because=f"{which} changed")


def _about_to_be_loaded(sender: type[Shown], instance: Shown, *, raw: bool = False, **_: Any) -> None:  # noqa: ARG001
    if raw and is_wanted():
        # `loaddata` writes rows past their own `save_base`, in one transaction for all.
        _purge_rows(list(type(instance)._base_manager.filter(pk=instance.pk)))


def _saved(sender: type[Shown], instance: Shown, update_fields: Any = None, **_: Any) -> None:  # noqa: ARG001
    _purge_rows([instance], fields=frozenset(update_fields) if update_fields is not None else None)


def _deleted(sender: type[Shown], instance: Shown, **_: Any) -> None:  # noqa: ARG001
    if is_wanted():
        purge(instance.purged().keys, gone=True, because=f"{instance._meta.verbose_name} {instance.pk} deleted")


def _related(sender: Any, instance: Any, action: str, model: Any, pk_set: set[Any] | None, **_: Any) -> None:  # noqa: ARG001
    if action.startswith("post_"):
        _purge_rows([instance] if isinstance(instance, Shown) else [])
        if pk_set and issubclass(model, Shown):
            _purge_rows(list(model._default_manager.filter(pk__in=pk_set)))


def _watch(sender: type[models.Model], **_: Any) -> None:
    if issubclass(sender, Shown):
        pre_save.connect(_about_to_be_loaded, sender=sender)
        post_save.connect(_saved, sender=sender)
        post_delete.connect(_deleted, sender=sender)


class_prepared.connect(_watch)
m2m_changed.connect(_related)
