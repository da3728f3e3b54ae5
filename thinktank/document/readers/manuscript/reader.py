"""Reading a manuscript from beginning to end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from thinktank.document.model import Document
from thinktank.document.normalform import normal
from thinktank.document.reading import Notice
from thinktank.language.dates import FoundDate
from thinktank.language.hygiene import Cleaned, clean
from thinktank.language.scripts import language_for, script_for, script_of

from .body import Body
from .decoding import decode
from .front import front
from .notes import take_notes
from .passages import passages
from .refusal import NotAManuscript
from .structure import structured


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A manuscript read: what its front says, its text, and every guess made.

    `kicker` and `headline` may be empty and `date` None; a notice says so. `authors`
    keep their honorifics; `byline` and `dateline` are the lines as typed. `document`
    passes `check`, sizes apart. Text that stands in none of these stands in a notice,
    as the value "text".
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


def read(source: str, language: str) -> Manuscript:
    """Read plain text as authors send it, in the language it is written in.

    Raises NotAManuscript ("empty") for a text without a letter or digit.
    """
    cleaned = clean(source, language)
    if not any(char.isalnum() for char in cleaned.text):
        raise NotAManuscript("empty")
    divided = passages(cleaned.text)
    head = front(divided.found, language)
    text, calls = take_notes(head.body)
    body = Body(language, calls)
    document = normal(body.document(structured(text, language)))
    notices = (
        *_hygiene(cleaned),
        *divided.notices,
        *head.notices,
        *body.notices,
        *calls.notices,
        *calls.uncalled(),
    )
    return Manuscript(
        language=language,
        kicker=head.kicker,
        headline=head.headline,
        date=head.date,
        authors=head.authors,
        document=document,
        notices=notices,
        byline=head.byline,
        dateline=head.dateline,
    )


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


def _hygiene(cleaned: Cleaned) -> list[Notice]:
    count = sum(cleaned.counts.values())
    return [Notice("cleaned", "", {"count": count})] if count else []
