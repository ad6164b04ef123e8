"""What many pages share ends when a part of it does."""

from datetime import UTC, datetime, timedelta

from newsroom import clock
from newsroom.caching.memo import remembered
from newsroom.caching.recording import ends, recorded

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
NIGHT = NOON + timedelta(hours=12)


def day_of_the_masthead():
    def make():
        ends(NIGHT)
        return clock.now().date()

    return remembered("masthead", make)


def test_a_page_ends_with_what_it_shares(keeping):
    with clock.as_of(NOON):
        day_of_the_masthead()
        for _ in range(2):
            with recorded() as page:
                day_of_the_masthead()
            assert page.until == NIGHT


def test_what_is_shared_is_made_anew_when_it_is_over(keeping):
    with clock.as_of(NOON):
        assert day_of_the_masthead() == NOON.date()
    with clock.as_of(NIGHT):
        assert day_of_the_masthead() == NIGHT.date()
