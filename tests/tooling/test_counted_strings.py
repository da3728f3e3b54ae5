"""Every counted string, in all the forms that Arabic has and in both of English."""

from __future__ import annotations

import re

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po
from django.utils.translation import ngettext, override

from tools.messages import catalogues

COUNTS = (0, 1, 2, 3, 11, 100, 103)
ARABIC = {
    "%(count)d minute to read": (
        "أقل من دقيقة قراءة|دقيقة قراءة واحدة|دقيقتا قراءة|3 دقائق قراءة|"
        "11 دقيقة قراءة|100 دقيقة قراءة|103 دقائق قراءة"
    ),
    "%(count)d page": "بلا صفحات|صفحة واحدة|صفحتان|3 صفحات|11 صفحة|100 صفحة|103 صفحات",
    "%(count)d point": "بلا نقاط|نقطة واحدة|نقطتان|3 نقاط|11 نقطة|100 نقطة|103 نقاط",
    "%(count)d seat": "لا مقاعد|مقعد واحد|مقعدان|3 مقاعد|11 مقعداً|100 مقعد|103 مقاعد",
    "%(count)d section": "بلا أقسام|قسم واحد|قسمان|3 أقسام|11 قسماً|100 قسم|103 أقسام",
    "%(count)d title": (
        "لا إصدارات|إصدار واحد|إصداران|3 إصدارات|11 إصداراً|100 إصدار|103 إصدارات"
    ),
    "%(count)d word": (
        "بلا كلمات|كلمة واحدة|كلمتان|3 كلمات|11 كلمة|100 كلمة|103 كلمات"
    ),
    "%(count)s affiliation": (
        "بلا جهات عمل|جهة عمل واحدة|جهتا عمل|3 جهات عمل|11 جهة عمل|100 جهة عمل|"
        "103 جهات عمل"
    ),
    "%(count)s block": (
        "لا فقرات|فقرة واحدة|فقرتان|3 فقرات|11 فقرة|100 فقرة|103 فقرات"
    ),
    "%(count)s block unchanged": (
        "لم تبق فقرة بلا تغيير|فقرة واحدة بلا تغيير|فقرتان بلا تغيير|"
        "3 فقرات بلا تغيير|11 فقرة بلا تغيير|100 فقرة بلا تغيير|103 فقرات بلا تغيير"
    ),
    "%(count)s edition": (
        "لا نسخ منشورة|نسخة منشورة واحدة|نسختان منشورتان|3 نسخ منشورة|11 نسخة منشورة|"
        "100 نسخة منشورة|103 نسخ منشورة"
    ),
    "%(count)s fault.": (
        "لا أخطاء.|خطأ واحد.|خطآن.|3 أخطاء.|11 خطأً.|100 خطأ.|103 أخطاء."
    ),
    "%(count)s item": "لا مواد|مادة واحدة|مادتان|3 مواد|11 مادة|100 مادة|103 مواد",
    "%(count)s more": (
        "لا خيارات أخرى|خيار آخر|خياران آخران|3 خيارات أخرى|11 خياراً آخر|100 خيار آخر|"
        "103 خيارات أخرى"
    ),
    "%(count)s page": "بلا صفحات|صفحة واحدة|صفحتان|3 صفحات|11 صفحة|100 صفحة|103 صفحات",
    "%(count)s publication": (
        "لا إصدارات|إصدار واحد|إصداران|3 إصدارات|11 إصداراً|100 إصدار|103 إصدارات"
    ),
    "%(count)s record": "لا سجلات|سجل واحد|سجلان|3 سجلات|11 سجلاً|100 سجل|103 سجلات",
    "%(count)s record below it": (
        "لا سجلات تحته|سجل واحد تحته|سجلان تحته|3 سجلات تحته|11 سجلاً تحته|"
        "100 سجل تحته|103 سجلات تحته"
    ),
    "%(count)s result": (
        "لا نتائج|نتيجة واحدة|نتيجتان|3 نتائج|11 نتيجة|100 نتيجة|103 نتائج"
    ),
    "%(count)s save": (
        "لم يُحفظ شيء|حفظ واحد|حفظان|3 مرات حفظ|11 مرة حفظ|100 مرة حفظ|103 مرات حفظ"
    ),
    "%(count)s suggestion": (
        "لا اقتراحات|اقتراح واحد|اقتراحان|3 اقتراحات|11 اقتراحاً|100 اقتراح|103 اقتراحات"
    ),
    "%(count)s warning": (
        "لا تنبيهات|تنبيه واحد|تنبيهان|3 تنبيهات|11 تنبيهاً|100 تنبيه|103 تنبيهات"
    ),
    "%(counter)s result": (
        "لا نتائج|نتيجة واحدة|نتيجتان|3 نتائج|11 نتيجة|100 نتيجة|103 نتائج"
    ),
    "%(days)d day": "أقل من يوم|يوم واحد|يومان|3 أيام|11 يوماً|100 يوم|103 أيام",
    "%(minutes)s minute": (
        "0 دقيقة|دقيقة واحدة|دقيقتان|3 دقائق|11 دقيقة|100 دقيقة|103 دقائق"
    ),
    "%(minutes)s-minute read": (
        "قراءة 0 دقيقة|قراءة دقيقة واحدة|قراءة دقيقتين|قراءة 3 دقائق|قراءة 11 دقيقة|"
        "قراءة 100 دقيقة|قراءة 103 دقائق"
    ),
    "%(n)s difference. rebuild_index mends it.": (
        "لا فروق.|فرق واحد. يصلحه الأمر rebuild_index.|"
        "فرقان. يصلحهما الأمر rebuild_index.|3 فروق. يصلحها الأمر rebuild_index.|"
        "11 فرقاً. يصلحها الأمر rebuild_index.|100 فرق. يصلحها الأمر rebuild_index.|"
        "103 فروق. يصلحها الأمر rebuild_index."
    ),
    "%(n)s e-mail sent.": (
        "لم تُرسل أي رسالة.|أُرسلت رسالة واحدة.|أُرسلت رسالتان.|أُرسلت 3 رسائل.|"
        "أُرسلت 11 رسالة.|أُرسلت 100 رسالة.|أُرسلت 103 رسائل."
    ),
    "%(n)s place": ("لا مواضع|موضع واحد|موضعان|3 مواضع|11 موضعاً|100 موضع|103 مواضع"),
    "%(n)s text concerns you": (
        "لا نصوص تعنيك|نص واحد يعنيك|نصان يعنيانك|3 نصوص تعنيك|11 نصاً تعنيك|"
        "100 نص تعنيك|103 نصوص تعنيك"
    ),
    "%(n)s text has dead links.": (
        "لا نصوص فيها روابط معطلة.|نص واحد فيه روابط معطلة.|نصان فيهما روابط معطلة.|"
        "3 نصوص فيها روابط معطلة.|11 نصاً فيها روابط معطلة.|100 نص فيها روابط معطلة.|"
        "103 نصوص فيها روابط معطلة."
    ),
    "%(number)s recovery code is left.": (
        "لم يبق من رموز الاسترداد شيء.|بقي رمز استرداد واحد.|بقي رمزا استرداد.|"
        "بقيت 3 رموز استرداد.|بقي 11 رمز استرداد.|بقي 100 رمز استرداد.|"
        "بقيت 103 رموز استرداد."
    ),
}
"""What is said of each of COUNTS, by the English of one."""
UNCOUNTED = ("men", "women")
"""Contexts of words that agree with a number and do not say it."""


def counted() -> dict[str, Message]:
    """The strings of the catalogues that begin with their number."""
    found = {}
    for path in catalogues():
        for message in read_po(path.open("rb")):
            if message.pluralizable and message.context not in UNCOUNTED:
                found[message.id[0]] = message
    return {one: message for one, message in found.items() if one.startswith("%(")}


def said(message: Message, language: str, count: int) -> str:
    one, several = message.id
    with override(language):
        form = ngettext(one, several, count)
    return re.sub(r"%\(\w+\)[sd]", str(count), form)


def test_the_table_is_whole() -> None:
    assert counted().keys() == ARABIC.keys()


@pytest.mark.parametrize("one", ARABIC)
def test_arabic_counts(one: str) -> None:
    message = counted()[one]
    assert [said(message, "ar", n) for n in COUNTS] == ARABIC[one].split("|")


@pytest.mark.parametrize("one", ARABIC)
def test_english_counts(one: str) -> None:
    message = counted()[one]
    single, several = (re.sub(r"%\(\w+\)[sd]", "{}", form) for form in message.id)
    expected = [(single if n == 1 else several).format(n) for n in COUNTS]
    assert [said(message, "en", n) for n in COUNTS] == expected
