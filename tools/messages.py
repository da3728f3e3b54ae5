"""The interface's sentences and their translations, without GNU gettext installed.

Catalogues are locale/LANGUAGE/LC_MESSAGES/django.po. `update` brings them up to date
with the sentences marked in Python and in templates. Beside them, locale/stock words
some of Django's own sentences anew; those are kept by hand. `compile_stale` writes the
.mo files that Django reads, which are never committed.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
CODE = ("thinktank", "publications", "news", "events", "templates")
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (1,)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


def catalogues() -> list[Path]:
    """The catalogues of this project's own sentences."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def stock_catalogues() -> list[Path]:
    """The catalogues of Django's sentences that are worded anew."""
    return sorted(LOCALE.glob("stock/*/LC_MESSAGES/*.po"))


def compile_stale() -> None:
    """Write each .mo file that is missing or older than its catalogue."""
    for source in [*catalogues(), *stock_catalogues()]:
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            compile_catalogue(source, target)


def compile_catalogue(source: Path, target: Path) -> None:
    draft = target.with_suffix(f".{os.getpid()}")
    with draft.open("wb") as file:
        write_mo(file, read_catalogue(source))
    draft.replace(target)  # at once: a server may be reading the old one


def read_catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def update() -> None:
    """Bring every catalogue up to date, dropping sentences no longer used."""
    template = extract()
    for path in catalogues():
        catalogue = read_catalogue(path)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, width=88, no_location=True, sort_output=True)


def extract() -> Catalog:
    """The sentences marked for translation in this project's code and templates."""
    template = Catalog(project="thinktank")
    for path in sources():
        for message, context in sentences(path):
            template.add(message, context=context)
    return template


def sources() -> Iterator[Path]:
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".html", ".txt", ".xml"):
                yield path


def sentences(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Each message of a file (singular and plural as a tuple), with its context."""
    code = path.read_text()
    if path.suffix != ".py":
        code = python_of_template(code)
    found = extract_python(io.BytesIO(code.encode()), KEYWORDS, (), {})
    for _line, function, arguments, _comments in found:
        texts = [arguments] if isinstance(arguments, str) else list(arguments)
        context = texts.pop(0) if "pgettext" in str(function) else None
        plural = str(function).startswith("n")
        yield tuple(texts[:2]) if plural else texts[0], context


def python_of_template(code: str) -> str:
    """A template's sentences as calls of gettext that Python's tokenizer can read."""
    return "\n".join(line.strip() for line in templatize(code).splitlines())


if __name__ == "__main__":
    update() if sys.argv[1:] == ["update"] else compile_stale()
