"""The library in the admin: what an editor sees, does and is told."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.urls import reverse

from articles.media import usage
from articles.media.models import Image
from tests.factories.images import make_file, make_image, make_picture

pytestmark = pytest.mark.django_db

LIBRARY = "/admin/media/image/"
POPUP = {"_popup": "1", "_to_field": "id"}


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("ed", "ed@example.org", "pw"))
    return client


@pytest.fixture
def registry(monkeypatch):
    finders = []
    monkeypatch.setattr(usage, "_finders", finders)
    return finders


def filled_in(**given):
    texts = {"title": "", "caption": "", "credit": "Ana Lima", "licence": "", "focal_x": "0.5", "focal_y": "0.5"}
    return texts | {"alt": "A yellow disc"} | given


def ticket_in(response):
    return re.search(r'name="ticket" value="([^"]+)"', response.text).group(1)


def test_the_library_is_a_grid_of_small_pictures(editor):
    make_image(title="Harbour at dawn", credit="")
    html = editor.get(LIBRARY).text
    assert "Harbour at dawn" in html
    assert re.search(r'<img src="/media/r/[^"]+\.jpg"', html)
    assert "Credit missing" in html


def test_a_page_of_the_library_asks_the_same_of_the_database_however_many_it_shows(
    editor, django_assert_max_num_queries
):
    for _ in range(5):
        make_image()
    with django_assert_max_num_queries(14):
        editor.get(LIBRARY)


def test_search_and_filter_narrow_the_library(editor):
    make_image(title="Harbour", credit="")
    make_image(title="Bridge")
    assert "Bridge" not in editor.get(LIBRARY, {"q": "harb disc"}).text
    assert "Bridge" not in editor.get(LIBRARY, {"credit": "missing"}).text
    assert "Harbour" not in editor.get(LIBRARY, {"credit": "given"}).text


def test_an_upload_becomes_a_picture_named_after_its_file(editor):
    upload = make_file(make_picture(60, 40), "dawn-over-harbour.jpg")
    response = editor.post(f"{LIBRARY}add/", filled_in(upload=upload, focal_x="0.25"))
    image = Image.objects.get()
    assert response.status_code == 302
    assert (image.title, image.focal_x, image.width, image.height) == ("dawn-over-harbour", 0.25, 60, 40)


def test_a_picture_without_words_is_refused_and_its_file_is_not_lost(editor):
    refused = editor.post(f"{LIBRARY}add/", filled_in(upload=make_file(), alt=""))
    assert "Say what the picture shows, or tick" in refused.text
    assert "“picture.jpg” is kept" in refused.text
    editor.post(f"{LIBRARY}add/", filled_in(ticket=ticket_in(refused)))
    assert Image.objects.get().alt == "A yellow disc"


def test_a_ticket_that_we_did_not_give_fetches_nothing(editor):
    response = editor.post(f"{LIBRARY}add/", filled_in(ticket="../../etc/passwd"))
    assert "Choose a picture to upload." in response.text


def test_the_name_of_a_file_is_no_description(editor):
    response = editor.post(f"{LIBRARY}add/", filled_in(upload=make_file(), alt="IMG_1234.JPG"))
    assert "is the name of a file" in response.text


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (ContentFile(b"<svg xmlns=''/>", "a.svg"), "This is an SVG drawing"),
        (ContentFile(b"", "a.jpg"), "The file is empty"),
        (make_file(name="a.png"), "is a PNG picture. Rename it"),
        (None, "Choose a picture to upload."),
    ],
)
def test_a_refused_upload_is_told_in_a_sentence_beside_the_field(editor, upload, sentence):
    if upload and upload.name == "a.png":
        upload.name = "a.jpg"
    response = editor.post(f"{LIBRARY}add/", filled_in(**{"upload": upload} if upload else {}))
    assert response.status_code == 200
    assert sentence in response.text
    assert Image.objects.count() == 0


def test_a_picture_that_is_there_already_is_found_and_left_as_it_is(editor):
    content = make_file().read()
    known = make_image(upload=ContentFile(content, "a.jpg"), alt="First words")
    data = filled_in(upload=ContentFile(content, "b.jpg"), alt="Other words")
    response = editor.post(f"{LIBRARY}add/", data, follow=True)
    assert "was in the library already" in response.text
    assert list(Image.objects.values_list("pk", "alt")) == [(known.pk, "First words")]


def test_a_picture_that_is_there_already_is_shown_with_its_own_words(editor):
    known = make_image(upload=make_file(make_picture(60, 40, colour=(9, 9, 9))), alt="What it shows")
    again = make_file(make_picture(60, 40, colour=(9, 9, 9)))
    response = editor.post(f"{LIBRARY}add/", filled_in(upload=again, alt="Typed now"), follow=True)
    assert response.redirect_chain == [(f"{LIBRARY}{known.pk}/change/", 302)]
    assert "What it shows" in response.text
    assert "added successfully" not in response.text


@pytest.mark.parametrize("name", [" .jpg", " ", "..jpg", "имя файла.jpg", "n" * 250 + ".jpg", "../../passwd.jpg"])
def test_whatever_a_file_is_called_it_gets_a_title(editor, name):
    upload = make_file(make_picture(60, 40))
    upload.name = name
    response = editor.post(f"{LIBRARY}add/", filled_in(upload=upload))
    assert response.status_code == 302
    assert Image.objects.get().title.strip()


def test_moving_the_focal_point_makes_new_cuts(editor):
    image = make_image(upload=make_file(make_picture(90, 90)))
    before = image.rendition("wide", 80).url
    editor.post(f"{LIBRARY}{image.pk}/change/", filled_in(title="Disc", focal_y="0.9"))
    image.refresh_from_db()
    assert (image.title, image.focal_y) == ("Disc", 0.9)
    assert image.rendition("wide", 80).url != before


def test_an_impossible_focal_point_is_refused(editor):
    image = make_image()
    response = editor.post(f"{LIBRARY}{image.pk}/change/", filled_in(title="x", focal_y="7"))
    assert response.status_code == 200
    assert "less than or equal to 1" in response.text


def test_where_a_picture_is_used_is_told_with_a_way_there(editor, registry):
    usage.finds_uses(lambda image, _user: [(f"Story {image.title}", "/admin/somewhere/")])
    image = make_image(title="<Disc>")
    html = editor.get(f"{LIBRARY}{image.pk}/change/").text
    assert '<a href="/admin/somewhere/">Story &lt;Disc&gt;</a>' in html


def test_a_used_picture_is_not_deleted_and_the_editor_is_told_where_it_is_used(editor, registry):
    usage.finds_uses(lambda _image, _user: [("Gifts from Primorye", "/x/")])
    image = make_image()
    response = editor.post(f"{LIBRARY}{image.pk}/delete/", {"post": "yes"}, follow=True)
    assert "can not be deleted: it is used in “Gifts from Primorye”" in response.text
    assert Image.objects.exists()


def test_an_unused_picture_is_deleted_after_a_question(editor, registry):
    image = make_image()
    assert "Are you sure" in editor.get(f"{LIBRARY}{image.pk}/delete/").text
    editor.post(f"{LIBRARY}{image.pk}/delete/", {"post": "yes"})
    assert not Image.objects.exists()


def test_in_a_popup_each_picture_is_a_choice(editor):
    image = make_image()
    html = editor.get(LIBRARY, POPUP).text
    assert f'data-popup-opener="{image.pk}"' in html
    assert "<h1>Choose a picture</h1>" in html


def test_an_upload_in_a_popup_hands_its_number_to_the_opener(editor):
    response = editor.post(f"{LIBRARY}add/?_popup=1", filled_in(upload=make_file(), **POPUP))
    assert f"&quot;value&quot;: &quot;{Image.objects.get().pk}&quot;" in response.text


def test_the_body_editor_gets_a_small_picture_for_a_number(editor):
    image = make_image()
    response = editor.get(reverse("admin:media_image_thumb", args=[image.pk]))
    assert (response.status_code, response["Location"]) == (302, image.rendition("whole", 320).url)


def test_strangers_get_no_small_picture(client):
    response = client.get(reverse("admin:media_image_thumb", args=[make_image().pk]))
    assert response["Location"].startswith("/admin/login/")


def test_the_forms_hold_no_inline_script_or_style(editor):
    pages = [f"{LIBRARY}add/", f"{LIBRARY}{make_image().pk}/change/", LIBRARY]
    html = "".join(editor.get(page).text for page in pages)
    assert " style=" not in html
    assert " onclick=" not in html
