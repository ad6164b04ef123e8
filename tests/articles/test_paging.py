from hypothesis import given
from hypothesis import strategies as st

from articles.paging import cut

totals = st.integers(0, 500)


@given(totals)
def test_every_line_stands_on_exactly_one_page(total):
    pages = cut(total, 1)[2]
    shown = [line for number in range(1, pages + 1) for line in range(*cut(total, number)[:2])]

    assert shown == list(range(total))


@given(totals)
def test_a_story_that_arrives_moves_no_later_page_until_one_is_cut_off_the_first(total):
    pages, pages_after = cut(total, 1)[2], cut(total + 1, 1)[2]
    if pages == pages_after:
        for number in range(2, pages + 1):
            start, end, _ = cut(total, number)
            assert cut(total + 1, number)[:2] == (start + 1, end + 1)  # the same stories: one more stands before them


@given(totals)
def test_later_pages_are_full_and_the_first_is_no_longer_than_two(total):
    pages = cut(total, 1)[2]

    assert cut(total, 1)[1] < 40 or total < 20
    assert all(end - start == 20 for start, end, _ in (cut(total, n) for n in range(2, pages + 1)))
