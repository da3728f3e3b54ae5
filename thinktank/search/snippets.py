from __future__ import annotations
from .analysis import analyse
from .query import Query
def marked(text: str, query: Query) -> list[tuple[str, bool]]:
    stems = {s for t in query.words for a in t.alternatives for s in a}; out=[]; at=0
    for t in analyse(text):
        if t.stem in stems:
            if t.start>at: out.append((text[at:t.start], False))
            out.append((text[t.start:t.end], True)); at=t.end
    if at < len(text): out.append((text[at:], False))
    return out
def passage(text: str, query: Query, length: int = 220) -> list[tuple[str, bool]]: return marked(text[:length], query)
def score(text: str, query: Query) -> int:
    stems = {s for t in query.words for a in t.alternatives for s in a}
    return len(stems & {t.stem for t in analyse(text)})
