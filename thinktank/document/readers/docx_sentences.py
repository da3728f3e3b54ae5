"""The sentences of the Word reader: refusals, and what a file had beyond a text."""

from __future__ import annotations

from collections.abc import Mapping

Sentences = Mapping[str, Mapping[str, str]]

REFUSALS: Sentences = {
    "not-word": {
        "en": "The file is not a Word document. Save it as a Word document "
        "(.docx) and choose it again.",
        "ar": "الملف ليس مستند \u2068Word\u2069. احفظه بصيغة مستند "
        "\u2068Word (.docx)\u2069 ثم اختره من جديد.",
    },
    "old-word": {
        "en": "The file is in the old Word format (.doc). Open it in Word or "
        "LibreOffice and save it as a Word document (.docx).",
        "ar": "الملف بصيغة \u2068Word\u2069 القديمة \u2068(.doc)\u2069. افتحه في "
        "\u2068Word\u2069 أو \u2068LibreOffice\u2069 واحفظه بصيغة \u2068.docx\u2069.",
    },
    "password": {
        "en": "The file is protected by a password. Remove the password in Word and "
        "choose the file again.",
        "ar": "الملف محمي بكلمة مرور. أزلها في \u2068Word\u2069 ثم اختر الملف من جديد.",
    },
    "macros": {
        "en": "The file carries macros or controls that run programs. Save it as a "
        "Word document without macros (.docx).",
        "ar": "في الملف وحدات ماكرو أو عناصر تحكم تشغّل برامج. احفظه مستنداً بلا وحدات "
        "ماكرو بصيغة \u2068.docx\u2069.",
    },
    "strict-form": {
        "en": "The file is in the form “Strict Open XML”. Save it in Word as an "
        "ordinary “Word Document (.docx)”.",
        "ar": "الملف بصيغة \u2068Strict Open XML\u2069. احفظه في \u2068Word\u2069 "
        "بالصيغة المعتادة: مستند \u2068Word (.docx)\u2069.",
    },
    "damaged": {
        "en": "The file is damaged or incomplete. Open it in Word, save it anew, and "
        "choose it again.",
        "ar": "الملف تالف أو ناقص. افتحه في \u2068Word\u2069 واحفظه من جديد ثم اختره.",
    },
    "broken-xml": {
        "en": "A part of the file is faulty and cannot be read. Open it in Word, save "
        "it anew, and choose it again.",
        "ar": "في الملف جزء معيب تتعذر قراءته. افتحه في \u2068Word\u2069 واحفظه من "
        "جديد ثم اختره.",
    },
    "entities": {
        "en": "The file declares document types or entities, which no Word document "
        "needs. Save it anew in Word and choose it again.",
        "ar": "يصرّح الملف بأنواع مستندات أو كيانات لا يحتاج إليها أي مستند "
        "\u2068Word\u2069. احفظه من جديد في \u2068Word\u2069 ثم اختره.",
    },
    "file-too-large": {
        "en": "The file is larger than {limit} MB. Compress its pictures in Word, or "
        "divide it.",
        "ar": "يزيد حجم الملف على {limit} ميغابايت. اضغط صوره في \u2068Word\u2069 أو "
        "قسِّمه.",
    },
    "too-much-inside": {
        "en": "Unpacked, the file is far larger or more intricate than any text. Copy "
        "its text into a new document and save that.",
        "ar": "محتوى الملف بعد فك ضغطه أكبر بكثير أو أعقد مما يحتاج إليه أي نص. انسخ "
        "النص إلى مستند جديد واحفظه.",
    },
    "too-many-notes": {
        "en": "The file has more than {limit} notes. Divide it into several.",
        "ar": "عدد هوامش الملف يزيد على {limit}. قسِّمه إلى عدة ملفات.",
    },
    "table-too-large": {
        "en": "A table has more than {limit} rows or columns, or thousands of cells. "
        "Shorten it, or offer it to readers as a file of its own.",
        "ar": "في أحد الجداول أكثر من {limit} صف أو عمود، أو آلاف الخلايا. اختصره أو "
        "أتحه للقراء ملفاً مستقلاً.",
    },
    "no-picture": {
        "en": "The picture is not in the file, or cannot be shown. Choose the file "
        "again.",
        "ar": "الصورة ليست في الملف أو لا يمكن عرضها. اختر الملف من جديد.",
    },
}
"""Why a file cannot be read."""

