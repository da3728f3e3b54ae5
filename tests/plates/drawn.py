"""What a drawing holds, read back from its SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

Corner = tuple[float, float]

COMMAND = re.compile(r"([MLHVAZ])([^MLHVAZ]*)")


@dataclass(frozen=True)
class Box:
    """The smallest upright box round a shape."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Corner:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Drawn:
    """A drawing that is well-formed XML, or an exception."""

    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = map(float, self.root.attrib["viewBox"].split())

    def having(self, *inks: str) -> list[Element]:
        return [node for node in self.root if set(inks) <= set(_classes(node))]

    def dots(self, *inks: str) -> list[Box]:
        """All dots of these inks: closed squares of four corners, tilted."""
        boxes = []
        for node in (found for ink in inks for found in self.having(ink)):
            for way in node.get("d", "").split("Z"):
                corners = _corners(way)
                if re.fullmatch(r"M[^AHVM]+", way) and _tilted(corners):
                    boxes.append(_box(corners))
        return boxes

    def boxes(self) -> list[Box]:
        """The box of every shape on the sheet; the horizon is not counted as one."""
        return [_box_of(node) for node in self.root if not _is_horizon(node)]


def _classes(node: Element) -> list[str]:
    return node.get("class", "").split()


def _tilted(corners: list[Corner]) -> bool:
    """A dot's first corner is its highest and its fourth the one at the left."""
    if len(corners) != 4:
        return False
    return corners[0] == min(corners, key=lambda at: at[1]) and (
        corners[3] == min(corners)
    )


def _is_horizon(node: Element) -> bool:
    return bool(re.fullmatch(r"M\S+ \S+H\S+", node.get("d", "")))


def _box_of(node: Element) -> Box:
    edge = float(node.get("stroke-width", 0)) / 2
    if node.tag == "circle":
        x, y, radius = (float(node.attrib[name]) for name in ("cx", "cy", "r"))
        size = radius + edge
        return Box(x - size, y - size, x + size, y + size)
    if node.tag == "text":
        x, y = float(node.attrib["x"]), float(node.attrib["y"])
        return Box(x, y, x, y)
    return _box(_corners(node.attrib["d"]))


def _box(corners: list[Corner]) -> Box:
    across, down = zip(*corners, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def _corners(way: str) -> list[Corner]:
    """The ends of all lines and arcs, and how far each half circle reaches."""
    corners: list[Corner] = []
    for command, rest in COMMAND.findall(way):
        values = [float(word) for word in rest.split()]
        match command:
            case "M" | "L":
                corners += zip(values[::2], values[1::2], strict=True)
            case "H":
                corners.append((values[0], corners[-1][1]))
            case "V":
                corners.append((corners[-1][0], values[0]))
            case "A":
                corners += _arc(corners[-1], values)
    return corners


def _arc(start: Corner, values: list[float]) -> list[Corner]:
    """The end of an arc, and the lowest or highest place of a half circle."""
    across, down, _tilt, _large, sweep, x, y = values
    half = start[1] == y and abs(abs(x - start[0]) - 2 * across) < 0.3
    above = (x > start[0]) == bool(sweep)
    top = [((start[0] + x) / 2, y - down if above else y + down)] if half else []
    return [*top, (x, y)]
