"""A table of the paper's prose: a row of heads, rows of cells, an optional caption before them."""

from newsroom.demo.prose.records import Line, ProseError
from newsroom.demo.prose.words import words


def table(part: list[Line]) -> str:
    """The lines of one table as HTML; the first row holds the heads, the first cell of each row heads it."""
    first, caption = part[0], ""
    if first.text.startswith("|="):
        caption = f"<caption>{words(Line(first.place, first.text[2:].strip()))}</caption>"
        part = part[1:]
    if len(part) < 2:
        raise ProseError(first.place, "A table has heads and at least one row.")
    rows = [_cells(line) for line in part]
    for line, cells in zip(part, rows, strict=True):
        if len(cells) != len(rows[0]):
            raise ProseError(line.place, f"{len(cells)} cells under {len(rows[0])} heads.")
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in rows[0])
    body = "".join(_row(cells) for cells in rows[1:])
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _row(cells: list[str]) -> str:
    return f'<tr><th scope="row">{cells[0]}</th>{"".join(f"<td>{cell}</td>" for cell in cells[1:])}</tr>'


def _cells(line: Line) -> list[str]:
    text = line.text.strip()
    if not (text.startswith("|") and text.endswith("|") and len(text) > 1):
        raise ProseError(line.place, "A row begins and ends with “|”.")
    return [words(Line(line.place, cell)) for cell in text[1:-1].split("|")]
