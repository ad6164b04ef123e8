"""Bring an old WordPress site in from its export."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.wordpress.export import NotAnExportError, TruncatedError
from newsroom.wordpress.importer import import_wordpress
from newsroom.wordpress.ledger import Ledger


class Command(BaseCommand):
    help = "Import posts, pages, categories, tags, authors, comments and pictures from a WordPress export (WXR)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the .xml file from WordPress, Tools > Export > All content")
        parser.add_argument("--media", type=Path, help="a copy of wp-content/uploads, or a folder with its files")
        parser.add_argument("--dry-run", action="store_true", help="say what would come, and keep nothing")

    def handle(self, *, file: Path, media: Path | None, dry_run: bool, **_options: Any) -> None:
        """Print a line for everything left or changed, then the account; fail in one sentence."""
        if media and not media.is_dir():
            raise CommandError(f"{media} is not a folder.")
        try:
            ledger = import_wordpress(path=file, media=media, dry=dry_run, tell=self.stdout.write)
        except NotAnExportError as problem:
            raise CommandError(str(problem)) from problem
        except TruncatedError as problem:
            if problem.ledger:
                self._account(problem.ledger, dry=dry_run)
            raise CommandError(
                f"{problem} What came before it {'would be' if dry_run else 'is'} imported."
            ) from problem
        except KeyboardInterrupt as stop:
            raise CommandError("Interrupted. Run the same command again and it goes on where it was.") from stop
        self._account(ledger, dry=dry_run)

    def _account(self, ledger: Ledger, *, dry: bool) -> None:
        if not ledger.rows:
            self.stdout.write("The export is empty: there was nothing to import.")
            return
        self.stdout.write("")
        for line in ledger.table():
            self.stdout.write(line)
        self.stdout.write("")
        if not ledger.adds_up:
            raise CommandError("The account does not add up; please report this with the table above.")
        if dry:
            self.stdout.write("A dry run: nothing was kept.")
