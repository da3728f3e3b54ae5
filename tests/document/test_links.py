from __future__ import annotations

from thinktank.document.links import figures, item_links
from thinktank.document.model import (
    Document,
    Figure,
    List,
    Mark,
    NoteRef,
    Paragraph,
    Point,
    Section,
    Table,
    Text,
    text,
)
from thinktank.document.plaintext import block_text


def link(number):
    return (Text("link", (Mark("link", item=number),)), Text(" and more"))


DOCUMENT = Document(
    "en",
    lead=(Paragraph(link(3)), Figure(8, caption=link(2)), Figure(8)),
    sections=(
        Section(
            "s-aaaa",
            link(9),
            points=(Point("p-aaaa", link(3), (List((link(5),)), Figure(1))),),
        ),
    ),
    notes={"n-1a2b": link(1)},
)


class TestItemLinks:
    def test_it_finds_links_wherever_they_stand(self):
        assert item_links(DOCUMENT) == [3, 2, 9, 5, 1]


class TestFigures:
    def test_it_finds_each_picture_once(self):
        assert figures(DOCUMENT) == [8, 1]


class TestBlockText:
    def test_it_gives_a_line_to_each_part(self):
        listed = List((text("one"), (Text("two"), NoteRef("n-1a2b"))))
        assert block_text(listed) == "one\ntwo"

    def test_it_gives_a_line_to_each_row(self):
        table = Table(((text("ميناء"), text("3")),), header=(text("أ"), text("ب")))
        assert block_text(table) == "أ | ب\nميناء | 3"