CHANGES: Sentences = {
    "changes-accepted": {
        "en": "Tracked insertions were accepted: {count}. Check that they are meant "
        "to stay.",
        "ar": "قُبلت الإضافات المتعقَّبة، وعددها {count}. تحقق من أنها مقصودة.",
    },
    "deletion-accepted": {
        "en": "These words are deleted in tracked changes and were left out: “{text}”.",
        "ar": "هذه الكلمات محذوفة في التغييرات المتعقَّبة، فلم تُنقل: «{text}».",
    },
    "comment-left-out": {
        "en": "A comment was left out: “{text}”.",
        "ar": "لم يُنقل تعليق: «{text}».",
    },
    "hidden-words": {
        "en": "These words are hidden in the file and were left out: “{text}”.",
        "ar": "هذه الكلمات مخفية في الملف، فلم تُنقل: «{text}».",
    },
    "prompt-left-out": {
        "en": "An empty field of a template was left out: “{text}”.",
        "ar": "لم يُنقل حقل فارغ من قالب: «{text}».",
    },
    "field-left-out": {
        "en": "These words stand in the code of a field and were left out: “{text}”.",
        "ar": "هذه الكلمات جزء من رمز أحد الحقول، فلم تُنقل: «{text}».",
    },
    "contents-left-out": {
        "en": "The table of contents was left out, since pages make their own: "
        "“{text}”.",
        "ar": "لم يُنقل جدول المحتويات لأن الصفحة تُعدّه بنفسها: «{text}».",
    },
    "headers-left-out": {
        "en": "The headers and footers of the pages were left out: “{text}”.",
        "ar": "لم تُنقل رؤوس الصفحات وتذييلاتها: «{text}».",
    },
    "other-file-left-out": {
        "en": "The file takes in another file here, which was left out. Insert its "
        "text.",
        "ar": "يستدعي المستند هنا ملفاً آخر لم يُنقل. أدرج نصه.",
    },
}
"""Words of a file that are no part of its text."""

DRAWINGS: Sentences = {
    "text-box": {
        "en": "This was a text box. Its words stand behind the paragraph that held it; "
        "check their place.",
        "ar": "كان هذا مربع نص. وُضعت كلماته بعد الفقرة التي كان فيها، فتحقق من موضعها.",
    },
    "drawn-words": {
        "en": "These words are part of a drawing and were left out: “{text}”.",
        "ar": "هذه الكلمات جزء من رسم، فلم تُنقل: «{text}».",
    },
    "drawing-left-out": {
        "en": "A drawn shape was left out. If it says something, save it as a picture.",
        "ar": "لم يُنقل شكل مرسوم. إن كان له معنى فاحفظه صورة.",
    },
    "drawing-left-out-words": {
        "en": "A drawn shape was left out: “{text}”. Save it as a picture if it is "
        "needed.",
        "ar": "لم يُنقل شكل مرسوم: «{text}». احفظه صورة إن لزم.",
    },
    "chart-left-out": {
        "en": "A chart was left out. Save it as a picture and insert that.",
        "ar": "لم يُنقل رسم بياني. احفظه صورة ثم أدرجها.",
    },
    "chart-left-out-words": {
        "en": "A chart was left out; its words are: “{text}”. Save it as a picture and "
        "insert that.",
        "ar": "لم يُنقل رسم بياني، وكلماته: «{text}». احفظه صورة ثم أدرجها.",
    },
    "diagram-left-out": {
        "en": "A diagram (SmartArt) was left out. Save it as a picture and insert "
        "that.",
        "ar": "لم يُنقل مخطط \u2068(SmartArt)\u2069. احفظه صورة ثم أدرجها.",
    },
    "diagram-left-out-words": {
        "en": "A diagram (SmartArt) was left out; its words are: “{text}”. Make a list "
        "or a picture of it.",
        "ar": "لم يُنقل مخطط \u2068(SmartArt)\u2069، وكلماته: «{text}». اجعله قائمة أو "
        "صورة.",
    },
    "object-left-out": {
        "en": "An embedded object was left out. Insert what it shows as text or as a "
        "picture.",
        "ar": "لم يُنقل كائن مضمَّن. أدرج ما يعرضه نصاً أو صورة.",
    },
    "object-left-out-words": {
        "en": "An embedded object ({text}) was left out. Insert what it shows as text "
        "or as a picture.",
        "ar": "لم يُنقل كائن مضمَّن ({text}). أدرج ما يعرضه نصاً أو صورة.",
    },
    "equation-as-text": {
        "en": "An equation was written as plain text: “{text}”. Check it.",
        "ar": "كُتبت معادلة نصاً عادياً: «{text}». تحقق منها.",
    },
    "equation-left-out": {
        "en": "An equation was left out: “{text}”. Write it as text.",
        "ar": "لم تُنقل معادلة: «{text}». اكتبها نصاً.",
    },
    "equation-lost": {
        "en": "An equation of an old editor was left out. Write it as text.",
        "ar": "لم تُنقل معادلة كُتبت بمحرر قديم. اكتبها نصاً.",
    },
    "symbol-unknown": {
        "en": "The sign {character} of the font “{font}” is not known and was left "
        "out. Type it.",
        "ar": "الرمز {character} من الخط «{font}» غير معروف، فلم يُنقل. اكتبه.",
    },
}
"""What is drawn rather than written."""

