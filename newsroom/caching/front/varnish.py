"""Varnish knows the keys of its copies. deploy/varnish/newsroom.vcl takes them in a `PURGE`."""

from collections.abc import Iterator, Sequence
from typing import Final

from newsroom.caching.front.asking import FrontError, Line

# Varnish takes 8,192 bytes in one header by default.
LONGEST_HEADER: Final = 6_000


class Varnish:
    by_key = True

    def __init__(self, base: str) -> None:
        self.name = f"Varnish at {base.partition('://')[2]}"
        self._base = base

    def purge(self, keys: Sequence[str], addresses: Sequence[str], everything: bool) -> None:  # noqa: ARG002  # keys say more
        asked = [{"Newsroom-Everything": "1"}] if everything else [{"Newsroom-Keys": part} for part in joined(keys)]
        with Line(self._base, called=self.name) as line:
            for headers in asked:
                answer = line.ask("PURGE", "/", headers=headers)
                if answer.status != 200:
                    raise FrontError(f"{self.name} does not purge: it answers {answer.status}.")


def joined(keys: Sequence[str]) -> Iterator[str]:
    """The keys with a space between, in as many parts as it takes for none to be too long for a header."""
    part: list[str] = []
    length = 0
    for key in keys:
        if part and length + len(key) + 1 > LONGEST_HEADER:
            yield " ".join(part)
            part, length = [], 0
        part.append(key)
        length += len(key) + 1
    if part:
        yield " ".join(part)
