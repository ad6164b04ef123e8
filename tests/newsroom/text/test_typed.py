"""Text that readers type."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.text.typed import paragraphs, refuse_unreadable, visible


@pytest.mark.parametrize("value", ["a\x00b", "a\x07b", "a\x85b", "a\u202eb", "a\u2066b", "a\ud800b"])
def test_what_cannot_be_read_is_refused(value):
    with pytest.raises(ValidationError):
        refuse_unreadable(value, multiline=True)


@pytest.mark.parametrize("value", ["a\nb", "a\r\nb", "a\u2028b", "a\u2029b", "a\x0bb"])
def test_a_line_end_in_a_name_is_refused(value):
    with pytest.raises(ValidationError, match="one line"):
        refuse_unreadable(value, multiline=False)


@pytest.mark.parametrize("value", ["a\tb", "a\x00b", "a\x9bb"])
def test_a_control_character_in_a_name_is_refused(value):
    with pytest.raises(ValidationError, match="control"):
        refuse_unreadable(value, multiline=False)


@pytest.mark.parametrize("value", ["a\tb\r\nc", "שלום عالم", "👩‍👩‍👧 ok", "नमस्ते", "1\u200b2"])
def test_what_people_write_is_let_through(value):
    assert refuse_unreadable(value, multiline=True) is None


@pytest.mark.parametrize(
    "value",
    [
        *[
            "",
            "  ",
            "\u200b\u200d",
            "\u3164",
            "\u2800",
            "\ufe0f",
            "\u0301\u0302",
            "\u2060\ufeff",
            "\u115f",
            "\U00013441",
        ],
        *["\u2065", "\ufff0", "\uffff", "\U000e0041", "\U000e0fff", "\U0010ffff"],
    ],
)
def test_a_name_of_nothing_but_invisible_characters_is_not_visible(value):
    assert not visible(value)


@pytest.mark.parametrize(
    "value", ["Ann", "王", "🙂", "é", ".", "e\u0301", "ក្ក", "\U0001fae9", "\U00010d4a", "\U0001f9ff\ufe0f"]
)
def test_a_name_with_one_character_to_see_is_visible(value):
    assert visible(value)


def test_blank_lines_make_paragraphs_and_line_ends_make_lines():
    assert paragraphs("a\r\nb\n \n\nc\n") == [["a", "b"], ["c"]]
