"""People as silhouettes: a figure posed by its joints, a crowd, a seated row."""

from collections.abc import Mapping
from dataclasses import dataclass

from .inks import Ink, mix
from .outlines import trace
from .sheet import Point, Sheet

Pose = Mapping[str, Point]

# Joints in units of the figure's height, from the middle of the feet; up is negative.
STANDING: Pose = {
    "head": (0.0, -0.92), "neck": (0.0, -0.82), "hip": (0.0, -0.48),
    "elbow": (-0.12, -0.64), "hand": (-0.11, -0.48), "other_elbow": (0.12, -0.64), "other_hand": (0.11, -0.48),
    "knee": (-0.055, -0.26), "foot": (-0.065, 0.0), "other_knee": (0.055, -0.26), "other_foot": (0.065, 0.0),
}  # fmt: skip
WALKING: Pose = {
    **STANDING, "head": (0.03, -0.92), "neck": (0.01, -0.82), "elbow": (-0.11, -0.66), "hand": (-0.08, -0.5),
    "other_elbow": (0.11, -0.65), "other_hand": (0.17, -0.53), "knee": (0.08, -0.26), "foot": (0.14, 0.0),
    "other_knee": (-0.03, -0.25), "other_foot": (-0.15, -0.03),
}  # fmt: skip
SPEAKING: Pose = {
    **STANDING,
    "other_elbow": (0.15, -0.7),
    "other_hand": (0.25, -0.84),
    "elbow": (-0.14, -0.65),
    "hand": (-0.1, -0.5),
}
CHEERING: Pose = {
    **STANDING,
    "elbow": (-0.16, -0.86),
    "hand": (-0.19, -1.03),
    "other_elbow": (0.16, -0.86),
    "other_hand": (0.2, -1.04),
}
SITTING: Pose = {
    **STANDING, "head": (0.05, -0.74), "neck": (0.02, -0.63), "hip": (0.0, -0.27), "elbow": (0.02, -0.42),
    "hand": (0.16, -0.38), "other_elbow": (0.05, -0.42), "other_hand": (0.2, -0.4),
    "knee": (0.22, -0.29), "foot": (0.22, 0.0),
    "other_knee": (0.24, -0.28), "other_foot": (0.27, 0.0),
}  # fmt: skip
RUNNING: Pose = {
    "head": (0.17, -0.93), "neck": (0.11, -0.82), "hip": (0.0, -0.5), "elbow": (-0.1, -0.72), "hand": (-0.12, -0.55),
    "other_elbow": (0.2, -0.62), "other_hand": (0.33, -0.72), "knee": (0.2, -0.42), "foot": (0.14, -0.17),
    "other_knee": (-0.08, -0.27), "other_foot": (-0.34, -0.22),
}  # fmt: skip
KICKING: Pose = {
    "head": (-0.1, -0.9), "neck": (-0.07, -0.79), "hip": (0.0, -0.47), "elbow": (-0.24, -0.72), "hand": (-0.36, -0.62),
    "other_elbow": (0.1, -0.68), "other_hand": (0.22, -0.76), "knee": (0.17, -0.34), "foot": (0.38, -0.2),
    "other_knee": (-0.03, -0.25), "other_foot": (-0.08, 0.0),
}  # fmt: skip


HAIR = "-0.063,0.03 -0.072,-0.02 -0.05,-0.07 0,-0.09 0.05,-0.072 0.064,-0.03 0.02,-0.04 -0.02,-0.025 -0.035,0.02"


def figure(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    ink: Ink,
    *,
    pose: Pose = STANDING,
    top: Ink | None = None,
    skin: Ink | None = None,
    facing: int = 1,
) -> None:
    """Stand a person by the middle of the feet; `top` colours the upper body, `skin` head, hands and bare limbs."""
    joint = {name: (x + facing * a * height, y + b * height) for name, (a, b) in pose.items()}
    upper, flesh = top or ink, skin or ink

    limbs = Limbs(sheet, joint, height, facing)
    limbs.arm("", mix(upper, sheet.inks.near, 0.3), flesh)
    limbs.leg("other_", mix(ink, sheet.inks.near, 0.3))
    limbs.leg("", ink)
    torso(sheet, joint["neck"], joint["hip"], height, upper)
    sheet.limb([joint["neck"], joint["head"]], flesh, 0.055 * height, 0.055 * height)
    sheet.oval(*joint["head"], 0.058 * height, 0.072 * height, flesh)
    if skin:
        x, y = joint["head"]
        sheet.shape(
            [(x + facing * across * height, y + down * height) for across, down in trace(HAIR)], sheet.inks.near
        )
    limbs.arm("other_", mix(upper, sheet.inks.near, 0.12), flesh)


@dataclass(frozen=True)
class Limbs:
    """The arms and legs of one figure."""

    sheet: Sheet
    joint: Pose
    height: float
    facing: int

    def arm(self, side: str, sleeve: Ink, flesh: Ink) -> None:
        """Draw one arm with its hand."""
        hand, height = self.joint[f"{side}hand"], self.height
        self.sheet.limb([self.joint["neck"], self.joint[f"{side}elbow"], hand], sleeve, 0.085 * height, 0.055 * height)
        self.sheet.disc(*hand, 0.032 * height, flesh)

    def leg(self, side: str, cloth: Ink) -> None:
        """Draw one leg with its shoe."""
        foot, height = self.joint[f"{side}foot"], self.height
        toe = (foot[0] + self.facing * 0.06 * height, foot[1])
        self.sheet.limb([self.joint["hip"], self.joint[f"{side}knee"], foot], cloth, 0.12 * height, 0.06 * height)
        self.sheet.limb([foot, toe], cloth, 0.055 * height, 0.04 * height)


def torso(sheet: Sheet, neck: Point, hip: Point, height: float, ink: Ink) -> None:
    """Fill shoulders to hips."""
    chest = trace("-0.042,-0.01 0.042,-0.01 0.105,0.035 0.097,0.1", *neck, height)
    waist = trace("0.075,0 -0.075,0", *hip, height)
    sheet.shape([*chest, *waist, *trace("-0.097,0.1 -0.105,0.035", *neck, height)], ink)


def crowd(
    sheet: Sheet,
    level: float,
    size: float,
    ink: Ink,
    *,
    rows: int = 1,
    start: float = -2,
    end: float = 152,
    spot: float = 0.0,
) -> None:
    """Pack heads and shoulders along a line, row before row; a share of them wears the warm ink."""
    for row in range(rows):
        y, scale, shade = (
            level + row * size * 0.9,
            size * (1 + row * 0.12),
            mix(ink, sheet.inks.near, row / max(1, rows) * 0.7),
        )
        x = start + sheet.rng.uniform(0, scale)
        while x < end:
            tall = y + sheet.rng.uniform(-0.22, 0.22) * scale
            cloth = sheet.inks.warm if sheet.rng.random() < spot else shade
            sheet.oval(x, tall + scale * 0.95, scale * 0.62, scale * 0.72, cloth)
            sheet.oval(x, tall, scale * 0.27, scale * 0.34, shade)
            x += scale * sheet.rng.uniform(1.0, 1.35)
