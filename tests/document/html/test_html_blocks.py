"""Headings, quotations, captions and lists of a paste."""

from __future__ import annotations

import pytest

from tests.document.html.source_form import notices, passages


class TestStyles:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<h3>a</h3>", "heading3: a"),
            ("<p class=MsoTitle>a</p>", "title: a"),
            ("<p class=MsoSubtitle>a</p>", "subtitle: a"),
            ("<p class=MsoQuote>a</p>", "quote: a"),
            ("<p class=MsoIntenseQuote>a</p>", "quote: a"),
            ("<p class=MsoCaption>a</p>", "caption: a"),
            ("<p class=MsoHeading7>a</p>", "heading7: a"),
            ("<p style='mso-outline-level:2'>a</p>", "heading2: a"),
            ("<p style='mso-style-name:\"عنوان ٢\"'>a</p>", "heading2: a"),
            ("<style>p.a1{mso-style-name:'اقتباس'}</style><p class=a1>a</p>",
             "quote: a"),
            ("<div role=heading aria-level=3>a</div>", "heading3: a"),
            ("<h1 class=title>a</h1>", "title: a"),
            ("<p class=author>a</p>", "author: a"),
            ("<p class=MsoNormal>a</p>", "a"),
            ("<blockquote><div>a</div></blockquote>", "quote: a"),
            ("<figure><figcaption>a</figcaption></figure>", "caption: a"),
        ],
    )  # fmt: skip
    def test_paragraphs_keep_them(self, markup: str, expected: str) -> None:
        assert passages(markup) == [expected]

    def test_a_quotation_ends_with_its_attribution(self) -> None:
        markup = "<blockquote><p>a</p><footer>b</footer></blockquote><footer>c</footer>"
        assert passages(markup) == ["quote: a", "attribution: b", "c"]

    @pytest.mark.parametrize("rule", ["<hr>", "<p>* * *</p>"])
    def test_a_line_sets_what_follows_apart(self, rule: str) -> None:
        assert passages(f"<p>a</p>{rule}<p>b</p>") == ["a", "***: b"]


class TestLists:
    def test_elements_count_their_items(self) -> None:
        markup = "<ol start=3><li>a<li value=7>b<li>c</ol><ul><li>d</ul>"
        assert passages(markup) == [
            *("3. digit: a", "7. digit: b", "8. digit: c", "bullet: d")
        ]

    @pytest.mark.parametrize(
        ("list", "kind"),
        [
            ("<ol type=a>", "letter"),
            ("<ol type=I>", "roman"),
            ("<ol style='list-style-type:lower-roman'>", "roman"),
            ("<ol style='list-style-type:arabic-indic'>", "digit"),
        ],
    )
    def test_they_are_numbered_in_their_way(self, list: str, kind: str) -> None:
        assert passages(f"{list}<li>a</ol>") == [f"1. {kind}: a"]

    def test_lists_stand_in_lists(self) -> None:
        markup = "<ol><li>a<ul><li><p>b<p>c</ul>d<li>e</ol>f"
        assert passages(markup) == [
            *("1. digit: a", "-bullet: b", "c", "d", "2. digit: e", "f")
        ]

    def test_google_docs_exports_inner_lists_beside_outer_ones(self) -> None:
        markup = (
            "<ol class='lst-kix_ab1c-0 start' start=1><li>a</ol>"
            "<ol class='lst-kix_ab1c-1 start' start=1><li>b</ol>"
            "<ol class='lst-kix_ab1c-0' start=2><li>c</ol>"
        )
        assert passages(markup) == ["1. digit: a", "-1. digit: b", "2. digit: c"]

    def test_word_in_browsers_writes_them_flat(self) -> None:
        markup = (
            "<ol start=1><li data-aria-level=1><p>a</p></li></ol>"
            "<ul><li data-aria-level=2><p>b</p></li></ul>"
            "<ol start=2><li data-aria-level=1><p>c</p></li></ol>"
        )
        assert passages(markup) == ["1. digit: a", "-bullet: b", "2. digit: c"]

    @pytest.mark.parametrize(
        ("sign", "expected"),
        [
            ("1.", "1. digit"),
            ("(2)", "2() digit"),
            ("٣-", "3- digit"),
            ("4", "4. digit"),
            ("ب-", "2- letter"),
            ("c)", "3) letter"),
            ("IV.", "4. roman"),
            ("أولاً:", "1: ordinal"),
            ("·", "bullet"),
            ("o", "bullet"),
            ("\uf0b7", "bullet"),
        ],
    )
    def test_word_writes_their_signs_out(self, sign: str, expected: str) -> None:
        markup = (
            f"<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span "
            f"style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span></span></span>"
            "<![endif]>a</p><p style='mso-list:l0 level1 lfo1'>b</p>"
        )
        assert passages(markup) == [f"{expected}: a", "b"]

    def test_words_style_sheet_tells_a_roman_number_from_a_letter(self) -> None:
        rule = "@list l3:level2\n\t{mso-level-number-format:roman-lower;}"
        item = "<span style='mso-list:Ignore'>i.</span>a"
        markup = (
            f"<style><!--{rule}--></style><p style='mso-list:l3 level2 lfo1'>{item}"
        )
        assert passages(markup) == ["-1. roman: a"]


