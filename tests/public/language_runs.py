"""Finds words that stand in an element of another script's language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from thinktank.language.scripts import LETTERS, MARKS, script_for

VOID = {"meta", "link", "br", "img", "input", "hr", "path", "wbr"}
SPOKEN_ATTRIBUTES = {"title", "alt", "aria-label", "content", "placeholder"}
ISOLATED = re.compile("[\u2066-\u2068][^\u2069]*\u2069")


def _words(script: str) -> re.Pattern[str]:
    letters = f"[{LETTERS[script]}{MARKS.get(script, '')}]"
    return re.compile(f"{letters}{{2,}}")


WORDS = {script: _words(script) for script in ("arabic", "latin")}


def strangers(html: str) -> list[str]:
    """The runs of two or more letters outside an element with their own `lang`.

    Attributes that are read aloud may hold them between isolate characters.
    """
    finder = _Finder()
    finder.feed(html)
    return finder.found


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[str] = []

    @property
    def language(self) -> str:
        return next((lang for _tag, lang in reversed(self.open) if lang), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.open.append((tag, values.get("lang") or ""))
        for name in SPOKEN_ATTRIBUTES & set(values):
            if not self._is_technical(tag, values):
                self.judge(ISOLATED.sub("", values[name] or ""))
        if tag in VOID:
            self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            return
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.judge(ISOLATED.sub("", data))

    def judge(self, text: str) -> None:
        if not self.language:
            return
        own = script_for(self.language)
        for script, words in WORDS.items():
            if script != own:
                self.found += [f"{self.language}: {run}" for run in words.findall(text)]

    @staticmethod
    def _is_technical(tag: str, values: dict[str, str | None]) -> bool:
        """Values for machines: viewport, robots, addresses, types, locales."""
        machine = {"viewport", "robots", "color-scheme", "generator"}
        machine |= {"og:type", "og:url", "og:locale", "og:locale:alternate", "og:image"}
        name = values.get("name") or values.get("property")
        return tag == "meta" and name in machine
