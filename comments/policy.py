"""Whether a story takes comments."""

from articles.models import CommentPolicy, SiteSettings, Story


def is_open(story: Story, site: SiteSettings) -> bool:
    return site.comments_open and story.comment_policy != CommentPolicy.CLOSED
