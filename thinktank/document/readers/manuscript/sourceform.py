"""A Source as JSON and back, for manuscripts that wait for somebody's decision.

The form is written and read by the same release; it is not checked again.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from thinktank.document.jsonform import block_form, block_of, inline_forms, inlines
from thinktank.document.model import Figure, Table
from thinktank.document.reading import Notice

from .source import Listed, Passage, Picture, Source

Form = dict[str, Any]


def to_form(source: Source) -> Form:
    """Dictionaries, lists, strings and numbers only."""
    return {
        "passages": [_passage_form(passage) for passage in source.passages],
        "notes": {id: inline_forms(words) for id, words in source.notes.items()},
        "pictures": [asdict(picture) for picture in source.pictures],
        "notices": [asdict(notice) for notice in source.notices],
    }


def from_form(form: Form) -> Source:
    """The Source that `to_form` wrote."""
    return Source(
        tuple(map(_passage, form["passages"])),
        {id: inlines(words) for id, words in form["notes"].items()},
        tuple(Picture(**picture) for picture in form["pictures"]),
        tuple(Notice(**notice) for notice in form["notices"]),
    )


def _passage_form(passage: Passage) -> Form:
    about = {
        "text": passage.text,
        "line": passage.line,
        "after_rule": passage.after_rule,
        "words": inline_forms(passage.words),
        "style": passage.style,
        "level": passage.level,
        "listed": asdict(passage.listed) if passage.listed else None,
        "block": block_form(passage.block) if passage.block else None,
    }
    return {key: value for key, value in about.items() if value}


def _passage(form: Form) -> Passage:
    block = block_of(form["block"]) if "block" in form else None
    assert block is None or isinstance(block, Table | Figure)
    return Passage(
        text=form.get("text", ""),
        line=form["line"],
        after_rule=form.get("after_rule", False),
        words=inlines(form.get("words")),
        style=form.get("style", ""),
        level=form.get("level", 0),
        listed=Listed(**form["listed"]) if "listed" in form else None,
        block=block,
    )
