"""A short publication, as somebody writes it at the desk."""

from __future__ import annotations

KICKERS = {"ar": "أرصفة صغيرة", "en": "Small quays"}
HEADLINES = {
    "ar": "ماذا يكتب حارس المرفأ؟",
    "en": "What does the harbour watchman write?",
}
BODIES = {
    "ar": "يكتب الحارس كل صباح سطراً واحداً، ويرسله إلى مكتب Harbour Notes.\n"
    "\n## ما الذي يُكتب؟\n"
    "\n1. اسم السفينة\nيُكتب كما على جانبها.[^1]\n"
    "\n2. ساعة الوصول\nتُكتب بالأرقام، ومعها فرق التوقيت +3.\n"
    "\n[^1]: إلا إذا بهت الطلاء.",
    "en": "Each morning the watchman writes one line for the office (المكتب).\n"
    "\n## What is written?\n"
    "\n1. The name of the ship\nAs it stands on her side.[^1]\n"
    "\n2. The hour of arrival\nIn figures, with the difference of time, +3.\n"
    "\n[^1]: Unless the paint has faded.",
}
MANUSCRIPTS = {
    "ar": "يكتب الحارس كل صباح سطراً واحداً، ويرسله إلى مكتب Harbour Notes في المدينة.\n"
    "\nما الذي يُكتب؟\n"
    "\n1. اسم السفينة: يُكتب كما على جانبها، إلا إذا بهت الطلاء.\n"
    "\n2. ساعة الوصول: تُكتب بالأرقام، ومعها فرق التوقيت عن ساعة المرفأ.",
    "en": "Each morning the watchman writes one line for the office (المكتب) in town.\n"
    "\nWhat is written?\n"
    "\n1. The name of the ship: As it stands on her side, unless the paint has faded.\n"
    "\n2. The hour of arrival: In figures, with the difference from harbour time.",
}
"""The same as an author sends it, for pasting."""


def texts(language: str, **changed: str) -> dict[str, str]:
    """What the fields of one language are filled with, by name: headline_ar …"""
    words = {
        "kicker": KICKERS[language],
        "headline": HEADLINES[language],
        "body": MANUSCRIPTS[language],
    }
    return {f"{name}_{language}": text for name, text in (words | changed).items()}
