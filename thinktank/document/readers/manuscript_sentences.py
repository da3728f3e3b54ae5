"""The sentences of the manuscript reader's notices, in every interface language."""

from __future__ import annotations

from collections.abc import Mapping

Sentences = Mapping[str, Mapping[str, str]]

REFUSALS: Sentences = {
    "not-text": {
        "en": "The file is neither a Word document nor plain text. Save it as a Word "
        "document (.docx), or as plain text (UTF-8).",
        "ar": "الملف ليس مستند \u2068Word\u2069 ولا نصاً مجرداً. احفظه بصيغة "
        "\u2068.docx\u2069 أو نصاً مجرداً (\u2068UTF-8\u2069) ثم أعد المحاولة.",
    },
    "wrong-ending": {
        "en": "The name of the file does not end as manuscripts do. Save it as a Word "
        "document (.docx) or as plain text (.txt).",
        "ar": "امتداد الملف غير مقبول. احفظه مستند "
        "\u2068Word (.docx)\u2069 أو نصاً مجرداً \u2068(.txt)\u2069.",
    },
    "empty": {
        "en": "There is no text in the manuscript. Choose another file.",
        "ar": "الملف خالٍ من النص. اختر ملفاً آخر.",
    },
    "wrong-language": {
        "en": "The text is clearly in another language than the one chosen. Choose its "
        "language, or another file.",
        "ar": "من الواضح أن النص مكتوب بلغة غير اللغة المختارة. اختر لغته أو اختر ملفاً "
        "آخر.",
    },
}
"""Why nothing could be read."""

FRONT: Sentences = {
    "before-article": {
        "en": "This line stands before the article and was set aside: “{text}”.",
        "ar": "استُبعد هذا السطر لأنه يسبق المقال: «{text}».",
    },
    "title-guessed": {
        "en": "No date or byline under the title shows where it ends. “{headline}” was "
        "taken for the headline; check it.",
        "ar": "لا تاريخ ولا اسم كاتب تحت العنوان يبيّن نهايته. اعتُبر «{headline}» "
        "عنواناً رئيسياً، فتحقق منه.",
    },
    "no-headline": {
        "en": "No headline was found. Write it.",
        "ar": "لم يُعثر على عنوان رئيسي. اكتبه.",
    },
    "no-date": {
        "en": "No date was found. Enter it.",
        "ar": "لم يُعثر على تاريخ. أدخله.",
    },
    "date-ambiguous": {
        "en": "In the date “{date}” day and month could be exchanged. It was read day "
        "first; check it.",
        "ar": "يحتمل التاريخ «{date}» أن يتبادل اليوم والشهر موضعيهما. قُرئ اليوم أولاً، "
        "فتحقق منه.",
    },
    "date-converted": {
        "en": "The Hijri date “{date}” was converted. The day may differ by country; "
        "check it.",
        "ar": "حُوِّل التاريخ الهجري «{date}» إلى الميلادي. قد يختلف اليوم باختلاف البلد، "
        "فتحقق منه.",
    },
    "date-at-end": {
        "en": "The date “{date}” stands at the end of the text. Check that it is the "
        "article's.",
        "ar": "ورد التاريخ «{date}» في آخر النص. تحقق من أنه تاريخ المقال.",
    },
    "beside-date": {
        "en": "These words beside the date were set aside: “{text}”.",
        "ar": "استُبعدت هذه الكلمات المجاورة للتاريخ: «{text}».",
    },
    "beside-author": {
        "en": "These words beside the author's name were set aside: “{text}”.",
        "ar": "استُبعدت هذه الكلمات المجاورة لاسم الكاتب: «{text}».",
    },
    "abstract-apart": {
        "en": "An abstract in another language was set aside. Copy it into the text of "
        "that language if it is needed there: “{text}”.",
        "ar": "استُبعد ملخص بلغة أخرى. انقله إلى نص تلك اللغة إن لزم: «{text}».",
    },
    "no-person": {
        "en": "“{text}” names no person and was set aside. Choose the authors in the "
        "item if it has any.",
        "ar": "لا اسم شخص في «{text}»، فاستُبعد. حدد الكتّاب في المادة إن كان لها كتّاب.",
    },
    "author-guessed": {
        "en": "“{name}” stands alone under the headline and was taken for the author. "
        "Check it.",
        "ar": "ورد «{name}» وحده تحت العنوان فاعتُبر اسم الكاتب. تحقق منه.",
    },
    "titles-joined": {
        "en": "Title and subtitle were joined: “{headline}”. Check the headline.",
        "ar": "جُمع العنوان والعنوان الفرعي: «{headline}». تحقق من العنوان الرئيسي.",
    },
    "date-unread": {
        "en": "No date could be read in “{text}”. Enter it.",
        "ar": "تعذّرت قراءة تاريخ في «{text}». أدخله.",
    },
    "languages-divided": {
        "en": "The file holds two languages. Its lines were divided by their script; "
        "check where one ends and the other begins.",
        "ar": "في الملف لغتان. وُزِّعت أسطره عليهما بحسب حروفها، فتحقق من مواضع "
        "انتهاء إحداهما وابتداء الأخرى.",
    },
    "authors-divided": {
        "en": "The authors' names were divided at “و”: {names}. Check them.",
        "ar": "فُصلت أسماء الكتّاب عند واو العطف: {names}. تحقق منها.",
    },
}
"""Guesses before the text begins."""

