"""Keeping every list's line in step with its story."""

from articles.models import Byline, Category, Filing, SeriesPart, State, Story, StorySource, StoryTag


def file_story(*, story: Story) -> None:
    """Write the story's lines in the lists of its categories, tags, authors, sources and series.

    A story is filed under its primary category, its further ones, and everything above each. Call it in the transaction
    that changed any of these, or the story's state or time.
    """
    listed_at = story.published_at if story.state == State.PUBLISHED else None
    wanted = _categories_of(story)
    story.filings.exclude(category__in=wanted).delete()
    Filing.objects.bulk_create(
        [Filing(story=story, category_id=category, published_at=listed_at) for category in sorted(wanted)],
        update_conflicts=True,
        unique_fields=["story", "category"],
        update_fields=["published_at"],
    )
    Byline.objects.filter(story=story).update(published_at=listed_at)
    StorySource.objects.filter(story=story).update(published_at=listed_at)
    StoryTag.objects.filter(content_object=story).update(published_at=listed_at)
    SeriesPart.objects.filter(story=story).update(published_at=listed_at)


def refile_all_under(*, category: Category) -> int:
    """File again every story of a category that was moved in the tree, and return how many there were."""
    below = [node.pk for node in Category.objects.tree() if category in node.chain()]
    stories = Story.objects.filter(filings__category__in=below).distinct()
    ids = list(stories.values_list("pk", flat=True))
    for pk in ids:
        file_story(story=Story.objects.get(pk=pk))
    return len(ids)


def _categories_of(story: Story) -> set[int]:
    named = {story.category_id, *story.further_categories.values_list("pk", flat=True)}
    by_id = {category.pk: category for category in Category.objects.tree()}
    return {above.pk for pk in named for above in by_id[pk].chain()}
