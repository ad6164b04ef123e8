"""`manage.py purge`: makes pages be made anew, on every machine and in what stands in front."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.caching.addresses import UnreadableAddressError, path_key, request_for, typed
from newsroom.caching.asked import policy
from newsroom.caching.pages import pages
from newsroom.caching.purging import is_wanted, purge, purge_everything

BECAUSE = "manage.py purge"


class Command(BaseCommand):
    help = "Have finished pages made anew. Everywhere within a second: on every machine, and in what FRONT names."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("addresses", nargs="*", metavar="address", help="/latest/, or as a browser shows it")
        parser.add_argument("--key", action="append", default=[], dest="keys", help="whatever shows it: story:5")
        parser.add_argument("--gone", action="store_true", help="with --key: nobody may see it any more, not even once")
        parser.add_argument("--all", action="store_true", help="everything, for instance after a database was restored")

    def handle(self, *, addresses: list[str], keys: list[str], **options: Any) -> None:
        if not (addresses or keys or options["all"]):
            raise CommandError("Say what: an address such as /latest/, --key story:5, or --all.")
        if not is_wanted():
            raise CommandError("There is nothing to purge: PAGES is off, and FRONT names nothing.")
        if options["gone"] and not keys:
            raise CommandError("--gone goes with --key. What stands at an address is purged at once anyway.")
        found = [_read_address(text) for text in addresses]
        wanted = [_read_key(key) for key in keys]
        if options["all"]:
            purge_everything(because=BECAUSE)
            self.stdout.write("Purged everything. Each page is made anew when it is asked for next.")
        for path in found:
            purge([path_key(path)], because=BECAUSE)
            self.stdout.write(
                f"Purged {path_key(path).removeprefix('at:')}. It is made anew when it is asked for next."
            )
        for key in wanted:
            purge([key], gone=options["gone"], because=BECAUSE)
            self.stdout.write(f"Purged {key}. {_how_soon(gone=options['gone'])} {_shown_by(key)}")


def _read_address(text: str) -> str:
    """Its path. Raises CommandError for one that never has a finished page."""
    try:
        path = typed(text).path
    except UnreadableAddressError as refusal:
        raise CommandError(str(refusal)) from None
    if policy(request_for(path, "http://localhost")) is None:
        raise CommandError(f"Nothing is ever kept at “{text}”, so there is nothing to purge. Look for a typing error.")
    return path


def _read_key(key: str) -> str:
    if not key or any(letter.isspace() or letter == "," for letter in key):
        raise CommandError(f"“{key}” is no key. Keys look like story:5; the desk's “Finished pages” shows a page's.")
    return key


def _how_soon(*, gone: bool) -> str:
    if gone:
        return "Nothing that shows it is served again."
    return "Pages about it follow at once, those that mention it within a minute."


def _shown_by(key: str) -> str:
    found = pages()
    if found is None:
        return "No page is kept on this machine."
    count = sum(key in page.known.keys for page in found.shelf.pages())
    if not count:
        return "No page on this machine shows it."
    return f"{count} page{' on this machine shows it' if count == 1 else 's on this machine show it'}."