PICTURES: Sentences = {
    "picture-outside": {
        "en": "A picture is not in the file but at {address}, and was not fetched. "
        "Insert it.",
        "ar": "إحدى الصور ليست في الملف بل في {address}، ولم تُجلب. أدرجها.",
    },
    "picture-outside-words": {
        "en": "The picture “{text}” is not in the file but at {address}, and was not "
        "fetched. Insert it.",
        "ar": "الصورة «{text}» ليست في الملف بل في {address}، ولم تُجلب. أدرجها.",
    },
    "picture-format": {
        "en": "The picture {name} is in a format that pages cannot show. Save it as "
        "PNG or JPEG and insert it.",
        "ar": "الصورة {name} بصيغة لا تعرضها الصفحات. احفظها بصيغة \u2068PNG\u2069 أو "
        "\u2068JPEG\u2069 وأدرجها.",
    },
    "picture-format-words": {
        "en": "The picture {name} (“{text}”) is in a format that pages cannot show. "
        "Save it as PNG or JPEG and insert it.",
        "ar": "الصورة {name} («{text}») بصيغة لا تعرضها الصفحات. احفظها بصيغة "
        "\u2068PNG\u2069 أو \u2068JPEG\u2069 وأدرجها.",
    },
    "picture-lost": {
        "en": "A picture stands here, but the file does not hold it. Insert it.",
        "ar": "هنا موضع صورة لا يحتويها الملف. أدرجها.",
    },
    "picture-lost-words": {
        "en": "The picture “{text}” stands here, but the file does not hold it. Insert "
        "it.",
        "ar": "هنا موضع الصورة «{text}»، والملف لا يحتويها. أدرجها.",
    },
    "picture-in-cell": {
        "en": "A picture stood in a cell of the table. It was put behind the table; "
        "check its place.",
        "ar": "كانت صورة داخل خلية من الجدول. وُضعت بعده، فتحقق من موضعها.",
    },
    "picture-in-note": {
        "en": "The picture “{text}” stood in a note, which can hold none, and was left "
        "out.",
        "ar": "كانت الصورة «{text}» داخل هامش، والهوامش لا تتضمن صوراً، فلم تُنقل.",
    },
}
"""Pictures that do not stand where they stood, or not at all."""

TABLES: Sentences = {
    "merged-cells": {
        "en": "The table had merged cells. Their words stand in the first cell, the "
        "others are empty; check it.",
        "ar": "في الجدول خلايا مدمجة. وُضعت كلماتها في الخلية الأولى وتُركت الأخرى "
        "فارغة، فتحقق منه.",
    },
    "header-joined": {
        "en": "The table had several rows of headings, which were joined into one. "
        "Check them.",
        "ar": "للجدول عدة صفوف من العناوين جُمعت في صف واحد. تحقق منها.",
    },
    "table-in-cell": {
        "en": "A table stood in a cell of this one. It became text; check it.",
        "ar": "كان جدول داخل خلية من هذا الجدول، فصار نصاً. تحقق منه.",
    },
    "table-in-note": {
        "en": "A table stood in a note and became text. Check it.",
        "ar": "كان جدول داخل هامش، فصار نصاً. تحقق منه.",
    },
    "table-description": {
        "en": "The description of the table was left out: “{text}”. Make it the "
        "caption if readers need it.",
        "ar": "لم يُنقل وصف الجدول: «{text}». اجعله تعليقاً عليه إن احتاج إليه القراء.",
    },
    "columns-apart": {
        "en": "Two languages stood side by side in a table. One column follows the "
        "other now; keep the language that belongs here.",
        "ar": "كانت لغتان متجاورتين في جدول، فصار كل عمود تالياً للآخر. أبقِ على اللغة "
        "التي موضعها هنا.",
    },
}
"""Tables that became simpler."""

REFERENCES: Sentences = {
    "link-left-out": {
        "en": "The link to {address} was left out; its words stayed. Links begin with "
        "https://, http:// or mailto:.",
        "ar": "لم يُنقل الرابط {address} وبقيت كلماته. أول الروابط "
        "\u2068https://\u2069 أو \u2068http://\u2069 أو \u2068mailto:\u2069.",
    },
    "note-lost": {
        "en": "A note is called here whose words the file does not hold. Write it "
        "anew.",
        "ar": "هنا إحالة إلى هامش لا نص له في الملف. اكتبه من جديد.",
    },
}
"""Links and notes."""

SENTENCES: Sentences = {
    **REFUSALS,
    **CHANGES,
    **DRAWINGS,
    **PICTURES,
    **TABLES,
    **REFERENCES,
}
