"""What may come as a paste, however strange, and what is refused."""

from __future__ import annotations

import pytest

from tests.document.html.source_form import passages
from thinktank.document.readers import html
from thinktank.document.readers.html import markup as bounds
from thinktank.document.readers.manuscript import NotAManuscript


def refusal(markup: str) -> str:
    with pytest.raises(NotAManuscript) as refused:
        html.read(markup)
    assert refused.value.message("ar") != refused.value.message("en")
    return refused.value.code


class TestRefusals:
    @pytest.mark.parametrize(
        "markup",
        ["", " ", "<p></p>", "<p>…</p>", "<script>a</script>", "<!--a-->", "<"],
    )
    def test_without_words_it_is_empty(self, markup: str) -> None:
        assert refusal(markup) == "empty"

    def test_markup_has_a_limit(self) -> None:
        assert refusal("a" * (bounds.LARGEST * 10**6 + 1)) == "paste-too-large"

    def test_text_has_a_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bounds, "LONGEST", 5)
        assert refusal("<p>123456</p>") == "too-long"
        assert passages("<p>12345</p>") == ["12345"]

    @pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "svg"])
    def test_elements_do_not_stand_in_each_other_for_ever(self, tag: str) -> None:
        assert refusal(f"<{tag}>" * 100_000 + "a") == "too-intricate"

    def test_elements_have_a_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bounds, "MOST_ELEMENTS", 10)
        assert refusal("<p>a</p>" * 10) == "too-intricate"


class TestStrangeMarkup:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("a\ud800b", ["ab"]),
            ("a\x00b\x0bc", ["abc"]),
            ("<?xml version='1.0' encoding='utf-16'?><p>مرفأ</p>", ["مرفأ"]),
            ("<meta charset=windows-1256><p>مرفأ</p>", ["مرفأ"]),
            ("<!DOCTYPE html SYSTEM 'file:///etc/passwd'><p>a</p>", ["a"]),
            ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>a&e;</p>",
             ["]>", "a&e;"]),
            ("<p>a</p><!--[if gte mso 9]><p>b</p>", ["a"]),
            ("<p>a<![if !vml]>b<![endif]></p>", ["ab"]),
            ("<p>a</p></body></html>b<p>c</p>", ["a", "b", "c"]),
            ("<p>a<o:p>b</o:p><st1:place>c</st1:place></p>", ["abc"]),
            ("</div></b><p>a", ["a"]),
            ("<p>a<b>b<p>c</b>d", ["a{strong:b}", "cd"]),
            ("plain words & more <3", ["plain words & more <3"]),
            ("<frameset><frame src=x></frameset><p>a</p>", ["a"]),
            ("<li>a</li>", ["bullet: a"]),
            ("<tr><td>a</td></tr>", ["a"]),
        ],
    )  # fmt: skip
    def test_it_is_read(self, markup: str, expected: list[str]) -> None:
        assert passages(markup) in (
            expected,
            [line for line in expected if line != "]>"],
        )

    def test_only_the_fragment_was_copied(self) -> None:
        markup = (
            "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:1\r\nSourceURL:https://a/\r\n"
            "<html><style>.s{font-weight:bold}</style><body>before<div>"
            "<!--StartFragment--><p class=s>a</p><!--EndFragment-->after</div></body>"
        )
        assert passages(markup) == ["{strong:a}"]
