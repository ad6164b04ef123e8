"""Latency against the size of the archive, drawn as SVG in the paper's own plain style, for light and dark."""

import math
from html import escape

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 64, 56
TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
# A line is told by its colour, its mark and its name at its end: the colours alone do not tell enough.
COLOURS = [("#8a1c1c", "#ff9d8f"), ("#1a5276", "#8fc7f0"), ("#4d5b1e", "#c3d67c"), ("#5b3a86", "#cdb2f2")]
MARKS = ["M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", "M-4 -4h8v8h-8z", "M0 -5L5 4H-5z", "M0 -5L5 0L0 5L-5 0z"]
STYLE = """
svg { color: #1c1a17; background: #fffdf8; font-family: system-ui, sans-serif; font-size: 13px }
text { fill: currentColor }
.title { font-family: Georgia, "Times New Roman", serif; font-size: 20px }
.quiet { fill-opacity: .72 }
.grid { stroke: currentColor; stroke-opacity: .16 }
.axis { stroke: currentColor; stroke-opacity: .6 }
.line { fill: none; stroke-width: 2 }
"""
DARK = "svg { color: #ece7dd; background: #191816 }"


def drawn(series: dict[str, dict[int, float]], *, machine: str) -> str:
    """`series`: for each name, milliseconds by the number of stories, at least one. Both axes are logarithmic."""
    sizes = sorted({size for points in series.values() for size in points})
    values = [value for points in series.values() for value in points.values()]
    across = _scale(min(sizes), max(sizes), LEFT, WIDTH - RIGHT)
    ticks = _ticks(min(values), max(values))
    down = _scale(ticks[0], ticks[-1], HEIGHT - BOTTOM, TOP)
    parts = [*_frame(sizes, ticks, across, down, machine)]
    ends = _apart({name: down(points[max(points)]) for name, points in series.items()})
    for n, (name, points) in enumerate(series.items()):
        parts += _line(n, name, points, across, down, ends[name])
    light, dark = (
        "".join(f".s{n} {{ stroke: {pair[which]} }} .m{n} {{ fill: {pair[which]} }} " for n, pair in enumerate(COLOURS))
        for which in (0, 1)
    )
    style = f"<style>{STYLE}{light}\n@media (prefers-color-scheme: dark) {{ {DARK} {dark}}}</style>"
    named = "Latency of one reader against the number of stories"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" aria-labelledby="t d"><title id="t">{named}</title>'
        f'<desc id="d">{escape(_told(series))}</desc>{style}\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _frame(sizes, ticks, across, down, machine):
    yield f'<text class="title" x="{LEFT}" y="30">A page, one reader, by the size of the archive</text>'
    yield f'<text class="quiet" x="{LEFT}" y="50">p50 in milliseconds, both axes logarithmic; {escape(machine)}</text>'
    for tick in ticks:
        y = down(tick)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text class="quiet" x="{LEFT - 10}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>'
    for size in sizes:
        x = across(size)
        yield f'<path class="axis" d="M{x:.1f} {HEIGHT - BOTTOM}v6"/>'
        yield f'<text class="quiet" x="{x:.1f}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{size:,}</text>'
    yield f'<path class="axis" d="M{LEFT} {HEIGHT - BOTTOM}H{WIDTH - RIGHT}"/>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text class="quiet" x="{middle}" y="{HEIGHT - 12}" text-anchor="middle">stories</text>'


def _line(n, name, points, across, down, end):
    n %= len(COLOURS)
    places = [(across(size), down(points[size])) for size in sorted(points)]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path class="line s{n}" d="M{path}"/>'
    for x, y in places:
        yield f'<path class="m{n}" transform="translate({x:.1f} {y:.1f})" d="{MARKS[n]}"/>'
    value = points[max(points)]
    yield f'<text x="{places[-1][0] + 12:.1f}" y="{end + 4:.1f}">{escape(name)}, {value:.2g} ms</text>'


def _scale(least: float, most: float, first: float, last: float):
    """A logarithmic scale from `least` at `first` to `most` at `last`."""
    width = math.log(most / least) or 1
    return lambda value: first + (last - first) * math.log(value / least) / width


def _ticks(least: float, most: float) -> list[float]:
    """The round numbers that enclose everything."""
    below = [tick for tick in TICKS if tick <= least] or TICKS[:1]
    above = [tick for tick in TICKS if tick >= most] or TICKS[-1:]
    return [tick for tick in TICKS if below[-1] <= tick <= above[0]]


def _apart(heights: dict[str, float], gap: float = 18) -> dict[str, float]:
    """The same heights, moved down until no two names overlap."""
    placed: dict[str, float] = {}
    last = -math.inf
    for name in sorted(heights, key=heights.__getitem__):
        last = placed[name] = max(heights[name], last + gap)
    return placed


def _told(series: dict[str, dict[int, float]]) -> str:
    return ". ".join(
        f"{name}: " + ", ".join(f"{value:.2g} ms at {size:,} stories" for size, value in sorted(points.items()))
        for name, points in series.items()
    )
