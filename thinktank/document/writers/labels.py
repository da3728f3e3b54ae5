"""The few words the HTML of a text brings along, in the text's own language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """`{…}` are placeholders. `run_in` ends a point's title before its text, and
    `questions` are those that the three lines of a summary answer."""

    notes: str
    note: str
    back: str
    section_link: str
    point_link: str
    table: str
    figure: str
    recording: str
    transcript: str
    run_in: str
    questions: tuple[str, str, str]


_LABELS = {
    "en": Labels(
        notes="Notes",
        note="Note {number}",
        back="Back to the text",
        section_link="Link to this section",
        point_link="Link to point {number}",
        table="Table",
        figure="Figure",
        recording="Recording at {host}",
        transcript="Transcript",
        run_in=".",
        questions=(
            "What is new?",
            "Why does it matter?",
            "What should be done?",
        ),
    ),
    "ar": Labels(
        notes="الهوامش",
        note="الهامش {number}",
        back="عودة إلى النص",
        section_link="رابط هذا القسم",
        point_link="رابط النقطة {number}",
        table="جدول",
        figure="شكل",
        recording="تسجيل على {host}",
        transcript="نص التسجيل",
        run_in=":",
        questions=("ما الجديد؟", "لماذا يهمّ؟", "ما العمل؟"),
    ),
}


def labels_in(language: str) -> Labels:
    """The labels of a language; one without any gets the first there are."""
    found = _LABELS.get(language.partition("-")[0])
    return found or next(iter(_LABELS.values()))
