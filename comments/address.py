"""Where a comment came from, as little as is needed to slow a flood: a block of addresses, and only its keyed hash."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from newsroom import clock

SALT = "comments.address"
DAY = 86_400
# What one household or office has: the last byte of IPv4, all that follows the site prefix of IPv6.
V4_PREFIX, V6_PREFIX = 24, 48
UNKNOWN = "unknown"


def address_of(request: HttpRequest) -> str:
    """The visitor's address: what the outermost of our TRUSTED_PROXIES proxies saw, else the peer's.

    Whatever a visitor writes into X-Forwarded-For stands to the left of what our proxies add, and is never read.
    """
    peer: str = request.META.get("REMOTE_ADDR") or UNKNOWN
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    proxies: int = settings.TRUSTED_PROXIES
    if proxies and len(hops) >= proxies:
        seen = hops[-proxies].strip()
        return seen if _parsed(seen) else peer
    return peer


def block_key(address: str) -> str:
    """The keyed hash of the address's block; every address that cannot be read counts as one block.

    The key is another one in each period of COMMENT_ORIGIN_DAYS, so that nothing of longer ago can be told to have come
    from the same block.
    """
    return _keyed(SALT, _written(address))


def writer_key(address: str, agent: str) -> str:
    """The keyed hash of the block and of what the browser says of itself: as near as one comes to a reader."""
    return _keyed(f"{SALT}.writer", f"{_written(address)} {agent}")


def _written(address: str) -> str:
    found = _parsed(address)
    return str(_block(found)) if found else UNKNOWN


def _keyed(salt: str, what: str) -> str:
    period = int(clock.now().timestamp()) // (settings.COMMENT_ORIGIN_DAYS * DAY)
    return salted_hmac(f"{salt}.{period}", what, algorithm="sha256").hexdigest()[:32]


def block_of(address: str) -> str | None:
    """The first address of the address's block, or None for an address that cannot be read."""
    found = _parsed(address)
    return str(_block(found).network_address) if found else None


def _block(address: IPv4Address | IPv6Address) -> IPv4Network | IPv6Network:
    if isinstance(address, IPv4Address):
        return IPv4Network((int(address), V4_PREFIX), strict=False)
    return IPv6Network((int(address), V6_PREFIX), strict=False)


def _parsed(words: str) -> IPv4Address | IPv6Address | None:
    """Also with a port, as some proxies write it, and IPv4 in the clothes of IPv6."""
    if words.startswith("["):
        words = words[1:].partition("]")[0]
    elif words.count(":") == 1:
        words = words.partition(":")[0]
    try:
        found = ip_address(words)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
