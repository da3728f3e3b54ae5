"""Notes of a paste, in every way that programmes write them."""

from __future__ import annotations

import pytest

from tests.document.html.source_form import notes, notices, passages

WORD = (
    "<p>a<a href='#_ftn1' name='_ftnref1'>[1]</a></p>"
    "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Words</p></div>"
)
ENDNOTE = WORD.replace("ftn", "edn")
WRITER = (
    "<p>a<a name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a></p>"
    "<div id=sdfootnote1><p><a name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>"
    " Words</p></div>"
)
DOCS = (
    "<p>a<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup></p><hr>"
    "<div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span> Words</span></p></div>"
)
PANDOC = (
    "<p>a<a href='#fn1' id='fnref1' role=doc-noteref><sup>1</sup></a></p><ol>"
    "<li id=fn1><p>Words<a href='#fnref1' role=doc-backlink>↩︎</a></p></li></ol>"
)
GITHUB = (
    "<p>a<sup><a href='#user-content-fn-1-9f' id='user-content-fnref-1-9f'>1</a></sup>"
    "</p><section><ol><li id='user-content-fn-1-9f'><p>Words"
    "<a href='#user-content-fnref-1-9f'>↩</a></p></li></ol></section>"
)
PAGE = "<p>a<sup><a href='#n1'>1</a></sup></p><ol><li id=n1>Words</ol>"
COPIED = PAGE.replace("#n1", "https://example.org/study/#n1")
STAR = "<p>a<a href='#s' id=r>*</a></p><p id=s>Words <a href='#r'>back</a></p>"


class TestNotes:
    @pytest.mark.parametrize(
        "markup", [WORD, ENDNOTE, WRITER, DOCS, PANDOC, GITHUB, PAGE, COPIED, STAR]
    )
    def test_every_programme_writes_them_in_its_way(self, markup: str) -> None:
        assert passages(markup) == ["a[^1]"]
        assert notes(markup) == {"1": "Words"}
        assert notices(markup) == []

    def test_their_paragraphs_become_one(self) -> None:
        markup = WORD.replace("</div>", "<p>and <i>more</i></p></div>")
        assert notes(markup) == {"1": "Words and {emphasis:more}"}

    def test_a_second_call_gets_a_copy(self) -> None:
        markup = PAGE.replace("</p>", " b<sup><a href='#n1'>1</a></sup></p>", 1)
        assert passages(markup) == ["a[^1] b[^2]"]
        assert notes(markup) == {"1": "Words", "2": "Words"}
        assert notices(markup) == ["1: note-copied: Words"]

    def test_a_call_of_a_note_that_did_not_come_stays_text(self) -> None:
        markup = "<p>a<a href='#_ftn1' name='_ftnref1'>[1]</a></p>"
        assert passages(markup) == ["a[1]"]

    def test_a_note_that_nothing_calls_is_told(self) -> None:
        markup = PAGE.replace("</ol>", "<li id=n2>Others</ol>")
        assert passages(markup) == ["a[^1]"]
        assert notices(markup) == ["1: note-uncalled: Others"]

    def test_notes_alone_are_text(self) -> None:
        markup = "<ol><li id=fn1>Words<a href='#fnref1'>↩</a><li id=fn2>Others</ol>"
        assert passages(markup) == ["1. digit: Words↩", "2. digit: Others"]

    @pytest.mark.parametrize(
        ("heading", "said"),
        [
            ("<h2>Notes</h2>", ["1: notes-read: Notes: 1"]),
            ("<p>الهوامش:</p>", ["1: notes-read: الهوامش:: 1"]),
        ],
    )
    def test_their_heading_goes_with_them(self, heading: str, said: list[str]) -> None:
        markup = PAGE.replace("<ol>", f"{heading}<hr><ol>")
        assert passages(markup) == ["a[^1]"]
        assert notices(markup) == said

    def test_another_heading_stays(self) -> None:
        markup = PAGE.replace("<ol>", "<h2>Conclusion</h2><ol>")
        assert passages(markup) == ["a[^1]", "heading2: Conclusion"]

    def test_they_are_called_in_tables_and_headings(self) -> None:
        markup = PAGE.replace("<p>a", "<table><tr><td>b<td>a").replace(
            "</p>", "</table>"
        )
        assert passages(markup) == [["table:", "b | a[^1]"]]
        assert passages(PAGE.replace("<p>", "<h2>").replace("</p>", "</h2>")) == [
            "heading2: a[^1]"
        ]


class TestLinksThatCallNothing:
    @pytest.mark.parametrize(
        "markup",
        [
            "<p><a href='#b' id=a>Part two</a></p><h2 id=b>b <a href='#a'>up</a></h2>",
            "<p><a href='#b' id=a>2</a></p><h2 id=b>b <a href='#a'>up</a></h2>",
            "<p><a href='#b'>2</a></p><p id=b>b</p>",
            "<p id=b>b</p><p><sup><a href='#b'>2</a></sup></p>",
        ],
    )
    def test_they_stay_text(self, markup: str) -> None:
        assert notes(markup) == {}
        assert len(passages(markup)) == 2
