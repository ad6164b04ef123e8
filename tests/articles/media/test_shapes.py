"""The arithmetic of cutting and scaling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.media.shapes import CENTRE, LONGEST_SIDE, SHAPES, crop_box, cut_for, sizes_within

sides = st.integers(1, 8000)
sizes = st.tuples(sides, sides)
ratios = st.sampled_from([(16, 9), (3, 2), (1, 1), (9, 16), None])
points = st.tuples(st.floats(0, 1), st.floats(0, 1))
LADDER = (320, 480, 800, 1200, 1600)


@given(size=sizes, ratio=ratios, focal_point=points)
def test_a_cut_lies_within_the_picture_and_is_never_empty(size, ratio, focal_point):
    left, top, right, bottom = crop_box(size, ratio, focal_point)
    assert 0 <= left < right <= size[0]
    assert 0 <= top < bottom <= size[1]


@given(size=sizes, ratio=ratios, focal_point=points)
def test_the_focal_point_is_never_cut_away(size, ratio, focal_point):
    left, top, right, bottom = crop_box(size, ratio, focal_point)
    assert left - 1 <= focal_point[0] * size[0] <= right + 1
    assert top - 1 <= focal_point[1] * size[1] <= bottom + 1


@given(size=sizes, ratio=ratios, focal_point=points)
def test_a_cut_is_as_large_as_can_be(size, ratio, focal_point):
    left, top, right, bottom = crop_box(size, ratio, focal_point)
    assert right - left == size[0] or bottom - top == size[1]


@given(size=st.tuples(st.integers(400, 8000), st.integers(400, 8000)), focal_point=points)
def test_a_cut_has_the_ratio_it_was_asked_for(size, focal_point):
    left, top, right, bottom = crop_box(size, (16, 9), focal_point)
    assert (right - left) / (bottom - top) == pytest.approx(16 / 9, rel=0.01)


def test_a_cut_is_centred_on_the_focal_point_where_the_edges_allow_it():
    assert crop_box((1000, 400), (1, 1), (0.4, 0.5)) == (200, 0, 600, 400)


def test_a_focal_point_near_an_edge_pushes_the_cut_to_that_edge():
    assert crop_box((1000, 400), (1, 1), (0.95, 0.5)) == (600, 0, 1000, 400)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_single_pixel_is_every_shape(shape):
    assert cut_for(shape, (1, 1), CENTRE) == (0, 0, 1, 1)


def test_a_picture_that_has_nearly_the_shape_is_not_cut():
    assert cut_for("landscape", (2400, 1595), CENTRE) == (0, 0, 2400, 1595)


@given(size=sizes)
def test_sizes_grow_and_are_never_larger_than_the_picture(size):
    found = sizes_within((0, 0, *size), LADDER)
    assert found == sorted(set(found))
    assert all(width <= size[0] and 1 <= height <= size[1] for width, height in found)
    assert all(max(made) <= LONGEST_SIDE for made in found)


def test_a_small_picture_keeps_its_own_width():
    assert sizes_within((0, 0, 90, 60), LADDER) == [(90, 60)]


def test_a_width_between_two_steps_is_made_too():
    assert [width for width, _ in sizes_within((0, 0, 1000, 500), LADDER)] == [320, 480, 800, 1000]


def test_a_width_only_just_above_a_step_is_not_worth_another_file():
    assert [width for width, _ in sizes_within((0, 0, 850, 500), LADDER)] == [320, 480, 800]
