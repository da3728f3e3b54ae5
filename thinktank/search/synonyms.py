"""Names of the same thing, looked up by the words of a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .analysis import analyse
from .models import LONGEST, Synonym, Variant


def put(named: Mapping[str, Iterable[str]]) -> None:
    """Let the names of each source find each other; they replace those it had."""
    drop(named)
    variants = [
        Variant(source=source, text=text, first=_first(text))
        for source, texts in named.items()
        for text in dict.fromkeys(text.strip()[:200] for text in texts)
    ]
    Variant.objects.bulk_create([v for v in variants if v.first])


def drop(sources: Iterable[str]) -> None:
    Variant.objects.filter(source__in=list(sources)).delete()


def keep(synonyms: Iterable[Synonym]) -> None:
    """Let the words of each of these groups find each other."""
    put({f"synonym:{synonym.pk}": synonym.lines() for synonym in synonyms})


def forget(pk: int) -> None:
    drop([f"synonym:{pk}"])


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
