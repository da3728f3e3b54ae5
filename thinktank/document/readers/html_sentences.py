"""The sentences of the reader of pasted HTML, in every interface language."""

from __future__ import annotations

from collections.abc import Mapping

Sentences = Mapping[str, Mapping[str, str]]

REFUSALS: Sentences = {
    "paste-too-large": {
        "en": "The paste is larger than {limit} million characters with all its "
        "formatting. Copy it in several parts.",
        "ar": "يزيد حجم النص الملصق بكل تنسيقاته على {limit} مليون حرف. انسخه على عدة "
        "أجزاء.",
    },
    "too-intricate": {
        "en": "The formatting of the text is too intricate to be read. Copy it in "
        "several parts, or without its formatting.",
        "ar": "تنسيق النص أعقد من أن يُقرأ. انسخه على عدة أجزاء، أو من غير تنسيقه.",
    },
}
"""Why nothing could be read."""

LEFT_OUT: Sentences = {
    "picture-left-out": {
        "en": "A picture was left out, since its file did not come along. Add it from "
        "the library. It was described as “{text}”.",
        "ar": "أُسقطت صورة لأن ملفها لم يأتِ مع النص. أضفها من مكتبة الصور. وكان وصفها "
        "«{text}».",
    },
    "recording-left-out": {
        "en": "A recording or an embedded page was left out. It leads to {address}, "
        "and says: “{text}”.",
        "ar": "أُسقطت مادة مسجلة أو صفحة مضمَّنة. عنوانها {address}، ونصها: «{text}».",
    },
    "hidden-in-paste": {
        "en": "These words were hidden where they were copied, and were set aside: "
        "“{text}”.",
        "ar": "كانت هذه الكلمات مخفية في موضع نسخها، فاستُبعدت: «{text}».",
    },
    "control-left-out": {
        "en": "These words belong to a form or a button and were set aside: “{text}”.",
        "ar": "هذه الكلمات من استمارة أو زر، وقد استُبعدت: «{text}».",
    },
    "deletion-left-out": {
        "en": "These words were struck out and were set aside: “{text}”.",
        "ar": "كانت هذه الكلمات مشطوبة، فاستُبعدت: «{text}».",
    },
    "formula-as-text": {
        "en": "A formula was taken as plain text: “{text}”. Check it.",
        "ar": "أُخذت معادلة نصاً مجرداً: «{text}». تحقق منها.",
    },
}
"""What a paste has and a text cannot have. Files have some of it too: links, merged
cells, tracked insertions and copies of notes are told in the sentences of files."""

SENTENCES: Sentences = {**REFUSALS, **LEFT_OUT}
