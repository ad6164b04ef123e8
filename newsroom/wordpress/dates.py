"""When something of the old site happened."""

from datetime import datetime

from articles.models import SiteSettings
from newsroom.wordpress.records import Comment, Item


def moment_of(old: Item | Comment) -> datetime | None:
    """Its moment in UTC if WordPress knew it, else its local time taken in the site's time zone, else None."""
    if old.published or not old.local:
        return old.published
    return old.local.replace(tzinfo=SiteSettings.objects.current().zone)
