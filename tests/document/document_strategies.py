"""Hypothesis strategies for Documents as nasty as `check` allows."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from thinktank.document.characters import FORBIDDEN
from thinktank.document.model import (
    Document,
    Embed,
    Figure,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    Text,
    text,
)
from thinktank.document.normalform import normal, normal_inlines

SIGNS = "*_^<>{}[]()|\\#:!-+.,;=/&\"'`~0123١٢٣ \u00a0\u200c\u200dـ؟،abنصّٰ😀"
WORDS = [
    "NATO", "C++", "the sea", "الموانئ", "بـ16", "[^n-1a2b]", "[^1]:", "{en:x}",
    "{#p-k3f9}", "![](image:1)", "](https://a.example)", "1. ", "٢- ", "3) ", "# ",
    "## ", "### ", "> ", "-- ", "* ", "- ", "|", "|+ ", "---", "**", "__", "^^",
    "<<", ">>", "\\", ": ", "== ", "== توصيات", "{rtl} ", "item:1",
    "<script>", "javascript:alert(1)",
]  # fmt: skip
ADDRESSES = [
    "https://a.example/",
    "http://a.example/x_(y)?a=1&b=%20#c",
    "https://مثال.example/ميناء",
    "https://a.example/((x)|{y}*_^[z])",
    "mailto:desk@a.example?subject=%D8%A7",
]
FRESH = NoteRef("fresh")

characters = st.one_of(
    st.text(SIGNS, max_size=6),
    st.lists(st.sampled_from(WORDS), max_size=3).map("".join),
    st.text(max_size=3).map(lambda text: FORBIDDEN.sub("", text)),
)
numbers = st.integers(1, 10**15 - 1)
directions = st.sampled_from(["ltr", "rtl"])
marks = st.one_of(
    st.sampled_from(["strong", "emphasis", "superscript", "work-title"]).map(Mark),
    st.sampled_from(["ar", "en", "fr", "zh-Hant"]).map(
        lambda code: Mark("foreign", language=code)
    ),
    directions.map(lambda direction: Mark("isolate", direction=direction)),
    st.sampled_from(ADDRESSES).map(lambda href: Mark("link", href=href)),
    numbers.map(lambda number: Mark("link", item=number)),
)
runs = st.builds(Text, characters, st.lists(marks, max_size=2).map(tuple))
inlines = st.lists(runs | runs | runs | st.just(FRESH), max_size=4).map(normal_inlines)
some_inlines = inlines.map(lambda parts: parts or text("نص"))
some_texts = st.lists(some_inlines, min_size=1, max_size=2).map(tuple)
alts = characters.map(str.strip)


@st.composite
def tables(draw):
    width = draw(st.integers(1, 3))
    cells = st.lists(inlines, min_size=width, max_size=width).map(tuple)
    rows = draw(st.lists(cells, min_size=1, max_size=2))
    return Table(tuple(rows), draw(st.just(()) | cells), draw(inlines))


panels = st.one_of(
    st.builds(Panel, st.sampled_from(["findings", "recommendations"]), some_texts),
    st.builds(
        Panel,
        st.just("summary"),
        st.lists(some_inlines, min_size=3, max_size=3).map(tuple),
    ),
)
blocks = st.one_of(
    st.builds(Paragraph, some_inlines, st.just("") | directions),
    st.builds(Subheading, some_inlines),
    st.builds(Quote, some_texts, inlines),
    st.builds(List, some_texts, st.booleans()),
    st.builds(Figure, numbers, inlines, alts),
    tables(),
    st.builds(Embed, st.sampled_from(ADDRESSES[:4]), inlines),
    panels,
)
some_blocks = st.lists(blocks, max_size=2).map(tuple)
no_id = st.just("")
points = st.builds(Point, no_id, inlines, some_blocks)
sections = st.builds(
    Section, no_id, some_inlines, some_blocks, st.lists(points, max_size=2).map(tuple)
)
endings = st.builds(Section, no_id, st.just(()), some_blocks)


@st.composite
def documents(draw):
    """A Document that `check` accepts."""
    parts = draw(st.lists(sections, max_size=2)) + draw(st.lists(endings, max_size=1))
    languages = st.sampled_from(["ar", "en", "fr"])
    sketch = Document(draw(languages), draw(some_blocks), tuple(parts))
    return _named(normal(_annotated(draw, sketch)))


def _annotated(draw, sketch):
    """Each fresh call gets a note."""
    notes = {}

    def change(inlines):
        kept = []
        for part in inlines:
            if part != FRESH:
                kept.append(part)
            else:
                id = f"n-{len(notes):04}"
                notes[id] = draw(_bare_notes)
                kept.append(NoteRef(id))
        return normal_inlines(kept)

    document = sketch.mapped(change)
    return Document(document.language, document.lead, document.sections, notes)


_bare_notes = runs.map(lambda run: normal_inlines([run, Text("x")]))


def _named(document):
    """Sections and points get identifiers of their own."""
    sections = tuple(
        replace(
            section,
            id=f"s-{s:04}",
            points=tuple(
                replace(point, id=f"p-{s}{p:04}")
                for p, point in enumerate(section.points)
            ),
        )
        for s, section in enumerate(document.sections)
    )
    return replace(document, sections=sections)
