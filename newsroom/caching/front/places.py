"""The addresses in the setting FRONT: what stands in front, and where it is told of a purge."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

NGINX: Final = "nginx+http"
VARNISH: Final = "varnish+http"
FASTLY: Final = "fastly"
CLOUDFLARE: Final = "cloudflare"

# How a service is called there. They are reached at an address of their own, and want a token.
_SERVICES: Final = {FASTLY: re.compile(r"[A-Za-z0-9]{1,40}"), CLOUDFLARE: re.compile(r"[0-9a-f]{32}")}
_TOKEN: Final = re.compile(r"[!-~]{8,400}")
_LIKE: Final = "varnish+http://127.0.0.1:6081, nginx+http://127.0.0.1:8081, fastly://SERVICE or cloudflare://ZONE"


@dataclass(frozen=True, slots=True)
class Place:
    """One thing in front. `name` is host and port of a server of ours, or what its service is called at a CDN."""

    kind: str
    name: str
    token: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.kind}://{self.name}"


def places(addresses: Sequence[str], *, token: str, site: str) -> list[Place]:
    """What the addresses of FRONT name; `token` is FRONT_TOKEN, `site` the paper's own address."""
    found = [_place(address, token) for address in addresses]
    if len(set(found)) < len(found):
        raise ImproperlyConfigured("FRONT must name everything in front once.")
    if sum(place.kind in _SERVICES for place in found) > 1:
        raise ImproperlyConfigured("FRONT must name one CDN at most: FRONT_TOKEN is the token of one.")
    kinds = {place.kind for place in found}
    if NGINX in kinds and kinds != {NGINX}:
        raise ImproperlyConfigured(
            "FRONT names nginx and something else, to which nginx would hand on old copies: let it keep none."
        )
    if NGINX in kinds and not site:
        raise ImproperlyConfigured("FRONT names nginx, whose copies begin with SITE_ADDRESS: set that, too.")
    return found


def _place(address: str, token: str) -> Place:
    kind, _, name = address.partition("://")
    if kind in _SERVICES and _SERVICES[kind].fullmatch(name):
        if not _TOKEN.fullmatch(token):
            raise ImproperlyConfigured(f"FRONT names {kind}, so FRONT_TOKEN must be a token of it that may purge.")
        return Place(kind, name, token)
    if kind in {NGINX, VARNISH} and _is_server(name):
        return Place(kind, name)
    raise ImproperlyConfigured(f"FRONT must be addresses like {_LIKE}, parted by commas, and “{address}” is none.")


def _is_server(name: str) -> bool:
    if not re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", name):
        return False
    try:
        parts = urlsplit(f"http://{name}")
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
