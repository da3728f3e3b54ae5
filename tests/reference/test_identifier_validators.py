from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from thinktank.reference.identifiers import (
    validate_doi,
    validate_isbn,
    validate_issn,
    validate_orcid,
)


class TestValidators:
    @pytest.mark.parametrize(
        ("validate", "good"),
        [
            (validate_isbn, "978-0-306-40615-7"),
            (validate_issn, "2049-3630"),
            (validate_orcid, "0000-0002-1825-0097"),
            (validate_doi, "10.5555/1"),
        ],
    )
    def test_they_accept_what_fits(self, validate, good) -> None:
        assert validate(good) is None

    @pytest.mark.parametrize(
        ("validate", "wrong", "sentence"),
        [
            (validate_isbn, "978-0-306-40615-8", "check it against the book."),
            (validate_isbn, "978", "Enter an ISBN of 10 or 13 digits"),
            (validate_issn, "2049-3631", "check it against the periodical."),
            (validate_issn, "2049", "Enter an ISSN as two groups of four"),
            (validate_orcid, "0000-0002-1825-0098", "page at orcid.org."),
            (validate_orcid, "0000", "Enter the ORCID iD alone"),
            (validate_doi, "https://doi.org/10.5555/1", "Enter the DOI alone"),
        ],
    )
    def test_they_say_what_is_wrong(self, validate, wrong, sentence) -> None:
        with pytest.raises(ValidationError) as caught:
            validate(wrong)
        with override("en"):
            assert sentence in caught.value.messages[0]
