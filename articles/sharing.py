"""Links that share a story. Each is a plain link, followed only when a reader asks; no one is contacted before."""

from urllib.parse import quote

from django.utils.translation import gettext as _

from articles.models import Story


def share_links(story: Story, site: str) -> list[dict[str, str]]:
    """Label and address of each way to share; `site` is scheme and host."""
    address, headline = quote(site + story.get_absolute_url(), safe=""), quote(story.headline, safe="")
    return [
        {"label": _("E-mail"), "url": f"mailto:?subject={headline}&body={address}"},
        {"label": "WhatsApp", "url": f"https://wa.me/?text={headline}%20{address}"},
        {"label": "Telegram", "url": f"https://t.me/share/url?url={address}&text={headline}"},
        {"label": "Facebook", "url": f"https://www.facebook.com/sharer/sharer.php?u={address}"},
        {"label": "X", "url": f"https://x.com/intent/post?url={address}&text={headline}"},
        {"label": "LinkedIn", "url": f"https://www.linkedin.com/sharing/share-offsite/?url={address}"},
    ]
