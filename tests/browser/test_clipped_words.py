"""That words which do not show whole are noticed, and those meant not to are not."""

from __future__ import annotations

import pytest

from tests.browser.visitor import Visit, script

pytestmark = pytest.mark.browser

CLIPPED_WORDS = script("clipped_words")
WHOLE = {
    "a paragraph": "<p>words on a line</p>",
    "a region that scrolls": """<div style="inline-size: 5rem; overflow-x: auto">
        <p style="white-space: nowrap">words on a very long line</p></div>
        <p>words below</p>""",
    "words for ears": """<p style="position: absolute; inline-size: 1px;
        block-size: 1px; overflow: hidden; white-space: nowrap">words</p>""",
    "a line that a drawing leaves out": """<div aria-hidden="true"
        style="block-size: 1.5em; overflow: hidden; line-height: 2">
        words<br>more</div>""",
}
CLIPPED = {
    "outside the window": """<p style="white-space: nowrap;
        margin-inline-start: 90vw">words beyond the side of the window</p>""",
    "cut off at the side": """<p style="inline-size: 3rem; overflow: hidden;
        white-space: nowrap">words cut off</p>""",
    "cut off below": """<p style="block-size: .6em; overflow: hidden">words</p>""",
    "cut off in a drawing": """<div aria-hidden="true"
        style="block-size: .6em; overflow: hidden">words</div>""",
    "on each other": """<p>first words</p>
        <p style="margin-block-start: -1.2em; position: relative">other words</p>""",
    "on each other in a paragraph": """<p style="line-height: .3">
        words<br>on<br>words</p>""",
}


def judged(visit: Visit, language: str, markup: str) -> list[str]:
    """What is found in `markup` alone, in the direction of `language`."""
    visitor = visit(bypass_csp=True)
    visitor.open(f"/{language}/")
    visitor.page.evaluate(
        "markup => document.querySelector('main').innerHTML = markup", markup
    )
    found: list[str] = visitor.page.evaluate(CLIPPED_WORDS)
    return found


class TestClippedWords:
    @pytest.mark.parametrize("kind", CLIPPED)
    def test_it_finds_them(self, visit: Visit, language: str, kind: str):
        found = judged(visit, language, CLIPPED[kind])
        assert found
        assert all(kind.startswith(trouble.split(":")[0]) for trouble in found), found

    def test_it_leaves_others_alone(self, visit: Visit, language: str):
        assert judged(visit, language, "".join(WHOLE.values())) == []
