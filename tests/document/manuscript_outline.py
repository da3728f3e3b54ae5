"""A manuscript's structure in a few lines, for tests to compare."""

from __future__ import annotations

from thinktank.document.model import Block, Blocks, Document, List, Panel, plain
from thinktank.document.readers.manuscript import Manuscript, read


def outline(document: Document) -> list[str]:
    """One line for the lead, each section and each point: its words and its blocks,
    "p" for a paragraph, "ul3" or "ol3" for a list of three, "findings3" for a panel."""
    lines = [("lead", kinds(document.lead))]
    for section in document.sections:
        lines.append(("#", plain(section.heading), kinds(section.blocks)))
        for point in section.points:
            lines.append(("-", plain(point.title), kinds(point.blocks)))
    return [" ".join(filter(None, line)) for line in lines]


def kinds(blocks: Blocks) -> str:
    return f"[{' '.join(map(kind, blocks))}]" if blocks else ""


def kind(block: Block) -> str:
    if isinstance(block, Panel):
        return f"{block.kind}{len(block.items)}"
    if isinstance(block, List):
        return f"{'ol' if block.ordered else 'ul'}{len(block.items)}"
    return "p"


def codes(manuscript: Manuscript) -> list[str]:
    """The codes of the notices, in their order."""
    return [notice.code for notice in manuscript.notices]


ENGLISH_LEAD = (
    "The harbour has been losing traffic for many years, and nobody can say when the"
    " ships will come back to it, or whether they will come back at all in our time."
)
ARABIC_LEAD = (
    "فقد الميناء حركته في سنوات طويلة، ولا يعرف أحد متى تعود السفن إليه، ولا ما إذا"
    " كانت ستعود إليه في زماننا هذا، ولهذا تسأل الورقة عن الأسباب وعن العلاج."
)
TEXT = "The keepers were paid in dates, and the dates were counted every autumn."
NASS = "كان الحراس يأخذون أجرهم تمراً، وكان التمر يُعدّ في كل خريف."


def english(*passages: str) -> Manuscript:
    """An English manuscript with a front and a lead, and these passages below."""
    front = ("Harbours", "Where did the ships go?", "12 April 2024", ENGLISH_LEAD)
    return read("\n\n".join([*front, *passages]), "en")


def arabic(*passages: str) -> Manuscript:
    """An Arabic manuscript with a front and a lead, and these passages below."""
    front = ("موانئ", "أين ذهبت السفن؟", "12 أبريل، 2024", ARABIC_LEAD)
    return read("\n\n".join([*front, *passages]), "ar")
