"""Moments as readers see them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from articles.templatetags.times import full_stamp, stamp

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
VIENNA = ZoneInfo("Europe/Vienna")


def test_card_of_today_shows_its_time():
    assert stamp(NOON.replace(hour=9), NOON) == '<time datetime="2026-11-23T09:00:00+00:00">09:00</time>'


def test_card_of_this_year_shows_its_day():
    assert ">Nov 2<" in stamp(NOON.replace(day=2), NOON)


def test_card_of_another_year_shows_the_year():
    assert ">Dec 31, 2025<" in stamp(datetime(2025, 12, 31, tzinfo=UTC), NOON)


def test_today_is_the_day_of_the_sites_zone():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    with timezone.override(VIENNA):
        assert stamp(late, NOON) == '<time datetime="2026-11-23T00:30:00+01:00">00:30</time>'


def test_the_year_turns_in_the_sites_zone():
    new_years_eve = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
    with timezone.override(VIENNA):
        assert ">Dec 31, 2025<" in stamp(new_years_eve.replace(hour=12), new_years_eve)


def test_article_shows_day_time_and_zone():
    with timezone.override(VIENNA):
        assert full_stamp(NOON) == '<time datetime="2026-11-23T13:00:00+01:00">November 23, 2026, 13:00 CET</time>'


def test_draft_without_a_time_shows_none():
    assert stamp(None, NOON) == full_stamp(None) == ""
