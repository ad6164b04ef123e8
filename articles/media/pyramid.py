"""One picture at falling scales, each made from the next larger and kept, so that no pixel is scaled twice in vain."""

from PIL.Image import Image as Picture
from PIL.Image import Resampling

from articles.media.shapes import Box, Size


class Pyramid:
    """Shrinks the whole picture and cuts from that: shapes that share a scale share the shrinking."""

    def __init__(self, picture: Picture) -> None:
        self._full = picture
        self._levels: dict[Size, Picture] = {picture.size: picture}

    def cut(self, box: Box, size: Size) -> Picture:
        """The part `box` of the picture, `size` large (no larger than the part)."""
        left, top, right, _ = box
        scale = size[0] / (right - left)
        width, height = (max(1, round(side * scale)) for side in self._full.size)
        level = self._level((max(width, size[0]), max(height, size[1])))
        if level.size == size:
            return level
        start = min(round(left * scale), level.width - size[0]), min(round(top * scale), level.height - size[1])
        return level.crop((*start, start[0] + size[0], start[1] + size[1]))

    def _level(self, size: Size) -> Picture:
        if size not in self._levels:
            larger = (level for level in self._levels.values() if level.width >= size[0] and level.height >= size[1])
            nearest = min(larger, key=lambda level: level.width * level.height)
            self._levels[size] = nearest.resize(size, Resampling.BICUBIC)
        return self._levels[size]
