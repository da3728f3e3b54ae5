from __future__ import annotations
from typing import NamedTuple
from .analysis import analyse
class Term(NamedTuple):
    text: str
    alternatives: tuple[tuple[str, ...], ...]
    low: tuple[str, ...] = ()
class Query(NamedTuple):
    text: str
    words: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()
    def expanded(self, groups): return self
    def replaced(self, r):
        t = self.text
        for a, b in r.items(): t = t.replace(a, b)
        return parse(t)
def parse(text: str) -> Query:
    return Query(text, tuple(Term(text[t.start:t.end], ((t.stem,),), t.low) for t in analyse(text) if t.stem))
