from __future__ import annotations

import copy
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from document_strategies import documents
from hypothesis import given
from hypothesis import strategies as st

from thinktank.document.checks import check
from thinktank.document.jsonform import from_json, to_json
from thinktank.document.model import (
    Document,
    Embed,
    Figure,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Table,
    Text,
    plain,
    text,
)
from thinktank.document.readers.text import read
from thinktank.document.writers.html import render, render_parts
from thinktank.document.writers.resolving import Picture, Source

DATA = Path(__file__).parents[1] / "data" / "html"
ATTRIBUTES = {
    "a": {"href", "rel", "class", "id", "role", "aria-label"},
    "bdi": {"lang", "dir"},
    "blockquote": {"class"},
    "b": {"class"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "figure": {"class"},
    "dl": {"class"},
    "h2": {"id"},
    "h3": {"id"},
    "img": {"src", "width", "height", "alt", "lang", "loading", "decoding"},
    "li": {"class", "id"},
    "ol": {"class"},
    "ul": {"class"},
    "p": {"lang", "dir"},
    "section": {"id", "class", "aria-label", "aria-labelledby"},
    "source": {"type", "srcset"},
    "span": {"class", "role"},
    "table": {"class"},
    "td": {"class"},
    "th": {"class", "scope"},
}
PLAIN = (
    "caption cite dd details dt em figcaption footer picture strong summary sup tbody "
    "thead tr"
)
VOID = {"img", "source"}
LETTERS = {"ar": re.compile("[A-Za-z]{2}"), "en": re.compile("[ء-غف-ي]{2}")}


class Site:
    """Knows item 12 and picture 7, and nothing else."""

    def item(self, number):
        return "/en/publications/12/?a=1&b=2" if number == 12 else None

    def image(self, image):
        if image != 7:
            return None
        sources = (Source("image/avif", "/media/7.avif 640w"),)
        return Picture(
            "/media/7.jpg", 640, 360, "A quay", "Dawn", "Photo: Lina", sources
        )


class Page(HTMLParser):
    """Reads HTML back; fails on anything outside the whitelist."""

    def __init__(self, html, language):
        super().__init__()
        self.open, self.ids, self.text = [], [], ""
        self.languages, self.strangers = [language], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        assert values.keys() <= ATTRIBUTES.get(tag, set())
        assert tag in ATTRIBUTES or tag in PLAIN.split()
        assert re.match(r"(https?://|mailto:|/|#|$)", values.get("href", ""))
        self.ids += [values["id"]] if "id" in values else []
        if tag not in VOID:
            self.open.append(tag)
            self.languages.append(values.get("lang", self.languages[-1]))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.languages.pop()

    def handle_data(self, data):
        self.text += data
        if (found := LETTERS.get(self.languages[-1])) and found.search(data):
            self.strangers.append(data)


def page(document):
    return Page(render(document, Site()), document.language)


def html(*blocks, language="en", **parts):
    return render(Document(language, tuple(blocks), **parts), Site())


def letters(characters):
    return "".join(filter(str.isalnum, characters))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["type", "text", "href"]), inner, max_size=2)
    ),
    max_leaves=6,
) | st.sampled_from(
    ["javascript:alert(1)", "<script>", '"><img onerror=x>', "s-<b>", "auto", "data:,"]
)


def _spots(data, path=()):
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from _spots(value, (*path, key))


class TestRender:
    @pytest.mark.parametrize("name", ["ar", "en", "panels-ar", "panels-en"])
    def test_it_writes_the_agreed_html(self, name):
        source = (DATA / f"{name}.txt").read_text("utf-8")
        reading = read(source, name[-2:])
        assert reading.problems == ()
        expected = (DATA / f"{name}.html").read_text("utf-8")
        assert render(reading.document, Site()) + "\n" == expected
        assert page(reading.document).strangers == []

    @given(documents())
    def test_it_writes_nothing_outside_the_whitelist(self, document):
        shown = page(document)
        assert len(shown.ids) == len(set(shown.ids))

    @given(documents())
    def test_it_shows_every_letter_of_running_text(self, document):
        shown = letters(page(document).text)
        for inlines in document.texts():
            for part in inlines:
                if isinstance(part, Text):
                    assert letters(part.text) in shown

    def test_it_keeps_found_words_inside_what_an_editor_marked(self):
        number = Text("0", (Mark("foreign", language="en"),))
        word = Text("AA", (Mark("foreign", language="ar"),))
        shown = page(Document("ar", lead=(Paragraph((number, word)),)))
        assert shown.strangers == []

    @given(documents())
    def test_it_isolates_whatever_is_foreign(self, document):
        assert page(document).strangers == []

    @given(documents(), anything, st.data())
    def test_check_accepts_only_what_is_safe(self, document, junk, data):
        broken = copy.deepcopy(to_json(document))
        *path, key = data.draw(st.sampled_from(list(_spots(broken))))
        parent = broken
        for step in path:
            parent = parent[step]
        parent[key] = junk
        if check(broken) == []:
            page(from_json(broken))


