from __future__ import annotations

from tests.document.test_html import Site
from thinktank.document.model import Mark, NoteRef, Text
from thinktank.document.writers.html import render_inlines


class TestRenderInlines:
    def test_it_writes_one_text_without_the_calls_of_notes(self):
        inlines = (Text("NATO", (Mark("strong"),)), NoteRef("n-aaaa"), Text(" في"))
        assert render_inlines(inlines, "ar", Site()) == (
            '<strong><bdi lang="en">NATO</bdi></strong> في'
        )

    def test_it_opens_a_link_once_for_all_its_runs(self):
        link = Mark("link", item=12)
        inlines = (
            Text("the "),
            Text("old ", (link,)),
            Text("port", (Mark("strong"), link)),
        )
        assert render_inlines(inlines, "en", Site()) == (
            'the <a href="/en/publications/12/?a=1&amp;b=2">old '
            "<strong>port</strong></a>"
        )

    def test_it_leaves_a_link_to_nowhere_as_text(self):
        inlines = (Text("gone", (Mark("link", item=404),)),)
        assert render_inlines(inlines, "en", Site()) == "gone"

    def test_it_sees_a_foreign_name_as_one_whatever_its_marks(self):
        strong = (Mark("strong"),)
        name = (
            Text("تمرين STEADFAST "),
            Text("JACKAL", strong),
            Text(" 23 و"),
            Text("U", strong),
            Text("NO"),
        )
        assert render_inlines(name, "ar", Site()) == (
            'تمرين <bdi lang="en">STEADFAST <strong>JACKAL</strong> 23</bdi> و'
            '<bdi lang="en"><strong>U</strong>NO</bdi>'
        )

    def test_it_isolates_nothing_twice(self):
        phone = Text("+971 4 000", (Mark("isolate", direction="ltr"),))
        assert (
            render_inlines((phone,), "ar", Site()) == '<bdi dir="ltr">+971 4 000</bdi>'
        )
        name = Text("NATO", (Mark("foreign", language="en"),))
        assert render_inlines((name,), "ar", Site()) == '<bdi lang="en">NATO</bdi>'
