"""The functions in JavaScript with which pages are examined: each on planted faults."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.visitor import Visit, Visitor, script

pytestmark = pytest.mark.browser


def found(visitor: Visitor, name: str, html: str) -> list[Any]:
    """What a finder says of a page with this body."""
    visitor.page.set_content(f'<html lang="ar" dir="rtl"><body>{html}</body></html>')
    return visitor.page.evaluate(script(name))


class TestForeignRuns:
    def test_it_finds_what_is_not_marked(self, visit: Visit):
        html = """<p>تعلم NATO وحدها لغة C++ <img alt="Harbour"></p>
            <p>اتصل على +999 12 345 أو انتظر -5.2% ثم <b lang="en">مرفأ</b></p>"""
        assert set(found(visit(), "foreign_runs", html)) == {
            *("ar: NATO", "ar: Harbour", "en: مرفأ"),
            *("turned: C++", "turned: +999", "turned: 12 345", "turned: -5.2%"),
        }

    def test_it_is_silent_on_what_is_marked(self, visit: Visit):
        html = """<p>تعلم <bdi lang="en">NATO</bdi> وحدها لغة <bdi dir="ltr">C++</bdi>
            <img alt="مرفأ \u2068Harbour\u2069"></p>
            <p>اتصل على <bdi dir="ltr">+999 12 345</bdi> في 2023-2024 أو A-6</p>"""
        assert found(visit(), "foreign_runs", html) == []


class TestFaintWords:
    def test_it_finds_grey_on_white_but_not_on_black(self, visit: Visit):
        html = """<p style="color: #999">شاحب</p>
            <div style="background: black"><p style="color: #999">واضح</p></div>"""
        assert found(visit(), "faint_words", html) == ["شاحب: 2.8"]

    def test_it_asks_less_of_large_words(self, visit: Visit):
        html = """<p style="color: #888; font-size: 24px">كبير</p>
            <p style="color: #888">صغير</p>"""
        assert found(visit(), "faint_words", html) == ["صغير: 3.5"]


class TestSmallTargets:
    def test_it_finds_small_controls_outside_sentences(self, visit: Visit):
        html = """<p>جملة فيها <a href="#a">رابط</a> صغير.</p>
            <p><a href="#b">وحده</a></p><button style="padding: 20px">زر</button>"""
        assert found(visit(), "small_targets", html) == ['<a href="#b">وحده</a>']
