"""Who may log in to the demo paper."""

from pathlib import Path
from secrets import token_urlsafe

from django.contrib.auth.models import Group, User
from django.db import transaction

LOGINS = (("editor", "editor"), ("admin", "administrator"))
FILE = "demo-login.txt"


def make_people(folder: Path) -> str:
    """Users `editor` and `admin`, made once with passwords of their own, which are kept in a file of the data folder.

    Returns what that file says; an empty string when the users were there before and the file is gone.
    """
    note = folder / FILE
    # The note is written before the users are certain: a login that nobody wrote down could never be used.
    with transaction.atomic():
        made = [_make(name, role) for name, role in LOGINS if not User.objects.filter(username=name).exists()]
        if made:
            note.touch(mode=0o600)
            note.write_text("".join(f"{line}\n" for line in made))
    return note.read_text() if note.exists() else ""


def _make(name: str, role: str) -> str:
    password = token_urlsafe(9)
    user = User.objects.create_user(name, password=password, is_staff=True, is_superuser=role == "administrator")
    user.groups.add(Group.objects.get(name=role))
    return f"{name}: {password}"
