"""Names of the same thing, looked up by the words of a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from django.db import connection

from .analysis import LONGEST, analyse
from .models import LONGEST_NAME, Synonym, Variant
from .stopwords import NAME

_GROUPS = (
    "SELECT source, text FROM search_variant WHERE source IN"
    " (SELECT source FROM search_variant WHERE first IN ({})) ORDER BY id"
)


def put(named: Mapping[str, Iterable[str]]) -> None:
    """Let the names of each source find each other; they replace those it had."""
    drop(named)
    Variant.objects.bulk_create(_variants(named))


def drop(sources: Iterable[str]) -> None:
    Variant.objects.filter(source__in=list(sources)).delete()


def named(synonyms: Iterable[Synonym]) -> dict[str, list[str]]:
    """The words of these groups by their sources."""
    return {f"synonym:{synonym.pk}": synonym.lines() for synonym in synonyms}


def keep(synonyms: Iterable[Synonym]) -> None:
    """Let the words of each of these groups find each other."""
    put(named(synonyms))


def forget(pk: int) -> None:
    drop([f"synonym:{pk}"])


def differing(named: Mapping[str, Iterable[str]]) -> list[str]:
    """The sources whose names are stored otherwise than here, or here not at all."""
    wanted = {(v.source, v.text, v.first) for v in _variants(named)}
    stored = set(Variant.objects.values_list("source", "text", "first"))
    return sorted({source for source, _text, _first in wanted ^ stored})


def groups(stems: Iterable[str]) -> list[list[str]]:
    """All names of each thing one of whose names begins with one of these stems."""
    wanted = sorted(set(stems))
    places = ", ".join(["%s"] * len(wanted))
    found: dict[str, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_GROUPS.format(places), wanted)
        for source, text in cursor.fetchall():
            found[source].append(text)
    return list(found.values())


def _variants(named: Mapping[str, Iterable[str]]) -> Iterator[Variant]:
    """Those that a query can begin to name."""
    for source, texts in named.items():
        for text in dict.fromkeys(text.strip()[:LONGEST_NAME] for text in texts):
            if first := _first(text):
                yield Variant(source=source, text=text, first=first)


def _first(text: str) -> str:
    """No query of several words asks for «علي»."""
    stems = [token.stem for token in analyse(text) if token.stem]
    telling = [stem for stem in stems if stem != NAME]
    return next(iter(telling or stems), "")[:LONGEST]
