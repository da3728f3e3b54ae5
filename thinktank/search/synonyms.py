"""Names of the same thing, looked up by the words of a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .analysis import analyse
from .models import LONGEST, Synonym, Variant


def put(source: str, texts: Iterable[str]) -> None:
    """Let these names find each other; they replace those of the same source."""
    drop(source)
    said = dict.fromkeys(map(str.strip, texts))
    variants = [Variant(source=source, text=t[:200], first=_first(t)) for t in said]
    Variant.objects.bulk_create([v for v in variants if v.first])


def drop(source: str) -> None:
    Variant.objects.filter(source=source).delete()


def keep(synonym: Synonym) -> None:
    put(f"synonym:{synonym.pk}", synonym.lines())


def forget(pk: int) -> None:
    drop(f"synonym:{pk}")


def groups(stems: Iterable[str]) -> list[list[str]]:
    """All names of each thing one of whose names begins with one of these stems."""
    named = Variant.objects.filter(first__in=set(stems)).values("source")
    found: dict[str, list[str]] = defaultdict(list)
    for source, text in Variant.objects.filter(source__in=named).values_list(
        "source", "text"
    ):
        found[source].append(text)
    return list(found.values())


def _first(text: str) -> str:
    stems = (token.stem for token in analyse(text) if token.stem)
    return next(stems, "")[:LONGEST]
