"""Shortcodes, the words in square brackets that WordPress and its plugins replace when a page is shown."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote

from newsroom.wordpress.tokens import Scanner

LONGEST, LONGEST_CONTENT = 3000, 20_000
OPENING = re.compile(r"\[([A-Za-z][\w-]{0,60})(?=[\s/\]=])((?:[^\[\]\"']|\"[^\"]*\"|'[^']*')*+)\]")
ESCAPED = re.compile(r"\[(\[[A-Za-z][^\[\]]*\])\]")
CLOSING = re.compile(r"\[/([A-Za-z][\w-]{0,60})\s*\]")
TAG = re.compile(r"<(/?[A-Za-z]+)")
VALUE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"'/][^\s"']*)""")
# What stands in these is shown as it is written, brackets and all.
LITERAL = ("pre", "code", "script", "style", "textarea", "kbd")
EMBEDDERS = frozenset(
    {"embed", "youtube", "vimeo", "tweet", "instagram", "facebook", "soundcloud", "dailymotion", "ted"}
)
SOUND = ("src", "mp3", "m4a", "ogg", "wav", "wma", "flac")
FILM = ("src", "mp4", "m4v", "webm", "ogv", "flv", "wmv", "mov")


@dataclass(slots=True)
class Shortcode:
    name: str
    values: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    content: str = ""

    def address(self, keys: tuple[str, ...] = ("src", "url")) -> str:
        """The first address given, by key, as a bare word or as content."""
        given = [self.values.get(key, "") for key in keys] + self.words + [self.content.strip()]
        return next((one.lstrip("=") for one in given if one.lstrip("=").startswith(("http://", "https://", "//"))), "")


@dataclass(slots=True)
class Expanded:
    html: str
    left: list[str] = field(default_factory=list)


def expand(text: str) -> Expanded:
    """The text with the shortcodes of WordPress itself as HTML. Others are dropped and named, what they enclose stays.

    A word in brackets that may well be prose, such as [sic] or [the mayor], stays as it is.
    """
    closed = frozenset(name for name in CLOSING.findall(text))
    out: list[str] = []
    left: list[str] = []
    place = 0
    for start in _brackets(Scanner(text)):
        found = _read(text, start, closed) if start >= place else None
        if found:
            out += [text[place:start], found.html]
            left += [found.left] if found.left else []
            place = found.end
    return Expanded("".join([*out, text[place:]]), left)


def _brackets(scanner: Scanner) -> Iterator[int]:
    """The places of "[" in running text: not in tags, comments or code."""
    place = 0
    while True:
        bracket, tag = scanner.find("[", place), scanner.find("<", place)
        if bracket < 0:
            return
        if tag < 0 or bracket < tag:
            yield bracket
            place = bracket + 1
        else:
            place = _after_tag(scanner, tag)


def _after_tag(scanner: Scanner, start: int) -> int:
    """Where running text goes on after the "<" at `start`."""
    if scanner.source.startswith("<!--", start):
        end = scanner.find("-->", start)
        return end + 3 if end >= 0 else start + 4
    name = TAG.match(scanner.source, start)
    end = scanner.end_of_tag(name.end()) if name else -1
    if not name or end < 0:
        return start + 1
    literal = name.group(1).lower()
    return scanner.after_element(end + 1, literal) if literal in LITERAL else end + 1


@dataclass(slots=True)
class Found:
    """What stands instead of a shortcode, where it ends, and its name if it is left behind."""

    html: str
    end: int
    left: str = ""


def _read(text: str, start: int, closed: frozenset[str]) -> Found | None:
    """The shortcode at `start`; None when the bracket is prose."""
    if closing := CLOSING.match(text, start):
        return Found("", closing.end())
    if escaped := ESCAPED.match(text, start, start + LONGEST):
        return Found(escaped.group(1), escaped.end())
    match = OPENING.match(text, start, start + LONGEST)
    if not match:
        return None
    name, said = match.groups()
    code, end = _shortcode(name, said), match.end()
    show = HANDLERS.get(code.name) or (_embed if code.name in EMBEDDERS else None)
    if show and name in closed and not said.endswith("/"):
        code.content, end = _enclosed(text, name, end)
    if show and (html := show(code)):
        return Found(f"\n\n{html}\n\n", end)
    surely = show or name in closed or code.values or "_" in name
    return Found("", match.end(), code.name) if surely else None


def _enclosed(text: str, name: str, start: int) -> tuple[str, int]:
    """What stands before the closing shortcode, and the place after it; nothing when another one begins first."""
    closing = text.find(f"[/{name}]", start, start + LONGEST_CONTENT)
    if closing < 0 or f"[{name}" in text[start:closing]:
        return "", start
    return text[start:closing], closing + len(name) + 3


def _shortcode(name: str, said: str) -> Shortcode:
    code = Shortcode(name.lower())
    for key, double, single, bare, *words in VALUE.findall(said.removesuffix("/")):
        if key:
            code.values.setdefault(key.lower(), double or single or bare)
        else:
            code.words.append(next(filter(None, words), ""))
    return code


def _caption(code: Shortcode) -> str:
    align, caption = escape(code.values.get("align", "")), escape(code.values.get("caption", ""))
    return f'<figure class="wp-caption {align}" data-caption="{caption}">{code.content}</figure>'


def _gallery(code: Shortcode) -> str:
    ids = code.values.get("ids") or code.values.get("include", "")
    exclude, post = code.values.get("exclude", ""), code.values.get("id", "")
    return (
        f'<figure class="gallery" data-ids="{escape(ids)}" data-exclude="{escape(exclude)}" data-post="{escape(post)}">'
        f"{code.content}</figure>"
    )


def _embed(code: Shortcode) -> str:
    address = code.address()
    return f'<figure class="wp-embed">{escape(address)}</figure>' if address else ""


def _audio(code: Shortcode) -> str:
    address = code.address(SOUND)
    return f'<audio src="{escape(address)}"></audio>' if address else ""


def _video(code: Shortcode) -> str:
    address = code.address(FILM)
    return f'<video src="{escape(address)}"></video>' if address else ""


def _heading(code: Shortcode) -> str:
    """The page builder keeps the words of a heading in an attribute."""
    return f"<h2>{escape(code.values.get('text', ''), quote=False)}</h2>"


def _raw_html(code: Shortcode) -> str:
    """The page builder keeps HTML that somebody typed twice encoded."""
    try:
        return unquote(b64decode(code.content.strip(), validate=True).decode())
    except ValueError:
        return code.content


def _single_image(code: Shortcode) -> str:
    return f'<img data-id="{escape(code.values.get("image", ""))}" alt="">'


HANDLERS: dict[str, Callable[[Shortcode], str]] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "audio": _audio,
    "video": _video,
    "vc_custom_heading": _heading,
    "vc_raw_html": _raw_html,
    "vc_single_image": _single_image,
}
