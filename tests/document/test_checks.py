from __future__ import annotations

import copy

import pytest
from document_strategies import documents
from hypothesis import given
from hypothesis import strategies as st

from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.rules import LONGEST, MOST_BLOCKS
from thinktank.document.whitelist import MOST_PARTS, MOST_PROBLEMS, is_language

STRONG, EMPHASIS = {"type": "strong"}, {"type": "emphasis"}


def form(**parts):
    empty = {"v": 1, "language": "en", "lead": [], "sections": [], "notes": {}}
    return {**empty, **parts}


def paragraph(*inlines, **more):
    return {"type": "paragraph", "text": list(inlines) or [{"text": "x"}], **more}


def marked(**mark):
    return form(lead=[paragraph({"text": "x", "marks": [mark]})])


def section(id="s-aaaa", heading="Heading", blocks=(), points=()):
    inlines = [{"text": heading}] if heading else []
    return {
        "id": id,
        "heading": inlines,
        "blocks": list(blocks),
        "points": list(points),
    }


def point(id="p-aaaa", title="Title", blocks=()):
    inlines = [{"text": title}] if title else []
    return {"id": id, "title": inlines, "blocks": list(blocks)}


def panel(kind, count):
    items = [[{"text": f"{number}"}] for number in range(count)]
    return lead({"type": "panel", "kind": kind, "items": items})


def codes(data):
    return [problem.code for problem in check(data)]


def lead(block):
    return form(lead=[block])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=20,
)


