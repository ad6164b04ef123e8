"""Arranging the sections of the site."""

from django.db import transaction

from articles.actions.filing import refile_all_under
from articles.models import Category


@transaction.atomic
def arrange_category(*, category: Category) -> None:
    """Save a category, new or changed. Moved in the tree, it takes its children and every story's lines along.

    Raises ValidationError when its address is taken or it would stand below itself.
    """
    category.full_clean()
    before = Category.objects.filter(pk=category.pk).values_list("path", flat=True).first()
    category.save()
    if before is not None and before != category.path:
        refile_all_under(category=category)