class TestPoints:
    @pytest.mark.parametrize(
        ("language", "title", "shown"),
        [
            ("en", "Time", "Time."),
            ("ar", "الوقت", "الوقت:"),
            ("en", "Why now?", "Why now?"),
            ("ar", "لماذا؟", "لماذا؟"),
            ("en", "“Why?”", "“Why?”"),
            ("en", "An “open” sea", "An “open” sea."),
            ("fr", "Heure", "Heure."),
        ],
    )
    def test_it_closes_the_title_by_the_sign_of_the_language(
        self, language, title, shown
    ):
        points = (Point("p-aaaa", text(title), (Paragraph(text("x")),)),)
        section = Section("s-aaaa", text("H"), points=points)
        assert f'<p><b class="runin">{shown}</b> x</p>' in html(
            language=language, sections=(section,)
        )

    def test_it_does_not_run_a_title_into_a_paragraph_of_another_direction(self):
        blocks = (Paragraph(text("نص عربي"), "rtl"),)
        points = (Point("p-aaaa", text("Title"), blocks),)
        written = html(sections=(Section("s-aaaa", text("H"), points=points),))
        assert '<p><b class="runin">Title.</b></p>' in written
        assert '<p lang="ar" dir="rtl">نص عربي</p>' in written


class TestNotes:
    def test_it_numbers_notes_by_their_calls_in_the_house_digits(self):
        notes = {"n-aaaa": text("second"), "n-bbbb": text("first")}
        call = Paragraph((*text("نص"), NoteRef("n-bbbb"), NoteRef("n-aaaa")))
        written = render(Document("ar", (call,), notes=notes), Site(), digits="arab")
        assert written.index('id="n-bbbb"') < written.index('id="n-aaaa"')
        assert 'aria-label="الهامش ١">١</a>' in written

    def test_it_keeps_punctuation_with_the_call(self):
        call = Paragraph((*text("word"), NoteRef("n-aaaa"), *text("?” Then")))
        written = html(call, notes={"n-aaaa": text("x")})
        assert '>1</a>?”</span><span class="side"' in written
        assert "</span> Then</p>" in written

    def test_it_puts_no_margin_note_into_a_heading_or_a_cell(self):
        heading = Section("s-aaaa", (*text("H"), NoteRef("n-aaaa")))
        table = Table((((NoteRef("n-bbbb"),),),))
        notes = {"n-aaaa": text("x"), "n-bbbb": text("y")}
        written = html(table, sections=(heading,), notes=notes)
        assert 'class="side"' not in written
        assert 'href="#n-aaaa"' in written
        assert 'href="#n-bbbb"' in written

    def test_it_leaves_more_notes_than_a_margin_holds_to_the_end(self):
        keys = ["n-aaaa", "n-bbbb", "n-cccc", "n-dddd"]
        notes = {key: text(key) for key in keys}
        few, many = (tuple(map(NoteRef, keys[:count])) for count in (3, 4))
        beside = html(Paragraph((*text("w"), *few)), notes=notes)
        assert beside.count('class="side"') == 3
        at_end = html(Paragraph((*text("w"), *many)), notes=notes)
        assert 'class="side"' not in at_end
        assert all(f'href="#{key}"' in at_end for key in keys)

    def test_it_gives_them_apart_from_the_text(self):
        call = Paragraph((*text("word"), NoteRef("n-aaaa")))
        document = Document("en", (call,), notes={"n-aaaa": text("x")})
        parts = render_parts(document, Site())
        assert "endnotes" not in parts.text
        assert parts.notes.startswith('<section class="endnotes"')
        assert render_parts(Document("en"), Site()) == ("", "")


class TestLinksToPlaces:
    SECTION = Section("s-aaaa", text("H"), points=(Point("p-aaaa", text("T")),))

    def test_it_names_them_in_the_language_and_digits_of_the_text(self):
        document = Document("ar", sections=(self.SECTION,))
        written = render(document, Site(), digits="arab")
        assert 'href="#s-aaaa" aria-label="رابط هذا القسم">#</a>' in written
        assert 'href="#p-aaaa" aria-label="رابط النقطة ١"></a>' in written

    def test_it_keeps_them_out_of_the_heading(self):
        assert '<h2 id="s-aaaa">H</h2>' in html(sections=(self.SECTION,))


