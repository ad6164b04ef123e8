"""The command as an operator meets it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Story
from tests.factories import wordpress as old

pytestmark = pytest.mark.django_db


def said(*arguments) -> str:
    out = StringIO()
    call_command("import_wordpress", *arguments, stdout=out)
    return out.getvalue()


def test_it_ends_with_an_account(tmp_path):
    text = said(str(old.write(tmp_path, old.item(), old.item(status="trash"))))
    [row] = [line.split() for line in text.splitlines() if line.startswith("posts")]
    assert row == ["posts", "2", "1", "0", "1"]


def test_a_dry_run_keeps_nothing_and_says_so(tmp_path):
    assert "nothing was kept" in said(str(old.write(tmp_path, old.item())), "--dry-run")
    assert not Story.objects.exists()


def test_a_file_that_is_no_export_fails_in_one_sentence(tmp_path):
    path = tmp_path / "notes.xml"
    path.write_text("<notes/>")
    with pytest.raises(CommandError, match=r"^notes\.xml is not a WordPress export[^\n]*\.$"):
        said(str(path))


def test_a_missing_file_fails(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        said(str(tmp_path / "none.xml"))


def test_a_missing_folder_of_files_fails_before_anything_is_done(tmp_path):
    with pytest.raises(CommandError, match="is not a folder"):
        said(str(old.write(tmp_path, old.item())), "--media", str(tmp_path / "none"))
    assert not Story.objects.exists()


def test_a_broken_file_fails_and_says_that_what_came_before_it_stays(tmp_path):
    path = old.write(tmp_path, old.item(), old.item())
    path.write_bytes(path.read_bytes()[:-150])
    with pytest.raises(CommandError, match=r"^[^\n]*at line \d+\. What came before it is imported\.$"):
        said(str(path))
    assert Story.objects.count() == 1


def test_an_empty_export_says_that_it_is_empty(tmp_path):
    assert "The export is empty" in said(str(old.write(tmp_path)))
