"""Panels as HTML: a heading or three questions that nobody typed, and the items."""

from __future__ import annotations

from collections import Counter

from ..model import Inlines, Panel
from ..panels import panel_name
from .html_inlines import InlineWriter


class PanelWriter:
    """Writes the panels of one page, each heading with an identifier of its own:
    "findings", then "findings-2"."""

    def __init__(self, language: str, texts: InlineWriter) -> None:
        self._language = language
        self._texts = texts
        self._seen: Counter[str] = Counter()

    def html(self, panel: Panel, level: int) -> str:
        """The panel as a section whose heading is one of `level`."""
        name = panel_name(panel.kind, self._language)
        if panel.kind == "summary":
            return (
                f'<section class="panel summary" aria-label="{name}">\n'
                f"{self._answers(panel)}\n</section>"
            )
        id = self._id(panel.kind)
        return (
            f'<section class="panel {panel.kind}" aria-labelledby="{id}">\n'
            f'<h{level} id="{id}">{name}</h{level}>\n{self._list(panel)}\n</section>'
        )

    def _answers(self, panel: Panel) -> str:
        pairs = zip(self._texts.labels.questions, panel.items, strict=True)
        lines = "\n".join(
            f"<div><dt>{question}</dt><dd>{self._text(answer)}</dd></div>"
            for question, answer in pairs
        )
        return f'<dl class="panel-items">\n{lines}\n</dl>'

    def _list(self, panel: Panel) -> str:
        """Recommendations are numbered, so that they can be cited one by one."""
        name = "ol" if panel.kind == "recommendations" else "ul"
        items = "\n".join(f"<li>{self._text(item)}</li>" for item in panel.items)
        return f'<{name} class="panel-items">\n{items}\n</{name}>'

    def _text(self, inlines: Inlines) -> str:
        return self._texts.html(inlines, self._language, beside=True)

    def _id(self, kind: str) -> str:
        self._seen[kind] += 1
        return kind if self._seen[kind] == 1 else f"{kind}-{self._seen[kind]}"
