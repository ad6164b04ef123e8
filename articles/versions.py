"""What readers may see of a story's past: the versions that they could read, and what each changed."""

from typing import Any, NamedTuple

from articles.comparing import Part, compared
from articles.content import READ
from articles.models import Revision, Story


class Version(NamedTuple):
    """One version, and that before it, if readers may see both of them."""

    revision: Revision
    before: Revision | None


def versions_of(story: Story) -> list[Revision]:
    """Newest first, without their texts. Hidden ones are among them, so that readers see that there is one."""
    return list(Revision.objects.filter(story=story).read_by_readers().defer("packed").order_by("-number"))


def has_history(story: Story) -> bool:
    """Whether readers had another version before they had this one. One query."""
    return len(Revision.objects.filter(story=story).read_by_readers().values_list("pk")[:2]) > 1


def version_of(story: Story, number: int) -> Version | None:
    """None where there is no such version; hidden ones are told as well."""
    versions = Revision.objects.filter(story=story).read_by_readers()
    found = versions.filter(number=number).first()
    if found is None:
        return None
    # Compared with one that is hidden, it would tell what that said.
    before = versions.filter(number__lt=number).order_by("number").last()
    return Version(found, None if before is None or before.hidden_at else before)


def changes(version: Version) -> dict[str, list[list[Part]]]:
    """Paragraphs of its headline, deck and text by field, with what this version took out and put in."""
    now = version.revision.content
    before: dict[str, Any] = version.before.content if version.before else now
    return {name: compared(name, before.get(name), now.get(name)) for name in READ}
