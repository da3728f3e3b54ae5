from __future__ import annotations
import re, unicodedata
from functools import lru_cache
from typing import NamedTuple
VERSION = 0
class Token(NamedTuple):
    start: int
    end: int
    word: str
    stem: str
    low: tuple[str, ...]
W = re.compile(r"[^\W_]+")
@lru_cache(100_000)
def _one(w: str) -> tuple[str, str, tuple[str, ...]]:
    f = unicodedata.normalize("NFKD", w.casefold()).replace("أ","ا")
    f = "".join(c for c in f if c.isalnum())
    s = f
    for p in ("وال","بال","ال"):
        if s.startswith(p) and len(s)-len(p) >= 3:
            s = s[len(p):]; break
    for e in ("ات","ين","ون","s"):
        if s.endswith(e) and len(s)-len(e) >= 3:
            s = s[:-len(e)]; break
    low = ("k"+s[:3],) if s and s[0] > "\u0600" else ()
    return f, s[:60], low
def analyse(text: str) -> list[Token]:
    return [Token(m.start(), m.end(), *_one(m.group())) for m in W.finditer(text)]
