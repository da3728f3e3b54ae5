"""Sources of every shape that a file can give, for properties."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.document.test_manuscript_properties import PIECES
from thinktank.document.model import Figure, Inlines, Mark, NoteRef, Table, Text
from thinktank.document.readers.manuscript import CHOICES, Source
from thinktank.document.readers.manuscript.sheet import Sheet
from thinktank.document.readers.manuscript.source import Listed

_MARKS = st.sampled_from(
    [
        (),
        (),
        (Mark("strong"),),
        (Mark("emphasis"),),
        (Mark("superscript"),),
        (Mark("strong"), Mark("link", href="https://example.org/")),
    ]
)
_STYLES = st.sampled_from(
    [
        *("", "", "", "", "title", "subtitle", "author", "date"),
        *("heading", "heading", "quote", "attribution", "caption"),
    ]
)
_LISTED = st.none() | st.builds(
    Listed,
    st.sampled_from(["bullet", "digit", "letter", "roman", "ordinal"]),
    st.integers(0, 4),
    st.sampled_from([".", "-", ")", "()"]),
    st.integers(0, 2),
)
_TEXT = st.sampled_from(PIECES) | st.text("ab ة1٢.:\n\u200f\u00a0", max_size=8)
_RUN = st.builds(Text, _TEXT, _MARKS) | st.builds(NoteRef, st.sampled_from("12"))
words: st.SearchStrategy[Inlines] = st.lists(_RUN, max_size=4).map(tuple)
_TABLE = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(words, min_size=width, max_size=width).map(tuple),
        min_size=1,
        max_size=3,
    ).map(lambda rows: Table(tuple(rows)))
)
_PASSAGE = st.fixed_dictionaries(
    {
        "words": words,
        "style": _STYLES,
        "level": st.integers(1, 3),
        "listed": _LISTED,
    }
)
choices = st.dictionaries(st.integers(1, 12), st.sampled_from(CHOICES), max_size=4)


@st.composite
def sources(draw: Any) -> Source:
    """Passages with marks, styles and numbers; tables, pictures and notes."""
    sheet = Sheet(notes={id: draw(words_of_notes) for id in "12"})
    for _ in range(draw(st.integers(0, 12))):
        match draw(st.sampled_from(["words"] * 6 + ["table", "figure", "rule"])):
            case "words":
                about = draw(_PASSAGE)
                sheet.write(about.pop("words"), **about)
            case "table":
                sheet.show(draw(_TABLE))
            case "figure":
                sheet.show(Figure(sheet.picture("media/image.png")))
            case _:
                sheet.rule()
    return sheet.source()


words_of_notes: st.SearchStrategy[Inlines] = st.lists(
    st.builds(Text, st.sampled_from(["See ", "انظر ", "12"]), _MARKS),
    min_size=1,
    max_size=2,
).map(tuple)
