"""The processes that draw the demo paper's pictures."""

from contextlib import closing
from pathlib import Path

import pytest

from newsroom.demo.painters import drawn


@pytest.fixture
def orders(tmp_path):
    return [tmp_path / str(number) for number in range(4000)]


def test_each_order_comes_back_with_its_drawing():
    assert dict(drawn(abs, [-1, -2])) == {-1: 1, -2: 2}


def test_what_nobody_waits_for_any_more_is_not_drawn(orders, tmp_path):
    with closing(drawn(Path.touch, orders)) as drawings:
        next(drawings)

    assert 0 < len(list(tmp_path.iterdir())) < len(orders)
