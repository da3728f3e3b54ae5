"""What must be true of every public page, in both languages, on both devices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.browser.public_pages import DIRECTIONS, OTHER, each_page, paths
from tests.browser.visitor import DEVICES, Visit, Visitor, script

pytestmark = pytest.mark.browser

WIDTHS = {"desktop": (320, 768, 1280), "phone": (320, 390)}
"""The last is the device's own: the next page opens at it."""
VISITS = {"desktop in light": ("desktop", "light"), "phone in dark": ("phone", "dark")}
CHECKS = {
    "foreign runs": script("foreign_runs"),
    "faint words": script("faint_words"),
    "small targets": script("small_targets"),
    "levels": """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
        .map(head => Number(head.tagName[1]))""",
    "broken anchors": """() => [...document.querySelectorAll('a[href^="#"]')]
        .map(link => link.hash.slice(1))
        .filter(id => document.querySelectorAll(`[id="${id}"]`).length !== 1)""",
    "ids that stand twice": """() => [...document.querySelectorAll("[id]")]
        .map(element => element.id)
        .filter((id, place, all) => all.indexOf(id) !== place)""",
    "nameless controls": """() => [...document.querySelectorAll("main a, main button")]
        .filter(control => control.checkVisibility())
        .filter(control => !(control.innerText.trim() || control.ariaLabel))
        .map(control => control.outerHTML.slice(0, 120))""",
    "lists without an entry": """() => [...document.querySelectorAll("ul, ol, dl")]
        .filter(list => !list.childElementCount)
        .map(list => list.outerHTML)""",
    "dots off their line": """() => [...document.querySelectorAll(".kicker > .dot")]
        .filter(dot => {
            const words = new Range(), { top, bottom } = dot.getBoundingClientRect();
            words.selectNodeContents(dot.parentElement);
            words.setStartAfter(dot);
            const line = words.getClientRects()[0];
            return top < line?.top || bottom > line?.bottom;
        })
        .map(dot => dot.parentElement.innerText)""",
    "loaded fonts": """() => document.fonts.ready.then(
        fonts => [...fonts].filter(font => font.status === "loaded").length)""",
    "begins at": """() => {
        const first = document.querySelector("header a").getBoundingClientRect();
        return first.left + first.width / 2 < innerWidth / 2 ? "left" : "right";
    }""",
}
CLIPPED_WORDS = script("clipped_words")
WIDTH_OF_CONTENT = "document.documentElement.scrollWidth"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"


@dataclass
class Survey:
    """What one visit of every page found, by page; see CHECKS."""

    language: str
    findings: dict[str, dict[str, Any]] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def of(self, check: str) -> dict[str, Any]:
        """The findings of one check, without the pages that have none."""
        found = {page: every[check] for page, every in self.findings.items()}
        return {page: finding for page, finding in found.items() if finding}


@pytest.fixture(scope="module", params=["ar", "en"])
def survey(
    browser: Browser, site: str, visit_of: tuple[str, str], request: Any
) -> Survey:
    """Opens each page once, for all the tests that look at it."""
    device, scheme = visit_of
    context = browser.new_context(**{**DEVICES[device], "color_scheme": scheme})
    visitor, survey = Visitor(context, site), Survey(request.param)
    for page in each_page(visitor, survey.language):
        survey.findings[page] = dict(examined(visitor, device))
    survey.troubles = visitor.troubles
    context.close()
    return survey


