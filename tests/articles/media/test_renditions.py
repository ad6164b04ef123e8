"""What is made of a picture, before anything is stored."""

import io
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from PIL import Image

from articles.media.renditions import make_renditions, prepare, prepare_drawn
from tests.factories.images import make_file, make_picture


def made_of(picture, focal_point=(0.5, 0.5)):
    return make_renditions(picture, content_hash="f" * 64, focal_point=focal_point)


def opened(file):
    return Image.open(io.BytesIO(file.content))


def stems(made):
    return {shape: entry["stem"] for shape, entry in made.description["shapes"].items()}


@pytest.mark.parametrize(
    "size", [(1, 1), (1, 6000), (6000, 1), (90, 60), (500, 700), (10, 30_000), (1, 30_000), (30_000, 1), (2, 30_000)]
)
def test_every_file_measures_what_the_description_says_and_no_more_than_the_original(size):
    made = made_of(make_picture(*size))
    described = {
        f"{entry['stem']}-{width}.{kind}": (width, height)
        for entry in made.description["shapes"].values()
        for kind, found in entry["sizes"].items()
        for width, height in found
    }
    assert {file.name: opened(file).size for file in made.files} == described
    assert all(width <= size[0] and height <= size[1] for width, height in described.values())


def test_a_photograph_is_made_in_avif_webp_and_jpeg():
    made = made_of(make_picture(400, 300))
    assert set(made.description["shapes"]["wide"]["sizes"]) == {"avif", "webp", "jpg"}


def test_a_logo_keeps_its_transparency_in_every_format():
    logo = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    made = made_of(logo)
    assert {file.name.rpartition(".")[2] for file in made.files} == {"avif", "webp", "png"}
    assert {opened(file).convert("RGBA").getpixel((1, 1))[3] for file in made.files} == {0}


def test_a_shape_that_the_picture_has_already_is_not_made_twice():
    found = stems(made_of(make_picture(300, 200)))
    assert found["landscape"] == found["whole"]
    assert found["landscape"] != found["wide"]


def test_a_moved_focal_point_gives_the_cut_shapes_new_addresses_and_leaves_the_others():
    before, after = stems(made_of(make_picture(300, 300))), stems(made_of(make_picture(300, 300), (0.5, 0.9)))
    assert before["wide"] != after["wide"]
    assert before["whole"] == after["whole"]


def test_a_cut_shows_what_lies_round_the_focal_point():
    picture = Image.new("RGB", (300, 900), "red")
    picture.paste("blue", (0, 600, 300, 900))
    made = made_of(picture, (0.5, 0.9))
    square = next(file for file in made.files if file.name.endswith("square-320.jpg") or "square-300.jpg" in file.name)
    assert opened(square).getpixel((150, 150))[2] > 200


def test_no_file_carries_notes_of_the_camera():
    exif = Image.Exif()
    exif[0x010F] = "SecretCam"
    prepared = prepare(make_file(exif=exif).read())
    files = [prepared.original, *prepared.renditions.files]
    assert not any(b"SecretCam" in file.content or b"Exif" in file.content for file in files)


def test_the_kept_original_is_encoded_anew():
    upload = make_file().read() + b"trailing bytes"
    prepared = prepare(upload)
    assert prepared.original.name.endswith(".jpg")
    assert b"trailing" not in prepared.original.content


def test_the_same_drawing_has_the_same_fingerprint():
    picture = make_picture(colour=(1, 2, 3))
    assert prepare_drawn(picture).content_hash == prepare_drawn(picture.copy()).content_hash


def test_pictures_are_prepared_in_a_process_without_a_database():
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        prepared = pool.submit(prepare, make_file().read(), focal_point=(0.2, 0.3)).result()
    assert prepared.focal_point == (0.2, 0.3)
    assert pickle.loads(pickle.dumps(prepared)) == prepared  # noqa: S301
