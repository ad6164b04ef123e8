"""The signature in the form."""

from datetime import UTC, datetime, timedelta

import pytest

from comments.token import Standing, sign, standing
from newsroom import clock
from newsroom.caching.recording import recorded

NOON = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize("age", [timedelta(), timedelta(hours=48), timedelta(days=6, hours=23)])
def test_it_is_good_for_a_week(age):
    with clock.as_of(NOON):
        token = sign(7)

    with clock.as_of(NOON + age):
        assert standing(token, 7) is Standing.GOOD


@pytest.mark.parametrize("age", [timedelta(days=7), timedelta(days=7, hours=1), timedelta(days=400)])
def test_it_is_stale_after_a_week(age):
    with clock.as_of(NOON):
        token = sign(7)

    with clock.as_of(NOON + age):
        assert standing(token, 7) is Standing.STALE


def test_it_cannot_be_kept_for_the_future():
    with clock.as_of(NOON + timedelta(hours=1)):
        token = sign(7)

    with clock.as_of(NOON):
        assert standing(token, 7) is Standing.FORGED


def test_it_is_for_one_story():
    assert standing(sign(7), 8) is Standing.FORGED


def test_it_is_the_same_for_everybody_who_comes_in_the_same_hour():
    with clock.as_of(NOON):
        first = sign(7)

    with clock.as_of(NOON + timedelta(minutes=29)):
        assert sign(7) == first


def test_it_outlives_a_change_of_key(settings):
    token = sign(7)

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the next key", [settings.SECRET_KEY]

    assert standing(token, 7) is Standing.GOOD


def test_it_does_not_outlive_a_key_that_was_dropped(settings):
    token = sign(7)

    settings.SECRET_KEY = "the next key"

    assert standing(token, 7) is Standing.FORGED


def test_another_hour_under_the_same_signature_is_forged():
    hour, _, signature = sign(7).partition(".")

    assert standing(f"{int(hour, 16) - 1:x}.{signature}", 7) is Standing.FORGED


@pytest.mark.parametrize(("hours", "ends_after"), [(1, timedelta(minutes=15)), (168, timedelta(hours=83, minutes=45))])
def test_a_page_is_not_kept_until_its_form_is_stale(settings, hours, ends_after):
    settings.COMMENT_TOKEN_HOURS = hours

    with clock.as_of(NOON), recorded() as page:
        sign(7)

    assert page.until == NOON + ends_after
