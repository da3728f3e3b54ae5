"""What holds for every paste, however strange."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from thinktank.document.addresses import is_address
from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.model import Inlines, NoteRef, Table, Text, plain
from thinktank.document.readers import html
from thinktank.document.readers.manuscript import NotAManuscript, recognise
from thinktank.document.readers.manuscript.source import Source

BLOCKS = (
    *("div", "p", "h2", "blockquote", "ul", "ol", "li", "pre", "figure", "figcaption"),
    *("table", "thead", "tr", "td", "th", "caption", "section", "nav", "dl", "dt"),
)
INLINES = ("b", "i", "span", "a", "sup", "u", "q", "cite", "del", "ins", "font", "math")
SET_ASIDE = ("svg", "button", "video", "object", "noscript", "o:p")
ATTRIBUTES = (
    "",
    " id=fn1",
    " id=r href='#fn1'",
    " name=_ftn2",
    " href='https://example.org/'",
    " href='javascript:x'",
    " hidden",
    " style='display:none'",
    " style='mso-list:l0 level2 lfo1'",
    " style='font-weight:bold;display:block'",
    " class=MsoTitle",
    " colspan=3",
    " rowspan=0",
    " start=4 value=9 type=i aria-level=2",
    " role=presentation",
    " style='mso-element:footnote'",
)
NUMBERS = (" style='mso-list:Ignore'", " href='#r'")
"""They show the numbers of items and notes, which are not words."""
WORDS = (
    "one",
    "مرفأ",
    " ",
    "\n",
    "2.",
    "[1]",
    "–",
    "٣",
    "a\u00a0b",
    "<br>",
    "<hr>",
    "^",
)

words = st.sampled_from(WORDS)
tags = st.sampled_from((*BLOCKS, *INLINES, *SET_ASIDE))


def trees_with(*attributes: str) -> st.SearchStrategy[str]:
    def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        inside = st.lists(inner, max_size=4).map("".join)
        attribute = st.sampled_from(attributes)
        return st.builds("<{0}{1}>{2}</{0}>".format, tags, attribute, inside)

    parts = st.recursive(words, element, max_leaves=20)
    return st.lists(parts, max_size=6).map("".join)


trees = trees_with(*ATTRIBUTES, *NUMBERS)
scraps = st.lists(
    st.sampled_from(
        [f"<{tag}>" for tag in (*BLOCKS, *INLINES)]
        + [f"</{tag}>" for tag in (*BLOCKS, *INLINES)]
        + ["<!--", "-->", "<![if !x]>", "<![endif]>", "<", "&", "&#x202e;", "\ud800"]
        + ["<?xml version='1.0' encoding='utf-16'?>", "\x00", "<!DOCTYPE html>", *WORDS]
        + ["<style>", "</style>", "<script>", "</script>", "<!--StartFragment-->"]
    ),
    max_size=30,
).map("".join)


def read_or_none(markup: str) -> Source | None:
    try:
        return html.read(markup)
    except NotAManuscript:
        return None


def texts(source: Source) -> list[Inlines]:
    blocks = [each.block for each in source.passages]
    cells = [text for block in blocks if block for text in block.texts()]
    lines = [each.words for each in source.passages if not each.block]
    return [*lines, *cells, *source.notes.values()]


def alphanumerics(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())


class TestEveryPaste:
    @examples(300)
    @given(scraps | st.text(max_size=200))
    def test_it_is_read_or_refused(self, markup: str) -> None:
        if source := read_or_none(markup):
            assert source.passages

    @examples(300)
    @given(trees_with(*ATTRIBUTES))
    def test_it_is_read_without_loss(self, markup: str) -> None:
        source = read_or_none(f"<p>first</p>{markup}")
        assert source
        told = [str(each) for n in source.notices for each in n.values.values()]
        kept = "".join([*map(plain, texts(source)), *told])
        shown = alphanumerics("".join(html_words(markup)))
        assert shown - alphanumerics(kept) <= alphanumerics(calls(markup))

    @examples(200)
    @given(trees)
    def test_its_parts_hang_together(self, markup: str) -> None:
        source = read_or_none(f"<p>first</p>{markup}")
        assert source
        lines = [passage.line for passage in source.passages]
        assert lines == list(range(1, len(lines) + 1))
        assert {int(notice.values["line"]) for notice in source.notices} <= set(lines)
        called = [part.id for text in texts(source) for part in text if is_call(part)]
        assert Counter(called) == Counter(source.notes.keys())
        for notice in source.notices:
            assert notice.message("ar") != notice.message("en")

    @examples(200)
    @given(trees)
    def test_it_holds_only_what_a_text_may(self, markup: str) -> None:
        source = read_or_none(f"<p>first</p>{markup}")
        assert source
        for text in texts(source):
            for run in text:
                marks = run.marks if isinstance(run, Text) else ()
                assert all(is_address(m.href) for m in marks if m.type == "link")
        for passage in source.passages:
            if isinstance(passage.block, Table):
                widths = {len(row) for row in passage.block.rows}
                assert len(widths) == 1
                assert len(passage.block.header) in (0, *widths)

    @given(trees, st.sampled_from(["ar", "en"]))
    def test_it_becomes_a_document_that_passes(
        self, markup: str, language: str
    ) -> None:
        source = read_or_none(f"<p>first</p>{markup}")
        assert source
        document = recognise(source, language).document
        assert check(to_json(document)) == []

    @given(trees)
    def test_it_reads_the_same_twice(self, markup: str) -> None:
        assert read_or_none(markup) == read_or_none(markup)


def is_call(part: object) -> bool:
    return isinstance(part, NoteRef)


def html_words(markup: str) -> list[str]:
    """The words between the tags of a generated tree."""
    return [part.partition(">")[2] for part in f">{markup}".split("<")]


def calls(markup: str) -> str:
    """The words of links that may call a note: it takes their place."""
    links = re.findall(r"<a id=r href='#fn1'>(.*?)</a>", markup, re.DOTALL)
    return " ".join(word for link in links for word in html_words(f"<a>{link}"))