class TestWhatIsSetAside:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<img src='x.png' alt='A quay'>", "picture-left-out: A quay"),
            ("<img src='data:image/png;base64,AAAA'>", "picture-left-out: –"),
            ("<p hidden>b</p>", "hidden-in-paste: b"),
            ("<p aria-hidden=true>b</p>", "hidden-in-paste: b"),
            ("<p style='display:none'>b</p>", "hidden-in-paste: b"),
            ("<p style='visibility: hidden'>b</p>", "hidden-in-paste: b"),
            ("<span style='mso-hide:all'>b</span>", "hidden-in-paste: b"),
            ("<svg><text>b</text></svg>", "hidden-in-paste: b"),
            ("<del>b</del>", "deletion-left-out: b"),
            ("<strike>b</strike>", "deletion-left-out: b"),
            ("<span class=msoDel>b</span>", "deletion-left-out: b"),
            ("<span style='text-decoration:line-through'>b</span>",
             "deletion-left-out: b"),
            ("<button>b</button>", "control-left-out: b"),
            ("<label>b</label>", "control-left-out: b"),
            ("<select><option>b<option>c</select>", "control-left-out: b c"),
            ("<iframe src='https://v.example/1'></iframe>",
             "recording-left-out: https://v.example/1: –"),
            ("<video><source src='https://v.example/2'>b</video>",
             "recording-left-out: https://v.example/2: b"),
        ],
    )  # fmt: skip
    def test_it_is_told_with_its_words(self, markup: str, expected: str) -> None:
        markup = f"<p>a</p><div>{markup}</div>"
        assert passages(markup) == ["a"]
        assert notices(markup) == [f"1: {expected}"]

    @pytest.mark.parametrize(
        "markup",
        [
            "<script>alert('b')</script>",
            "<style>p{color:red}</style>",
            "<template>b</template>",
            "<!-- b --><!--[if gte mso 9]><xml>b</xml><![endif]-->",
            "<img src='https://mail.example/open.gif' width=1 height=1>",
            "<p style='display:none'> </p>",
        ],
    )
    def test_nobody_misses_code_and_specks(self, markup: str) -> None:
        assert notices(f"<p>a</p>{markup}") == []

    def test_insertions_are_kept(self) -> None:
        markup = "<p>a <ins>b</ins> <span class=msoIns>c</span></p>"
        assert passages(markup) == ["a b c"]
        assert notices(markup) == ["1: changes-accepted: 2"]

    def test_a_formula_is_text(self) -> None:
        markup = "<p>a <math><mi>E</mi><mo>=</mo><mn>1</mn></math></p>"
        assert passages(markup) == ["a E=1"]
        assert notices(markup) == ["1: formula-as-text: E = 1"]

    def test_notices_stand_at_their_passages(self) -> None:
        markup = "<p>a</p><p>b<img alt=x></p><p>c</p><img alt=y>"
        assert notices(markup) == ["2: picture-left-out: x", "3: picture-left-out: y"]
