"""Slugs and folded keys."""

import pytest

from newsroom.text.slugs import fold, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kim Jong Un’s visit to Russia", "kim-jong-uns-visit-to-russia"),
        ("Владивосток принял гостя", "vladivostok-prinial-gostia"),
        ("Straße & Café – 100 %", "strasse-cafe-100"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_headline_reads_in_its_address(text, slug):
    assert slugify(text) == slug


def test_a_long_headline_is_cut_between_words():
    assert slugify("alpha beta gamma", max_length=12) == "alpha-beta"


def test_one_enormous_word_is_cut_all_the_same():
    assert slugify("a" * 300) == "a" * 80


def test_a_headline_without_letters_still_has_an_address():
    assert len(slugify("🎉🎉")) == 8


@pytest.mark.parametrize(
    ("one", "other"), [("Élysée", "elysee"), ("ＮＡＳＡ", "nasa"), ("Straße", "STRASSE"), (" a  b ", "A B")]
)
def test_spellings_that_differ_in_case_or_accent_fold_together(one, other):
    assert fold(one) == fold(other)


def test_different_words_fold_apart():
    assert fold("resume") != fold("resumes")
