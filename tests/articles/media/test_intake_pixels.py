"""What becomes of a picture's pixels, and of what it carried besides, when it comes in."""

import pytest
from PIL import Image, ImageCms

from articles.media.intake import take_in
from tests.factories.images import make_file, make_picture


def file_of(picture=None, name="picture.jpg", **options):
    return make_file(picture, name, **options).read()


def test_a_picture_lying_on_its_side_is_set_upright():
    picture = make_picture(60, 40)
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = take_in(file_of(picture, exif=exif))
    assert upright.size == (40, 60)
    assert upright.getpixel((35, 5))[2] < 120


def test_place_and_every_other_note_of_the_camera_are_gone():
    exif = Image.Exif()
    exif[0x010F] = "SecretCam"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    picture = take_in(file_of(exif=exif, comment=b"SecretNote"))
    assert dict(picture.getexif()) == {}
    assert picture.info == {}


def test_cmyk_becomes_rgb_with_its_colours():
    picture = take_in(file_of(Image.new("CMYK", (20, 20), (0, 255, 255, 0))))
    red, green, blue = picture.getpixel((10, 10))
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


def test_sixteen_bit_grey_keeps_its_middle():
    picture = Image.new("I;16", (10, 10), 32768)
    assert take_in(file_of(picture, "a.png")).getpixel((5, 5)) == (127, 127, 127)


def test_a_palette_with_a_transparent_colour_keeps_its_transparency():
    picture = Image.new("P", (10, 10), 0)
    picture.putpalette([255, 0, 0, 0, 255, 0])
    taken = take_in(file_of(picture, "a.png", transparency=0))
    assert (taken.mode, taken.getpixel((0, 0))[3]) == ("RGBA", 0)


def test_an_alpha_channel_in_which_nothing_is_transparent_is_dropped():
    assert take_in(file_of(make_picture(mode="RGBA"), "a.png")).mode == "RGB"


def test_of_an_animation_the_first_frame_is_taken():
    first, second = Image.new("RGB", (8, 8), "red"), Image.new("RGB", (8, 8), "blue")
    taken = take_in(file_of(first, "a.gif", save_all=True, append_images=[second]))
    assert taken.getpixel((4, 4)) == (255, 0, 0)


def test_colours_of_a_foreign_profile_are_translated():
    lab_like = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    grey = make_picture(8, 8, colour=(120, 120, 120))
    assert take_in(file_of(grey, icc_profile=lab_like)).getpixel((7, 7)) != (120, 120, 120)


def test_a_broken_colour_profile_is_ignored():
    assert take_in(file_of(icc_profile=b"not a profile")).mode == "RGB"


@pytest.mark.parametrize("size", [(1, 1), (1, 6000), (6000, 1)])
def test_the_smallest_and_the_thinnest_pictures_come_in(size):
    assert take_in(file_of(Image.new("RGB", size, "red"), "a.png")).size == size
