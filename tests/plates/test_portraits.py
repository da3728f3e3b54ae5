from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plates.drawn import Drawn
from thinktank.plates import Seed, portrait
from thinktank.plates.initials import initial

GOLDEN = Path(__file__).parents[1] / "data" / "plates"
MARKED = st.text(st.sampled_from("اأإآبلهـة\u064e\u0651\u0640 د.\u200f\u202e\u2068-Aa"))
names = st.text() | MARKED
languages = st.sampled_from(["ar", "en"])


class TestInitial:
    @pytest.mark.parametrize(
        ("name", "letter"),
        [
            ("سلمى الصواري", "س"),
            ("د. سلمى الصواري", "س"),
            ("أ.د. نورة السواقي", "ن"),
            ("معالي الدكتور سالم السواقي", "س"),
            ("الحسن السواقي", "ح"),
            ("الْحَسن", "ح"),
            ("ٱلحسن", "ح"),
            ("«الحسن»", "ح"),
            ("إلياس خضر", "إ"),
            ("الياس خضر", "ا"),
            ("الياسمين", "ي"),
            ("سلمى ال ثان", "س"),
            ("علي", "ع"),
            ("ال", "ا"),
            ("هاشم البدري", "هـ"),
            ("ـهاشم", "هـ"),
            ("هـ", "هـ"),
            ("Dr Salma Sawari", "S"),
            ("salma", "S"),
            ("Al-Hassan", "H"),
            ("Alba Reyes", "A"),
            ("É. Dupont", "É"),
            ("E\u0301mile", "É"),
            ("ßenna", "S"),
            ("\u202eSalma\u202c", "S"),
            ("🙂 سلمى", "س"),
            ("3M", "M"),
            ("🙂", ""),
            ("<&>", ""),
            ("\u0000\ud800", ""),
            ("\u0651", ""),
            ("", ""),
        ],
    )
    def test_it_is_the_first_letter_of_the_bare_name(self, name, letter):
        assert initial(name) == letter

    @given(names)
    def test_it_is_a_letter_or_nothing(self, name):
        letter = initial(name)
        assert letter in ("", "هـ") or (len(letter) == 1 and letter.isalpha())


class TestPortrait:
    @given(names, languages, st.integers(0, 10**9))
    def test_any_name_is_drawn_within_the_bowl(self, name, language, number):
        svg = portrait(name, language, Seed("people", number))
        found = Drawn(svg)
        assert {node.tag for node in found.root} <= {"path", "circle", "text"}
        assert "".join(found.root.itertext()) == initial(name)
        for box in found.boxes():
            assert -0.1 <= box.left <= box.right <= 88.1
            assert -0.1 <= box.top <= box.bottom <= 100.1

    @given(names, languages, st.integers(0, 10**9))
    def test_it_never_changes(self, name, language, number):
        first, second = (
            portrait(name, language, Seed("people", number)) for _turn in range(2)
        )
        assert first == second

    def test_it_is_silent_and_pale(self):
        root = Drawn(portrait("سلمى", "ar", Seed("people", 3))).root
        assert root.get("class") == "portrait reverse ink-saffron"
        assert root.get("aria-hidden") == "true"
        assert root.get("focusable") == "false"

    @pytest.mark.parametrize(
        ("name", "language", "own"),
        [
            ("سلمى", "ar", "ar"),
            ("سلمی", "fa", "fa"),
            ("Salma", "en", "en"),
            ("Salma", "ar", "en"),
            ("سلمى", "en", "ar"),
        ],
    )
    def test_the_initial_says_the_language_of_its_script(self, name, language, own):
        root = Drawn(portrait(name, language, Seed("people", 1))).root
        assert root.find("text").get("lang") == own

    def test_tall_letters_stand_lower_than_deep_ones(self):
        lines = {
            name: float(
                Drawn(portrait(name, "ar", Seed("people", 1)))
                .root.find("text")
                .attrib["y"]
            )
            for name in ("أحمد", "طارق", "لينا", "سلمى")
        }
        assert list(lines.values()) == sorted(lines.values(), reverse=True)

    @pytest.mark.parametrize(("name", "language"), [("هاشم", "ar"), ("Salma", "en")])
    def test_it_is_the_one_that_was_always_drawn(self, name, language):
        svg = portrait(name, language, Seed("people", 7))
        assert svg + "\n" == (GOLDEN / f"portrait-{language}.svg").read_text()
