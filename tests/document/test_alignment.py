from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thinktank.document.alignment import is_near, pair

words = st.lists(st.sampled_from(["one", "two", "ones", "three", "ثلاثة", ""]))


class TestPair:
    def test_it_pairs_equals_then_near_texts_and_tells_the_old_first(self):
        old = ["Costs", "The port waits", "Gone"]
        new = ["Costs", "Ports wait", "New words", "The ports wait"]
        assert pair(old, new, is_near) == [
            (0, 0),
            (1, 1),
            (2, None),
            (None, 2),
            (None, 3),
        ]

    @given(words, words)
    def test_it_names_every_index_once_and_in_order(self, old, new):
        pairs = pair(old, new, is_near)
        assert [i for i, _j in pairs if i is not None] == list(range(len(old)))
        assert [j for _i, j in pairs if j is not None] == list(range(len(new)))


class TestIsNear:
    def test_it_compares_short_texts_by_letters(self):
        assert is_near("كلفة الانتظار", "كلف الانتظار")
        assert not is_near("كلفة الانتظار", "من يربح")
        assert is_near("", "")
        assert not is_near("", "x")

    def test_it_compares_long_texts_by_words(self):
        old = "The port waits for the ship every morning of the year."
        assert is_near(old, old.replace("ship", "whole convoy"))
        assert not is_near(old, "Wheat is sown in winter and sold when nobody asks.")
