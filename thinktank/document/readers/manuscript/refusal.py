"""Why a text cannot be read as a manuscript at all."""

from __future__ import annotations

from thinktank.document.reading import Values
from thinktank.document.sentences import sentence


class NotAManuscript(ValueError):
    """There is nothing to read: `code` is "not-text", "empty" or "wrong-language"."""

    def __init__(self, code: str, values: Values | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.values = values or {}

    def message(self, language: str) -> str:
        """A whole sentence in "en" or "ar" that says what to do."""
        return sentence(self.code, language, self.values)

    def __str__(self) -> str:
        return self.message("en")
