"""White space, marks and links of pasted words."""

from __future__ import annotations

import pytest

from tests.document.html.source_form import notices, passages


class TestWhiteSpace:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<p>\n one \t two\n</p>", ["one two"]),
            ("<p>one <b> two</b> three</p>", ["one {strong:two} three"]),
            ("<p>one<br> two <br/>three</p>", ["one", "two", "three"]),
            ("<p>a\u00a0 b</p>", ["a\u00a0 b"]),
            ("<pre>a\n  b   c</pre>", ["a", "  b   c"]),
            (
                "loose<div>in<p>one</p>out</div>end",
                ["loose", "in", "one", "out", "end"],
            ),
            ("<p style='white-space:pre-wrap'>a\n  b</p>", ["a", "  b"]),
            ("<pre><p style='white-space:normal'>a\n  b</p></pre>", ["a b"]),
            ("<h2>one<br>two</h2>", ["heading2: one two"]),
            ("<span style='display:block'>a</span>b", ["a", "b"]),
        ],
    )
    def test_it_is_as_browsers_show_it(self, markup: str, expected: list[str]) -> None:
        assert passages(markup) == expected


class TestMarks:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<strong>a</strong>", "{strong:a}"),
            ("<span style='font-weight:bold'>a</span>", "{strong:a}"),
            ("<span style='FONT-WEIGHT: 600 !important'>a</span>", "{strong:a}"),
            ("<b style='font-weight:normal'>a</b>", "a"),
            ("<b>a<span style='font-weight:400'>b</span></b>", "{strong:a}b"),
            ("<em>a</em>", "{emphasis:a}"),
            ("<i style='font-style:normal'>a</i>", "a"),
            ("<u>a</u>", "{emphasis:a}"),
            ("<span style='text-decoration:underline'>a</span>", "{emphasis:a}"),
            ("x<sup>2</sup>", "x{superscript:2}"),
            ("x<span style='vertical-align:super'>2</span>", "x{superscript:2}"),
            ("H<sub>2</sub>O", "H2O"),
            ("<cite>a</cite>", "{work-title:a}"),
            ("<q>a</q>", "“a”"),
            ("<b><i>a</i></b>", "{strong:emphasis:a}"),
            ("<style>.s1{font: bold 12px Arial}</style><i class=s1>a</i>",
             "{strong:emphasis:a}"),
            ("<font color=red onclick='x()' id=y>a</font>", "a"),
        ],
    )  # fmt: skip
    def test_tags_and_styles_say_them(self, markup: str, expected: str) -> None:
        assert passages(f"<p>{markup}</p>") == [expected]

    def test_headings_are_bold_by_nature(self) -> None:
        assert passages("<h1><b>a</b></h1>") == ["heading1: a"]


class TestLinks:
    @pytest.mark.parametrize(
        ("address", "expected"),
        [
            ("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&c=2"),
            (" https://example.org/ ", "https://example.org/"),
            ("mailto:desk@example.org", "mailto:desk@example.org"),
            ("https://www.google.com/url?q=https://example.org/%D9%85&amp;sa=D",
             "https://example.org/م"),
            ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.org",
             "https://a.org"),
            ("https://a-google.com/url?q=https://a.org",
             "https://a-google.com/url?q=https://a.org"),
        ],
    )  # fmt: skip
    def test_they_lead_where_they_did(self, address: str, expected: str) -> None:
        markup = f'<p><a href="{address}" title="t">here</a></p>'
        assert passages(markup) == [f"{{{expected}:here}}"]
        assert notices(markup) == []

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "file:///C:/a.docx",
            "/studies/",
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://[",
        ],
    )
    def test_all_others_leave_their_words(self, address: str) -> None:
        markup = f'<p><a href="{address}">here</a></p>'
        assert passages(markup) == ["here"]
        assert [line.split(": ")[1] for line in notices(markup)] == ["link-left-out"]

    def test_places_in_the_same_text_are_no_loss(self) -> None:
        markup = "<p><a href='#part'>The second part</a></p><p id=part>b</p>"
        assert passages(markup) == ["The second part", "b"]
        assert notices(markup) == []

    def test_an_underline_shows_a_link_and_no_emphasis(self) -> None:
        link = "<a style='text-decoration:underline' href='https://a.org'><u>a</u></a>"
        assert passages(f"<i>{link}</i>") == ["{emphasis:https://a.org:a}"]
        assert passages(link) == ["{https://a.org:a}"]
