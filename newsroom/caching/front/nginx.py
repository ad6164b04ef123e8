"""nginx knows its copies by address alone. Each is a file whose name follows from the address, so that file is deleted.

deploy/nginx/newsroom.conf opens a door for that on loopback: `DELETE` removes a file or folder below the cache.
"""

from collections.abc import Iterator, Sequence
from hashlib import md5
from typing import Final
from urllib.parse import unquote_to_bytes, urlsplit

from newsroom.caching.front.asking import FrontError, Line

# As the map $packing there says: a copy for each.
PACKINGS: Final = ("br", "gzip", "")
FOLDERS: Final = "0123456789abcdef"
# To delete more than this one by one takes longer than to let the paper's finished pages come anew.
MOST_ADDRESSES: Final = 200


class Nginx:
    by_key = False

    def __init__(self, base: str, *, site: str) -> None:
        self.name = f"nginx at {base.partition('://')[2]}"
        self._base, self._site = base, site

    def purge(self, keys: Sequence[str], addresses: Sequence[str], everything: bool) -> None:  # noqa: ARG002  # it has no keys
        everything = everything or len(addresses) > MOST_ADDRESSES
        wanted = (f"/{folder}/" for folder in FOLDERS) if everything else self._files(addresses)
        with Line(self._base, called=self.name) as line:
            for path in wanted:
                answer = line.ask("DELETE", path)
                # 404: there is no such copy, and that is what was wanted.
                if answer.status not in {204, 404}:
                    raise FrontError(f"{self.name} does not delete its copies: it answers {answer.status}.")

    def _files(self, addresses: Sequence[str]) -> Iterator[str]:
        for address in addresses:
            for packing in PACKINGS:
                name = file_name(self._site, address, packing)
                yield f"/{name[-1]}/{name[-3:-1]}/{name}"


def file_name(site: str, address: str, packing: str) -> str:
    """What nginx calls the file of a copy: proxy_cache_key "$scheme://$host$uri $packing", digested."""
    parts = urlsplit(site)
    key = f"{parts.scheme}://{parts.hostname}".encode() + unquote_to_bytes(address) + f" {packing}".encode()
    return md5(key, usedforsecurity=False).hexdigest()
