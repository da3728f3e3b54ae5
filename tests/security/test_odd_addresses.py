from __future__ import annotations

from urllib.parse import quote

from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cast import make_person, make_publication, make_topic, write
from tests.examples import examples
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM

HUGE = "9" * 30
PARTS = st.sampled_from(
    [
        *("ar", "en", "xx", "AR", "a", "publications", "topics", "people", "admin"),
        *("static", "nothing", "1", "2", "0", "-1", "01", "١", "1e9", HUGE),
        *("", ".", "..", "%", "\\", ";", "x" * 3000, "'\"<svg>", "\x00", "\r\nX: y"),
    ]
)
BYTES = st.one_of(PARTS.map(str.encode), st.binary(max_size=12))
PATHS = st.lists(BYTES, max_size=6).map(lambda parts: b"/" + b"/".join(parts))
VALUES = st.one_of(
    PARTS,
    st.text(max_size=12).filter(lambda text: text.isprintable()),
    st.dates().map(lambda day: f"{day.isoformat()}-1"),
    st.integers().map(lambda number: f"2026-01-01-{number}"),
)
QUERIES = st.dictionaries(
    st.sampled_from(["type", "before", "next", "language", "page"]), VALUES
)


class TestOddAddresses(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.item = make_publication(
            live=True, people=[make_person()], topics=[make_topic()]
        )

    def ask(self, path: bytes, query: str = "", **headers: str) -> None:
        """An answer that is no failure, and leads to no other site."""
        response = self.client.get(
            "/", PATH_INFO=path.decode("latin-1"), QUERY_STRING=query, headers=headers
        )
        assert response.status_code < 500
        if response.has_header("Location"):
            target = response["Location"]
            assert target.startswith("/"), target
            assert not target.startswith(("//", "/\\")), target

    @examples(60)
    @given(path=PATHS)
    @example(path=b"//evil.example/")
    @example(path=b"//evil.example/..")
    @example(path=b"/\\evil.example")
    @example(path=b"/ar//evil.example/")
    @example(path=b"/admin//evil.example")
    @example(path=b"/en/publications/%ff/")
    @example(path=b"/en/publications/\xff\xfe/")
    def test_it_answers_any_path(self, path: bytes) -> None:
        self.ask(path)

    @examples(30)
    @given(slug=st.binary(max_size=20), query=QUERIES)
    @example(slug=b"\x00", query={})
    @example(slug=b"\r\nLocation: //evil.example", query={})
    def test_it_answers_any_slug(self, slug: bytes, query: dict[str, str]) -> None:
        written = "&".join(f"{name}={quote(value)}" for name, value in query.items())
        for start in (f"/en/publications/{self.item.pk}/", "/ar/topics/1/"):
            self.ask(start.encode() + slug + b"/", written)

    @examples(40)
    @given(query=QUERIES)
    @example(query={"type": "\x00"})
    @example(query={"before": "0000-00-00-1"})
    @example(query={"before": f"2026-01-01-{HUGE}"})
    @example(query={"before": "0001-01-01-1"})
    @example(query={"before": "9999-12-31-999999999999999999"})
    def test_it_answers_any_query_of_a_list(self, query: dict[str, str]) -> None:
        written = "&".join(f"{name}={quote(value)}" for name, value in query.items())
        self.ask(b"/en/publications/", written)
        self.ask(b"/ar/publications/", written)

    def test_it_answers_queries_that_are_no_text(self) -> None:
        for query in ("type=%ff", "before=%C0%80", "&=&;", "%", "a=1&" * 3000):
            self.ask(b"/en/publications/", query)

    @examples(30)
    @given(header=st.text(st.characters(codec="latin-1"), max_size=40))
    @example(header="ar;q=nan,en;q=1e999")
    @example(header="x" * 9000)
    @example(header="en-" * 300)
    def test_it_answers_any_language(self, header: str) -> None:
        clean = header.replace("\r", "").replace("\n", "")
        for path in (b"/", f"/a/{self.item.pk}".encode(), b"/nothing"):
            self.ask(path, accept_language=clean)


class TestOddSlugs(TestCase):
    def test_it_leads_to_the_page_and_not_round_in_circles(self) -> None:
        """A Kelvin sign is a letter, but composing makes it another one."""
        item = make_publication(ar=False)
        write(item, "en", slug="300-\u212a")
        publishing.publish(item, "en", by=SYSTEM)
        address = Edition.objects.get().get_absolute_url()
        assert self.client.get(address).status_code == 200
