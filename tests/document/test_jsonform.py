from __future__ import annotations

import json

import pytest
from document_strategies import documents
from hypothesis import given

from thinktank.document.checks import check
from thinktank.document.jsonform import (
    Malformed,
    canonical,
    from_json,
    from_stored,
    to_json,
)
from thinktank.document.model import (
    Document,
    Figure,
    List,
    Mark,
    NoteRef,
    Paragraph,
    Point,
    Section,
    Text,
    text,
)

AGREED_FORM = {
    "v": 1,
    "language": "en",
    "lead": [
        {
            "type": "paragraph",
            "text": [
                {"text": "See "},
                {
                    "text": "the port",
                    "marks": [{"type": "strong"}, {"type": "link", "item": 12}],
                },
                {"note": "n-1a2b"},
            ],
        }
    ],
    "sections": [
        {
            "id": "s-k3f9",
            "heading": [{"text": "Costs"}],
            "blocks": [],
            "points": [
                {
                    "id": "p-x2ab",
                    "title": [{"text": "Time"}],
                    "blocks": [
                        {
                            "type": "list",
                            "ordered": True,
                            "items": [[{"text": "one"}]],
                        }
                    ],
                }
            ],
        },
        {
            "id": "s-end1",
            "heading": [],
            "blocks": [{"type": "figure", "image": 7, "alt": "A quay"}],
            "points": [],
        },
    ],
    "notes": {"n-1a2b": [{"text": "Illustrative."}]},
}


class TestJsonForm:
    @given(documents())
    def test_it_gives_every_document_back(self, document):
        stored = json.loads(json.dumps(to_json(document)))
        assert check(stored) == []
        assert from_json(stored) == from_stored(stored) == document
        assert to_json(from_json(stored)) == stored

    def test_it_writes_the_agreed_form(self):
        link = Text("the port", (Mark("strong"), Mark("link", item=12)))
        document = Document(
            "en",
            lead=(Paragraph((Text("See "), link, NoteRef("n-1a2b"))),),
            sections=(
                Section(
                    "s-k3f9",
                    text("Costs"),
                    points=(
                        Point("p-x2ab", text("Time"), (List((text("one"),), True),)),
                    ),
                ),
                Section("s-end1", blocks=(Figure(7, alt="A quay"),)),
            ),
            notes={"n-1a2b": text("Illustrative.")},
        )
        assert to_json(document) == AGREED_FORM

    def test_it_refuses_what_is_no_document_and_says_why(self):
        with pytest.raises(Malformed) as caught:
            from_json({"v": 1, "language": "en", "lead": [], "sections": []})
        assert [problem.code for problem in caught.value.problems] == ["missing-key"]
        assert "notes" in str(caught.value)

    def test_what_is_stored_in_an_unknown_version_is_refused(self):
        form = to_json(Document("en"))
        assert from_stored(form) == Document("en")
        with pytest.raises(Malformed):
            from_stored(form | {"v": 999})

    def test_its_canonical_string_does_not_hang_on_the_order_of_keys(self):
        form = to_json(Document("ar", (Paragraph(text("نص")),)))
        shuffled = dict(reversed(form.items()))
        assert canonical(form) == canonical(shuffled)
        assert "نص" in canonical(form)
