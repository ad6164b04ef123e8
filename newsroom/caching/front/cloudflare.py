"""Cloudflare's purge by tag: https://developers.cloudflare.com/api/resources/cache/methods/purge/."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import batched
from typing import Any, Final

from newsroom.caching.front.asking import Answer, FrontError, Line
from newsroom.caching.front.places import Place

API: Final = "https://api.cloudflare.com"
TAGS_AT_ONCE: Final = 100
# Accounts that pay nothing may send 25 requests at once, and five a minute after that.
MOST_REQUESTS: Final = 10


class Cloudflare:
    by_key = True

    def __init__(self, place: Place, *, api: str = API) -> None:
        self.name = f"Cloudflare zone {place.name}"
        self._path, self._api = f"/client/v4/zones/{place.name}/purge_cache", api
        self._headers = {"Authorization": f"Bearer {place.token}", "Content-Type": "application/json"}

    def purge(self, keys: Sequence[str], addresses: Sequence[str], everything: bool) -> None:  # noqa: ARG002  # keys say more
        with Line(self._api, called=self.name) as line:
            if everything or len(keys) > TAGS_AT_ONCE * MOST_REQUESTS:
                self._ask(line, {"purge_everything": True})
                return
            for part in batched(keys, TAGS_AT_ONCE):
                self._ask(line, {"tags": part})

    def _ask(self, line: Line, wanted: Mapping[str, Any]) -> None:
        answer = line.ask("POST", self._path, headers=self._headers, body=json.dumps(wanted).encode())
        if answer.status == 429:
            said = answer.headers.get("retry-after") or ""
            raise FrontError(f"{self.name} was told too often.", again_after=float(said) if said.isdigit() else 60.0)
        if answer.status in {401, 403}:
            raise FrontError(f"{self.name} refuses FRONT_TOKEN.")
        # Some errors come with status 200.
        if answer.status != 200 or not _succeeded(answer):
            raise FrontError(f"{self.name} does not purge: it answers {answer.status}{_reasons(answer)}.")


def _said(answer: Answer) -> dict[str, Any]:
    with suppress(ValueError):
        said = json.loads(answer.body)
        return said if isinstance(said, dict) else {}
    return {}


def _succeeded(answer: Answer) -> bool:
    return _said(answer).get("success") is True


def _reasons(answer: Answer) -> str:
    numbers = [str(error.get("code")) for error in _said(answer).get("errors") or [] if isinstance(error, dict)]
    return f", error {', '.join(numbers)}" if numbers else ""
