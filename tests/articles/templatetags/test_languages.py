"""Which way a language runs."""

import pytest

from articles.templatetags.languages import direction


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "ar-dz", "HE"])
def test_arabic_and_hebrew_scripts_run_from_right_to_left(language):
    assert direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "de-at", "ast", "zh-hans", ""])
def test_other_languages_run_from_left_to_right(language):
    assert direction(language) == "ltr"
