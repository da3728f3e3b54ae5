"""The sentences of advice, the labels of its fixes, and the names of its kinds.

Sentences and labels take the placeholders {found} and {fix}: what stands there, and
what should.
"""

from __future__ import annotations

from collections.abc import Mapping

Sentences = Mapping[str, Mapping[str, str]]

SENTENCES: Sentences = {
    "foreign-mark": {
        "en": "The mark {found} is that of the other script. Write {fix}.",
        "ar": "العلامة {found} من علامات اللغة الأخرى. اكتب {fix}.",
    },
    "mixed-digits": {
        "en": "Other numbers of the text have other digits. Write {fix} for {found}.",
        "ar": "بقية الأعداد في النص مكتوبة بأرقام أخرى. اكتب {fix} بدلاً من {found}.",
    },
    "stretched": {
        "en": "“{found}” is stretched, so no search finds the word. Write “{fix}”.",
        "ar": "في «{found}» تطويل يمنع البحث من العثور عليها. اكتب «{fix}».",
    },
    "presentation-form": {
        "en": "“{found}” is in shapes of letters, as in PDF files. Write “{fix}”.",
        "ar": "كُتبت «{found}» بأشكال الحروف لا بالحروف نفسها، كما في ملفات "
        "\u2068PDF\u2069. اكتب «{fix}».",
    },
    "double-space": {
        "en": "There is more than one space here. Keep one.",
        "ar": "هنا أكثر من مسافة. أبقِ على واحدة.",
    },
    "space-before-mark": {
        "en": "There is a space before the mark. Remove it.",
        "ar": "هنا مسافة قبل علامة الترقيم. احذفها.",
    },
    "unpaired": {
        "en": "The mark {found} lacks its other half. Write it, or remove this one.",
        "ar": "العلامة {found} ينقصها شطرها الآخر. أضِفه أو احذف هذه.",
    },
    "typed-number": {
        "en": "“{found}” is typed before the title. Remove it: the page counts itself.",
        "ar": "كُتب الترقيم «{found}» قبل العنوان. احذفه، فالصفحة ترقّم بنفسها.",
    },
    "long-paragraph": {
        "en": "The paragraph has more than {limit} words. Divide it.",
        "ar": "تزيد كلمات الفقرة على {limit}. قسِّمها.",
    },
    "other-language": {
        "en": "This text is in another language. Translate it, or remove it.",
        "ar": "هذا النص مكتوب بلغة أخرى. ترجمه أو احذفه.",
    },
    "empty-heading": {
        "en": "There is no text below this heading. Write it, or remove the heading.",
        "ar": "لا نص تحت هذا العنوان. اكتبه أو احذف العنوان.",
    },
    "empty-subheading": {
        "en": "There is no text below this sub-heading. Write it, or remove the "
        "sub-heading.",
        "ar": "لا نص تحت هذا العنوان الفرعي. اكتبه أو احذف العنوان الفرعي.",
    },
    "heading-after-heading": {
        "en": "A sub-heading follows this heading. Write a sentence between the two.",
        "ar": "يلي هذا العنوانَ عنوانٌ فرعي مباشرة. اكتب جملة بينهما.",
    },
    "no-alt": {
        "en": "The picture lacks alternative text in this language. Say what it shows.",
        "ar": "ليس للصورة نص بديل بهذه اللغة. اكتب ما تُظهره.",
    },
}

NAMES: Sentences = {
    "foreign-mark": {
        "en": "Mark of the other script",
        "ar": "علامة ترقيم من اللغة الأخرى",
    },
    "mixed-digits": {"en": "Mixed digits", "ar": "أرقام مختلطة"},
    "stretched": {"en": "Stretched letters", "ar": "تطويل الحروف"},
    "presentation-form": {"en": "Shapes of letters", "ar": "أشكال حروف"},
    "double-space": {"en": "Doubled space", "ar": "مسافة مكررة"},
    "space-before-mark": {
        "en": "Space before a mark",
        "ar": "مسافة قبل علامة الترقيم",
    },
    "unpaired": {
        "en": "Unpaired bracket or quotation mark",
        "ar": "قوس أو علامة تنصيص بلا شطرها الآخر",
    },
    "typed-number": {"en": "Number typed before a title", "ar": "ترقيم قبل عنوان"},
    "long-paragraph": {"en": "Long paragraph", "ar": "فقرة طويلة"},
    "other-language": {"en": "Text in another language", "ar": "نص بلغة أخرى"},
    "empty-heading": {"en": "Heading without a text", "ar": "عنوان بلا نص"},
    "empty-subheading": {
        "en": "Sub-heading without a text",
        "ar": "عنوان فرعي بلا نص",
    },
    "heading-after-heading": {
        "en": "Two headings in a row",
        "ar": "عنوانان متتاليان",
    },
    "no-alt": {
        "en": "Picture without alternative text",
        "ar": "صورة بلا نص بديل",
    },
}
"""What each kind of advice is called in lists; its codes, in their order."""

_LABELS: Sentences = {
    "double-space": {"en": "Keep one space", "ar": "أبقِ مسافة واحدة"},
    "space-before-mark": {"en": "Remove the space", "ar": "احذف المسافة"},
    "typed-number": {"en": "Remove the number", "ar": "احذف الترقيم"},
}
_REPLACE = {"en": "Replace with {fix}", "ar": "ضع {fix}"}


def advice_name(code: str, language: str) -> str:
    """A kind of advice in a language of the interface."""
    return _in(NAMES[code], language)


def fix_label(code: str, language: str, fix: str | None) -> str:
    """The button that makes a fix; empty where there is none."""
    if fix is None:
        return ""
    return _in(_LABELS.get(code, _REPLACE), language).format(fix=f"\u2068{fix}\u2069")


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts[language] if language in texts else next(iter(texts.values()))
