"""Names for where things stand in a Document: "sections[1].points[0].blocks[2]"."""

from __future__ import annotations

from collections.abc import Iterator

from .model import Block, Blocks, Document, Inlines

Placed = tuple[str, Block]


def placed_blocks(document: Document) -> Iterator[Placed]:
    """Every block with its place, in reading order; notes are no blocks."""
    yield from _numbered("lead", document.lead)
    for s, section in enumerate(document.sections):
        yield from _numbered(f"sections[{s}].blocks", section.blocks)
        for p, point in enumerate(section.points):
            yield from _numbered(f"sections[{s}].points[{p}].blocks", point.blocks)


def placed_texts(document: Document) -> Iterator[tuple[str, Inlines]]:
    """Every text with its place: headings and titles, texts of blocks, then notes."""
    for s, section in enumerate(document.sections):
        yield f"sections[{s}].heading", section.heading
        for p, point in enumerate(section.points):
            yield f"sections[{s}].points[{p}].title", point.title
    for place, block in placed_blocks(document):
        yield from ((place, inlines) for inlines in block.texts())
    for id, note in document.notes.items():
        yield f"notes.{id}", note


def _numbered(place: str, blocks: Blocks) -> Iterator[Placed]:
    """Blocks that stand in one list, with their places."""
    return ((f"{place}[{index}]", block) for index, block in enumerate(blocks))
