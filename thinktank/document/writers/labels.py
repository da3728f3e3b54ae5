"""The few words that the HTML of a Document brings along, in its own language."""

from __future__ import annotations

LABELS = {
    "en": {
        "notes": "Notes",
        "note": "Note {number}",
        "back": "Back to the text",
        "section": "Link to this section",
        "table": "Table",
        "transcript": "Transcript",
        "source": "Recording",
    },
    "ar": {
        "notes": "الهوامش",
        "note": "الهامش {number}",
        "back": "العودة إلى النص",
        "section": "رابط هذا القسم",
        "table": "جدول",
        "transcript": "نص التسجيل",
        "source": "التسجيل",
    },
}


def label(name: str, language: str, **values: str | int) -> str:
    """A label in `language`; in English when that language has none."""
    words = LABELS.get(language.partition("-")[0], LABELS["en"])
    return words[name].format(**values)
