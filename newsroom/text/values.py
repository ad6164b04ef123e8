"""What the attributes of a body may say: each reading gives the value as it is stored, or None to drop it."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, urlsplit

from newsroom.text.allowed import ATTRIBUTES, LAYOUTS, SCHEMES

Attributes = dict[str, str]
Reading = Callable[[str], str | None]

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
NUMBER = re.compile(r"-?[0-9]{1,9}")
# A browser drops these wherever they stand in an address, before it reads the address.
IGNORED_IN_ADDRESS = re.compile("[\x00-\x1f\x7f]")
HOST = re.compile(r"//[^\s/?#@\\]")
# What an address may not contain as it stands, though people paste it.
BARE = re.compile(r'[\s"<>\\^`{|}]')


def attributes_of(tag: str, given: Iterable[tuple[str, str | None]]) -> Attributes:
    """The attributes of `given` that `tag` may have, each with a value that may be stored, in the order of names."""
    allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset())
    read = ((name, READINGS[name](value or "")) for name, value in given if name in allowed)
    return {name: value for name, value in sorted(read, key=lambda pair: pair[0]) if value is not None}


def address(value: str) -> str | None:
    """A link's target: a known scheme or a path of this site; never another host in disguise, nor a mere fragment."""
    target = BARE.sub(lambda found: quote(found[0]), IGNORED_IN_ADDRESS.sub("", value).strip().replace("\\", "/"))
    if not target or target.startswith(("#", "//")):
        return None
    try:
        scheme = urlsplit(target).scheme
    except ValueError:
        return None
    if not scheme:
        return None if ":" in target.split("/")[0] else target
    if scheme in {"http", "https"} and not HOST.match(target[len(scheme) + 1 :]):
        return None
    return target if scheme in SCHEMES else None


def web_address(value: str) -> str | None:
    """The address of something on the web, whole, with its scheme."""
    found = address(f"https:{value}" if value.startswith("//") else value)
    return found if found and urlsplit(found).scheme in {"http", "https"} else None


def _words(value: str) -> str | None:
    return " ".join(value.split()) or None


def _language(value: str) -> str | None:
    return value if LANGUAGE.fullmatch(value) else None


def _one_of(*choices: str) -> Reading:
    def reading(value: str) -> str | None:
        return value if value in choices else None

    return reading


def _number(least: int, most: int) -> Reading:
    def reading(value: str) -> str | None:
        number = int(value) if NUMBER.fullmatch(value.strip()) else least - 1
        return str(number) if least <= number <= most else None

    return reading


def _numbers(value: str) -> str | None:
    found = (_image(part) for part in value.split(","))
    return ",".join(number for number in found if number) or None


def _pull_quote(value: str) -> str | None:
    return "pull-quote" if "pull-quote" in value.split() else None


_image = _number(1, 999_999_999)

READINGS: dict[str, Reading] = {
    "class": _pull_quote,
    "colspan": _number(2, 100),
    "data-alt": _words,
    "data-caption": _words,
    "data-image": _image,
    "data-images": _numbers,
    "data-layout": _one_of(*LAYOUTS),
    "data-url": web_address,
    "dir": _one_of("ltr", "rtl", "auto"),
    "href": address,
    "hreflang": _language,
    "lang": _language,
    "reversed": lambda _value: "",
    "rowspan": _number(2, 100),
    "scope": _one_of("row", "col", "rowgroup", "colgroup"),
    "start": _number(-99_999, 99_999),
    "title": _words,
    "type": _one_of("1", "a", "A", "i", "I"),
}
