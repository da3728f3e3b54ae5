"""The sentences of the reader of pasted HTML, in every interface language."""

from __future__ import annotations

from collections.abc import Mapping

Sentences = Mapping[str, Mapping[str, str]]

REFUSALS: Sentences = {
    "too-large": {
        "en": "The manuscript is larger than {limit} million characters with all its "
        "formatting. Divide it into several.",
        "ar": "يزيد حجم المخطوط بكل تنسيقاته على {limit} مليون حرف. قسِّمه إلى عدة "
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
    "link-left-out": {
        "en": "The words of a link were kept, but “{address}” cannot be linked to. "
        "Write a whole address if it matters.",
        "ar": "بقيت كلمات رابط، لكن «{address}» لا يصلح عنواناً له. اكتب عنواناً كاملاً "
        "إن كان مهماً.",
    },
    "hidden-left-out": {
        "en": "These words were hidden where they were copied, and were set aside: "
        "“{text}”.",
        "ar": "كانت هذه الكلمات مخفية في موضع نسخها، فنُحِّيت جانباً: «{text}».",
    },
    "control-left-out": {
        "en": "These words belong to a form or a button and were set aside: “{text}”.",
        "ar": "هذه الكلمات من استمارة أو زر، وقد نُحِّيت جانباً: «{text}».",
    },
    "deletion-left-out": {
        "en": "These words were struck out and were set aside: “{text}”.",
        "ar": "كانت هذه الكلمات مشطوبة، فنُحِّيت جانباً: «{text}».",
    },
    "insertions-kept": {
        "en": "Words that were marked as inserted were kept: {count} places. Check "
        "them.",
        "ar": "أُبقيت كلمات معلَّمة بأنها مضافة، وعدد مواضعها {count}. تحقق منها.",
    },
    "formula-as-text": {
        "en": "A formula was taken as plain text: “{text}”. Check it.",
        "ar": "أُخذت معادلة نصاً مجرداً: «{text}». تحقق منها.",
    },
    "merged-cells": {
        "en": "Cells of this table were merged. Their words stand in the first of "
        "them; check the table.",
        "ar": "كانت في هذا الجدول خلايا مدمجة. وُضعت كلماتها في أولاها، فتحقق من "
        "الجدول.",
    },
    "note-copied": {
        "en": "This note was called more than once. Each call got a copy of it: "
        "“{text}”.",
        "ar": "تكررت الإحالة إلى هذا الهامش، فجُعلت لكل إحالة نسخة منه: «{text}».",
    },
}
"""What a paste has and a text cannot have."""

SENTENCES: Sentences = {**REFUSALS, **LEFT_OUT}