STRUCTURE: Sentences = {
    "cleaned": {
        "en": "Hidden characters and doubled spaces were cleaned: {count}.",
        "ar": "نُظِّف النص من الرموز الخفية والمسافات المكررة، وعددها {count}.",
    },
    "encoding-guessed": {
        "en": "The file does not say its encoding. It was read as {encoding}; check a "
        "few words.",
        "ar": "لا يذكر الملف ترميزه. قُرئ على أنه {encoding}، فتحقق من بعض كلماته.",
    },
    "lines-joined": {
        "en": "The lines were broken as in a PDF. {count} of them were joined to those "
        "before; check the paragraphs.",
        "ar": "كانت الأسطر مقطوعة كما في ملفات \u2068PDF\u2069. وُصل {count} "
        "منها بما قبله، فتحقق من الفقرات.",
    },
    "page-number": {
        "en": "The number of a page was set aside: “{text}”.",
        "ar": "استُبعد رقم صفحة: «{text}».",
    },
    "numbering": {
        "en": "The number {found} stands where {expected} was expected. Check that no "
        "point is missing.",
        "ar": "ورد الرقم {found} في موضع الرقم {expected}. تحقق من أنه لم تسقط نقطة.",
    },
    "numbering-restarts": {
        "en": "The numbering begins again, but no heading stands before it. Check "
        "whether one is missing.",
        "ar": "يبدأ الترقيم من جديد من غير عنوان قبله. تحقق من أنه لم يسقط عنوان.",
    },
    "number-kept": {
        "en": "The number before “{text}” continues no list and was kept as text. "
        "Check it.",
        "ar": "الرقم الوارد قبل «{text}» لا يتبع قائمة، فتُرك نصاً كما هو. تحقق منه.",
    },
    "title-by-full-stop": {
        "en": "The first sentence, “{title}”, was taken for the title of the point. "
        "Check it.",
        "ar": "اعتُبرت الجملة الأولى «{title}» عنواناً للنقطة. تحقق منها.",
    },
    "heading-guessed": {
        "en": "“{text}” was taken for a heading. Check it.",
        "ar": "اعتُبر «{text}» عنواناً فرعياً. تحقق منه.",
    },
    "introduction-guessed": {
        "en": "“{text}” stands between a heading and a list, and was taken for the "
        "introduction of the list. Check it.",
        "ar": "ورد «{text}» بين عنوان وقائمة فاعتُبر تمهيداً للقائمة. تحقق منه.",
    },
    "heading-recovered": {
        "en": "The numbering begins again after “{text}”, which was therefore taken "
        "for a heading. Check it.",
        "ar": "يبدأ الترقيم من جديد بعد «{text}»، ولذلك اعتُبر عنواناً. تحقق منه.",
    },
    "heading-without-number": {
        "en": "“{text}” has no number while other headings do. It was made a section "
        "of its own; check it.",
        "ar": "«{text}» بلا رقم خلافاً لعناوين أخرى. جُعل قسماً مستقلاً، فتحقق منه.",
    },
    "point-as-section": {
        "en": "No heading stands above the point “{title}”. It was made a section; "
        "check it.",
        "ar": "لا عنوان فوق النقطة «{title}». جُعلت قسماً، فتحقق منها.",
    },
    "panel-guessed": {
        "en": "The list under “{text}” was taken for a panel, whose heading the page "
        "prints. Check it.",
        "ar": "اعتُبرت القائمة الواردة تحت «{text}» إطاراً، وتطبع الصفحة عنوانه. تحقق "
        "منها.",
    },
    "points-by-bold": {
        "en": "Paragraphs that open with bold words, the first with “{title}”, were "
        "taken for points. Check them.",
        "ar": "اعتُبرت الفقرات التي تبدأ بكلمات غليظة نقاطاً، وأولاها «{title}». تحقق "
        "منها.",
    },
    "point-without-heading": {
        "en": "“{text}” cannot be a point, because no heading stands above it. Make a "
        "line above it a heading first.",
        "ar": "لا يصلح «{text}» نقطةً لأنه لا عنوان فوقه. اجعل سطراً فوقه عنواناً أولاً.",
    },
    "caption-beside-nothing": {
        "en": "“{text}” stands beside no table and no picture that lacks a caption, so "
        "it became a paragraph.",
        "ar": "ليس بجوار «{text}» جدول ولا صورة بلا تعليق، فصار فقرة.",
    },
    "conclusion-too-early": {
        "en": "“{text}” cannot open the conclusion, because a heading or a point "
        "follows it. It stayed a paragraph.",
        "ar": "لا يصلح «{text}» بدايةً للخاتمة لأن بعده عنواناً أو نقطة، فبقي فقرة.",
    },
    "conclusion-guessed": {
        "en": "The last paragraph, “{text}”, was taken for the conclusion. If it "
        "belongs to the point before, move it there.",
        "ar": "اعتُبرت الفقرة الأخيرة «{text}» خاتمة. إن كانت تابعة للنقطة التي قبلها "
        "فانقلها إليها.",
    },
}
"""Guesses about the parts of the text."""

