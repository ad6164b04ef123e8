"""Saving what has an address of its own: a tag, an author, a source, a series or a page."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from articles.actions.redirecting import leave_redirect, take_address
from articles.models import Author, Page, Series, Source, Tag


@transaction.atomic
def save_at_its_address(*, thing: Author | Page | Series | Source | Tag, by: AbstractUser | None = None) -> None:
    """Save it, new or changed; where its address was another one, leave a redirect from there."""
    before = type(thing)._default_manager.filter(pk=thing.pk).first()
    thing.save()
    address = thing.get_absolute_url()
    if before and before.get_absolute_url() != address:
        leave_redirect(old=before.get_absolute_url(), new=address, by=by)
    else:
        take_address(paths=[address])
