"""Pages that tell when they are read, where something in front of the site keeps them: `VIEWS_BEACON`.

A copy in a CDN is read without a request to the site. So such a page sends one, with no body, to an address of its
own, which is answered here: outside of Django, without a database, a cookie or a word.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings

from newsroom.caching.counting import LONGEST_NAME, count, is_browser

if TYPE_CHECKING:
    from wsgiref.types import StartResponse

PREFIX: Final = "/seen/"
ADDRESS: Final = re.compile(r"/seen/(?P<noun>[a-z]{1,20})/(?P<number>[1-9][0-9]{0,17})/")


def address_of(subject: str) -> str:
    """Where a page that counts for `subject` ("story:5") tells that it is read."""
    return f"{PREFIX}{subject.replace(':', '/')}/"


def told(environ: Mapping[str, Any]) -> str:
    """The subject that a WSGI request tells of, or "" when it is none of a page of ours in a person's browser."""
    place = ADDRESS.fullmatch(environ.get("PATH_INFO", ""))
    believed = (
        place
        and environ.get("REQUEST_METHOD") == "POST"
        and _is_from_here(environ)
        and is_browser(environ.get("HTTP_USER_AGENT", "")[:LONGEST_NAME])
    )
    return f"{place['noun']}:{place['number']}" if place and believed else ""


def _is_from_here(environ: Mapping[str, Any]) -> bool:
    """Whether a page of this site sends it. Browsers say so: over https in the first header, always in the second."""
    if site := environ.get("HTTP_SEC_FETCH_SITE"):
        return bool(site == "same-origin")
    origin, host = environ.get("HTTP_ORIGIN", ""), environ.get("HTTP_HOST", "")
    here = {settings.SITE_ADDRESS} if settings.SITE_ADDRESS else {f"https://{host}", f"http://{host}"}
    return bool(host) and origin in here


def beacon(environ: Mapping[str, Any], start_response: "StartResponse") -> Iterable[bytes]:
    """WSGI: the answer to everything below `PREFIX`. It is the same whether the view was counted or not."""
    if settings.VIEWS_BEACON and (subject := told(environ)):
        count(subject)
    start_response("204 No Content", [("Cache-Control", "no-store")])
    return ()
