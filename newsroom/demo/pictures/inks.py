"""The inks of a picture: a limited palette mixed from one accent, a time of day and a second hue."""

import math
from dataclasses import dataclass
from random import Random

Ink = tuple[int, int, int]
Light = tuple[float, float, float | str | None]

# How each time of day is lit: lightness, chroma and hue of the sky above, of the sky at the horizon,
# of the farthest and of the nearest plane. A hue of None is the accent's, "second" its companion's.
LIGHT: dict[str, tuple[Light, ...]] = {
    "dawn": ((0.80, 0.075, "second"), (0.945, 0.055, 78.0), (0.83, 0.05, None), (0.30, 0.085, None)),
    "day": ((0.81, 0.075, "second"), (0.955, 0.03, 95.0), (0.84, 0.055, None), (0.33, 0.09, None)),
    "dusk": ((0.40, 0.105, None), (0.83, 0.115, 66.0), (0.66, 0.10, "second"), (0.21, 0.06, None)),
    "night": ((0.21, 0.065, None), (0.46, 0.095, "second"), (0.41, 0.085, "second"), (0.14, 0.04, None)),
    "poster": ((0.925, 0.04, 86.0), (0.955, 0.03, 88.0), (0.80, 0.07, "second"), (0.29, 0.09, None)),
}


def oklch(lightness: float, chroma: float, hue: float) -> Ink:
    """A colour by lightness 0..1, chroma and hue in degrees; chroma gives way where the screen cannot show it."""
    for step in range(12):
        channels = _linear(lightness, chroma * (1 - step / 12), math.radians(hue))
        if all(-0.002 <= channel <= 1.002 for channel in channels):
            break
    red, green, blue = (round(255 * _gamma(min(1.0, max(0.0, channel)))) for channel in channels)
    return red, green, blue


def hue_and_chroma(colour: str) -> tuple[float, float]:
    """Hue in degrees and chroma of a `#rrggbb` colour."""
    red, green, blue = (_ungamma(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return math.degrees(math.atan2(b, a)) % 360, math.hypot(a, b)


def _linear(lightness: float, chroma: float, angle: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(angle), chroma * math.sin(angle)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _ungamma(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def mix(one: Ink, other: Ink, share: float) -> Ink:
    """`one` with `share` (0..1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


@dataclass(frozen=True)
class Inks:
    """Every colour one picture may use."""

    mood: str
    hue: float
    second_hue: float
    accent: Ink
    second: Ink
    paper: Ink
    light: Ink
    sky_top: Ink
    sky_low: Ink
    far: Ink
    near: Ink
    warm: Ink
    glow: Ink
    sun: Ink

    @property
    def dark(self) -> bool:
        """Whether lamps are lit."""
        return self.mood in {"night", "dusk"}

    def plane(self, depth: float) -> Ink:
        """The colour of a plane, from 0 at the horizon to 1 at the reader's feet: air lies between."""
        middle = mix(self.accent, self.near, 0.35) if self.dark else self.accent
        if depth < 0.5:
            return mix(self.far, middle, depth * 2)
        return mix(middle, self.near, depth * 2 - 1)

    def tone(self, lightness: float, chroma: float = 0.07, *, second: bool = False) -> Ink:
        """The accent (or its companion) at another lightness."""
        return oklch(lightness, min(chroma, self._strength), self.second_hue if second else self.hue)

    @property
    def _strength(self) -> float:
        return max(0.012, hue_and_chroma("#{:02x}{:02x}{:02x}".format(*self.accent))[1] * 1.1)


def mix_inks(accent: str, mood: str, rng: Random) -> Inks:
    """The inks for a `#rrggbb` accent at a time of day; `rng` turns the second hue and picks the warm spot."""
    hue, chroma = hue_and_chroma(accent)
    strength = min(1.0, chroma / 0.09)
    second_hue = (hue + rng.choice((-48, 42, 165, 195))) % 360
    warm = _warm(hue, strength, rng)
    top, low, far, near = (_lit(part, hue, second_hue, max(0.15, strength)) for part in LIGHT[mood])
    return Inks(
        mood=mood,
        hue=hue,
        second_hue=second_hue,
        accent=oklch(0.50, max(chroma, 0.01), hue),
        second=oklch(0.62, 0.095 * max(0.3, strength), second_hue),
        paper=oklch(0.945, 0.03, 86.0),
        light=oklch(0.975, 0.018, 90.0),
        sky_top=top,
        sky_low=low,
        far=far,
        near=near,
        warm=warm,
        glow=oklch(0.87, 0.11, 84.0),
        sun=oklch(0.96, 0.045, 95.0) if mood in {"night", "day"} else warm,
    )


def _lit(part: Light, hue: float, second_hue: float, strength: float) -> Ink:
    lightness, chroma, turn = part
    if isinstance(turn, float):
        return oklch(lightness, chroma, turn)
    return oklch(lightness, chroma * strength, second_hue if turn else hue)


def _warm(hue: float, strength: float, rng: Random) -> Ink:
    """The spot of warmth: orange or gold beside a cool accent, gold beside a red one, coral beside a brown one."""
    orange, gold, yellow, coral = 48.0, 72.0, 84.0, 32.0
    if 100 < hue < 330 or strength < 0.3:
        turn = rng.choice((orange, gold))
    else:
        turn = yellow if hue < 40 or hue > 330 else coral
    return oklch(0.80, 0.165, turn) if turn > 60 else oklch(0.68, 0.19, turn)