def _spots(data, path=()):
    """The paths to every value inside the data."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from _spots(value, (*path, key))


class TestCheck:
    @given(documents())
    def test_it_accepts_every_document_in_normal_form(self, document):
        assert check(to_json(document)) == []

    @given(anything)
    def test_it_never_raises(self, data):
        assert check(data) != []
        assert check(form(lead=data, notes=data)) != [] or data in ([], {})

    @given(documents(), anything, st.data())
    def test_it_never_raises_on_a_broken_document(self, document, junk, data):
        broken = copy.deepcopy(to_json(document))
        *path, key = data.draw(st.sampled_from(list(_spots(broken))))
        parent = broken
        for step in path:
            parent = parent[step]
        parent[key] = junk
        for problem in check(broken):
            assert problem.message("en")
            assert problem.message("ar")

    @pytest.mark.parametrize(
        ("code", "data"),
        [
            ("wrong-kind", None),
            ("wrong-kind", [1]),
            ("version", form(v=2)),
            ("version", form(v=True)),
            ("version", form(v=1.0)),
            ("language", form(language="english")),
            ("unknown-key", form(html="<p>")),
            ("wrong-kind", form(lead={})),
            ("wrong-kind", form(notes=[])),
            ("unknown-block", lead({"type": "script", "text": []})),
            ("unknown-block", lead({"type": ["paragraph"]})),
            ("unknown-block", lead("text")),
            ("unknown-key", lead(paragraph(onclick="x"))),
            ("wrong-kind", lead(paragraph(direction="auto"))),
            ("wrong-kind", lead(paragraph(direction=""))),
            ("empty-text", lead({"type": "paragraph", "text": []})),
            ("empty-text", lead(paragraph({"text": ""}))),
            ("wrong-kind", lead(paragraph({"text": 3}))),
            ("unknown-key", lead(paragraph({"text": "x", "html": "x"}))),
            ("empty-text", lead(paragraph({"text": "x", "marks": []}))),
            ("unknown-mark", marked(type="blink")),
            ("unknown-key", marked(type="strong", style="x")),
            ("missing-key", marked(type="foreign")),
            ("language", marked(type="foreign", language="ltr")),
            ("wrong-kind", marked(type="isolate", direction="auto")),
            ("missing-key", marked(type="link")),
            ("unknown-key", marked(type="link", href="https://a.example", item=1)),
            ("number", marked(type="link", item=True)),
            ("number", marked(type="link", item=0)),
            ("number", marked(type="link", item="1")),
            ("address", marked(type="link", href="javascript:alert(1)")),
            ("address", marked(type="link", href="java\tscript:alert(1)")),
            ("address", marked(type="link", href="data:text/html,x")),
            ("address", marked(type="link", href="//a.example")),
            ("address", marked(type="link", href="/relative")),
            ("address", marked(type="link", href="https:///path")),
            ("address", marked(type="link", href="https://[::1/")),
            ("address", marked(type="link", href="https://a.example/a b")),
            ("address", marked(type="link", href='https://a.example/"x')),
            ("address", marked(type="link", href="mailto:nobody")),
            ("empty-text", lead({"type": "quote", "paragraphs": []})),
            ("empty-text", lead({"type": "list", "ordered": False, "items": [[]]})),
            ("missing-key", lead({"type": "list", "items": [[{"text": "x"}]]})),
            ("wrong-kind", lead({"type": "list", "ordered": 1, "items": []})),
            ("number", lead({"type": "figure", "image": True})),
            ("number", lead({"type": "figure", "image": 10**30})),
            ("empty-text", lead({"type": "figure", "image": 1, "caption": []})),
            ("untidy-text", lead({"type": "figure", "image": 1, "alt": " x"})),
            ("empty-text", lead({"type": "table", "rows": []})),
            ("table-width", lead({"type": "table", "rows": [[[]], [[], []]]})),
            (
                "table-width",
                lead({"type": "table", "header": [[]], "rows": [[[], []]]}),
            ),
            ("address", lead({"type": "embed", "url": "mailto:a@b.example"})),
            ("unknown-panel", panel("boxes", 1)),
            ("unknown-panel", lead({"type": "panel", "kind": 3, "items": []})),
            ("unknown-key", lead({"type": "panel", "kind": "findings", "title": "x"})),
            ("empty-text", panel("findings", 0)),
            ("panel-items", panel("findings", 13)),
            ("panel-items", panel("recommendations", 13)),
            ("summary-lines", panel("summary", 2)),
            ("summary-lines", panel("summary", 4)),
            ("untidy-text", lead(paragraph({"text": " x"}))),
            ("untidy-text", lead(paragraph({"text": "x\u00a0"}))),
            ("untidy-text", lead(paragraph({"text": "a"}, {"text": "b"}))),
            ("control-character", lead(paragraph({"text": "a\x00b"}))),
            ("control-character", lead(paragraph({"text": "a\nb"}))),
            ("control-character", lead(paragraph({"text": "a\u202eb"}))),
            ("control-character", lead(paragraph({"text": "a\u200fb"}))),
            ("control-character", lead(paragraph({"text": "a\ud800b"}))),
            ("bad-id", form(sections=[section(id="p-aaaa")])),
            ("bad-id", form(sections=[section(id="s-<b>x")])),
            ("bad-id", form(sections=[section(id="s-aaaa\n")])),
            (
                "duplicate-id",
                form(sections=[section(points=[point(), point()])]),
            ),
            ("unheaded-section", form(sections=[section("s-b1b1", ""), section()])),
            (
                "unheaded-section",
                form(sections=[section(heading="", points=[point()])]),
            ),
            ("empty-section", form(sections=[section(heading="")])),
            ("empty-point", form(sections=[section(points=[point(title="")])])),
            ("title-colon", form(sections=[section(points=[point(title="A:")])])),
            ("missing-note", lead(paragraph({"note": "n-1a2b"}))),
            ("bad-id", lead(paragraph({"note": "1"}))),
            ("unknown-key", lead(paragraph({"note": "n-1a2b", "text": "x"}))),
            ("uncalled-note", form(notes={"n-1a2b": [{"text": "x"}]})),
            ("empty-text", form(notes={"n-1a2b": []})),
            (
                "note-called-twice",
                form(
                    lead=[paragraph({"note": "n-1a2b"}, {"note": "n-1a2b"})],
                    notes={"n-1a2b": [{"text": "x"}]},
                ),
            ),
            (
                "note-in-note",
                form(
                    lead=[paragraph({"note": "n-1a2b"})],
                    notes={"n-1a2b": [{"note": "n-1a2b"}]},
                ),
            ),
            (
                "untidy-text",
                lead(paragraph({"text": "x", "marks": [EMPHASIS, STRONG]})),
            ),
            (
                "untidy-text",
                lead(paragraph({"text": "x", "marks": [STRONG, STRONG]})),
            ),
        ],
    )  # fmt: skip
    def test_it_refuses(self, code, data):
        assert code in codes(data)

    def test_it_accepts_panels_of_up_to_twelve_items(self):
        assert check(panel("findings", 1)) == check(panel("findings", 12)) == []
        assert check(panel("summary", 3)) == []

    def test_it_says_in_words_what_is_wrong_with_a_panel(self):
        block = panel("summary", 2)["lead"][0]
        (problem,) = check(form(sections=[section(blocks=[paragraph(), block])]))
        assert problem.message("en").startswith("Section 1, block 2: The panel")
        assert problem.message("ar").startswith("القسم 1، الفقرة 2: عدد الأسطر")

    def test_it_names_the_block(self):
        inner = [point(), point("p-bbbb", blocks=[paragraph(), {"type": "video"}])]
        data = form(sections=[section(), section("s-b1b1", points=inner)])
        (problem,) = check(data)
        assert problem.place == "sections[1].points[1].blocks[1]"

    def test_it_stops_telling_after_a_hundred_problems(self):
        data = form(lead=[{"type": "script"}] * 900)
        assert len(check(data)) == MOST_PROBLEMS

    def test_it_limits_what_one_text_may_hold(self):
        assert codes(lead(paragraph({"text": "x" * (LONGEST + 1)}))) == ["too-long"]
        assert codes(form(lead=[paragraph()] * (MOST_PARTS + 1))) == ["too-many"]
        full = [section(f"s-{n:04}", blocks=[paragraph()] * 900) for n in range(3)]
        assert MOST_BLOCKS < 3 * 900
        assert codes(form(sections=full)) == ["too-many"]

    def test_it_accepts_notes_in_titles_and_headings(self):
        titled = {"id": "p-aaaa", "title": [{"note": "n-1a2b"}], "blocks": []}
        data = form(
            sections=[section(points=[titled])], notes={"n-1a2b": [{"text": "x"}]}
        )
        assert check(data) == []


class TestIsLanguage:
    @pytest.mark.parametrize("code", ["ar", "en-GB", "zh-Hant-TW", "fas"])
    def test_it_knows_codes(self, code):
        assert is_language(code)

    @pytest.mark.parametrize("code", ["", "AR", "ltr", "rtl", "a", "en_GB", None, 3])
    def test_it_knows_what_is_none(self, code):
        assert not is_language(code)
