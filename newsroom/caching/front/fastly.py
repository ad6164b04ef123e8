"""Fastly's purge by key: https://www.fastly.com/documentation/reference/api/purging/."""

import json
import time
from collections.abc import Sequence
from itertools import batched
from typing import Final

from newsroom.caching.front.asking import Answer, FrontError, Line
from newsroom.caching.front.places import Place

API: Final = "https://api.fastly.com"
KEYS_AT_ONCE: Final = 256
# Past so many requests it is quicker to purge everything.
MOST_REQUESTS: Final = 10


class Fastly:
    by_key = True

    def __init__(self, place: Place, *, api: str = API) -> None:
        self.name = f"Fastly service {place.name}"
        self._path, self._api = f"/service/{place.name}", api
        self._headers = {"Fastly-Key": place.token, "Accept": "application/json", "Content-Type": "application/json"}

    def purge(self, keys: Sequence[str], addresses: Sequence[str], everything: bool) -> None:  # noqa: ARG002  # keys say more
        with Line(self._api, called=self.name) as line:
            if everything or len(keys) > KEYS_AT_ONCE * MOST_REQUESTS:
                self._check(line.ask("POST", f"{self._path}/purge_all", headers=self._headers))
                return
            for part in batched(keys, KEYS_AT_ONCE):
                body = json.dumps({"surrogate_keys": part}).encode()
                self._check(line.ask("POST", f"{self._path}/purge", headers=self._headers, body=body))

    def _check(self, answer: Answer) -> None:
        if answer.status == 200:
            return
        if answer.status == 429:
            raise FrontError(f"{self.name} was told too often.", again_after=_wait(answer))
        if answer.status in {401, 403}:
            raise FrontError(f"{self.name} refuses FRONT_TOKEN.")
        raise FrontError(f"{self.name} does not purge: it answers {answer.status}.")


def _wait(answer: Answer) -> float:
    """Fastly says at which second, as Unix counts them, it counts from the beginning again."""
    said = answer.headers.get("fastly-ratelimit-reset") or ""
    return max(1.0, float(said) - time.time()) if said.isdigit() else 60.0
