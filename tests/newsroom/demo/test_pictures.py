from functools import cache

import pytest

from newsroom.demo.pictures import SUBJECTS, draw, emblem, portrait

ACCENT = "#1d4e89"
SMALL = 240


@cache
def small(subject, seed=0, accent=ACCENT):
    return draw(subject, accent=accent, seed=seed, width=SMALL)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_is_drawn_three_by_two_with_its_focal_point_inside(subject):
    drawing = small(subject)

    assert (drawing.image.mode, drawing.image.size) == ("RGB", (240, 160))
    assert all(0 < share < 1 for share in drawing.focal_point)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_seed_always_gives_the_same_picture(subject):
    again = draw(subject, accent=ACCENT, seed=0, width=SMALL)

    assert again.image.tobytes() == small(subject, seed=0).image.tobytes()


@pytest.mark.parametrize("subject", SUBJECTS)
def test_neighbouring_seeds_differ_over_most_of_the_picture(subject):
    one, other = (small(subject, seed=seed).image.resize((30, 20)).tobytes() for seed in (0, 1))

    changed = sum(abs(a - b) > 12 for a, b in zip(one, other, strict=True))

    assert changed > len(one) / 4


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_picture_is_a_flat_ground_or_noise(subject):
    colours = small(subject).image.resize((60, 40)).quantize(32).getcolors()

    assert len(colours) > 12


def test_a_picture_is_2400_pixels_wide_unless_asked_otherwise():
    assert draw("harbour", accent=ACCENT, seed=1).image.size == (2400, 1600)


def test_the_accent_colours_the_picture():
    assert small("skyline", accent="#9b2226").image.tobytes() != small("skyline", accent="#2f6b3a").image.tobytes()


@pytest.mark.parametrize("accent", ["#9b2226", "#b45309", "#444444", "#000000", "#ffffff"])
def test_any_accent_can_be_mixed(accent):
    assert small("parliament", accent=accent).image.size == (240, 160)


@pytest.mark.parametrize("maker", [portrait, emblem])
def test_portraits_and_emblems_keep_their_middle_when_cut_square(maker):
    faces = [maker(accent=ACCENT, seed=seed, width=SMALL) for seed in range(8)]

    assert all(abs(face.focal_point[0] - 0.5) < 0.1 for face in faces)
    assert len({face.image.tobytes() for face in faces}) > 4


def test_an_unknown_subject_is_named_in_the_refusal():
    with pytest.raises(ValueError, match="unicorn"):
        draw("unicorn", accent=ACCENT, seed=1)
