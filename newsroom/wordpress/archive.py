"""The map from the old site's ids to ours, and where each thing is looked up while an import runs."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from newsroom.wordpress.ledger import Ledger
from newsroom.wordpress.models import Imported, Kind
from newsroom.wordpress.records import Channel

LONGEST_ID, LONGEST_ADDRESS = 200, 500


@dataclass
class Archive:
    """One old site on its way in."""

    channel: Channel
    ledger: Ledger
    dry: bool = False
    # Texts that posts and pages show by their number, each once in the export.
    reusable: dict[str, str] = field(default_factory=dict)
    _known: dict[Kind, dict[str, int]] = field(default_factory=dict)

    @cached_property
    def origin(self) -> str:
        return self.channel.origin[:LONGEST_ID]

    def known(self, kind: Kind, old_id: str) -> int | None:
        """The id here of what was imported before, now or in an earlier run."""
        if kind not in self._known:
            self._known[kind] = Imported.objects.from_site(self.origin).ids_of(kind)
        return self._known[kind].get(_key(old_id))

    def known_comments(self, old_ids: list[str]) -> dict[str, int]:
        """Old id → id here of those comments that were imported before. Archives have millions, so none is kept."""
        keys = {_key(old_id): old_id for old_id in old_ids}
        comments = Imported.objects.from_site(self.origin).filter(kind=Kind.COMMENT, old_id__in=keys)
        return {keys[key]: pk for key, pk in comments.values_list("old_id", "object_id")} if keys else {}

    def remember(self, kind: Kind, old_id: str, object_id: int, *, address: str = "") -> None:
        """Write down what a thing of the old site is here; in the transaction that made it."""
        key = _key(old_id)
        Imported.objects.create(
            origin=self.origin, kind=kind, old_id=key, object_id=object_id, address=address[:LONGEST_ADDRESS]
        )
        if kind in self._known:
            self._known[kind][key] = object_id

    def forget(self) -> None:
        """Read the map anew, after a transaction that was taken back."""
        self._known.clear()


def _key(old_id: str) -> str:
    """The id, or a short one that stands for an id longer than any of WordPress's own."""
    return old_id if len(old_id) <= LONGEST_ID else hashlib.sha256(old_id.encode()).hexdigest()
