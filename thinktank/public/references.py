"""Links to the pages of people and topics."""

from __future__ import annotations

from dataclasses import dataclass

from thinktank.reference.models import Named

from .addresses import reference_path
from .wording import Wording, named


@dataclass(frozen=True, slots=True)
class Reference:
    """A person or topic, named in the page's language where it has a name there."""

    name: Wording
    path: str


def reference(record: Named, language: str) -> Reference:
    return Reference(named(record, language), reference_path(record, language))
