"""What the desk reads of an address or a button."""

# One more digit may not fit into a database's number.
DIGITS = 18


def whole_number[Other](text: str | None, otherwise: Other) -> int | Other:
    """A number from 0 on, as an address or a button says it; `otherwise` for anything else."""
    return int(text) if text and text.isdecimal() and len(text) <= DIGITS else otherwise
