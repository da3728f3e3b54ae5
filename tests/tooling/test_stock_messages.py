"""Django's own sentences that are worded anew."""

from __future__ import annotations

import re
from pathlib import Path

import django
from django.contrib.admin.models import ADDITION, LogEntry
from django.test import SimpleTestCase
from django.utils import translation
from django.utils.translation import ngettext

from tools import messages

DJANGO = Path(django.__file__).parent
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def known(domain):
    """Every sentence and context that this version of Django asks to translate."""
    return {
        (message.id, message.context)
        for path in DJANGO.rglob(f"locale/en/LC_MESSAGES/{domain}.po")
        for message in messages.read_catalogue(path)
    }


def worded_anew():
    for path in messages.stock_catalogues():
        for message in messages.read_catalogue(path):
            if message.id:
                yield path.stem, message


def variants(text):
    return [text] if isinstance(text, str) else list(text)


class TestStockCatalogue:
    def test_it_words_only_what_django_says(self):
        sentences = {name: known(name) for name in ("django", "djangojs")}
        for domain, message in worded_anew():
            assert (message.id, message.context) in sentences[domain]

    def test_it_keeps_the_placeholders(self):
        for _domain, message in worded_anew():
            allowed = set(PLACEHOLDER.findall(variants(message.id)[-1]))
            assert not list(message.check()), message.id
            for text in variants(message.string):
                assert text, message.id
                assert set(PLACEHOLDER.findall(text)) <= allowed, text

    def test_it_drops_no_placeholder_from_a_sentence_without_a_count(self):
        for _domain, message in worded_anew():
            if isinstance(message.id, str):
                wanted = set(PLACEHOLDER.findall(message.id))
                assert set(PLACEHOLDER.findall(message.string)) == wanted, message.id


class TestArabicOfTheAdmin(SimpleTestCase):
    def setUp(self):
        self.enterContext(translation.override("ar"))

    def test_it_says_that_something_was_changed_not_added(self):
        sentence = "The {name} “{obj}” was changed successfully."
        assert translation.gettext(sentence).startswith("حُفظت التعديلات")

    def test_it_counts_letters_in_all_six_forms(self):
        one = (
            "Ensure this value has at most %(limit_value)d character "
            "(it has %(show_value)d)."
        )
        many = one.replace("character", "characters")
        said = {
            limit: (
                ngettext(one, many, limit) % {"limit_value": limit, "show_value": 9}
            )
            for limit in (1, 2, 3, 11, 100, 103)
        }
        assert "حرف واحد" in said[1]
        assert "حرفان" in said[2]
        assert "3 أحرف" in said[3]
        assert "11 حرفاً" in said[11]
        assert "100 حرف " in said[100]
        assert "103 أحرف" in said[103]

    def test_it_writes_the_log_of_an_account(self):
        entry = LogEntry(action_flag=ADDITION, change_message='[{"added": {}}]')
        assert entry.get_change_message() == "أُضيف."
