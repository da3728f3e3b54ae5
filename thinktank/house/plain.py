"""The house settings as plain data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from thinktank.language import reading_time
from thinktank.language.style import Style


@dataclass(frozen=True, slots=True)
class Profile:
    """A page of the centre's own on another site."""

    address: str

    @property
    def label(self) -> str:
        """The address as people say it: "example.org/harbour"."""
        return re.sub(r"^https?://(?:www\.)?|/$", "", self.address)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands where the drawn mark stands otherwise."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class HouseSettings:
    """What the centre has set. Mappings go by the code of a language.

    `abouts` say what the centre does, `rights` what readers may do, `profiles` are the
    centre's pages elsewhere. `style` goes to the functions of `thinktank.language` that
    write dates, numbers and titles.
    """

    names: Mapping[str, str]
    descriptions: Mapping[str, str]
    abouts: Mapping[str, str]
    rights: Mapping[str, str]
    postal_addresses: Mapping[str, str]
    logo: Logo | None
    logo_dark: Logo | None
    email: str
    telephone: str
    profiles: tuple[Profile, ...]
    style: Style
    zone: ZoneInfo
    reading_speeds: Mapping[str, int]

    def name_in(self, language: str) -> str:
        return self.names.get(language, "")

    def description_in(self, language: str) -> str:
        return self.descriptions.get(language, "")

    def about_in(self, language: str) -> str:
        """What the centre does, else its name with what follows that."""
        words = (self.name_in(language), self.description_in(language))
        return self.abouts.get(language) or " ".join(filter(None, words))

    def rights_in(self, language: str) -> str:
        return self.rights.get(language, "")

    def postal_address_in(self, language: str) -> str:
        """Lines as an envelope has them; empty when the centre gives none."""
        return self.postal_addresses.get(language, "")

    @property
    def dialled(self) -> str:
        """The telephone number as a link calls it: digits, and a plus before them."""
        return re.sub(r"[^+0-9]", "", self.telephone)

    def minutes(self, words: int, language: str) -> int:
        """How long the centre's readers take for a text of `language`."""
        pace = self.reading_speeds.get(language)
        return reading_time.minutes(words, language, pace)
