"""The stories of the demo paper, with what readers said of them."""

from collections.abc import Sequence

from django.db import transaction

from articles.actions.publish import publish
from articles.actions.write import pick_related, write_story
from articles.models import Story
from comments.actions.post import post_comment
from comments.models import Comment, State
from newsroom.demo import prose
from newsroom.demo.registers import Registers


@transaction.atomic
def tell(told: prose.Story, thread: prose.Thread | None, registers: Registers) -> None:
    """Write and publish one story, and post the comments of its readers."""
    story = write_story(
        headline=told.headline,
        kicker=told.kicker,
        deck=told.deck,
        slug=told.slug,
        dateline=told.dateline,
        body=prose.body_html(told.body, registers.image_id),
        kind=told.kind,
        language=told.language,
        category=registers.categories[told.category],
        further_categories=[registers.categories[path] for path in told.further],
        byline=[(registers.authors[signed.name], signed.role) for signed in told.byline],
        sources=[registers.sources[name] for name in told.sources],
        credit_line=told.credit_line,
        tags=told.tags,
        comment_policy=told.comment_policy,
        updated_at=told.updated_at,
        lead_image=registers.image(told.picture) if told.picture else None,
        lead_caption=told.picture.caption if told.picture else "",
    )
    publish(story=story, at=told.published_at)
    _discuss(story, thread.comments if thread else ())


def _discuss(story: Story, said: Sequence[prose.Comment]) -> None:
    posted: list[Comment] = []
    for comment in said:
        parent = None if comment.answers is None else posted[comment.answers]
        posted.append(
            post_comment(
                story=story,
                parent=parent,
                name=comment.name,
                text=comment.text,
                posted_at=comment.posted_at,
                state=State.VISIBLE,
            )
        )


def relate(told: Sequence[prose.Story]) -> None:
    """Put the editor's picks under each story; only once all are there, since they point both ways."""
    for story in told:
        picked = {other.slug: other for other in Story.objects.filter(slug__in=story.related)}
        if picked:
            pick_related(story=Story.objects.get(slug=story.slug), related=[picked[slug] for slug in story.related])
