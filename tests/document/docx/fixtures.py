"""The Word files of tests/data/docx, and what each of them must yield.

    python -m tests.document.docx.fixtures

writes what they yield now, for a person to read before it is committed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.document.docx.package import unzipped
from tests.document.docx.source_json import marked, source_json
from thinktank.document.model import Block, Blocks, Document, Figure, List, Table
from thinktank.document.readers import docx
from thinktank.document.readers.manuscript import Manuscript, Source, recognise
from thinktank.language.scripts import dominant_script, language_for

FOLDER = Path(__file__).parents[2] / "data" / "docx"
FILES = sorted(FOLDER.glob("*.docx"))


def yields(path: Path) -> dict[str, Any]:
    """Who wrote a file, its source, and what is recognised in it."""
    source = docx.read(path.read_bytes())
    words = " ".join(passage.text for passage in source.passages)
    language = language_for(dominant_script(words))
    return {
        "application": application(path),
        "language": language,
        "source": source_json(source),
        "manuscript": manuscript_json(recognise(source, language), source),
    }


def application(path: Path) -> str:
    """The programme that a file names as its maker."""
    app = bytes(unzipped(path.read_bytes())["docProps/app.xml"])  # type: ignore[arg-type]  # bytes, as unzipped
    found = re.search(r"<Application>([^<]*)</Application>", app.decode())
    return found[1] if found else ""


def manuscript_json(manuscript: Manuscript, source: Source) -> dict[str, Any]:
    """The structure in a few lines. Notices that the source had are left out."""
    guesses = [each for each in manuscript.notices if each not in source.notices]
    found = {
        "kicker": manuscript.kicker,
        "headline": manuscript.headline,
        "date": str(manuscript.date.day) if manuscript.date else "",
        "authors": list(manuscript.authors),
        "outline": list(outline(manuscript.document)),
        "notes": len(manuscript.document.notes),
        "guesses": [each.code for each in guesses],
    }
    return {key: value for key, value in found.items() if value}


def outline(document: Document) -> Iterator[str]:
    """A line for the lead, each section and each point: words, then blocks."""
    yield f"lead {kinds(document.lead)}".strip()
    for section in document.sections:
        yield f"# {marked(section.heading)} {kinds(section.blocks)}".strip()
        for point in section.points:
            yield f"- {marked(point.title)} {kinds(point.blocks)}".strip()


def kinds(blocks: Blocks) -> str:
    return f"[{' '.join(map(kind, blocks))}]" if blocks else ""


def kind(block: Block) -> str:
    if isinstance(block, List):
        return f"{'ol' if block.ordered else 'ul'}{len(block.items)}"
    has_caption = isinstance(block, Table | Figure) and block.caption
    return f"{block.type}+caption" if has_caption else block.type


def expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text())
    return found


if __name__ == "__main__":
    for file in FILES:
        text = json.dumps(yields(file), ensure_ascii=False, indent=1)
        file.with_suffix(".json").write_text(f"{text}\n")
