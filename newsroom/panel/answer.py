"""What the desk is told of an address: kept or not, and why."""

from dataclasses import dataclass, field
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from newsroom import clock
from newsroom.caching.addresses import Typed, path_key, request_for
from newsroom.caching.asked import Asking, Environ, policy
from newsroom.caching.board import NANOSECONDS
from newsroom.caching.models import Purge
from newsroom.caching.pages import Pages
from newsroom.caching.recording import recorded
from newsroom.caching.rendering import asked
from newsroom.caching.standing import Standing, State, purges_of, standing
from newsroom.request import Handler

PURGES: Final = 5

STANDS: Final = {
    State.FRESH: "It is kept, and readers get this copy.",
    State.STALE: "It is kept, but out of date: the next reader's request makes it anew, and until that is done the "
    "others get this copy.",
    State.PURGED: "It is not kept any more: it was purged. The next reader has it made anew.",
    State.OVER: "It is not kept any more: its time was over. The next reader has it made anew.",
}
NEVER_KEPT: Final = "It is never kept: what stands at this address is made anew for each who asks."
OTHER_HOST: Final = "It is not kept for this host: only for those that ALLOWED_HOSTS names one by one."
NOT_ASKED_FOR: Final = "It is not kept: nobody has asked for it yet. The next reader has it made, and then it is kept."
NO_ANSWERS: Final = {
    404: "It is not kept: there is no page at this address.",
    410: "It is not kept: what stood at this address was taken down, and only whole pages are kept.",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """`page` is the newest copy there is, also one that nobody gets any more; `may_purge` is whether there is one,
    here or in front, that could be purged.
    """

    address: str
    says: str
    page: Standing | None = None
    may_purge: bool = False
    purges: list[Purge] = field(default_factory=list)


def answer(pages: Pages, request: HttpRequest, typed: Typed) -> Answer:
    """About what was typed. A path alone is one at the paper's own address, or at that of the desk."""
    here = settings.SITE_ADDRESS or f"{request.scheme}://{request.get_host()}"
    environ = request_for(typed.path, typed.origin or here)
    if policy(environ) is None:
        return Answer(typed.shown, NEVER_KEPT)
    address = Asking().address(environ)
    if address is None and environ["wsgi.url_scheme"] == "http":
        # Who asks a paper without encryption that wants it is sent on.
        environ["wsgi.url_scheme"] = "https"
        address = Asking().address(environ)
    if address is None:
        return Answer(typed.shown, OTHER_HOST)
    shown = "/".join(address.split("/")[:3]) + typed.shown
    found = standing(pages, address, int(clock.now().timestamp() * NANOSECONDS))
    if found is None:
        why_not = _why_not(environ)
        earlier = purges_of([path_key(typed.path)], PURGES)
        return Answer(shown, why_not, may_purge=why_not == NOT_ASKED_FOR, purges=earlier)
    return Answer(shown, STANDS[found.state], found, may_purge=True, purges=purges_of(found.page.known.keys, PURGES))


def _why_not(environ: Environ) -> str:
    """Where there is no copy it is tried whether one could be; what is made for that is not kept."""
    with recorded() as recording:
        made = asked(Handler(), Asking().clean(environ))
    if not made.may_be_kept():
        otherwise = f"It is not kept: the address answers {made.status}, and only whole pages are kept."
        return NO_ANSWERS.get(made.code, otherwise)
    if not recording.can_be_followed:
        return "It is not kept: it shows more than can be followed, and is made anew for each who asks."
    return NOT_ASKED_FOR
