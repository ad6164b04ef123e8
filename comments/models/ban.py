"""Whom and what the paper takes no comments from."""

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any, Final, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from comments.models.comment import NAME_COLUMN
from newsroom import clock
from newsroom.text.slugs import fold

ORIGIN_WORDS: Final = re.compile(r"[0-9a-f]{32}")
DOMAIN_WORDS: Final = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}")
# A pattern of fewer letters would shut out half of all readers.
LEAST_LETTERS: Final = 3
ANY: Final = "*"


class BanKind(models.TextChoices):
    ORIGIN = "origin", "All from the same connection"
    NAME = "name", "All under a name"
    DOMAIN = "domain", "All with a link to a site"


class BanQuerySet(models.QuerySet["Ban"]):
    def current(self) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=clock.now()))

    def meets(self, *, origin: str, name: str, domains: Iterable[str]) -> bool:
        """Whether a comment of that origin and name, with links to those domains, is banned. One query."""
        keys = [key_of(BanKind.NAME, fold(name)), key_of(BanKind.NAME, ANY)]
        keys += [key_of(BanKind.ORIGIN, origin)] if origin else []
        keys += [key_of(BanKind.DOMAIN, above) for domain in domains for above in _and_above(domain)]
        met = self.current().filter(key__in=dict.fromkeys(keys)).values_list("key", "value")
        patterned = key_of(BanKind.NAME, ANY)
        return any(key != patterned or fnmatchcase(fold(name), _pattern(value)) for key, value in met)


class Ban(models.Model):
    kind = models.CharField(max_length=10, choices=BanKind)
    value = models.CharField(
        "who or what",
        max_length=NAME_COLUMN,
        help_text="A name, with * for any letters (buy*now), or a site, which includes all below it (shop.example). A "
        "connection is written as its hash. That hash is another one after at most COMMENT_ORIGIN_DAYS days: no such "
        "ban can outlive it, whatever stands below.",
    )
    # What a comment is looked up by: kind and value, or for all names with a * the same.
    key = models.CharField(max_length=NAME_COLUMN + 10, editable=False)
    until = models.DateTimeField(null=True, blank=True, help_text="Empty for good.")
    reason = models.CharField(max_length=200, blank=True, help_text="For other moderators.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    made_at = models.DateTimeField("made", default=clock.now, editable=False)

    objects = BanQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(name="ban_once", fields=["kind", "value"])]
        indexes = [
            models.Index(name="ban_met", fields=["key", "until"]),
            models.Index(name="ban_newest", fields=["-made_at", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        is_pattern = self.kind == BanKind.NAME and ANY in self.value
        self.key = key_of(self.kind, ANY if is_pattern else self.value)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Into the spelling by which it is looked up; refuses what would shut out everybody, or nobody."""
        value = self.value.strip().lower()
        if self.kind == BanKind.ORIGIN and not ORIGIN_WORDS.fullmatch(value):
            raise ValidationError({"value": "A connection's hash has 32 digits and letters from a to f."})
        if self.kind == BanKind.NAME:
            value = fold(value)
            if not 0 < len(value) <= NAME_COLUMN:
                raise ValidationError({"value": "Nobody can have this name."})
            if ANY in value and sum(map(str.isalnum, value)) < LEAST_LETTERS:
                raise ValidationError({"value": f"A name with a * needs {LEAST_LETTERS} letters besides."})
        if self.kind == BanKind.DOMAIN:
            value = value.rpartition("://")[2].partition("/")[0].partition(":")[0].removeprefix("www.").strip(".")
            if not DOMAIN_WORDS.fullmatch(value):
                raise ValidationError({"value": "Write a site like shop.example."})
        if not self.is_current:
            raise ValidationError({"until": "This time is over."})
        self.value = value

    @property
    def is_current(self) -> bool:
        return self.until is None or self.until > clock.now()


def key_of(kind: str, value: str) -> str:
    return f"{kind}:{value}"


def _and_above(domain: str) -> list[str]:
    """The domain, and those that it is below."""
    parts = domain.split(".")
    return [".".join(parts[first:]) for first in range(max(1, len(parts) - 1))]


def _pattern(value: str) -> str:
    """With * alone for any letters: to fnmatch, ? and [ are special too."""
    return re.sub(r"([\[?])", r"[\1]", value)
