"""The demo paper's pictures, drawn by rule: flat editorial illustrations in a limited palette."""

from .drawing import SUBJECTS, Drawing, draw, emblem, portrait

__all__ = ["SUBJECTS", "Drawing", "draw", "emblem", "portrait"]
