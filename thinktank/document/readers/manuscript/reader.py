"""Reading a manuscript from beginning to end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from thinktank.document.model import Document
from thinktank.document.normalform import normal
from thinktank.document.reading import Notice
from thinktank.document.rules import LONGEST
from thinktank.language.dates import FoundDate
from thinktank.language.hygiene import clean
from thinktank.language.scripts import language_for, script_for, script_of

from .apart import set_apart
from .body import Body
from .decoding import decode
from .front import front
from .frontmatter import Front
from .levels import with_levels
from .notes import take_notes
from .passages import passages
from .refusal import NotAManuscript
from .source import MOST_PASSAGES, Passage, Source
from .structure import structured
from .tidying import tidy


@dataclass(frozen=True, slots=True)
class Line:
    """What one passage of the source became.

    `role` is one of CHOICES or a finer one: "entry" of a numbered list, "panel" and
    "panelled", "attribution", "note", "block" for a table or a picture, "aside" for
    what stands in a notice alone. `place` is that of its block, if it has one.
    """

    passage: Passage
    role: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A manuscript read: what its front says, its text, and every guess made.

    `kicker` and `headline` may be empty and `date` None; a notice says so. `authors`
    keep their honorifics; `byline` and `dateline` are the lines as typed. `document`
    passes `check`, sizes apart; its figures show pictures of the source by their
    number there. Text that stands in none of these stands in a notice, as the value
    "text". `lines` are all passages in their order.
    """

    language: str
    kicker: str
    headline: str
    date: FoundDate | None
    authors: tuple[str, ...]
    document: Document
    notices: tuple[Notice, ...]
    byline: str = ""
    dateline: str = ""
    lines: tuple[Line, ...] = ()


def notices_by_line(manuscript: Manuscript) -> dict[int, list[Notice]]:
    """The notices at the lines they speak of; those about no line are under 0."""
    found: dict[int, list[Notice]] = {
        line.passage.line: [] for line in manuscript.lines
    }
    found[0] = []
    of_place = {
        line.place: line.passage.line
        for line in reversed(manuscript.lines)
        if line.place
    }
    for notice in manuscript.notices:
        line = notice.values.get("line", 0) or _line_at(notice.place, of_place)
        found.get(int(line), found[0]).append(notice)
    return found


def _line_at(place: str, lines: dict[str, int]) -> int:
    """The first line of a place, or of what it holds, or of what it stands in."""
    while place and place not in lines:
        inside = [line for at, line in lines.items() if at.startswith(f"{place}.")]
        if inside:
            return min(inside)
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return lines.get(place, 0)


def read(source: str, language: str) -> Manuscript:
    """Read plain text as authors send it, in the language it is written in.

    Raises NotAManuscript ("empty") for a text without a letter or digit.
    """
    return recognise(from_text(source, language), language)


MOST_LINES = 100_000
"""Of a text, empty ones counted too."""


def from_text(text: str, language: str) -> Source:
    """The passages of a plain text.

    Raises NotAManuscript for what is "empty", and for more than a document can hold.
    """
    if len(text) > LONGEST:
        raise NotAManuscript("too-long", {"limit": LONGEST})
    cleaned = clean(text, language)
    if cleaned.text.count("\n") > MOST_LINES:
        raise NotAManuscript("too-many", {"limit": MOST_LINES})
    if not any(char.isalnum() for char in cleaned.text):
        raise NotAManuscript("empty")
    divided = passages(cleaned.text)
    if len(divided.found) > MOST_PASSAGES:
        raise NotAManuscript("too-many", {"limit": MOST_PASSAGES})
    notices = (*_hygiene(Counter(cleaned.counts)), *divided.notices)
    return Source(tuple(divided.found), notices=notices)


Choices = Mapping[int, str]
"""What a person says that lines are: one of CHOICES by the number of the line."""


def recognise(
    source: Source, language: str, choices: Choices | None = None
) -> Manuscript:
    """Recognise the parts of a manuscript. What is chosen for a line holds, as far as
    the order of the parts allows; a notice says where it does not.

    Raises NotAManuscript ("empty") for a source without a letter or digit.
    """
    source, counts = tidy(source, language)
    if not (source.passages or source.notes or source.notices):
        raise NotAManuscript("empty")
    chosen = [_chosen(passage, choices or {}) for passage in source.passages]
    levelled = with_levels(chosen)
    head = front([p for p in levelled if p.chosen != "drop"], language)
    set_apart(head, language)
    text, calls = take_notes(_with_dropped(head.body, levelled), source.notes)
    body = Body(language, calls)
    document = normal(body.document(structured(text, language)))
    return Manuscript(
        language=language,
        kicker=head.kicker,
        headline=head.headline,
        date=head.date,
        authors=head.authors,
        document=document,
        notices=(
            *_hygiene(counts),
            *source.notices,
            *head.notices,
            *body.notices,
            *calls.notices,
            *calls.uncalled(),
        ),
        byline=head.byline,
        dateline=head.dateline,
        lines=_lines(chosen, head, body),
    )


def _chosen(passage: Passage, choices: Choices) -> Passage:
    """The passage as a person wants it; a table or a picture can but be dropped."""
    role = choices.get(passage.line, "")
    is_possible = not passage.block or role == "drop"
    return replace(passage, chosen=role if is_possible else "")


def _with_dropped(body: list[Passage], passages: list[Passage]) -> list[Passage]:
    """The body with what is dropped, beside which its parts are what they were."""
    first = body[0].line if body else 0
    dropped = [p for p in passages if p.chosen == "drop" and first and p.line > first]
    return sorted([*body, *dropped], key=lambda passage: passage.line)


_NAMES = {"prose": "paragraph", "item": "point"}


def _lines(passages: list[Passage], head: Front, body: Body) -> tuple[Line, ...]:
    return tuple(_line(passage, head, body) for passage in passages)


def _line(passage: Passage, head: Front, body: Body) -> Line:
    if passage.chosen == "drop":
        return Line(passage, "drop")
    if passage.line in head.roles:
        return Line(passage, head.roles[passage.line])
    role, place = body.lines.get(passage.line, ("note", ""))
    return Line(passage, _NAMES.get(role, role), place)


def read_bytes(data: bytes, language: str) -> Manuscript:
    """Read a file. Raises NotAManuscript when it is not text ("not-text"), holds
    nothing ("empty"), or is clearly in another language ("wrong-language")."""
    decoded = decode(data, language)
    likely = looks_like(decoded.text)
    if likely and script_for(likely) != script_for(language):
        raise NotAManuscript("wrong-language")
    manuscript = read(decoded.text, language)
    return replace(manuscript, notices=(*decoded.notices, *manuscript.notices))


_FEWEST_LETTERS = 40
_CLEAR_SHARE = 0.65


def looks_like(source: str) -> str | None:
    """The language a text is clearly written in, by its script; None when unclear.

    Languages of one script are not told apart: any Latin text looks like "en".
    """
    counted = Counter(map(script_of, source))
    del counted[""]
    if counted.total() < _FEWEST_LETTERS:
        return None
    script, letters = counted.most_common(1)[0]
    return language_for(script) if letters >= _CLEAR_SHARE * counted.total() else None


def _hygiene(counts: Counter[str]) -> list[Notice]:
    count = counts.total()
    return [Notice("cleaned", "", {"count": count})] if count else []