class TestBlocks:
    def test_it_shows_a_figure_with_its_own_alternative_and_credit(self):
        written = html(Figure(7, text("Caption"), 'Dawn & "fog"'))
        assert 'alt="Dawn &amp; &quot;fog&quot;"' in written
        assert '<source type="image/avif" srcset="/media/7.avif 640w">' in written
        assert "<figcaption>Caption</figcaption>" in written
        assert '<div class="credit">Photo: Lina</div>' in written
        assert 'alt="A quay"' in html(Figure(7))

    def test_it_shows_the_caption_of_the_picture_where_the_figure_has_none(self):
        assert "<figcaption>Dawn</figcaption>" in html(Figure(7))
        assert "Dawn" not in html(Figure(7, text("Caption")))

    def test_it_lets_a_broad_picture_scroll_by_the_name_of_its_figure(self):
        class Broad(Site):
            def image(self, image):
                return Picture("/7.jpg", 1600, 800, "A chart")

        first, second = (
            render(Document("ar", (Figure(7, caption),)), Broad())
            for caption in (text("الانتظار"), ())
        )
        region = '<div class="scroll" tabindex="0" role="region" aria-label='
        assert f'{region}"الانتظار"><img' in first
        assert f'{region}"شكل"><img' in second
        assert "scroll" not in html(Figure(7))

    def test_it_marks_texts_of_a_picture_in_another_language(self):
        class Foreign(Site):
            def image(self, image):
                return Picture("/7.jpg", 4, 3, "رصيف", "فجر", "لينا", language="ar")

        document = Document("en", (Figure(7), Figure(7, text("Own"), "Dawn")))
        first, second = render(document, Foreign()).split("</figure>")[:2]
        assert 'alt="رصيف" lang="ar"' in first
        assert '<bdi lang="ar" dir="rtl">فجر</bdi>' in first
        assert 'alt="Dawn" loading' in second
        assert '<div class="credit"><bdi lang="ar" dir="rtl">لينا</bdi>' in second

    def test_it_shows_the_caption_of_a_missing_picture_only(self):
        assert "<img" not in html(Figure(8, text("Caption")))
        assert "Caption" in html(Figure(8, text("Caption")))
        assert html(Figure(8)) == ""

    def test_it_sets_only_short_quotations_large(self):
        assert 'class="pull"' in html(Quote((text("word " * 39 + "end"),)))
        assert 'class="quote"' in html(Quote((text("word " * 40 + "end"),)))

    def test_it_heads_a_panel_one_level_below_what_stands_above(self):
        panel = Panel("findings", (text("x"),))
        sections = (
            Section("s-aaaa", text("H"), (panel,), (Point("p-aaaa", (), (panel,)),)),
            Section("s-bbbb", (), (panel,)),
        )
        written = html(panel, sections=sections)
        found = re.findall(r'<(h\d) id="(findings[-\d]*)">Key findings<', written)
        assert found == [
            ("h2", "findings"),
            ("h3", "findings-2"),
            ("h3", "findings-3"),
            ("h2", "findings-4"),
        ]

    def test_it_asks_three_questions_in_the_language_of_the_text(self):
        lines = Panel("summary", (text("a"), text("b"), text("c")))
        written = html(lines, language="ar")
        assert re.findall("<dt>(.+?)</dt><dd>(.)</dd>", written) == [
            ("ما الجديد؟", "a"),
            ("لماذا يهمّ؟", "b"),
            ("ما العمل؟", "c"),
        ]

    def test_it_never_frames_a_recording(self):
        written = html(Embed("https://video.example/9?a=1&b=2"))
        assert "iframe" not in written
        assert 'href="https://video.example/9?a=1&amp;b=2" rel="noopener"' in written
        assert "video.example" in plain(text(written))

    def test_it_aligns_columns_of_numbers_only(self):
        rows = ((text("2021"), text("+8%")), (text("2022"), text("–")))
        numbers = html(Table(rows, header=(text("Year"), text("Change"))))
        assert numbers.count('class="n"') == 6
        assert '<td class="n"><bdi dir="ltr">+8%</bdi></td>' in numbers
        mixed = html(Table(((text("2021"),), (text("later"),))))
        assert 'class="n"' not in mixed
