"""New rows of every kind, and new company for what is there."""

from datetime import timedelta

from articles.actions.arrange import arrange_category
from articles.actions.hiding import hide_version
from articles.actions.publish import publish
from articles.actions.revisions import keep_revision
from articles.actions.withdraw import withdraw
from articles.actions.write import pick_related, revise
from articles.models import (
    Byline,
    Category,
    Page,
    Profile,
    Revision,
    Series,
    SeriesPart,
    SiteSettings,
    Story,
    StorySource,
    StoryTag,
    Tag,
)
from comments.actions.moderate import approve, reject
from comments.actions.post import post_comment
from comments.models import Comment, State
from tests.factories.images import make_image
from tests.factories.stories import make_author, make_draft, make_page, make_source, make_story
from tests.newsroom.caching.whole_paper import NOW


def story(paper):
    make_story(
        category=paper.asia, lead_image=make_image(), tags=["Rivers"], byline=[(paper.author, "")], published_at=NOW
    )


def story_of_another_month(paper):
    make_story(category=paper.sport, published_at=NOW - timedelta(days=60))


def draft(paper):
    make_draft(category=paper.asia)


def draft_published(paper):
    publish(story=make_draft(category=paper.asia, sources=[paper.source]))


def withdrawal(paper):
    withdraw(story=paper.first, reason="The court asked us to.")


def withdrawal_of_a_story_beside(paper):
    withdraw(story=paper.older[0], reason="The court asked us to.")


def republication(paper):
    publish(story=paper.older[1], at=NOW - timedelta(minutes=1))


def filed_elsewhere(paper):
    paper.first.further_categories.set([])
    revise(story=paper.first)


def category(paper):
    Category(name="Culture", slug="culture").save()


def category_below(paper):
    arrange_category(category=Category(name="Europe", slug="europe", parent=paper.world))


def category_moved(paper):
    paper.asia.parent = paper.sport
    arrange_category(category=paper.asia)


def categories_at_once(paper):
    Category.objects.bulk_create([Category(name="Culture", slug="culture", path="culture")])


def comment(paper):
    post_comment(story=paper.older[0], name="Bo", text="Well.", state=State.VISIBLE)


def reply(paper):
    post_comment(story=paper.first, name="Bo", text="Well.", parent=Comment.objects.first(), state=State.VISIBLE)


def comments_at_once(paper):
    Comment.objects.bulk_create([Comment(story=paper.first, name="Bo", text="Well.", posted_at=NOW)])


def comment_rejected(paper):
    reject(comments=[paper.first.comments.first()])


def comment_brought_back(paper):
    post_comment(story=paper.first, name="Bo", text="Well.", state=State.HELD)
    approve(comments=Comment.objects.filter(name="Bo"))


def page(paper):
    make_page(slug="contact")


def pages_at_once(paper):
    Page.objects.bulk_create([Page(title="Contact", slug="contact")])


def profile(paper):
    Profile.objects.create(network="Other", name="@m", url="https://other.example/@m")


def site_settings_anew(paper):
    paper.site.delete()
    SiteSettings(name="The Other").save()


def author_beside(paper):
    Byline.objects.create(story=paper.first, author=make_author(), position=1, published_at=paper.first.published_at)


def source_beside(paper):
    line = StorySource(story=paper.first, source=make_source(), position=1, published_at=paper.first.published_at)
    StorySource.objects.bulk_create([line])


def tag_added(paper):
    paper.first.tags.add("Ports")


def tag_taken_away(paper):
    paper.first.tags.remove("Rivers")


def tags_cleared(paper):
    paper.first.tags.clear()


def tag_line(paper):
    tag = Tag.objects.create(name="Ports", slug="ports")
    StoryTag.objects.create(content_object=paper.first, tag=tag, published_at=paper.first.published_at)


def part(paper):
    SeriesPart.objects.create(series=paper.series, story=paper.older[0], position=3)


def series_begun(paper):
    series = Series.objects.create(title="The wind", slug="wind")
    SeriesPart.objects.create(series=series, story=paper.older[0], position=1)


def version(paper):
    Story.objects.filter(pk=paper.first.pk).update(deck="It sails at one.")
    keep_revision(story=paper.first, major=True)


def version_hidden(paper):
    hide_version(revision=Revision.objects.get(number=1), reason="It named a child.")


def pick(paper):
    pick_related(story=paper.older[2], related=[paper.older[1]])


def no_picks(paper):
    pick_related(story=paper.first, related=[])


OF_COMMENTS = [comment, reply, comments_at_once, comment_rejected, comment_brought_back]
WAYS = [
    story,
    story_of_another_month,
    draft,
    draft_published,
    withdrawal,
    withdrawal_of_a_story_beside,
    republication,
    filed_elsewhere,
    category,
    category_below,
    category_moved,
    categories_at_once,
    *OF_COMMENTS,
    page,
    pages_at_once,
    profile,
    site_settings_anew,
    author_beside,
    source_beside,
    tag_added,
    tag_taken_away,
    tags_cleared,
    tag_line,
    version,
    version_hidden,
    part,
    series_begun,
    pick,
    no_picks,
]
