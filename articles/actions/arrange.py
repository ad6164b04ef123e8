"""Arranging the sections of the site."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from articles.actions.filing import refile_all_under
from articles.actions.redirecting import leave_redirect, take_address
from articles.models import Category


@transaction.atomic
def arrange_category(*, category: Category, by: AbstractUser | None = None) -> None:
    """Save a category, new or changed. Moved in the tree, it takes its children and every story's lines along, and a
    redirect stays where it stood.

    Raises ValidationError when its address is taken or it would stand below itself.
    """
    category.full_clean()
    before = Category.objects.filter(pk=category.pk).values_list("path", flat=True).first()
    category.save()
    if before is not None and before != category.path:
        refile_all_under(category=category)
        take_address(paths=[node.path for node in Category.objects.tree() if category in node.chain()])
        leave_redirect(old=before, new=category.path, by=by)
    else:
        take_address(paths=[category.path])