@pytest.fixture(scope="module", params=VISITS)
def visit_of(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A device and a colour scheme."""
    return VISITS[request.param]


def examined(visitor: Visitor, device: str) -> Iterator[tuple[str, Any]]:
    yield "language", visitor.language
    yield "cookies", visitor.context.cookies()
    for name, code in CHECKS.items():
        yield name, visitor.page.evaluate(code)
    yield "violations", violations(visitor.page)
    fits = [fit(visitor, width) for width in WIDTHS[device]]
    yield "too wide", [trouble for wide, _ in fits for trouble in wide]
    yield "clipped words", [trouble for _, words in fits for trouble in words]


def fit(visitor: Visitor, width: int) -> tuple[list[str], list[str]]:
    """What is wider than a window, and whose words do not show whole in it."""
    visitor.page.set_viewport_size({"width": width, "height": 800})
    needed = visitor.page.evaluate(WIDTH_OF_CONTENT)
    wide = [f"{needed} at {width}"] if needed > width else []
    words = visitor.page.evaluate(CLIPPED_WORDS)
    return wide, [f"{trouble}, at {width}" for trouble in words]


class TestEveryPublicPage:
    def test_it_states_its_language_and_direction(self, survey: Survey):
        stated = (survey.language, DIRECTIONS[survey.language])
        assert set(survey.of("language").values()) == {stated}

    def test_it_begins_on_the_side_its_language_does(self, survey: Survey):
        side = {"ltr": "left", "rtl": "right"}[DIRECTIONS[survey.language]]
        assert set(survey.of("begins at").values()) == {side}

    def test_it_is_set_in_its_own_fonts(self, survey: Survey):
        assert survey.of("loaded fonts").keys() == paths(survey.language).keys()

    def test_it_breaks_no_policy_and_asks_no_other_site(self, survey: Survey):
        assert survey.troubles == []

    def test_it_leaves_no_cookie(self, survey: Survey):
        assert survey.of("cookies") == {}

    def test_it_never_scrolls_sideways(self, survey: Survey):
        assert survey.of("too wide") == {}

    def test_it_shows_its_words_whole_and_apart(self, survey: Survey):
        assert survey.of("clipped words") == {}

    def test_it_holds_what_axe_asks(self, survey: Survey):
        assert survey.of("violations") == {}

    def test_it_marks_the_words_of_the_other_language(self, survey: Survey):
        assert survey.of("foreign runs") == {}

    def test_it_sets_its_words_off_their_ground(self, survey: Survey):
        assert survey.of("faint words") == {}

    def test_it_gives_controls_room_for_a_finger(self, survey: Survey):
        assert survey.of("small targets") == {}

    def test_it_heads_each_part_without_leaving_out_a_level(self, survey: Survey):
        for page, levels in survey.of("levels").items():
            assert levels.count(1) == 1, page
            steps = zip([0, *levels], levels, strict=False)
            assert all(low - high <= 1 for high, low in steps), (page, levels)

    def test_it_leads_each_anchor_to_one_place(self, survey: Survey):
        assert survey.of("broken anchors") == {}

    def test_it_gives_an_id_to_one_element_alone(self, survey: Survey):
        assert survey.of("ids that stand twice") == {}

    def test_it_names_each_control(self, survey: Survey):
        assert survey.of("nameless controls") == {}

    def test_it_announces_no_list_without_an_entry(self, survey: Survey):
        assert survey.of("lists without an entry") == {}

    def test_it_sets_each_dot_beside_the_words_it_marks(self, survey: Survey):
        assert survey.of("dots off their line") == {}

    def test_it_has_a_dark_side(self, visit: Visit):
        grounds = set()
        for scheme in ("light", "dark"):
            visitor = visit(color_scheme=scheme)
            visitor.open("/ar/")
            grounds.add(visitor.page.evaluate(GROUND))
        assert len(grounds) == 2

    @pytest.mark.parametrize(
        "name", ["home", "list", "list of one type", "topic", "person", "sample item"]
    )
    def test_it_is_left_for_the_other_language_and_found_again(
        self, visit: Visit, language: str, name: str
    ):
        visitor = visit()
        visitor.open(paths(language)[name])
        first, other = visitor.path, OTHER[language]
        for code in (other, language):
            visitor.page.locator(f"header nav a[hreflang={code}]").click()
            assert visitor.language == (code, DIRECTIONS[code])
        assert visitor.path == first
