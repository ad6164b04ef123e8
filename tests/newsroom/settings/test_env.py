"""How a variable of the environment is read."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom.settings import env
from newsroom.settings.mail import mailers


def test_an_empty_variable_says_nothing(monkeypatch):
    monkeypatch.setenv("COMMENT_LENGTH", " ")

    assert env.number("COMMENT_LENGTH", default=5000) == 5000


def test_a_value_may_stand_in_a_file_whose_last_line_is_ended(monkeypatch, tmp_path):
    (tmp_path / "address").write_text("postgres://paper@db/paper\n")
    monkeypatch.setenv("DATABASE_URL_FILE", str(tmp_path / "address"))

    assert env.text("DATABASE_URL") == "postgres://paper@db/paper"


def test_a_file_that_cannot_be_read_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path))

    with pytest.raises(ImproperlyConfigured, match=r"^SECRET_KEY_FILE must name a file that holds SECRET_KEY: "):
        env.text("SECRET_KEY")


def test_a_value_is_never_taken_for_the_name_of_another(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "$HOME-is-where-the-key-is")

    assert env.text("SECRET_KEY") == "$HOME-is-where-the-key-is"


def test_names_parted_by_commas_may_have_spaces(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "example.com, www.example.com,")

    assert env.several("ALLOWED_HOSTS") == ["example.com", "www.example.com"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", {"host": "localhost", "port": 25, "username": "", "password": ""}),
        (
            "smtp+tls://desk%40example.com:p%2Fw@mail.example.com",
            {
                "host": "mail.example.com",
                "port": 587,
                "username": "desk@example.com",
                "password": "p/w",
                "use_tls": True,
            },
        ),
        (
            "smtp+ssl://mail.example.com:4650",
            {"host": "mail.example.com", "port": 4650, "username": "", "password": "", "use_ssl": True},
        ),
    ],
)
def test_one_address_says_how_mail_leaves(address, expected):
    # A server that says nothing is not waited for.
    assert mailers(address)["default"]["OPTIONS"] == expected | {"timeout": 10}
