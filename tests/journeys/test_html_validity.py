"""The Nu HTML checker, which knows the standard, finds no error on any kind of page."""

import subprocess

import pytest
from django.template.loader import render_to_string

from tests.factories.comments import make_comment
from tests.factories.papers import FIRST_COMMENT, PAGES, STORY, make_paper

pytestmark = pytest.mark.django_db
PLAIN = ("400.html", "403.html", "500.html")


def every_page(client):
    make_paper()
    for name, place in PAGES.items():
        yield name, client.get(place.address).text
    for name in PLAIN:
        yield name, render_to_string(name)
    page = client.get(STORY)
    assert FIRST_COMMENT in page.text
    answered = make_comment(story=page.context["story"])
    yield "refused comment", client.post(f"{STORY}comments/", {"name": "", "comment": ""}).text
    yield "reply", client.get(f"{STORY}comments/reply/{answered.pk}/").text


def test_every_page_is_valid_html(client, needs, tmp_path):
    java, checker = needs("java"), needs("vnu")
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, html in every_page(client):
        (folder / f"{name.replace(' ', '-').removesuffix('.html')}.html").write_text(html)

    command = [java, "-Xss2m", "-jar", checker, "--errors-only", "--format", "gnu", str(folder)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own words

    assert checked.stderr == ""
    assert checked.returncode == 0
