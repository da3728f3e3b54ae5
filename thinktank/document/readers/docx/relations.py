"""What the parts of a package refer to by "rId7"."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from .package import Package
from .xml import children


@dataclass(frozen=True, slots=True)
class Relation:
    """`target` is a part of the package, or an address when `is_outside`."""

    kind: str
    target: str
    is_outside: bool = False


Relations = dict[str, Relation]


def relations(package: Package, part: str) -> Relations:
    """The relations of a part by their ids; those of the package for ""."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.name(source):
        return {}
    return dict(_read(package, source, folder))


def _read(package: Package, source: str, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in children(package.open(source), "rel:Relationships"):
        kind = element.get("Type", "").rpartition("/")[2]
        target = element.get("Target", "")
        is_outside = element.get("TargetMode", "") == "External"
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
        yield element.get("Id", ""), Relation(kind, target, is_outside)


def of_kind(related: Relations, kind: str) -> Iterator[str]:
    """The parts inside the package to which relations of a kind lead."""
    inside = (each for each in related.values() if not each.is_outside)
    yield from dict.fromkeys(each.target for each in inside if each.kind == kind)
