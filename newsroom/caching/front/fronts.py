"""The fronts that the setting FRONT names, each with the one thing that the paper wants of it."""

from collections.abc import Sequence
from typing import Protocol

from django.conf import settings

from newsroom.caching.front import places
from newsroom.caching.front.cloudflare import Cloudflare
from newsroom.caching.front.fastly import Fastly
from newsroom.caching.front.nginx import Nginx
from newsroom.caching.front.places import Place
from newsroom.caching.front.varnish import Varnish


class Front(Protocol):
    """`by_key`: whether it can be told keys. One that cannot is told addresses, and keeps nothing for long."""

    @property
    def name(self) -> str: ...
    @property
    def by_key(self) -> bool: ...

    def purge(self, keys: Sequence[str], addresses: Sequence[str], everything: bool) -> None:
        """Serve no copy any more that has one of the keys, or that stands at one of the addresses (paths).

        Told twice, it changes nothing. Raises FrontError, with a sentence, when that is not certain.
        """


def fronts() -> list[Front]:
    return [front(place, site=settings.SITE_ADDRESS) for place in settings.FRONT]


def front(place: Place, *, site: str) -> Front:
    match place.kind:
        case places.NGINX:
            return Nginx(f"http://{place.name}", site=site)
        case places.VARNISH:
            return Varnish(f"http://{place.name}")
        case places.FASTLY:
            return Fastly(place)
        case places.CLOUDFLARE:
            return Cloudflare(place)
    raise ValueError(place.kind)
