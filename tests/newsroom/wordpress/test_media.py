"""Pictures of an old site, when a folder with their files is given."""

import pytest

from articles.media.models import Image
from articles.models import Story
from newsroom.wordpress.importer import import_wordpress
from newsroom.wordpress.models import Imported
from tests.factories import wordpress as old
from tests.factories.images import make_file

pytestmark = pytest.mark.django_db
PIER = "https://old.example/wp-content/uploads/2020/03/pier.jpg"


@pytest.fixture
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "library"
    (tmp_path / "uploads" / "2020" / "03").mkdir(parents=True)
    return tmp_path / "uploads"


@pytest.fixture
def bring(tmp_path, folder):
    def run(*parts, media=folder):
        told = []
        import_wordpress(path=old.write(tmp_path, *parts), media=media, tell=told.append)
        return "\n".join(told)

    return run


def put(folder, path="2020/03/pier.jpg", picture=None):
    (folder / path).write_bytes(make_file(picture).read())


def test_a_featured_picture_leads_though_it_comes_later_in_the_file(bring, folder):
    put(folder)
    bring(old.item("T", "b", old.meta("_thumbnail_id", "77")), old.attachment(number=77))
    assert Story.objects.get().lead_image == Image.objects.get()


def test_a_picture_in_the_text_is_a_figure(bring, folder):
    put(folder)
    bring(old.attachment(), old.item("T", f'a <img src="{PIER.replace(".jpg", "-300x200.jpg")}?w=300"> b'))
    number = Image.objects.get().pk
    assert f'<news-figure data-image="{number}" data-layout="column"></news-figure>' in Story.objects.get().body


def test_a_description_comes_from_what_editors_wrote_never_from_the_name_of_the_file(bring, folder):
    put(folder)
    bring(
        old.attachment(PIER, old.meta("_wp_attachment_image_alt", "pier.jpg"), title="pier", excerpt="The pier at noon")
    )
    assert Image.objects.get().alt == "The pier at noon"


def test_a_picture_nobody_described_is_decorative_and_told(bring, folder):
    put(folder)
    told = bring(old.attachment(PIER, title="pier"))
    assert (Image.objects.get().alt, Image.objects.get().is_decorative) == ("", True)
    assert "nobody has described it" in told


def test_a_file_is_found_by_its_name_anywhere_in_the_folder(bring, folder):
    put(folder, "pier.jpg")
    bring(old.attachment())
    assert Image.objects.count() == 1


def test_a_smaller_copy_serves_when_the_original_is_lost(bring, folder):
    put(folder, "2020/03/pier-1024x768.jpg")
    bring(old.attachment())
    assert Image.objects.count() == 1


def test_a_file_that_is_no_picture_stops_nothing(bring, folder):
    (folder / "2020/03/pier.jpg").write_text("<script>")
    told = bring(old.attachment(number=3), old.item())
    assert "left attachment 3" in told
    assert Story.objects.exists()


def test_a_picture_without_a_file_is_a_link(bring):
    told = bring(old.attachment(title="The old pier"), old.item("T", f'<img src="{PIER}">'))
    assert Story.objects.get().body == f'<p><a href="{PIER}">The old pier</a></p>'
    assert "its file is not in the folder" in told


def test_an_address_can_not_lead_out_of_the_folder(bring, tmp_path):
    (tmp_path / "secret.jpg").write_bytes(make_file().read())
    bring(old.attachment("https://old.example/wp-content/uploads/../secret.jpg"))
    assert not Image.objects.exists()


def test_a_second_import_takes_no_picture_again(bring, folder):
    put(folder)
    bring(old.attachment(number=77))
    before = list(Image.objects.values()), Imported.objects.count()
    bring(old.attachment(number=77))
    assert (list(Image.objects.values()), Imported.objects.count()) == before


def test_pictures_of_an_earlier_file_are_known(bring, folder):
    put(folder)
    bring(old.attachment(number=77))
    bring(old.item("T", f'<img src="{PIER}">', old.meta("_thumbnail_id", "77")))
    assert Story.objects.get().lead_image == Image.objects.get()
    assert "news-figure" in Story.objects.get().body


def test_without_a_folder_the_reason_is_told_once(bring):
    told = bring(
        old.attachment(), old.attachment("https://old.example/wp-content/uploads/2020/03/quay.jpg"), media=None
    )
    assert told.count("no folder of files was given") == 1


def test_a_file_that_can_not_be_read_is_left_and_the_rest_comes(bring, folder, monkeypatch):
    put(folder)

    def locked(*_args, **_named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("newsroom.wordpress.attachments.add_image", locked)
    assert "can not be read (Permission denied)" in bring(old.attachment(), old.item())
    assert Story.objects.exists()
