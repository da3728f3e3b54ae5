from __future__ import annotations

from document_strategies import FRESH, characters, marks
from hypothesis import given
from hypothesis import strategies as st

from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.model import (
    Document,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Section,
    Text,
    plain,
    text,
)
from thinktank.document.normalform import normal, normal_inlines, normal_title

STRONG, LINK = Mark("strong"), Mark("link", item=3)
raw_runs = st.builds(Text, characters, st.lists(marks, max_size=3).map(tuple))


class TestNormalInlines:
    def test_it_joins_runs_marked_alike_whatever_the_order_of_their_marks(self):
        runs = (Text("a ", (LINK, STRONG)), Text("b", (STRONG, LINK)), Text(""))
        assert normal_inlines(runs) == (Text("a b", (STRONG, LINK)),)

    def test_it_trims_the_ends_but_not_around_notes(self):
        runs = (Text(" \u00a0"), Text(" a ", (STRONG,)), NoteRef("n-1a2b"), Text("  "))
        assert normal_inlines(runs) == (Text("a ", (STRONG,)), NoteRef("n-1a2b"))

    def test_it_leaves_out_controls_before_it_looks_at_the_ends(self):
        assert normal_inlines(text("\u200f a\x00b\u202c ")) == text("ab")

    @given(st.lists(raw_runs | st.just(FRESH), max_size=6))
    def test_it_keeps_the_words_and_is_final(self, runs):
        once = normal_inlines(runs)
        assert normal_inlines(once) == once
        assert plain(once).strip() == plain(tuple(runs)).strip()


class TestNormalTitle:
    def test_it_takes_the_closing_colon_away(self):
        assert normal_title(text("Time: :")) == text("Time")
        bold = (Text("Time:", (STRONG,)), Text(" "), NoteRef("n-1a2b"))
        assert plain(normal_title(bold)).strip() == "Time"

    @given(st.lists(raw_runs | st.just(FRESH), max_size=6))
    def test_it_leaves_no_colon_at_the_end(self, runs):
        title = normal_title(runs)
        assert not plain(title).rstrip().endswith(":")
        assert normal_title(title) == title


class TestNormal:
    def test_it_drops_what_holds_nothing(self):
        bare = Section("s-aaaa", blocks=(Paragraph(text(" ")), List(((),))))
        points = (Point("p-aaaa", text(":")), Point("p-bbbb", text("Kept")))
        headed = Section("s-bbbb", text("Heading"), points=points)
        empty = (Paragraph(()), Panel("findings", ((),)))
        document = normal(Document("en", empty, (headed, bare)))
        assert document.lead == ()
        assert document.sections == (
            Section("s-bbbb", text("Heading"), points=(points[1],)),
        )
        assert check(to_json(document)) == []