NOTES: Sentences = {
    "notes-read": {
        "en": "{count} notes were read from under “{heading}”.",
        "ar": "قُرئ من تحت العنوان «{heading}» هوامش عددها {count}.",
    },
    "note-uncalled": {
        "en": "The text never calls this note, which was set aside: “{text}”.",
        "ar": "لا يحيل النص إلى هذا الهامش، فاستُبعد: «{text}».",
    },
    "note-repeated": {
        "en": "A note with this number was read already, so this one was set aside: "
        "“{text}”.",
        "ar": "سبق هامش بهذا الرقم، فاستُبعد هذا: «{text}».",
    },
    "note-called-again": {
        "en": "Note {number} is called a second time; that call was left as text. Give "
        "it a note of its own.",
        "ar": "تتكرر الإحالة إلى الهامش {number}، فتُركت الثانية نصاً. اجعل لها هامشاً "
        "خاصاً بها.",
    },
    "note-copied": {
        "en": "This note is called more than once, so it was copied for each call: "
        "“{text}”.",
        "ar": "تتكرر الإحالة إلى هذا الهامش، فنُسخ لكل إحالة: «{text}».",
    },
    "note-missing": {
        "en": "The text calls note {number}, which does not exist; the call was left "
        "as text. Write the note, or remove the call.",
        "ar": "يحيل النص إلى الهامش {number} ولا وجود له، فتُركت الإحالة نصاً. اكتب "
        "الهامش أو احذف الإحالة.",
    },
}
"""Guesses about notes."""

SENTENCES: Sentences = {**REFUSALS, **FRONT, **STRUCTURE, **NOTES}
