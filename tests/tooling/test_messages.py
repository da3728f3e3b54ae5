from __future__ import annotations

import gettext

import pytest

from tools import messages

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: ar\\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
"n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;\\n"

msgid "Publish"
msgstr "نشر"

msgid "Gone"
msgstr "ذهب"
"""

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext
_("Publish")
_("A sentence in "
  "two lines.")
ngettext("One point", "%(count)s points", 2)
pgettext("of a text", "Draft")
"""
TEMPLATE = """
{% load i18n %}
<h1>{% translate "Publish" %}</h1>
    {% blocktranslate trimmed with name=person.name %}
      It's written by {{ name }},
      and by nobody else.
    {% endblocktranslate %}
{% blocktranslate trimmed count n=points %}
  {{ n }} point{% plural %}{{ n }} points
{% endblocktranslate %}
{% translate "Draft" context "of a text" %}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one Python file, one template and one catalogue."""
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    write(tmp_path / "thinktank/views.py", PYTHON)
    write(tmp_path / "templates/page.html", TEMPLATE)
    write(tmp_path / "locale/ar/LC_MESSAGES/django.po", CATALOGUE)
    return tmp_path


def write(path, text):
    path.parent.mkdir(parents=True)
    path.write_text(text)


class TestExtract:
    def test_it_finds_the_sentences_of_code_and_templates(self, project):
        found = {(message.id, message.context) for message in messages.extract()}
        assert found == {
            ("", None),
            ("Publish", None),
            ("A sentence in two lines.", None),
            (("One point", "%(count)s points"), None),
            ("Draft", "of a text"),
            ("It's written by %(name)s, and by nobody else.", None),
            (("%(n)s point", "%(n)s points"), None),
        }


class TestUpdate:
    def test_it_keeps_translations_adds_sentences_and_drops_what_is_gone(self, project):
        messages.update()
        catalogue = messages.read_catalogue(messages.catalogues()[0])
        assert catalogue["Publish"].string == "نشر"
        assert catalogue["A sentence in two lines."].string == ""
        assert "Gone" not in catalogue
        assert catalogue.num_plurals == 6

    def test_it_changes_nothing_the_second_time(self, project):
        path = messages.catalogues()[0]
        messages.update()
        once = path.read_text()
        messages.update()
        assert path.read_text() == once


class TestCompileStale:
    def test_it_writes_what_gettext_reads(self, project):
        messages.compile_stale()
        with (project / "locale/ar/LC_MESSAGES/django.mo").open("rb") as file:
            assert gettext.GNUTranslations(file).gettext("Publish") == "نشر"

    def test_it_leaves_a_fresh_file_alone(self, project):
        messages.compile_stale()
        target = project / "locale/ar/LC_MESSAGES/django.mo"
        before = target.stat().st_ino
        messages.compile_stale()
        assert target.stat().st_ino == before


class TestCatalogue:
    """This project's own."""

    def test_it_translates_every_sentence(self):
        wanted = {(message.id, message.context) for message in messages.extract()}
        for path in messages.catalogues():
            complete = {
                (message.id, message.context)
                for message in messages.read_catalogue(path)
                if not message.id or (all(texts(message)) and not message.fuzzy)
            }
            assert wanted - complete == set(), path
            assert complete - wanted == set(), path

    def test_it_keeps_the_placeholders(self):
        for path in messages.catalogues():
            for message in messages.read_catalogue(path):
                assert not list(message.check()), message.id


def texts(message):
    return [message.string] if isinstance(message.string, str) else message.string
