"""An editor in a process of its own: each line of standard input is a verb with its words, and is answered by a line.

Runs in the paper's own environment (bench/paper.py), and ends when nothing more is said.
"""

import json
import sys
import time
from typing import Any

import django

django.setup()

# Django must be set up before any model is imported.
from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402

from articles.actions.publish import publish  # noqa: E402
from articles.actions.withdraw import withdraw  # noqa: E402
from articles.actions.write import write_story  # noqa: E402
from articles.models import Category, Story  # noqa: E402
from comments.models import Comment  # noqa: E402
from newsroom import clock  # noqa: E402

NAME = "bench"
BODY = "<p>The ferry was late again.</p>" * 12


def written(headline: str, slug: str, section: str) -> dict[str, Any]:
    """A draft, and the address that it will have when it is published today."""
    category = Category.objects.get(path=section)
    story = write_story(headline=headline, slug=slug, category=category, body=BODY)
    return {"story": story.pk, "address": f"/{clock.today():%Y/%m/%d}/{slug}/"}


def published(story: int) -> dict[str, Any]:
    found = Story.objects.get(pk=story)
    return {"at": committed(publish, story=found)}


def withdrawn(story: int) -> dict[str, Any]:
    return {"at": committed(withdraw, story=Story.objects.get(pk=story), reason="It was not so.")}


def committed(action: Any, **words: Any) -> float:
    """Take the action, and return when it was committed: before anything that follows on the commit."""
    moments: list[float] = []
    with transaction.atomic():
        transaction.on_commit(lambda: moments.append(time.monotonic()))
        action(**words)
    return moments[0]


def came() -> dict[str, Any]:
    """Somebody who may see everything logs in: the cookie for that, and what there is to open."""
    user, _ = User.objects.get_or_create(username=NAME, is_staff=True, is_superuser=True)
    client = Client()
    client.force_login(user)
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    newest = Story.objects.lines().values_list("pk", "category").first()
    return {"cookie": cookie, "comments": Comment.objects.count(), "story": newest[0], "section": newest[1]}


def left() -> dict[str, Any]:
    User.objects.filter(username=NAME).delete()
    return {}


VERBS = {"write": written, "publish": published, "withdraw": withdrawn, "come": came, "leave": left}


def main() -> None:
    for line in sys.stdin:
        words = json.loads(line)
        print(json.dumps(VERBS[words.pop("verb")](**words)), flush=True)


if __name__ == "__main__":
    main()
