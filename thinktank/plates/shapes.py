"""The four shapes of the identity as SVG: the dot, the alif, the bowl, the circle.

All take the centre or axis first, in units of the sheet. The dot, the alif and the nun
are what a reed pen leaves, and the pen is held in one hand in both languages: no
function here knows a direction.
"""

from __future__ import annotations

from collections.abc import Iterable

FIELD, MARK, SHADE, ODD, LINE = "f", "m", "s", "a", "l"
"""The classes a style sheet fills."""

Place = tuple[float, float]


def dots(places: Iterable[Place], radius: float, ink: str = MARK) -> str:
    """Squares set on their corner and tilted six degrees, in one path."""
    return path("".join(_dot(x, y, radius) for x, y in places), ink)


def dot(x: float, y: float, radius: float, ink: str = MARK) -> str:
    return dots([(x, y)], radius, ink)


def alif(x: float, top: float, foot: float, width: float, ink: str = MARK) -> str:
    """An upright stroke: head and foot cut aslant, and narrower towards the foot."""
    half, cut = width / 2, width * 0.55
    corners = [
        (x - half, top + cut),
        (x + half, top),
        (x + half * 0.8, foot - cut),
        (x - half * 0.8, foot),
    ]
    return path(_outline(corners), ink)


def stem(x: float, top: float, foot: float, width: float, ink: str = MARK) -> str:
    """An alif whose foot is out of sight, below the edge on which it is cut off."""
    half = width / 2
    corners = [
        (x - half, min(top + width * 0.55, foot)),
        (x + half, top),
        (x + half * 0.85, foot),
        (x - half * 0.85, foot),
    ]
    return path(_outline(corners), ink)


def bowl(x: float, y: float, radius: float, ink: str = MARK) -> str:
    """A half circle hanging from its diameter at `y`."""
    arc = f"A{number(radius)} {number(radius)} 0 0 0 {point(x + radius, y)}Z"
    return path(f"M{point(x - radius, y)}{arc}", ink)


def dome(x: float, y: float, radius: float, ink: str = MARK) -> str:
    """A bowl turned over: a half circle standing on its diameter at `y`."""
    arc = f"A{number(radius)} {number(radius)} 0 0 1 {point(x + radius, y)}Z"
    return path(f"M{point(x - radius, y)}{arc}", ink)


def nun(x: float, y: float, radius: float, ink: str = MARK) -> str:
    """The bowl as the pen draws it: thick at the down-stroke, tapering to nothing."""
    outer, wide, deep = map(number, (radius * 1.005, radius * 0.84, radius * 0.62))
    head = point(x + radius, y - 0.2 * radius)
    tip = point(x - radius, y)
    inside = point(x + radius * 0.68, y - 0.04 * radius)
    return path(
        f"M{head}A{outer} {outer} 0 0 1 {tip}A{wide} {deep} 0 0 0 {inside}Z", ink
    )


def quarter(corner: Place, across: float, down: float, ink: str = MARK) -> str:
    """A quarter of a circle with its right angle at `corner`.

    `across` and `down` are the way to its two ends: equal but for their signs.
    """
    x, y = corner
    sweep = 1 if across * down > 0 else 0
    size = number(abs(across))
    return path(
        f"M{point(x, y)}H{number(x + across)}"
        f"A{size} {size} 0 0 {sweep} {point(x, y + down)}Z",
        ink,
    )


def disc(x: float, y: float, radius: float, ink: str = MARK) -> str:
    return f'<circle class="{ink}" {_circle(x, y, radius)}/>'


def ring(x: float, y: float, radius: float, width: float = 1) -> str:
    """A circle drawn as a hairline."""
    return (
        f'<circle class="{LINE}" {_circle(x, y, radius)}'
        f' stroke-width="{number(width)}"/>'
    )


def line(way: str, width: float = 0.8, ink: str = LINE) -> str:
    """A hairline along `way`, an SVG path."""
    return f'<path class="{ink}" d="{way}" stroke-width="{number(width)}"/>'


def path(way: str, ink: str) -> str:
    return f'<path class="{ink}" d="{way}"/>'


def point(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def number(value: float) -> str:
    """At most one decimal: finer than a screen shows, and half as long."""
    return f"{round(value, 1) + 0:g}"


def _dot(x: float, y: float, radius: float) -> str:
    long, short = radius, radius * 0.12
    corners = [
        (x + short, y - long),
        (x + long, y + radius * 0.08),
        (x - short, y + long),
        (x - long, y - radius * 0.08),
    ]
    return _outline(corners)


def _outline(corners: Iterable[Place]) -> str:
    first, *others = (point(x, y) for x, y in corners)
    return f"M{first}L{' '.join(others)}Z"


def _circle(x: float, y: float, radius: float) -> str:
    return f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
