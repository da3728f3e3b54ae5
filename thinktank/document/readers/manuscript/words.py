"""The words by which authors of both languages announce parts of a manuscript."""

from __future__ import annotations

import re

from thinktank.document.model import PanelKind
from thinktank.language.folding import fold


def _folded(headings: str) -> frozenset[str]:
    return frozenset(map(fold, headings.split("|")))


NOTES_HEADINGS = _folded(
    "Notes|Endnotes|Footnotes|Notes and references|References|Sources"
    "|الهوامش|هوامش|الحواشي|حواشي|الإحالات|المراجع|المصادر|الهوامش والمراجع"
    "|المصادر والمراجع"
)
"""Headings over notes; over a list no text calls, they stay ordinary headings."""

FRAME_HEADINGS = _folded(
    "Introduction|Preface|Background|Conclusion|Conclusions|Concluding remarks"
    "|Summary|Executive summary|Abstract|مقدمة|المقدمة|تمهيد|توطئة|مدخل|خاتمة"
    "|الخاتمة|خلاصة|الخلاصة|ملخص|الملخص|ملخص تنفيذي|الملخص التنفيذي"
)
"""Headings that stand without a number beside numbered ones."""

_PANEL_HEADINGS: dict[PanelKind, frozenset[str]] = {
    "findings": _folded(
        "Key findings|Main findings|Key takeaways|أبرز النتائج|أهم النتائج"
        "|النتائج الرئيسية|النتائج الرئيسة"
    ),
    "recommendations": _folded(
        "Recommendations|Key recommendations|Policy recommendations|توصيات|التوصيات"
        "|أبرز التوصيات|أهم التوصيات"
    ),
}
_LONGEST_PANEL_HEADING = 40  # characters

CONTENTS_HEADINGS = _folded(
    "Contents|Table of contents|المحتويات|محتويات|فهرس المحتويات|جدول المحتويات"
    "|قائمة المحتويات|الفهرس|فهرس"
)
"""Headings over a list of the headings, which pages make themselves."""

ABSTRACT_HEADINGS = _folded(
    "Abstract|Summary|Executive summary|ملخص|الملخص|ملخص تنفيذي|الملخص التنفيذي"
    "|مستخلص|المستخلص"
)

KINDS_OF_TEXT = _folded(
    "Policy brief|Policy paper|Policy analysis|Commentary|Analysis|Working paper"
    "|Research paper|Report|Study|Opinion|Situation assessment|Briefing"
    "|تقدير موقف|تقدير حالة|تقديرات|أوراق سياسات|ورقة سياسات|ورقة سياساتية"
    "|ورقة تحليلية|ورقة بحثية|ورقة موقف|ورقة عمل|موجز سياسات|دراسة|دراسات|تحليل"
    "|تحليل سياسات|تحليلات|تعليق|مقال|مقالة|مقالات|مقال رأي|رأي|تقرير|تقارير|قراءة"
    "|قراءات|مراجعة كتاب|مراجعات"
)
"""What authors call the kind of their text: a kicker, and nobody's name."""

KNOWN_HEADINGS = NOTES_HEADINGS | FRAME_HEADINGS

_CONCLUDING = re.compile(
    r"(?:in conclusion|to conclude|in sum|in summary|to sum up|all in all|in closing"
    r"|in the final analysis|و?في التقدير|و?ختاما|و?في الختام|و?في المحصله"
    r"|و?خلاصه القول|و?محصله القول|و?في المجمل|و?اجمالا|و?صفوه القول|و?اخيرا يمكن)\b"
)

_CAPTION = re.compile(
    r"(?:figure|fig|table|chart|map|source|photo|الشكل|شكل|الجدول|جدول|المصدر"
    r"|خريطه|الخريطه|صوره)\b"
)


def panel_heading(text: str) -> PanelKind | None:
    """The kind of panel that a line announces by these words alone."""
    folded = fold(text) if len(text) <= _LONGEST_PANEL_HEADING else ""
    kinds = (kind for kind, names in _PANEL_HEADINGS.items() if folded in names)
    return next(kinds, None)


def opens_conclusion(text: str) -> bool:
    """Whether a paragraph announces that it concludes."""
    return _CONCLUDING.match(fold(text[:60])) is not None


def is_caption(text: str) -> bool:
    """Whether a short line belongs to a picture or a table."""
    return _CAPTION.match(fold(text[:40])) is not None


_SOURCE = frozenset(("source", "sources", "المصدر", "المصادر"))


def is_source(text: str) -> bool:
    """Whether a line says where a picture or a table is from, which stands below."""
    word, colon, _source = text.partition(":")
    return bool(colon) and fold(word) in _SOURCE


def is_kind_of_text(text: str) -> bool:
    """Whether a line says what kind of text this is."""
    return fold(text.rstrip(": ")) in KINDS_OF_TEXT


_LEADS_ON = re.compile(
    r"\b(?:follow\w*|below|are|is|was|were|include\w*|these|this|said|says|asked|added"
    r"|wrote|يلي|الاتي\w*|اتي|التالي\w*|و?ه[يوم]\w*|منها|ومنها|ابرزها|اهمها|كما|مثل|ذلك"
    r"|[وف]?(?:قال\w*|اضاف\w*|كتب\w*|سال\w*|اجاب\w*|يقول|تقول))\b"
)


def leads_on(text: str) -> bool:
    """Whether a line with a colon introduces a list or a speech, and heads nothing."""
    return _LEADS_ON.search(fold(text)) is not None


def shortened(text: str) -> str:
    """The first words of a text, enough to find it."""
    words = text.split()
    return text if len(words) <= 8 else " ".join(words[:8]) + "…"


def count(text: str) -> int:
    """Words in a text."""
    return len(text.split())
