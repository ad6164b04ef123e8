"""Taking pictures into the library, changing and removing them."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, transaction

from articles.media import actions, storage
from articles.media.models import Image
from articles.media.renditions import prepare
from tests.factories.images import make_file, make_image, make_picture

pytestmark = pytest.mark.django_db


def stored(settings):
    return {
        str(path.relative_to(settings.MEDIA_ROOT)) for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()
    }


def test_an_added_picture_knows_its_size_and_has_its_file():
    image = make_image(upload=make_file(make_picture(50, 40)))
    assert (image.width, image.height) == (50, 40)
    assert default_storage.exists(image.file.name)


def test_every_rendition_that_the_row_speaks_of_is_there(settings):
    image = make_image()
    urls = [
        made.url
        for shape in ("wide", "landscape", "square", "whole")
        for found in image.made(shape).values()
        for made in found
    ]
    assert {url.removeprefix("/media/") for url in urls} <= stored(settings)


def test_the_same_bytes_twice_are_one_picture():
    content = make_file().read()
    first = make_image(upload=ContentFile(content, "a.jpg"), title="First")
    second = make_image(upload=ContentFile(content, "b.jpg"), title="Second")
    assert (second.pk, second.title) == (first.pk, "First")


def test_a_picture_needs_words_or_the_word_decorative():
    with pytest.raises(ValidationError, match="Describe the picture in words"):
        make_image(alt="  ")
    assert make_image(alt="", is_decorative=True).text_alternative == ""


def test_a_refused_upload_leaves_neither_row_nor_file(settings):
    with pytest.raises(ValidationError):
        make_image(upload=ContentFile(b"<svg/>", "a.svg"))
    assert (Image.objects.count(), stored(settings)) == (0, set())


def test_the_database_itself_refuses_a_picture_without_words():
    image = make_image()
    with pytest.raises(IntegrityError), transaction.atomic():
        Image.objects.filter(pk=image.pk).update(alt="")


def test_the_database_itself_refuses_a_focal_point_outside():
    image = make_image()
    with pytest.raises(IntegrityError), transaction.atomic():
        Image.objects.filter(pk=image.pk).update(focal_x=1.2)


def test_a_prepared_picture_is_stored_without_being_decoded_again(monkeypatch):
    prepared = prepare(make_file().read(), focal_point=(0.1, 0.2))
    monkeypatch.setattr(actions, "prepare", None)
    image = make_image(upload=None, prepared=prepared)
    assert image.focal_point == (0.1, 0.2)


def test_a_picture_without_renditions_shows_its_original_until_they_are_made():
    image = make_image(renditions_now=False)
    assert image.rendition("wide", 800).url == image.file.url
    assert list(Image.objects.without_renditions()) == [image]
    actions.make_missing(image=image)
    assert "/r/" in Image.objects.get().rendition("wide", 800).url
    assert not Image.objects.without_renditions().exists()


def test_refocusing_changes_addresses_and_keeps_the_old_files(settings):
    image = make_image(upload=make_file(make_picture(90, 90)))
    before, files = image.rendition("wide", 80).url, stored(settings)
    actions.refocus(image=image, focal_point=(0.5, 1.0))
    image.refresh_from_db()
    assert image.rendition("wide", 80).url != before
    assert files < stored(settings)


def test_refocusing_outside_the_picture_is_refused():
    with pytest.raises(ValidationError):
        actions.refocus(image=make_image(), focal_point=(0.5, 1.5))


def test_a_removed_picture_takes_all_its_files_along(settings, django_capture_on_commit_callbacks):
    image = make_image()
    actions.refocus(image=image, focal_point=(0.5, 1.0))
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_image(image=image)
    assert stored(settings) == set()


def test_a_write_that_breaks_off_leaves_nothing_under_the_name(settings, monkeypatch):
    monkeypatch.setattr(storage.os, "fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        make_image()
    assert (stored(settings), Image.objects.count()) == (set(), 0)


def test_search_finds_pictures_that_hold_every_word():
    image = make_image(title="Harbour at dawn", alt="Cranes over water", credit="Ana Lima")
    make_image(title="Harbour at night", credit="Joe")
    assert list(Image.objects.search("harbour lima")) == [image]


def test_the_newest_picture_comes_first():
    older, newer = make_image(), make_image()
    assert list(Image.objects.all()) == [newer, older]


def test_showing_a_picture_asks_nothing_more_of_the_database(django_assert_num_queries):
    make_image()
    image = Image.objects.get()
    with django_assert_num_queries(0):
        assert image.rendition("square", 160).width == 48


def test_a_command_makes_what_is_missing_and_nothing_twice(capsys):
    make_image(renditions_now=False)
    call_command("renditions")
    call_command("renditions")
    assert capsys.readouterr().out.splitlines() == [
        "Made the renditions of 1 picture.",
        "Made the renditions of 0 pictures.",
    ]
