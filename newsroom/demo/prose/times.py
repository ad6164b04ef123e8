"""Times in the paper's texts: told from the moment at which the paper is built, so that it is always today's."""

import re
from datetime import datetime, timedelta

from newsroom.demo.prose.records import Line, ProseError

SPAN = re.compile(r"(?=\d)(?:(\d+)d ?)?(?:(\d+)h ?)?(?:(\d+)m)?")
# {day}, {day-1}, {date+30}, {time+90m}, {year-4}
TOKEN = re.compile(r"\{(day|date|time|year)(?:([+-])(\d+)m?)?\}")
STRAY = re.compile(r"[{}]")


def span(line: Line) -> timedelta:
    """The time that passes in “2h”, “35m” or “3d 4h 10m”."""
    found = SPAN.fullmatch(line.text.strip())
    if not found:
        raise ProseError(line.place, f"“{line.text}” is no length of time; write it like 35m, 2h or 3d 4h.")
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def dated(text: str, published: datetime) -> str:
    """`text` with the days and times it asks for, counted from `published`, which is in the site's time zone.

    Raises ValueError for a brace that asks for nothing known.
    """
    told = TOKEN.sub(lambda found: _told(found, published), text)
    if STRAY.search(told):
        raise ValueError(f"“{told}” has a brace that is none of {{day}}, {{date}}, {{time}} and {{year}}.")
    return told


def _told(found: re.Match[str], published: datetime) -> str:
    steps = int(f"{found[2] or '+'}{found[3] or 0}")
    if found[1] == "year":
        return str(published.year + steps)
    if found[1] == "time":
        return f"{published + timedelta(minutes=steps):%H.%M}"
    day = published + timedelta(days=steps)
    return f"{day:%A}" if found[1] == "day" else f"{day.day} {day:%B}"
