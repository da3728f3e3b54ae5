"""The sentences of problems and notices, in every interface language.

Placeholders are the keys of the problem's `values`. Text values are isolated with
U+2068 and U+2069, so that an address inside an Arabic sentence keeps its order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .advice_sentences import SENTENCES as ADVICE
from .readers.docx_sentences import SENTENCES as WORD
from .readers.html_sentences import SENTENCES as HTML
from .readers.manuscript_sentences import SENTENCES as MANUSCRIPT

Sentences = Mapping[str, Mapping[str, str]]

FORM: Sentences = {
    "wrong-kind": {
        "en": "“{key}” is not what belongs here. Send the text again.",
        "ar": "ليس موضع «{key}» هنا. أرسل النص من جديد.",
    },
    "missing-key": {
        "en": "“{key}” is missing. Send the text again.",
        "ar": "الحقل «{key}» مفقود. أرسل النص من جديد.",
    },
    "unknown-key": {
        "en": "“{key}” is not known here. Remove it.",
        "ar": "الحقل «{key}» غير معروف هنا. احذفه.",
    },
    "unknown-block": {
        "en": "There is no kind of block called “{type}”. Use a known one.",
        "ar": "لا يوجد نوع من الفقرات باسم «{type}». استعمل نوعاً معروفاً.",
    },
    "unknown-mark": {
        "en": "There is no mark called “{type}”. Use a known one.",
        "ar": "لا توجد علامة تنسيق باسم «{type}». استعمل علامة معروفة.",
    },
    "version": {
        "en": "The text is stored in a form this programme does not know. Update it.",
        "ar": "النص محفوظ بصيغة لا يعرفها هذا البرنامج. حدِّث البرنامج.",
    },
    "untidy-text": {
        "en": "A text begins or ends with a space, or its marks are out of order. "
        "Type it again.",
        "ar": "يبدأ النص أو ينتهي بمسافة، أو علامات التنسيق فيه غير مرتبة. اكتبه من "
        "جديد.",
    },
    "control-character": {
        "en": "The text holds the invisible character {name}. Remove it.",
        "ar": "في النص رمز خفي هو {name}. احذفه.",
    },
    "empty-text": {
        "en": "There is no text here. Write it, or remove its place.",
        "ar": "لا نص هنا. اكتبه أو احذف موضعه.",
    },
    "bad-id": {
        "en": "“{id}” cannot serve as an identifier. Remove it to get a new one.",
        "ar": "لا يصلح «{id}» معرِّفاً. احذفه لتحصل على معرِّف جديد.",
    },
    "duplicate-id": {
        "en": "The identifier “{id}” stands twice. Remove one of the two.",
        "ar": "المعرِّف «{id}» مكرر. احذف أحد الموضعين.",
    },
    "point-alone": {
        "en": "The point “{title}” would stand in no section. Restore its section with "
        "it.",
        "ar": "تبقى النقطة «{title}» بلا قسم. استعد قسمها معها.",
    },
    "number": {
        "en": "“{key}” must be a whole number above zero.",
        "ar": "يجب أن يكون «{key}» عدداً صحيحاً أكبر من الصفر.",
    },
    "too-long": {
        "en": "The text is longer than {limit} characters. Divide it into several.",
        "ar": "يزيد طول النص على {limit} حرف. قسِّمه إلى عدة نصوص.",
    },
    "too-many": {
        "en": "There are more than {limit} parts here. Divide the text.",
        "ar": "عدد الأجزاء هنا يزيد على {limit}. قسِّم النص.",
    },
}
"""What only a programme can get wrong, in the stored form."""

TEXT: Sentences = {
    "language": {
        "en": "“{language}” is not the code of a language, such as “fr” or “ar”.",
        "ar": "ليس «{language}» رمز لغة، مثل «fr» أو «ar».",
    },
    "address": {
        "en": "“{address}” cannot be linked to. Write a whole address that begins "
        "with https://, http:// or mailto:.",
        "ar": "لا يصلح «{address}» رابطاً. اكتب رابطاً كاملاً أوله "
        "\u2068https://\u2069 أو \u2068http://\u2069 أو \u2068mailto:\u2069.",
    },
    "missing-note": {
        "en": "Note “{id}” is called here, but there is no such note. Write it at the "
        "end, or remove the call.",
        "ar": "يحيل النص هنا إلى الهامش «{id}» ولا وجود له. اكتب الهامش في آخر النص أو "
        "احذف الإحالة.",
    },
    "uncalled-note": {
        "en": "Note “{id}” is called nowhere. Call it in the text, or remove it.",
        "ar": "لا يحيل النص إلى الهامش «{id}». ضع إحالة إليه في النص أو احذفه.",
    },
    "note-called-twice": {
        "en": "Note “{id}” is called a second time. Give each call a note of its own.",
        "ar": "تتكرر الإحالة إلى الهامش «{id}». اجعل لكل إحالة هامشاً خاصاً بها.",
    },
    "note-in-note": {
        "en": "A note cannot call another note (“{id}”). Write its text out here.",
        "ar": "لا يحيل هامش إلى هامش آخر («{id}»). اكتب نصه هنا.",
    },
    "unheaded-section": {
        "en": "Only the last section may go without a heading, and it has no numbered "
        "points. Write a heading.",
        "ar": "لا يخلو من العنوان إلا القسم الأخير، ولا تكون فيه نقاط مرقمة. اكتب "
        "عنواناً.",
    },
    "empty-section": {
        "en": "A section without a heading needs text. Write it, or remove the "
        "section.",
        "ar": "القسم الذي لا عنوان له يحتاج إلى نص. اكتبه أو احذف القسم.",
    },
    "empty-point": {
        "en": "The point has neither a title nor a text. Write one, or remove it.",
        "ar": "ليس للنقطة عنوان ولا نص. اكتب أحدهما أو احذفها.",
    },
    "title-colon": {
        "en": "The title of the point ends with a colon. Remove it: the page adds it.",
        "ar": "ينتهي عنوان النقطة بنقطتين رأسيتين. احذفهما، فالصفحة تضيفهما.",
    },
    "table-width": {
        "en": "A row of the table has {found} cells where {expected} were expected. "
        "Add or remove cells.",
        "ar": "في أحد صفوف الجدول {found} من الخلايا، والمتوقع {expected}. أضف خلايا "
        "أو احذفها.",
    },
    "heading-level": {
        "en": "“{marker}” is no heading. Write ## before a section's heading and ### "
        "before a sub-heading.",
        "ar": "لا تدل العلامة «{marker}» على عنوان. اكتب ## قبل عنوان القسم و### قبل "
        "العنوان الفرعي.",
    },
    "point-outside-section": {
        "en": "A numbered point stands in a section with a heading. Write “## Heading” "
        "above it, or “1)” for a numbered list.",
        "ar": "مكان النقطة المرقمة قسم له عنوان. اكتب «## العنوان» فوقها، أو اكتب «1)» "
        "إذا أردت قائمة مرقمة.",
    },
    "loose-point": {
        "en": "A numbered point stands in a section with a heading. Put a heading "
        "above it, or make it a list.",
        "ar": "مكان النقطة المرقمة قسم له عنوان. ضع فوقها عنواناً، أو اجعلها قائمة.",
    },
    "merged-cell": {
        "en": "Cells of a table cannot be merged. Split them.",
        "ar": "لا تُدمج خلايا الجدول. افصل الخلايا المدمجة.",
    },
    "media-line": {
        "en": "The picture or recording is not understood. Write ![](image:12) and a "
        "caption, or ![](https://…) and a transcript.",
        "ar": "الصورة أو المادة المسجلة غير مفهومة. اكتب "
        "\u2068![](image:12)\u2069 ثم التعليق، أو "
        "\u2068![](https://…)\u2069 ثم النص المفرَّغ.",
    },
    "empty-table": {
        "en": "The table has no rows. Write at least one below its headings.",
        "ar": "ليس في الجدول صفوف. اكتب صفاً واحداً على الأقل تحت عناوينه.",
    },
    "unknown-panel": {
        "en": "There is no panel called “{name}”. Write “== Key findings”, "
        "“== Recommendations” or “== In three lines”.",
        "ar": "لا إطار باسم «{name}». اكتب «== أبرز النتائج» أو «== توصيات» أو "
        "«== في ثلاثة أسطر».",
    },
    "empty-panel": {
        "en": "The panel “{name}” has no items. Write them below it, one a line, each "
        "after “* ”.",
        "ar": "إطار «{name}» بلا بنود. اكتبها تحته، بنداً في كل سطر أوله «* ».",
    },
    "panel-items": {
        "en": "The panel has {found} items; {limit} are the most. Keep those that "
        "matter most.",
        "ar": "عدد البنود في الإطار {found}، والحد الأقصى {limit}. أبقِ على أهمها.",
    },
    "summary-lines": {
        "en": "The panel “In three lines” has {found} of its {expected} lines: what is "
        "new, why it matters, what should be done. Write one line for each.",
        "ar": "عدد الأسطر في إطار «في ثلاثة أسطر» {found}، والمطلوب {expected}: ما "
        "الجديد، ولماذا يهمّ، وما العمل. اكتب لكل منها سطراً واحداً.",
    },
    "duplicate-note": {
        "en": "There are two notes called “{id}”. Rename one of them, and its call.",
        "ar": "هناك هامشان بالاسم «{id}». غيِّر اسم أحدهما، واسمه في موضع الإحالة إليه.",
    },
}
"""What a writer can get wrong, in any form of the text."""

SENTENCES: Sentences = {**FORM, **TEXT, **MANUSCRIPT, **WORD, **HTML, **ADVICE}

_PLACES: Sentences = {
    "lead": {"en": "Opening, block {n}", "ar": "المقدمة، الفقرة {n}"},
    "sections": {"en": "Section {n}", "ar": "القسم {n}"},
    "points": {"en": "point {n}", "ar": "النقطة {n}"},
    "blocks": {"en": "block {n}", "ar": "الفقرة {n}"},
    "heading": {"en": "heading", "ar": "العنوان"},
    "title": {"en": "title", "ar": "العنوان"},
    "notes": {"en": "Note {n}", "ar": "الهامش {n}"},
}
_COMMAS = {"en": ", ", "ar": "، "}
_STEP = re.compile(rf"({'|'.join(_PLACES)})(?:\[(\d+)\]|\.(n-[a-z0-9]+))?")


def sentence(code: str, language: str, values: Mapping[str, str | int]) -> str:
    """The sentence for a code; a language without one gets the first there is."""
    isolated = {key: _isolated(value) for key, value in values.items()}
    return _in(SENTENCES[code], language).format_map(isolated)


def where(place: str, language: str) -> str:
    """A place in words with a colon, "Section 2, point 1: "; empty for no place."""
    steps = [_step(found, language) for found in _STEP.finditer(place)]
    words = _in(_COMMAS, language).join(filter(None, steps))
    return f"{words}: " if words else ""


def _step(found: re.Match[str], language: str) -> str:
    name, index, note = found.groups()
    words = _in(_PLACES[name], language)
    if index or note:
        return words.format(n=int(index) + 1 if index else _isolated(note))
    return "" if "{n}" in words else words


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts[language] if language in texts else next(iter(texts.values()))


def _isolated(value: str | int) -> str | int:
    return f"\u2068{value}\u2069" if isinstance(value, str) else value
