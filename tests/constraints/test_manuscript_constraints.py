"""What was sent as a manuscript."""

from __future__ import annotations

from tests.constraints.refusing import Refusing
from thinktank.editorial.models import SentManuscript


class TestSentManuscripts(Refusing):
    def test_none_in_no_language(self):
        name = "manuscript_has_a_language"
        self.refuses(name, SentManuscript.objects.create, languages="")

    def test_a_file_without_bytes_and_bytes_without_a_file(self):
        name = "manuscript_file_has_bytes"
        for values in ({"file": "x.txt", "bytes": 0}, {"file": "", "bytes": 1}):
            values |= {"languages": "en"}
            self.refuses(name, SentManuscript.objects.create, **values)
