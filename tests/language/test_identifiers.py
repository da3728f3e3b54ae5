from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.identifiers import WrongIdentifier, doi, isbn, issn, orcid

GOOD = [
    (isbn, "978-0-306-40615-7", "9780306406157"),
    (isbn, "978 0 306 40615 7", "9780306406157"),
    (isbn, "0-306-40615-2", "9780306406157"),
    (isbn, "0-8044-2957-X", "9780804429573"),
    (isbn, "080442957x", "9780804429573"),
    (isbn, "979-10-90636-07-1", "9791090636071"),
    (issn, "2049-3630", "2049-3630"),
    (issn, "20493630", "2049-3630"),
    (issn, "2434-561x", "2434-561X"),
    (orcid, "0000-0002-1825-0097", "0000-0002-1825-0097"),
    (orcid, "0000000218250097", "0000-0002-1825-0097"),
    (orcid, "0000-0002-1694-233x", "0000-0002-1694-233X"),
    (doi, "10.5555/Harbour.2024-7", "10.5555/harbour.2024-7"),
    (doi, "10.1000.10/مرفأ", "10.1000.10/مرفأ"),
]
MISTYPED = [
    (isbn, "978-0-306-40615-8"),
    (isbn, "978-0-306-46015-7"),
    (isbn, "0-306-40615-3"),
    (isbn, "0-306-40615-X"),
    (issn, "2049-3631"),
    (issn, "2049-363X"),
    (orcid, "0000-0002-1825-0098"),
    (orcid, "0000-0002-1825-009X"),
]
NO_SUCH = [
    (isbn, ""),
    (isbn, "no isbn"),
    (isbn, "978-0-306-40615"),
    (isbn, "977-0-306-40615-7"),
    (isbn, "978-0-306-40615-7 "),
    (isbn, "978--0-306-40615-7"),
    (isbn, "٩٧٨٠٣٠٦٤٠٦١٥٧"),
    (issn, "2049-36300"),
    (issn, "ISSN 2049-3630"),
    (orcid, "0000-0002-1825"),
    (orcid, "https://orcid.org/0000-0002-1825-0097"),
    (doi, "https://doi.org/10.5555/1"),
    (doi, "10.5555"),
    (doi, "10.5555/"),
    (doi, "11.5555/1"),
    (doi, "10.5555/a b"),
    (doi, "10.5555/a\u200fb"),
]
READERS = [isbn, issn, orcid, doi]

Read = Callable[[str], str]


class TestIdentifiers:
    @pytest.mark.parametrize(("read", "text", "normal"), GOOD)
    def test_they_have_a_normal_form(self, read: Read, text: str, normal: str) -> None:
        assert read(text) == normal
        assert read(normal) == normal

    @pytest.mark.parametrize(("read", "text"), MISTYPED)
    def test_a_mistyped_digit_shows(self, read: Read, text: str) -> None:
        with pytest.raises(WrongIdentifier) as caught:
            read(text)
        assert caught.value.code == "check digit"

    @pytest.mark.parametrize(("read", "text"), NO_SUCH)
    def test_other_things_are_none(self, read: Read, text: str) -> None:
        with pytest.raises(WrongIdentifier) as caught:
            read(text)
        assert caught.value.code == "form"

    @given(
        st.sampled_from(READERS),
        st.text(st.characters() | st.sampled_from("0123456789X-/. ١")),
    )
    def test_they_refuse_with_one_error_only(self, read: Read, text: str) -> None:
        with suppress(WrongIdentifier):
            normal = read(text)
            assert read(normal) == normal

    @given(st.integers(0, 15), st.integers(1, 9))
    def test_an_orcid_id_shows_any_single_digit_mistyped(self, place, off) -> None:
        digits = list("0000000218250097")
        digits[place] = str((int(digits[place]) + off) % 10)
        with pytest.raises(WrongIdentifier):
            orcid("".join(digits))
